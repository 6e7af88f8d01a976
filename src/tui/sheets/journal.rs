//! The journal: each action with its author and time, the newest first; and the changes of one.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::text;
use crate::domain::action::{Action, RowChange};
use crate::domain::id::ChangeId;
use crate::i18n::Localizer;
use crate::tui::layout;
use crate::tui::lists::spec::{ListColumnSpec, ListRows, ListSpec};
use crate::tui::model::{JournalSheet, Lines, Model, ReadRow, TextPart, TextSheet};
use crate::tui::theme::Tone;
use crate::tui::widgets::cells;
use crate::tui::widgets::panel::{PanelFrame, clear};
use crate::tui::widgets::table::ListCell;

/// The specification of the list of lines.
const SPEC: ListSpec<Action> = ListSpec { columns: COLUMNS, cells: line_cells, indent: 1 };

#[rustfmt::skip]
const COLUMNS: &[ListColumnSpec] = &[
    ListColumnSpec::text("column-when", (16, 16), 2),
    ListColumnSpec::text("", (4, 12), 0),
    ListColumnSpec::text("column-done", (24, 120), 0),
    ListColumnSpec::text("column-by", (4, 12), 1),
];

/// Draws the journal over the whole body.
pub fn draw(model: &Model, journal: &JournalSheet, frame: &mut Frame, body: Rect) {
    let buffer = frame.buffer_mut();
    let body = body.intersection(buffer.area);
    clear(body, buffer);
    let words = &model.words;
    let which = which(words, &journal.which);
    let title = words.text("journal-title");
    let panel = PanelFrame { title: &title, figures: &which, here: true, ..PanelFrame::default() };
    let nothing = if journal.which.is_all() { "journal-empty" } else { "journal-none" };
    let rows = ListRows::around(journal.lines.iter(), &journal.scroll, body);
    SPEC.draw(model, &rows, (&panel, &words.text(nothing)), body, buffer);
}

/// Describes the filter of the journal by customer, last day and author; empty if there is none.
fn which(words: &Localizer, which: &Lines) -> String {
    let whose =
        which.whose.as_ref().map(|whose| cells::sanitized(whose.name.as_str()).into_owned());
    let until =
        which.until.map(|day| words.format("journal-until", &[("day", words.day(day).into())]));
    let by = which.by.as_deref().map(cells::sanitized);
    let by = by.map(|by| words.format("journal-by", &[("by", by.as_ref().into())]));
    [whose, until, by].into_iter().flatten().collect::<Vec<_>>().join(&words.text("between-goods"))
}

/// Returns the cells of an action; one that was undone is dimmed.
fn line_cells<'a>(model: &Model, line: &'a Action) -> Vec<ListCell<'a>> {
    let words = &model.words;
    let (mark, tone) = match line.in_effect {
        true => (String::new(), Tone::Plain),
        false => (words.text("journal-taken-back"), Tone::Quiet),
    };
    vec![
        // Seconds are of no interest.
        ListCell::new(line.at.chars().take(16).collect::<String>(), Tone::Quiet).figure(),
        ListCell::new(mark, Tone::Due),
        ListCell::new(words.action(line), tone),
        ListCell::new(line.by.clone(), Tone::Quiet),
    ]
}

/// Returns the number of rows of a list over the whole body that fit on the screen.
pub fn page_of_lines(model: &Model) -> usize {
    usize::from(layout::list(layout::parts(model.size).body).height)
}

/// Returns the sheet of one action, without the rows that it changed.
pub fn journal_line(words: &Localizer, line: &Action) -> TextSheet {
    let title = format!("#{} {} {}", line.id.number(), line.at, line.by);
    let said = (words.action(line), Vec::new());
    TextSheet::of_line(line.id, title.trim_end().to_owned(), said)
}

/// Returns rows that an action changed as they are read, each before and after it.
pub fn changed_rows(model: &Model, rows: Vec<(ChangeId, RowChange)>) -> Vec<ReadRow> {
    let body = layout::parts(model.size).body;
    let read = |(id, change): (ChangeId, RowChange)| {
        let part = changed_row(&model.words, &change);
        ReadRow { id, height: 1 + text::height(&part, body), part }
    };
    rows.into_iter().map(read).collect()
}

fn changed_row(words: &Localizer, change: &RowChange) -> TextPart {
    let state = match (&change.before, &change.after) {
        (None, _) => "journal-row-new",
        (Some(_), None) => "journal-row-gone",
        (Some(_), Some(_)) => "journal-row-changed",
    };
    let table = words.table(&change.table);
    let key = change.key.to_string();
    let name = words.format(state, &[("table", table.into()), ("key", key.into())]);
    let columns = words.changed_in_words(change).into_iter().filter_map(|column| {
        let name = ("column", column.name.into());
        match (column.before, column.after) {
            (Some(before), Some(after)) => {
                let values = [name, ("before", before.into()), ("after", after.into())];
                Some(words.format("journal-was", &values))
            }
            (Some(before), None) if change.after.is_some() => {
                Some(words.format("journal-cleared", &[name, ("before", before.into())]))
            }
            (before, after) => {
                let value = after.or(before)?;
                Some(words.format("journal-value", &[name, ("value", value.into())]))
            }
        }
    });
    (name, columns.collect())
}
