//! Customers: writing them down, changing them, leaving, returning, being away.

use super::perform::Performed;
use super::{Note, Result, deliveries};
use crate::domain::action::ActionDetail;
use crate::domain::customer::{Away, Customer, CustomerPatch, HouseholdChange, Left};
use crate::domain::day::Period;
use crate::domain::delivery::Stage;
use crate::domain::id::{CustomerId, EntryId};
use crate::domain::refused::{Refused, Thing};
use crate::domain::tab::{Entry, EntryKind};
use crate::domain::{Day, Money};
use crate::store::Tx;

/// The customer, or the refusal that they are not there.
pub(super) fn there(tx: &Tx, id: CustomerId) -> Result<Customer> {
    let missing =
        || Refused::NotThere { what: Thing::Customer, which: format!("#{}", id.number()) };
    Ok(tx.customer(id)?.ok_or_else(missing)?)
}

pub(super) fn add(
    tx: &Tx,
    patch: &CustomerPatch,
    opening: Option<Money>,
    on: Day,
) -> Result<Performed> {
    let code = match &patch.code {
        Some(code) => code.clone(),
        None => format!("C{:03}", tx.highest_made_code()? + 1),
    };
    let mut customer = Customer::new(CustomerId::new(0), code, String::new(), on);
    customer.apply(CustomerPatch { code: None, ..patch.clone() });
    check(tx, &customer)?;
    let alike = tx.customers_like(&customer.name, &customer.phones, 5)?;
    customer.id = tx.insert_customer(&customer)?;
    open_tab(tx, &customer, opening, on)?;

    let mut notes = vec![Note::Customer(customer.id, customer.code.clone())];
    if !alike.is_empty() {
        notes.push(Note::Alike(alike));
    }
    Ok((ActionDetail::CustomerAdded { customer: (&customer).into() }, notes))
}

pub(super) fn edit(
    tx: &Tx,
    id: CustomerId,
    patch: &CustomerPatch,
    opening: Option<Money>,
    on: Day,
) -> Result<Performed> {
    let mut customer = there(tx, id)?;
    customer.apply(patch.clone());
    check(tx, &customer)?;
    tx.update_customer(&customer)?;
    open_tab(tx, &customer, opening, on)?;
    Ok((ActionDetail::CustomerEdited { customer: (&customer).into() }, Vec::new()))
}

pub(super) fn leave(tx: &Tx, id: CustomerId, on: Day, reason: &str) -> Result<Performed> {
    let mut customer = there(tx, id)?;
    if let Some(left) = &customer.left {
        return Err(Refused::AlreadyLeft { name: customer.name, on: left.on }.into());
    }
    customer.left = Some(Left { on, reason: reason.to_owned() });
    tx.update_customer(&customer)?;
    for delivery in tx.open_deliveries(id)? {
        deliveries::close(tx, &delivery, Stage::Cancelled, on, reason)?;
    }
    let reason = reason.to_owned();
    Ok((ActionDetail::CustomerLeft { customer: (&customer).into(), on, reason }, Vec::new()))
}

pub(super) fn come_back(tx: &Tx, id: CustomerId) -> Result<Performed> {
    let mut customer = there(tx, id)?;
    if customer.left.take().is_none() {
        return Err(Refused::NotLeft { name: customer.name }.into());
    }
    tx.update_customer(&customer)?;
    Ok((ActionDetail::CustomerReturned { customer: (&customer).into() }, Vec::new()))
}

pub(super) fn away(tx: &Tx, id: CustomerId, away: &Away) -> Result<Performed> {
    let customer = there(tx, id)?;
    let Period { from, to } = away.period;
    if to < from {
        return Err(Refused::NotLater { day: to, than: from }.into());
    }
    Thing::People.within(away.people.unwrap_or(1), 1..=u16::MAX)?;
    let people = tx.household_on(&customer, away.period.from)?.people();
    if away.people.is_some_and(|gone| people > 0 && u32::from(gone) > people) {
        return Err(Refused::MoreAwayThanPeople { name: customer.name, people }.into());
    }
    let known = tx.times_away(id)?;
    if let Some(other) = known.iter().find(|other| other.period.overlap(away.period) > 0) {
        let Away { period, .. } = other;
        return Err(
            Refused::AwayTwice { name: customer.name, from: period.from, to: period.to }.into()
        );
    }
    tx.insert_away(id, away)?;
    let detail = ActionDetail::CustomerAway {
        customer: (&customer).into(),
        period: away.period,
        people: away.people.map(u32::from),
    };
    Ok((detail, Vec::new()))
}

pub(super) fn change_household(
    tx: &Tx,
    id: CustomerId,
    change: &HouseholdChange,
) -> Result<Performed> {
    let customer = there(tx, id)?;
    tx.put_household_change(id, change)?;
    let detail = ActionDetail::HouseholdChanged {
        customer: (&customer).into(),
        from: change.from,
        people: change.household.people(),
    };
    Ok((detail, Vec::new()))
}

/// What no customer may be, whoever writes it: by hand or from a file. Their texts are checked where
/// they come in, so that one which an older notebook holds does not stand in the way of other changes.
pub(super) fn check(tx: &Tx, customer: &Customer) -> Result<()> {
    if customer.name.trim().is_empty() {
        return Err(Refused::NoName.into());
    }
    Thing::Amount.within(customer.limit.unwrap_or_default(), Money::ZERO..=Money::MAX)?;
    if let Some(other) =
        tx.customer_with_code(&customer.code)?.filter(|other| other.id != customer.id)
    {
        return Err(Refused::CodeTaken { code: customer.code.clone(), name: other.name }.into());
    }
    match customer.referred_by {
        Some(referrer) if referrer == customer.id => {
            Err(Refused::ReferredByThemselves { name: customer.name.clone() }.into())
        }
        Some(referrer) => there(tx, referrer).map(drop),
        None => Ok(()),
    }
}

fn open_tab(tx: &Tx, customer: &Customer, opening: Option<Money>, on: Day) -> Result<()> {
    let Some(amount) = opening.filter(|amount| !amount.is_zero()) else {
        return Ok(());
    };
    Thing::Amount.within(amount, Money::MIN..=Money::MAX)?;
    if tx.has_opening(customer.id)? {
        return Err(Refused::OpeningWritten { name: customer.name.clone() }.into());
    }
    tx.insert_entry(&Entry {
        id: EntryId::new(0),
        customer: customer.id,
        on,
        kind: EntryKind::Opening,
        amount,
        method: String::new(),
        note: String::new(),
        delivery: None,
        external: None,
    })?;
    Ok(())
}
