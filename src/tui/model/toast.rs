//! What is said over the lowest rows of the screen.

use super::Model;
use crate::i18n::Sentence;

/// Something said in passing.
#[derive(Clone, PartialEq, Debug)]
pub struct Toast {
    /// The words.
    pub said: Sentence,
    /// Whether it went well.
    pub mood: ToastKind,
    /// For how many more seconds it is shown.
    pub seconds: u8,
}

/// Whether something went well.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ToastKind {
    /// It did.
    Good,
    /// It is only said.
    Plain,
    /// It did not.
    Bad,
}

/// A change that waits because another program is writing to the file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LockWait {
    /// How often it was tried, ten times a second.
    pub tries: u32,
    /// Whether the person did something that has to wait too, and so is told at once.
    pub asked: bool,
    /// Whether it saves the form that is open.
    pub saves_form: bool,
}

/// The number of tries after which waiting is shown: half a second.
const SHOWN_AFTER: u32 = 6;

impl Model {
    /// Whether the screen says that a change waits.
    pub fn is_lock_wait_shown(&self) -> bool {
        self.lock_wait.is_some_and(|wait| wait.asked || wait.tries >= SHOWN_AFTER)
    }
}
