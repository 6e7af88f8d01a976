//! The part of a form below its fields: the month for a focused day field, or the matches for a
//! focused name field.

use chrono::{Datelike, Weekday};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::Day;
use crate::domain::day::parse_day;
use crate::tui::model::{FieldKind, Finder, Form, Model};
use crate::tui::theme::Tone;
use crate::tui::widgets::cells;

/// Cells for a day of the month, wide enough for the name of a weekday in both languages.
const DAY: u16 = 5;
/// The name of the month, the weekdays, and six weeks.
const MONTH: usize = 8;

/// A part below the fields that can be clicked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Below {
    /// Index of a match.
    Found(usize),
    /// A day of the month.
    Day(Day),
}

/// Returns the day or the match at a screen position, or `None` if there is neither.
pub fn hit(model: &Model, form: &Form, area: Rect, at: Position) -> Option<Below> {
    if !area.contains(at) {
        return None;
    }
    let (x, row) = (at.x.checked_sub(area.x + 1)?, usize::from(at.y - area.y));
    let field = form.focused()?;
    match &field.kind {
        FieldKind::Find(finder) => finder.found.get(row).map(|_| Below::Found(row)),
        FieldKind::Day(_) => {
            let typed = form
                .focused()
                .and_then(|field| parse_day(field.text(), field.days(model.days())).ok());
            let column = u32::from(x / DAY);
            let mut days = month_of(typed.unwrap_or(model.today));
            days.find(|day| place_of(*day) == (column, row)).map(Below::Day)
        }
        FieldKind::Text | FieldKind::Choice(_) => None,
    }
}

/// Returns the days of the month that contains `day`.
fn month_of(day: Day) -> impl Iterator<Item = Day> {
    let days = day.with_day(1).into_iter().flat_map(|first| first.iter_days());
    days.take_while(move |other| other.month() == day.month())
}

/// Returns the column and the row of a day in its month; rows 0 and 1 hold the names of the month
/// and of the weekdays.
fn place_of(day: Day) -> (u32, usize) {
    let blank = day.with_day(1).map_or(0, |first| first.weekday().num_days_from_monday());
    let place = blank + day.day0();
    (place % 7, 2 + (place / 7) as usize)
}

/// Returns the number of rows needed below the fields, including a blank one above them: for the
/// focused field, and the maximum over all fields.
pub fn rows(form: &Form) -> (usize, usize) {
    let of = |kind: &FieldKind| match kind {
        FieldKind::Day(_) => 1 + MONTH,
        FieldKind::Find(finder) if finder.found.is_empty() => 0,
        FieldKind::Find(finder) => 1 + finder.found.len(),
        FieldKind::Text | FieldKind::Choice(_) => 0,
    };
    let now = form.focused().map(|field| of(&field.kind)).unwrap_or(0);
    (now, form.shown().map(|(_, field)| of(&field.kind)).max().unwrap_or(0))
}

/// Draws the month or the matches of the focused field.
pub fn draw(model: &Model, form: &Form, area: Rect, buffer: &mut Buffer) {
    match form.focused().map(|field| &field.kind) {
        Some(FieldKind::Day(_)) => {
            let typed = form
                .focused()
                .and_then(|field| parse_day(field.text(), field.days(model.days())).ok());
            month(model, typed, area, buffer);
        }
        Some(FieldKind::Find(finder)) => found(model, finder, area, buffer),
        Some(FieldKind::Text | FieldKind::Choice(_)) | None => {}
    }
}

/// Draws the month of the typed day, or of today if none is typed, and highlights both days.
fn month(model: &Model, typed: Option<Day>, area: Rect, buffer: &mut Buffer) {
    let shown = typed.unwrap_or(model.today);
    let words = &model.words;
    let (month, year) = (words.month(shown.month()), shown.year().to_string());
    let title = words.format("month-of", &[("month", month.into()), ("year", year.into())]);
    let plain = model.look.style(Tone::Plain);
    let write = |buffer: &mut Buffer, row: usize, column: u32, text: &str, style| {
        let (column, row) = (u16::try_from(column).unwrap_or(0), u16::try_from(row).unwrap_or(0));
        if row < area.height {
            let x = area.x + 1 + column * DAY;
            let room = area.right().saturating_sub(x);
            cells::write(buffer, (x, area.y + row), room, text, style);
        }
    };
    write(buffer, 0, 0, &title, model.look.style(Tone::Title));
    let weekdays = std::iter::successors(Some(Weekday::Mon), |day| Some(day.succ())).take(7);
    for weekday in weekdays {
        let name = words.weekday(weekday);
        let column = weekday.num_days_from_monday();
        write(buffer, 1, column, &name, model.look.style(Tone::Quiet));
    }
    for day in month_of(shown) {
        let (column, row) = place_of(day);
        let mut style = plain;
        if day == model.today {
            style = model.look.style(Tone::FrameHere);
        }
        if Some(day) == typed {
            style = model.look.style(Tone::Here);
        }
        let text = format!(" {:>2} ", day.day());
        write(buffer, row, column, &text, style);
    }
}

/// Draws the matches and marks the one that the next key would choose.
fn found(model: &Model, finder: &Finder, area: Rect, buffer: &mut Buffer) {
    for (index, (y, one)) in (area.y..area.bottom()).zip(&finder.found).enumerate() {
        let here = index == finder.at;
        let bar = if here { model.look.glyphs.bar } else { " " };
        cells::write(buffer, (area.x + 1, y), 1, bar, model.look.style(Tone::Here));
        let room = area.width.saturating_sub(4);
        let name = cells::sanitized(one.name.as_str());
        let name = cells::clip(&name, room, model.look.glyphs.cut);
        let tone = if here { Tone::FrameHere } else { Tone::Plain };
        cells::write(buffer, (area.x + 3, y), room, &name, model.look.style(tone));
    }
}
