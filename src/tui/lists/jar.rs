//! Jars by the day on which they are likely empty: whose they are, what is left, until when it is safe.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{day_cell, gauge_cell, money_cell, roughly, say_nothing};
use crate::domain::views::JarRow;
use crate::tui::layout;
use crate::tui::model::{Jars, Model, Widths};
use crate::tui::theme::Tone;
use crate::tui::widgets::cells;
use crate::tui::widgets::panel::{PanelFrame, clear};
use crate::tui::widgets::table::{ListAlign, ListCell, ListColumn, ListTable};

/// Draws it over the whole body.
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
    let inside = panel.draw(body, buffer, model.look);
    if window.rows.is_empty() {
        say_nothing(model, inside, &words.text("jars-none"), buffer);
        return;
    }
    let titles = [
        "column-empty",
        "column-safe",
        "column-bring-by",
        "column-area",
        "column-name",
        "column-code",
        "column-product",
        "column-left",
        "column-balance",
    ]
    .map(|key| words.text(key));
    let [empty, safe, bring_by, area, name, code, product, left, balance] = &titles;
    let column = |title, cells, align, leaves| ListColumn { title, cells, align, leaves };
    let columns = [
        column(empty.as_str(), (8, 10), ListAlign::Left, 0),
        column(safe, (8, 10), ListAlign::Left, 3),
        column(bring_by, (8, 10), ListAlign::Left, 5),
        column(area, (7, 12), ListAlign::Left, 2),
        column(name, (12, 20), ListAlign::Left, 0),
        column(code, (4, 8), ListAlign::Left, 6),
        column(product, (6, 16), ListAlign::Left, 0),
        column("", (1, 1), ListAlign::Left, 1),
        column(left, (9, 12), ListAlign::Right, 1),
        column(balance, (5, 12), ListAlign::Right, 4),
    ];
    let (rows, at) = window.visible_slice(usize::from(inside.height));
    let cells: Vec<_> = rows.iter().map(|row| cells(model, row)).collect();
    let table = ListTable {
        columns: &columns,
        rows: &cells,
        top: window.scroll.top - at,
        selected: Some(window.scroll.at - at),
        titles: layout::has_titles(body),
        indent: 1,
        column_widths: Widths::default(),
    };
    table.draw(inside, buffer, model.look);
}

fn cells<'a>(model: &Model, row: &'a JarRow) -> Vec<ListCell<'a>> {
    let level = row.level_on(model.today);
    vec![
        day_cell(model, Some(row.likely)),
        ListCell::new(model.words.short_day(row.safe), Tone::Plain),
        day_cell(model, row.latest),
        ListCell::new(row.who.area.as_str(), Tone::Quiet),
        ListCell::new(row.who.name.as_str(), Tone::Name),
        ListCell::new(row.who.code.as_str(), Tone::Quiet),
        ListCell::new(row.goods.name.as_str(), Tone::Plain),
        gauge_cell(model, Some(level), Some(row.goods.quantity)),
        ListCell::new(model.words.quantity(roughly(level), &row.goods.unit), Tone::Plain),
        money_cell(model, row.standing.balance, Tone::Plain),
    ]
}
