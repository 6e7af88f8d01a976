//! What happens outside: keys and signals, each waited for by a thread that sleeps until it comes.
//!
//! The program itself waits in one place, for at most a second at a time, and so it costs nothing
//! while nobody types.

use std::cell::Cell;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

use super::input::{Clicks, Input, input};
use super::job::{Begun, Told};
use super::msg::{Answer, Later};
use crate::app;

/// How often the program looks at the clock and for changes made by others.
const PULSE: Duration = Duration::from_secs(1);

/// How often a job is heard, at most.
const TELLING: Duration = Duration::from_millis(100);

/// Something that happened.
#[derive(Debug)]
pub enum Event {
    /// The person did something.
    Input(Input),
    /// The system asks us to go.
    Signal(i32),
    /// The terminal is gone.
    Gone,
    /// A second passed.
    Pulse,
    /// A job tells something.
    Job(Told),
    /// A question that could wait was answered; which reading of the shop it belongs to.
    Answered(u64, app::Result<Box<Answer>>),
    /// A question was answered that may be asked next.
    ReadAhead(Later, Box<Answer>),
}

/// Where everything that happens arrives.
pub struct Events {
    sender: Sender<Event>,
    arrivals: Receiver<Event>,
    next_pulse: Instant,
    /// How the job that was begun last is stopped, and the thread that does it.
    job: Option<(Arc<AtomicBool>, JoinHandle<()>)>,
}

impl Events {
    /// Begins to listen.
    ///
    /// # Errors
    /// If the system does not let us hear signals or start a thread.
    pub fn listen() -> io::Result<Self> {
        let (sender, arrivals) = channel();
        let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT])?;
        let for_signals = sender.clone();
        thread::Builder::new().name("signals".to_owned()).spawn(move || {
            for signal in signals.forever() {
                if for_signals.send(Event::Signal(signal)).is_err() {
                    return;
                }
            }
        })?;
        let for_keys = sender.clone();
        thread::Builder::new().name("keys".to_owned()).spawn(move || read_terminal(&for_keys))?;
        Ok(Self { sender, arrivals, next_pulse: Instant::now() + PULSE, job: None })
    }

    /// Where something else that happens can be told.
    pub fn sender(&self) -> Sender<Event> {
        self.sender.clone()
    }

    /// Does a job on a thread of its own; what it tells is heard here, a few times a second.
    ///
    /// # Errors
    /// If the system does not let us start a thread.
    pub fn begin(&mut self, begun: Begun) -> io::Result<()> {
        let (sender, stop) = (self.sender.clone(), Arc::clone(&begun.stop));
        let last = Cell::new(None::<Instant>);
        let tell = move |told| {
            let now = Instant::now();
            let soon = last.get().is_some_and(|then| now.duration_since(then) < TELLING);
            if !(soon && matches!(told, Told::Progress(_))) {
                last.set(Some(now));
                // Where nobody listens any more, the program is about to end.
                let _ = sender.send(Event::Job(told));
            }
        };
        let job = thread::Builder::new().name("job".to_owned()).spawn(move || begun.run(tell))?;
        self.job = Some((stop, job));
        Ok(())
    }

    /// Waits for what happens next.
    pub fn next(&mut self) -> Event {
        let patience = self.next_pulse.saturating_duration_since(Instant::now());
        match self.arrivals.recv_timeout(patience) {
            Ok(event) => event,
            Err(RecvTimeoutError::Timeout) => {
                self.next_pulse = Instant::now() + PULSE;
                Event::Pulse
            }
            Err(RecvTimeoutError::Disconnected) => Event::Gone,
        }
    }

    /// What has happened already, without waiting: typing that is faster than drawing.
    pub fn waiting(&self) -> Option<Event> {
        self.arrivals.try_recv().ok()
    }
}

impl Drop for Events {
    /// Whoever leaves stops the job, and waits until nothing of it is left lying around.
    fn drop(&mut self) {
        if let Some((stop, job)) = self.job.take() {
            stop.store(true, Ordering::Relaxed);
            // A job that broke has told so itself.
            let _ = job.join();
        }
    }
}

fn read_terminal(sender: &Sender<Event>) {
    let mut clicks = Clicks::default();
    loop {
        let event = match crossterm::event::read() {
            Ok(event) => match input(event) {
                Some(input) => Event::Input(clicks.meant(input, Instant::now())),
                None => continue,
            },
            Err(_) => Event::Gone,
        };
        let gone = matches!(event, Event::Gone);
        if sender.send(event).is_err() || gone {
            return;
        }
    }
}
