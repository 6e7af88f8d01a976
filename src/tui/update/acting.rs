//! What the keys ask for.

use super::{look, moving, narrow, refresh, telling, typed};
use crate::domain::Command;
use crate::tui::keymap::Intent;
use crate::tui::model::{FormSheet, HelpSheet, KeyLine, Model, Overlay, Screen, Subject, Use};
use crate::tui::msg::{Effect, Question};
use crate::tui::overlays::{self, Payment, Snooze};
use crate::tui::view::footer;
use crate::words::{Veil, Words};

/// Does what a key asks for.
pub(super) fn act(model: &mut Model, intent: Intent) -> Vec<Effect> {
    match intent {
        Intent::Quit => model.leaving = true,
        Intent::Close => return close(model),
        Intent::Show(screen) => return show(model, screen),
        Intent::NextScreen => return show(model, model.screen.beside(1)),
        Intent::PreviousScreen => return show(model, model.screen.beside(-1)),
        Intent::Move(step) => return moving::step(model, step),
        Intent::Filter => model.filter_mut().typing = true,
        Intent::KeepFilter => model.filter_mut().typing = false,
        Intent::Open => return on_subject(model, |_, who| Some(ask(Question::Page(who.customer)))),
        Intent::Why => {
            return on_subject(model, |_, who| Some(ask(Question::Why(who.customer, who.product))));
        }
        Intent::Done => return form(model, "nothing-to-be-done", overlays::done),
        Intent::Pay => {
            return form(model, "nobody-selected", |model, who| Some(Payment::open(model, who)));
        }
        Intent::Snooze => return form(model, "nothing-to-put-off", Snooze::open),
        Intent::Undo => return perform(Command::Undo(None)),
        Intent::Redo => return perform(Command::Redo),
        Intent::Help => help(model),
        Intent::Palette => palette(model),
        Intent::Choose => return choose(model),
        Intent::Language => speak(model),
        Intent::Veil => veil(model),
        Intent::Copy(reach) => {
            return on_subject(model, |_, who| Some(ask(Question::Reach(who.customer, reach))));
        }
        Intent::DayBefore => return another_day(model, model.deliveries.day.pred_opt()),
        Intent::DayAfter => return another_day(model, model.deliveries.day.succ_opt()),
        Intent::Today => return another_day(model, Some(model.today)),
        Intent::Save => return save(model),
        Intent::NextField => go(model, 1),
        Intent::PreviousField => go(model, -1),
        Intent::Edit(edit) => {
            if let Some(field) = model.field_mut() {
                field.edit(edit);
                return typed(model);
            }
        }
    }
    Vec::new()
}

fn ask(question: Question) -> Vec<Effect> {
    vec![Effect::Ask(question)]
}

fn perform(command: Command) -> Vec<Effect> {
    vec![Effect::Perform(Box::new(command))]
}

fn show(model: &mut Model, screen: Screen) -> Vec<Effect> {
    model.screen = screen;
    look(model)
}

/// Closes the nearest thing: what lies over the screen, then what was said, then the filter.
fn close(model: &mut Model) -> Vec<Effect> {
    if model.overlays.pop().is_some() {
        return Vec::new();
    }
    if !model.filter().typing && model.toast.take().is_some() {
        return Vec::new();
    }
    let filter = model.filter_mut();
    filter.typing = false;
    if filter.typed.is_empty() {
        return Vec::new();
    }
    filter.typed = Default::default();
    narrow(model)
}

/// Does something with the selected row, or says why it cannot be done.
fn on_subject(
    model: &mut Model,
    job: impl FnOnce(&Model, &Subject) -> Option<Vec<Effect>>,
) -> Vec<Effect> {
    match model.subject() {
        Some(subject) => job(model, &subject).unwrap_or_default(),
        None => {
            telling::remark(model, "nobody-selected");
            Vec::new()
        }
    }
}

/// Opens a form about the selected row, or says why there is none.
fn form(
    model: &mut Model,
    otherwise: &str,
    open: impl FnOnce(&Model, &Subject) -> Option<FormSheet>,
) -> Vec<Effect> {
    let subject = model.subject();
    match subject.as_ref().and_then(|subject| open(model, subject)) {
        Some(sheet) => {
            model.toast = None;
            model.overlays.push(Overlay::Form(sheet));
        }
        None if subject.is_none() => telling::remark(model, "nobody-selected"),
        None => telling::remark(model, otherwise),
    }
    Vec::new()
}

fn help(model: &mut Model) {
    let bindings = model.keys.of(model.place());
    let lines = bindings.map(|binding| KeyLine::new(binding, &model.words)).collect();
    model.overlays.push(Overlay::Help(HelpSheet::new(Use::Read, lines)));
}

/// Opens the list of everything that can be done here, with the row that is selected.
fn palette(model: &mut Model) {
    let subject = model.subject();
    let bindings = model.keys.of(model.place());
    let lines = bindings
        .filter(|binding| binding.intent.is_deed() && footer::can(subject.as_ref(), binding.intent))
        .map(|binding| KeyLine::new(binding, &model.words))
        .collect();
    model.overlays.push(Overlay::Help(HelpSheet::new(Use::Do, lines)));
}

/// Closes the palette and does what was picked from it, as its key would have.
fn choose(model: &mut Model) -> Vec<Effect> {
    let chosen = match model.overlays.last() {
        Some(Overlay::Help(sheet)) => sheet.chosen(),
        Some(Overlay::Page(_) | Overlay::Why(_) | Overlay::Form(_)) | None => None,
    };
    let Some(intent) = chosen else {
        telling::remark(model, "nothing-found");
        return Vec::new();
    };
    model.overlays.pop();
    act(model, intent)
}

/// Speaks the next language at this terminal. The shop's own language stays: it is what others meet,
/// and a glance in another language is nothing for the journal.
fn speak(model: &mut Model) {
    let words = Words::new(model.words.language().next(), model.shop.currency);
    model.words = words.veiled(model.words.veil());
    telling::remark(model, "language-spoken");
}

/// Hides telephone numbers and money wherever they stand, or shows them again.
fn veil(model: &mut Model) {
    let (veil, said) = match model.words.veil() {
        Veil::Off => (Veil::On, "veil-on"),
        Veil::On => (Veil::Off, "veil-off"),
    };
    model.words = Words::new(model.words.language(), model.shop.currency).veiled(veil);
    telling::remark(model, said);
}

fn another_day(model: &mut Model, day: Option<crate::domain::Day>) -> Vec<Effect> {
    if let Some(day) = day {
        model.deliveries.day = day;
        model.deliveries.known = false;
    }
    look(model)
}

fn go(model: &mut Model, by: isize) {
    if let Some(Overlay::Form(sheet)) = model.overlays.last_mut() {
        sheet.form.go(by);
    }
}

/// Performs what the form asks for; the form stays until it is done.
fn save(model: &mut Model) -> Vec<Effect> {
    let Some(Overlay::Form(mut sheet)) = model.overlays.pop() else {
        return refresh(model);
    };
    let command = sheet.purpose.command(model, &mut sheet.form);
    sheet.saving = command.is_some();
    model.overlays.push(Overlay::Form(sheet));
    command.map(perform).unwrap_or_default()
}
