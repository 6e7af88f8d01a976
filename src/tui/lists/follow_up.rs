//! Follow-ups: the due and coming ones with the last contact and the balance, and the closed ones
//! with their outcome.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::spec::{ListColumnSpec, ListRows, ListSpec};
use super::{day_cell, empty_until, filter_in_words, marked_in_words, money_cell, name_cell};
use crate::domain::follow_up::{FollowUpStage, Rule};
use crate::domain::views::FollowUpRow;
use crate::tui::keymap::Intent;
use crate::tui::model::{Model, Target};
use crate::tui::theme::Tone;
use crate::tui::widgets::panel::PanelFrame;
use crate::tui::widgets::table::{ListCell, ListTable};

/// Returns the text of a follow-up, or the label of its rule if the text is empty.
pub fn what(model: &Model, row: &FollowUpRow) -> String {
    match &row.follow_up.occasion {
        Some(occasion) if occasion.rule == Rule::Complaint => model.words.follow_up(&row.follow_up),
        Some(occasion) if row.follow_up.text.is_empty() => model.words.label(occasion.rule),
        Some(_) | None => row.follow_up.text.clone(),
    }
}

/// Returns what was said last, with the mood before it.
fn last_words(row: &FollowUpRow) -> String {
    match row.last_mood {
        None => row.last_words.clone(),
        Some(mood) => format!("{} {}", mood.face(), row.last_words),
    }
}

/// Returns the text of a follow-up, after a bad mood of the last contact.
pub fn what_with_mood(model: &Model, row: &FollowUpRow) -> String {
    match row.last_mood.filter(|mood| mood.is_bad()) {
        None => what(model, row),
        Some(mood) => format!("{} {}", mood.face(), what(model, row)),
    }
}

/// The list of open follow-ups.
const OPEN: ListSpec<FollowUpRow> = ListSpec { columns: OPEN_COLUMNS, cells: row_cells, indent: 0 };

/// The list of closed follow-ups.
const CLOSED: ListSpec<FollowUpRow> = ListSpec { columns: CLOSED_COLUMNS, ..OPEN };

#[rustfmt::skip]
const OPEN_COLUMNS: &[ListColumnSpec] = &[
    ListColumnSpec::text("", (1, 1), 0),
    ListColumnSpec::text("column-day", (6, 10), 0),
    ListColumnSpec::text("column-name", (12, 24), 0),
    ListColumnSpec::text("column-what", (20, 44), 0),
    ListColumnSpec::number("column-balance", (8, 12), 2),
    ListColumnSpec::text("column-phone", (14, 18), 3),
    ListColumnSpec::text("column-last-words", (14, 40), 4),
];

#[rustfmt::skip]
const CLOSED_COLUMNS: &[ListColumnSpec] = &[
    ListColumnSpec::text("", (1, 1), 0),
    ListColumnSpec::text("column-day", (6, 10), 0),
    ListColumnSpec::text("column-name", (12, 24), 0),
    ListColumnSpec::text("column-what", (20, 44), 0),
    ListColumnSpec::number("column-balance", (8, 12), 2),
    ListColumnSpec::text("column-phone", (14, 18), 3),
    // The outcome is the main reason to look at a closed follow-up.
    ListColumnSpec::text("column-outcome", (14, 40), 1),
];

/// Draws the list.
pub fn draw(model: &Model, body: Rect, buffer: &mut Buffer) {
    let list = &model.follow_ups;
    let words = &model.words;
    let mut figures = vec![marked_in_words(model), filter_in_words(model, &list.filter)];
    let stage = list.window.list.stage;
    let counts = list.counts.filter(|counts| stage == FollowUpStage::Open && *counts != (0, 0));
    figures.push(match (stage, counts) {
        (FollowUpStage::Open, Some((due, coming))) => {
            words.format("due-and-coming", &[("due", due.into()), ("coming", coming.into())])
        }
        (FollowUpStage::Open, None) => String::new(),
        (FollowUpStage::Done, _) => words.text("follow-ups-done"),
        (FollowUpStage::Dropped, _) => words.text("follow-ups-dropped"),
    });
    figures.retain(|figure| !figure.is_empty());
    let panel = PanelFrame {
        title: &words.text("screen-follow-ups"),
        figures: &figures.join("  "),
        here: true,
        ..PanelFrame::default()
    };
    let nothing = match stage {
        FollowUpStage::Open => "no-follow-ups",
        FollowUpStage::Done => "no-follow-ups-done",
        FollowUpStage::Dropped => "no-follow-ups-dropped",
    };
    let first = (nothing, Intent::FollowUp);
    let said = empty_until(model, list.window.known, &list.filter, first);
    let rows = ListRows::of_window(&list.window, body);
    spec(model).draw(model, &rows, (&panel, &said), body, buffer);
}

/// Calls a function with the table as drawn in the body.
pub fn with_table<T>(model: &Model, body: Rect, f: impl FnOnce(&ListTable) -> T) -> T {
    let rows = ListRows::of_window(&model.follow_ups.window, body);
    spec(model).with_table(model, &rows, body, f)
}

fn spec(model: &Model) -> &'static ListSpec<FollowUpRow> {
    match model.follow_ups.window.list.stage {
        FollowUpStage::Open => &OPEN,
        FollowUpStage::Done | FollowUpStage::Dropped => &CLOSED,
    }
}

fn row_cells<'a>(model: &Model, row: &'a FollowUpRow) -> Vec<ListCell<'a>> {
    let (words, follow_up) = (&model.words, &row.follow_up);
    let open = model.follow_ups.window.list.stage == FollowUpStage::Open;
    let late = open && follow_up.due_on < model.today;
    let (day, last) = match follow_up.closed_on {
        Some(closed) => {
            let day = ListCell::new(words.day_near(closed, model.today), Tone::Plain).figure();
            (day, follow_up.outcome.clone())
        }
        None => (day_cell(model, Some(follow_up.due_on)), last_words(row)),
    };
    vec![
        ListCell::new(if late { model.look.glyphs.bar } else { "" }, Tone::Late),
        day,
        name_cell(model, row.who.name.clone(), || Target::of_follow_up(row)),
        ListCell::new(what(model, row), Tone::Plain),
        money_cell(model, row.balance, Tone::Plain),
        ListCell::new(model.words.phone(&row.phone).to_owned(), Tone::Plain).figure(),
        ListCell::new(last, Tone::Quiet),
    ]
}
