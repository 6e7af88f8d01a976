//! Where the bytes of an export go: standard output, or a file that appears whole or not at all.

use std::fs::{self, File};
use std::io::{self, Stdout, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// Takes bytes until [`Output::commit`]. One that is dropped before leaves no file behind, and an
/// older file of that name as it was.
#[derive(Debug)]
pub struct Output(Place);

#[derive(Debug)]
enum Place {
    Stdout(Stdout),
    /// Something that is there and is no ordinary file: a pipe, `/dev/null`. It is written to,
    /// because a rename would put a file in its place.
    Device(File),
    /// Written beside its place, so that the rename stays on one disk.
    Beside {
        file: NamedTempFile,
        place: PathBuf,
    },
}

impl Output {
    /// Standard output.
    pub fn stdout() -> Self {
        Self(Place::Stdout(io::stdout()))
    }

    /// The file at `path`, or standard output for `-`. A new file can be read by its owner only.
    ///
    /// # Errors
    /// What the system says where no file can be written.
    pub fn to(path: &Path) -> io::Result<Self> {
        if path == Path::new("-") {
            return Ok(Self::stdout());
        }
        // A link stays a link: what it leads to is replaced.
        let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        match fs::metadata(&place) {
            Ok(there) if !there.is_file() => {
                Ok(Self(Place::Device(File::options().write(true).open(place)?)))
            }
            _ => {
                let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty());
                // Only the kind of an error: nobody knows the name that the file has until then.
                let file = NamedTempFile::new_in(folder.unwrap_or(Path::new(".")))
                    .map_err(|error| error.kind())?;
                Ok(Self(Place::Beside { file, place }))
            }
        }
    }

    /// Whether it is a file that appears on [`Output::commit`], and not a stream.
    pub fn is_file(&self) -> bool {
        matches!(self.0, Place::Beside { .. })
    }

    /// Makes everything that was written stay: the file is on the disk before it has its name.
    ///
    /// # Errors
    /// What the system says; then there is no new file, and an old one is as it was.
    pub fn commit(self) -> io::Result<()> {
        match self.0 {
            Place::Stdout(mut stdout) => stdout.flush(),
            Place::Device(mut file) => file.flush(),
            Place::Beside { file, place } => {
                file.as_file().sync_all()?;
                file.persist(place)?;
                Ok(())
            }
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.0 {
            Place::Stdout(stdout) => stdout.write(bytes),
            Place::Device(file) => file.write(bytes),
            Place::Beside { file, .. } => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.0 {
            Place::Stdout(stdout) => stdout.flush(),
            Place::Device(file) => file.flush(),
            Place::Beside { file, .. } => file.flush(),
        }
    }
}

/// Whether a write failed only because the reader had enough, as `head` has: that is success.
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
