//! The morning: what to deliver, what to collect, whom to look after, the late ones first.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{
    day_cell, done_in_words, empty, filter_in_words, gauge_cell, goods_in_words, late_cell,
    money_cell, outcome_cell, say_nothing, stage_cell, stops_and_goods,
};
use crate::domain::rows::FollowUpRow;
use crate::reports::round::Stop;
use crate::reports::today::Collection;
use crate::tui::layout;
use crate::tui::model::{About, Model, Panel, Rows};
use crate::tui::theme::Tone;
use crate::tui::widgets::panel;
use crate::tui::widgets::table::{Align, Cell, Column, Table};

/// Draws the three panels.
pub fn draw(model: &Model, body: Rect, buffer: &mut Buffer) {
    let morning = &model.morning;
    let places = layout::morning(body, morning.counts(), morning.panel);
    deliver(model, places.deliver, buffer);
    collect(model, places.collect, buffer);
    look_after(model, places.look_after, buffer);
}

const fn left(cells: (u16, u16), leaves: u8) -> Column<'static> {
    Column { title: "", cells, align: Align::Left, leaves }
}

const fn right(cells: (u16, u16), leaves: u8) -> Column<'static> {
    Column { title: "", cells, align: Align::Right, leaves }
}

fn deliver(model: &Model, area: Rect, buffer: &mut Buffer) {
    let morning = &model.morning;
    let words = &model.words;
    let mut figures = vec![filter_in_words(model, &morning.filter)];
    if morning.whole {
        let open = morning.deliver.iter().filter(|stop| stop.is_open()).count();
        let stops = words.tell("stops", &[("count", open.into())]);
        // What is to be loaded is known for the whole round only.
        figures.push(match open {
            0 => String::new(),
            _ if morning.filter.typed.is_empty() => stops_and_goods(model, stops, &morning.load),
            _ => stops,
        });
        figures.push(done_in_words(model, morning.deliver.iter()));
    }
    figures.retain(|figure| !figure.is_empty());
    let short: Vec<String> = (morning.short.iter().filter(|_| morning.whole))
        .map(|short| {
            let stock = words.quantity(short.stock.quantity, &short.stock.unit);
            format!("{} {stock}", short.stock.name)
        })
        .collect();
    let short = match short.as_slice() {
        [] => String::new(),
        short => words.tell("short", &[("products", short.join(", ").into())]),
    };
    let panel = panel::Panel {
        title: &words.say("panel-deliver"),
        figures: &figures.join("  "),
        remark: (&short, Tone::Due),
        here: morning.panel == Panel::Deliver,
    };
    let columns = [
        left((14, 14), 0),
        left((8, 12), 3),
        left((10, 18), 0),
        left((6, 6), 5),
        left((14, 30), 0),
        left((1, 1), 4),
        right((12, 12), 6),
        left((16, 16), 1),
        left((14, 14), 2),
        left((8, 24), 7),
    ];
    let row = |stop: &Stop| stop_cells(model, stop);
    rows(model, &panel, (&morning.deliver, "nothing-to-deliver"), &columns, row, area, buffer);
}

fn stop_cells(model: &Model, stop: &Stop) -> Vec<Cell<'static>> {
    let words = &model.words;
    // Everything that is open on the list of today is to be brought, whether it was promised or not.
    let stage = if stop.is_open() && model.morning.another.is_none() {
        late_cell(model, stop.late_days(model.today))
    } else {
        stage_cell(model, stop)
    };
    let tone = if stop.is_open() { Tone::Plain } else { Tone::Quiet };
    let usual = stop.goods.first().map(|goods| goods.quantity);
    let unit = stop.goods.first().map(|goods| goods.unit.clone()).unwrap_or_default();
    let owes = match (stop.due, stop.balance) {
        (due, _) if due.is_positive() && stop.is_open() => {
            Cell::new(words.tell("owes", &[("amount", words.money(due).into())]), Tone::Due)
        }
        (_, balance) if balance.is_positive() => {
            Cell::new(words.tell("owes", &[("amount", words.money(balance).into())]), Tone::Quiet)
        }
        _ => Cell::default(),
    };
    vec![
        stage,
        Cell::new(stop.who.area.clone(), tone),
        Cell::new(stop.who.name.clone(), Tone::Name),
        Cell::new(stop.who.code.clone(), Tone::Quiet),
        Cell::new(goods_in_words(model, &stop.goods), tone),
        gauge_cell(model, stop.level, usual),
        Cell::new(
            stop.level.map(|level| words.quantity(rounded(level), &unit)).unwrap_or_default(),
            Tone::Quiet,
        ),
        match (&stop.outcome, stop.runs_out) {
            (Some(outcome), _) => outcome_cell(model, outcome),
            (None, Some(day)) => {
                let tone = if day <= model.today { Tone::Late } else { Tone::Plain };
                let day = words.short_day(day);
                Cell::new(words.tell("empty-on", &[("day", day.into())]), tone)
            }
            (None, None) => Cell::default(),
        },
        owes,
        Cell::new(stop.door_note.clone(), Tone::Quiet),
    ]
}

/// To one decimal: an estimate is not known better.
fn rounded(level: crate::domain::Quantity) -> crate::domain::Quantity {
    crate::domain::Quantity::from_thousandths(level.thousandths() / 100 * 100)
}

fn collect(model: &Model, area: Rect, buffer: &mut Buffer) {
    let morning = &model.morning;
    let words = &model.words;
    let due = morning.collect.iter().map(|one| one.due).sum();
    let figures = match morning.collect.len() {
        0 => String::new(),
        _ if !morning.whole => String::new(),
        count => words
            .tell("collections", &[("count", count.into()), ("amount", words.money(due).into())]),
    };
    let panel = panel::Panel {
        title: &words.say("panel-collect"),
        figures: &figures,
        here: morning.panel == Panel::Collect,
        ..panel::Panel::default()
    };
    let columns = [
        left((1, 1), 0),
        left((12, 18), 0),
        left((6, 6), 2),
        right((14, 14), 0),
        left((24, 24), 1),
    ];
    let row = |one: &Collection| {
        let late = one.late_days(model.shown_day());
        let (when, tone) = match late {
            0 if morning.another.is_some() => (words.say("payday-then"), Tone::Due),
            0 => (words.say("payday-today"), Tone::Due),
            late => (words.tell("late-days", &[("days", late.into())]), Tone::Late),
        };
        vec![
            Cell::new(if late > 0 { model.look.glyphs.bar } else { "" }, Tone::Late),
            Cell::new(one.owing.who.name.clone(), Tone::Name),
            Cell::new(one.owing.who.code.clone(), Tone::Quiet),
            money_cell(model, one.due, tone),
            Cell::new(when, tone),
        ]
    };
    rows(model, &panel, (&morning.collect, "nothing-to-collect"), &columns, row, area, buffer);
}

fn look_after(model: &Model, area: Rect, buffer: &mut Buffer) {
    let morning = &model.morning;
    let count = morning.look_after.len();
    let panel = panel::Panel {
        title: &model.words.say("panel-look-after"),
        figures: &if count == 0 || !morning.whole { String::new() } else { count.to_string() },
        here: morning.panel == Panel::LookAfter,
        ..panel::Panel::default()
    };
    let columns = [left((1, 1), 0), left((8, 14), 0), left((8, 8), 1), left((20, 60), 0)];
    let row = |one: &FollowUpRow| {
        let late = one.follow_up.due_on < model.shown_day();
        vec![
            Cell::new(if late { model.look.glyphs.bar } else { "" }, Tone::Late),
            Cell::new(one.who.name.clone(), Tone::Name),
            day_cell(model, Some(one.follow_up.due_on)),
            Cell::new(super::follow_ups::what(model, one), Tone::Plain),
        ]
    };
    rows(model, &panel, (&morning.look_after, "nobody-to-look-after"), &columns, row, area, buffer);
}

/// Draws a panel with its rows, or with the sentence for none.
fn rows<T: About>(
    model: &Model,
    panel: &panel::Panel,
    (list, nothing): (&Rows<T>, &str),
    columns: &[Column],
    row: impl Fn(&T) -> Vec<Cell<'static>>,
    area: Rect,
    buffer: &mut Buffer,
) {
    let inside = panel.draw(area, buffer, model.look);
    if list.is_empty() {
        let morning = &model.morning;
        let nothing = if morning.another.is_some() { "nothing-on-that-day" } else { nothing };
        let said = empty(model, morning.known, &morning.filter, nothing);
        say_nothing(model, inside, &said, buffer);
        return;
    }
    // Rows that cannot be seen are not even put into words; those around them keep columns steady.
    let page = usize::from(inside.height);
    let first = list.scroll.top.saturating_sub(page);
    let rows: Vec<_> = list.iter().skip(first).take(3 * page).map(row).collect();
    let table = Table {
        columns,
        rows: &rows,
        top: list.scroll.top - first,
        selected: panel.here.then_some(list.scroll.at - first),
        titles: false,
        indent: 0,
    };
    table.draw(inside, buffer, model.look);
}
