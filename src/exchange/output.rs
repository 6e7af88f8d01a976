//! Where the bytes of an export go: standard output, or a file that appears whole or not at all.

use std::fs::{self, File};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::protected::{folder_of, follow_links};

/// Takes bytes until [`Output::commit`]. One that is dropped before leaves no file behind, and an
/// older file of that name as it was.
pub struct Output(Target);

enum Target {
    Stdout(Box<dyn Write>),
    /// Something that is there and is no ordinary file: a pipe, `/dev/null`. It is written to,
    /// because a rename would put a file in its place.
    Device(File),
    File(AtomicFile),
}

/// A file that is written under a name of its own, in the same folder so that the rename stays on one
/// disk, and then renamed.
struct AtomicFile {
    temporary: NamedTempFile,
    path: PathBuf,
}

impl Output {
    /// Standard output.
    pub fn stdout() -> Self {
        Self(Target::Stdout(standard_output()))
    }

    /// The file at `path`, or standard output for `-`. A new file can be read by its owner only; one
    /// that is replaced keeps its mode and its owner.
    ///
    /// # Errors
    /// Returns the error of the system if no file can be written there.
    pub fn to(path: &Path) -> io::Result<Self> {
        if path == Path::new("-") {
            return Ok(Self::stdout());
        }
        if path.to_string_lossy().ends_with(std::path::is_separator) && !path.is_dir() {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        // A link stays a link: what it leads to is replaced, or made.
        let path = follow_links(path)?;
        Ok(Self(match fs::metadata(&path) {
            Ok(found) if !found.is_file() => {
                Target::Device(File::options().write(true).open(path)?)
            }
            _ => Target::File(AtomicFile::create(path)?),
        }))
    }

    /// Returns whether the output is a terminal.
    pub fn is_terminal(&self) -> bool {
        match &self.0 {
            Target::Stdout(_) => io::stdout().is_terminal(),
            Target::Device(file) => file.is_terminal(),
            Target::File(_) => false,
        }
    }

    /// Returns whether the output is a file that appears on [`Output::commit`], and not a stream.
    pub fn is_file(&self) -> bool {
        matches!(self.0, Target::File(_))
    }

    /// Returns the temporary file that is written until [`Output::commit`], if there is one.
    pub fn temporary(&self) -> Option<PathBuf> {
        match &self.0 {
            Target::File(file) => Some(file.temporary.path().to_owned()),
            Target::Stdout(_) | Target::Device(_) => None,
        }
    }

    /// Makes everything that was written stay: the file is on the disk before it has its name.
    ///
    /// # Errors
    /// Returns the error of the system. A file that was to be replaced is unchanged, unless only
    /// the sync of its folder failed.
    pub fn commit(self) -> io::Result<()> {
        match self.0 {
            Target::Stdout(mut stdout) => stdout.flush(),
            Target::Device(mut file) => file.flush(),
            Target::File(file) => file.commit(),
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.0 {
            Target::Stdout(stdout) => stdout.write(bytes),
            Target::Device(file) => file.write(bytes),
            Target::File(file) => file.temporary.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.0 {
            Target::Stdout(stdout) => stdout.flush(),
            Target::Device(file) => file.flush(),
            Target::File(file) => file.temporary.flush(),
        }
    }
}

impl AtomicFile {
    fn create(path: PathBuf) -> io::Result<Self> {
        // Only the kind of an error: nobody knows the name that the file has until then.
        let temporary = NamedTempFile::new_in(folder_of(&path)).map_err(|error| error.kind())?;
        Ok(Self { temporary, path })
    }

    fn commit(self) -> io::Result<()> {
        let Self { temporary, path } = self;
        if let Ok(replaced) = fs::metadata(&path) {
            keep_access(temporary.as_file(), &replaced);
        }
        temporary.as_file().sync_all()?;
        temporary.persist(&path)?;
        sync_folder(folder_of(&path))
    }
}

/// Returns whether an output at `path` is a stream: standard output, or a pipe or device that is there.
pub fn is_stream(path: &Path) -> bool {
    path == Path::new("-") || fs::metadata(path).is_ok_and(|found| !found.is_file())
}

/// Gives a file the owner and the mode of the one that it replaces, as far as the system allows it.
fn keep_access(file: &File, replaced: &fs::Metadata) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, fchown};
        // Only the administrator gives files away; a group of one's own is given by anybody.
        let _ = fchown(file, Some(replaced.uid()), Some(replaced.gid()))
            .or_else(|_| fchown(file, None, Some(replaced.gid())));
    }
    let _ = file.set_permissions(replaced.permissions());
}

/// Puts the names in a folder on the disk: a rename lasts only then.
///
/// # Errors
/// Returns the error of the system. A file system that cannot sync folders is no error.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(not(unix)) {
        return Ok(());
    }
    // A folder that may be written and not read cannot be asked.
    let Ok(opened) = File::open(folder) else { return Ok(()) };
    match opened.sync_all() {
        Err(error)
            if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) =>
        {
            Ok(())
        }
        done => done,
    }
}

/// Returns standard output that reports every error: the standard library's takes it for a success
/// if nothing can be written there at all.
#[cfg(unix)]
fn standard_output() -> Box<dyn Write> {
    use std::os::fd::AsFd;
    match io::stdout().as_fd().try_clone_to_owned() {
        Ok(stdout) => Box::new(io::LineWriter::new(File::from(stdout))),
        Err(_) => Box::new(io::stdout()),
    }
}

#[cfg(not(unix))]
fn standard_output() -> Box<dyn Write> {
    Box::new(io::stdout())
}

/// Returns whether a write failed only because the reader closed the pipe, as `head` does: that
/// counts as success.
pub fn is_broken_pipe(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::BrokenPipe
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_appears_whole_on_commit() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        let mut output = Output::to(&path).unwrap();
        output.write_all(b"new").unwrap();
        assert!(!path.exists());
        output.commit().unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(names(folder.path()), ["a.csv"]);
    }

    #[test]
    fn an_output_that_is_given_up_leaves_the_old_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        fs::write(&path, "old").unwrap();
        let mut output = Output::to(&path).unwrap();
        output.write_all(b"half").unwrap();
        drop(output);
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert_eq!(names(folder.path()), ["a.csv"]);
    }

    #[test]
    fn a_folder_that_is_missing_or_meant_as_a_file_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        assert!(Output::to(&folder.path().join("no/a.csv")).is_err());
        assert!(Output::to(folder.path()).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_new_file_is_for_its_owner_only() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        Output::to(&path).unwrap().commit().unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }

    // A23
    #[cfg(unix)]
    #[test]
    fn a_file_that_is_replaced_keeps_its_mode_and_its_owner() {
        use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o664)).unwrap();
        // Only the administrator can give a file away; for others there is only the mode to see.
        let _ = chown(&path, Some(12), Some(34));
        let access = |path| fs::metadata(path).map(|at| (at.mode(), at.uid(), at.gid())).unwrap();
        let before = access(&path);
        let mut output = Output::to(&path).unwrap();
        output.write_all(b"new").unwrap();
        output.commit().unwrap();
        assert_eq!(access(&path), before);
        assert_eq!(fs::read(&path).unwrap(), b"new");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real.csv"), folder.path().join("link.csv"));
        fs::write(&real, "old").unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        let mut output = Output::to(&link).unwrap();
        output.write_all(b"new").unwrap();
        output.commit().unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&real).unwrap(), b"new");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_device_is_written_to_and_tells_when_it_is_full() {
        let mut output = Output::to(Path::new("/dev/full")).unwrap();
        let error = output.write_all(b"new").unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::StorageFull);
        assert!(!is_broken_pipe(&error));
    }
}
