//! The sample shop as its users meet it: alive, whole, and the same every time.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::{DemoSize, write_demo};
use crate::app::{App, Clock, Error};
use crate::domain::action::AuditStamp;
use crate::domain::day::Weekdays;
use crate::domain::entry::EntryDetails;
use crate::domain::query::{CustomerQuery, IncludeFormer, PageDirection, TabQuery};
use crate::domain::shop::Language;
use crate::domain::tab::{EntryKind, OverLimit};
use crate::domain::{Command, Day, Money};
use crate::reports::customer_page::PageJar;
use crate::store::{self, Store};
use std::path::{Path, PathBuf};

fn day(text: &str) -> Day {
    crate::domain::day::parse_iso(text).unwrap()
}

fn written(folder: &Path, size: DemoSize, today: &str, language: Language) -> PathBuf {
    let path = folder.join(format!("{today}-{language:?}-{}.db", size.seed));
    write_demo(&path, size, day(today), language, &crate::domain::progress::no_progress).unwrap();
    path
}

fn open(path: &Path, today: &str) -> App {
    let stamp = AuditStamp { at: format!("{today} 08:00:00"), by: "Wang".to_owned() };
    App::new(Store::open(path).unwrap(), Clock { today: day(today), stamp })
}

#[test]
fn on_any_morning_the_small_shop_is_whole_and_has_something_to_do() {
    let folder = tempfile::tempdir().unwrap();
    for today in [
        "2026-03-27",
        "2026-11-20",
        "2027-02-01",
        "2032-02-29",
        "2026-09-15",
        "2026-07-07",
        "2026-12-30",
        "2026-02-20",
    ] {
        let path = written(folder.path(), DemoSize::SMALL, today, Language::Chinese);
        let app = open(&path, today);
        assert_eq!(app.check().unwrap(), []);
        assert_eq!(app.count_customers(IncludeFormer::With).unwrap(), DemoSize::SMALL.customers);

        let morning = app.morning().unwrap();
        // B3: nothing is proposed for a Sunday on which the shop does not deliver.
        let least = usize::from(app.shop().unwrap().delivers_on(app.today(), Weekdays::default()));
        let deliver = morning.deliver.len();
        assert!((least..=20).contains(&deliver), "{today}: {deliver}");
        assert!((2..=15).contains(&morning.collect.len()), "{today}: {}", morning.collect.len());
        assert!((1..=15).contains(&morning.look_after.len()), "{today}");
        assert!(!morning.short.is_empty(), "{today}");
        for (product, stock) in app.products().unwrap() {
            assert!(stock.is_positive(), "{today}: {} of {}", stock, product.name);
        }
    }
}

#[test]
fn what_is_in_a_jar_of_the_sample_is_about_what_a_visit_brings() {
    let folder = tempfile::tempdir().unwrap();
    for today in ["2026-03-27", "2027-02-01"] {
        let path = written(folder.path(), DemoSize::SMALL, today, Language::English);
        let app = open(&path, today);
        let packs = app.products().unwrap();
        let pack = |id| packs.iter().find(|(one, _)| one.id == id).and_then(|(one, _)| one.pack);
        let (all, mut seen) = (app.customers_in(&CustomerQuery::default()).unwrap(), 0);
        for page in all.iter().map(|id| app.customer_page(*id).unwrap()) {
            for PageJar { jar, level, .. } in page.jars {
                let pack = pack(jar.product).unwrap();
                let (usual, level) = (jar.usual.unwrap_or(pack), level.unwrap_or_default());
                assert!(level <= usual + usual + pack, "{today} {}: {level}", page.customer.code);
                seen += 1;
            }
        }
        assert!(seen > 50, "{seen}");
    }
}

#[test]
fn the_same_size_seed_and_day_give_the_same_bytes_and_another_seed_gives_others() {
    let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let size = DemoSize { customers: 40, deliveries: 900, seed: 7 };
    let write = |folder: &Path, size| {
        std::fs::read(written(folder, size, "2026-03-27", Language::English)).unwrap()
    };
    let first = write(one.path(), size);
    assert!(first == write(two.path(), size));
    assert!(first != write(one.path(), DemoSize { seed: 8, ..size }));
}

#[test]
fn about_as_many_deliveries_as_asked_are_written() {
    let folder = tempfile::tempdir().unwrap();
    for (customers, deliveries) in [(400, 8_000), (100, 8_000)] {
        let size = DemoSize { customers, deliveries, seed: u64::from(customers) };
        let path = written(folder.path(), size, "2026-03-27", Language::English);
        let app = open(&path, "2026-03-27");
        let all = app.deliveries(&Default::default()).unwrap().len();
        assert!(all.abs_diff(deliveries as usize) < deliveries as usize / 10, "{all}");
    }
}

#[test]
fn shops_of_nobody_and_of_one_can_be_written() {
    let folder = tempfile::tempdir().unwrap();
    for (seed, customers, deliveries) in [(1, 0, 0), (2, 1, 0), (3, 1, 10), (4, 3, 1_000_000)] {
        let size = DemoSize { customers, deliveries, seed };
        let path = written(folder.path(), size, "2026-03-27", Language::English);
        let app = open(&path, "2026-03-27");
        assert_eq!(app.check().unwrap(), []);
        assert_eq!(app.count_customers(IncludeFormer::With).unwrap(), customers);
    }
}

#[test]
fn the_journal_of_a_sample_shop_begins_with_what_the_visitor_does() {
    let folder = tempfile::tempdir().unwrap();
    let path = written(folder.path(), DemoSize::SMALL, "2026-03-27", Language::English);
    let mut app = open(&path, "2026-03-27");
    let before = app.owed(None).unwrap();
    let first = app.tabs(&TabQuery::default(), (None, PageDirection::After), 1).unwrap();
    let customer = first[0].who.id;
    let charge = Command::AddEntry {
        customer,
        kind: EntryKind::Charge,
        amount: Money::from_minor(58),
        on: day("2026-03-27"),
        method: String::new(),
        note: String::new(),
        over: OverLimit::Accept,
        details: EntryDetails::default(),
    };
    app.perform(&charge).unwrap();
    assert_ne!(app.owed(None).unwrap(), before);
    app.perform(&Command::Undo(None)).unwrap();
    assert_eq!(app.owed(None).unwrap(), before);
    assert!(app.perform(&Command::Undo(None)).is_err(), "history cannot be undone");
    assert_eq!(app.check().unwrap(), []);
}

#[test]
fn a_file_that_is_there_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shop.db");
    std::fs::write(&path, "mine").unwrap();
    let refused = write_demo(
        &path,
        DemoSize::SMALL,
        day("2026-03-27"),
        Language::English,
        &crate::domain::progress::no_progress,
    );
    assert!(matches!(refused, Err(Error::Store(store::Error::Exists(_)))));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
}
