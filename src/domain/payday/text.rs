//! Payday rules as short text: how they are read, printed and refused.

use std::fmt;

use chrono::Weekday;

use super::chinese::parse_chinese;
use super::{MonthDays, Payday, PaydayRule, Shift};
use crate::domain::day::{Day, DayError, iso, parse_iso, parse_weekday, weekday_name};

/// Why a text is no payday rule. Every variant carries what a sentence about it needs.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum PaydayError {
    /// The text has the form of no rule.
    #[error("`{text}` is not a payday rule")]
    NotARule {
        /// The text as it was typed, without surrounding blanks.
        text: String,
    },
    /// The rule names a day that not every month has: `32`, `last-40`, `5th fri`.
    #[error("not every month has the day `{text}`")]
    NoSuchDay {
        /// The part of the rule that names the day.
        text: String,
    },
    /// The rule repeats after 0 days or weeks, or after more than a year.
    #[error("`{text}` is not a number of days or weeks within a year")]
    NoSuchInterval {
        /// The number as it was typed.
        text: String,
    },
    /// A weekday was expected here.
    #[error("`{text}` is not a weekday")]
    NotAWeekday {
        /// Text found in its place.
        text: String,
    },
    /// The day behind `from` is none.
    #[error("the rule has no day to start from")]
    Anchor(#[source] DayError),
}

/// Prints the rule in its one form, which [`Payday::parse`] reads back.
impl fmt::Display for Payday {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = |every: u16| if every == 1 { "" } else { "s" };
        match self.rule {
            PaydayRule::None => f.write_str("none")?,
            PaydayRule::Days(days) => {
                for (place, day) in days.iter().enumerate() {
                    write!(f, "{}{day}", if place == 0 { "" } else { "," })?;
                }
            }
            PaydayRule::Last { minus: 0 } => f.write_str("last")?,
            PaydayRule::Last { minus } => write!(f, "last-{minus}")?,
            PaydayRule::Nth { nth, weekday } => {
                let ending = match nth {
                    1 => "st",
                    2 => "nd",
                    3 => "rd",
                    _ => "th",
                };
                write!(f, "{nth}{ending} {}", weekday_name(weekday))?;
            }
            PaydayRule::LastWeekday(weekday) => write!(f, "last {}", weekday_name(weekday))?,
            PaydayRule::Weeks { every, weekday, from } => {
                let (plural, weekday) = (plural(every), weekday_name(weekday));
                write!(f, "every {every} week{plural} {weekday} from {}", iso(from))?;
            }
            PaydayRule::EveryDays { every, from } => {
                write!(f, "every {every} day{} from {}", plural(every), iso(from))?;
            }
        }
        f.write_str(match self.shift {
            Shift::None => "",
            Shift::Before => " before weekend",
            Shift::After => " after weekend",
        })
    }
}

pub(super) fn parse_payday(text: &str) -> Result<Payday, PaydayError> {
    if let Some(payday) = parse_chinese(text) {
        return payday;
    }
    // `10, 25` is one word, as `10,25` is.
    let lower = text.to_lowercase().replace(", ", ",");
    let words: Vec<&str> = lower.split_whitespace().collect();
    let (words, shift) = match words.as_slice() {
        [rule @ .., "before"] => (rule, Shift::Before),
        [rule @ .., "before", "weekend" | "weekends" | "holiday" | "holidays"] => {
            (rule, Shift::Before)
        }
        [rule @ .., "after"] => (rule, Shift::After),
        [rule @ .., "after", "weekend" | "weekends" | "holiday" | "holidays"] => {
            (rule, Shift::After)
        }
        rule => (rule, Shift::None),
    };
    let rule = match *words {
        ["none"] if shift == Shift::None => PaydayRule::None,
        ["every", count, "day" | "days", "from", from] => {
            PaydayRule::EveryDays { every: interval(count, 366)?, from: anchor(from)? }
        }
        ["every", count, "week" | "weeks", weekday, "from", from] => PaydayRule::Weeks {
            every: interval(count, 53)?,
            weekday: named_weekday(weekday)?,
            from: anchor(from)?,
        },
        ["last", weekday] => PaydayRule::LastWeekday(named_weekday(weekday)?),
        ["1st" | "first", weekday] => PaydayRule::Nth { nth: 1, weekday: named_weekday(weekday)? },
        ["2nd" | "second", weekday] => PaydayRule::Nth { nth: 2, weekday: named_weekday(weekday)? },
        ["3rd" | "third", weekday] => PaydayRule::Nth { nth: 3, weekday: named_weekday(weekday)? },
        ["4th" | "fourth", weekday] => PaydayRule::Nth { nth: 4, weekday: named_weekday(weekday)? },
        ["5th" | "fifth", weekday] => {
            return Err(PaydayError::NoSuchDay { text: format!("5th {weekday}") });
        }
        ["last"] => PaydayRule::Last { minus: 0 },
        [word] => match word.strip_prefix("last-") {
            Some(minus) => PaydayRule::Last { minus: month_day(minus, 0..=27, text, word)? },
            None => numbered_days(word, text)?,
        },
        _ => {
            return Err(PaydayError::NotARule { text: text.to_owned() });
        }
    };
    Ok(Payday { rule, shift })
}

/// Reads `25`, `10,25` or `15,last`, where `last` is the 31st, clamped as that is.
fn numbered_days(word: &str, text: &str) -> Result<PaydayRule, PaydayError> {
    let day = |part| {
        if part == "last" { Ok(31) } else { month_day(part, 1..=31, text, part) }
    };
    let days = word.split(',').map(day).collect::<Result<Vec<u8>, _>>()?;
    let days = MonthDays::of(&days);
    days.map(PaydayRule::Days).ok_or_else(|| PaydayError::NotARule { text: text.to_owned() })
}

/// Reads a number of days within `range`; outside of it, `part` of the rule `text` is to blame.
fn month_day(
    digits: &str,
    range: std::ops::RangeInclusive<u8>,
    text: &str,
    part: &str,
) -> Result<u8, PaydayError> {
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(PaydayError::NotARule { text: text.to_owned() });
    }
    let number = digits.parse().ok().filter(|number| range.contains(number));
    number.ok_or_else(|| PaydayError::NoSuchDay { text: part.to_owned() })
}

fn interval(count: &str, longest: u16) -> Result<u16, PaydayError> {
    let number = count.parse().ok().filter(|number| (1..=longest).contains(number));
    number.ok_or_else(|| PaydayError::NoSuchInterval { text: count.to_owned() })
}

fn named_weekday(word: &str) -> Result<Weekday, PaydayError> {
    parse_weekday(word).ok_or_else(|| PaydayError::NotAWeekday { text: word.to_owned() })
}

fn anchor(word: &str) -> Result<Day, PaydayError> {
    parse_iso(word).map_err(PaydayError::Anchor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_has_one_canonical_form() {
        for (typed, canonical) in [
            (" 25 ", "25"),
            ("25, 10,10", "10,25"),
            ("15,last", "15,31"),
            ("１０，25", "10,25"),
            ("LAST", "last"),
            ("last-0", "last"),
            ("last Friday before holiday", "last fri before weekend"),
            ("second 周一 after", "2nd mon after weekend"),
            ("every 1 weeks fri from 2026-01-09", "every 1 week fri from 2026-01-09"),
            ("none", "none"),
        ] {
            let canonical_form = Payday::parse(typed).map(|payday| payday.to_string());
            assert_eq!(canonical_form.as_deref(), Ok(canonical));
        }
    }

    /// Makes an error of the part of a rule that is to blame.
    type Reason<'a> = &'a dyn Fn(String) -> PaydayError;

    #[test]
    fn what_is_no_rule_is_refused_with_its_reason() {
        let not_a_rule = |text: String| PaydayError::NotARule { text };
        let no_such_day = |text: String| PaydayError::NoSuchDay { text };
        let no_such_interval = |text: String| PaydayError::NoSuchInterval { text };
        let not_a_weekday = |text: String| PaydayError::NotAWeekday { text };
        let anchor = |text: String| PaydayError::Anchor(DayError::NotADay { text });
        let cases: [(&str, Reason, &str); 15] = [
            ("", &not_a_rule, ""),
            ("before", &not_a_rule, "before"),
            ("none before", &not_a_rule, "none before"),
            ("10 25", &not_a_rule, "10 25"),
            ("10,", &not_a_rule, "10,"),
            ("+5", &not_a_rule, "+5"),
            ("0", &no_such_day, "0"),
            ("10,32", &no_such_day, "32"),
            ("last-28", &no_such_day, "last-28"),
            ("5th fri", &no_such_day, "5th fri"),
            ("last day", &not_a_weekday, "day"),
            ("every 0 days from 2026-01-09", &no_such_interval, "0"),
            ("every 54 weeks fri from 2026-01-09", &no_such_interval, "54"),
            ("every 2 weeks fri from today", &anchor, "today"),
            ("every 2 weeks fri", &not_a_rule, "every 2 weeks fri"),
        ];
        for (text, error, part) in cases {
            assert_eq!(Payday::parse(text), Err(error(part.to_owned())));
        }
    }
}
