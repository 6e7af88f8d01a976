//! The skips that are in force: whose goods are not proposed, until which day, and why.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::spec::{ListColumnSpec, ListRows, ListSpec};
use crate::domain::views::SkipRow;
use crate::tui::model::{Model, SkipList};
use crate::tui::theme::Tone;
use crate::tui::widgets::panel::{PanelFrame, clear};
use crate::tui::widgets::table::ListCell;

/// The specification of the list.
const SPEC: ListSpec<SkipRow> = ListSpec { columns: COLUMNS, cells, indent: 1 };

#[rustfmt::skip]
const COLUMNS: &[ListColumnSpec] = &[
    ListColumnSpec::text("column-until", (6, 12), 0),
    ListColumnSpec::text("column-name", (12, 24), 0),
    ListColumnSpec::text("column-code", (4, 8), 3),
    ListColumnSpec::text("column-area", (7, 12), 2),
    ListColumnSpec::text("column-product", (8, 20), 0),
    ListColumnSpec::text("column-reason", (8, 40), 1),
];

/// Draws the list over the whole body.
pub fn draw(model: &Model, skips: &SkipList, frame: &mut Frame, body: Rect) {
    let buffer = frame.buffer_mut();
    let body = body.intersection(buffer.area);
    clear(body, buffer);
    let words = &model.words;
    let figures = match skips.rows.len() {
        0 => String::new(),
        count => count.to_string(),
    };
    let title = words.text("skips-title");
    let panel =
        PanelFrame { title: &title, figures: &figures, here: true, ..PanelFrame::default() };
    let rows = ListRows::around(skips.rows.iter(), &skips.scroll, body);
    SPEC.draw(model, &rows, (&panel, &words.text("skips-none")), body, buffer);
}

fn cells<'a>(model: &Model, row: &'a SkipRow) -> Vec<ListCell<'a>> {
    let words = &model.words;
    let every = || ListCell::new(words.text("skip-all-jars"), Tone::Plain);
    vec![
        ListCell::new(words.short_day(row.skip.until), Tone::Plain).figure(),
        ListCell::new(row.who.name.as_str(), Tone::Name),
        ListCell::new(row.who.code.as_str(), Tone::Quiet),
        ListCell::new(row.who.area.as_str(), Tone::Quiet),
        row.product.as_deref().map_or_else(every, |name| ListCell::new(name, Tone::Plain)),
        ListCell::new(row.skip.reason.as_str(), Tone::Plain),
    ]
}
