//! The keys of a context, from the key table: for reading, or for choosing one to run.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::text;
use crate::tui::layout;
use crate::tui::model::{HelpSheet, KeyLine, Model, Use};
use crate::tui::theme::Tone;
use crate::tui::widgets::{cells, text_field};

/// Draws the sheet: the input above, the lines below.
pub fn draw(model: &Model, help: &HelpSheet, frame: &mut Frame, body: Rect, nearest: bool) {
    let place = place(help, body);
    let title = match help.used {
        Use::Read => model.words.text("help-title"),
        Use::Do => model.words.text("palette-title"),
    };
    let below = help.len().saturating_sub(help.scroll.top + page(place));
    let inside = text::draw_frame(model, &title, below, frame, place);
    if inside.is_empty() {
        return;
    }
    let (prompt, key) = (model.look.glyphs.prompt, model.look.style(Tone::Key));
    cells::write(frame.buffer_mut(), (inside.x + 1, inside.y), 1, prompt, key);
    let field =
        Rect { x: inside.x + 3, width: inside.width.saturating_sub(4), height: 1, ..inside };
    text_field::draw(&help.typed, frame, field, model.look.field(), nearest);
    let list = below_field(inside);
    let lines = lines(model, help);
    let shown = lines.get(help.scroll.top..).unwrap_or_default();
    text::write_lines(model, shown, frame, list);
    let selected = u16::try_from(help.scroll.at.saturating_sub(help.scroll.top)).unwrap_or(0);
    if help.used == Use::Do && !help.is_empty() && selected < list.height {
        let row = Rect { y: list.y + selected, height: 1, ..list };
        frame.buffer_mut().set_style(row, model.look.selected());
    }
}

/// Returns the number of lines of the sheet, and how many of them fit on the screen.
pub fn lines_and_page(help: &HelpSheet, body: Rect) -> (usize, usize) {
    (help.len(), page(place(help, body)))
}

/// Returns the area of the sheet, as high as all its lines, so that it stays in place while
/// filtered.
fn place(help: &HelpSheet, body: Rect) -> Rect {
    text::place(body, help.all() + 1)
}

/// Returns the area of the lines.
pub fn list(help: &HelpSheet, body: Rect) -> Rect {
    below_field(layout::inside(place(help, body)))
}

fn below_field(inside: Rect) -> Rect {
    let field = inside.height.min(1);
    Rect { y: inside.y + field, height: inside.height - field, ..inside }
}

fn page(place: Rect) -> usize {
    usize::from(below_field(layout::inside(place)).height)
}

fn lines(model: &Model, help: &HelpSheet) -> Vec<Line<'static>> {
    if help.is_empty() {
        return vec![Line::styled(
            model.words.text("nothing-found"),
            model.look.style(Tone::Quiet),
        )];
    }
    let widest = help.iter().map(|line| cells::width(&line.keys)).max().unwrap_or(0);
    let line = |line: &KeyLine| {
        let gap = " ".repeat(usize::from(widest - cells::width(&line.keys)) + 2);
        Line::from(vec![
            Span::styled(line.keys.clone(), model.look.style(Tone::Key)),
            Span::raw(gap),
            Span::styled(line.says.clone(), model.look.style(Tone::Plain)),
        ])
    };
    help.iter().map(line).collect()
}
