//! Weekdays and sets of them, in English and in Chinese.

use std::fmt;

use chrono::Weekday;

use super::{DayError, in_half_width};

/// Reads one weekday: `fri`, `Friday`, `weds`, `周五`, `週五`, `星期五`, `礼拜五`.
pub fn parse_weekday(text: &str) -> Option<Weekday> {
    let chinese = ["周", "週", "星期", "礼拜", "禮拜"];
    match chinese.into_iter().find_map(|prefix| text.strip_prefix(prefix)) {
        Some("一") => Some(Weekday::Mon),
        Some("二") => Some(Weekday::Tue),
        Some("三") => Some(Weekday::Wed),
        Some("四") => Some(Weekday::Thu),
        Some("五") => Some(Weekday::Fri),
        Some("六") => Some(Weekday::Sat),
        Some("日" | "天") => Some(Weekday::Sun),
        Some(_) => None,
        None => match text.to_ascii_lowercase().as_str() {
            "tues" => Some(Weekday::Tue),
            "weds" => Some(Weekday::Wed),
            "thur" | "thurs" => Some(Weekday::Thu),
            name => name.parse().ok(),
        },
    }
}

/// The name of a weekday in three small letters, as [`parse_weekday`] reads it.
pub const fn weekday_name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "mon",
        Weekday::Tue => "tue",
        Weekday::Wed => "wed",
        Weekday::Thu => "thu",
        Weekday::Fri => "fri",
        Weekday::Sat => "sat",
        Weekday::Sun => "sun",
    }
}

/// A set of weekdays.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct Weekdays(u8);

impl Weekdays {
    /// No weekday.
    pub const NONE: Weekdays = Weekdays(0);
    /// Every weekday.
    pub const ALL: Weekdays = Weekdays(0b111_1111);
    /// Saturday and Sunday.
    pub const WEEKEND: Weekdays = Weekdays(0b110_0000);

    /// The set with these bits, Monday being bit 0; `None` where bit 7 is set.
    pub const fn from_bits(bits: u8) -> Option<Weekdays> {
        if bits > Weekdays::ALL.0 { None } else { Some(Weekdays(bits)) }
    }

    /// The set as bits, Monday being bit 0.
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// Returns whether the set contains this weekday.
    pub fn contains(self, weekday: Weekday) -> bool {
        self.0 & bit(weekday) != 0
    }

    /// Returns whether the set is empty.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The weekdays of the set, from Monday on.
    pub fn iter(self) -> impl Iterator<Item = Weekday> {
        let week = (0..7_u8).filter_map(|number| Weekday::try_from(number).ok());
        week.filter(move |weekday| self.contains(*weekday))
    }

    /// Reads `mon,wed,fri`, `mon-fri`, `1-5` (Monday is 1), `周一、周五`, `周一 周五`, `周一到周六`, `all`
    /// or `none`, `每天` or `无`.
    pub fn parse(text: &str) -> Result<Weekdays, DayError> {
        in_half_width(text.trim(), |text| match text.to_lowercase().as_str() {
            "all" | "每天" => Ok(Weekdays::ALL),
            "none" | "无" => Ok(Weekdays::NONE),
            text => parts(text).iter().try_fold(Weekdays::NONE, |set, part| {
                let (first, last) = part.split_once('-').unwrap_or((part, part));
                let (Some(mut weekday), Some(last)) =
                    (weekday_or_number(first), weekday_or_number(last))
                else {
                    return Err(DayError::NotAWeekday { text: part.clone() });
                };
                let mut bits = set.0 | bit(last);
                while weekday != last {
                    bits |= bit(weekday);
                    weekday = weekday.succ();
                }
                Ok(Weekdays(bits))
            }),
        })
    }
}

/// Prints `mon,wed`, or `none`.
impl fmt::Display for Weekdays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.iter().map(weekday_name).collect();
        let list = names.join(",");
        f.pad(if list.is_empty() { "none" } else { &list })
    }
}

/// The weekdays and ranges of a list: blanks part them as commas do, but not inside of `mon - fri`.
fn parts(text: &str) -> Vec<String> {
    let ranged = text.replace(['到', '至', '~', '–', '—'], "-");
    let ends: Vec<&str> = ranged.split('-').map(str::trim).collect();
    let ranged = ends.join("-");
    let between_commas = ranged.split(',').flat_map(|part| match part.trim() {
        // Two commas in a row leave out a weekday, and the refusal says so.
        "" => vec![String::new()],
        part => part.split_whitespace().map(str::to_owned).collect(),
    });
    between_commas.collect()
}

fn weekday_or_number(text: &str) -> Option<Weekday> {
    match text.trim() {
        "1" => Some(Weekday::Mon),
        "2" => Some(Weekday::Tue),
        "3" => Some(Weekday::Wed),
        "4" => Some(Weekday::Thu),
        "5" => Some(Weekday::Fri),
        "6" => Some(Weekday::Sat),
        "7" => Some(Weekday::Sun),
        name => parse_weekday(name),
    }
}

fn bit(weekday: Weekday) -> u8 {
    1 << weekday.num_days_from_monday()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekdays_are_read_as_lists_ranges_and_numbers() {
        for (text, expected) in [
            ("fri, mon", "mon,fri"),
            ("Mon-Wed", "mon,tue,wed"),
            ("sat-mon", "mon,sat,sun"),
            ("1-3,7", "mon,tue,wed,sun"),
            ("周一,星期二", "mon,tue"),
            ("周一-周三", "mon,tue,wed"),
            ("周一、周三，周五", "mon,wed,fri"),
            ("周一 周三", "mon,wed"),
            ("周一到周六", "mon,tue,wed,thu,fri,sat"),
            ("周一 至 周三 周五", "mon,tue,wed,fri"),
            ("mon - wed fri", "mon,tue,wed,fri"),
            ("１－３", "mon,tue,wed"),
            ("每天", "mon,tue,wed,thu,fri,sat,sun"),
            ("无", "none"),
            ("all", "mon,tue,wed,thu,fri,sat,sun"),
            ("none", "none"),
        ] {
            let set = Weekdays::parse(text);
            assert_eq!(set.as_ref().map(Weekdays::to_string).as_deref(), Ok(expected), "{text}");
            assert_eq!(Weekdays::parse(expected), set);
        }
        assert_eq!(Weekdays::parse("mon,8"), Err(DayError::NotAWeekday { text: "8".to_owned() }));
        assert_eq!(Weekdays::from_bits(0b1000_0000), None);
    }
}
