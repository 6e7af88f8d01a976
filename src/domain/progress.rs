//! Progress of long work: how far it has come, and a way to stop it.

use std::ops::ControlFlow;

/// What is counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Work {
    /// Rows of a file that are read or written.
    Rows,
    /// Customers whose balance and forecasts are worked out again.
    Customers,
    /// Pages of the notebook that are copied.
    Pages,
}

/// How far it has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Progress {
    /// What is counted.
    pub work: Work,
    /// So many are done.
    pub done: u32,
    /// In all, where that is known.
    pub all: Option<u32>,
}

impl Progress {
    /// So many are done of so many.
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
