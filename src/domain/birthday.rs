//! A birthday: a day with its year, or a day of the year where nobody said how old the customer is.

use super::day::{Day, DayContext, DayError, iso, parse_day, parse_month_day, read_iso};
use chrono::Datelike;
use std::fmt;

/// A customer's birthday.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Birthday {
    /// With the year of birth.
    Dated(Day),
    /// Without it: this day of the leap year 2024, of which only the month and the day count.
    Yearless(Day),
}

impl Birthday {
    /// Parses a day as a person types it; one without its year, `3-27` or `--03-27`, stays without it.
    ///
    /// # Errors
    /// If it is no day.
    pub fn parse(text: &str, context: DayContext) -> Result<Self, DayError> {
        let month_day = text.trim().strip_prefix("--").unwrap_or(text);
        match parse_month_day(month_day, context.order)? {
            Some(day) => Ok(Self::Yearless(day)),
            None => parse_day(text, context.back()).map(Self::Dated),
        }
    }

    /// Parses a birthday as the database and the files keep it: `1968-03-27` or `--03-27`.
    ///
    /// # Errors
    /// If it is neither.
    pub fn read(text: &str) -> Result<Self, DayError> {
        match text.strip_prefix("--") {
            Some(month_day) => read_iso(&format!("2024-{month_day}")).map(Self::Yearless),
            None => read_iso(text).map(Self::Dated),
        }
    }

    /// Returns the day of birth; `None` if its year is unknown.
    pub const fn known_day(self) -> Option<Day> {
        match self {
            Self::Dated(day) => Some(day),
            Self::Yearless(_) => None,
        }
    }
}

impl fmt::Display for Birthday {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Dated(day) => write!(f, "{}", iso(*day)),
            Self::Yearless(day) => write!(f, "--{:02}-{:02}", day.month(), day.day()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::parse_iso;

    // D4
    #[test]
    fn a_birthday_without_a_year_stays_without_it() {
        let context = DayContext::ahead(parse_iso("2026-03-27").unwrap_or_default());
        for (typed, kept) in [
            ("1968-03-27", "1968-03-27"),
            ("3-27", "--03-27"),
            ("--03-27", "--03-27"),
            ("2-29", "--02-29"),
            ("3月27日", "--03-27"),
            ("29 Feb", "--02-29"),
            ("1960年3月27日", "1960-03-27"),
        ] {
            let birthday = Birthday::parse(typed, context);
            assert_eq!(birthday.clone().map(|one| one.to_string()), Ok(kept.to_owned()), "{typed}");
            assert_eq!(Birthday::read(kept), birthday, "{typed}");
        }
        assert!(Birthday::parse("2-30", context).is_err());
        assert!(Birthday::read("--2-9").is_err());
    }
}
