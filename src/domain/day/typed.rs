//! A day as a person types it, which includes every way in which the program itself writes one.

use chrono::{Datelike, Month, Weekday};

use super::{
    Day, DayError, LAST_DAY, day_of_month, in_half_width, in_range, month_after, parse_weekday,
    plus,
};

/// The most years between one 29 February and the next: 1896 to 1904, and 2096 to 2104.
const LONGEST_WAIT: i32 = 8;

/// Reads a day as a person types it.
///
/// That is an ISO day, `today`, `tomorrow`, `yesterday`, `+3`, `-2`, `fri` (the next one after
/// today), `25` (the next 25th from today on, or the month's end where it is shorter), `今天`,
/// `明天`, `后天`, `昨天`, `周五`, `下周五` (of the week from the coming Monday on), and what pages show:
/// `Fri 27 Mar 2026`, `27 Mar`, `2026年3月27日 周五`, `3月27日`, `27日`. A day without a year is the
/// next such day from today on, and a weekday beside a day has to be the right one.
pub fn parse_day(text: &str, today: Day) -> Result<Day, DayError> {
    in_half_width(text.trim(), |text| {
        let lower = text.to_lowercase();
        let after = |days: i64| in_range(text, plus(today, days));
        match lower.as_str() {
            "today" | "今天" | "今日" => return after(0),
            "tomorrow" | "明天" | "明日" => return after(1),
            "后天" | "後天" => return after(2),
            "大后天" | "大後天" => return after(3),
            "yesterday" | "昨天" | "昨日" => return after(-1),
            "前天" => return after(-2),
            _ => {}
        }
        if let Some(weekday) = parse_weekday(&lower) {
            return after(7 - i64::from(today.weekday().days_since(weekday)));
        }
        if let Some(days) = in_named_week(&lower, today) {
            return after(days);
        }
        let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
        if digits.len() < text.len() && is_number(digits) {
            return after(text.parse().unwrap_or(i64::MAX));
        }
        let Some(parts) = Parts::of(&lower) else {
            return Err(DayError::NotADay { text: text.to_owned() });
        };
        let day = in_range(text, Some(parts.day(text, today)?))?;
        match parts.weekday {
            // A wrong weekday is a slip of the hand, and nobody can tell which half of it is meant.
            Some(weekday) if weekday != day.weekday() => {
                Err(DayError::NoSuchDay { text: text.to_owned() })
            }
            Some(_) | None => Ok(day),
        }
    })
}

/// Reads a day with its year in any form that [`parse_day`] reads, which is the same whatever day it is.
pub fn parse_dated(text: &str) -> Result<Day, DayError> {
    in_half_width(text.trim(), |text| match Parts::of(&text.to_lowercase()) {
        Some(Parts { year: Some(_), .. }) => parse_day(text, LAST_DAY),
        Some(_) | None => Err(DayError::NotADay { text: text.to_owned() }),
    })
}

/// Returns the offset in days from today to `下周五`, `本周五` or `上周五`; weeks start on Monday.
fn in_named_week(text: &str, today: Day) -> Option<i64> {
    let weeks = [("下下", 2), ("下", 1), ("本", 0), ("这", 0), ("這", 0), ("上", -1)];
    let (name, weeks) =
        weeks.iter().find_map(|(name, weeks)| Some((text.strip_prefix(name)?, weeks)))?;
    // Letters would be an English weekday, which nobody says so.
    let weekday = parse_weekday(name.trim_start_matches(['个', '個']))?;
    let since_monday = |weekday: Weekday| i64::from(weekday.num_days_from_monday());
    Some(weeks * 7 + since_monday(weekday) - since_monday(today.weekday()))
}

/// Parts of a typed calendar date.
struct Parts {
    year: Option<i32>,
    month: Option<u32>,
    number: u32,
    weekday: Option<Weekday>,
}

impl Parts {
    /// The parts that a text names, whether or not a calendar has such a day.
    fn of(text: &str) -> Option<Parts> {
        let (text, weekday) = without_weekday(text);
        let (year, month, number) =
            chinese(text).or_else(|| parted(text)).or_else(|| named(text))?;
        let year = match year {
            Some(year) if year.len() == 4 => Some(number_of(year)?.cast_signed()),
            Some(_) => return None,
            None => None,
        };
        let month = match month {
            Some(month) => Some(number_of(month).or_else(|| month_named(month))?),
            None => None,
        };
        Some(Parts { year, month, number: number_of(number)?, weekday })
    }

    /// Returns the day that the parts of the typed text denote.
    fn day(&self, text: &str, today: Day) -> Result<Day, DayError> {
        let day = match (self.year, self.month) {
            (Some(year), Some(month)) => Day::from_ymd_opt(year, month, self.number),
            (None, Some(month)) => (today.year()..=today.year().saturating_add(LONGEST_WAIT))
                .filter_map(|year| Day::from_ymd_opt(year, month, self.number))
                .find(|day| *day >= today),
            // A year without a month names no day, and no form has it.
            (_, None) => {
                (1..=31).contains(&self.number).then(|| next_numbered(self.number, today)).flatten()
            }
        };
        day.ok_or_else(|| DayError::NoSuchDay { text: text.to_owned() })
    }
}

/// A year, a month and a day of it, as they were typed.
type Typed<'a> = (Option<&'a str>, Option<&'a str>, &'a str);

/// Takes the weekday off that stands before or behind a day: `fri 27 mar`, `27日 周五`, `27日（周五）`.
fn without_weekday(text: &str) -> (&str, Option<Weekday>) {
    let chinese =
        ["周", "週", "星期", "礼拜", "禮拜"].iter().filter_map(|name| text.find(name)).min();
    let (before, behind) = chinese
        .and_then(|at| text.split_at_checked(at))
        .or_else(|| text.rsplit_once(' '))
        .unwrap_or((text, ""));
    if let Some(weekday) = parse_weekday(behind.trim_end_matches([')', ' '])) {
        return (before.trim_end_matches(['(', ',', ' ']), Some(weekday));
    }
    match text.split_once([' ', ',']) {
        Some((first, rest)) if parse_weekday(first).is_some() => {
            (rest.trim_start_matches([',', ' ']), parse_weekday(first))
        }
        Some(_) | None => (text, None),
    }
}

/// Splits `2026年12月1日`, `12月1日`, `25日`, `25号` and plain `25`.
fn chinese(text: &str) -> Option<Typed<'_>> {
    let day = text.trim_end_matches(['日', '号', '號']);
    let (year, rest) = match day.split_once('年') {
        Some((year, rest)) => (Some(year.trim()), rest),
        None => (None, day),
    };
    let (month, number) = match rest.split_once('月') {
        Some((month, number)) => (Some(month.trim()), number.trim()),
        None => (None, rest.trim()),
    };
    let whole = year.is_none() || month.is_some();
    (whole && is_number(number)).then_some((year, month, number))
}

/// Splits `2026-12-01`, `2026/12/1`, `12-01` and `12/1`, where the month always comes first.
fn parted(text: &str) -> Option<Typed<'_>> {
    let mark = if text.contains('/') { '/' } else { '-' };
    let parts: Vec<&str> = text.split(mark).collect();
    match *parts.as_slice() {
        [year, month, number] => Some((Some(year), Some(month), number)),
        [month, number] => Some((None, Some(month), number)),
        _ => None,
    }
}

/// Splits `27 mar 2026`, `27 mar` and `mar 27`.
fn named(text: &str) -> Option<Typed<'_>> {
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let (first, second, year) = match *words.as_slice() {
        [first, second] => (first, second, None),
        [first, second, year] => (first, second, Some(year)),
        _ => return None,
    };
    match is_number(first) {
        true => month_named(second).map(|_| (year, Some(second), first)),
        false => month_named(first).map(|_| (year, Some(first), second)),
    }
}

fn month_named(text: &str) -> Option<u32> {
    text.parse::<Month>().ok().map(|month| month.number_from_month())
}

/// A number of a year, a month or a day; one that is too large for any is no day of a calendar.
fn number_of(text: &str) -> Option<u32> {
    is_number(text).then(|| text.parse().unwrap_or(u32::MAX))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The first day from `today` on that is day `number` of its month, clamped to the month's end.
fn next_numbered(number: u32, today: Day) -> Option<Day> {
    let this = day_of_month(today.year(), today.month(), number)?;
    let (year, month) = month_after(today.year(), today.month());
    if this >= today { Some(this) } else { day_of_month(year, month, number) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::parse_iso;

    fn day(text: &str) -> Day {
        parse_iso(text).unwrap_or(Day::MIN)
    }

    fn read(text: &str) -> Result<Day, DayError> {
        // 27 March 2026 is a Friday.
        parse_day(text, day("2026-03-27"))
    }

    #[test]
    fn days_are_read_as_people_say_them() {
        for (text, expected) in [
            ("today", "2026-03-27"),
            (" Tomorrow ", "2026-03-28"),
            ("昨天", "2026-03-26"),
            ("后天", "2026-03-29"),
            ("大后天", "2026-03-30"),
            ("前天", "2026-03-25"),
            ("+3", "2026-03-30"),
            ("-2", "2026-03-25"),
            ("fri", "2026-04-03"),
            ("Saturday", "2026-03-28"),
            ("周四", "2026-04-02"),
            ("礼拜天", "2026-03-29"),
            ("下周一", "2026-03-30"),
            ("下周五", "2026-04-03"),
            ("下个星期天", "2026-04-05"),
            ("下下周五", "2026-04-10"),
            ("本周一", "2026-03-23"),
            ("上周五", "2026-03-20"),
            ("27", "2026-03-27"),
            ("25", "2026-04-25"),
            ("31", "2026-03-31"),
            ("2026-01-05", "2026-01-05"),
        ] {
            assert_eq!(read(text), Ok(day(expected)), "{text}");
        }
        assert_eq!(parse_day("31", day("2026-02-28")), Ok(day("2026-02-28")));
        for text in ["32", "99999999999999"] {
            let text = text.to_owned();
            assert_eq!(parse_day(&text, LAST_DAY), Err(DayError::NoSuchDay { text }));
        }
    }

    #[test]
    fn days_are_read_as_the_pages_show_them() {
        for (text, expected) in [
            ("2026年12月1日", "2026-12-01"),
            ("2026年12月1日 周二", "2026-12-01"),
            ("2026年12月1日（星期二）", "2026-12-01"),
            ("2026年5月3日周日", "2026-05-03"),
            ("12月1日", "2026-12-01"),
            ("3月27号", "2026-03-27"),
            ("3月26日", "2027-03-26"),
            ("25日", "2026-04-25"),
            ("25号", "2026-04-25"),
            ("1号", "2026-04-01"),
            ("12-01", "2026-12-01"),
            ("12/1", "2026-12-01"),
            ("2026/12/1", "2026-12-01"),
            ("2026-12-1", "2026-12-01"),
            ("27 Mar", "2026-03-27"),
            ("27 Mar 2025", "2025-03-27"),
            ("Fri 27 Mar 2026", "2026-03-27"),
            ("Friday, 27 March", "2026-03-27"),
            ("mar 26", "2027-03-26"),
            ("2月29日", "2028-02-29"),
        ] {
            assert_eq!(read(text), Ok(day(expected)), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_told_from_a_day_that_no_calendar_has() {
        for text in
            ["2月30日", "13/1", "30 feb", "0日", "2026年12月1日 周一", "Mon 27 Mar 2026", "40号"]
        {
            assert_eq!(read(text), Err(DayError::NoSuchDay { text: text.to_owned() }), "{text}");
        }
        for text in [
            "2026年",
            "12月",
            "月1日",
            "2026年5日",
            "26-12-01",
            "1/2/3/4",
            "mar",
            "27 mars",
            "日",
            "下周",
            "+",
            "1 2",
            "2026-03-27 x",
            "周五 周五",
            "",
        ] {
            assert_eq!(read(text), Err(DayError::NotADay { text: text.to_owned() }), "{text}");
        }
    }
}
