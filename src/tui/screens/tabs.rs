//! Who owes: how much of it is late and since when, and what is owed in all by age.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{bar, day_cell, empty, filter_in_words, late_cell, money_cell, say_nothing};
use crate::domain::Money;
use crate::domain::tab::{Ageing, late_days};
use crate::tui::layout;
use crate::tui::model::{Model, Owed};
use crate::tui::theme::Tone;
use crate::tui::widgets::panel::Panel;
use crate::tui::widgets::table::{Align, Cell, Column, Table};

/// Draws it.
pub fn draw(model: &Model, body: Rect, buffer: &mut Buffer) {
    let (list, ages) = layout::owing(body);
    owing(model, list, buffer);
    if !ages.is_empty() {
        let tabs = &model.tabs;
        let panel = Panel { title: &model.words.say("panel-ages"), ..Panel::default() };
        let inside = panel.draw(ages, buffer, model.look);
        by_age(model, tabs.ageing, Some(tabs.credit), inside, buffer);
    }
}

fn owing(model: &Model, area: Rect, buffer: &mut Buffer) {
    let (tabs, words) = (&model.tabs, &model.words);
    let mut figures = vec![filter_in_words(model, &tabs.filter)];
    if !tabs.rows.is_empty() {
        let owed = words.money(tabs.ageing.total());
        let args = [("count", tabs.rows.len().into()), ("amount", owed.into())];
        figures.push(words.tell("tabs-and-owed", &args));
    }
    figures.retain(|figure| !figure.is_empty());
    let late = match tabs.ageing.late() {
        late if late.is_positive() => {
            words.tell("statement-late", &[("amount", words.money(late).into())])
        }
        _ => String::new(),
    };
    let panel = Panel {
        title: &words.say("screen-tabs"),
        figures: &figures.join("  "),
        remark: (&late, Tone::Late),
        here: true,
    };
    let inside = panel.draw(area, buffer, model.look);
    if tabs.rows.is_empty() {
        let said = empty(model, tabs.known, &tabs.filter, "nobody-owes");
        say_nothing(model, inside, &said, buffer);
        return;
    }
    let titles = [
        "column-name",
        "column-balance",
        "column-due",
        "column-due-day",
        "column-ages",
        "column-payday",
        "column-area",
        "column-phone",
    ]
    .map(|key| words.say(key));
    let [name, balance, due, due_day, ages, payday, area_title, phone] = &titles;
    let column = |title, cells, align, leaves| Column { title, cells, align, leaves };
    let columns = [
        column("", (11, 14), Align::Left, 1),
        column(name.as_str(), (10, 20), Align::Left, 0),
        column(balance, (8, 14), Align::Right, 0),
        column(due, (8, 14), Align::Right, 2),
        column(due_day, (10, 10), Align::Left, 3),
        column(ages, (9, 9), Align::Left, 4),
        column(payday, (10, 22), Align::Left, 6),
        column(area_title, (8, 12), Align::Left, 5),
        column(phone, (14, 18), Align::Left, 7),
    ];
    let page = usize::from(inside.height);
    let first = tabs.rows.scroll.top.saturating_sub(page);
    let rows: Vec<_> =
        (tabs.rows.iter().skip(first).take(3 * page)).map(|owed| cells(model, owed)).collect();
    let table = Table {
        columns: &columns,
        rows: &rows,
        top: tabs.rows.scroll.top - first,
        selected: Some(tabs.rows.scroll.at - first),
        titles: layout::has_titles(area),
        indent: 0,
    };
    table.draw(inside, buffer, model.look);
}

fn cells<'a>(model: &Model, (row, ageing): &'a Owed) -> Vec<Cell<'a>> {
    let (words, standing) = (&model.words, &row.standing);
    let oldest = standing.oldest_due();
    let late = oldest.map_or(0, |due| late_days(due, model.today));
    let tone = if standing.balance.is_negative() { Tone::Good } else { Tone::Name };
    let payday = match row.payday == crate::domain::payday::Payday::NONE {
        true => String::new(),
        false => row.payday.to_string(),
    };
    vec![
        late_cell(model, late),
        Cell::new(row.who.name.as_str(), Tone::Name),
        money_cell(model, standing.balance, tone),
        money_cell(model, standing.due_on(model.today), Tone::Due),
        day_cell(model, oldest),
        Cell::new(ages_in_glyphs(model, *ageing), if late > 0 { Tone::Late } else { Tone::Plain }),
        Cell::new(payday, Tone::Plain),
        Cell::new(row.who.area.as_str(), Tone::Plain),
        Cell::new(words.phone(&row.phone), Tone::Plain),
    ]
}

/// Five small bars, one for each age, as high as their part of the tab.
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

/// What is owed by age, a bar for each.
pub(super) fn by_age(
    model: &Model,
    ageing: Ageing,
    credit: Option<Money>,
    inside: Rect,
    buffer: &mut Buffer,
) {
    let words = &model.words;
    let (total, widest) = (ageing.total(), inside.width.saturating_sub(31).clamp(4, 20));
    let names = ["age-not-due", "age-1-7", "age-8-30", "age-31-60", "age-61"];
    let tones = [Tone::Good, Tone::Due, Tone::Due, Tone::Late, Tone::Late];
    let mut rows: Vec<Vec<Cell>> = (names.into_iter().zip(ageing.parts()).zip(tones))
        .map(|((name, part), tone)| {
            vec![
                Cell::new(words.say(name), Tone::Plain),
                Cell::new(bar(model, part.minor(), total.minor(), widest), tone),
                Cell::new(words.money(part), Tone::Name),
            ]
        })
        .collect();
    if let Some(credit) = credit {
        let line = |key, amount| {
            vec![
                Cell::new(words.say(key), Tone::Quiet),
                Cell::default(),
                Cell::new(words.money(amount), Tone::Name),
            ]
        };
        rows.extend([line("age-owed", total), line("age-credit", credit)]);
    }
    let columns = [
        Column { title: "", cells: (8, 16), align: Align::Left, leaves: 0 },
        Column { title: "", cells: (4, widest), align: Align::Left, leaves: 1 },
        Column { title: "", cells: (6, 16), align: Align::Right, leaves: 0 },
    ];
    Table { columns: &columns, rows: &rows, top: 0, selected: None, titles: false, indent: 1 }
        .draw(inside, buffer, model.look);
}
