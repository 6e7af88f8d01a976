//! What was typed wrong, as a sentence: numbers, days, paydays and files of rows.

use super::{Sentence, Words};
use crate::domain::day::DayError;
use crate::domain::payday::PaydayError;
use crate::domain::quantity::NumberError;
use crate::exchange::ReadError;
use crate::exchange::tables::{BadField, BadFile, BadRow, Why};

/// So many bad rows are told; whoever has seen a hundred has seen enough.
const MOST_ROWS: usize = 100;

impl Words {
    /// Why a text is no amount, quantity or rate.
    pub fn number_error(&self, error: &NumberError) -> Sentence {
        let (key, text) = match error {
            NumberError::Empty => ("number-empty", ""),
            NumberError::NotANumber { text } => ("number-none", text.as_str()),
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
            DayError::NotAWeekday { text } => ("day-no-weekday", text),
            DayError::NoSuchDay { text } => ("day-no-such", text),
            DayError::OutOfRange { text } => ("day-out-of-range", text),
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

    /// Why a file could not be read as rows of a table: a line for each bad row.
    pub fn bad_file(&self, error: &BadFile) -> Sentence {
        match error {
            BadFile::Header(error) => self.read_error(error),
            BadFile::Rows(rows) => self.bad_rows(rows, |row| match row {
                BadRow::Unreadable(error) => self.read_error(error),
                BadRow::Field(BadField { line, column, why }) => {
                    self.bad_field(*line, column, self.why_bad(why))
                }
            }),
        }
    }

    /// A line for each bad row of a file; after the hundredth they are only counted. What to do is
    /// said of a single one; of several only that nothing was read in.
    pub(super) fn bad_rows<T>(&self, rows: &[T], row: impl Fn(&T) -> Sentence) -> Sentence {
        let general = self.sentence("bad-rows", &[("count", rows.len().into())]);
        if let [only] = rows {
            let Sentence { text, hint } = row(only);
            return Sentence { text, hint: hint.or(general.hint) };
        }
        let mut lines: Vec<String> = rows.iter().take(MOST_ROWS).map(|bad| row(bad).text).collect();
        let more = rows.len().saturating_sub(MOST_ROWS);
        if more > 0 {
            lines.push(self.tell("bad-rows-more", &[("count", more.into())]));
        }
        Sentence { text: lines.join("\n"), hint: general.hint }
    }

    /// What is wrong with the first few of all bad rows of a file; the others are only counted.
    pub fn first_bad_rows(&self, said: Sentence, all: usize, most: usize) -> Sentence {
        if all <= most {
            return said;
        }
        let mut lines: Vec<String> = said.text.lines().take(most).map(str::to_owned).collect();
        lines.push(self.tell("bad-rows-more", &[("count", (all - most).into())]));
        Sentence { text: lines.join("\n"), hint: said.hint }
    }

    /// What is wrong with a field, behind where it stands.
    pub(super) fn bad_field(&self, line: u64, column: &str, because: Sentence) -> Sentence {
        let args = [
            ("line", line.to_string().into()),
            ("column", column.into()),
            ("because", because.text.into()),
        ];
        Sentence { text: self.tell("bad-field", &args), hint: because.hint }
    }

    fn why_bad(&self, why: &Why) -> Sentence {
        match why {
            Why::Empty => self.sentence("bad-field-empty", &[]),
            Why::Number(error) => self.number_error(error),
            Why::Day(error) => self.day_error(error),
            Why::Payday(error) => self.payday_error(error),
            Why::NoneOf { text, known } => {
                let args = [
                    ("text", text.into()),
                    ("known", known.join(&self.say("between-goods")).into()),
                ];
                self.sentence("bad-field-none-of", &args)
            }
            Why::Form { text, example } => {
                let args = [("text", text.into()), ("example", (*example).into())];
                self.sentence("bad-field-form", &args)
            }
        }
    }
}
