//! Reminders of what is due.

use super::CommandOutcome;
use crate::app::queries::reminder_for;
use crate::app::{Result, find};
use crate::domain::Day;
use crate::domain::action::ActionDetail;
use crate::domain::contact::Contact;
use crate::domain::follow_up::{FollowUp, FollowUpStage};
use crate::domain::id::ContactId;
use crate::domain::refusal::Refusal;
use crate::domain::reminder::NewReminder;
use crate::reports::reminder::{ChannelBarrier, check_channel};
use crate::store::Tx;

/// Records that a reminder was sent: the step as done, and its message as a contact.
pub(super) fn send(tx: &Tx, new: &NewReminder, today: Day) -> Result<CommandOutcome> {
    let customer = find::customer(tx, new.customer)?;
    if !tx.complaining(&[customer.id])?.is_empty() {
        return Err(Refusal::ReminderDuringComplaint { name: customer.name }.into());
    }
    let reminder = reminder_for(tx, &customer, today)?;
    let not_due = || Refusal::NoReminderDue { name: customer.name.clone() };
    let reminder = reminder.filter(|due| due.due.day() == new.step_day).ok_or_else(not_due)?;
    let (name, channel) = (customer.name.clone(), new.channel);
    check_channel(&customer, channel).map_err(|barrier| match barrier {
        ChannelBarrier::NoConsent => Refusal::NoConsent { name, channel },
        ChannelBarrier::NoAddress => Refusal::NotReachable { name, channel },
    })?;
    let step = &reminder.due.step;
    tx.insert_follow_up(&FollowUp {
        occasion: Some(reminder.occasion()),
        stage: FollowUpStage::Done,
        closed_on: Some(today),
        outcome: step.name.clone(),
        ..FollowUp::new(customer.id, "", new.step_day)
    })?;
    tx.insert_contact(&Contact {
        id: ContactId::new(0),
        customer: customer.id,
        on: today,
        channel,
        text: new.message.clone(),
        mood: None,
    })?;
    let (step, amount) = (step.name.clone(), reminder.due.amount);
    let customer = (&customer).into();
    Ok((ActionDetail::ReminderSent { customer, step, amount, channel }, Vec::new()))
}
