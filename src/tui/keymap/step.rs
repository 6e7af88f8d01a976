//! The parameters of key actions: where to, how far, and how a text is changed.

use chrono::{Days, Months};

use crate::domain::Day;

/// A step of the selection.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Step {
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    First,
    Last,
}

/// The distance from the shown day to another.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Leap {
    DayBefore,
    DayAfter,
    WeekBefore,
    WeekAfter,
    MonthBefore,
    MonthAfter,
}

impl Leap {
    /// The day so far from `day`; the month's end where it is shorter.
    pub fn from(self, day: Day) -> Option<Day> {
        match self {
            Self::DayBefore => day.checked_sub_days(Days::new(1)),
            Self::DayAfter => day.checked_add_days(Days::new(1)),
            Self::WeekBefore => day.checked_sub_days(Days::new(7)),
            Self::WeekAfter => day.checked_add_days(Days::new(7)),
            Self::MonthBefore => day.checked_sub_months(Months::new(1)),
            Self::MonthAfter => day.checked_add_months(Months::new(1)),
        }
    }
}

/// The way in which a customer is reached.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Reach {
    Phone,
    Address,
}

/// A change of a text field, or of the place of its caret.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Edit {
    Left,
    Right,
    Start,
    End,
    Backspace,
    Delete,
    DeleteWord,
    Clear,
}
