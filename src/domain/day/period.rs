//! Runs of days, and the days on which nobody is paid.

use std::collections::BTreeSet;
use std::fmt;

use chrono::Datelike;

use super::{Day, DayContext, DayError, Weekdays, in_half_width, iso, parse_day};

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
    ///
    /// Where the days would end before they begin, the first is looked for in the past: `3月25日到3月30日` is
    /// going on on 27 March.
    pub fn parse(text: &str, context: DayContext) -> Result<Period, DayError> {
        in_half_width(text.trim(), |text| {
            // `3月5日到3月8日` is what people say, and no day has one of these signs in it.
            let days = ["..", "到", "至", "~"].iter().find_map(|mark| text.split_once(mark));
            let (from, to) = days.ok_or_else(|| DayError::NotADay { text: text.into() })?;
            let to = parse_day(to, context)?;
            let is_date = from.contains(|char: char| char.is_ascii_digit());
            let from = match parse_day(from, context)? {
                ahead if ahead > to && is_date => parse_day(from, context.back())?,
                ahead => ahead,
            };
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
        let parse = |text: &str| Period::parse(text, DayContext::ahead(today));
        let (away, visit) = (parse("2026-03-05..2026-03-08"), parse("8 .. +30"));
        assert_eq!(away.clone().map(Period::days), Ok(4));
        assert_eq!(visit.and_then(|visit| Ok(visit.overlap(away.clone()?))), Ok(1));
        for text in ["3月5日到3月8日", "5号至8号", "2026-03-05。。2026-03-08"] {
            assert_eq!(parse(text), away, "{text}");
        }
        // D3
        let begun = Period::parse("3月25日到3月30日", DayContext::ahead(day("2026-03-27")));
        assert_eq!(begun.map(|begun| begun.to_string()), Ok("2026-03-25..2026-03-30".to_owned()));
        let text = "2026-03-05..2026-03-04".to_owned();
        assert_eq!(parse(&text), Err(DayError::Backwards { text }));
        assert_eq!(parse("2026-03-05.."), Err(DayError::NotADay { text: String::new() }));
    }
}
