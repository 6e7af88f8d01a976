//! Calendar dates as people write them: which part is the year, the month and the day.

use chrono::{Datelike, Month, Weekday};

use super::{
    DateOrder, Day, DayContext, DayError, Looking, chinese_count, day_of_month, month_after,
    month_before, parse_weekday,
};

/// The most years between one 29 February and the next: 1896 to 1904, and 2096 to 2104.
const LONGEST_WAIT: i32 = 8;

/// DateParts of a typed calendar date.
pub(super) struct DateParts {
    pub(super) year: Option<i32>,
    pub(super) month: Option<u32>,
    number: u32,
    pub(super) weekday: Option<Weekday>,
    /// Returns whether the month and the day of the month are interchangeable.
    ambiguous: bool,
}

impl DateParts {
    /// The parts that a text names, whether or not a calendar has such a day.
    pub(super) fn of(text: &str, order: Option<DateOrder>) -> Option<DateParts> {
        let (text, weekday) = without_weekday(text);
        let typed = compact(text)
            .or_else(|| chinese(text))
            .or_else(|| parted(text))
            .or_else(|| named(text))?;
        let year = match typed.year {
            Some(year) if year.len() == 4 => Some(number_of(year)?.cast_signed()),
            Some(_) => return None,
            None => None,
        };
        let month = match typed.month {
            Some(month) => Some(number_of(month).or_else(|| month_named(month))?),
            None => None,
        };
        let parts =
            DateParts { year, month, number: number_of(typed.number)?, weekday, ambiguous: false };
        Some(if typed.in_shop_order { parts.in_order(order) } else { parts })
    }

    /// Puts `27/3` and `4/3` into the order of the shop, or into the only one that is possible.
    fn in_order(self, order: Option<DateOrder>) -> DateParts {
        let (first, second) = (self.month.unwrap_or_default(), self.number);
        let day_first = match order {
            _ if first > 12 && second <= 12 => true,
            _ if second > 12 => false,
            Some(order) => order == DateOrder::DayFirst,
            None => false,
        };
        let ambiguous = order.is_none() && first <= 12 && second <= 12 && first != second;
        match day_first {
            true => DateParts { month: Some(second), number: first, ambiguous, ..self },
            false => DateParts { ambiguous, ..self },
        }
    }

    /// Returns the day that the parts of the typed text denote.
    pub(super) fn day(&self, text: &str, context: DayContext) -> Result<Day, DayError> {
        if self.ambiguous {
            return Err(DayError::Ambiguous { text: text.to_owned() });
        }
        let day = match (self.year, self.month) {
            (Some(year), Some(month)) => Day::from_ymd_opt(year, month, self.number),
            (None, Some(month)) => yearly(month, self.number, context),
            // A year without a month names no day, and no form has it.
            (_, None) => {
                (1..=31).contains(&self.number).then(|| monthly(self.number, context)).flatten()
            }
        };
        day.ok_or_else(|| DayError::NoSuchDay { text: text.to_owned() })
    }
}

/// The nearest day in the direction of the context that is this day of this month.
fn yearly(month: u32, number: u32, context: DayContext) -> Option<Day> {
    let today = context.today;
    (0..=LONGEST_WAIT).find_map(|years| {
        let (year, reached): (i32, fn(&Day, &Day) -> bool) = match context.looking {
            Looking::Ahead => (today.year().saturating_add(years), Day::ge),
            Looking::Back => (today.year().saturating_sub(years), Day::le),
        };
        Day::from_ymd_opt(year, month, number).filter(|day| reached(day, &today))
    })
}

/// The nearest day in the direction of the context that is day `number` of its month, clamped to the
/// month's end.
fn monthly(number: u32, context: DayContext) -> Option<Day> {
    let today = context.today;
    let this = day_of_month(today.year(), today.month(), number)?;
    let (year, month) = match context.looking {
        Looking::Ahead if this >= today => return Some(this),
        Looking::Back if this <= today => return Some(this),
        Looking::Ahead => month_after(today.year(), today.month()),
        Looking::Back => month_before(today.year(), today.month()),
    };
    day_of_month(year, month, number)
}

/// A year, a month and a day of it, as they were typed.
struct Typed<'a> {
    year: Option<&'a str>,
    month: Option<&'a str>,
    number: &'a str,
    /// Returns whether the date order of the shop decides which of the two is the month.
    in_shop_order: bool,
}

impl<'a> Typed<'a> {
    fn new(year: Option<&'a str>, month: Option<&'a str>, number: &'a str) -> Self {
        Self { year, month, number, in_shop_order: false }
    }
}

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

/// Splits `2026年12月1日`, `12月1日`, `十二月一日`, `25日`, `25号` and plain `25`.
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
    let is_said = (month.is_some() || day != text) && number_of(number).is_some();
    (whole && (is_said || is_number(number))).then(|| Typed::new(year, month, number))
}

/// Splits `20261201`.
fn compact(text: &str) -> Option<Typed<'_>> {
    if text.len() != 8 || !is_number(text) {
        return None;
    }
    let (year, rest) = text.split_at_checked(4)?;
    let (month, number) = rest.split_at_checked(2)?;
    Some(Typed::new(Some(year), Some(month), number))
}

/// Splits `2026-12-01`, `2026/12/1`, `2026.12.1` and `12-01`, where the month comes first, and `12/1`,
/// `12.1` and `12/1/2026`, where the shop says which does.
fn parted(text: &str) -> Option<Typed<'_>> {
    let mark = ['/', '.', '-'].into_iter().find(|mark| text.contains(*mark))?;
    let parts: Vec<&str> = text.split(mark).collect();
    let (first, second, year) = match *parts.as_slice() {
        [year, month, number] if year.len() == 4 => {
            return Some(Typed::new(Some(year), Some(month), number));
        }
        [first, second, year] => (first, second, Some(year)),
        [month, number] if mark == '-' => return Some(Typed::new(None, Some(month), number)),
        [first, second] => (first, second, None),
        _ => return None,
    };
    Some(Typed { in_shop_order: true, ..Typed::new(year, Some(first), second) })
}

/// Splits `27 mar 2026`, `27 mar`, `27th of march`, `mar 27` and `27th`.
fn named(text: &str) -> Option<Typed<'_>> {
    let words = text.split([' ', ',']).filter(|word| !matches!(*word, "" | "of" | "the"));
    let words: Vec<&str> = words.map(without_ordinal).collect();
    let (first, second, year) = match *words.as_slice() {
        [number] if number.len() < text.len() => return Some(Typed::new(None, None, number)),
        [first, second] => (first, second, None),
        [first, second, year] => (first, second, Some(year)),
        _ => return None,
    };
    match is_number(first) {
        true => month_named(second).map(|_| Typed::new(year, Some(second), first)),
        false => month_named(first).map(|_| Typed::new(year, Some(first), second)),
    }
}

/// Takes the ending off `1st`, `2nd`, `3rd` and `4th`.
fn without_ordinal(word: &str) -> &str {
    let number = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending));
    number.filter(|number| is_number(number)).unwrap_or(word)
}

fn month_named(text: &str) -> Option<u32> {
    if text == "sept" {
        return Some(9);
    }
    text.parse::<Month>().ok().map(|month| month.number_from_month())
}

/// A number of a year, a month or a day, also in Chinese; one that is too large for any is no day of a
/// calendar.
fn number_of(text: &str) -> Option<u32> {
    if is_number(text) {
        return Some(text.parse().unwrap_or(u32::MAX));
    }
    chinese_count(text).map(u32::from)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
