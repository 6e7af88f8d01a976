//! Deliveries with their customers and their goods.

use super::super::super::{Error, Result};
use super::super::Tx;
use super::super::derived::{STANDING, standing};
use super::super::dialect::{ORDERED_JOIN, in_list, list_value, sort_in_files};
use super::super::values::{Iso, day as day_of, maybe_day, named as stable_name};
use super::jar::{JAR_STATE, door_checklist, jar_state};
use super::{LABEL, label};
use crate::domain::Day;
use crate::domain::StableName;
use crate::domain::day::iso;
use crate::domain::delivery::{Checklist, DeliveryStage};
use crate::domain::id::{CustomerId, DeliveryId, ProductId};
use crate::domain::price::UnitPrices;
use crate::domain::views::{DeliveryFilter, DeliveryGoods, DeliveryLineRow, DeliveryRow, Goods};
use rusqlite::types::Value;
use rusqlite::{Row, Statement, ToSql, named_params};
use std::collections::BTreeMap;

/// One row for each line; each row repeats the columns of its delivery.
const DELIVERY_ROW: &str = "delivery.id, delivery.stage, delivery.planned_for, delivery.closed_on,
    delivery.reason, customer.door_note, line.product_id, line.planned, line.delivered, line.price,
    product.name, product.unit, jar.price, product.kind,
    product.door_checklist, delivery.checklist, product.container,
    (SELECT coalesce(sum(used.tickets), 0) FROM ticket_move used
      WHERE used.delivery_id = delivery.id AND used.product_id = line.product_id), product.price";

/// The first column of the state of the line's jar.
const STATE: usize = 33;

const DELIVERY_FROM: &str = "delivery
    JOIN customer ON customer.id = delivery.customer_id
    JOIN standing ON standing.customer_id = delivery.customer_id
    LEFT JOIN delivery_line line ON line.delivery_id = delivery.id
    LEFT JOIN product ON product.id = line.product_id
    LEFT JOIN jar ON jar.customer_id = delivery.customer_id AND jar.product_id = line.product_id
    LEFT JOIN forecast ON forecast.jar_id = jar.id";

fn delivery_row(row: &Row) -> rusqlite::Result<DeliveryRow> {
    Ok(DeliveryRow {
        id: row.get(0)?,
        who: label(row, 19)?,
        stage: stable_name(row, 1)?,
        planned_for: day_of(row, 2)?,
        closed_on: maybe_day(row, 3)?,
        reason: row.get(4)?,
        checklist: Checklist::from_bits(row.get(15)?),
        door_note: row.get(5)?,
        lines: Vec::new(),
        standing: standing(row, 24)?,
    })
}

fn goods(row: &Row) -> rusqlite::Result<Option<DeliveryGoods>> {
    let Some(product) = row.get(6)? else {
        return Ok(None);
    };
    Ok(Some(DeliveryGoods {
        goods: Goods {
            product,
            name: row.get(10)?,
            unit: row.get(11)?,
            quantity: row.get(7)?,
            prices: UnitPrices::undated(row.get(12)?, row.get(18)?),
            tickets: 0,
            checklist: door_checklist(row, (13, 14, 10))?,
            container: row.get(16)?,
        },
        delivered: row.get(8)?,
        price: row.get(9)?,
        tickets_used: row.get(17)?,
        jar: jar_state(row, STATE)?,
    }))
}

fn line_row(row: &Row) -> rusqlite::Result<DeliveryLineRow> {
    Ok(DeliveryLineRow {
        delivery: row.get(0)?,
        customer: row.get(1)?,
        code: row.get(2)?,
        name: row.get(3)?,
        area: row.get(4)?,
        stage: stable_name(row, 5)?,
        day: day_of(row, 6)?,
        reason: row.get(7)?,
        product: row.get(8)?,
        planned: row.get(9)?,
        delivered: row.get(10)?,
        price: row.get(11)?,
    })
}

/// Returns the rows of the lines, those of one delivery gathered; they come one after the other.
fn gather(statement: &mut Statement, values: &[(&str, &dyn ToSql)]) -> Result<Vec<DeliveryRow>> {
    let mut deliveries: Vec<DeliveryRow> = Vec::new();
    let mut rows = statement.query(values)?;
    while let Some(row) = rows.next()? {
        let id: DeliveryId = row.get(0)?;
        if deliveries.last().is_none_or(|last| last.id != id) {
            deliveries.push(delivery_row(row)?);
        }
        if let Some(delivery) = deliveries.last_mut() {
            delivery.lines.extend(goods(row)?);
        }
    }
    Ok(deliveries)
}

impl Tx<'_> {
    /// Returns these deliveries, by their numbers.
    pub fn delivery_rows_in(&self, ids: &[DeliveryId]) -> Result<Vec<DeliveryRow>> {
        let sql = format!(
            "SELECT {DELIVERY_ROW}, {LABEL}, {STANDING}, {JAR_STATE} FROM {DELIVERY_FROM}
              WHERE delivery.id IN (SELECT value FROM json_each(:ids)) ORDER BY delivery.id, line.id"
        );
        let ids = list_value(ids.iter().map(|id| id.number()));
        gather(&mut *self.conn.prepare_cached(&sql)?, named_params! { ":ids": ids })
    }

    /// Returns the open deliveries for a day.
    pub fn open_delivery_rows_on(&self, day: Day) -> Result<Vec<DeliveryRow>> {
        let sql = format!(
            "SELECT {DELIVERY_ROW}, {LABEL}, {STANDING}, {JAR_STATE} FROM {DELIVERY_FROM}
              WHERE delivery.stage = 'planned' AND delivery.planned_for = :day
              ORDER BY delivery.id, line.id"
        );
        gather(&mut *self.conn.prepare_cached(&sql)?, named_params! { ":day": Iso(day) })
    }

    /// Returns the open deliveries for days until `until`, by day.
    pub fn open_delivery_rows(&self, until: Day) -> Result<Vec<DeliveryRow>> {
        let sql = format!(
            "SELECT {DELIVERY_ROW}, {LABEL}, {STANDING}, {JAR_STATE} FROM {DELIVERY_FROM}
              WHERE delivery.stage = 'planned' AND delivery.planned_for <= :until
              ORDER BY delivery.planned_for, delivery.id, line.id"
        );
        gather(&mut *self.conn.prepare_cached(&sql)?, named_params! { ":until": Iso(until) })
    }

    /// Returns the first day for which each product is planned for these customers.
    pub fn planned_days(
        &self,
        customers: impl Iterator<Item = CustomerId>,
    ) -> Result<BTreeMap<(CustomerId, ProductId), Day>> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT delivery.customer_id, line.product_id, min(delivery.planned_for) FROM delivery
               JOIN delivery_line line ON line.delivery_id = delivery.id
              WHERE delivery.stage = 'planned' AND delivery.customer_id {}
              GROUP BY delivery.customer_id, line.product_id",
            in_list("?1")
        ))?;
        let customers = list_value(customers.map(|customer| customer.number()));
        let days = statement
            .query_map([customers], |row| Ok(((row.get(0)?, row.get(1)?), day_of(row, 2)?)))?;
        Ok(days.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the open deliveries for days from `day` on, with their days, in the order of the days.
    pub fn planned_from(&self, day: Day) -> Result<Vec<(DeliveryId, Day)>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, planned_for FROM delivery
              WHERE stage = 'planned' AND planned_for >= ?1 ORDER BY planned_for, id",
        )?;
        let rows = statement.query_map([Iso(day)], |row| Ok((row.get(0)?, day_of(row, 1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the deliveries that are planned for a day after `day` on which their jar is likely empty
    /// already, and whose window closes by `day`.
    pub fn planned_too_late(&self, day: Day) -> Result<Vec<DeliveryId>> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT DISTINCT delivery.id FROM forecast
               {ORDERED_JOIN} jar ON jar.id = forecast.jar_id
               {ORDERED_JOIN} delivery ON delivery.customer_id = forecast.customer_id
               {ORDERED_JOIN} delivery_line line ON line.delivery_id = delivery.id
              WHERE forecast.latest <= ?1 AND delivery.stage = 'planned' AND delivery.planned_for > ?1
                AND delivery.planned_for > forecast.likely AND line.product_id = jar.product_id
              ORDER BY delivery.id"
        ))?;
        let ids = statement.query_map([Iso(day)], |row| row.get(0))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the deliveries of a day that are no longer planned: done, missed or cancelled.
    pub fn closed_delivery_rows(&self, day: Day) -> Result<Vec<DeliveryRow>> {
        let sql = format!(
            "SELECT {DELIVERY_ROW}, {LABEL}, {STANDING}, {JAR_STATE} FROM {DELIVERY_FROM}
              WHERE delivery.day = :day AND delivery.stage <> 'planned' ORDER BY delivery.id, line.id"
        );
        gather(&mut *self.conn.prepare_cached(&sql)?, named_params! { ":day": Iso(day) })
    }

    /// Returns the deliveries that a filter lets through, by day.
    pub fn delivery_rows(&self, filter: &DeliveryFilter) -> Result<Vec<DeliveryRow>> {
        let (wanted, values) = conditions(filter);
        let sql = format!(
            "SELECT {DELIVERY_ROW}, {LABEL}, {STANDING}, {JAR_STATE} FROM {DELIVERY_FROM}
              WHERE {wanted} ORDER BY delivery.day, delivery.id, line.id"
        );
        gather(&mut *self.conn.prepare_cached(&sql)?, &named(&values))
    }

    /// Passes to `f` every line of the deliveries that a filter lets through, by day. Stops at the first error.
    ///
    /// # Errors
    /// If the file cannot be read, or the first error that `f` returns.
    pub fn each_delivery_line<E: From<Error>>(
        &self,
        filter: &DeliveryFilter,
        mut f: impl FnMut(DeliveryLineRow) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let (wanted, values) = conditions(filter);
        let DeliveryFilter { from, to, customer, stage } = filter;
        let is_part = from.is_some()
            || to.is_some()
            || customer.is_some()
            || *stage == Some(DeliveryStage::Planned);
        // All of them are read as they lie in the file and sorted then: in the order of the days every row is
        // somewhere else. The plus keeps the engine from the index of the days.
        let (join, day) = if is_part { ("JOIN", "") } else { (ORDERED_JOIN, "+") };
        sort_in_files(self.conn).map_err(Error::from)?;
        let sql = format!(
            "SELECT delivery.id, delivery.customer_id, customer.code, customer.name, customer.area, delivery.stage,
                    delivery.day, delivery.reason, line.product_id, line.planned, line.delivered, line.price
               FROM delivery {join} customer ON customer.id = delivery.customer_id
                             {join} delivery_line line ON line.delivery_id = delivery.id
              WHERE {wanted} ORDER BY {day}delivery.day, delivery.id, line.id"
        );
        let mut statement = self.conn.prepare_cached(&sql).map_err(Error::from)?;
        let mut rows = statement.query(named(&values).as_slice()).map_err(Error::from)?;
        while let Some(row) = rows.next().map_err(Error::from)? {
            f(line_row(row).map_err(Error::from)?)?;
        }
        Ok(())
    }
}

/// Returns the conditions of a filter, and the values that they name. Each condition is part of the query only if
/// it is asked for, so that its index can serve.
fn conditions(filter: &DeliveryFilter) -> (String, Vec<(&'static str, Value)>) {
    let DeliveryFilter { from, to, customer, stage } = filter;
    let text = |text: String| Value::from(text);
    let wanted = [
        from.map(|day| ("delivery.day >= :from", ":from", text(iso(day).to_string()))),
        to.map(|day| ("delivery.day <= :to", ":to", text(iso(day).to_string()))),
        customer.map(|customer| {
            ("delivery.customer_id = :customer", ":customer", Value::from(customer.number()))
        }),
        stage.map(|stage| ("delivery.stage = :stage", ":stage", text(stage.key().to_owned()))),
    ];
    let (mut conditions, mut values) = (vec!["1"], Vec::new());
    for (condition, name, value) in wanted.into_iter().flatten() {
        conditions.push(condition);
        values.push((name, value));
    }
    (conditions.join(" AND "), values)
}

fn named<'a>(values: &'a [(&'static str, Value)]) -> Vec<(&'a str, &'a dyn ToSql)> {
    values.iter().map(|(name, value)| (*name, value as &dyn ToSql)).collect()
}
