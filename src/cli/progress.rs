//! Progress of a long command: one line on a terminal, rewritten in place and erased at the end.

use std::cell::RefCell;
use std::io::{IsTerminal, Stderr, Write, stderr};
use std::time::{Duration, Instant};

use unicode_width::UnicodeWidthStr;

use crate::app::Progress;
use crate::i18n::Localizer;

/// The time before the line is shown first, and between two of its texts.
const INTERVAL: Duration = Duration::from_millis(100);

/// A line of progress on standard error, if that is a terminal.
pub struct ProgressLine<'a> {
    words: &'a Localizer,
    line: RefCell<Line<Stderr>>,
}

impl<'a> ProgressLine<'a> {
    /// Begins with no line at all: what is done at once has no progress.
    pub fn new(words: &'a Localizer) -> Self {
        let out = Some(stderr()).filter(IsTerminal::is_terminal);
        Self { words, line: RefCell::new(Line::new(out, Instant::now())) }
    }

    /// Shows how far it has come.
    pub fn show(&self, progress: Progress) {
        if let Ok(mut line) = self.line.try_borrow_mut() {
            line.show(Instant::now(), || self.words.progress(progress));
        }
    }
}

/// A line that is rewritten in place, no more than once in an [`INTERVAL`], and erased when dropped.
struct Line<W: Write> {
    /// `None` if nobody sees it.
    out: Option<W>,
    due: Instant,
    /// The number of columns that the line takes now.
    width: usize,
}

impl<W: Write> Line<W> {
    fn new(out: Option<W>, now: Instant) -> Self {
        Self { out, due: now + INTERVAL, width: 0 }
    }

    fn show(&mut self, now: Instant, text: impl FnOnce() -> String) {
        if now < self.due {
            return;
        }
        self.due = now + INTERVAL;
        if self.out.is_some() {
            self.write(&text());
        }
    }

    /// Writes a text over the one before. Progress that cannot be written is no mistake.
    fn write(&mut self, text: &str) {
        let Some(out) = &mut self.out else { return };
        let width = text.width();
        let rest = " ".repeat(self.width.saturating_sub(width));
        let _ = write!(out, "\r{text}{rest}").and_then(|()| out.flush());
        self.width = width;
    }
}

impl<W: Write> Drop for Line<W> {
    fn drop(&mut self) {
        if self.width > 0 {
            self.write("");
            self.write("");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // A21: an import of 300,000 rows said nothing for half a minute.
    #[test]
    fn progress_is_written_over_itself_ten_times_a_second_at_most_and_erased() {
        let mut out = Vec::new();
        let start = Instant::now();
        let at = |millis| start + Duration::from_millis(millis);
        let mut line = Line::new(Some(&mut out), start);
        for (millis, text) in
            [(0, "1"), (99, "2"), (100, "三 rows"), (150, "4"), (200, "5"), (299, "6")]
        {
            line.show(at(millis), || text.to_owned());
        }
        drop(line);
        assert_eq!(String::from_utf8_lossy(&out), "\r三 rows\r5      \r \r");
    }

    #[test]
    fn what_is_done_at_once_has_no_progress_and_a_pipe_never_has() {
        let mut out = Vec::new();
        let start = Instant::now();
        Line::new(Some(&mut out), start).show(start, || "1".to_owned());
        assert!(out.is_empty());
        let mut unseen = Line::new(None::<Vec<u8>>, start);
        unseen.show(start + INTERVAL, || unreachable!("nobody sees it"));
    }
}
