//! Rows that are marked, so that one key does something with all of them.
//!
//! A list of any length may be marked as a whole. So a mark holds as little of a row as is needed to do
//! something with it, and what is known of the row besides only where it was read anyway.

use std::collections::{BTreeMap, BTreeSet};

use super::{Screen, Subject};
use crate::domain::follow_up::Meant;
use crate::domain::id::{CustomerId, DeliveryId};
use crate::domain::list::{CustomerList, FollowUpList, TabList};

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
    /// Something to follow up for a customer.
    FollowUp(CustomerId, Meant),
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
pub enum Whole {
    /// Customers.
    Customers(CustomerList),
    /// Tabs.
    Tabs(TabList),
    /// Follow-ups.
    FollowUps(FollowUpList),
}

/// What the marked rows of a screen are about; a screen on which a row is marked forgets the marks of
/// another.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Marks {
    screen: Option<Screen>,
    marked: BTreeMap<Mark, Marked>,
    /// How many were ever marked: which one a row is.
    marks: usize,
}

/// What is known of a marked row.
#[derive(Clone, PartialEq, Debug)]
struct Marked {
    nth: usize,
    subject: Option<Box<Subject>>,
}

impl Marks {
    /// How many rows of a screen are marked.
    pub fn count(&self, screen: Screen) -> usize {
        if self.screen == Some(screen) { self.marked.len() } else { 0 }
    }

    /// The marked rows of a screen, in the order in which they were marked.
    pub fn of(&self, screen: Screen) -> Vec<&Mark> {
        self.in_order(screen).into_iter().map(|(mark, _)| mark).collect()
    }

    /// What is known of the marked rows of a screen besides: of some of them, if they are many.
    pub fn known(&self, screen: Screen) -> Vec<&Subject> {
        let marked = self.in_order(screen).into_iter();
        marked.filter_map(|(_, marked)| marked.subject.as_deref()).collect()
    }

    fn in_order(&self, screen: Screen) -> Vec<(&Mark, &Marked)> {
        let mut marked: Vec<_> = self.marked.iter().take(self.count(screen)).collect();
        marked.sort_by_key(|(_, marked)| marked.nth);
        marked
    }

    fn add(&mut self, mark: Mark, subject: Option<Subject>) {
        self.marks += 1;
        let new = Marked { nth: self.marks, subject: None };
        let marked = self.marked.entry(mark).or_insert(new);
        if let Some(subject) = subject {
            marked.subject = Some(Box::new(subject));
        }
    }

    /// Whether such a row is marked.
    pub fn has(&self, screen: Screen, subject: impl FnOnce() -> Subject) -> bool {
        self.count(screen) > 0 && self.marked.contains_key(&subject().mark())
    }

    /// Marks a row, or unmarks it.
    pub fn mark(&mut self, screen: Screen, subject: Subject) {
        self.turn_to(screen);
        let mark = subject.mark();
        if self.marked.remove(&mark).is_none() {
            self.add(mark, Some(subject));
        }
    }

    /// Marks all of these rows; if they are marked already, unmarks them. Some of them are known better.
    pub fn mark_all(&mut self, screen: Screen, marks: Vec<Mark>, known: Vec<Subject>) {
        self.turn_to(screen);
        if marks.iter().all(|mark| self.marked.contains_key(mark)) {
            marks.iter().for_each(|mark| drop(self.marked.remove(mark)));
            return;
        }
        let all: BTreeSet<Mark> = marks.into_iter().collect();
        for (mark, subject) in known.into_iter().map(|subject| (subject.mark(), subject)) {
            if all.contains(&mark) {
                self.add(mark, Some(subject));
            }
        }
        all.into_iter().for_each(|mark| self.add(mark, None));
    }

    /// Unmarks everything.
    pub fn clear(&mut self) {
        self.marked.clear();
    }

    fn turn_to(&mut self, screen: Screen) {
        if self.screen.replace(screen) != Some(screen) {
            self.marked.clear();
        }
    }
}
