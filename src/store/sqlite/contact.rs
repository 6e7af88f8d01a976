//! Contacts.

use super::super::Result;
use super::Tx;
use super::dirty::CustomerPart;
use super::record::{StoredRecord, day_value};
use super::values::{day, named};
use crate::domain::StableName;
use crate::domain::contact::{Contact, CustomerMood};
use crate::domain::id::{ContactId, CustomerId};
use rusqlite::types::Value;
use rusqlite::{Row, params};

impl StoredRecord for Contact {
    const TABLE: &'static str = "contact";

    fn columns() -> Vec<&'static str> {
        vec!["id", "customer_id", "day", "channel", "text", "mood"]
    }

    fn read(row: &Row) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            customer: row.get(1)?,
            on: day(row, 2)?,
            channel: named(row, 3)?,
            text: row.get(4)?,
            mood: row.get::<_, Option<u8>>(5)?.and_then(CustomerMood::new),
        })
    }

    fn number(&self) -> i64 {
        self.id.number()
    }

    fn bind(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("customer_id", self.customer.number().into()),
            ("day", day_value(self.on)),
            ("channel", self.channel.key().to_owned().into()),
            ("text", self.text.clone().into()),
            ("mood", self.mood.map(CustomerMood::number).into()),
        ]
    }
}

impl Tx<'_> {
    /// Writes a contact; an identity of zero is made, any other is kept.
    pub fn insert_contact(&self, contact: &Contact) -> Result<ContactId> {
        self.mark_customer_dirty(contact.customer, CustomerPart::ACCOUNT);
        Ok(ContactId::new(self.insert(contact)?))
    }

    /// Returns the newest contacts with a customer, newest first.
    pub fn contacts_with(&self, customer: CustomerId, most: u32) -> Result<Vec<Contact>> {
        self.select(
            "WHERE customer_id = ?1 ORDER BY day DESC, id DESC LIMIT ?2",
            params![customer, most],
        )
    }
}

/// Reads the mood of the last contact, in the column `last_mood`.
pub(super) fn last_mood(row: &Row) -> rusqlite::Result<Option<CustomerMood>> {
    Ok(row.get::<_, Option<u8>>("last_mood")?.and_then(CustomerMood::new))
}
