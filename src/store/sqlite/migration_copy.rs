//! The file as it was before its format was brought up to date: `shop.db.v5.bak` for one of format
//! 5.
//!
//! An older program can open it, and so it is kept until the notebook was copied once in the new
//! format.

use super::super::{Error, Result};
use super::connect;
use super::files::{WorkingCopy, io_at, sync_folder, with_suffix};
use rusqlite::backup::{Backup, StepResult};
use std::ffi::OsStr;
use std::path::Path;

/// Keeps a copy of the file of a format next to it, while the caller has the file to write and has
/// not written yet. The copy is whole and on the disk when this returns.
///
/// # Errors
/// If it cannot be written: the disk is full.
pub fn keep(path: &Path, format: i64) -> Result<()> {
    // A connection of its own: nothing is copied from one that is about to write.
    let from = connect::to_read(path)?;
    let copy = WorkingCopy::beside(path, OsStr::new(".tmp")).map_err(io_at(path))?;
    let mut to = connect::read_write(copy.path())?;
    // Nobody else knows the file, and it is synced as a whole.
    to.pragma_update(None, "synchronous", "OFF")?;
    match Backup::new(&from, &mut to)?.step(-1)? {
        StepResult::Done => {}
        _ => return Err(Error::Locked),
    }
    // One file: a database open in WAL mode has two more next to it.
    to.pragma_update(None, "journal_mode", "DELETE")?;
    to.close().map_err(|(_, error)| Error::from(error))?;
    copy.file.as_file().sync_all().map_err(io_at(path))?;
    let kept = with_suffix(path, &format!(".v{format}.bak"));
    copy.file.persist(&kept).map_err(|error| io_at(&kept)(error.error))?;
    sync_folder(path)
}
