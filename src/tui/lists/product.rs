//! The store room: the stock, how long it lasts, the needs of the coming days, the day to order by,
//! sales and costs.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::spec::{ListColumnSpec, ListRows, ListSpec};
use super::{day_cell, empty_until, filter_in_words, money_cell};
use crate::domain::Quantity;
use crate::domain::query::IncludeFormer;
use crate::reports::Shelf;
use crate::tui::keymap::Intent;
use crate::tui::model::Model;
use crate::tui::theme::Tone;
use crate::tui::widgets::panel::PanelFrame;
use crate::tui::widgets::table::ListCell;

/// The specification of the list.
const SPEC: ListSpec<Shelf> = ListSpec { columns: COLUMNS, cells, indent: 1 };

#[rustfmt::skip]
const COLUMNS: &[ListColumnSpec] = &[
    ListColumnSpec::text("", (1, 1), 0),
    ListColumnSpec::text("column-product", (12, 30), 0),
    ListColumnSpec::number("column-stock", (8, 14), 0),
    ListColumnSpec::number("column-lasts", (5, 10), 4),
    ListColumnSpec::number("column-need", (9, 12), 3),
    ListColumnSpec::number("column-to-buy", (8, 12), 0),
    ListColumnSpec::text("column-by-day", (6, 10), 0),
    ListColumnSpec::number("column-on-order", (8, 12), 1),
    ListColumnSpec::text("column-arrives", (6, 10), 2),
    ListColumnSpec::number("column-sold", (9, 14), 5),
    ListColumnSpec::number("column-price", (6, 20), 6),
    ListColumnSpec::number("column-cost", (6, 12), 8),
    ListColumnSpec::number("column-reorder", (8, 12), 7),
    ListColumnSpec::text("column-kind", (6, 12), 9),
];

/// Days of stock from which on no attention is needed.
const PLENTY: i64 = 14;

/// Draws the list.
pub fn draw(model: &Model, body: Rect, buffer: &mut Buffer) {
    let (products, words) = (&model.products, &model.words);
    let short = products.rows.iter().filter(|shelf| shelf.is_short()).count();
    let short = match short {
        0 => String::new(),
        count => words.format("products-short", &[("count", count.into())]),
    };
    let panel = PanelFrame {
        title: &words.text(match products.former {
            IncludeFormer::Without => "screen-products",
            IncludeFormer::With => "products-and-retired",
        }),
        figures: &filter_in_words(model, &products.filter),
        remark: (&short, Tone::Late),
        here: true,
        ..PanelFrame::default()
    };
    let first = ("no-products", Intent::AddProduct);
    let said = empty_until(model, products.known, &products.filter, first);
    // The mark of a short product replaces the indent.
    let spec = ListSpec { indent: u16::from(short.is_empty()), ..SPEC };
    let rows = ListRows::of_list(&products.rows, body);
    spec.draw(model, &rows, (&panel, &said), body, buffer);
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
        match product.retired_on {
            Some(_) => {
                let name = [("product", product.name.as_str().into())];
                ListCell::new(words.format("product-retired", &name), Tone::Quiet)
            }
            None => ListCell::new(product.name.as_str(), Tone::Name),
        },
        ListCell::new(
            words.quantity(shelf.stock, &product.unit),
            if short { Tone::Late } else { Tone::Plain },
        ),
        ListCell::new(lasts.unwrap_or_default(), tone),
        quantity_cell(model, Some(shelf.need), &product.unit, Tone::Plain),
        quantity_cell(model, Some(shelf.missing), &product.unit, Tone::Name),
        day_cell(model, shelf.by),
        quantity_cell(model, product.on_order, &product.unit, Tone::Plain),
        // A past day of arrival is shown as late.
        day_cell(model, product.arrives_on),
        ListCell::new(words.quantity(shelf.sold, &product.unit), Tone::Plain),
        price_cell(model, shelf),
        money_cell(model, product.cost, Tone::Quiet),
        ListCell::new(reorder.unwrap_or_default(), Tone::Quiet),
        ListCell::new(product.kind.as_str(), Tone::Quiet),
    ]
}

/// Returns the cell for the price, with the next one if it is known: `16 → 17 on 1 Dec`.
fn price_cell<'a>(model: &Model, shelf: &Shelf) -> ListCell<'a> {
    let Some((from, next)) = shelf.next_price else {
        return money_cell(model, shelf.product.price, Tone::Plain);
    };
    let words = &model.words;
    let args = [
        ("price", words.money(shelf.product.price).into()),
        ("next", words.money(next).into()),
        ("day", words.short_day(from).into()),
    ];
    ListCell::new(words.format("price-then", &args), Tone::Plain)
}

/// Returns the cell for a quantity; empty if it is zero or unknown.
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
