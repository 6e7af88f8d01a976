//! Contacts: what was said. They are exported only.

use crate::domain::StableName;
use crate::domain::record::ContactRecord;
use crate::exchange::{Cell, Column};

pub(super) const COLUMNS: &[Column] = &[
    Column::right("id"),
    Column::left("customer"),
    Column::left("day"),
    Column::left("channel"),
    Column::left("text"),
    Column::right("mood"),
];

pub(super) fn cells(row: &ContactRecord) -> [Cell<'_>; 6] {
    let contact = &row.contact;
    [
        Cell::Int(contact.id.number()),
        Cell::text(&row.customer),
        Cell::Day(contact.on),
        Cell::name("channel", contact.channel.key()),
        Cell::text(&contact.text),
        Cell::or_empty(contact.mood, |mood| Cell::Int(mood.number().into())),
    ]
}
