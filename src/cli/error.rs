//! Why a command line was not done: a sentence, a hint, and an exit code.

use super::args::values::NoSuchLanguage;
use super::usage;
use crate::app;
use crate::domain::day::DayError;
use crate::domain::quantity::NumberError;
use crate::domain::refused::{Refused, Thing};
use crate::words::{Sentence, Words};
use std::io;
use std::path::PathBuf;

/// What a step of a command gives.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a command line was not done. Nothing was changed.
#[derive(Debug, thiserror::Error)]
#[error("{self:?}")]
pub enum Error {
    /// The words do not fit the grammar, or help was asked for.
    Grammar(#[from] Box<clap::Error>),
    /// A text that is no number.
    Number(#[from] NumberError),
    /// A text that is no day.
    Day(#[from] DayError),
    /// A text that is no language.
    Language(#[from] NoSuchLanguage),
    /// A text that is some other mistake of usage: its message, and the text.
    Usage(&'static str, String),
    /// Nothing fits what was typed.
    Nobody {
        /// What was looked for.
        what: Thing,
        /// What was typed.
        typed: String,
    },
    /// More than one fits what was typed.
    Several {
        /// What was looked for.
        what: Thing,
        /// What was typed.
        typed: String,
        /// What fits.
        matches: Vec<String>,
    },
    /// `init` found a notebook where it should make one.
    FileThere(PathBuf),
    /// So many things in the notebook do not add up.
    Unsound(usize),
    /// A rule of the shop, or the file.
    App(#[from] app::Error),
    /// The output cannot be written.
    Output(#[from] io::Error),
    /// The output's file cannot be made.
    OutputFile(PathBuf, io::Error),
}

impl From<Refused> for Error {
    fn from(refused: Refused) -> Self {
        Self::App(refused.into())
    }
}

impl Error {
    /// 0 done, 1 refused, 2 usage, 3 store.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Grammar(error) => u8::try_from(error.exit_code()).unwrap_or(2),
            Self::Number(_) | Self::Day(_) | Self::Language(_) | Self::Usage(..) => 2,
            Self::Nobody { .. } | Self::Several { .. } | Self::Unsound(_) => 1,
            Self::App(app::Error::Refused(_)) | Self::FileThere(_) => 1,
            Self::Output(error) if crate::exchange::is_broken_pipe(error) => 0,
            Self::App(app::Error::Store(_)) | Self::Output(_) | Self::OutputFile(..) => 3,
        }
    }

    /// What to tell the person.
    pub fn sentence(&self, words: &Words) -> Sentence {
        match self {
            Self::Grammar(error) => usage::sentence(error, words),
            Self::Number(error) => words.number_error(error),
            Self::Day(error) => words.day_error(error),
            Self::Language(NoSuchLanguage { tag }) => {
                words.sentence("usage-language", &[("text", tag.into())])
            }
            Self::Usage(key, text) => words.sentence(key, &[("text", text.into())]),
            Self::Nobody { what, typed } => {
                let key = match what {
                    Thing::Product => "pick-no-product",
                    _ => "pick-no-customer",
                };
                words.sentence(key, &[("text", typed.into())])
            }
            Self::Several { what, typed, matches } => {
                let key = match what {
                    Thing::Product => "pick-several-products",
                    _ => "pick-several-customers",
                };
                let matches = matches.join(", ");
                words.sentence(key, &[("text", typed.into()), ("matches", matches.into())])
            }
            Self::FileThere(file) => {
                words.sentence("init-exists", &[("file", file.display().to_string().into())])
            }
            Self::Unsound(count) => words.sentence("check-unsound", &[("count", (*count).into())]),
            Self::App(error) => words.failed(error),
            Self::Output(error) if error.kind() == io::ErrorKind::StorageFull => {
                words.sentence("output-full", &[])
            }
            Self::Output(error) => {
                words.sentence("output-failed", &[("reason", error.to_string().into())])
            }
            Self::OutputFile(path, error) => words.sentence(
                "output-no-file",
                &[
                    ("path", path.display().to_string().into()),
                    ("reason", error.to_string().into()),
                ],
            ),
        }
    }
}
