//! Edits of a delivery: of a planned one its day and goods, of a done one what was delivered, seen and
//! paid. Entries are never edited, so a done one is corrected by further entries.

use super::super::container;
use super::complete::{checked_line, jar_of, jars_of, together};
use super::{
    CommandOutcome, day_warnings, jar, jar_warnings, named_goods, not_in_the_past, planned_line,
    tab, ticket,
};
use crate::app::Result;
use crate::app::find;
use crate::domain::action::ActionDetail;
use crate::domain::customer::Customer;
use crate::domain::delivery::{Delivery, DeliveryEdit, DeliveryLine, DeliveryStage};
use crate::domain::id::{EntryId, ReadingId};
use crate::domain::jar::Reading;
use crate::domain::refusal::{Refusal, Topic};
use crate::domain::tab::{Entry, EntryKind, EntryLedger, TillEffect};
use crate::domain::{Day, Money, Quantity};
use crate::store::Tx;

/// Edits a planned or a done delivery. Refuses one that was missed or cancelled.
pub(in super::super) fn edit(tx: &Tx, edit: &DeliveryEdit, today: Day) -> Result<CommandOutcome> {
    let delivery = super::existing(tx, edit.delivery)?;
    let customer = find::customer(tx, delivery.customer)?;
    match delivery.stage {
        DeliveryStage::Planned => edit_planned(tx, &delivery, &customer, edit, today),
        DeliveryStage::Done => edit_done(tx, &delivery, &customer, edit, today),
        DeliveryStage::Missed | DeliveryStage::Cancelled => Err(closed(&delivery, &customer)),
    }
}

fn closed(delivery: &Delivery, customer: &Customer) -> crate::app::Error {
    let on = delivery.closed_on.unwrap_or(delivery.planned_for);
    Refusal::NotOpen { delivery: delivery.id, name: customer.name.clone(), on }.into()
}

/// Changes the goods and the day of a planned delivery; a quantity of zero removes the product.
fn edit_planned(
    tx: &Tx,
    delivery: &Delivery,
    customer: &Customer,
    edit: &DeliveryEdit,
    today: Day,
) -> Result<CommandOutcome> {
    let only_done = !edit.left.is_empty() || edit.paid.is_some();
    if only_done || edit.lines.iter().any(|line| line.price.is_some()) {
        let name = customer.name.clone();
        return Err(Refusal::NotDelivered { delivery: delivery.id, name }.into());
    }
    let mut lines = delivery.lines.clone();
    for line in together(tx, &edit.lines)? {
        find::product(tx, line.product)?;
        Topic::Quantity.within(line.quantity, Quantity::ZERO..=Quantity::MAX)?;
        lines.retain(|known| known.product != line.product);
        match line.quantity.is_positive() {
            true => lines.push(planned_line(line.product, line.quantity)),
            false => tx.delete_delivery_line(delivery, line.product)?,
        }
    }
    if lines.is_empty() {
        return Err(Refusal::NothingToDeliver { name: customer.name.clone() }.into());
    }
    let goods: Vec<_> = lines.iter().map(|line| (line.product, line.planned)).collect();
    tx.update_delivery(&Delivery { lines, ..delivery.clone() })?;

    let on = edit.on.unwrap_or(delivery.planned_for);
    let mut notes = Vec::new();
    if on != delivery.planned_for {
        not_in_the_past(on, today)?;
        notes = super::move_to(tx, delivery.id, on, today)?.1;
    } else {
        notes.extend(day_warnings(tx, customer, on, today)?);
        let products: Vec<_> = goods.iter().map(|(product, _)| *product).collect();
        notes.extend(jar_warnings(tx, customer, &products, (on, today))?);
    }
    let (customer, goods) = (customer.into(), named_goods(tx, &goods)?);
    Ok((ActionDetail::DeliveryEdited { customer, goods, on, corrected: Money::ZERO }, notes))
}

/// Corrects what was delivered, seen and paid at a visit that is over. The tab gets a correction of
/// today by the difference, and the stock follows from the lines.
fn edit_done(
    tx: &Tx,
    delivery: &Delivery,
    customer: &Customer,
    edit: &DeliveryEdit,
    today: Day,
) -> Result<CommandOutcome> {
    let Some(visited_on) = delivery.closed_on.filter(|on| edit.on.is_none_or(|day| day == *on))
    else {
        return Err(closed(delivery, customer));
    };
    let lines = corrected_lines(tx, delivery, customer, edit)?;
    let before = charged(tx, delivery, &delivery.lines)?;
    let after = charged(tx, delivery, &lines)?;
    Topic::Amount.within(after, Money::ZERO..=Money::MAX)?;
    if let Some(paid) = edit.paid {
        Topic::Amount.within(paid, Money::ZERO..=Money::MAX)?;
    }
    let entries = entries(tx, delivery)?;
    if entries.iter().any(|entry| entry.kind == EntryKind::Return) {
        return Err(Refusal::ReturnNotEdited { delivery: delivery.id }.into());
    }
    let paid_before = paid(tx, delivery, &entries)?;
    let payment = entries.iter().find(|entry| entry.kind == EntryKind::Payment);
    let method = payment.map(|payment| payment.method.clone()).unwrap_or_default();
    tx.update_delivery(&Delivery { lines: lines.clone(), ..delivery.clone() })?;

    // What is taken off a charge or a payment settles that one, and leaves older debts as they are.
    let newest = |kind| entries.iter().rev().find(|one| one.kind == kind).map(|one| one.id);
    let write = |kind: EntryKind, amount: Money, against: Option<EntryId>| -> Result<()> {
        if !amount.is_zero() {
            let is_money = kind.rule().till != TillEffect::None;
            let method = if is_money { method.clone() } else { String::new() };
            let entry = tab::entry(customer.id, kind, amount, today);
            tx.insert_entry(&Entry { delivery: Some(delivery.id), method, against, ..entry })?;
        }
        Ok(())
    };
    let charge = newest(EntryKind::Charge).filter(|_| after < before);
    write(EntryKind::Correction, after - before, charge)?;
    let more_paid = edit.paid.map_or(Money::ZERO, |paid| paid - paid_before);
    // The till has as much more or less as was paid.
    match more_paid.is_positive() {
        true => write(EntryKind::Payment, more_paid, None)?,
        false => write(EntryKind::Refund, -more_paid, newest(EntryKind::Payment))?,
    }

    let jars = jars_of(tx, customer, &lines)?;
    for (product, level) in &edit.left {
        let jar = jar_of(tx, customer, &jars, *product)?;
        let product = find::product(tx, jar.product)?;
        let quantity = jar::quantity_in(jar, &product, &customer.name, *level)?;
        let reading = Reading {
            id: tx.reading_at(jar.id, delivery.id)?.unwrap_or(ReadingId::new(0)),
            jar: jar.id,
            on: visited_on,
            level: quantity,
            kind: level.kind(),
            delivery: Some(delivery.id),
        };
        tx.put_reading(customer.id, &reading)?;
    }
    let goods = lines.iter().filter_map(|line| Some((line.product, line.delivered?)));
    let goods = named_goods(tx, &goods.collect::<Vec<_>>())?;
    let customer_id = customer.id;
    let (customer, corrected) = (customer.into(), after - before - more_paid);
    let detail = ActionDetail::DeliveryEdited { customer, goods, on: visited_on, corrected };
    Ok((detail, container::holdings_after(tx, customer_id, &lines, today)?))
}

/// Returns the lines of a done delivery with the new quantities and prices; a product that is named
/// only now joins them.
fn corrected_lines(
    tx: &Tx,
    delivery: &Delivery,
    customer: &Customer,
    edit: &DeliveryEdit,
) -> Result<Vec<DeliveryLine>> {
    let mut lines = delivery.lines.clone();
    for said in together(tx, &edit.lines)? {
        let known = lines.iter_mut().find(|line| line.product == said.product);
        let price = said.price.or(known.as_ref().and_then(|line| line.price));
        let planned = known.as_ref().map_or(Quantity::ZERO, |line| line.planned);
        let cost = known.as_ref().and_then(|line| line.cost);
        let line = DeliveryLine { cost, ..planned_line(said.product, planned) };
        let on = delivery.closed_on.unwrap_or(delivery.planned_for);
        let new = checked_line(tx, (customer, on), line, (said.quantity, price))?;
        match known {
            Some(known) => *known = new,
            None => lines.push(new),
        }
    }
    Ok(lines)
}

/// Returns the value of the goods of a done delivery for which no tickets paid.
fn charged(tx: &Tx, delivery: &Delivery, lines: &[DeliveryLine]) -> Result<Money> {
    let goods: Money = lines.iter().filter_map(DeliveryLine::amount).sum();
    Ok(goods - ticket::value_paid(tx, delivery.id, lines)?)
}

/// Returns the entries of a delivery that change what is owed.
fn entries(tx: &Tx, delivery: &Delivery) -> Result<Vec<Entry>> {
    let mut entries = tx.entries_of(delivery.customer)?;
    entries.retain(|entry| entry.delivery == Some(delivery.id));
    entries.retain(|entry| entry.kind.rule().ledger == EntryLedger::Owed);
    Ok(entries)
}

/// Returns what was paid at a done delivery, including corrections: the value of its goods less what
/// its entries leave on the tab. A delivery without a charge of its own, for which no tickets paid, was imported,
/// and its goods are on no entry of it.
fn paid(tx: &Tx, delivery: &Delivery, entries: &[Entry]) -> Result<Money> {
    let on_tab: Money = entries.iter().map(|entry| entry.amount).sum();
    let is_charged = entries.iter().any(|entry| entry.kind == EntryKind::Charge)
        || !tx.tickets_used_at(delivery.id)?.is_empty();
    Ok(match is_charged {
        true => charged(tx, delivery, &delivery.lines)? - on_tab,
        false => -on_tab,
    })
}
