//! Deliveries and entries from a file.

use super::{Ids, Placed, Put, Wrong, at};
use crate::app::commands::not_in_the_future;
use crate::app::prices::unit_prices;
use crate::domain::Day;
use crate::domain::day_close::{DayClose, expected_in_till, total};
use crate::domain::delivery::{Checklist, Delivery, DeliveryLine, DeliveryStage, DoorChecklist};
use crate::domain::follow_up::{FollowUp, Trigger};
use crate::domain::id::{CustomerId, DayCloseId, DeliveryId, EntryId, FollowUpId};
use crate::domain::promise::PromiseTerms;
use crate::domain::record::{DeliveryLineRecord, DeliveryRecord, EntryRecord, PromiseRecord};
use crate::domain::refusal::{Refusal, Topic};
use crate::domain::tab::{Entry, EntryLimit};
use crate::domain::text::rules::{self, TextRule};
use crate::store::Tx;

pub(super) fn put_delivery(
    tx: &Tx,
    ids: &mut Ids,
    mut row: DeliveryRecord,
    today: Day,
) -> Put<Placed> {
    row.delivery.reason = text("reason", rules::REASON, &row.delivery.reason)?;
    row.delivery.checklist = checklist(tx, ids, &row)?;
    if let Some(external) = &row.delivery.external
        && let Some(here) = tx.delivery_with_external(external)?
    {
        return Ok(Placed::again(row.contradicts(&here)));
    }
    let Delivery { stage, planned_for, closed_on, .. } = row.delivery;
    let id = DeliveryId::new(ids.free(tx, row.delivery.id.number())?);
    let customer = ids.customer(tx, "customer", &row.customer)?;
    if let Some(day) = closed_on {
        at(|_| "closed_on", not_in_the_future(day, today))?;
    }
    if stage == DeliveryStage::Planned && tx.open_delivery(customer, planned_for)?.is_some() {
        let refused = Refusal::PlannedTwice { name: row.customer.clone(), day: planned_for };
        return Err(Wrong::Rule("planned_for", refused));
    }
    let day = closed_on.unwrap_or(planned_for);
    let mut lines: Vec<DeliveryLine> = Vec::with_capacity(row.lines.len());
    for filed in &row.lines {
        let line = line(tx, ids, (stage, customer, day), filed)?;
        let twice = lines.iter().any(|other| other.product == line.product);
        if twice || (stage == DeliveryStage::Planned && !line.planned.is_positive()) {
            let refused = Refusal::BadText { what: Topic::Delivery, text: filed.product.clone() };
            return Err(Wrong::Rule("lines", refused));
        }
        lines.push(line);
    }
    tx.insert_delivery(&Delivery { id, customer, lines, ..row.delivery })?;
    Ok(Placed::New)
}

/// Returns the ticks that a row names, in the words of the checklist of its goods or in those for rice.
fn checklist(tx: &Tx, ids: &mut Ids, row: &DeliveryRecord) -> Put<Checklist> {
    if row.ticks.is_empty() {
        return Ok(Checklist::default());
    }
    let products = row.lines.iter().map(|line| ids.product(tx, "lines", &line.product));
    let checklists = products.map(|product| Ok(product?.door_checklist())).collect::<Put<Vec<_>>>();
    let all = DoorChecklist::of_all(checklists?.iter());
    let unknown =
        |text| Wrong::Rule("checklist", Refusal::NotFound { what: Topic::Tick, which: text });
    Checklist::of_names(&row.ticks, &all).map_err(unknown)
}

/// Builds a delivery line. If the delivery is done and the row has no delivered quantity, the line
/// gets the planned quantity and the customer's agreed price, or else the product's price.
fn line(
    tx: &Tx,
    ids: &mut Ids,
    (stage, customer, on): (DeliveryStage, CustomerId, Day),
    filed: &DeliveryLineRecord,
) -> Put<DeliveryLine> {
    let product = ids.product(tx, "lines", &filed.product)?;
    let mut line = DeliveryLine {
        product: product.id,
        planned: filed.planned,
        delivered: filed.delivered,
        price: filed.price,
        cost: filed.cost,
    };
    if stage == DeliveryStage::Done && line.delivered.is_none() {
        line.delivered = Some(line.planned);
        line.price = Some(unit_prices(tx, customer, &product, on)?.of(line.planned));
    }
    Ok(line)
}

pub(super) fn put_entry(tx: &Tx, ids: &mut Ids, mut row: EntryRecord, today: Day) -> Put<Placed> {
    row.entry.method = text("method", rules::METHOD, &row.entry.method)?;
    row.entry.note = text("note", rules::NOTE, &row.entry.note)?;
    row.entry.reference = text("reference", rules::REFERENCE, &row.entry.reference)?;
    if let Some(external) = &row.entry.external
        && let Some(here) = tx.entry_with_external(external)?
    {
        return Ok(Placed::again(row.contradicts(&here)));
    }
    let names_itself = row.entry.id.number() != 0 || row.entry.external.is_some();
    let id = EntryId::new(ids.free(tx, row.entry.id.number())?);
    let customer = ids.customer(tx, "customer", &row.customer)?;
    let Entry { kind, on, delivery, .. } = row.entry;
    at(|_| "day", not_in_the_future(on, today))?;
    let amount = kind.signed(row.entry.amount);
    kind.check_sign(amount).map_err(|refused| Wrong::Rule("amount", refused))?;
    if kind.rule().limit == EntryLimit::Once && tx.has_entry_of(customer, kind)? {
        let refused = Refusal::OpeningWritten { name: row.customer.clone() };
        return Err(Wrong::Rule("kind", refused));
    }
    if let Some(delivery) = delivery {
        theirs(tx, delivery, customer)?;
    }
    if let Some(wrong) = row.entry.instead_of {
        of_tab(tx, "instead_of", (wrong, None))?;
    }
    if let Some(other) = row.entry.against {
        of_tab(tx, "against", (other, Some(customer)))?;
    }
    let entry = Entry { id, customer, ..row.entry };
    let is_alike = !names_itself && tx.has_entry_like(&entry, EntryId::new(ids.before))?;
    tx.insert_entry(&entry)?;
    Ok(if is_alike { Placed::Alike } else { Placed::New })
}

/// Refuses an entry that a column names and that is not here, or not on the tab of a customer.
pub(super) fn of_tab(
    tx: &Tx,
    column: &'static str,
    (named, customer): (EntryId, Option<CustomerId>),
) -> Put {
    let found = tx.entry(named)?;
    if found.is_some_and(|entry| customer.is_none_or(|customer| entry.customer == customer)) {
        return Ok(());
    }
    let which = format!("#{}", named.number());
    Err(Wrong::Rule(column, Refusal::NotFound { what: Topic::Entry, which }))
}

pub(super) fn put_promise(tx: &Tx, ids: &mut Ids, row: PromiseRecord, today: Day) -> Put<Placed> {
    let customer = ids.customer(tx, "customer", &row.customer)?;
    let FollowUp { occasion, promise, closed_on, .. } = &row.promise;
    let made_on = promise.map(|terms| terms.made_on);
    for (column, day) in [("made_on", made_on), ("closed_on", *closed_on)] {
        if let Some(day) = day {
            at(|_| column, not_in_the_future(day, today))?;
        }
    }
    let occasion = occasion.as_ref().map(|one| Trigger { customer, ..one.clone() });
    if let Some(before) = occasion.as_ref().map(|one| tx.follow_up_for(one)).transpose()?.flatten()
    {
        let amount = |one: &FollowUp| one.promise.and_then(|terms| terms.amount);
        let (new, old) = (&row.promise, &before);
        return Ok(Placed::again((amount(new), new.due_on) != (amount(old), old.due_on)));
    }
    let id = FollowUpId::new(ids.free(tx, row.promise.id.number())?);
    let promise = promise.map(|terms| {
        let found = || tx.last_entry_until(customer, terms.made_on);
        let after_entry = row.after_entry.map_or_else(found, Ok)?;
        Ok::<_, crate::store::Error>(PromiseTerms { after_entry, ..terms })
    });
    let promise = promise.transpose()?;
    let note = text("note", rules::TEXT, &row.promise.text)?;
    let outcome = text("outcome", rules::OUTCOME, &row.promise.outcome)?;
    tx.insert_follow_up(&FollowUp {
        id,
        customer,
        occasion,
        promise,
        text: note,
        outcome,
        ..row.promise
    })?;
    Ok(Placed::New)
}

pub(super) fn put_day_close(tx: &Tx, ids: &mut Ids, row: DayClose, today: Day) -> Put<Placed> {
    at(|_| "day", not_in_the_future(row.day, today))?;
    if let Some(here) = tx.day_close(row.day)? {
        return Ok(Placed::again(DayClose { id: here.id, ..row } != here));
    }
    let refuse = |column, refused| Err(Wrong::Rule(column, refused));
    if expected_in_till(&tx.takings(row.day)?, &row.till) != row.expected {
        return refuse("expected", Refusal::DayChanged { day: row.day });
    }
    let sum = total(&row.denominations);
    let sum = sum.ok_or(Wrong::Rule("denominations", Refusal::TooLarge { what: Topic::Amount }))?;
    if !row.denominations.is_empty() && sum != row.counted {
        return refuse("denominations", Refusal::CountedOtherwise { counted: row.counted, sum });
    }
    let mut till = Vec::with_capacity(row.till.len());
    for method in &row.till {
        till.push(text("till", rules::METHOD, method)?);
    }
    let reason = text("reason", rules::REASON, &row.reason)?;
    let id = DayCloseId::new(ids.free(tx, row.id.number())?);
    tx.insert_day_close(&DayClose { id, till, reason, ..row })?;
    Ok(Placed::New)
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
    Err(Wrong::Rule("delivery", Refusal::NotFound { what: Topic::Delivery, which }))
}
