//! Backup: a copy of the notebook that is whole and checked before it has its name.

use super::super::{Error, Result};
use super::files::{
    WorkingCopy, about, folder_of, interruptible, io_at, persist_new, sync_folder, with_suffix,
};
use super::restore::open_copy;
use super::{Store, Tx, columns, connect, dialect, migrate, open};
use crate::domain::damage::Finding;
use crate::domain::progress::{Progress, ProgressFn, Work};
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use std::ffi::OsStr;
use std::io;
use std::path::Path;
use std::time::Duration;

/// Number of pages copied between two reports of the progress: 4 MB.
const PAGES: i32 = 1024;

/// The pause before the copying tries again while another program is writing.
const PAUSE: Duration = Duration::from_millis(20);

/// Maximum number of tries in a row; with the pauses, as long as any other write waits.
const TRIES: u32 = 250;

impl Store {
    /// Copies the notebook as it is at this moment to a new file that only its owner can read.
    /// Others may write meanwhile. The copy is one file and whole. Returns what `check` finds in
    /// the copy.
    ///
    /// # Errors
    /// If there is such a file already, it cannot be written, the notebook is damaged, it was
    /// stopped, or `check` returns an error. Then there is no new file.
    pub fn backup<T, E: From<Error>>(
        &self,
        to: &Path,
        watch: ProgressFn<'_>,
        check: impl FnOnce(&Self) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        if to.symlink_metadata().is_ok() {
            return Err(Error::Exists(to.to_owned()).into());
        }
        let copy = {
            // One moment for the copy and for what it is compared with.
            let moment = self.conn().unchecked_transaction().map_err(Error::from)?;
            verified_copy(&moment, (to, OsStr::new(".tmp")), watch)?
        };
        let store = open_copy(copy.path())?;
        let checked = check(&store)?;
        store.conn.close().map_err(|(_, error)| Error::from(error))?;
        persist_new(copy.file, to)?.sync_all().map_err(io_at(to))?;
        sync_folder(to)?;
        remove_migration_copies(self.path());
        Ok(checked)
    }

    /// Copies the notebook as it is at this moment to a new file page by page, whether it is damaged or not. What is
    /// kept until there is a checked backup stays.
    ///
    /// # Errors
    /// If there is such a file already, it cannot be written, or it was stopped. Then there is no new file.
    pub fn copy_as_it_is(&self, to: &Path, watch: ProgressFn<'_>) -> Result<()> {
        if to.symlink_metadata().is_ok() {
            return Err(Error::Exists(to.to_owned()));
        }
        let (copy, conn) = plain_copy(self.conn(), (to, OsStr::new(".tmp")), watch)?;
        conn.close().map_err(|(_, error)| Error::from(error))?;
        persist_new(copy.file, to)?.sync_all().map_err(io_at(to))?;
        sync_folder(to)
    }
}

/// Removes the copies of older formats (`shop.db.v4.bak`) that were kept until there is a backup. A
/// file of such a name that is no notebook of that older format was made by another program, and is
/// kept.
fn remove_migration_copies(notebook: &Path) {
    for version in 1..migrate::NEWEST {
        let file = with_suffix(notebook, &format!(".v{version}.bak"));
        if is_migration_copy(&file, version) {
            // One that cannot be removed does no harm.
            let _ = std::fs::remove_file(file);
        }
    }
}

/// Returns whether a file is a notebook of this format.
fn is_migration_copy(file: &Path, version: i64) -> bool {
    let looked = connect::to_read(file).and_then(|conn| connect::look(file, conn));
    matches!(looked, Ok((_, migrate::FileFormat::Older { found })) if found == version)
}

/// Makes a checked copy of a notebook in the folder of `place`, in a file that goes away by itself
/// and whose name begins with `prefix`.
pub(super) fn verified_copy(
    from: &Connection,
    (place, prefix): (&Path, &OsStr),
    watch: ProgressFn<'_>,
) -> Result<WorkingCopy> {
    let (copy, mut to) = plain_copy(from, (place, prefix), watch).map_err(about(place))?;
    verify(from, &mut to, watch).map_err(about(place))?;
    to.close().map_err(|(_, error)| Error::from(error))?;
    copy.file.as_file().sync_all().map_err(io_at(place))?;
    Ok(copy)
}

fn plain_copy(
    from: &Connection,
    (place, prefix): (&Path, &OsStr),
    watch: ProgressFn<'_>,
) -> Result<(WorkingCopy, Connection)> {
    let copy = WorkingCopy::beside(place, prefix).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
            Error::NoFolder(folder_of(place).to_owned())
        }
        // Only the kind: nobody knows the name that the copy has until it is finished.
        kind => io_at(place)(kind.into()),
    })?;
    let mut to = connect::read_write(copy.path())?;
    copy_pages(&Backup::new(from, &mut to)?, watch)?;
    // The copy is one file: a database open in WAL mode has two more next to it.
    to.pragma_update(None, "journal_mode", "DELETE")?;
    Ok((copy, to))
}

pub(super) fn copy_pages(backup: &Backup<'_, '_>, watch: ProgressFn<'_>) -> Result<()> {
    loop {
        let step = step(backup, PAGES)?;
        let pages = backup.progress();
        let all = usize::try_from(pages.pagecount).unwrap_or(0);
        let left = usize::try_from(pages.remaining).unwrap_or(0);
        Progress::of(Work::Pages, all.saturating_sub(left), Some(all)).report(watch)?;
        if let StepResult::Done = step {
            return Ok(());
        }
    }
}

/// Copies this number of pages, as soon as nobody is writing. Zero pages only takes the lock of the
/// target file, which is kept until the copying ends.
pub(super) fn step(backup: &Backup<'_, '_>, pages: i32) -> Result<StepResult> {
    for _ in 0..TRIES {
        match backup.step(pages)? {
            done @ (StepResult::Done | StepResult::More) => return Ok(done),
            // Somebody is writing just now.
            _ => std::thread::sleep(PAUSE),
        }
    }
    Err(Error::Locked)
}

/// Checks that the copy is whole, and has as many rows in each table as what it was made from.
fn verify(from: &Connection, copy: &mut Connection, watch: ProgressFn<'_>) -> Result<()> {
    let pages: u32 = copy.pragma_query_value(None, "page_count", |row| row.get(0))?;
    let progress = Progress { work: Work::Pages, done: pages, all: Some(pages) };
    let tables = columns::BASE.iter().map(|table| table.name);
    let counted = interruptible(copy, (watch, progress), |copy| {
        dialect::set_cache_size(copy, open::LARGE)?;
        let whole: String = copy.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
        if whole != "ok" {
            return Err(Error::Damaged(whole));
        }
        Tx::unrecorded(copy).each_dangling_row(|table, row, column, parent| {
            Err(Error::Unsound(vec![Finding::Dangling { table, row, column, parent }]))
        })?;
        tables.clone().map(|table| count(copy, table)).collect::<Result<Vec<i64>>>()
    })?;
    for (table, counted) in tables.clone().zip(counted) {
        if count(from, table)? != counted {
            return Err(Error::Damaged(format!("rows of {table} are missing in the copy")));
        }
    }
    Ok(())
}

fn count(conn: &Connection, table: &str) -> Result<i64> {
    Ok(conn.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))?)
}
