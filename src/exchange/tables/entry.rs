//! Entries: the tabs.
//!
//! The amounts of a customer without the deposits and the agreements add up to their balance. An import takes payments, discounts and
//! write-offs with or without the sign: either way they make the balance less.

use super::fields::{Fields, key};
use super::source::Parse;
use crate::domain::id::{CustomerId, DeliveryId, EntryId};
use crate::domain::record::EntryRecord;
use crate::domain::tab::{Entry, EntryKind, EntrySign};
use crate::domain::{Currency, StableName};
use crate::exchange::{Cell, Column};

pub(super) const COLUMNS: &[Column] = &[
    Column::right("id"),
    Column::left("customer"),
    Column::left("day"),
    Column::left("kind"),
    Column::right("amount"),
    Column::left("method"),
    Column::left("note"),
    Column::right("delivery"),
    Column::left("external"),
    Column::left("goods"),
    Column::left("reference"),
    Column::left("corrects"),
    Column::right("instead_of"),
    Column::right("against"),
];

pub(super) const NEEDED: &[&str] = &["customer", "day", "kind", "amount"];

pub(super) fn cells(row: &EntryRecord, currency: Currency) -> [Cell<'_>; 14] {
    let entry = &row.entry;
    [
        Cell::Int(entry.id.number()),
        Cell::text(&row.customer),
        Cell::Day(entry.on),
        Cell::name("entry", entry.kind.key()),
        Cell::Money(entry.amount, currency),
        Cell::text(&entry.method),
        Cell::text(&entry.note),
        Cell::or_empty(entry.delivery, |delivery| Cell::Int(delivery.number())),
        Cell::or_empty(entry.external.as_deref(), Cell::text),
        Cell::text(&row.goods),
        Cell::text(&entry.reference),
        Cell::or_empty(entry.corrects, Cell::Day),
        Cell::or_empty(entry.instead_of, |entry| Cell::Int(entry.number())),
        Cell::or_empty(entry.against, |entry| Cell::Int(entry.number())),
    ]
}

pub(super) fn read(row: &mut Fields<'_>, parse: Parse) -> Option<EntryRecord> {
    let id = row.id("id", EntryId::new);
    let customer = row.needed_text("customer");
    let on = row.needed_day("day");
    let kind = row.needed("kind", key::<EntryKind>);
    let amount = row.needed("amount", |text| parse.currency.parse(text));
    let delivery = row.maybe_id("delivery", DeliveryId::new);
    let external = row.external();
    let corrects = row.day("corrects");
    let instead_of = row.maybe_id("instead_of", EntryId::new);
    let against = row.maybe_id("against", EntryId::new);
    let (kind, amount) = (kind?, amount?);
    let entry = Entry {
        id: id?,
        customer: CustomerId::new(0),
        on: on?,
        kind,
        amount: match kind.rule().sign {
            EntrySign::Debit => amount,
            EntrySign::Credit => -amount.abs(),
        },
        method: row.text("method"),
        note: row.text("note"),
        delivery: delivery?,
        external: external?,
        reference: row.text("reference"),
        corrects: corrects?.filter(|_| kind == EntryKind::Correction),
        instead_of: instead_of?,
        against: against?,
    };
    // The goods are those of the delivery, and only exported.
    Some(EntryRecord { entry, customer: customer?, goods: String::new() })
}
