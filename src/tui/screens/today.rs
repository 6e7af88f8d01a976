//! The screen of today: deliveries, debts to collect, and follow-ups, the late ones first.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::first_steps;
use crate::domain::day::DaysOff;
use crate::domain::views::{FollowUpRow, TabRow};
use crate::reports::round::Stop;
use crate::tui::input::KeyPress;
use crate::tui::keymap::{Intent, KeyContext};
use crate::tui::layout;
use crate::tui::lists::{
    day_cell, empty, filter_in_words, gauge_cell, goods_cell, marked_in_words, money_cell,
    name_cell, outcome_cell, roughly, say_nothing, stage_cell, stops_and_goods, to_review,
    trust_cell,
};
use crate::tui::model::{Model, Target, TodayPanel, distinct_areas};
use crate::tui::theme::Tone;
use crate::tui::widgets::panel;
use crate::tui::widgets::table::{ListCell, ListColumn, ListTable};
use chrono::Days;

/// Draws the three panels.
pub fn draw(model: &Model, body: Rect, buffer: &mut Buffer) {
    let morning = &model.morning;
    let places = layout::morning(body, morning.counts(), morning.panel);
    deliver(model, places.deliver, buffer);
    collect(model, places.collect, buffer);
    look_after(model, places.look_after, buffer);
}

#[rustfmt::skip]
const DELIVER: [ListColumn; 10] = [
    ListColumn::text("", (10, 14), 0),
    ListColumn::text("", (8, 12), 3),
    ListColumn::text("", (16, 24), 0),
    ListColumn::text("", (6, 8), 5),
    // The goods matter more than the code, and the width is enough for two kinds.
    ListColumn::text("", (16, 36), 0),
    ListColumn::text("", (1, 1), 4),
    ListColumn::number("", (8, 12), 6),
    ListColumn::text("", (12, 24), 2),
    ListColumn::text("", (10, 14), 1),
    ListColumn::text("", (8, 24), 7),
];

#[rustfmt::skip]
const COLLECT: [ListColumn; 7] = [
    ListColumn::text("", (1, 1), 0),
    ListColumn::text("", (10, 24), 0),
    ListColumn::text("", (6, 8), 2),
    ListColumn::number("", (8, 14), 0),
    ListColumn::text("", (10, 20), 1),
    ListColumn::text("", (9, 12), 3),
    ListColumn::text("", (1, 1), 2),
];

#[rustfmt::skip]
const LOOK_AFTER: [ListColumn; 4] = [
    ListColumn::text("", (1, 1), 0),
    ListColumn::text("", (10, 24), 0),
    ListColumn::text("", (6, 8), 1),
    ListColumn::text("", (16, 60), 0),
];

fn deliver(model: &Model, area: Rect, buffer: &mut Buffer) {
    let morning = &model.morning;
    let words = &model.words;
    let mut figures = vec![filter_in_words(model, &morning.filter)];
    figures.extend(model.shop.day_off(model.shown_day()).map(|holiday| words.day_off(holiday)));
    if morning.whole {
        let count = |of: fn(&Stop) -> bool| morning.deliver.iter().filter(|stop| of(stop)).count();
        let stops = [("stops", count(Stop::is_open)), ("week-done", count(Stop::is_done))];
        // The goods to load are known for the whole round only.
        let all = morning.filter.typed.is_empty();
        let load = if all { morning.load.as_slice() } else { &[] };
        figures.push(stops_and_goods(model, &stops, load, area.width.saturating_sub(14)));
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
        short => words.format("short", &[("products", words.list(short).into())]),
    };
    let panel = panel::PanelFrame {
        title: &words.text("panel-deliver"),
        figures: &with_marks(model, TodayPanel::Deliver, figures.join("  ")),
        warning: (&short, Tone::Due),
        remark: (&could_join(model), Tone::Good),
        here: morning.panel == TodayPanel::Deliver,
        among: true,
    };
    let nothing = match (morning.whole, morning.another) {
        (false, _) => "still-reading",
        (true, None) => "nothing-to-deliver",
        (true, Some(_)) => "nothing-on-that-day",
    };
    rows(model, (&panel, TodayPanel::Deliver), (morning.known, nothing), area, buffer);
}

/// Formats the number of customers who could join today's rounds, their areas, and the key that
/// adds them: `i: 3 more could join 竹巷 today`.
fn could_join(model: &Model) -> String {
    let morning = &model.morning;
    if morning.could_join.is_empty() || morning.another.is_some() {
        return String::new();
    }
    let words = &model.words;
    let areas = distinct_areas(&morning.could_join);
    let areas = match areas.as_slice() {
        few @ ([_] | [_, _]) => few.join(&words.text("between-goods")),
        many => words.format("areas", &[("count", many.len().into())]),
    };
    let mut join =
        model.keys.of(KeyContext::Today).filter(|binding| binding.intent == Intent::Join);
    let key = join.find_map(|binding| binding.keys.first()).map(KeyPress::to_string);
    let args = [
        ("count", morning.could_join.len().into()),
        ("areas", areas.into()),
        ("key", key.unwrap_or_default().into()),
    ];
    words.format("could-join", &args)
}

fn stop_cells<'a>(model: &Model, stop: &'a Stop) -> Vec<ListCell<'a>> {
    let words = &model.words;
    // Proposed stops and closed ones are dimmer than planned ones that are still open.
    let tone = if stop.is_promised() { Tone::Plain } else { Tone::Quiet };
    let is_empty = stop.is_empty_on(model.today);
    // The level is that of the jar that runs out first.
    let goods = || stop.goods.iter().chain(&stop.proposed).chain(&stop.look_into);
    let of_jar = goods().find(|goods| Some(goods.product) == stop.first_jar);
    let of_jar = of_jar.or_else(|| goods().next());
    let usual = of_jar.map(|goods| goods.quantity);
    let unit = of_jar.map(|goods| goods.unit.clone()).unwrap_or_default();
    let owes = match (stop.due, stop.balance) {
        (due, _) if due.is_positive() && stop.is_open() => ListCell::new(
            words.format("stop-due", &[("amount", words.money(due).into())]),
            Tone::Due,
        )
        .figure(),
        (_, balance) if balance.is_positive() => ListCell::new(
            words.format("owes", &[("amount", words.money(balance).into())]),
            Tone::Quiet,
        )
        .figure(),
        _ => ListCell::default(),
    };
    vec![
        stage_cell(model, stop),
        ListCell::new(stop.who.area.clone(), tone),
        if is_empty {
            name_cell(model, format!("! {}", stop.who.name), || Target::of_stop(stop)).late()
        } else {
            name_cell(model, &stop.who.name, || Target::of_stop(stop))
        },
        ListCell::new(stop.who.code.clone(), Tone::Quiet),
        goods_cell(model, stop, tone),
        gauge_cell(model, stop.level, usual),
        ListCell::new(
            stop.level.map(|level| words.quantity(roughly(level), &unit)).unwrap_or_default(),
            Tone::Quiet,
        ),
        match (&stop.outcome, stop.runs_out) {
            (Some(outcome), _) => outcome_cell(model, outcome),
            (None, _) if stop.is_for_later(model.shown_day()) => {
                let day = words.short_day(stop.day);
                ListCell::new(words.format("planned-on", &[("day", day.into())]), Tone::Due)
                    .figure()
            }
            (None, Some(day)) => {
                let tone = if is_empty { Tone::Late } else { Tone::Plain };
                let day = words.short_day(day);
                ListCell::new(words.format("empty-on", &[("day", day.into())]), tone).figure()
            }
            (None, None) => ListCell::default(),
        },
        owes,
        match stop.away {
            Some(away) => ListCell::new(words.stop_away(away), Tone::Due),
            None => ListCell::new(stop.door_note.clone(), Tone::Quiet),
        },
    ]
}

/// Puts the number of marked rows before the figures of the panel that has the focus.
fn with_marks(model: &Model, panel: TodayPanel, figures: String) -> String {
    match marked_in_words(model) {
        marked if marked.is_empty() || model.morning.panel != panel => figures,
        marked => format!("{marked}  {figures}"),
    }
}

fn collect(model: &Model, area: Rect, buffer: &mut Buffer) {
    let morning = &model.morning;
    let words = &model.words;
    let owed = morning.owed.filter(|owed| owed.tabs > 0 && morning.has_sums());
    let figures = owed.map_or_else(String::new, |owed| {
        let amount = words.money(owed.due);
        words.format("collections", &[("count", owed.tabs.into()), ("amount", amount.into())])
    });
    let panel = panel::PanelFrame {
        title: &words.text("panel-collect"),
        figures: &with_marks(model, TodayPanel::Collect, figures),
        here: morning.panel == TodayPanel::Collect,
        among: true,
        ..panel::PanelFrame::default()
    };
    let collect = &morning.collect;
    // Computing the tabs of another day takes a while in a large shop.
    let said = match (collect.known, collect.list.on) {
        (false, Some(_)) => (true, "still-reading"),
        (known, _) => (known, on_that_day(model, "nothing-to-collect")),
    };
    rows(model, (&panel, TodayPanel::Collect), said, area, buffer);
}

fn owing_cells<'a>(model: &Model, one: &'a TabRow, days_off: &DaysOff) -> Vec<ListCell<'a>> {
    let words = &model.words;
    let late = one.late_days(model.shown_day());
    let (when, tone) = match late {
        _ if let Some(promise) = one.promise_on(model.shown_day()) => {
            (words.promise_day(promise), if late > 0 { Tone::Late } else { Tone::Quiet })
        }
        0 if model.morning.another.is_some() => (words.text("payday-then"), Tone::Due),
        0 => (words.text("payday-today"), Tone::Due),
        late => (words.format("late-days", &[("days", late.into())]), Tone::Late),
    };
    let owing = || Target::of_owing(one, one.standing.due_on(model.today));
    vec![
        ListCell::new(if late > 0 { model.look.glyphs.bar } else { "" }, Tone::Late),
        match one.has_complaint {
            true => name_cell(model, format!("! {}", one.who.name), owing),
            false => name_cell(model, &one.who.name, owing),
        },
        ListCell::new(one.who.code.as_str(), Tone::Quiet),
        money_cell(model, one.standing.due_on(model.shown_day()), tone),
        ListCell::new(when, tone).figure(),
        ListCell::new(paydays_missed(model, one, days_off), Tone::Quiet).figure(),
        trust_cell(one.trust),
    ]
}

/// Returns how many paydays have passed without payment; nothing for fewer than two, of which the days tell.
fn paydays_missed(model: &Model, one: &TabRow, days_off: &DaysOff) -> String {
    let grace = Days::new(model.shop.grace_days.into());
    match u32::try_from(one.late_paydays(model.shown_day(), grace, days_off)) {
        Ok(..=1) => String::new(),
        missed => {
            model.words.format("paydays-missed", &[("count", missed.unwrap_or(u32::MAX).into())])
        }
    }
}

fn look_after(model: &Model, area: Rect, buffer: &mut Buffer) {
    let morning = &model.morning;
    let count = morning.to_look_after.filter(|count| *count > 0 && morning.has_sums());
    let figures = count.map(|count| count.to_string()).unwrap_or_default();
    let review = if morning.has_sums() { to_review(model) } else { String::new() };
    let panel = panel::PanelFrame {
        title: &model.words.text("panel-look-after"),
        figures: &with_marks(model, TodayPanel::LookAfter, figures),
        remark: (&review, Tone::Due),
        here: morning.panel == TodayPanel::LookAfter,
        among: true,
        ..panel::PanelFrame::default()
    };
    let list = &morning.look_after;
    let said = (list.known, on_that_day(model, "nobody-to-look-after"));
    rows(model, (&panel, TodayPanel::LookAfter), said, area, buffer);
}

fn follow_up_cells<'a>(model: &Model, one: &'a FollowUpRow) -> Vec<ListCell<'a>> {
    let late = one.follow_up.due_on < model.shown_day();
    vec![
        ListCell::new(if late { model.look.glyphs.bar } else { "" }, Tone::Late),
        name_cell(model, &one.who.name, || Target::of_follow_up(one)),
        day_cell(model, Some(one.follow_up.due_on)),
        ListCell::new(crate::tui::lists::follow_up::what_with_mood(model, one), Tone::Plain),
    ]
}

/// Returns the message key for a list without rows: that of today, or that of any other day.
fn on_that_day<'a>(model: &Model, today: &'a str) -> &'a str {
    if model.morning.another.is_some() { "nothing-on-that-day" } else { today }
}

/// Draws a panel with its rows, or with a sentence if there are none.
fn rows(
    model: &Model,
    (frame, panel): (&panel::PanelFrame, TodayPanel),
    (known, nothing): (bool, &str),
    area: Rect,
    buffer: &mut Buffer,
) {
    let inside = frame.draw(area, buffer, model.look);
    if model.morning.count(panel) == 0 {
        let said = empty(model, known, &model.morning.filter, nothing);
        say_nothing(model, inside, &said, buffer);
    } else {
        with_table(model, panel, area, |table| table.draw(inside, buffer, model.look));
    }
    if panel == TodayPanel::Deliver {
        // Below the rows and an empty line.
        let rows = u16::try_from(model.morning.count(panel).max(1)).unwrap_or(u16::MAX);
        let taken = rows.saturating_add(1).min(inside.height);
        let below = Rect { y: inside.y + taken, height: inside.height - taken, ..inside };
        first_steps::draw(model, below, buffer);
    }
}

/// Calls a function with the table of a panel as drawn in its area, and returns its result. Only
/// visible rows and those around them, which keep the column widths steady, are formatted.
pub fn with_table<T>(
    model: &Model,
    panel: TodayPanel,
    area: Rect,
    job: impl FnOnce(&ListTable) -> T,
) -> T {
    let morning = &model.morning;
    let page = usize::from(layout::inside(area).height);
    let (columns, rows, first): (&[ListColumn], Vec<_>, _) = match panel {
        TodayPanel::Deliver => {
            let first = morning.deliver.scroll.top.saturating_sub(page);
            let stops = morning.deliver.iter().skip(first).take(3 * page);
            (&DELIVER, stops.map(|stop| stop_cells(model, stop)).collect(), first)
        }
        TodayPanel::Collect => {
            let (rows, first) = morning.collect.visible_slice(page);
            let days_off = model.shop.days_off();
            let cells = rows.iter().map(|row| owing_cells(model, row, &days_off));
            (&COLLECT, cells.collect(), first)
        }
        TodayPanel::LookAfter => {
            let (rows, first) = morning.look_after.visible_slice(page);
            (&LOOK_AFTER, rows.iter().map(|row| follow_up_cells(model, row)).collect(), first)
        }
    };
    let scroll = morning.scroll(panel);
    job(&ListTable {
        columns,
        rows: &rows,
        top: scroll.top - first,
        selected: (morning.panel == panel).then_some(scroll.at - first),
        titles: false,
        indent: 0,
        column_widths: scroll.column_widths,
    })
}
