//! Backup and restore.

use super::{App, Result};
use crate::store::{Store, Watch};
use std::path::{Path, PathBuf};

impl App {
    /// Copies the notebook to a new file, whole and checked; others may write meanwhile.
    ///
    /// # Errors
    /// If there is such a file already, it cannot be written, or it was stopped.
    pub fn backup(&self, to: &Path, watch: Watch<'_>) -> Result<()> {
        self.store.backup(to, watch)?;
        Ok(self.store.remove_migration_copies()?)
    }

    /// Puts a backup in the place of what is in the notebook, whoever has it open, and gives the file
    /// beside it in which that is kept.
    ///
    /// # Errors
    /// If the backup is no whole notebook, it cannot be written, or it was stopped. Then everything is as
    /// it was.
    pub fn take_over(&self, from: &Path, watch: Watch<'_>) -> Result<PathBuf> {
        Ok(self.store.take_over(from, watch)?)
    }
}

/// Puts a backup at the notebook's place, which nobody may have open, and gives the name under which
/// the old notebook is kept beside it.
///
/// # Errors
/// If the backup is no whole notebook, somebody has the old one open, or it cannot be written. Then
/// everything is as it was.
pub fn restore(from: &Path, place: &Path, watch: Watch<'_>) -> Result<Option<PathBuf>> {
    Ok(Store::restore(from, place, watch)?)
}
