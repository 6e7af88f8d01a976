//! Exit codes, in one place. `ricejar help exit-codes`, the manual pages and the README document them, and a test
//! compares the three.

use super::error::Error;
use crate::app::{self, StoreError};
use crate::exchange::is_broken_pipe;

/// Done; also if the reader of a pipe had enough.
const DONE: u8 = 0;
/// Refused by a rule of the shop, not found, or a check found something.
const REFUSED: u8 = 1;
/// A mistake in the command.
const USAGE: u8 = 2;
/// A file cannot be read or written.
const FILE: u8 = 3;
/// Done, but the message about it could not be written.
const UNREPORTED: u8 = 4;
/// Added to the number of the signal that ended the program.
const SIGNAL: u8 = 128;

impl Error {
    /// Returns the exit code of the program.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Grammar(error) => u8::try_from(error.exit_code()).unwrap_or(USAGE),
            Self::Help(_) => DONE,
            Self::Argument { because, .. } => because.exit_code(),
            Self::Number(_) | Self::Day(_) | Self::Language(_) | Self::Usage(..) => USAGE,
            Self::Input(..) | Self::Config(..) | Self::Path(_) | Self::Conflict(_) => USAGE,
            Self::Template(_) => USAGE,
            Self::File(_) => REFUSED,
            Self::Nobody { .. } | Self::Several { .. } | Self::Unsound(_) => REFUSED,
            Self::Lost(_) | Self::BackupUnsound(_) | Self::NobodyOwes | Self::NotSent(_) => REFUSED,
            Self::Signal(signal) => SIGNAL.saturating_add(*signal),
            Self::Backup(file, app::Error::Store(StoreError::Missing(missing)))
                if file == missing =>
            {
                USAGE
            }
            Self::Backup(..) => FILE,
            Self::App(app::Error::Refused(_)) | Self::FileThere(_) => REFUSED,
            Self::App(app::Error::Store(StoreError::Exists(_))) => REFUSED,
            Self::Output(error) if is_broken_pipe(error) => DONE,
            Self::App(app::Error::Store(_)) | Self::Output(_) | Self::OutputFile(..) => FILE,
            Self::Unsaid(..) => UNREPORTED,
        }
    }
}
