//! Why something was not done, and what to do about it.

use super::{Sentence, Words};
use crate::app;
use crate::exchange::{FileRole, OutputConflict};
use crate::store::{self, SchemaFault};
use std::io;
use std::path::Path;

impl Words {
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
            E::Missing(path) => self.sentence("store-missing", &[("file", file(path).into())]),
            E::Empty(path) => self.sentence("store-empty", &[("file", file(path).into())]),
            E::Exists(path) => self.sentence("store-exists", &[("file", file(path).into())]),
            E::NotAFile(path) => self.sentence("store-not-a-file", &[("file", file(path).into())]),
            E::NoFolder(folder) => self.no_folder(folder),
            E::NotADatabase(path) => {
                self.sentence("store-no-database", &[("file", file(path).into())])
            }
            E::NotOurs(path) => self.sentence("store-not-ours", &[("file", file(path).into())]),
            E::Gone(path) => self.sentence("store-gone", &[("file", file(path).into())]),
            E::Replaced(path) => self.sentence("store-replaced", &[("file", file(path).into())]),
            E::Newer { found, known } => {
                let (found, known) = (found.to_string(), known.to_string());
                self.sentence("store-newer", &[("found", found.into()), ("known", known.into())])
            }
            E::Schema { path, object, fault } => {
                let key = match fault {
                    SchemaFault::Missing => "store-schema-missing",
                    SchemaFault::Changed => "store-schema-changed",
                    SchemaFault::Unknown => "store-schema-unknown",
                };
                self.sentence(key, &[("file", file(path).into()), ("object", object.into())])
            }
            E::LogBeside(path) => self.sentence("store-log-beside", &[("file", file(path).into())]),
            E::InUse(path) => self.sentence("store-in-use", &[("file", file(path).into())]),
            E::ReadOnly => self.sentence("store-read-only", &[]),
            E::Locked => self.sentence("store-locked", &[]),
            E::Stopped => self.sentence("store-stopped", &[]),
            E::Unsound(findings) => self.unsound(findings),
            E::Full => self.sentence("store-full", &[]),
            E::Io { path, reason } if path.as_os_str().is_empty() => {
                self.sentence("store-io-notebook", &[("reason", reason.into())])
            }
            E::Io { path, reason } => {
                self.sentence("store-io", &[("file", file(path).into()), ("reason", reason.into())])
            }
            E::Constraint(said) => self.sentence("store-constraint", &[("reason", said.into())]),
            E::Engine(why) => self.sentence("store-engine", &[("reason", why.to_string().into())]),
            E::Damaged(said) => self.sentence("store-damaged", &[("reason", said.into())]),
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
        };
        let name = |path: &Path| path.display().to_string().into();
        self.sentence(key, &[("output", name(&conflict.output)), ("file", name(&conflict.file))])
    }

    /// That a path is an address, and no name of a file.
    pub fn not_a_file_name(&self, given: &Path) -> Sentence {
        self.sentence("path-no-file-name", &[("path", given.display().to_string().into())])
    }

    /// That a file stands where a new one should be made.
    pub fn file_there(&self, file: &Path) -> Sentence {
        self.sentence("file-there", &[("file", file.display().to_string().into())])
    }

    /// Why a file cannot be read.
    pub fn no_input(&self, file: &Path, error: &io::Error) -> Sentence {
        match error.kind() {
            io::ErrorKind::NotFound => {
                self.sentence("input-missing", &[("path", file.display().to_string().into())])
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

    fn no_folder(&self, folder: &Path) -> Sentence {
        self.sentence("store-no-folder", &[("folder", folder.display().to_string().into())])
    }

    fn about_file(&self, key: &str, file: &Path, error: &io::Error) -> Sentence {
        let (path, reason) = (file.display().to_string(), error.to_string());
        self.sentence(key, &[("path", path.into()), ("reason", reason.into())])
    }
}
