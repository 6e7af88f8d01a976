//! Tabs: entries by hand.

use super::{CommandOutcome, day_close, not_in_the_future};
use crate::app::accounts::account_on;
use crate::app::prices::unit_prices;
use crate::app::trust::trust_score;
use crate::app::{Result, SideNote, find};
use crate::domain::action::ActionDetail;
use crate::domain::credit_limit::LimitExcess;
use crate::domain::customer::Customer;
use crate::domain::delivery::Plan;
use crate::domain::entry::{EntryMove, REPEATED_WITHIN_SECONDS, RepeatedPayment, moved_note};
use crate::domain::id::{CustomerId, EntryId};
use crate::domain::payment::{find_method, methods};
use crate::domain::refusal::{Refusal, Topic};
use crate::domain::tab::{Entry, EntryKind, EntryLimit, OverLimit};
use crate::domain::trust::TrustScore;
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
        reference: String::new(),
        corrects: None,
        instead_of: None,
        against: None,
    }
}

pub(super) fn add(
    tx: &Tx,
    entry: Entry,
    (over, repeated): (OverLimit, RepeatedPayment),
    today: Day,
) -> Result<CommandOutcome> {
    let customer = find::customer(tx, entry.customer)?;
    let entry = Entry { method: listed_method(tx, &entry.method)?, ..entry };
    not_in_the_future(entry.on, today)?;
    if let Some(day) = entry.corrects {
        day_close::ensure_closed(tx, day)?;
    }
    let amount = entry.kind.signed(entry.amount);
    entry.kind.check_sign(amount)?;
    Topic::Amount.within(amount, Money::MIN..=Money::MAX)?;
    match entry.kind.rule().limit {
        EntryLimit::Unlimited => {}
        EntryLimit::Credit => {
            let balance = account_on(tx, today, customer.id)?.balance;
            if over == OverLimit::Refuse {
                check_limit(tx, &customer, (balance, amount, Money::ZERO), today)?;
            }
        }
        EntryLimit::Once => check_first(tx, &customer, entry.kind)?,
        EntryLimit::Owed => {
            let owed = tx.balance(customer.id)?.max(Money::ZERO);
            if amount > owed {
                return Err(Refusal::MoreThanOwed { name: customer.name, owed }.into());
            }
        }
        EntryLimit::Balance => {
            let balance = account_on(tx, entry.on, customer.id)?.balance;
            if amount != balance {
                let (name, on) = (customer.name, entry.on);
                return Err(Refusal::NotTheBalance { name, on, balance }.into());
            }
        }
        EntryLimit::Held => {
            let held = tx.held(customer.id)?;
            if amount.is_negative() && -amount > held {
                return Err(Refusal::MoreThanHeld { name: customer.name, held }.into());
            }
        }
    }
    if entry.kind.rule().counts_as_paid
        && repeated == RepeatedPayment::Refuse
        && was_just_recorded(tx, &entry)?
    {
        let name = customer.name;
        return Err(Refusal::RepeatedPayment { name, amount, on: entry.on }.into());
    }
    tx.insert_entry(&entry)?;
    let Entry { kind, method, .. } = entry;
    let customer = (&customer).into();
    Ok((ActionDetail::EntryAdded { customer, kind, amount, method }, Vec::new()))
}

/// Corrects the customer, the day or the amount of an entry by a pair: one that takes it back, and the right one.
/// The first settles the wrong entry and nothing else. What is dated on a closed day stays, so that both are corrections of today that name the day.
pub(super) fn move_entry(tx: &Tx, wrong: &EntryMove, today: Day) -> Result<CommandOutcome> {
    let missing = || find::not_found(Topic::Entry, wrong.entry.number());
    let entry = tx.entry(wrong.entry)?.ok_or_else(missing)?;
    if !entry.is_movable() {
        let (entry, delivery) = (wrong.entry.number(), entry.delivery);
        return Err(Refusal::NotMovable { entry, delivery }.into());
    }
    if tx.was_moved(entry.id)? {
        return Err(Refusal::AlreadyMoved { entry: entry.id.number() }.into());
    }
    if tx.is_of_tickets(&entry)? {
        return Err(Refusal::NotMovableTickets { entry: entry.id.number() }.into());
    }
    if entry.against.is_some() {
        return Err(Refusal::NotMovable { entry: entry.id.number(), delivery: None }.into());
    }
    let (kind, before) = (entry.kind, entry.kind.signed(entry.amount));
    let customer = find::customer(tx, wrong.customer.unwrap_or(entry.customer))?;
    let (on, amount) = (wrong.on.unwrap_or(entry.on), wrong.amount.unwrap_or(before));
    kind.check_sign(amount)?;
    let detail = ActionDetail::EntryMoved { customer: (&customer).into(), kind, amount, on };
    if (customer.id, on, amount) == (entry.customer, entry.on, before) {
        return Ok((detail, Vec::new()));
    }
    let language = tx.shop()?.language.unwrap_or_default();
    let said = [moved_note(language, entry.id), entry.note.clone()];
    let said: Vec<&str> = said.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    let new = Entry {
        id: EntryId::new(0),
        note: said.join("; "),
        external: None,
        instead_of: Some(entry.id),
        ..entry.clone()
    };
    let closed = tx.day_close(entry.on)?.map(|close| close.day);
    let (back, right) = match closed {
        Some(_) if on == entry.on => {
            let correction = Entry {
                kind: EntryKind::Correction,
                on: today,
                corrects: closed,
                method: String::new(),
                ..new
            };
            let back =
                Entry { amount: -entry.amount, against: Some(entry.id), ..correction.clone() };
            (back, Entry { customer: customer.id, amount: kind.signed(amount), ..correction })
        }
        _ => {
            let (kind_back, amount_back) = reversal(kind, before);
            let (amount_back, against) = (kind_back.signed(amount_back), Some(entry.id));
            let back = Entry { kind: kind_back, amount: amount_back, against, ..new.clone() };
            (back, Entry { customer: customer.id, on, amount: kind.signed(amount), ..new })
        }
    };
    // What happened has happened: the limit is told, and refuses nothing.
    for entry in [back, right] {
        add(tx, entry, (OverLimit::Accept, RepeatedPayment::Accept), today)?;
    }
    Ok((detail, Vec::new()))
}

/// Returns the kind and the amount, as a person says it, of an entry that takes back one of a kind: money that came
/// in goes out again, and the other way round.
fn reversal(kind: EntryKind, amount: Money) -> (EntryKind, Money) {
    match kind {
        EntryKind::Payment => (EntryKind::Refund, amount),
        EntryKind::Refund => (EntryKind::Payment, amount),
        EntryKind::Deposit => (EntryKind::Deposit, -amount),
        EntryKind::Charge
        | EntryKind::Return
        | EntryKind::Discount
        | EntryKind::WriteOff
        | EntryKind::Correction
        | EntryKind::Agreement
        | EntryKind::Opening => (EntryKind::Correction, -kind.signed(amount)),
    }
}

/// Returns the method of payment of the shop's list that was typed; nothing for nothing.
pub(super) fn listed_method(tx: &Tx, typed: &str) -> Result<String> {
    if typed.is_empty() {
        return Ok(String::new());
    }
    let shop = tx.shop()?;
    let unknown = || {
        let methods = methods(&shop, shop.language.unwrap_or_default());
        Refusal::UnknownMethod { text: typed.to_owned(), methods }
    };
    Ok(find_method(&shop, typed).ok_or_else(unknown)?)
}

/// Returns whether an entry that says the same was recorded within [`REPEATED_WITHIN_SECONDS`].
fn was_just_recorded(tx: &Tx, entry: &Entry) -> Result<bool> {
    let Some((before, now)) = tx.recorded_at(entry)?.zip(tx.moment()?) else { return Ok(false) };
    let seconds = crate::domain::action::seconds_between(&before, &now);
    Ok(seconds.is_some_and(|seconds| seconds.abs() <= REPEATED_WITHIN_SECONDS))
}

/// Refuses a charge, of which a part is paid at once, that takes a balance beyond the credit limit of a customer;
/// names what fits, and how far the customer can be trusted.
pub(super) fn check_limit(
    tx: &Tx,
    customer: &Customer,
    (balance, amount, paid): (Money, Money, Money),
    today: Day,
) -> Result<()> {
    match limit_excess(tx, customer, (balance, amount, paid))? {
        Some(excess) => Err(over_limit(tx, customer, excess, today)?.into()),
        None => Ok(()),
    }
}

/// Returns the amount by which a charge exceeds the credit limit of a customer.
pub(super) fn limit_excess(
    tx: &Tx,
    customer: &Customer,
    (balance, amount, paid): (Money, Money, Money),
) -> Result<Option<LimitExcess>> {
    Ok(LimitExcess::of(tx.shop()?.credit_limit_of(customer), balance, (amount, paid)))
}

/// Returns the refusal of a charge that exceeds the credit limit.
pub(super) fn over_limit(
    tx: &Tx,
    customer: &Customer,
    excess: LimitExcess,
    today: Day,
) -> Result<Refusal> {
    let trust = trust_score(tx, customer.id, today)?.map(TrustScore::grade);
    let excess = Box::new(excess);
    Ok(Refusal::OverLimit { name: customer.name.clone(), trust, excess })
}

/// Returns the warning that a planned delivery would take the tab beyond the credit limit.
pub(super) fn over_limit_then(
    tx: &Tx,
    customer: &Customer,
    plan: &Plan,
    today: Day,
) -> Result<Option<SideNote>> {
    let Some(limit) = tx.shop()?.credit_limit_of(customer) else { return Ok(None) };
    let mut balance = account_on(tx, today, customer.id)?.balance;
    let before = balance;
    for (product, quantity) in &plan.lines {
        let product = find::product(tx, *product)?;
        balance += quantity.times(unit_prices(tx, customer.id, &product, plan.on)?.of(*quantity));
    }
    let over = balance > limit && balance > before;
    Ok(over.then_some(SideNote::OverLimitThen { balance, limit }))
}

/// Checks that a tab has no entry yet of a kind that it can have once.
pub(super) fn check_first(tx: &Tx, customer: &Customer, kind: EntryKind) -> Result<()> {
    if tx.has_entry_of(customer.id, kind)? {
        return Err(Refusal::OpeningWritten { name: customer.name.clone() }.into());
    }
    Ok(())
}
