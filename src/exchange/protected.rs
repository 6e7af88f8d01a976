//! Files that an output must never replace: the notebook, the configuration, what is being read, and
//! any other database.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The first bytes of every SQLite file.
const SQLITE_HEADER: &[u8; 16] = b"SQLite format 3\0";

/// Suffixes that the database engine appends to the name of a database for the files that belong to
/// it.
const SIDE_FILES: [&str; 3] = ["-wal", "-shm", "-journal"];

/// The role of a protected file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FileRole {
    /// The notebook.
    Notebook,
    /// A file that the database engine keeps next to the notebook.
    NotebookPart,
    /// The configuration file.
    Config,
    /// The file that a command reads.
    Input,
    /// Some other SQLite database.
    Database,
    /// A file that the program or its database engine keeps for itself, whether it is there or not.
    Reserved,
}

/// An output that would replace a protected file.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{} would replace {} ({role:?})", output.display(), file.display())]
pub struct OutputConflict {
    /// The output.
    pub output: PathBuf,
    /// The role of the protected file.
    pub role: FileRole,
    /// The protected file; for a file that belongs to a database, the database.
    pub file: PathBuf,
}

/// The files that a run of the program must not write over.
#[derive(Clone, Debug, Default)]
pub struct ProtectedFiles {
    files: Vec<(FileRole, PathBuf)>,
}

impl ProtectedFiles {
    /// Protects the notebook at `path`, and the files that the database engine keeps beside it.
    pub fn of_notebook(path: &Path) -> Self {
        Self { files: vec![(FileRole::Notebook, path.to_owned())] }
    }

    /// Protects one more file.
    #[must_use]
    pub fn and(mut self, role: FileRole, path: &Path) -> Self {
        self.files.push((role, path.to_owned()));
        self
    }

    /// Checks the name of a new file.
    ///
    /// # Errors
    /// If it is a protected file, by whatever name or link, or its name is reserved.
    pub fn check(&self, output: &Path) -> Result<(), OutputConflict> {
        let conflict =
            |role, file: &Path| OutputConflict { output: output.into(), role, file: file.into() };
        for (role, file) in &self.files {
            if is_same(output, file) {
                return Err(conflict(*role, file));
            }
            let parts = SIDE_FILES.map(|suffix| with_suffix(&canonical(file), suffix));
            if *role == FileRole::Notebook && parts.iter().any(|part| is_same(output, part)) {
                return Err(conflict(FileRole::NotebookPart, file));
            }
        }
        check_reserved(output)
    }

    /// Checks a file that is going to hold text, and may replace one that holds text.
    ///
    /// # Errors
    /// If it is a protected file, any SQLite database, or its name is reserved.
    pub fn check_text(&self, output: &Path) -> Result<(), OutputConflict> {
        self.check(output)?;
        match is_sqlite(output) {
            true => Err(OutputConflict {
                output: output.into(),
                role: FileRole::Database,
                file: output.into(),
            }),
            false => Ok(()),
        }
    }
}

/// Checks that a new file has a name which neither the database engine nor a migration uses for files
/// that it deletes: `shop-wal`, `shop-shm`, `shop-journal`, `shop.v6.bak`. Case is ignored, as some
/// file systems ignore it.
///
/// # Errors
/// If the name is reserved.
pub fn check_reserved(output: &Path) -> Result<(), OutputConflict> {
    let name = output.file_name().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    let is_side_file = SIDE_FILES.iter().any(|suffix| name.ends_with(suffix));
    let version = name.strip_suffix(".bak").and_then(|stem| stem.rsplit_once(".v"));
    let is_migration_copy = version.is_some_and(|(_, version)| {
        !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit())
    });
    match is_side_file || is_migration_copy {
        true => Err(OutputConflict {
            output: output.into(),
            role: FileRole::Reserved,
            file: output.into(),
        }),
        false => Ok(()),
    }
}

/// Compares two files by device and inode; where one of them is not there, by their full names.
fn is_same(one: &Path, other: &Path) -> bool {
    match (identity(one), identity(other)) {
        (Some(one), Some(other)) => one == other,
        (None, None) => canonical(one) == canonical(other),
        _ => false,
    }
}

/// Returns the device and inode, which identify a file; `None` if there is no file.
#[cfg(unix)]
fn identity(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    let found = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
    Some((found.dev(), found.ino()))
}

#[cfg(not(unix))]
fn identity(path: &Path) -> Option<PathBuf> {
    fs::canonicalize(path).ok().filter(|path| path.is_file())
}

/// Returns the full name of a file, also of one that does not exist yet.
fn canonical(path: &Path) -> PathBuf {
    let followed = follow_links(path);
    let path = followed.as_deref().unwrap_or(path);
    let of_new = || Some(fs::canonicalize(folder_of(path)).ok()?.join(path.file_name()?));
    fs::canonicalize(path).ok().or_else(of_new).unwrap_or_else(|| path.to_owned())
}

/// Returns where a path leads over symbolic links, also if nothing is there yet.
///
/// # Errors
/// If the links lead in a circle, or the system does not tell.
pub(super) fn follow_links(path: &Path) -> io::Result<PathBuf> {
    match (fs::canonicalize(path), fs::read_link(path)) {
        // `canonicalize` has refused circles: this ends.
        (Err(error), Ok(target)) if error.kind() == io::ErrorKind::NotFound => {
            follow_links(&folder_of(path).join(target))
        }
        (Err(error), Err(_)) if error.kind() == io::ErrorKind::NotFound => Ok(path.to_owned()),
        // Only the kind: its text has nothing more to say to a person.
        (found, _) => found.map_err(|error| error.kind().into()),
    }
}

/// Returns the folder that holds a file.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    PathBuf::from(name)
}

/// Returns whether the path is an SQLite database. Only ordinary files are opened: a pipe would
/// block.
fn is_sqlite(path: &Path) -> bool {
    let mut header = [0; SQLITE_HEADER.len()];
    path.is_file()
        && File::open(path).and_then(|mut file| file.read_exact(&mut header)).is_ok()
        && header == *SQLITE_HEADER
}

#[cfg(test)]
mod tests {
    use super::*;

    // A1
    #[cfg(unix)]
    #[test]
    fn a_protected_file_is_known_by_any_of_its_names() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("shop"), SQLITE_HEADER).unwrap();
        fs::write(at("config"), "").unwrap();
        fs::create_dir(at("sub")).unwrap();
        std::os::unix::fs::symlink(at("shop"), at("link")).unwrap();
        fs::hard_link(at("shop"), at("hard")).unwrap();
        let files = ProtectedFiles::of_notebook(&at("link")).and(FileRole::Config, &at("config"));
        let role = |name: &str| files.check(&at(name)).err().map(|conflict| conflict.role);
        for name in ["shop", "link", "hard", "sub/../shop"] {
            assert_eq!(role(name), Some(FileRole::Notebook), "{name}");
        }
        // They belong to the file that the link leads to, and need not be there yet.
        for name in ["shop-wal", "sub/../shop-shm", "shop-journal"] {
            assert_eq!(role(name), Some(FileRole::NotebookPart), "{name}");
        }
        assert_eq!(role("config"), Some(FileRole::Config));
        assert_eq!((role("new"), role("shop2"), role("sub")), (None, None, None));
    }

    // A1
    #[test]
    fn text_replaces_no_database() {
        let folder = tempfile::tempdir().unwrap();
        let other = folder.path().join("other");
        let files = ProtectedFiles::default();
        for (bytes, refused) in [
            ("SQLite format 3\0 and more", true),
            ("SQLite format 3", false),
            ("", false),
            ("name,phone\n", false),
        ] {
            fs::write(&other, bytes).unwrap();
            assert_eq!(files.check_text(&other).is_err(), refused, "{bytes:?}");
            assert_eq!(files.check(&other), Ok(()));
        }
    }

    // A1
    #[test]
    fn names_that_the_engine_or_a_migration_deletes_are_reserved() {
        let files = ProtectedFiles::default();
        for name in
            ["a/shop-wal", "shop-shm", "x-journal", "SHOP-WAL", "-wal", "w.v6.bak", "w.V12.BAK"]
        {
            let refused = files.check(Path::new(name)).map_err(|conflict| conflict.role);
            assert_eq!(refused, Err(FileRole::Reserved), "{name}");
            assert!(files.check_text(Path::new(name)).is_err(), "{name}");
        }
        for name in
            ["shop-wal.db", "shop.bak", "shop.v.bak", "shop.v6a.bak", "v6.bak", "a-wal/shop"]
        {
            assert_eq!(files.check(Path::new(name)), Ok(()), "{name}");
        }
    }
}
