//! A list in memory: its rows, those that match the filter, and the selected one.

use super::text_field::TextField;
use crate::domain::views::CustomerLabel;
use crate::domain::{Day, search_key};
use crate::reports::round::Stop;
use crate::tui::keymap::Step;

/// Maximum number of columns of a list.
const MAX_COLUMNS: usize = 16;

/// The greatest widths that each column of a list has had, in cells. Columns do not shrink while the
/// list scrolls: otherwise they would be hard to read, and every row would have to be drawn again.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Widths {
    /// The width of its widest text.
    pub texts: [u16; MAX_COLUMNS],
    /// The width of its widest figure, which is never cut.
    pub figures: [u16; MAX_COLUMNS],
}

/// The selected row of a list, and the first one that is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Scroll {
    /// The selected row.
    pub at: usize,
    /// The first row that is shown.
    pub top: usize,
    /// The greatest widths of its columns since the list was read.
    pub column_widths: Widths,
}

impl Scroll {
    /// Moves the selection in a list of `count` rows, `page` of which are visible.
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

    /// Scrolls no further than needed for the selected row of `count` to be among the `page`
    /// visible rows.
    pub fn keep_in_sight(&mut self, count: usize, page: usize) {
        self.at = self.at.min(count.saturating_sub(1));
        let page = page.max(1);
        let highest = self.at.saturating_sub(page - 1);
        self.top = self.top.clamp(highest, self.at).min(count.saturating_sub(page));
    }
}

/// The filter of a list.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filter {
    /// The words to search for.
    pub typed: TextField,
    /// True while the filter has the focus.
    pub typing: bool,
}

/// A row about a customer, by whose label a list is filtered.
pub trait About {
    /// Returns the customer that the row is about.
    fn who(&self) -> &CustomerLabel;

    /// Returns the day on which it should be done. A row that is put off counts as another row.
    fn day(&self) -> Day;

    /// Returns a number that tells the row from others about the same customer and day.
    fn number(&self) -> i64 {
        self.who().id.number()
    }
}

/// A row of a list, with its identity and its searchable text.
pub trait Listed {
    /// Returns the identity of the row, by which it is recognised after the list was read again.
    fn key(&self) -> (i64, Day);

    /// Returns the text that the filter searches, folded.
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

    /// Returns different numbers for an open stop and a finished one, which counts as another row.
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
    /// The searchable text of each row; empty until it is first needed for a filter.
    found_by: Vec<String>,
    /// The selected row among those that are shown, and the scroll position.
    pub scroll: Scroll,
}

impl<T> Default for RowList<T> {
    fn default() -> Self {
        Self { all: Vec::new(), shown: Vec::new(), found_by: Vec::new(), scroll: Scroll::default() }
    }
}

impl<T: Listed> RowList<T> {
    /// Replaces the rows. The selection stays on its row; if that is gone, it stays on its
    /// position, where the next row now is.
    pub fn put(&mut self, all: Vec<T>, filter: &Filter) {
        let selected = self.selected().map(Listed::key);
        self.all = all;
        self.found_by.clear();
        self.narrow(filter);
        let again = self.iter().position(|row| Some(row.key()) == selected);
        self.scroll.at = again.unwrap_or(self.scroll.at).min(self.len().saturating_sub(1));
    }

    /// Shows only the rows that contain every word of the filter.
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

    /// Returns the rows that are shown.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.shown.iter().filter_map(|index| self.all.get(*index))
    }

    /// Returns every row, whether it is shown or not.
    pub fn all(&self) -> &[T] {
        &self.all
    }

    /// Returns the selected row.
    pub fn selected(&self) -> Option<&T> {
        self.all.get(*self.shown.get(self.scroll.at)?)
    }

    /// Returns the number of rows that are shown.
    pub fn len(&self) -> usize {
        self.shown.len()
    }

    /// Returns true if no row is shown.
    pub fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }
}

fn found_by(who: &CustomerLabel) -> String {
    let parts = [
        search_key::search_forms(&who.name),
        search_key::search_fold(&who.code),
        search_key::search_forms(&who.area),
        search_key::search_fold(&who.address),
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
