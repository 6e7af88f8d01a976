//! The recorder: every row that a transaction changes goes into the journal.
//!
//! The engine reports each changed row of a connection to [`Recorder`], whichever statement changed it,
//! so that nothing can be left out: new rows are recorded by their numbers alone, those that follow each
//! other as one run, and a row that is changed or deleted with its cells from before, which the statement has to ask for first (`keep_rows`,
//! [`Tx::keep_row`]). A row that was changed without that ends the transaction with an error, and
//! nothing of it is written. A new notebook is filled, and an older one migrated, without a recorder.

use super::super::{Error, Result};
use super::columns::{self, TableSpec};
use super::{Tx, migrate, optional};
use crate::domain::action::ActionEffect;
use crate::domain::id::ActionId;
use rusqlite::hooks::Action as RowEvent;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Params, Row, Statement, params};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Number of changed rows that are held in memory before they are written to the journal.
const HELD: usize = 1000;

/// Maximum number of new rows in one run: as far back a look-up of a row has to look for the run in which
/// it may be. The schema knows it too.
pub(super) const LONGEST_RUN: i64 = 1000;

/// The changed rows of the transaction that a connection has open.
pub(super) struct Recorder(Arc<Mutex<Changes>>);

#[derive(Default)]
struct Changes {
    /// Rows that a statement is about to change or delete, as they are before it.
    before: HashMap<(&'static str, i64), String>,
    /// Changed rows that are not in the journal yet, in the order of their changes.
    rows: Vec<ChangedRow>,
    /// Table of the first row that was changed without its cells from before.
    unrecorded: Option<&'static str>,
    /// True if any row is new; true if any was deleted.
    has_inserted: bool,
    has_deleted: bool,
}

struct ChangedRow {
    table: &'static str,
    key: i64,
    /// The row from before the change; a new one has none.
    before: Option<String>,
}

/// A line of the journal that is open: the changed rows are recorded under it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct OpenAction {
    pub id: ActionId,
    pub effect: ActionEffect,
}

impl Recorder {
    /// Returns the recorder of a connection, to which the engine reports every changed row from now
    /// on.
    pub fn of(conn: &mut Connection) -> rusqlite::Result<Self> {
        let changes = Arc::new(Mutex::new(Changes::default()));
        let reported = Arc::clone(&changes);
        conn.update_hook(Some(move |event, _: &str, table: &str, key| {
            if let Some(table) = journalled(table) {
                lock(&reported).add(event, table, key);
            }
        }))?;
        Ok(Self(changes))
    }

    /// Forgets the rows of a transaction that ended.
    pub fn clear(&self) {
        *self.changes() = Changes::default();
    }

    fn changes(&self) -> MutexGuard<'_, Changes> {
        lock(&self.0)
    }
}

fn lock(changes: &Mutex<Changes>) -> MutexGuard<'_, Changes> {
    changes.lock().unwrap_or_else(PoisonError::into_inner)
}

fn journalled(name: &str) -> Option<&'static str> {
    columns::journalled().map(|table| table.name).find(|table| *table == name)
}

impl Changes {
    fn add(&mut self, event: RowEvent, table: &'static str, key: i64) {
        let before = match event {
            RowEvent::SQLITE_INSERT => None,
            _ => self.before.remove(&(table, key)),
        };
        match event {
            RowEvent::SQLITE_INSERT => self.has_inserted = true,
            _ if before.is_none() => self.unrecorded = self.unrecorded.or(Some(table)),
            RowEvent::SQLITE_DELETE => self.has_deleted = true,
            _ => {}
        }
        self.rows.push(ChangedRow { table, key, before });
    }
}

impl Tx<'_> {
    /// Keeps the rows of a table that meet a condition as they are, for the journal, before a
    /// statement changes or deletes them. Returns how many there are.
    pub(super) fn keep_rows(
        &self,
        table: &'static str,
        condition: &str,
        values: impl Params,
    ) -> Result<usize> {
        let Some(recorder) = self.recorder else { return Ok(0) };
        self.write_many_changes()?;
        let mut statement =
            self.conn.prepare_cached(&format!("SELECT * FROM {table} WHERE {condition}"))?;
        let stored = StoredColumns::of(table, &statement)?;
        let mut rows = statement.query(values)?;
        let mut before = HashMap::new();
        while let Some(row) = rows.next()? {
            before.insert((table, stored.key(row)?), stored.json(row)?);
        }
        let count = before.len();
        recorder.changes().before = before;
        Ok(count)
    }

    /// Keeps a row as it is, for the journal, before a statement changes or deletes it. Returns how
    /// many there are: one or none.
    pub(super) fn keep_row(&self, table: &'static str, key: i64) -> Result<usize> {
        self.keep_rows(table, "id = ?1", [key])
    }

    /// Returns the current state of a row of a table whose name comes from the file.
    pub(super) fn row_now(&self, table: &str, key: i64) -> Result<Option<String>> {
        let table = migrate::journalled(table)?;
        let mut statement =
            self.conn.prepare_cached(&format!("SELECT * FROM {table} WHERE id = ?1"))?;
        let stored = StoredColumns::of(table, &statement)?;
        optional(statement.query_row([key], |row| stored.json(row)))
    }

    /// Writes the changed rows to the journal, under the line that is open.
    ///
    /// # Errors
    /// If no line is open, or a row was changed without its cells from before: mistakes of ours, of
    /// which nothing must be written.
    pub(super) fn write_changes(&self) -> Result<()> {
        let Some(recorder) = self.recorder else { return Ok(()) };
        let (rows, unrecorded) = {
            let mut changes = recorder.changes();
            (std::mem::take(&mut changes.rows), changes.unrecorded)
        };
        let Some(first) = rows.first() else { return Ok(()) };
        let Some(action) = self.open.get().filter(|_| unrecorded.is_none()) else {
            let table = unrecorded.unwrap_or(first.table);
            return Err(Error::Engine(format!("{table}: a change is not in the journal").into()));
        };
        let mut insert = self.conn.prepare_cached(
            "INSERT INTO change (action_id, tbl, key, before, last) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?;
        let mut write = |table: &str, (first, last): (i64, i64), before: Option<&String>| {
            let last = (last > first).then_some(last);
            insert.execute(params![action.id, table, first, before, last]).map(drop)
        };
        // The runs that are not written yet, in the order of their first rows.
        let mut runs: Vec<(&str, i64, i64)> = Vec::new();
        for ChangedRow { table, key, before } in &rows {
            if before.is_some() {
                // What is new before a change stays before it.
                runs.drain(..)
                    .try_for_each(|(table, first, last)| write(table, (first, last), None))?;
                write(table, (*key, *key), before.as_ref())?;
                continue;
            }
            match runs.iter_mut().find(|(of, ..)| of == table) {
                Some((_, first, last)) if *key == *last + 1 && *key < *first + LONGEST_RUN => {
                    *last = *key;
                }
                Some(run) => {
                    let (table, first, last) = std::mem::replace(run, (table, *key, *key));
                    write(table, (first, last), None)?;
                }
                None => runs.push((table, *key, *key)),
            }
        }
        runs.into_iter().try_for_each(|(table, first, last)| write(table, (first, last), None))?;
        Ok(())
    }

    /// Writes the changed rows to the journal once there are many of them, so that few are in memory.
    pub(super) fn write_many_changes(&self) -> Result<()> {
        let is_many = |recorder: &Recorder| recorder.changes().rows.len() >= HELD;
        if self.recorder.is_some_and(is_many) { self.write_changes() } else { Ok(()) }
    }

    /// Returns whether rows were added and none was deleted: then the notebook is certainly another
    /// one than before.
    pub(super) fn has_only_grown(&self) -> bool {
        self.recorder.is_some_and(|recorder| {
            let changes = recorder.changes();
            changes.has_inserted && !changes.has_deleted
        })
    }
}

/// The columns of a row as the journal keeps them: by name, without the ones that the engine computes.
struct StoredColumns {
    key: usize,
    columns: Vec<(usize, String)>,
}

impl StoredColumns {
    /// Returns the stored columns among those of a query.
    fn of(table: &str, query: &Statement<'_>) -> Result<Self> {
        let names: Vec<&str> = query.column_names().collect();
        let missing = || Error::Damaged(table.to_owned());
        let spec = columns::journalled().find(|spec| spec.name == table).ok_or_else(missing)?;
        let key = names.iter().position(|name| *name == spec.key).ok_or_else(missing)?;
        let is_stored = |name: &str, spec: &TableSpec| {
            name == spec.key || spec.columns.iter().any(|column| column.name == name)
        };
        let columns = names.iter().enumerate().filter(|(_, name)| is_stored(name, spec));
        Ok(Self {
            key,
            columns: columns.map(|(place, name)| (place, (*name).to_owned())).collect(),
        })
    }

    fn key(&self, row: &Row<'_>) -> rusqlite::Result<i64> {
        row.get(self.key)
    }

    /// Returns a row as a JSON object of its cells: `{"id":7,"name":"王永庆","left_on":null}`.
    fn json(&self, row: &Row<'_>) -> rusqlite::Result<String> {
        let mut json = String::with_capacity(256);
        for (place, name) in &self.columns {
            json.push(if json.is_empty() { '{' } else { ',' });
            json.push('"');
            json.push_str(name);
            json.push_str("\":");
            match row.get_ref(*place)? {
                ValueRef::Null => json.push_str("null"),
                ValueRef::Integer(number) => json.push_str(&number.to_string()),
                ValueRef::Text(_) => json.push_str(&quoted(&row.get::<_, String>(*place)?)),
                value @ (ValueRef::Real(_) | ValueRef::Blob(_)) => {
                    let (name, kind) = (name.clone(), value.data_type());
                    return Err(rusqlite::Error::InvalidColumnType(*place, name, kind));
                }
            }
        }
        json.push('}');
        Ok(json)
    }
}

/// Returns a text as JSON.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::super::Store;
    use super::super::rescue::tests::shop;
    use super::*;
    use crate::domain::action::AuditStamp;
    use crate::domain::shop::ShopSetting;
    use tempfile::TempDir;

    fn new() -> (TempDir, Store) {
        let folder = TempDir::new().unwrap();
        let store = Store::create(&folder.path().join("shop.db"), &shop()).unwrap();
        (folder, store)
    }

    fn stamp() -> AuditStamp {
        AuditStamp { at: String::new(), by: String::new() }
    }

    fn rename(tx: &Tx<'_>, name: &str) -> Result<()> {
        tx.set_shop(&ShopSetting::Name(name.to_owned()))
    }

    fn name(store: &Store) -> String {
        store.read(|tx| tx.shop()).unwrap().name
    }

    // Issue 11: changes were recorded under the highest number in the journal.
    #[test]
    fn a_change_is_recorded_under_the_action_that_is_open_whatever_the_others_are_numbered() {
        let (_folder, mut store) = new();
        let changes = store.write(|tx| {
            let action = tx.open_action(&stamp(), ActionEffect::Do)?;
            tx.conn.execute_batch(
                "INSERT INTO action (id, at, by, direction, in_force, deed, about, detail)
                 VALUES (9000, '', '', 'do', 1, '', '', '')",
            )?;
            rename(tx, "林记")?;
            tx.changes(action)
        });
        assert_eq!(changes.unwrap().len(), 1);
    }

    // Issue 11: other tools have no functions of ours, and can still write. What they write is no
    // change of any action.
    #[test]
    fn a_change_made_with_another_tool_is_noticed_and_is_under_no_action() {
        let (_folder, mut store) = new();
        let write = |tx: &Tx<'_>| {
            tx.open_action(&stamp(), ActionEffect::Do)?;
            rename(tx, "林记")
        };
        store.write(write).unwrap();
        store.changed_elsewhere().unwrap();
        let other = Connection::open(store.path()).unwrap();
        other.execute_batch("UPDATE shop SET name = '陈记'").unwrap();
        assert!(store.changed_elsewhere().unwrap());
        let recorded: i64 =
            other.query_row("SELECT count(*) FROM change", [], |row| row.get(0)).unwrap();
        assert_eq!(recorded, 1);
    }

    // Issue 13: changes are recorded by the engine's reports, whichever statement makes them.
    #[test]
    fn a_change_that_the_journal_would_miss_is_not_written() {
        for sql in [
            "UPDATE shop SET name = '陈记'",
            "INSERT INTO area (name, position) VALUES ('北', 1); DELETE FROM area WHERE true",
            "INSERT INTO area (name, position) VALUES ('北', 1);
             INSERT INTO area (id, name, position) VALUES (1, '南', 1)
                 ON CONFLICT (id) DO UPDATE SET name = excluded.name",
        ] {
            let (_folder, mut store) = new();
            let before = name(&store);
            let written = store.write(|tx| {
                tx.open_action(&stamp(), ActionEffect::Do)?;
                Ok::<_, Error>(tx.conn.execute_batch(sql)?)
            });
            assert!(matches!(written, Err(Error::Engine(_))), "{sql}: {written:?}");
            assert_eq!(name(&store), before);
        }
    }

    #[test]
    fn a_change_without_an_action_is_not_written() {
        let (_folder, mut store) = new();
        let before = name(&store);
        let written = store.write(|tx| rename(tx, "林记"));
        assert!(matches!(written, Err(Error::Engine(_))), "{written:?}");
        assert_eq!(name(&store), before);
    }

    // The engine does not report rows that a table loses all at once, nor the ones that give way to
    // another row.
    #[test]
    fn no_statement_changes_journalled_rows_unseen() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store/sqlite");
        for file in std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()) {
            let source = std::fs::read_to_string(&file).unwrap_or_default();
            let code = source.split("#[cfg(test)]").next().unwrap();
            for table in columns::journalled().map(|table| table.name) {
                for unseen in ["DELETE FROM {}\"", "DELETE FROM {};", "REPLACE INTO {} "] {
                    let unseen = unseen.replace("{}", table);
                    assert!(!code.contains(&unseen), "{}: {unseen}", file.display());
                }
            }
        }
    }
}
