//! The reasons for which a job fails, and their sentences.

use std::io;
use std::path::PathBuf;

use super::PrintFault;
use crate::app::{self, Finding, StoreError};
use crate::domain::refusal::Refusal;
use crate::exchange::tables::BadFile;
use crate::exchange::{OutputConflict, TemplateError};
use crate::i18n::{Localizer, Sentence};

/// Maximum number of bad rows listed under the import form, so that its fields stay in sight.
const SEEN_ROWS: usize = 5;

/// The reason for which a job failed. The notebook was not changed.
#[derive(Debug)]
pub enum Error {
    /// A rule of the shop, or the notebook.
    App(app::Error),
    /// The file cannot be read.
    Input(PathBuf, io::Error),
    /// It is no list of such rows.
    Rows(BadFile),
    /// The file is no backup.
    NoBackup(PathBuf),
    /// The backup cannot be restored.
    Backup(PathBuf, app::Error),
    /// The backup was made, and the notebook does not add up.
    BackupUnsound(PathBuf, Vec<Finding>),
    /// There is such a file already.
    There(PathBuf),
    /// The file cannot be written.
    Output(PathBuf, io::Error),
    /// The file would replace one that belongs to the notebook.
    Conflict(OutputConflict),
    /// The customer has paid nothing so far, so that there is no receipt.
    NoPayment,
    /// The paper cannot be written with its template.
    Template(TemplateError),
    /// The print command failed, for this reason.
    Print(String, PrintFault),
}

impl<E: Into<app::Error>> From<E> for Error {
    fn from(error: E) -> Self {
        Self::App(error.into())
    }
}

impl From<BadFile> for Error {
    fn from(error: BadFile) -> Self {
        match error {
            BadFile::Stopped => Self::App(StoreError::Stopped.into()),
            BadFile::Header(_) | BadFile::Rows(_) => Self::Rows(error),
        }
    }
}

impl Error {
    /// Returns the message that is shown to the person.
    pub fn sentence(&self, words: &Localizer) -> Sentence {
        match self {
            Self::App(error @ app::Error::Refused(Refusal::ImportRows(rows))) => {
                words.first_bad_rows(words.failed(error), rows.count(), SEEN_ROWS)
            }
            Self::App(error @ app::Error::Refused(Refusal::ImportKnown(customers))) => {
                let said = words.failed(error);
                again(words, words.first_bad_rows(said, customers.count(), SEEN_ROWS))
            }
            Self::App(error @ app::Error::Refused(Refusal::ImportedBefore { .. })) => {
                again(words, words.failed(error))
            }
            Self::Rows(error @ BadFile::Rows(rows)) => {
                words.first_bad_rows(words.bad_file(error), rows.count(), SEEN_ROWS)
            }
            Self::App(error) => words.failed(error),
            Self::Input(file, error) => words.no_input(file, error),
            Self::Rows(error) => words.bad_file(error),
            Self::NoBackup(file) => {
                words.message("no-backup", &[("file", file.display().to_string().into())])
            }
            Self::Backup(file, error) => words.bad_backup(file, error),
            Self::BackupUnsound(file, findings) => {
                let Sentence { text, hint } = words.backup_unsound(findings);
                let made = [("file", file.display().to_string().into())];
                let made = words.format("backup-made-unsound", &made);
                Sentence { text: format!("{made}\n{text}"), hint }
            }
            Self::There(file) => words.file_there(file),
            Self::Output(file, error) => words.no_output(file, error),
            Self::Conflict(conflict) => words.output_conflict(conflict),
            Self::NoPayment => words.message("paper-no-payment", &[]),
            Self::Template(error) => words.template_error(error),
            Self::Print(command, fault) => fault.sentence(command, words),
        }
    }
}

/// Says how rows are read in once more, in the words of the form.
fn again(words: &Localizer, said: Sentence) -> Sentence {
    Sentence { hint: Some(words.text("import-repeats-hint")), ..said }
}
