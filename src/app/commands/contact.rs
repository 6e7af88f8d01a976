//! Contacts: what was said or done with a customer.

use super::follow_up::by_rule;
use super::{CommandOutcome, not_in_the_future};
use crate::app::{Result, find};
use crate::domain::Day;
use crate::domain::action::ActionDetail;
use crate::domain::contact::{Contact, NewContact};
use crate::domain::follow_up::{Rule, Trigger};
use crate::domain::id::ContactId;
use crate::store::Tx;

pub(super) fn add(tx: &Tx, new: &NewContact, today: Day) -> Result<CommandOutcome> {
    not_in_the_future(new.on, today)?;
    let customer = find::customer(tx, new.customer)?;
    tx.insert_contact(&Contact {
        id: ContactId::new(0),
        customer: customer.id,
        on: new.on,
        channel: new.channel,
        text: new.text.clone(),
        mood: new.mood,
    })?;
    let mut notes = Vec::new();
    if let Some(day) = new.promise {
        let occasion = Trigger { rule: Rule::Promise, customer: customer.id, day };
        notes.extend(by_rule(tx, occasion, &new.text, day)?);
    }
    let detail =
        ActionDetail::ContactAdded { customer: (&customer).into(), text: new.text.clone() };
    Ok((detail, notes))
}
