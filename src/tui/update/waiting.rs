//! While a change waits because another program is writing to the file.

use super::{Effect, results};
use crate::tui::keymap::Intent;
use crate::tui::model::{FormSheet, LockWait, Model, Overlay};
use crate::tui::msg::Msg;

/// Takes in that a change waits and how often it was tried, or that it waits no longer.
pub(super) fn locked(model: &mut Model, tries: Option<u32>) -> Vec<Effect> {
    let before = model.lock_wait;
    model.lock_wait = tries.map(|tries| LockWait {
        tries,
        asked: before.is_some_and(|wait| wait.asked),
        saves_form: before.map_or_else(|| saved(model).is_some(), |wait| wait.saves_form),
    });
    Vec::new()
}

/// Returns whether a message is held back: a form that is being saved cannot be changed until it is
/// saved or given up. A person who tries is shown the reason.
pub(super) fn holds_back(model: &mut Model, msg: &Msg) -> bool {
    let changes = match msg {
        Msg::Act(Intent::Close | Intent::Quit | Intent::Veil) => false,
        Msg::Act(Intent::Repaint | Intent::Suspend) => false,
        Msg::Act(_) | Msg::Unbound(_) | Msg::Type(_) | Msg::Mouse(_) => true,
        _ => false,
    };
    match &mut model.lock_wait {
        Some(wait) if wait.saves_form && changes => {
            wait.asked = true;
            true
        }
        Some(_) | None => false,
    }
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
