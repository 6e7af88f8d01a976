//! Text measured in terminal cells: cut, wrapped and written without ever splitting a character.
//!
//! The cost of drawing is bounded by the room: every function here reads only as much of a text as
//! can fill its room, so that a megabyte in an older notebook costs no more than a name.

use std::borrow::Cow;

use ratatui::buffer::{Buffer, CellWidth};
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use crate::domain::text::{prefix, sanitize_for_terminal, suffix};

/// Maximum number of characters read of a text on one row: more than any screen has cells.
const MAX_ROW_CHARS: usize = 2_048;
/// Maximum number of characters read of a text on several rows.
const MAX_WRAPPED_CHARS: usize = 16_384;
/// Maximum number of characters read to fill one cell: a family of emoji has 3 for each of its two
/// cells, a word in pointed Hebrew or Thai fewer.
const CHARS_PER_CELL: usize = 8;

/// Returns the beginning of a text that one row can show, safe for a terminal.
pub fn sanitized<'a>(text: impl Into<Cow<'a, str>>) -> Cow<'a, str> {
    match text.into() {
        Cow::Borrowed(text) => sanitize_for_terminal(prefix(text, MAX_ROW_CHARS)),
        Cow::Owned(mut text) => {
            text.truncate(prefix(&text, MAX_ROW_CHARS).len());
            match sanitize_for_terminal(&text) {
                Cow::Borrowed(_) => Cow::Owned(text),
                Cow::Owned(shown) => Cow::Owned(shown),
            }
        }
    }
}

/// Returns the number of cells that a text takes on one row, as counted by the buffer.
pub fn width(text: &str) -> u16 {
    let text = prefix(text, MAX_ROW_CHARS);
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return u16::try_from(text.len()).unwrap_or(u16::MAX);
    }
    text.graphemes(true).fold(0, |sum, one| sum.saturating_add(grapheme_width(one)))
}

/// Returns the width in cells that the buffer gives a grapheme; 0 if it has a control character.
fn grapheme_width(grapheme: &str) -> u16 {
    if grapheme.contains(char::is_control) { 0 } else { grapheme.cell_width() }
}

/// Returns the maximum number of characters read to fill `room` cells.
fn max_chars(room: u16) -> usize {
    (usize::from(room) + 1).saturating_mul(CHARS_PER_CELL)
}

/// Returns the text in no more than `room` cells, ending with the mark `cut` (one cell) if it was
/// cut.
pub fn clip<'a>(text: &'a str, room: u16, cut: &str) -> Cow<'a, str> {
    if fitting(text, room).len() == text.len() {
        return Cow::Borrowed(text);
    }
    if room == 0 {
        return Cow::Borrowed("");
    }
    let mut short = fitting(text, room - 1).to_owned();
    short.push_str(cut);
    Cow::Owned(short)
}

/// Returns the text in no more than `room` cells, as [`clip`] does, but where the parts before a comma fit,
/// these and no more. No amount and no day is cut: where one would be, there is nothing.
pub fn clip_at_part<'a>(text: &'a str, room: u16, cut: &str) -> Cow<'a, str> {
    let fits = fitting(text, room);
    if fits.len() == text.len() {
        return Cow::Borrowed(text);
    }
    let part =
        [", ", "; ", "，", "；", "、", "："].iter().filter_map(|sign| fits.rfind(sign)).max();
    match part {
        Some(end) => Cow::Borrowed(text.get(..end).unwrap_or_default()),
        None if text.contains(char::is_numeric) => Cow::Borrowed(""),
        None => clip(text, room, cut),
    }
}

/// Returns the longest beginning of the text that takes no more than `room` cells.
pub fn fitting(text: &str, room: u16) -> &str {
    let text = prefix(text, max_chars(room));
    let mut taken: u16 = 0;
    for (start, character) in text.grapheme_indices(true) {
        taken = taken.saturating_add(grapheme_width(character));
        if taken > room {
            return text.get(..start).unwrap_or_default();
        }
    }
    text
}

/// Returns the longest end of the text that takes no more than `room` cells, safe for a terminal.
/// The search starts at the end.
pub fn fitting_end(text: &str, room: u16) -> Cow<'_, str> {
    let text = sanitize_for_terminal(suffix(text, max_chars(room)));
    let mut taken: u16 = 0;
    let mut start = text.len();
    for (before, character) in text.grapheme_indices(true).rev() {
        taken = taken.saturating_add(grapheme_width(character));
        if taken > room {
            break;
        }
        start = before;
    }
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.get(start..).unwrap_or_default()),
        Cow::Owned(text) => Cow::Owned(text.get(start..).unwrap_or_default().to_owned()),
    }
}

/// Wraps the text into lines of no more than `room` cells, at blanks if there are any. A text in a
/// language without blanks is broken anywhere, but punctuation stays with its word.
pub fn wrap(text: &str, room: u16) -> Vec<String> {
    if room == 0 {
        return Vec::new();
    }
    // Each line as its words, so that words that must not end a line can be moved to the next.
    let mut lines: Vec<Vec<&str>> = vec![Vec::new()];
    let long =
        |words: &[&str]| words.iter().fold(0_u16, |sum, word| sum.saturating_add(width(word)));
    // Cells that the last line takes.
    let mut taken: u16 = 0;
    for word in prefix(text, MAX_WRAPPED_CHARS).split_word_bounds() {
        let Some(line) = lines.last_mut() else { continue };
        let wide = width(word);
        if taken.saturating_add(wide) <= room {
            taken += wide;
            line.push(word);
            continue;
        }
        if word.trim().is_empty() {
            continue;
        }
        let mut next = Vec::new();
        while line.len() > 1
            && (next.first().unwrap_or(&word).starts_with(CLOSING)
                || line.last().is_some_and(|last| last.ends_with(OPENING)))
            && let Some(last) = line.pop()
        {
            next.insert(0, last);
        }
        let moved = long(&next);
        if moved.saturating_add(wide) <= room {
            taken = moved + wide;
            next.push(word);
            lines.push(next);
            continue;
        }
        line.append(&mut next);
        let mut rest = word.trim_start();
        while !rest.is_empty() {
            let piece = match fitting(rest, room) {
                // A character wider than the room is left out with the rest of its word.
                "" => break,
                piece => piece,
            };
            taken = width(piece);
            lines.push(vec![piece]);
            rest = rest.get(piece.len()..).unwrap_or_default();
        }
    }
    let lines = lines.into_iter().map(|line| line.concat().trim().to_owned());
    lines.filter(|line| !line.is_empty()).collect()
}

/// Punctuation that never begins a line.
const CLOSING: [char; 18] = [
    '，', '。', '、', '；', '：', '！', '？', '）', '」', '』', '”', ',', '.', ';', ':', '!', ')',
    '%',
];
/// Punctuation that never ends a line.
const OPENING: [char; 5] = ['（', '「', '『', '“', '('];

/// Writes a text at a position, in no more than `room` cells, and returns the column after it.
/// Nothing is written outside the buffer.
pub fn write(buffer: &mut Buffer, (x, y): (u16, u16), room: u16, text: &str, style: Style) -> u16 {
    let area = buffer.area;
    if y < area.top() || y >= area.bottom() || x < area.left() || x >= area.right() {
        return x;
    }
    let room = room.min(area.right() - x);
    buffer.set_stringn(x, y, prefix(text, max_chars(room)), usize::from(room), style).0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wide_character_is_never_cut_in_half() {
        assert_eq!(clip("林阿嬷", 6, "…"), "林阿嬷");
        assert_eq!(clip("林阿嬷", 5, "…"), "林阿…");
        assert_eq!(clip("林阿嬷", 4, "…"), "林…");
        assert_eq!(clip("林阿嬷", 1, "…"), "…");
        assert_eq!(clip("林阿嬷", 0, "…"), "");
    }

    // A16.
    #[test]
    fn no_more_of_a_text_is_looked_at_than_fills_its_room() {
        // In a debug build each of these would take minutes if the whole text were read.
        for long in [
            "林".repeat(20_000_000),
            "a\u{301}".repeat(20_000_000),
            "e".to_owned() + &"\u{301}".repeat(30_000_000),
        ] {
            let mut buffer = Buffer::empty(ratatui::layout::Rect::new(0, 0, 80, 1));
            for _ in 0..1_000 {
                let shown = sanitized(long.as_str());
                assert!(shown.len() <= MAX_ROW_CHARS * 4);
                assert!(width(&long) <= 2 * MAX_ROW_CHARS as u16);
                assert!(width(&clip(&long, 20, "…")) <= 20);
                assert!(width(&fitting_end(&long, 20)) <= 20);
                write(&mut buffer, (0, 0), 80, &long, Style::default());
            }
            assert!(wrap(&long, 20).iter().all(|line| width(line) <= 20));
        }
    }

    // Case 28.
    #[test]
    fn a_text_is_as_wide_as_the_buffer_makes_it() {
        for text in [
            "👨‍👩‍👧 Family",
            "می\u{200c}خواهم",
            "لا",
            "ｶﾞ",
            "☕\u{fe0f}",
            "🏳\u{fe0f}\u{200d}🌈x",
            "e\u{301}",
            "\u{1b}[0m",
        ] {
            let mut buffer = Buffer::empty(ratatui::layout::Rect::new(0, 0, 40, 1));
            let end = write(&mut buffer, (0, 0), 40, text, Style::default());
            assert_eq!(width(text), end, "{text:?}");
            assert_eq!(fitting(text, end), text);
            assert_eq!(fitting_end(&sanitize_for_terminal(text), 40), sanitize_for_terminal(text));
        }
    }

    #[test]
    fn the_end_of_a_text_is_found_from_its_end() {
        assert_eq!(fitting_end("林阿嬷", 5), "阿嬷");
        assert_eq!(fitting_end("ab\u{1b}c", 2), "␛c");
        assert_eq!(fitting_end("abc", 0), "");
    }

    #[test]
    fn lines_break_at_blanks_and_chinese_anywhere() {
        assert_eq!(wrap("Delivered to C102 for 240", 12), ["Delivered to", "C102 for 240"]);
        assert_eq!(wrap("已送到林阿嬷家", 6), ["已送到", "林阿嬷", "家"]);
        assert_eq!(wrap("送到 C102，共 24（元）。", 10), ["送到", "C102，共", "24（元）。"]);
        assert_eq!(wrap("two words, or (more)", 9), ["two", "words, or", "(more)"]);
        assert_eq!(wrap("，，，，", 4).concat(), "，，，，");
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrap("林", 1), Vec::<String>::new());
        assert_eq!(wrap("", 5), Vec::<String>::new());
    }
}
