//! Jars, what was seen in them, and what was brought to them.

use super::super::Result;
use super::changes::is_of_row;
use super::dirty::CustomerPart;
use super::record::StoredRecord;
use super::values::{Iso, StableNameText, day};
use super::{Tx, fields, optional};
use crate::domain::field::RecordField;
use crate::domain::id::{CustomerId, DeliveryId, JarId, ProductId, ReadingId};
use crate::domain::jar::{Jar, JarField, Reading, ReadingKind};
use crate::domain::views::{JarDelivery, JarReading, ReadingRow};
use crate::domain::{Day, Money, Quantity};
use rusqlite::types::Value;
use rusqlite::{Row, params};

/// The readings of a jar and the deliveries to it.
type History = (Vec<JarReading>, Vec<JarDelivery>);

/// Maximum number of anchors that a forecast reads: more than it learns from.
const ANCHORS: u32 = 32;

/// Columns of a jar that are no [`JarField`], in the order in which they are read.
const OWN_COLUMNS: [&str; 3] = ["id", "customer_id", "product_id"];

impl StoredRecord for Jar {
    const TABLE: &'static str = "jar";

    fn columns() -> Vec<&'static str> {
        OWN_COLUMNS.into_iter().chain(JarField::every().map(JarField::column)).collect()
    }

    fn read(row: &Row) -> rusqlite::Result<Self> {
        let mut jar = Self::new(row.get(0)?, row.get(1)?, row.get(2)?);
        fields::read_from::<JarField>(row, OWN_COLUMNS.len(), &mut jar)?;
        Ok(jar)
    }

    fn number(&self) -> i64 {
        self.id.number()
    }

    fn bind(&self) -> Vec<(&'static str, Value)> {
        let parents = [
            ("customer_id", self.customer.number().into()),
            ("product_id", self.product.number().into()),
        ];
        parents.into_iter().chain(fields::bind::<JarField>(self)).collect()
    }
}

/// Returns the stored kind of a reading; NULL is weighed or counted.
fn stored_kind(kind: ReadingKind) -> Option<StableNameText<ReadingKind>> {
    (kind != ReadingKind::Seen).then_some(StableNameText(kind))
}

/// Reads a column that [`stored_kind`] wrote.
pub(super) fn reading_kind(row: &Row, column: &str) -> rusqlite::Result<ReadingKind> {
    let kind: Option<StableNameText<ReadingKind>> = row.get(column)?;
    Ok(kind.map_or(ReadingKind::Seen, |StableNameText(kind)| kind))
}

impl Tx<'_> {
    /// Returns one jar.
    pub fn jar(&self, id: JarId) -> Result<Option<Jar>> {
        self.find(id.number())
    }

    /// Returns a customer's jar of a product.
    pub fn jar_of(&self, customer: CustomerId, product: ProductId) -> Result<Option<Jar>> {
        let values = params![customer, product];
        let jars = self.select("WHERE customer_id = ?1 AND product_id = ?2", values)?;
        Ok(jars.into_iter().next())
    }

    /// Returns a customer's jars, oldest first.
    pub fn jars_of(&self, customer: CustomerId) -> Result<Vec<Jar>> {
        self.select("WHERE customer_id = ?1 ORDER BY id", [customer])
    }

    /// Writes a new jar; an identity of zero is made, any other is kept.
    pub fn insert_jar(&self, jar: &Jar) -> Result<JarId> {
        self.mark_customer_dirty(jar.customer, CustomerPart::JARS);
        Ok(JarId::new(self.insert(jar)?))
    }

    /// Writes a jar over the one with the same identity.
    pub fn update_jar(&self, jar: &Jar) -> Result<()> {
        self.mark_customer_dirty(jar.customer, CustomerPart::JARS);
        self.update(jar)
    }

    /// Writes what was seen in a jar; an identity of zero is made, any other is kept.
    pub fn insert_reading(&self, customer: CustomerId, reading: &Reading) -> Result<ReadingId> {
        self.mark_customer_dirty(customer, CustomerPart::JARS);
        self.write_many_changes()?;
        self.conn
            .prepare_cached(
                "INSERT INTO reading (id, jar_id, day, level, delivery_id, kind)
                 VALUES (nullif(?1, 0), ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                reading.id,
                reading.jar,
                Iso(reading.on),
                reading.level,
                reading.delivery,
                stored_kind(reading.kind)
            ])?;
        Ok(ReadingId::new(self.inserted()))
    }

    /// Returns the reading of a jar that was made at a delivery.
    pub fn reading_at(&self, jar: JarId, delivery: DeliveryId) -> Result<Option<ReadingId>> {
        let sql = "SELECT id FROM reading WHERE jar_id = ?1 AND delivery_id = ?2";
        let mut statement = self.conn.prepare_cached(sql)?;
        optional(statement.query_row(params![jar, delivery], |row| row.get(0)))
    }

    /// Writes a reading over the one with the same identity; an identity of zero is a new one.
    pub fn put_reading(&self, customer: CustomerId, reading: &Reading) -> Result<()> {
        if reading.id.number() == 0 {
            return self.insert_reading(customer, reading).map(|_| ());
        }
        self.mark_customer_dirty(customer, CustomerPart::JARS);
        self.keep_row("reading", reading.id.number())?;
        self.conn
            .prepare_cached("UPDATE reading SET level = ?2, kind = ?3 WHERE id = ?1")?
            .execute(params![reading.id, reading.level, stored_kind(reading.kind)])?;
        Ok(())
    }

    /// Returns the newest readings of a customer's jars, newest first.
    pub fn readings_of(&self, customer: CustomerId, most: u32) -> Result<Vec<ReadingRow>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT reading.day, product.name, product.unit, reading.level, reading.kind FROM reading
               JOIN jar ON jar.id = reading.jar_id
               JOIN product ON product.id = jar.product_id
              WHERE jar.customer_id = ?1
              ORDER BY reading.day DESC, reading.id DESC LIMIT ?2",
        )?;
        let readings = statement.query_map(params![customer, most], |row| {
            Ok(ReadingRow {
                on: day(row, "day")?,
                product: row.get("name")?,
                unit: row.get("unit")?,
                level: row.get("level")?,
                kind: reading_kind(row, "kind")?,
            })
        })?;
        Ok(readings.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the name of the person who recorded the last reading of a jar on a day; empty if
    /// nobody was named.
    pub fn seen_by(&self, jar: JarId, on: Day) -> Result<String> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT action.by
               FROM (SELECT id FROM reading WHERE jar_id = ?1 AND day = ?2 ORDER BY id DESC LIMIT 1) seen
               JOIN change ON {} JOIN action ON action.id = change.action_id
              ORDER BY change.id LIMIT 1",
            is_of_row("change", "'reading'", "seen.id")
        ))?;
        let by = optional(statement.query_row(params![jar, Iso(on)], |row| row.get(0)))?;
        Ok(by.unwrap_or_default())
    }

    /// Returns what was brought to a jar on a day.
    pub fn brought_to(&self, jar: &Jar, on: Day) -> Result<Quantity> {
        let mut statement = self.conn.prepare_cached(
            "SELECT coalesce(sum(line.delivered), 0)
               FROM delivery JOIN delivery_line line ON line.delivery_id = delivery.id
              WHERE delivery.customer_id = ?1 AND delivery.stage = 'done'
                AND line.product_id = ?2 AND line.delivered > 0 AND delivery.day = ?3",
        )?;
        Ok(statement.query_row(params![jar.customer, jar.product, Iso(on)], |row| row.get(0))?)
    }

    /// Returns the level that was read last on a day, before anything was brought.
    pub fn level_read(&self, jar: JarId, on: Day) -> Result<Option<Quantity>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT level FROM reading WHERE jar_id = ?1 AND day = ?2 ORDER BY id DESC LIMIT 1",
        )?;
        optional(statement.query_row(params![jar, Iso(on)], |row| row.get(0)))
    }

    /// Returns the newest levels seen in a jar, oldest of them first, and the newest quantities
    /// brought to it, as far back as a forecast reads. A level from before the first of these
    /// quantities is left out: deliveries after it may be missing, so that the use computed from it
    /// would be wrong.
    pub fn history_of(&self, jar: &Jar) -> Result<History> {
        let delivered = self.delivered_to(jar)?;
        let is_all = delivered.len() < ANCHORS as usize;
        let since = delivered.first().map(|lot| lot.on).filter(|_| !is_all);
        let since = since.max(jar.learn_from).map(Iso);
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT day, level, kind FROM
                (SELECT day, level, kind, id FROM reading
                  WHERE jar_id = ?1 AND day >= coalesce(?2, '')
                  ORDER BY day DESC, id DESC LIMIT {ANCHORS})
              ORDER BY day, id"
        ))?;
        let levels = statement.query_map(params![jar.id, since], |row| {
            Ok(JarReading {
                on: day(row, "day")?,
                level: row.get("level")?,
                kind: reading_kind(row, "kind")?,
            })
        })?;
        Ok((levels.collect::<rusqlite::Result<_>>()?, delivered))
    }

    /// Returns the newest quantities brought to a jar, oldest of them first: as many as a forecast
    /// reads.
    fn delivered_to(&self, jar: &Jar) -> Result<Vec<JarDelivery>> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT day, delivered, price, early, cut_down FROM
                (SELECT delivery.day, line.delivered, line.price, delivery.early, delivery.id,
                        line.delivered < line.planned AS cut_down
                   FROM delivery JOIN delivery_line line ON line.delivery_id = delivery.id
                  WHERE delivery.customer_id = ?1 AND delivery.stage = 'done'
                    AND line.product_id = ?2 AND line.delivered <> 0 AND delivery.day >= coalesce(?3, '')
                  ORDER BY delivery.day DESC, delivery.id DESC LIMIT {ANCHORS})
              ORDER BY day, id"
        ))?;
        let from = jar.learn_from.map(Iso);
        let delivered = statement.query_map(params![jar.customer, jar.product, from], |row| {
            Ok(JarDelivery {
                on: day(row, "day")?,
                quantity: row.get("delivered")?,
                price: row.get("price")?,
                early: row.get::<_, Option<bool>>("early")?.unwrap_or_default(),
                cut_down: row.get("cut_down")?,
            })
        })?;
        Ok(net_of_returns(delivered.collect::<rusqlite::Result<Vec<_>>>()?))
    }

    /// Returns the price of a unit that a customer was charged last for a product, until a day.
    pub fn price_charged(
        &self,
        customer: CustomerId,
        product: ProductId,
        until: Day,
    ) -> Result<Option<Money>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT line.price FROM delivery JOIN delivery_line line ON line.delivery_id = delivery.id
              WHERE delivery.customer_id = ?1 AND delivery.stage = 'done'
                AND line.product_id = ?2 AND line.delivered > 0 AND delivery.day <= ?3
              ORDER BY delivery.day DESC, delivery.id DESC LIMIT 1",
        )?;
        let values = params![customer, product, Iso(until)];
        optional(statement.query_row(values, |row| row.get(0)))
    }

    /// Returns how much of a product was delivered to a customer until a day, less what came back.
    pub fn delivered_until(
        &self,
        customer: CustomerId,
        product: ProductId,
        until: Day,
    ) -> Result<Quantity> {
        let mut statement = self.conn.prepare_cached(
            "SELECT coalesce(sum(line.delivered), 0) FROM delivery
               JOIN delivery_line line ON line.delivery_id = delivery.id
              WHERE delivery.customer_id = ?1 AND delivery.stage = 'done' AND line.product_id = ?2
                AND delivery.day <= ?3",
        )?;
        Ok(statement.query_row(params![customer, product, Iso(until)], |row| row.get(0))?)
    }

    /// Returns the likely empty day and the last safe day of each of a customer's jars, with the
    /// product.
    pub fn empty_days(&self, customer: CustomerId) -> Result<Vec<(String, Day, Day)>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT product.name, forecast.likely, forecast.safe
               FROM forecast JOIN jar ON jar.id = forecast.jar_id JOIN product ON product.id = jar.product_id
              WHERE forecast.customer_id = ?1 ORDER BY forecast.likely, jar.id",
        )?;
        let days = statement.query_map([customer], |row| {
            Ok((row.get("name")?, day(row, "likely")?, day(row, "safe")?))
        })?;
        Ok(days.collect::<rusqlite::Result<_>>()?)
    }
}

/// Returns what was brought to a jar less what came back: of the newest goods before it first.
fn net_of_returns(lots: Vec<JarDelivery>) -> Vec<JarDelivery> {
    let mut kept: Vec<JarDelivery> = Vec::with_capacity(lots.len());
    for lot in lots {
        if lot.quantity.is_positive() {
            kept.push(lot);
            continue;
        }
        let mut back = -lot.quantity;
        while let Some(last) = kept.last_mut().filter(|_| back.is_positive()) {
            let part = back.min(last.quantity);
            last.quantity -= part;
            back -= part;
            if last.quantity.is_zero() {
                kept.pop();
            }
        }
    }
    kept
}
