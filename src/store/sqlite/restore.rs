//! Restore: a backup takes the notebook's place once a copy of it was opened and checked.

use super::super::{Error, Result};
use super::backup::{copy_pages, step, verified_copy};
use super::files::{WorkingCopy, free_name, io_at, persist_new, sync_folder, with_suffix};
use super::migrate::FileFormat;
use super::{Store, connect, migrate, open};
use crate::domain::damage::Finding;
use crate::domain::progress::ProgressFn;
use rusqlite::Connection;
use rusqlite::backup::Backup;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::NamedTempFile;

impl Store {
    /// Puts the notebook of a backup at `place`, if `check` has nothing against it. The old file is
    /// kept next to it under a new name, which is returned.
    ///
    /// # Errors
    /// If `from` is no whole notebook of a format that we know, another program has the notebook at
    /// `place` open, it cannot be written, it was stopped, or `check` returns an error. Then
    /// `place` is as it was.
    pub fn restore<E: From<Error>>(
        from: &Path,
        place: &Path,
        watch: ProgressFn<'_>,
        check: impl FnOnce(&Self) -> std::result::Result<(), E>,
    ) -> std::result::Result<Option<PathBuf>, E> {
        // A link stays a link: what it leads to is replaced.
        let place = &fs::canonicalize(place).unwrap_or_else(|_| place.to_owned());
        let copy = checked_copy(from, place, watch, check)?;
        if !place.exists() {
            // A log of a file that is gone would be taken for the new one's.
            move_side_files(place, &free_name(place))?;
            persist_new(copy.file, place)?;
            sync_folder(place)?;
            return Ok(None);
        }
        // Held until the new file is in its place, so that nobody writes into the old one
        // meanwhile.
        let alone = alone(place)?;
        let kept = swap(copy.file, place)?;
        drop(alone);
        sync_folder(place)?;
        Ok(Some(kept))
    }

    /// Puts the notebook of a backup into this one, which others may have open, if `check` has
    /// nothing against it: to them it is one change of everything. Its old content is first copied
    /// to a new file next to it, whose name is returned.
    ///
    /// # Errors
    /// If `from` is no whole notebook of a format that we know, another program keeps writing, it
    /// cannot be written, it was stopped, or `check` returns an error. Then everything is as it
    /// was.
    pub fn restore_in_place<E: From<Error>>(
        &self,
        from: &Path,
        watch: ProgressFn<'_>,
        check: impl FnOnce(&Self) -> std::result::Result<(), E>,
    ) -> std::result::Result<PathBuf, E> {
        let place = &fs::canonicalize(self.path()).map_err(io_at(self.path()))?;
        let copy = checked_copy(from, place, watch, check)?;
        Ok(self.overwrite(place, &copy, watch)?)
    }

    /// Writes the pages of `copy` over those of this notebook, as one transaction.
    fn overwrite(
        &self,
        place: &Path,
        copy: &WorkingCopy,
        watch: ProgressFn<'_>,
    ) -> Result<PathBuf> {
        let fresh = connect::to_read(copy.path())?;
        let mut here = connect::read_write(place)?;
        here.pragma_update(None, "synchronous", "FULL")?;
        let backup = Backup::new(&fresh, &mut here)?;
        // From here on nobody else writes, so that everything written is in the copy that is kept.
        step(&backup, 0)?;
        let kept = free_name(place);
        // Not verified: a damaged notebook is what a restore is for.
        self.copy_as_it_is(&kept, watch)?;
        let done = copy_pages(&backup, watch);
        if done.is_err() {
            fs::remove_file(&kept).map_err(io_at(&kept))?;
        }
        done.map(|()| kept)
    }
}

/// Copies a backup next to `place`, brings the copy to the newest format, and checks it.
fn checked_copy<E: From<Error>>(
    from: &Path,
    place: &Path,
    watch: ProgressFn<'_>,
    check: impl FnOnce(&Store) -> std::result::Result<(), E>,
) -> std::result::Result<WorkingCopy, E> {
    let source = open_backup(from)?;
    let prefix = with_suffix(Path::new(place.file_name().unwrap_or_default()), ".restoring-");
    let copy = verified_copy(&source, (place, prefix.as_os_str()), watch)?;
    let store = open_copy(copy.path())?;
    check(&store)?;
    store.conn.close().map_err(|(_, error)| Error::from(error))?;
    copy.file.as_file().sync_all().map_err(io_at(place))?;
    Ok(copy)
}

/// Opens a backup to be read, and looks whether it is a notebook.
fn open_backup(path: &Path) -> Result<Connection> {
    let (conn, format) = connect::look(path, connect::to_read(path)?)?;
    match format {
        FileFormat::Older { found: ..1 } => Err(Error::Unsound(vec![Finding::UnknownFormat])),
        format => open::must_be_ours(&conn, path, format).map(|()| conn),
    }
}

/// Opens the copy of a backup, which nobody else knows and which is thrown away if anything fails:
/// no side files, and no waiting for the disk.
pub(super) fn open_copy(path: &Path) -> Result<Store> {
    let mut conn = connect::read_write(path)?;
    open::keep_statements(&conn)?;
    conn.pragma_update(None, "journal_mode", "MEMORY")?;
    conn.pragma_update(None, "synchronous", "OFF")?;
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    // The backup is what is kept of the older format.
    migrate::bring_up_to_date(&mut conn, |_| Ok(()))?;
    Store::around(conn, path)
}

/// Returns the only connection to the notebook at `place`, everything in its one file; `None` if it
/// is too broken to be opened. Leaving WAL mode needs the file for itself, so other programs that
/// have it open are noticed.
fn alone(place: &Path) -> Result<Option<Connection>> {
    let only = || -> Result<Connection> {
        let conn = connect::read_write(place)?;
        // A program that has it open keeps it open for long, so waiting is useless.
        conn.busy_timeout(Duration::ZERO)?;
        conn.pragma_update(None, "journal_mode", "DELETE")?;
        conn.execute_batch("BEGIN EXCLUSIVE")?;
        Ok(conn)
    };
    match only() {
        Err(Error::Locked) => Err(Error::InUse(place.to_owned())),
        // One that cannot be opened is going to be replaced: that may be just why.
        done => Ok(done.ok()),
    }
}

/// Puts `copy` at `place`, and returns the new name of the file that was there.
///
/// Where the system can, the two files exchange their names in one step: at every moment a whole
/// notebook is at `place`, and never has one file two names, through which two programs could write
/// with two logs. A kill right after the exchange leaves the old one under the name of the copy,
/// which says whose it is (`shop.db.restoring-...`). Elsewhere the old file is copied first, and
/// the copy renamed over it.
fn swap(copy: NamedTempFile, place: &Path) -> Result<PathBuf> {
    let kept = free_name(place);
    // They must not be taken for those of the file that comes.
    let moved = move_side_files(place, &kept)?;
    let done = match exchange(copy.path(), place) {
        Ok(()) => {
            // From here on the old file has the name of the copy, and must not go with it.
            let (_, old) = copy.keep().map_err(|error| io_at(place)(error.error))?;
            return Ok(fs::rename(&old, &kept).map_or(old, |()| kept));
        }
        Err(_) => swap_by_copying(copy, place, &kept),
    };
    if done.is_err() {
        for (from, to) in moved {
            fs::rename(&to, &from).map_err(io_at(&from))?;
        }
    }
    done.map(|()| kept)
}

/// Exchanges the names of two files.
fn exchange(one: &Path, other: &Path) -> std::io::Result<()> {
    #[cfg(any(target_os = "linux", target_vendor = "apple"))]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
    }
    #[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
    Err(std::io::ErrorKind::Unsupported.into())
}

fn swap_by_copying(copy: NamedTempFile, place: &Path, kept: &Path) -> Result<()> {
    // To close this file would give up the lock with which `alone` keeps others away.
    let mut old = File::open(place).map_err(io_at(place))?;
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut new = options.open(kept).map_err(io_at(kept))?;
    let copied = std::io::copy(&mut old, &mut new).and_then(|_| new.sync_all());
    let done = match copied {
        Ok(()) => copy.persist(place).map(drop).map_err(|error| error.error),
        Err(error) => Err(error),
    };
    done.map_err(|error| {
        // It is ours, and the notebook is where it was.
        let _ = fs::remove_file(kept);
        io_at(place)(error)
    })
}

/// Moves what is left of the side files of the notebook at `place` to those of `kept`, and returns
/// which were moved.
fn move_side_files(place: &Path, kept: &Path) -> Result<Vec<(PathBuf, PathBuf)>> {
    let mut moved = Vec::new();
    for side in ["-journal", "-wal", "-shm"] {
        let (from, to) = (with_suffix(place, side), with_suffix(kept, side));
        if from.exists() {
            fs::rename(&from, &to).map_err(io_at(&from))?;
            moved.push((from, to));
        }
    }
    Ok(moved)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn files() -> (tempfile::TempDir, PathBuf, NamedTempFile) {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("shop.db");
        fs::write(&place, "old").unwrap();
        let copy = NamedTempFile::new_in(folder.path()).unwrap();
        fs::write(copy.path(), "new").unwrap();
        (folder, place, copy)
    }

    // A20
    #[test]
    fn two_files_exchange_their_names_and_none_is_lost() {
        let (folder, place, copy) = files();
        let kept = swap(copy, &place).unwrap();
        assert_eq!(fs::read_to_string(&place).unwrap(), "new");
        assert_eq!(fs::read_to_string(&kept).unwrap(), "old");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    // A22
    #[test]
    fn where_names_cannot_be_exchanged_the_old_file_is_copied_first() {
        let (folder, place, copy) = files();
        let kept = folder.path().join("kept");
        swap_by_copying(copy, &place, &kept).unwrap();
        assert_eq!(fs::read_to_string(&place).unwrap(), "new");
        assert_eq!(fs::read_to_string(&kept).unwrap(), "old");
        let (_folder, place, copy) = files();
        swap_by_copying(copy, &place, &place.join("kept")).unwrap_err();
        assert_eq!(fs::read_to_string(&place).unwrap(), "old");
    }
}
