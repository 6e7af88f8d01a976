//! The list of customers: a window that slides along a list of any length, never the whole of it.

use super::rows::{Filter, Scroll};
use crate::app::CustomerPlace;
use crate::domain::rows::CustomerRow;
use crate::tui::keymap::Step;

/// How many rows are read at a time.
pub const WINDOW: usize = 120;
/// How many rows are kept.
const MOST: usize = 3 * WINDOW;
/// How near to an end of the window the selection comes before more is read.
const NEAR: usize = WINDOW / 2;

/// A window of the list by code.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Customers {
    /// Whether it was read.
    pub known: bool,
    /// The filter.
    pub filter: Filter,
    /// The rows of the window.
    pub rows: Vec<CustomerRow>,
    /// The selected row among them.
    pub scroll: Scroll,
    /// The place before the first row; `None` at the beginning of the list.
    pub before: Option<CustomerPlace>,
    /// Whether there is more behind the last row.
    pub more: bool,
    /// How many customers there are without a filter.
    pub count: Option<u32>,
}

/// Which part of the list is asked for.
#[derive(Clone, PartialEq, Debug)]
pub enum Page {
    /// The first rows.
    First,
    /// The last rows.
    Last,
    /// The window again, from its first row on.
    Again(Option<CustomerPlace>),
    /// The rows behind this place.
    Behind(CustomerPlace),
    /// The rows before this place.
    Before(CustomerPlace),
}

impl Customers {
    /// The selected customer.
    pub fn selected(&self) -> Option<&CustomerRow> {
        self.rows.get(self.scroll.at)
    }

    /// Takes a step, and tells which rows have to be read for it.
    pub fn step(&mut self, step: Step, page: usize) -> Option<Page> {
        match step {
            Step::First if self.before.is_some() => return Some(Page::First),
            Step::Last if self.more => return Some(Page::Last),
            Step::Up | Step::Down | Step::Left | Step::Right => {}
            Step::PageUp | Step::PageDown | Step::First | Step::Last => {}
        }
        self.scroll.step(step, self.rows.len(), page);
        self.wanted(page)
    }

    /// What has to be read for the selection to have rows around it.
    fn wanted(&self, page: usize) -> Option<Page> {
        let near = NEAR.max(page);
        let behind = self.rows.len() - self.scroll.at.min(self.rows.len());
        if self.more && behind <= near {
            return self.rows.last().map(|row| Page::Behind(CustomerPlace::of(row)));
        }
        if self.before.is_some() && self.scroll.at < near {
            return self.rows.first().map(|row| Page::Before(CustomerPlace::of(row)));
        }
        None
    }

    /// The window as it is, to be read again.
    pub fn again(&self) -> Page {
        Page::Again(self.before.clone())
    }

    /// How many rows a page should have.
    pub fn most(&self, page: &Page) -> usize {
        match page {
            Page::Again(_) => self.rows.len().max(WINDOW),
            Page::First | Page::Last | Page::Behind(_) | Page::Before(_) => WINDOW,
        }
    }

    /// Puts in the rows that were read for a page: one more than `most` where the list goes on.
    /// Those before a place come with the nearest first.
    pub fn put(&mut self, page: Page, most: usize, mut rows: Vec<CustomerRow>) {
        let goes_on = rows.len() > most;
        // The row too many only tells where the window ends.
        let beyond = if goes_on { rows.pop() } else { None };
        match page {
            Page::First => self.replace(rows, None, goes_on, |_| 0),
            Page::Again(before) => {
                let (selected, at) = (self.selected().map(|row| row.customer.id), self.scroll.at);
                self.replace(rows, before, goes_on, |rows| {
                    let again = rows.iter().position(|row| Some(row.customer.id) == selected);
                    again.unwrap_or(at)
                });
            }
            Page::Last => {
                rows.reverse();
                let before = beyond.as_ref().map(CustomerPlace::of);
                self.replace(rows, before, false, |rows| rows.len().saturating_sub(1));
            }
            Page::Behind(_) => {
                self.rows.extend(rows);
                self.more = goes_on;
                let over = self.rows.len().saturating_sub(MOST).min(self.scroll.top);
                if let Some(last_gone) = self.rows.drain(..over).next_back() {
                    self.before = Some(CustomerPlace::of(&last_gone));
                }
                self.scroll.at -= over;
                self.scroll.top -= over;
            }
            Page::Before(_) => {
                rows.reverse();
                self.before = beyond.as_ref().map(CustomerPlace::of);
                self.scroll.at += rows.len();
                self.scroll.top += rows.len();
                self.rows.splice(..0, rows);
                let keep = MOST.max(self.scroll.at + 1);
                self.more |= self.rows.len() > keep;
                self.rows.truncate(keep);
            }
        }
        self.known = true;
    }

    fn replace(
        &mut self,
        rows: Vec<CustomerRow>,
        before: Option<CustomerPlace>,
        more: bool,
        at: impl FnOnce(&[CustomerRow]) -> usize,
    ) {
        self.scroll.at = at(&rows).min(rows.len().saturating_sub(1));
        (self.rows, self.before, self.more) = (rows, before, more);
    }
}
