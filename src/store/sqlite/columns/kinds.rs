//! The kinds of columns: what a day, a count, a name, a reference may be.

use super::super::values::Iso;
use super::{ColumnSpec, Fallback, TableSpec, Valid};
use crate::domain::Money;
use crate::domain::damage::Expected;
use crate::domain::day::Weekdays;
use crate::domain::shop::Language;
use rusqlite::types::{FromSql, ValueRef};

pub(super) const fn column(
    name: &'static str,
    expected: Expected,
    valid: fn(ValueRef<'_>) -> bool,
) -> ColumnSpec {
    let (parent, computed) = (None, None);
    let (valid, fallback) = (Valid::Value(valid), Fallback::LoseRow);
    ColumnSpec { name, optional: false, expected, valid, fallback, parent, computed }
}

pub(super) const fn day(name: &'static str) -> ColumnSpec {
    column(name, Expected::Day, reads::<Iso>)
}

/// Returns the specification of a text that may be empty.
pub(super) const fn text(name: &'static str) -> ColumnSpec {
    column(name, Expected::Text, is_text).or(Fallback::Text(""))
}

pub(super) const fn filled(name: &'static str) -> ColumnSpec {
    column(name, Expected::Text, |value| value.as_str().is_ok_and(|text| !text.is_empty()))
}

pub(super) const fn number(name: &'static str, valid: fn(ValueRef<'_>) -> bool) -> ColumnSpec {
    column(name, Expected::Number, valid)
}

pub(super) const fn real(name: &'static str) -> ColumnSpec {
    number(name, |value| value.as_f64().is_ok_and(|number| number.abs() <= LARGEST_REAL))
}

/// Returns the specification of a weight, a count or a sum of squares of the fitted model.
pub(super) const fn weight(name: &'static str) -> ColumnSpec {
    number(name, |value| value.as_f64().is_ok_and(|number| (0.0..=LARGEST_REAL).contains(&number)))
}

pub(super) const fn one_of(name: &'static str, valid: fn(ValueRef<'_>) -> bool) -> ColumnSpec {
    column(name, Expected::Name, valid)
}

/// Returns the specification of a name out of a set; a rescue replaces a bad one by the first of
/// the set.
pub(super) const fn choice(
    name: &'static str,
    valid: fn(&str) -> bool,
    first: &'static str,
) -> ColumnSpec {
    let mut column = text(name).or(Fallback::Text(first));
    (column.expected, column.valid) = (Expected::Name, Valid::Text(valid));
    column
}

pub(super) const fn parent(name: &'static str, table: &'static str) -> ColumnSpec {
    let mut column = column(name, Expected::Reference, |value| value.as_i64().is_ok());
    column.parent = Some(table);
    column
}

pub(super) const fn computed(
    name: &'static str,
    from: &'static str,
    how: fn(&str) -> String,
) -> ColumnSpec {
    let mut column = text(name);
    column.computed = Some((from, how));
    column
}

pub(super) fn reads<T: FromSql>(value: ValueRef<'_>) -> bool {
    T::column_result(value).is_ok()
}

pub(super) fn is_text(value: ValueRef<'_>) -> bool {
    value.as_str().is_ok()
}

pub(super) fn is_count(value: ValueRef<'_>) -> bool {
    reads::<u32>(value)
}

/// Largest value of a computed real number, in any unit: rates, logarithms and sums of them stay
/// far below.
const LARGEST_REAL: f64 = 1e15;

/// Largest amount, quantity or rate that can be entered, in its smallest unit.
const LARGEST: i64 = Money::MAX.minor();

/// Largest value that the program writes for one row from sums of others (a balance that is written
/// off, a stock that is counted), in its smallest unit. Nine thousand of them can be added without
/// overflow.
pub(in super::super) const LARGEST_COMPUTED: i64 = 1000 * LARGEST;

/// Returns whether a value is an amount or a quantity that may be below zero and computed.
pub(super) fn is_signed(value: ValueRef<'_>) -> bool {
    value.as_i64().is_ok_and(|number| (-LARGEST_COMPUTED..=LARGEST_COMPUTED).contains(&number))
}

/// Returns whether a value is a quantity that may be computed.
pub(super) fn is_level(value: ValueRef<'_>) -> bool {
    value.as_i64().is_ok_and(|number| (0..=LARGEST_COMPUTED).contains(&number))
}

pub(super) fn is_integer(value: ValueRef<'_>) -> bool {
    value.as_i64().is_ok()
}

/// Returns whether a value is the number of a row, or 0 for the place before the first.
pub(super) fn is_row_number(value: ValueRef<'_>) -> bool {
    value.as_i64().is_ok_and(|number| number >= 0)
}

pub(super) fn at_least_zero(value: ValueRef<'_>) -> bool {
    value.as_i64().is_ok_and(|number| (0..=LARGEST).contains(&number))
}

pub(super) fn positive(value: ValueRef<'_>) -> bool {
    value.as_i64().is_ok_and(|number| (1..=LARGEST).contains(&number))
}

pub(super) fn up_to_a_year(value: ValueRef<'_>) -> bool {
    matches!(value.as_i64(), Ok(0..=365))
}

pub(super) fn is_flag(value: ValueRef<'_>) -> bool {
    matches!(value.as_i64(), Ok(0 | 1))
}

pub(super) fn is_language(value: ValueRef<'_>) -> bool {
    value.as_str().is_ok_and(|tag| Language::from_tag(tag).is_some())
}

pub(super) fn weekdays(value: ValueRef<'_>) -> Option<Weekdays> {
    Weekdays::from_bits(u8::column_result(value).ok()?)
}

pub(super) const fn table(name: &'static str, columns: &'static [ColumnSpec]) -> TableSpec {
    TableSpec { name, key: "id", columns, rules: &[] }
}

pub(super) const fn derived(
    name: &'static str,
    key: &'static str,
    columns: &'static [ColumnSpec],
) -> TableSpec {
    TableSpec { name, key, columns, rules: &[] }
}
