//! The values that each column of each table may hold: one description for the check of every cell
//! and for the rescue of a damaged file.
//!
//! Values are judged by the same [`FromSql`] implementations and parsers with which rows are read,
//! so that a value which passes the check can be read.

mod customer;
mod kinds;
mod tables;

pub(super) use kinds::LARGEST_COMPUTED;
pub(super) use tables::{BASE, DERIVED};

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
