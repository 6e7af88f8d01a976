//! Lengths of time, and what comes back after each of them.

use std::fmt;

use chrono::Months;

use super::{Day, DayError, LAST_DAY, chinese_count, in_half_width, plus};

/// A unit in which repetitions are counted.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Unit {
    /// Calendar days.
    Days,
    /// Seven days each.
    Weeks,
    /// Calendar months, clamped to a shorter month's end.
    Months,
    /// Calendar years; 29 February becomes the 28th where there is none.
    Years,
}

/// A length of time of 1 to 366 whole days.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Span(u16);

impl Span {
    /// Returns the span of `days` days; `None` if that is not 1 to 366.
    pub fn of_days(days: u16) -> Option<Span> {
        (1..=366).contains(&days).then_some(Span(days))
    }

    /// Its length in days.
    pub const fn days(self) -> u16 {
        self.0
    }

    /// Reads `14`, `10d`, `3 days`, `2 weeks`, `每2周`; months are refused, as they have no one length.
    pub fn parse(text: &str) -> Result<Span, DayError> {
        in_half_width(text.trim(), |text| {
            match count_and_unit(text) {
                Some((count, Unit::Days)) => Span::of_days(count),
                Some((count, Unit::Weeks)) => Span::of_days(count.saturating_mul(7)),
                Some((_, Unit::Months | Unit::Years)) | None => None,
            }
            .ok_or_else(|| DayError::NotASpan { text: text.to_owned() })
        })
    }
}

/// Prints `2 weeks` or `10 days`, which [`Span::parse`] reads.
impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let weeks = self.0.is_multiple_of(7);
        let (every, unit) = if weeks { (self.0 / 7, Unit::Weeks) } else { (self.0, Unit::Days) };
        Recurrence { every, unit }.fmt(f)
    }
}

/// Recurrence interval: every n days, weeks, months or years, n from 1 to 366.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Recurrence {
    every: u16,
    unit: Unit,
}

impl Recurrence {
    /// Reads what [`Span::parse`] reads, and `1 month`, `3mo`, `1 year`, `每3个月`, `每年`.
    pub fn parse(text: &str) -> Result<Recurrence, DayError> {
        in_half_width(text.trim(), |text| match count_and_unit(text) {
            Some((every @ 1..=366, unit)) => Ok(Recurrence { every, unit }),
            _ => Err(DayError::NotASpan { text: text.to_owned() }),
        })
    }

    /// Returns the day so many units after `day`, or before it where `times` is below zero.
    pub(super) fn shifted(day: Day, times: i32, unit: Unit) -> Option<Day> {
        let months = |times: i32| match u32::try_from(times) {
            Ok(later) => day.checked_add_months(Months::new(later)),
            Err(_) => day.checked_sub_months(Months::new(times.unsigned_abs())),
        };
        match unit {
            Unit::Days => plus(day, times.into()),
            Unit::Weeks => plus(day, i64::from(times) * 7),
            Unit::Months => months(times),
            Unit::Years => months(times.saturating_mul(12)),
        }
    }

    /// Number and unit of the interval.
    pub fn parts(self) -> (u16, Unit) {
        (self.every, self.unit)
    }

    /// The n-th time after `anchor`, the 0th being the anchor; 2199-12-31 where it would be later.
    ///
    /// It is counted from the anchor, never from the time before: 31 Jan, 28 Feb, 31 Mar.
    pub fn nth(self, anchor: Day, n: u32) -> Day {
        let count = n.saturating_mul(u32::from(self.every));
        let day = match self.unit {
            Unit::Days => plus(anchor, count.into()),
            Unit::Weeks => plus(anchor, i64::from(count) * 7),
            Unit::Months => anchor.checked_add_months(Months::new(count)),
            Unit::Years => anchor.checked_add_months(Months::new(count.saturating_mul(12))),
        };
        day.map_or(LAST_DAY, |day| day.min(LAST_DAY))
    }

    /// The first time after `day`, which is the anchor itself where that is still to come.
    pub fn first_after(self, anchor: Day, day: Day) -> Day {
        // No unit is longer than this many days, so the guess is never past the answer.
        let longest = match self.unit {
            Unit::Days => 1,
            Unit::Weeks => 7,
            Unit::Months => 31,
            Unit::Years => 366,
        };
        let passed = (day - anchor).num_days().max(0) / (longest * i64::from(self.every));
        let guess = u32::try_from(passed).unwrap_or(u32::MAX);
        let later =
            (guess..).map(|n| self.nth(anchor, n)).find(|time| *time > day || *time == LAST_DAY);
        later.unwrap_or(LAST_DAY)
    }
}

/// Prints `1 day`, `2 weeks`, `3 months`, which [`Recurrence::parse`] reads.
impl fmt::Display for Recurrence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            Unit::Days => "day",
            Unit::Weeks => "week",
            Unit::Months => "month",
            Unit::Years => "year",
        };
        write!(f, "{} {unit}{}", self.every, if self.every == 1 { "" } else { "s" })
    }
}

/// Splits `2 weeks`, `2w`, `每2周` into its number and its unit; `每周` counts one, `14` counts days.
pub(super) fn count_and_unit(text: &str) -> Option<(u16, Unit)> {
    let text = text.to_lowercase();
    let every = text.strip_prefix("every ").or_else(|| text.strip_prefix('每'));
    let rest = every.unwrap_or(&text).trim();
    let numeral = |char: char| char.is_ascii_digit() || "一二两兩三四五六七八九十".contains(char);
    let unit = rest.trim_start_matches(numeral);
    let digits = rest.strip_suffix(unit)?;
    let unit = match unit.trim() {
        "" | "d" | "day" | "days" | "天" | "日" => Unit::Days,
        "w" | "week" | "weeks" | "周" | "週" | "星期" | "个星期" | "礼拜" => Unit::Weeks,
        "mo" | "month" | "months" | "月" | "个月" | "個月" => Unit::Months,
        "y" | "year" | "years" | "年" => Unit::Years,
        _ => return None,
    };
    let alone = digits.is_empty() && every.is_some_and(|rest| !rest.is_empty());
    Some((if alone { 1 } else { chinese_count(digits.trim())? }, unit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::{iso, parse_iso};

    fn day(text: &str) -> Day {
        parse_iso(text).unwrap_or(Day::MIN)
    }

    #[test]
    fn spans_are_whole_days_and_print_what_they_read() {
        for (text, days) in [
            ("3 days", 3),
            ("2w", 14),
            ("每2周", 14),
            ("14", 14),
            ("每周", 7),
            ("两周", 14),
            ("每十二天", 12),
            ("366d", 366),
        ] {
            let span = Span::parse(text);
            assert_eq!(span.clone().map(Span::days), Ok(days), "{text}");
            assert_eq!(span.clone().and_then(|span| Span::parse(&span.to_string())), span);
        }
        for text in
            ["", "0", "367", "53 weeks", "1 month", "days", "每", "99999999999", "-3", "3 cats"]
        {
            assert_eq!(Span::parse(text), Err(DayError::NotASpan { text: text.to_owned() }));
        }
    }

    #[test]
    fn a_recurrence_is_counted_from_its_anchor() {
        let times = |text: &str, anchor: &str| {
            let recurrence = Recurrence::parse(text);
            let nth = |n| recurrence.clone().map(|it| iso(it.nth(day(anchor), n)).to_string());
            [nth(0), nth(1), nth(2)].map(Result::unwrap_or_default)
        };
        assert_eq!(times("1 month", "2026-01-31"), ["2026-01-31", "2026-02-28", "2026-03-31"]);
        assert_eq!(times("每4年", "2096-02-29"), ["2096-02-29", "2100-02-28", "2104-02-29"]);
        assert_eq!(times("366 years", "2026-01-01"), ["2026-01-01", "2199-12-31", "2199-12-31"]);
    }

    #[test]
    fn the_first_time_after_a_day_is_the_earliest_later_one() {
        let anchor = day("2024-01-31");
        for text in ["1 day", "10 days", "2 weeks", "1 month", "7 months", "1 year"] {
            let Ok(recurrence) = Recurrence::parse(text) else { unreachable!("{text}") };
            assert_eq!(recurrence.to_string(), text);
            for offset in -40..1500 {
                let from = plus(anchor, offset).unwrap_or(anchor);
                let slow = (0..).map(|n| recurrence.nth(anchor, n)).find(|time| *time > from);
                assert_eq!(Some(recurrence.first_after(anchor, from)), slow, "{text} after {from}");
            }
            assert_eq!(recurrence.first_after(anchor, Day::MAX), LAST_DAY);
        }
    }
}
