//! Short messages over the lowest rows of the screen.

use super::Model;
use crate::i18n::Sentence;

/// A message that disappears by itself.
#[derive(Clone, PartialEq, Debug)]
pub struct Toast {
    /// The text.
    pub said: Sentence,
    /// The kind of message.
    pub mood: ToastKind,
    /// Number of seconds for which it is still shown.
    pub seconds: u8,
}

/// The kind of a message.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ToastKind {
    /// Success.
    Good,
    /// Plain information.
    Plain,
    /// Failure.
    Bad,
}

/// A change that waits because another program is writing to the file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LockWait {
    /// True if the change saves the form that is open.
    pub saves_form: bool,
}

impl Model {
    /// Returns whether the screen shows that a change is waiting.
    pub fn is_lock_wait_shown(&self) -> bool {
        self.lock_wait.is_some()
    }
}
