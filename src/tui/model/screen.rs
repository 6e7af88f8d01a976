//! The screens, by the order of their tabs, and the day that each is about.

use super::{Model, SelectAll, Target};
use crate::domain::Day;
use crate::tui::keymap::KeyContext;

/// A screen, by the order of its tab.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs, reason = "the names are those on the tabs")]
pub enum Screen {
    Today,
    Customers,
    Deliveries,
    FollowUps,
    Tabs,
    Products,
    Insights,
}

impl Screen {
    /// Every screen, in the order of the tabs.
    pub const ALL: [Self; 7] = [
        Self::Today,
        Self::Customers,
        Self::Deliveries,
        Self::FollowUps,
        Self::Tabs,
        Self::Products,
        Self::Insights,
    ];

    /// The message that names it.
    pub const fn message(self) -> &'static str {
        match self {
            Self::Today => "screen-today",
            Self::Customers => "screen-customers",
            Self::Deliveries => "screen-deliveries",
            Self::FollowUps => "screen-follow-ups",
            Self::Tabs => "screen-tabs",
            Self::Products => "screen-products",
            Self::Insights => "screen-insights",
        }
    }

    /// Where its keys go.
    pub const fn place(self) -> KeyContext {
        match self {
            Self::Today => KeyContext::Today,
            Self::Customers => KeyContext::Customers,
            Self::Deliveries => KeyContext::Deliveries,
            Self::FollowUps => KeyContext::FollowUps,
            Self::Tabs => KeyContext::Tabs,
            Self::Products => KeyContext::Products,
            Self::Insights => KeyContext::Insights,
        }
    }

    /// The screen `by` tabs to the right, around the end.
    pub fn beside(self, by: isize) -> Self {
        let here = Self::ALL.iter().position(|screen| *screen == self).unwrap_or(0);
        let there = (here as isize + by).rem_euclid(Self::ALL.len() as isize);
        Self::ALL.get(there as usize).copied().unwrap_or(self)
    }
}

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
