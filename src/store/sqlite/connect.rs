//! Connections: every file is opened by its plain path, and SQLite's defences against crafted files
//! (<https://sqlite.org/security.html>) are up before the first statement.

use super::super::{Error, Result};
use super::file_identity::ensure_file;
use super::files::{FolderAccess, LOG_INDEX_BYTES, folder_access, io_at, with_suffix};
use super::migrate::{FileFormat, format_of};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The longest time that a program waits for another one that is writing.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// Limits on the work that a file may cause in the engine. Each is far above what a notebook needs
/// and far below what does harm: the longest text is a page of the journal or a list of every
/// customer's number, the widest row is that of a jar with all its joined columns, and the longest
/// statement is one query for each journalled table.
const LIMITS: [(Limit, i32); 9] = [
    (Limit::SQLITE_LIMIT_LENGTH, 64 << 20),
    (Limit::SQLITE_LIMIT_SQL_LENGTH, 100_000),
    (Limit::SQLITE_LIMIT_COLUMN, 100),
    (Limit::SQLITE_LIMIT_EXPR_DEPTH, 200),
    (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 64),
    (Limit::SQLITE_LIMIT_VDBE_OP, 25_000),
    (Limit::SQLITE_LIMIT_ATTACHED, 0),
    (Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50),
    (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 10),
];

/// Settings of a connection that restrict a schema which another program may have written. A
/// notebook has no views, and its triggers are compared with ours before anything is written.
const SETTINGS: [(DbConfig, bool); 8] = [
    (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
    (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
    (DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, false),
    (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
    (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
    (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
    (DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_CREATE, false),
    (DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_WRITE, false),
];

/// A connection is never shared between threads, so it needs no lock around every column.
const READ_WRITE: OpenFlags =
    OpenFlags::SQLITE_OPEN_READ_WRITE.union(OpenFlags::SQLITE_OPEN_NO_MUTEX);
const READ_ONLY: OpenFlags =
    OpenFlags::SQLITE_OPEN_READ_ONLY.union(OpenFlags::SQLITE_OPEN_NO_MUTEX);

/// Opens a file that is there to read and write it.
///
/// # Errors
/// If it cannot be opened.
pub fn read_write(path: &Path) -> Result<Connection> {
    guarded(path, Connection::open_with_flags(plain(path)?, READ_WRITE))
}

/// Opens a file to read it, wherever it is, and leaves no other file next to it.
///
/// # Errors
/// If it cannot be read, or its newest changes are in a log that cannot be read.
pub fn to_read(path: &Path) -> Result<Connection> {
    if !path.exists() {
        return Err(Error::Missing(path.to_owned()));
    }
    ensure_file(path)?;
    let has_log = ["-wal", "-journal"].iter().any(|side| with_suffix(path, side).exists());
    if !has_log && folder_access(path) == FolderAccess::Writable {
        // Where there may be a log, one is made for the time of the reading. Only who might write
        // it removes it afterwards.
        let conn = read_write(path)?;
        conn.pragma_update(None, "query_only", true)?;
        return Ok(conn);
    }
    let conn = guarded(path, Connection::open_with_flags(plain(path)?, READ_ONLY))?;
    // The log is looked for with the first page that is read, and not before.
    let read = conn.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0));
    match read.map_err(|error| at(path, error)) {
        Err(error) if error.is_about_rights() => match without_log(path) {
            Log::NotNeeded => immutable(path),
            Log::Beside => Err(Error::LogBeside(path.to_owned())),
            Log::CouldBeMade => Err(error),
        },
        // Any other error appears again at the next read, and is reported there.
        _ => Ok(conn),
    }
}

/// Finds out what kind of file a connection has open.
///
/// # Errors
/// If it cannot be read.
pub fn look(path: &Path, conn: Connection) -> Result<(Connection, FileFormat)> {
    let format = format_of(&conn).map_err(|error| at(path, error))?;
    Ok((conn, format))
}

/// Opens a database without a file, for the schema of an older format.
///
/// # Errors
/// If there is no memory for it.
pub fn in_memory() -> rusqlite::Result<Connection> {
    let conn = Connection::open_in_memory()?;
    guard(&conn)?;
    Ok(conn)
}

/// The reason why a file in WAL mode can, or cannot, be read without its log, which is usually
/// created next to it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Log {
    /// Nothing can be written in the folder, so nobody writes the file, and everything is in it.
    NotNeeded,
    /// The newest changes are in the log.
    Beside,
    /// The folder can be written, so the error has another cause.
    CouldBeMade,
}

fn without_log(path: &Path) -> Log {
    let log = std::fs::metadata(with_suffix(path, "-wal"));
    let is_unchanging = match folder_access(path) {
        FolderAccess::Writable => false,
        FolderAccess::ReadOnly => true,
        // A program that has it open keeps a whole index of the log, and may find room again.
        FolderAccess::Full => std::fs::metadata(with_suffix(path, "-shm"))
            .map_or(true, |index| index.len() < LOG_INDEX_BYTES as u64),
    };
    log_is_needed(!is_unchanging, log.map_or(0, |log| log.len()))
}

/// Decides whether the file can be opened as one that never changes (`immutable=1`), which is only
/// true where nobody can write, from whether the folder can be written and the size of the log in
/// bytes.
fn log_is_needed(folder_is_writable: bool, log: u64) -> Log {
    match (folder_is_writable, log) {
        (true, _) => Log::CouldBeMade,
        (false, 0) => Log::NotNeeded,
        (false, _) => Log::Beside,
    }
}

/// Opens a file that nobody can change, without a log or a lock. Only a URI can say so.
fn immutable(path: &Path) -> Result<Connection> {
    let uri = format!("file:{}?immutable=1", percent_encoded(&plain(path)?));
    guarded(path, Connection::open_with_flags(uri, READ_ONLY | OpenFlags::SQLITE_OPEN_URI))
}

/// Bytes of a path that need no escape in a URI; every other one is escaped.
const PLAIN: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'/').remove(b':').remove(b'.').remove(b'-').remove(b'_');

/// Returns the path as it is written in a URI.
fn percent_encoded(path: &Path) -> String {
    let bytes = path.as_os_str().as_encoded_bytes();
    match cfg!(windows) {
        true => format!("/{}", percent_encode(bytes, PLAIN)).replace("%5C", "/"),
        false => percent_encode(bytes, PLAIN).to_string(),
    }
}

/// Returns the absolute path: SQLite gives names such as `file:shop?mode=memory` or `:memory:` a
/// special meaning, and no absolute path begins like one of them.
fn plain(path: &Path) -> Result<PathBuf> {
    std::path::absolute(path).map_err(io_at(path))
}

fn guarded(path: &Path, opened: rusqlite::Result<Connection>) -> Result<Connection> {
    let guarded = opened.and_then(|conn| {
        guard(&conn)?;
        Ok(conn)
    });
    guarded.map_err(|error| at(path, error))
}

fn guard(conn: &Connection) -> rusqlite::Result<()> {
    for (setting, on) in SETTINGS {
        conn.set_db_config(setting, on)?;
    }
    for (limit, most) in LIMITS {
        conn.set_limit(limit, most)?;
    }
    conn.pragma_update(None, "cell_size_check", true)?;
    conn.busy_timeout(PATIENCE)
}

/// Returns the error of a file that could not even be opened, with its name in it.
pub fn at(path: &Path, error: rusqlite::Error) -> Error {
    let not_a_database = error.sqlite_error_code() == Some(rusqlite::ErrorCode::NotADatabase);
    match Error::from(error) {
        Error::Io { reason, .. } => Error::Io { path: path.to_owned(), reason },
        Error::Damaged(_) if not_a_database => Error::NotADatabase(path.to_owned()),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use tempfile::TempDir;

    fn notebook(folder: &TempDir, name: &str) -> PathBuf {
        let path = folder.path().join(name);
        let conn = Connection::open(&path).unwrap();
        conn.execute_batch(
            "PRAGMA journal_mode = WAL; CREATE TABLE t (a); INSERT INTO t VALUES (7)",
        )
        .unwrap();
        path
    }

    // A10: a notebook on read-only media could not be read.
    #[test]
    fn a_file_is_taken_for_unchanging_only_where_nobody_can_write_and_it_has_everything() {
        assert_eq!(log_is_needed(false, 0), Log::NotNeeded);
        assert_eq!(log_is_needed(false, 32), Log::Beside);
        assert_eq!(log_is_needed(true, 0), Log::CouldBeMade);
        assert_eq!(log_is_needed(true, 32), Log::CouldBeMade);
    }

    // A10
    #[test]
    fn an_unchanging_file_of_any_name_is_read_and_nothing_is_made_beside_it() {
        let folder = TempDir::new().unwrap();
        for name in ["50% off?.db", "账本 #1 & co.db", "file:a.db"] {
            let path = notebook(&folder, name);
            let count = || std::fs::read_dir(folder.path()).unwrap().count();
            let before = count();
            let conn = immutable(&path).unwrap();
            let read: i64 = conn.query_row("SELECT a FROM t", [], |row| row.get(0)).unwrap();
            assert_eq!((read, count()), (7, before), "{name}");
            assert!(conn.execute("DELETE FROM t", []).is_err());
        }
    }

    // A15: `file:zz.db?mode=memory` was a notebook in memory, lost with the command that wrote it.
    #[test]
    fn a_name_is_a_name_whatever_the_engine_makes_of_it_elsewhere() {
        for name in ["file:zz.db?mode=memory", ":memory:", "file::memory:", "~"] {
            let path = plain(Path::new(name)).unwrap();
            assert!(path.is_absolute() && path.ends_with(name), "{}", path.display());
            let folder = TempDir::new().unwrap();
            let path = folder.path().join(name);
            std::fs::write(&path, "").unwrap();
            let conn = read_write(&path).unwrap();
            conn.execute_batch("CREATE TABLE t (a)").unwrap();
            assert!(std::fs::metadata(&path).unwrap().len() > 0, "{name}");
        }
    }

    // A10
    #[test]
    fn reading_a_file_leaves_nothing_beside_it() {
        let folder = TempDir::new().unwrap();
        let path = notebook(&folder, "永庆 a?b#c%20&d.db");
        let bytes = std::fs::read(&path).unwrap();
        let conn = to_read(&path).unwrap();
        let read: i64 = conn.query_row("SELECT a FROM t", [], |row| row.get(0)).unwrap();
        assert!(conn.execute("DELETE FROM t", []).is_err());
        drop(conn);
        assert_eq!((read, std::fs::read_dir(folder.path()).unwrap().count()), (7, 1));
        assert_eq!(std::fs::read(&path).unwrap(), bytes);
    }

    // A8, A18: what a crafted schema asks for is not done on any connection.
    #[test]
    fn every_connection_distrusts_the_schema() {
        let folder = TempDir::new().unwrap();
        let path = notebook(&folder, "shop.db");
        Connection::open(&path).unwrap().execute_batch("CREATE VIEW v AS SELECT a FROM t").unwrap();
        let opened = [
            read_write(&path).unwrap(),
            to_read(&path).unwrap(),
            immutable(&path).unwrap(),
            in_memory().unwrap(),
        ];
        for conn in opened {
            for (setting, on) in SETTINGS {
                assert_eq!(conn.db_config(setting).unwrap(), on, "{setting:?}");
            }
            let checked: i64 =
                conn.pragma_query_value(None, "cell_size_check", |row| row.get(0)).unwrap();
            assert_eq!(checked, 1);
            assert!(conn.prepare("SELECT * FROM v").is_err(), "a view is not read");
            assert!(conn.execute_batch("ATTACH 'other.db' AS other").is_err());
        }
    }
}
