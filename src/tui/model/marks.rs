//! Rows that are marked, so that one key does something with all of them.
//!
//! A list of any length may be marked as a whole. A mark therefore holds only as much of a row as
//! an action needs; the full target is kept only of rows that had been read anyway.

use std::collections::BTreeMap;

use super::{Screen, Target};
use crate::domain::follow_up::FollowUpRef;
use crate::domain::id::{CustomerId, DeliveryId};
use crate::domain::query::{CustomerQuery, FollowUpQuery, TabQuery};

/// Maximum number of marked rows that one action accepts: they become a single command, and the
/// person has to wait for it.
pub const MOST_AT_ONCE: usize = 5_000;

/// Identity of a marked row, which stays the same when its list is read again.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Mark {
    /// A customer.
    Customer(CustomerId),
    /// Something to bring to a customer: a promised delivery, or the goods that the forecasts ask
    /// for.
    Visit(CustomerId, Option<DeliveryId>),
    /// Something to follow up for a customer. It is boxed: most marks of a long list are customers.
    FollowUp(CustomerId, Box<FollowUpRef>),
}

impl Mark {
    /// Returns the customer of the marked row.
    pub const fn customer(&self) -> CustomerId {
        match self {
            Self::Customer(customer) | Self::Visit(customer, _) | Self::FollowUp(customer, _) => {
                *customer
            }
        }
    }
}

/// A list that can be marked as a whole, though only a window of it is in memory.
#[derive(Clone, PartialEq, Debug)]
pub enum SelectAll {
    /// Customers.
    Customers(CustomerQuery),
    /// Tabs.
    Tabs(TabQuery),
    /// Follow-ups.
    FollowUps(FollowUpQuery),
}

/// The marked rows of one screen; marking a row on another screen forgets them.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Marks {
    screen: Option<Screen>,
    /// Sorted, so that a binary search finds a row.
    marked: Vec<Mark>,
    /// Targets of the marked rows that had been read, each with its number in the order of marking.
    known: BTreeMap<Mark, (usize, Box<Target>)>,
    marks: usize,
}

impl Marks {
    /// Returns the number of marked rows of a screen.
    pub fn count(&self, screen: Screen) -> usize {
        if self.screen == Some(screen) { self.marked.len() } else { 0 }
    }

    /// Returns the marked rows of a screen: those with a known target in the order of marking, then
    /// all others.
    pub fn of(&self, screen: Screen) -> Vec<&Mark> {
        let others = self.marked.iter().take(self.count(screen));
        let others = others.filter(|mark| !self.known.contains_key(mark));
        self.in_order(screen).into_iter().map(|(mark, _)| mark).chain(others).collect()
    }

    /// Returns the known targets of the marked rows of a screen, in the order of marking. Rows that
    /// were marked without having been read have none.
    pub fn known(&self, screen: Screen) -> Vec<&Target> {
        self.in_order(screen).into_iter().map(|(_, subject)| subject).collect()
    }

    /// Returns whether the row of a target is marked; the target is only computed if any row is.
    pub fn has(&self, screen: Screen, subject: impl FnOnce() -> Target) -> bool {
        self.count(screen) > 0 && self.marked.binary_search(&subject().mark()).is_ok()
    }

    /// Marks a row, or removes its mark.
    pub fn mark(&mut self, screen: Screen, subject: Target) {
        self.turn_to(screen);
        let mark = subject.mark();
        match self.marked.binary_search(&mark) {
            Ok(_) => self.unmark(&mark),
            Err(place) => {
                self.marked.insert(place, mark);
                self.know(subject);
            }
        }
    }

    /// Marks all of these rows, or removes their marks if all are marked already. `known` holds the
    /// targets of those that have been read.
    pub fn mark_all(&mut self, screen: Screen, mut marks: Vec<Mark>, known: Vec<Target>) {
        self.turn_to(screen);
        marks.sort_unstable();
        marks.dedup();
        if marks == self.marked {
            self.clear();
            return;
        }
        if marks.iter().all(|mark| self.marked.binary_search(mark).is_ok()) {
            let is_unmarked = |mark: &Mark| marks.binary_search(mark).is_ok();
            self.marked.retain(|mark| !is_unmarked(mark));
            self.known.retain(|mark, _| !is_unmarked(mark));
            return;
        }
        // A long list must not be held twice.
        if self.marked.is_empty() {
            self.marked = marks;
        } else {
            self.marked.append(&mut marks);
            self.marked.sort_unstable();
            self.marked.dedup();
        }
        for subject in known {
            if self.marked.binary_search(&subject.mark()).is_ok() {
                self.know(subject);
            }
        }
    }

    /// Removes the mark of a row after an action on it, if it is marked.
    pub fn unmark(&mut self, mark: &Mark) {
        if let Ok(place) = self.marked.binary_search(mark) {
            self.marked.remove(place);
            self.known.remove(mark);
        }
    }

    /// Removes all marks.
    pub fn clear(&mut self) {
        (self.marked, self.known) = Default::default();
    }

    fn know(&mut self, subject: Target) {
        self.marks += 1;
        self.known.entry(subject.mark()).or_insert((self.marks, Box::new(subject)));
    }

    fn in_order(&self, screen: Screen) -> Vec<(&Mark, &Target)> {
        let known = self.known.iter().take(self.count(screen));
        let mut known: Vec<_> = known.map(|(mark, (nth, subject))| (nth, mark, subject)).collect();
        known.sort_unstable_by_key(|(nth, ..)| *nth);
        known.into_iter().map(|(_, mark, subject)| (mark, subject.as_ref())).collect()
    }

    fn turn_to(&mut self, screen: Screen) {
        if self.screen.replace(screen) != Some(screen) {
            self.clear();
        }
    }
}
