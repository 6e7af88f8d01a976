//! Rows of a statement besides the entries: the goods with their amounts, and single entries.

use super::super::Result;
use super::Tx;
use super::tab::{ENTRY, entry};
use super::values::Iso;
use crate::domain::action::NamedProduct;
use crate::domain::day::Period;
use crate::domain::id::{CustomerId, EntryId};
use crate::domain::tab::Entry;
use crate::domain::{Money, Quantity};
use rusqlite::{OptionalExtension, params};

impl Tx<'_> {
    /// Returns an entry of a tab.
    pub fn entry(&self, id: EntryId) -> Result<Option<Entry>> {
        let sql = format!("SELECT {ENTRY} FROM entry WHERE id = ?1");
        Ok(self.conn.prepare_cached(&sql)?.query_row([id], entry).optional()?)
    }

    /// Returns the goods that were delivered to a customer in a period, each with its quantity and its price.
    pub fn goods_delivered_in(
        &self,
        customer: CustomerId,
        period: Period,
    ) -> Result<Vec<(NamedProduct, Quantity, Money)>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT product.name, product.unit, line.delivered, coalesce(line.price, 0) FROM delivery
               JOIN delivery_line line ON line.delivery_id = delivery.id
               JOIN product ON product.id = line.product_id
              WHERE delivery.customer_id = ?1 AND delivery.stage = 'done' AND line.delivered <> 0
                AND delivery.closed_on BETWEEN ?2 AND ?3
              ORDER BY delivery.id, line.id",
        )?;
        let goods =
            statement.query_map(params![customer, Iso(period.from), Iso(period.to)], |row| {
                let product = NamedProduct { name: row.get(0)?, unit: row.get(1)? };
                Ok((product, row.get(2)?, row.get(3)?))
            })?;
        Ok(goods.collect::<rusqlite::Result<_>>()?)
    }
}
