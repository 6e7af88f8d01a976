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
            let by = after(&customer::COLUMNS, window.list.sorted.by);
            window.list.sorted = SortBy { by, direction: SortDirection::Ascending };
        }
        Screen::Tabs => {
            let window = &mut model.tabs.window;
            let by = after(&tab::COLUMNS, window.list.sorted.by);
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

/// Sorts it by the column whose name stands at `x`; by that column already, from its other end.
pub(super) fn by_column_at(model: &mut Model, x: u16) -> Vec<Effect> {
    let body = layout::parts(model.size).body;
    match model.screen {
        Screen::Customers => {
            let area = layout::inside(body);
            let column = customer::with_table(model, body, |table| table.column_at(area, x));
            sort(&mut model.customers.window.list.sorted, &customer::COLUMNS, column);
        }
        Screen::Tabs => {
            let list = layout::owing(body).0;
            let area = layout::inside(list);
            let column = tab::with_table(model, list, |table| table.column_at(area, x));
            sort(&mut model.tabs.window.list.sorted, &tab::COLUMNS, column);
        }
        Screen::Today | Screen::Deliveries | Screen::FollowUps => {}
        Screen::Products | Screen::Insights => {}
    }
    read(model)
}

fn sort<By: Copy + PartialEq>(
    sorted: &mut SortBy<By>,
    columns: &[(&str, Option<By>)],
    clicked: Option<usize>,
) {
    let Some((_, Some(by))) = clicked.and_then(|index| columns.get(index)) else { return };
    *sorted = match sorted.by == *by {
        true => SortBy { direction: sorted.direction.reversed(), ..*sorted },
        false => SortBy { by: *by, direction: SortDirection::Ascending },
    };
}

/// The column after the one that a list is sorted by, around the end.
fn after<By: Copy + PartialEq>(columns: &[(&str, Option<By>)], by: By) -> By {
    let sortable = || columns.iter().filter_map(|(title, by)| by.filter(|_| !title.is_empty()));
    let next = sortable().skip_while(|one| *one != by).nth(1);
    next.or_else(|| sortable().next()).unwrap_or(by)
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
