//! Jars, what was seen in them, and what was brought to them.

use super::super::Result;
use super::values::{Iso, StableNameText, day, maybe_day, parsed};
use super::{Tx, optional};
use crate::domain::Day;
use crate::domain::id::{CustomerId, JarId, ProductId, ReadingId};
use crate::domain::jar::{Jar, Reading, ReadingKind, Strategy};
use crate::domain::views::{JarDelivery, JarReading, ReadingRow};
use rusqlite::{Row, named_params, params};

/// The readings of a jar and the deliveries to it.
type History = (Vec<JarReading>, Vec<JarDelivery>);

/// Maximum number of anchors that a forecast reads: more than it learns from.
const ANCHORS: u32 = 32;

/// The columns of a jar, for a query that names the table `jar` and begins with them.
pub(super) const JAR: &str =
    "jar.id, jar.customer_id, jar.product_id, jar.usual, jar.capacity, jar.monthly,
    jar.pinned, jar.strategy, jar.safety_days, jar.price, jar.learn_from";

pub(super) fn jar(row: &Row) -> rusqlite::Result<Jar> {
    Ok(Jar {
        id: row.get(0)?,
        customer: row.get(1)?,
        product: row.get(2)?,
        usual: row.get(3)?,
        capacity: row.get(4)?,
        monthly: row.get(5)?,
        pinned: row.get(6)?,
        strategy: parsed(row, 7, Strategy::parse)?,
        safety_days: row.get(8)?,
        price: row.get(9)?,
        learn_from: maybe_day(row, 10)?,
    })
}

/// How a reading is stored: without a kind, it was weighed or counted.
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
        let sql = format!("SELECT {JAR} FROM jar WHERE id = ?1");
        optional(self.conn.prepare_cached(&sql)?.query_row([id], jar))
    }

    /// Returns a customer's jar of a product.
    pub fn jar_of(&self, customer: CustomerId, product: ProductId) -> Result<Option<Jar>> {
        let sql = format!("SELECT {JAR} FROM jar WHERE customer_id = ?1 AND product_id = ?2");
        optional(self.conn.prepare_cached(&sql)?.query_row(params![customer, product], jar))
    }

    /// Returns a customer's jars, oldest first.
    pub fn jars_of(&self, customer: CustomerId) -> Result<Vec<Jar>> {
        let sql = format!("SELECT {JAR} FROM jar WHERE customer_id = ?1 ORDER BY id");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let jars = statement.query_map([customer], jar)?;
        Ok(jars.collect::<rusqlite::Result<_>>()?)
    }

    /// Writes a new jar; an identity of zero is made, any other is kept.
    pub fn insert_jar(&self, jar: &Jar) -> Result<JarId> {
        self.save_jar(
            "INSERT INTO jar (id, customer_id, product_id, usual, capacity, monthly, pinned, strategy, safety_days, price, learn_from)
             VALUES (nullif(:id, 0), :customer, :product, :usual, :capacity, :monthly, :pinned, :strategy, :safety, :price, :from)",
            jar,
        )?;
        Ok(JarId::new(self.inserted()))
    }

    /// Writes a jar over the one with the same identity.
    pub fn update_jar(&self, jar: &Jar) -> Result<()> {
        self.save_jar(
            "UPDATE jar SET customer_id = :customer, product_id = :product, usual = :usual, capacity = :capacity,
                    monthly = :monthly, pinned = :pinned, strategy = :strategy, safety_days = :safety, price = :price,
                    learn_from = :from
              WHERE id = :id",
            jar,
        )
    }

    fn save_jar(&self, sql: &str, jar: &Jar) -> Result<()> {
        self.mark_customer_dirty(jar.customer);
        self.conn.prepare_cached(sql)?.execute(named_params! {
            ":id": jar.id,
            ":customer": jar.customer,
            ":product": jar.product,
            ":usual": jar.usual,
            ":capacity": jar.capacity,
            ":monthly": jar.monthly,
            ":pinned": jar.pinned,
            ":strategy": jar.strategy.to_string(),
            ":safety": jar.safety_days,
            ":price": jar.price,
            ":from": jar.learn_from.map(Iso),
        })?;
        Ok(())
    }

    /// Writes what was seen in a jar; an identity of zero is made, any other is kept.
    pub fn insert_reading(&self, customer: CustomerId, reading: &Reading) -> Result<ReadingId> {
        self.mark_customer_dirty(customer);
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
        let mut statement = self.conn.prepare_cached(
            "SELECT action.by FROM change JOIN action ON action.id = change.action_id
              WHERE change.tbl = 'reading'
                AND change.key = (SELECT id FROM reading WHERE jar_id = ?1 AND day = ?2 ORDER BY id DESC LIMIT 1)
              ORDER BY change.id LIMIT 1",
        )?;
        let by = optional(statement.query_row(params![jar, Iso(on)], |row| row.get(0)))?;
        Ok(by.unwrap_or_default())
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
            "SELECT day, delivered, price, early FROM
                (SELECT delivery.day, line.delivered, line.price, delivery.early, delivery.id
                   FROM delivery JOIN delivery_line line ON line.delivery_id = delivery.id
                  WHERE delivery.customer_id = ?1 AND delivery.stage = 'done'
                    AND line.product_id = ?2 AND line.delivered > 0 AND delivery.day >= coalesce(?3, '')
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
            })
        })?;
        Ok(delivered.collect::<rusqlite::Result<_>>()?)
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
