//! The day of the screen that is shown, and the rows of its list.

use super::{Model, Screen, SelectAll, Target};
use crate::domain::Day;

impl Model {
    /// Returns the day that the screen shows: today, unless another one is looked at.
    pub fn shown_day(&self) -> Day {
        match self.screen {
            Screen::Today => self.morning.another.unwrap_or(self.today),
            Screen::Deliveries => self.deliveries.day,
            Screen::Customers | Screen::FollowUps | Screen::Tabs => self.today,
            Screen::Products | Screen::Insights => self.today,
        }
    }

    /// Returns whether all stops of the day that is shown have been read, not only the first ones.
    pub fn is_whole(&self) -> bool {
        match self.screen {
            Screen::Today => self.morning.whole,
            Screen::Deliveries => self.deliveries.whole,
            Screen::Customers | Screen::FollowUps | Screen::Tabs => true,
            Screen::Products | Screen::Insights => true,
        }
    }

    /// Returns the day to which new records belong: the day that is shown, or today if that one is
    /// still to come.
    pub fn happens_on(&self) -> Day {
        self.shown_day().min(self.today)
    }

    /// Returns whether the focused list is the one that is marked as a whole.
    pub fn lists(&self, whole: &SelectAll) -> bool {
        let is_shown = match whole {
            SelectAll::Customers(_) => self.screen == Screen::Customers,
            SelectAll::Tabs(_) => matches!(self.screen, Screen::Tabs | Screen::Today),
            SelectAll::FollowUps(_) => matches!(self.screen, Screen::FollowUps | Screen::Today),
        };
        is_shown && self.listed().1.is_none_or(|list| list == *whole)
    }

    /// Returns the targets of the rows that the focused list holds in memory, and the list for
    /// marking all of it if it has more rows than these. Screens whose rows cannot be marked so
    /// return none.
    pub fn listed(&self) -> (Vec<Target>, Option<SelectAll>) {
        let more = |whole: bool, list: SelectAll| (!whole).then_some(list);
        match self.screen {
            Screen::Today => self.morning.listed(self.happens_on()),
            Screen::Customers => {
                let window = &self.customers.window;
                let rows = window.rows.iter().map(Target::of_customer).collect();
                (rows, more(window.is_whole(), SelectAll::Customers(window.list.clone())))
            }
            Screen::FollowUps => {
                let window = &self.follow_ups.window;
                let rows = window.rows.iter().map(Target::of_follow_up).collect();
                (rows, more(window.is_whole(), SelectAll::FollowUps(window.list.clone())))
            }
            Screen::Tabs => {
                let window = &self.tabs.window;
                let rows = window.rows.iter();
                let rows = rows.map(|row| Target::of_owing(row, row.standing.due_on(self.today)));
                (rows.collect(), more(window.is_whole(), SelectAll::Tabs(window.list.clone())))
            }
            Screen::Deliveries | Screen::Products | Screen::Insights => (Vec::new(), None),
        }
    }
}
