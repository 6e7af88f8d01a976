//! The fields of one row, read into values; whatever is wrong is noted and the others are read on.

use super::import_error::{BadField, BadRow, FieldError};
use crate::domain::birthday::Birthday;
use crate::domain::day::{DateOrder, DayError, parse_dated, parse_iso};
use crate::domain::import::{Capped, MAX_EXTERNAL};
use crate::domain::quantity::NumberError;
use crate::domain::search_key::fold;
use crate::domain::{Day, StableName};
use crate::exchange::CsvRow;

/// The fields of one row.
pub(super) struct Fields<'a> {
    record: CsvRow<'a>,
    known: &'a [&'static str],
    /// Date order of the shop.
    order: Option<DateOrder>,
    bad: &'a mut Capped<BadRow>,
}

impl<'a> Fields<'a> {
    pub(super) fn new(
        record: CsvRow<'a>,
        known: &'a [&'static str],
        order: Option<DateOrder>,
        bad: &'a mut Capped<BadRow>,
    ) -> Self {
        Self { record, known, order, bad }
    }

    /// Notes what is wrong with a field.
    pub(super) fn wrong(&mut self, column: &'static str, why: impl Into<FieldError>) {
        let line = self.record.line();
        self.bad.push(BadRow::Field(BadField { line, column, why: why.into() }));
    }

    /// The field exactly as it stands; empty if the file has no such column.
    pub(super) fn text(&self, column: &'static str) -> String {
        self.field(column).unwrap_or_default().to_owned()
    }

    /// A text that has to be there.
    pub(super) fn needed_text(&mut self, column: &'static str) -> Option<String> {
        let text = self.text(column);
        if text.trim().is_empty() {
            self.wrong(column, FieldError::Empty);
            return None;
        }
        Some(text)
    }

    /// A reference of another system, without the blanks around it: `None` if it is too long,
    /// `Some(None)` if it is empty.
    pub(super) fn external(&mut self) -> Option<Option<String>> {
        self.value("external", |text| {
            if text.chars().count() > MAX_EXTERNAL {
                return Err(FieldError::TooLong { most: MAX_EXTERNAL });
            }
            Ok(text.to_owned())
        })
    }

    /// Words parted by `;`, or by the line breaks that a spreadsheet puts into a cell; none are empty.
    pub(super) fn words(&self, column: &'static str) -> Vec<String> {
        let words = self.field(column).unwrap_or_default().split([';', '\n', '\r']);
        words.filter(|word| !word.trim().is_empty()).map(str::to_owned).collect()
    }

    /// Telephone numbers, without the decimal point that a spreadsheet gives a number; `None` if one has lost
    /// its digits there.
    pub(super) fn phones(&mut self, column: &'static str) -> Option<Vec<String>> {
        let mut numbers = self.words(column);
        if let Some(text) = numbers.iter().find(|number| has_lost_digits(number)) {
            self.wrong(column, FieldError::LostDigits { text: text.trim().to_owned() });
            return None;
        }
        for number in &mut numbers {
            *number = without_decimals(number).to_owned();
        }
        Some(numbers)
    }

    /// The value of a field that may be empty: `None` if it is wrong, `Some(None)` if it is empty.
    pub(super) fn value<T, E: Into<FieldError>>(
        &mut self,
        column: &'static str,
        parse: impl FnOnce(&str) -> Result<T, E>,
    ) -> Option<Option<T>> {
        let Some(text) = self.field(column).filter(|text| !text.trim().is_empty()) else {
            return Some(None);
        };
        match parse(text.trim()) {
            Ok(value) => Some(Some(value)),
            Err(error) => {
                self.wrong(column, error);
                None
            }
        }
    }

    /// The value of a field that has to be there.
    pub(super) fn needed<T, E: Into<FieldError>>(
        &mut self,
        column: &'static str,
        parse: impl FnOnce(&str) -> Result<T, E>,
    ) -> Option<T> {
        let value = self.value(column, parse)?;
        if value.is_none() {
            self.wrong(column, FieldError::Empty);
        }
        value
    }

    /// The value of a field, or `otherwise` if it is empty.
    pub(super) fn value_or<T, E: Into<FieldError>>(
        &mut self,
        column: &'static str,
        otherwise: T,
        parse: impl FnOnce(&str) -> Result<T, E>,
    ) -> Option<T> {
        Some(self.value(column, parse)?.unwrap_or(otherwise))
    }

    /// An identity: `12`, or zero if it is empty and has to be made.
    pub(super) fn id<Id>(&mut self, column: &'static str, id: fn(i64) -> Id) -> Option<Id> {
        self.value(column, identity).map(|number| id(number.unwrap_or(0)))
    }

    /// An identity of another row, if one is meant.
    pub(super) fn maybe_id<Id>(
        &mut self,
        column: &'static str,
        id: fn(i64) -> Id,
    ) -> Option<Option<Id>> {
        self.value(column, identity).map(|number| number.map(id))
    }

    /// A day that may be empty.
    pub(super) fn day(&mut self, column: &'static str) -> Option<Option<Day>> {
        let order = self.order;
        self.value(column, |text| day(text, order))
    }

    /// A birthday that may be empty, with its year or as `--03-27`.
    pub(super) fn birthday(&mut self, column: &'static str) -> Option<Option<Birthday>> {
        let order = self.order;
        self.value(column, |text| match text.starts_with("--") {
            true => Birthday::read(text),
            false => day(text, order).map(Birthday::Dated),
        })
    }

    /// A day that has to be there.
    pub(super) fn needed_day(&mut self, column: &'static str) -> Option<Day> {
        let order = self.order;
        self.needed(column, |text| day(text, order))
    }

    /// One of a set of names, or `otherwise` if it is empty.
    pub(super) fn key_or<T: StableName>(
        &mut self,
        column: &'static str,
        otherwise: T,
    ) -> Option<T> {
        self.value_or(column, otherwise, key)
    }

    fn field(&self, column: &'static str) -> Option<&'a str> {
        let place = self.known.iter().position(|known| *known == column)?;
        self.record.get(place)
    }
}

/// A day with its year, in any form that means the same to everybody: `2026-03-27`, as spreadsheets write it
/// (`2026/3/27`, also with the time 0:00), `2026年3月27日`; or `4/3/2026` in the order of the shop.
fn day(text: &str, order: Option<DateOrder>) -> Result<Day, DayError> {
    let midnight = [" 00:00:00", " 0:00:00", " 00:00", " 0:00", "T00:00:00"];
    let day = midnight.iter().find_map(|time| text.strip_suffix(time)).unwrap_or(text);
    match day.chars().take_while(char::is_ascii_digit).count() {
        // The year, or all of the day in one number.
        4 | 8 => parse_dated(day, order),
        _ if order.is_some() => match parse_dated(day, order) {
            Err(DayError::NotADay { .. }) => parse_iso(day),
            read => read,
        },
        _ => parse_iso(day),
    }
}

/// Returns whether a spreadsheet has shortened a number: `1.38E+10`.
fn has_lost_digits(text: &str) -> bool {
    let folded = fold(text);
    let is_number = |part: &str| {
        part.starts_with(|one: char| one.is_ascii_digit())
            && part.chars().all(|one| one.is_ascii_digit() || one == '.' || one == ',')
    };
    folded.split_once('e').is_some_and(|(number, power)| {
        is_number(number) && is_number(power.strip_prefix('+').unwrap_or(power))
    })
}

/// Returns a whole number without the decimals that a spreadsheet gives it: `13800138000` of `13800138000.0`.
fn without_decimals(text: &str) -> &str {
    match text.split_once('.') {
        Some((whole, decimals))
            if !whole.trim().is_empty()
                && !decimals.is_empty()
                && whole.trim().bytes().all(|byte| byte.is_ascii_digit())
                && decimals.trim().bytes().all(|byte| byte == b'0') =>
        {
            whole
        }
        _ => text,
    }
}

/// One of a set of names.
pub(super) fn key<T: StableName>(text: &str) -> Result<T, FieldError> {
    T::from_key(text).ok_or_else(|| FieldError::NoneOf {
        text: text.to_owned(),
        known: T::ALL.iter().map(|(_, name)| *name).collect(),
    })
}

/// A count: a whole number from zero on, no larger than the field that keeps it.
pub(super) fn count(text: &str) -> Result<u16, FieldError> {
    whole(text).and_then(|number| {
        number.try_into().map_err(|_| NumberError::TooLarge { text: text.to_owned() }.into())
    })
}

pub(super) fn identity(text: &str) -> Result<i64, FieldError> {
    match whole(text)? {
        0 => Err(NumberError::Negative { text: text.to_owned() }.into()),
        // New rows are numbered behind the largest, so there has to be room.
        number if number > MOST => Err(NumberError::TooLarge { text: text.to_owned() }.into()),
        number => Ok(number),
    }
}

/// The largest identity that is taken from a file.
const MOST: i64 = 1_000_000_000_000;

fn whole(text: &str) -> Result<i64, FieldError> {
    use crate::domain::Quantity;
    // A quantity says why a text is no number; whole ones are read as they stand.
    let none = || match Quantity::parse_at_least_zero(text) {
        Ok(_) => NumberError::TooManyDecimals { text: text.to_owned(), allowed: 0 },
        Err(error) => error,
    };
    match fold(text).parse::<i64>() {
        Ok(number) if number < 0 => Err(NumberError::Negative { text: text.to_owned() }.into()),
        Ok(number) => Ok(number),
        Err(_) => Err(none().into()),
    }
}
