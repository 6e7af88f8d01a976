//! Follow-ups. They are exported only.

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
        Cell::or_empty(occasion, |occasion| Cell::name("follow-up-rule", occasion.rule.key())),
        Cell::or_empty(occasion, |occasion| Cell::Day(occasion.day)),
        Cell::name("follow-up-stage", follow_up.stage.key()),
        Cell::or_empty(follow_up.closed_on, Cell::Day),
        Cell::text(&follow_up.outcome),
    ]
}
