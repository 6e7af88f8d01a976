//! Records: rows that are read and written as a whole.
//!
//! Each kind of record is described once, by [`StoredRecord`]; what its columns may hold and to which rows
//! they refer is in [`super::columns`], from which the journal, undo, the check and the rescue follow.

use super::super::Result;
use super::{Tx, optional};
use crate::domain::Day;
use crate::domain::day::iso;
use rusqlite::types::Value;
use rusqlite::{Params, Row, params_from_iter};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// A kind of record: its table, and how a row of it is read and bound.
pub(super) trait StoredRecord: Sized {
    /// The table.
    const TABLE: &'static str;

    /// Returns the columns that [`StoredRecord::read`] takes in this order, the identity first.
    fn columns() -> Vec<&'static str>;

    /// Reads a record from a row that begins with its columns.
    fn read(row: &Row) -> rusqlite::Result<Self>;

    /// Returns the number of the row; zero for a new one.
    fn number(&self) -> i64;

    /// Returns every column but the identity with its value.
    fn bind(&self) -> Vec<(&'static str, Value)>;
}

/// The columns of each kind of record by its table, as [`columns_of`] returns them: an import reads
/// hundreds of thousands of records.
static COLUMNS: Mutex<BTreeMap<&str, &str>> = Mutex::new(BTreeMap::new());

/// Returns the columns of a record, for a query that begins with them: `jar.id, jar.customer_id`.
pub(super) fn columns_of<R: StoredRecord>() -> &'static str {
    let join = || {
        let columns = R::columns().into_iter().map(|column| format!("{}.{column}", R::TABLE));
        &*columns.collect::<Vec<_>>().join(", ").leak()
    };
    let mut known = COLUMNS.lock().unwrap_or_else(PoisonError::into_inner);
    known.entry(R::TABLE).or_insert_with(join)
}

/// Returns how many columns [`columns_of`] names.
pub(super) fn column_count<R: StoredRecord>() -> usize {
    R::columns().len()
}

/// Returns a day as a column holds it.
pub(super) fn day_value(day: Day) -> Value {
    iso(day).to_string().into()
}

impl Tx<'_> {
    /// Returns the record with a number.
    pub(super) fn find<R: StoredRecord>(&self, number: i64) -> Result<Option<R>> {
        let sql = format!("SELECT {} FROM {} WHERE id = ?1", columns_of::<R>(), R::TABLE);
        optional(self.conn.prepare_cached(&sql)?.query_row([number], R::read))
    }

    /// Returns the records that fulfil the rest of a query: `WHERE ... ORDER BY ...`.
    pub(super) fn select<R: StoredRecord>(
        &self,
        rest: &str,
        values: impl Params,
    ) -> Result<Vec<R>> {
        let sql = format!("SELECT {} FROM {} {rest}", columns_of::<R>(), R::TABLE);
        let mut statement = self.conn.prepare_cached(&sql)?;
        let records = statement.query_map(values, R::read)?;
        Ok(records.collect::<rusqlite::Result<_>>()?)
    }

    /// Writes a new record and returns its number: its own, or a new one for zero.
    pub(super) fn insert<R: StoredRecord>(&self, record: &R) -> Result<i64> {
        let (columns, values): (Vec<_>, Vec<_>) = record.bind().into_iter().unzip();
        let sql = format!(
            "INSERT INTO {} ({}, id) VALUES ({}nullif(?, 0))",
            R::TABLE,
            columns.join(", "),
            "?, ".repeat(columns.len()),
        );
        self.write_many_changes()?;
        self.write(&sql, values, record.number())?;
        Ok(self.inserted())
    }

    /// Writes a record over the one with the same number.
    pub(super) fn update<R: StoredRecord>(&self, record: &R) -> Result<()> {
        let (columns, values): (Vec<_>, Vec<_>) = record.bind().into_iter().unzip();
        let columns = columns.join(" = ?, ");
        let sql = format!("UPDATE {} SET {columns} = ? WHERE id = ?", R::TABLE);
        self.keep_row(R::TABLE, record.number())?;
        self.write(&sql, values, record.number())
    }

    fn write(&self, sql: &str, mut values: Vec<Value>, number: i64) -> Result<()> {
        values.push(number.into());
        self.conn.prepare_cached(sql)?.execute(params_from_iter(values))?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::columns::journalled;
    use super::*;
    use crate::domain::complaint::Complaint;
    use crate::domain::contact::Contact;
    use crate::domain::container::{Container, ContainerMove};
    use crate::domain::customer::Customer;
    use crate::domain::day_close::DayClose;
    use crate::domain::follow_up::FollowUp;
    use crate::domain::jar::Jar;
    use crate::domain::price::Price;
    use crate::domain::product::Product;
    use crate::domain::skip::Skip;
    use crate::domain::ticket::TicketMove;
    use std::collections::BTreeSet;

    /// Returns the columns that a record reads, which its table must have.
    fn read_by<R: StoredRecord>() -> (&'static str, BTreeSet<&'static str>) {
        let columns = R::columns();
        assert_eq!(columns.first(), Some(&"id"), "{}", R::TABLE);
        (R::TABLE, columns.into_iter().skip(1).collect())
    }

    /// Tables whose rows are settings or parts of another record, and are read and written by hand.
    const PARTS: [&str; 10] = [
        "area",
        "away",
        "delivery",
        "delivery_line",
        "entry",
        "holiday",
        "household_change",
        "reading",
        "shop",
        "stock_move",
    ];

    #[test]
    fn a_record_reads_every_column_of_its_table_that_is_not_computed() {
        let records = [
            read_by::<Contact>(),
            read_by::<Complaint>(),
            read_by::<Container>(),
            read_by::<ContainerMove>(),
            read_by::<Customer>(),
            read_by::<DayClose>(),
            read_by::<FollowUp>(),
            read_by::<Jar>(),
            read_by::<Price>(),
            read_by::<Product>(),
            read_by::<Skip>(),
            read_by::<TicketMove>(),
        ];
        for (table, read) in &records {
            let spec = journalled().find(|spec| spec.name == *table);
            let columns = spec.into_iter().flat_map(|spec| spec.columns);
            let stored = columns.filter(|column| column.computed.is_none());
            assert_eq!(read, &stored.map(|column| column.name).collect(), "{table}");
        }
        let known: BTreeSet<&str> = records.iter().map(|(table, _)| *table).chain(PARTS).collect();
        assert_eq!(known, journalled().map(|table| table.name).collect());
    }
}
