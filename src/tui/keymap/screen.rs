//! The screens, by the order of their tabs.

use super::KeyContext;

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

    /// Returns the context of its keys.
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
