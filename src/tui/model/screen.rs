//! What the screen that is shown is about: its day, and the rows of its list.

use super::{Model, Screen, SelectAll, Target};
use crate::domain::Day;

impl Model {
    /// The day that the screen is about: today, unless it looks at another one.
    pub fn shown_day(&self) -> Day {
        match self.screen {
            Screen::Today => self.morning.another.unwrap_or(self.today),
            Screen::Deliveries => self.deliveries.day,
            Screen::Customers | Screen::FollowUps | Screen::Tabs => self.today,
            Screen::Products | Screen::Insights => self.today,
        }
    }

    /// Whether all the visits of the day that the screen is about were read, not only the first ones.
    pub fn is_whole(&self) -> bool {
        match self.screen {
            Screen::Today => self.morning.whole,
            Screen::Deliveries => self.deliveries.whole,
            Screen::Customers | Screen::FollowUps | Screen::Tabs => true,
            Screen::Products | Screen::Insights => true,
        }
    }

    /// The day on which what is written down now happened: the one that the screen is about, unless
    /// that is still to come.
    pub fn happens_on(&self) -> Day {
        self.shown_day().min(self.today)
    }

    /// What the rows of the list are about that has the focus, as far as they are known; and the list, if
    /// there are more than these.
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
