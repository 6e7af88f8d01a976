//! Customers, tabs and follow-ups: lists of any length, of which only a window is in memory.

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
    /// The part of the list that is in memory.
    pub window: Window<CustomerQuery>,
    /// Number of customers without a filter; `None` until it has been read.
    pub count: Option<u32>,
    /// A filter, and the number of former customers who match it; `None` until it is known.
    pub former: Option<(String, u32)>,
}

/// The list of tabs whose balance is not zero.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Tabs {
    /// The filter.
    pub filter: Filter,
    /// The part of the list that is in memory.
    pub window: Window<TabQuery>,
    /// Totals of all tabs; `None` until they have been read.
    pub owed: Option<Owed>,
}

impl Tabs {
    /// Returns the target of the selected row.
    pub fn subject(&self, today: crate::domain::Day) -> Option<Target> {
        self.window.selected().map(|row| Target::of_owing(row, row.standing.due_on(today)))
    }
}

/// The list of jars by the day on which they are empty, as an overlay.
pub type Jars = Window<JarQuery>;

/// The list of follow-ups: open ones with the oldest due day first, or done ones, the newest first.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct FollowUps {
    /// The filter.
    pub filter: Filter,
    /// The part of the list that is in memory.
    pub window: Window<FollowUpQuery>,
    /// Number of follow-ups that are due and number of later ones; `None` until they have been
    /// read.
    pub counts: Option<(u32, u32)>,
}
