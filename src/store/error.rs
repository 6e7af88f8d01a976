//! What can go wrong with the file, in kinds that each have their own sentence.

use super::Finding;
use std::path::PathBuf;

/// Why the file could not be used. Nothing was changed by the call that failed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no file here.
    #[error("no file {0}")]
    Missing(PathBuf),
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
    /// The file may be read but not written.
    #[error("the file is read-only")]
    ReadOnly,
    /// Another program kept the file locked for longer than we wait.
    #[error("the file is locked")]
    Locked,
    /// Whoever watched it did not want it any more.
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
        /// What the system said.
        reason: String,
    },
    /// A row breaks a rule that the file keeps: a value given twice, or a row that others need.
    #[error("a rule of the file: {0}")]
    Constraint(String),
    /// A backup does not pass the check: what was found first.
    #[error("the backup does not pass the check: {0:?}")]
    Unsound(Vec<Finding>),
    /// The file holds something that this program never wrote.
    #[error("the file is damaged: {0}")]
    Damaged(String),
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        let said = error.to_string();
        match error.sqlite_error_code() {
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Self::Locked,
            Some(Code::DiskFull) => Self::Full,
            Some(Code::ReadOnly) => Self::ReadOnly,
            Some(Code::ConstraintViolation) => Self::Constraint(said),
            Some(Code::CannotOpen | Code::SystemIoFailure | Code::PermissionDenied) => {
                Self::Io { path: PathBuf::new(), reason: said }
            }
            _ => Self::Damaged(said),
        }
    }
}
