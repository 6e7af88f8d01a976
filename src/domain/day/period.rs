//! Runs of days, and the days on which nobody is paid.

use std::collections::BTreeSet;
use std::fmt;

use chrono::Datelike;

use super::{Day, DayError, Weekdays, in_half_width, iso, parse_day};

/// The days from `from` to `to`, both included.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Period {
    /// The first day.
    pub from: Day,
    /// The last day, which [`Period::parse`] never lets be before the first.
    pub to: Day,
}

impl Period {
    /// Reads `FROM..TO` or `FROM到TO`, where both are days as [`parse_day`] reads them.
    pub fn parse(text: &str, today: Day) -> Result<Period, DayError> {
        in_half_width(text.trim(), |text| {
            // `3月5日到3月8日` is what people say, and no day has one of these signs in it.
            let days = ["..", "到", "至", "~"].iter().find_map(|mark| text.split_once(mark));
            let (from, to) = days.ok_or_else(|| DayError::NotADay { text: text.into() })?;
            let (from, to) = (parse_day(from, today)?, parse_day(to, today)?);
            if to < from {
                return Err(DayError::Backwards { text: text.to_owned() });
            }
            Ok(Period { from, to })
        })
    }

    /// Returns the number of days; 0 if the period ends before it begins.
    pub fn days(self) -> i64 {
        ((self.to - self.from).num_days() + 1).max(0)
    }

    /// Returns whether the period contains `day`.
    pub fn contains(self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }

    /// Returns the number of days that this period and `other` share.
    pub fn overlap(self, other: Period) -> i64 {
        Period { from: self.from.max(other.from), to: self.to.min(other.to) }.days()
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", iso(self.from), iso(self.to))
    }
}

/// The days on which nobody is paid: what a payday is moved away from.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct DaysOff {
    /// The weekdays that are always off.
    pub weekend: Weekdays,
    /// The other days that are off.
    pub holidays: BTreeSet<Day>,
}

impl DaysOff {
    /// Returns whether `day` is a day off.
    pub fn is_off(&self, day: Day) -> bool {
        self.weekend.contains(day.weekday()) || self.holidays.contains(&day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::parse_iso;

    fn day(text: &str) -> Day {
        parse_iso(text).unwrap_or(Day::MIN)
    }

    #[test]
    fn a_period_has_both_its_ends() {
        let today = day("2026-03-01");
        let parse = |text: &str| Period::parse(text, today);
        let (away, visit) = (parse("2026-03-05..2026-03-08"), parse("8 .. +30"));
        assert_eq!(away.clone().map(Period::days), Ok(4));
        assert_eq!(visit.and_then(|visit| Ok(visit.overlap(away.clone()?))), Ok(1));
        for text in ["3月5日到3月8日", "5号至8号", "2026-03-05。。2026-03-08"] {
            assert_eq!(parse(text), away, "{text}");
        }
        let text = "2026-03-05..2026-03-04".to_owned();
        assert_eq!(parse(&text), Err(DayError::Backwards { text }));
        assert_eq!(parse("2026-03-05.."), Err(DayError::NotADay { text: String::new() }));
    }
}
