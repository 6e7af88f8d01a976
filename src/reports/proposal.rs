//! Proposals: deliveries that the forecasts ask for, each on the day that the plan gives it. They are
//! worked out, never kept.

use crate::domain::Day;
use crate::domain::delivery::Plan;
use crate::domain::stable_name::keys;
use crate::domain::views::{CustomerLabel, JarRow};

/// A delivery that is not planned yet.
#[derive(Clone, PartialEq, Debug)]
pub struct Proposal {
    /// To whom.
    pub who: CustomerLabel,
    /// On which day.
    pub on: Day,
    /// Why on that day.
    pub chosen: Chosen,
    /// The jars to fill, the one that runs out first in front.
    pub jars: Vec<JarRow>,
}

/// Why a delivery is proposed for its day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Chosen {
    /// The first day on which all of it fits in.
    pub from: Day,
    /// The last day that is safe.
    pub until: Day,
    /// Reason for this day.
    pub reason: Reason,
    /// Number of other stops in the area on that day.
    pub beside: u32,
    /// True if the customer owes and that day is their payday.
    pub payday: bool,
}

/// Reason for the chosen day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reason {
    /// It should have come before.
    Late,
    /// It is the last safe day.
    Last,
    /// The last safe day is too full.
    Full,
    /// They are paid on that day.
    Payday,
    /// Others nearby are visited on that day.
    Beside,
    /// Fewer are visited on that day than on the others.
    Quiet,
}

keys!(Reason {
    Late = "late",
    Last = "last",
    Full = "full",
    Payday = "payday",
    Beside = "beside",
    Quiet = "quiet",
});

impl Proposal {
    /// The plan that it would be.
    pub fn plan(&self) -> Plan {
        let lines = self.jars.iter().map(|row| (row.goods.product, row.goods.quantity)).collect();
        Plan { customer: self.who.id, on: self.on, lines }
    }
}
