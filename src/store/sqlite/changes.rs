//! The rows of a journal line, before and after it.

use super::super::{Error, Result};
use super::Tx;
use super::recorder::LONGEST_RUN;
use crate::domain::action::RowChange;
use crate::domain::id::{ActionId, ChangeId};
use crate::domain::query::PageDirection;
use rusqlite::params;

/// Number of changes whose names are looked up at once.
const BATCH: u32 = 500;

/// The rows that a line of the journal (`?1`) changed, each with its number, for a query of `each_row`.
const EACH_ROW: &str = "WITH RECURSIVE each_row (id, tbl, key, last, before) AS (
        SELECT id, tbl, key, coalesce(last, key), before FROM change WHERE action_id = ?1
        UNION ALL SELECT id, tbl, key + 1, last, before FROM each_row WHERE key < last)";

/// Factor by which the numbers of changes are multiplied in the place of a row, to leave room for the rows of
/// a run.
const PLACES: i64 = 1024;

/// Returns the condition that a change is one of a row, alone or in a run. Two queries, because with an `OR` the
/// planner would look through every change of the table; the plus keeps it from doing so for runs.
pub(super) fn is_of_row(change: &str, table: &str, key: &str) -> String {
    format!(
        "{change}.id IN (SELECT id FROM change WHERE tbl = {table} AND key = {key}
            UNION ALL SELECT id FROM change WHERE tbl = {table}
                AND last >= {key} AND last < {key} + {LONGEST_RUN} AND +key < {key})"
    )
}

/// Returns the condition that a row is one of a change, alone or in a run.
pub(super) fn is_in_change(key: &str, change: &str) -> String {
    format!("{key} BETWEEN {change}.key AND coalesce({change}.last, {change}.key)")
}

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
        let mut statement = self.conn.prepare_cached(&format!(
            "{EACH_ROW} SELECT tbl, key FROM each_row GROUP BY tbl, key ORDER BY min(id), key"
        ))?;
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
        let (beyond, way, step, ends) = match window {
            PageDirection::After => (">", "", "+ 1", ["key", "coalesce(last, key)"]),
            PageDirection::Before => ("<", "DESC", "- 1", ["coalesce(last, key)", "key"]),
        };
        let [begin, end] = ends;
        let (from, rest) = match place {
            Some(_) => (format!("id {beyond}= ?2 / {PLACES}"), format!("place {beyond} ?2")),
            None => ("?2 IS NULL".to_owned(), "true".to_owned()),
        };
        let later = is_of_row("later", "c.tbl", "c.key");
        let mut statement = self.conn.prepare_cached(&format!(
            "WITH RECURSIVE c (place, tbl, key, \"end\", before, id) AS (
                SELECT * FROM (SELECT id * {PLACES} + {begin} - key, tbl, {begin}, {end}, before, id
                    FROM change WHERE action_id = ?1 AND {from} ORDER BY id {way} LIMIT ?3 + 1)
                UNION ALL
                SELECT place {step}, tbl, key {step}, \"end\", before, id FROM c WHERE key <> \"end\"
                ORDER BY 1 {way})
             SELECT place, tbl, key, before,
                EXISTS (SELECT 1 FROM change later WHERE {later} AND later.id > c.id),
                (SELECT before FROM change later WHERE {later} AND later.id > c.id ORDER BY id LIMIT 1)
               FROM c WHERE {rest} LIMIT ?3"
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
        let earlier = is_of_row("earlier", "each_row.tbl", "each_row.key");
        let mut statement = self.conn.prepare_cached(&format!(
            "{EACH_ROW} SELECT tbl, key, before FROM each_row
              WHERE NOT EXISTS (SELECT 1 FROM change earlier
                    WHERE {earlier} AND earlier.id < each_row.id
                      AND earlier.id >= (SELECT min(id) FROM change WHERE action_id = ?1))
              ORDER BY id, key"
        ))?;
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::super::rescue::tests::shop;
    use super::*;
    use crate::domain::action::{ActionEffect, AuditStamp};
    use crate::store::Store;

    #[test]
    fn new_rows_that_follow_each_other_are_one_change_and_are_read_row_by_row() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::create(&folder.path().join("shop.db"), &shop()).unwrap();
        let stamp = AuditStamp { at: String::new(), by: String::new() };
        let line = store
            .write(|tx| {
                let line = tx.open_action(&stamp, ActionEffect::Do)?;
                for number in 1..=1500 {
                    let name = format!("{number}");
                    tx.conn.execute("INSERT INTO area (name, position) VALUES (?1, 1)", [name])?;
                }
                tx.keep_row("area", 700)?;
                tx.conn.execute("DELETE FROM area WHERE id = 700", [])?;
                Ok::<_, Error>(line)
            })
            .unwrap();
        let undone = store.write(|tx| {
            let undo = tx.open_action(&stamp, ActionEffect::Undo)?;
            tx.revert_action(line)?;
            Ok::<_, Error>(undo)
        });
        store
            .write(|tx| {
                tx.open_action(&stamp, ActionEffect::Redo)?;
                tx.revert_action(*undone.as_ref().unwrap())
            })
            .unwrap();
        let count: i64 = store
            .conn()
            .query_row("SELECT count(*) FROM change WHERE action_id = ?1", [line], |row| row.get(0))
            .unwrap();
        assert_eq!(count, 3);
        let all = store.read(|tx| tx.changes(line)).unwrap();
        assert_eq!(all.len(), 1501);
        let after = |key: i64| {
            let change = all.iter().find(|change| change.key == key).unwrap();
            assert_eq!(change.before, None);
            change.after.clone().unwrap_or_default()
        };
        assert!(after(1001).contains("\"1001\"") && after(1500).contains("\"1500\""));
        assert!(after(700).contains("\"700\""), "it was there until the line deleted it");
        for way in [PageDirection::After, PageDirection::Before] {
            let (mut place, mut rows): (Option<ChangeId>, Vec<RowChange>) = (None, Vec::new());
            loop {
                let page = store.read(|tx| tx.changes_in(line, (place.as_ref(), way), 7)).unwrap();
                let Some((last, _)) = page.last() else { break };
                place = Some(*last);
                rows.extend(page.into_iter().map(|(_, change)| change));
            }
            if way == PageDirection::Before {
                rows.reverse();
            }
            assert_eq!(rows, all);
        }
    }
}
