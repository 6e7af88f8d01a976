//! A payday rule as people say it. What is typed and exported stays the rule's own short text.

use super::Words;
use crate::domain::payday::{Payday, PaydayRule, Shift};

impl Words {
    /// When somebody is paid: `25th or before`, `每月25日（遇休提前）`; nothing if nobody knows.
    pub fn payday(&self, payday: &Payday) -> String {
        let Some(rule) = self.payday_rule(payday.rule) else { return String::new() };
        match payday.shift {
            Shift::None => rule,
            Shift::Before => self.tell("payday-before", &[("rule", rule.into())]),
            Shift::After => self.tell("payday-after", &[("rule", rule.into())]),
        }
    }

    fn payday_rule(&self, rule: PaydayRule) -> Option<String> {
        Some(match rule {
            PaydayRule::None => return None,
            PaydayRule::Days(days) => {
                let days = days.iter().map(|day| self.tell("payday-ordinal", &[("n", day.into())]));
                let days = days.collect::<Vec<_>>().join(&self.say("payday-and"));
                self.tell("payday-days", &[("days", days.into())])
            }
            PaydayRule::Last { minus } => {
                self.tell("payday-last", &[("minus", u32::from(minus).into())])
            }
            PaydayRule::Nth { nth, weekday } => self.tell(
                "payday-nth",
                &[("n", u32::from(nth).into()), ("weekday", self.weekday(weekday).into())],
            ),
            PaydayRule::LastWeekday(weekday) => {
                self.tell("payday-last-weekday", &[("weekday", self.weekday(weekday).into())])
            }
            PaydayRule::Weeks { every, weekday, from: _ } => self.tell(
                "payday-weeks",
                &[("every", u32::from(every).into()), ("weekday", self.weekday(weekday).into())],
            ),
            PaydayRule::EveryDays { every, from: _ } => {
                self.tell("payday-every", &[("every", u32::from(every).into())])
            }
        })
    }
}
