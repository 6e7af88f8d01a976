//! Every command and the corners of the screens in shops of three sizes, each beside its peer in the same run:
//! `cargo bench --bench scale`. The README's tables are what this prints.
//!
//! - `-- --size S` (`M`, `L`, `L+`; repeat for several) measures these sizes; without it S, M and L.
//! - `-- --only commands` or `--only screens` measures one half.
//! - `-- --db FILE --as-of DATE` measures the screens on a notebook of one's own; `--terminal 80x24` on another terminal.
//!
//! Sample shops are kept in `target/tmp/scale` and used again. The peer is the sqlite3 shell, on the same file or on the same
//! rows in plain tables; without it the ratios are left out, and without valgrind the instructions.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a measurement that stops says where"
)]

mod child;
mod commands;
mod money;
mod screens;
mod shop;
mod table;
mod terminal;

use std::path::{Path, PathBuf};

use ricejar::domain::day::parse_iso;
use shop::{SIZES, Shop, Size};
use table::Table;

/// The day on which the history of a sample shop ends.
const DAY: &str = "2026-03-27";
/// The sizes that are measured if none is named.
const USUAL: [&str; 3] = ["S", "M", "L"];

fn main() {
    let typed: Vec<String> = std::env::args().collect();
    if let Some(at) = typed.iter().position(|word| word == child::MEASURE) {
        return child::measure_and_print(&typed[at + 1..]);
    }
    // `cargo test --all-targets` runs this too; what depends on the machine is no test.
    if !typed.iter().any(|word| word == "--bench") {
        return;
    }
    let after = |flag: &str| -> Vec<&str> {
        let pairs = typed.iter().zip(typed.iter().skip(1));
        pairs.filter(|(word, _)| *word == flag).map(|(_, next)| next.as_str()).collect()
    };
    let only = after("--only");
    let wants = |half: &str| only.is_empty() || only.contains(&half);
    let day = after("--as-of").first().copied().unwrap_or(DAY);
    let terminals = match after("--terminal").first().map(|size| size.split_once('x')) {
        Some(size) => {
            let (columns, rows) = size.expect("columns and rows: 80x24");
            vec![(columns.parse().unwrap(), rows.parse().unwrap())]
        }
        None => vec![(120, 40), (80, 24)],
    };
    let mut table = Table::default();
    if let [file] = after("--db").as_slice() {
        screens::measure(Path::new(file), day, &terminals, 0, &mut table);
        return table.print(&[file]);
    }
    let named = after("--size");
    let sizes: Vec<&Size> = SIZES
        .iter()
        .filter(|size| {
            if named.is_empty() { USUAL.contains(&size.name) } else { named.contains(&size.name) }
        })
        .collect();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("scale");
    std::fs::create_dir_all(&folder).unwrap();
    let scratch = tempfile::tempdir_in(&folder).unwrap();
    for (index, size) in sizes.iter().enumerate() {
        let shop = Shop::make(&folder, size, parse_iso(day).unwrap());
        eprintln!("{}:", size.name);
        if wants("commands") {
            commands::Commands::new(&shop, index, scratch.path(), &mut table).run();
        }
        if wants("screens") {
            let file: PathBuf = shop.copy(scratch.path(), "screens.ricejar");
            screens::measure(&file, day, &terminals, index, &mut table);
            shop::remove(&file);
        }
    }
    let names: Vec<&str> = sizes.iter().map(|size| size.name).collect();
    println!("Measured on {}.\n", machine());
    table.print(&names);
}

/// Returns the processor and the number of its cores.
fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let about = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = about.lines().find_map(|line| line.strip_prefix("model name")?.split(": ").nth(1));
    format!("{cores} cores ({})", model.unwrap_or("unknown processor"))
}
