//! Signals: whoever is stopped in the middle of long work on whole files leaves nothing behind.

use super::Shop;
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read, Write};
use std::process::{Child, Output, Stdio};
use std::time::{Duration, Instant};

/// A notebook that takes a while to copy.
fn large() -> Shop {
    let shop = Shop::none();
    shop.says("demo shop.ricejar --db none --customers 2000 --deliveries 40000");
    shop
}

fn names(shop: &Shop) -> BTreeSet<String> {
    let files = fs::read_dir(shop.file("")).unwrap();
    files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect()
}

/// Waits until a condition holds, or the child has ended before; whether it holds.
fn until(child: &mut Child, condition: impl Fn() -> bool) -> bool {
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(60) {
        if condition() {
            return true;
        }
        if child.try_wait().unwrap().is_some() {
            return false;
        }
        std::thread::yield_now();
    }
    panic!("nothing happened");
}

fn kill(child: &Child, signal: &str) {
    let pid = child.id().to_string();
    assert!(std::process::Command::new("kill").args([signal, &pid]).status().unwrap().success());
}

/// Runs a command that writes files, sends it a signal once it has begun to write, and returns what became
/// of it. On a busy machine it may be done before the signal comes: then its files go, and it is run again.
fn interrupted(shop: &Shop, (line, signal): (&str, &str), before: &BTreeSet<String>) -> Output {
    let side = |name: &String| name.ends_with("-wal") || name.ends_with("-shm");
    for _ in 0..20 {
        let mut child =
            shop.command(line).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        // It has begun to write when a file is there that was not before.
        let begun = until(&mut child, || names(shop).difference(before).any(|name| !side(name)));
        assert!(begun, "{line} had no temporary file");
        kill(&child, signal);
        let output = child.wait_with_output().unwrap();
        if !output.status.success() {
            return output;
        }
        for name in names(shop).difference(before) {
            let path = shop.file(name);
            if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }.unwrap();
        }
    }
    panic!("{line} was always done before the signal came");
}

// A20
#[test]
fn a_signal_stops_work_on_whole_files_and_nothing_is_left_of_it() {
    let shop = large();
    shop.says("backup copy");
    shop.says("export customers -o list.csv");
    shop.says("export customers");
    let before = names(&shop);
    for (line, signal, code) in [
        ("backup new", "-TERM", 143),
        ("restore copy", "-INT", 130),
        ("rescue new", "-HUP", 129),
        ("export deliveries -o new", "-QUIT", 131),
        ("export all -o new", "-TERM", 143),
        ("demo new --customers 2000 --deliveries 40000", "-INT", 130),
    ] {
        let output = interrupted(&shop, (line, signal), &before);
        assert_eq!(output.status.code(), Some(code), "{line}: {output:?}");
        assert_eq!(names(&shop), before, "{line}");
    }
    assert_eq!(shop.says("check"), "Everything adds up.\n");
}

// A20
#[test]
fn output_to_a_pipe_ends_as_any_program_does() {
    let shop = large();
    let mut child = shop.command("export deliveries").stdout(Stdio::piped()).spawn().unwrap();
    // Nobody reads, so that it waits for room in the pipe.
    until(&mut child, || fs::metadata(shop.file("shop.ricejar-shm")).is_ok());
    kill(&child, "-TERM");
    let status = child.wait().unwrap();
    assert_eq!(std::os::unix::process::ExitStatusExt::signal(&status), Some(15), "{status}");
}

// A4: a booking that was interrupted just after its commit ended without a word, and was booked twice.
#[test]
fn a_signal_after_the_commit_waits_until_the_message_is_written() {
    let shop = Shop::new();
    shop.says("customer add Ann");
    shop.says("backup old");
    for (line, probe, signal, said) in [
        ("tab charge C001 1", "journal", "-INT", "C001 Ann"),
        ("customer add Ben", "journal", "-TERM", "C002 Ben"),
        ("undo", "journal", "-HUP", "Undone"),
        ("shop set name Other", "journal", "-QUIT", "Other"),
        ("init --db new --name New --currency TWD", "journal --db new", "-INT", "new"),
        ("backup copy", "journal --db copy", "-TERM", "copy"),
    ] {
        let seen = || shop.run(probe).stdout;
        let before = seen();
        // The pipe is full, so that the message has to wait.
        let (mut reader, mut writer) = io::pipe().unwrap();
        writer.write_all(&[b'.'; 64 * 1024]).unwrap();
        let mut child = shop.command(line).stdout(writer).stderr(Stdio::piped()).spawn().unwrap();
        assert!(until(&mut child, || seen() != before), "{line} was not done");
        kill(&child, signal);
        let mut text = String::new();
        reader.read_to_string(&mut text).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{line}: {output:?}");
        let message = text.trim_start_matches('.');
        assert!(message.contains(said), "{line}: {message}");
    }
}

// A20: a signal left the temporary file of an output.
#[test]
fn a_signal_while_a_command_waits_ends_it_at_once_and_leaves_no_temporary_file() {
    let shop = Shop::new();
    shop.says("customer add Ann");
    let other = rusqlite::Connection::open(shop.file("shop.ricejar")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let before = names(&shop);
    let mut child = shop
        .command("tab charge C001 1 -o out")
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // It says that it waits.
    let mut said = [0; 1];
    child.stderr.as_mut().unwrap().read_exact(&mut said).unwrap();
    assert_ne!(names(&shop), before, "there is a temporary file");
    kill(&child, "-TERM");
    let status = child.wait().unwrap();
    assert_eq!(std::os::unix::process::ExitStatusExt::signal(&status), Some(15), "{status}");
    assert_eq!(names(&shop), before);
    drop(other);
    assert_eq!(shop.says("journal --format csv").lines().count(), 2);
}
