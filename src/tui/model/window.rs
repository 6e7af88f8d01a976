//! A window that slides along a list of any length, which is never in memory as a whole if it is
//! long.

use std::fmt::Debug;

use super::rows::Scroll;
use super::rows::Widths;
use crate::app::{CustomerCursor, FollowUpCursor, JarCursor};
use crate::domain::follow_up::FollowUpRef;
use crate::domain::id::{CustomerId, JarId};
use crate::domain::query::{CustomerQuery, FollowUpQuery, JarQuery, Page, TabQuery};
use crate::domain::views::{CustomerRow, FollowUpRow, JarRow, TabRow};
use crate::tui::keymap::Step;

/// Minimum number of rows that are read at a time.
const LEAST: usize = 30;
/// Number of rows to keep in memory, as a multiple of the number that is read at a time.
const KEPT: usize = 3;

/// Returns the number of rows to read at a time if `page` rows are visible: enough to fill the
/// screen, so that more can be read before the selection reaches their end.
fn at_a_time(page: usize) -> usize {
    (page + page / 2).max(LEAST)
}

/// A list that is read in windows.
pub trait PagedList: Clone + PartialEq + Debug + Default {
    /// A row of the list.
    type Row: Clone + PartialEq + Debug;
    /// A position in the list, before or after which a window begins.
    type Cursor: Clone + PartialEq + Debug;
    /// The identity of a row, by which it is recognised after the list was read again.
    type Key: Clone + PartialEq + Debug;

    /// Returns the position of a row.
    fn cursor(&self, row: &Self::Row) -> Self::Cursor;

    /// Returns the identity of a row.
    fn key(row: &Self::Row) -> Self::Key;

    /// Returns the search text of the list, as a mutable reference.
    fn query_mut(&mut self) -> &mut String;
}

impl PagedList for CustomerQuery {
    type Row = CustomerRow;
    type Cursor = CustomerCursor;
    type Key = CustomerId;

    fn cursor(&self, row: &CustomerRow) -> CustomerCursor {
        CustomerCursor::of(row, self.sorted.by)
    }

    fn key(row: &CustomerRow) -> CustomerId {
        row.customer.id
    }

    fn query_mut(&mut self) -> &mut String {
        &mut self.query
    }
}

impl PagedList for TabQuery {
    type Row = TabRow;
    type Cursor = CustomerCursor;
    type Key = CustomerId;

    fn cursor(&self, row: &TabRow) -> CustomerCursor {
        CustomerCursor::of_tab(row, self.sorted.by)
    }

    fn key(row: &TabRow) -> CustomerId {
        row.who.id
    }

    fn query_mut(&mut self) -> &mut String {
        &mut self.query
    }
}

impl PagedList for FollowUpQuery {
    type Row = FollowUpRow;
    type Cursor = FollowUpCursor;
    type Key = (FollowUpRef, crate::domain::Day);

    fn cursor(&self, row: &FollowUpRow) -> FollowUpCursor {
        FollowUpCursor::of(row)
    }

    /// Includes the due day: a follow-up that is put off is another row, so the selection stays
    /// behind.
    fn key(row: &FollowUpRow) -> Self::Key {
        (row.meant.clone(), row.follow_up.due_on)
    }

    fn query_mut(&mut self) -> &mut String {
        &mut self.query
    }
}

impl PagedList for JarQuery {
    type Row = JarRow;
    type Cursor = JarCursor;
    type Key = JarId;

    fn cursor(&self, row: &JarRow) -> JarCursor {
        JarCursor::of(row)
    }

    fn key(row: &JarRow) -> JarId {
        row.jar
    }

    fn query_mut(&mut self) -> &mut String {
        &mut self.query
    }
}

/// A window of a list.
#[derive(Clone, PartialEq, Debug)]
pub struct Window<L: PagedList> {
    /// The query: the filters and the order of the list.
    pub list: L,
    /// True once the list has been read.
    pub known: bool,
    /// The rows of the window.
    pub rows: Vec<L::Row>,
    /// The selected row among them, and the scroll position.
    pub scroll: Scroll,
    /// The position before the first row; `None` at the beginning of the list.
    before: Option<L::Cursor>,
    /// True if the list goes on after the last row.
    more: bool,
}

impl<L: PagedList> Default for Window<L> {
    fn default() -> Self {
        Self {
            list: L::default(),
            known: false,
            rows: Vec::new(),
            scroll: Scroll::default(),
            before: None,
            more: false,
        }
    }
}

/// A request for a part of a list.
#[derive(Clone, PartialEq, Debug)]
pub struct PageRequest<L: PagedList> {
    /// The query.
    pub list: L,
    /// The part of the list.
    pub page: Page<L::Cursor>,
    /// Maximum number of rows.
    pub most: usize,
}

impl<L: PagedList> PageRequest<L> {
    /// Returns the number of rows to read: one more than asked for, which tells whether the list
    /// goes on.
    pub fn limit(&self) -> u32 {
        u32::try_from(self.most).unwrap_or(u32::MAX).saturating_add(1)
    }
}

impl<L: PagedList> Window<L> {
    /// Creates the window of a list of which nothing has been read yet.
    pub fn of(list: L) -> Self {
        Self { list, ..Self::default() }
    }

    /// Returns the selected row.
    pub fn selected(&self) -> Option<&L::Row> {
        self.rows.get(self.scroll.at)
    }

    /// Returns the visible rows with one page of rows on either side, and the number of rows before
    /// them: no other rows need to be formatted.
    pub fn visible_slice(&self, page: usize) -> (&[L::Row], usize) {
        let first = self.scroll.top.saturating_sub(page).min(self.rows.len());
        let last = (self.scroll.top + 2 * page).min(self.rows.len());
        (self.rows.get(first..last).unwrap_or_default(), first)
    }

    /// Returns whether the window holds the whole list.
    pub fn is_whole(&self) -> bool {
        self.before.is_none() && !self.more
    }

    /// Moves the selection, and returns the request for the rows that are needed for it, if any.
    pub fn step(&mut self, step: Step, page: usize) -> Option<PageRequest<L>> {
        match step {
            Step::First if self.before.is_some() => return Some(self.ask(Page::First, page)),
            Step::Last if self.more => return Some(self.ask(Page::Last, page)),
            Step::Up | Step::Down | Step::Left | Step::Right => {}
            Step::PageUp | Step::PageDown | Step::First | Step::Last => {}
        }
        self.scroll.step(step, self.rows.len(), page);
        self.wanted(page).map(|wanted| self.ask(wanted, page))
    }

    /// Returns the part that has to be read for the selection to have rows around it, if any.
    fn wanted(&self, page: usize) -> Option<Page<L::Cursor>> {
        let near = page.max(LEAST / 2);
        let behind = self.rows.len() - self.scroll.at.min(self.rows.len());
        if self.more && behind <= near {
            return self.rows.last().map(|row| Page::Behind(self.list.cursor(row)));
        }
        if self.before.is_some() && self.scroll.at < near {
            return self.rows.first().map(|row| Page::Before(self.list.cursor(row)));
        }
        None
    }

    /// Returns a request for the same window again, where `page` rows are visible.
    pub fn again(&self, page: usize) -> PageRequest<L> {
        self.ask(Page::Again(self.before.clone()), page)
    }

    /// Sets the search text of the list, and returns a request for its beginning.
    pub fn narrow(&mut self, query: &str, page: usize) -> PageRequest<L> {
        query.clone_into(self.list.query_mut());
        self.ask(Page::First, page)
    }

    /// Returns a request for the beginning of the list.
    pub fn first(&self, page: usize) -> PageRequest<L> {
        self.ask(Page::First, page)
    }

    fn ask(&self, wanted: Page<L::Cursor>, page: usize) -> PageRequest<L> {
        let most = match wanted {
            Page::Again(_) => self.rows.len().max(at_a_time(page)),
            Page::First | Page::Last | Page::Behind(_) | Page::Before(_) => at_a_time(page),
        };
        PageRequest { list: self.list.clone(), page: wanted, most }
    }

    /// Forgets all rows: those of one list must never be shown under the name of another.
    pub fn forget(&mut self) {
        let list = std::mem::take(&mut self.list);
        *self = Self { list, ..Self::default() };
    }

    /// Returns whether a page fits the ends of the window. A page that was requested twice fits
    /// once.
    fn continues(&self, page: &Page<L::Cursor>) -> bool {
        let at = |row: Option<&L::Row>, place: &L::Cursor| {
            row.is_some_and(|row| self.list.cursor(row) == *place)
        };
        match page {
            Page::First | Page::Last | Page::Again(_) => true,
            Page::Behind(place) => at(self.rows.last(), place),
            Page::Before(place) => at(self.rows.first(), place),
        }
    }

    /// Stores the rows that were read for a request: one more than `most` if the list goes on. Rows
    /// before a position come nearest first. An answer for another query or order than the current
    /// one is ignored.
    pub fn put(&mut self, asked: PageRequest<L>, mut rows: Vec<L::Row>) {
        let PageRequest { list, page, most } = asked;
        if list != self.list || !self.continues(&page) {
            return;
        }
        let goes_on = rows.len() > most;
        // The extra row only marks where the window ends.
        let beyond = if goes_on { rows.pop() } else { None };
        match page {
            Page::First => self.replace(rows, None, goes_on, |_| 0),
            Page::Again(before) => {
                let (selected, at) = (self.selected().map(L::key), self.scroll.at);
                self.replace(rows, before, goes_on, |rows| {
                    let again = rows.iter().position(|row| Some(L::key(row)) == selected);
                    again.unwrap_or(at)
                });
            }
            Page::Last => {
                rows.reverse();
                let before = beyond.as_ref().map(|row| list.cursor(row));
                self.replace(rows, before, false, |rows| rows.len().saturating_sub(1));
            }
            Page::Behind(_) => {
                self.rows.extend(rows);
                self.more = goes_on;
                let over = self.rows.len().saturating_sub(KEPT * most).min(self.scroll.top);
                if let Some(last_gone) = self.rows.drain(..over).next_back() {
                    self.before = Some(list.cursor(&last_gone));
                }
                self.scroll.at -= over;
                self.scroll.top -= over;
            }
            Page::Before(_) => {
                rows.reverse();
                self.before = beyond.as_ref().map(|row| list.cursor(row));
                self.scroll.at += rows.len();
                self.scroll.top += rows.len();
                self.rows.splice(..0, rows);
                let keep = (KEPT * most).max(self.scroll.at + 1);
                self.more |= self.rows.len() > keep;
                self.rows.truncate(keep);
            }
        }
        self.known = true;
    }

    fn replace(
        &mut self,
        rows: Vec<L::Row>,
        before: Option<L::Cursor>,
        more: bool,
        at: impl FnOnce(&[L::Row]) -> usize,
    ) {
        self.scroll.at = at(&rows).min(rows.len().saturating_sub(1));
        self.scroll.column_widths = Widths::default();
        (self.rows, self.before, self.more) = (rows, before, more);
    }
}
