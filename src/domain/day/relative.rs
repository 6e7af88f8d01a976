//! Days that are counted from today: `tomorrow`, `in 3 days`, `last fri`, `下周二`, `月底`, `下月5号`.

use chrono::{Datelike, Weekday};

use super::recurrence::count_and_unit;
use super::{
    Day, DayContext, Looking, Recurrence, chinese_count, day_of_month, month_after, month_before,
    parse_weekday, plus,
};

/// Reads a day that is said by its distance from today, in lower case; `None` for a calendar date, and no
/// day for one beyond every calendar.
pub(super) fn parse_relative(text: &str, context: DayContext) -> Option<Option<Day>> {
    offset(text, context)
        .map(|days| plus(context.today, days))
        .or_else(|| spanned(text, context))
        .or_else(|| in_named_month(text, context))
}

/// Returns the offset in days from today of a day that is one word or a weekday.
fn offset(text: &str, context: DayContext) -> Option<i64> {
    Some(match text {
        "today" | "now" | "今天" | "今日" => 0,
        "tomorrow" | "明天" | "明日" => 1,
        "day after tomorrow" | "the day after tomorrow" | "后天" | "後天" => 2,
        "大后天" | "大後天" => 3,
        "yesterday" | "昨天" | "昨日" => -1,
        "day before yesterday" | "the day before yesterday" | "前天" => -2,
        "大前天" => -3,
        text => return weekday_offset(text, context).or_else(|| signed(text)),
    })
}

/// Reads `+3` and `-2`.
fn signed(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['+', '-'])?;
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().unwrap_or(i64::MAX))
}

/// Reads `fri`, `next fri` and `last fri`, none of which is today, and the weekday of a week by its Chinese name.
fn weekday_offset(text: &str, context: DayContext) -> Option<i64> {
    let today = context.today.weekday();
    let ahead = |weekday: Weekday| 7 - i64::from(today.days_since(weekday));
    let back = |weekday: Weekday| -7 + i64::from(weekday.days_since(today));
    if let Some(weekday) = parse_weekday(text) {
        return Some(match context.looking {
            Looking::Ahead => ahead(weekday),
            Looking::Back => back(weekday),
        });
    }
    if let Some((which, weekday)) = text.split_once(' ') {
        let weekday = parse_weekday(weekday.trim())?;
        let since_monday = |weekday: Weekday| i64::from(weekday.num_days_from_monday());
        return match which {
            "next" | "coming" => Some(ahead(weekday)),
            "last" | "past" => Some(back(weekday)),
            "this" => Some(since_monday(weekday) - since_monday(today)),
            "on" => weekday_offset(text.strip_prefix("on ")?.trim(), context),
            _ => None,
        };
    }
    in_named_week(text, today)
}

/// Returns the offset in days from today to `下周五`, `本周五` or `上周五`; weeks start on Monday.
fn in_named_week(text: &str, today: Weekday) -> Option<i64> {
    let weeks = [("下下", 2), ("下", 1), ("本", 0), ("这", 0), ("這", 0), ("上上", -2), ("上", -1)];
    let (name, weeks) =
        weeks.iter().find_map(|(name, weeks)| Some((text.strip_prefix(name)?, weeks)))?;
    // Letters would be an English weekday, which nobody says so.
    let weekday = parse_weekday(name.trim_start_matches(['个', '個']))?;
    let since_monday = |weekday: Weekday| i64::from(weekday.num_days_from_monday());
    Some(weeks * 7 + since_monday(weekday) - since_monday(today))
}

/// Reads `in 3 days`, `3 days ago`, `两周后` and `3天前`; the day itself is `None` beyond the calendar.
fn spanned(text: &str, context: DayContext) -> Option<Option<Day>> {
    let ahead = (text.strip_prefix("in ").or_else(|| text.strip_prefix('过')))
        .or_else(|| {
            ["from now", "later", "以后", "之后", "后", "後"]
                .iter()
                .find_map(|end| text.strip_suffix(end))
        })
        .map(|span| (span, Looking::Ahead));
    let back = ["ago", "以前", "之前", "前"].iter().find_map(|end| text.strip_suffix(end));
    let alone = text.strip_prefix('+').unwrap_or(text);
    let (span, looking) =
        ahead.or(back.map(|span| (span, Looking::Back))).unwrap_or((alone, Looking::Ahead));
    let span = span.trim();
    // A number alone is a day of the month, and a span alone is one to come.
    let is_bare = span.bytes().all(|byte| byte.is_ascii_digit());
    let is_alone = span == alone;
    if is_bare || is_alone && context.looking == Looking::Back {
        return None;
    }
    let span = span.strip_prefix("a ").map_or_else(|| span.to_owned(), |unit| format!("1 {unit}"));
    let (every, unit) = count_and_unit(&span).filter(|(_, _)| !span.starts_with(['每', 'e']))?;
    // `3月` and `27日` are calendar dates.
    if is_alone && !text.is_ascii() {
        return None;
    }
    let times = i32::from(every);
    let signed = if looking == Looking::Back { -times } else { times };
    Some(Recurrence::shifted(context.today, signed, unit))
}

/// Reads `月底`, `下月底`, `上个月25号`, `month end` and `end of next month`.
fn in_named_month(text: &str, context: DayContext) -> Option<Option<Day>> {
    let (year, month) = (context.today.year(), context.today.month());
    let this = (year, month);
    let (before, after) = (month_before(year, month), month_after(year, month));
    let end = |(year, month): (i32, u32)| day_of_month(year, month, 31);
    match text {
        "月底" | "月末" | "month end" | "end of month" | "end of the month" | "eom" => {
            let this_end = end(this);
            return Some(match context.looking {
                Looking::Back if this_end > Some(context.today) => end(before),
                Looking::Ahead | Looking::Back => this_end,
            });
        }
        "end of this month" => return Some(end(this)),
        "end of next month" => return Some(end(after)),
        "end of last month" => return Some(end(before)),
        "年底" => return Some(Day::from_ymd_opt(year, 12, 31)),
        _ => {}
    }
    let names = [("下", after), ("上", before), ("本", this), ("这", this), ("這", this)];
    let (rest, (year, month)) =
        names.iter().find_map(|(name, which)| Some((text.strip_prefix(name)?, *which)))?;
    let rest = rest.trim_start_matches(['个', '個']).strip_prefix('月')?;
    if matches!(rest, "底" | "末") {
        return Some(end((year, month)));
    }
    let number = chinese_count(rest.trim_end_matches(['日', '号', '號']))?;
    Day::from_ymd_opt(year, month, number.into()).map(Some)
}
