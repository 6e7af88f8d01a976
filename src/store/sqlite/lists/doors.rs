//! The doors of a day: so little of each delivery that all of them can be put into walking order while
//! a person waits, to read only those that come first.

use super::super::super::Result;
use super::super::Tx;
use super::super::values::{Iso, day};
use crate::domain::Day;
use crate::domain::rows::Door;
use rusqlite::{Params, Row};

const DOOR: &str =
    "SELECT delivery.id, delivery.planned_for, customer.area, customer.address, customer.code
   FROM delivery JOIN customer ON customer.id = delivery.customer_id";

fn door(row: &Row) -> rusqlite::Result<Door> {
    Ok(Door {
        delivery: row.get(0)?,
        planned_for: day(row, 1)?,
        area: row.get(2)?,
        address: row.get(3)?,
        code: row.get(4)?,
    })
}

impl Tx<'_> {
    /// The doors of the open deliveries for days until `until`, in no order.
    pub fn open_doors(&self, until: Day) -> Result<Vec<Door>> {
        let which = "delivery.stage = 'planned' AND delivery.planned_for <= ?1";
        self.doors(which, [Iso(until)])
    }

    /// The doors of the open deliveries for a day, in no order.
    pub fn open_doors_on(&self, on: Day) -> Result<Vec<Door>> {
        self.doors("delivery.stage = 'planned' AND delivery.planned_for = ?1", [Iso(on)])
    }

    /// The doors of what was done, missed and cancelled on a day, in no order.
    pub fn closed_doors(&self, on: Day) -> Result<Vec<Door>> {
        self.doors("delivery.day = ?1 AND delivery.stage <> 'planned'", [Iso(on)])
    }

    fn doors(&self, which: &str, values: impl Params) -> Result<Vec<Door>> {
        let mut statement = self.conn.prepare_cached(&format!("{DOOR} WHERE {which}"))?;
        let doors = statement.query_map(values, door)?;
        Ok(doors.collect::<rusqlite::Result<_>>()?)
    }
}
