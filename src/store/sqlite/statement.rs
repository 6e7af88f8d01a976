//! Rows of statements and books besides the entries: the goods with their amounts, single entries, and the balances of a
//! day.

use super::super::{Error, Result};
use super::Tx;
use super::dialect::ORDERED_JOIN;
use super::tab::{ENTRY, entry, kinds_where};
use super::values::Iso;
use crate::domain::action::NamedProduct;
use crate::domain::day::Period;
use crate::domain::id::{CustomerId, EntryId};
use crate::domain::record::BalanceRecord;
use crate::domain::tab::{Entry, EntryLedger};
use crate::domain::{Day, Money, Quantity};
use rusqlite::{OptionalExtension, Row, params};

fn balance(row: &Row) -> rusqlite::Result<BalanceRecord> {
    Ok(BalanceRecord {
        customer: row.get(0)?,
        name: row.get(1)?,
        owed: row.get(2)?,
        held: row.get(3)?,
    })
}

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

    /// Passes to `take` the balances at the end of a day of every customer who has a tab.
    pub fn each_balance<E: From<Error>>(
        &self,
        day: Day,
        mut take: impl FnMut(&BalanceRecord) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let owed = kinds_where(|rule| rule.ledger == EntryLedger::Owed);
        let held = kinds_where(|rule| rule.ledger == EntryLedger::Held);
        let sql = format!(
            "SELECT customer.code, customer.name,
                    sum(iif(entry.kind IN ({owed}), entry.amount, 0)),
                    sum(iif(entry.kind IN ({held}), entry.amount, 0))
               FROM customer {ORDERED_JOIN} entry ON entry.customer_id = customer.id
              WHERE entry.day <= ?1 GROUP BY customer.id ORDER BY customer.id"
        );
        let mut statement = self.conn.prepare(&sql).map_err(Error::from)?;
        let mut rows = statement.query([Iso(day)]).map_err(Error::from)?;
        while let Some(row) = rows.next().map_err(Error::from)? {
            take(&balance(row).map_err(Error::from)?)?;
        }
        Ok(())
    }
}
