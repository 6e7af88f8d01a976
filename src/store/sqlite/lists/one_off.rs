//! Goods that customers have bought without an agreed jar.

use super::super::super::Result;
use super::super::Tx;
use super::super::optional;
use super::super::values::{Iso, day};
use super::{LABEL, label};
use crate::domain::Day;
use crate::domain::id::{CustomerId, ProductId};
use crate::domain::views::OneOffGoods;
use rusqlite::{Row, params};

const ONE_OFF: &str = "product.id, product.name, count(DISTINCT delivery.day), min(delivery.day),
    max(delivery.day)";

const BOUGHT: &str = "delivery
    JOIN delivery_line line ON line.delivery_id = delivery.id
    JOIN product ON product.id = line.product_id
    JOIN customer ON customer.id = delivery.customer_id";

/// The condition that goods were brought and that no jar is agreed for them.
const WITHOUT_JAR: &str = "delivery.stage = 'done' AND line.delivered > 0
    AND NOT EXISTS (SELECT 1 FROM jar
        WHERE jar.customer_id = delivery.customer_id AND jar.product_id = line.product_id)";

fn one_off(row: &Row) -> rusqlite::Result<OneOffGoods> {
    Ok(OneOffGoods {
        product: row.get(0)?,
        product_name: row.get(1)?,
        times: row.get(2)?,
        first: day(row, 3)?,
        last: day(row, 4)?,
        who: label(row, 5)?,
    })
}

impl Tx<'_> {
    /// Returns what a customer has bought of a product; `None` if nothing, or if a jar is agreed for it.
    pub fn one_off(&self, customer: CustomerId, product: ProductId) -> Result<Option<OneOffGoods>> {
        let sql = format!(
            "SELECT {ONE_OFF}, {LABEL} FROM {BOUGHT}
              WHERE {WITHOUT_JAR} AND delivery.customer_id = ?1 AND line.product_id = ?2
              GROUP BY delivery.customer_id"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        optional(statement.query_row(params![customer, product], one_off))
    }

    /// Returns the first `most` goods without a jar that were bought often enough since a day to be followed,
    /// the one that was bought last in front.
    pub fn regular_one_offs(&self, since: Day, most: u32) -> Result<Vec<OneOffGoods>> {
        let sql = format!(
            "SELECT {ONE_OFF}, {LABEL} FROM {BOUGHT}
              WHERE {WITHOUT_JAR} AND delivery.day >= ?1 AND customer.left_on IS NULL
              GROUP BY delivery.customer_id, line.product_id
             HAVING count(DISTINCT delivery.day) >= ?2
              ORDER BY max(delivery.day) DESC, customer.id, product.id LIMIT ?3"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map(params![Iso(since), OneOffGoods::REGULAR, most], one_off)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
