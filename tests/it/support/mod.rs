//! What every test begins with: a place for a notebook, the shop that is in it, and a day.
//!
//! - [`notebook`] is a notebook whose commands are called, and whose rows are looked at.
//! - [`usual`] is the shop of a usual morning, which the screens show.
//! - [`program`] is the program itself at the command line.

pub mod notebook;
pub mod program;
pub mod usual;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use ricejar::app::{App, AuditStamp, Clock, Result};
use ricejar::domain::day::{Weekdays, parse_iso};
use ricejar::domain::shop::{Language, ServiceLevel, Shop};
use ricejar::domain::{Currency, Day};
use ricejar::i18n::Localizer;
use ricejar::store::Store;
use tempfile::TempDir;

pub fn day(text: &str) -> Day {
    parse_iso(text).unwrap()
}

/// The moment of a day at which everything in the tests is done.
pub fn clock(today: Day) -> Clock {
    Clock { today, stamp: AuditStamp { at: format!("{today} 08:15:00"), by: "永庆".to_owned() } }
}

/// A shop that counts in TWD.
pub fn shop() -> Shop {
    Shop {
        name: "永庆米店".to_owned(),
        currency: Currency::from_code("TWD").unwrap(),
        language: Some(Language::Chinese),
        service_level: ServiceLevel::DEFAULT,
        grace_days: 0,
        daily_capacity: None,
        rules_off: Default::default(),
        credit_limit: None,
        tickets_valid: None,
        contact: Default::default(),
        ageing: Default::default(),
        methods: Vec::new(),
        reminders: Default::default(),
        complaint_kinds: Vec::new(),
        date_order: None,
        delivery_days: Weekdays::ALL,
        holidays: BTreeMap::new(),
        areas: vec!["竹巷".to_owned(), "河边".to_owned()],
    }
}

/// The sentences of a shop that counts in TWD.
pub fn localizer(language: Language) -> Localizer {
    Localizer::new(language, shop().currency)
}

/// A folder, in memory where the system has one for that: syncing to a disk tells these tests nothing.
pub fn folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() { TempDir::new_in(memory) } else { TempDir::new() };
    folder.unwrap()
}

/// Where a notebook can be made, in a folder of its own.
pub fn place() -> (TempDir, PathBuf) {
    let folder = folder();
    let path = folder.path().join("shop.db");
    (folder, path)
}

/// The notebook at a path, opened again.
pub fn open(path: &Path, today: Day) -> Result<App> {
    Ok(App::new(Store::open(path)?, clock(today)))
}
