//! Products.
//!
//! An import puts `stock_in` into the store room, because the deliveries that are imported behind it
//! take their goods out again. Where no deliveries follow, leave the column out: then it is `stock`.

use super::fields::Fields;
use super::record_fields;
use super::source::Parse;
use crate::domain::field::RecordField;
use crate::domain::id::ProductId;
use crate::domain::product::{Product, ProductField};
use crate::domain::record::ProductRecord;
use crate::domain::{Currency, Money, Quantity};
use crate::exchange::{Cell, Column};
use std::sync::LazyLock;

pub(super) static COLUMNS: LazyLock<Vec<Column>> = LazyLock::new(|| {
    let mut columns = vec![Column::right("id")];
    columns.extend(ProductField::every().map(record_fields::column));
    columns.extend(["stock", "stock_in"].map(Column::right));
    columns
});

pub(super) const NEEDED: &[&str] = &["name", "unit", "price"];

pub(super) fn cells(row: &ProductRecord, currency: Currency) -> Vec<Cell<'_>> {
    let product = &row.product;
    let mut cells = vec![Cell::Int(product.id.number())];
    cells.extend(ProductField::every().map(|one| record_fields::cell(product, one, currency)));
    cells.extend([Cell::Quantity(row.stock), Cell::Quantity(row.stock_in)]);
    cells
}

pub(super) fn read(row: &mut Fields<'_>, parse: Parse) -> Option<ProductRecord> {
    let id = row.id("id", ProductId::new);
    let mut product = Product::new(ProductId::new(0), String::new(), String::new(), Money::ZERO);
    let fields = record_fields::read_every::<ProductField>(row, NEEDED, parse, &mut product);
    let stock = row.value_or("stock", Quantity::ZERO, Quantity::parse);
    let stock_in = row.value("stock_in", Quantity::parse);
    fields?;
    product.id = id?;
    let stock = stock?;
    Some(ProductRecord { product, stock, stock_in: stock_in?.unwrap_or(stock) })
}
