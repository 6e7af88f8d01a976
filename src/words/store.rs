//! Why nothing was done, rule or file, as a sentence.

use super::{Sentence, Words};
use crate::app::{Error, StoreError};

impl Words {
    /// Why a command or a question was not answered.
    pub fn error(&self, error: &Error) -> Sentence {
        match error {
            Error::Refused(refused) => self.refused(refused),
            Error::Store(error) => self.store_error(error),
        }
    }

    /// Why the file could not be used.
    pub fn store_error(&self, error: &StoreError) -> Sentence {
        let path = |path: &std::path::Path| ("path", path.display().to_string().into());
        match error {
            StoreError::Missing(at) => self.sentence("store-missing", &[path(at)]),
            StoreError::Exists(at) => self.sentence("store-exists", &[path(at)]),
            StoreError::NotADatabase(at) => self.sentence("store-not-a-database", &[path(at)]),
            StoreError::NotOurs(at) => self.sentence("store-not-ours", &[path(at)]),
            StoreError::Newer { found, known } => self
                .sentence("store-newer", &[("found", found.to_string().into()), ("known", known.to_string().into())]),
            StoreError::ReadOnly => self.sentence("store-read-only", &[]),
            StoreError::Locked => self.sentence("store-locked", &[]),
            StoreError::Full => self.sentence("store-full", &[]),
            StoreError::Io { path: at, reason } => {
                self.sentence("store-io", &[path(at), ("reason", reason.into())])
            }
            StoreError::Constraint(said) => self.sentence("store-constraint", &[("said", said.into())]),
            StoreError::Damaged(said) => self.sentence("store-damaged", &[("said", said.into())]),
        }
    }
}
