//! The background job, and how it is stopped when the program ends.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// Interval at which a job that was asked to stop is checked.
const POLL: Duration = Duration::from_millis(5);

/// The job that was begun last, if any: shared by the screens and the signal thread.
#[derive(Clone, Default)]
pub struct CurrentJob(Arc<Mutex<Option<JobThread>>>);

/// The flag that stops a job, and its thread.
struct JobThread {
    stop: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

impl CurrentJob {
    /// Sets the job, by its flag that stops it and its thread.
    pub fn set(&self, stop: Arc<AtomicBool>, thread: JoinHandle<()>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(JobThread { stop, thread });
    }

    /// Stops it, and waits until it has removed its temporary files.
    pub fn stop(&self) {
        if let Some(thread) = self.take_stopped() {
            // A job that panicked has already reported it.
            let _ = thread.join();
        }
    }

    /// Stops it, and waits no longer than the timeout.
    pub fn stop_within(&self, timeout: Duration) {
        let Some(job) = self.take_stopped() else { return };
        let end = Instant::now() + timeout;
        while !job.is_finished() && Instant::now() < end {
            thread::sleep(POLL);
        }
    }

    fn take_stopped(&self) -> Option<JoinHandle<()>> {
        let JobThread { stop, thread } =
            self.0.lock().unwrap_or_else(PoisonError::into_inner).take()?;
        stop.store(true, Ordering::Relaxed);
        Some(thread)
    }
}
