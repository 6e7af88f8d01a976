//! The first screen of a notebook that has no customer yet: the keys that begin it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::keymap::{Intent, Place};
use crate::tui::model::Model;
use crate::tui::theme::Tone;
use crate::tui::widgets::cells;
use crate::tui::widgets::panel::Panel;

/// Draws it.
pub fn draw(model: &Model, body: Rect, buffer: &mut Buffer) {
    let words = &model.words;
    let panel = Panel { title: &words.say("welcome-title"), here: true, ..Panel::default() };
    let inside = panel.draw(body, buffer, model.look);
    let room = inside.width.saturating_sub(2);
    let mut lines = vec![(words.say("welcome-empty"), Tone::Plain)];
    for (way, intent) in [
        ("welcome-add", Intent::AddCustomer),
        ("welcome-import", Intent::Import),
        ("welcome-sample", Intent::Sample),
    ] {
        let binding = model.keys.of(Place::Welcome).find(|binding| binding.intent == intent);
        let key = binding.and_then(|binding| binding.keys.first()).map(ToString::to_string);
        let said = words.sentence(way, &[("key", key.unwrap_or_default().into())]);
        lines.push((String::new(), Tone::Plain));
        lines.push((said.text, Tone::Key));
        lines.push((said.hint.unwrap_or_default(), Tone::Quiet));
    }
    let mut y = inside.y;
    for (line, tone) in lines {
        // An empty line parts the ways where there is room for it.
        let pieces = cells::wrap(&line, room);
        y += u16::from(pieces.is_empty() && inside.height >= 12);
        for piece in pieces.iter().filter(|_| !inside.is_empty()) {
            if y >= inside.bottom() {
                return;
            }
            cells::write(buffer, (inside.x + 1, y), room, piece, model.look.style(tone));
            y += 1;
        }
    }
}
