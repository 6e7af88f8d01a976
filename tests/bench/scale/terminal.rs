//! The program in a real pty, measured as a person at the keyboard meets it.
//!
//! Nothing here sleeps. A screen is there with its first picture, which ratatui ends by showing or hiding
//! the cursor; it is complete when its bytes have come and no more follow.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};
use vt100::Parser;

/// A screen is complete when nothing has followed its last byte for so long.
const QUIET: Duration = Duration::from_millis(40);
/// Longest time to wait for a screen.
const PATIENCE: Duration = Duration::from_secs(60);
/// The way in which ratatui begins the last word of a picture: the cursor is shown or hidden.
const CURSOR: &[u8] = b"\x1b[?25";

/// Effect of a key on the screen.
#[derive(Clone, Copy)]
pub struct Seen {
    /// Until the first picture was there.
    pub first: Duration,
    /// Until the last byte had come.
    pub after: Duration,
    /// Bytes that were written.
    pub bytes: usize,
}

/// The program at a terminal.
pub struct Sitting {
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    printed: Receiver<(Instant, Vec<u8>)>,
    screen: Parser,
    since: Instant,
    // The terminal goes when this does.
    _master: Box<dyn portable_pty::MasterPty + Send>,
}

impl Sitting {
    /// Starts the program on a notebook, in a terminal of so many columns and rows.
    pub fn at(file: &Path, day: &str, (columns, rows): (u16, u16)) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pty = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_ricejar"));
        command.env("TERM", "xterm-256color");
        command.args(["--as-of", day, "--lang", "en", "--db"]);
        command.arg(file);
        let mut reader = pty.master.try_clone_reader().unwrap();
        let keyboard = pty.master.take_writer().unwrap();
        let (sender, printed) = channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 65536];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if sender.send((Instant::now(), bytes[..count].to_vec())).is_err() {
                    return;
                }
            }
        });
        let since = Instant::now();
        let child = pty.slave.spawn_command(command).unwrap();
        let screen = Parser::new(cells(rows), cells(columns), 0);
        Self { child, keyboard, printed, screen, since, _master: pty.master }
    }

    /// Waits until the first panel shows a row, and tells how long that took.
    pub fn screen(&mut self) -> Duration {
        loop {
            let (at, bytes) = self.printed.recv_timeout(PATIENCE).expect("a screen");
            self.screen.process(&bytes);
            let (_, columns) = self.screen.screen().size();
            let rows: Vec<String> =
                self.screen.screen().rows(0, columns.get()).skip(3).take(1).collect();
            if rows.iter().any(|row| row.chars().any(char::is_alphanumeric)) {
                return at - self.since;
            }
        }
    }

    /// Takes whatever still comes until nothing does.
    pub fn complete(&mut self) -> Seen {
        let mut seen = Seen { first: Duration::ZERO, after: Duration::ZERO, bytes: 0 };
        loop {
            match self.printed.recv_timeout(QUIET) {
                Ok((at, bytes)) => {
                    self.screen.process(&bytes);
                    seen.after = at - self.since;
                    seen.bytes += bytes.len();
                }
                Err(RecvTimeoutError::Timeout) => return seen,
                Err(RecvTimeoutError::Disconnected) => panic!("the program has gone"),
            }
        }
    }

    /// Types keys at once.
    pub fn press(&mut self, keys: &str) {
        self.since = Instant::now();
        self.keyboard.write_all(keys.as_bytes()).unwrap();
        self.keyboard.flush().unwrap();
    }

    /// Types characters one by one, each when the screen of the one before is complete.
    pub fn each(&mut self, keys: &str) -> Vec<Seen> {
        let one = |key: char| {
            self.press(&key.to_string());
            let mut picture = Vec::new();
            let first = loop {
                let (at, bytes) = self.printed.recv_timeout(PATIENCE).expect("a screen");
                self.screen.process(&bytes);
                picture.extend(bytes);
                if picture.windows(CURSOR.len()).any(|part| part == CURSOR) {
                    break at - self.since;
                }
            };
            let rest = self.complete();
            Seen { first, after: rest.after.max(first), bytes: picture.len() + rest.bytes }
        };
        keys.chars().map(one).collect()
    }

    /// Waits for a while in which nobody types, and returns the bytes that were drawn in it.
    pub fn wait(&mut self, time: Duration) -> usize {
        let end = Instant::now() + time;
        let mut bytes = 0;
        while let Ok((_, more)) =
            self.printed.recv_timeout(end.saturating_duration_since(Instant::now()))
        {
            self.screen.process(&more);
            bytes += more.len();
        }
        bytes
    }

    /// Returns the figures of the process; `None` where the system gives none.
    pub fn process(&self) -> Option<Process> {
        self.child.process_id().and_then(Process::of)
    }

    /// Quits, and waits until the program has ended.
    pub fn quit(mut self) {
        self.press("\u{3}");
        self.child.wait().unwrap();
    }
}

/// Figures of a process as Linux gives them.
pub struct Process {
    /// In the processor, in nanoseconds.
    pub cpu: u64,
    /// Number of times that it had waited for something that then came.
    pub woken: u64,
    /// Memory in megabytes, now.
    pub resident: f64,
}

impl Process {
    /// Returns the figures of a process that runs; `None` where there are none.
    pub fn of(id: u32) -> Option<Self> {
        let (mut cpu, mut woken) = (0, 0);
        for task in std::fs::read_dir(format!("/proc/{id}/task")).ok()? {
            let task = task.ok()?.path();
            let spent = std::fs::read_to_string(task.join("schedstat")).ok()?;
            cpu += spent.split(' ').next()?.parse::<u64>().ok()?;
            woken += field(&std::fs::read_to_string(task.join("status")).ok()?, "voluntary")?;
        }
        let status = std::fs::read_to_string(format!("/proc/{id}/status")).ok()?;
        let megabytes = |name| Some(field(&status, name)? as f64 / 1024.0);
        Some(Self { cpu, woken, resident: megabytes("VmRSS")? })
    }
}

/// The number in the line of `/proc/ID/status` that begins with a name.
fn field(status: &str, name: &str) -> Option<u64> {
    let line = status.lines().find(|line| line.starts_with(name))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).unwrap()
}
