//! Signals at the command line, heard by a thread of their own.
//!
//! While a command only reads or waits, the first signal ends the program at once; a temporary output
//! file is removed before. From just before a commit until the message about it is written, signals
//! wait, and the program then ends with the command's own exit code: a command that reports a signal
//! changed nothing, so it can be repeated. Long work on whole files is stopped where it looks at its
//! progress; there the second signal ends the program at once.

use super::error::{Error, Result};
use crate::app::{self, Progress, ProgressFn, StoreError};
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
use signal_hook::iterator::Signals;
use signal_hook::low_level;
use std::io;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

/// The signals by which a person or the system ends a program.
const ENDING: [i32; 4] = [SIGINT, SIGTERM, SIGHUP, SIGQUIT];

/// The current effect of a signal. Signals belong to the process, and so does this state.
static STATE: Mutex<State> =
    Mutex::new(State { phase: Phase::Immediate, received: None, temporary: None });

struct State {
    phase: Phase,
    /// The first signal that was received and did not end the program.
    received: Option<i32>,
    /// The temporary output file, which is removed if a signal ends the program.
    temporary: Option<PathBuf>,
}

/// The effect of a signal.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// It ends the program.
    Immediate,
    /// It stops the work in progress; the second one ends the program.
    Stoppable,
    /// It waits until the command has ended.
    Held,
    /// Everything is done and said: it ends the program, which is a success.
    Finished,
}

/// Starts to hear signals. What the process was started to ignore stays ignored: a command that was
/// begun with `nohup` goes on when its terminal is closed.
///
/// # Errors
/// If the system does not let us hear signals or start a thread.
pub fn listen() -> io::Result<()> {
    let ignored = ignored_signals();
    let ending = ENDING.into_iter().filter(|signal| ignored >> (signal - 1) & 1 == 0);
    let mut signals = Signals::new(ending)?;
    let hear = move || signals.forever().for_each(on_signal);
    thread::Builder::new().name("signals".to_owned()).spawn(hear).map(drop)
}

/// Makes signals wait from now on until the command has ended. Work that can be stopped stays so.
pub fn hold() {
    let mut state = state();
    if state.phase == Phase::Immediate {
        state.phase = Phase::Held;
    }
}

/// Makes a temporary file while signals wait, and has it removed if one ends the program later.
pub(super) fn with_temporary<T>(
    make: impl FnOnce() -> io::Result<T>,
    path: impl FnOnce(&T) -> Option<PathBuf>,
) -> io::Result<T> {
    hold();
    let made = make();
    let mut state = state();
    state.temporary = made.as_ref().ok().and_then(path);
    state.phase = Phase::Immediate;
    if let Some(signal) = state.received {
        end(signal, state);
    }
    made
}

/// Notes that the command is done and its message written. Returns whether a signal was received, so
/// that nothing more should be begun.
pub(super) fn finish() -> bool {
    let mut state = state();
    state.phase = Phase::Finished;
    state.received.is_some()
}

/// Runs long work on whole files, and stops it where it looks at its progress if a signal comes. Once
/// the work is done, signals wait until the command has ended.
///
/// # Errors
/// [`Error::Signal`] if one came, and what `work` gives.
pub fn until_signal<T>(work: impl FnOnce(ProgressFn<'_>) -> Result<T>) -> Result<T> {
    state().phase = Phase::Stoppable;
    let watch = |_: Progress| match state().received {
        Some(_) => ControlFlow::Break(()),
        None => ControlFlow::Continue(()),
    };
    let done = work(&watch);
    let mut state = state();
    state.phase = Phase::Held;
    if let Err(Error::App(app::Error::Store(StoreError::Stopped))) = done
        && let Some(Ok(signal)) = state.received.map(u8::try_from)
    {
        return Err(Error::Signal(signal));
    }
    done
}

/// Makes a write beyond the limit of a file's size fail, so that it can be reported, instead of ending the
/// program.
///
/// # Errors
/// If the system refuses the handler.
pub fn survive_file_size_limit() -> Result<()> {
    #[cfg(unix)]
    signal_hook::flag::register(signal_hook::consts::SIGXFSZ, std::sync::Arc::default())?;
    Ok(())
}

fn on_signal(signal: i32) {
    let mut state = state();
    match state.phase {
        Phase::Finished => low_level::exit(0),
        Phase::Stoppable if state.received.is_some() => low_level::exit(128 + signal),
        Phase::Held | Phase::Stoppable => state.received = state.received.or(Some(signal)),
        Phase::Immediate => end(signal, state),
    }
}

/// Ends the program by a signal, as if nobody had heard it, and leaves no temporary file.
fn end(signal: i32, mut state: MutexGuard<'_, State>) {
    if let Some(temporary) = state.temporary.take() {
        let _ = std::fs::remove_file(temporary);
    }
    let _ = low_level::emulate_default_handler(signal);
    low_level::exit(128 + signal);
}

fn state() -> MutexGuard<'static, State> {
    STATE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The signals that this process was started to ignore, a bit each.
fn ignored_signals() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or_default()
}
