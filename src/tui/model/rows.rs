//! A list in memory: its rows, those that the filter lets through, and the selected one.

use super::text_field::TextField;
use crate::domain::views::CustomerLabel;
use crate::domain::{Day, search_key};
use crate::reports::round::Stop;
use crate::tui::keymap::Step;

/// Maximum number of columns of a list.
const MAX_COLUMNS: usize = 16;

/// The widest that each column of a list has been, in cells. Rows come and go as the list scrolls: a column
/// that grew narrow again behind each wide row could not be read, and all rows would be written again.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Widths(pub [u16; MAX_COLUMNS]);

/// The selected row of a list, and the first that is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Scroll {
    /// The selected row.
    pub at: usize,
    /// The first row that is shown.
    pub top: usize,
    /// How wide its columns have been since it was read.
    pub column_widths: Widths,
}

impl Scroll {
    /// Takes a step in a list of `count` rows, `page` of which can be seen.
    pub fn step(&mut self, step: Step, count: usize, page: usize) {
        let last = count.saturating_sub(1);
        let page = page.saturating_sub(1).max(1);
        self.at = match step {
            Step::Up => self.at.saturating_sub(1),
            Step::Down => self.at + 1,
            Step::PageUp => self.at.saturating_sub(page),
            Step::PageDown => self.at + page,
            Step::First => 0,
            Step::Last => last,
            Step::Left | Step::Right => self.at,
        }
        .min(last);
    }

    /// Moves what is shown no further than needed for the selected row of `count` to be among the
    /// `page` rows that can be seen.
    pub fn keep_in_sight(&mut self, count: usize, page: usize) {
        self.at = self.at.min(count.saturating_sub(1));
        let page = page.max(1);
        let highest = self.at.saturating_sub(page - 1);
        self.top = self.top.clamp(highest, self.at).min(count.saturating_sub(page));
    }
}

/// What a list is narrowed down to.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filter {
    /// What is typed.
    pub typed: TextField,
    /// Whether it has the focus.
    pub typing: bool,
}

/// Something about a customer, by whom a list is filtered.
pub trait About {
    /// Whom it is about.
    fn who(&self) -> &CustomerLabel;

    /// The day on which it should be done. A row that is put off is another row.
    fn day(&self) -> Day;

    /// What tells it from other rows about the same customer and day.
    fn number(&self) -> i64 {
        self.who().id.number()
    }
}

/// A row of a list: what it is the same by after the list was read again, and what it is found by.
pub trait Listed {
    /// What it is the same by.
    fn key(&self) -> (i64, Day);

    /// What it is found by, folded.
    fn found_by(&self) -> String;
}

impl<T: About> Listed for T {
    fn key(&self) -> (i64, Day) {
        (self.number(), self.day())
    }

    fn found_by(&self) -> String {
        found_by(self.who())
    }
}

impl About for Stop {
    fn who(&self) -> &CustomerLabel {
        &self.who
    }

    fn day(&self) -> Day {
        self.day
    }

    /// A stop that was made is another row than the one that was to be made.
    fn number(&self) -> i64 {
        let made = self.delivery.filter(|_| !self.is_open());
        made.map_or(self.who.id.number(), |delivery| -delivery.number())
    }
}

/// A list in memory.
#[derive(Clone, PartialEq, Debug)]
pub struct RowList<T> {
    all: Vec<T>,
    shown: Vec<usize>,
    /// What each row is found by; worked out when somebody first types into the filter.
    found_by: Vec<String>,
    /// The selected row among those that are shown.
    pub scroll: Scroll,
}

impl<T> Default for RowList<T> {
    fn default() -> Self {
        Self { all: Vec::new(), shown: Vec::new(), found_by: Vec::new(), scroll: Scroll::default() }
    }
}

impl<T: Listed> RowList<T> {
    /// Puts new rows in the place of the old. The selection stays with its row; where that is done or
    /// put off, it stays in its place, on the row that comes next.
    pub fn put(&mut self, all: Vec<T>, filter: &Filter) {
        let selected = self.selected().map(Listed::key);
        self.all = all;
        self.found_by.clear();
        self.narrow(filter);
        let again = self.iter().position(|row| Some(row.key()) == selected);
        self.scroll.at = again.unwrap_or(self.scroll.at).min(self.len().saturating_sub(1));
    }

    /// Shows only the rows that hold every word of the filter.
    pub fn narrow(&mut self, filter: &Filter) {
        let words = search_key::search_words(filter.typed.text());
        if !words.is_empty() && self.found_by.len() != self.all.len() {
            self.found_by = self.all.iter().map(Listed::found_by).collect();
        }
        let holds = |index: &usize| {
            let text = self.found_by.get(*index).map(String::as_str).unwrap_or_default();
            words.iter().all(|word| text.contains(word.as_str()))
        };
        self.shown = (0..self.all.len()).filter(holds).collect();
        self.scroll.at = self.scroll.at.min(self.shown.len().saturating_sub(1));
        self.scroll.column_widths = Widths::default();
    }

    /// The rows that are shown.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.shown.iter().filter_map(|index| self.all.get(*index))
    }

    /// Every row, whether it is shown or not.
    pub fn all(&self) -> &[T] {
        &self.all
    }

    /// The selected row.
    pub fn selected(&self) -> Option<&T> {
        self.all.get(*self.shown.get(self.scroll.at)?)
    }

    /// How many rows are shown.
    pub fn len(&self) -> usize {
        self.shown.len()
    }

    /// Whether no row is shown.
    pub fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }
}

fn found_by(who: &CustomerLabel) -> String {
    let parts = [
        search_key::search_forms(&who.name),
        search_key::fold(&who.code),
        search_key::search_forms(&who.area),
        search_key::fold(&who.address),
    ];
    parts.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_selection_stays_in_the_list_and_in_sight() {
        let mut scroll = Scroll::default();
        for (step, at, top) in [
            (Step::Up, 0, 0),
            (Step::Down, 1, 0),
            (Step::PageDown, 4, 1),
            (Step::Last, 9, 6),
            (Step::Down, 9, 6),
            (Step::PageUp, 6, 6),
            (Step::Up, 5, 5),
            (Step::First, 0, 0),
        ] {
            scroll.step(step, 10, 4);
            scroll.keep_in_sight(10, 4);
            assert_eq!(scroll, Scroll { at, top, ..Scroll::default() }, "{step:?}");
        }
        scroll.keep_in_sight(0, 0);
        assert_eq!(scroll, Scroll::default());
    }
}
