//! The help: the keys of a place under headings, wrapped; and the palette: commands, one a line.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::text;
use crate::tui::layout;
use crate::tui::model::{HelpSheet, KeyGroup, KeyLine, Model, Use};
use crate::tui::theme::Tone;
use crate::tui::widgets::{cells, text_field};

/// Draws the sheet: the input above, the lines below.
pub fn draw(model: &Model, help: &HelpSheet, frame: &mut Frame, body: Rect, nearest: bool) {
    let place = place(body);
    let title = match help.used {
        Use::Read => model.words.text("help-title"),
        Use::Do => model.words.text("palette-title"),
    };
    let lines = match help.used {
        Use::Read => help_lines(model, help, body),
        Use::Do => palette_lines(model, help),
    };
    let below = lines.len().saturating_sub(help.scroll.top + page(place));
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
    if help.is_empty() {
        let nothing =
            Line::styled(model.words.text("nothing-found"), model.look.style(Tone::Quiet));
        text::write_lines(model, &[nothing], frame, list);
        return;
    }
    let shown = lines.get(help.scroll.top..).unwrap_or_default();
    text::write_lines(model, shown, frame, list);
    let selected = u16::try_from(help.scroll.at.saturating_sub(help.scroll.top)).unwrap_or(0);
    if help.used == Use::Do && selected < list.height {
        let row = Rect { y: list.y + selected, height: 1, ..list };
        frame.buffer_mut().set_style(row, model.look.selected());
    }
}

/// Returns the number of lines of the sheet, and how many of them fit on the screen.
pub fn lines_and_page(help: &HelpSheet, body: Rect) -> (usize, usize) {
    let lines = match help.used {
        Use::Read => rows(help, body).len(),
        Use::Do => help.len(),
    };
    (lines, page(place(body)))
}

/// Returns the area of the sheet: as high as the body, so that it stays in place while filtered.
fn place(body: Rect) -> Rect {
    text::place(body, usize::from(u16::MAX))
}

/// Returns the area of the lines.
pub fn list(body: Rect) -> Rect {
    below_field(layout::inside(place(body)))
}

fn below_field(inside: Rect) -> Rect {
    let field = inside.height.min(1);
    Rect { y: inside.y + field, height: inside.height - field, ..inside }
}

fn page(place: Rect) -> usize {
    usize::from(below_field(layout::inside(place)).height)
}

/// A line of the help as it is drawn.
enum HelpRow {
    /// The purpose of the keys below.
    Heading(KeyGroup),
    /// A part of the keys, and a part of what they do.
    Part(String, String),
}

/// Returns the lines of the help, wrapped to the width of the sheet, with a heading above each group.
fn rows(help: &HelpSheet, body: Rect) -> Vec<HelpRow> {
    let (room, widest) = (room(body), keys_width(help, body));
    let room = room.saturating_sub(widest + 2);
    let mut rows = Vec::new();
    let mut group = None;
    for line in help.iter() {
        if group != Some(line.group) {
            group = Some(line.group);
            rows.push(HelpRow::Heading(line.group));
        }
        let mut keys = cells::wrap(&line.keys, widest).into_iter();
        let mut says = cells::wrap(&line.says, room).into_iter();
        loop {
            match (keys.next(), says.next()) {
                (None, None) => break,
                (keys, says) => {
                    let (keys, says) = (keys.unwrap_or_default(), says.unwrap_or_default());
                    rows.push(HelpRow::Part(keys.trim().to_owned(), says));
                }
            }
        }
    }
    rows
}

/// Returns the width for lines, in cells.
fn room(body: Rect) -> u16 {
    layout::inside(place(body)).width.saturating_sub(2)
}

/// Returns the width of the keys in the help, in cells: a third of the room at most, in which they are wrapped.
fn keys_width(help: &HelpSheet, body: Rect) -> u16 {
    widest_keys(help).min(room(body) / 3)
}

fn widest_keys(help: &HelpSheet) -> u16 {
    help.iter().map(|line| cells::width(&line.keys)).max().unwrap_or(0)
}

fn help_lines(model: &Model, help: &HelpSheet, body: Rect) -> Vec<Line<'static>> {
    let widest = keys_width(help, body);
    let line = |row: HelpRow| match row {
        HelpRow::Heading(group) => {
            Line::styled(model.words.text(group.message()), model.look.style(Tone::Title))
        }
        HelpRow::Part(keys, says) => key_line(model, keys, widest, says),
    };
    rows(help, body).into_iter().map(line).collect()
}

fn palette_lines(model: &Model, help: &HelpSheet) -> Vec<Line<'static>> {
    let widest = widest_keys(help);
    let line = |line: &KeyLine| {
        let says = cells::sanitized(&line.says).into_owned();
        let mut drawn = key_line(model, line.keys.clone(), widest, says);
        if !line.aside.is_empty() {
            let aside = format!("  {}", line.aside);
            drawn.push_span(Span::styled(aside, model.look.style(Tone::Quiet)));
        }
        drawn
    };
    help.iter().map(line).collect()
}

/// Returns a line with keys in a column of `width` cells, and what they do.
fn key_line(model: &Model, keys: String, width: u16, says: String) -> Line<'static> {
    let gap = " ".repeat(usize::from(width.saturating_sub(cells::width(&keys))) + 2);
    Line::from(vec![
        Span::styled(keys, model.look.style(Tone::Key)),
        Span::raw(gap),
        Span::styled(says, model.look.style(Tone::Plain)),
    ])
}
