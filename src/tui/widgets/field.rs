//! A line of text that is being typed: its caret steps over what a person calls a character, and the
//! terminal's own cursor stands at it, so that input methods for Chinese work.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;

use super::cells;
use crate::domain::text::{harmless, without_escapes};
use crate::tui::keymap::Edit;

/// A text and the place in it where the next character goes.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TextField {
    text: String,
    /// In bytes, always between two graphemes.
    caret: usize,
    /// Whether it stands there as a proposal that nobody has touched yet.
    proposed: bool,
}

impl TextField {
    /// A field that holds a text already, with the caret behind it.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { caret: text.len(), text, proposed: false }
    }

    /// A field that proposes a text: what is typed first goes in its place, unless the caret has moved
    /// in it.
    pub fn proposing(text: impl Into<String>) -> Self {
        let field = Self::new(text);
        Self { proposed: !field.is_empty(), ..field }
    }

    /// What it holds.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Types a text at the caret. Lines become one, and what a terminal would obey is left out.
    pub fn insert(&mut self, typed: &str) {
        let typed: String = without_escapes(typed)
            .chars()
            .map(|typed| if matches!(typed, '\n' | '\r' | '\t') { ' ' } else { typed })
            .filter(|typed| !typed.is_control())
            .collect();
        if std::mem::take(&mut self.proposed) && !typed.is_empty() {
            *self = Self::default();
        }
        self.text.insert_str(self.caret, &typed);
        self.caret += typed.len();
        // What was typed may have joined the character before or behind it.
        self.caret = self.boundary_at_or_after(self.caret);
    }

    /// Edits the text, or moves the caret.
    pub fn edit(&mut self, edit: Edit) {
        let proposed = std::mem::take(&mut self.proposed);
        match edit {
            Edit::Backspace | Edit::Delete | Edit::DeleteWord if proposed => {
                *self = Self::default()
            }
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
            Edit::Clear => *self = Self::default(),
        }
    }

    /// Draws it in one row, with as much of it as fits around the caret, and puts the cursor there
    /// if it has the focus.
    pub fn draw(&self, frame: &mut Frame, area: Rect, style: Style, focused: bool) {
        if area.is_empty() {
            return;
        }
        let (before, behind) = self.text.split_at_checked(self.caret).unwrap_or((&self.text, ""));
        let (before, behind) = (harmless(before), harmless(behind));
        // One cell is kept for the cursor behind the last character.
        let room = area.width.saturating_sub(1);
        let mut start = 0;
        for (index, character) in before.grapheme_indices(true) {
            if cells::width(before.get(start..).unwrap_or_default()) <= room {
                break;
            }
            start = index + character.len();
        }
        let seen = before.get(start..).unwrap_or_default();
        // What the next key replaces looks selected.
        let written = if self.proposed && focused { Modifier::REVERSED } else { Modifier::empty() };
        let written = style.add_modifier(written);
        let buffer = frame.buffer_mut();
        buffer.set_style(area.intersection(buffer.area), style);
        let caret = cells::write(buffer, (area.x, area.y), area.width, seen, written);
        cells::write(buffer, (caret, area.y), area.right().saturating_sub(caret), &behind, style);
        if focused {
            frame.set_cursor_position(Position::new(caret.min(area.right() - 1), area.y));
        }
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

    fn boundary_at_or_after(&self, place: usize) -> usize {
        let mut boundaries = self.text.grapheme_indices(true).map(|(start, _)| start);
        boundaries.find(|start| *start >= place).unwrap_or(self.text.len())
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
