//! Who owes, and who has paid ahead.

use super::super::super::Result;
use super::super::Tx;
use super::super::standing::{STANDING, standing};
use super::super::values::{Iso, parsed};
use super::{LABEL, first_word, label};
use crate::domain::Day;
use crate::domain::id::CustomerId;
use crate::domain::payday::Payday;
use crate::domain::rows::OwingRow;
use rusqlite::Row;
use std::collections::BTreeSet;

pub(super) fn owing_row(row: &Row) -> rusqlite::Result<OwingRow> {
    Ok(OwingRow {
        who: label(row, 0)?,
        phone: first_word(row.get_ref(5)?.as_str()?),
        payday: parsed(row, 6, Payday::parse)?,
        standing: standing(row, 7)?,
    })
}

impl Tx<'_> {
    /// Everybody with an open debt that is due by `due_by`, the oldest due day first.
    pub fn owing_rows(&self, due_by: Day) -> Result<Vec<OwingRow>> {
        let sql = format!(
            "SELECT {LABEL}, customer.phones, customer.payday, {STANDING}
               FROM standing JOIN customer ON customer.id = standing.customer_id
              WHERE standing.oldest_due <= ?1 ORDER BY standing.oldest_due, customer.code_key, customer.id"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map([Iso(due_by)], owing_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Everybody whose tab is not even, by code.
    pub fn uneven_rows(&self) -> Result<Vec<OwingRow>> {
        let sql = format!(
            "SELECT {LABEL}, customer.phones, customer.payday, {STANDING}
               FROM standing JOIN customer ON customer.id = standing.customer_id
              WHERE standing.balance <> 0 ORDER BY customer.code_key, customer.id"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map([], owing_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// One customer's row of the same kind.
    pub fn owing_row(&self, customer: CustomerId) -> Result<Option<OwingRow>> {
        let sql = format!(
            "SELECT {LABEL}, customer.phones, customer.payday, {STANDING}
               FROM standing JOIN customer ON customer.id = standing.customer_id WHERE customer.id = ?1"
        );
        super::super::optional(self.conn.prepare_cached(&sql)?.query_row([customer], owing_row))
    }

    /// The customers whose tab has an entry after a day.
    pub fn customers_with_entries_after(&self, day: Day) -> Result<BTreeSet<CustomerId>> {
        // Gathered here: asked for them without doubles, the engine reads every entry in their order.
        let mut statement =
            self.conn.prepare_cached("SELECT customer_id FROM entry WHERE day > ?1")?;
        let ids = statement.query_map([Iso(day)], |row| row.get(0))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }
}
