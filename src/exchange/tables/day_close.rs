//! Closed days. What was expected is checked against the entries, which an import has to bring first.

use super::fields::Fields;
use super::source::Parse;
use crate::domain::Currency;
use crate::domain::day_close::{DayClose, denominations_text, parse_denominations};
use crate::domain::id::DayCloseId;
use crate::exchange::{Cell, Column};

pub(super) const COLUMNS: &[Column] = &[
    Column::right("id"),
    Column::left("day"),
    Column::left("till"),
    Column::right("expected"),
    Column::right("counted"),
    Column::left("denominations"),
    Column::left("reason"),
];

pub(super) const NEEDED: &[&str] = &["day", "expected", "counted"];

pub(super) fn cells(close: &DayClose, currency: Currency) -> [Cell<'_>; 7] {
    [
        Cell::Int(close.id.number()),
        Cell::Day(close.day),
        Cell::text(close.till.join(";")),
        Cell::Money(close.expected, currency),
        Cell::Money(close.counted, currency),
        Cell::text(denominations_text(&close.denominations, currency)),
        Cell::text(&close.reason),
    ]
}

pub(super) fn read(row: &mut Fields<'_>, parse: Parse) -> Option<DayClose> {
    let id = row.id("id", DayCloseId::new);
    let day = row.needed_day("day");
    let expected = row.needed("expected", |text| parse.currency.parse(text));
    let counted = row.needed("counted", |text| parse.currency.parse_at_least_zero(text));
    let denominations =
        row.value("denominations", |text| parse_denominations(text, parse.currency));
    Some(DayClose {
        id: id?,
        day: day?,
        till: row.words("till"),
        expected: expected?,
        counted: counted?,
        denominations: denominations?.unwrap_or_default(),
        reason: row.text("reason"),
    })
}
