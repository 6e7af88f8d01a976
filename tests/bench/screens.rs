//! The screens in a real pty, measured as a person at the keyboard meets them:
//! `cargo bench --bench screens -- --db FILE --as-of DATE`, or without a file on a small sample shop;
//! `--size 80x24` for another terminal.
//!
//! Nothing here sleeps. A screen is there with its first picture, which ratatui ends by showing or hiding
//! the cursor; it is complete when its bytes have come and no more follow.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a measurement that stops says where"
)]

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};
use ricejar::app::{DemoSize, write_demo};
use ricejar::domain::day::parse_iso;
use ricejar::domain::shop::Language;
use vt100::Parser;

/// A screen is complete when nothing has followed its last byte for so long.
const QUIET: Duration = Duration::from_millis(40);
/// For how long a screen is waited for.
const PATIENCE: Duration = Duration::from_secs(30);
/// For how long nobody types.
const IDLE: Duration = Duration::from_secs(10);
/// How often the program is started.
const STARTS: usize = 15;
/// How ratatui begins the last word of a picture: whether the cursor is seen.
const CURSOR: &[u8] = b"\x1b[?25";
/// The terminal, unless `--size 80x24` says otherwise: columns and rows.
const SIZE: (u16, u16) = (120, 40);
/// The sample shop's day.
const DAY: &str = "2026-03-27";

fn main() {
    let typed: Vec<String> = std::env::args().collect();
    // `cargo test --all-targets` runs this too; what depends on the machine is no test.
    if !typed.iter().any(|word| word == "--bench") {
        return;
    }
    let after = |flag: &str| typed.iter().skip_while(|word| *word != flag).nth(1);
    let day = after("--as-of").map_or(DAY, String::as_str);
    let folder = tempfile::tempdir().unwrap();
    let file = after("--db").map_or_else(
        || {
            let file = folder.path().join("sample.ricejar");
            write_demo(
                &file,
                DemoSize::SMALL,
                parse_iso(day).unwrap(),
                Language::English,
                &ricejar::app::no_progress,
            )
            .unwrap();
            file
        },
        PathBuf::from,
    );
    let size = after("--size").map_or(SIZE, |size| {
        let (columns, rows) = size.split_once('x').expect("columns and rows: 80x24");
        (columns.parse().unwrap(), rows.parse().unwrap())
    });
    let (columns, rows) = size;
    println!("| {} on {day}, {columns}x{rows} | budget | p50 | p95 |", file.display());
    println!("|---|---|---|---|");
    starts(&file, day, size);
    let mut sitting = Sitting::at(&file, day, size);
    sitting.screen();
    let seen = sitting.complete();
    let screens = sitting.each("23412341234123412341");
    say_first("key to screen: another screen", "3 / 10 ms", &screens);
    say_times("the same with all that is read behind", "", &screens);
    sitting.each("3");
    let days = sitting.each("<>>><<<>>><<");
    say_first("another day of Deliveries", "3 / 10 ms", &days);
    sitting.each("1");
    let days = sitting.each("<>>><<<>>><<");
    say_first("another day of Today", "3 / 10 ms", &days);
    sitting.each("1");
    say_steps("one row down", &sitting.each(&"j".repeat(20)));
    say_steps("one row down, the list scrolls", &sitting.each(&"j".repeat(100)));
    sitting.each("2");
    sitting.each(&"j".repeat(40));
    say_steps("one row down in Customers, it scrolls", &sitting.each(&"j".repeat(150)));
    let mut searches = Vec::new();
    for text in ["wang", "lin", "0912", "c00", "陈"] {
        sitting.each("/");
        searches.extend(sitting.each(text));
        sitting.each("\u{1b}");
    }
    say_times("search as you type", "p95 30 ms", &searches);
    println!("| bytes of the first screen | | {} | |", seen.bytes);
    sitting.idle();
    sitting.press("\u{3}");
    sitting.child.wait().unwrap();
}

/// From exec to a screen with a first row.
fn starts(file: &Path, day: &str, size: (u16, u16)) {
    let mut first = Vec::new();
    for _ in 0..STARTS {
        let mut sitting = Sitting::at(file, day, size);
        let after = sitting.screen();
        first.push(Seen { first: after, after, bytes: 0 });
        sitting.complete();
        sitting.press("\u{3}");
        sitting.child.wait().unwrap();
    }
    say_times("exec to the first useful screen", "50 ms", &first);
}

/// What a key made the screen do.
#[derive(Clone, Copy)]
struct Seen {
    /// Until the first picture was there.
    first: Duration,
    /// Until the last byte had come.
    after: Duration,
    bytes: usize,
}

/// The program at a terminal.
struct Sitting {
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    printed: Receiver<(Instant, Vec<u8>)>,
    screen: Parser,
    since: Instant,
    // The terminal goes when this does.
    _master: Box<dyn portable_pty::MasterPty + Send>,
}

impl Sitting {
    fn at(file: &Path, day: &str, (columns, rows): (u16, u16)) -> Self {
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
    fn screen(&mut self) -> Duration {
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
    fn complete(&mut self) -> Seen {
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

    fn press(&mut self, keys: &str) {
        self.since = Instant::now();
        self.keyboard.write_all(keys.as_bytes()).unwrap();
        self.keyboard.flush().unwrap();
    }

    /// Types characters one by one, each when the screen of the one before is complete.
    fn each(&mut self, keys: &str) -> Vec<Seen> {
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

    /// What the program costs while nobody types.
    fn idle(&mut self) {
        let Some(process) = self.child.process_id().and_then(Process::of) else {
            println!("| memory, idle | | not known here | |");
            return;
        };
        let end = Instant::now() + IDLE;
        let mut bytes = 0;
        while let Ok((_, more)) =
            self.printed.recv_timeout(end.saturating_duration_since(Instant::now()))
        {
            bytes += more.len();
        }
        let later = self.child.process_id().and_then(Process::of).expect("still there");
        let cpu = Duration::from_nanos(later.cpu - process.cpu);
        println!(
            "| resident memory | 25 MB | {:.1} MB | {:.1} MB at most |",
            later.resident, later.most
        );
        println!("| idle for 10 s: CPU | 5 ms | {:.1} ms | |", cpu.as_secs_f64() * 1000.0);
        println!("| idle for 10 s: wake-ups | 10 | {} | |", later.woken - process.woken);
        println!("| idle for 10 s: bytes | 0 | {bytes} | |");
    }
}

/// What Linux says about a process.
struct Process {
    /// In the processor, in nanoseconds.
    cpu: u64,
    /// How often it had waited for something that then came.
    woken: u64,
    /// Memory in megabytes, now and at most.
    resident: f64,
    most: f64,
}

impl Process {
    fn of(id: u32) -> Option<Self> {
        let (mut cpu, mut woken) = (0, 0);
        for task in std::fs::read_dir(format!("/proc/{id}/task")).ok()? {
            let task = task.ok()?.path();
            let spent = std::fs::read_to_string(task.join("schedstat")).ok()?;
            cpu += spent.split(' ').next()?.parse::<u64>().ok()?;
            woken += field(&std::fs::read_to_string(task.join("status")).ok()?, "voluntary")?;
        }
        let status = std::fs::read_to_string(format!("/proc/{id}/status")).ok()?;
        let megabytes = |name| Some(field(&status, name)? as f64 / 1024.0);
        Some(Self { cpu, woken, resident: megabytes("VmRSS")?, most: megabytes("VmHWM")? })
    }
}

/// The number in the line of `/proc/ID/status` that begins with a name.
fn field(status: &str, name: &str) -> Option<u64> {
    let line = status.lines().find(|line| line.starts_with(name))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

fn say_times(what: &str, budget: &str, seen: &[Seen]) {
    say(what, budget, seen.iter().map(|seen| seen.after).collect());
}

fn say_first(what: &str, budget: &str, seen: &[Seen]) {
    say(what, budget, seen.iter().map(|seen| seen.first).collect());
}

fn say(what: &str, budget: &str, times: Vec<Duration>) {
    let mut times: Vec<f64> = times.iter().map(|time| time.as_secs_f64() * 1000.0).collect();
    times.sort_by(f64::total_cmp);
    let (middle, late) = (rank(times.len(), 50), rank(times.len(), 95));
    println!("| {what} | {budget} | {:.1} ms | {:.1} ms |", times[middle], times[late]);
}

fn say_steps(what: &str, seen: &[Seen]) {
    say_times(what, "3 / 10 ms", seen);
    let mut bytes: Vec<usize> = seen.iter().map(|seen| seen.bytes).collect();
    bytes.sort_unstable();
    let (middle, late) = (rank(bytes.len(), 50), rank(bytes.len(), 95));
    println!("| {what}: bytes | 1,000 | {} | {} |", bytes[middle], bytes[late]);
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).unwrap()
}

fn rank(count: usize, percent: usize) -> usize {
    (count * percent).div_ceil(100).saturating_sub(1)
}
