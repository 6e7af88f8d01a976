//! The store room: what is there, what it costs, how fast it goes, and for how long it lasts.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{empty, filter_in_words, money_cell, say_nothing};
use crate::reports::Shelf;
use crate::tui::layout;
use crate::tui::model::Model;
use crate::tui::theme::Tone;
use crate::tui::widgets::panel::Panel;
use crate::tui::widgets::table::{Align, Cell, Column, Table};

/// Days of stock from which on nobody need worry.
const PLENTY: i64 = 14;

/// Draws it.
pub fn draw(model: &Model, body: Rect, buffer: &mut Buffer) {
    let (products, words) = (&model.products, &model.words);
    let short = products.rows.iter().filter(|shelf| shelf.is_short()).count();
    let short = match short {
        0 => String::new(),
        count => words.tell("products-short", &[("count", count.into())]),
    };
    let panel = Panel {
        title: &words.say("screen-products"),
        figures: &filter_in_words(model, &products.filter),
        remark: (&short, Tone::Late),
        here: true,
        ..Panel::default()
    };
    let inside = panel.draw(body, buffer, model.look);
    if products.rows.is_empty() {
        let said = empty(model, products.known, &products.filter, "no-products");
        say_nothing(model, inside, &said, buffer);
        return;
    }
    let titles = [
        "column-product",
        "column-stock",
        "column-lasts",
        "column-sold",
        "column-price",
        "column-cost",
        "column-reorder",
        "column-kind",
    ]
    .map(|key| words.say(key));
    let [name, stock, lasts, sold, price, cost, reorder, kind] = &titles;
    let column = |title, cells, align, leaves| Column { title, cells, align, leaves };
    let columns = [
        column("", (1, 1), Align::Left, 0),
        column(name.as_str(), (8, 24), Align::Left, 0),
        column(stock, (8, 14), Align::Right, 0),
        column(lasts, (8, 10), Align::Right, 0),
        column(sold, (8, 14), Align::Right, 1),
        column(price, (6, 12), Align::Right, 2),
        column(cost, (6, 12), Align::Right, 4),
        column(reorder, (8, 12), Align::Right, 3),
        column(kind, (6, 12), Align::Left, 5),
    ];
    let rows: Vec<_> = products.rows.iter().map(|shelf| cells(model, shelf)).collect();
    let table = Table {
        columns: &columns,
        rows: &rows,
        top: products.rows.scroll.top,
        selected: Some(products.rows.scroll.at),
        titles: layout::has_titles(body),
        indent: u16::from(short.is_empty()),
    };
    table.draw(inside, buffer, model.look);
}

fn cells<'a>(model: &Model, shelf: &'a Shelf) -> Vec<Cell<'a>> {
    let (words, product) = (&model.words, &shelf.product);
    let short = shelf.is_short();
    let lasts = shelf.days_left.map(|days| words.tell("lasts-days", &[("days", days.into())]));
    let tone = match shelf.days_left {
        Some(..3) => Tone::Late,
        Some(3..PLENTY) => Tone::Due,
        Some(_) | None => Tone::Plain,
    };
    let reorder = product.reorder.map(|reorder| words.quantity(reorder, &product.unit));
    vec![
        Cell::new(if short { model.look.glyphs.bar } else { "" }, Tone::Late),
        Cell::new(product.name.as_str(), Tone::Name),
        Cell::new(
            words.quantity(shelf.stock, &product.unit),
            if short { Tone::Late } else { Tone::Plain },
        ),
        Cell::new(lasts.unwrap_or_default(), tone),
        Cell::new(words.quantity(shelf.sold, &product.unit), Tone::Plain),
        money_cell(model, product.price, Tone::Plain),
        money_cell(model, product.cost, Tone::Quiet),
        Cell::new(reorder.unwrap_or_default(), Tone::Quiet),
        Cell::new(product.kind.as_str(), Tone::Quiet),
    ]
}
