//! The file at its place: its side files and its folder, and whether the file that is open is still the
//! one that stands there.
//!
//! An open file lives on when its name is taken away, and whatever is written to it then is lost with
//! the last program that has it open. So nobody writes before this was asked.

use super::super::{Error, Result};
use super::Store;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What tells a file from another one that has its name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Identity {
    #[cfg(unix)]
    device: u64,
    #[cfg(unix)]
    number: u64,
}

impl Identity {
    /// Of the file at `path`; `None` if there is none.
    pub fn of(path: &Path) -> Option<Self> {
        let found = fs::metadata(path).ok()?;
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

impl Store {
    /// Makes sure that the file that is open is the one at its place.
    ///
    /// # Errors
    /// If the file was removed, or another one stands in its place.
    pub fn still_there(&self) -> Result<()> {
        match Identity::of(&self.path) {
            None => Err(Error::Gone(self.path.clone())),
            Some(found) if Some(found) != self.identity => Err(Error::Replaced(self.path.clone())),
            Some(_) => Ok(()),
        }
    }
}

/// Returns the name of a file beside another one: `shop.db-wal`.
pub fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    PathBuf::from(name)
}

/// Returns the folder that a file is in.
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Returns whether new files can be made beside a file. The rights of the folder do not tell: a whole
/// disk may be read-only, and an administrator may write everywhere else.
pub fn is_writable_folder(path: &Path) -> bool {
    use io::ErrorKind as Kind;
    match tempfile::tempfile_in(folder_of(path)) {
        Ok(_) => true,
        Err(error) => !matches!(error.kind(), Kind::PermissionDenied | Kind::ReadOnlyFilesystem),
    }
}

/// Makes the names in the folder of a file last: a new name is on the disk only when its folder is.
///
/// # Errors
/// If the disk fails.
pub fn sync_folder(path: &Path) -> Result<()> {
    #[cfg(unix)]
    fs::File::open(folder_of(path)).and_then(|folder| folder.sync_all()).map_err(io_at(path))?;
    Ok(())
}

/// Makes an error of the system ours, with the name of the file in it.
pub fn io_at(path: &Path) -> impl Fn(io::Error) -> Error {
    let path = path.to_owned();
    move |error| match error.kind() {
        io::ErrorKind::StorageFull => Error::Full,
        _ => Error::Io { path: path.clone(), reason: error.to_string() },
    }
}
