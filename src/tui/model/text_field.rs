//! A line of text that is being typed, with a caret that moves by grapheme clusters.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use crate::domain::text::{prefix, rules::MAX_QUERY_CHARS, without_escapes};
use crate::tui::keymap::Edit;

/// A text, and the caret where the next character is inserted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TextField {
    text: String,
    /// In bytes, always between two graphemes.
    caret: usize,
    /// True while the text is a proposal that has not been edited yet.
    proposed: bool,
    /// Maximum number of characters that can be typed into it; a longer initial text is kept.
    max_chars: usize,
    /// True if the end of the text that was typed last did not fit.
    is_cut: bool,
}

impl Default for TextField {
    fn default() -> Self {
        Self {
            text: String::new(),
            caret: 0,
            proposed: false,
            max_chars: MAX_QUERY_CHARS,
            is_cut: false,
        }
    }
}

impl TextField {
    /// Creates a field with a text and the caret at its end.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { caret: text.len(), text, ..Self::default() }
    }

    /// Creates a field with a proposed text, which the first typed text replaces unless the caret
    /// has been moved before.
    pub fn proposing(text: impl Into<String>) -> Self {
        let field = Self::new(text);
        Self { proposed: !field.is_empty(), ..field }
    }

    /// Returns the field with another maximum number of characters.
    #[must_use]
    pub fn up_to(self, max_chars: usize) -> Self {
        Self { max_chars, ..self }
    }

    /// Returns the maximum number of characters.
    pub const fn max_chars(&self) -> usize {
        self.max_chars
    }

    /// Returns the maximum number of characters if the end of the text typed last did not fit.
    pub fn cut_at(&self) -> Option<usize> {
        self.is_cut.then_some(self.max_chars)
    }

    /// Replaces the text.
    pub fn replace(&mut self, text: impl Into<String>) {
        *self = Self::new(text).up_to(self.max_chars);
    }

    /// Replaces the text with a proposed one.
    pub fn propose(&mut self, text: impl Into<String>) {
        *self = Self::proposing(text).up_to(self.max_chars);
    }

    /// Returns the text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns true if the text is empty.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Inserts a text at the caret. Line breaks and tabs become spaces, escape sequences and
    /// control characters are left out, and the end is cut off if it does not fit.
    pub fn insert(&mut self, typed: &str) {
        let typed: String = without_escapes(typed)
            .chars()
            .map(|typed| if matches!(typed, '\n' | '\r' | '\t') { ' ' } else { typed })
            .filter(|typed| !typed.is_control())
            .collect();
        if std::mem::take(&mut self.proposed) && !typed.is_empty() {
            self.replace("");
        }
        let room = self.max_chars.saturating_sub(self.text.chars().count());
        let fits = whole_graphemes(&typed, room);
        self.is_cut = fits.len() < typed.len();
        let typed = fits;
        self.text.insert_str(self.caret, typed);
        self.caret += typed.len();
        // The inserted text may have formed one grapheme with the characters around it.
        self.caret = self.boundary_at_or_after(self.caret);
    }

    /// Edits the text, or moves the caret.
    pub fn edit(&mut self, edit: Edit) {
        let proposed = std::mem::take(&mut self.proposed);
        self.is_cut = false;
        match edit {
            Edit::Backspace | Edit::Delete | Edit::DeleteWord if proposed => self.replace(""),
            Edit::Left => self.caret = self.before(),
            Edit::Right => self.caret = self.after(),
            Edit::Start => self.caret = 0,
            Edit::End => self.caret = self.text.len(),
            Edit::Backspace => self.remove(self.before()),
            Edit::Delete => {
                let end = self.after();
                let start = std::mem::replace(&mut self.caret, end);
                self.remove(start);
            }
            Edit::DeleteWord => self.remove(self.word_before()),
            Edit::Clear => self.replace(""),
        }
    }

    /// Returns the text before the caret and the text behind it.
    pub fn around_caret(&self) -> (&str, &str) {
        self.text.split_at_checked(self.caret).unwrap_or((&self.text, ""))
    }

    /// Returns whether the text is a proposal that the next typed text replaces.
    pub fn is_proposed(&self) -> bool {
        self.proposed
    }

    fn remove(&mut self, start: usize) {
        self.text.replace_range(start..self.caret, "");
        self.caret = self.boundary_at_or_after(start);
    }

    fn before(&self) -> usize {
        let before = self.text.get(..self.caret).unwrap_or_default();
        before.grapheme_indices(true).next_back().map_or(0, |(start, _)| start)
    }

    fn after(&self) -> usize {
        let behind = self.text.get(self.caret..).unwrap_or_default();
        behind.graphemes(true).next().map_or(self.text.len(), |next| self.caret + next.len())
    }

    fn word_before(&self) -> usize {
        let before = self.text.get(..self.caret).unwrap_or_default().trim_end();
        before.split_word_bound_indices().next_back().map_or(0, |(start, _)| start)
    }

    /// Returns the nearest grapheme boundary at a byte offset or after it.
    fn boundary_at_or_after(&self, place: usize) -> usize {
        let mut cursor = GraphemeCursor::new(place, self.text.len(), true);
        match cursor.is_boundary(&self.text, 0) {
            Ok(true) => place,
            _ => cursor.next_boundary(&self.text, 0).ok().flatten().unwrap_or(self.text.len()),
        }
    }
}

/// Returns the longest prefix of whole graphemes that has at most `max_chars` characters.
fn whole_graphemes(text: &str, max_chars: usize) -> &str {
    let short = prefix(text, max_chars);
    let mut cursor = GraphemeCursor::new(short.len(), text.len(), true);
    match cursor.is_boundary(text, 0) {
        Ok(true) => short,
        _ => {
            let end = cursor.prev_boundary(text, 0).ok().flatten().unwrap_or(0);
            text.get(..end).unwrap_or_default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_caret_steps_over_whole_characters() {
        let mut field = TextField::new("林e\u{301}");
        field.edit(Edit::Left);
        field.insert("👨‍👩‍👧");
        field.edit(Edit::Backspace);
        assert_eq!(field.text(), "林e\u{301}");
        field.edit(Edit::Delete);
        assert_eq!(field.text(), "林");
        field.edit(Edit::Backspace);
        field.edit(Edit::Backspace);
        field.edit(Edit::Left);
        field.edit(Edit::Right);
        field.edit(Edit::Delete);
        assert_eq!(field, TextField::default());
    }

    #[test]
    fn a_pasted_text_of_lines_and_escapes_becomes_one_harmless_line() {
        let mut field = TextField::new("ab");
        field.edit(Edit::Left);
        field.insert("1\r\n2\u{1b}[31m\t3");
        assert_eq!(field.text(), "a1  2 3b");
        field.edit(Edit::DeleteWord);
        field.edit(Edit::DeleteWord);
        assert_eq!(field.text(), "a1  b");
    }

    #[test]
    fn what_is_proposed_is_replaced_by_what_is_typed_first_unless_the_caret_has_moved() {
        let mut field = TextField::proposing("672");
        field.insert("1");
        field.insert("00");
        assert_eq!(field.text(), "100");
        let mut field = TextField::proposing("672");
        field.edit(Edit::Left);
        field.insert("0");
        assert_eq!(field.text(), "6702");
        let mut field = TextField::proposing("672");
        field.edit(Edit::Backspace);
        assert_eq!(field, TextField::default());
        // A paste of nothing that can be typed leaves it.
        let mut field = TextField::proposing("672");
        field.insert("\u{1b}");
        assert_eq!(field.text(), "672");
    }

    // A13, A16.
    #[test]
    fn what_does_not_fit_is_cut_off_the_end_of_a_paste_and_no_character_is_split() {
        let mut field = TextField::default().up_to(5);
        field.insert("ab");
        assert_eq!(field.cut_at(), None);
        field.edit(Edit::Left);
        field.insert("👨‍👩‍👧x");
        assert_eq!((field.text(), field.cut_at()), ("ab", Some(5)));
        field.insert("e\u{301}林é");
        assert_eq!((field.text(), field.cut_at()), ("ae\u{301}林b", Some(5)));
        field.edit(Edit::Backspace);
        assert_eq!((field.text(), field.cut_at()), ("ae\u{301}b", None));
    }

    // A16.
    #[test]
    fn a_field_with_more_than_its_limit_keeps_it_and_can_be_shortened() {
        let mut field = TextField::new("abcdef").up_to(3);
        field.insert("x");
        assert_eq!((field.text(), field.cut_at()), ("abcdef", Some(3)));
        field.edit(Edit::Clear);
        field.insert("wxyz");
        assert_eq!((field.text(), field.cut_at()), ("wxy", Some(3)));
    }

    #[test]
    fn a_mark_that_joins_what_is_before_it_does_not_split_it() {
        let mut field = TextField::new("ex");
        field.edit(Edit::Start);
        field.edit(Edit::Right);
        field.insert("\u{301}");
        field.edit(Edit::Backspace);
        assert_eq!(field.text(), "x");
    }
}
