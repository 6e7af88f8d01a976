//! Deliveries and entries from a file.

use super::{Ids, Put, Wrong, at};
use crate::app::deliveries::not_in_the_future;
use crate::domain::Day;
use crate::domain::delivery::{Delivery, Line, Stage};
use crate::domain::filed::{FiledDelivery, FiledEntry, FiledLine};
use crate::domain::id::{CustomerId, DeliveryId, EntryId};
use crate::domain::refused::{Refused, Thing};
use crate::domain::tab::{Entry, EntryKind};
use crate::domain::text::rules::{self, TextRule};
use crate::store::Tx;

pub(super) fn put_delivery(tx: &Tx, ids: &mut Ids, row: &FiledDelivery, today: Day) -> Put {
    let Delivery { stage, planned_for, closed_on, .. } = row.delivery;
    let id = DeliveryId::new(ids.free(tx, row.delivery.id.number())?);
    let customer = super::customer(tx, "customer", &row.customer)?;
    if let Some(day) = closed_on {
        at(|_| "closed_on", not_in_the_future(day, today))?;
    }
    if stage == Stage::Planned && tx.open_delivery(customer, planned_for)?.is_some() {
        let refused = Refused::PlannedTwice { name: row.customer.clone(), day: planned_for };
        return Err(Wrong::Rule("planned_for", refused));
    }
    let mut lines: Vec<Line> = Vec::with_capacity(row.lines.len());
    for filed in &row.lines {
        let line = line(tx, stage, customer, filed)?;
        let twice = lines.iter().any(|other| other.product == line.product);
        if twice || (stage == Stage::Planned && !line.planned.is_positive()) {
            let refused = Refused::BadText { what: Thing::Delivery, text: filed.product.clone() };
            return Err(Wrong::Rule("lines", refused));
        }
        lines.push(line);
    }
    let reason = text("reason", rules::REASON, &row.delivery.reason)?;
    tx.insert_delivery(&Delivery { id, customer, lines, reason, ..row.delivery.clone() })?;
    Ok(())
}

/// A line, of what was brought if it was done: as much as was planned at their price if nobody said.
fn line(tx: &Tx, stage: Stage, customer: CustomerId, filed: &FiledLine) -> Put<Line> {
    let product = super::product(tx, "lines", &filed.product)?;
    let mut line = Line {
        product: product.id,
        planned: filed.planned,
        delivered: filed.delivered,
        price: filed.price,
    };
    if stage == Stage::Done && line.delivered.is_none() {
        let agreed = tx.jar_of(customer, product.id)?.and_then(|jar| jar.price);
        line.delivered = Some(line.planned);
        line.price = Some(agreed.unwrap_or(product.price));
    }
    Ok(line)
}

pub(super) fn put_entry(tx: &Tx, ids: &mut Ids, row: &FiledEntry, today: Day) -> Put {
    let id = EntryId::new(ids.free(tx, row.entry.id.number())?);
    let customer = super::customer(tx, "customer", &row.customer)?;
    let Entry { kind, on, delivery, .. } = row.entry;
    at(|_| "day", not_in_the_future(on, today))?;
    let amount = kind.signed(row.entry.amount);
    let may_be_negative = matches!(kind, EntryKind::Correction | EntryKind::Opening);
    if amount.is_zero() || (amount.is_negative() && !may_be_negative) {
        return Err(Wrong::Rule("amount", Refused::NotPositive { amount }));
    }
    if kind == EntryKind::Opening && tx.has_opening(customer)? {
        let refused = Refused::OpeningWritten { name: row.customer.clone() };
        return Err(Wrong::Rule("kind", refused));
    }
    if let Some(delivery) = delivery {
        theirs(tx, delivery, customer)?;
    }
    let method = text("method", rules::METHOD, &row.entry.method)?;
    let note = text("note", rules::NOTE, &row.entry.note)?;
    tx.insert_entry(&Entry { id, customer, method, note, ..row.entry.clone() })?;
    Ok(())
}

/// Returns a text of a row as it is stored.
fn text(column: &'static str, rule: TextRule, typed: &str) -> Put<String> {
    rule.normalize(typed).map_err(|refused| Wrong::Rule(column, refused))
}

/// Refuses a delivery that is not there or is another customer's.
pub(super) fn theirs(tx: &Tx, delivery: DeliveryId, customer: CustomerId) -> Put {
    if tx.customer_of_delivery(delivery)? == Some(customer) {
        return Ok(());
    }
    let which = format!("#{}", delivery.number());
    Err(Wrong::Rule("delivery", Refused::NotThere { what: Thing::Delivery, which }))
}
