//! Opening the file, and making it.

use super::super::{Error, Result};
use super::{Store, migrate};
use crate::domain::shop::Shop;
use rusqlite::{Connection, OpenFlags};
use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long a program waits for another one that is writing.
const PATIENCE: Duration = Duration::from_secs(5);

impl Store {
    /// Opens the notebook at `path`, bringing an older format up to date.
    ///
    /// # Errors
    /// If there is no file, it is not a notebook, it is newer than this program, or it cannot be read.
    pub fn open(path: &Path) -> Result<Self> {
        if !path.exists() {
            return Err(Error::Missing(path.to_owned()));
        }
        let conn = connect(path)?;
        let mut store = Self { conn, path: path.to_owned(), version: Cell::default() };
        match migrate::format_of(&store.conn).map_err(|error| at(path, error))? {
            migrate::Format::Current => {}
            // A file of no bytes is what a crash between making the file and filling it leaves.
            migrate::Format::Empty => return Err(Error::Missing(path.to_owned())),
            migrate::Format::Older => migrate::bring_up_to_date(&mut store.conn)?,
            migrate::Format::Newer { found } => {
                return Err(Error::Newer { found, known: migrate::NEWEST });
            }
            migrate::Format::Foreign => return Err(Error::NotOurs(path.to_owned())),
        }
        Ok(store)
    }

    /// Makes a notebook at `path` for `shop` and opens it.
    ///
    /// # Errors
    /// If there is one already, or it cannot be written.
    pub fn create(path: &Path, shop: &Shop) -> Result<Self> {
        make_private_file(path)?;
        let conn = connect(path)?;
        let mut store = Self { conn, path: path.to_owned(), version: Cell::default() };
        match migrate::format_of(&store.conn).map_err(|error| at(path, error))? {
            migrate::Format::Empty => migrate::fill(&mut store.conn, path, shop)?,
            migrate::Format::Foreign => return Err(Error::NotOurs(path.to_owned())),
            _ => return Err(Error::Exists(path.to_owned())),
        }
        Ok(store)
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether the system lets us only read the file.
    pub fn is_read_only(&self) -> bool {
        self.conn.is_readonly("main").unwrap_or(true)
    }

    pub(super) fn conn(&self) -> &Connection {
        &self.conn
    }
}

fn connect(path: &Path) -> Result<Connection> {
    let conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)
        .map_err(|error| at(path, error))?;
    conn.set_prepared_statement_cache_capacity(128);
    set_up(&conn).map_err(|error| at(path, error)).map(|()| conn)
}

/// SQLite's defaults lose acknowledged writes in a power cut; these do not.
fn set_up(conn: &Connection) -> rusqlite::Result<()> {
    conn.busy_timeout(PATIENCE)?;
    if !conn.is_readonly("main")? {
        conn.pragma_update(None, "journal_mode", "WAL")?;
    }
    conn.pragma_update(None, "synchronous", "FULL")?;
    conn.pragma_update(None, "foreign_keys", "ON")?;
    conn.pragma_update(None, "trusted_schema", "OFF")?;
    conn.pragma_update(None, "temp_store", "MEMORY")
}

/// A file that only its owner can read, as it holds addresses and debts. SQLite gives its side files
/// the same rights.
fn make_private_file(path: &Path) -> Result<()> {
    let io = |error: std::io::Error| Error::Io { path: path.to_owned(), reason: error.to_string() };
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(io)?;
    }
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop).map_err(io)
}

/// The error of a file that could not even be opened, with its name in it.
fn at(path: &Path, error: rusqlite::Error) -> Error {
    match Error::from(error) {
        Error::Io { reason, .. } => Error::Io { path: PathBuf::from(path), reason },
        Error::Damaged(_) => Error::NotADatabase(path.to_owned()),
        other => other,
    }
}
