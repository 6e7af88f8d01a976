//! Opening the file, and making it.

use super::super::{Error, Result};
use super::connect::{self, at};
use super::file_identity::ensure_file;
use super::files::{FolderAccess, folder_access, folder_of, io_at};
use super::migrate::FileFormat;
use super::{Store, Tx, dialect, migrate, migration_copy, schema};
use crate::domain::shop::{Language, Shop};
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use std::fs;
use std::io;
use std::path::Path;

/// A small cache of pages, in KiB as the engine counts them when they are negative.
const LITTLE: i64 = -512;

/// A large cache of pages, in KiB as the engine counts them when they are negative.
pub(super) const LARGE: i64 = -24 * 1024;

impl Store {
    /// Opens the notebook at `path`, bringing an older format up to date. Never makes a file. Where
    /// nothing can be written, the notebook is opened to be read.
    ///
    /// # Errors
    /// If there is no file, it is not a notebook, it is newer than this program, it was altered by
    /// another program, or it cannot be read.
    pub fn open(path: &Path) -> Result<Self> {
        must_be_a_file(path)?;
        let opened = connect::read_write(path)
            .and_then(|conn| connect::look(path, conn))
            .and_then(|looked| Self::of(path, looked, |old| migration_copy::keep(path, old)));
        match opened {
            Err(error) if error.is_about_rights() => match folder_access(path) {
                FolderAccess::Writable => Err(error),
                FolderAccess::ReadOnly => Self::open_to_read(path),
                FolderAccess::Full => Self::open_to_read(path).map_err(|_| Error::Full),
            },
            done => done,
        }
    }

    /// Opens the notebook at `path` to read it, as on a disk where nothing can be written.
    ///
    /// # Errors
    /// If there is none, it cannot be read, or it is of an older format.
    pub fn open_to_read(path: &Path) -> Result<Self> {
        let looked = connect::look(path, connect::to_read(path)?)?;
        Self::of(path, looked, |_| Err(Error::ReadOnly))
    }

    /// Opens a notebook that was found at `path`, once its schema is known to be ours: nothing is
    /// written before. `keep` keeps a copy of one of an older format before it is migrated.
    fn of(
        path: &Path,
        (mut conn, format): (Connection, FileFormat),
        keep: impl FnOnce(i64) -> Result<()>,
    ) -> Result<Self> {
        must_be_ours(&conn, path, format)?;
        set_up(path, &conn)?;
        if let FileFormat::Older { .. } = format {
            migrate::bring_up_to_date(&mut conn, keep)?;
        }
        Self::around(conn, path)
    }

    /// Reads the language of the notebook at `path`, of any format, and changes nothing.
    ///
    /// # Errors
    /// If it is not a notebook, or cannot be read.
    pub fn language_of(path: &Path) -> Result<Option<Language>> {
        must_be_a_file(path)?;
        let (conn, format) = connect::look(path, connect::to_read(path)?)?;
        must_be_ours(&conn, path, format)?;
        let tag = "SELECT language FROM shop WHERE id = 1";
        let tag: Option<String> = conn.query_row(tag, [], |row| row.get("language"))?;
        Ok(tag.as_deref().and_then(Language::from_tag))
    }

    /// Keeps little of the file in memory: for programs that read long lists from end to end, of
    /// which nothing is read twice, and which the system caches anyway.
    ///
    /// # Errors
    /// If the engine does not take the setting.
    pub fn shrink_cache(&self) -> Result<()> {
        Ok(dialect::set_cache_size(&self.conn, LITTLE)?)
    }

    /// Runs `job` with a large cache of pages: a check looks up every row in every index, which takes
    /// ten times as long where pages are read again and again.
    ///
    /// # Errors
    /// If the engine does not take the setting.
    pub fn with_large_cache<T>(&self, job: impl FnOnce(&Self) -> T) -> Result<T> {
        let usual = dialect::cache_size(&self.conn)?;
        dialect::set_cache_size(&self.conn, LARGE)?;
        let done = job(self);
        dialect::set_cache_size(&self.conn, usual)?;
        Ok(done)
    }

    /// Runs `job` as [`Store::write`] does, with more of the file in memory, as a change of very many rows needs it.
    ///
    /// # Errors
    /// The same as of [`Store::write`].
    pub fn write_with_large_cache<T, E: From<Error>>(
        &mut self,
        job: impl Fn(&Tx) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let usual = dialect::cache_size(&self.conn).map_err(Error::from)?;
        dialect::set_cache_size(&self.conn, LARGE).map_err(Error::from)?;
        let done = self.write(job);
        // What is done is done, whatever becomes of the setting.
        let _ = dialect::set_cache_size(&self.conn, usual);
        done
    }

    /// Makes a notebook at `path` for `shop` and opens it. An empty file is filled: a crash between
    /// making the file and filling it leaves one.
    ///
    /// # Errors
    /// If there is one already, or it cannot be written.
    pub fn create(path: &Path, shop: &Shop) -> Result<Self> {
        ensure_file(path)?;
        let is_new = !path.exists();
        make_private_file(path)?;
        let made = Self::fill_new(path, shop);
        let is_empty = || fs::metadata(path).is_ok_and(|file| file.len() == 0);
        if is_new && made.as_ref().is_err_and(Error::is_about_rights) && is_empty() {
            // It is ours, and there was no room for anything in it.
            let _ = fs::remove_file(path);
        }
        made
    }

    /// Fills the empty file at `path`.
    fn fill_new(path: &Path, shop: &Shop) -> Result<Self> {
        let (mut conn, format) = connect::look(path, connect::read_write(path)?)?;
        match format {
            FileFormat::Empty => set_up(path, &conn)?,
            FileFormat::Foreign => return Err(Error::NotOurs(path.to_owned())),
            FileFormat::Current | FileFormat::Older { .. } | FileFormat::Newer { .. } => {
                return Err(Error::Exists(path.to_owned()));
            }
        }
        migrate::fill(&mut conn, path, shop)?;
        Self::around(conn, path)
    }

    /// Folds the log of the newest changes into the file, so that a plain copy of the file has
    /// them. Waits for nobody: what others still read or write is left for the next time.
    ///
    /// # Errors
    /// If the disk fails.
    pub fn checkpoint(&self) -> Result<()> {
        if self.is_read_only() {
            return Ok(());
        }
        Ok(self.conn().query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))?)
    }

    /// Returns the path of the file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns whether the file can only be read; also true if the engine cannot tell.
    pub fn is_read_only(&self) -> bool {
        self.conn.is_readonly("main").unwrap_or(true)
    }

    pub(super) fn conn(&self) -> &Connection {
        &self.conn
    }
}

/// Statements are prepared once. SQLite would otherwise prepare them again for each new value, in
/// search of a plan for just that one; ours look up keys, for which there is only one good plan.
pub(super) fn keep_statements(conn: &Connection) -> rusqlite::Result<()> {
    conn.set_prepared_statement_cache_capacity(128);
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map(drop)
}

/// Sets up durability: SQLite's defaults lose acknowledged writes in a power cut; these do not.
fn set_up(path: &Path, conn: &Connection) -> Result<()> {
    let set = || -> rusqlite::Result<()> {
        keep_statements(conn)?;
        dialect::register_search_functions(conn)?;
        if !conn.is_readonly("main")? {
            conn.pragma_update(None, "journal_mode", "WAL")?;
        }
        conn.pragma_update(None, "synchronous", "FULL")?;
        conn.pragma_update(None, "foreign_keys", "ON")?;
        conn.pragma_update(None, "temp_store", "MEMORY")
    };
    set().map_err(|error| at(path, error))
}

/// Refuses a file that is no notebook of a format that this program knows, or that another program
/// altered.
pub(super) fn must_be_ours(conn: &Connection, path: &Path, format: FileFormat) -> Result<()> {
    match format {
        FileFormat::Empty => Err(Error::Empty(path.to_owned())),
        FileFormat::Foreign => Err(Error::NotOurs(path.to_owned())),
        FileFormat::Newer { found } => Err(Error::Newer { found, known: migrate::NEWEST }),
        FileFormat::Current => schema::verify(conn, path, migrate::NEWEST),
        FileFormat::Older { found } => schema::verify(conn, path, found),
    }
}

/// Refuses a place where no file is that could be a notebook.
fn must_be_a_file(path: &Path) -> Result<()> {
    ensure_file(path)?;
    let found = fs::metadata(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Error::Missing(path.to_owned()),
        _ => io_at(path)(error),
    })?;
    match found.len() {
        0 => Err(Error::Empty(path.to_owned())),
        _ => Ok(()),
    }
}

/// Creates a file that only its owner can read, as it holds addresses and debts. SQLite gives its
/// side files the same rights.
fn make_private_file(path: &Path) -> Result<()> {
    fs::create_dir_all(folder_of(path)).map_err(io_at(path))?;
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop).map_err(io_at(path))
}
