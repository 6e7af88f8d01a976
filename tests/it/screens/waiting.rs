//! Changes while another program is writing to the file; and pastes that are too long.

use ricejar::tui::input::{Input, MAX_PASTE_BYTES};
use rusqlite::Connection;

use super::stage::Stage;

const WAITING: &str = "Waiting for another program that is writing to the file ...";

/// A stage, and another program that has the file of its shop.
fn stage() -> (Stage, Connection) {
    let stage = Stage::usual(80, 24);
    let other = Connection::open(stage.shop.file()).unwrap();
    (stage, other)
}

fn lock(other: &Connection) {
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
}

fn unlock(other: &Connection) {
    other.execute_batch("COMMIT").unwrap();
}

fn actions(other: &Connection) -> i64 {
    other.query_one("SELECT count(*) FROM action", [], |row| row.get(0)).unwrap()
}

// F6, case 34
#[test]
fn a_form_waits_for_another_program_and_is_saved_once() {
    let (mut stage, other) = stage();
    let before = actions(&other);
    stage.press("2 a").paste("Lee");
    lock(&other);
    stage.press("enter");
    assert!(stage.session.is_waiting());
    let seen = stage.text();
    assert!(seen.contains(WAITING), "it is told at once: {seen}");
    assert!(seen.trim_end().ends_with("\n Esc cancel"), "the footer has only the way out: {seen}");
    assert!(!stage.session.retry(), "nothing changes on the screen while it goes on");
    // What is being saved stays as it is.
    stage.press("x ctrl-u tab enter").paste("y");
    unlock(&other);
    assert!(stage.session.retry());
    let seen = stage.text();
    assert!(seen.contains("Lee added"), "{seen}");
    assert!(!stage.session.is_waiting() && !stage.session.retry());
    assert_eq!(actions(&other), before + 1);
    let seen = stage.press("u").text();
    assert!(seen.contains("Undone: C121 Lee"), "{seen}");
}

// F6, case 34
#[test]
fn esc_gives_up_waiting_and_the_form_keeps_what_was_typed() {
    let (mut stage, other) = stage();
    let before = actions(&other);
    stage.press("2 a").paste("Lee");
    lock(&other);
    // Whoever presses a key meanwhile is told at once.
    let seen = stage.press("enter enter").text();
    assert!(seen.contains(WAITING), "{seen}");
    let seen = stage.press("esc").text();
    assert!(seen.contains("Not done: another program is still writing"), "{seen}");
    assert!(seen.contains("New customer") && seen.contains("Lee"), "{seen}");
    unlock(&other);
    assert!(!stage.session.is_waiting() && !stage.session.retry());
    assert_eq!(actions(&other), before);
    stage.paste(" Wong").press("enter");
    assert!(stage.text().contains("Lee Wong added"));
}

// F6
#[test]
fn keys_are_heard_while_an_undo_waits_and_another_change_is_refused() {
    let (mut stage, other) = stage();
    lock(&other);
    stage.press("u y 2 a").paste("Lee");
    let seen = stage.press("enter").text();
    assert!(seen.contains("New customer") && seen.contains(WAITING), "{seen}");
    assert!(stage.session.is_waiting());
    unlock(&other);
    stage.session.retry();
    let seen = stage.text();
    assert!(seen.contains("Undone") && seen.contains("New customer"), "{seen}");
    stage.press("enter");
    assert!(stage.text().contains("Lee added"));
}

// F6
#[test]
fn what_is_undone_down_to_a_line_waits_too() {
    let (mut stage, other) = stage();
    let before = actions(&other);
    stage.press("J j");
    lock(&other);
    stage.press("U");
    stage.session.retry();
    unlock(&other);
    assert!(stage.session.is_waiting());
    stage.session.retry();
    assert!(!stage.session.is_waiting());
    assert_eq!(actions(&other), before + 2);
}

// F6
#[test]
fn after_a_minute_a_change_is_refused_as_on_the_command_line() {
    let (mut stage, other) = stage();
    stage.press("2 a").paste("Lee");
    lock(&other);
    stage.press("enter");
    while stage.session.is_waiting() {
        stage.session.retry();
    }
    let seen = stage.text();
    assert!(seen.contains("Another program is writing to the file"), "{seen}");
    assert!(seen.contains("New customer") && seen.contains("Lee"), "{seen}");
}

// A13
#[test]
fn a_long_paste_is_cut_between_two_characters_and_that_is_said() {
    let mut stage = Stage::usual(80, 24);
    let long = "米".repeat(MAX_PASTE_BYTES / 3 + 1);
    stage.session.on_input(Input::Paste(long.clone()));
    assert_eq!(stage.session.model().toast, None, "nothing was pasted anywhere");
    stage.press("2 a");
    stage.session.on_input(Input::Paste("米".repeat(MAX_PASTE_BYTES / 3)));
    assert_eq!(stage.session.model().toast, None, "it was not too long");
    stage.session.on_input(Input::Paste(long));
    let toast = stage.session.model().toast.clone().unwrap();
    assert_eq!(toast.said.text, "The pasted text was too long: only the first 64 kB were used.");
}
