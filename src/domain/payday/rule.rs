//! The nominal days of a payday rule, before any shift.

use chrono::{Datelike, Days, Weekday};

use crate::domain::day::{Day, day_of_month, days_in_month, month_after};

/// The nominal days of a payday rule.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum PaydayRule {
    /// No payday is known: money is due at once.
    None,
    /// One or several days of every month, each clamped to the month's end: `25`, `10,25`.
    Days(MonthDays),
    /// The last day of every month, or that many days before it: `last`, `last-3`.
    Last {
        /// Days before the last day, 0 to 27.
        minus: u8,
    },
    /// The nth such weekday of every month: `2nd mon`.
    Nth {
        /// Which one, 1 to 4; not every month has a fifth.
        nth: u8,
        /// The weekday.
        weekday: Weekday,
    },
    /// The last such weekday of every month: `last fri`.
    LastWeekday(Weekday),
    /// Every few weeks on a weekday: `every 2 weeks fri from 2026-01-09`.
    Weeks {
        /// Interval in weeks, 1 to 53.
        every: u16,
        /// The weekday.
        weekday: Weekday,
        /// The first payday is the first such weekday on or after this day.
        from: Day,
    },
    /// Every few days: `every 10 days from 2026-01-09`.
    EveryDays {
        /// Interval in days, 1 to 366.
        every: u16,
        /// The first payday.
        from: Day,
    },
}

/// One or more of the days 1 to 31 of a month.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct MonthDays(u32);

impl MonthDays {
    /// The set of these days; `None` where there are none, or one is not 1 to 31.
    pub fn of(days: &[u8]) -> Option<MonthDays> {
        let bits =
            days.iter().try_fold(0, |bits, day| (1..=31).contains(day).then(|| bits | 1 << day))?;
        (bits != 0).then_some(MonthDays(bits))
    }

    /// The days, the earliest first.
    pub fn iter(self) -> impl Iterator<Item = u32> {
        (1..=31).filter(move |day| self.0 >> day & 1 == 1)
    }

    /// The earliest of the days that is not before `day`.
    fn first_from(self, day: u32) -> Option<u32> {
        let later = self.0.checked_shr(day)?;
        (later != 0).then(|| day + later.trailing_zeros())
    }
}

impl PaydayRule {
    /// Where rules start that come every week or day, and so are the same from whatever day on.
    pub const ALWAYS: Day = match Day::from_ymd_opt(1900, 1, 1) {
        Some(day) => day,
        None => Day::MIN,
    };

    /// The first nominal day on or after `from`, if the rule has one.
    pub(super) fn first_nominal(self, from: Day) -> Option<Day> {
        match self {
            PaydayRule::None => None,
            PaydayRule::Weeks { every, weekday, from: anchor } => {
                let wait = weekday.days_since(anchor.weekday());
                let first = anchor.checked_add_days(Days::new(wait.into()))?;
                first_step(first, u64::from(every) * 7, from)
            }
            PaydayRule::EveryDays { every, from: anchor } => first_step(anchor, every.into(), from),
            PaydayRule::Days(_)
            | PaydayRule::Last { .. }
            | PaydayRule::Nth { .. }
            | PaydayRule::LastWeekday(_) => {
                let (year, month) = (from.year(), from.month());
                self.in_month(year, month, from.day()).or_else(|| {
                    let (year, month) = month_after(year, month);
                    self.in_month(year, month, 1)
                })
            }
        }
    }

    /// The first nominal day of a monthly rule in this month that is not before the day `from`.
    fn in_month(self, year: i32, month: u32, from: u32) -> Option<Day> {
        let last = days_in_month(year, month);
        // The weekday on which a day of this month falls, `days` after the first such weekday.
        let first_such = |weekday: Weekday| {
            let first = Day::from_ymd_opt(year, month, 1)?;
            Some(1 + weekday.days_since(first.weekday()))
        };
        let number = match self {
            // The earliest number that is not before `from` is also the earliest once it is clamped.
            PaydayRule::Days(days) => days.first_from(from)?,
            PaydayRule::Last { minus } => last.checked_sub(minus.into())?,
            PaydayRule::Nth { nth, weekday } => {
                first_such(weekday)? + 7 * u32::from(nth.checked_sub(1)?)
            }
            PaydayRule::LastWeekday(weekday) => {
                let first = first_such(weekday)?;
                first + (last - first) / 7 * 7
            }
            PaydayRule::None | PaydayRule::Weeks { .. } | PaydayRule::EveryDays { .. } => {
                return None;
            }
        };
        if number < from { None } else { day_of_month(year, month, number) }
    }
}

/// The first of the days `first`, `first + step`, ... that is not before `from`.
fn first_step(first: Day, step: u64, from: Day) -> Option<Day> {
    let passed = u64::try_from((from - first).num_days()).unwrap_or(0);
    first.checked_add_days(Days::new(passed.next_multiple_of(step.max(1))))
}
