//! Notebooks that older versions wrote: they open, their journal reads as it did, and everything in it
//! can still be undone and redone. Formats 1 to 5 hold the same history; format 11 is the first whose
//! journal keeps typed values, and its history goes on with an email address, deposits, goods on order
//! and one person's change; that of format 17 with skips, rough readings, an edited delivery and a promise, and
//! that of format 24 with a promise of an amount, an agreement, a payment's reference, a retired product and a closed day.
//!
//! To add a format, play a history at the command line of the version that writes it, and append to
//! `sqlite3 FILE .dump` the two pragmas of the header, `application_id` and `user_version`.

use std::path::PathBuf;

use ricejar::app::{App, Error};
use ricejar::domain::Command;
use ricejar::domain::damage::Finding;
use ricejar::domain::refusal::Refusal;
use ricejar::domain::shop::Language;
use rusqlite::Connection;
use tempfile::TempDir;

use crate::notebook::{look_into, rows};
use crate::support::{day, localizer, open, place};

/// The formats of which there is a notebook, each with its SQL dump.
const DUMPS: [(usize, &str); 8] = [
    (1, include_str!("formats/format-1.sql")),
    (2, include_str!("formats/format-2.sql")),
    (3, include_str!("formats/format-3.sql")),
    (4, include_str!("formats/format-4.sql")),
    (5, include_str!("formats/format-5.sql")),
    (11, include_str!("formats/format-11.sql")),
    (17, include_str!("formats/format-17.sql")),
    (24, include_str!("formats/format-24.sql")),
];

/// A notebook of a format in a folder of its own.
pub fn notebook(format: usize) -> (TempDir, PathBuf) {
    let (_, dump) = DUMPS.iter().find(|(known, _)| *known == format).unwrap();
    let (folder, path) = place();
    Connection::open(&path).unwrap().execute_batch(dump).unwrap();
    (folder, path)
}

fn journal(app: &App, language: Language) -> String {
    let words = localizer(language);
    let lines = app.journal(None, None).unwrap();
    lines.iter().map(|line| format!("{} {}\n", line.id.number(), words.action(line))).collect()
}

/// The journal of a notebook in each language.
fn journals(format: usize) -> String {
    let (_folder, path) = notebook(format);
    let app = open(&path, day("2026-03-02")).unwrap();
    assert_eq!(app.check().unwrap(), []);
    Language::ALL.map(|language| journal(&app, language)).join("\n")
}

/// Performs a command until a rule says that there is nothing left to do.
fn repeat(app: &mut App, command: &Command, is_over: fn(&Refusal) -> bool) -> usize {
    for count in 0.. {
        match app.perform(command) {
            Ok(_) => assert_eq!(app.check().unwrap(), []),
            Err(Error::Refused(refused)) if is_over(&refused) => return count,
            Err(error) => panic!("after {count}: {error:?}"),
        }
    }
    unreachable!()
}

#[test]
fn the_journal_of_an_older_notebook_reads_as_it_did() {
    let first = journals(1);
    insta::assert_snapshot!(first);
    (2..=5).for_each(|format| assert_eq!(journals(format), first, "format {format}"));
}

#[test]
fn a_journal_of_typed_values_reads_as_it_did() {
    insta::assert_snapshot!(journals(11));
}

#[test]
fn a_journal_with_skips_and_edited_deliveries_reads_as_it_did() {
    insta::assert_snapshot!(journals(17));
}

#[test]
fn a_journal_with_promised_amounts_and_a_closed_day_reads_as_it_did() {
    insta::assert_snapshot!(journals(24));
}

#[test]
fn everything_in_an_older_notebook_can_be_undone_and_redone() {
    for (format, _) in DUMPS {
        let (_folder, path) = notebook(format);
        let mut app = open(&path, day("2026-03-02")).unwrap();
        let before = rows(&look_into(&path));
        let undone = repeat(&mut app, &Command::Undo(None), |no| *no == Refusal::NothingToUndo);
        let redone = repeat(&mut app, &Command::Redo, |no| *no == Refusal::NothingToRedo);
        assert!(undone > 20 && redone > undone, "{undone} undone, {redone} redone");
        assert_ne!(rows(&look_into(&path)), before);
        assert_eq!(app.check().unwrap(), []);
    }
}

#[test]
fn an_older_notebook_with_a_lost_customer_still_opens_and_is_reported() {
    let (_folder, path) = notebook(1);
    Connection::open(&path)
        .unwrap()
        .execute_batch("PRAGMA foreign_keys = OFF; UPDATE entry SET customer_id = 99 WHERE id = 1")
        .unwrap();
    let app = open(&path, day("2026-03-02")).unwrap();
    let is_reported = |finding: &Finding| matches!(finding, Finding::Dangling { row: 1, table, .. } if table == "entry");
    assert!(app.check().unwrap().iter().any(is_reported));
    let entry = "SELECT customer_id FROM entry WHERE id = 1";
    let kept: i64 = look_into(&path).query_row(entry, [], |row| row.get(0)).unwrap();
    assert_eq!(kept, 99);
}

#[test]
fn who_had_agreed_to_messages_has_agreed_to_every_channel_also_when_a_change_is_undone() {
    let (_folder, path) = notebook(24);
    let old = Connection::open(&path).unwrap();
    old.execute_batch(
        "UPDATE customer SET consent = 'yes' WHERE id = 1; UPDATE customer SET consent = 'no' WHERE id = 2;
         UPDATE change SET before = json_set(before, '$.consent', 'yes') WHERE tbl = 'customer'",
    )
    .unwrap();
    drop(old);
    let mut app = open(&path, day("2026-03-02")).unwrap();
    let consents = || -> Vec<String> {
        let file = look_into(&path);
        let mut statement = file.prepare("SELECT consent FROM customer ORDER BY id").unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
    };
    assert_eq!(consents()[..3], ["phone,message,email", "none", "unknown"]);
    repeat(&mut app, &Command::Undo(None), |no| *no == Refusal::NothingToUndo);
    repeat(&mut app, &Command::Redo, |no| *no == Refusal::NothingToRedo);
    assert_eq!(consents()[..3], ["phone,message,email"; 3]);
}
