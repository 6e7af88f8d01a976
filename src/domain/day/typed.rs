//! A day as a person types it, which includes every way in which the program itself writes one.

use chrono::Datelike;

use super::calendar::DateParts;
use super::relative::parse_relative;
use super::{DateOrder, Day, DayContext, DayError, LAST_DAY, in_half_width, in_range, read_iso};

/// Reads a day as a person types it, in English or Chinese.
///
/// That is a calendar date with its year (`2026-03-27`, `20260327`, `2026.3.27`, `27 Mar 2026`,
/// `2026年3月27日 周五`), a date without it (`27 Mar`, `3-27`, `3月27日`, `25`, `25th`), or a distance from today:
/// `today`, `+3`, `in 3 days`, `3天前`, `fri`, `last fri`, `下周五`, `月底`. What a date leaves out is looked for
/// where the context says: the next such day from today on, or the latest up to today. A weekday beside a
/// day has to be the right one, and `4/3` follows the order of the shop.
pub fn parse_day(text: &str, context: DayContext) -> Result<Day, DayError> {
    in_half_width(text.trim(), |text| {
        // This is how files write days, millions of them.
        if let Ok(day) = read_iso(text) {
            return in_range(text, Some(day));
        }
        let lower = text.to_lowercase();
        if let Some(day) = parse_relative(&lower, context) {
            return in_range(text, day);
        }
        let lower = with_named_year(lower, context.today);
        let Some(parts) = DateParts::of(&lower, context.order) else {
            return Err(DayError::NotADay { text: text.to_owned() });
        };
        let day = in_range(text, Some(parts.day(text, context)?))?;
        match parts.weekday {
            // A wrong weekday is a slip of the hand, and nobody can tell which half of it is meant.
            Some(weekday) if weekday != day.weekday() => {
                Err(DayError::NoSuchDay { text: text.to_owned() })
            }
            Some(_) | None => Ok(day),
        }
    })
}

/// Reads a day with its year in any form that [`parse_day`] reads, which is the same whatever day it is;
/// `4/3/2026` in the order of the shop.
pub fn parse_dated(text: &str, order: Option<DateOrder>) -> Result<Day, DayError> {
    let context = DayContext::ahead(LAST_DAY).ordered(order);
    in_half_width(text.trim(), |text| match read_iso(text) {
        Ok(day) => in_range(text, Some(day)),
        Err(_) => match DateParts::of(&text.to_lowercase(), order) {
            Some(DateParts { year: Some(_), .. }) => parse_day(text, context),
            Some(_) | None => Err(DayError::NotADay { text: text.to_owned() }),
        },
    })
}

/// Reads a day of the year without its year (`3-27`, `27 Mar`, `3月27日`) as that day of the leap year 2024; `None`
/// if the text is of another form.
pub fn parse_month_day(text: &str, order: Option<DateOrder>) -> Result<Option<Day>, DayError> {
    let last = Day::from_ymd_opt(2024, 12, 31).unwrap_or_default();
    let context = DayContext::ahead(last).back().ordered(order);
    in_half_width(text.trim(), |text| match DateParts::of(&text.to_lowercase(), order) {
        Some(DateParts { year: None, month: Some(_), .. }) => parse_day(text, context).map(Some),
        Some(_) | None => Ok(None),
    })
}

/// The text with `去年`, `今年` or `明年` as a number of the year.
fn with_named_year(text: String, today: Day) -> String {
    let years = [("去年", -1), ("今年", 0), ("明年", 1)];
    let named = years.iter().find_map(|(name, years)| Some((text.strip_prefix(name)?, years)));
    match named {
        Some((rest, years)) => format!("{:04}年{rest}", today.year() + years),
        None => text,
    }
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
        parse_day(text, DayContext::ahead(day("2026-03-27")))
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
        assert_eq!(parse_day("31", DayContext::ahead(day("2026-02-28"))), Ok(day("2026-02-28")));
        for text in ["32", "99999999999999"] {
            let text = text.to_owned();
            assert_eq!(
                parse_day(&text, DayContext::ahead(LAST_DAY)),
                Err(DayError::NoSuchDay { text })
            );
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
            ("3/27", "2026-03-27"),
            ("27/3", "2026-03-27"),
            ("5/5", "2026-05-05"),
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

    // D3
    #[test]
    fn every_common_way_to_write_a_day_is_read() {
        for (text, expected) in [
            ("20260401", "2026-04-01"),
            ("2026.4.1", "2026-04-01"),
            ("2026/4/1", "2026-04-01"),
            ("２０２６／４／１", "2026-04-01"),
            ("27.3.2026", "2026-03-27"),
            ("3/27/2026", "2026-03-27"),
            ("next fri", "2026-04-03"),
            ("next tue", "2026-03-31"),
            ("last fri", "2026-03-20"),
            ("this thu", "2026-03-26"),
            ("in 3 days", "2026-03-30"),
            ("3 days", "2026-03-30"),
            ("3 days ago", "2026-03-24"),
            ("a week ago", "2026-03-20"),
            ("in 2 weeks", "2026-04-10"),
            ("+2 weeks", "2026-04-10"),
            ("day after tomorrow", "2026-03-29"),
            ("三天后", "2026-03-30"),
            ("3天前", "2026-03-24"),
            ("两周后", "2026-04-10"),
            ("一个月后", "2026-04-27"),
            ("上周五", "2026-03-20"),
            ("下周二", "2026-03-31"),
            ("weds", "2026-04-01"),
            ("thurs", "2026-04-02"),
            ("1st april", "2026-04-01"),
            ("april 1st", "2026-04-01"),
            ("the 1st of april", "2026-04-01"),
            ("25th", "2026-04-25"),
            ("1 sept", "2026-09-01"),
            ("月底", "2026-03-31"),
            ("下月底", "2026-04-30"),
            ("month end", "2026-03-31"),
            ("下个月5号", "2026-04-05"),
            ("本月25日", "2026-03-25"),
            ("三月二十八日", "2026-03-28"),
            ("二十五号", "2026-04-25"),
            ("明年1月5日", "2027-01-05"),
            ("去年12月31日", "2025-12-31"),
        ] {
            assert_eq!(read(text), Ok(day(expected)), "{text}");
        }
    }

    // D3
    #[test]
    fn a_day_of_the_past_is_looked_for_in_the_past() {
        let today = day("2026-03-27");
        for (text, back, ahead) in [
            ("3月20日", "2026-03-20", "2027-03-20"),
            ("3-26", "2026-03-26", "2027-03-26"),
            ("12-31", "2025-12-31", "2026-12-31"),
            ("25", "2026-03-25", "2026-04-25"),
            ("28", "2026-02-28", "2026-03-28"),
            ("27", "2026-03-27", "2026-03-27"),
            ("thu", "2026-03-26", "2026-04-02"),
            ("周四", "2026-03-26", "2026-04-02"),
            ("fri", "2026-03-20", "2026-04-03"),
            ("月底", "2026-02-28", "2026-03-31"),
            ("2月29日", "2024-02-29", "2028-02-29"),
            ("昨天", "2026-03-26", "2026-03-26"),
            ("tomorrow", "2026-03-28", "2026-03-28"),
        ] {
            let context = DayContext::ahead(today);
            assert_eq!(parse_day(text, context.back()), Ok(day(back)), "{text}");
            assert_eq!(parse_day(text, context), Ok(day(ahead)), "{text}");
        }
    }

    // D3
    #[test]
    fn a_slashed_day_follows_the_order_of_the_shop_and_is_ambiguous_without_it() {
        let context = DayContext::ahead(day("2026-03-01"));
        for (text, month_first, day_first) in [
            ("4/3", "2026-04-03", "2026-03-04"),
            ("4/3/2026", "2026-04-03", "2026-03-04"),
            ("4.3", "2026-04-03", "2026-03-04"),
            ("27/3", "2026-03-27", "2026-03-27"),
            ("4-3", "2026-04-03", "2026-04-03"),
        ] {
            let in_order = |order| parse_day(text, context.ordered(Some(order)));
            assert_eq!(in_order(DateOrder::MonthFirst), Ok(day(month_first)), "{text}");
            assert_eq!(in_order(DateOrder::DayFirst), Ok(day(day_first)), "{text}");
        }
        for text in ["4/3", "4/3/2026", "4.3"] {
            let ambiguous = DayError::Ambiguous { text: text.to_owned() };
            assert_eq!(parse_day(text, context), Err(ambiguous), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_told_from_a_day_that_no_calendar_has() {
        for text in
            ["2月30日", "13/13", "30 feb", "0日", "2026年12月1日 周一", "Mon 27 Mar 2026", "40号"]
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
