//! The values that each column of each table may hold: one description for the check of every cell
//! and for the rescue of a damaged file.
//!
//! Values are judged by the same [`FromSql`] implementations and parsers with which rows are read,
//! so that a value which passes the check can be read.

mod complaint;
mod derived_tables;
mod fields;
mod kinds;
mod tables;
mod ticket;

pub(super) use derived_tables::DERIVED;
pub(super) use kinds::LARGEST_COMPUTED;
pub(super) use tables::BASE;

/// The first of the tables in [`BASE`] that are the journal itself.
const FIRST_OF_JOURNAL: &str = "action";

use super::values::shown;
use crate::domain::damage::{Expected, Problem};
use rusqlite::types::ValueRef;

/// A table, its columns, and the rules between them.
pub(super) struct TableSpec {
    pub name: &'static str,
    /// The column with the row's number.
    pub key: &'static str,
    pub columns: &'static [ColumnSpec],
    /// Conditions between the cells of a row, each with the column to blame.
    pub rules: &'static [(&'static str, &'static str)],
}

/// Returns the tables whose every change the journal keeps: all of [`BASE`] but the journal's own.
pub(super) fn journalled() -> impl Iterator<Item = &'static TableSpec> {
    BASE.iter().take_while(|table| table.name != FIRST_OF_JOURNAL)
}

impl TableSpec {
    /// Returns the columns in which every row refers to a row of another table, each with the table.
    fn required_parents(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let required = self.columns.iter().filter(|column| !column.optional);
        required.filter_map(|column| Some((column.name, column.parent?)))
    }

    /// Returns the SQL of the customer to whom a row belongs, directly or through its parents; `None`
    /// for a table whose rows belong to no customer.
    pub fn customer_of(&self, row: &str) -> Option<String> {
        if self.name == "customer" {
            return Some(format!("{row}.{}", self.key));
        }
        self.required_parents().find_map(|(column, name)| match name {
            "customer" => Some(format!("{row}.{column}")),
            _ => {
                let parent = BASE.iter().find(|table| table.name == name)?;
                let (whose, key) = (parent.customer_of(name)?, parent.key);
                Some(format!("(SELECT {whose} FROM {name} WHERE {name}.{key} = {row}.{column})"))
            }
        })
    }
}

/// A column and its values.
#[derive(Clone, Copy)]
pub(super) struct ColumnSpec {
    pub name: &'static str,
    pub optional: bool,
    pub expected: Expected,
    valid: Valid,
    /// The action of a rescue when the value is bad.
    pub fallback: Fallback,
    /// The table to whose rows it refers.
    pub parent: Option<&'static str>,
    /// The column from which it is computed, and the computation.
    pub computed: Option<Computed>,
}

/// The condition that a value has to meet.
#[derive(Clone, Copy)]
enum Valid {
    Value(fn(ValueRef<'_>) -> bool),
    Text(fn(&str) -> bool),
}

impl Valid {
    fn holds(self, value: ValueRef<'_>) -> bool {
        match self {
            Self::Value(is_valid) => is_valid(value),
            Self::Text(is_valid) => value.as_str().is_ok_and(is_valid),
        }
    }
}

/// A column, and what is computed from its text.
type Computed = (&'static str, fn(&str) -> String);

/// The action of a rescue for a bad cell.
#[derive(Clone, Copy)]
pub(super) enum Fallback {
    /// Leaves the row out.
    LoseRow,
    /// Leaves the cell as it is in a new file.
    Keep,
    /// Empties the cell.
    Null,
    Text(&'static str),
    Integer(i64),
    /// The row's number behind these letters.
    Numbered(&'static str),
}

impl ColumnSpec {
    /// Returns the problem of a cell, if any; a cell of `None` is one that cannot be read.
    pub fn problem(&self, cell: Option<ValueRef<'_>>) -> Option<Problem> {
        match cell {
            None => Some(Problem::Unreadable),
            Some(ValueRef::Null) => (!self.optional).then_some(Problem::Missing),
            Some(value) if self.valid.holds(value) => None,
            Some(value) => Some(Problem::Invalid { value: shown(value), expected: self.expected }),
        }
    }

    const fn or(mut self, fallback: Fallback) -> Self {
        self.fallback = fallback;
        self
    }

    const fn optional(mut self) -> Self {
        self.optional = true;
        self.fallback = Fallback::Null;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_customer_of_a_row_is_found_through_its_parents() {
        let of = |name: &str| BASE.iter().find(|table| table.name == name)?.customer_of("row");
        assert_eq!(of("customer").as_deref(), Some("row.id"));
        assert_eq!(of("entry").as_deref(), Some("row.customer_id"));
        let through_jar = "(SELECT jar.customer_id FROM jar WHERE jar.id = row.jar_id)";
        assert_eq!(of("reading").as_deref(), Some(through_jar));
        let through_delivery =
            "(SELECT delivery.customer_id FROM delivery WHERE delivery.id = row.delivery_id)";
        assert_eq!(of("delivery_line").as_deref(), Some(through_delivery));
        assert_eq!((of("product"), of("stock_move"), of("shop")), (None, None, None));
    }

    #[test]
    fn a_jar_that_is_listed_begins_with_whose_it_is() {
        let jar = BASE.iter().find(|table| table.name == "jar");
        let columns = jar.into_iter().flat_map(|table| table.columns);
        let names: Vec<&str> = columns.map(|column| column.name).collect();
        assert_eq!(names.get(..3), Some(["customer_id", "product_id", "usual"].as_slice()));
        assert_eq!(names.last(), Some(&"learn_from"));
    }
}
