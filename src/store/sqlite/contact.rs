//! Contacts.

use super::super::Result;
use super::Tx;
use super::values::{Iso, StableNameText, day, named};
use crate::domain::contact::{Contact, CustomerMood};
use crate::domain::id::{ContactId, CustomerId};
use rusqlite::{Row, params};

/// The columns of a contact, for a query that names the table `contact` and begins with them.
pub(super) const CONTACT: &str =
    "contact.id, contact.customer_id, contact.day, contact.channel, contact.text, contact.mood";

pub(super) fn contact(row: &Row) -> rusqlite::Result<Contact> {
    Ok(Contact {
        id: row.get(0)?,
        customer: row.get(1)?,
        on: day(row, 2)?,
        channel: named(row, 3)?,
        text: row.get(4)?,
        mood: row.get::<_, Option<u8>>(5)?.and_then(CustomerMood::new),
    })
}

impl Tx<'_> {
    /// Writes a contact; an identity of zero is made, any other is kept.
    pub fn insert_contact(&self, contact: &Contact) -> Result<ContactId> {
        self.mark_customer_dirty(contact.customer);
        self.conn
            .prepare_cached(
                "INSERT INTO contact (id, customer_id, day, channel, text, mood)
                 VALUES (nullif(?1, 0), ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                contact.id,
                contact.customer,
                Iso(contact.on),
                StableNameText(contact.channel),
                contact.text,
                contact.mood.map(CustomerMood::number)
            ])?;
        Ok(ContactId::new(self.inserted()))
    }

    /// Returns the newest contacts with a customer, newest first.
    pub fn contacts_with(&self, customer: CustomerId, most: u32) -> Result<Vec<Contact>> {
        let sql = format!(
            "SELECT {CONTACT} FROM contact WHERE customer_id = ?1 ORDER BY day DESC, id DESC LIMIT ?2"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let contacts = statement.query_map(params![customer, most], contact)?;
        Ok(contacts.collect::<rusqlite::Result<_>>()?)
    }
}
