//! The first steps of a new shop, as a checklist with the key of each, below the deliveries of today.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::reports::FirstStep;
use crate::tui::keymap::{Intent, KeyContext, Screen};
use crate::tui::model::Model;
use crate::tui::theme::Tone;
use crate::tui::widgets::cells;

/// Draws the checklist, if a step is left: what is done is left out where there is no room for it.
pub fn draw(model: &Model, area: Rect, buffer: &mut Buffer) {
    let morning = &model.morning;
    let Some(steps) = morning.first_steps.as_ref().filter(|steps| !steps.are_taken()) else {
        return;
    };
    if morning.another.is_some() || !morning.filter.typed.is_empty() {
        return;
    }
    let is_roomy = usize::from(area.height) > FirstStep::ALL.len();
    let [open, done, ..] = model.look.glyphs.stages;
    let mut lines = Vec::new();
    if is_roomy {
        lines.push((model.words.text("first-steps"), Tone::Title));
    }
    for step in FirstStep::ALL {
        let (mark, tone) = match steps.is_taken(step) {
            true if !is_roomy => continue,
            true => (done, Tone::Good),
            false => (open, Tone::Plain),
        };
        lines.push((format!("{mark} {}", in_words(model, step)), tone));
    }
    let room = area.width.saturating_sub(2);
    for (y, (line, tone)) in (area.y..area.bottom()).zip(&lines) {
        let line = cells::clip(line, room, model.look.glyphs.cut);
        cells::write(buffer, (area.x + 1, y), room, &line, model.look.style(*tone));
    }
}

/// Formats a step with its keys: `6 a  Add the products that you sell`.
fn in_words(model: &Model, step: FirstStep) -> String {
    let screen = |screen| model.keys.shown(KeyContext::Today, Intent::Show(screen));
    let on = |context, intent| model.keys.shown(context, intent);
    let (message, keys) = match step {
        FirstStep::Name => ("first-step-name", vec![on(KeyContext::Today, Intent::Rules)]),
        FirstStep::Products => (
            "first-step-products",
            vec![screen(Screen::Products), on(KeyContext::Products, Intent::AddProduct)],
        ),
        FirstStep::Customers => (
            "first-step-customers",
            vec![screen(Screen::Customers), on(KeyContext::Customers, Intent::AddCustomer)],
        ),
        FirstStep::Jars => (
            "first-step-jars",
            vec![
                screen(Screen::Customers),
                on(KeyContext::Customers, Intent::Open),
                on(KeyContext::Page, Intent::AddJar),
            ],
        ),
        FirstStep::Readings => (
            "first-step-readings",
            vec![screen(Screen::Customers), on(KeyContext::Customers, Intent::ReadJar)],
        ),
    };
    let currency = model.shop.currency.code().into();
    model.words.format(message, &[("key", keys.join(" ").into()), ("currency", currency)])
}
