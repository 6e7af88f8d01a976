//! The lists of the shop, one file for each: their columns, the cells of a row, and the text of an
//! empty list.
//!
//! Their contents are in [`super::model`], their navigation in [`super::update`].

pub mod customer;
pub mod delivery;
pub mod follow_up;
pub mod jar;
pub mod product;
pub mod review;
pub mod skip;
pub mod spec;
pub mod tab;
mod week;

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::delivery::DeliveryStage;
use crate::domain::trust::TrustGrade;
use crate::domain::urgency::Urgency;
use crate::domain::views::Goods;
use crate::domain::{Day, Money, Quantity, StableName};
use crate::reports::round::{Load, RoundOutcome, Stop};
use crate::tui::keymap::Intent;
use crate::tui::model::{Filter, Model, Target};
use crate::tui::theme::Tone;
use crate::tui::widgets::cells;
use crate::tui::widgets::table::ListCell;

/// Formats goods as text: `rice 15 kg, oil 2 L`.
pub fn goods_in_words(model: &Model, goods: &[Goods]) -> String {
    let one = |goods: &Goods| {
        let quantity = model.words.quantity(goods.quantity, &goods.unit);
        format!("{} {}", cells::sanitized(goods.name.as_str()), cells::sanitized(quantity.as_str()))
    };
    goods.iter().map(one).collect::<Vec<_>>().join(&model.words.text("between-goods"))
}

/// Formats goods to load as text, with the part that is only proposed: `rice 85 kg (30 kg proposed)`.
pub fn load_in_words(model: &Model, load: &[Load]) -> String {
    let one = |load: &Load| cells::sanitized(model.words.load(load)).into_owned();
    load.iter().map(one).collect::<Vec<_>>().join(&model.words.text("between-goods"))
}

/// Formats the number of stops of each kind, given with its message key, and their goods: `6 stops,
/// 2 to plan, 3 done, rice 85 kg (30 kg proposed)`; without the proposed part where that is wider than `room`.
pub(super) fn stops_and_goods(
    model: &Model,
    stops: &[(&str, usize)],
    goods: &[Load],
    room: u16,
) -> String {
    let words = &model.words;
    let stops = stops.iter().filter(|(_, count)| *count > 0);
    let stops = stops.map(|(key, count)| words.format(key, &[("count", (*count).into())]));
    let stops = stops.collect::<Vec<_>>().join(&words.text("between-goods"));
    if goods.is_empty() {
        return stops;
    }
    let heading = |goods: &[Load]| {
        let goods = load_in_words(model, goods);
        words
            .format("stops-and-goods", &[("stops", stops.as_str().into()), ("goods", goods.into())])
    };
    let whole = heading(goods);
    if cells::width(&whole) <= room {
        return whole;
    }
    let in_all = goods.iter().map(|load| Load { proposed: Quantity::ZERO, ..load.clone() });
    heading(&in_all.collect::<Vec<_>>())
}

/// Returns the cell for a number of days late, with a bar for attention; empty if not late.
pub(super) fn late_cell<'a>(model: &Model, days: i64) -> ListCell<'a> {
    if days <= 0 {
        return ListCell::default();
    }
    let days = model.words.format("late-days", &[("days", days.into())]);
    ListCell::new(format!("{}{days}", model.look.glyphs.bar), Tone::Late).figure()
}

/// Returns the cell for the stage of a stop: proposed, late, promised, or its outcome.
pub(super) fn stage_cell<'a>(model: &Model, stop: &Stop) -> ListCell<'a> {
    let words = &model.words;
    if stop.is_open() {
        return open_stage_cell(model, stop);
    }
    let [planned, done, missed, cancelled] = model.look.glyphs.stages;
    let stage = stop.outcome.as_ref().map_or(DeliveryStage::Planned, |outcome| outcome.stage);
    let (mark, tone) = match stage {
        DeliveryStage::Planned => (planned, Tone::Plain),
        DeliveryStage::Done => (done, Tone::Good),
        DeliveryStage::Missed => (missed, Tone::Due),
        DeliveryStage::Cancelled => (cancelled, Tone::Quiet),
    };
    ListCell::new(format!("{mark} {}", words.label(stage)), tone).figure()
}

/// Returns the cell for the state of an open stop, with the mark of a planned one or that of a proposal.
fn open_stage_cell<'a>(model: &Model, stop: &Stop) -> ListCell<'a> {
    let (words, [planned, ..]) = (&model.words, model.look.glyphs.stages);
    let (text, tone) = match (stop.urgency, stop.is_promised()) {
        (Urgency::Late, _) => {
            let is_missed = stop.missed_its_day(model.today);
            let key = if is_missed { "stop-missed" } else { "late-days" };
            let days = stop.late_days(model.today);
            (words.format(key, &[("days", days.into())]), Tone::Late)
        }
        (Urgency::PlannedTooLate, _) => (words.text("stop-too-late"), Tone::Due),
        (Urgency::AtRisk, _) => (words.text("stop-at-risk"), Tone::Due),
        (Urgency::LookFirst, _) => (words.text("stop-look-first"), Tone::Due),
        (Urgency::WindowOpen, true) => (words.label(DeliveryStage::Planned), Tone::Plain),
        (Urgency::WindowOpen, false) => (words.text("proposed"), Tone::Quiet),
    };
    let bar = if stop.urgency == Urgency::Late { model.look.glyphs.bar } else { "" };
    let mark = if stop.is_promised() { planned } else { "+" };
    ListCell::new(format!("{bar}{mark} {text}"), tone).figure()
}

/// Returns the goods of a stop in words: which of them are less than usual, and which jars to look into
/// before anything is brought.
pub fn stop_goods_in_words(model: &Model, stop: &Stop) -> String {
    let words = &model.words;
    let smaller = |goods: String| match stop.smaller.is_empty() {
        true => goods,
        false => words.format("goods-smaller", &[("goods", goods.into())]),
    };
    let (goods, proposed) = match stop.is_proposed() {
        true => (smaller(goods_in_words(model, &stop.goods)), String::new()),
        false if stop.proposed.is_empty() => (goods_in_words(model, &stop.goods), String::new()),
        false => {
            let proposed = smaller(goods_in_words(model, &stop.proposed));
            let proposed = words.format("goods-proposed", &[("goods", proposed.into())]);
            (goods_in_words(model, &stop.goods), proposed)
        }
    };
    let names = stop.look_into.iter().map(|goods| cells::sanitized(&goods.name).into_owned());
    let names: Vec<String> = names.collect();
    let look = match names.as_slice() {
        [] => String::new(),
        names => words.format("goods-look", &[("goods", words.list(names).into())]),
    };
    let tickets: u32 = stop.goods.iter().chain(&stop.proposed).map(|goods| goods.tickets).sum();
    let tickets = match tickets {
        _ if !stop.is_open() => String::new(),
        0 => String::new(),
        count => words.format("goods-tickets", &[("count", count.into())]),
    };
    let parts = [goods, proposed, tickets, look].into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(&words.text("between-goods"))
}

/// Width up to which goods are never cut, in cells: a name gives way to a quantity.
const MAX_FIGURE: u16 = 16;

/// Returns the cell for the goods of a stop.
pub fn goods_cell<'a>(model: &Model, stop: &Stop, tone: Tone) -> ListCell<'a> {
    let goods = stop_goods_in_words(model, stop);
    let short = cells::width(&goods) <= MAX_FIGURE;
    let goods = ListCell::new(goods, tone);
    if short { goods.figure() } else { goods }
}

/// Returns the cell for the amount charged, or for the reason why nothing was brought.
pub(super) fn outcome_cell<'a>(model: &Model, outcome: &RoundOutcome) -> ListCell<'a> {
    match outcome.stage {
        DeliveryStage::Done => {
            let amount = model.words.money(outcome.charged);
            ListCell::new(model.words.format("charged", &[("amount", amount.into())]), Tone::Plain)
                .figure()
        }
        DeliveryStage::Planned | DeliveryStage::Missed | DeliveryStage::Cancelled => {
            ListCell::new(outcome.reason.clone(), Tone::Plain)
        }
    }
}

/// Draws the text of an empty list in the place of its first row.
pub fn say_nothing(model: &Model, inside: Rect, said: &str, buffer: &mut Buffer) {
    let room = inside.width.saturating_sub(2);
    if room > 0 && inside.height > 0 {
        let said = cells::clip(said, room, model.look.glyphs.cut);
        cells::write(buffer, (inside.x + 1, inside.y), room, &said, model.look.style(Tone::Quiet));
    }
}

/// Returns the cell of a trust grade; the worst stands out.
pub fn trust_cell(trust: Option<TrustGrade>) -> ListCell<'static> {
    let tone = match trust {
        Some(TrustGrade::D) => Tone::Late,
        Some(TrustGrade::A | TrustGrade::B | TrustGrade::C) | None => Tone::Quiet,
    };
    ListCell::new(trust.map_or("", StableName::key), tone)
}

/// Returns the cell for an amount of money; empty if it is zero.
pub fn money_cell<'a>(model: &Model, money: Money, tone: Tone) -> ListCell<'a> {
    if money.is_zero() {
        ListCell::default()
    } else {
        ListCell::new(model.words.money(money), tone).figure()
    }
}

/// Returns a bar for a part of a whole that would take `widest` cells; a positive part has at least
/// one cell.
pub(super) fn bar(model: &Model, part: i64, whole: i64, widest: u16) -> String {
    if part <= 0 || whole <= 0 {
        return String::new();
    }
    let cells = i128::from(part) * i128::from(widest) / i128::from(whole);
    let cells = usize::try_from(cells).unwrap_or(0).clamp(1, usize::from(widest.max(1)));
    model.look.glyphs.tenths.0.repeat(cells)
}

/// Returns the cell for a day, colored by how near it is.
pub fn day_cell<'a>(model: &Model, day: Option<Day>) -> ListCell<'a> {
    match day {
        None => ListCell::default(),
        Some(day) => {
            let tone = match (day - model.today).num_days() {
                ..0 => Tone::Late,
                0..=2 => Tone::Due,
                _ => Tone::Plain,
            };
            ListCell::new(model.words.day_near(day, model.today), tone).figure()
        }
    }
}

/// Returns the cell with the gauge of a jar at `level`, relative to its usual quantity.
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

/// Formats the filter for display after the name of a list; empty if there is no filter.
pub(super) fn filter_in_words(model: &Model, filter: &Filter) -> String {
    match filter.typed.text() {
        "" => String::new(),
        text => format!("{}{}", model.look.glyphs.prompt, cells::sanitized(text)),
    }
}

/// Returns the text of an empty list, according to whether it was read yet and is filtered.
pub(super) fn empty(model: &Model, known: bool, filter: &Filter, nothing: &str) -> String {
    match (known, filter.typed.is_empty()) {
        (false, _) => model.words.text("still-reading"),
        (true, true) => model.words.text(nothing),
        (true, false) => model.words.text("nothing-found"),
    }
}

/// Returns the text of a list that never had a row: it names the key that adds the first one.
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

/// Returns the cell for a name, with a mark before it if its row is marked.
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

/// Rounds a level down to one decimal, since an estimate is no more precise.
pub fn roughly(level: Quantity) -> Quantity {
    Quantity::from_thousandths(level.thousandths() / 100 * 100)
}

/// Formats the number of marked rows; empty if no row is marked.
pub fn marked_in_words(model: &Model) -> String {
    match model.marks.count(model.screen) {
        0 => String::new(),
        count => model.words.format("marked", &[("count", count.into())]),
    }
}

/// Formats the number of jars whose rate changed and the key that lists them; empty if there is
/// none.
pub(super) fn to_review(model: &Model) -> String {
    if model.changed == 0 {
        return String::new();
    }
    let key = model.keys.shown(model.screen.place(), Intent::Review);
    model.words.format("to-review", &[("count", model.changed.into()), ("key", key.into())])
}
