//! A framed part of the screen with a title above and a remark below.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::widgets::{Block, Clear, Widget};

use super::cells;
use crate::tui::theme::{Look, Tone};

/// Clears an area for an overlay. A wide character that reaches under its left edge is removed, or
/// the terminal would draw it over the edge.
pub fn clear(area: Rect, buffer: &mut Buffer) {
    let area = area.intersection(buffer.area);
    Clear.render(area, buffer);
    let Some(beside) = area.x.checked_sub(1) else { return };
    for y in area.top()..area.bottom() {
        if let Some(cell) =
            buffer.cell_mut((beside, y)).filter(|cell| cells::width(cell.symbol()) > 1)
        {
            cell.set_symbol(" ");
        }
    }
}

/// The texts on a frame, and its focus.
#[derive(Default)]
pub struct PanelFrame<'a> {
    /// The title, at the left of the upper edge.
    pub title: &'a str,
    /// A figure next to the title.
    pub figures: &'a str,
    /// A warning at the left of the lower edge, and its tone.
    pub warning: (&'a str, Tone),
    /// A remark at the right of the lower edge, and its tone.
    pub remark: (&'a str, Tone),
    /// True if the panel has the focus.
    pub here: bool,
    /// True if the panel is one of several that can have the focus. Then only the title shows the
    /// focus: moving it redraws two titles instead of two frames.
    pub among: bool,
}

/// Minimum width after the title of a panel without a frame for a warning or a remark, in cells.
const BEHIND: u16 = 20;

impl PanelFrame<'_> {
    /// Draws the frame and returns the area inside it. If there is no room for a frame, only the
    /// title is drawn, with the warning or the remark after it.
    pub fn draw(&self, area: Rect, buffer: &mut Buffer, look: Look) -> Rect {
        let area = area.intersection(buffer.area);
        if area.is_empty() {
            return area;
        }
        let lit = self.here && !self.among;
        let frame = look.style(if lit { Tone::FrameHere } else { Tone::Frame });
        let framed = area.height >= 3 && area.width >= 4;
        let inner = if framed {
            let block = Block::bordered().border_set(look.glyphs.border).border_style(frame);
            let inner = block.inner(area);
            block.render(area, buffer);
            inner
        } else {
            Rect { y: area.y + 1, height: area.height - 1, ..area }
        };
        let behind = self.write_names(area, buffer, look);
        let edge = match framed {
            true => Rect { y: area.bottom() - 1, height: 1, ..area },
            false => {
                // A text cut after a word or two would be useless.
                let x = match area.right().saturating_sub(behind) {
                    BEHIND.. => behind,
                    _ => area.right(),
                };
                Rect { x, width: area.right() - x, height: 1, ..area }
            }
        };
        self.write_remarks(edge, buffer, look);
        inner
    }

    /// Writes the title and the figures, and returns the column after them.
    fn write_names(&self, area: Rect, buffer: &mut Buffer, look: Look) -> u16 {
        let end = area.right().saturating_sub(1);
        let mut x = area.x + 1;
        let title = if self.here { Tone::FrameHere } else { Tone::Title };
        // The highlighted title and the figures are not as dim as the frame that they are on.
        let dim = if self.here { Modifier::DIM } else { Modifier::empty() };
        let title = look.style(title).remove_modifier(dim);
        let before = if self.here && self.among { look.glyphs.here } else { " " };
        let figures = look.style(Tone::Plain).remove_modifier(Modifier::DIM);
        for (text, before, style) in [(self.title, before, title), (self.figures, " ", figures)] {
            if text.is_empty() || x + 2 >= end {
                continue;
            }
            let text = cells::clip(text, end.saturating_sub(x + 2), look.glyphs.cut);
            let text = format!("{before}{text} ");
            x = cells::write(buffer, (x, area.y), end.saturating_sub(x), &text, style);
        }
        x
    }

    /// Writes the warning, then the remark in the rest of the edge if there is enough room.
    fn write_remarks(&self, edge: Rect, buffer: &mut Buffer, look: Look) {
        let (mut left, end) = (edge.x + 1, edge.right().saturating_sub(1));
        let cut = look.glyphs.cut;
        for (index, (text, tone)) in [self.warning, self.remark].into_iter().enumerate() {
            let room = end.saturating_sub(left);
            if text.is_empty() || room < 6 {
                continue;
            }
            let text = format!(" {} ", cells::clip(text, room - 2, cut));
            let x = if index == 0 { left } else { end.saturating_sub(cells::width(&text)) };
            left = cells::write(buffer, (x, edge.y), room, &text, look.style(tone)) + 1;
        }
    }
}
