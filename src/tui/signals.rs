//! Signals: what the system and other programs ask of us, on a thread that sleeps until one comes.
//!
//! The screens end by themselves as soon as they receive an ending signal. If they do not react in
//! time, this thread gives the terminal back and ends the program: the data in the file survives
//! that as it survives a power cut.

use std::io;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};
use signal_hook::consts::{
    SIGABRT, SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGPROF, SIGQUIT, SIGSTOP, SIGTERM, SIGTSTP,
    SIGUSR1, SIGUSR2, SIGVTALRM, SIGWINCH, SIGXCPU,
};
use signal_hook::iterator::Signals;
use signal_hook::low_level;

use super::events::Event;
use super::running::CurrentJob;
use super::terminal;

/// The signals that end the program. A broken pipe is no signal for us but an error of a write.
const ENDING: [i32; 11] = [
    SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU,
    SIGABRT,
];

/// Maximum time for the screens to react to a signal that ends the program.
const HEARD_TIMEOUT: Duration = Duration::from_millis(100);
/// Maximum time for a job to remove its temporary files, where the program is ended from here.
const JOB_TIMEOUT: Duration = Duration::from_secs(1);

/// Starts to listen.
///
/// # Errors
/// If the system does not let us hear signals or start a thread.
pub fn listen(events: &Sender<Event>, job: CurrentJob) -> io::Result<()> {
    let mut signals = Signals::new(ENDING.iter().chain(&[SIGTSTP, SIGCONT, SIGWINCH]))?;
    let events = events.clone();
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        let mut ending = false;
        for signal in signals.forever() {
            let sent = match signal {
                SIGTSTP => events.send(Event::Suspend),
                SIGCONT => events.send(Event::Resumed),
                SIGWINCH => events.send(Event::Resized),
                // Asked a second time, the program does not wait for anything.
                _ if std::mem::replace(&mut ending, true) => end(signal, &job),
                _ => {
                    let (heard, hears) = channel();
                    let sent = events.send(Event::Signal { signal, heard });
                    if hears.recv_timeout(HEARD_TIMEOUT) == Err(RecvTimeoutError::Timeout) {
                        end(signal, &job);
                    }
                    sent
                }
            };
            if sent.is_err() {
                return;
            }
        }
    })?;
    Ok(())
}

/// Gives the terminal back and ends the program at once.
fn end(signal: i32, job: &CurrentJob) -> ! {
    job.stop_within(JOB_TIMEOUT);
    terminal::give_back();
    low_level::exit(128 + signal)
}

/// Returns whether a shell would notice that the program was stopped. If the program leads its own
/// session, in a window of its own, nobody would ever continue it.
pub fn can_stop() -> bool {
    getsid(None).is_ok_and(|session| session != getpgrp())
}

/// Stops the whole job of the shell, as Ctrl-Z does in a terminal that is not in raw mode.
pub fn stop_job() {
    let _ = kill_current_process_group(Signal::STOP);
}

/// Stops this program, as `SIGTSTP` does to one that does not listen to it.
pub fn stop_program() {
    let _ = low_level::raise(SIGSTOP);
}
