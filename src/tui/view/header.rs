//! The header: the shop and the day, and the tabs of the screens.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::layout::{self, Parts};
use crate::tui::model::{Model, Screen};
use crate::tui::theme::Tone;
use crate::tui::widgets::cells;

/// Draws both rows.
pub fn draw(model: &Model, parts: Parts, buffer: &mut Buffer) {
    if !parts.header.is_empty() {
        draw_shop(model, parts.header, buffer);
    }
    for (number, (screen, place, named)) in layout::screen_tabs(model).into_iter().enumerate() {
        let number = number + 1;
        let text = if named {
            format!(" {number} {} ", model.words.text(screen.message()))
        } else {
            format!(" {number} ")
        };
        let tone = if screen == model.screen { Tone::Here } else { Tone::Plain };
        cells::write(buffer, (place.x, place.y), place.width, &text, model.look.style(tone));
    }
}

fn draw_shop(model: &Model, row: Rect, buffer: &mut Buffer) {
    let (day, tone) = day(model);
    let room = row.width.saturating_sub(cells::width(&day) + 2);
    let name = format!(" ricejar  {}", cells::sanitized(model.shop.name.as_str()));
    let name = cells::clip(&name, room, model.look.glyphs.cut);
    cells::write(buffer, (row.x, row.y), room, &name, model.look.style(Tone::Title));
    let x = row.right().saturating_sub(cells::width(&day) + 1).max(row.x);
    cells::write(buffer, (x, row.y), row.width, &day, model.look.style(tone));
}

/// Returns today; or, if the screen shows another day, that day and its distance from today.
fn day(model: &Model) -> (String, Tone) {
    let words = &model.words;
    let Some(another) = model.morning.another.filter(|_| model.screen == Screen::Today) else {
        return (words.day(model.today), Tone::Plain);
    };
    let days = (another - model.today).num_days();
    let away = if days < 0 { "days-ago" } else { "days-ahead" };
    let away = words.format(away, &[("days", days.abs().into())]);
    let args = [("day", words.day(another).into()), ("away", away.into())];
    (format!(" {} ", words.format("another-day", &args)), Tone::Here)
}
