//! Skips: goods that a customer does not want for a while.

use super::CommandOutcome;
use crate::app::{Result, SideNote, find};
use crate::domain::Day;
use crate::domain::action::ActionDetail;
use crate::domain::delivery::Delivery;
use crate::domain::id::{ProductId, SkipId};
use crate::domain::refusal::{Refusal, Topic};
use crate::domain::skip::{NewSkip, Skip};
use crate::store::Tx;

pub(super) fn add(tx: &Tx, new: &NewSkip, today: Day) -> Result<CommandOutcome> {
    if new.until < today {
        return Err(Refusal::InThePast { day: new.until }.into());
    }
    let customer = find::customer(tx, new.customer)?;
    let mut products = Vec::new();
    for product in &new.products {
        let product = find::product(tx, *product)?;
        if tx.jar_of(customer.id, product.id)?.is_none() {
            return Err(Refusal::NoJar { name: customer.name, product: product.name }.into());
        }
        products.push(product.name);
    }
    let mut notes: Vec<SideNote> = write(tx, new)?.into_iter().collect();
    let brings = |open: &Delivery| {
        let skipped = |product| new.products.is_empty() || new.products.contains(&product);
        open.lines.iter().any(|line| skipped(line.product))
    };
    let planned = tx.open_deliveries(new.customer)?.into_iter();
    let planned: Vec<_> = planned
        .filter(|open| open.planned_for <= new.until && brings(open))
        .map(|open| (open.id, open.planned_for))
        .collect();
    notes.extend((!planned.is_empty()).then_some(SideNote::PlannedWhileSkipped(planned)));
    let (until, reason) = (new.until, new.reason.clone());
    let customer = (&customer).into();
    Ok((ActionDetail::SkipAdded { customer, products, until, reason }, notes))
}

/// Writes one row for each product, or one for every jar of the customer.
pub(super) fn write(tx: &Tx, new: &NewSkip) -> Result<Option<SideNote>> {
    let NewSkip { customer, on, until, .. } = *new;
    let of = |product: Option<ProductId>| {
        let reason = new.reason.clone();
        tx.insert_skip(&Skip { id: SkipId::new(0), customer, product, on, until, reason })
    };
    let mut last = None;
    if new.products.is_empty() {
        last = Some(of(None)?);
    }
    for product in &new.products {
        last = Some(of(Some(*product))?);
    }
    Ok(last.map(|id| SideNote::Skipped(id, until)))
}

pub(super) fn remove(tx: &Tx, id: SkipId) -> Result<CommandOutcome> {
    let missing = || Refusal::NotFound { what: Topic::Skip, which: format!("#{}", id.number()) };
    let skip = tx.skip(id)?.ok_or_else(missing)?;
    let customer = (&find::customer(tx, skip.customer)?).into();
    tx.delete_skip(&skip)?;
    Ok((ActionDetail::SkipRemoved { customer, until: skip.until }, Vec::new()))
}
