//! The lists of the shop, one file a noun: their columns, the cells of a row, and what an empty one says.
//!
//! What they show is in [`super::model`], what moves in them in [`super::update`].

pub mod customer;
pub mod delivery;
pub mod follow_up;
pub mod jar;
pub mod product;
pub mod review;
pub mod spec;
pub mod tab;
mod week;

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::delivery::DeliveryStage;
use crate::domain::views::Goods;
use crate::domain::{Day, Money, Quantity};
use crate::reports::round::{RoundOutcome, Stop};
use crate::tui::keymap::Intent;
use crate::tui::model::{Filter, Model, Target};
use crate::tui::theme::Tone;
use crate::tui::widgets::cells;
use crate::tui::widgets::table::ListCell;

/// Goods in words: `rice 15 kg, oil 2 L`.
pub fn goods_in_words(model: &Model, goods: &[Goods]) -> String {
    let one = |goods: &Goods| {
        let quantity = model.words.quantity(goods.quantity, &goods.unit);
        format!("{} {}", cells::sanitized(goods.name.as_str()), cells::sanitized(quantity.as_str()))
    };
    goods.iter().map(one).collect::<Vec<_>>().join(&model.words.text("between-goods"))
}

/// How many stops there are of each kind, by its message, and what they get:
/// `6 stops, 2 to plan, 3 done, rice 85 kg`.
pub(super) fn stops_and_goods(model: &Model, stops: &[(&str, usize)], goods: &[Goods]) -> String {
    let words = &model.words;
    let stops = stops.iter().filter(|(_, count)| *count > 0);
    let stops = stops.map(|(key, count)| words.format(key, &[("count", (*count).into())]));
    let stops = stops.collect::<Vec<_>>().join(&words.text("between-goods"));
    match goods_in_words(model, goods) {
        goods if goods.is_empty() => stops,
        goods => {
            words.format("stops-and-goods", &[("stops", stops.into()), ("goods", goods.into())])
        }
    }
}

/// How many days late something is, with the bar that leads the eye to it.
pub(super) fn late_cell<'a>(model: &Model, days: i64) -> ListCell<'a> {
    if days <= 0 {
        return ListCell::default();
    }
    let days = model.words.format("late-days", &[("days", days.into())]);
    ListCell::new(format!("{}{days}", model.look.glyphs.bar), Tone::Late)
}

/// How far a stop has come: only proposed, late, promised, or what became of it.
pub(super) fn stage_cell<'a>(model: &Model, stop: &Stop) -> ListCell<'a> {
    let words = &model.words;
    let late = stop.late_days(model.today);
    if stop.is_proposed() {
        return ListCell::new(format!("  {}", words.text("proposed")), Tone::Quiet);
    }
    if stop.is_open() && late > 0 {
        return late_cell(model, late);
    }
    let [planned, done, missed, cancelled] = model.look.glyphs.stages;
    let stage = stop.outcome.as_ref().map_or(DeliveryStage::Planned, |outcome| outcome.stage);
    let (mark, tone) = match stage {
        DeliveryStage::Planned => (planned, Tone::Plain),
        DeliveryStage::Done => (done, Tone::Good),
        DeliveryStage::Missed => (missed, Tone::Due),
        DeliveryStage::Cancelled => (cancelled, Tone::Quiet),
    };
    ListCell::new(format!("{mark} {}", words.label(stage)), tone)
}

/// What was charged, or why nothing was brought.
pub(super) fn outcome_cell<'a>(model: &Model, outcome: &RoundOutcome) -> ListCell<'a> {
    match outcome.stage {
        DeliveryStage::Done => {
            let amount = model.words.money(outcome.charged);
            ListCell::new(model.words.format("charged", &[("amount", amount.into())]), Tone::Plain)
        }
        DeliveryStage::Planned | DeliveryStage::Missed | DeliveryStage::Cancelled => {
            ListCell::new(outcome.reason.clone(), Tone::Plain)
        }
    }
}

/// Says that a list is empty, where its first row would be.
pub fn say_nothing(model: &Model, inside: Rect, said: &str, buffer: &mut Buffer) {
    let room = inside.width.saturating_sub(2);
    if room > 0 && inside.height > 0 {
        let said = cells::clip(said, room, model.look.glyphs.cut);
        cells::write(buffer, (inside.x + 1, inside.y), room, &said, model.look.style(Tone::Quiet));
    }
}

/// Money, where there is any; credit says so.
pub fn money_cell<'a>(model: &Model, money: Money, tone: Tone) -> ListCell<'a> {
    if money.is_zero() {
        ListCell::default()
    } else {
        ListCell::new(model.words.money(money), tone)
    }
}

/// A bar for a part of a whole that would take `widest` cells; whatever is there can be seen.
pub(super) fn bar(model: &Model, part: i64, whole: i64, widest: u16) -> String {
    if part <= 0 || whole <= 0 {
        return String::new();
    }
    let cells = i128::from(part) * i128::from(widest) / i128::from(whole);
    let cells = usize::try_from(cells).unwrap_or(0).clamp(1, usize::from(widest.max(1)));
    model.look.glyphs.tenths.0.repeat(cells)
}

/// A day, marked by how near it is.
pub fn day_cell<'a>(model: &Model, day: Option<Day>) -> ListCell<'a> {
    match day {
        None => ListCell::default(),
        Some(day) => {
            let tone = match (day - model.today).num_days() {
                ..0 => Tone::Late,
                0..=2 => Tone::Due,
                _ => Tone::Plain,
            };
            ListCell::new(model.words.short_day(day), tone)
        }
    }
}

/// The glyph for how full a jar is that usually gets `usual`.
pub fn gauge_cell<'a>(
    model: &Model,
    level: Option<Quantity>,
    usual: Option<Quantity>,
) -> ListCell<'a> {
    let (Some(level), Some(usual)) = (level, usual.filter(|usual| usual.is_positive())) else {
        return ListCell::default();
    };
    let eighth = (level.thousandths().saturating_mul(8) / usual.thousandths()).clamp(0, 7);
    let glyph = usize::try_from(eighth).ok().and_then(|eighth| model.look.glyphs.gauge.get(eighth));
    let tone = if eighth == 0 { Tone::Late } else { Tone::Quiet };
    ListCell::new(glyph.copied().unwrap_or_default(), tone)
}

/// The filter behind the name of a list, while it is not being typed.
pub(super) fn filter_in_words(model: &Model, filter: &Filter) -> String {
    match filter.typed.text() {
        "" => String::new(),
        text => format!("{}{}", model.look.glyphs.prompt, cells::sanitized(text)),
    }
}

/// What an empty list says: that nothing was read yet is not said, it lasts a moment.
pub(super) fn empty(model: &Model, known: bool, filter: &Filter, nothing: &str) -> String {
    match (known, filter.typed.is_empty()) {
        (false, _) => model.words.text("still-reading"),
        (true, true) => model.words.text(nothing),
        (true, false) => model.words.text("nothing-found"),
    }
}

/// What a list says in which there is nothing yet: the key that puts the first thing in.
pub(super) fn empty_until(
    model: &Model,
    known: bool,
    filter: &Filter,
    (nothing, add): (&str, Intent),
) -> String {
    if !known || !filter.typed.is_empty() {
        return empty(model, known, filter, nothing);
    }
    let key = model.keys.shown(model.screen.place(), add);
    model.words.format(nothing, &[("key", key.into())])
}

/// A name, with a mark before it if its row is marked.
pub fn name_cell<'a>(
    model: &Model,
    name: impl Into<Cow<'a, str>>,
    subject: impl FnOnce() -> Target,
) -> ListCell<'a> {
    let name = name.into();
    if model.marks.has(model.screen, subject) {
        return ListCell::new(format!("{}{name}", model.look.glyphs.mark), Tone::Good);
    }
    ListCell::new(name, Tone::Name)
}

/// To one decimal: an estimate is not known better.
pub fn roughly(level: Quantity) -> Quantity {
    Quantity::from_thousandths(level.thousandths() / 100 * 100)
}

/// How many rows are marked, in words; nothing if none is.
pub fn marked_in_words(model: &Model) -> String {
    match model.marks.count(model.screen) {
        0 => String::new(),
        count => model.words.format("marked", &[("count", count.into())]),
    }
}

/// How many jars are used at another rate, and the key that lists them; nothing if none is.
pub(super) fn to_review(model: &Model) -> String {
    if model.changed == 0 {
        return String::new();
    }
    let key = model.keys.shown(model.screen.place(), Intent::Review);
    model.words.format("to-review", &[("count", model.changed.into()), ("key", key.into())])
}
