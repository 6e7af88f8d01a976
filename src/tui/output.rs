//! Writes to the terminal on a thread of its own.
//!
//! A terminal may take no bytes for any length of time: a paused window, a stalled line. A write to
//! it blocks, and that must never happen on the thread that handles keys and signals.

use std::io::{self, Write, stdout};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

/// The writing thread.
pub struct FrameWriter {
    pieces: Sender<Piece>,
}

/// Bytes, and what to do when they were written or could not be.
struct Piece {
    bytes: Vec<u8>,
    written: Box<dyn FnOnce(io::Result<()>) + Send>,
}

impl FrameWriter {
    /// Starts the thread.
    ///
    /// # Errors
    /// If the system does not let us start it.
    pub fn start() -> io::Result<Self> {
        let (pieces, waiting) = channel();
        thread::Builder::new().name("output".to_owned()).spawn(move || write_all(&waiting))?;
        Ok(Self { pieces })
    }

    /// Writes bytes behind those that were sent before, without waiting.
    pub fn send(&self, bytes: Vec<u8>, written: impl FnOnce(io::Result<()>) + Send + 'static) {
        // The thread ends only with the program.
        let _ = self.pieces.send(Piece { bytes, written: Box::new(written) });
    }

    /// Writes bytes and waits until they are written, but not for longer than the timeout.
    pub fn write(&self, bytes: Vec<u8>, timeout: Duration) {
        let (sender, written) = channel();
        self.send(bytes, move |_| {
            let _ = sender.send(());
        });
        // A terminal that takes nothing cannot be helped.
        let _ = written.recv_timeout(timeout);
    }
}

fn write_all(pieces: &Receiver<Piece>) {
    for Piece { bytes, written } in pieces {
        let mut out = stdout().lock();
        written(out.write_all(&bytes).and_then(|()| out.flush()));
    }
}
