//! Changes to the shop, which wait while another program writes to the file.
//!
//! They are tried without blocking, so that keys are heard meanwhile, and done once.

use std::time::Duration;

use super::Session;
use crate::app::{self, App, Clock, Performed, StoreError};
use crate::domain::Command;
use crate::domain::id::ActionId;
use crate::i18n::Localizer;
use crate::tui::job::Job;
use crate::tui::msg::Msg;

/// Maximum time that the first try may block: our own background writes take less.
const FIRST_TIMEOUT: Duration = Duration::from_millis(50);
/// The number of tries after which it fails: a minute.
const MAX_TRIES: u32 = 600;

/// Something that changes the shop.
pub enum Change {
    /// Perform a command.
    Perform(Box<Command>),
    /// Take back everything down to this line of the journal, as far as that goes.
    UndoTo(ActionId),
}

/// The reason for which a change is not done yet.
pub enum Delay {
    /// Another program is writing.
    Locked,
    /// It takes more than a moment.
    TakesLong,
}

/// Returns whether a change was stopped because it takes more than the key thread may work.
fn takes_long(error: &app::Error) -> bool {
    matches!(error, app::Error::Store(StoreError::Stopped))
}

/// A change that was asked for and is not done yet.
pub struct PendingWrite {
    change: Change,
    /// Actions undone so far, where several are to be undone.
    undone: Vec<Performed>,
    tries: u32,
}

impl PendingWrite {
    /// A change that was not tried yet.
    pub fn new(change: Change) -> Self {
        Self { change, undone: Vec::new(), tries: 0 }
    }

    /// Tries to do it; returns its outcome as a message, or the reason for which it is not done yet.
    pub fn attempt(&mut self, app: &mut App, words: &Localizer) -> Result<Msg, Delay> {
        let timeout = if self.tries == 0 { FIRST_TIMEOUT } else { Duration::ZERO };
        self.tries += 1;
        match &self.change {
            Change::Perform(command) => match app.perform_within(command, timeout) {
                Err(error) if self.waits(&error) => Err(Delay::Locked),
                Err(error) if takes_long(&error) => Err(Delay::TakesLong),
                Err(error) => Ok(Msg::Failed(words.failed(&error), error.about())),
                Ok(done) => Ok(Msg::Done(done)),
            },
            Change::UndoTo(line) => {
                let (done, ended) = app.undo_to(*line, timeout);
                self.undone.extend(done);
                match ended {
                    Err(error) if self.waits(&error) => Err(Delay::Locked),
                    Err(error) if takes_long(&error) => Err(Delay::TakesLong),
                    ended => {
                        let refused = ended.err().map(|error| words.failed(&error));
                        Ok(Msg::UndoneTo(std::mem::take(&mut self.undone), refused))
                    }
                }
            }
        }
    }

    /// Gives the change up; returns the message to handle if a part of it was already done.
    pub fn give_up(self, words: &Localizer) -> Option<Msg> {
        let rest = words.message("lock-given-up", &[]);
        (!self.undone.is_empty()).then_some(Msg::UndoneTo(self.undone, Some(rest)))
    }

    fn waits(&self, error: &app::Error) -> bool {
        matches!(error, app::Error::Store(StoreError::Locked)) && self.tries < MAX_TRIES
    }
}

impl<C: Fn() -> Clock> Session<C> {
    /// Returns whether a change waits for another program, so that [`Session::retry`] has to be
    /// called.
    pub fn is_waiting(&self) -> bool {
        self.pending.is_some()
    }

    /// Tries the change that waits again; returns whether that changed the screen.
    pub fn retry(&mut self) -> bool {
        let Some(pending) = self.pending.take() else { return false };
        let shown = self.model.is_lock_wait_shown();
        // The journal writes down when something was done.
        self.app.set_clock((self.clock)());
        let msg = self.attempt(pending);
        if self.pending.is_none() {
            self.dispatch(Msg::Unlocked);
        }
        self.dispatch(msg);
        self.pending.is_none() || shown != self.model.is_lock_wait_shown()
    }

    /// Changes the shop, unless something else is changing it.
    pub(super) fn write(&mut self, change: Change) -> Msg {
        let words = &self.model.words;
        let writing = self.model.job.as_ref().filter(|running| running.job.is_writing());
        let busy = match (writing, &self.pending) {
            (Some(running), _) => running.busy(words),
            (None, Some(_)) => words.message("lock-wait", &[]),
            (None, None) => return self.attempt(PendingWrite::new(change)),
        };
        Msg::Failed(busy, None)
    }

    /// Tries a change, which waits if another program is writing.
    fn attempt(&mut self, mut change: PendingWrite) -> Msg {
        let Self { app, model, turn, .. } = self;
        match turn.write(|| change.attempt(app, &model.words)) {
            Ok(msg) => msg,
            Err(Delay::Locked) => {
                self.pending = Some(change);
                Msg::Locked
            }
            Err(Delay::TakesLong) => {
                self.undone = change.undone;
                Msg::TakesLong(match change.change {
                    Change::Perform(command) => Job::Perform(command),
                    Change::UndoTo(line) => Job::UndoTo(line),
                })
            }
        }
    }

    /// Returns the message on what a job has taken back, after what was taken back before it.
    pub(super) fn undone_to(&mut self, done: Vec<Performed>, ended: Option<app::Error>) -> Msg {
        let mut undone = std::mem::take(&mut self.undone);
        undone.extend(done);
        let words = &self.model.words;
        let refused = ended.map(|error| match error {
            app::Error::Store(StoreError::Stopped) => words.message("undo-to-stopped", &[]),
            error => words.failed(&error),
        });
        Msg::JobUndone(undone, refused)
    }
}
