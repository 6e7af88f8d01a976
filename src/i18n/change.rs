//! Formats the changes that a journal line made to a row.

use super::{Localizer, PrivacyMode};
use crate::domain::action::RowChange;
use crate::domain::day::Weekdays;
use crate::domain::{Currency, Money, Quantity, Rate};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// A column of a row that is not as it was.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ChangedColumn {
    /// Its name in the file, or the word for it.
    pub name: String,
    /// Value before the change; `None` if it was empty.
    pub before: Option<String>,
    /// Value after the change.
    pub after: Option<String>,
}

/// The columns of a row by their names.
pub(super) type JsonRow = Map<String, Value>;

impl Localizer {
    /// The columns of a row that are not as they were, by their names in the file.
    pub fn changed(&self, change: &RowChange) -> Vec<ChangedColumn> {
        changed(change, |_, name, value| Some(self.veiled_value(name, value)))
    }

    /// The same as people say it: words for the columns, names for numbers, days and amounts as they
    /// are written everywhere else. Whose and what it is comes first.
    pub fn changed_in_words(&self, change: &RowChange) -> Vec<ChangedColumn> {
        let said =
            |row: &JsonRow, name: &str, value: &Value| self.in_words(change, row, name, value);
        let mut columns = changed(change, said);
        // What says nothing, such as no tick and no weekday, was nothing and is nothing.
        columns.retain(|column| column.before.is_some() || column.after.is_some());
        columns.sort_by_key(|column| !column.name.ends_with("_id"));
        for column in &mut columns {
            column.name = match self.column(&change.table, &column.name) {
                Some(word) => word,
                // A table of a newer notebook; a test sees to it that ours have all words.
                None => continue,
            };
        }
        columns
    }

    /// A value as people read it, or hidden as it is everywhere else.
    fn veiled_value(&self, column: &str, value: &Value) -> String {
        match (self.veil, column, value.as_i64()) {
            (PrivacyMode::On, "price" | "cost" | "amount" | "debt_limit", Some(minor)) => {
                self.money(Money::from_minor(minor))
            }
            (PrivacyMode::On, "phones", _) => self.phone(value.as_str().unwrap_or_default()).into(),
            (PrivacyMode::On | PrivacyMode::Off, ..) => readable(column, value, self.currency),
        }
    }
}

/// The columns that are not as they were, with what is said for their values.
fn changed(
    change: &RowChange,
    said: impl Fn(&JsonRow, &str, &Value) -> Option<String>,
) -> Vec<ChangedColumn> {
    let (before, after) = (columns(change.before.as_deref()), columns(change.after.as_deref()));
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let value = |row: &JsonRow, name: &str| row.get(name).and_then(|value| said(row, name, value));
    (names.into_iter())
        .filter(|name| before.get(*name) != after.get(*name))
        .map(|name| ChangedColumn {
            name: name.clone(),
            before: value(&before, name),
            after: value(&after, name),
        })
        .collect()
}

/// The columns of a row that the journal kept as JSON. What is empty, and what a search or a sort
/// only needs for itself, is left out.
fn columns(row: Option<&str>) -> JsonRow {
    let Some(Ok(Value::Object(mut columns))) = row.map(serde_json::from_str) else {
        return Map::new();
    };
    columns.retain(|name, value| {
        !value.is_null() && value.as_str() != Some("") && name != "id" && !name.ends_with("_key")
    });
    columns
}

/// A value of a row as people read it: amounts in their currency, quantities in their unit.
fn readable(column: &str, value: &Value, currency: Currency) -> String {
    let Some(number) = value.as_i64() else {
        return value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    };
    match column {
        "price" | "cost" | "amount" | "debt_limit" => {
            currency.plain(Money::from_minor(number)).to_string()
        }
        "quantity" | "planned" | "delivered" | "level" | "pack" | "reorder" | "usual"
        | "capacity" | "monthly" | "child" | "elder" | "service_level" => {
            Quantity::from_thousandths(number).to_string()
        }
        "appetite" | "pinned" => Rate::from_millionths(number).to_string(),
        "weekdays" | "delivery_days" => {
            let days = u8::try_from(number).ok().and_then(Weekdays::from_bits);
            days.map_or_else(|| number.to_string(), |days| days.to_string())
        }
        _ => number.to_string(),
    }
}
