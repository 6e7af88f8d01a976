//! Open tabs: the late amount and since when, and the total owed by age.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::spec::{ListColumnSpec, ListRows, ListSpec};
use super::{
    bar, day_cell, empty_until, filter_in_words, late_cell, marked_in_words, money_cell, name_cell,
    trust_cell,
};
use crate::domain::Money;
use crate::domain::query::TabBy;
use crate::domain::tab::Ageing;
use crate::domain::views::TabRow;
use crate::tui::keymap::Intent;
use crate::tui::layout;
use crate::tui::model::{Model, Target};
use crate::tui::theme::Tone;
use crate::tui::widgets::cells;
use crate::tui::widgets::panel::PanelFrame;
use crate::tui::widgets::table::{ListCell, ListColumn, ListTable};

/// The specification of the list.
pub const SPEC: ListSpec<TabRow, TabBy> =
    ListSpec { columns: COLUMNS, cells: row_cells, indent: 0 };

#[rustfmt::skip]
const COLUMNS: &[ListColumnSpec<TabBy>] = &[
    // The lateness follows from the due day, whose column shows the sort mark.
    ListColumnSpec::text("", (15, 20), 1).sorted(TabBy::DueDay),
    ListColumnSpec::text("column-name", (14, 28), 0).sorted(TabBy::Name),
    ListColumnSpec::number("column-balance", (8, 14), 0).sorted(TabBy::Balance),
    ListColumnSpec::number("column-due", (8, 14), 2),
    ListColumnSpec::text("column-due-day", (6, 10), 3).sorted(TabBy::DueDay),
    ListColumnSpec::text("column-ages", (9, 9), 4),
    ListColumnSpec::text("column-payday", (10, 22), 5).sorted(TabBy::Payday),
    ListColumnSpec::text("column-area", (8, 12), 6).sorted(TabBy::Area),
    ListColumnSpec::text("column-phone", (14, 18), 8),
    ListColumnSpec::text("column-trust", (5, 6), 7),
];

/// Draws the list and the total owed by age.
pub fn draw(model: &Model, body: Rect, buffer: &mut Buffer) {
    let (list, ages) = layout::owing(body);
    owing(model, list, buffer);
    if ages.is_empty() {
        return;
    }
    let words = &model.words;
    let board = layout::ages(ages);
    let credit = model.tabs.owed.map(|owed| owed.credit).filter(|credit| credit.is_positive());
    let ahead = match (board, credit) {
        (Some(_), Some(credit)) => format!("{} {}", words.money(credit), words.text("age-credit")),
        _ => String::new(),
    };
    let panel =
        PanelFrame { title: &words.text("panel-ages"), figures: &ahead, ..PanelFrame::default() };
    let inside = panel.draw(ages, buffer, model.look);
    match (model.tabs.owed, board) {
        (Some(owed), Some(places)) => board_of_ages(model, owed.ageing, places, buffer),
        (Some(owed), None) => by_age(model, owed.ageing, Some(owed.credit), inside, buffer),
        (None, _) => {}
    }
}

/// Draws the amounts owed by age side by side: the age, the amount, and a bar for its share of the
/// whole.
fn board_of_ages(model: &Model, ageing: Ageing, places: [Rect; 5], buffer: &mut Buffer) {
    for (((name, tone), part), place) in AGES.into_iter().zip(ageing.parts()).zip(places) {
        // The cell before aligns them with the list, the last one separates them.
        let room = place.width.saturating_sub(2);
        let bar = bar(model, part.minor(), ageing.total().minor(), room);
        let rows = [
            (model.words.text(name), Tone::Plain),
            (model.words.money(part), Tone::Name),
            (bar, tone),
        ];
        for (y, (text, tone)) in (place.y..place.bottom()).zip(rows) {
            let text = cells::clip(&text, room, model.look.glyphs.cut);
            cells::write(buffer, (place.x + 1, y), room, &text, model.look.style(tone));
        }
    }
}

/// The ages of a debt, each with its tone.
const AGES: [(&str, Tone); 5] = [
    ("age-not-due", Tone::Good),
    ("age-1-7", Tone::Due),
    ("age-8-30", Tone::Due),
    ("age-31-60", Tone::Late),
    ("age-61", Tone::Late),
];

fn owing(model: &Model, area: Rect, buffer: &mut Buffer) {
    let (tabs, words) = (&model.tabs, &model.words);
    let mut figures = vec![marked_in_words(model), filter_in_words(model, &tabs.filter)];
    // The total owed is not shown while a filter hides some of the tabs.
    let owed = tabs.owed.filter(|owed| owed.tabs > 0 && tabs.filter.typed.is_empty());
    if let Some(owed) = owed {
        let total = words.money(owed.ageing.total());
        figures.push(
            words.format("tabs-and-owed", &[("count", owed.tabs.into()), ("amount", total.into())]),
        );
    }
    figures.retain(|figure| !figure.is_empty());
    let late = match owed.map(|owed| owed.ageing.late()) {
        Some(late) if late.is_positive() => {
            words.format("statement-late", &[("amount", words.money(late).into())])
        }
        Some(_) | None => String::new(),
    };
    let panel = PanelFrame {
        title: &words.text("screen-tabs"),
        figures: &figures.join("  "),
        remark: (&late, Tone::Late),
        here: true,
        ..PanelFrame::default()
    };
    let first = ("nobody-owes", Intent::Entry);
    let said = empty_until(model, tabs.window.known, &tabs.filter, first);
    SPEC.draw(model, &rows(model, area), (&panel, &said), area, buffer);
}

/// Calls a function with the table as drawn in its area.
pub fn with_table<T>(model: &Model, area: Rect, f: impl FnOnce(&ListTable) -> T) -> T {
    SPEC.with_table(model, &rows(model, area), area, f)
}

fn rows(model: &Model, area: Rect) -> ListRows<'_, TabRow, TabBy> {
    let window = &model.tabs.window;
    ListRows::of_window(window, area).sorted(window.list.sorted)
}

fn row_cells<'a>(model: &Model, row: &'a TabRow) -> Vec<ListCell<'a>> {
    let (words, standing) = (&model.words, &row.standing);
    let mut ageing = Ageing::default();
    standing.open.iter().for_each(|(due, open)| ageing.add(*open, *due, model.today));
    let oldest = standing.oldest_due();
    let late = row.late_days(model.today);
    let tone = if standing.balance.is_negative() { Tone::Good } else { Tone::Name };
    vec![
        match row.promise_on(model.today) {
            Some(promise) => {
                let tone = if late > 0 { Tone::Late } else { Tone::Quiet };
                ListCell::new(words.promise_day(promise), tone)
            }
            None => late_cell(model, late),
        },
        name_cell(model, &row.who.name, || Target::of_owing(row, standing.due_on(model.today))),
        money_cell(model, standing.balance, tone),
        money_cell(model, standing.due_on(model.today), Tone::Due),
        day_cell(model, oldest),
        ListCell::new(
            ages_in_glyphs(model, ageing),
            if late > 0 { Tone::Late } else { Tone::Plain },
        )
        .figure(),
        ListCell::new(words.payday(&row.payday), Tone::Plain),
        ListCell::new(row.who.area.as_str(), Tone::Plain),
        ListCell::new(words.phone(&row.phone), Tone::Plain).figure(),
        trust_cell(row.trust),
    ]
}

/// Returns five small bars, one for each age, as high as its share of the tab.
fn ages_in_glyphs(model: &Model, ageing: Ageing) -> String {
    let total = ageing.total();
    let glyph = |part: Money| {
        let eighth = match total.is_positive() && part.is_positive() {
            true => i128::from(part.minor()) * 7 / i128::from(total.minor()),
            false => return " ",
        };
        let eighth = usize::try_from(eighth).unwrap_or(0);
        model.look.glyphs.gauge.get(eighth).copied().unwrap_or_default()
    };
    ageing.parts().map(glyph).join(" ")
}

/// Draws the amount owed by age, each with a bar.
pub fn by_age(
    model: &Model,
    ageing: Ageing,
    credit: Option<Money>,
    inside: Rect,
    buffer: &mut Buffer,
) {
    let words = &model.words;
    let (total, widest) = (ageing.total(), inside.width.saturating_sub(31).clamp(4, 20));
    let mut rows: Vec<Vec<ListCell>> = (AGES.into_iter().zip(ageing.parts()))
        .map(|((name, tone), part)| {
            vec![
                ListCell::new(words.text(name), Tone::Plain),
                ListCell::new(bar(model, part.minor(), total.minor(), widest), tone),
                ListCell::new(words.money(part), Tone::Name),
            ]
        })
        .collect();
    if let Some(credit) = credit {
        let line = |key, amount| {
            vec![
                ListCell::new(words.text(key), Tone::Quiet),
                ListCell::default(),
                ListCell::new(words.money(amount), Tone::Name),
            ]
        };
        rows.extend([line("age-owed", total), line("age-credit", credit)]);
    }
    let columns = [
        ListColumn::text("", (8, 16), 0),
        ListColumn::text("", (4, widest), 1),
        ListColumn::number("", (6, 16), 0),
    ];
    ListTable::whole(&columns, &rows).draw(inside, buffer, model.look);
}
