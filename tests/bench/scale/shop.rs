//! The shops that are measured: a sample shop of each size, and what its peer gets.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use ricejar::app::{DemoSize, no_progress, write_demo};
use ricejar::domain::Day;
use ricejar::domain::shop::Language;
use rusqlite::Connection;

/// A size that can be asked for by name.
pub struct Size {
    /// Name on the command line and in the table.
    pub name: &'static str,
    /// Customers and deliveries of five years.
    pub demo: DemoSize,
}

/// The sizes, 10 to 1 each.
pub const SIZES: [Size; 4] = [
    size("S", 1_000, 20_000),
    size("M", 10_000, 200_000),
    size("L", 100_000, 2_000_000),
    size("L+", 1_000_000, 10_000_000),
];

const fn size(name: &'static str, customers: u32, deliveries: u32) -> Size {
    Size { name, demo: DemoSize { customers, deliveries, seed: 1932 } }
}

/// Tables that hold what somebody recorded; the others follow from them, or are about the program itself.
const RECORDED: [&str; 14] = [
    "shop",
    "area",
    "holiday",
    "customer",
    "household_change",
    "away",
    "product",
    "stock_move",
    "jar",
    "delivery",
    "delivery_line",
    "reading",
    "entry",
    "contact",
];

/// A shop on the disk.
pub struct Shop {
    /// The notebook.
    pub file: PathBuf,
    /// The same rows in plain tables with their keys, as one would keep them in the sqlite3 shell.
    pub plain: PathBuf,
    /// The day on which its history ends.
    pub day: String,
}

impl Shop {
    /// Makes the sample shop of a size in a folder; one that is there from an earlier run is used again.
    pub fn make(folder: &Path, size: &Size, day: Day) -> Self {
        let file = folder.join(format!("{}.ricejar", size.name));
        let plain = folder.join(format!("{}.plain.db", size.name));
        if !file.exists() {
            let start = Instant::now();
            write_demo(&file, size.demo, day, Language::English, &no_progress).unwrap();
            eprintln!("{} made in {:.1} s", file.display(), start.elapsed().as_secs_f64());
        }
        if !plain.exists() {
            copy_plainly(&file, &plain);
        }
        Self { file, plain, day: day.to_string() }
    }

    /// Returns a fresh copy of the notebook under a name in a folder.
    pub fn copy(&self, folder: &Path, name: &str) -> PathBuf {
        let copy = folder.join(name);
        remove(&copy);
        fs::copy(&self.file, &copy).unwrap();
        copy
    }
}

/// Removes a database and the files beside it.
pub fn remove(file: &Path) {
    for end in ["", "-wal", "-shm"] {
        let mut name = file.as_os_str().to_owned();
        name.push(end);
        drop(fs::remove_file(name));
    }
}

/// Copies the rows that somebody recorded into tables with the same columns and keys, and with neither the indexes,
/// the triggers nor the journal of a notebook.
fn copy_plainly(file: &Path, plain: &Path) {
    remove(plain);
    let conn = Connection::open(plain).unwrap();
    conn.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF",
    )
    .unwrap();
    conn.execute("ATTACH ?1 AS shop", [file.to_str().unwrap()]).unwrap();
    for table in RECORDED {
        let text = |sql: &str| conn.query_row(sql, [table], |row| row.get::<_, String>(0)).unwrap();
        conn.execute_batch(&text("SELECT sql FROM shop.sqlite_schema WHERE name = ?1")).unwrap();
        let columns = text(
            "SELECT group_concat('\"' || name || '\"') FROM pragma_table_xinfo(?1, 'shop') WHERE hidden = 0",
        );
        conn.execute_batch(&format!(
            "INSERT INTO main.{table} ({columns}) SELECT {columns} FROM shop.{table} ORDER BY rowid"
        ))
        .unwrap();
    }
    conn.execute_batch("DETACH shop; PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
}
