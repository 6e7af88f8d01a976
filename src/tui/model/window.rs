//! A window that slides along a list of any length, never the whole of it.

use std::fmt::Debug;

use super::rows::Scroll;
use super::rows::Widths;
use crate::app::{CustomerPlace, FollowUpPlace, JarPlace};
use crate::domain::follow_up::FollowUpRef;
use crate::domain::id::{CustomerId, JarId};
use crate::domain::query::{CustomerQuery, FollowUpQuery, JarQuery, TabQuery};
use crate::domain::views::{CustomerRow, FollowUpRow, JarRow, TabRow};
use crate::tui::keymap::Step;

/// The fewest rows that are read at a time.
const LEAST: usize = 30;
/// How many times as many are kept as are read at a time.
const KEPT: usize = 3;

/// How many rows are read at a time where `page` can be seen: they fill the screen, and more is read
/// before the selection reaches their end.
fn at_a_time(page: usize) -> usize {
    (page + page / 2).max(LEAST)
}

/// A list that is read in windows.
pub trait PagedList: Clone + PartialEq + Debug + Default {
    /// A row of it.
    type Row: Clone + PartialEq + Debug;
    /// A place in it, beside which a window begins.
    type Place: Clone + PartialEq + Debug;
    /// What a row is the same by after the list was read again.
    type Key: Clone + PartialEq + Debug;

    /// The place of a row.
    fn place(&self, row: &Self::Row) -> Self::Place;

    /// What a row is the same by.
    fn key(row: &Self::Row) -> Self::Key;

    /// What the list is narrowed down to.
    fn query_mut(&mut self) -> &mut String;
}

impl PagedList for CustomerQuery {
    type Row = CustomerRow;
    type Place = CustomerPlace;
    type Key = CustomerId;

    fn place(&self, row: &CustomerRow) -> CustomerPlace {
        CustomerPlace::of(row, self.sorted.by)
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
    type Place = CustomerPlace;
    type Key = CustomerId;

    fn place(&self, row: &TabRow) -> CustomerPlace {
        CustomerPlace::of_tab(row, self.sorted.by)
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
    type Place = FollowUpPlace;
    type Key = (FollowUpRef, crate::domain::Day);

    fn place(&self, row: &FollowUpRow) -> FollowUpPlace {
        FollowUpPlace::of(row)
    }

    /// One that is put off is another row: the selection does not follow it.
    fn key(row: &FollowUpRow) -> Self::Key {
        (row.meant.clone(), row.follow_up.due_on)
    }

    fn query_mut(&mut self) -> &mut String {
        &mut self.query
    }
}

impl PagedList for JarQuery {
    type Row = JarRow;
    type Place = JarPlace;
    type Key = JarId;

    fn place(&self, row: &JarRow) -> JarPlace {
        JarPlace::of(row)
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
    /// What the list is of, and what it is sorted by.
    pub list: L,
    /// Whether it was read.
    pub known: bool,
    /// The rows of the window.
    pub rows: Vec<L::Row>,
    /// The selected row among them.
    pub scroll: Scroll,
    /// The place before the first row; `None` at the beginning of the list.
    before: Option<L::Place>,
    /// Whether there is more behind the last row.
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

/// A part of a list that is asked for.
#[derive(Clone, PartialEq, Debug)]
pub struct PageRequest<L: PagedList> {
    /// The list.
    pub list: L,
    /// Which part.
    pub page: Page<L::Place>,
    /// How many rows; one more is read, to tell whether the list goes on.
    pub most: usize,
}

/// Which part of a list.
#[derive(Clone, PartialEq, Debug)]
pub enum Page<P> {
    /// The first rows.
    First,
    /// The last rows.
    Last,
    /// The window again, from its first row on.
    Again(Option<P>),
    /// The rows behind this place.
    Behind(P),
    /// The rows before this place.
    Before(P),
}

impl<L: PagedList> Window<L> {
    /// The window of a list of which nothing was read yet.
    pub fn of(list: L) -> Self {
        Self { list, ..Self::default() }
    }

    /// The selected row.
    pub fn selected(&self) -> Option<&L::Row> {
        self.rows.get(self.scroll.at)
    }

    /// The rows around those that can be seen, a page of them to either side, and how many stand before
    /// them: the rest need not be put into words.
    pub fn visible_slice(&self, page: usize) -> (&[L::Row], usize) {
        let first = self.scroll.top.saturating_sub(page).min(self.rows.len());
        let last = (self.scroll.top + 2 * page).min(self.rows.len());
        (self.rows.get(first..last).unwrap_or_default(), first)
    }

    /// Whether the window holds the whole list.
    pub fn is_whole(&self) -> bool {
        self.before.is_none() && !self.more
    }

    /// Takes a step, and tells what has to be read for it.
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

    /// What has to be read for the selection to have rows around it.
    fn wanted(&self, page: usize) -> Option<Page<L::Place>> {
        let near = page.max(LEAST / 2);
        let behind = self.rows.len() - self.scroll.at.min(self.rows.len());
        if self.more && behind <= near {
            return self.rows.last().map(|row| Page::Behind(self.list.place(row)));
        }
        if self.before.is_some() && self.scroll.at < near {
            return self.rows.first().map(|row| Page::Before(self.list.place(row)));
        }
        None
    }

    /// Asks for the window as it is once more; no more than `page` rows can be seen.
    pub fn again(&self, page: usize) -> PageRequest<L> {
        self.ask(Page::Again(self.before.clone()), page)
    }

    /// Narrows the list to a query, and asks for its beginning.
    pub fn narrow(&mut self, query: &str, page: usize) -> PageRequest<L> {
        query.clone_into(self.list.query_mut());
        self.ask(Page::First, page)
    }

    /// Asks for the beginning of the list.
    pub fn first(&self, page: usize) -> PageRequest<L> {
        self.ask(Page::First, page)
    }

    fn ask(&self, wanted: Page<L::Place>, page: usize) -> PageRequest<L> {
        let most = match wanted {
            Page::Again(_) => self.rows.len().max(at_a_time(page)),
            Page::First | Page::Last | Page::Behind(_) | Page::Before(_) => at_a_time(page),
        };
        PageRequest { list: self.list.clone(), page: wanted, most }
    }

    /// Forgets what was read: the rows of one list never stand under the name of another.
    pub fn forget(&mut self) {
        let list = std::mem::take(&mut self.list);
        *self = Self { list, ..Self::default() };
    }

    /// Whether a page begins where the window ends: one that was asked for twice does so once.
    fn continues(&self, page: &Page<L::Place>) -> bool {
        let at = |row: Option<&L::Row>, place: &L::Place| {
            row.is_some_and(|row| self.list.place(row) == *place)
        };
        match page {
            Page::First | Page::Last | Page::Again(_) => true,
            Page::Behind(place) => at(self.rows.last(), place),
            Page::Before(place) => at(self.rows.first(), place),
        }
    }

    /// Puts in the rows that were read for what was asked: one more than `most` where the list goes
    /// on. Those before a place come with the nearest first. An answer to what is not asked for any
    /// more, another query or another order, is of no use.
    pub fn put(&mut self, asked: PageRequest<L>, mut rows: Vec<L::Row>) {
        let PageRequest { list, page, most } = asked;
        if list != self.list || !self.continues(&page) {
            return;
        }
        let goes_on = rows.len() > most;
        // The row too many only tells where the window ends.
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
                let before = beyond.as_ref().map(|row| list.place(row));
                self.replace(rows, before, false, |rows| rows.len().saturating_sub(1));
            }
            Page::Behind(_) => {
                self.rows.extend(rows);
                self.more = goes_on;
                let over = self.rows.len().saturating_sub(KEPT * most).min(self.scroll.top);
                if let Some(last_gone) = self.rows.drain(..over).next_back() {
                    self.before = Some(list.place(&last_gone));
                }
                self.scroll.at -= over;
                self.scroll.top -= over;
            }
            Page::Before(_) => {
                rows.reverse();
                self.before = beyond.as_ref().map(|row| list.place(row));
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
        before: Option<L::Place>,
        more: bool,
        at: impl FnOnce(&[L::Row]) -> usize,
    ) {
        self.scroll.at = at(&rows).min(rows.len().saturating_sub(1));
        self.scroll.column_widths = Widths::default();
        (self.rows, self.before, self.more) = (rows, before, more);
    }
}
