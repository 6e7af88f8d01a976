//! Readings: what was seen in the jars.

use super::fields::Fields;
use crate::domain::Quantity;
use crate::domain::id::{DeliveryId, JarId, ReadingId};
use crate::domain::jar::{Reading, ReadingKind};
use crate::domain::record::ReadingRecord;
use crate::domain::stable_name::StableName;
use crate::exchange::{Cell, Column};

pub(super) const COLUMNS: &[Column] = &[
    Column::right("id"),
    Column::left("customer"),
    Column::left("product"),
    Column::left("day"),
    Column::right("level"),
    Column::right("delivery"),
    Column::left("kind"),
];

pub(super) const NEEDED: &[&str] = &["customer", "product", "day", "level"];

pub(super) fn cells(row: &ReadingRecord) -> [Cell<'_>; 7] {
    let reading = &row.reading;
    [
        Cell::Int(reading.id.number()),
        Cell::text(&row.customer),
        Cell::text(&row.product),
        Cell::Day(reading.on),
        Cell::Quantity(reading.level),
        Cell::or_empty(reading.delivery, |delivery| Cell::Int(delivery.number())),
        Cell::name("reading-kind", reading.kind.key()),
    ]
}

pub(super) fn read(row: &mut Fields<'_>) -> Option<ReadingRecord> {
    let id = row.id("id", ReadingId::new);
    let (customer, product) = (row.needed_text("customer"), row.needed_text("product"));
    let on = row.needed_day("day");
    let level = row.needed("level", Quantity::parse_at_least_zero);
    let delivery = row.maybe_id("delivery", DeliveryId::new);
    let kind = row.key_or("kind", ReadingKind::Seen);
    let reading = Reading {
        id: id?,
        jar: JarId::new(0),
        on: on?,
        level: level?,
        kind: kind?,
        delivery: delivery?,
    };
    Some(ReadingRecord { reading, customer: customer?, product: product? })
}
