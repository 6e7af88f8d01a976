//! The program itself in a folder of its own, at the command line.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output};
use tempfile::TempDir;

/// A shop in a folder of its own, at the command line, on a day that stands still.
pub struct Shop {
    folder: TempDir,
    today: &'static str,
    locale: &'static str,
}

impl Shop {
    /// A folder without a notebook, on Friday 27 March 2026.
    pub fn none() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), today: "2026-03-27", locale: "C" }
    }

    /// A notebook in English that counts in TWD.
    pub fn new() -> Self {
        let shop = Self::none();
        let made = shop.run("init --name 永庆米店 --currency TWD");
        assert!(made.status.success(), "{made:?}");
        shop
    }

    /// The same shop in a terminal that speaks Chinese.
    pub fn in_chinese(self) -> Self {
        Self { locale: "zh_CN.UTF-8", ..self }
    }

    /// The same shop on another day.
    pub fn on(self, today: &'static str) -> Self {
        Self { today, ..self }
    }

    /// A file in the shop's folder.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The program with these words, in an environment that holds nothing else.
    pub fn command(&self, words: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ricejar"));
        command
            .args(split(words))
            .current_dir(self.folder.path())
            .env_clear()
            .env("RICEJAR_DB", "shop.ricejar")
            .env("TZ", "UTC")
            .env("RICEJAR_TODAY", self.today)
            .env("LANG", self.locale);
        command
    }

    /// Runs the program with these words; `'...'` is one word.
    pub fn run(&self, words: &str) -> Output {
        self.command(words).output().unwrap()
    }

    /// Runs one command line after the other and gives what a person would see: standard error is
    /// marked with `!`, and an exit code that is not 0 is told.
    pub fn play(&self, lines: &[&str]) -> String {
        let mut seen = String::new();
        for line in lines {
            let Output { status, stdout, stderr } = self.run(line);
            writeln!(seen, "$ {}", ricejar::domain::text::sanitize_for_terminal(line)).unwrap();
            let said = String::from_utf8(stdout).unwrap();
            said.lines().for_each(|line| writeln!(seen, "{}", line.trim_end()).unwrap());
            let warned = String::from_utf8(stderr).unwrap();
            warned.lines().for_each(|line| {
                writeln!(seen, "{}", format!("! {line}").trim_end()).unwrap();
            });
            if !status.success() {
                writeln!(seen, "[exit {}]", status.code().unwrap()).unwrap();
            }
        }
        seen
    }

    /// What a command that has to succeed writes to standard output.
    pub fn says(&self, words: &str) -> String {
        let output = self.run(words);
        assert!(output.status.success(), "{words}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }
}

/// The words of a line, as a shell would part them.
fn split(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (place, part) in line.split('\'').enumerate() {
        match place % 2 {
            0 => words.extend(part.split_whitespace().map(str::to_owned)),
            _ => words.push(part.to_owned()),
        }
    }
    words
}
