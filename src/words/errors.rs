//! What was typed wrong, as a sentence: numbers, days, paydays and files of rows.

use super::{Sentence, Words};
use crate::domain::day::DayError;
use crate::domain::payday::PaydayError;
use crate::domain::quantity::NumberError;
use crate::exchange::ReadError;

impl Words {
    /// Why a text is no amount, quantity or rate.
    pub fn number_error(&self, error: &NumberError) -> Sentence {
        let (key, text) = match error {
            NumberError::Empty => ("number-empty", ""),
            NumberError::NotANumber { text } => ("number-none", text.as_str()),
            NumberError::FullWidth { text, instead } => return self.full_width(text, instead),
            NumberError::TooManyDecimals { text, allowed } => {
                let args = [("text", text.into()), ("allowed", (*allowed).into())];
                return self.sentence("number-decimals", &args);
            }
            NumberError::TooLarge { text } => ("number-too-large", text.as_str()),
            NumberError::UnknownCurrency { text } => ("number-currency", text.as_str()),
            NumberError::Negative { text } => ("number-negative", text.as_str()),
        };
        self.sentence(key, &[("text", text.into())])
    }

    /// Why a text is no day, period, weekday or repetition.
    pub fn day_error(&self, error: &DayError) -> Sentence {
        let (key, text) = match error {
            DayError::NotADay { text } => ("day-none", text),
            DayError::NoSuchDay { text } => ("day-no-such", text),
            DayError::OutOfRange { text } => ("day-out-of-range", text),
            DayError::FullWidth { text, instead } => return self.full_width(text, instead),
            DayError::Backwards { text } => ("day-backwards", text),
            DayError::NotASpan { text } => ("day-no-span", text),
        };
        self.sentence(key, &[("text", text.into())])
    }

    /// Why a text is no payday rule.
    pub fn payday_error(&self, error: &PaydayError) -> Sentence {
        let (key, text) = match error {
            PaydayError::NotARule { text } => ("payday-no-rule", text),
            PaydayError::NoSuchDay { text } => ("payday-no-such-day", text),
            PaydayError::NoSuchInterval { text } => ("payday-no-interval", text),
            PaydayError::NotAWeekday { text } => ("payday-no-weekday", text),
            PaydayError::Anchor(error) => return self.day_error(error),
            PaydayError::FullWidth { text, instead } => return self.full_width(text, instead),
        };
        self.sentence(key, &[("text", text.into())])
    }

    /// Why a file could not be read as rows.
    pub fn read_error(&self, error: &ReadError) -> Sentence {
        let at = |line: u64| ("line", line.to_string().into());
        match error {
            ReadError::Io(error) => {
                self.sentence("read-io", &[("reason", error.to_string().into())])
            }
            ReadError::NoHeader => self.sentence("read-no-header", &[]),
            ReadError::UnknownColumn { column, line } => {
                self.sentence("read-unknown-column", &[at(*line), ("column", column.into())])
            }
            ReadError::ColumnTwice { column, line } => {
                self.sentence("read-column-twice", &[at(*line), ("column", column.into())])
            }
            ReadError::MissingColumn { column } => {
                self.sentence("read-missing-column", &[("column", (*column).into())])
            }
            ReadError::NotUtf8 { line, column } => {
                self.sentence("read-not-utf8", &[at(*line), ("column", column.into())])
            }
            ReadError::FieldCount { line, found, expected } => {
                let args =
                    [at(*line), ("found", (*found).into()), ("expected", (*expected).into())];
                self.sentence("read-field-count", &args)
            }
        }
    }

    fn full_width(&self, text: &str, instead: &str) -> Sentence {
        self.sentence("full-width", &[("text", text.into()), ("instead", instead.into())])
    }
}
