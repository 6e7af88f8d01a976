//! Deliveries and their lines.

use super::super::Result;
use super::dirty::CustomerPart;
use super::values::{Iso, StableNameText, day, maybe_day, named};
use super::{Tx, optional};
use crate::domain::Day;
use crate::domain::delivery::{Checklist, Delivery, DeliveryLine};
use crate::domain::id::{CustomerId, DeliveryId, ProductId};
use rusqlite::{Row, params};

/// The columns of a delivery, for a query that names the table `delivery` and begins with them.
pub(super) const DELIVERY: &str =
    "delivery.id, delivery.customer_id, delivery.stage, delivery.planned_for,
    delivery.closed_on, delivery.reason, delivery.checklist, delivery.early,
    delivery.external";

/// Returns a delivery without its lines.
pub(super) fn delivery(row: &Row) -> rusqlite::Result<Delivery> {
    Ok(Delivery {
        id: row.get(0)?,
        customer: row.get(1)?,
        stage: named(row, 2)?,
        planned_for: day(row, 3)?,
        closed_on: maybe_day(row, 4)?,
        reason: row.get(5)?,
        checklist: Checklist::from_bits(row.get(6)?),
        early: row.get::<_, Option<bool>>(7)?.unwrap_or_default(),
        lines: Vec::new(),
        external: row.get(8)?,
    })
}

impl Tx<'_> {
    /// Returns one delivery with its lines.
    pub fn delivery(&self, id: DeliveryId) -> Result<Option<Delivery>> {
        let sql = format!("SELECT {DELIVERY} FROM delivery WHERE id = ?1");
        let found = optional(self.conn.prepare_cached(&sql)?.query_row([id], delivery))?;
        found.map(|found| Ok(Delivery { lines: self.lines_of(id)?, ..found })).transpose()
    }

    /// Returns the one open delivery to a customer on a day.
    pub fn open_delivery(&self, customer: CustomerId, day: Day) -> Result<Option<Delivery>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id FROM delivery WHERE customer_id = ?1 AND planned_for = ?2 AND stage = 'planned'",
        )?;
        let id = optional(statement.query_row(params![customer, Iso(day)], |row| row.get(0)))?;
        Ok(id.map(|id| self.delivery(id)).transpose()?.flatten())
    }

    /// Returns all open deliveries to a customer, the next one first.
    pub fn open_deliveries(&self, customer: CustomerId) -> Result<Vec<Delivery>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id FROM delivery WHERE customer_id = ?1 AND stage = 'planned' ORDER BY planned_for",
        )?;
        let ids: Vec<DeliveryId> =
            statement.query_map([customer], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        let found: Result<Vec<_>> = ids.into_iter().map(|id| self.delivery(id)).collect();
        Ok(found?.into_iter().flatten().collect())
    }

    /// Returns the number of completed deliveries to the customer.
    pub fn deliveries_done(&self, customer: CustomerId) -> Result<u32> {
        let sql = "SELECT count(*) FROM delivery WHERE customer_id = ?1 AND stage = 'done'";
        Ok(self.conn.prepare_cached(sql)?.query_row([customer], |row| row.get(0))?)
    }

    /// Returns the lines of a delivery, in the order in which they were written.
    pub fn lines_of(&self, delivery: DeliveryId) -> Result<Vec<DeliveryLine>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT product_id, planned, delivered, price, cost FROM delivery_line WHERE delivery_id = ?1 ORDER BY id",
        )?;
        let lines = statement.query_map([delivery], |row| {
            Ok(DeliveryLine {
                product: row.get("product_id")?,
                planned: row.get("planned")?,
                delivered: row.get("delivered")?,
                price: row.get("price")?,
                cost: row.get("cost")?,
            })
        })?;
        Ok(lines.collect::<rusqlite::Result<_>>()?)
    }

    /// Writes a new delivery with its lines; an identity of zero is made, any other is kept.
    pub fn insert_delivery(&self, delivery: &Delivery) -> Result<DeliveryId> {
        self.write_many_changes()?;
        self.save_delivery(
            "INSERT INTO delivery (id, customer_id, stage, planned_for, closed_on, reason, checklist, early, external)
             VALUES (nullif(?1, 0), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            delivery,
        )?;
        let id = DeliveryId::new(self.inserted());
        self.put_lines(id, &delivery.lines)?;
        Ok(id)
    }

    /// Writes a delivery and its lines over the one with the same identity. A line whose product is
    /// not among them any more stays as it is: nothing that was promised is forgotten.
    pub fn update_delivery(&self, delivery: &Delivery) -> Result<()> {
        self.keep_row("delivery", delivery.id.number())?;
        self.save_delivery(
            "UPDATE delivery SET customer_id = ?2, stage = ?3, planned_for = ?4, closed_on = ?5, reason = ?6,
                    checklist = ?7, early = ?8, external = ?9
              WHERE id = ?1",
            delivery,
        )?;
        self.keep_rows("delivery_line", "delivery_id = ?1", [delivery.id])?;
        self.put_lines(delivery.id, &delivery.lines)
    }

    /// Deletes the line of a product from a delivery.
    pub fn delete_delivery_line(&self, delivery: &Delivery, product: ProductId) -> Result<()> {
        self.mark_customer_dirty(delivery.customer, CustomerPart::JARS | CustomerPart::ACCOUNT);
        let sql = "DELETE FROM delivery_line WHERE delivery_id = ?1 AND product_id = ?2";
        let line = "delivery_id = ?1 AND product_id = ?2";
        self.keep_rows("delivery_line", line, params![delivery.id, product])?;
        self.conn.prepare_cached(sql)?.execute(params![delivery.id, product])?;
        Ok(())
    }

    /// Runs a statement with the columns of a delivery in their order, the identity first.
    fn save_delivery(&self, sql: &str, delivery: &Delivery) -> Result<()> {
        self.mark_customer_dirty(delivery.customer, CustomerPart::JARS | CustomerPart::ACCOUNT);
        self.conn.prepare_cached(sql)?.execute(params![
            delivery.id,
            delivery.customer,
            StableNameText(delivery.stage),
            Iso(delivery.planned_for),
            delivery.closed_on.map(Iso),
            delivery.reason,
            delivery.checklist.bits(),
            delivery.early.then_some(true),
            delivery.external,
        ])?;
        Ok(())
    }

    fn put_lines(&self, delivery: DeliveryId, lines: &[DeliveryLine]) -> Result<()> {
        let mut put = self.conn.prepare_cached(
            "INSERT INTO delivery_line (delivery_id, product_id, planned, delivered, price, cost)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (delivery_id, product_id) DO UPDATE SET planned = ?3, delivered = ?4, price = ?5,
                 cost = ?6",
        )?;
        for line in lines {
            put.execute(params![
                delivery,
                line.product,
                line.planned,
                line.delivered,
                line.price,
                line.cost
            ])?;
        }
        Ok(())
    }
}
