//! The limit of work on the key thread: a turn is limited to a number of steps, not to a time, so that a short one
//! never becomes a long one, on any machine and whatever the shop's size.

use super::{App, Result};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

impl App {
    /// Counts the steps of this value from now on, and stops what takes more than the meter allows: it fails
    /// with [`super::StoreError::Stopped`] and changes nothing.
    ///
    /// # Errors
    /// If the engine does not take the setting.
    pub fn meter(&mut self) -> Result<StepMeter> {
        let meter = StepMeter::default();
        let counts = meter.clone();
        self.stop_when(move || counts.step())?;
        Ok(meter)
    }
}

/// The steps that a connection does: a hundred instructions of the engine each, some microseconds. It limits
/// nothing until it is told to.
#[derive(Clone, Debug, Default)]
pub struct StepMeter(Arc<Counts>);

#[derive(Debug)]
struct Counts {
    done: AtomicU32,
    most: AtomicU32,
}

impl Default for Counts {
    fn default() -> Self {
        Self { done: AtomicU32::new(0), most: AtomicU32::new(u32::MAX) }
    }
}

impl StepMeter {
    /// Limits the work from now on to this number of steps.
    pub fn limit(&self, most: u32) {
        self.0.done.store(0, Ordering::Relaxed);
        self.0.most.store(most, Ordering::Relaxed);
    }

    /// Ends the limit; returns the steps that were done under it.
    pub fn lift(&self) -> u32 {
        self.0.most.store(u32::MAX, Ordering::Relaxed);
        self.0.done.load(Ordering::Relaxed)
    }

    /// Counts a step; returns whether it is one too many.
    fn step(&self) -> bool {
        let done = self.0.done.fetch_add(1, Ordering::Relaxed).wrapping_add(1);
        done > self.0.most.load(Ordering::Relaxed)
    }
}
