//! The journal. It is exported only.
//!
//! | column | what it holds | empty |
//! |---|---|---|
//! | `id` | the line's number, ever growing | never |
//! | `at` | when: `2026-03-27 08:15:00` | never |
//! | `by` | who | nobody said |
//! | `direction` | `do`, `undo` or `redo` | never |
//! | `of` | the line that was taken back or done again | did something |
//! | `in_force` | `no` once it was taken back | never |
//! | `deed` | what kind of thing was done: `delivery-done` | never |
//! | `customer` | the customer's code | for none, or no more there |
//! | `about` | the customer, product, setting or table; of several deeds their kind | for none |
//! | `detail` | a second name, a text, a reason | nothing more |
//! | `amount` | how much money | no money |
//! | `quantity` | how much of a product | no goods |
//! | `day` | on or to which day | no day |
//! | `count` | how many | of one |

use crate::domain::filed::FiledAction;
use crate::domain::{Currency, Key};
use crate::exchange::{Cell, Column};

pub(super) const COLUMNS: &[Column] = &[
    Column::right("id"),
    Column::left("at"),
    Column::left("by"),
    Column::left("direction"),
    Column::right("of"),
    Column::left("in_force"),
    Column::left("deed"),
    Column::left("customer"),
    Column::left("about"),
    Column::left("detail"),
    Column::right("amount"),
    Column::right("quantity"),
    Column::left("day"),
    Column::right("count"),
];

pub(super) fn cells(row: &FiledAction, currency: Currency) -> [Cell<'_>; 14] {
    let action = &row.action;
    let deed = &action.deed;
    [
        Cell::Int(action.id.number()),
        Cell::text(&action.at),
        Cell::text(&action.by),
        Cell::text(action.direction.key()),
        Cell::or_empty(action.of, |of| Cell::Int(of.number())),
        Cell::Flag(action.in_force),
        Cell::text(deed.kind.key()),
        Cell::or_empty(row.customer.as_deref(), Cell::text),
        Cell::text(&deed.about),
        Cell::text(&deed.detail),
        Cell::or_empty(deed.amount, |amount| Cell::Money(amount, currency)),
        Cell::or_empty(deed.quantity, Cell::Quantity),
        Cell::or_empty(deed.day, Cell::Day),
        Cell::or_empty(deed.count, |count| Cell::Int(count.into())),
    ]
}
