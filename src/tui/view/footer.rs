//! The keys of the current context, from the key table; the filter while it is being typed.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::tui::keymap::{Binding, Intent, KeyContext, Shown};
use crate::tui::model::{Model, Overlay, is_possible};
use crate::tui::theme::Tone;
use crate::tui::widgets::{cells, text_field};

/// Width of the filter input, in cells.
const FILTER: u16 = 30;

/// Draws the footer.
pub fn draw(model: &Model, area: Rect, frame: &mut Frame) {
    if area.is_empty() {
        return;
    }
    let place = model.place();
    let mut hints = area;
    if place == KeyContext::Filter {
        let (x, width) = (area.x + 2, FILTER.min(area.width.saturating_sub(3)));
        let prompt = model.look.glyphs.prompt;
        cells::write(
            frame.buffer_mut(),
            (area.x + 1, area.y),
            1,
            prompt,
            model.look.style(Tone::Key),
        );
        let field = Rect { x, width, ..area };
        text_field::draw(&model.filter().typed, frame, field, model.look.field(), true);
        let taken = width + 3;
        hints = Rect { x: area.x + taken, width: area.width.saturating_sub(taken), ..area };
    }
    draw_hints(model, place, hints, frame);
}

/// Writes the keys that have an effect now, as many as fit; the keys for help and for leaving
/// always have room.
fn draw_hints(model: &Model, place: KeyContext, area: Rect, frame: &mut Frame) {
    let subject = model.subject();
    let at_jars = place == KeyContext::Insights && model.insights.has_jars();
    let one_field = model.form().is_some_and(|form| form.shown().count() < 2);
    let empty_journal =
        matches!(model.overlays.last(), Some(Overlay::Journal(one)) if one.lines.is_empty());
    let only_gives_up = model.lock_wait.as_ref().is_some_and(|wait| wait.saves_form);
    let can = |binding: &&Binding| match binding.intent {
        // While a form waits to be saved, the only possible action is to give it up.
        intent if only_gives_up => intent == Intent::Close,
        Intent::NextField => !one_field,
        Intent::Filter => place != KeyContext::Welcome,
        Intent::Open | Intent::Undo | Intent::UndoTo if empty_journal => false,
        Intent::Open if at_jars => true,
        intent => place == KeyContext::Journal || is_possible(subject.as_ref(), intent),
    };
    let hints: Vec<(String, String, bool)> = (model.keys.of(place))
        .filter(|binding| binding.shown == Shown::Footer)
        .filter(can)
        .filter_map(|binding| {
            let key = binding.keys.first()?.to_string();
            let must = matches!(binding.intent, Intent::Help | Intent::Quit | Intent::Close);
            // On the panel of jars the same key opens their list.
            let opens_jars = at_jars && binding.intent == Intent::Open;
            let named = if opens_jars { "key-jars".to_owned() } else { binding.message() };
            let says = model.words.text(&named);
            Some((key, says, must))
        })
        .collect();
    let width =
        |(key, says, _): &(String, String, bool)| cells::width(key) + cells::width(says) + 3;
    let mut kept: u16 = hints.iter().filter(|(.., must)| *must).map(width).sum();
    let mut x = area.x + 1;
    for hint in &hints {
        let (key, says, must) = hint;
        let own = width(hint);
        if *must {
            kept = kept.saturating_sub(own);
        } else if x + own + kept > area.right() {
            continue;
        }
        let room = area.right().saturating_sub(x);
        let buffer = frame.buffer_mut();
        x = cells::write(buffer, (x, area.y), room, key, model.look.style(Tone::Key)) + 1;
        let room = area.right().saturating_sub(x);
        x = cells::write(buffer, (x, area.y), room, says, model.look.style(Tone::Plain)) + 2;
    }
}
