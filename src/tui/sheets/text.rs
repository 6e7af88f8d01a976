//! A sheet of lines to read, as high as its lines or as the body allows.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::tui::layout;
use crate::tui::model::{Model, TextPart, TextSheet};
use crate::tui::theme::{Look, Tone};
use crate::tui::widgets::cells;
use crate::tui::widgets::panel::{PanelFrame, clear};

/// Maximum width of a sheet, in cells: a longer line is hard to read.
const WIDEST: u16 = 76;

/// Draws a text sheet.
pub fn draw(model: &Model, sheet: &TextSheet, frame: &mut Frame, body: Rect) {
    let lines = lines(sheet, body, model.look);
    let place = place(body, lines.len());
    if !sheet.goes_on() {
        return draw_lines(model, (&sheet.title, &lines, sheet.top), frame, place);
    }
    // How many lines come after those in memory is not known.
    let below = lines.len().saturating_sub(sheet.top + usize::from(layout::inside(place).height));
    let more = model.words.format("lines-below", &[("count", format!("{below}+").into())]);
    let inside = draw_panel(model, &sheet.title, &more, frame, place);
    write_lines(model, lines.get(sheet.top..).unwrap_or_default(), frame, inside);
}

/// Returns the number of lines of the sheet, and how many of them fit on the screen.
pub fn lines_and_page(sheet: &TextSheet, body: Rect) -> (usize, usize) {
    let count = lines(sheet, body, Look::default()).len();
    (count, usize::from(layout::inside(place(body, count)).height))
}

/// Returns the number of lines of one part, without the empty one before it.
pub fn height((_, said): &TextPart, body: Rect) -> usize {
    let room = room(body);
    1 + said.iter().map(|sentence| cells::wrap(sentence, room).len()).sum::<usize>()
}

/// Returns the width of a line, in cells.
fn room(body: Rect) -> u16 {
    body.width.min(WIDEST).saturating_sub(4)
}

fn lines(sheet: &TextSheet, body: Rect, look: Look) -> Vec<Line<'static>> {
    let room = room(body);
    let mut lines = Vec::new();
    for (name, said) in &sheet.parts {
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        lines.push(Line::from(Span::styled(
            cells::sanitized(name).into_owned(),
            look.style(Tone::Title),
        )));
        for sentence in said {
            let wrapped = cells::wrap(sentence, room);
            lines.extend(
                wrapped
                    .into_iter()
                    .map(|line| Line::from(Span::styled(line, look.style(Tone::Plain)))),
            );
        }
    }
    lines
}

/// Returns the area in the middle of the body, as high as the lines need.
pub fn place(body: Rect, lines: usize) -> Rect {
    let height = u16::try_from(lines).unwrap_or(u16::MAX).saturating_add(2).min(body.height);
    let width = body.width.min(WIDEST);
    Rect {
        x: body.x + (body.width - width) / 2,
        y: body.y + (body.height - height) / 2,
        width,
        height,
    }
}

/// Draws a frame with lines in it, beginning with the line at index `top`.
pub fn draw_lines(
    model: &Model,
    (title, lines, top): (&str, &[Line], usize),
    frame: &mut Frame,
    place: Rect,
) {
    let below = lines.len().saturating_sub(top + usize::from(layout::inside(place).height));
    let inside = draw_frame(model, title, below, frame, place);
    write_lines(model, lines.get(top..).unwrap_or_default(), frame, inside);
}

/// Draws a frame that shows the number of lines hidden below, and returns the area inside it.
pub fn draw_frame(
    model: &Model,
    title: &str,
    below: usize,
    frame: &mut Frame,
    place: Rect,
) -> Rect {
    let more = match below {
        0 => String::new(),
        below => model.words.format("lines-below", &[("count", below.into())]),
    };
    draw_panel(model, title, &more, frame, place)
}

fn draw_panel(model: &Model, title: &str, more: &str, frame: &mut Frame, place: Rect) -> Rect {
    let buffer = frame.buffer_mut();
    let place = place.intersection(buffer.area);
    clear(place, buffer);
    let panel =
        PanelFrame { title, remark: (more, Tone::Quiet), here: true, ..PanelFrame::default() };
    panel.draw(place, buffer, model.look)
}

/// Writes as many lines as fit.
pub fn write_lines(model: &Model, lines: &[Line], frame: &mut Frame, inside: Rect) {
    let buffer = frame.buffer_mut();
    for (y, line) in (inside.y..inside.bottom()).zip(lines) {
        let room = inside.width.saturating_sub(2);
        if room > 0 {
            buffer.set_line(inside.x + 1, y, line, room);
            if line.width() > usize::from(room) {
                let cut = (inside.x + room, y);
                cells::write(buffer, cut, 1, model.look.glyphs.cut, model.look.style(Tone::Quiet));
            }
        }
    }
}
