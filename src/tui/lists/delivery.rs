//! The round of a day in walking order, below its week and next to the goods to load.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::spec::{ListColumnSpec, ListRows, ListSpec};
use super::{
    empty_until, filter_in_words, goods_cell, money_cell, outcome_cell, stage_cell, stops_and_goods,
};
use crate::domain::Money;
use crate::reports::round::{Load, Stop};
use crate::tui::keymap::Intent;
use crate::tui::layout;
use crate::tui::model::Model;
use crate::tui::theme::Tone;
use crate::tui::widgets::panel::PanelFrame;
use crate::tui::widgets::table::{ListCell, ListColumn, ListTable};

/// The specification of the list.
const SPEC: ListSpec<Stop> = ListSpec { columns: COLUMNS, cells: stop_cells, indent: 0 };

#[rustfmt::skip]
const COLUMNS: &[ListColumnSpec] = &[
    ListColumnSpec::text("", (10, 14), 0),
    ListColumnSpec::text("column-area", (8, 12), 3),
    ListColumnSpec::text("column-name", (16, 24), 0),
    ListColumnSpec::text("column-goods", (16, 36), 0),
    ListColumnSpec::text("column-address", (10, 26), 4),
    ListColumnSpec::number("column-due", (8, 12), 1),
    ListColumnSpec::text("column-outcome", (10, 24), 2),
    ListColumnSpec::text("column-door", (8, 24), 5),
];

/// Draws the week, the stops and the goods to load.
pub fn draw(model: &Model, body: Rect, buffer: &mut Buffer) {
    let layout::RoundLayout { week, list, load } = layout::round(body);
    super::week::draw(model, week, buffer);
    stops(model, list, buffer);
    if !load.is_empty() {
        to_load(model, load, buffer);
    }
}

fn stops(model: &Model, area: Rect, buffer: &mut Buffer) {
    let round = &model.deliveries;
    let words = &model.words;
    let mut figures = vec![filter_in_words(model, &round.filter)];
    if round.whole {
        let count = |of: fn(&Stop) -> bool| round.rows.iter().filter(|stop| of(stop)).count();
        let stops = [
            ("stops", count(Stop::is_promised)),
            ("week-proposed", count(Stop::is_proposed)),
            ("week-done", count(Stop::is_done)),
        ];
        // The heading has the day beside it.
        let room = area.width.saturating_sub(34);
        figures.push(stops_and_goods(model, &stops, &round.load, room));
    }
    figures.retain(|figure| !figure.is_empty());
    let (due, tone) = match (round.due, round.charged) {
        // The amount due and the goods to load are known for the whole round only.
        _ if !round.whole => Default::default(),
        (due, _) if due.is_positive() => {
            (words.format("due-at-the-doors", &[("amount", words.money(due).into())]), Tone::Due)
        }
        (_, charged) if charged.is_positive() => {
            (words.format("charged", &[("amount", words.money(charged).into())]), Tone::Good)
        }
        _ => Default::default(),
    };
    let panel = PanelFrame {
        title: &words.format("round-of", &[("day", words.day(round.day).into())]),
        figures: &figures.join("  "),
        remark: (&due, tone),
        here: true,
        ..PanelFrame::default()
    };
    let said = empty_until(model, round.known, &round.filter, ("no-round", Intent::Bring));
    let rows = ListRows::of_list(&round.rows, area);
    SPEC.draw(model, &rows, (&panel, &said), area, buffer);
}

/// Calls a function with the table of the round as drawn in its area.
pub fn with_table<T>(model: &Model, area: Rect, f: impl FnOnce(&ListTable) -> T) -> T {
    let rows = ListRows::of_list(&model.deliveries.rows, area);
    SPEC.with_table(model, &rows, area, f)
}

fn stop_cells<'a>(model: &Model, stop: &'a Stop) -> Vec<ListCell<'a>> {
    let words = &model.words;
    // Proposed stops and closed ones are dimmer than promised ones that are still open.
    let tone = if stop.is_promised() { Tone::Plain } else { Tone::Quiet };
    let due = if stop.is_open() { stop.due } else { Money::ZERO };
    vec![
        if model.deliveries.is_marked(stop) {
            let mark = model.look.glyphs.mark;
            ListCell::new(format!("{mark} {}", words.text("proposed")), Tone::Good).figure()
        } else {
            stage_cell(model, stop)
        },
        ListCell::new(stop.who.area.as_str(), tone),
        ListCell::new(stop.who.name.as_str(), Tone::Name),
        goods_cell(model, stop, tone),
        ListCell::new(stop.who.address.as_str(), tone),
        money_cell(model, due, Tone::Due),
        stop.outcome.as_ref().map(|outcome| outcome_cell(model, outcome)).unwrap_or_default(),
        ListCell::new(stop.door_note.as_str(), Tone::Quiet),
    ]
}

fn to_load(model: &Model, area: Rect, buffer: &mut Buffer) {
    let round = &model.deliveries;
    // If nothing is left to bring, the panel shows the goods brought.
    let (title, goods) = match round.load.is_empty() && !round.brought.is_empty() {
        true => ("panel-brought", &round.brought),
        false => ("panel-load", &round.load),
    };
    let goods = if round.whole { goods.as_slice() } else { &[] };
    let panel = PanelFrame { title: &model.words.text(title), ..PanelFrame::default() };
    let inside = panel.draw(area, buffer, model.look);
    let rows: Vec<_> = (goods.iter())
        .map(|Load { goods, proposed }| {
            let quantity = |quantity| model.words.quantity(quantity, &goods.unit);
            vec![
                ListCell::new(goods.name.as_str(), Tone::Plain),
                ListCell::new(quantity(goods.quantity), Tone::Name),
                match proposed.is_zero() {
                    true => ListCell::default(),
                    false => {
                        let args = [("quantity", quantity(*proposed).into())];
                        ListCell::new(model.words.format("load-proposed", &args), Tone::Quiet)
                            .figure()
                    }
                },
            ]
        })
        .collect();
    let columns = [
        ListColumn::text("", (6, 30), 0),
        ListColumn::number("", (6, 12), 0),
        ListColumn::text("", (6, 24), 1),
    ];
    ListTable::whole(&columns, &rows).draw(inside, buffer, model.look);
}
