//! The week as a board: a column for each day with its stops, its load, and its late and proposed
//! stops. If space is short it folds to one line.

use std::cmp::Reverse;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use chrono::{Datelike, Weekday};

use crate::domain::day::weekday_name;
use crate::reports::week::WeekDay;
use crate::tui::layout;
use crate::tui::model::Model;
use crate::tui::theme::Tone;
use crate::tui::widgets::cells;
use crate::tui::widgets::panel::PanelFrame;

/// Draws the week.
pub fn draw(model: &Model, area: Rect, buffer: &mut Buffer) {
    let days = model.deliveries.week.as_ref().map(|week| week.days.as_slice()).unwrap_or_default();
    let (columns, framed) = layout::days_of_week(area);
    if framed {
        // The title is known before the week is read.
        let monday = model.deliveries.day.week(Weekday::Mon).checked_first_day();
        let monday = model.words.day(monday.unwrap_or(model.deliveries.day));
        let title = model.words.format("week-of", &[("day", monday.into())]);
        let panel = PanelFrame { title: &title, ..PanelFrame::default() };
        panel.draw(area, buffer, model.look);
    }
    for (day, column) in days.iter().zip(columns) {
        if framed {
            draw_day(model, day, column, buffer);
        } else {
            draw_folded(model, day, column, buffer);
        }
    }
}

/// Draws the name of the day and its figures, a row each.
fn draw_day(model: &Model, day: &WeekDay, column: Rect, buffer: &mut Buffer) {
    let mut rows = vec![(name(model, day), name_tone(model, day))];
    rows.extend(figures(model, day));
    // The last cell separates it from the next day.
    let room = column.width.saturating_sub(1);
    for (y, (text, tone)) in (column.y..column.bottom()).zip(rows) {
        let text = cells::clip(&text, room, model.look.glyphs.cut);
        cells::write(buffer, (column.x, y), room, &text, model.look.style(tone));
    }
}

/// Returns the name of a day: `Fri 27`, or `today 27`.
fn name(model: &Model, day: &WeekDay) -> String {
    let words = &model.words;
    let weekday = if day.day == model.today {
        words.text("week-today")
    } else {
        words.weekday(day.day.weekday())
    };
    format!("{weekday} {}", day.day.day())
}

fn name_tone(model: &Model, day: &WeekDay) -> Tone {
    if day.day == model.deliveries.day {
        Tone::Here
    } else if day.day == model.today {
        Tone::FrameHere
    } else if day.day < model.today {
        Tone::Quiet
    } else {
        Tone::Title
    }
}

/// Returns the figures of a day: stops, load, problems, and proposals.
fn figures(model: &Model, day: &WeekDay) -> [(String, Tone); 4] {
    let words = &model.words;
    let off = model.shop.day_off(day.day).map(|holiday| match holiday {
        "" => words.text("week-day-off"),
        holiday => cells::sanitized(holiday).into_owned(),
    });
    let stops = match (day.open, day.done) {
        (0, 0) if off.is_some() => (off.clone().unwrap_or_default(), Tone::Quiet),
        (0, 0) => (model.look.glyphs.dot.to_owned(), Tone::Quiet),
        (open, 0) => (words.format("stops", &[("count", open.into())]), Tone::Plain),
        (0, done) => (words.format("week-done", &[("count", done.into())]), Tone::Good),
        (_, done) => {
            let args = [("done", done.into()), ("all", day.stops().into())];
            (words.format("week-some-done", &args), Tone::Plain)
        }
    };
    let mut load: Vec<_> = day.load.iter().collect();
    load.sort_by_key(|(_, sum)| Reverse(*sum));
    let load = load.into_iter().map(|(unit, sum)| words.quantity(*sum, &cells::sanitized(unit)));
    let load = load.collect::<Vec<_>>().join(" ");
    let trouble = match (day.late, day.missed) {
        (0, _) if day.open > 0 && off.is_some() => (off.unwrap_or_default(), Tone::Due),
        (0, 0) => (String::new(), Tone::Plain),
        (0, missed) => (words.format("week-missed", &[("count", missed.into())]), Tone::Due),
        (late, _) => (words.format("week-late", &[("count", late.into())]), Tone::Late),
    };
    let proposed = match day.proposed {
        0 => String::new(),
        count => words.format("week-proposed", &[("count", count.into())]),
    };
    [stops, (load, Tone::Plain), trouble, (proposed, Tone::Quiet)]
}

/// Draws a day in one line, such as `Fr 4`: the number of stops or of proposals, with a bar before
/// a day with late stops.
fn draw_folded(model: &Model, day: &WeekDay, column: Rect, buffer: &mut Buffer) {
    let look = model.look;
    let name = model.words.text(&format!("weekday-narrow-{}", weekday_name(day.day.weekday())));
    let count = match (day.stops(), day.proposed) {
        (0, 0) => look.glyphs.dot.to_owned(),
        (0, proposed) => format!("+{proposed}"),
        (stops, _) => stops.to_string(),
    };
    let stands_on_day_off = day.open > 0 && model.shop.day_off(day.day).is_some();
    let tone = match (day.late, stands_on_day_off) {
        (0, false) => Tone::Plain,
        (0, true) => Tone::Due,
        (..) => Tone::Late,
    };
    let bar = if day.late > 0 { look.glyphs.bar } else { "" };
    let (x, y) = (column.x, column.y);
    cells::write(buffer, (x, y), 1, bar, look.style(Tone::Late));
    let room = column.width.saturating_sub(1);
    let end = cells::write(buffer, (x + 1, y), room, &name, look.style(name_tone(model, day)));
    let room = column.right().saturating_sub(end);
    let count = cells::clip(&count, room, look.glyphs.cut);
    let indent = room.saturating_sub(cells::width(&count)).min(1);
    cells::write(buffer, (end + indent, y), room, &count, look.style(tone));
}
