//! The list of customers: a window onto a list of any length.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::spec::{ListColumnSpec, ListRows, ListSpec};
use super::{day_cell, empty_until, filter_in_words, marked_in_words, money_cell, name_cell};
use crate::domain::Day;
use crate::domain::query::{CustomerBy, IncludeFormer};
use crate::domain::views::CustomerRow;
use crate::tui::keymap::{Intent, KeyContext};
use crate::tui::model::{Model, Target};
use crate::tui::theme::Tone;
use crate::tui::widgets::panel::PanelFrame;
use crate::tui::widgets::table::{ListCell, ListTable};

/// The specification of the list.
pub const SPEC: ListSpec<CustomerRow, CustomerBy> =
    ListSpec { columns: COLUMNS, cells: customer_cells, indent: 1 };

#[rustfmt::skip]
const COLUMNS: &[ListColumnSpec<CustomerBy>] = &[
    ListColumnSpec::text("column-code", (6, 8), 0).sorted(CustomerBy::Code),
    ListColumnSpec::text("column-name", (20, 28), 0).sorted(CustomerBy::Name),
    ListColumnSpec::text("column-area", (8, 12), 3).sorted(CustomerBy::Area),
    ListColumnSpec::number("column-people", (6, 7), 5).sorted(CustomerBy::People),
    ListColumnSpec::text("column-empty", (6, 10), 2).sorted(CustomerBy::NextEmpty),
    ListColumnSpec::number("column-balance", (8, 14), 1).sorted(CustomerBy::Balance),
    ListColumnSpec::text("column-payday", (14, 24), 4).sorted(CustomerBy::Payday),
    ListColumnSpec::text("column-last-contact", (6, 12), 6).sorted(CustomerBy::LastContact),
    ListColumnSpec::text("column-tags", (6, 24), 7).sorted(CustomerBy::Tags),
    ListColumnSpec::text("column-last-delivery", (6, 12), 8).sorted(CustomerBy::LastDelivery),
    ListColumnSpec::text("column-phone", (14, 18), 9).sorted(CustomerBy::Phone),
];

/// Draws the list.
pub fn draw(model: &Model, body: Rect, buffer: &mut Buffer) {
    let (customers, window) = (&model.customers, &model.customers.window);
    let words = &model.words;
    let filter = filter_in_words(model, &customers.filter);
    let figures = match (filter.is_empty(), customers.count) {
        (true, _) if window.list.left == IncludeFormer::With => words.text("customers-and-left"),
        (true, Some(count)) => words.format("customers-in-all", &[("count", count.into())]),
        (true, None) => String::new(),
        (false, _) if window.is_whole() => {
            let found = words.format("found", &[("count", window.rows.len().into())]);
            let parts = [filter, found, former_in_words(model)].into_iter();
            parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("  ")
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
    let first = ("no-customers", Intent::AddCustomer);
    let said = empty_until(model, window.known, &customers.filter, first);
    SPEC.draw(model, &rows(model, body), (&panel, &said), body, buffer);
}

/// Formats the number of former customers who match the filter and are hidden, with the key that shows them;
/// empty if there is none.
fn former_in_words(model: &Model) -> String {
    let (customers, window) = (&model.customers, &model.customers.window);
    match &customers.former {
        Some((query, count))
            if *count > 0
                && *query == window.list.query
                && window.list.left == IncludeFormer::Without =>
        {
            let key = model.keys.shown(KeyContext::Customers, Intent::Leavers);
            model.words.format("former-hidden", &[("count", (*count).into()), ("key", key.into())])
        }
        Some(_) | None => String::new(),
    }
}

/// Calls a function with the table as drawn in the body.
pub fn with_table<T>(model: &Model, body: Rect, f: impl FnOnce(&ListTable) -> T) -> T {
    SPEC.with_table(model, &rows(model, body), body, f)
}

fn rows(model: &Model, body: Rect) -> ListRows<'_, CustomerRow, CustomerBy> {
    let window = &model.customers.window;
    ListRows::of_window(window, body).sorted(window.list.sorted)
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
        // A former customer has no jars that run out.
        match left {
            true => ListCell::new(model.words.text("customer-left"), Tone::Quiet),
            false => day_cell(model, row.next_empty),
        },
        money_cell(model, owed, tone),
        ListCell::new(model.words.payday(&customer.payday), Tone::Plain),
        last_contact(model, row),
        ListCell::new(customer.tags.join(" "), Tone::Quiet),
        quiet_day(model, row.standing.last_delivery),
        ListCell::new(
            model.words.phone(customer.phones.first().map(String::as_str).unwrap_or_default()),
            Tone::Plain,
        )
        .figure(),
    ]
}

/// Returns the cell of the last contact: its day, and the mood if it was bad.
fn last_contact<'a>(model: &Model, row: &CustomerRow) -> ListCell<'a> {
    let Some(on) = row.standing.last_contact else { return ListCell::default() };
    let day = model.words.day_near(on, model.today);
    match row.last_mood.filter(|mood| mood.is_bad()) {
        None => ListCell::new(day, Tone::Plain).figure(),
        Some(mood) => ListCell::new(format!("{day} {}", mood.face()), Tone::Due).figure(),
    }
}

/// Returns the cell of a past day, which needs no attention.
fn quiet_day<'a>(model: &Model, day: Option<Day>) -> ListCell<'a> {
    ListCell::new(
        day.map(|day| model.words.day_near(day, model.today)).unwrap_or_default(),
        Tone::Plain,
    )
    .figure()
}
