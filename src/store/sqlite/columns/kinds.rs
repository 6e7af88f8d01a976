//! The kinds of columns: what a day, a count, a name, a reference may be.

use super::super::super::Expected;
use super::super::values::Iso;
use super::{ColumnSpec, Fallback, TableSpec, Valid};
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

/// Text that may be empty.
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
    number(name, |value| value.as_f64().is_ok_and(f64::is_finite))
}

pub(super) const fn one_of(name: &'static str, valid: fn(ValueRef<'_>) -> bool) -> ColumnSpec {
    column(name, Expected::Name, valid)
}

/// One of a set of names, the first of which a rescue puts in the place of a bad one.
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

pub(super) fn is_integer(value: ValueRef<'_>) -> bool {
    value.as_i64().is_ok()
}

pub(super) fn at_least_zero(value: ValueRef<'_>) -> bool {
    value.as_i64().is_ok_and(|number| number >= 0)
}

pub(super) fn positive(value: ValueRef<'_>) -> bool {
    value.as_i64().is_ok_and(|number| number > 0)
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
