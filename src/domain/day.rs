//! Calendar days, and the small words around them: weekdays, periods, days off, repetitions.
//!
//! Everything here is a pure function of its arguments: functions that need today's date take it as
//! a parameter. Days that people type lie between 1900 and 2199; any other year is a typing error.

mod calendar;
mod context;
mod count;
mod period;
mod recurrence;
mod relative;
mod typed;
mod weekdays;

use std::fmt;

use chrono::{Datelike, Days};

use crate::domain::quantity::half_width;

pub use context::{DateOrder, DayContext, Looking};
pub(in crate::domain) use count::chinese_count;
pub use period::{DaysOff, Period};
pub use recurrence::{Recurrence, Span, Unit};
pub use typed::{parse_dated, parse_day, parse_month_day};
pub use weekdays::{Weekdays, parse_weekday, weekday_name};

/// A day of the shop's local calendar, without time or zone.
pub type Day = chrono::NaiveDate;

/// Why a text names no day, period, set of weekdays or repetition that we take.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum DayError {
    /// The text, or this part of it, does not look like a day or a weekday at all.
    #[error("`{text}` is not a day")]
    NotADay {
        /// The text as it was typed, without surrounding blanks.
        text: String,
    },
    /// The text, or this part of it, is no weekday.
    #[error("`{text}` is not a weekday")]
    NotAWeekday {
        /// The text as it was typed, without surrounding blanks.
        text: String,
    },
    /// The text looks like a day that no calendar has, such as 2024-02-30.
    #[error("there is no day `{text}`")]
    NoSuchDay {
        /// The text as it was typed, without surrounding blanks.
        text: String,
    },
    /// The text could be two days, as the shop has not said whether the day or the month comes first.
    #[error("`{text}` could be two days")]
    Ambiguous {
        /// The text as it was typed, without surrounding blanks.
        text: String,
    },
    /// The day lies outside the years 1900 to 2199.
    #[error("`{text}` is outside the years 1900 to 2199")]
    OutOfRange {
        /// The text as it was typed, without surrounding blanks.
        text: String,
    },
    /// A period ends before it begins.
    #[error("`{text}` ends before it begins")]
    Backwards {
        /// The text as it was typed, without surrounding blanks.
        text: String,
    },
    /// The text is no length of time, or one that is too short or too long.
    #[error("`{text}` is not a number of days, weeks, months or years")]
    NotASpan {
        /// The text as it was typed, without surrounding blanks.
        text: String,
    },
}

/// Reads `2026-03-27` and nothing else: this is how files write days, millions of them.
pub fn parse_iso(text: &str) -> Result<Day, DayError> {
    in_half_width(text, |text| in_range(text, Some(read_iso(text)?)))
}

/// Reads `2026-03-27` of any year of four digits: what follows from the days that people type, such
/// as a due day or an empty jar, may lie beyond them.
pub fn read_iso(text: &str) -> Result<Day, DayError> {
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0_u32, |sum, digit| {
            digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0'))
        })
    };
    let fields = match text.as_bytes() {
        [y @ .., b'-', m1, m2, b'-', d1, d2] if y.len() == 4 => {
            number(y).zip(number(&[*m1, *m2])).zip(number(&[*d1, *d2]))
        }
        _ => None,
    };
    let ((year, month), day) = fields.ok_or_else(|| DayError::NotADay { text: text.into() })?;
    let day = Day::from_ymd_opt(year as i32, month, day);
    day.ok_or_else(|| DayError::NoSuchDay { text: text.into() })
}

/// Prints `2026-03-27`, the form that [`parse_iso`] reads, without touching the heap.
pub fn iso(day: Day) -> impl fmt::Display {
    Iso(day)
}

/// The last day of the years that we take.
pub const LAST_DAY: Day = match Day::from_ymd_opt(2199, 12, 31) {
    Some(day) => day,
    None => Day::MAX,
};

/// Returns the number of days in a month (1 to 12).
pub(in crate::domain) fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if Day::from_ymd_opt(year, 2, 29).is_some() => 29,
        2 => 28,
        _ => 31,
    }
}

/// The year and month after this one.
pub(in crate::domain) const fn month_after(year: i32, month: u32) -> (i32, u32) {
    if month < 12 { (year, month + 1) } else { (year + 1, 1) }
}

/// The year and month before this one.
const fn month_before(year: i32, month: u32) -> (i32, u32) {
    if month > 1 { (year, month - 1) } else { (year - 1, 12) }
}

/// The day `number` of a month, or the month's last day where that comes sooner.
pub(in crate::domain) fn day_of_month(year: i32, month: u32, number: u32) -> Option<Day> {
    Day::from_ymd_opt(year, month, number.min(days_in_month(year, month)))
}

/// `parse` on the text in narrow characters: input methods for Chinese leave wide digits and marks.
pub(super) fn in_half_width<T>(
    text: &str,
    parse: impl Fn(&str) -> Result<T, DayError>,
) -> Result<T, DayError> {
    match half_width(text) {
        Some(narrow) => parse(narrow.trim()),
        None => parse(text),
    }
}

struct Iso(Day);

impl fmt::Display for Iso {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Ok(year @ 0..=9999) = u32::try_from(self.0.year()) else {
            return self.0.fmt(f);
        };
        let (month, day) = (self.0.month(), self.0.day());
        let digit = |number: u32| b'0' + (number % 10) as u8;
        let bytes = [
            digit(year / 1000),
            digit(year / 100),
            digit(year / 10),
            digit(year),
            b'-',
            digit(month / 10),
            digit(month),
            b'-',
            digit(day / 10),
            digit(day),
        ];
        f.pad(std::str::from_utf8(&bytes).unwrap_or_default())
    }
}

/// The day that was read from `text`, unless it lies outside the years that we take.
fn in_range(text: &str, day: Option<Day>) -> Result<Day, DayError> {
    day.filter(|day| (1900..=LAST_DAY.year()).contains(&day.year()))
        .ok_or_else(|| DayError::OutOfRange { text: text.to_owned() })
}

fn plus(day: Day, days: i64) -> Option<Day> {
    let count = Days::new(days.unsigned_abs());
    if days < 0 { day.checked_sub_days(count) } else { day.checked_add_days(count) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        parse_iso(text).unwrap_or(Day::MIN)
    }

    #[test]
    fn an_iso_day_reads_back_as_it_is_printed() {
        let mut each = day("1900-01-01");
        while each < LAST_DAY {
            assert_eq!(parse_iso(&iso(each).to_string()), Ok(each));
            each = each + Days::new(1);
        }
    }

    #[test]
    fn a_day_that_no_calendar_has_is_told_from_what_is_no_day() {
        let text = |text: &str| text.to_owned();
        for bad in
            ["", "2024-2-3", "2024/02/03", "02024-02-03", "2024-02-0x", "年-02-03", " 2024-02-03"]
        {
            assert_eq!(parse_iso(bad), Err(DayError::NotADay { text: text(bad) }));
        }
        for bad in ["2024-02-30", "2026-13-01", "2026-00-10", "2026-01-00"] {
            assert_eq!(parse_iso(bad), Err(DayError::NoSuchDay { text: text(bad) }));
        }
        for bad in ["1899-12-31", "2200-01-01", "+99999999999999999999", "-99999999"] {
            assert_eq!(
                parse_day(bad, DayContext::ahead(day("2026-03-27"))),
                Err(DayError::OutOfRange { text: text(bad) })
            );
        }
    }

    #[test]
    fn a_day_typed_with_an_input_method_is_the_same_day() {
        for (text, narrow) in [
            ("２０２６－03－27", "2026-03-27"),
            ("＋3", "+3"),
            ("２５", "25"),
            ("１２／１３", "12/13"),
        ] {
            let today = DayContext::ahead(day("2026-03-27"));
            assert_eq!(parse_day(text, today), parse_day(narrow, today));
            assert!(parse_day(text, today).is_ok(), "{text}");
        }
    }
}
