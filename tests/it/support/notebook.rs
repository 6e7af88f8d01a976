//! A notebook in a folder of its own: opened at a day, acted on, and looked at row by row.

use ricejar::app::{App, Performed};
use ricejar::domain::{Command, Day};
use ricejar::store::Store;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

pub use super::{clock, day, open, place, shop};

/// What stands in the file beside the journal: a row for each table and number.
pub type Rows = BTreeMap<(String, i64), String>;

/// A notebook and the folder that it goes with.
pub struct Notebook {
    pub app: App,
    pub path: PathBuf,
    reader: Connection,
    _folder: TempDir,
}

impl Notebook {
    /// An empty notebook.
    pub fn new(today: Day) -> Self {
        let (folder, path) = place();
        let store = Store::create(&path, &shop()).unwrap();
        let reader = look_into(&path);
        Self { app: App::new(store, clock(today)), path, reader, _folder: folder }
    }

    /// Another day begins.
    pub fn on(&mut self, today: Day) -> &mut Self {
        self.app.set_clock(clock(today));
        self
    }

    /// Performs what has to succeed.
    pub fn does(&mut self, command: Command) -> Performed {
        let done = self.app.perform(&command);
        done.unwrap_or_else(|error| panic!("{command:?}: {error}"))
    }

    /// Everything but the journal.
    pub fn rows(&self) -> Rows {
        rows(&self.reader)
    }

    /// Nothing is wrong with the file.
    pub fn is_whole(&self) {
        assert_eq!(self.app.check().unwrap(), []);
    }
}

/// Opens a file to look into it with plain SQL.
pub fn look_into(path: &Path) -> Connection {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Connection::open_with_flags(path, flags).unwrap()
}

/// Every row of every table but the journal's own; what an undone action has logged does not count.
pub fn rows(conn: &Connection) -> Rows {
    let mut tables = conn
        .prepare_cached(
            "SELECT name FROM sqlite_master WHERE type = 'table'
                AND name NOT IN ('action', 'change', 'entry_kind', 'sqlite_sequence')",
        )
        .unwrap();
    let tables: Vec<String> =
        tables.query_map([], |row| row.get(0)).unwrap().collect::<rusqlite::Result<_>>().unwrap();
    let mut found = Rows::new();
    for table in tables {
        let counts = match table.as_str() {
            "rate_change" | "run_out" => {
                "WHERE action_id IN (SELECT id FROM action WHERE in_force)"
            }
            _ => "",
        };
        let mut statement =
            conn.prepare_cached(&format!("SELECT * FROM {table} {counts}")).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let mut text = String::new();
            for column in 0..columns {
                match row.get_ref(column).unwrap() {
                    ValueRef::Text(bytes) => {
                        write!(text, "{:?} ", std::str::from_utf8(bytes).unwrap()).unwrap();
                    }
                    other => write!(text, "{other:?} ").unwrap(),
                }
            }
            found.insert((table.clone(), row.get(0).unwrap()), text);
        }
    }
    found
}

/// Writes a notebook of the first format with one customer, who owes 240.
pub fn first_format(path: &Path) {
    let first = Connection::open(path).unwrap();
    first.execute_batch(include_str!("../../../src/store/sqlite/schema/001_notebook.sql")).unwrap();
    first
        .execute_batch(
            "PRAGMA application_id = 0x72696365; PRAGMA user_version = 1;
             INSERT INTO shop VALUES (1, '永庆米店', 'TWD', NULL, 50, 0, 127);
             INSERT INTO customer VALUES (7, 'C10', 'c000000000010', '王永庆', 'wang yong qing', 'household', '0912',
                 '竹巷', '', '', 2, 0, 0, '25', 0, NULL, '', NULL, NULL, 'phone', NULL, 'unknown', '', '2026-01-01', NULL, '');
             INSERT INTO entry VALUES (1, 7, '2026-03-01', 'charge', 240, '', '', NULL);
             INSERT INTO standing VALUES (7, 240, '2026-03-25:240', '2026-03-25', NULL, NULL);
             INSERT INTO search VALUES (7, 'as the first format had it');",
        )
        .unwrap();
}
