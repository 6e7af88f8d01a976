//! What was said last, over the lowest rows of the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::model::{Model, Mood};
use crate::tui::theme::Tone;
use crate::tui::widgets::cells;
use crate::tui::widgets::panel::clear;

/// The most rows that it takes.
const MOST: usize = 4;

/// Draws it, if there is something.
pub fn draw(model: &Model, body: Rect, buffer: &mut Buffer) {
    let Some(toast) = &model.toast else { return };
    let body = body.intersection(buffer.area);
    if body.width < 6 || body.is_empty() {
        return;
    }
    let tone = tone(toast.mood);
    let bar = model.look.style(tone);
    let room = body.width - 3;
    let mut lines: Vec<(String, Tone)> =
        cells::wrap(&toast.said.text, room).into_iter().map(|line| (line, tone)).collect();
    let hint = toast.said.hint.as_deref().unwrap_or_default();
    lines.extend(cells::wrap(hint, room).into_iter().map(|line| (line, Tone::Plain)));
    lines.truncate(MOST.min(usize::from(body.height)));
    let height = u16::try_from(lines.len()).unwrap_or(0);
    let area = Rect { y: body.bottom() - height, height, ..body };
    clear(area, buffer);
    for (y, (line, tone)) in (area.y..).zip(&lines) {
        cells::write(buffer, (area.x, y), 1, model.look.glyphs.bar, bar);
        cells::write(buffer, (area.x + 2, y), room, line, model.look.style(*tone));
    }
}

fn tone(mood: Mood) -> Tone {
    match mood {
        Mood::Good => Tone::Good,
        Mood::Plain => Tone::Title,
        Mood::Bad => Tone::Wrong,
    }
}
