//! A payday rule as people say it. What is exported stays the rule's own short text.

use super::Localizer;
use crate::domain::day::iso;
use crate::domain::payday::{Payday, PaydayRule, Shift};
use crate::domain::shop::Language;

impl Localizer {
    /// When somebody is paid, which [`Payday::parse`] reads back: `25th or before`, `每月25日（遇休提前）`;
    /// nothing if nobody knows. Every week is the same from whatever day on, so that day is left out.
    pub fn payday(&self, payday: &Payday) -> String {
        if let PaydayRule::Weeks { every: 2.., .. } | PaydayRule::EveryDays { every: 2.., .. } =
            payday.rule
        {
            return self.payday_from(payday);
        }
        let Some(rule) = self.payday_rule(payday.rule) else { return String::new() };
        self.payday_shift(payday.shift, rule)
    }

    /// A rule as a form shows it, which [`Payday::parse`] reads back: `25 before weekend`,
    /// `每两周周五 从 2026-01-09（遇休提前）`; nothing if there is none.
    pub fn typed_payday(&self, payday: &Payday) -> String {
        match self.language {
            Language::English => match payday.rule {
                PaydayRule::None => String::new(),
                PaydayRule::Days(_)
                | PaydayRule::Last { .. }
                | PaydayRule::Nth { .. }
                | PaydayRule::LastWeekday(_)
                | PaydayRule::Weeks { .. }
                | PaydayRule::EveryDays { .. } => payday.to_string(),
            },
            Language::Chinese => self.payday_from(payday),
        }
    }

    fn payday_from(&self, payday: &Payday) -> String {
        let Some(rule) = self.payday_rule(payday.rule) else { return String::new() };
        let rule = match payday.rule {
            PaydayRule::Weeks { every, from, .. } | PaydayRule::EveryDays { every, from }
                if every > 1 || from != PaydayRule::ALWAYS =>
            {
                let from = iso(from).to_string();
                self.format("payday-from", &[("rule", rule.into()), ("from", from.into())])
            }
            PaydayRule::None
            | PaydayRule::Days(_)
            | PaydayRule::Last { .. }
            | PaydayRule::Nth { .. }
            | PaydayRule::LastWeekday(_)
            | PaydayRule::Weeks { .. }
            | PaydayRule::EveryDays { .. } => rule,
        };
        self.payday_shift(payday.shift, rule)
    }

    fn payday_shift(&self, shift: Shift, rule: String) -> String {
        match shift {
            Shift::None => rule,
            Shift::Before => self.format("payday-before", &[("rule", rule.into())]),
            Shift::After => self.format("payday-after", &[("rule", rule.into())]),
        }
    }

    fn payday_rule(&self, rule: PaydayRule) -> Option<String> {
        Some(match rule {
            PaydayRule::None => return None,
            PaydayRule::Days(days) => {
                let days =
                    days.iter().map(|day| self.format("payday-ordinal", &[("n", day.into())]));
                let days = days.collect::<Vec<_>>().join(&self.text("payday-and"));
                self.format("payday-days", &[("days", days.into())])
            }
            PaydayRule::Last { minus } => {
                self.format("payday-last", &[("minus", u32::from(minus).into())])
            }
            PaydayRule::Nth { nth, weekday } => self.format(
                "payday-nth",
                &[("n", u32::from(nth).into()), ("weekday", self.weekday(weekday).into())],
            ),
            PaydayRule::LastWeekday(weekday) => {
                self.format("payday-last-weekday", &[("weekday", self.weekday(weekday).into())])
            }
            PaydayRule::Weeks { every, weekday, from: _ } => self.format(
                "payday-weeks",
                &[("every", u32::from(every).into()), ("weekday", self.weekday(weekday).into())],
            ),
            PaydayRule::EveryDays { every, from: _ } => {
                self.format("payday-every", &[("every", u32::from(every).into())])
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Currency;
    use crate::domain::day::Day;
    use crate::domain::payday::MonthDays;
    use chrono::{Days, Weekday};
    use proptest::prelude::*;

    fn any_weekday() -> impl Strategy<Value = Weekday> {
        (0..7_u8).prop_map(|number| Weekday::try_from(number).unwrap_or(Weekday::Mon))
    }

    fn any_day() -> impl Strategy<Value = Day> {
        (0..100_000_u64).prop_map(|days| PaydayRule::ALWAYS + Days::new(days))
    }

    fn any_payday() -> impl Strategy<Value = Payday> {
        let days = proptest::collection::vec(1..=31_u8, 1..4)
            .prop_map(|days| MonthDays::of(&days).map_or(PaydayRule::None, PaydayRule::Days));
        let rule = prop_oneof![
            days,
            (0..=27_u8).prop_map(|minus| PaydayRule::Last { minus }),
            (1..=4_u8, any_weekday()).prop_map(|(nth, weekday)| PaydayRule::Nth { nth, weekday }),
            any_weekday().prop_map(PaydayRule::LastWeekday),
            (1..=53_u16, any_weekday(), any_day())
                .prop_map(|(every, weekday, from)| PaydayRule::Weeks { every, weekday, from }),
            any_weekday().prop_map(|weekday| PaydayRule::Weeks {
                every: 1,
                weekday,
                from: PaydayRule::ALWAYS
            }),
            (1..=366_u16, any_day())
                .prop_map(|(every, from)| PaydayRule::EveryDays { every, from }),
        ];
        let shift = prop_oneof![Just(Shift::None), Just(Shift::Before), Just(Shift::After)];
        (rule, shift).prop_map(|(rule, shift)| Payday { rule, shift })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

        #[test]
        fn a_rule_in_a_form_reads_back_in_every_language(payday in any_payday()) {
            for language in Language::ALL {
                let Ok(currency) = Currency::from_code("TWD") else { unreachable!() };
                let shown = Localizer::new(language, currency).typed_payday(&payday);
                prop_assert_eq!(Payday::parse(&shown), Ok(payday), "{}", shown);
            }
        }

        // D4
        #[test]
        fn a_rule_as_a_page_shows_it_reads_back_in_every_language(payday in any_payday()) {
            let from = PaydayRule::ALWAYS;
            let rule = match payday.rule {
                PaydayRule::Weeks { every: 1, weekday, .. } => {
                    PaydayRule::Weeks { every: 1, weekday, from }
                }
                PaydayRule::EveryDays { every: 1, .. } => PaydayRule::EveryDays { every: 1, from },
                rule => rule,
            };
            for language in Language::ALL {
                let Ok(currency) = Currency::from_code("TWD") else { unreachable!() };
                let shown = Localizer::new(language, currency).payday(&payday);
                prop_assert_eq!(Payday::parse(&shown), Ok(Payday { rule, ..payday }), "{}", shown);
            }
        }
    }
}
