//! A list that moves by a row is moved by the terminal itself, which takes a few bytes over a slow
//! line, where writing every row again takes thousands.
//!
//! ratatui tells a backend which cells have changed. This one keeps what the terminal shows. Where many
//! cells have changed, it also tries to let the terminal scroll the rows first, and of all these ways to
//! the new picture it takes the one with the fewest bytes.

use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Modifier;
use unicode_width::UnicodeWidthChar;

use super::cell_encoder::encode;
use super::widgets::cells;

/// With fewer bytes to write than these, scrolling saves nothing.
const WORTH_IT: usize = 300;
/// The furthest that rows are looked for: a turn of the wheel.
const FURTHEST: u16 = 3;

/// A terminal that scrolls.
pub struct ScrollOptimizingBackend<W: Write> {
    terminal: CrosstermBackend<W>,
    shown: Buffer,
}

/// Rows that moved: those from `top` to `bottom` (not included), by `by` rows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Move {
    top: u16,
    bottom: u16,
    by: u16,
    up: bool,
}

impl<W: Write> ScrollOptimizingBackend<W> {
    /// A terminal that is written to.
    pub fn new(writer: W) -> Self {
        let terminal = CrosstermBackend::new(writer);
        // The alternate screen begins empty.
        let shown =
            Buffer::empty(Rect::from((Position::ORIGIN, terminal.size().unwrap_or_default())));
        Self { terminal, shown }
    }
}

impl<W: Write> Backend for ScrollOptimizingBackend<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut wanted = self.shown.clone();
        for (x, y, cell) in content {
            put(&mut wanted, x, y, cell);
        }
        let bytes = shortest(&self.shown, &wanted);
        self.terminal.write_all(&bytes)?;
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

/// Puts a cell in; what lay under the second half of a wide character is gone, and the background goes
/// on under it.
fn put(buffer: &mut Buffer, x: u16, y: u16, cell: &Cell) {
    if let Some(place) = buffer.cell_mut((x, y)) {
        *place = cell.clone();
    }
    if cells::width(cell.symbol()) > 1
        && let Some(hidden) = buffer.cell_mut((x + 1, y))
    {
        hidden.reset();
        hidden.bg = cell.bg;
        hidden.modifier = cell.modifier & (Modifier::REVERSED | Modifier::UNDERLINED);
    }
}

/// Returns the bytes to write to a terminal that shows `shown` so that it shows `wanted`.
fn shortest(shown: &Buffer, wanted: &Buffer) -> Vec<u8> {
    let as_it_is = written(shown, wanted);
    if as_it_is.len() <= WORTH_IT {
        return as_it_is;
    }
    let Some(step) = best_move(shown, wanted) else { return as_it_is };
    let Move { top, bottom, by, up } = step;
    // Lines are deleted or inserted at the top of the region: the console of Linux knows no other way.
    let (first, way) = (top + 1, if up { 'M' } else { 'L' });
    let lines = format!("\x1b[{first};{bottom}r\x1b[{first}H\x1b[{by}{way}\x1b[r");
    let mut scrolled = lines.into_bytes();
    scrolled.extend(written(&moved(shown, step), wanted));
    if scrolled.len() < as_it_is.len() { scrolled } else { as_it_is }
}

/// The move of what has changed after which the most cells are as they should be; `None` if no move
/// makes them more.
fn best_move(shown: &Buffer, wanted: &Buffer) -> Option<Move> {
    let (top, bottom) = most_changed(shown, wanted)?;
    let right = |by: u16, up: bool| {
        let rows = (top..bottom).filter_map(|y| {
            let from = if up { y.checked_add(by)? } else { y.checked_sub(by)? };
            Some(same_cells(row(shown, from)?, row(wanted, y)?))
                .filter(|_| (top..bottom).contains(&from))
        });
        rows.sum::<usize>()
    };
    let moves = (1..=FURTHEST).flat_map(|by| [true, false].map(|up| (right(by, up), by, up)));
    let (most, by, up) = moves.max_by_key(|(right, ..)| *right)?;
    (most > right(0, true)).then_some(Move { top, bottom, by, up })
}

fn row(buffer: &Buffer, y: u16) -> Option<&[Cell]> {
    let width = usize::from(buffer.area.width);
    buffer.content.chunks(width.max(1)).nth(usize::from(y))
}

fn same_cells(one: &[Cell], other: &[Cell]) -> usize {
    one.iter().zip(other).filter(|(one, other)| one == other).count()
}

/// The most rows below each other that have all changed: a list that moved. What changed elsewhere, as
/// the keys at the foot do with what is selected, stays where it is.
fn most_changed(shown: &Buffer, wanted: &Buffer) -> Option<(u16, u16)> {
    let mut rows: Vec<u16> = shown.diff(wanted).into_iter().map(|(_, y, _)| y).collect();
    rows.dedup();
    let runs = rows.chunk_by(|above, below| above + 1 == *below);
    let longest = runs.max_by_key(|run| run.len())?;
    Some((*longest.first()?, longest.last()? + 1))
}

/// The cells that differ, as they are written. A row that differs and holds a grapheme of uncertain width
/// is written as a whole: a terminal that draws it wider than its cells has drawn over those behind it.
fn written(shown: &Buffer, wanted: &Buffer) -> Vec<u8> {
    let mut cells = shown.diff(wanted);
    let mut rows: Vec<u16> = cells.iter().map(|(_, y, _)| *y).collect();
    rows.dedup();
    let is_uncertain =
        |buffer, y: u16| row(buffer, y).is_some_and(|row| row.iter().any(is_of_uncertain_width));
    rows.retain(|y| is_uncertain(shown, *y) || is_uncertain(wanted, *y));
    if !rows.is_empty() {
        cells.retain(|(_, y, _)| !rows.contains(y));
        cells.extend(rows.into_iter().flat_map(|y| visible_cells(wanted, y)));
        cells.sort_by_key(|(x, y, _)| (*y, *x));
    }
    encode(cells, wanted)
}

/// Returns whether terminals disagree on the number of cells that a grapheme takes: a terminal that
/// does not join a family of emoji draws each of its members.
fn is_of_uncertain_width(cell: &Cell) -> bool {
    let symbol = cell.symbol();
    let parts = || symbol.chars().filter_map(UnicodeWidthChar::width).sum::<usize>();
    symbol.len() > 4 && parts() != usize::from(cells::width(symbol))
}

/// Returns the cells of a row that are not under the second half of a wide character.
fn visible_cells(buffer: &Buffer, y: u16) -> impl Iterator<Item = (u16, u16, &Cell)> {
    let mut hidden_until = 0;
    (buffer.area.left()..buffer.area.right()).filter_map(move |x| {
        let cell = buffer.cell((x, y)).filter(|_| x >= hidden_until)?;
        hidden_until = x + cells::width(cell.symbol()).max(1);
        Some((x, y, cell))
    })
}

/// Returns the picture that the terminal shows after a move: the rows that came in are empty.
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
        let mut terminal = ScrollOptimizingBackend::new(&mut out);
        terminal.shown = from.clone();
        terminal.draw(from.diff(to).into_iter()).unwrap();
        assert_eq!(terminal.shown, *to);
        let mut screen = parser(20, 60);
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
    fn what_changes_at_the_foot_does_not_keep_the_list_from_moving() {
        let (before, mut after) = (list(7, 25), list(8, 26));
        after.set_string(0, 19, "P plan  q quit", Style::new());
        let (bytes, seen) = written(&before, &after);
        assert_eq!(seen, contents(&after));
        assert!(bytes < 500, "{bytes} bytes");
    }

    #[test]
    fn a_screen_that_is_another_one_is_written_as_it_is() {
        let (before, after) = (list(7, 7), list(100, 100));
        assert_eq!(shortest(&before, &after), super::written(&before, &after));
        assert_eq!(written(&before, &after).1, contents(&after));
    }

    // Case 28: vt100 does not join emoji, and draws each of a family in two cells.
    #[test]
    fn a_family_of_emoji_takes_two_cells_whatever_the_terminal_makes_of_it() {
        let line = |text: &str| {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
            buffer.set_string(1, 0, text, Style::new());
            buffer
        };
        let (family, empty) = (line("👨‍👩‍👧      x"), line(""));
        assert_eq!(contents(&family).trim_end().chars().last(), Some('x'));
        let mut screen = parser(1, 12);
        for (from, to) in [(&empty, &family), (&family, &line("林"))] {
            let mut out = Vec::new();
            let mut terminal = ScrollOptimizingBackend::new(&mut out);
            terminal.shown = from.clone();
            terminal.draw(from.diff(to).into_iter()).unwrap();
            drop(terminal);
            screen.process(&out);
            let seen = screen.screen().contents();
            assert!(!seen.contains(['👩', '👧']), "{seen:?}");
        }
        assert_eq!(screen.screen().contents().trim_end(), " 林");
    }

    fn parser(height: u16, width: u16) -> vt100::Parser {
        let cells = |count| std::num::NonZeroU16::new(count).unwrap();
        vt100::Parser::new(cells(height), cells(width), 0)
    }

    /// Returns every cell as a person sees it: its text and its background.
    fn seen(screen: &vt100::Screen, (width, height): (u16, u16)) -> Vec<String> {
        let cell = |(x, y): (u16, u16)| {
            let cell = screen.cell(y, x).unwrap();
            let text = Some(cell.contents()).filter(|text| !text.is_empty()).unwrap_or(" ");
            format!("{x},{y} {text:?} {:?} {}", cell.bgcolor(), cell.inverse())
        };
        (0..height).flat_map(|y| (0..width).map(move |x| (x, y))).map(cell).collect()
    }

    /// Texts of all widths in the columns of a list, one of whose rows is selected.
    fn mixed_list(first: usize, at: usize, selected: Style, (width, height): (u16, u16)) -> Buffer {
        let names =
            ["王永庆", "林", "3号楼陈师傅", "O'Neill", "A1吴家", "2楼", "Li", "米 5 kg", "x阿明"];
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        for y in 0..height - 1 {
            let number = first + usize::from(y);
            let name = |by: usize| names[(number * by + number / 5) % names.len()];
            buffer.set_string(1, y, format!("C{number:03}"), Style::new().dim());
            buffer.set_stringn(8, y, name(7), 20, Style::new());
            buffer.set_stringn(30, y, name(5), 16, Style::new().red());
            buffer.set_string(48, y, (number * 7919).to_string(), Style::new());
            if number == at {
                buffer.set_style(Rect::new(0, y, width, 1), selected);
            }
        }
        buffer
    }

    #[test]
    fn after_any_move_the_terminal_shows_what_it_would_without() {
        let size = (60_u16, 14_u16);
        for selected in [Style::new().reversed(), Style::new().bold().on_blue()] {
            let down = (0..30_usize).map(|at| (at.max(12) - 12, at));
            let up = (0..30_usize).rev().map(|at| (at.min(17), at));
            let mut screen = parser(size.1, size.0);
            let mut front = Buffer::empty(Rect::new(0, 0, size.0, size.1));
            let mut shown = front.clone();
            let mut moves = 0;
            for (first, at) in down.chain(up) {
                let next = mixed_list(first, at, selected, size);
                let mut out = Vec::new();
                let mut terminal = ScrollOptimizingBackend::new(&mut out);
                terminal.shown = shown;
                terminal.draw(front.diff(&next).into_iter()).unwrap();
                shown = terminal.shown.clone();
                drop(terminal);
                moves += usize::from(out.windows(3).any(|part| part == b"\x1b[r"));
                screen.process(&out);
                let (mut fresh, mut all) = (parser(size.1, size.0), Vec::new());
                let blank = Buffer::empty(next.area);
                CrosstermBackend::new(&mut all).draw(blank.diff(&next).into_iter()).unwrap();
                fresh.process(&all);
                assert_eq!(seen(screen.screen(), size), seen(fresh.screen(), size), "{first} {at}");
                front = next;
            }
            assert!(moves > 20, "{moves}");
        }
    }
}
