//! The rows of a journal line, before and after it.

use super::super::{Error, Result};
use super::Tx;
use crate::domain::action::RowChange;
use crate::domain::id::{ActionId, ChangeId};
use crate::domain::query::PageDirection;
use rusqlite::params;

/// Number of changes whose names are looked up at once.
const BATCH: u32 = 500;

impl Tx<'_> {
    /// Passes to `f` every row that a line of the journal changed, in the order of the changes,
    /// without holding them all in memory. Stops at the first error.
    ///
    /// # Errors
    /// If the file cannot be read, or the first error that `f` returns.
    pub fn each_change<E: From<Error>>(
        &self,
        line: ActionId,
        mut f: impl FnMut(RowChange) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        self.write_changes()?;
        let mut last = None;
        loop {
            let batch = self.changes_in(line, (last.as_ref(), PageDirection::After), BATCH)?;
            let Some((newest, _)) = batch.last() else { return Ok(()) };
            last = Some(*newest);
            batch.into_iter().map(|(_, change)| change).try_for_each(&mut f)?;
        }
    }

    /// Returns the table and the number of every row that a line of the journal touched, each once.
    pub fn rows_of(&self, line: ActionId) -> Result<Vec<(String, i64)>> {
        self.write_changes()?;
        let mut statement = self.conn.prepare_cached(
            "SELECT tbl, key FROM change WHERE action_id = ?1 GROUP BY tbl, key ORDER BY min(id)",
        )?;
        let rows = statement.query_map([line], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns every row that a line of the journal touched, in the order in which it touched them.
    pub fn changes(&self, line: ActionId) -> Result<Vec<RowChange>> {
        let mut changes = Vec::new();
        self.each_change(line, |change| {
            changes.push(change);
            Ok::<_, Error>(())
        })?;
        Ok(changes)
    }

    /// Returns a window of the rows that a line touched, in the order in which it touched them: the first
    /// `most` after a place, or the last `most` before one in backward order.
    pub fn changes_in(
        &self,
        line: ActionId,
        (place, window): (Option<&ChangeId>, PageDirection),
        most: u32,
    ) -> Result<Vec<(ChangeId, RowChange)>> {
        let (beyond, way) = match window {
            PageDirection::After => (">", ""),
            PageDirection::Before => ("<", "DESC"),
        };
        let from = match place {
            Some(_) => format!("c.id {beyond} ?2"),
            None => "?2 IS NULL".to_owned(),
        };
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT c.id, tbl, key, before, EXISTS (SELECT 1 FROM change later
                  WHERE later.tbl = c.tbl AND later.key = c.key AND later.id > c.id),
                (SELECT before FROM change later
                  WHERE later.tbl = c.tbl AND later.key = c.key AND later.id > c.id ORDER BY id LIMIT 1)
               FROM change c WHERE action_id = ?1 AND {from} ORDER BY c.id {way} LIMIT ?3"
        ))?;
        let mut rows = statement.query(params![line, place, most])?;
        let (mut ids, mut changes) = (Vec::new(), Vec::new());
        while let Some(row) = rows.next()? {
            let (table, key): (String, i64) = (row.get(1)?, row.get(2)?);
            let after = if row.get(4)? { row.get(5)? } else { self.row_now(&table, key)? };
            ids.push(row.get(0)?);
            changes.push(RowChange { table, key, before: row.get(3)?, after, named: Vec::new() });
        }
        self.name_rows(&mut changes)?;
        Ok(ids.into_iter().zip(changes).collect())
    }

    /// Returns whether any row is another than it was before the line of the journal that is open.
    pub fn has_changed_rows(&self, line: ActionId) -> Result<bool> {
        self.write_changes()?;
        if self.has_only_grown() {
            return Ok(true);
        }
        // The first change of a row within the line holds the row from before it.
        let mut statement = self.conn.prepare_cached(
            "SELECT tbl, key, before FROM change c WHERE action_id = ?1
                AND NOT EXISTS (SELECT 1 FROM change earlier
                    WHERE earlier.tbl = c.tbl AND earlier.key = c.key AND earlier.id < c.id
                      AND earlier.id >= (SELECT min(id) FROM change WHERE action_id = ?1))
              ORDER BY id",
        )?;
        let mut rows = statement.query([line])?;
        while let Some(row) = rows.next()? {
            let (table, key): (String, i64) = (row.get(0)?, row.get(1)?);
            if row.get::<_, Option<String>>(2)? != self.row_now(&table, key)? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
