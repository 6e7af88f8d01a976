//! Rows in columns that are measured in cells: a Chinese character takes two, numbers are aligned
//! to the right, and a text that does not fit is cut with a mark. On a narrow screen the least
//! important columns are hidden first, so that the others stay readable.

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
    /// Minimum and maximum width, in cells.
    pub cells: (u16, u16),
    /// The alignment.
    pub align: ListAlign,
    /// The order in which columns are hidden on a narrow screen: the highest first; 0 is never
    /// hidden.
    pub leaves: u8,
}

/// The content of a row in a column.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ListCell<'a> {
    text: Cow<'a, str>,
    tone: Tone,
}

impl<'a> ListCell<'a> {
    /// Returns a cell with a text and its tone; the text is made safe for a terminal.
    pub fn new(text: impl Into<Cow<'a, str>>, tone: Tone) -> Self {
        Self { text: cells::sanitized(text), tone }
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
        for ((index, column), wide) in self.columns.iter().enumerate().zip(&mut wide.0) {
            let title = if self.titles { cells::width(column.title) } else { 0 };
            let cell =
                |row: &Vec<ListCell>| row.get(index).map_or(0, |cell| cells::width(&cell.text));
            let widest = self.rows.iter().map(cell).max().unwrap_or(0);
            // A column without content takes no room.
            if widest > 0 {
                *wide = widest.max(title).min(column.cells.1).max(*wide);
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
                .map(|column| ListCell::new(column.title, Tone::Quiet))
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
        for ((cell, column), width) in row.iter().zip(self.columns).zip(widths) {
            if *width == 0 {
                continue;
            }
            let text = cells::clip(&cell.text, *width, look.glyphs.cut);
            let indent = match column.align {
                ListAlign::Left => 0,
                ListAlign::Right => width.saturating_sub(cells::width(&text)),
            };
            let room = area.right().saturating_sub(x + indent);
            cells::write(buffer, (x + indent, area.y), room, &text, look.style(cell.tone));
            x = x.saturating_add(*width + GAP);
        }
    }

    /// Returns the width of each column; 0 for hidden columns.
    fn widths(&self, area: Rect) -> Vec<u16> {
        let room = area.width.saturating_sub(self.indent);
        let mut widths = self.fitting(room);
        // If the list scrolls, spare room is kept for wider rows, so that they appear without
        // moving the columns, which would redraw every row.
        if self.rows.len() > usize::from(area.height) {
            let mut spare = room.saturating_sub(total(&widths));
            for (width, column) in
                widths.iter_mut().zip(self.columns).filter(|(width, _)| **width > 0)
            {
                let more = column.cells.1.saturating_sub(*width).min(spare);
                *width += more;
                spare -= more;
            }
        }
        widths
    }

    /// Returns the widths that the rows need, reduced to fit into `room` cells.
    fn fitting(&self, room: u16) -> Vec<u16> {
        let mut widths: Vec<u16> = self.wanted().0.into_iter().take(self.columns.len()).collect();
        // The widest columns shrink first, then the least important is hidden, until the rest fits.
        let least = |widths: &[u16]| -> Vec<u16> {
            let columns = widths.iter().zip(self.columns);
            columns.map(|(width, column)| column.cells.0.min(*width)).collect()
        };
        while total(&least(&widths)) > room {
            let leaving = (self.columns.iter().zip(&mut widths))
                .filter(|(column, width)| column.leaves > 0 && **width > 0)
                .max_by_key(|(column, _)| column.leaves);
            match leaving {
                Some((_, width)) => *width = 0,
                None => break,
            }
        }
        let mut least = least(&widths);
        for _ in 0..total(&widths).saturating_sub(room) {
            // If even the minimum widths do not fit, the columns that are never hidden shrink too.
            if total(&least) > room && total(&widths) <= total(&least) {
                least.iter_mut().for_each(|least| *least = (*least).min(1));
            }
            let slack = widths.iter_mut().zip(&least).filter(|(width, least)| **width > **least);
            if let Some((widest, _)) = slack.max_by_key(|(width, _)| **width) {
                *widest -= 1;
            }
        }
        widths
    }
}

fn total(widths: &[u16]) -> u16 {
    let shown = widths.iter().filter(|width| **width > 0);
    shown.fold(0_u16, |sum, width| sum.saturating_add(*width + GAP)).saturating_sub(GAP)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(rows: &[Vec<ListCell>], columns: &[ListColumn], width: u16) -> Vec<String> {
        let area = Rect::new(0, 0, width, rows.len() as u16 + 1);
        let mut buffer = Buffer::empty(area);
        ListTable {
            columns,
            rows,
            top: 0,
            selected: None,
            titles: true,
            indent: 0,
            column_widths: Widths::default(),
        }
        .draw(area, &mut buffer, Look::default());
        let row = |y| {
            let mut line = String::new();
            let mut x = 0;
            while x < width {
                let symbol = buffer[(x, y)].symbol();
                line.push_str(symbol);
                x += cells::width(symbol).max(1);
            }
            line.trim_end().to_owned()
        };
        (0..area.height).map(row).collect()
    }

    #[test]
    fn columns_align_whatever_the_script_and_leave_when_it_is_narrow() {
        let columns = [
            ListColumn { title: "name", cells: (5, 8), align: ListAlign::Left, leaves: 0 },
            ListColumn { title: "area", cells: (4, 8), align: ListAlign::Left, leaves: 2 },
            ListColumn { title: "owes", cells: (5, 8), align: ListAlign::Right, leaves: 1 },
        ];
        let row = |name: &'static str, area: &'static str, owes: &'static str| {
            [name, area, owes].map(|text| ListCell::new(text, Tone::Plain)).to_vec()
        };
        let rows = [row("林阿嬷", "竹巷", "1 240"), row("O'Neill & Sons", "河边", "-5")];
        assert_eq!(
            lines(&rows, &columns, 30),
            ["name      area   owes", "林阿嬷    竹巷  1 240", "O'Neill…  河边     -5"]
        );
        // The widest column shrinks first, then the least important is hidden, then the rest
        // shrink.
        assert_eq!(
            lines(&rows, &columns, 18),
            ["name   area   owes", "林阿…  竹巷  1 240", "O'Ne…  河边     -5"]
        );
        assert_eq!(
            lines(&rows, &columns, 15),
            ["name       owes", "林阿嬷    1 240", "O'Neill…     -5"]
        );
        assert_eq!(lines(&rows, &columns, 5), ["name", "林阿…", "O'Ne…"]);
    }

    #[test]
    fn what_shrinks_is_at_its_least_before_what_never_leaves_gives_way() {
        let columns = [
            ListColumn { title: "name", cells: (4, 14), align: ListAlign::Left, leaves: 0 },
            ListColumn { title: "goods", cells: (16, 30), align: ListAlign::Left, leaves: 0 },
        ];
        let rows =
            [["O'Neill & Sons", "gas 2 cylinders"].map(|text| ListCell::new(text, Tone::Plain))];
        let rows = rows.map(|row| row.to_vec());
        assert_eq!(lines(&rows, &columns, 21)[1], "O'N…  gas 2 cylinders");
        assert_eq!(lines(&rows, &columns, 19)[1], "O'N…  gas 2 cylind…");
    }
}
