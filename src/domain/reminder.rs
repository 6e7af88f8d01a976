//! A reminder of what is due: the steps that the shop defines, and which of them a debt is at on a day.
//!
//! A reminder that was sent is kept as a follow-up of the rule [`super::follow_up::Rule::Reminder`] that is done, and
//! its message as a contact.

use super::customer::Channel;
use super::day::Day;
use super::id::CustomerId;
use chrono::TimeDelta;
use std::fmt;

/// A step of reminding: so many days from the due day, a message is sent.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReminderStep {
    /// Days after the due day; below zero before it.
    pub days: i16,
    /// The name of the template of its message.
    pub name: String,
}

/// The steps of reminding, in the order of their days; none sends no reminders.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ReminderSteps(Vec<ReminderStep>);

/// A text that is no list of steps.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{self:?}")]
pub struct NotReminderSteps {
    /// The part that is no step, or that is there twice.
    pub text: String,
}

/// A reminder to be recorded as sent.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewReminder {
    /// The customer.
    pub customer: CustomerId,
    /// The day of the step, by which it is known: each is sent once.
    pub step_day: Day,
    /// The channel by which it was sent.
    pub channel: Channel,
    /// The message.
    pub message: String,
}

/// Days from the due day that a step may have.
const STEP_DAYS: std::ops::RangeInclusive<i16> = -30..=365;

/// Days after its day on which the last step is still sent: a debt of any age is reminded of, once.
const STAYS: i16 = 3_650;

/// Maximum number of steps.
const MOST_STEPS: usize = 12;

/// Maximum length of the name of a step, in characters.
const LONGEST_NAME: usize = 30;

impl ReminderStep {
    /// The name of a step that was given none.
    pub const USUAL_NAME: &'static str = "reminder";

    /// Returns the day of the step for a debt that falls due on `due`.
    pub fn day(&self, due: Day) -> Day {
        shifted(due, self.days.into())
    }

    /// Parses `+3`, `-1: friendly`, `-1 day: friendly` or `提前1天：friendly`.
    fn parse(part: &str) -> Option<Self> {
        let (days, name) = part.split_once([':', '：']).unwrap_or((part, Self::USUAL_NAME));
        let days = ["days", "day", "天"]
            .iter()
            .find_map(|unit| days.trim().strip_suffix(unit))
            .unwrap_or(days)
            .trim();
        let days: i16 = match days.strip_prefix("提前") {
            Some(before) => before.trim().parse::<i16>().ok()?.checked_neg()?,
            None => days.replace('−', "-").parse().ok()?,
        };
        let name = name.trim();
        let is_name = (1..=LONGEST_NAME).contains(&name.chars().count())
            && name.chars().all(|char| char.is_alphanumeric() || char == '-');
        (STEP_DAYS.contains(&days) && is_name).then(|| Self { days, name: name.to_owned() })
    }
}

impl ReminderSteps {
    /// Parses `-1: friendly, +3, +10: firm`, in any order; nothing, or `none`, is no step.
    ///
    /// # Errors
    /// The first part that is no step, or whose day another step has.
    pub fn parse(text: &str) -> Result<Self, NotReminderSteps> {
        let parts = text.split([',', '，', '、', ';', '；']).map(str::trim);
        let mut steps: Vec<ReminderStep> = Vec::new();
        for part in parts.filter(|part| !matches!(*part, "" | "none" | "无")) {
            let step = ReminderStep::parse(part)
                .filter(|step| {
                    steps.len() < MOST_STEPS && steps.iter().all(|one| one.days != step.days)
                })
                .ok_or_else(|| NotReminderSteps { text: part.to_owned() })?;
            steps.push(step);
        }
        steps.sort_by_key(|step| step.days);
        Ok(Self(steps))
    }

    /// Returns whether no reminders are sent.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns each step with the due days of the debts that are at it on a day, the first and the last: those for
    /// which it is the newest step whose day has come. A step before the due day is not sent after it.
    pub fn due_days(&self, today: Day) -> impl Iterator<Item = (&ReminderStep, (Day, Day))> {
        let later = self.0.iter().skip(1).map(Some).chain([None]);
        self.0.iter().zip(later).map(move |(step, next)| {
            let stays = next.map_or(STAYS, |next| next.days - step.days - 1);
            let last = shifted(today, -i64::from(step.days));
            let first = shifted(last, -i64::from(stays));
            (step, if step.days.is_negative() { (first.max(today), last) } else { (first, last) })
        })
    }

    /// Returns the last due day that any step is about on a day.
    pub fn due_until(&self, today: Day) -> Day {
        self.due_days(today).map(|(_, (_, last))| last).max().unwrap_or(today)
    }

    /// Returns the step that a debt due on `due` is at on a day.
    pub fn current(&self, due: Day, today: Day) -> Option<&ReminderStep> {
        let mut steps = self.due_days(today);
        steps.find_map(|(step, (first, last))| (first..=last).contains(&due).then_some(step))
    }
}

/// Returns the day so many days later; the day itself at the end of time.
fn shifted(day: Day, days: i64) -> Day {
    day.checked_add_signed(TimeDelta::days(days)).unwrap_or(day)
}

impl fmt::Display for ReminderSteps {
    /// Writes the steps as [`ReminderSteps::parse`] reads them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, step) in self.0.iter().enumerate() {
            let before = if place == 0 { "" } else { ", " };
            match step.days {
                0 => write!(f, "{before}0")?,
                days => write!(f, "{before}{days:+}")?,
            }
            if step.name != ReminderStep::USUAL_NAME {
                write!(f, ": {}", step.name)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::parse_iso;
    use proptest::prelude::*;

    fn steps(text: &str) -> ReminderSteps {
        ReminderSteps::parse(text).unwrap()
    }

    #[test]
    fn steps_are_read_as_they_are_written() {
        let text = "-1: friendly, +3, +10: firm, +30: last";
        assert_eq!(steps(text).to_string(), text);
        assert_eq!(steps("30天：last；10:firm, 提前1天：friendly、3 days").to_string(), text);
        assert_eq!(steps("none"), ReminderSteps::default());
        for (bad, part) in [
            ("3, +3", "+3"),
            ("soon", "soon"),
            ("3: ../x", "3: ../x"),
            ("400", "400"),
            ("-1:", "-1:"),
        ] {
            assert_eq!(ReminderSteps::parse(bad), Err(NotReminderSteps { text: part.to_owned() }));
        }
    }

    #[test]
    fn a_debt_is_at_the_newest_step_whose_day_has_come() {
        let steps = steps("-2: friendly, +3, +10: firm");
        let due = parse_iso("2026-03-25").unwrap();
        let at =
            |day: &str| steps.current(due, parse_iso(day).unwrap()).map(|step| step.name.as_str());
        assert_eq!((at("2026-03-22"), at("2026-03-23")), (None, Some("friendly")));
        assert_eq!((at("2026-03-25"), at("2026-03-26")), (Some("friendly"), None));
        assert_eq!((at("2026-03-28"), at("2026-04-03")), (Some("reminder"), Some("reminder")));
        assert_eq!((at("2026-04-04"), at("2027-04-04")), (Some("firm"), Some("firm")));
        assert_eq!(steps.due_until(due), parse_iso("2026-03-27").unwrap());
    }

    proptest! {
        #[test]
        fn no_step_is_sent_before_its_day_and_none_ahead_after_the_due_day(
            days in prop::collection::btree_set(-30..=365_i16, 0..6),
            today in -60..500_i64,
        ) {
            let text: Vec<String> = days.iter().map(i16::to_string).collect();
            let steps = steps(&text.join(","));
            let due = Day::default();
            let today = due + chrono::TimeDelta::days(today);
            if let Some(step) = steps.current(due, today) {
                prop_assert!(step.day(due) <= today);
                prop_assert!(step.days >= 0 || today <= due);
                prop_assert!((today - step.day(due)).num_days() <= i64::from(STAYS));
            }
        }
    }
}
