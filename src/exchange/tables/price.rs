//! Prices.

use super::fields::Fields;
use super::source::Parse;
use crate::domain::id::{PriceId, ProductId};
use crate::domain::price::Price;
use crate::domain::record::PriceRecord;
use crate::domain::{Currency, Quantity};
use crate::exchange::{Cell, Column};

pub(super) const COLUMNS: &[Column] = &[
    Column::right("id"),
    Column::left("product"),
    Column::left("customer"),
    Column::right("least"),
    Column::left("from"),
    Column::right("price"),
];

pub(super) const NEEDED: &[&str] = &["product", "price"];

pub(super) fn cells(row: &PriceRecord, currency: Currency) -> [Cell<'_>; 6] {
    let price = &row.price;
    [
        Cell::Int(price.id.number()),
        Cell::text(&row.product),
        Cell::or_empty(row.customer.as_deref(), Cell::text),
        Cell::Quantity(price.least),
        Cell::Day(price.from),
        Cell::or_empty(price.amount, |amount| Cell::Money(amount, currency)),
    ]
}

pub(super) fn read(row: &mut Fields<'_>, parse: Parse) -> Option<PriceRecord> {
    let id = row.id("id", PriceId::new);
    let product = row.needed_text("product");
    let customer = Some(row.text("customer")).filter(|code| !code.trim().is_empty());
    let least = row.value_or("least", Quantity::ZERO, Quantity::parse_at_least_zero);
    let from = row.day("from");
    let amount = row.value("price", |text| parse.currency.parse_at_least_zero(text));
    let price = Price {
        id: id?,
        product: ProductId::new(0),
        customer: None,
        least: least?,
        from: from?.unwrap_or(parse.today),
        amount: amount?,
    };
    Some(PriceRecord { price, product: product?, customer })
}
