//! Promises to pay.

use super::CommandOutcome;
use crate::app::{Result, SideNote, find};
use crate::domain::action::ActionDetail;
use crate::domain::follow_up::{FollowUp, FollowUpStage, Rule, Trigger};
use crate::domain::promise::{NewPromise, PromiseTerms, PromisedPayment};
use crate::domain::refusal::{Refusal, Topic};
use crate::domain::{Day, Money};
use crate::store::Tx;

pub(super) fn add(tx: &Tx, new: &NewPromise, today: Day) -> Result<CommandOutcome> {
    let customer = find::customer(tx, new.customer)?;
    let note = record(tx, new, today)?;
    let PromisedPayment { amount, by } = new.payment;
    let detail = ActionDetail::PromiseAdded { customer: (&customer).into(), amount, by };
    Ok((detail, vec![note]))
}

/// Records a promise that was made on a day; there is one for a day, and a dropped one makes room.
pub(super) fn record(tx: &Tx, new: &NewPromise, made_on: Day) -> Result<SideNote> {
    let PromisedPayment { amount, by } = new.payment;
    if by < made_on {
        return Err(Refusal::InThePast { day: by }.into());
    }
    if let Some(amount) = amount {
        Topic::Amount.within(amount, Money::from_minor(1)..=Money::MAX)?;
    }
    let occasion = Trigger { rule: Rule::Promise, customer: new.customer, day: by };
    let before = tx.follow_up_for(&occasion)?;
    if before.as_ref().is_some_and(|before| before.stage != FollowUpStage::Dropped) {
        let name = find::customer(tx, new.customer)?.name;
        return Err(Refusal::PromisedTwice { name, day: by }.into());
    }
    let after_entry = tx.last_entry_until(new.customer, made_on)?;
    let terms = PromiseTerms { amount, made_on, after_entry };
    let promise = FollowUp {
        occasion: Some(occasion.clone()),
        promise: Some(terms),
        ..FollowUp::new(new.customer, &new.note, by)
    };
    let id = match before {
        Some(before) => {
            tx.update_follow_up(&FollowUp { id: before.id, ..promise })?;
            before.id
        }
        None => tx.insert_follow_up(&promise)?,
    };
    Ok(SideNote::FollowUp(id, by))
}
