//! The limit of one turn of the key thread: what would take longer, in a large shop, is done on the side.

use super::Session;
use crate::app::{self, App, Clock, StepMeter, StoreError};
use crate::tui::effects;
use crate::tui::msg::{Answer, Effect, Msg};
use crate::tui::query_queue::QueuedQuery;

/// The most that one question may read on the key thread, in steps of the engine: about ten milliseconds.
/// One that takes more is answered behind the screens.
pub const MOST_TO_READ: u32 = 1_500;
/// The most that one change may work on the key thread, in the same steps: some tens of milliseconds. A
/// change that takes more becomes a job.
pub const MOST_TO_WRITE: u32 = 4_000;

/// The limit of the key thread, and the most that it has worked so far.
pub struct TurnLimit {
    meter: StepMeter,
    /// The most that a question may read, and a change work.
    limits: (u32, u32),
    longest: u32,
}

impl TurnLimit {
    /// Limits the work of the application that the key thread uses.
    ///
    /// # Errors
    /// If the engine does not take the setting.
    pub fn of(app: &mut App) -> app::Result<Self> {
        Ok(Self { meter: app.meter()?, limits: (MOST_TO_READ, MOST_TO_WRITE), longest: 0 })
    }

    /// Runs `f`, which changes something and may take as many steps as a change.
    pub fn write<T>(&mut self, f: impl FnOnce() -> T) -> T {
        self.within(self.limits.1, f)
    }

    /// Runs `f`, which answers a question and may take as many steps as any may.
    fn read<T>(&mut self, f: impl FnOnce() -> T) -> T {
        self.within(self.limits.0, f)
    }

    fn within<T>(&mut self, most: u32, f: impl FnOnce() -> T) -> T {
        self.meter.limit(most);
        let done = f();
        self.longest = self.longest.max(self.meter.lift());
        done
    }
}

impl<C: Fn() -> Clock> Session<C> {
    /// Runs an effect and returns its message. A question that takes more than a turn may is asked again
    /// behind the screens.
    pub(super) fn run_within_limit(&mut self, effect: Effect) -> Option<Msg> {
        let Self { app, clipboard, model, turn, .. } = self;
        let Effect::Ask(question) = &effect else {
            return effects::run_effect(app, clipboard, &model.words, effect);
        };
        let asked = question.clone();
        match turn.read(|| effects::answer(app, asked.clone())) {
            Err(app::Error::Store(StoreError::Stopped)) if !asked.may_come_late() => {
                self.awaited = Some(asked.clone());
                self.queue.push(QueuedQuery::sheet(asked, model.generation));
                Some(Msg::OpensLate)
            }
            Err(app::Error::Store(StoreError::Stopped)) => {
                let later = QueuedQuery::new(asked, model.generation);
                self.queue.push(later);
                None
            }
            Ok(answer) => Some(Msg::Answered(Box::new(answer))),
            Err(error) => Some(Msg::Failed(model.words.failed(&error), error.about())),
        }
    }

    /// Takes what a sheet shows; returns whether it opens, or is open. It does not open over what somebody has done
    /// meanwhile.
    pub fn sheet_read(&mut self, query: &QueuedQuery, answer: app::Result<Box<Answer>>) -> bool {
        self.quiet = 0;
        let is_awaited = self.awaited.take_if(|awaited| *awaited == query.question).is_some();
        let is_shown = self.model.overlays.iter().any(|overlay| overlay.shows(&query.question));
        if query.generation < self.shop_generation || !(is_awaited || is_shown) {
            return false;
        }
        let words = &self.model.words;
        let failed = |error: app::Error| Msg::Failed(words.failed(&error), error.about());
        self.dispatch(answer.map_or_else(failed, Msg::Answered));
        true
    }

    /// Limits each turn of the key thread to other numbers of steps for a question and for a change, as if
    /// the shop were larger.
    pub fn limit_turns(&mut self, to_read: u32, to_write: u32) {
        self.turn.limits = (to_read, to_write);
    }

    /// Returns the most steps that a turn of the key thread has taken so far.
    pub const fn longest_turn(&self) -> u32 {
        self.turn.longest
    }
}
