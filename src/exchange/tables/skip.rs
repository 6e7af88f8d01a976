//! Skips.

use super::fields::Fields;
use super::source::Parse;
use crate::domain::id::{CustomerId, SkipId};
use crate::domain::record::SkipRecord;
use crate::domain::skip::Skip;
use crate::exchange::{Cell, Column};

pub(super) const COLUMNS: &[Column] = &[
    Column::right("id"),
    Column::left("customer"),
    Column::left("product"),
    Column::left("day"),
    Column::left("until"),
    Column::left("reason"),
];

pub(super) const NEEDED: &[&str] = &["customer", "until"];

pub(super) fn cells(row: &SkipRecord) -> [Cell<'_>; 6] {
    let skip = &row.skip;
    [
        Cell::Int(skip.id.number()),
        Cell::text(&row.customer),
        Cell::or_empty(row.product.as_deref(), Cell::text),
        Cell::Day(skip.on),
        Cell::Day(skip.until),
        Cell::text(&skip.reason),
    ]
}

pub(super) fn read(row: &mut Fields<'_>, parse: Parse) -> Option<SkipRecord> {
    let id = row.id("id", SkipId::new);
    let customer = row.needed_text("customer");
    let product = Some(row.text("product")).filter(|name| !name.trim().is_empty());
    let (on, until) = (row.day("day"), row.needed_day("until"));
    let skip = Skip {
        id: id?,
        customer: CustomerId::new(0),
        product: None,
        on: on?.unwrap_or(parse.today),
        until: until?,
        reason: row.text("reason"),
    };
    Some(SkipRecord { skip, customer: customer?, product })
}
