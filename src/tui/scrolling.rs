//! A list that moves by a row is moved by the terminal itself, which takes a few bytes over a slow
//! line, where writing every row again takes thousands.
//!
//! ratatui tells a backend which cells have changed. This one keeps what the terminal shows, and where
//! most of the rows are those of before, only further up or down, it lets the terminal scroll them
//! and writes what is left.

use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};

/// With fewer changed cells than these, scrolling saves nothing.
const WORTH_IT: usize = 200;
/// The furthest that rows are looked for: a turn of the wheel.
const FURTHEST: u16 = 3;

/// A terminal that scrolls.
pub struct Scrolling<W: Write> {
    terminal: CrosstermBackend<W>,
    shown: Buffer,
}

/// Rows that moved: those from `top` to `bottom` (not included), by so many rows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Move {
    top: u16,
    bottom: u16,
    by: u16,
    up: bool,
}

impl<W: Write> Scrolling<W> {
    /// A terminal that is written to.
    pub fn new(writer: W) -> Self {
        let terminal = CrosstermBackend::new(writer);
        // The alternate screen begins empty.
        let shown =
            Buffer::empty(Rect::from((Position::ORIGIN, terminal.size().unwrap_or_default())));
        Self { terminal, shown }
    }
}

impl<W: Write> Backend for Scrolling<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut wanted = self.shown.clone();
        for (x, y, cell) in content {
            put(&mut wanted, x, y, cell);
        }
        if let Some((moved, shown)) = best_move(&self.shown, &wanted) {
            let Move { top, bottom, by, up } = moved;
            let way = if up { 'S' } else { 'T' };
            write!(self.terminal, "\x1b[{};{bottom}r\x1b[{by}{way}\x1b[r", top + 1)?;
            self.shown = shown;
        }
        self.terminal.draw(self.shown.diff(&wanted).into_iter())?;
        self.shown = wanted;
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.terminal.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.terminal.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.terminal.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.terminal.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        // ratatui clears the whole of a screen that it fills, when it begins and at every new size.
        self.shown = Buffer::empty(Rect::from((Position::ORIGIN, self.terminal.size()?)));
        self.terminal.clear_region(region)
    }

    fn size(&self) -> io::Result<Size> {
        self.terminal.size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.terminal.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.terminal)
    }
}

/// Puts a cell in; what lay under the second half of a wide character is gone.
fn put(buffer: &mut Buffer, x: u16, y: u16, cell: &Cell) {
    if let Some(place) = buffer.cell_mut((x, y)) {
        *place = cell.clone();
    }
    if super::widgets::cells::width(cell.symbol()) > 1
        && let Some(hidden) = buffer.cell_mut((x + 1, y))
    {
        hidden.reset();
    }
}

/// The move after which the least is left to write, with what the terminal shows then; `None` if none
/// is worth it.
fn best_move(shown: &Buffer, wanted: &Buffer) -> Option<(Move, Buffer)> {
    let changed = shown.diff(wanted);
    let without = changed.len();
    let top = changed.first().map(|(_, y, _)| *y)?;
    let bottom = changed.last().map(|(_, y, _)| *y + 1)?;
    if without < WORTH_IT || bottom - top < 2 * FURTHEST {
        return None;
    }
    let moves = (1..=FURTHEST)
        .flat_map(|by| [true, false].map(|up| Move { top, bottom, by, up }))
        .map(|step| (step, moved(shown, step)));
    let rated = moves.map(|(step, then)| (then.diff(wanted).len(), step, then));
    let (left, step, then) = rated.min_by_key(|(left, ..)| *left)?;
    (left * 2 < without).then_some((step, then))
}

/// What the terminal shows after a move: the rows that came in are empty.
fn moved(shown: &Buffer, Move { top, bottom, by, up }: Move) -> Buffer {
    let mut after = shown.clone();
    for y in top..bottom {
        let from = if up { y.checked_add(by) } else { y.checked_sub(by) };
        let from = from.filter(|from| (top..bottom).contains(from));
        for x in shown.area.left()..shown.area.right() {
            let cell = from.and_then(|from| shown.cell((x, from))).cloned().unwrap_or_default();
            if let Some(place) = after.cell_mut((x, y)) {
                *place = cell;
            }
        }
    }
    after
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Style;

    fn list(first: usize, selected: usize) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 60, 20));
        for y in 0..20_u16 {
            let number = first + usize::from(y);
            let row = match y {
                0 => "Customers".to_owned(),
                19 => "q quit".to_owned(),
                _ => format!("│C{number:03}  王永庆 {} 竹巷 {}", number * 7919, number * 104_729),
            };
            let style = if number == selected { Style::new().bold() } else { Style::new() };
            buffer.set_string(0, y, row, style);
        }
        buffer
    }

    fn written(from: &Buffer, to: &Buffer) -> (usize, String) {
        let mut out = Vec::new();
        let mut terminal = Scrolling::new(&mut out);
        terminal.shown = from.clone();
        terminal.draw(from.diff(to).into_iter()).unwrap();
        assert_eq!(terminal.shown, *to);
        let mut screen = vt100::Parser::new(
            std::num::NonZeroU16::new(20).unwrap(),
            std::num::NonZeroU16::new(60).unwrap(),
            0,
        );
        let mut first = Vec::new();
        let blank = Buffer::empty(from.area);
        CrosstermBackend::new(&mut first).draw(blank.diff(from).into_iter()).unwrap();
        screen.process(&first);
        screen.process(&out);
        (out.len(), screen.screen().contents())
    }

    fn contents(buffer: &Buffer) -> String {
        written(&Buffer::empty(buffer.area), buffer).1
    }

    #[test]
    fn a_list_that_moves_by_some_rows_is_moved_by_the_terminal() {
        for (from, to) in [(7, 8), (8, 7), (7, 10), (10, 7)] {
            let (before, after) = (list(from, from + 18), list(to, to + 18));
            let (bytes, seen) = written(&before, &after);
            assert_eq!(seen, contents(&after), "from {from} to {to}");
            assert!(bytes < 500, "{bytes} bytes from {from} to {to}");
        }
    }

    #[test]
    fn a_screen_that_is_another_one_is_written_as_it_is() {
        let (before, after) = (list(7, 7), list(100, 100));
        assert_eq!(best_move(&before, &after), None);
        assert_eq!(written(&before, &after).1, contents(&after));
    }
}
