//! Key actions in the journal: on its lines one by one, and on which of them are shown.

use super::dispatch::ask;
use super::{forms, results};
use crate::domain::action::{Action, RowChange};
use crate::domain::id::ChangeId;
use crate::domain::query::Page;
use crate::tui::forms::FilterForm;
use crate::tui::keymap::Intent;
use crate::tui::model::{JournalSheet, Lines, Model, Overlay};
use crate::tui::msg::{Effect, Question};
use crate::tui::{overlays, sheets};

/// Does something with the selected line of the journal.
pub(super) fn on_line(model: &mut Model, intent: Intent) -> Vec<Effect> {
    let selected = match model.overlays.last() {
        Some(Overlay::Journal(journal)) => {
            journal.selected().map(|line| (line.id, journal.which.is_all()))
        }
        Some(Overlay::Page(_) | Overlay::Why(_) | Overlay::Statement(_)) => None,
        Some(
            Overlay::Jars(_)
            | Overlay::Review(_)
            | Overlay::Skips(_)
            | Overlay::Accuracy(_)
            | Overlay::Help(_)
            | Overlay::Form(_),
        )
        | None => None,
    };
    match selected {
        None => {
            results::remark(model, "nobody-selected");
            Vec::new()
        }
        Some((line, _)) if intent == Intent::Undo => ask(Question::UndoQuestion(Some(line))),
        Some((_, false)) if intent == Intent::UndoTo => {
            // The lines in between would be undone too, unseen.
            results::remark(model, "undo-to-all");
            Vec::new()
        }
        Some((line, true)) if intent == Intent::UndoTo => vec![Effect::UndoTo(line)],
        Some((line, _)) => ask(Question::JournalLine(line, Page::First)),
    }
}

/// Asks which lines are to be shown, or which jars.
pub(super) fn which(model: &mut Model) -> Vec<Effect> {
    let form = match model.overlays.last() {
        Some(Overlay::Jars(window)) => Some(FilterForm::of_jars(model, &window.list)),
        Some(Overlay::Journal(journal)) => Some(FilterForm::of_lines(model, &journal.which)),
        Some(Overlay::Page(_) | Overlay::Why(_) | Overlay::Statement(_)) => None,
        Some(Overlay::Review(_) | Overlay::Skips(_) | Overlay::Accuracy(_)) => None,
        Some(Overlay::Help(_) | Overlay::Form(_)) | None => None,
    };
    form.map(|form| forms::open(model, form)).unwrap_or_default()
}

/// Shows the lines up to the day before the selected one.
pub(super) fn day_before(model: &mut Model) -> Vec<Effect> {
    let question = sheet(model).and_then(JournalSheet::day_before);
    show(model, question, "nobody-selected")
}

/// Shows the lines up to the day after.
pub(super) fn day_after(model: &mut Model) -> Vec<Effect> {
    let question = sheet(model).and_then(|journal| journal.day_after(model.today));
    show(model, question, "journal-no-day")
}

/// Shows the lines of every day again.
pub(super) fn every_day(model: &mut Model) -> Vec<Effect> {
    let which = sheet(model).map(|journal| Lines { until: None, ..journal.which.clone() });
    show(model, which.map(Lines::opening), "journal-no-day")
}

fn show(model: &mut Model, question: Option<Question>, otherwise: &str) -> Vec<Effect> {
    match question {
        Some(question) => ask(question),
        None => {
            results::remark(model, otherwise);
            Vec::new()
        }
    }
}

/// A part of the rows of a line was read: the sheet opens with the first of them.
pub(super) fn changed(
    model: &mut Model,
    line: &Action,
    page: Page<ChangeId>,
    rows: Vec<(ChangeId, RowChange)>,
) {
    let is_first = matches!(page, Page::First);
    let rows = sheets::journal::changed_rows(model, rows);
    let is_of = |one: &Overlay| matches!(one, Overlay::Why(sheet) if sheet.is_of(line.id));
    let open = model.overlays.iter().position(is_of);
    let (mut sheet, at) = match open.map(|at| (model.overlays.remove(at), at)) {
        Some((Overlay::Why(sheet), at)) => (sheet, at),
        None if is_first => {
            let sheet = sheets::journal::journal_line(&model.words, line);
            (sheet, model.overlays.len())
        }
        // It was closed before this was read.
        Some(_) | None => return,
    };
    sheet.put(page, rows);
    let mut overlay = Overlay::Why(sheet);
    let (lines, visible) = overlays::lines_and_page(model, &overlay);
    if let Overlay::Why(sheet) = &mut overlay {
        sheet.top = sheet.top.min(lines.saturating_sub(visible));
    }
    model.overlays.insert(at, overlay);
}

fn sheet(model: &Model) -> Option<&JournalSheet> {
    match model.overlays.last()? {
        Overlay::Journal(journal) => Some(journal),
        Overlay::Page(_) | Overlay::Why(_) | Overlay::Statement(_) => None,
        Overlay::Jars(_)
        | Overlay::Review(_)
        | Overlay::Skips(_)
        | Overlay::Accuracy(_)
        | Overlay::Help(_)
        | Overlay::Form(_) => None,
    }
}
