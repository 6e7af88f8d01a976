//! The doors of a day: so little of each delivery that all of them can be put into the order of
//! their areas while a person waits, to read only those that come first.

use super::super::super::Result;
use super::super::Tx;
use super::super::dialect::{ORDERED_JOIN, by_index, in_list, list_value};
use super::super::values::{Iso, day as day_of};
use super::jar::{JAR_STATE, NOTHING_PROMISED, jar_state};
use super::{LABEL, label, silent_on};
use crate::domain::Day;
use crate::domain::day::Weekdays;
use crate::domain::id::CustomerId;
use crate::domain::views::{CustomerLabel, PartSource, StopKey, StopPart};
use rusqlite::{Row, ToSql};
use std::collections::BTreeSet;

fn door(row: &Row) -> rusqlite::Result<StopKey> {
    Ok(StopKey {
        delivery: row.get(0)?,
        customer: row.get(1)?,
        area: row.get(2)?,
        day: day_of(row, 3)?,
    })
}

/// Returns the condition that a jar may be part of a stop on the day that is bound to `?1`: it is to be filled, or a
/// delivery to its customer is planned.
fn may_be_part() -> String {
    let silent = silent_on("?1");
    format!(
        "(forecast.latest <= ?1 AND NOT ({silent})
          OR EXISTS (SELECT 1 FROM delivery WHERE delivery.customer_id = forecast.customer_id
                        AND delivery.stage = 'planned' AND delivery.planned_for <= ?1))"
    )
}

/// An index of deliveries, and the column of it that is their day.
struct Days(&'static str, &'static str);

const OPEN: Days = Days("delivery_open", "delivery.planned_for");
const CLOSED: Days = Days("delivery_by_day", "delivery.day");

/// Returns the tables of the doors, by an index of the deliveries. Both are read from their indexes alone: a
/// row of a customer is long, and every door of a day is that of another one.
fn doors_by(index: &str) -> String {
    format!(
        "{} {ORDERED_JOIN} {} ON customer.id = delivery.customer_id",
        by_index("delivery", index),
        by_index("customer", "customer_in_area")
    )
}

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

    /// Returns the customers whose jars have likely been empty for the longest before `today`: at least `most` of them,
    /// with all whose jars ran out on the same days; and the day on which the first jar of the others ran out, if there
    /// are any.
    pub fn longest_empty(
        &self,
        today: Day,
        most: usize,
    ) -> Result<(BTreeSet<CustomerId>, Option<Day>)> {
        let (is_part, by_likely) = (may_be_part(), by_index("forecast", "forecast_by_likely"));
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT forecast.customer_id, forecast.likely FROM {by_likely}
              WHERE forecast.likely < ?1 AND {is_part} ORDER BY forecast.likely, forecast.jar_id"
        ))?;
        let (mut customers, mut last) = (BTreeSet::new(), None);
        let mut rows = statement.query([Iso(today)])?;
        while let Some(row) = rows.next()? {
            let likely = day_of(row, 1)?;
            if customers.len() >= most && last != Some(likely) {
                return Ok((customers, Some(likely)));
            }
            customers.insert(row.get(0)?);
            last = Some(likely);
        }
        Ok((customers, None))
    }

    /// Returns the customers of whose stops of `today` any can be late or at risk.
    pub fn urgent_customers(&self, today: Day) -> Result<BTreeSet<CustomerId>> {
        let is_part = may_be_part();
        // Each condition alone is served by the index of its column; those named twice are told apart here, since the
        // engine would read all of them in order for that.
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT customer_id FROM forecast WHERE latest < ?1 AND {is_part}
             UNION ALL SELECT customer_id FROM forecast WHERE likely < ?1 AND {is_part}
             UNION ALL SELECT customer_id FROM delivery WHERE stage = 'planned' AND planned_for < ?1"
        ))?;
        let customers = statement.query_map([Iso(today)], |row| row.get(0))?;
        Ok(customers.collect::<rusqlite::Result<_>>()?)
    }

    /// Passes to `look` every line of the open deliveries for days until `until`, with the state of its jar.
    pub fn each_open_part(&self, until: Day, look: impl FnMut(StopPart)) -> Result<()> {
        self.open_parts(&doors_by(OPEN.0), "delivery.planned_for <= ?1", &[&Iso(until)], look)
    }

    /// Passes to `look` the same lines, as far as they are for these customers.
    pub fn each_open_part_of(
        &self,
        customers: &BTreeSet<CustomerId>,
        until: Day,
        look: impl FnMut(StopPart),
    ) -> Result<()> {
        let wanted = list_value(customers.iter().map(|customer| customer.number()));
        let which =
            format!("delivery.planned_for <= ?1 AND delivery.customer_id {}", in_list("?2"));
        self.open_parts(&doors_by("delivery_open_once"), &which, &[&Iso(until), &wanted], look)
    }

    /// Passes to `look` every line of the open deliveries for a day, with the state of its jar.
    pub fn each_open_part_on(&self, on: Day, look: impl FnMut(StopPart)) -> Result<()> {
        self.open_parts(&doors_by(OPEN.0), "delivery.planned_for = ?1", &[&Iso(on)], look)
    }

    fn open_parts(
        &self,
        doors: &str,
        which: &str,
        values: &[&dyn ToSql],
        mut look: impl FnMut(StopPart),
    ) -> Result<()> {
        let sql = format!(
            "SELECT delivery.customer_id, customer.area, delivery.id, delivery.planned_for, {JAR_STATE}
               FROM {doors}
               LEFT JOIN delivery_line line ON line.delivery_id = delivery.id
               LEFT JOIN product ON product.id = line.product_id
               LEFT JOIN jar ON jar.customer_id = delivery.customer_id AND jar.product_id = line.product_id
               LEFT JOIN forecast ON forecast.jar_id = jar.id
              WHERE delivery.stage = 'planned' AND {which}"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(values)?;
        while let Some(row) = rows.next()? {
            look(StopPart {
                customer: row.get(0)?,
                area: row.get(1)?,
                source: PartSource::Planned(row.get(2)?, day_of(row, 3)?),
                jar: jar_state(row, 4)?,
            });
        }
        Ok(())
    }

    /// Passes to `look` the jars of [`Tx::jars_to_fill`] until `today`.
    pub fn each_part_to_fill(&self, today: Day, look: impl FnMut(StopPart)) -> Result<()> {
        self.parts_to_fill("forecast.latest <= ?1", today, &[&Iso(today)], look)
    }

    /// Passes to `look` the same jars, as far as they are of these customers.
    pub fn each_part_to_fill_of(
        &self,
        customers: &BTreeSet<CustomerId>,
        today: Day,
        look: impl FnMut(StopPart),
    ) -> Result<()> {
        let wanted = list_value(customers.iter().map(|customer| customer.number()));
        let of_customers = format!("forecast.customer_id {}", in_list("?2"));
        self.parts_to_fill(&of_customers, today, &[&Iso(today), &wanted], look)
    }

    fn parts_to_fill(
        &self,
        which: &str,
        today: Day,
        values: &[&dyn ToSql],
        mut look: impl FnMut(StopPart),
    ) -> Result<()> {
        let silent = silent_on("?1");
        let sql = format!(
            "SELECT forecast.customer_id, customer.area, forecast.jar_id, customer.weekdays, {JAR_STATE}
               FROM forecast
               {ORDERED_JOIN} jar ON jar.id = forecast.jar_id
               {ORDERED_JOIN} product ON product.id = jar.product_id
               {ORDERED_JOIN} customer ON customer.id = forecast.customer_id
              WHERE {which} AND NOT ({silent}) AND {NOTHING_PROMISED}"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(values)?;
        while let Some(row) = rows.next()? {
            let jar = jar_state(row, 4)?;
            let latest = jar.and_then(|jar| jar.latest);
            if latest.is_some_and(|latest| latest <= today) {
                let weekdays = Weekdays::from_bits(row.get(3)?).unwrap_or_default();
                let source = PartSource::Proposed(row.get(2)?, weekdays);
                look(StopPart { customer: row.get(0)?, area: row.get(1)?, source, jar });
            }
        }
        Ok(())
    }

    fn doors(&self, Days(index, counts_for): Days, which: &str, day: Day) -> Result<Vec<StopKey>> {
        let doors = doors_by(index);
        let sql = format!(
            "SELECT delivery.id, delivery.customer_id, customer.area, {counts_for}
               FROM {doors}
              WHERE {which}"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let doors = statement.query_map([Iso(day)], door)?;
        Ok(doors.collect::<rusqlite::Result<_>>()?)
    }
}
