//! Rows that are marked, so that one key does something with all of them.
//!
//! A list of any length may be marked as a whole. So a mark holds as little of a row as is needed to do
//! something with it, and what is known of the row besides only where it was read anyway.

use std::collections::BTreeMap;

use super::{Screen, Target};
use crate::domain::follow_up::FollowUpRef;
use crate::domain::id::{CustomerId, DeliveryId};
use crate::domain::query::{CustomerQuery, FollowUpQuery, TabQuery};

/// So many marked rows are acted on at once, and no more: they are one command, which whoever asked for
/// it waits for.
pub const MOST_AT_ONCE: usize = 5_000;

/// What a marked row is about: the same however often its list is read again.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Mark {
    /// A customer.
    Customer(CustomerId),
    /// Something to bring to a customer: a promised delivery, or what the forecasts ask for.
    Visit(CustomerId, Option<DeliveryId>),
    /// Something to follow up for a customer. It is boxed: most marks of a long list are customers.
    FollowUp(CustomerId, Box<FollowUpRef>),
}

impl Mark {
    /// The customer.
    pub const fn customer(&self) -> CustomerId {
        match self {
            Self::Customer(customer) | Self::Visit(customer, _) | Self::FollowUp(customer, _) => {
                *customer
            }
        }
    }
}

/// A list that can be marked as a whole, though only a window of it is known.
#[derive(Clone, PartialEq, Debug)]
pub enum SelectAll {
    /// Customers.
    Customers(CustomerQuery),
    /// Tabs.
    Tabs(TabQuery),
    /// Follow-ups.
    FollowUps(FollowUpQuery),
}

/// What the marked rows of a screen are about; a screen on which a row is marked forgets the marks of
/// another.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Marks {
    screen: Option<Screen>,
    /// Sorted, so that a row is looked for without going through all.
    marked: Vec<Mark>,
    /// What is known of some of them besides, with which one of all that were ever marked it was.
    known: BTreeMap<Mark, (usize, Box<Target>)>,
    marks: usize,
}

impl Marks {
    /// How many rows of a screen are marked.
    pub fn count(&self, screen: Screen) -> usize {
        if self.screen == Some(screen) { self.marked.len() } else { 0 }
    }

    /// The marked rows of a screen: those of which more is known in the order in which they were marked,
    /// then all others.
    pub fn of(&self, screen: Screen) -> Vec<&Mark> {
        let others = self.marked.iter().take(self.count(screen));
        let others = others.filter(|mark| !self.known.contains_key(mark));
        self.in_order(screen).into_iter().map(|(mark, _)| mark).chain(others).collect()
    }

    /// What is known of the marked rows of a screen besides: of some of them, if they are many.
    pub fn known(&self, screen: Screen) -> Vec<&Target> {
        self.in_order(screen).into_iter().map(|(_, subject)| subject).collect()
    }

    /// Whether such a row is marked.
    pub fn has(&self, screen: Screen, subject: impl FnOnce() -> Target) -> bool {
        self.count(screen) > 0 && self.marked.binary_search(&subject().mark()).is_ok()
    }

    /// Marks a row, or unmarks it.
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

    /// Marks all of these rows; if they are marked already, unmarks them. Some of them are known better.
    pub fn mark_all(&mut self, screen: Screen, mut marks: Vec<Mark>, known: Vec<Target>) {
        self.turn_to(screen);
        marks.sort_unstable();
        marks.dedup();
        if marks.iter().all(|mark| self.marked.binary_search(mark).is_ok()) {
            let is_unmarked = |mark: &Mark| marks.binary_search(mark).is_ok();
            self.marked.retain(|mark| !is_unmarked(mark));
            self.known.retain(|mark, _| !is_unmarked(mark));
            return;
        }
        // Of a long list nothing is held twice.
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

    /// Unmarks a row that something was done with, if it is marked.
    pub fn unmark(&mut self, mark: &Mark) {
        if let Ok(place) = self.marked.binary_search(mark) {
            self.marked.remove(place);
            self.known.remove(mark);
        }
    }

    /// Unmarks everything.
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
