//! Follow-ups: added by hand, or by a rule of the shop once for each occasion.

use super::CommandOutcome;
use crate::app::{Result, SideNote, find};
use crate::domain::Day;
use crate::domain::action::{ActionDetail, FollowUpSubject, NamedCustomer};
use crate::domain::customer::Customer;
use crate::domain::follow_up::{FollowUp, FollowUpRef, FollowUpStage, Repeat, Rule, Trigger};
use crate::domain::id::{CustomerId, FollowUpId};
use crate::domain::refusal::{Refusal, Topic};
use crate::store::Tx;
use chrono::Days;

/// Days after the first delivery on which we ask how it went.
const FIRST_CALL: u64 = 3;

/// Days after joining within which a delivery can be the first one.
const NEW_FOR: i64 = 60;

/// Days for which a delivery that is recorded later is still worth the question.
const RECENT: i64 = 7;

/// Returns the customer and the subject of a follow-up, for the journal.
fn named(tx: &Tx, follow_up: &FollowUp) -> Result<(NamedCustomer, FollowUpSubject)> {
    let customer = find::customer(tx, follow_up.customer)?;
    Ok(((&customer).into(), follow_up.into()))
}

pub(super) fn add(
    tx: &Tx,
    customer: CustomerId,
    text: &str,
    on: Day,
    repeat: Option<Repeat>,
) -> Result<CommandOutcome> {
    let follow_up = FollowUp { repeat, ..FollowUp::new(customer, text, on) };
    let (customer, subject) = named(tx, &follow_up)?;
    let id = tx.insert_follow_up(&follow_up)?;
    let detail = ActionDetail::FollowUpAdded { customer, subject, due_on: on };
    Ok((detail, vec![SideNote::FollowUp(id, on)]))
}

/// Returns the open follow-up that is referred to; one that only a rule has found is stored first.
fn open(tx: &Tx, meant: &FollowUpRef) -> Result<FollowUp> {
    let follow_up = match meant {
        FollowUpRef::Recorded(id) => {
            let missing =
                || Refusal::NotFound { what: Topic::FollowUp, which: format!("#{}", id.number()) };
            tx.follow_up(*id)?.ok_or_else(missing)?
        }
        FollowUpRef::Suggested(Trigger { rule: Rule::Complaint, .. }) => {
            return Err(Refusal::ComplaintToSolve.into());
        }
        FollowUpRef::Suggested(occasion) => match tx.follow_up_for(occasion)? {
            Some(written) => written,
            None => {
                find::customer(tx, occasion.customer)?;
                let new = FollowUp {
                    occasion: Some(occasion.clone()),
                    ..FollowUp::new(occasion.customer, "", occasion.day)
                };
                FollowUp { id: tx.insert_follow_up(&new)?, ..new }
            }
        },
    };
    match follow_up.closed_on.or(tx.met_on(follow_up.id)?) {
        Some(on) => {
            let rule = follow_up.occasion.map(|occasion| occasion.rule);
            Err(Refusal::FollowUpClosed { rule, text: follow_up.text, on }.into())
        }
        None => Ok(follow_up),
    }
}

pub(super) fn finish(
    tx: &Tx,
    meant: &FollowUpRef,
    on: Day,
    outcome: &str,
) -> Result<CommandOutcome> {
    let done = FollowUp {
        stage: FollowUpStage::Done,
        closed_on: Some(on),
        outcome: outcome.to_owned(),
        ..open(tx, meant)?
    };
    tx.update_follow_up(&done)?;
    let next = done.repeat.map(|repeat| match repeat {
        Repeat::Every(span) => span.first_after(done.anchor, done.due_on.max(on)),
        Repeat::AfterDone(span) => span.nth(on, 1),
    });
    let mut notes = Vec::new();
    if let Some(due_on) = next {
        let again = FollowUp {
            id: FollowUpId::new(0),
            due_on,
            stage: FollowUpStage::Open,
            closed_on: None,
            outcome: String::new(),
            ..done.clone()
        };
        notes.push(SideNote::FollowUp(tx.insert_follow_up(&again)?, due_on));
    }
    let (customer, subject) = named(tx, &done)?;
    Ok((ActionDetail::FollowUpDone { customer, subject }, notes))
}

pub(super) fn snooze(tx: &Tx, meant: &FollowUpRef, to: Day, today: Day) -> Result<CommandOutcome> {
    if to < today {
        return Err(Refusal::InThePast { day: to }.into());
    }
    let snoozed = FollowUp { due_on: to, ..open(tx, meant)? };
    if snoozed.occasion.as_ref().is_some_and(|occasion| occasion.rule == Rule::Reminder) {
        return Err(Refusal::ReminderNotMoved.into());
    }
    tx.update_follow_up(&snoozed)?;
    let (customer, subject) = named(tx, &snoozed)?;
    let detail = ActionDetail::FollowUpSnoozed { customer, subject, due_on: snoozed.due_on };
    Ok((detail, Vec::new()))
}

pub(super) fn drop_it(tx: &Tx, meant: &FollowUpRef, on: Day) -> Result<CommandOutcome> {
    let dropped =
        FollowUp { stage: FollowUpStage::Dropped, closed_on: Some(on), ..open(tx, meant)? };
    tx.update_follow_up(&dropped)?;
    let (customer, subject) = named(tx, &dropped)?;
    Ok((ActionDetail::FollowUpDropped { customer, subject }, Vec::new()))
}

/// Adds the follow-up of a rule, unless the shop has switched the rule off, or the rule has added one for
/// this occasion before.
pub(super) fn by_rule(
    tx: &Tx,
    occasion: Trigger,
    text: &str,
    due_on: Day,
) -> Result<Option<SideNote>> {
    if tx.shop()?.rules_off.contains(&occasion.rule) || tx.follow_up_for(&occasion)?.is_some() {
        return Ok(None);
    }
    let follow_up = FollowUp {
        occasion: Some(occasion.clone()),
        ..FollowUp::new(occasion.customer, text, due_on)
    };
    Ok(Some(SideNote::FollowUp(tx.insert_follow_up(&follow_up)?, due_on)))
}

/// Applies the rule of the first delivery: a call after three days. A customer from a file, or one who
/// has been with the shop for long, had their first delivery before it was recorded here.
pub(super) fn after_first_delivery(
    tx: &Tx,
    customer: &Customer,
    (on, today): (Day, Day),
) -> Result<Option<SideNote>> {
    let is_new =
        (on - customer.joined_on).num_days() <= NEW_FOR && (today - on).num_days() <= RECENT;
    if !is_new || customer.external.is_some() || tx.is_imported(customer.id)? {
        return Ok(None);
    }
    let occasion = Trigger { rule: Rule::FirstDelivery, customer: customer.id, day: on };
    by_rule(tx, occasion, "", on + Days::new(FIRST_CALL))
}
