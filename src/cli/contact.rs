//! `contact`: what was said and done with customers.

use super::args::contact::{Add, Contact as Verb, List};
use super::error::{Error, Result};
use super::{Cli, resolve};
use crate::domain::contact::NewContact;
use crate::domain::promise::PromisedPayment;
use crate::domain::record::{ContactRecord, CustomerRecord, ExportTable, Record};
use crate::domain::{Command, StableName};
use crate::exchange::{Cell, Column};
use std::collections::HashMap;

/// The columns of `contact list`.
const COLUMNS: [Column; 7] = [
    Column::right("id"),
    Column::left("day"),
    Column::left("customer"),
    Column::left("name"),
    Column::left("channel"),
    Column::right("mood"),
    Column::left("text"),
];

impl Cli<'_> {
    pub(super) fn contact(&mut self, verb: Verb) -> Result<()> {
        match verb {
            Verb::Add(add) => self.add_contact(add),
            Verb::List(list) => self.list_contacts(&list),
        }
    }

    fn add_contact(&mut self, typed: Add) -> Result<()> {
        let Add { who, channel, text, mood, promise, on } = typed;
        let customer = resolve::customer(&self.app, &who)?.id;
        let on = self.past_day_or_today(on.as_ref())?;
        let promise = self.maybe_day(promise.as_ref())?;
        let promise = promise.map(|by| PromisedPayment { by, amount: None });
        self.perform(&Command::AddContact(NewContact {
            customer,
            on,
            channel,
            text,
            mood,
            promise,
        }))
    }

    fn list_contacts(&mut self, asked: &List) -> Result<()> {
        let (whose, days) = (self.whose(&asked.whose)?, self.past_between(&asked.days)?);
        let (app, mut list) = (&self.app, self.say.begin(&COLUMNS));
        let mut names = HashMap::new();
        app.export(|moment| {
            moment.rows(ExportTable::Customers, |row| {
                if let Record::Customer(CustomerRecord { customer, .. }) = row {
                    names.insert(customer.id, customer.name.clone());
                }
                Ok::<_, Error>(())
            })?;
            moment.rows(ExportTable::Contacts, |row| {
                let Record::Contact(ContactRecord { contact, customer }) = row else {
                    return Ok(());
                };
                if whose.has(contact.customer) && days.has(Some(contact.on)) {
                    list.row(&[
                        Cell::Int(contact.id.number()),
                        Cell::Day(contact.on),
                        Cell::text(customer),
                        Cell::or_empty(names.get(&contact.customer), Cell::text),
                        Cell::name("channel", contact.channel.key()),
                        Cell::or_empty(contact.mood, |mood| Cell::Int(mood.number().into())),
                        Cell::text(&contact.text),
                    ])?;
                }
                Ok::<_, Error>(())
            })
        })?;
        Ok(list.finish()?)
    }
}
