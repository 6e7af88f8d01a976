//! Errors of a file of rows, all of them reported at once.

use crate::domain::day::DayError;
use crate::domain::import::Capped;
use crate::domain::payday::PaydayError;
use crate::domain::quantity::NumberError;
use crate::domain::refusal::RefusedRecord;
use crate::exchange::ReadError;

/// Why a file could not be read as rows of a table.
#[derive(Debug, thiserror::Error)]
pub enum BadFile {
    /// Its header is wrong, or it cannot be read at all.
    #[error(transparent)]
    Header(ReadError),
    /// These rows are wrong, in the order of their lines.
    #[error("{} bad rows", .0.count())]
    Rows(Capped<BadRow>),
    /// The caller stopped the reading.
    #[error("stopped")]
    Stopped,
}

/// One thing that is wrong with a row.
#[derive(Debug)]
pub enum BadRow {
    /// It is not as many fields of UTF-8 as the header has columns.
    Unreadable(ReadError),
    /// One of its fields means nothing.
    Field(BadField),
    /// Its fields can be read, and a rule of the shop refuses it.
    Rule(RefusedRecord),
}

impl BadRow {
    /// Returns the line on which it begins.
    pub(super) fn line(&self) -> u64 {
        match self {
            Self::Unreadable(error) => error.line(),
            Self::Field(field) => field.line,
            Self::Rule(row) => row.line,
        }
    }
}

/// A field that means nothing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BadField {
    /// The line on which its row begins.
    pub line: u64,
    /// Its column.
    pub column: &'static str,
    /// The reason for which it is refused.
    pub why: FieldError,
}

/// Why a field means nothing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FieldError {
    /// It is empty and must not be.
    Empty,
    /// It has too many characters.
    TooLong {
        /// The maximum.
        most: usize,
    },
    /// It is no number that fits here.
    Number(NumberError),
    /// It is no day.
    Day(DayError),
    /// It is no payday rule.
    Payday(PaydayError),
    /// A spreadsheet has made a number of it, whose last digits are lost: `1.38E+10`.
    LostDigits {
        /// The field.
        text: String,
    },
    /// It is none of the words that it could be.
    NoneOf {
        /// The field.
        text: String,
        /// Those words.
        known: Vec<&'static str>,
    },
    /// It does not have the form that it should have.
    Form {
        /// The field, or the part of it that is meant.
        text: String,
        /// An example of the form.
        example: &'static str,
    },
}

impl From<NumberError> for FieldError {
    fn from(error: NumberError) -> Self {
        Self::Number(error)
    }
}

impl From<DayError> for FieldError {
    fn from(error: DayError) -> Self {
        Self::Day(error)
    }
}

impl From<PaydayError> for FieldError {
    fn from(error: PaydayError) -> Self {
        Self::Payday(error)
    }
}
