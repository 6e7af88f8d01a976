//! Lines to read, in parts. Those of a line of the journal are a window that slides along the rows that the
//! line changed, which may be hundreds of thousands.

use crate::domain::id::{ActionId, ChangeId};
use crate::domain::query::Page;
use crate::tui::keymap::Step;
use crate::tui::msg::Question;

/// Number of changed rows that are read at a time.
pub const CHANGES: u32 = 20;
/// Number of changed rows to keep in memory, as a multiple of the number that is read at a time.
const KEPT: usize = 3;

/// A heading and its lines.
pub type TextPart = (String, Vec<String>);

/// A changed row as it is read, with the number of lines that it takes on the screen.
pub struct ReadRow {
    /// Which row.
    pub id: ChangeId,
    /// The lines about it.
    pub part: TextPart,
    /// Lines on the screen, with the empty one before it.
    pub height: usize,
}

/// Lines to read, in parts.
#[derive(Clone, PartialEq, Debug)]
pub struct TextSheet {
    /// The heading over all parts.
    pub title: String,
    /// The parts, each with its heading and its lines.
    pub parts: Vec<TextPart>,
    /// The first line that is shown.
    pub top: usize,
    /// The rows of a line of the journal that the parts after the first are about.
    changes: Option<ChangeWindow>,
}

/// The window of the rows that a line of the journal changed.
#[derive(Clone, PartialEq, Debug)]
struct ChangeWindow {
    line: ActionId,
    /// The rows, and the lines that each takes.
    rows: Vec<(ChangeId, usize)>,
    /// True if there are rows before the first.
    before: bool,
    /// True if there are rows after the last.
    more: bool,
}

impl TextSheet {
    /// Creates a sheet that is in memory as a whole.
    pub const fn new(title: String, parts: Vec<TextPart>) -> Self {
        Self { title, parts, top: 0, changes: None }
    }

    /// Creates a sheet about a line of the journal, with what is said of the line and none of its rows yet.
    pub fn of_line(line: ActionId, title: String, said: TextPart) -> Self {
        let changes = ChangeWindow { line, rows: Vec::new(), before: false, more: false };
        Self { changes: Some(changes), ..Self::new(title, vec![said]) }
    }

    /// Returns whether the sheet is about this line of the journal.
    pub fn is_of(&self, line: ActionId) -> bool {
        self.changes.as_ref().is_some_and(|changes| changes.line == line)
    }

    /// Returns whether there are rows after those that are in memory.
    pub fn goes_on(&self) -> bool {
        self.changes.as_ref().is_some_and(|changes| changes.more)
    }

    /// Returns the question for the rows that are needed after a step, if any; `lines` of the sheet are in
    /// memory, and `page` of them visible.
    pub fn wanted(&self, step: Step, (lines, page): (usize, usize)) -> Option<Question> {
        let ChangeWindow { line, rows, before, more } = self.changes.as_ref()?;
        let wanted = match step {
            Step::First if *before => Page::First,
            Step::Last if *more => Page::Last,
            _ if *more && lines <= self.top + 2 * page => Page::Behind(rows.last()?.0),
            _ if *before && self.top < page => Page::Before(rows.first()?.0),
            _ => return None,
        };
        Some(Question::JournalLine(*line, wanted))
    }

    /// Stores the rows that were read for a page: one more than asked for if there are others. Rows before
    /// a place come nearest first. A page that fits neither end of the window is ignored.
    pub fn put(&mut self, page: Page<ChangeId>, mut rows: Vec<ReadRow>) {
        let Self { parts, top, changes: Some(changes), .. } = self else { return };
        let most = CHANGES as usize;
        let goes_on = rows.len() > most;
        rows.truncate(most);
        let kept = |row: &ReadRow| (row.id, row.height);
        match page {
            Page::First | Page::Again(_) => {
                (changes.before, changes.more, *top) = (false, goes_on, 0);
                changes.rows = rows.iter().map(kept).collect();
                parts.truncate(1);
                parts.extend(rows.into_iter().map(|row| row.part));
            }
            Page::Last => {
                rows.reverse();
                // The view is cut to the last page when it is drawn.
                (changes.before, changes.more, *top) = (goes_on, false, usize::MAX);
                changes.rows = rows.iter().map(kept).collect();
                parts.truncate(1);
                parts.extend(rows.into_iter().map(|row| row.part));
            }
            Page::Behind(place) if changes.rows.last().is_some_and(|(id, _)| *id == place) => {
                changes.more = goes_on;
                changes.rows.extend(rows.iter().map(kept));
                parts.extend(rows.into_iter().map(|row| row.part));
                let over = changes.rows.len().saturating_sub(KEPT * most);
                let gone: usize = changes.rows.drain(..over).map(|(_, height)| height).sum();
                parts.drain(1..=over);
                changes.before |= over > 0;
                *top = top.saturating_sub(gone);
            }
            Page::Before(place) if changes.rows.first().is_some_and(|(id, _)| *id == place) => {
                rows.reverse();
                changes.before = goes_on;
                *top += rows.iter().map(|row| row.height).sum::<usize>();
                changes.rows.splice(..0, rows.iter().map(kept));
                parts.splice(1..1, rows.into_iter().map(|row| row.part));
                changes.more |= changes.rows.len() > KEPT * most;
                changes.rows.truncate(KEPT * most);
                parts.truncate(KEPT * most + 1);
            }
            Page::Behind(_) | Page::Before(_) => {}
        }
    }
}
