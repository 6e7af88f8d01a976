//! The doors of a day: so little of each delivery that all of them can be put into the order of
//! their areas while a person waits, to read only those that come first.

use super::super::super::Result;
use super::super::Tx;
use super::super::dialect::{ORDERED_JOIN, list_value};
use super::super::values::{Iso, day};
use super::{LABEL, label};
use crate::domain::Day;
use crate::domain::id::CustomerId;
use crate::domain::views::{CustomerLabel, StopKey};
use rusqlite::Row;

fn door(row: &Row) -> rusqlite::Result<StopKey> {
    Ok(StopKey {
        delivery: row.get(0)?,
        customer: row.get(1)?,
        area: row.get(2)?,
        day: day(row, 3)?,
    })
}

/// An index of deliveries, and the column of it that is their day.
struct Days(&'static str, &'static str);

const OPEN: Days = Days("delivery_open", "delivery.planned_for");
const CLOSED: Days = Days("delivery_by_day", "delivery.day");

impl Tx<'_> {
    /// Returns the doors of the open deliveries for days until `until`, in no particular order.
    pub fn open_doors(&self, until: Day) -> Result<Vec<StopKey>> {
        self.doors(OPEN, "delivery.stage = 'planned' AND delivery.planned_for <= ?1", until)
    }

    /// Returns the doors of the open deliveries for a day, in no particular order.
    pub fn open_doors_on(&self, on: Day) -> Result<Vec<StopKey>> {
        self.doors(OPEN, "delivery.stage = 'planned' AND delivery.planned_for = ?1", on)
    }

    /// Returns the doors of the deliveries done, missed or cancelled on a day, in no fixed order.
    pub fn closed_doors(&self, on: Day) -> Result<Vec<StopKey>> {
        self.doors(CLOSED, "delivery.stage <> 'planned' AND delivery.day = ?1", on)
    }

    /// Returns the labels of these customers, ordered by their numbers.
    pub fn labels(&self, customers: &[CustomerId]) -> Result<Vec<CustomerLabel>> {
        let ids = list_value(customers.iter().map(|id| id.number()));
        let sql = format!(
            "SELECT {LABEL} FROM customer
              WHERE id IN (SELECT value FROM json_each(?1)) ORDER BY id"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let labels = statement.query_map([ids], |row| label(row, 0))?;
        Ok(labels.collect::<rusqlite::Result<_>>()?)
    }

    /// Both tables are read from their indexes alone: a row of a customer is long, and every door
    /// of a day is that of another one.
    fn doors(&self, Days(index, counts_for): Days, which: &str, day: Day) -> Result<Vec<StopKey>> {
        let sql = format!(
            "SELECT delivery.id, delivery.customer_id, customer.area, {counts_for}
               FROM delivery INDEXED BY {index}
               {ORDERED_JOIN} customer INDEXED BY customer_in_area ON customer.id = delivery.customer_id
              WHERE {which}"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let doors = statement.query_map([Iso(day)], door)?;
        Ok(doors.collect::<rusqlite::Result<_>>()?)
    }
}
