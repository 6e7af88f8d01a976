//! Follow-ups. They are exported only.
//!
//! | column | what it holds | empty |
//! |---|---|---|
//! | `id` | the notebook's number | never |
//! | `customer` | the customer's code | never |
//! | `text` | what to do | the rule says it |
//! | `first_due_on` | the first day on which it was due | never |
//! | `due_on` | when it is due now | never |
//! | `repeat` | `every 2 weeks`, `after 3 days` | once |
//! | `rule` | `first-delivery`, `promise`, `birthday` or `silent` | made by hand |
//! | `occasion` | the day that the rule made it for | made by hand |
//! | `stage` | `open`, `done` or `dropped` | never |
//! | `closed_on` | when it was done or dropped | open |
//! | `outcome` | what came of it | nothing |

use crate::domain::StableName;
use crate::domain::record::FollowUpRecord;
use crate::exchange::{Cell, Column};

pub(super) const COLUMNS: &[Column] = &[
    Column::right("id"),
    Column::left("customer"),
    Column::left("text"),
    Column::left("first_due_on"),
    Column::left("due_on"),
    Column::left("repeat"),
    Column::left("rule"),
    Column::left("occasion"),
    Column::left("stage"),
    Column::left("closed_on"),
    Column::left("outcome"),
];

pub(super) fn cells(row: &FollowUpRecord) -> [Cell<'_>; 11] {
    let follow_up = &row.follow_up;
    let occasion = follow_up.occasion.as_ref();
    [
        Cell::Int(follow_up.id.number()),
        Cell::text(&row.customer),
        Cell::text(&follow_up.text),
        Cell::Day(follow_up.anchor),
        Cell::Day(follow_up.due_on),
        Cell::or_empty(follow_up.repeat, |repeat| Cell::text(repeat.to_string())),
        Cell::or_empty(occasion, |occasion| Cell::text(occasion.rule.key())),
        Cell::or_empty(occasion, |occasion| Cell::Day(occasion.day)),
        Cell::text(follow_up.stage.key()),
        Cell::or_empty(follow_up.closed_on, Cell::Day),
        Cell::text(&follow_up.outcome),
    ]
}
