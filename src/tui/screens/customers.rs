//! The list of customers: a window of a list of any length.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{
    day_cell, empty_until, filter_in_words, marked_in_words, money_cell, name_cell, say_nothing,
    titles,
};
use crate::domain::Day;
use crate::domain::list::{CustomerBy, Leavers};
use crate::domain::rows::CustomerRow;
use crate::tui::keymap::Intent;
use crate::tui::layout;
use crate::tui::model::{Model, Subject};
use crate::tui::theme::Tone;
use crate::tui::widgets::panel::Panel;
use crate::tui::widgets::table::{Align, Cell, Column, Table};

/// The columns, each with what the list can be sorted by at it.
pub const COLUMNS: [(&str, Option<CustomerBy>); 11] = [
    ("column-code", Some(CustomerBy::Code)),
    ("column-name", Some(CustomerBy::Name)),
    ("column-area", Some(CustomerBy::Area)),
    ("column-people", Some(CustomerBy::People)),
    ("column-empty", Some(CustomerBy::NextEmpty)),
    ("column-balance", Some(CustomerBy::Balance)),
    ("column-payday", Some(CustomerBy::Payday)),
    ("column-last-contact", Some(CustomerBy::LastContact)),
    ("column-tags", Some(CustomerBy::Tags)),
    ("column-last-delivery", Some(CustomerBy::LastDelivery)),
    ("column-phone", Some(CustomerBy::Phone)),
];

/// Draws it.
pub fn draw(model: &Model, body: Rect, buffer: &mut Buffer) {
    let (customers, window) = (&model.customers, &model.customers.window);
    let words = &model.words;
    let filter = filter_in_words(model, &customers.filter);
    let figures = match (filter.is_empty(), customers.count) {
        (true, _) if window.list.left == Leavers::With => words.say("customers-and-left"),
        (true, Some(count)) => words.tell("customers-in-all", &[("count", count.into())]),
        (true, None) => String::new(),
        (false, _) if window.is_whole() => {
            format!("{filter}  {}", words.tell("found", &[("count", window.rows.len().into())]))
        }
        (false, _) => filter,
    };
    let marked = marked_in_words(model);
    let panel = Panel {
        title: &words.say("screen-customers"),
        figures: if marked.is_empty() { &figures } else { &marked },
        here: true,
        ..Panel::default()
    };
    let inside = panel.draw(body, buffer, model.look);
    if window.rows.is_empty() {
        let first = ("no-customers", Intent::AddCustomer);
        let said = empty_until(model, window.known, &customers.filter, first);
        say_nothing(model, inside, &said, buffer);
        return;
    }
    with_table(model, body, |table| table.draw(inside, buffer, model.look));
}

/// Does something with the table as it stands in the body.
pub fn with_table<T>(model: &Model, body: Rect, job: impl FnOnce(&Table) -> T) -> T {
    let window = &model.customers.window;
    let titles = titles(model, COLUMNS, window.list.sorted);
    let [code, name, area, people, empty_on, balance, payday, contact, tags, delivery, phone] =
        &titles;
    let column = |title, cells, align, leaves| Column { title, cells, align, leaves };
    let columns = [
        column(code.as_str(), (8, 8), Align::Left, 0),
        column(name, (12, 22), Align::Left, 0),
        column(area, (8, 12), Align::Left, 3),
        column(people, (6, 7), Align::Right, 5),
        column(empty_on, (10, 10), Align::Left, 1),
        column(balance, (14, 14), Align::Right, 2),
        column(payday, (22, 22), Align::Left, 4),
        column(contact, (10, 12), Align::Left, 6),
        column(tags, (6, 24), Align::Left, 7),
        column(delivery, (10, 12), Align::Left, 8),
        column(phone, (18, 18), Align::Left, 9),
    ];
    let (rows, first) = window.around(usize::from(layout::list(body).height));
    let rows: Vec<_> = rows.iter().map(|row| customer_cells(model, row)).collect();
    job(&Table {
        columns: &columns,
        rows: &rows,
        top: window.scroll.top - first,
        selected: Some(window.scroll.at - first),
        titles: layout::has_titles(body),
        indent: 1,
        wide: window.scroll.wide,
    })
}

fn customer_cells<'a>(model: &Model, row: &'a CustomerRow) -> Vec<Cell<'a>> {
    let customer = &row.customer;
    let left = customer.left.is_some();
    let owed = row.standing.balance;
    let tone = match row.standing.oldest_due() {
        Some(due) if due < model.today => Tone::Late,
        Some(due) if due == model.today => Tone::Due,
        Some(_) | None if owed.is_negative() => Tone::Good,
        Some(_) | None => Tone::Plain,
    };
    vec![
        Cell::new(customer.code.as_str(), Tone::Quiet),
        match name_cell(model, &customer.name, || Subject::of_customer(row)) {
            name if left => name.quietly(),
            name => name,
        },
        Cell::new(customer.area.as_str(), Tone::Plain),
        Cell::new(
            match row.household.people() {
                0 => String::new(),
                people => people.to_string(),
            },
            Tone::Plain,
        ),
        // Nothing of theirs runs out any more.
        match left {
            true => Cell::new(model.words.say("customer-left"), Tone::Quiet),
            false => day_cell(model, row.next_empty),
        },
        money_cell(model, owed, tone),
        Cell::new(model.words.payday(&customer.payday), Tone::Plain),
        quiet_day(model, row.standing.last_contact),
        Cell::new(customer.tags.join(" "), Tone::Quiet),
        quiet_day(model, row.standing.last_delivery),
        Cell::new(
            model.words.phone(customer.phones.first().map(String::as_str).unwrap_or_default()),
            Tone::Plain,
        ),
    ]
}

/// A day in the past, which asks for nothing.
fn quiet_day<'a>(model: &Model, day: Option<Day>) -> Cell<'a> {
    Cell::new(day.map(|day| model.words.short_day(day)).unwrap_or_default(), Tone::Plain)
}
