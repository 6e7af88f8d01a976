//! Outside events: keys and signals, each waited for by a thread that sleeps until one arrives.
//!
//! The program itself waits in one place, for at most a second at a time, and so it costs nothing
//! while nobody types.

use std::cell::Cell;
use std::io;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::input::Input;
use super::job::{JobEvent, PendingJob};
use super::keyboard;
use super::msg::Answer;
use super::query_queue::QueuedQuery;
use super::running::CurrentJob;
use super::signals;
use crate::app;

/// Interval at which the program checks the clock and looks for changes made by others.
const PULSE: Duration = Duration::from_secs(1);

/// Minimum interval between two progress reports of a job.
const TELLING: Duration = Duration::from_millis(100);

/// Interval at which a command that waits for another program is tried again.
const RETRY: Duration = Duration::from_millis(100);

/// Something that happened.
#[derive(Debug)]
pub enum Event {
    /// The person did something.
    Input(Input),
    /// The system asks us to go. The sender is dropped as soon as this was heard.
    Signal {
        /// The number of the signal.
        signal: i32,
        /// Sender that is dropped once the signal was handled.
        heard: Sender<()>,
    },
    /// Another program asks us to stop until it wants us to go on.
    Suspend,
    /// The program was stopped and goes on.
    Resumed,
    /// The window has another size.
    Resized,
    /// The terminal is gone.
    Gone,
    /// The last frame was written to the terminal.
    Drawn,
    /// A second passed.
    Pulse,
    /// It is time to try again what waits.
    Retry,
    /// A job reports its progress or its end.
    Job(JobEvent),
    /// A question that could wait was answered; the number is the reading of the shop it belongs
    /// to.
    Answered(u64, app::Result<Box<Answer>>),
    /// The content of a sheet was read.
    Sheet(QueuedQuery, app::Result<Box<Answer>>),
    /// A prefetch was answered.
    Prefetched(QueuedQuery, Box<Answer>),
}

/// The queue in which all events arrive.
pub struct Events {
    sender: Sender<Event>,
    arrivals: Receiver<Event>,
    next_pulse: Instant,
    /// When to try again what waits, if something does.
    next_retry: Option<Instant>,
    job: CurrentJob,
}

impl Events {
    /// Begins to listen.
    ///
    /// # Errors
    /// If the system does not let us hear signals or start a thread.
    pub fn listen() -> io::Result<Self> {
        let (sender, arrivals) = channel();
        let job = CurrentJob::default();
        signals::listen(&sender, job.clone())?;
        keyboard::listen(&sender)?;
        let next_pulse = Instant::now() + PULSE;
        Ok(Self { sender, arrivals, next_pulse, next_retry: None, job })
    }

    /// Returns a sender by which other threads can report events.
    pub fn sender(&self) -> Sender<Event> {
        self.sender.clone()
    }

    /// Runs a job on a thread of its own; its reports arrive here as events, a few times a second.
    ///
    /// # Errors
    /// If the system does not let us start a thread.
    pub fn begin(&mut self, begun: PendingJob) -> io::Result<()> {
        let (sender, stop) = (self.sender.clone(), Arc::clone(&begun.stop));
        let last = Cell::new(None::<Instant>);
        let tell = move |told| {
            let now = Instant::now();
            let soon = last.get().is_some_and(|then| now.duration_since(then) < TELLING);
            if !(soon && matches!(told, JobEvent::Progress(_))) {
                last.set(Some(now));
                // Where nobody listens any more, the program is about to end.
                let _ = sender.send(Event::Job(told));
            }
        };
        let told = self.sender.clone();
        let waits = move || {
            let _ = told.send(Event::Job(JobEvent::Waits));
        };
        let run = move || begun.run_beside(tell, waits);
        let job = thread::Builder::new().name("job".to_owned()).spawn(run)?;
        self.job.set(stop, job);
        Ok(())
    }

    /// Waits for what happens next; while something waits, also for the time to try it again.
    pub fn next(&mut self, something_waits: bool) -> Event {
        let now = Instant::now();
        if something_waits {
            let retry = *self.next_retry.get_or_insert(now + RETRY);
            if retry <= now {
                self.next_retry = None;
                return Event::Retry;
            }
        } else {
            self.next_retry = None;
        }
        let until = self.next_retry.unwrap_or(self.next_pulse).min(self.next_pulse);
        match self.arrivals.recv_timeout(until.saturating_duration_since(now)) {
            Ok(event) => event,
            Err(RecvTimeoutError::Timeout) if until < self.next_pulse => {
                self.next_retry = None;
                Event::Retry
            }
            Err(RecvTimeoutError::Timeout) => {
                self.next_pulse = Instant::now() + PULSE;
                Event::Pulse
            }
            Err(RecvTimeoutError::Disconnected) => Event::Gone,
        }
    }

    /// Returns an event that has already arrived, without waiting: typing can be faster than
    /// drawing.
    pub fn waiting(&self) -> Option<Event> {
        self.arrivals.try_recv().ok()
    }
}

impl Drop for Events {
    /// Stops the job, and waits until it has removed its temporary files.
    fn drop(&mut self) {
        self.job.stop();
    }
}
