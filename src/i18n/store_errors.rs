//! Why something was not done, and what to do about it.

use super::{Localizer, Sentence};
use crate::app;
use crate::exchange::{FileRole, OutputConflict};
use crate::store::{self, SchemaFault};
use std::io;
use std::path::Path;

/// The beginnings of reasons as the operating system and the database engine give them, with their messages.
const REASONS: [(&str, &str); 12] = [
    ("Permission denied", "reason-permission"),
    ("Operation not permitted", "reason-permission"),
    ("access permission denied", "reason-permission"),
    ("No such file or directory", "reason-missing"),
    ("Not a directory", "reason-not-a-folder"),
    ("Is a directory", "reason-is-a-folder"),
    ("Read-only file system", "reason-read-only"),
    ("No space left on device", "reason-disk-full"),
    ("Input/output error", "reason-device"),
    ("disk I/O error", "reason-device"),
    ("unable to open database file", "reason-cannot-open"),
    ("database disk image is malformed", "reason-malformed"),
];

impl Localizer {
    /// The sentence for whatever kept a command or a question from being done.
    pub fn failed(&self, error: &app::Error) -> Sentence {
        match error {
            app::Error::Refused(refused) => self.refused(refused),
            app::Error::Store(error) => self.store_error(error),
        }
    }

    /// The sentence for a file that could not be used.
    pub fn store_error(&self, error: &store::Error) -> Sentence {
        use store::Error as E;
        let file = |path: &Path| path.display().to_string();
        match error {
            E::Missing(path) => self.message("store-missing", &[("file", file(path).into())]),
            E::Empty(path) => self.message("store-empty", &[("file", file(path).into())]),
            E::Exists(path) => self.message("store-exists", &[("file", file(path).into())]),
            E::NotAFile(path) => self.message("store-not-a-file", &[("file", file(path).into())]),
            E::NoFolder(folder) => self.no_folder(folder),
            E::NotADatabase(path) => {
                self.message("store-no-database", &[("file", file(path).into())])
            }
            E::NotOurs(path) => self.message("store-not-ours", &[("file", file(path).into())]),
            E::Gone(path) => self.message("store-gone", &[("file", file(path).into())]),
            E::Replaced(path) => self.message("store-replaced", &[("file", file(path).into())]),
            E::Newer { found, known } => {
                let (found, known) = (found.to_string(), known.to_string());
                self.message("store-newer", &[("found", found.into()), ("known", known.into())])
            }
            E::Schema { path, object, fault } => {
                let key = match fault {
                    SchemaFault::Missing => "store-schema-missing",
                    SchemaFault::Changed => "store-schema-changed",
                    SchemaFault::Unknown => "store-schema-unknown",
                };
                self.message(key, &[("file", file(path).into()), ("object", object.into())])
            }
            E::LogBeside(path) => self.message("store-log-beside", &[("file", file(path).into())]),
            E::InUse(path) => self.message("store-in-use", &[("file", file(path).into())]),
            E::FirstPage(path) => {
                self.message("rescue-no-first-page", &[("file", file(path).into())])
            }
            E::ReadOnly => self.message("store-read-only", &[]),
            E::Locked => self.message("store-locked", &[]),
            E::Stopped => self.message("store-stopped", &[]),
            E::Unsound(findings) => self.unsound(findings),
            E::Full => self.message("store-full", &[]),
            E::Io { path, reason } if path.as_os_str().is_empty() => {
                self.message("store-io-notebook", &[("reason", self.reason(reason).into())])
            }
            E::Io { path, reason } => self.message(
                "store-io",
                &[("file", file(path).into()), ("reason", self.reason(reason).into())],
            ),
            E::Constraint(said) => {
                self.message("store-constraint", &[("reason", self.reason(said).into())])
            }
            E::Engine(why) => {
                self.message("store-engine", &[("reason", self.reason(&why.to_string()).into())])
            }
            E::Damaged(said) => {
                self.message("store-damaged", &[("reason", self.reason(said).into())])
            }
        }
    }

    /// That an output would replace a file that must stay.
    pub fn output_conflict(&self, conflict: &OutputConflict) -> Sentence {
        let key = match conflict.role {
            FileRole::Notebook => "conflict-notebook",
            FileRole::NotebookPart => "conflict-notebook-part",
            FileRole::Config => "conflict-config",
            FileRole::Input => "conflict-input",
            FileRole::Database => "conflict-database",
            FileRole::Reserved => "conflict-reserved",
        };
        let name = |path: &Path| path.display().to_string().into();
        self.message(key, &[("output", name(&conflict.output)), ("file", name(&conflict.file))])
    }

    /// That a path is an address, and no name of a file.
    pub fn not_a_file_name(&self, given: &Path) -> Sentence {
        self.message("path-no-file-name", &[("path", given.display().to_string().into())])
    }

    /// That a file stands where a new one should be made.
    pub fn file_there(&self, file: &Path) -> Sentence {
        self.message("file-there", &[("file", file.display().to_string().into())])
    }

    /// Why a file cannot be read.
    pub fn no_input(&self, file: &Path, error: &io::Error) -> Sentence {
        match error.kind() {
            io::ErrorKind::NotFound => {
                self.message("input-missing", &[("path", file.display().to_string().into())])
            }
            _ => self.about_file("input-no-file", file, error),
        }
    }

    /// Why a file cannot be written.
    pub fn no_output(&self, file: &Path, error: &io::Error) -> Sentence {
        match error.kind() {
            // A new file that is not found is one without a folder.
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
                let is_folder = file.to_string_lossy().ends_with(std::path::is_separator);
                let folder = file.parent().filter(|_| !is_folder);
                let folder = folder.filter(|folder| !folder.as_os_str().is_empty());
                self.no_folder(folder.unwrap_or(file))
            }
            _ => self.about_file("output-no-file", file, error),
        }
    }

    /// Returns the reason that the operating system or the database engine gave, in the user's language. One
    /// that has no translation stays as it is, in English.
    pub fn reason(&self, given: &str) -> String {
        let known = REASONS.iter().find(|(text, _)| given.starts_with(text));
        known.and_then(|(_, key)| self.lookup(key)).unwrap_or_else(|| given.to_owned())
    }

    fn no_folder(&self, folder: &Path) -> Sentence {
        self.message("store-no-folder", &[("folder", folder.display().to_string().into())])
    }

    fn about_file(&self, key: &str, file: &Path, error: &io::Error) -> Sentence {
        let (path, reason) = (file.display().to_string(), self.reason(&error.to_string()));
        self.message(key, &[("path", path.into()), ("reason", reason.into())])
    }
}
