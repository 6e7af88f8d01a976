//! One command in a process of its own: how long it took, what it cost, and how much memory it held.

use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use nix::sys::resource::{Usage, UsageWho, getrusage};
use nix::sys::time::TimeValLike;

/// The flag with which the bench starts itself: it then measures the command behind it and nothing else, so
/// that the memory of one command is not mistaken for another's.
pub const MEASURE: &str = "--measure";

/// A command to measure, run in a shell's place: no words are split.
#[derive(Clone, Debug)]
pub struct Call {
    program: OsString,
    arguments: Vec<OsString>,
}

/// Cost of one run.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
    /// From the start to the end.
    pub wall: Duration,
    /// In user and system mode.
    pub cpu: Duration,
    /// Largest resident memory, in megabytes.
    pub memory: f64,
}

impl Call {
    /// A call of ricejar on a notebook.
    pub fn ricejar(file: &Path, day: &str, arguments: &[&str]) -> Self {
        let mut all: Vec<OsString> =
            ["--as-of", day, "--lang", "en", "--db"].map(OsString::from).to_vec();
        all.push(file.into());
        all.extend(arguments.iter().map(OsString::from));
        Self { program: env!("CARGO_BIN_EXE_ricejar").into(), arguments: all }
    }

    /// A call of ricejar without a notebook.
    pub fn ricejar_alone(arguments: &[&str]) -> Self {
        let arguments = arguments.iter().map(OsString::from).collect();
        Self { program: env!("CARGO_BIN_EXE_ricejar").into(), arguments }
    }

    /// A call of the sqlite3 shell on a file, with commands and queries one after the other.
    pub fn sqlite(file: &Path, script: &[&str]) -> Self {
        let mut arguments: Vec<OsString> = vec!["-batch".into(), file.into()];
        arguments.extend(script.iter().map(OsString::from));
        Self { program: "sqlite3".into(), arguments }
    }

    /// Runs the command once, prints nothing of it, and returns what it cost.
    pub fn measure(&self) -> Cost {
        let bench = std::env::current_exe().unwrap();
        let mut command = Command::new(bench);
        command.arg(MEASURE).arg(&self.program).args(&self.arguments);
        let output = command.stdin(Stdio::null()).output().unwrap();
        let printed = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "{self:?}: {}", String::from_utf8_lossy(&output.stderr));
        let numbers: Vec<u64> =
            printed.split_whitespace().map(|word| word.parse().unwrap()).collect();
        let &[wall, cpu, kilobytes] = numbers.as_slice() else { panic!("{self:?}: {printed}") };
        Cost {
            wall: Duration::from_micros(wall),
            cpu: Duration::from_micros(cpu),
            memory: kilobytes as f64 / 1024.0,
        }
    }

    /// Returns the number of instructions that the command executes, in millions, if valgrind is installed.
    pub fn instructions(&self) -> Option<f64> {
        let output = Command::new("valgrind")
            .args(["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"])
            .arg(&self.program)
            .args(&self.arguments)
            .stdin(Stdio::null())
            .output()
            .ok()?;
        let words = String::from_utf8_lossy(&output.stderr).into_owned();
        let line = words.lines().find(|line| line.contains("I refs:"))?;
        let count: f64 = line.split("refs:").nth(1)?.trim().replace(',', "").parse().ok()?;
        Some(count / 1e6)
    }
}

/// Runs the command that the bench was started with, and prints what it cost: microseconds from start to end and in
/// the processor, and kilobytes of memory.
pub fn measure_and_print(words: &[String]) {
    let [program, arguments @ ..] = words else { panic!("no command to measure") };
    let start = Instant::now();
    let mut command = Command::new(program);
    let status =
        command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).status().unwrap();
    let wall = start.elapsed();
    let spent = getrusage(UsageWho::RUSAGE_CHILDREN).unwrap();
    assert!(status.success(), "{words:?} ended with {status}");
    println!("{} {} {}", wall.as_micros(), cpu(&spent), spent.max_rss());
}

fn cpu(spent: &Usage) -> i64 {
    spent.user_time().num_microseconds() + spent.system_time().num_microseconds()
}

/// True if a program can be started.
pub fn is_installed(program: &str) -> bool {
    let mut command = Command::new(program);
    command.arg("--version").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok()
}
