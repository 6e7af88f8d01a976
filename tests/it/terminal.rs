//! The real program in a real terminal: typing Chinese, pasting, another size, and every way out,
//! after which the terminal is as it was.

mod ways_out;

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::process::Command;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use unicode_width::UnicodeWidthStr;
use vt100::{MouseProtocolMode, Parser};

use crate::screens::shop::TestShop;

/// How long a condition may take on the slowest machine; nothing waits for longer than it needs.
const PATIENCE: Duration = Duration::from_secs(30);

/// A program at a terminal.
struct Sitting {
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    printed: Receiver<Vec<u8>>,
    /// Everything that was printed, as it came.
    bytes: Vec<u8>,
    screen: Parser,
    before: String,
}

impl Sitting {
    fn at(mut command: CommandBuilder) -> Self {
        let pty = native_pty_system().openpty(size(24, 80)).unwrap();
        let before = format!("{:?}", pty.master.get_termios());
        command.env("TERM", "xterm-256color");
        command.env("RUST_BACKTRACE", "0");
        let child = pty.slave.spawn_command(command).unwrap();
        // The other end stays open only in the child, so that reading ends when it ends.
        drop(pty.slave);
        let mut reader = pty.master.try_clone_reader().unwrap();
        let (sender, printed) = channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if sender.send(bytes[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        let keyboard = pty.master.take_writer().unwrap();
        let screen = Parser::new(rows(24), rows(80), 0);
        Self { master: pty.master, child, keyboard, printed, bytes: Vec::new(), screen, before }
    }

    /// The screens of a shop.
    fn with_screens(shop: &TestShop) -> Self {
        Self::with_theme(shop, "dark")
    }

    /// The screens of a shop in a theme.
    fn with_theme(shop: &TestShop, theme: &str) -> Self {
        let mut command = screens(shop);
        command.args(["--theme", theme]);
        Self::with(command)
    }

    /// A command that shows the screens.
    fn with(command: CommandBuilder) -> Self {
        let mut sitting = Self::at(command);
        sitting.until("Collect");
        sitting
    }

    /// The screens of a shop, begun by a script for a shell as `"$@"`.
    fn in_script(shop: &TestShop, script: &str) -> Self {
        let mut command = CommandBuilder::new("/bin/sh");
        command.env_clear();
        command.args(["-c", script, "sh"]);
        command.args(&screens(shop).get_argv()[..]);
        Self::with(command)
    }

    fn press(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).unwrap();
        self.keyboard.flush().unwrap();
    }

    /// Waits until the screen holds a text.
    fn until(&mut self, text: &str) {
        self.wait(text, |screen| screen.contents().contains(text));
    }

    fn wait(&mut self, what: &str, holds: impl Fn(&vt100::Screen) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !holds(self.screen.screen()) {
            let left = end.saturating_duration_since(Instant::now());
            match self.printed.recv_timeout(left) {
                Ok(bytes) => self.hear(&bytes),
                Err(_) => panic!("never saw {what}:\n{}", self.screen.screen().contents()),
            }
        }
    }

    fn hear(&mut self, bytes: &[u8]) {
        self.bytes.extend(bytes);
        self.screen.process(bytes);
    }

    /// The colour of the first cell of a text.
    fn colour_of(&self, text: &str) -> vt100::Color {
        let screen = self.screen.screen();
        let lines: Vec<String> = screen.rows(0, 80).collect();
        let found = (0..).zip(&lines).find_map(|(y, line)| Some((line.find(text)?, y, line)));
        let (start, y, line) = found.unwrap_or_else(|| panic!("no {text} in {lines:#?}"));
        let x = u16::try_from(line[..start].width()).unwrap();
        screen.cell(y, x).unwrap().fgcolor()
    }

    fn resize(&mut self, height: u16, width: u16) {
        self.master.resize(size(height, width)).unwrap();
        self.screen.screen_mut().set_size(rows(height), rows(width));
    }

    fn signal(&self, name: &str) {
        self.kill(name, &self.child.process_id().unwrap().to_string());
    }

    fn kill(&self, name: &str, pid: &str) {
        assert!(Command::new("kill").args(["-s", name, pid]).status().unwrap().success());
    }

    /// Waits until the program has ended, and returns its exit code.
    fn exit_code(&mut self) -> u32 {
        loop {
            match self.printed.recv_timeout(PATIENCE) {
                Ok(bytes) => self.hear(&bytes),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => {
                    self.child.kill().unwrap();
                    panic!("it never ended:\n{}", self.screen.screen().contents());
                }
            }
        }
        self.child.wait().unwrap().exit_code()
    }

    fn modes(&self) -> String {
        format!("{:?}", self.master.get_termios())
    }

    /// Waits for the end, and finds the terminal as it was before.
    fn ends_with(mut self, code: u32) -> String {
        let ended = self.exit_code();
        let screen = self.screen.screen();
        assert_eq!(ended, code, "{}", screen.contents());
        assert!(!screen.alternate_screen(), "the alternate screen was left");
        assert!(!screen.hide_cursor(), "the cursor is shown");
        assert!(!screen.bracketed_paste(), "pasting is plain");
        assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::None, "the mouse is free");
        assert_eq!(self.modes(), self.before, "raw mode is off");
        screen.contents()
    }
}

/// The command that shows the screens of a shop.
fn screens(shop: &TestShop) -> CommandBuilder {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_ricejar"));
    command.env_clear();
    command.arg("--db");
    command.arg(shop.file());
    command.args(["--as-of", "2026-03-27"]);
    command
}

fn size(rows: u16, cols: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

fn rows(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).unwrap()
}

#[test]
fn chinese_is_typed_and_pasted_where_the_cursor_stands() {
    let (shop, app) = TestShop::usual();
    drop(app);
    let mut sitting = Sitting::with_screens(&shop);
    sitting.wait("no cursor while no field has the focus", |screen| screen.hide_cursor());
    assert!(sitting.screen.screen().alternate_screen());
    assert!(sitting.screen.screen().bracketed_paste());
    assert_ne!(sitting.screen.screen().mouse_protocol_mode(), MouseProtocolMode::None);
    sitting.press("2/");
    sitting.wait("the cursor in the filter", |screen| !screen.hide_cursor());
    sitting.press("王");
    sitting.until("/王  one found");
    assert_eq!(sitting.screen.screen().cursor_position(), (23, 4), "behind a wide character");
    sitting.press("\x1b[200~永\x1b[31m\n庆\x1b[201~");
    sitting.until("/王永 庆  one found");
    sitting.press("\x15\x1b[200~永庆\x1b[201~\r");
    sitting.until("/永庆  one found");
    sitting.resize(12, 40);
    sitting.wait("a smaller picture", |screen| screen.contents().lines().count() <= 12);
    sitting.resize(40, 120);
    sitting.until("Phone");
    sitting.press("q");
    sitting.ends_with(0);
}

#[test]
fn a_telephone_number_goes_to_the_clipboard_of_the_terminal() {
    let (shop, app) = TestShop::usual();
    drop(app);
    let mut sitting = Sitting::with_screens(&shop);
    sitting.press("2y");
    sitting.until("Copied: 0900-000-001");
    // OSC 52, which ssh passes through: `c` is the clipboard, and the text is in base64.
    let asked = b"\x1b]52;c;MDkwMC0wMDAtMDAx";
    while !sitting.bytes.windows(asked.len()).any(|bytes| bytes == asked) {
        let bytes = sitting.printed.recv_timeout(PATIENCE).expect("nothing was copied");
        sitting.hear(&bytes);
    }
    sitting.press("q");
    sitting.ends_with(0);
}

#[test]
fn each_theme_has_colours_of_its_own_for_what_is_late() {
    let (shop, app) = TestShop::usual();
    drop(app);
    let mut colours = Vec::new();
    for theme in ["dark", "light", "colour-blind"] {
        let mut sitting = Sitting::with_theme(&shop, theme);
        sitting.press("5");
        sitting.until("late 30 d");
        colours.push(sitting.colour_of("late 30 d"));
        sitting.press("q");
        sitting.ends_with(0);
    }
    let [dark, light, blind] = colours.as_slice() else { panic!("{colours:?}") };
    assert!(dark != light && light != blind && dark != blind, "{colours:?}");
    assert!(colours.iter().all(|colour| *colour != vt100::Color::Default), "{colours:?}");
}

#[test]
fn two_clicks_before_long_open_what_one_click_selects() {
    let (shop, app) = TestShop::usual();
    drop(app);
    let mut sitting = Sitting::with_screens(&shop);
    sitting.press("2");
    sitting.until("C120");
    // The third row of the list, counted from one as terminals do.
    let click = "\x1b[<0;5;7M\x1b[<0;5;7m";
    sitting.press(click);
    sitting.press(click);
    sitting.until("Household");
    sitting.press("q");
    sitting.press("q");
    sitting.ends_with(0);
}

#[test]
fn a_backup_is_made_on_a_thread_beside_the_screens() {
    let (shop, app) = TestShop::usual();
    drop(app);
    let copy = shop.file().with_file_name("copy.ricejar");
    let mut sitting = Sitting::with_screens(&shop);
    sitting.press("B\x15");
    sitting.press(&format!("\x1b[200~{}\x1b[201~\r", copy.display()));
    sitting.until("Written:");
    sitting.press("q");
    sitting.ends_with(0);
    ricejar::store::Store::open(&copy).unwrap();
}

/// The program at a terminal with a notebook that is not there.
fn without_notebook(file: &std::path::Path) -> Sitting {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_ricejar"));
    command.env_clear();
    command.arg("--db");
    command.arg(file);
    let mut sitting = Sitting::at(command);
    sitting.until("Create it? [y/n]");
    sitting
}

// A2: a mistyped name made an empty notebook.
#[test]
fn the_screens_create_a_notebook_only_after_a_yes() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("new/shop.ricejar");
    for no in ["n\r", "\x04"] {
        let mut sitting = without_notebook(&file);
        assert!(!sitting.screen.screen().alternate_screen());
        sitting.press(no);
        let printed = sitting.ends_with(0);
        assert!(printed.contains("No notebook was created."), "{printed}");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
    let mut sitting = without_notebook(&file);
    sitting.press("y\r");
    sitting.until("A new notebook");
    sitting.press("q");
    sitting.ends_with(0);
    ricejar::store::Store::open(&file).unwrap();
}

// A10, case 26: `cp` of an open notebook lacked what was written meanwhile.
#[test]
fn a_plain_copy_has_everything_when_the_screens_were_quiet_for_a_while() {
    let (shop, app) = TestShop::usual();
    drop(app);
    let mut sitting = Sitting::with_screens(&shop);
    let mut other = shop.open_again();
    let name = Some("Walter Wal".to_owned());
    let patch = ricejar::domain::customer::CustomerPatch { name, ..Default::default() };
    let on = other.today();
    other.perform(&ricejar::domain::Command::AddCustomer { patch, opening: None, on }).unwrap();
    let has_everything = || {
        let bytes = std::fs::read(shop.file()).unwrap();
        bytes.windows(10).any(|text| text == b"Walter Wal")
    };
    assert!(!has_everything(), "it is in the log alone");
    let end = Instant::now() + PATIENCE;
    while !has_everything() {
        assert!(Instant::now() < end, "it was never folded in");
        std::thread::yield_now();
    }
    sitting.press("q");
    sitting.ends_with(0);
}

#[test]
fn without_a_terminal_there_is_a_sentence_and_no_screens() {
    let (shop, app) = TestShop::usual();
    drop(app);
    let file = shop.file();
    let output = Command::new(env!("CARGO_BIN_EXE_ricejar"))
        .env_clear()
        .env("TERM", "xterm")
        .arg("--db")
        .arg(file)
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("The screens need a terminal."), "{said}");
    assert!(output.stdout.is_empty());
}

#[test]
fn a_dumb_terminal_gets_a_sentence_too() {
    let (shop, app) = TestShop::usual();
    drop(app);
    let mut command = CommandBuilder::new("/bin/sh");
    command.env_clear();
    let file = shop.file();
    let program = env!("CARGO_BIN_EXE_ricejar");
    command.args(["-c", &format!("TERM=dumb '{program}' --db '{}'", file.display())]);
    let printed = Sitting::at(command).ends_with(2);
    assert!(printed.contains("This terminal can only print lines;"), "{printed}");
}
