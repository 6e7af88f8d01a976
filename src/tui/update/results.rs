//! The handling of results: things done and refusals, and the messages about them.

use super::dispatch::ask;
use super::{Effect, refresh, review};
use crate::app::{Performed, SideNote};
use crate::domain::action::{ActionEffect, ActionKind};
use crate::domain::customer::CustomerField;
use crate::domain::refusal::Topic;
use crate::i18n::{Localizer, Sentence};
use crate::tui::forms::{Evening, FormKind};
use crate::tui::model::{
    FieldId, FormSheet, Mark, Model, Overlay, Sought, Target, Toast, ToastKind,
};
use crate::tui::msg::Question;

/// Seconds for which a success message is shown.
const GOOD_NEWS: u8 = 8;
/// Seconds for which a refusal is shown.
const BAD_NEWS: u8 = 15;

/// Handles the passing of a second: a message disappears when its time is over.
pub(super) fn second(model: &mut Model) -> Vec<Effect> {
    if let Some(toast) = &mut model.toast {
        toast.seconds = toast.seconds.saturating_sub(1);
    }
    model.toast.take_if(|toast| toast.seconds == 0);
    Vec::new()
}

/// Says something in passing.
pub(super) fn remark(model: &mut Model, key: &str) {
    show_toast(model, model.words.message(key, &[]), ToastKind::Plain);
}

/// Says something for as long as its mood needs.
pub(super) fn show_toast(model: &mut Model, said: Sentence, mood: ToastKind) {
    let seconds = match mood {
        ToastKind::Good | ToastKind::Plain => GOOD_NEWS,
        ToastKind::Bad => BAD_NEWS,
    };
    model.toast = Some(Toast { said, mood, seconds });
}

/// A text was copied; how one reaches a customer is hidden if it is hidden everywhere.
pub(super) fn copied(model: &mut Model, text: &str) -> Vec<Effect> {
    let shown = model.words.phone(text);
    let said = model.words.format("copied", &[("text", shown.into())]);
    show_toast(model, Sentence { text: said, hint: None }, ToastKind::Good);
    Vec::new()
}

/// Handles a performed command: closes the form it came from, shows the message, and reads the
/// screen again. In the evening the form for the next stop follows at once.
pub(super) fn done(model: &mut Model, done: Performed) -> Vec<Effect> {
    let saved = |overlay: &mut Overlay| matches!(overlay, Overlay::Form(sheet) if sheet.saving);
    let form = match model.overlays.pop_if(saved) {
        Some(Overlay::Form(sheet)) => Some(sheet),
        Some(Overlay::Page(_) | Overlay::Why(_) | Overlay::Statement(_)) => None,
        Some(
            Overlay::Journal(_)
            | Overlay::Jars(_)
            | Overlay::Review(_)
            | Overlay::Skips(_)
            | Overlay::Accuracy(_)
            | Overlay::Help(_),
        )
        | None => None,
    };
    done_by(model, form, done)
}

/// Handles a command that was performed for a form, which is closed already.
pub(super) fn done_by(model: &mut Model, form: Option<FormSheet>, done: Performed) -> Vec<Effect> {
    let evening = form.as_ref().and_then(|sheet| sheet.purpose.evening().cloned());
    if evening.is_some() {
        // A stop that was missed had its form over the form at its door.
        let at_the_door = |overlay: &mut Overlay| matches!(overlay, Overlay::Form(sheet) if sheet.purpose.evening().is_some());
        model.overlays.pop_if(at_the_door);
    }
    match form.as_ref().map(|sheet| &sheet.purpose) {
        // The other marked doors are still to come, or were passed over.
        Some(FormKind::Door(door)) if evening.is_some() => {
            model.marks.unmark(&door.mark());
        }
        // The marked rows were the subject of this command.
        Some(_) | None if done.effect == ActionEffect::Do => model.marks.clear(),
        Some(_) | None => {}
    }
    let hint = Some(in_brief(&model.words, &done)).filter(|hint| !hint.is_empty());
    model.sought = Sought::after(&done);
    let said = Sentence { text: model.words.done(&done), hint };
    show_toast(model, said, ToastKind::Good);
    let mut effects = evening.map(|evening| go_on(model, evening)).unwrap_or_default();
    effects.extend(refresh(model));
    effects
}

/// Returns the notes worth showing at once: of several jars the one that was set, else the one that
/// is empty first, and the number of the others; without notes that other lists show anyway.
fn in_brief(words: &Localizer, done: &Performed) -> String {
    let delivered = done.detail.kind() == ActionKind::DeliveryDone;
    let planned = done.detail.kind() == ActionKind::ProposalsPlanned;
    let said_elsewhere = |note: &SideNote| {
        delivered
            && matches!(
                note,
                SideNote::DueOn(_) | SideNote::StockLeft { .. } | SideNote::FollowUp(..)
            )
            || planned && matches!(note, SideNote::Planned(..))
    };
    let empty_on = |note: &&SideNote| matches!(note, SideNote::EmptyOn { .. });
    let (jars, others): (Vec<_>, Vec<_>) = done.notes.iter().partition(empty_on);
    let others = others.into_iter().filter(|note| !said_elsewhere(note));
    // They come in the order of their empty days.
    let jar = done.detail.product().map(|product| product.name.as_str());
    let was_set = |note: &&&SideNote| matches!(note, SideNote::EmptyOn { product, .. } if Some(product.as_str()) == jar);
    let jar = jars.iter().find(was_set).or(jars.first());
    let mut said: Vec<String> = others.chain(jar.copied()).map(|note| words.note(note)).collect();
    if jars.len() > 1 {
        said.push(words.format("and-more-jars", &[("count", (jars.len() - 1).into())]));
    }
    said.join(" ")
}

/// Opens the form for the next stop of the evening, or says that it is over and asks for the close of the day. What is said about the
/// last stop is only its first sentence: the form has the room.
pub(super) fn go_on(model: &mut Model, evening: Evening) -> Vec<Effect> {
    match evening.next(model) {
        Ok(sheet) => {
            model.overlays.push(Overlay::Form(sheet));
            if let Some(toast) = &mut model.toast {
                toast.said.hint = None;
            }
            Vec::new()
        }
        Err(evening) => {
            let text = evening.in_words(model);
            let hint = model.toast.take().map(|toast| toast.said.text);
            show_toast(model, Sentence { text, hint }, ToastKind::Good);
            match evening.ends_the_day() {
                true => ask(Question::DayReport(model.happens_on())),
                false => Vec::new(),
            }
        }
    }
}

/// Some things were taken back, newest first, and the last one was perhaps refused.
pub(super) fn undone_to(
    model: &mut Model,
    done: Vec<Performed>,
    refused: Option<Sentence>,
) -> Vec<Effect> {
    if done.is_empty() && refused.is_none() {
        // The line itself, and whatever was done after it, is taken back already.
        remark(model, "undo-to-nothing");
        return Vec::new();
    }
    let words = &model.words;
    let text = words.format("undone-to", &[("count", done.len().into())]);
    let mood = if refused.is_some() { ToastKind::Bad } else { ToastKind::Good };
    let hint = match refused {
        Some(said) => {
            Some([Some(said.text), said.hint].into_iter().flatten().collect::<Vec<_>>().join(" "))
        }
        None => done.last().map(|done| words.done(done)),
    };
    model.toast = Some(Toast { said: Sentence { text, hint }, mood, seconds: BAD_NEWS });
    refresh(model)
}

/// Handles a refused command or a failed question: the form keeps its text and shows the message
/// under the field that it is about; without a form the message is shown as a toast.
pub(super) fn failed(model: &mut Model, said: Sentence, about: Option<Topic>) -> Vec<Effect> {
    // While the form waits for another program, only something else can have failed.
    if !model.lock_wait.is_some_and(|wait| wait.saves_form)
        && let Some(Overlay::Form(sheet)) = model.overlays.last_mut()
        && std::mem::take(&mut sheet.saving)
    {
        let is_asked_again = about == Some(Topic::Entry);
        if is_asked_again || about == Some(Topic::CustomerField(CustomerField::Limit)) {
            let amount = sheet.form.text(FieldId::Amount).to_owned();
            for purpose in std::iter::once(&mut sheet.purpose).chain(&mut sheet.also) {
                match purpose {
                    FormKind::Entry(entry) if is_asked_again => entry.asked_again(&amount),
                    FormKind::Entry(entry) => entry.warned(&amount),
                    _ => {}
                }
            }
        }
        sheet.form.refuse_about(about, said);
        return Vec::new();
    }
    review::perhaps_failed(model);
    show_toast(model, said, ToastKind::Bad);
    Vec::new()
}

/// All rows of a list are marked, or unmarked if they were.
pub(super) fn marked(model: &mut Model, marks: Vec<Mark>, known: Vec<Target>) {
    model.marks.mark_all(model.screen, marks, known);
}
