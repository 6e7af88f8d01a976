//! The list of customers: a window of a list of any length.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{
    day_cell, empty_until, filter_in_words, marked_in_words, money_cell, name_cell, say_nothing,
    titles,
};
use crate::domain::Day;
use crate::domain::query::{CustomerBy, IncludeFormer};
use crate::domain::views::CustomerRow;
use crate::tui::keymap::Intent;
use crate::tui::layout;
use crate::tui::model::{Model, Target};
use crate::tui::theme::Tone;
use crate::tui::widgets::panel::PanelFrame;
use crate::tui::widgets::table::{ListAlign, ListCell, ListColumn, ListTable};

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
        (true, _) if window.list.left == IncludeFormer::With => words.text("customers-and-left"),
        (true, Some(count)) => words.format("customers-in-all", &[("count", count.into())]),
        (true, None) => String::new(),
        (false, _) if window.is_whole() => {
            format!("{filter}  {}", words.format("found", &[("count", window.rows.len().into())]))
        }
        (false, _) => filter,
    };
    let marked = marked_in_words(model);
    let panel = PanelFrame {
        title: &words.text("screen-customers"),
        figures: if marked.is_empty() { &figures } else { &marked },
        here: true,
        ..PanelFrame::default()
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
pub fn with_table<T>(model: &Model, body: Rect, job: impl FnOnce(&ListTable) -> T) -> T {
    let window = &model.customers.window;
    let titles = titles(model, COLUMNS, window.list.sorted);
    let [code, name, area, people, empty_on, balance, payday, contact, tags, delivery, phone] =
        &titles;
    let column = |title, cells, align, leaves| ListColumn { title, cells, align, leaves };
    let columns = [
        column(code.as_str(), (8, 8), ListAlign::Left, 0),
        column(name, (12, 22), ListAlign::Left, 0),
        column(area, (8, 12), ListAlign::Left, 3),
        column(people, (6, 7), ListAlign::Right, 5),
        column(empty_on, (10, 10), ListAlign::Left, 1),
        column(balance, (14, 14), ListAlign::Right, 2),
        column(payday, (22, 22), ListAlign::Left, 4),
        column(contact, (10, 12), ListAlign::Left, 6),
        column(tags, (6, 24), ListAlign::Left, 7),
        column(delivery, (10, 12), ListAlign::Left, 8),
        column(phone, (18, 18), ListAlign::Left, 9),
    ];
    let (rows, first) = window.visible_slice(usize::from(layout::list(body).height));
    let rows: Vec<_> = rows.iter().map(|row| customer_cells(model, row)).collect();
    job(&ListTable {
        columns: &columns,
        rows: &rows,
        top: window.scroll.top - first,
        selected: Some(window.scroll.at - first),
        titles: layout::has_titles(body),
        indent: 1,
        column_widths: window.scroll.column_widths,
    })
}

fn customer_cells<'a>(model: &Model, row: &'a CustomerRow) -> Vec<ListCell<'a>> {
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
        ListCell::new(customer.code.as_str(), Tone::Quiet),
        match name_cell(model, &customer.name, || Target::of_customer(row)) {
            name if left => name.quietly(),
            name => name,
        },
        ListCell::new(customer.area.as_str(), Tone::Plain),
        ListCell::new(
            match row.household.people() {
                0 => String::new(),
                people => people.to_string(),
            },
            Tone::Plain,
        ),
        // Nothing of theirs runs out any more.
        match left {
            true => ListCell::new(model.words.text("customer-left"), Tone::Quiet),
            false => day_cell(model, row.next_empty),
        },
        money_cell(model, owed, tone),
        ListCell::new(model.words.payday(&customer.payday), Tone::Plain),
        quiet_day(model, row.standing.last_contact),
        ListCell::new(customer.tags.join(" "), Tone::Quiet),
        quiet_day(model, row.standing.last_delivery),
        ListCell::new(
            model.words.phone(customer.phones.first().map(String::as_str).unwrap_or_default()),
            Tone::Plain,
        ),
    ]
}

/// A day in the past, which asks for nothing.
fn quiet_day<'a>(model: &Model, day: Option<Day>) -> ListCell<'a> {
    ListCell::new(day.map(|day| model.words.short_day(day)).unwrap_or_default(), Tone::Plain)
}
