//! Errors of the file, in kinds that each have their own message.

use crate::domain::damage::Finding;
use crate::domain::progress::Stopped;
use std::error::Error as StdError;
use std::path::PathBuf;

/// The difference between an object of the file's schema and the one that this program makes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SchemaFault {
    /// It is not there.
    Missing,
    /// It was changed.
    Changed,
    /// It is there, and this program never makes it.
    Unknown,
}

/// Why the file could not be used. Nothing was changed by the call that failed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no file here.
    #[error("no file {0}")]
    Missing(PathBuf),
    /// The file holds nothing: a copy that failed, or a crash before anything was written.
    #[error("{0} is empty")]
    Empty(PathBuf),
    /// There is a file here already.
    #[error("{0} exists")]
    Exists(PathBuf),
    /// There is a folder, a pipe or a device here, and no file.
    #[error("{0} is not a file")]
    NotAFile(PathBuf),
    /// There is no folder here, in which a new file should be made.
    #[error("no folder {0}")]
    NoFolder(PathBuf),
    /// The file is not a database at all.
    #[error("{0} is not a database")]
    NotADatabase(PathBuf),
    /// The file is a database of some other program.
    #[error("{0} is not a ricejar notebook")]
    NotOurs(PathBuf),
    /// The file was removed while it was open.
    #[error("{0} was removed")]
    Gone(PathBuf),
    /// Another file was put in its place while it was open.
    #[error("{0} was replaced")]
    Replaced(PathBuf),
    /// The file was written by a newer version of the program.
    #[error("the file has format {found}, this program knows {known}")]
    Newer {
        /// The format of the file.
        found: i64,
        /// The newest format that this program knows.
        known: i64,
    },
    /// A table, index or trigger of the file is not as this program makes it.
    #[error("{path}: {object} is {fault:?}")]
    Schema {
        /// The file.
        path: PathBuf,
        /// The name of the table, index, trigger or view.
        object: String,
        /// The difference from the object that this program makes.
        fault: SchemaFault,
    },
    /// The file may be read but not written.
    #[error("the file is read-only")]
    ReadOnly,
    /// The newest changes are still in the `-wal` file next to the notebook, and cannot be read
    /// where nothing can be written.
    #[error("{0} has a write-ahead log in a folder that cannot be written")]
    LogBeside(PathBuf),
    /// Another program kept the file locked for longer than we wait.
    #[error("the file is locked")]
    Locked,
    /// Another program has the file open, and this needs it alone.
    #[error("{0} is open in another program")]
    InUse(PathBuf),
    /// The operation was stopped by the caller that watched its progress.
    #[error("stopped")]
    Stopped,
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// The file cannot be opened or reached: a missing folder, a missing permission.
    #[error("{path}: {reason}")]
    Io {
        /// The file.
        path: PathBuf,
        /// The reason that the operating system gave.
        reason: String,
    },
    /// A row breaks a rule that the file keeps: a duplicate value, or a row that others need.
    #[error("a rule of the file: {0}")]
    Constraint(String),
    /// A backup does not pass the check: what was found first.
    #[error("the backup does not pass the check: {0:?}")]
    Unsound(Vec<Finding>),
    /// The first page of the file, by which all others are found, is destroyed.
    #[error("the first page of {0} is destroyed")]
    FirstPage(PathBuf),
    /// The file holds something that this program never wrote.
    #[error("the file is damaged: {0}")]
    Damaged(String),
    /// The engine failed for some other reason: a limit, too little memory, a mistake of ours.
    #[error("the database engine failed")]
    Engine(#[source] Box<dyn StdError + Send + Sync>),
}

impl Error {
    /// Returns whether the error may mean that the file or its folder cannot be written.
    pub(super) fn is_about_rights(&self) -> bool {
        matches!(self, Self::ReadOnly | Self::Full | Self::Io { .. })
    }
}

impl From<Stopped> for Error {
    fn from(Stopped: Stopped) -> Self {
        Self::Stopped
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error as E;
        use rusqlite::ErrorCode as Code;
        let said = error.to_string();
        match error.sqlite_error_code() {
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Self::Locked,
            Some(Code::OperationInterrupted) => Self::Stopped,
            Some(Code::DiskFull) => Self::Full,
            // The index of the log could not be made as large as it has to be.
            Some(_) if extended_code(&error) == Some(rusqlite::ffi::SQLITE_IOERR_SHMSIZE) => {
                Self::Full
            }
            Some(Code::ReadOnly) => Self::ReadOnly,
            Some(Code::ConstraintViolation) => Self::Constraint(said),
            Some(Code::CannotOpen | Code::SystemIoFailure | Code::PermissionDenied) => {
                Self::Io { path: PathBuf::new(), reason: said }
            }
            Some(Code::DatabaseCorrupt | Code::NotADatabase) => Self::Damaged(said),
            // Sums of what this program writes stay far below: some row holds a number out of
            // range.
            Some(Code::Unknown) if said.contains("integer overflow") => Self::Damaged(said),
            Some(_) => Self::Engine(error.into()),
            None => match error {
                // A value that this program never writes; see `values::cell`.
                E::FromSqlConversionFailure(_, _, why) => Self::Damaged(why.to_string()),
                E::InvalidColumnType(..) | E::IntegralValueOutOfRange(..) | E::Utf8Error(..) => {
                    Self::Damaged(said)
                }
                other => Self::Engine(other.into()),
            },
        }
    }
}

/// Returns the engine's detailed code.
fn extended_code(error: &rusqlite::Error) -> Option<i32> {
    error.sqlite_error().map(|error| error.extended_code)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use rusqlite::Connection;

    // A6: every unknown failure of the engine was reported as damage.
    #[test]
    fn only_what_the_engine_calls_corrupt_is_damage() {
        let conn = Connection::open_in_memory().unwrap();
        let fails = |sql: &str| Error::from(conn.execute_batch(sql).unwrap_err());
        for sql in ["SELECT nonsense", "SELECT zeroblob(2e9)"] {
            let error = fails(sql);
            let source = error.source().map(ToString::to_string);
            assert!(matches!(error, Error::Engine(_)) && source.is_some(), "{sql}: {error:?}");
        }
        // A19
        let overflow = "SELECT sum(column1) FROM (VALUES (9223372036854775807), (1))";
        assert!(matches!(fails(overflow), Error::Damaged(_)));
        let full = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_IOERR_SHMSIZE);
        let full = rusqlite::Error::SqliteFailure(full, None);
        assert!(matches!(Error::from(full), Error::Full));
        let corrupt = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_CORRUPT_INDEX);
        let corrupt = rusqlite::Error::SqliteFailure(corrupt, None);
        assert!(matches!(Error::from(corrupt), Error::Damaged(_)));
    }
}
