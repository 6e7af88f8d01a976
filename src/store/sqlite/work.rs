//! How much one connection works: it can be stopped by whoever watches, and be limited to a number of
//! steps, so that a short turn never becomes a long one, on any machine and whatever the shop's size.

use super::super::Result;
use super::Store;
use super::wait::PAUSE;
use std::ffi::c_int;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// Instructions of the engine that make one step.
const STEP: c_int = 1000;

impl Store {
    /// Stops whatever this connection does as soon as `stop` returns true; it is asked often. The
    /// transaction that was stopped changes nothing.
    ///
    /// # Errors
    /// If the engine does not take the setting.
    pub fn stop_when(&mut self, stop: impl FnMut() -> bool + Send + 'static) -> Result<()> {
        Ok(self.conn.progress_handler(STEP, Some(stop))?)
    }

    /// Waits for another program that is writing for as long as `waits` returns true, which is given the
    /// time waited so far, a hundred times a second.
    ///
    /// # Errors
    /// If the engine does not take the setting.
    pub fn wait_while(
        &mut self,
        mut waits: impl FnMut(Duration) -> bool + Send + 'static,
    ) -> Result<()> {
        let mut since = Instant::now();
        Ok(self.conn.busy_handler(Some(move |tries| {
            if tries == 0 {
                since = Instant::now();
            }
            let goes_on = waits(since.elapsed());
            std::thread::sleep(PAUSE);
            goes_on
        }))?)
    }

    /// Returns the number of rows that this connection has inserted, changed or deleted so far.
    pub fn rows_written(&self) -> u64 {
        self.conn.total_changes()
    }

    /// Counts the steps of this connection from now on, and stops what takes more than the meter allows.
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

/// The steps that a connection does: a thousand instructions of the engine each, some tens of
/// microseconds. It limits nothing until it is told to.
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
