//! Skips.

use super::super::Result;
use super::Tx;
use super::dirty::CustomerPart;
use super::record::{StoredRecord, column_count, columns_of, day_value};
use super::values::{Iso, day};
use crate::domain::Day;
use crate::domain::id::{CustomerId, ProductId, SkipId};
use crate::domain::skip::Skip;
use crate::domain::views::{CustomerLabel, SkipRow};
use rusqlite::types::Value;
use rusqlite::{Row, params};

impl StoredRecord for Skip {
    const TABLE: &'static str = "skip";

    fn columns() -> Vec<&'static str> {
        vec!["id", "customer_id", "product_id", "day", "until", "reason"]
    }

    fn read(row: &Row) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            customer: row.get(1)?,
            product: row.get(2)?,
            on: day(row, 3)?,
            until: day(row, 4)?,
            reason: row.get(5)?,
        })
    }

    fn number(&self) -> i64 {
        self.id.number()
    }

    fn bind(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("customer_id", self.customer.number().into()),
            ("product_id", self.product.map(ProductId::number).into()),
            ("day", day_value(self.on)),
            ("until", day_value(self.until)),
            ("reason", self.reason.clone().into()),
        ]
    }
}

impl Tx<'_> {
    /// Returns one skip.
    pub fn skip(&self, id: SkipId) -> Result<Option<Skip>> {
        self.find(id.number())
    }

    /// Returns every skip of a customer, the first to end first.
    pub fn skips_of(&self, customer: CustomerId) -> Result<Vec<Skip>> {
        self.select("WHERE customer_id = ?1 ORDER BY until, id", [customer])
    }

    /// Writes a skip; an identity of zero is made, any other is kept.
    pub fn insert_skip(&self, skip: &Skip) -> Result<SkipId> {
        self.mark_customer_dirty(skip.customer, CustomerPart::JARS);
        Ok(SkipId::new(self.insert(skip)?))
    }

    /// Removes a skip.
    pub fn delete_skip(&self, skip: &Skip) -> Result<()> {
        self.mark_customer_dirty(skip.customer, CustomerPart::JARS);
        self.keep_row("skip", skip.id.number())?;
        self.conn.prepare_cached("DELETE FROM skip WHERE id = ?1")?.execute([skip.id])?;
        Ok(())
    }

    /// Returns the skips of a customer (or of all) that have not ended before a day, the first to end
    /// first.
    pub fn skip_rows(&self, customer: Option<CustomerId>, from: Day) -> Result<Vec<SkipRow>> {
        let sql = format!(
            "SELECT {}, customer.code, customer.name, customer.area, customer.address, product.name FROM skip
               JOIN customer ON customer.id = skip.customer_id
               LEFT JOIN product ON product.id = skip.product_id
              WHERE (?1 IS NULL OR skip.customer_id = ?1) AND skip.until >= ?2
              ORDER BY skip.until, skip.id",
            columns_of::<Skip>()
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let behind = column_count::<Skip>();
        let rows = statement.query_map(params![customer, Iso(from)], |row| {
            let skip = Skip::read(row)?;
            let who = CustomerLabel {
                id: skip.customer,
                code: row.get(behind)?,
                name: row.get(behind + 1)?,
                area: row.get(behind + 2)?,
                address: row.get(behind + 3)?,
            };
            Ok(SkipRow { skip, who, product: row.get(behind + 4)? })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
