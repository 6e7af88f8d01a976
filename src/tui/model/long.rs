//! Customers, tabs and follow-ups: lists of any length, of which a window is known.

use super::rows::Filter;
use super::subject::Target;
use super::window::Window;
use crate::domain::query::{CustomerQuery, FollowUpQuery, JarQuery, TabQuery};
use crate::reports::Owed;

/// The list of customers.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct CustomerPages {
    /// The filter.
    pub filter: Filter,
    /// What is known of the list.
    pub window: Window<CustomerQuery>,
    /// How many customers there are without a filter.
    pub count: Option<u32>,
}

/// The tabs that are not even.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Tabs {
    /// The filter.
    pub filter: Filter,
    /// What is known of the list.
    pub window: Window<TabQuery>,
    /// What is owed in all.
    pub owed: Option<Owed>,
}

impl Tabs {
    /// What the selected row is about.
    pub fn subject(&self, today: crate::domain::Day) -> Option<Target> {
        self.window.selected().map(|row| Target::of_owing(row, row.standing.due_on(today)))
    }
}

/// Jars by the day on which they are empty, over the screen.
pub type Jars = Window<JarQuery>;

/// What is to be looked after, the oldest due day first, or what was done, the newest first.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct FollowUps {
    /// The filter.
    pub filter: Filter,
    /// What is known of the list.
    pub window: Window<FollowUpQuery>,
    /// How many are due, and how many come later.
    pub counts: Option<(u32, u32)>,
}
