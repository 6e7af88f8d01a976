//! Tabs: entries by hand.

use super::{CommandOutcome, not_in_the_future};
use crate::app::{Result, find};
use crate::domain::action::ActionDetail;
use crate::domain::id::{CustomerId, EntryId};
use crate::domain::refusal::{Refusal, Topic};
use crate::domain::tab::{Entry, EntryKind};
use crate::domain::{Day, Money};
use crate::store::Tx;

/// An entry of an amount as a person says it: what is paid is positive.
pub(in crate::app) fn entry(
    customer: CustomerId,
    kind: EntryKind,
    amount: Money,
    on: Day,
) -> Entry {
    Entry {
        id: EntryId::new(0),
        customer,
        on,
        kind,
        amount: kind.signed(amount),
        method: String::new(),
        note: String::new(),
        delivery: None,
        external: None,
    }
}

pub(super) fn add(tx: &Tx, entry: Entry, today: Day) -> Result<CommandOutcome> {
    let customer = find::customer(tx, entry.customer)?;
    not_in_the_future(entry.on, today)?;
    let amount = entry.kind.signed(entry.amount);
    let may_be_negative = matches!(entry.kind, EntryKind::Correction | EntryKind::Opening);
    if amount.is_zero() || (amount.is_negative() && !may_be_negative) {
        return Err(Refusal::NotPositive { amount }.into());
    }
    Topic::Amount.within(amount, Money::MIN..=Money::MAX)?;
    if entry.kind == EntryKind::Opening && tx.has_opening(customer.id)? {
        return Err(Refusal::OpeningWritten { name: customer.name }.into());
    }
    if matches!(entry.kind, EntryKind::Discount | EntryKind::WriteOff) {
        let owed = tx.balance(customer.id)?.max(Money::ZERO);
        if amount > owed {
            return Err(Refusal::MoreThanOwed { name: customer.name, owed }.into());
        }
    }
    tx.insert_entry(&entry)?;
    let Entry { kind, method, .. } = entry;
    let customer = (&customer).into();
    Ok((ActionDetail::EntryAdded { customer, kind, amount, method }, Vec::new()))
}
