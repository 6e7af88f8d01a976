//! Jars by the day on which they are likely empty: whose they are, what is left, until when it is safe.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::domain::rows::JarRow;
use crate::tui::layout;
use crate::tui::model::{Jars, Model};
use crate::tui::screens::{day_cell, gauge_cell, money_cell, roughly, say_nothing};
use crate::tui::theme::Tone;
use crate::tui::widgets::cells;
use crate::tui::widgets::panel::{Panel, clear};
use crate::tui::widgets::table::{Align, Cell, Column, Table, Widths};

/// Draws it over the whole body.
pub fn draw(model: &Model, window: &Jars, frame: &mut Frame, body: Rect) {
    let buffer = frame.buffer_mut();
    let body = body.intersection(buffer.area);
    clear(body, buffer);
    let words = &model.words;
    let until = window.list.until;
    let until = until.map(|day| words.tell("journal-until", &[("day", words.day(day).into())]));
    let query = Some(cells::sanitized(window.list.query.as_str()).into_owned())
        .filter(|query| !query.is_empty());
    let which: Vec<String> = [until, query].into_iter().flatten().collect();
    let which = which.join(&words.say("between-goods"));
    let title = words.say("jars-title");
    let panel = Panel { title: &title, figures: &which, here: true, ..Panel::default() };
    let inside = panel.draw(body, buffer, model.look);
    if window.rows.is_empty() {
        say_nothing(model, inside, &words.say("jars-none"), buffer);
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
    .map(|key| words.say(key));
    let [empty, safe, bring_by, area, name, code, product, left, balance] = &titles;
    let column = |title, cells, align, leaves| Column { title, cells, align, leaves };
    let columns = [
        column(empty.as_str(), (8, 10), Align::Left, 0),
        column(safe, (8, 10), Align::Left, 3),
        column(bring_by, (8, 10), Align::Left, 5),
        column(area, (7, 12), Align::Left, 2),
        column(name, (12, 20), Align::Left, 0),
        column(code, (4, 8), Align::Left, 6),
        column(product, (6, 16), Align::Left, 0),
        column("", (1, 1), Align::Left, 1),
        column(left, (9, 12), Align::Right, 1),
        column(balance, (5, 12), Align::Right, 4),
    ];
    let (rows, at) = window.around(usize::from(inside.height));
    let cells: Vec<_> = rows.iter().map(|row| cells(model, row)).collect();
    let table = Table {
        columns: &columns,
        rows: &cells,
        top: window.scroll.top - at,
        selected: Some(window.scroll.at - at),
        titles: layout::has_titles(body),
        indent: 1,
        wide: Widths::default(),
    };
    table.draw(inside, buffer, model.look);
}

fn cells<'a>(model: &Model, row: &'a JarRow) -> Vec<Cell<'a>> {
    let level = row.level_on(model.today);
    vec![
        day_cell(model, Some(row.likely)),
        Cell::new(model.words.short_day(row.safe), Tone::Plain),
        day_cell(model, row.latest),
        Cell::new(row.who.area.as_str(), Tone::Quiet),
        Cell::new(row.who.name.as_str(), Tone::Name),
        Cell::new(row.who.code.as_str(), Tone::Quiet),
        Cell::new(row.goods.name.as_str(), Tone::Plain),
        gauge_cell(model, Some(level), Some(row.goods.quantity)),
        Cell::new(model.words.quantity(roughly(level), &row.goods.unit), Tone::Plain),
        money_cell(model, row.standing.balance, Tone::Plain),
    ]
}
