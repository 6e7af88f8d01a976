//! Files as the store makes and finds them: putting them under a new name, on the disk, next to one
//! another.

use super::super::{Error, Result};
use crate::domain::progress::{Progress, ProgressFn};
use rusqlite::Connection;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;
use tempfile::NamedTempFile;

/// Interval between two checks whether a long statement is to stop.
const LOOK: Duration = Duration::from_millis(20);

/// Gives a finished file its name, if no file has it, and returns it.
///
/// # Errors
/// [`Error::Exists`] if there is one, [`Error::NoFolder`] if there is no such folder.
pub(super) fn persist_new(file: NamedTempFile, to: &Path) -> Result<File> {
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::AlreadyExists => Error::Exists(to.to_owned()),
        // It was named as a folder: `copies/`.
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Error::NoFolder(to.to_owned()),
        _ => io_at(to)(error),
    };
    match file.persist_noclobber(to) {
        Ok(file) => Ok(file),
        Err(refused) => match refused.error.kind() {
            io::ErrorKind::AlreadyExists
            | io::ErrorKind::NotFound
            | io::ErrorKind::NotADirectory
            | io::ErrorKind::StorageFull => Err(failed(refused.error)),
            // The disk has neither hard links nor a rename that replaces nothing.
            _ => persist_over_placeholder(refused.file, to).map_err(failed),
        },
    }
}

/// Takes the name with an empty file, which only one program can do, and renames the file over it.
fn persist_over_placeholder(file: NamedTempFile, to: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    drop(options.open(to)?);
    file.persist(to).map_err(|refused| {
        // It is ours, and empty.
        let _ = fs::remove_file(to);
        refused.error
    })
}

/// Runs `f`, which may be one long statement, on a thread of its own, while this one asks `watch`
/// whether to go on.
///
/// # Errors
/// [`Error::Stopped`] if `watch` stops it, or the error that `f` returns.
pub(super) fn interruptible<T: Send>(
    conn: &mut Connection,
    (watch, progress): (ProgressFn<'_>, Progress),
    f: impl FnOnce(&mut Connection) -> Result<T> + Send,
) -> Result<T> {
    let interrupt = conn.get_interrupt_handle();
    let (waiting, mut stopped) = (thread::current(), Ok(()));
    let stopping = &mut stopped;
    let done = thread::scope(move |scope| {
        let worker = scope.spawn(move || {
            let done = f(conn);
            waiting.unpark();
            done
        });
        while !worker.is_finished() {
            if stopping.is_ok() {
                *stopping = progress.report(watch);
            }
            if stopping.is_err() {
                // Again and again: it may have been between two statements.
                interrupt.interrupt();
            }
            thread::park_timeout(LOOK);
        }
        worker.join()
    });
    match done {
        Ok(done) => stopped.map_err(Error::from).and(done),
        Err(panic) => std::panic::resume_unwind(panic),
    }
}

/// Returns the first of `shop.db.old-1`, `shop.db.old-2` that is free.
pub(super) fn free_name(place: &Path) -> PathBuf {
    let mut number = 1;
    loop {
        let name = with_suffix(place, &format!(".old-{number}"));
        if name.symlink_metadata().is_err() {
            return name;
        }
        number += 1;
    }
}

pub(super) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    PathBuf::from(name)
}

pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The result of trying to create a file in a folder. The permissions of the folder are not enough:
/// a whole disk may be read-only, and an administrator may write everywhere else.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum FolderAccess {
    /// A file can be created.
    Writable,
    /// Writing is not permitted.
    ReadOnly,
    /// Writing is permitted, but there is no room.
    Full,
}

/// Bytes that the database engine needs for the index of its log before it can read.
pub(super) const LOG_INDEX_BYTES: usize = 32 * 1024;

/// Returns whether a file of `LOG_INDEX_BYTES` can be created next to a file, by trying.
pub(super) fn folder_access(path: &Path) -> FolderAccess {
    let made = tempfile::tempfile_in(folder_of(path))
        .and_then(|mut file| file.write_all(&[0; LOG_INDEX_BYTES]));
    access_by(made.err().map(|error| error.kind()))
}

fn access_by(failure: Option<io::ErrorKind>) -> FolderAccess {
    use io::ErrorKind as Kind;
    match failure {
        Some(Kind::PermissionDenied | Kind::ReadOnlyFilesystem) => FolderAccess::ReadOnly,
        Some(Kind::StorageFull | Kind::QuotaExceeded) => FolderAccess::Full,
        Some(_) | None => FolderAccess::Writable,
    }
}

/// A file that is being made, which is removed with its side files of the database engine unless it
/// is published under its final name.
pub(super) struct WorkingCopy {
    pub file: NamedTempFile,
    _side_files: SideFiles,
}

impl WorkingCopy {
    /// Makes an empty file, whose name begins with `prefix`, in the folder of `place`.
    pub fn beside(place: &Path, prefix: &OsStr) -> io::Result<Self> {
        let file = tempfile::Builder::new().prefix(prefix).tempfile_in(folder_of(place))?;
        let _side_files = SideFiles(file.path().to_owned());
        Ok(Self { file, _side_files })
    }

    pub fn path(&self) -> &Path {
        self.file.path()
    }
}

/// The side files that the database engine keeps next to a file; removed when this is dropped.
struct SideFiles(PathBuf);

impl Drop for SideFiles {
    fn drop(&mut self) {
        for suffix in ["-journal", "-wal", "-shm"] {
            // Most are not there.
            let _ = fs::remove_file(with_suffix(&self.0, suffix));
        }
    }
}

/// Writes a folder to the disk: a new name is safe only when its folder is.
pub(super) fn sync_folder(path: &Path) -> Result<()> {
    #[cfg(unix)]
    File::open(folder_of(path)).and_then(|folder| folder.sync_all()).map_err(io_at(path))?;
    Ok(())
}

/// Names the file in an error of the engine, which does not know it.
pub(super) fn about(path: &Path) -> impl Fn(Error) -> Error {
    let path = path.to_owned();
    move |error| match error {
        Error::Io { path: none, reason } if none.as_os_str().is_empty() => {
            Error::Io { path: path.clone(), reason }
        }
        other => other,
    }
}

pub(super) fn io_at(path: &Path) -> impl Fn(io::Error) -> Error {
    let path = path.to_owned();
    move |error| match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Error::Full,
        _ => Error::Io { path: path.clone(), reason: error.to_string() },
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::domain::progress::{Work, no_progress};
    use std::ops::ControlFlow;

    // A10
    #[test]
    fn a_full_disk_is_told_from_one_that_may_not_be_written() {
        use io::ErrorKind as Kind;
        assert_eq!(access_by(Some(Kind::StorageFull)), FolderAccess::Full);
        assert_eq!(access_by(Some(Kind::QuotaExceeded)), FolderAccess::Full);
        assert_eq!(access_by(Some(Kind::ReadOnlyFilesystem)), FolderAccess::ReadOnly);
        assert_eq!(access_by(Some(Kind::NotFound)), FolderAccess::Writable);
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(folder_access(&folder.path().join("x")), FolderAccess::Writable);
    }

    // A22
    #[test]
    fn a_working_copy_that_is_given_up_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("shop");
        let copy = WorkingCopy::beside(&place, OsStr::new(".tmp")).unwrap();
        for suffix in ["-journal", "-wal", "-shm"] {
            fs::write(with_suffix(copy.path(), suffix), "").unwrap();
        }
        drop(copy);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    // A22
    #[test]
    fn where_a_disk_has_no_links_a_new_name_is_taken_and_never_one_that_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let finished = || {
            let file = NamedTempFile::new_in(folder.path()).unwrap();
            fs::write(file.path(), "new").unwrap();
            file
        };
        let to = folder.path().join("copy");
        persist_over_placeholder(finished(), &to).unwrap();
        assert_eq!(fs::read_to_string(&to).unwrap(), "new");
        fs::write(&to, "old").unwrap();
        let refused = persist_over_placeholder(finished(), &to).unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read_to_string(&to).unwrap(), "old");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn one_long_statement_can_be_stopped() {
        let mut conn = Connection::open_in_memory().unwrap();
        let endless =
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(i) FROM n";
        let run =
            |conn: &mut Connection| Ok(conn.query_row(endless, [], |row| row.get::<_, i64>(0))?);
        let progress = Progress::of(Work::Pages, 1, None);
        let stop = |_: Progress| ControlFlow::Break(());
        assert!(matches!(interruptible(&mut conn, (&stop, progress), run), Err(Error::Stopped)));
        assert_eq!(interruptible(&mut conn, (&no_progress, progress), |_| Ok(7)).unwrap(), 7);
    }
}
