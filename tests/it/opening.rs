//! Opening a notebook that somebody else had in hand: altered, crafted, broken, of an older format.

use crate::crash::nth;
use crate::notebook::{Notebook, clock, day, first_format, look_into, open, place, rows, shop};
use crate::support::localizer;
use ricejar::app::{App, DemoSize, Error as Failed, no_progress, write_demo};
use ricejar::domain::customer::CustomerPatch;
use ricejar::domain::id::CustomerId;
use ricejar::domain::query::IncludeFormer;
use ricejar::domain::query::{CustomerQuery, FollowUpQuery, JarQuery, PageDirection, TabQuery};
use ricejar::domain::shop::Language;
use ricejar::domain::{Command, Day};
use ricejar::i18n::Localizer;
use ricejar::store::{Error, SchemaFault, Store};
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::process::{Command as Process, Stdio};

/// The notebook that a child opens.
const CHILDS_FILE: &str = "RICEJAR_TEST_OPENING_FILE";

fn today() -> Day {
    day("2026-03-02")
}

fn copy_of_the_first_format(path: &Path) -> PathBuf {
    path.with_file_name("shop.db.v1.bak")
}

/// A notebook with rows of every table and a few lines in its journal, as the bytes of its one file.
fn busy_notebook() -> Vec<u8> {
    let (_folder, path) = place();
    let size = DemoSize { customers: 2, deliveries: 40, seed: 7 };
    write_demo(&path, size, today(), Language::English, &no_progress).unwrap();
    let mut app = open(&path, today()).unwrap();
    (0..5).for_each(|n| drop(app.perform(&nth(n))));
    app.checkpoint().unwrap();
    std::fs::read(&path).unwrap()
}

// A2
#[test]
fn opening_makes_neither_a_file_nor_a_folder() {
    let (folder, _) = place();
    let path = folder.path().join("no/such/shop.db");
    assert!(matches!(Store::open(&path), Err(Error::Missing(_))));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

// A2: whatever a crash leaves of a notebook that is being made can be made into one.
#[test]
fn a_notebook_that_was_not_finished_is_empty_and_can_be_filled() {
    let (_folder, path) = place();
    for prepare in ["PRAGMA user_version = 0", "PRAGMA journal_mode = WAL", "VACUUM"] {
        Connection::open(&path).unwrap().execute_batch(prepare).unwrap();
        assert!(matches!(Store::open(&path), Err(Error::Empty(_))), "{prepare}");
        drop(Store::create(&path, &shop()).unwrap());
        assert!(Store::open(&path).is_ok(), "{prepare}");
        std::fs::remove_file(&path).unwrap();
        std::fs::write(&path, "").unwrap();
    }
}

// A18: a trigger of somebody else ran with the first change, or while the format was brought up to date.
#[test]
fn a_foreign_trigger_never_runs() {
    let (_folder, path) = place();
    first_format(&path);
    let crafted = Connection::open(&path).unwrap();
    crafted
        .execute_batch("CREATE TRIGGER mine AFTER UPDATE ON standing BEGIN DELETE FROM entry; END")
        .unwrap();
    drop(crafted);
    let bytes = std::fs::read(&path).unwrap();
    match Store::open(&path) {
        Err(Error::Schema { object, fault: SchemaFault::Unknown, .. }) => {
            assert_eq!(object, "mine")
        }
        other => panic!("{:?}", other.err()),
    }
    assert_eq!(std::fs::read(&path).unwrap(), bytes, "nothing was written");
}

// A8: a crafted name of a table became a part of SQL on undo.
#[test]
fn a_table_that_the_journal_does_not_keep_is_told_and_nothing_is_changed() {
    let mut notebook = Notebook::new(today());
    (0..4).for_each(|n| drop(notebook.does(nth(n))));
    let crafted = Connection::open(&notebook.path).unwrap();
    for table in ["entry WHERE 1 = 1 --", "action", "sqlite_schema", "Entry", ""] {
        crafted.execute("UPDATE change SET tbl = ?1", [table]).unwrap();
        let before = notebook.rows();
        match notebook.app.perform(&Command::Undo(None)) {
            Err(Failed::Store(Error::Damaged(why))) => assert!(why.contains("change.tbl"), "{why}"),
            other => panic!("{table}: {other:?}"),
        }
        let line = notebook.app.journal(None, None).unwrap().last().unwrap().id;
        assert!(notebook.app.journal_line(line).is_err(), "{table}");
        assert_eq!(notebook.rows(), before, "{table}");
    }
}

// A6: our own reading of an impossible value names its cell.
#[test]
fn an_impossible_value_is_told_with_its_table_and_column() {
    let mut notebook = Notebook::new(today());
    (0..4).for_each(|n| drop(notebook.does(nth(n))));
    let crafted = Connection::open(&notebook.path).unwrap();
    crafted.execute("UPDATE customer SET joined_on = '2026-13-45'", []).unwrap();
    match notebook.app.customers(&CustomerQuery::default(), (None, PageDirection::After), 9) {
        Err(Failed::Store(Error::Damaged(why))) => {
            assert_eq!(why, "customer.joined_on: “2026-13-45”");
        }
        other => panic!("{other:?}"),
    }
}

// A22: a migration kept no copy of the old file.
#[test]
fn the_file_of_an_older_format_is_kept_until_the_next_backup() {
    let (folder, path) = place();
    first_format(&path);
    let before = rows(&look_into(&path));
    let app = open(&path, today()).unwrap();
    let copy = copy_of_the_first_format(&path);
    let old = look_into(&copy);
    assert_eq!(rows(&old), before);
    let format: i64 = old.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    assert_eq!(format, 1);
    drop(old);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&copy).unwrap().permissions().mode() & 0o777, 0o600);
    }
    // Opening it again migrates nothing, and so keeps nothing.
    std::fs::rename(&copy, folder.path().join("shop.db.v2.bak")).unwrap();
    drop(open(&path, today()).unwrap());
    assert!(!copy.exists());
    std::fs::rename(folder.path().join("shop.db.v2.bak"), &copy).unwrap();
    std::fs::write(folder.path().join("shop.db.vow.bak"), "not ours").unwrap();
    app.backup(&folder.path().join("backup.db"), &no_progress).unwrap();
    assert!(!copy.exists());
    assert!(folder.path().join("shop.db.vow.bak").exists());
}

// A22: without room for the copy nothing is brought up to date.
#[test]
fn a_copy_that_cannot_be_kept_keeps_the_file_as_it_was() {
    let (_folder, path) = place();
    first_format(&path);
    let before = rows(&look_into(&path));
    // A folder in the place of the copy stands for a full disk.
    std::fs::create_dir(copy_of_the_first_format(&path)).unwrap();
    assert!(matches!(Store::open(&path), Err(Error::Io { .. })));
    let old = look_into(&path);
    assert_eq!(rows(&old), before);
    let format: i64 = old.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    assert_eq!(format, 1);
}

// A22: killed in the middle.
#[test]
fn a_migration_that_is_killed_leaves_the_old_file_and_its_copy() {
    let (_folder, path) = place();
    first_format(&path);
    let many = Connection::open(&path).unwrap();
    many.execute_batch(
        "WITH RECURSIVE n (n) AS (SELECT 100 UNION ALL SELECT n + 1 FROM n WHERE n < 5000)
         INSERT INTO customer SELECT n, 'D' || n, printf('d%012d', n), '王', 'wang', kind, phones, area, address, door_note,
             adults, children, elders, payday, weekdays, debt_limit, tags, referred_by, birthday, channel,
             language, consent, note, joined_on, left_on, left_reason FROM customer, n;
         INSERT INTO standing SELECT id, 0, '', NULL, NULL, NULL FROM customer WHERE id <> 7",
    )
    .unwrap();
    drop(many);
    let before = rows(&look_into(&path));
    let mut child = Process::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "opening::the_child_that_migrates", "--nocapture"])
        .env(CHILDS_FILE, &path)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let copy = copy_of_the_first_format(&path);
    // The rows are written only after the copy has its name.
    while !copy.exists() {
        assert!(child.try_wait().unwrap().is_none_or(|status| status.success()));
        std::thread::yield_now();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(rows(&look_into(&copy)), before);
    let app = open(&path, today()).unwrap();
    assert!(app.check().unwrap().is_empty());
    assert_eq!(rows(&look_into(&copy)), before);
}

#[test]
#[ignore = "the test above runs it in a process of its own and kills it"]
fn the_child_that_migrates() {
    let path = PathBuf::from(std::env::var_os(CHILDS_FILE).unwrap());
    drop(Store::open(&path).unwrap());
}

// A10: `cp` of an open notebook lacked the last changes.
#[test]
fn after_a_checkpoint_a_plain_copy_has_everything_while_others_have_the_file_open() {
    let mut notebook = Notebook::new(today());
    let other = open(&notebook.path, today()).unwrap();
    notebook.does(nth(0));
    let copy = notebook.path.with_file_name("copy.db");
    other.checkpoint().unwrap();
    std::fs::copy(&notebook.path, &copy).unwrap();
    assert_eq!(rows(&look_into(&copy)), notebook.rows());
}

/// Asks for whatever a notebook shows, and changes it. What comes of that is an answer or an error with a
/// sentence; a panic ends the test.
fn look_at_everything(path: &Path, words: &Localizer) {
    let store = match Store::open(path) {
        Ok(store) => store,
        Err(error) => {
            assert!(!words.store_error(&error).text.is_empty());
            return;
        }
    };
    let mut app = App::new(store, clock(today()));
    let said = |error: Failed| assert!(!words.failed(&error).text.is_empty());
    let _ = app.check().map_err(said);
    let _ = app.shop().map_err(said);
    let _ =
        app.customers(&CustomerQuery::default(), (None, PageDirection::After), 50).map_err(said);
    let _ = app.jars_in(&JarQuery::default(), (None, PageDirection::After), 50).map_err(said);
    let _ =
        app.follow_ups(&FollowUpQuery::default(), (None, PageDirection::After), 50).map_err(said);
    let _ = app.morning().map_err(said);
    let _ = app.week(today()).map_err(said);
    let _ = app.round(today()).map_err(said);
    let _ = app.owed(None).map_err(said);
    let _ = app.shelves(IncludeFormer::With).map_err(said);
    let _ = app.buying(14).map_err(said);
    let _ = app.accuracy().map_err(said);
    let _ = app.customer_page(CustomerId::new(1)).map_err(said);
    let _ = app.learn_all().map_err(said);
    let _ = app.tabs(&TabQuery::default(), (None, PageDirection::After), 50).map_err(said);
    let _ = app.journal(None, None).map_err(said);
    let _ = app.insights().map_err(said);
    let _ = app.perform(&Command::Undo(None)).map_err(said);
    let _ = app.perform(&nth(0)).map_err(said);
}

fn english() -> Localizer {
    localizer(Language::English)
}

// A18, A12: whatever stands in a file, the program says a sentence.
#[test]
fn no_flipped_byte_breaks_the_program() {
    let (bytes, words) = (busy_notebook(), english());
    let (_folder, path) = place();
    // A small generator of its own, so that every run flips the same bytes.
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut below = |most: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % most as u64) as usize
    };
    for case in 0..250 {
        let mut broken = bytes.clone();
        for _ in 0..=below(8) {
            // Every other byte is one of the first of a page, where its structure is.
            let place = match below(2) {
                0 => below(broken.len()),
                _ => below(broken.len() / 4096) * 4096 + below(120),
            };
            broken[place] = below(256) as u8;
        }
        if case % 10 == 0 {
            broken.truncate(below(bytes.len()));
        }
        for side in ["-wal", "-shm", "-journal"] {
            let _ = std::fs::remove_file(path.with_file_name(format!("shop.db{side}")));
        }
        std::fs::write(&path, broken).unwrap();
        look_at_everything(&path, &words);
    }
}

// A12: no number in a column makes a sum overflow.
#[test]
fn no_value_of_any_column_breaks_the_program() {
    let (bytes, words) = (busy_notebook(), english());
    let (_folder, path) = place();
    std::fs::write(&path, &bytes).unwrap();
    let schema = Connection::open(&path).unwrap();
    let mut columns = schema
        .prepare(
            "SELECT tables.name, columns.name, columns.type FROM sqlite_schema tables
               JOIN pragma_table_info(tables.name) columns
              WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite!_%' ESCAPE '!'",
        )
        .unwrap();
    let columns: Vec<(String, String, String)> = columns
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .unwrap()
        .collect::<rusqlite::Result<_>>()
        .unwrap();
    assert!(columns.len() > 150, "{columns:?}");
    for (table, column, kind) in columns {
        let values: &[&str] = match kind.as_str() {
            "INTEGER" => &["9223372036854775807", "-9223372036854775807 - 1"],
            "REAL" => &["1e308", "-1e308"],
            _ => &["'9999-12-31'", "'2026-03-02:9223372036854775807'"],
        };
        for value in values {
            std::fs::write(&path, &bytes).unwrap();
            let crafted = Connection::open(&path).unwrap();
            let sql = format!(
                "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF;
                 UPDATE OR IGNORE {table} SET {column} = {value}"
            );
            // A column that others are counted from refuses some values by itself.
            let _ = crafted.execute_batch(&sql);
            drop(crafted);
            look_at_everything(&path, &words);
        }
    }
}

// A18: a log is never applied to another file than the one whose changes it holds.
#[test]
fn a_file_that_is_put_in_the_place_of_an_open_one_stays_as_it_is() {
    for is_moved in [true, false] {
        let notebook = Notebook::new(day("2026-03-02"));
        let (path, folder) = (notebook.path.clone(), notebook.path.parent().unwrap().to_owned());
        let (aside, other) = (folder.join("aside"), folder.join("other"));
        let mut app = open(&path, day("2026-03-02")).unwrap();
        drop(notebook.app);
        app.backup(&other, &no_progress).unwrap();
        let customer = CustomerPatch { name: Some("林阿嬷".to_owned()), ..<_>::default() };
        let add = Command::AddCustomer { patch: customer, opening: None, on: day("2026-03-02") };
        app.perform(&add).unwrap();
        let expected = rows(&look_into(&other));
        if is_moved {
            std::fs::rename(&path, &aside).unwrap();
        }
        std::fs::rename(&other, &path).unwrap();
        assert!(app.changed_elsewhere().is_err());
        let opened = open(&path, day("2026-03-02")).unwrap();
        assert_eq!(opened.check().unwrap(), []);
        assert_eq!(rows(&look_into(&path)), expected);
        drop((opened, app));
        assert_eq!(open(&path, day("2026-03-02")).unwrap().check().unwrap(), []);
        assert_eq!(rows(&look_into(&path)), expected);
        if is_moved {
            // What was written last is in the file that was moved away.
            assert_ne!(rows(&look_into(&aside)), expected);
        }
    }
}
