//! Errors of a command line: a sentence, a hint, and an exit code.

use super::args::values::NoSuchLanguage;
use super::clap_errors;
use super::print::CommandEffect;
use crate::app::{self, StoreError};
use crate::config::paths::NotAFileName;
use crate::config::{ConfigError, ConfigErrorKind};
use crate::domain::day::DayError;
use crate::domain::quantity::NumberError;
use crate::domain::refusal::Refusal;
use crate::exchange::tables::BadFile;
use crate::exchange::{OutputConflict, TemplateError, is_broken_pipe};
use crate::i18n::{Localizer, Sentence};
use std::io;
use std::path::{Path, PathBuf};

/// The result of a step of a command.
pub type Result<T> = std::result::Result<T, Error>;

/// An error of a command line. Nothing was changed, unless it says so.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The arguments are not valid, or help was asked for.
    #[error(transparent)]
    Grammar(#[from] Box<clap::Error>),
    /// The help of a command was asked for, and nothing else.
    #[error("help of {0:?}")]
    Help(Vec<String>),
    /// The value of an argument is not valid.
    #[error("{argument}: {because}")]
    Argument {
        /// Which argument, as it is typed.
        argument: String,
        /// The error of the value.
        because: Box<Self>,
    },
    /// A text that is no number.
    #[error(transparent)]
    Number(#[from] NumberError),
    /// A text that is no day.
    #[error(transparent)]
    Day(#[from] DayError),
    /// A text that is no language.
    #[error(transparent)]
    Language(#[from] NoSuchLanguage),
    /// A path that is not the name of a file.
    #[error(transparent)]
    Path(#[from] NotAFileName),
    /// A text that is some other mistake of usage: its message, and the text.
    #[error("{0}: {1}")]
    Usage(&'static str, String),
    /// The configuration file is not valid.
    #[error("{}", .0.display())]
    Config(PathBuf, #[source] ConfigError),
    /// Nothing matches what was typed.
    #[error("no {what:?} {typed}")]
    Nobody {
        /// The kind of item that was looked up.
        what: LookupTarget,
        /// The text that was typed.
        typed: String,
    },
    /// More than one matches what was typed.
    #[error("{} of {what:?} fit {typed}", matches.len())]
    Several {
        /// The kind of item that was looked up.
        what: LookupTarget,
        /// The text that was typed.
        typed: String,
        /// The matching items.
        matches: Vec<String>,
    },
    /// There is a file where a new one should be made.
    #[error("{} exists", .0.display())]
    FileThere(PathBuf),
    /// A check found this number of faults in the notebook.
    #[error("{0} findings")]
    Unsound(usize),
    /// A rescue could not copy this number of items of a damaged notebook unchanged.
    #[error("{0} losses")]
    Lost(usize),
    /// A backup was made of a notebook that does not add up; these are the first findings.
    #[error("the notebook does not add up: {0:?}")]
    BackupUnsound(Vec<app::Finding>),
    /// A backup cannot be restored.
    #[error("{} cannot be restored", .0.display())]
    Backup(PathBuf, #[source] app::Error),
    /// A signal stopped the work.
    #[error("signal {0}")]
    Signal(u8),
    /// A rule of the shop, or the file.
    #[error(transparent)]
    App(#[from] app::Error),
    /// A file of rows is wrong.
    #[error(transparent)]
    File(BadFile),
    /// A file of rows cannot be opened.
    #[error("{} cannot be read", .0.display())]
    Input(PathBuf, #[source] io::Error),
    /// The output cannot be written.
    #[error("the output cannot be written")]
    Output(#[from] io::Error),
    /// The output's file cannot be made.
    #[error("{} cannot be written", .0.display())]
    OutputFile(PathBuf, #[source] io::Error),
    /// Nobody owes anything, so that there is no statement to print.
    #[error("nobody owes anything")]
    NobodyOwes,
    /// Number of reminders that the command that sends them did not take.
    #[error("{0} reminders were not sent")]
    NotSent(u32),
    /// A paper cannot be written with its template.
    #[error(transparent)]
    Template(TemplateError),
    /// The output would replace a file that must stay.
    #[error(transparent)]
    Conflict(#[from] OutputConflict),
    /// Something was done for good, and then the message about it could not be written.
    #[error("done, but the message could not be written")]
    Unsaid(CommandEffect, #[source] Box<Self>),
}

/// The kind of item that a word of the command line refers to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LookupTarget {
    /// A customer.
    Customer,
    /// A product.
    Product,
    /// A kind of container.
    Container,
}

impl From<Refusal> for Error {
    fn from(refused: Refusal) -> Self {
        Self::App(refused.into())
    }
}

impl From<BadFile> for Error {
    fn from(error: BadFile) -> Self {
        match error {
            BadFile::Stopped => Self::App(StoreError::Stopped.into()),
            BadFile::Header(_) | BadFile::Rows(_) => Self::File(error),
        }
    }
}

impl From<TemplateError> for Error {
    fn from(error: TemplateError) -> Self {
        match error {
            TemplateError::Output(error) => Self::Output(error),
            other => Self::Template(other),
        }
    }
}

impl Error {
    /// Creates the error of an argument, or of a variable of the environment, whose value is not valid.
    pub fn argument(name: &str, because: impl Into<Self>) -> Self {
        Self::Argument { argument: name.to_owned(), because: Box::new(because.into()) }
    }

    /// Converts the error that a new file exists already: a refusal, and not a fault of the file.
    pub fn already_exists(error: app::Error) -> Self {
        match error {
            app::Error::Store(StoreError::Exists(file)) => Self::FileThere(file),
            other => other.into(),
        }
    }

    /// Adds the path of the notebook to an error of the database engine, which does not know its file.
    #[must_use]
    pub fn of_notebook(self, notebook: &Path) -> Self {
        match self {
            Self::App(app::Error::Store(StoreError::Io { path, reason }))
                if path.as_os_str().is_empty() =>
            {
                Self::App(StoreError::Io { path: notebook.to_owned(), reason }.into())
            }
            other => other,
        }
    }

    /// Returns whether the command did its work, and the error is what it found.
    pub fn is_finding(&self) -> bool {
        matches!(self, Self::Unsound(_) | Self::BackupUnsound(_) | Self::Lost(_) | Self::NotSent(_))
    }

    /// Returns whether the reader only closed the pipe, as `head` does: that counts as success.
    pub fn is_broken_pipe(&self) -> bool {
        matches!(self, Self::Output(error) if is_broken_pipe(error))
    }

    /// Returns the message for the user.
    pub fn sentence(&self, words: &Localizer) -> Sentence {
        match self {
            Self::Grammar(error) => clap_errors::sentence(error, words),
            Self::Help(_) => Sentence { text: words.text("topic-start"), hint: None },
            Self::Argument { argument, because } => {
                let Sentence { text, hint } = because.sentence(words);
                let args = [("argument", argument.into()), ("because", text.into())];
                Sentence { text: words.format("usage-because", &args), hint }
            }
            Self::Number(error) => words.number_error(error),
            Self::Day(error) => words.day_error(error),
            Self::Language(NoSuchLanguage { tag }) => {
                words.message("usage-language", &[("text", tag.into())])
            }
            Self::Path(NotAFileName(given)) => words.not_a_file_name(given),
            Self::Usage(key, text) => words.message(key, &[("text", text.into())]),
            Self::Config(file, misset) => config_sentence(file, misset, words),
            Self::Nobody { what, typed } => {
                let key = match what {
                    LookupTarget::Customer => "pick-no-customer",
                    LookupTarget::Product => "pick-no-product",
                    LookupTarget::Container => "pick-no-container",
                };
                words.message(key, &[("text", typed.into())])
            }
            Self::Several { what, typed, matches } => {
                let key = match what {
                    LookupTarget::Customer => "pick-several-customers",
                    LookupTarget::Product => "pick-several-products",
                    LookupTarget::Container => "pick-several-containers",
                };
                let matches = matches.join(", ");
                words.message(key, &[("text", typed.into()), ("matches", matches.into())])
            }
            Self::FileThere(file) => words.file_there(file),
            Self::Unsound(count) => words.message("check-unsound", &[("count", (*count).into())]),
            Self::Lost(count) => words.message("rescue-lost", &[("count", (*count).into())]),
            Self::BackupUnsound(findings) => words.backup_unsound(findings),
            Self::Backup(file, error) => words.bad_backup(file, error),
            Self::Signal(_) => words.message("store-stopped", &[]),
            Self::App(error) => words.failed(error),
            Self::Output(error) if error.kind() == io::ErrorKind::StorageFull => {
                words.message("output-full", &[])
            }
            Self::Output(error) => words
                .message("output-failed", &[("reason", words.reason(&error.to_string()).into())]),
            Self::File(error) => words.bad_file(error),
            Self::Input(path, error) => words.no_input(path, error),
            Self::OutputFile(path, error) => words.no_output(path, error),
            Self::NobodyOwes => words.message("statement-nobody", &[]),
            Self::NotSent(count) => {
                words.message("reminders-not-sent", &[("count", (*count).into())])
            }
            Self::Template(error) => words.template_error(error),
            Self::Conflict(conflict) => words.output_conflict(conflict),
            Self::Unsaid(effect, error) => unsaid(effect, error, words),
        }
    }
}

/// Returns the message that something was done, and why the report of it is missing.
fn unsaid(effect: &CommandEffect, error: &Error, words: &Localizer) -> Sentence {
    let reason = match error {
        Error::Output(error) if error.kind() == io::ErrorKind::StorageFull => {
            words.text("reason-disk-full")
        }
        Error::Output(error) => words.reason(&error.to_string()),
        other => other.sentence(words).text,
    };
    let (key, what) = match effect {
        CommandEffect::Recorded(line) => ("unsaid-recorded", line.number().to_string()),
        CommandEffect::Refitted => ("unsaid-refitted", String::new()),
        CommandEffect::Written(file) => ("unsaid-written", file.display().to_string()),
    };
    words.message(key, &[("what", what.into()), ("reason", reason.into())])
}

/// Returns the message for an error in the configuration file, with its place.
fn config_sentence(file: &Path, misset: &ConfigError, words: &Localizer) -> Sentence {
    let (key, name, text, other) = match &misset.fault {
        ConfigErrorKind::Grammar(reason) => ("config-grammar", "", reason.as_str(), ""),
        ConfigErrorKind::Unknown(name) => ("config-unknown", name.as_str(), "", ""),
        ConfigErrorKind::Value(name, text) => ("config-value", name.as_str(), text.as_str(), ""),
        ConfigErrorKind::UnknownKeyName(name) => ("config-no-deed", name.as_str(), "", ""),
        ConfigErrorKind::NoKey(name, text) => ("config-no-key", name.as_str(), text.as_str(), ""),
        ConfigErrorKind::Typed(name, text) => ("config-typed", name.as_str(), text.as_str(), ""),
        ConfigErrorKind::Twice(key, name, other) => {
            ("config-twice", name.as_str(), key.as_str(), other.as_str())
        }
    };
    let wrong = [("name", name.into()), ("text", text.into()), ("other", other.into())];
    let Sentence { text, hint } = words.message(key, &wrong);
    let place = [("file", file.display().to_string().into()), ("line", misset.line.into())];
    Sentence { text: format!("{}{text}", words.format("config-where", &place)), hint }
}
