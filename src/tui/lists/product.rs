//! The store room: what is there, for how long it lasts, what the coming days need and by when it must be
//! bought, how fast it goes and what it costs.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{day_cell, empty_until, filter_in_words, money_cell, say_nothing};
use crate::domain::Quantity;
use crate::reports::Shelf;
use crate::tui::keymap::Intent;
use crate::tui::layout;
use crate::tui::model::{Model, Widths};
use crate::tui::theme::Tone;
use crate::tui::widgets::panel::PanelFrame;
use crate::tui::widgets::table::{ListAlign, ListCell, ListColumn, ListTable};

/// Days of stock from which on nobody need worry.
const PLENTY: i64 = 14;

/// Draws it.
pub fn draw(model: &Model, body: Rect, buffer: &mut Buffer) {
    let (products, words) = (&model.products, &model.words);
    let short = products.rows.iter().filter(|shelf| shelf.is_short()).count();
    let short = match short {
        0 => String::new(),
        count => words.format("products-short", &[("count", count.into())]),
    };
    let panel = PanelFrame {
        title: &words.text("screen-products"),
        figures: &filter_in_words(model, &products.filter),
        remark: (&short, Tone::Late),
        here: true,
        ..PanelFrame::default()
    };
    let inside = panel.draw(body, buffer, model.look);
    if products.rows.is_empty() {
        let first = ("no-products", Intent::AddProduct);
        let said = empty_until(model, products.known, &products.filter, first);
        say_nothing(model, inside, &said, buffer);
        return;
    }
    let titles = [
        "column-product",
        "column-stock",
        "column-lasts",
        "column-need",
        "column-to-buy",
        "column-by-day",
        "column-on-order",
        "column-arrives",
        "column-sold",
        "column-price",
        "column-cost",
        "column-reorder",
        "column-kind",
    ]
    .map(|key| words.text(key));
    let [name, stock, lasts, need, buy, by, ordered, arrives, sold, price, cost, reorder, kind] =
        &titles;
    let column = |title, cells, align, leaves| ListColumn { title, cells, align, leaves };
    let columns = [
        column("", (1, 1), ListAlign::Left, 0),
        column(name.as_str(), (8, 24), ListAlign::Left, 0),
        column(stock, (8, 14), ListAlign::Right, 0),
        column(lasts, (5, 10), ListAlign::Right, 4),
        column(need, (9, 12), ListAlign::Right, 3),
        column(buy, (8, 12), ListAlign::Right, 0),
        column(by, (6, 10), ListAlign::Left, 0),
        column(ordered, (8, 12), ListAlign::Right, 1),
        column(arrives, (6, 10), ListAlign::Left, 2),
        column(sold, (9, 14), ListAlign::Right, 5),
        column(price, (6, 12), ListAlign::Right, 6),
        column(cost, (6, 12), ListAlign::Right, 8),
        column(reorder, (8, 12), ListAlign::Right, 7),
        column(kind, (6, 12), ListAlign::Left, 9),
    ];
    let rows: Vec<_> = products.rows.iter().map(|shelf| cells(model, shelf)).collect();
    let table = ListTable {
        columns: &columns,
        rows: &rows,
        top: products.rows.scroll.top,
        selected: Some(products.rows.scroll.at),
        titles: layout::has_titles(body),
        indent: u16::from(short.is_empty()),
        column_widths: Widths::default(),
    };
    table.draw(inside, buffer, model.look);
}

fn cells<'a>(model: &Model, shelf: &'a Shelf) -> Vec<ListCell<'a>> {
    let (words, product) = (&model.words, &shelf.product);
    let short = shelf.is_short();
    let lasts = shelf.days_left.map(|days| words.format("lasts-days", &[("days", days.into())]));
    let tone = match shelf.days_left {
        Some(..3) => Tone::Late,
        Some(3..PLENTY) => Tone::Due,
        Some(_) | None => Tone::Plain,
    };
    let reorder = product.reorder.map(|reorder| words.quantity(reorder, &product.unit));
    vec![
        ListCell::new(if short { model.look.glyphs.bar } else { "" }, Tone::Late),
        ListCell::new(product.name.as_str(), Tone::Name),
        ListCell::new(
            words.quantity(shelf.stock, &product.unit),
            if short { Tone::Late } else { Tone::Plain },
        ),
        ListCell::new(lasts.unwrap_or_default(), tone),
        quantity_cell(model, Some(shelf.need), &product.unit, Tone::Plain),
        quantity_cell(model, Some(shelf.missing), &product.unit, Tone::Name),
        day_cell(model, shelf.by),
        quantity_cell(model, product.on_order, &product.unit, Tone::Plain),
        // What should have come by now is late.
        day_cell(model, product.arrives_on),
        ListCell::new(words.quantity(shelf.sold, &product.unit), Tone::Plain),
        money_cell(model, product.price, Tone::Plain),
        money_cell(model, product.cost, Tone::Quiet),
        ListCell::new(reorder.unwrap_or_default(), Tone::Quiet),
        ListCell::new(product.kind.as_str(), Tone::Quiet),
    ]
}

/// A quantity, where there is any.
fn quantity_cell<'a>(
    model: &Model,
    quantity: Option<Quantity>,
    unit: &str,
    tone: Tone,
) -> ListCell<'a> {
    match quantity.filter(|quantity| !quantity.is_zero()) {
        Some(quantity) => ListCell::new(model.words.quantity(super::roughly(quantity), unit), tone),
        None => ListCell::default(),
    }
}
