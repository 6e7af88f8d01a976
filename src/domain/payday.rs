//! Payday rules: on which days a customer is paid, so on which days money may be asked for.
//!
//! A rule is kept, never only its next day, and every payday is computed from the rule alone, never
//! from the payday before: 31 Jan, 28 Feb, 31 Mar. A rule first gives *nominal* days; the shift then
//! moves a nominal day that is a day off to the working day before or after it.

mod chinese;
mod rule;
mod text;

use crate::domain::day::{Day, DaysOff};
use crate::domain::quantity::half_width;

pub use rule::{MonthDays, PaydayRule};
pub use text::PaydayError;
use text::parse_payday;

/// A run of days off longer than this many days moves no payday, so that a shop whose every day is
/// off (a typing error in the settings) still has paydays and no search for one goes on for ever.
const LONGEST_SHIFT: u32 = 62;

/// When a customer is paid.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Payday {
    /// The nominal days.
    pub rule: PaydayRule,
    /// Shift for a nominal day that is a day off.
    pub shift: Shift,
}

/// Shift for a nominal payday that falls on a day off.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub enum Shift {
    /// It stays where it is.
    #[default]
    None,
    /// It moves to the last working day before, even into the month before.
    Before,
    /// It moves to the first working day after.
    After,
}

impl Payday {
    /// No payday: money is due at once.
    pub const NONE: Payday = Payday { rule: PaydayRule::None, shift: Shift::None };

    /// Reads a rule as [`PaydayRule`] shows them, and a shift behind it; or as pages say it in Chinese.
    ///
    /// The shift is ` before weekend` or ` after weekend`; the last word may be `holiday` as well,
    /// or be left out, as both kinds of days off are meant anyway.
    pub fn parse(text: &str) -> Result<Payday, PaydayError> {
        let text = text.trim();
        match half_width(text) {
            Some(narrow) => parse_payday(narrow.trim()),
            None => parse_payday(text),
        }
    }

    /// The first payday on or after `day`; with no rule, `day` itself.
    ///
    /// Two nominal days that are moved onto one day are one payday.
    pub fn first_on_or_after(&self, day: Day, off: &DaysOff) -> Day {
        // The shift never changes the order of two days. So there is a first day `from` which, were
        // it nominal, would be paid on or after `day`, and the first nominal day from there on gives
        // the answer, however far the shift moves it.
        let mut from = day;
        match self.shift {
            Shift::None => {}
            Shift::Before => {
                while let Some(next) = from.succ_opt().filter(|_| self.shift.apply(from, off) < day)
                {
                    from = next;
                }
            }
            Shift::After => {
                while let Some(back) =
                    from.pred_opt().filter(|back| self.shift.apply(*back, off) >= day)
                {
                    from = back;
                }
            }
        }
        match self.rule.first_nominal(from) {
            Some(nominal) => self.shift.apply(nominal, off),
            None => day,
        }
    }

    /// Returns whether `day` is a payday; always false without a rule.
    pub fn is_payday(&self, day: Day, off: &DaysOff) -> bool {
        self.rule != PaydayRule::None && self.first_on_or_after(day, off) == day
    }

    /// Returns the number of paydays from a day on that are before another one; 0 without a rule.
    pub fn count_between(&self, from: Day, before: Day, off: &DaysOff) -> usize {
        if self.rule == PaydayRule::None {
            return 0;
        }
        let later = |payday: &Day| Some(self.first_on_or_after(payday.succ_opt()?, off));
        let paydays = std::iter::successors(Some(self.first_on_or_after(from, off)), later);
        paydays.take_while(|payday| *payday < before).count()
    }

    /// The first `n` paydays on or after `day`, each later than the one before; none with no rule.
    pub fn next(&self, day: Day, off: &DaysOff, n: usize) -> Vec<Day> {
        if self.rule == PaydayRule::None {
            return Vec::new();
        }
        let first = self.first_on_or_after(day, off);
        let later = |payday: &Day| Some(self.first_on_or_after(payday.succ_opt()?, off));
        std::iter::successors(Some(first), later).take(n).collect()
    }
}

impl Shift {
    /// Where this moves a nominal `day`.
    fn apply(self, day: Day, off: &DaysOff) -> Day {
        let step = match self {
            Shift::None => return day,
            Shift::Before => Day::pred_opt,
            Shift::After => Day::succ_opt,
        };
        let mut candidate = day;
        for _ in 0..=LONGEST_SHIFT {
            if !off.is_off(candidate) {
                return candidate;
            }
            let Some(next) = step(&candidate) else { break };
            candidate = next;
        }
        day
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::{Weekdays, iso, parse_iso};
    use chrono::{Datelike, Days, Weekday};
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn day(text: &str) -> Day {
        parse_iso(text).unwrap_or(Day::MIN)
    }

    fn weekend() -> DaysOff {
        DaysOff { weekend: Weekdays::WEEKEND, holidays: BTreeSet::new() }
    }

    /// The first paydays of a rule on or after a day, in words.
    fn paydays(rule: &str, from: &str, off: &DaysOff) -> Vec<String> {
        let Ok(payday) = Payday::parse(rule) else {
            return vec![format!("not a rule: {rule}")];
        };
        payday.next(day(from), off, 4).into_iter().map(|day| iso(day).to_string()).collect()
    }

    #[test]
    fn each_kind_of_rule_gives_its_days() {
        for (rule, from, expected) in [
            ("31", "2026-01-31", ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]),
            ("last-3", "2026-02-26", ["2026-03-28", "2026-04-27", "2026-05-28", "2026-06-27"]),
            ("10,25", "2026-12-11", ["2026-12-25", "2027-01-10", "2027-01-25", "2027-02-10"]),
            ("30,31", "2026-02-01", ["2026-02-28", "2026-03-30", "2026-03-31", "2026-04-30"]),
            ("last fri", "2026-03-27", ["2026-03-27", "2026-04-24", "2026-05-29", "2026-06-26"]),
            ("2nd mon", "2026-03-10", ["2026-04-13", "2026-05-11", "2026-06-08", "2026-07-13"]),
            (
                "every 2 weeks fri from 2026-01-08",
                "2026-01-10",
                ["2026-01-23", "2026-02-06", "2026-02-20", "2026-03-06"],
            ),
            (
                "every 10 days from 2026-01-09",
                "2025-06-01",
                ["2026-01-09", "2026-01-19", "2026-01-29", "2026-02-08"],
            ),
        ] {
            assert_eq!(paydays(rule, from, &DaysOff::default()), expected, "{rule}");
        }
    }

    #[test]
    fn before_the_weekend_may_cross_into_the_month_before() {
        // 1 March 2026 is a Sunday, 1 August 2026 a Saturday.
        let expected = ["2026-02-27", "2026-04-01", "2026-05-01", "2026-06-01"];
        assert_eq!(paydays("1 before weekend", "2026-02-10", &weekend()), expected);
        let expected = ["2026-03-02", "2026-04-01", "2026-05-01", "2026-06-01"];
        assert_eq!(paydays("1 after weekend", "2026-03-02", &weekend()), expected);
    }

    #[test]
    fn two_days_that_meet_give_one_payday() {
        // 28 March 2026 is a Saturday, and both days move to the Friday before it.
        let expected = ["2026-03-27", "2026-04-28", "2026-04-29", "2026-05-28"];
        assert_eq!(paydays("28,29 before", "2026-03-20", &weekend()), expected);
    }

    #[test]
    fn a_shop_that_is_always_off_still_has_paydays() {
        let off = DaysOff { weekend: Weekdays::ALL, holidays: BTreeSet::new() };
        for rule in ["25 before", "25 after", "25"] {
            assert_eq!(
                paydays(rule, "2026-03-25", &off).first().map(String::as_str),
                Some("2026-03-25")
            );
        }
    }

    #[test]
    fn without_a_rule_money_is_due_at_once_and_no_day_is_a_payday() {
        let today = day("2026-03-28");
        assert_eq!(Payday::NONE.first_on_or_after(today, &weekend()), today);
        assert!(!Payday::NONE.is_payday(today, &weekend()));
        assert_eq!(Payday::NONE.next(today, &weekend(), 3), []);
    }

    fn any_weekday() -> impl Strategy<Value = Weekday> {
        (0..7_u8).prop_map(|number| Weekday::try_from(number).unwrap_or(Weekday::Mon))
    }

    fn any_day() -> impl Strategy<Value = Day> {
        (0..18_000_u64).prop_map(|days| day("1990-01-01") + Days::new(days))
    }

    fn any_payday() -> impl Strategy<Value = Payday> {
        let days = proptest::collection::vec(1..=31_u8, 1..4)
            .prop_map(|days| MonthDays::of(&days).map_or(PaydayRule::None, PaydayRule::Days));
        let rule = prop_oneof![
            days,
            (0..=27_u8).prop_map(|minus| PaydayRule::Last { minus }),
            (1..=4_u8, any_weekday()).prop_map(|(nth, weekday)| PaydayRule::Nth { nth, weekday }),
            any_weekday().prop_map(PaydayRule::LastWeekday),
            (1..=9_u16, any_weekday(), any_day())
                .prop_map(|(every, weekday, from)| { PaydayRule::Weeks { every, weekday, from } }),
            (1..=99_u16, any_day()).prop_map(|(every, from)| PaydayRule::EveryDays { every, from }),
        ];
        let shift = prop_oneof![Just(Shift::None), Just(Shift::Before), Just(Shift::After)];
        (rule, shift).prop_map(|(rule, shift)| Payday { rule, shift })
    }

    /// Weekends, and some runs of 1 to 12 holidays.
    fn any_days_off() -> impl Strategy<Value = DaysOff> {
        proptest::collection::vec((any_day(), 1..=12_u64), 0..300).prop_map(|runs| {
            let run = |(first, length)| (0..length).map(move |days| first + Days::new(days));
            DaysOff { holidays: runs.into_iter().flat_map(run).collect(), ..weekend() }
        })
    }

    /// Reference implementation of a rule: returns whether this one day is nominal.
    fn is_nominal(rule: PaydayRule, day: Day) -> bool {
        let next_week = day + Days::new(7);
        let is_last = |day: Day| (day + Days::new(1)).month() != day.month();
        match rule {
            PaydayRule::None => false,
            PaydayRule::Days(days) => {
                days.iter().any(|number| number == day.day() || is_last(day) && number > day.day())
            }
            PaydayRule::Last { minus } => {
                let end = day + Days::new(minus.into());
                end.month() == day.month() && is_last(end)
            }
            PaydayRule::Nth { nth, weekday } => {
                day.weekday() == weekday && (day.day() - 1) / 7 + 1 == u32::from(nth)
            }
            PaydayRule::LastWeekday(weekday) => {
                day.weekday() == weekday && next_week.month() != day.month()
            }
            PaydayRule::Weeks { every, weekday, from } => {
                let weeks = (day - from).num_days().div_euclid(7);
                day >= from && day.weekday() == weekday && weeks % i64::from(every) == 0
            }
            PaydayRule::EveryDays { every, from } => {
                day >= from && (day - from).num_days() % i64::from(every) == 0
            }
        }
    }

    /// Every payday of fifty years, told slowly: the days onto which some nominal day is moved.
    fn slow_paydays(payday: Payday, off: &DaysOff) -> BTreeSet<Day> {
        let nominal = |day: &Day| is_nominal(payday.rule, *day);
        let moved = |mut day: Day| {
            while payday.shift != Shift::None && off.is_off(day) {
                day = if payday.shift == Shift::Before { day.pred_opt() } else { day.succ_opt() }
                    .unwrap_or(day);
            }
            day
        };
        day("1989-01-01").iter_days().take(18_900).filter(nominal).map(moved).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]

        #[test]
        fn the_first_payday_is_the_one_that_a_search_day_by_day_finds(
            payday in any_payday(), off in any_days_off(),
        ) {
            let slow = slow_paydays(payday, &off);
            let mut before = Day::MIN;
            for day in day("1990-01-01").iter_days().take(18_262) {
                let first = payday.first_on_or_after(day, &off);
                if let Some(expected) = slow.range(day..).next() {
                    prop_assert_eq!(first, *expected, "{} on {}", payday, day);
                    prop_assert_eq!(payday.is_payday(day, &off), slow.contains(&day));
                }
                prop_assert!(first >= day && first >= before);
                before = first;
            }
        }

        #[test]
        fn every_rule_reads_back_as_it_is_printed(payday in any_payday()) {
            prop_assert_eq!(Payday::parse(&payday.to_string()), Ok(payday));
        }
    }
}
