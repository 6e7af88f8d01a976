//! Backup and restore: a copy is whole and checked before it has its name.

use super::super::{Error, Progress, Result, Watch, Work};
use super::{Store, migrate};
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::NamedTempFile;

/// So many pages are copied between two looks at the progress: 4 MB.
const PAGES: i32 = 1024;

/// How long the copying waits before it tries again for a page that is being written.
const PAUSE: Duration = Duration::from_millis(20);

/// How often in a row it tries: as long as any other write waits.
const TRIES: u32 = 250;

impl Store {
    /// Copies the notebook as it is at this moment to a new file that only its owner can read. Others
    /// may write meanwhile. The copy is one file, whole, and checked.
    ///
    /// # Errors
    /// If there is such a file already, it cannot be written, the notebook is damaged, or it was
    /// stopped.
    pub fn backup(&self, to: &Path, watch: Watch<'_>) -> Result<()> {
        if to.symlink_metadata().is_ok() {
            return Err(Error::Exists(to.to_owned()));
        }
        // One moment for the copy and for what it is compared with.
        let moment = self.conn().unchecked_transaction()?;
        let copy = copy_beside(&moment, to, watch)?;
        let named = copy.persist_noclobber(to).map_err(|error| match error.error.kind() {
            io::ErrorKind::AlreadyExists => Error::Exists(to.to_owned()),
            // It was named as a folder: `copies/`.
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
                Error::NoFolder(to.to_owned())
            }
            _ => io_at(to)(error.error),
        })?;
        named.sync_all().map_err(io_at(to))?;
        sync_folder(to)
    }

    /// Puts the notebook of a backup at `place`. What was there is kept beside under a new name, which
    /// is given.
    ///
    /// # Errors
    /// If `from` is no whole notebook of a format that we know, another program has the notebook at
    /// `place` open, or it cannot be written. Then `place` is as it was.
    pub fn restore(from: &Path, place: &Path, watch: Watch<'_>) -> Result<Option<PathBuf>> {
        // A link stays a link: what it leads to is replaced.
        let place = &fs::canonicalize(place).unwrap_or_else(|_| place.to_owned());
        let source = open_backup(from)?;
        let copy = copy_beside(&source, place, watch)?;
        let kept = place.exists().then(|| free_name(place));
        // Held until the new file is in its place, so that nobody writes into the old one meanwhile.
        let alone = kept.as_ref().map(|_| alone(place)).transpose()?.flatten();
        if let Some(kept) = &kept {
            keep(place, kept)?;
        }
        if let Err(error) = copy.persist(place) {
            if let Some(kept) = &kept {
                give_back(place, kept)?;
            }
            return Err(io_at(place)(error.error));
        }
        drop(alone);
        sync_folder(place)?;
        Store::open(place)?;
        Ok(kept)
    }

    /// Puts the notebook of a backup into this one, which others may have open: to them it is one change
    /// of everything. What was in it is copied to a new file beside it before, whose name is given.
    ///
    /// # Errors
    /// If `from` is no whole notebook of a format that we know, somebody writes all the while, it cannot
    /// be written, or it was stopped. Then everything is as it was.
    pub fn take_over(&self, from: &Path, watch: Watch<'_>) -> Result<PathBuf> {
        let place = &fs::canonicalize(self.path()).map_err(io_at(self.path()))?;
        let source = open_backup(from)?;
        let copy = copy_beside(&source, place, watch)?;
        // An older format is brought up to date where nobody looks yet.
        Store::open_copy(copy.path())?;
        let fresh = Connection::open_with_flags(copy.path(), OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        fresh.pragma_update(None, "journal_mode", "DELETE")?;
        let mut here = Connection::open_with_flags(place, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        here.pragma_update(None, "synchronous", "FULL")?;
        let backup = Backup::new(&fresh, &mut here)?;
        // From here on nobody else writes, so that whatever was written is in what is kept.
        step(&backup, 0)?;
        let kept = free_name(place);
        self.backup(&kept, watch)?;
        let done = copy_pages(&backup, watch);
        if done.is_err() {
            fs::remove_file(&kept).map_err(io_at(&kept))?;
        }
        done.map(|()| kept)
    }
}

/// Opens a backup to be read, and looks whether it is a notebook.
fn open_backup(path: &Path) -> Result<Connection> {
    if !path.exists() {
        return Err(Error::Missing(path.to_owned()));
    }
    let none = |error: rusqlite::Error| match Error::from(error) {
        Error::Damaged(_) => Error::NotADatabase(path.to_owned()),
        Error::Io { reason, .. } => Error::Io { path: path.to_owned(), reason },
        other => other,
    };
    let conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(none)?;
    match migrate::format_of(&conn).map_err(none)? {
        migrate::Format::Current | migrate::Format::Older { .. } => Ok(conn),
        migrate::Format::Newer { found } => Err(Error::Newer { found, known: migrate::NEWEST }),
        migrate::Format::Empty | migrate::Format::Foreign => Err(Error::NotOurs(path.to_owned())),
    }
}

/// A checked copy of a notebook in a file without a name of its own, in the folder of `place`.
fn copy_beside(from: &Connection, place: &Path, watch: Watch<'_>) -> Result<NamedTempFile> {
    let copy = NamedTempFile::new_in(folder_of(place)).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
            Error::NoFolder(folder_of(place).to_owned())
        }
        // Only the kind: nobody knows the name that the copy has until it is finished.
        kind => io_at(place)(kind.into()),
    })?;
    let mut to = Connection::open_with_flags(copy.path(), OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    copy_pages(&Backup::new(from, &mut to)?, watch)?;
    // The copy is one file: what is open in WAL mode has two more beside it.
    to.pragma_update(None, "journal_mode", "DELETE")?;
    verify(from, &to)?;
    to.close().map_err(|(_, error)| Error::from(error))?;
    copy.as_file().sync_all().map_err(io_at(place))?;
    Ok(copy)
}

fn copy_pages(backup: &Backup<'_, '_>, watch: Watch<'_>) -> Result<()> {
    loop {
        let step = step(backup, PAGES)?;
        let pages = backup.progress();
        let all = usize::try_from(pages.pagecount).unwrap_or(0);
        let left = usize::try_from(pages.remaining).unwrap_or(0);
        Progress::of(Work::Pages, all.saturating_sub(left), Some(all)).tell(watch)?;
        if let StepResult::Done = step {
            return Ok(());
        }
    }
}

/// Copies so many pages, as soon as nobody is writing. None at all only takes the lock of the file that
/// is copied to, which is kept until the copying ends.
fn step(backup: &Backup<'_, '_>, pages: i32) -> Result<StepResult> {
    for _ in 0..TRIES {
        match backup.step(pages)? {
            done @ (StepResult::Done | StepResult::More) => return Ok(done),
            // Somebody is writing just now.
            _ => std::thread::sleep(PAUSE),
        }
    }
    Err(Error::Locked)
}

/// Looks whether the copy is whole, and has as many rows in each table as what it was made from.
fn verify(from: &Connection, copy: &Connection) -> Result<()> {
    let whole: String = copy.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if whole != "ok" {
        return Err(Error::Damaged(whole));
    }
    if copy.prepare("PRAGMA foreign_key_check")?.exists([])? {
        return Err(Error::Damaged("a row refers to one that is not there".to_owned()));
    }
    let tables = migrate::JOURNALLED.iter().chain(&["action", "change"]);
    for table in tables {
        let count = format!("SELECT count(*) FROM {table}");
        let rows = |conn: &Connection| conn.query_row(&count, [], |row| row.get::<_, i64>(0));
        if rows(from)? != rows(copy)? {
            return Err(Error::Damaged(format!("rows of {table} are missing in the copy")));
        }
    }
    Ok(())
}

/// The only connection to the notebook at `place`, everything in its one file; `None` if it is too
/// broken to be opened. Leaving WAL mode needs the file for itself, so others who have it open are
/// noticed.
fn alone(place: &Path) -> Result<Option<Connection>> {
    let only = || -> rusqlite::Result<Connection> {
        let conn = Connection::open_with_flags(place, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        // Whoever has it open has it open for long: there is nothing to wait for.
        conn.busy_timeout(Duration::ZERO)?;
        conn.pragma_update(None, "journal_mode", "DELETE")?;
        conn.execute_batch("BEGIN EXCLUSIVE")?;
        Ok(conn)
    };
    match only().map_err(Error::from) {
        Err(Error::Locked) => Err(Error::Locked),
        // One that cannot be opened is going to be replaced: that may be just why.
        done => Ok(done.ok()),
    }
}

/// Keeps the file at `place` under another name too, with whatever of its side files is left: they
/// must not be taken for those of the file that comes in its place.
fn keep(place: &Path, kept: &Path) -> Result<()> {
    for side in ["-journal", "-wal", "-shm"] {
        let (from, to) = (with_suffix(place, side), with_suffix(kept, side));
        if from.exists() {
            fs::rename(&from, to).map_err(io_at(&from))?;
        }
    }
    // A second name, so that there is no moment without a file; where a disk has no such thing, the
    // file is moved.
    fs::hard_link(place, kept).or_else(|_| fs::rename(place, kept)).map_err(io_at(kept))
}

/// The old file has its own name back, and only that one.
fn give_back(place: &Path, kept: &Path) -> Result<()> {
    let done = if place.exists() { fs::remove_file(kept) } else { fs::rename(kept, place) };
    done.map_err(io_at(kept))
}

/// The first of `shop.db.old-1`, `shop.db.old-2` that is free.
fn free_name(place: &Path) -> PathBuf {
    let mut number = 1;
    loop {
        let name = with_suffix(place, &format!(".old-{number}"));
        if name.symlink_metadata().is_err() {
            return name;
        }
        number += 1;
    }
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    PathBuf::from(name)
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A new name is on the disk only when its folder is.
fn sync_folder(path: &Path) -> Result<()> {
    #[cfg(unix)]
    fs::File::open(folder_of(path)).and_then(|folder| folder.sync_all()).map_err(io_at(path))?;
    Ok(())
}

fn io_at(path: &Path) -> impl Fn(io::Error) -> Error {
    let path = path.to_owned();
    move |error| match error.kind() {
        io::ErrorKind::StorageFull => Error::Full,
        _ => Error::Io { path: path.clone(), reason: error.to_string() },
    }
}
