//! Changed cells as the bytes by which a terminal draws them: as few as possible, for a slow line.
//!
//! Of two styles only the difference is written, the cursor is moved by the shortest way, and a short gap
//! between changed cells is written again where that takes less than to move over it.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use super::widgets::cells;

/// The most cells that are written again instead of moving over them.
const SHORT_GAP: u16 = 4;

/// Modifiers with the codes that set and unset them. One code unsets both bold and dim.
const MODIFIERS: [(Modifier, &str, &str); 9] = [
    (Modifier::BOLD, "1", "22"),
    (Modifier::DIM, "2", "22"),
    (Modifier::ITALIC, "3", "23"),
    (Modifier::UNDERLINED, "4", "24"),
    (Modifier::SLOW_BLINK, "5", "25"),
    (Modifier::RAPID_BLINK, "6", "25"),
    (Modifier::REVERSED, "7", "27"),
    (Modifier::HIDDEN, "8", "28"),
    (Modifier::CROSSED_OUT, "9", "29"),
];

/// The look of a cell.
#[derive(Clone, Copy, PartialEq, Eq)]
struct CellLook {
    ink: Color,
    ground: Color,
    modifier: Modifier,
}

impl CellLook {
    /// The look with which a frame begins and ends.
    const PLAIN: Self =
        Self { ink: Color::Reset, ground: Color::Reset, modifier: Modifier::empty() };

    const fn of(cell: &Cell) -> Self {
        Self { ink: cell.fg, ground: cell.bg, modifier: cell.modifier }
    }

    /// Returns whether a blank in this look cannot be told from one in another.
    fn is_same_for_blanks(self, other: Self) -> bool {
        let lines = Modifier::UNDERLINED | Modifier::CROSSED_OUT | Modifier::REVERSED;
        let is_bare = |look: Self| !look.modifier.intersects(lines);
        self == other || (self.ground == other.ground && is_bare(self) && is_bare(other))
    }

    /// Returns the codes that make a terminal with another look draw with this one.
    fn codes_after(self, before: Self) -> Vec<String> {
        let mut codes: Vec<String> = Vec::new();
        let gone = before.modifier - self.modifier;
        for (modifier, _, unset) in MODIFIERS {
            if gone.contains(modifier) && codes.last().is_none_or(|last| last != unset) {
                codes.push(unset.to_owned());
            }
        }
        let shared = |modifier: Modifier| {
            let pair = Modifier::BOLD | Modifier::DIM;
            let blinks = Modifier::SLOW_BLINK | Modifier::RAPID_BLINK;
            [pair, blinks].iter().any(|both| both.contains(modifier) && gone.intersects(*both))
        };
        for (modifier, set, _) in MODIFIERS {
            let is_new = !before.modifier.contains(modifier) || shared(modifier);
            if self.modifier.contains(modifier) && is_new {
                codes.push(set.to_owned());
            }
        }
        if self.ink != before.ink {
            codes.push(color(self.ink, 30));
        }
        if self.ground != before.ground {
            codes.push(color(self.ground, 40));
        }
        codes
    }
}

/// Returns the code of a colour, from the first code of the inks or of the grounds. The eight dark colours
/// are taken from the large palette, where bold does not make them bright.
fn color(color: Color, first: u8) -> String {
    let palette = |number: u8| format!("{};5;{number}", first + 8);
    let bright = |number: u8| (first + 60 + number).to_string();
    match color {
        Color::Reset => (first + 9).to_string(),
        Color::Black => palette(0),
        Color::Red => palette(1),
        Color::Green => palette(2),
        Color::Yellow => palette(3),
        Color::Blue => palette(4),
        Color::Magenta => palette(5),
        Color::Cyan => palette(6),
        Color::Gray => palette(7),
        Color::DarkGray => bright(0),
        Color::LightRed => bright(1),
        Color::LightGreen => bright(2),
        Color::LightYellow => bright(3),
        Color::LightBlue => bright(4),
        Color::LightMagenta => bright(5),
        Color::LightCyan => bright(6),
        Color::White => bright(7),
        Color::Indexed(number) => palette(number),
        Color::Rgb(red, green, blue) => format!("{};2;{red};{green};{blue}", first + 8),
    }
}

/// Returns the bytes that draw these cells of a picture, which come row by row from left to right.
pub fn encode<'a>(
    changed: impl IntoIterator<Item = (u16, u16, &'a Cell)>,
    picture: &'a Buffer,
) -> Vec<u8> {
    let mut frame = FrameText { text: String::new(), look: CellLook::PLAIN, cursor: None, picture };
    for (x, y, cell) in changed {
        frame.go_to(x, y);
        frame.put(x, y, cell);
    }
    if frame.look != CellLook::PLAIN {
        frame.text.push_str("\x1b[m");
    }
    frame.text.into_bytes()
}

/// The bytes of a frame so far.
struct FrameText<'a> {
    text: String,
    look: CellLook,
    /// Where the cursor is, if every terminal agrees on that.
    cursor: Option<(u16, u16)>,
    picture: &'a Buffer,
}

impl FrameText<'_> {
    fn go_to(&mut self, x: u16, y: u16) {
        let ahead = match self.cursor {
            Some((at, row)) if row == y && at <= x => x - at,
            Some(_) | None => u16::MAX,
        };
        if ahead == 0 || (ahead <= SHORT_GAP && self.write_gap(x, y)) {
            return;
        }
        // Writing to a string never fails.
        let _ = match ahead {
            u16::MAX => write!(self.text, "\x1b[{};{}H", y + 1, x + 1),
            1 => write!(self.text, "\x1b[C"),
            ahead => write!(self.text, "\x1b[{ahead}C"),
        };
    }

    /// Writes the cells from the cursor to `x` again, if they look like the last one.
    fn write_gap(&mut self, x: u16, y: u16) -> bool {
        let Some((from, _)) = self.cursor else { return false };
        let cells = (from..x).map(|x| self.picture.cell((x, y)));
        let plain = |cell: &Cell| cell.symbol().is_ascii() && self.can_show(cell);
        let gap: Option<String> =
            cells.map(|cell| cell.filter(|cell| plain(cell)).map(Cell::symbol)).collect();
        gap.map(|gap| self.text.push_str(&gap)).is_some()
    }

    /// Returns whether a cell can be written without another look.
    fn can_show(&self, cell: &Cell) -> bool {
        let look = CellLook::of(cell);
        look == self.look || (cell.symbol() == " " && look.is_same_for_blanks(self.look))
    }

    fn put(&mut self, x: u16, y: u16, cell: &Cell) {
        let look = CellLook::of(cell);
        if !self.can_show(cell) {
            let codes = match look {
                CellLook::PLAIN => String::new(),
                _ => look.codes_after(self.look).join(";"),
            };
            // Writing to a string never fails.
            let _ = write!(self.text, "\x1b[{codes}m");
            self.look = look;
        }
        self.text.push_str(cell.symbol());
        let after = x + cells::width(cell.symbol()).max(1);
        // Behind the last column a terminal waits with the cursor.
        let is_certain = after < self.picture.area.right() && has_certain_width(cell.symbol());
        self.cursor = is_certain.then_some((after, y));
    }
}

/// Returns whether every terminal moves its cursor by the cells of a symbol: one of one cell, or a sign of
/// Chinese, Japanese or Korean.
fn has_certain_width(symbol: &str) -> bool {
    let mut signs = symbol.chars();
    match (signs.next(), signs.next()) {
        (Some(sign), None) => {
            cells::width(symbol) == 1
                || matches!(
                    sign,
                    '\u{2e80}'..='\u{a4cf}'
                        | '\u{ac00}'..='\u{d7a3}'
                        | '\u{f900}'..='\u{faff}'
                        | '\u{ff01}'..='\u{ff60}'
                        | '\u{20000}'..='\u{3fffd}'
                )
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    fn text_of(draw: impl Fn(&mut Buffer)) -> String {
        let blank = Buffer::empty(Rect::new(0, 0, 30, 2));
        let mut picture = blank.clone();
        draw(&mut picture);
        String::from_utf8(encode(blank.diff(&picture), &picture)).unwrap()
    }

    #[test]
    fn a_chinese_name_is_written_without_moving_the_cursor_between_its_signs() {
        let text = text_of(|picture| picture.set_string(2, 1, "王永庆 12", Style::new()));
        assert_eq!(text, "\x1b[2;3H王永庆 12");
    }

    #[test]
    fn a_style_is_written_as_what_differs_from_the_one_before() {
        let text = text_of(|picture| {
            picture.set_string(0, 0, "a", Style::new().dim());
            picture.set_string(1, 0, "b", Style::new().bold().light_red());
            picture.set_string(2, 0, "c", Style::new().light_red());
            picture.set_string(3, 0, "d", Style::new());
        });
        assert_eq!(text, "\x1b[1;1H\x1b[2ma\x1b[22;1;91mb\x1b[22mc\x1b[md");
    }

    #[test]
    fn a_blank_takes_the_style_before_it_where_that_cannot_be_seen() {
        let text = text_of(|picture| {
            picture.set_string(0, 0, "a", Style::new().bold().red());
            picture.set_string(1, 0, " ", Style::new().dim());
            picture.set_string(2, 0, "b", Style::new().bold().red());
            picture.set_string(3, 0, " ", Style::new().on_blue());
            picture.set_string(4, 0, " ", Style::new().on_blue().underlined());
        });
        assert_eq!(text, "\x1b[1;1H\x1b[1;38;5;1ma b\x1b[22;39;48;5;4m \x1b[4m \x1b[m");
    }

    #[test]
    fn a_short_gap_is_written_again_and_a_longer_one_is_passed_over() {
        let shown = {
            let mut picture = Buffer::empty(Rect::new(0, 0, 30, 2));
            picture.set_string(0, 0, "1 kg rice 7 paid", Style::new());
            picture
        };
        let mut picture = shown.clone();
        picture.set_string(0, 0, "2 kh rice 9 paie", Style::new());
        let text = String::from_utf8(encode(shown.diff(&picture), &picture)).unwrap();
        assert_eq!(text, "\x1b[1;1H2 kh\x1b[6C9 paie");
    }
}
