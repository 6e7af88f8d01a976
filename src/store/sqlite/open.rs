//! Opening the file, and making it.

use super::super::{Error, Result};
use super::place::{Identity, ensure_file};
use super::{Store, migrate};
use crate::domain::shop::Shop;
use memchr::memmem::Finder;
use rusqlite::config::DbConfig;
use rusqlite::functions::FunctionFlags;
use rusqlite::types::FromSqlError;
use rusqlite::{Connection, OpenFlags};
use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long a program waits for another one that is writing.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

/// A small cache of pages, in KiB as the engine counts them when they are negative.
const LITTLE: i64 = -512;

impl Store {
    /// Opens the notebook at `path`, bringing an older format up to date.
    ///
    /// # Errors
    /// If there is no file, it is not a notebook, it is newer than this program, or it cannot be read.
    pub fn open(path: &Path) -> Result<Self> {
        if !path.exists() {
            return Err(Error::Missing(path.to_owned()));
        }
        ensure_file(path)?;
        let (mut conn, format) = connect(path)?;
        match format {
            // A file of no bytes is what a crash between making the file and filling it leaves.
            migrate::Format::Empty => return Err(Error::Missing(path.to_owned())),
            migrate::Format::Foreign => return Err(Error::NotOurs(path.to_owned())),
            migrate::Format::Newer { found } => {
                return Err(Error::Newer { found, known: migrate::NEWEST });
            }
            migrate::Format::Current | migrate::Format::Older => set_up(path, &conn)?,
        }
        if let migrate::Format::Older = format {
            migrate::bring_up_to_date(&mut conn)?;
        }
        let identity = Identity::of(path);
        Ok(Self { conn, path: path.to_owned(), identity, version: Cell::default() })
    }

    /// Keeps little of the file in memory: for whoever reads long lists from end to end, of which nothing
    /// is looked at twice, and which the system keeps anyway.
    ///
    /// # Errors
    /// If the engine does not take the setting.
    pub fn keep_little(&self) -> Result<()> {
        Ok(self.conn.pragma_update(None, "cache_size", LITTLE)?)
    }

    /// Makes a notebook at `path` for `shop` and opens it.
    ///
    /// # Errors
    /// If there is one already, or it cannot be written.
    pub fn create(path: &Path, shop: &Shop) -> Result<Self> {
        ensure_file(path)?;
        make_private_file(path)?;
        let (mut conn, format) = connect(path)?;
        match format {
            migrate::Format::Empty => set_up(path, &conn)?,
            migrate::Format::Foreign => return Err(Error::NotOurs(path.to_owned())),
            migrate::Format::Current | migrate::Format::Older | migrate::Format::Newer { .. } => {
                return Err(Error::Exists(path.to_owned()));
            }
        }
        migrate::fill(&mut conn, path, shop)?;
        let identity = Identity::of(path);
        Ok(Self { conn, path: path.to_owned(), identity, version: Cell::default() })
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

/// Opens the file and looks at it, without a change to what may not be ours.
fn connect(path: &Path) -> Result<(Connection, migrate::Format)> {
    let look = || -> rusqlite::Result<_> {
        // A connection is never shared between threads, so it needs no lock around every column.
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let conn = Connection::open_with_flags(path, flags)?;
        conn.busy_timeout(PATIENCE)?;
        let format = migrate::format_of(&conn)?;
        Ok((conn, format))
    };
    look().map_err(|error| at(path, error))
}

/// Statements are prepared once. SQLite would otherwise prepare them again for each new value, in
/// search of a plan for just that one; ours look up keys, for which there is only one good plan.
pub(super) fn keep_statements(conn: &Connection) -> rusqlite::Result<()> {
    conn.set_prepared_statement_cache_capacity(128);
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map(drop)
}

/// `holds(text, word)`: whether the word stands in the text, byte for byte. SQL's own `instr` goes
/// through a text character by character, which a person who types a search has to wait for.
fn teach_to_search(conn: &Connection) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8
        | FunctionFlags::SQLITE_DETERMINISTIC
        | FunctionFlags::SQLITE_DIRECTONLY;
    conn.create_scalar_function("holds", 2, flags, |call| {
        let word = call.get_or_create_aux(1, |word| {
            Ok::<_, FromSqlError>(Finder::new(word.as_bytes()?).into_owned())
        })?;
        Ok(word.find(call.get_raw(0).as_bytes()?).is_some())
    })
}

/// SQLite's defaults lose acknowledged writes in a power cut; these do not.
fn set_up(path: &Path, conn: &Connection) -> Result<()> {
    let set = || -> rusqlite::Result<()> {
        keep_statements(conn)?;
        teach_to_search(conn)?;
        if !conn.is_readonly("main")? {
            conn.pragma_update(None, "journal_mode", "WAL")?;
        }
        conn.pragma_update(None, "synchronous", "FULL")?;
        conn.pragma_update(None, "foreign_keys", "ON")?;
        conn.pragma_update(None, "trusted_schema", "OFF")?;
        conn.pragma_update(None, "temp_store", "MEMORY")
    };
    set().map_err(|error| at(path, error))
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
