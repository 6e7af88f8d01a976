//! Customers as buyers: the groups in which their purchases are counted.

use super::CustomerLabel;
use crate::domain::Day;
use crate::domain::id::CustomerId;

/// A customer with the groups of which they are.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BuyerProfile {
    /// The customer.
    pub who: CustomerLabel,
    /// Their tags.
    pub tags: Vec<String>,
    /// The customer who referred them.
    pub referred_by: Option<CustomerId>,
    /// The first day on which they were no customer any more.
    pub left_on: Option<Day>,
}

impl BuyerProfile {
    /// Returns whether the customer has left by a day.
    pub fn has_left(&self, day: Day) -> bool {
        self.left_on.is_some_and(|left| left <= day)
    }
}
