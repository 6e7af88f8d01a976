//! Reads what the person at the terminal does, on threads that sleep until something comes.

use std::sync::mpsc::Sender;
use std::thread;
use std::time::Instant;
use std::{io, io::BufRead};

#[cfg(unix)]
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};

#[cfg(unix)]
use super::decoder::Decoder;
use super::events::Event;
use super::input::{Clicks, Input};

/// Starts to read; when the terminal is gone, [`Event::Gone`] is the last that is sent.
///
/// # Errors
/// If the system does not let us start a thread.
#[cfg(unix)]
pub fn listen(events: &Sender<Event>) -> io::Result<()> {
    let (sender, chunks) = channel();
    let for_keys = events.clone();
    thread::Builder::new().name("keys".to_owned()).spawn(move || decode(&chunks, &for_keys))?;
    let for_end = events.clone();
    thread::Builder::new().name("terminal".to_owned()).spawn(move || {
        if read(&sender).is_err() {
            // Without a decoder, no key would ever arrive again.
            let _ = for_end.send(Event::Gone);
        }
    })?;
    Ok(())
}

/// Reads until the input ends or fails, as it does when the terminal is gone.
///
/// # Errors
/// If nobody takes what was read.
#[cfg(unix)]
fn read(chunks: &Sender<Vec<u8>>) -> Result<(), std::sync::mpsc::SendError<Vec<u8>>> {
    let mut stdin = io::stdin().lock();
    loop {
        let bytes = match stdin.fill_buf() {
            Ok([]) => return Ok(()),
            Ok(bytes) => bytes.to_vec(),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(_) => return Ok(()),
        };
        stdin.consume(bytes.len());
        chunks.send(bytes)?;
    }
}

#[cfg(unix)]
fn decode(chunks: &Receiver<Vec<u8>>, events: &Sender<Event>) {
    let mut decoder = Decoder::default();
    let mut clicks = Clicks::default();
    loop {
        let chunk = match decoder.deadline() {
            None => chunks.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(at) => chunks.recv_timeout(at.saturating_duration_since(Instant::now())),
        };
        let inputs = match chunk {
            Ok(bytes) => decoder.feed(&bytes, Instant::now()),
            Err(RecvTimeoutError::Timeout) => decoder.expire(),
            Err(RecvTimeoutError::Disconnected) => {
                let _ = events.send(Event::Gone);
                return;
            }
        };
        for input in inputs {
            if !send(input, &mut clicks, events) {
                return;
            }
        }
    }
}

/// Starts to read; when the terminal is gone, [`Event::Gone`] is the last that is sent.
///
/// # Errors
/// If the system does not let us start a thread.
#[cfg(windows)]
pub fn listen(events: &Sender<Event>) -> io::Result<()> {
    let events = events.clone();
    thread::Builder::new().name("keys".to_owned()).spawn(move || {
        let mut clicks = Clicks::default();
        while let Ok(event) = crossterm::event::read() {
            let Some(input) = super::console::input(event) else { continue };
            if !send(input, &mut clicks, &events) {
                return;
            }
        }
        let _ = events.send(Event::Gone);
    })?;
    Ok(())
}

/// Sends an input; returns whether anybody still listens.
fn send(input: Input, clicks: &mut Clicks, events: &Sender<Event>) -> bool {
    events.send(Event::Input(clicks.meant(input, Instant::now()))).is_ok()
}
