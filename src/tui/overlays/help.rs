//! The keys of a place, from the one table.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::sheet;
use crate::tui::layout;
use crate::tui::model::{HelpSheet, Model};
use crate::tui::theme::Tone;
use crate::tui::widgets::cells;

/// Draws it.
pub fn draw(model: &Model, help: &HelpSheet, frame: &mut Frame, body: Rect) {
    let lines = lines(model, help);
    let place = sheet::place(body, lines.len());
    sheet::draw_lines(model, (&model.words.say("help-title"), &lines, help.top), frame, place);
}

/// How many lines it has, and how many are seen at once.
pub fn lines_and_page(model: &Model, help: &HelpSheet, body: Rect) -> (usize, usize) {
    let count = model.keys.of(help.place).count();
    (count, usize::from(layout::inside(sheet::place(body, count)).height))
}

fn lines(model: &Model, help: &HelpSheet) -> Vec<Line<'static>> {
    let rows: Vec<(String, String)> = (model.keys.of(help.place))
        .map(|binding| {
            let keys: Vec<String> = binding.keys.iter().map(ToString::to_string).collect();
            let said = model.words.sentence(&binding.message(), &[]);
            (keys.join("  "), said.hint.unwrap_or(said.text))
        })
        .collect();
    let widest = rows.iter().map(|(keys, _)| cells::width(keys)).max().unwrap_or(0);
    let line = |(keys, says): (String, String)| {
        let gap = " ".repeat(usize::from(widest - cells::width(&keys)) + 2);
        Line::from(vec![
            Span::styled(keys, model.look.style(Tone::Key)),
            Span::raw(gap),
            Span::styled(says, model.look.style(Tone::Plain)),
        ])
    };
    rows.into_iter().map(line).collect()
}
