//! Screens and keys: the shop in a terminal.
//!
//! What the terminal sends becomes an [`input`]; the one table of keys ([`keymap`]) says what it asks
//! for; the pure [`update`] changes the [`model`] and names effects; [`effects`] carries them out
//! through the application and brings back messages; [`view`] draws the model. A [`session`] turns
//! that wheel, and [`run`] connects it to a real terminal, with a worker for what takes long to read.

pub mod effects;
mod events;
mod first_run;
pub mod input;
pub mod job;
pub mod keymap;
pub mod layout;
pub mod model;
pub mod msg;
pub mod overlays;
pub mod screens;
mod scrolling;
pub mod session;
mod terminal;
pub mod theme;
pub mod update;
pub mod view;
pub mod widgets;
mod worker;

use std::io;

use crate::app::{self, App, Clock};
use crate::words::Words;
use events::{Event, Events};
pub use first_run::ask_to_create;
use keymap::Keymap;
use session::Session;
use terminal::Taken;
use theme::Look;
use worker::Worker;

/// How the screens look and where they run.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Options {
    /// Colours and glyphs.
    pub look: Look,
    /// What the keys mean.
    pub keys: Keymap,
    /// Whether the terminal says that it can only print lines (`TERM=dumb`, or none at all).
    pub dumb: bool,
}

/// How the screens were left.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Exit {
    /// The person left.
    Left,
    /// The system sent this signal.
    Signal(i32),
}

impl Exit {
    /// The exit code of the program: 128 and the signal, as shells expect.
    pub fn code(self) -> u8 {
        match self {
            Self::Left => 0,
            Self::Signal(signal) => u8::try_from(128 + signal).unwrap_or(u8::MAX),
        }
    }
}

/// Why there are no screens.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Nobody sits at a terminal: a pipe, a file, a service.
    #[error("no terminal")]
    NoTerminal,
    /// The terminal can only print lines.
    #[error("the terminal is dumb")]
    Dumb,
    /// The terminal could not be set up or written to.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The shop could not be read.
    #[error(transparent)]
    App(#[from] app::Error),
}

/// Makes sure that there is a terminal that can show the screens.
///
/// # Errors
/// [`Error::NoTerminal`] or [`Error::Dumb`].
pub fn check_terminal(dumb: bool) -> Result<(), Error> {
    match (terminal::is_there(), dumb) {
        (false, _) => Err(Error::NoTerminal),
        (true, true) => Err(Error::Dumb),
        (true, false) => Ok(()),
    }
}

/// Runs the screens until the person leaves, and gives the terminal back whatever happens.
///
/// # Errors
/// If there is no terminal for screens, if it goes away, or if the shop cannot be read at all.
pub fn run(
    app: App,
    words: Words,
    clock: impl Fn() -> Clock,
    options: Options,
) -> Result<Exit, Error> {
    check_terminal(options.dumb)?;
    let mut events = Events::listen()?;
    app.keep_little()?;
    let beside = app.reader()?;
    let mut terminal = Taken::take()?;
    let mut session =
        Session::open(app, words, &clock, options.look, terminal.size()?)?.with_keys(options.keys);
    terminal.draw(|frame| session.draw(frame))?;
    let mut worker = Worker::start(beside, events.sender())?;
    let mut changed = false;
    loop {
        if changed {
            terminal.draw(|frame| session.draw(frame))?;
        }
        for later in session.take_later() {
            worker.ask(clock(), later);
        }
        for later in session.take_ahead() {
            worker.ask_ahead(clock(), later);
        }
        changed = false;
        let mut next = Some(events.next());
        // Whatever was typed while the last picture was drawn is taken before the next one is.
        while let Some(event) = next {
            match event {
                Event::Input(input) => {
                    session.take(input);
                    changed = true;
                }
                Event::Pulse => {
                    changed |= session.pulse();
                    if session.is_time_to_checkpoint() {
                        worker.checkpoint();
                    }
                }
                Event::Job(told) => {
                    session.hear(told);
                    changed = true;
                }
                Event::Answered(reading, answer) => changed |= session.answered(reading, answer),
                Event::ReadAhead(later, answer) => session.read_ahead(later, answer),
                Event::Signal(signal) => return Ok(Exit::Signal(signal)),
                Event::Gone => return Err(io::Error::from(io::ErrorKind::BrokenPipe).into()),
            }
            if session.is_over() {
                return Ok(Exit::Left);
            }
            next = events.waiting();
        }
        if let Some(moved) = session.take_moved() {
            worker = Worker::start(moved, events.sender())?;
        }
        if let Some(begun) = session.take_begun() {
            events.begin(begun)?;
        }
        if let Some(text) = session.take_copied() {
            terminal.copy(&text)?;
        }
    }
}
