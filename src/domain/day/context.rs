//! Context of a typed day: today, the direction in which it looks, and the date order of the shop.

use super::Day;

/// Where a day without its year, its month or its week is looked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Looking {
    /// From today on: a plan, a promise, a follow-up.
    #[default]
    Ahead,
    /// Up to today: a payment, a reading, a delivery that was made.
    Back,
}

/// The order in which a shop writes the day and the month of `4/3`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum DateOrder {
    /// 4/3 is 3 April.
    MonthFirst,
    /// 4/3 is 4 March.
    DayFirst,
}

impl DateOrder {
    /// Every order, as it is offered.
    pub const ALL: [Self; 2] = [Self::MonthFirst, Self::DayFirst];

    /// The order as it is stored and typed: `mdy` or `dmy`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::MonthFirst => "mdy",
            Self::DayFirst => "dmy",
        }
    }

    /// Returns the order that a text names, if it names one.
    pub fn from_key(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.key().eq_ignore_ascii_case(text.trim()))
    }
}

/// Context in which a typed day is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DayContext {
    /// Today.
    pub today: Day,
    /// Where a day without its year is looked for.
    pub looking: Looking,
    /// Date order of the shop; `None` if it is not set.
    pub order: Option<DateOrder>,
}

impl DayContext {
    /// Returns the context of a day that is still to come.
    pub const fn ahead(today: Day) -> Self {
        Self { today, looking: Looking::Ahead, order: None }
    }

    /// Returns this context for a day that is past.
    #[must_use]
    pub const fn back(self) -> Self {
        Self { looking: Looking::Back, ..self }
    }

    /// Returns this context with the order in which the shop writes `4/3`.
    #[must_use]
    pub const fn ordered(self, order: Option<DateOrder>) -> Self {
        Self { order, ..self }
    }
}
