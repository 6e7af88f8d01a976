//! Files as the store makes and finds them: opened without a trace, put under a new name, on the disk.

use super::super::{Error, Progress, Result, Watch};
use super::place::ensure_file;
use rusqlite::{Connection, OpenFlags};
use std::ffi::OsString;
use std::fmt::Write;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;
use tempfile::NamedTempFile;

/// How often a long statement looks whether it is to stop.
const LOOK: Duration = Duration::from_millis(20);

/// Opens a file to be read. Beside one that nobody has open nothing is written, so that a backup on
/// read-only media can be read.
pub(super) fn open_to_read(path: &Path) -> Result<Connection> {
    if !path.exists() {
        return Err(Error::Missing(path.to_owned()));
    }
    ensure_file(path)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let in_use = ["-wal", "-journal"].iter().any(|side| with_suffix(path, side).exists());
    let opened = if in_use {
        Connection::open_with_flags(path, flags)
    } else {
        let uri = immutable_uri(&fs::canonicalize(path).map_err(io_at(path))?);
        Connection::open_with_flags(uri, flags | OpenFlags::SQLITE_OPEN_URI)
    };
    opened.map_err(|error| match Error::from(error) {
        Error::Io { reason, .. } => Error::Io { path: path.to_owned(), reason },
        other => other,
    })
}

/// The name of a file that nobody writes, every byte of it that could mean something else escaped.
fn immutable_uri(path: &Path) -> String {
    let mut uri = String::from("file://");
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'/' | b'.' | b'-' | b'_' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => {
                uri.push(char::from(*byte));
            }
            // Writing to a text cannot fail.
            other => drop(write!(uri, "%{other:02X}")),
        }
    }
    uri + "?immutable=1"
}

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
/// [`Error::Stopped`] if not, and what `f` gives.
pub(super) fn interruptible<T: Send>(
    conn: &mut Connection,
    (watch, progress): (Watch<'_>, Progress),
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
                *stopping = progress.tell(watch);
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
        Ok(done) => stopped.and(done),
        Err(panic) => std::panic::resume_unwind(panic),
    }
}

/// The first of `shop.db.old-1`, `shop.db.old-2` that is free.
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

/// A new name is on the disk only when its folder is.
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
        io::ErrorKind::StorageFull => Error::Full,
        _ => Error::Io { path: path.clone(), reason: error.to_string() },
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::super::super::{Work, unwatched};
    use super::*;
    use std::ops::ControlFlow;

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

    // A10
    #[test]
    fn reading_a_file_leaves_nothing_beside_it_whatever_its_name() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("永庆 a?b#c%20&d.db");
        Connection::open(&path)
            .unwrap()
            .execute_batch(
                "PRAGMA journal_mode = WAL; CREATE TABLE t (x); INSERT INTO t VALUES (1)",
            )
            .unwrap();
        let conn = open_to_read(&path).unwrap();
        let found: i64 = conn.query_row("SELECT x FROM t", [], |row| row.get(0)).unwrap();
        assert_eq!((found, fs::read_dir(folder.path()).unwrap().count()), (1, 1));
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
        assert_eq!(interruptible(&mut conn, (&unwatched, progress), |_| Ok(7)).unwrap(), 7);
    }
}
