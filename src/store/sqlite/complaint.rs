//! Complaints.

use super::super::Result;
use super::Tx;
use super::dialect::{in_list, list_value};
use super::record::{StoredRecord, day_value};
use super::values::{Iso, day, maybe_day, named};
use crate::domain::complaint::Complaint;
use crate::domain::contact::CustomerMood;
use crate::domain::id::{ComplaintId, CustomerId, DeliveryId, ProductId};
use crate::domain::{Day, Money, StableName};
use rusqlite::types::Value;
use rusqlite::{Row, params};
use std::collections::BTreeSet;

impl StoredRecord for Complaint {
    const TABLE: &'static str = "complaint";

    fn columns() -> Vec<&'static str> {
        vec![
            "id",
            "customer_id",
            "product_id",
            "delivery_id",
            "day",
            "kind",
            "text",
            "owner",
            "stage",
            "promised_by",
            "answered_on",
            "solved_on",
            "closed_on",
            "cause",
            "remedy",
            "discount",
            "satisfaction",
        ]
    }

    fn read(row: &Row) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            customer: row.get(1)?,
            product: row.get(2)?,
            delivery: row.get(3)?,
            on: day(row, 4)?,
            kind: row.get(5)?,
            text: row.get(6)?,
            owner: row.get(7)?,
            stage: named(row, 8)?,
            promised_by: maybe_day(row, 9)?,
            answered_on: maybe_day(row, 10)?,
            solved_on: maybe_day(row, 11)?,
            closed_on: maybe_day(row, 12)?,
            cause: row.get(13)?,
            remedy: row.get(14)?,
            discount: row.get(15)?,
            satisfaction: row.get::<_, Option<u8>>(16)?.and_then(CustomerMood::new),
        })
    }

    fn number(&self) -> i64 {
        self.id.number()
    }

    fn bind(&self) -> Vec<(&'static str, Value)> {
        let day = |day: Option<Day>| day.map_or(Value::Null, day_value);
        vec![
            ("customer_id", self.customer.number().into()),
            ("product_id", self.product.map(ProductId::number).into()),
            ("delivery_id", self.delivery.map(DeliveryId::number).into()),
            ("day", day_value(self.on)),
            ("kind", self.kind.clone().into()),
            ("text", self.text.clone().into()),
            ("owner", self.owner.clone().into()),
            ("stage", self.stage.key().to_owned().into()),
            ("promised_by", day(self.promised_by)),
            ("answered_on", day(self.answered_on)),
            ("solved_on", day(self.solved_on)),
            ("closed_on", day(self.closed_on)),
            ("cause", self.cause.clone().into()),
            ("remedy", self.remedy.clone().into()),
            ("discount", Money::minor(self.discount).into()),
            ("satisfaction", self.satisfaction.map(CustomerMood::number).into()),
        ]
    }
}

impl Tx<'_> {
    /// Returns one complaint.
    pub fn complaint(&self, id: ComplaintId) -> Result<Option<Complaint>> {
        self.find(id.number())
    }

    /// Writes a complaint; an identity of zero is made, any other is kept.
    pub fn insert_complaint(&self, complaint: &Complaint) -> Result<ComplaintId> {
        Ok(ComplaintId::new(self.insert(complaint)?))
    }

    /// Writes a complaint over the one with the same identity.
    pub fn update_complaint(&self, complaint: &Complaint) -> Result<()> {
        self.update(complaint)
    }

    /// Counts the complaints of a customer since a day.
    pub fn count_complaints(&self, customer: CustomerId, since: Day) -> Result<u32> {
        let sql = "SELECT count(*) FROM complaint WHERE customer_id = ?1 AND day >= ?2";
        let values = params![customer, Iso(since)];
        Ok(self.conn.prepare_cached(sql)?.query_row(values, |row| row.get(0))?)
    }

    /// Returns whether a complaint of a customer that was solved on a day is not closed.
    pub fn awaits_return_visit(&self, customer: CustomerId, solved_on: Day) -> Result<bool> {
        let sql = "SELECT EXISTS (SELECT 1 FROM complaint
                    WHERE customer_id = ?1 AND solved_on = ?2 AND stage = 'solved')";
        let values = params![customer, Iso(solved_on)];
        Ok(self.conn.prepare_cached(sql)?.query_row(values, |row| row.get(0))?)
    }

    /// Returns those of some customers who have an unsolved complaint.
    pub fn complaining(&self, customers: &[CustomerId]) -> Result<BTreeSet<CustomerId>> {
        let sql = format!(
            "SELECT customer_id FROM complaint WHERE solved_on IS NULL AND customer_id {}",
            in_list("?1")
        );
        let ids = list_value(customers.iter().map(|id| id.number()));
        let mut statement = self.conn.prepare_cached(&sql)?;
        let found = statement.query_map([ids], |row| row.get(0))?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }
}
