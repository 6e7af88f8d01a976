//! Payday rules as short text: how they are read, printed and refused.

use std::fmt;

use chrono::Weekday;

use super::chinese::parse_chinese;
use super::{MonthDays, Payday, PaydayRule, Shift};
use crate::domain::day::{Day, DayError, iso, parse_dated, parse_weekday, weekday_name};

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
    /// The rule repeats after several weeks or days, and names no day to count them from.
    #[error("`{text}` has no day to count from")]
    NoAnchor {
        /// The text as it was typed, without surrounding blanks.
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

/// Phrases that say which way a payday moves from a day off, the longest first.
const SHIFTS: [(&str, Shift); 12] = [
    (" or the workday before", Shift::Before),
    (" or workday before", Shift::Before),
    (" or before", Shift::Before),
    (" before holidays", Shift::Before),
    (" before holiday", Shift::Before),
    (" before weekends", Shift::Before),
    (" or the workday after", Shift::After),
    (" or workday after", Shift::After),
    (" or after", Shift::After),
    (" after holidays", Shift::After),
    (" after holiday", Shift::After),
    (" after weekends", Shift::After),
];

/// The shorter ones, which the longer end in.
const SHORT_SHIFTS: [(&str, Shift); 4] = [
    (" before weekend", Shift::Before),
    (" after weekend", Shift::After),
    (" before", Shift::Before),
    (" after", Shift::After),
];

pub(super) fn parse_payday(text: &str) -> Result<Payday, PaydayError> {
    if let Some(payday) = parse_chinese(text) {
        return payday;
    }
    let lower = text.to_lowercase();
    let shifts = SHIFTS.iter().chain(&SHORT_SHIFTS);
    let found =
        shifts.into_iter().find_map(|(end, shift)| Some((lower.strip_suffix(end)?, *shift)));
    let (rule, shift) = found.unwrap_or((&lower, Shift::None));
    if matches!(rule, "last working day" | "last workday" | "last business day")
        && shift == Shift::None
    {
        return Ok(Payday { rule: PaydayRule::Last { minus: 0 }, shift: Shift::Before });
    }
    let rule = parse_rule(rule, text)?;
    match (rule, shift) {
        (PaydayRule::None, Shift::Before | Shift::After) => {
            Err(PaydayError::NotARule { text: text.to_owned() })
        }
        (rule, shift) => Ok(Payday { rule, shift }),
    }
}

/// Reads a rule without its shift, in lower case.
fn parse_rule(rule: &str, text: &str) -> Result<PaydayRule, PaydayError> {
    // `every 2 weeks, Fri` is shown, and typed without its comma as often.
    let words: Vec<&str> = rule.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    Ok(match *words.as_slice() {
        ["none" | "cash" | "cod"] | ["at", "once"] => PaydayRule::None,
        ["every" | "each", ref every @ ..] => return repeated(every, text),
        ["daily"] => PaydayRule::EveryDays { every: 1, from: PaydayRule::ALWAYS },
        ["weekly", ref weekday @ ..] => return repeated(weekday, text),
        ["last"]
        | ["last", "day"]
        | ["month", "end"]
        | ["eom"]
        | ["end" | "last", "of", "month"]
        | ["end", "of", "the" | "each" | "every", "month"]
        | ["last", "day", "of", "month"]
        | ["last", "day", "of", "the" | "each" | "every", "month"] => PaydayRule::Last { minus: 0 },
        ["one", "day", "before", "month", "end"] => PaydayRule::Last { minus: 1 },
        [minus, "day" | "days", "before", "month", "end"] => {
            PaydayRule::Last { minus: month_day(minus, 0..=27, text, text)? }
        }
        ["last", weekday] | ["last", weekday, "of", "the", "month"] => {
            PaydayRule::LastWeekday(named_weekday(weekday)?)
        }
        [nth, weekday] if nth_named(nth).is_some() && !is_day_number(weekday) => {
            let weekday = named_weekday(weekday)?;
            match nth_named(nth) {
                Some(nth @ 1..=4) => PaydayRule::Nth { nth, weekday },
                Some(_) | None => {
                    return Err(PaydayError::NoSuchDay { text: words.join(" ") });
                }
            }
        }
        [weekday] if weekly(weekday).is_some() => return repeated(&[weekday], text),
        [word] if word.starts_with("last-") => {
            let minus = word.trim_start_matches("last-");
            PaydayRule::Last { minus: month_day(minus, 0..=27, text, word)? }
        }
        _ => numbered_days(rule, text)?,
    })
}

/// Reads what stands behind `every`: `fri`, `2 weeks fri from 2026-01-09`, `10 days from 2026-01-09`.
///
/// Where every week or day is meant, it is the same from whatever day on.
fn repeated(every: &[&str], text: &str) -> Result<PaydayRule, PaydayError> {
    let not_a_rule = || PaydayError::NotARule { text: text.to_owned() };
    let (every, from) = match every {
        [every @ .., "from", from] => (every, Some(anchor(from)?)),
        every => (every, None),
    };
    let anchored = |count: u16| match (count, from) {
        (_, Some(from)) => Ok(from),
        (1, None) => Ok(PaydayRule::ALWAYS),
        (_, None) => Err(PaydayError::NoAnchor { text: text.to_owned() }),
    };
    match *every {
        ["day"] => Ok(PaydayRule::EveryDays { every: 1, from: anchored(1)? }),
        [count, "day" | "days"] => {
            let every = interval(count, 366)?;
            Ok(PaydayRule::EveryDays { every, from: anchored(every)? })
        }
        ["week", weekday] | ["week", "on", weekday] | ["on", weekday] => {
            Ok(PaydayRule::Weeks { every: 1, weekday: weekly_named(weekday)?, from: anchored(1)? })
        }
        [count, "week" | "weeks", weekday] | [count, "week" | "weeks", "on", weekday] => {
            let every = interval(count, 53)?;
            Ok(PaydayRule::Weeks { every, weekday: weekly_named(weekday)?, from: anchored(every)? })
        }
        [weekday] if weekly(weekday).is_some() => {
            Ok(PaydayRule::Weeks { every: 1, weekday: weekly_named(weekday)?, from: anchored(1)? })
        }
        // `every 15th` is a day of the month.
        ref days if from.is_none() => numbered_days(&days.join(","), text),
        _ => Err(not_a_rule()),
    }
}

/// Reads `25`, `10,25`, `15/30`, `15 and 30`, `the 15th` or `15,last`, where `last` is the 31st, clamped as that is.
fn numbered_days(rule: &str, text: &str) -> Result<PaydayRule, PaydayError> {
    let rule = rule.replace(" and ", ",").replace("month end", "last");
    let day = |part: &str| {
        let part = part.trim().trim_start_matches("on ").trim_start_matches("the ");
        match part {
            "last" => Ok(31),
            part => month_day(without_ordinal(part), 1..=31, text, part),
        }
    };
    let days = rule.split([',', '/', '&', '+']).map(day).collect::<Result<Vec<u8>, _>>()?;
    let days = MonthDays::of(&days);
    days.map(PaydayRule::Days).ok_or_else(|| PaydayError::NotARule { text: text.to_owned() })
}

/// Takes the ending off `1st`, `2nd`, `3rd` and `4th`.
fn without_ordinal(word: &str) -> &str {
    ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word)
}

fn nth_named(word: &str) -> Option<u8> {
    Some(match word {
        "1st" | "first" => 1,
        "2nd" | "second" => 2,
        "3rd" | "third" => 3,
        "4th" | "fourth" => 4,
        "5th" | "fifth" => 5,
        _ => return None,
    })
}

fn is_day_number(word: &str) -> bool {
    word.starts_with(|char: char| char.is_ascii_digit()) || word == "and" || word == "&"
}

/// Reads `fri`, `friday` and `fridays`.
fn weekly(word: &str) -> Option<Weekday> {
    parse_weekday(word).or_else(|| parse_weekday(word.strip_suffix('s')?))
}

fn weekly_named(word: &str) -> Result<Weekday, PaydayError> {
    weekly(word).ok_or_else(|| PaydayError::NotAWeekday { text: word.to_owned() })
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
    parse_dated(word, None).map_err(PaydayError::Anchor)
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
            // D4
            ("25th", "25"),
            ("the 15th", "15"),
            ("15th, 30th", "15,30"),
            ("15/30", "15,30"),
            ("15 and 30", "15,30"),
            ("31st or before", "31 before weekend"),
            ("10th, 25th or workday after", "10,25 after weekend"),
            ("15th, month end", "15,31"),
            ("month end", "last"),
            ("Month end or before", "last before weekend"),
            ("end of the month", "last"),
            ("one day before month end", "last-1"),
            ("3 days before month end or workday before", "last-3 before weekend"),
            ("last working day", "last before weekend"),
            ("2nd Mon or before", "2nd mon before weekend"),
            ("every Fri", "every 1 week fri from 1900-01-01"),
            ("every friday", "every 1 week fri from 1900-01-01"),
            ("fridays", "every 1 week fri from 1900-01-01"),
            ("weekly fri", "every 1 week fri from 1900-01-01"),
            ("every week fri", "every 1 week fri from 1900-01-01"),
            ("every week fri from 2026-01-02", "every 1 week fri from 2026-01-02"),
            ("every 2 weeks, Fri from 2026-01-09", "every 2 weeks fri from 2026-01-09"),
            ("every 2 weeks fri from 2026/1/9", "every 2 weeks fri from 2026-01-09"),
            ("every day", "every 1 day from 1900-01-01"),
            ("cash", "none"),
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
        let no_anchor = |text: String| PaydayError::NoAnchor { text };
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
            ("last xday", &not_a_weekday, "xday"),
            ("every 0 days from 2026-01-09", &no_such_interval, "0"),
            ("every 54 weeks fri from 2026-01-09", &no_such_interval, "54"),
            ("every 2 weeks fri from today", &anchor, "today"),
            ("every 2 weeks fri", &no_anchor, "every 2 weeks fri"),
        ];
        for (text, error, part) in cases {
            assert_eq!(Payday::parse(text), Err(error(part.to_owned())));
        }
    }
}
