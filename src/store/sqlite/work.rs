//! The work of one connection: it is counted, and whoever watches can stop it at any step, in the middle
//! of a long query too.

use super::super::Result;
use super::Store;
use super::wait::PAUSE;
use std::ffi::c_int;
use std::time::{Duration, Instant};

/// Instructions of the engine that make one step.
const STEP: c_int = 100;

impl Store {
    /// Stops whatever this connection does as soon as `stop` returns true, which is asked at every step: a
    /// hundred instructions of the engine. The transaction that was stopped changes nothing.
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
}
