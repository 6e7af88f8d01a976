//! Rows in columns that are measured in cells: a Chinese character takes two, numbers are aligned
//! to the right, and a text that does not fit is cut with a mark.
//!
//! Figures (numbers, money, quantities and days) are never cut. On a narrow screen the least
//! important columns are hidden first, then texts shrink. Spare room goes to the texts that are
//! cut, the most important first, and a text also extends over the blank cells behind it.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::cells;
use crate::tui::model::Widths;
use crate::tui::theme::{Look, Tone};

/// The alignment of texts in a column.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ListAlign {
    /// Alignment of texts.
    #[default]
    Left,
    /// Alignment of numbers.
    Right,
}

/// A column.
#[derive(Clone, Copy, Debug)]
pub struct ListColumn<'a> {
    /// The title; empty if none is needed.
    pub title: &'a str,
    /// The title where there is no room for the other one; empty if it has none.
    pub short: &'a str,
    /// The width of a text at which other columns are hidden before it shrinks further, and the
    /// width beyond which it only takes spare room, in cells.
    pub cells: (u16, u16),
    /// The alignment.
    pub align: ListAlign,
    /// The order in which columns are hidden on a narrow screen: the highest first; 0 is never
    /// hidden.
    pub leaves: u8,
}

impl<'a> ListColumn<'a> {
    /// Returns a column of texts.
    pub const fn text(title: &'a str, cells: (u16, u16), leaves: u8) -> Self {
        Self { title, short: "", cells, align: ListAlign::Left, leaves }
    }

    /// Returns the title for a column of this width: the short one if the other would be cut.
    fn title_in(&self, width: u16) -> &'a str {
        let is_cut = !self.short.is_empty() && cells::width(self.title) > width;
        if is_cut { self.short } else { self.title }
    }

    /// Returns a column of numbers, all of which are figures.
    pub const fn number(title: &'a str, cells: (u16, u16), leaves: u8) -> Self {
        Self { title, short: "", cells, align: ListAlign::Right, leaves }
    }
}

/// The content of a row in a column.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ListCell<'a> {
    text: Cow<'a, str>,
    tone: Tone,
    /// True if the text is never cut.
    figure: bool,
}

impl<'a> ListCell<'a> {
    /// Returns a cell with a text and its tone; the text is made safe for a terminal.
    pub fn new(text: impl Into<Cow<'a, str>>, tone: Tone) -> Self {
        Self { text: cells::sanitized(text), tone, figure: false }
    }

    /// Returns the cell as a figure, such as money or a day, which is never cut.
    #[must_use]
    pub fn figure(self) -> Self {
        Self { figure: true, ..self }
    }

    /// Returns the cell in the quiet tone.
    #[must_use]
    pub fn quietly(self) -> Self {
        Self { tone: Tone::Quiet, ..self }
    }

    /// Returns the cell in the tone for items that are due.
    #[must_use]
    pub fn due(self) -> Self {
        Self { tone: Tone::Due, ..self }
    }

    /// Returns the cell in the tone for late items.
    #[must_use]
    pub fn late(self) -> Self {
        Self { tone: Tone::Late, ..self }
    }
}

/// The rows that can be seen, with the selected one among them.
pub struct ListTable<'a> {
    /// The columns, from left to right.
    pub columns: &'a [ListColumn<'a>],
    /// The rows of the window, each with as many cells as there are columns.
    pub rows: &'a [Vec<ListCell<'a>>],
    /// The first row that is shown.
    pub top: usize,
    /// The selected row, if the list has the focus.
    pub selected: Option<usize>,
    /// True if the titles of the columns are shown above the rows.
    pub titles: bool,
    /// Empty cells at the left edge.
    pub indent: u16,
    /// The widths of the columns while the list scrolled.
    pub column_widths: Widths,
}

/// Cells between two columns.
const GAP: u16 = 2;

impl<'a> ListTable<'a> {
    /// Returns a table that does not scroll, without selection or titles, one cell from the left
    /// edge.
    pub fn whole(columns: &'a [ListColumn<'a>], rows: &'a [Vec<ListCell<'a>>]) -> Self {
        let (wide, selected) = (Widths::default(), None);
        Self { columns, rows, top: 0, selected, titles: false, indent: 1, column_widths: wide }
    }

    /// Returns the column widths needed for the rows of the window and for earlier ones.
    pub fn wanted(&self) -> Widths {
        let mut wide = self.column_widths;
        let widths = wide.texts.iter_mut().zip(&mut wide.figures);
        for ((index, column), (text, figure)) in self.columns.iter().enumerate().zip(widths) {
            let title = if self.titles { cells::width(column.title) } else { 0 };
            for cell in self.rows.iter().filter_map(|row| row.get(index)) {
                let width = cells::width(&cell.text);
                // A column without content takes no room.
                if width > 0 {
                    *text = width.max(title).max(*text);
                }
                if cell.figure || column.align == ListAlign::Right {
                    *figure = width.max(*figure);
                }
            }
        }
        wide
    }

    /// Draws the table.
    pub fn draw(&self, area: Rect, buffer: &mut Buffer, look: Look) {
        let area = area.intersection(buffer.area);
        if area.is_empty() {
            return;
        }
        let widths = self.widths(area);
        let mut y = area.y;
        if self.titles {
            let titles: Vec<ListCell> = self
                .columns
                .iter()
                .zip(&widths)
                .map(|(column, width)| ListCell::new(column.title_in(*width), Tone::Quiet))
                .collect();
            self.draw_row(&titles, &widths, Rect { y, height: 1, ..area }, buffer, look);
            y += 1;
        }
        for (index, row) in self.rows.iter().enumerate().skip(self.top) {
            if y >= area.bottom() {
                return;
            }
            let line = Rect { y, height: 1, ..area };
            self.draw_row(row, &widths, line, buffer, look);
            if self.selected == Some(index) {
                buffer.set_style(line, look.selected());
            }
            y += 1;
        }
    }

    /// Returns the index of the column at `x` in an area.
    pub fn column_at(&self, area: Rect, x: u16) -> Option<usize> {
        let mut left = area.x + self.indent;
        for (index, width) in
            self.widths(area).into_iter().enumerate().filter(|(_, width)| *width > 0)
        {
            if (left..left.saturating_add(width)).contains(&x) {
                return Some(index);
            }
            left = left.saturating_add(width + GAP);
        }
        None
    }

    fn draw_row(
        &self,
        row: &[ListCell],
        widths: &[u16],
        area: Rect,
        buffer: &mut Buffer,
        look: Look,
    ) {
        let mut x = area.x + self.indent;
        let columns = row.iter().zip(self.columns).zip(widths);
        let mut shown = columns.filter(|(_, width)| **width > 0);
        while let Some(((cell, column), width)) = shown.next() {
            let (room, indent) = match column.align {
                ListAlign::Left => (*width + blank_behind(shown.clone()), 0),
                ListAlign::Right => (*width, width.saturating_sub(cells::width(&cell.text))),
            };
            let room = room.min(area.right().saturating_sub(x + indent));
            let text = cells::clip(&cell.text, room, look.glyphs.cut);
            cells::write(buffer, (x + indent, area.y), room, &text, look.style(cell.tone));
            x = x.saturating_add(*width + GAP);
        }
    }

    /// Returns the width of each column; 0 for hidden columns.
    fn widths(&self, area: Rect) -> Vec<u16> {
        let room = area.width.saturating_sub(self.indent);
        let wanted = self.wanted();
        let mut widths = self.fitting(&wanted, room);
        let mut spare = room.saturating_sub(total(&widths));
        let mut grow = |width: &mut u16, to: u16| {
            let more = to.saturating_sub(*width).min(spare);
            *width += more;
            spare -= more;
        };
        let mut shown: Vec<_> = (widths.iter_mut().zip(wanted.texts).zip(self.columns))
            .filter(|((width, _), _)| **width > 0)
            .collect();
        shown.sort_by_key(|(_, column)| column.leaves);
        shown.iter_mut().for_each(|((width, wanted), _)| grow(width, *wanted));
        // If the list scrolls, spare room is kept for wider rows, so that they appear without
        // moving the columns, which would redraw every row.
        if self.rows.len() > usize::from(area.height) {
            shown.iter_mut().for_each(|((width, _), column)| grow(width, column.cells.1));
        }
        widths
    }

    /// Returns the widths that the rows need, reduced to fit into `room` cells.
    fn fitting(&self, wanted: &Widths, room: u16) -> Vec<u16> {
        let columns = || self.columns.iter().zip(wanted.texts).zip(wanted.figures);
        let mut widths: Vec<u16> = columns()
            .map(|((column, text), figure)| text.min(column.cells.1.max(figure)))
            .collect();
        let least = |widths: &[u16], text: fn(&ListColumn) -> u16| -> Vec<u16> {
            let least = columns().map(|((column, _), figure)| text(column).max(figure));
            least.zip(widths).map(|(least, width)| least.min(*width)).collect()
        };
        while total(&least(&widths, |column| column.cells.0)) > room {
            let leaving = (self.columns.iter().zip(&mut widths))
                .filter(|(column, width)| column.leaves > 0 && **width > 0)
                .max_by_key(|(column, _)| column.leaves);
            match leaving {
                Some((_, width)) => *width = 0,
                None => break,
            }
        }
        // Only where not even the beginnings of the texts fit, figures are cut too.
        let texts: [fn(&ListColumn) -> u16; 3] = [|column| column.cells.0, |_| BEGINNING, |_| 1];
        for text in texts {
            let least = least(&widths, text);
            shrink(&mut widths, &least, room);
        }
        let least = vec![1; widths.len()];
        shrink(&mut widths, &least, room);
        widths
    }
}

/// Minimum width of a text that says something, in cells.
const BEGINNING: u16 = 4;

/// Shrinks the widest columns, none below its least width, until all fit into `room` cells.
fn shrink(widths: &mut [u16], least: &[u16], room: u16) {
    for _ in 0..total(widths).saturating_sub(room) {
        let slack = widths.iter_mut().zip(least).filter(|(width, least)| **width > **least);
        match slack.max_by_key(|(width, _)| **width) {
            Some((widest, _)) => *widest -= 1,
            None => return,
        }
    }
}

/// Returns the number of blank cells before the next text of a row.
fn blank_behind<'a, 'b: 'a>(
    behind: impl Iterator<Item = ((&'a ListCell<'b>, &'a ListColumn<'b>), &'a u16)>,
) -> u16 {
    let mut blank = 0_u16;
    for ((cell, column), width) in behind {
        if cell.text.is_empty() {
            blank = blank.saturating_add(GAP + width);
            continue;
        }
        return match column.align {
            ListAlign::Left => blank,
            ListAlign::Right => blank + width.saturating_sub(cells::width(&cell.text)),
        };
    }
    blank
}

fn total(widths: &[u16]) -> u16 {
    let shown = widths.iter().filter(|width| **width > 0);
    shown.fold(0_u16, |sum, width| sum.saturating_add(*width + GAP)).saturating_sub(GAP)
}

#[cfg(test)]
mod tests;
