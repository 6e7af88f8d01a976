//! The tabs to collect on a day: what is due, what is late and by how many paydays, what was promised.

use super::today::Collection;
use crate::domain::day::DaysOff;
use crate::domain::shop::Shop;
use crate::domain::views::TabRow;
use crate::domain::{Day, Money};
use chrono::Days;

/// A tab with money that is due.
#[derive(Clone, PartialEq, Debug)]
pub struct DueTab {
    /// The customer, what is due and since when.
    pub collection: Collection,
    /// The amount that was due before the day.
    pub late: Money,
    /// The number of paydays, from the due day of the oldest debt on, that have passed.
    pub late_paydays: usize,
    /// True if the day is a payday of the customer.
    pub is_payday: bool,
}

impl DueTab {
    /// Returns the tab as it is to be collected on a day; `None` if nothing is due.
    pub fn of(owing: TabRow, day: Day, (shop, days_off): (&Shop, &DaysOff)) -> Option<Self> {
        let (payday, grace) = (owing.payday, Days::new(shop.grace_days.into()));
        let late_paydays = owing.late_paydays(day, grace, days_off);
        let collection = Collection::of(owing, day)?;
        let before = day.pred_opt().unwrap_or(day);
        Some(Self {
            late: collection.owing.standing.due_on(before),
            late_paydays,
            is_payday: payday.is_payday(day, days_off),
            collection,
        })
    }
}
