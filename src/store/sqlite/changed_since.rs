//! The rows that changed since a moment, whoever changed them: what was read then and follows from other rows is
//! still right. The journal names every changed row; only what the shop has learned is not in it.

use super::super::Result;
use super::changes::is_in_change;
use super::journal::customers_of_rows;
use super::values::day;
use super::{Tx, columns, dialect};
use crate::domain::Day;
use crate::domain::id::CustomerId;
use std::collections::BTreeSet;

/// Maximum number of changed rows that are looked at one by one.
const MOST: i64 = 200;

/// The moment at which something was read: the newest change, and how far the shop had learned.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReadPoint {
    change: i64,
    /// Another one after a restored backup, whose changes are others.
    schema: i64,
    learned: (Option<String>, i64, Option<CustomerId>),
}

/// A few changed rows.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FewChanges {
    /// The customers to whom they belong, or belonged before.
    pub customers: BTreeSet<CustomerId>,
    /// The days of changed entries, before and after.
    pub entry_days: BTreeSet<Day>,
    /// True if a delivery was changed, or a line of one.
    pub has_deliveries: bool,
    /// True if nothing but entries of tabs was changed.
    pub is_entries_only: bool,
}

impl Tx<'_> {
    /// Returns the moment of this transaction.
    pub fn read_point(&self) -> Result<ReadPoint> {
        let sql = "SELECT fitted_on, lots, refreshed FROM learning";
        let learned = self
            .conn
            .prepare_cached(sql)?
            .query_row([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        let schema = dialect::schema_version(self.conn)?;
        Ok(ReadPoint { change: dialect::last_rowid(self.conn, "change")?, schema, learned })
    }

    /// Returns what has changed from one moment to another; `None` if that is much, or something from which the rows
    /// of every customer follow: the rules of the shop, a product, what was learned.
    pub fn few_changes(&self, then: &ReadPoint, now: &ReadPoint) -> Result<Option<FewChanges>> {
        let is_few = (0..=MOST).contains(&(now.change - then.change));
        if !is_few || (then.schema, &then.learned) != (now.schema, &now.learned) {
            return Ok(None);
        }
        if self.rows_since(then)? > MOST {
            return Ok(None);
        }
        let tables = self.texts("SELECT tbl FROM change WHERE id > ?1", then)?;
        let of_customers = columns::journalled().filter(|table| table.customer_of("row").is_some());
        // What came in or was counted is in the stock alone.
        let known: BTreeSet<&str> =
            of_customers.map(|table| table.name).chain(["stock_move"]).collect();
        if tables.iter().any(|table| !known.contains(table.as_str())) {
            return Ok(None);
        }
        let is_any = |names: &[&str]| tables.iter().any(|table| names.contains(&table.as_str()));
        Ok(Some(FewChanges {
            customers: self.customers_since(then)?,
            entry_days: if is_any(&["entry"]) {
                self.entry_days_since(then)?
            } else {
                BTreeSet::new()
            },
            has_deliveries: is_any(&["delivery", "delivery_line"]),
            is_entries_only: tables.iter().all(|table| table == "entry"),
        }))
    }

    /// Returns the number of changed rows: a run of new ones is one change.
    fn rows_since(&self, then: &ReadPoint) -> Result<i64> {
        let sql =
            "SELECT coalesce(sum(coalesce(last, key) - key + 1), 0) FROM change WHERE id > ?1";
        Ok(self.conn.prepare_cached(sql)?.query_row([then.change], |row| row.get(0))?)
    }

    fn customers_since(&self, then: &ReadPoint) -> Result<BTreeSet<CustomerId>> {
        // A row that is gone, or another's now, is known by its cells from before.
        let sql = format!(
            "{} UNION SELECT key FROM change WHERE id > ?1 AND +tbl = 'customer'
             UNION SELECT before ->> 'customer_id' FROM change
                    WHERE id > ?1 AND before ->> 'customer_id' IS NOT NULL
             UNION SELECT delivery.customer_id FROM change
                     JOIN delivery ON delivery.id = change.before ->> 'delivery_id'
                    WHERE change.id > ?1 AND +change.tbl = 'delivery_line'
             UNION SELECT jar.customer_id FROM change JOIN jar ON jar.id = change.before ->> 'jar_id'
                    WHERE change.id > ?1 AND +change.tbl = 'reading'",
            customers_of_rows("change.id > ?1")
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let customers =
            statement.query_map([then.change], |row| row.get::<_, Option<CustomerId>>(0))?;
        let customers = customers.collect::<rusqlite::Result<Vec<_>>>()?;
        Ok(customers.into_iter().flatten().collect())
    }

    fn entry_days_since(&self, then: &ReadPoint) -> Result<BTreeSet<Day>> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT entry.day FROM change JOIN entry ON {}
                  WHERE change.id > ?1 AND +change.tbl = 'entry'
                 UNION SELECT before ->> 'day' FROM change
                  WHERE id > ?1 AND +tbl = 'entry' AND before IS NOT NULL",
            is_in_change("entry.id", "change")
        ))?;
        let days = statement.query_map([then.change], |row| day(row, 0))?;
        Ok(days.collect::<rusqlite::Result<_>>()?)
    }

    fn texts(&self, sql: &str, then: &ReadPoint) -> Result<BTreeSet<String>> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let texts = statement.query_map([then.change], |row| row.get(0))?;
        Ok(texts.collect::<rusqlite::Result<_>>()?)
    }
}
