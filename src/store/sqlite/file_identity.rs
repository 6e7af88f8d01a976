//! The check that the open file is still the one at its path.
//!
//! An open file lives on after its name is removed, and everything written to it then is lost when
//! the last program closes it. So this is checked before every write.

use super::super::{Error, Result};
use super::{Store, files};
use std::path::Path;

/// The values that distinguish a file from another one of the same name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Identity {
    #[cfg(unix)]
    device: u64,
    #[cfg(unix)]
    number: u64,
}

impl Identity {
    /// Returns the identity of the file at `path`; `None` if there is no such file.
    pub fn of(path: &Path) -> Option<Self> {
        let found = std::fs::metadata(path).ok()?;
        #[cfg(unix)]
        return Some(Self {
            device: std::os::unix::fs::MetadataExt::dev(&found),
            number: std::os::unix::fs::MetadataExt::ino(&found),
        });
        // Elsewhere the system lets nobody replace an open file.
        #[cfg(not(unix))]
        Some(Self {}).filter(|_| found.is_file())
    }
}

/// Makes sure that what is at `path`, if anything, is a file. To read a pipe would wait for ever.
///
/// # Errors
/// If it is a folder, a pipe or a device.
pub fn ensure_file(path: &Path) -> Result<()> {
    match std::fs::metadata(path) {
        Ok(found) if !found.is_file() => Err(Error::NotAFile(path.to_owned())),
        _ => Ok(()),
    }
}

impl Store {
    /// Empties the log next to a file that has been moved away, removed or replaced: its changes go
    /// into the file that is open. A log that stayed there would be applied to any file that takes
    /// its place.
    ///
    /// # Errors
    /// If the log is not ours, another program is reading from it, or the disk fails.
    pub fn detach_log(&self) -> Result<()> {
        let log = files::with_suffix(&self.path, "-wal");
        if self.ensure_not_replaced().is_ok() || Identity::of(&log) != self.log_identity {
            return Ok(());
        }
        Ok(self.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?)
    }

    /// Ensures that the open file is the one at its path.
    ///
    /// # Errors
    /// If the file was removed, or replaced by another one.
    pub fn ensure_not_replaced(&self) -> Result<()> {
        match Identity::of(&self.path) {
            None => Err(Error::Gone(self.path.clone())),
            Some(found) if Some(found) != self.identity => Err(Error::Replaced(self.path.clone())),
            Some(_) => Ok(()),
        }
    }
}
