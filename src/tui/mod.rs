//! Screens and keys: the shop in a terminal.
//!
//! Bytes from the terminal become an [`input`]; the one table of keys ([`keymap`]) maps it to an
//! action; the pure [`update`] changes the [`model`] and returns effects; [`effects`] carries them
//! out through the application and returns messages; [`view`] draws the model. A [`session`] drives
//! this loop, and [`run`] connects it to a real terminal, with worker threads for slow queries.
//!
//! The model is drawn by [`lists`] (one file per noun), [`screens`] (several lists or figures),
//! [`sheets`] (to read, over a screen) and [`forms`] (to fill in; they also build the command). They are made
//! of [`widgets`], which know nothing of the shop; [`overlays`] stacks what lies over a screen, and
//! [`layout`] says where everything is, for drawing and for the mouse alike.
//!
//! ```text
//! input ◄─ keymap ◄─ model ◄─ widgets ◄─ layout ◄─┬─ forms ◄─┐
//!                      ▲                          ├─ lists ◄─┼─ sheets ◄─ overlays ◄─ view
//!                      └─ msg                     └─ screens ┘                 ▲
//!                                                                            update
//! ```
//!
//! A new list is a file in `lists`, a row of `keymap::context` and a screen or an overlay of the model; a new
//! form is a file in `forms` and a variant of [`forms::FormKind`].
//!
//! The main thread never waits for the terminal. Threads of their own read its bytes and decode them into
//! inputs (`keyboard`), write frames to it (`output`) and wait for signals (`signals`); their
//! reports arrive as `events`.

mod cell_encoder;
#[cfg(any(windows, test))]
mod console;
#[cfg(unix)]
mod decoder;
pub mod effects;
mod events;
mod first_run;
pub mod forms;
pub mod input;
pub mod job;
mod keyboard;
pub mod keymap;
pub mod layout;
pub mod lists;
pub mod model;
pub mod msg;
mod options;
mod output;
pub mod overlays;
pub mod query_queue;
mod running;
pub mod screens;
mod scrolling;
pub mod session;
pub mod sheets;
#[cfg(unix)]
mod signals;
mod terminal;
pub mod theme;
pub mod update;
pub mod view;
pub mod widgets;
mod worker;

use std::io;

use crate::app::{self, App, Clock};
use crate::i18n::Localizer;
use events::{Event, Events};
pub use first_run::ask_to_create;
use input::Input;
use msg::TerminalRequest;
pub use options::Options;
use session::Session;
use terminal::TerminalGuard;
use worker::Workers;

/// The way in which the screens were left.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Exit {
    /// The person left.
    Left,
    /// The system sent this signal.
    Signal(i32),
    /// The terminal is gone, with or without a signal.
    Hangup,
}

impl Exit {
    /// The exit code of the program: 128 and the signal, as shells expect.
    pub fn code(self) -> u8 {
        match self {
            Self::Left => 0,
            Self::Signal(signal) => u8::try_from(128 + signal).unwrap_or(u8::MAX),
            Self::Hangup => 129,
        }
    }
}

/// The reason for which the screens cannot be shown.
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
    words: Localizer,
    clock: impl Fn() -> Clock,
    options: Options,
) -> Result<Exit, Error> {
    check_terminal(options.dumb)?;
    let mut events = Events::listen()?;
    app.shrink_cache()?;
    let beside = app.reader()?;
    let mut terminal = TerminalGuard::take(events.sender())?;
    let mut session = Session::open(app, words, &clock, options.look, terminal.size()?)?
        .with_keys(options.keys)
        .with_printer(options.print)
        .with_reminders(options.reminders);
    let mut workers = Workers::start(beside, events.sender())?;
    turn(&mut session, &mut terminal, &mut events, &mut workers, &clock)
}

/// Draws the screens and takes what happens, until that ends the program.
fn turn<C: Fn() -> Clock>(
    session: &mut Session<C>,
    terminal: &mut TerminalGuard,
    events: &mut Events,
    workers: &mut Workers,
    clock: impl Fn() -> Clock,
) -> Result<Exit, Error> {
    let mut changed = true;
    loop {
        // A terminal that still takes the last frame gets the newest one when it is through.
        if changed && terminal.is_ready() {
            terminal.draw(|frame| session.draw(frame));
            changed = false;
        }
        for query in session.take_queries().into_iter().chain(session.take_prefetches()) {
            workers.ask(clock(), query);
        }
        let mut next = Some(events.next(session.is_waiting()));
        // Whatever was typed while the last picture was drawn is taken before the next one is.
        while let Some(event) = next {
            match event {
                Event::Input(input) => {
                    session.on_input(input);
                    changed = true;
                }
                Event::Drawn => terminal.drawn(),
                Event::Pulse => {
                    changed |= session.pulse();
                    if session.is_time_to_checkpoint() {
                        workers.checkpoint();
                    }
                }
                Event::Retry => changed |= session.retry(),
                Event::Job(told) => {
                    session.on_job(told);
                    changed = true;
                }
                Event::Sheet(query, answer) => changed |= session.sheet_read(&query, answer),
                Event::Answered(reading, answer) => changed |= session.answered(reading, answer),
                Event::Prefetched(query, answer) => session.store_prefetched(query, answer),
                Event::Suspend => {
                    suspend(terminal, signals::stop_program);
                }
                Event::Resumed => {
                    terminal.resume();
                    changed |= resize(session, terminal);
                }
                Event::Resized => changed |= resize(session, terminal),
                Event::Signal { signal, heard } => {
                    drop(heard);
                    return Ok(Exit::Signal(signal));
                }
                Event::Gone => return Ok(Exit::Hangup),
            }
            if session.is_over() {
                return Ok(Exit::Left);
            }
            next = events.waiting();
        }
        if let Some(moved) = session.take_replaced_shop() {
            *workers = Workers::start(moved, events.sender())?;
        }
        if let Some(begun) = session.take_pending_job() {
            events.begin(begun)?;
        }
        if let Some(text) = session.take_copied() {
            terminal.copy(&text);
        }
        match session.take_terminal_request() {
            Some(TerminalRequest::Repaint) => terminal.repaint(),
            Some(TerminalRequest::Suspend) if !suspend(terminal, signals::stop_job) => {
                session.cannot_suspend();
                changed = true;
            }
            Some(TerminalRequest::Suspend) | None => {}
        }
    }
}

/// Passes the size of the window to the screens; returns false if the terminal does not report it,
/// as it is then about to go away.
fn resize<C: Fn() -> Clock>(session: &mut Session<C>, terminal: &TerminalGuard) -> bool {
    let size = terminal.size();
    let known = size.is_ok();
    size.into_iter().for_each(|(width, height)| session.on_input(Input::Resize(width, height)));
    known
}

/// Gives the terminal back and stops, until the shell continues the program; returns whether there is
/// one that could.
fn suspend(terminal: &TerminalGuard, stop: fn()) -> bool {
    let can_stop = signals::can_stop();
    if can_stop {
        terminal.suspend();
        stop();
    }
    can_stop
}

/// Elsewhere there are no signals, and no shell that stops and continues programs.
#[cfg(not(unix))]
mod signals {
    pub fn listen(
        _: &std::sync::mpsc::Sender<super::Event>,
        _: super::running::CurrentJob,
    ) -> std::io::Result<()> {
        Ok(())
    }

    pub fn can_stop() -> bool {
        false
    }

    pub fn stop_job() {}

    pub fn stop_program() {}
}
