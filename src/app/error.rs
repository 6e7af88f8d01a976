//! Why something was not done.

use crate::domain::Refusal;
use crate::domain::progress::Stopped;
use crate::domain::refusal::Topic;
use crate::store;

/// A rule of the shop said no, or the file could not be used. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A rule of the shop says no.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The file could not be used.
    #[error(transparent)]
    Store(#[from] store::Error),
}

impl Error {
    /// Returns the topic of the rule that refused the command; `None` without one.
    pub fn about(&self) -> Option<Topic> {
        match self {
            Self::Refused(refused) => refused.topic(),
            Self::Store(_) => None,
        }
    }
}

impl From<Stopped> for Error {
    fn from(stopped: Stopped) -> Self {
        Self::Store(stopped.into())
    }
}

/// A caller's own error on its way through the store, which knows only its own and ours.
pub(super) struct Passthrough<E>(pub(super) E);

impl<E: From<Error>> From<store::Error> for Passthrough<E> {
    fn from(error: store::Error) -> Self {
        Self(Error::from(error).into())
    }
}

impl<E: From<Error>> From<Error> for Passthrough<E> {
    fn from(error: Error) -> Self {
        Self(error.into())
    }
}
