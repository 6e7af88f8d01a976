//! Text measured in terminal cells: cut, wrapped and written without ever splitting a character.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How many cells a text takes.
pub fn width(text: &str) -> u16 {
    u16::try_from(text.width()).unwrap_or(u16::MAX)
}

/// The text in no more than `room` cells, with the mark of a cut (one cell) where it was cut.
pub fn clip<'a>(text: &'a str, room: u16, cut: &str) -> Cow<'a, str> {
    if width(text) <= room {
        return Cow::Borrowed(text);
    }
    if room == 0 {
        return Cow::Borrowed("");
    }
    let mut short = fitting(text, room - 1).to_owned();
    short.push_str(cut);
    Cow::Owned(short)
}

/// The longest beginning of the text that takes no more than `room` cells.
pub fn fitting(text: &str, room: u16) -> &str {
    let mut taken = 0;
    for (start, character) in text.grapheme_indices(true) {
        taken += width(character);
        if taken > room {
            return text.get(..start).unwrap_or_default();
        }
    }
    text
}

/// The text in lines of no more than `room` cells, broken at blanks where there are any. A language
/// that writes without blanks is broken anywhere, but no mark is parted from the word that it belongs to.
pub fn wrap(text: &str, room: u16) -> Vec<String> {
    if room == 0 {
        return Vec::new();
    }
    // Each line as its words, to take back what must not stand at its end.
    let mut lines: Vec<Vec<&str>> = vec![Vec::new()];
    let long = |words: &[&str]| words.iter().map(|word| width(word)).sum::<u16>();
    for word in text.split_word_bounds() {
        let Some(line) = lines.last_mut() else { continue };
        if long(line) + width(word) <= room {
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
        if long(&next) + width(word) <= room {
            next.push(word);
            lines.push(next);
            continue;
        }
        line.append(&mut next);
        let mut rest = word.trim_start();
        while !rest.is_empty() {
            let piece = match fitting(rest, room) {
                // A character that is wider than the room is left out rather than waited for.
                "" => break,
                piece => piece,
            };
            lines.push(vec![piece]);
            rest = rest.get(piece.len()..).unwrap_or_default();
        }
    }
    let lines = lines.into_iter().map(|line| line.concat().trim().to_owned());
    lines.filter(|line| !line.is_empty()).collect()
}

/// Marks that never begin a line.
const CLOSING: [char; 18] = [
    '，', '。', '、', '；', '：', '！', '？', '）', '」', '』', '”', ',', '.', ';', ':', '!', ')',
    '%',
];
/// Marks that never end one.
const OPENING: [char; 5] = ['（', '「', '『', '“', '('];

/// Writes a text at a place, in no more than `room` cells, and gives the column after it. Nothing is
/// written outside of the buffer.
pub fn write(buffer: &mut Buffer, (x, y): (u16, u16), room: u16, text: &str, style: Style) -> u16 {
    let area = buffer.area;
    if y < area.top() || y >= area.bottom() || x < area.left() || x >= area.right() {
        return x;
    }
    let room = room.min(area.right() - x);
    buffer.set_stringn(x, y, text, usize::from(room), style).0
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
