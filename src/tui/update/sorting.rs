//! Sorting a list by another column, by a key or by a click on the column's name.

use super::Effect;
use crate::domain::query::{SortBy, SortDirection};
use crate::tui::layout;
use crate::tui::lists::{customer, tab};
use crate::tui::model::{Model, Screen};
use crate::tui::msg::Question;

/// Sorts the list of the screen by the next of its columns.
pub(super) fn by_next(model: &mut Model) -> Vec<Effect> {
    match model.screen {
        Screen::Customers => {
            let window = &mut model.customers.window;
            let by = customer::SPEC.sort_after(window.list.sorted.by);
            window.list.sorted = SortBy { by, direction: SortDirection::Ascending };
        }
        Screen::Tabs => {
            let window = &mut model.tabs.window;
            let by = tab::SPEC.sort_after(window.list.sorted.by);
            window.list.sorted = SortBy { by, direction: SortDirection::Ascending };
        }
        Screen::Today | Screen::Deliveries | Screen::FollowUps => {}
        Screen::Products | Screen::Insights => {}
    }
    read(model)
}

/// Sorts it from its other end.
pub(super) fn reverse(model: &mut Model) -> Vec<Effect> {
    let direction = match model.screen {
        Screen::Customers => &mut model.customers.window.list.sorted.direction,
        Screen::Tabs => &mut model.tabs.window.list.sorted.direction,
        Screen::Today | Screen::Deliveries | Screen::FollowUps => return Vec::new(),
        Screen::Products | Screen::Insights => return Vec::new(),
    };
    *direction = direction.reversed();
    read(model)
}

/// Sorts it by the column whose title is at `x`; if it is sorted by that column, reverses the
/// order.
pub(super) fn by_column_at(model: &mut Model, x: u16) -> Vec<Effect> {
    let body = layout::parts(model.size).body;
    match model.screen {
        Screen::Customers => {
            let area = layout::inside(body);
            let column = customer::with_table(model, body, |table| table.column_at(area, x));
            let by = column.and_then(|column| customer::SPEC.sort_at(column));
            sort(&mut model.customers.window.list.sorted, by);
        }
        Screen::Tabs => {
            let list = layout::owing(body).0;
            let area = layout::inside(list);
            let column = tab::with_table(model, list, |table| table.column_at(area, x));
            let by = column.and_then(|column| tab::SPEC.sort_at(column));
            sort(&mut model.tabs.window.list.sorted, by);
        }
        Screen::Today | Screen::Deliveries | Screen::FollowUps => {}
        Screen::Products | Screen::Insights => {}
    }
    read(model)
}

fn sort<By: Copy + PartialEq>(sorted: &mut SortBy<By>, by: Option<By>) {
    let Some(by) = by else { return };
    *sorted = match sorted.by == by {
        true => SortBy { direction: sorted.direction.reversed(), ..*sorted },
        false => SortBy { by, direction: SortDirection::Ascending },
    };
}

fn read(model: &Model) -> Vec<Effect> {
    let question = match model.screen {
        Screen::Customers => Question::Customers(model.customers.window.first(model.most_rows())),
        Screen::Tabs => Question::Tabs(model.tabs.window.first(model.most_rows())),
        Screen::Today | Screen::Deliveries | Screen::FollowUps => return Vec::new(),
        Screen::Products | Screen::Insights => return Vec::new(),
    };
    vec![Effect::Ask(question)]
}
