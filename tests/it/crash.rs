//! A power cut at any moment: what was acknowledged is there, and nothing is there by half.

use crate::notebook::{Notebook, Rows, day, look_into, open, place, rows};
use ricejar::app::{self, DemoSize, Error, no_progress, write_demo};
use ricejar::domain::container::DoorContainers;
use ricejar::domain::customer::CustomerPatch;
use ricejar::domain::delivery::{Checklist, DeliveredLine, DeliveryReport, Plan, ShortfallPolicy};
use ricejar::domain::entry::{EntryDetails, RepeatedPayment};
use ricejar::domain::id::{CustomerId, ProductId};
use ricejar::domain::product::ProductPatch;
use ricejar::domain::shop::Language;
use ricejar::domain::tab::{EntryKind, OverLimit};
use ricejar::domain::{Command, Money, Quantity};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command as Process, Stdio};
use tempfile::TempDir;

/// The file that the child writes.
const CHILDS_FILE: &str = "RICEJAR_TEST_CRASH_FILE";

/// The n-th thing that a busy shop does; each touches several tables.
pub fn nth(n: i64) -> Command {
    let on = day("2026-03-02");
    match n % 5 {
        0 => Command::AddCustomer {
            patch: CustomerPatch { name: Some(format!("王 {n}")), ..CustomerPatch::default() },
            opening: Some(Money::from_minor(n + 1)),
            on,
        },
        1 => Command::AddProduct {
            patch: ProductPatch {
                name: Some(format!("rice {n}")),
                unit: Some("kg".to_owned()),
                price: Some(Money::from_minor(40)),
                ..ProductPatch::default()
            },
            stock: Some(Quantity::whole(n)),
            on,
        },
        2 => Command::ReceiveStock {
            product: ProductId::new(1 + n / 5),
            quantity: Quantity::whole(10),
            cost: Some(Money::from_minor(n)),
            on,
        },
        3 => Command::AddEntry {
            customer: CustomerId::new(1 + n / 5),
            kind: EntryKind::Charge,
            amount: Money::from_minor(n),
            on,
            method: String::new(),
            note: "x".repeat(300),
            over: OverLimit::Accept,
            details: EntryDetails { repeated: RepeatedPayment::Accept, ..EntryDetails::default() },
        },
        _ => Command::Undo(None),
    }
}

/// The log that SQLite keeps beside the file.
fn log_of(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    name.into()
}

#[test]
fn a_log_cut_at_any_point_gives_a_whole_state() {
    let notebook = Notebook::new(day("2026-03-02"));
    let path = notebook.path.clone();
    let mut states: Vec<Rows> = vec![notebook.rows()];
    // Everything so far goes into the file, so that the log begins with the first command.
    rusqlite::Connection::open(&path)
        .unwrap()
        .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        .unwrap();
    let mut notebook = notebook;
    for n in 0..25 {
        notebook.does(nth(n));
        states.push(notebook.rows());
    }
    let (file, log) = (std::fs::read(&path).unwrap(), std::fs::read(log_of(&path)).unwrap());

    let folder = path.parent().unwrap().join("after");
    let mut reached = 0;
    // A step that is no part of a page, so that cuts fall inside of frames and on their edges.
    let cuts = (0..log.len()).step_by(log.len() / 220).chain([log.len()]);
    for cut in cuts {
        std::fs::create_dir(&folder).unwrap();
        let copy = folder.join("shop.db");
        std::fs::write(&copy, &file).unwrap();
        std::fs::write(log_of(&copy), &log[..cut]).unwrap();

        let app = open(&copy, day("2026-03-02")).unwrap();
        assert_eq!(app.check().unwrap(), [], "cut at {cut}");
        let found = rows(&look_into(&copy));
        // A longer log never gives less, and what was taken back looks as it did before it was done.
        let further = states[reached..].iter().position(|state| *state == found);
        reached +=
            further.unwrap_or_else(|| panic!("half a command, or less than before, at {cut}"));
        drop(app);
        std::fs::remove_dir_all(&folder).unwrap();
    }
    assert_eq!(states[reached], states[25], "the whole log gives everything");
}

#[test]
fn everything_acknowledged_survives_a_kill() {
    for lines in [1, 7, 30] {
        let notebook = Notebook::new(day("2026-03-02"));
        let mut child = Process::new(std::env::current_exe().unwrap())
            .args(["--ignored", "--exact", "crash::the_child_that_is_killed", "--nocapture"])
            .env(CHILDS_FILE, &notebook.path)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let said = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        let mut acknowledged = said.filter_map(|line| line.strip_prefix("done ")?.parse().ok());
        let mut last: i64 = acknowledged.by_ref().nth(lines - 1).unwrap();
        child.kill().unwrap();
        child.wait().unwrap();
        // What it said before the kill reached it counts too.
        last = acknowledged.last().unwrap_or(last).max(last);

        let app = open(&notebook.path, day("2026-03-02")).unwrap();
        assert_eq!(app.check().unwrap(), []);
        let journal = app.journal(None, None).unwrap();
        let kept: Vec<i64> = journal.iter().map(|line| line.id.number()).collect();
        let newest = kept.last().copied().unwrap_or(0);
        assert_eq!(kept, (1..=newest).collect::<Vec<_>>());
        // It may have written one more than it had time to say.
        assert!(newest == last || newest == last + 1, "{newest} kept, {last} acknowledged");
    }
}

/// A shop with some years behind it, so that whole-file work on it takes a while.
fn aged() -> (TempDir, PathBuf) {
    let (folder, path) = place();
    let size = DemoSize { customers: 600, deliveries: 12_000, seed: 1 };
    write_demo(&path, size, day("2026-03-02"), Language::English, &no_progress).unwrap();
    (folder, path)
}

/// Runs another test of this program as a child, and kills it when `seen` has held for so many looks.
fn kill_child(test: &str, path: &Path, looks: u32, seen: impl Fn() -> bool) {
    let mut child = Process::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", test, "--nocapture"])
        .env(CHILDS_FILE, path)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut left = looks;
    while left > 0 && child.try_wait().unwrap().is_none() {
        left -= u32::from(seen());
        std::thread::yield_now();
    }
    child.kill().unwrap();
    child.wait().unwrap();
}

/// The files beside the notebook, by what their names begin with.
fn files_like(path: &Path, name: impl Fn(&str) -> bool) -> Vec<PathBuf> {
    let files = std::fs::read_dir(path.parent().unwrap()).unwrap().map(|file| file.unwrap().path());
    files.filter(|file| name(file.file_name().unwrap().to_str().unwrap())).collect()
}

// A20
#[test]
fn a_restore_that_is_killed_leaves_the_one_notebook_or_the_other_at_its_place() {
    let (_folder, path) = aged();
    let backup = path.with_file_name("backup.db");
    let customers =
        |path: &Path| rows(&look_into(path)).keys().filter(|(t, _)| t == "customer").count();
    let mut app = open(&path, day("2026-03-02")).unwrap();
    app.backup(&backup, &no_progress).unwrap();
    app.perform(&nth(0)).unwrap();
    drop(app);
    let (with_backup, before) = (customers(&backup), customers(&path));
    assert_eq!(before, with_backup + 1);
    for looks in [1, 20, 200, 2_000, 20_000] {
        // What the test itself left by looking into the file, and the runs before.
        for file in files_like(&path, |name| name.starts_with("shop.db") && name != "shop.db") {
            std::fs::remove_file(file).unwrap();
        }
        let copying =
            || !files_like(&path, |name| name.starts_with("shop.db.restoring-")).is_empty();
        kill_child("crash::the_child_that_restores", &path, looks, copying);
        // SQLite may have been about to fold its log in; it holds nothing that is not in the file.
        let log = std::fs::metadata(log_of(&path));
        assert_eq!(log.map_or(0, |log| log.len()), 0, "after {looks} looks");
        let app = open(&path, day("2026-03-02")).unwrap();
        assert_eq!(app.check().unwrap(), [], "after {looks} looks");
        drop(app);
        let now = customers(&path);
        assert!(now == before || now == with_backup, "{now} customers after {looks} looks");
        if now == with_backup {
            // What was there is kept, whole.
            let kept = files_like(&path, |name| {
                name.starts_with("shop.db.old-") || name.starts_with("shop.db.restoring-")
            });
            let kept = kept.iter().find(|file| customers(file) == before).unwrap();
            std::fs::rename(kept, &path).unwrap();
        }
    }
}

#[test]
#[ignore = "the test above runs it in a process of its own and kills it"]
fn the_child_that_restores() {
    let path = PathBuf::from(std::env::var_os(CHILDS_FILE).unwrap());
    app::restore(&path.with_file_name("backup.db"), &path, &no_progress).unwrap();
}

#[test]
fn a_file_of_an_older_format_that_is_killed_on_its_way_up_is_brought_up_the_next_time() {
    let (_folder, path) = crate::formats::notebook(4);
    let (old, before) = (std::fs::read(&path).unwrap(), rows(&look_into(&path)));
    drop(open(&path, day("2026-03-02")).unwrap());
    let current = rows(&look_into(&path));
    for file in files_like(&path, |name| name != "shop.ricejar") {
        std::fs::remove_file(file).unwrap();
    }
    let bak = path.with_file_name("shop.ricejar.v4.bak");
    for looks in [1, 3, 10, 100, 1_000] {
        std::fs::write(&path, &old).unwrap();
        let begun = || !files_like(&path, |name| name != "shop.ricejar").is_empty();
        kill_child("crash::the_child_that_opens", &path, looks, begun);
        let app = open(&path, day("2026-03-02")).unwrap();
        assert_eq!(app.check().unwrap(), [], "after {looks} looks");
        drop(app);
        assert_eq!(rows(&look_into(&path)), current, "after {looks} looks");
        // Where a copy of the old file is kept, it is whole.
        if bak.exists() {
            assert_eq!(rows(&look_into(&bak)), before, "after {looks} looks");
        }
        for file in files_like(&path, |name| name != "shop.ricejar") {
            std::fs::remove_file(file).unwrap();
        }
    }
}

#[test]
#[ignore = "the test above runs it in a process of its own and kills it"]
fn the_child_that_opens() {
    let path = PathBuf::from(std::env::var_os(CHILDS_FILE).unwrap());
    open(&path, day("2026-03-02")).unwrap();
}

#[test]
fn a_delivery_of_several_goods_is_done_whole_or_not_at_all() {
    let notebook = Notebook::new(day("2026-03-02"));
    let path = notebook.path.clone();
    for looks in [1, 2, 5, 20, 100] {
        // Each child plans and does deliveries of four goods, one after the other, until it is killed.
        let done = || -> i64 {
            let done = "SELECT count(*) FROM delivery WHERE stage = 'done'";
            look_into(&path).query_row(done, [], |row| row.get(0)).unwrap()
        };
        let before = done();
        let writing = || done() > before;
        kill_child("crash::the_child_that_delivers", &path, looks * 50, writing);
        let app = open(&path, day("2026-03-02")).unwrap();
        assert_eq!(app.check().unwrap(), [], "after {looks} looks");
        let conn = look_into(&path);
        // A visit has all its lines, one charge for them and one payment, or it is still planned.
        let sql = "SELECT d.stage, (SELECT count(*) FROM delivery_line WHERE delivery_id = d.id AND (delivered IS NULL) = (d.stage = 'planned')),
                          (SELECT count(*) FROM entry WHERE delivery_id = d.id) FROM delivery d";
        let mut visits = conn.prepare(sql).unwrap();
        let mut visits = visits.query([]).unwrap();
        while let Some(visit) = visits.next().unwrap() {
            let (stage, lines, entries): (String, i64, i64) =
                (visit.get(0).unwrap(), visit.get(1).unwrap(), visit.get(2).unwrap());
            let entries_of_a_visit = if stage == "done" { 2 } else { 0 };
            assert_eq!((lines, entries), (4, entries_of_a_visit), "{stage}");
        }
    }
}

#[test]
#[ignore = "the test above runs it in a process of its own and kills it"]
fn the_child_that_delivers() {
    let path = PathBuf::from(std::env::var_os(CHILDS_FILE).unwrap());
    let mut app = open(&path, day("2026-03-02")).unwrap();
    let on = day("2026-03-02");
    let known = app.products().unwrap().len() as i64;
    (known..4).for_each(|n| drop(app.perform(&nth(1 + 5 * n)).unwrap()));
    loop {
        let patch = CustomerPatch { name: Some("王".to_owned()), ..CustomerPatch::default() };
        let added = app.perform(&Command::AddCustomer { patch, opening: None, on }).unwrap();
        let customer = added.detail.customer().unwrap();
        let products = (1..=4).map(ProductId::new);
        let lines: Vec<_> = products.clone().map(|product| (product, Quantity::whole(5))).collect();
        app.perform(&Command::PlanDelivery(Plan { customer, on, lines })).unwrap();
        let planned = app.deliveries(&Default::default()).unwrap();
        let planned = planned.iter().map(|row| row.id).max_by_key(|id| id.number()).unwrap();
        let brought =
            |product| DeliveredLine { product, quantity: Quantity::whole(5), price: None };
        app.perform(&Command::Deliver(DeliveryReport {
            visit: planned.into(),
            on,
            lines: products.map(brought).collect(),
            left: Vec::new(),
            paid: Some(Money::from_minor(100)),
            method: String::new(),
            tickets: Vec::new(),
            checklist: Checklist::default(),
            rest: ShortfallPolicy::Replan,
            over: OverLimit::Accept,
            note: String::new(),
            containers: DoorContainers::default(),
        }))
        .unwrap();
    }
}

#[test]
#[ignore = "the test above runs it in a process of its own and kills it"]
fn the_child_that_is_killed() {
    let path = PathBuf::from(std::env::var_os(CHILDS_FILE).unwrap());
    let mut app = open(&path, day("2026-03-02")).unwrap();
    for n in 0.. {
        match app.perform(&nth(n)) {
            Ok(done) => done.action.iter().for_each(|line| println!("\ndone {}", line.number())),
            Err(Error::Refused(refused)) => panic!("{refused:?}"),
            Err(Error::Store(error)) => panic!("{error}"),
        }
    }
}
