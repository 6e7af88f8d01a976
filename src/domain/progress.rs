//! Progress of long work: how far it has come, and a way to stop it.

use std::ops::ControlFlow;

/// The unit in which the progress of a task is counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Work {
    /// Rows of a file that are read or written.
    Rows,
    /// Customers whose balance and forecasts are recomputed.
    Customers,
    /// Pages of the notebook that are copied.
    Pages,
}

/// The progress of a task.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Progress {
    /// The unit of the counts.
    pub work: Work,
    /// Number of units that are done.
    pub done: u32,
    /// Total number of units; `None` if it is not known.
    pub all: Option<u32>,
}

impl Progress {
    /// Returns the progress of `done` of `all` units; numbers too large for `u32` become
    /// `u32::MAX`.
    pub fn of(work: Work, done: usize, all: Option<usize>) -> Self {
        let number = |count| u32::try_from(count).unwrap_or(u32::MAX);
        Self { work, done: number(done), all: all.map(number) }
    }

    /// Reports the progress to `watch`.
    ///
    /// # Errors
    /// [`Stopped`] if `watch` asks for the work to end.
    pub fn report(self, watch: ProgressFn<'_>) -> Result<(), Stopped> {
        match watch(self) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(Stopped),
        }
    }
}

/// The work was stopped by its [`ProgressFn`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stopped;

/// A callback that receives the progress often, and decides whether the work goes on.
pub type ProgressFn<'a> = &'a dyn Fn(Progress) -> ControlFlow<()>;

/// Ignores the progress, and never stops the work.
pub fn no_progress(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}
