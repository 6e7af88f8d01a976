//! An editable line of text, drawn with the terminal's own cursor at its caret, so that Chinese
//! input methods work.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};

use super::cells;
use crate::tui::model::TextField;

/// Draws the field in one row, with as much text as fits around the caret, and places the cursor
/// there if the field has the focus.
pub fn draw(field: &TextField, frame: &mut Frame, area: Rect, style: Style, focused: bool) {
    if area.is_empty() {
        return;
    }
    let (before, behind) = field.around_caret();
    // One cell is reserved for the cursor after the last character.
    let seen = cells::fitting_end(before, area.width.saturating_sub(1));
    let behind = cells::sanitized(behind);
    // A text that the next key replaces is shown as selected.
    let replaced = field.is_proposed() && focused;
    let written = if replaced { style.add_modifier(Modifier::REVERSED) } else { style };
    let buffer = frame.buffer_mut();
    buffer.set_style(area.intersection(buffer.area), style);
    let caret = cells::write(buffer, (area.x, area.y), area.width, &seen, written);
    cells::write(buffer, (caret, area.y), area.right().saturating_sub(caret), &behind, style);
    if focused {
        frame.set_cursor_position(Position::new(caret.min(area.right() - 1), area.y));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::keymap::Edit;

    // A16: in a debug build this would take hours if each key or frame read the whole text.
    #[test]
    fn a_text_of_megabytes_is_typed_into_and_drawn_as_fast_as_a_name() {
        let mut terminal =
            ratatui::Terminal::new(ratatui::backend::TestBackend::new(40, 1)).unwrap();
        let mut field = TextField::new("林阿嬷 ".repeat(1_000_000)).up_to(usize::MAX);
        for edit in [Edit::Left, Edit::Right, Edit::Backspace, Edit::DeleteWord].repeat(250) {
            field.edit(edit);
            let picture =
                |frame: &mut Frame| draw(&field, frame, frame.area(), Style::default(), true);
            terminal.draw(picture).unwrap();
        }
        assert!(field.text().len() < "林阿嬷 ".len() * 1_000_000);
    }
}
