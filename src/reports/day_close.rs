//! The report of a day: its money by person and method, and what was charged, collected and delivered.

use crate::domain::action::NamedGoods;
use crate::domain::day_close::{DayClose, Taking};
use crate::domain::tab::EntryKind;
use crate::domain::{Day, Money};

/// The money of a day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DayReport {
    /// The day.
    pub day: Day,
    /// The money that changed hands, by person and method.
    pub takings: Vec<Taking>,
    /// The money of the till among it.
    pub expected: Money,
    /// The sum and the number of the charges.
    pub charged: (Money, u32),
    /// The sum and the number of the payments.
    pub collected: (Money, u32),
    /// The other entries that changed the tabs: goods that came back, discounts, debts that were given up and corrections, each with
    /// its sum and number.
    pub others: Vec<(EntryKind, (Money, u32))>,
    /// The goods that were delivered.
    pub delivered: Vec<NamedGoods>,
    /// The sum and the number of later corrections that name the day.
    pub corrected: (Money, u32),
    /// The close, if the day is closed.
    pub close: Option<DayClose>,
}
