//! While a change waits because another program is writing to the file.

use super::{Effect, results};
use crate::tui::keymap::Intent;
use crate::tui::model::{FormSheet, LockWait, Model, Overlay};
use crate::tui::msg::Msg;

/// A change waits because another program is writing.
pub(super) fn locked(model: &mut Model) -> Vec<Effect> {
    let saves_form = model.lock_wait.map_or_else(|| saved(model).is_some(), |wait| wait.saves_form);
    model.lock_wait = Some(LockWait { saves_form });
    Vec::new()
}

/// A change waits no longer.
pub(super) fn unlocked(model: &mut Model) -> Vec<Effect> {
    model.lock_wait = None;
    Vec::new()
}

/// Returns whether a message is held back: a form that is being saved cannot be changed until it is
/// saved or given up.
pub(super) fn holds_back(model: &Model, msg: &Msg) -> bool {
    let changes = match msg {
        Msg::Act(Intent::Close | Intent::Quit | Intent::Veil) => false,
        Msg::Act(Intent::Repaint | Intent::Suspend) => false,
        Msg::Act(_) | Msg::Unbound(_) | Msg::Type(_) | Msg::Mouse(_) => true,
        _ => false,
    };
    changes && model.lock_wait.is_some_and(|wait| wait.saves_form)
}

/// Gives up the change that waits; what was typed stays in its form.
pub(super) fn give_up(model: &mut Model) -> Vec<Effect> {
    model.lock_wait = None;
    if let Some(sheet) = saved(model) {
        sheet.saving = false;
    }
    results::remark(model, "lock-given-up");
    vec![Effect::GiveUp]
}

/// The form that is being saved.
fn saved(model: &mut Model) -> Option<&mut FormSheet> {
    model.overlays.iter_mut().find_map(|overlay| match overlay {
        Overlay::Form(sheet) if sheet.saving => Some(sheet),
        _ => None,
    })
}
