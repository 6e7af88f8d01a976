//! Every way out of the screens, for ever or for a while, after which the terminal is as it was; and what
//! comes between a key and its screen.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::PathBuf;

use portable_pty::CommandBuilder;
use ricejar::domain::shop::Language;
use ricejar::i18n::Localizer;
use ricejar::tui::{self, Options};
use rusqlite::Connection;
use rustix::termios::{Action, tcflow};

use super::{PATIENCE, Sitting, screens};
use crate::screens::shop::{TestShop, clock};

impl Sitting {
    /// The device that the program sits at.
    fn device(&self) -> PathBuf {
        self.master.tty_name().unwrap()
    }

    /// Waits until the program has read every key.
    fn until_read(&self) {
        let device = OpenOptions::new().read(true).open(self.device()).unwrap();
        let end = std::time::Instant::now() + PATIENCE;
        while rustix::io::ioctl_fionread(&device).unwrap() > 0 {
            assert!(std::time::Instant::now() < end, "the keys were never read");
            std::thread::yield_now();
        }
    }

    /// Filters the customers, and returns the whole picture of that.
    fn filters(&mut self) -> Vec<String> {
        self.press("2/w");
        // The last row is the last to be drawn.
        self.wait("two customers", |screen| {
            let seen = screen.contents();
            seen.contains("/w  2 found") && seen.contains("Esc cancel")
        });
        picture(self.screen.screen())
    }

    /// Closes the window, and waits for the end of the program.
    fn closes_with(self, code: u32) {
        let Self { master, mut child, mut keyboard, printed, .. } = self;
        // What reads the screen has the other end open too, until it finds that nobody listens.
        drop(printed);
        keyboard.write_all(b"2").unwrap();
        drop(keyboard);
        drop(master);
        assert_eq!(child.wait().unwrap().exit_code(), code);
    }
}

/// What a person sees; blanks that were written at the end of a line are no different from none.
fn picture(screen: &vt100::Screen) -> Vec<String> {
    screen.rows(0, 80).map(|row| row.trim_end().to_owned()).collect()
}

fn usual() -> TestShop {
    TestShop::usual().0
}

#[test]
fn the_terminal_is_given_back_when_the_person_leaves() {
    let (shop, app) = TestShop::usual();
    drop(app);
    // What was typed is asked about once.
    for keys in ["q", "\x03", "p12\x03\x03"] {
        let mut sitting = Sitting::with_screens(&shop);
        sitting.press(keys);
        sitting.ends_with(0);
    }
}

#[test]
fn the_terminal_is_given_back_when_the_system_asks_us_to_go() {
    let (shop, app) = TestShop::usual();
    drop(app);
    // A17: QUIT, USR1, USR2, ALRM and the rarer ones too.
    for (signal, code) in [
        ("TERM", 143),
        ("HUP", 129),
        ("INT", 130),
        ("QUIT", 131),
        ("USR1", 138),
        ("USR2", 140),
        ("ALRM", 142),
        ("VTALRM", 154),
        ("XCPU", 152),
        ("ABRT", 134),
    ] {
        let sitting = Sitting::with_screens(&shop);
        sitting.signal(signal);
        sitting.ends_with(code);
    }
}

#[test]
fn the_terminal_is_given_back_before_a_panic_is_printed() {
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    command.args([
        "--ignored",
        "--exact",
        "terminal::ways_out::a_clock_that_breaks",
        "--nocapture",
    ]);
    let mut sitting = Sitting::at(command);
    sitting.until("the clock fell off the wall");
    let printed = sitting.ends_with(101);
    assert!(printed.contains("panicked"), "{printed}");
}

#[test]
#[ignore = "breaks on purpose, in a terminal of its own"]
fn a_clock_that_breaks() {
    let (shop, app) = TestShop::usual();
    let words = Localizer::new(Language::English, app.shop().unwrap().currency);
    let looks = std::cell::Cell::new(0);
    let clock = move || {
        looks.set(looks.get() + 1);
        assert!(looks.get() < 2, "the clock fell off the wall");
        clock(shop.day.get())
    };
    tui::run(app, words, clock, Options::default()).unwrap();
}

// A17, case 33
#[test]
fn a_terminal_that_is_gone_ends_the_program() {
    let shop = usual();
    // The system tells of a hangup, which is heard or ignored.
    Sitting::with_screens(&shop).closes_with(129);
    Sitting::in_script(&shop, r#"trap "" HUP; exec "$@""#).closes_with(129);
    // It tells nobody: the input just ends.
    let mut alone = screens(&shop);
    alone.set_controlling_tty(false);
    Sitting::with(alone).closes_with(129);
}

// A17
#[test]
fn a_signal_is_heard_while_the_terminal_takes_no_output() {
    let shop = usual();
    let mut sitting = Sitting::with_screens(&shop);
    let device = OpenOptions::new().read(true).write(true).open(sitting.device()).unwrap();
    tcflow(&device, Action::OOff).unwrap();
    sitting.press("2");
    sitting.until_read();
    sitting.signal("TERM");
    drop(device);
    assert_eq!(sitting.exit_code(), 143);
    assert_eq!(sitting.modes(), sitting.before, "raw mode is off");
}

// A16
#[test]
fn a_signal_is_heard_while_the_screens_are_at_something_that_does_not_end() {
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    let test = "terminal::ways_out::a_clock_that_stands_still";
    command.args(["--ignored", "--exact", test, "--nocapture"]);
    let mut sitting = Sitting::at(command);
    sitting.until("the clock stands still");
    sitting.signal("TERM");
    sitting.ends_with(143);
}

#[test]
#[ignore = "never ends, in a terminal of its own"]
fn a_clock_that_stands_still() {
    let (shop, app) = TestShop::usual();
    let words = Localizer::new(Language::English, app.shop().unwrap().currency);
    let looks = std::cell::Cell::new(0);
    let clock = move || {
        looks.set(looks.get() + 1);
        if looks.get() > 1 {
            print!("the clock stands still");
            std::io::stdout().flush().unwrap();
            loop {
                std::thread::park();
            }
        }
        clock(shop.day.get())
    };
    tui::run(app, words, clock, Options::default()).unwrap();
}

// F5, case 31
#[test]
fn a_stopped_program_gives_the_terminal_back_and_goes_on_with_its_whole_screen() {
    let script = r#"set -m
        "$@"; code=$?; times=0
        while [ $code -gt 128 ]; do
            times=$((times + 1)); echo "stopped $times"; read line; fg; code=$?
        done
        exit $code"#;
    let shop = usual();
    let mut sitting = Sitting::in_script(&shop, script);
    let whole = sitting.filters();
    for (times, way) in (1..).zip(["Ctrl-Z", "TSTP", "STOP"]) {
        let program = sitting.master.process_group_leader().unwrap().to_string();
        match way {
            "Ctrl-Z" => sitting.press("\x1a"),
            _ => sitting.kill(way, &program),
        }
        sitting.until(&format!("stopped {times}"));
        // A plain STOP is not heard, so nothing can be given back; but it goes on whole all the same.
        if way != "STOP" {
            assert!(!sitting.screen.screen().alternate_screen(), "{way}");
            assert!(!sitting.screen.screen().hide_cursor(), "{way}");
            assert_eq!(sitting.modes(), sitting.before, "{way}");
        }
        sitting.press("\n");
        sitting.wait("the same screen", |screen| {
            screen.alternate_screen() && picture(screen) == whole
        });
        assert!(sitting.screen.screen().bracketed_paste(), "{way}");
    }
    sitting.press("\x1b\x1b");
    sitting.until("C120");
    sitting.press("q");
    sitting.ends_with(0);
}

// F5
#[test]
fn ctrl_z_is_refused_where_no_shell_could_continue_the_program() {
    let shop = usual();
    let mut sitting = Sitting::with_screens(&shop);
    sitting.press("\x1a");
    sitting.until("There is no shell to return to.");
    sitting.press("q");
    sitting.ends_with(0);
}

// F5, case 14
#[test]
fn ctrl_l_draws_the_whole_screen_again() {
    let shop = usual();
    let mut sitting = Sitting::with_screens(&shop);
    let whole = sitting.filters();
    let mut device = OpenOptions::new().write(true).open(sitting.device()).unwrap();
    // Another program may have switched modes off, too.
    device.write_all("\x1b[?1000l\x1b[?2004l".as_bytes()).unwrap();
    device.write_all("\r\n\r\nBroadcast message: disk almost full\r\n\r\n".as_bytes()).unwrap();
    drop(device);
    sitting.until("Broadcast message");
    sitting.press("\x0c");
    sitting.wait("the whole screen", |screen| picture(screen) == whole && screen.bracketed_paste());
    sitting.press("\x03");
    sitting.ends_with(0);
}

// A13, case 15
#[test]
fn keys_are_heard_at_once_behind_a_long_paste() {
    let shop = usual();
    let mut sitting = Sitting::with_screens(&shop);
    let long = "ab ".repeat(70_000);
    // Where no text is typed, and where one is.
    sitting.press(&format!("\x1b[200~{long}\x1b[201~2"));
    sitting.until("C120");
    sitting.press(&format!("a\x1b[200~{long}\x1b[201~"));
    sitting.until("only the first 64 kB were used");
    sitting.press("\x03\x03");
    sitting.ends_with(0);
}

// A13, case 15
#[test]
fn a_paste_without_its_end_is_over_after_a_while() {
    let shop = usual();
    let mut sitting = Sitting::with_screens(&shop);
    sitting.press("2/\x1b[200~half");
    sitting.until("/half");
    sitting.press("\x03");
    sitting.ends_with(0);
}

// F6, case 34
#[test]
fn a_change_waits_for_another_program_and_is_then_done_or_given_up() {
    let shop = usual();
    let mut sitting = Sitting::with_screens(&shop);
    let other = Connection::open(shop.file()).unwrap();
    sitting.press("2aLee");
    sitting.until("Lee");
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    sitting.press("\r");
    sitting.until("Waiting for another program");
    sitting.press("\x1b");
    sitting.until("Not done: another program is still writing");
    sitting.press("\r");
    sitting.until("Waiting for another program");
    other.execute_batch("COMMIT").unwrap();
    sitting.until("Lee added");
    sitting.press("q");
    sitting.ends_with(0);
    let count = "SELECT count(*) FROM customer WHERE name = 'Lee'";
    assert_eq!(other.query_one(count, [], |row| row.get::<_, i64>(0)).unwrap(), 1);
}
