//! Customers: writing them down, changing them, leaving, returning, being away.

use super::{CommandOutcome, delivery, tab};
use crate::app::{Result, SideNote, find};
use crate::domain::action::ActionDetail;
use crate::domain::credit_limit::CreditLimit;
use crate::domain::customer::{Away, Customer, CustomerPatch, Departure, HouseholdChange};
use crate::domain::day::Period;
use crate::domain::delivery::{Delivery, DeliveryStage};
use crate::domain::id::{CustomerId, EntryId};
use crate::domain::refusal::{Refusal, Topic};
use crate::domain::tab::{Entry, EntryKind};
use crate::domain::{Day, Money};
use crate::store::Tx;

pub(super) fn add(
    tx: &Tx,
    patch: &CustomerPatch,
    opening: Option<Money>,
    on: Day,
) -> Result<CommandOutcome> {
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

    let mut notes = vec![SideNote::Customer(customer.id, customer.code.clone())];
    if !alike.is_empty() {
        notes.push(SideNote::Alike(alike));
    }
    Ok((ActionDetail::CustomerAdded { customer: (&customer).into() }, notes))
}

pub(super) fn edit(
    tx: &Tx,
    id: CustomerId,
    patch: &CustomerPatch,
    opening: Option<Money>,
    on: Day,
) -> Result<CommandOutcome> {
    let mut customer = find::customer(tx, id)?;
    customer.apply(patch.clone());
    check(tx, &customer)?;
    tx.update_customer(&customer)?;
    open_tab(tx, &customer, opening, on)?;
    Ok((ActionDetail::CustomerEdited { customer: (&customer).into() }, Vec::new()))
}

pub(super) fn leave(tx: &Tx, id: CustomerId, on: Day, reason: &str) -> Result<CommandOutcome> {
    let mut customer = find::customer(tx, id)?;
    if let Some(left) = &customer.left {
        return Err(Refusal::AlreadyLeft { name: customer.name, on: left.on }.into());
    }
    if on < customer.joined_on {
        return Err(Refusal::NotLater { day: on, than: customer.joined_on }.into());
    }
    customer.left = Some(Departure { on, reason: reason.to_owned() });
    tx.update_customer(&customer)?;
    // What is planned for a day before they leave is still brought.
    let later = |delivery: &Delivery| delivery.planned_for >= on;
    for delivery in tx.open_deliveries(id)?.into_iter().filter(later) {
        delivery::close(tx, &delivery, DeliveryStage::Cancelled, on, reason)?;
    }
    let reason = reason.to_owned();
    Ok((ActionDetail::CustomerLeft { customer: (&customer).into(), on, reason }, Vec::new()))
}

pub(super) fn come_back(tx: &Tx, id: CustomerId) -> Result<CommandOutcome> {
    let mut customer = find::customer(tx, id)?;
    if customer.left.take().is_none() {
        return Err(Refusal::NotLeft { name: customer.name }.into());
    }
    tx.update_customer(&customer)?;
    Ok((ActionDetail::CustomerReturned { customer: (&customer).into() }, Vec::new()))
}

pub(super) fn away(tx: &Tx, id: CustomerId, away: &Away) -> Result<CommandOutcome> {
    let customer = find::customer(tx, id)?;
    let Period { from, to } = away.period;
    if to < from {
        return Err(Refusal::NotLater { day: to, than: from }.into());
    }
    Topic::People.within(away.people.unwrap_or(1), 1..=u16::MAX)?;
    let people = tx.household_on(&customer, away.period.from)?.people();
    if away.people.is_some_and(|gone| people > 0 && u32::from(gone) > people) {
        return Err(Refusal::MoreAwayThanPeople { name: customer.name, people }.into());
    }
    let known = tx.times_away(id)?;
    if let Some(other) = known.iter().find(|other| other.period.overlap(away.period) > 0) {
        let Away { period, .. } = other;
        return Err(
            Refusal::AwayTwice { name: customer.name, from: period.from, to: period.to }.into()
        );
    }
    tx.insert_away(id, away)?;
    let planned = tx.open_deliveries(id)?.into_iter();
    let planned: Vec<_> = planned
        .filter(|open| away.people.is_none() && away.period.contains(open.planned_for))
        .map(|open| (open.id, open.planned_for))
        .collect();
    let notes = (!planned.is_empty()).then_some(SideNote::PlannedWhileAway(planned));
    let detail = ActionDetail::CustomerAway {
        customer: (&customer).into(),
        period: away.period,
        people: away.people.map(u32::from),
    };
    Ok((detail, notes.into_iter().collect()))
}

pub(super) fn change_household(
    tx: &Tx,
    id: CustomerId,
    change: &HouseholdChange,
) -> Result<CommandOutcome> {
    let customer = find::customer(tx, id)?;
    tx.put_household_change(id, change)?;
    let detail = ActionDetail::HouseholdChanged {
        customer: (&customer).into(),
        from: change.from,
        people: change.household.people(),
    };
    Ok((detail, Vec::new()))
}

/// Checks a customer before it is written, by a command or an import. Texts are checked at input,
/// so that an invalid one in an older notebook does not block other changes.
///
/// # Errors
/// If the customer breaks a rule, such as having no name, or the file cannot be read.
pub(super) fn check(tx: &Tx, customer: &Customer) -> Result<()> {
    if customer.name.trim().is_empty() {
        return Err(Refusal::NoName.into());
    }
    Topic::Amount.within(
        customer.limit.and_then(CreditLimit::amount).unwrap_or_default(),
        Money::ZERO..=Money::MAX,
    )?;
    if let Some(other) =
        tx.customer_with_code(&customer.code)?.filter(|other| other.id != customer.id)
    {
        return Err(Refusal::CodeTaken { code: customer.code.clone(), name: other.name }.into());
    }
    match customer.referred_by {
        Some(referrer) if referrer == customer.id => {
            Err(Refusal::ReferredByThemselves { name: customer.name.clone() }.into())
        }
        Some(referrer) => find::customer(tx, referrer).map(drop),
        None => Ok(()),
    }
}

fn open_tab(tx: &Tx, customer: &Customer, opening: Option<Money>, on: Day) -> Result<()> {
    let Some(amount) = opening.filter(|amount| !amount.is_zero()) else {
        return Ok(());
    };
    Topic::Amount.within(amount, Money::MIN..=Money::MAX)?;
    tab::check_first(tx, customer, EntryKind::Opening)?;
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
        reference: String::new(),
        corrects: None,
        instead_of: None,
        against: None,
    })?;
    Ok(())
}
