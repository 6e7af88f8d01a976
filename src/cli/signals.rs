//! Signals while a command works on whole files: the first one stops it as a person would, so that
//! nothing half done is left; the second one ends the program at once.

use super::error::{Error, Result};
use crate::app::{self, Progress, ProgressFn, StoreError};
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
use signal_hook::flag;
use std::io;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// The signals by which a person or the system ends a program.
const ENDING: [i32; 4] = [SIGINT, SIGTERM, SIGHUP, SIGQUIT];

/// Runs long work on whole files, and stops it where it looks at its progress if a signal comes.
///
/// # Errors
/// [`Error::Signal`] if one came, and what `work` gives.
pub fn until_signal<T>(work: impl FnOnce(ProgressFn<'_>) -> Result<T>) -> Result<T> {
    let (stop, which) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
    let ignored = ignored_signals();
    // What was started with `nohup` goes on when its terminal is closed.
    for signal in ENDING.into_iter().filter(|signal| ignored >> (signal - 1) & 1 == 0) {
        listen(signal, &stop, &which).map_err(Error::Output)?;
    }
    let watch = |_: Progress| match stop.load(Ordering::Relaxed) {
        true => ControlFlow::Break(()),
        false => ControlFlow::Continue(()),
    };
    let done = work(&watch);
    if let Err(Error::App(app::Error::Store(StoreError::Stopped))) = done
        && let Ok(signal @ 1..) = u8::try_from(which.load(Ordering::Relaxed))
    {
        return Err(Error::Signal(signal));
    }
    // Nothing looks for a signal any more: from here on the first one ends the program.
    stop.store(true, Ordering::Relaxed);
    done
}

/// Makes a write beyond the limit of a file's size fail, so that it can be reported, instead of ending the
/// program.
///
/// # Errors
/// If the system refuses the handler.
pub fn survive_file_size_limit() -> Result<()> {
    #[cfg(unix)]
    flag::register(signal_hook::consts::SIGXFSZ, Arc::default())?;
    Ok(())
}

fn listen(signal: i32, stop: &Arc<AtomicBool>, which: &Arc<AtomicUsize>) -> io::Result<()> {
    flag::register_conditional_shutdown(signal, 128 + signal, Arc::clone(stop))?;
    flag::register_usize(signal, Arc::clone(which), usize::try_from(signal).unwrap_or_default())?;
    flag::register(signal, Arc::clone(stop))?;
    Ok(())
}

/// The signals that this process was started to ignore, a bit each.
fn ignored_signals() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or_default()
}
