//! Jars by the day on which they are likely empty: the customer, the level, and the last safe day.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::spec::{ListColumnSpec, ListRows, ListSpec};
use super::{day_cell, gauge_cell, money_cell, roughly};
use crate::domain::urgency::Urgency;
use crate::domain::views::JarRow;
use crate::tui::model::{Jars, Model};
use crate::tui::theme::Tone;
use crate::tui::widgets::cells;
use crate::tui::widgets::panel::{PanelFrame, clear};
use crate::tui::widgets::table::ListCell;

/// The specification of the list.
const SPEC: ListSpec<JarRow> = ListSpec { columns: COLUMNS, cells, indent: 1 };

#[rustfmt::skip]
const COLUMNS: &[ListColumnSpec] = &[
    ListColumnSpec::text("column-empty", (6, 10), 0),
    ListColumnSpec::text("column-safe", (6, 10), 3),
    ListColumnSpec::text("column-bring-by", (6, 10), 5),
    ListColumnSpec::text("column-area", (7, 12), 2),
    ListColumnSpec::text("column-name", (14, 24), 0),
    ListColumnSpec::text("column-code", (4, 8), 6),
    ListColumnSpec::text("column-product", (8, 20), 0),
    ListColumnSpec::text("", (1, 1), 1),
    ListColumnSpec::number("column-left", (9, 12), 1),
    ListColumnSpec::number("column-balance", (5, 12), 4),
];

/// Draws the list over the whole body.
pub fn draw(model: &Model, window: &Jars, frame: &mut Frame, body: Rect) {
    let buffer = frame.buffer_mut();
    let body = body.intersection(buffer.area);
    clear(body, buffer);
    let words = &model.words;
    let until = window.list.until;
    let until = until.map(|day| words.format("journal-until", &[("day", words.day(day).into())]));
    let query = Some(cells::sanitized(window.list.query.as_str()).into_owned())
        .filter(|query| !query.is_empty());
    let which: Vec<String> = [until, query].into_iter().flatten().collect();
    let which = which.join(&words.text("between-goods"));
    let title = words.text("jars-title");
    let panel = PanelFrame { title: &title, figures: &which, here: true, ..PanelFrame::default() };
    let rows = ListRows::of_window(window, body);
    SPEC.draw(model, &rows, (&panel, &words.text("jars-none")), body, buffer);
}

fn cells<'a>(model: &Model, row: &'a JarRow) -> Vec<ListCell<'a>> {
    let level = row.level_on(model.today);
    vec![
        day_cell(model, Some(row.likely)),
        ListCell::new(model.words.short_day(row.safe), Tone::Plain).figure(),
        match row.days().unplanned(model.today) {
            // Only the likely day makes a jar late; after the latest day it is at risk.
            Urgency::AtRisk => day_cell(model, row.latest).due(),
            _ => day_cell(model, row.latest),
        },
        ListCell::new(row.who.area.as_str(), Tone::Quiet),
        ListCell::new(row.who.name.as_str(), Tone::Name),
        ListCell::new(row.who.code.as_str(), Tone::Quiet),
        ListCell::new(row.goods.name.as_str(), Tone::Plain),
        gauge_cell(model, Some(level), Some(row.goods.quantity)),
        ListCell::new(model.words.quantity(roughly(level), &row.goods.unit), Tone::Plain),
        money_cell(model, row.standing.balance, Tone::Plain),
    ]
}
