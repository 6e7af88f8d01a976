//! Contacts: what was said or done with a customer.

use super::{CommandOutcome, not_in_the_future, promise};
use crate::app::{Result, find};
use crate::domain::Day;
use crate::domain::action::ActionDetail;
use crate::domain::contact::{Contact, NewContact};
use crate::domain::follow_up::Rule;
use crate::domain::id::ContactId;
use crate::domain::promise::NewPromise;
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
    if let Some(payment) = new.promise
        && !tx.shop()?.rules_off.contains(&Rule::Promise)
    {
        let (customer, note) = (customer.id, new.text.clone());
        notes.push(promise::record(tx, &NewPromise { customer, payment, note }, new.on)?);
    }
    let detail =
        ActionDetail::ContactAdded { customer: (&customer).into(), text: new.text.clone() };
    Ok((detail, notes))
}
