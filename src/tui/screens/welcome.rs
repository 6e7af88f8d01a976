//! The first screen of a notebook without customers: the keys to start with.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::i18n::Sentence;
use crate::tui::keymap::{Intent, KeyContext};
use crate::tui::model::Model;
use crate::tui::theme::Tone;
use crate::tui::widgets::cells;
use crate::tui::widgets::panel::PanelFrame;

/// Draws the screen.
pub fn draw(model: &Model, body: Rect, buffer: &mut Buffer) {
    let words = &model.words;
    let panel =
        PanelFrame { title: &words.text("welcome-title"), here: true, ..PanelFrame::default() };
    let inside = panel.draw(body, buffer, model.look);
    let room = inside.width.saturating_sub(2);
    let ways: Vec<Sentence> = [
        ("welcome-name", Intent::NameShop),
        ("welcome-add", Intent::AddCustomer),
        ("welcome-import", Intent::Import),
        ("welcome-restore", Intent::Restore),
        ("welcome-sample", Intent::Sample),
        ("welcome-demo", Intent::Demo),
    ]
    .into_iter()
    .map(|(way, intent)| {
        let key = model.keys.shown(KeyContext::Welcome, intent);
        let currency = model.shop.currency.code().into();
        words.message(way, &[("key", key.into()), ("currency", currency)])
    })
    .collect();
    let mut lines = vec![(words.text("welcome-empty"), Tone::Plain)];
    // The equivalent command, and an empty line between the ways, if there is room for them.
    let roomy = usize::from(inside.height) > 3 * ways.len();
    for way in ways {
        if roomy {
            lines.push((String::new(), Tone::Plain));
        }
        lines.push((way.text, Tone::Key));
        if roomy {
            lines.push((way.hint.unwrap_or_default(), Tone::Quiet));
        }
    }
    let mut y = inside.y;
    for (line, tone) in lines {
        let pieces = cells::wrap(&line, room);
        y += u16::from(pieces.is_empty());
        for piece in pieces.iter().filter(|_| !inside.is_empty()) {
            if y >= inside.bottom() {
                return;
            }
            cells::write(buffer, (inside.x + 1, y), room, piece, model.look.style(tone));
            y += 1;
        }
    }
}
