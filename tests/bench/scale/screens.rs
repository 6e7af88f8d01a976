//! The corners of the screens: keys, searches, marks, other days, memory and rest.

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use super::table::{Budget, Figures, Table, percentile};
use super::terminal::{Seen, Sitting};

/// Number of times that the program is started.
const STARTS: usize = 15;
/// Time in which nobody types.
const IDLE: Duration = Duration::from_secs(10);
/// Time in which a change of another program is followed.
const FOLLOWED: Duration = Duration::from_secs(4);
/// Rows of the list whose journal line is opened.
const IMPORTED: usize = 10_000;
/// The keys of the screens with a list, and their names.
const SCREENS: [(&str, &str); 7] = [
    ("1", "Today"),
    ("2", "Customers"),
    ("3", "Deliveries"),
    ("4", "Follow-ups"),
    ("5", "Tabs"),
    ("6", "Products"),
    ("7", "Insights"),
];
/// What is searched for, letter by letter.
const WORDS: [&str; 5] = ["wang", "lin", "0912", "c00", "陈"];

const FIRST: &[Budget] = &[Budget::Milliseconds(20.0)];
const KEY: &[Budget] = &[Budget::Milliseconds(10.0)];
const SETTLED: &[Budget] = &[Budget::Milliseconds(30.0)];
const STEP: &[Budget] = &[Budget::Milliseconds(10.0), Budget::Bytes(1000.0)];
const MEMORY: &[Budget] = &[Budget::Megabytes(25.0)];

/// Measures the screens on a notebook, in terminals of these sizes, and records the figures.
pub fn measure(file: &Path, day: &str, terminals: &[(u16, u16)], size: usize, table: &mut Table) {
    import_names(file, day);
    for (index, terminal) in terminals.iter().enumerate() {
        let place = format!("{}x{}", terminal.0, terminal.1);
        let mut add = |name: &str, budgets: &'static [Budget], figures: Figures| {
            table.add(&format!("{name}, {place}"), size, budgets, figures);
        };
        let mut sitting = Sitting::at(file, day, *terminal);
        sitting.screen();
        sitting.complete();
        steps(&mut sitting, &mut add);
        // What a key costs besides drawing does not depend on the terminal.
        if index == 0 {
            starts(file, day, *terminal, &mut add);
            keys(&mut sitting, &mut add);
            searches(&mut sitting, &mut add);
            journal(&mut sitting, &mut add);
            rest(&mut sitting, file, day, &mut add);
        }
        sitting.quit();
    }
}

/// From the start of the process to a screen with a first row, and the work behind it.
fn starts(
    file: &Path,
    day: &str,
    terminal: (u16, u16),
    add: &mut impl FnMut(&str, &'static [Budget], Figures),
) {
    let (mut first, mut cpu) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        let mut sitting = Sitting::at(file, day, terminal);
        first.push(milliseconds(sitting.screen()));
        sitting.complete();
        cpu.extend(sitting.process().map(|process| process.cpu as f64 / 1e6));
        sitting.quit();
    }
    let figures = Figures { cpu: Some(percentile(&mut cpu, 50)), ..times(first) };
    add("exec to the first rows", FIRST, figures);
}

/// One row down on every screen: time and bytes.
fn steps(sitting: &mut Sitting, add: &mut impl FnMut(&str, &'static [Budget], Figures)) {
    for (key, name) in SCREENS {
        sitting.each(key);
        sitting.each("g");
        let seen = sitting.each(&"j".repeat(80));
        let mut bytes: Vec<f64> = seen.iter().map(|seen| seen.bytes as f64).collect();
        let figures = Figures { bytes: Some(percentile(&mut bytes, 50)), ..complete(&seen) };
        add(&format!("one row down, {name}"), STEP, figures);
    }
}

/// Other screens and days, marks and orders.
fn keys(sitting: &mut Sitting, add: &mut impl FnMut(&str, &'static [Budget], Figures)) {
    let screens = sitting.each("23412341234123412341");
    add("a key to another screen, its first picture", KEY, times(first(&screens)));
    add("the same with all that is read behind", &[], complete(&screens));
    for (screen, name) in [("1", "Today"), ("3", "Deliveries")] {
        sitting.each(screen);
        let days = sitting.each("<>>><<<>>><<<<>>");
        add(&format!("another day of {name}, settled"), SETTLED, complete(&days));
        sitting.each("T");
    }
    for (screen, name) in [("1", "Today"), ("2", "Customers")] {
        sitting.each(screen);
        add(&format!("* marks all of {name}"), SETTLED, complete(&sitting.each("**********")));
    }
    for (screen, name) in [("2", "Customers"), ("5", "Tabs")] {
        sitting.each(screen);
        add(&format!("o sorts {name}"), SETTLED, complete(&sitting.each("oooooooooooooooo")));
        add(&format!("O reverses {name}"), SETTLED, complete(&sitting.each("OOOOOOOO")));
    }
}

/// Search as you type on every list.
fn searches(sitting: &mut Sitting, add: &mut impl FnMut(&str, &'static [Budget], Figures)) {
    for (screen, name) in SCREENS.into_iter().take(5) {
        sitting.each(screen);
        let mut seen = Vec::new();
        for word in WORDS {
            sitting.each("/");
            seen.extend(sitting.each(word));
            sitting.each("\u{1b}");
        }
        add(&format!("search as you type, {name}"), SETTLED, complete(&seen));
        sitting.each("\u{1b}");
    }
}

/// The rows of an import in the journal.
fn journal(sitting: &mut Sitting, add: &mut impl FnMut(&str, &'static [Budget], Figures)) {
    sitting.each("1");
    sitting.each("J");
    let opened = sitting.each("\r");
    add(
        &format!("Enter on an import of {IMPORTED} rows in the journal"),
        SETTLED,
        complete(&opened),
    );
    add("one row down in it", KEY, complete(&sitting.each(&"j".repeat(60))));
    sitting.each("\u{1b}");
    sitting.each("\u{1b}");
}

/// Memory after a long session, rest, and the change of another program.
fn rest(
    sitting: &mut Sitting,
    file: &Path,
    day: &str,
    add: &mut impl FnMut(&str, &'static [Budget], Figures),
) {
    for keys in ["1", "2", "3", "4", "5", "6", "7", "2"] {
        sitting.each(keys);
    }
    let memory = |sitting: &Sitting| sitting.process().map(|process| process.resident);
    add(
        "resident after all screens",
        MEMORY,
        Figures { memory: memory(sitting), ..Figures::default() },
    );
    for _ in 0..20 {
        for keys in ["j", "k"] {
            sitting.press(&keys.repeat(50));
            sitting.complete();
        }
    }
    add(
        "resident 2,000 keys later",
        MEMORY,
        Figures { memory: memory(sitting), ..Figures::default() },
    );
    sitting.each("1");
    sitting.wait(FOLLOWED);
    if let Some(before) = sitting.process() {
        let bytes = sitting.wait(IDLE) as f64;
        let after = sitting.process().expect("still there");
        let cpu = (after.cpu - before.cpu) as f64 / 1e6;
        let figures = Figures { wall: cpu, bytes: Some(bytes), ..Figures::default() };
        add("CPU in 10 s of rest", &[Budget::Milliseconds(5.0), Budget::Bytes(0.0)], figures);
        println!("Wake-ups in 10 s of rest: {}", after.woken - before.woken);
    }
    for (screen, name) in SCREENS {
        sitting.each(screen);
        sitting.wait(FOLLOWED);
        let Some(before) = sitting.process() else { continue };
        ricejar(file, day, &["tab", "charge", "#7", "1", "--over-limit"]);
        sitting.wait(FOLLOWED);
        let after = sitting.process().expect("still there");
        // The program wakes up once a second in any case.
        let cpu = (after.cpu - before.cpu) as f64 / 1e6;
        let figures = Figures { wall: cpu, ..Figures::default() };
        add(
            &format!("CPU after another program's change, {name}"),
            &[Budget::Milliseconds(20.0)],
            figures,
        );
    }
}

/// Imports a list, so that the journal has a line with many rows.
fn import_names(file: &Path, day: &str) {
    let mut list = "name,adults\n".to_owned();
    for number in 0..IMPORTED {
        writeln!(list, "Import {number},2").unwrap();
    }
    let path = file.with_extension("names.csv");
    std::fs::write(&path, list).unwrap();
    ricejar(file, day, &["import", path.to_str().unwrap(), "--into", "customers", "--again"]);
    std::fs::remove_file(path).unwrap();
}

fn ricejar(file: &Path, day: &str, words: &[&str]) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ricejar"));
    command.args(["--as-of", day, "--db"]).arg(file).args(words);
    let output = command.stdin(Stdio::null()).output().unwrap();
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn first(seen: &[Seen]) -> Vec<f64> {
    seen.iter().map(|seen| milliseconds(seen.first)).collect()
}

fn complete(seen: &[Seen]) -> Figures {
    times(seen.iter().map(|seen| milliseconds(seen.after)).collect())
}

fn times(mut times: Vec<f64>) -> Figures {
    Figures {
        wall: percentile(&mut times, 50),
        late: Some(percentile(&mut times, 95)),
        ..Figures::default()
    }
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
