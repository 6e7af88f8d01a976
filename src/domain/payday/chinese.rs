//! Payday rules in Chinese, as pages and forms show them: `每月10日、25日（遇休提前）`.

use crate::domain::day::{chinese_count, parse_dated, parse_weekday};

use super::rule::{MonthDays, PaydayRule};
use super::text::PaydayError;
use super::{Payday, Shift};

/// Reads a rule in Chinese, in half-width marks; `None` where the text does not look like one.
pub(super) fn parse_chinese(text: &str) -> Option<Result<Payday, PaydayError>> {
    if text.is_ascii() {
        return None;
    }
    let unspaced: String = text.split_whitespace().collect();
    let (rule, shift) = split_shift(&unspaced);
    let rule = match rule {
        "无" | "没有" | "现结" | "现金" | "现付" | "货到付款" if shift == Shift::None => {
            Ok(PaydayRule::None)
        }
        "最后一个工作日" | "每月最后一个工作日" | "月底最后一个工作日" if shift == Shift::None =>
        {
            return Some(Ok(Payday { rule: PaydayRule::Last { minus: 0 }, shift: Shift::Before }));
        }
        rule => repeated(rule).or_else(|| monthly(rule))?,
    };
    Some(rule.map(|rule| Payday { rule, shift }))
}

/// Takes the shift off the end: `（遇休提前）` or `，遇休顺延`.
fn split_shift(text: &str) -> (&str, Shift) {
    let open = text.strip_suffix(')').unwrap_or(text);
    let shifts = [("提前", Shift::Before), ("顺延", Shift::After), ("延后", Shift::After)];
    let found = shifts.iter().find_map(|(name, shift)| Some((open.strip_suffix(name)?, *shift)));
    match found {
        Some((rule, shift)) => {
            let rule = ["遇休息日", "遇节假日", "遇周末", "遇休"]
                .iter()
                .find_map(|day| rule.strip_suffix(day))
                .unwrap_or(rule);
            (rule.trim_end_matches(['(', ',']), shift)
        }
        None => (text, Shift::None),
    }
}

/// Reads `每两周周五从2026-01-09`, `每10天从2026-01-09`, and `每周五`, which needs no day to start from.
fn repeated(text: &str) -> Option<Result<PaydayRule, PaydayError>> {
    let (rule, from) = match text.split_once('从') {
        Some((rule, from)) => (rule.trim_end_matches(','), Some(from)),
        None => (text, None),
    };
    let every = match parse_weekday(rule) {
        Some(_) => rule,
        None => rule.strip_prefix("每逢").or_else(|| rule.strip_prefix('每'))?,
    };
    let from = from.map(|from| {
        let from = from.trim_end_matches("开始").trim_end_matches('起');
        parse_dated(from, None).map_err(PaydayError::Anchor)
    });
    // Where every week or day is meant, it is the same from whatever day on.
    let always = || from.clone().unwrap_or(Ok(PaydayRule::ALWAYS));
    if let Some(weekday) = parse_weekday(every.trim_start_matches(['个', '個'])) {
        return Some(always().map(|from| PaydayRule::Weeks { every: 1, weekday, from }));
    }
    if matches!(every, "天" | "日") {
        return Some(always().map(|from| PaydayRule::EveryDays { every: 1, from }));
    }
    if let Some(count) = every.strip_suffix('天') {
        let interval = chinese_count(count)?;
        let from = from.unwrap_or_else(|| Err(PaydayError::NoAnchor { text: text.to_owned() }));
        return Some(
            within(interval, 366, count)
                .and_then(|every| Ok(PaydayRule::EveryDays { every, from: from? })),
        );
    }
    let (count, weekday) = ["个星期", "周", "星期"].iter().find_map(|week| {
        let (count, weekday) = every.split_once(week)?;
        Some((count, parse_weekday(weekday.trim_start_matches('的'))?))
    })?;
    let interval = if count.is_empty() { 1 } else { chinese_count(count)? };
    let from = match interval {
        1 => always(),
        _ => from.unwrap_or_else(|| Err(PaydayError::NoAnchor { text: text.to_owned() })),
    };
    Some(
        within(interval, 53, count)
            .and_then(|every| Ok(PaydayRule::Weeks { every, weekday, from: from? })),
    )
}

fn within(interval: u16, longest: u16, typed: &str) -> Result<u16, PaydayError> {
    let interval = Some(interval).filter(|interval| (1..=longest).contains(interval));
    interval.ok_or_else(|| PaydayError::NoSuchInterval { text: typed.to_owned() })
}

/// Reads `每月25日`, `10日、25日`, `月底`, `每月最后一天前3天`, `每月第二个周一` and `最后一个周五`.
fn monthly(text: &str) -> Option<Result<PaydayRule, PaydayError>> {
    let days = without_month(text);
    let minus = ["最后一天前", "月底前", "月末前"].iter().find_map(|end| days.strip_prefix(end));
    if let Some(minus) = minus {
        let minus = minus.strip_suffix('天')?;
        let days = chinese_count(minus)?;
        return Some(match u8::try_from(days) {
            Ok(minus @ 0..=27) => Ok(PaydayRule::Last { minus }),
            Ok(_) | Err(_) => Err(PaydayError::NoSuchDay { text: text.to_owned() }),
        });
    }
    if is_month_end(days) {
        return Some(Ok(PaydayRule::Last { minus: 0 }));
    }
    if let Some(weekday) = days.strip_prefix("最后一个").or_else(|| days.strip_prefix("最后"))
    {
        return parse_weekday(weekday).map(|weekday| Ok(PaydayRule::LastWeekday(weekday)));
    }
    if let Some((nth, weekday)) = days.strip_prefix('第').and_then(|nth| nth.split_once('个')) {
        let (nth, weekday) = (chinese_count(nth)?, parse_weekday(weekday)?);
        return Some(match u8::try_from(nth) {
            Ok(nth @ 1..=4) => Ok(PaydayRule::Nth { nth, weekday }),
            Ok(_) | Err(_) => Err(PaydayError::NoSuchDay { text: days.to_owned() }),
        });
    }
    let numbers: Option<Vec<u16>> = days.split([',', '和', '/', '与']).map(day_number).collect();
    let numbers = numbers?;
    let days: Option<Vec<u8>> = numbers.iter().map(|day| u8::try_from(*day).ok()).collect();
    let days = days.and_then(|days| MonthDays::of(&days)).map(PaydayRule::Days);
    Some(days.ok_or_else(|| PaydayError::NoSuchDay { text: text.to_owned() }))
}

/// A day of the month; its end is the 31st, clamped as that is.
fn day_number(text: &str) -> Option<u16> {
    match without_month(text) {
        day if is_month_end(day) => Some(31),
        day => chinese_count(day.trim_end_matches(['日', '号', '號'])),
    }
}

fn is_month_end(text: &str) -> bool {
    matches!(text, "月底" | "月末" | "最后一天" | "最后1天")
}

/// `每月底` is the end of every month, so only the word `每` is taken off it.
fn without_month(text: &str) -> &str {
    match text.strip_prefix('每') {
        Some(end @ ("月底" | "月末")) => end,
        Some(rest) => rest.strip_prefix("个月").or_else(|| rest.strip_prefix('月')).unwrap_or(text),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_in_chinese_is_the_rule_in_english() {
        for (typed, english) in [
            ("每月25日", "25"),
            ("25日", "25"),
            ("25号", "25"),
            ("每月２５日", "25"),
            ("每月10日、25日", "10,25"),
            ("10号，25号", "10,25"),
            ("15日、月底", "15,31"),
            ("月底", "last"),
            ("每月底", "last"),
            ("最后一天", "last"),
            ("每月最后一天", "last"),
            ("每月最后一天前3天", "last-3"),
            ("月底前两天", "last-2"),
            ("每月最后一个周五", "last fri"),
            ("最后一个星期五", "last fri"),
            ("第二个周一", "2nd mon"),
            ("每月第2个周日", "2nd sun"),
            ("每两周周五 从 2026-01-09", "every 2 weeks fri from 2026-01-09"),
            ("每2周周五，从2026年1月9日起", "every 2 weeks fri from 2026-01-09"),
            ("每3周的周日 从 2026-01-09", "every 3 weeks sun from 2026-01-09"),
            ("每10天 从 2026-01-09", "every 10 days from 2026-01-09"),
            ("每周五 从 2026-01-09", "every 1 week fri from 2026-01-09"),
            ("每周五", "every 1 week fri from 1900-01-01"),
            ("每月25日（遇休提前）", "25 before weekend"),
            ("25日 遇休顺延", "25 after weekend"),
            ("每月最后一个周五，提前", "last fri before weekend"),
            ("无", "none"),
            // D4
            ("每个星期五", "every 1 week fri from 1900-01-01"),
            ("每星期五", "every 1 week fri from 1900-01-01"),
            ("每逢周五", "every 1 week fri from 1900-01-01"),
            ("周五", "every 1 week fri from 1900-01-01"),
            ("最后一个工作日", "last before weekend"),
            ("现结", "none"),
            ("15号和30号", "15,30"),
            ("15、30", "15,30"),
            ("15号/月底", "15,31"),
        ] {
            assert_eq!(Payday::parse(typed), Payday::parse(english), "{typed}");
            assert!(Payday::parse(typed).is_ok(), "{typed}");
        }
    }

    #[test]
    fn what_is_no_rule_in_chinese_is_refused_with_its_reason() {
        let told = |text: &str| text.to_owned();
        for (typed, error) in [
            ("每月32日", PaydayError::NoSuchDay { text: told("每月32日") }),
            ("第五个周一", PaydayError::NoSuchDay { text: told("第五个周一") }),
            ("每60周周五从2026-01-09", PaydayError::NoSuchInterval { text: told("60") }),
            ("每两周周五", PaydayError::NoAnchor { text: told("每两周周五") }),
            ("发工资那天", PaydayError::NotARule { text: told("发工资那天") }),
            ("无（遇休提前）", PaydayError::NotARule { text: told("无(遇休提前)") }),
        ] {
            assert_eq!(Payday::parse(typed), Err(error), "{typed}");
        }
        let unclear = Payday::parse("每两周周五 从 明天");
        assert!(matches!(unclear, Err(PaydayError::Anchor(_))), "{unclear:?}");
    }
}
