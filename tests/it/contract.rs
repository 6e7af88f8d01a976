//! What the store promises on bad days: files that are not ours, locks, rights, full disks.

use crate::notebook::{Notebook, clock, day, first_format, open, place, shop};
use ricejar::app::{App, Error as Failed};
use ricejar::domain::query::{CustomerQuery, PageDirection};
use ricejar::domain::shop::ShopSetting;
use ricejar::domain::{Command, Day};
use ricejar::store::{Error, Store};
use rusqlite::Connection;
use std::path::Path;

fn today() -> Day {
    day("2026-03-02")
}

/// Why a file is not opened; it is as it was, and so is its folder.
fn refusal(path: &Path) -> Error {
    let names = |folder: &Path| {
        let mut names: Vec<_> =
            std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        names
    };
    let folder = path.parent().unwrap();
    let (bytes, beside) = (std::fs::read(path).ok(), names(folder));
    let error = Store::open(path).err().unwrap();
    assert_eq!(std::fs::read(path).ok(), bytes, "{error} changed the file");
    assert_eq!(names(folder), beside, "{error} left something behind");
    error
}

#[test]
fn a_missing_or_empty_file_is_no_notebook() {
    let (_folder, path) = place();
    assert!(matches!(refusal(&path), Error::Missing(_)));
    std::fs::write(&path, "").unwrap();
    assert!(matches!(refusal(&path), Error::Empty(_)));
    // What a crash while it was made has left can be filled.
    drop(Store::create(&path, &shop()).unwrap());
    assert!(matches!(Store::create(&path, &shop()), Err(Error::Exists(_))));
}

#[test]
fn a_file_of_something_else_is_left_as_it_is() {
    let (_folder, path) = place();
    for text in ["Dear diary,", &"rice ".repeat(5000), "SQLite format 3\0 but no more"] {
        std::fs::write(&path, text).unwrap();
        assert!(matches!(refusal(&path), Error::NotADatabase(_)), "{text:.20}");
        assert!(Store::create(&path, &shop()).is_err());
        assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
    }
}

#[test]
fn a_database_of_another_program_is_left_as_it_is() {
    let (_folder, path) = place();
    let other = Connection::open(&path).unwrap();
    other.execute_batch("CREATE TABLE bookmark (url TEXT); PRAGMA user_version = 1").unwrap();
    drop(other);
    assert!(matches!(refusal(&path), Error::NotOurs(_)));
    let bytes = std::fs::read(&path).unwrap();
    assert!(matches!(Store::create(&path, &shop()), Err(Error::NotOurs(_))));
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
}

#[test]
fn a_newer_notebook_is_left_as_it_is() {
    let (_folder, path) = place();
    drop(Store::create(&path, &shop()).unwrap());
    let newer = Connection::open(&path).unwrap();
    newer.execute_batch("PRAGMA user_version = 99; PRAGMA journal_mode = DELETE").unwrap();
    drop(newer);
    assert!(matches!(refusal(&path), Error::Newer { found: 99, .. }));
}

#[test]
fn a_notebook_of_the_first_format_is_brought_up_to_date_with_all_that_stands_in_it() {
    let (_folder, path) = place();
    first_format(&path);
    let mut app = App::new(Store::open(&path).unwrap(), clock(today()));
    assert_eq!(app.check().unwrap(), []);
    let list = CustomerQuery { query: "wyq".to_owned(), ..CustomerQuery::default() };
    let found = app.customers(&list, (None, PageDirection::After), 9).unwrap();
    assert_eq!(found.iter().map(|row| row.customer.code.as_str()).collect::<Vec<_>>(), ["C10"]);
    app.perform(&renamed("林记")).unwrap();
    assert!(Store::open(&path).is_ok());
}

#[test]
fn a_folder_is_no_notebook() {
    let (folder, _) = place();
    assert!(matches!(Store::open(folder.path()), Err(Error::NotAFile(_))));
}

#[test]
#[cfg(unix)]
fn only_its_owner_reads_the_notebook() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, path) = place();
    let mut app = App::new(Store::create(&path, &shop()).unwrap(), clock(today()));
    app.perform(&renamed("林记")).unwrap();
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let entry = entry.unwrap();
        let mode = entry.metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{:?}", entry.file_name());
    }
}

fn renamed(name: &str) -> Command {
    Command::SetShop(vec![ShopSetting::Name(name.to_owned())])
}

#[test]
#[cfg(unix)]
fn a_read_only_notebook_is_read_and_not_written() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, path) = place();
    drop(Store::create(&path, &shop()).unwrap());
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o400)).unwrap();
    if std::fs::OpenOptions::new().write(true).open(&path).is_ok() {
        // The administrator writes what nobody may; there is nothing to see here for them.
        return;
    }
    let mut app = open(&path, today()).unwrap();
    assert_eq!(app.shop().unwrap().name, shop().name);
    let refused = app.perform(&renamed("林记"));
    assert!(matches!(refused, Err(Failed::Store(Error::ReadOnly))), "{refused:?}");
}

#[test]
fn two_programs_that_write_in_turn_both_succeed() {
    let notebook = Notebook::new(today());
    let write = |who: &'static str| {
        let mut app = open(&notebook.path, today()).unwrap();
        move || {
            for n in 0..40 {
                app.perform(&renamed(&format!("{who} {n}"))).unwrap();
            }
        }
    };
    let (one, other) = (write("one"), write("other"));
    std::thread::scope(|both| {
        both.spawn(one);
        both.spawn(other);
    });
    notebook.is_whole();
    assert_eq!(notebook.app.journal(None, None).unwrap().len(), 80);
}

#[test]
fn a_reader_sees_one_moment_while_another_writes() {
    let mut notebook = Notebook::new(today());
    let reader = open(&notebook.path, today()).unwrap();
    let lock = Connection::open(&notebook.path).unwrap();
    notebook.does(renamed("林记"));
    lock.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert_eq!(reader.shop().unwrap().name, "林记");
}
