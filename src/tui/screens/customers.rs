//! The list of customers by code: a window of a list of any length.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{day_cell, empty, filter_in_words, money_cell, say_nothing};
use crate::domain::rows::CustomerRow;
use crate::tui::layout;
use crate::tui::model::Model;
use crate::tui::theme::Tone;
use crate::tui::widgets::panel::Panel;
use crate::tui::widgets::table::{Align, Cell, Column, Table};

/// Draws it.
pub fn draw(model: &Model, body: Rect, buffer: &mut Buffer) {
    let customers = &model.customers;
    let words = &model.words;
    let filter = filter_in_words(model, &customers.filter);
    let figures = match (filter.is_empty(), customers.count) {
        (true, Some(count)) => words.tell("customers-in-all", &[("count", count.into())]),
        (true, None) => String::new(),
        (false, _) if customers.before.is_none() && !customers.more => {
            format!("{filter}  {}", words.tell("found", &[("count", customers.rows.len().into())]))
        }
        (false, _) => filter,
    };
    let panel = Panel {
        title: &words.say("screen-customers"),
        figures: &figures,
        here: true,
        ..Panel::default()
    };
    let inside = panel.draw(body, buffer, model.look);
    if customers.rows.is_empty() {
        let said = empty(model, customers.known, &customers.filter, "no-customers");
        say_nothing(model, inside, &said, buffer);
        return;
    }
    let titles = [
        "column-code",
        "column-name",
        "column-area",
        "column-people",
        "column-empty",
        "column-balance",
        "column-payday",
        "column-last-delivery",
        "column-tags",
        "column-phone",
    ]
    .map(|key| words.say(key));
    let [code, name, area, people, empty_on, balance, payday, last, tags, phone] = &titles;
    let column = |title, cells, align, leaves| Column { title, cells, align, leaves };
    let columns = [
        column(code.as_str(), (8, 8), Align::Left, 0),
        column(name, (12, 22), Align::Left, 0),
        column(area, (8, 12), Align::Left, 3),
        column(people, (6, 6), Align::Right, 5),
        column(empty_on, (10, 10), Align::Left, 1),
        column(balance, (14, 14), Align::Right, 2),
        column(payday, (22, 22), Align::Left, 4),
        column(last, (12, 12), Align::Left, 6),
        column(phone, (18, 18), Align::Left, 7),
        column(tags, (6, 24), Align::Left, 8),
    ];
    let rows: Vec<_> = customers.rows.iter().map(|row| customer_cells(model, row)).collect();
    let table = Table {
        columns: &columns,
        rows: &rows,
        top: customers.scroll.top,
        selected: Some(customers.scroll.at),
        titles: layout::has_titles(body),
        indent: 1,
    };
    table.draw(inside, buffer, model.look);
}

fn customer_cells<'a>(model: &Model, row: &'a CustomerRow) -> Vec<Cell<'a>> {
    let customer = &row.customer;
    let owed = row.standing.balance;
    let tone = match row.standing.oldest_due() {
        Some(due) if due < model.today => Tone::Late,
        Some(due) if due == model.today => Tone::Due,
        Some(_) | None if owed.is_negative() => Tone::Good,
        Some(_) | None => Tone::Plain,
    };
    vec![
        Cell::new(customer.code.as_str(), Tone::Quiet),
        Cell::new(customer.name.as_str(), Tone::Name),
        Cell::new(customer.area.as_str(), Tone::Plain),
        Cell::new(
            match row.household.people() {
                0 => String::new(),
                people => people.to_string(),
            },
            Tone::Plain,
        ),
        day_cell(model, row.next_empty),
        money_cell(model, owed, tone),
        Cell::new(
            if customer.payday == crate::domain::payday::Payday::NONE {
                String::new()
            } else {
                customer.payday.to_string()
            },
            Tone::Plain,
        ),
        Cell::new(
            row.standing.last_delivery.map(|day| model.words.short_day(day)).unwrap_or_default(),
            Tone::Plain,
        ),
        Cell::new(
            model.words.phone(customer.phones.first().map(String::as_str).unwrap_or_default()),
            Tone::Plain,
        ),
        Cell::new(customer.tags.join(" "), Tone::Quiet),
    ]
}
