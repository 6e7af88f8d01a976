//! Formats input errors: numbers, days, paydays and files of rows.

use super::{Localizer, Sentence};
use crate::domain::day::DayError;
use crate::domain::import::Capped;
use crate::domain::payday::PaydayError;
use crate::domain::quantity::NumberError;
use crate::exchange::tables::{BadField, BadFile, BadRow, FieldError};
use crate::exchange::{MAX_FIELD, Malformed, ReadError};
use std::borrow::Cow;

/// The maximum number of characters of a bad field that a message quotes.
const QUOTED: usize = 60;

/// The maximum number of characters of what is said about a bad field.
const SAID: usize = 300;

/// Returns the beginning of a text that is longer than `most` characters: a field may be as long as a
/// book, and its message should not be.
fn clipped(text: &str, most: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most) {
        Some((end, _)) => Cow::Owned(format!("{}…", text.get(..end).unwrap_or_default())),
        None => Cow::Borrowed(text),
    }
}

impl Localizer {
    /// Why a text is no amount, quantity or rate.
    pub fn number_error(&self, error: &NumberError) -> Sentence {
        let (key, text) = match error {
            NumberError::Empty => ("number-empty", ""),
            NumberError::NotANumber { text } => ("number-none", text.as_str()),
            NumberError::TooManyDecimals { text, allowed } => {
                let text = clipped(text, QUOTED).into_owned();
                let args = [("text", text.into()), ("allowed", (*allowed).into())];
                return self.message("number-decimals", &args);
            }
            NumberError::DecimalComma { text } => ("number-comma", text.as_str()),
            NumberError::OtherUnit { text, unit } => {
                let text = clipped(text, QUOTED).into_owned();
                let unit = if unit.is_empty() { "none" } else { unit.as_str() };
                let args = [("text", text.into()), ("unit", unit.into())];
                return self.message("number-other-unit", &args);
            }
            NumberError::TooLarge { text } => ("number-too-large", text.as_str()),
            NumberError::UnknownCurrency { text } => ("number-currency", text.as_str()),
            NumberError::Negative { text } => ("number-negative", text.as_str()),
        };
        self.quoting(key, text)
    }

    /// Why a text is no day, period, weekday or repetition.
    pub fn day_error(&self, error: &DayError) -> Sentence {
        let (key, text) = match error {
            DayError::NotADay { text } => ("day-none", text),
            DayError::NotAWeekday { text } => ("day-no-weekday", text),
            DayError::NoSuchDay { text } => ("day-no-such", text),
            DayError::Ambiguous { text } => ("day-ambiguous", text),
            DayError::OutOfRange { text } => ("day-out-of-range", text),
            DayError::Backwards { text } => ("day-backwards", text),
            DayError::NotASpan { text } => ("day-no-span", text),
        };
        self.quoting(key, text)
    }

    /// Why a text is no payday rule.
    pub fn payday_error(&self, error: &PaydayError) -> Sentence {
        let (key, text) = match error {
            PaydayError::NotARule { text } => ("payday-no-rule", text),
            PaydayError::NoSuchDay { text } => ("payday-no-such-day", text),
            PaydayError::NoSuchInterval { text } => ("payday-no-interval", text),
            PaydayError::NoAnchor { text } => ("payday-no-anchor", text),
            PaydayError::NotAWeekday { text } => ("payday-no-weekday", text),
            PaydayError::Anchor(error) => return self.day_error(error),
        };
        self.quoting(key, text)
    }

    /// Formats a sentence that quotes what was typed.
    fn quoting(&self, key: &str, text: &str) -> Sentence {
        self.message(key, &[("text", clipped(text, QUOTED).into_owned().into())])
    }

    /// Why a file could not be read as rows.
    pub fn read_error(&self, error: &ReadError) -> Sentence {
        let at = |line: u64| ("line", line.to_string().into());
        match error {
            ReadError::Io(error) => {
                self.message("read-io", &[("reason", self.reason(&error.to_string()).into())])
            }
            ReadError::NoHeader => self.message("read-no-header", &[]),
            ReadError::UnknownColumn { column, line } => {
                let column = clipped(column, QUOTED).into_owned();
                self.message("read-unknown-column", &[at(*line), ("column", column.into())])
            }
            ReadError::ColumnTwice { column, line } => {
                self.message("read-column-twice", &[at(*line), ("column", column.into())])
            }
            ReadError::MissingColumn { column } => {
                self.message("read-missing-column", &[("column", (*column).into())])
            }
            ReadError::NotUtf8 { line, column } => {
                self.message("read-not-utf8", &[at(*line), ("column", column.into())])
            }
            ReadError::NoHeading { line, column } => {
                self.message("read-no-heading", &[at(*line), ("column", (*column).into())])
            }
            ReadError::FieldCount { line, found, expected } => {
                let args =
                    [at(*line), ("found", (*found).into()), ("expected", (*expected).into())];
                self.message("read-field-count", &args)
            }
            ReadError::Malformed { line, column, what } => {
                let mut args = vec![at(*line), ("column", column.into())];
                let key = match what {
                    Malformed::BareQuote => "read-bare-quote",
                    Malformed::BareCarriageReturn => "read-bare-carriage-return",
                    Malformed::TextAfterQuote { opened } => {
                        args.push(("opened", opened.to_string().into()));
                        "read-text-after-quote"
                    }
                    Malformed::UnclosedQuote => "read-unclosed-quote",
                    Malformed::FieldTooLong => {
                        args.push(("most", (MAX_FIELD / 1024).into()));
                        "read-field-too-long"
                    }
                    Malformed::RecordTooLong => "read-record-too-long",
                    Malformed::ZeroByte => "read-zero-byte",
                };
                self.message(key, &args)
            }
        }
    }

    /// Why a file could not be read as rows of a table: a line for each bad row.
    pub fn bad_file(&self, error: &BadFile) -> Sentence {
        match error {
            BadFile::Header(error) => self.read_error(error),
            BadFile::Stopped => self.message("store-stopped", &[]),
            BadFile::Rows(rows) => self.bad_rows(rows, |row| match row {
                BadRow::Unreadable(error) => self.read_error(error),
                BadRow::Rule(row) => self.refused_row(row),
                BadRow::Field(BadField { line, column, why }) => {
                    self.bad_field(*line, column, self.why_bad(why))
                }
            }),
        }
    }

    /// A line for each of the first bad rows of a file; the others are only counted. What to do is
    /// said of a single one; of several only that nothing was read in.
    pub(super) fn bad_rows<T>(&self, rows: &Capped<T>, row: impl Fn(&T) -> Sentence) -> Sentence {
        let general = self.message("bad-rows", &[("count", rows.count().into())]);
        if let [only] = rows.first.as_slice() {
            let Sentence { text, hint } = row(only);
            return Sentence { text, hint: hint.or(general.hint) };
        }
        let mut lines: Vec<String> = rows.first.iter().map(|bad| row(bad).text).collect();
        if rows.more > 0 {
            lines.push(self.format("bad-rows-more", &[("count", rows.more.into())]));
        }
        Sentence { text: lines.join("\n"), hint: general.hint }
    }

    /// Formats the errors of the first few bad rows of a file; the rest are only counted.
    pub fn first_bad_rows(&self, said: Sentence, all: usize, most: usize) -> Sentence {
        if all <= most {
            return said;
        }
        let mut lines: Vec<String> = said.text.lines().take(most).map(str::to_owned).collect();
        lines.push(self.format("bad-rows-more", &[("count", (all - most).into())]));
        Sentence { text: lines.join("\n"), hint: said.hint }
    }

    /// Formats the error of a field, after its line and column.
    pub(super) fn bad_field(&self, line: u64, column: &str, because: Sentence) -> Sentence {
        let args = [
            ("line", line.to_string().into()),
            ("column", column.into()),
            ("because", clipped(&because.text, SAID).into_owned().into()),
        ];
        Sentence { text: self.format("bad-field", &args), hint: because.hint }
    }

    fn why_bad(&self, why: &FieldError) -> Sentence {
        match why {
            FieldError::Empty => self.message("bad-field-empty", &[]),
            FieldError::TooLong { most } => {
                self.message("bad-field-long", &[("most", (*most).into())])
            }
            FieldError::Number(error) => self.number_error(error),
            FieldError::Day(error @ DayError::NotADay { .. }) => {
                // A file says nothing that depends on the day on which it is read.
                Sentence { hint: Some(self.text("day-in-file")), ..self.day_error(error) }
            }
            FieldError::Day(error) => self.day_error(error),
            FieldError::Payday(error) => self.payday_error(error),
            FieldError::LostDigits { text } => self.quoting("bad-field-lost-digits", text),
            FieldError::NoneOf { text, known } => {
                let args = [
                    ("text", clipped(text, QUOTED).into_owned().into()),
                    ("known", known.join(&self.text("between-goods")).into()),
                ];
                self.message("bad-field-none-of", &args)
            }
            FieldError::Form { text, example } => {
                let text = clipped(text, QUOTED).into_owned();
                let args = [("text", text.into()), ("example", (*example).into())];
                self.message("bad-field-form", &args)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]

    use super::*;
    use crate::domain::refusal::RefusedRecord;
    use crate::domain::shop::Language;
    use crate::domain::{Currency, Refusal};

    fn english() -> Localizer {
        Localizer::new(Language::English, Currency::from_code("TWD").unwrap())
    }

    #[test]
    fn a_bad_row_of_an_import_says_which_and_what_to_do() {
        let because =
            Refusal::NoJar { name: "C102 林阿嬷".to_owned(), product: "rice".to_owned() };
        let row = RefusedRecord { line: 12, column: "product", because };
        let said = english().refused(&Refusal::ImportRows(vec![row].into()));
        assert_eq!(said.text, "Line 12, column “product”: C102 林阿嬷 has no jar of rice.");
        assert_eq!(said.hint.as_deref(), Some("Add one first: jar set."));
    }

    #[test]
    fn every_bad_row_is_told_and_from_a_hundred_on_counted() {
        let row = |line| RefusedRecord { line, column: "name", because: Refusal::NoName };
        let said =
            english().refused(&Refusal::ImportRows((2..=121).map(row).collect::<Vec<_>>().into()));
        let lines: Vec<_> = said.text.lines().collect();
        assert_eq!(lines.len(), 101);
        assert!(lines[0].starts_with("Line 2, column “name”: "), "{}", lines[0]);
        assert_eq!(lines[100], "… and 20 more.");
    }

    // A21: a message quoted a field of a megabyte as a whole.
    #[test]
    fn a_long_field_is_quoted_by_its_beginning() {
        let text = |length| "米".repeat(length);
        let said =
            |length| english().number_error(&NumberError::NotANumber { text: text(length) }).text;
        assert_eq!(said(60), format!("“{}” is not a number.", text(60)));
        assert_eq!(said(61), format!("“{}…” is not a number.", text(60)));
    }
}
