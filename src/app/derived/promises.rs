//! Promises to pay: the days on which they were met follow from the tab.

use super::DerivedRefresher;
use crate::app::{Result, SideNote};
use crate::domain::Day;
use crate::domain::customer::Customer;
use crate::domain::follow_up::FollowUp;
use crate::domain::promise::met_days;

/// A promise to pay with the day on which it was met.
pub(in crate::app) struct DerivedPromise {
    /// The follow-up that it is kept as.
    pub promise: FollowUp,
    /// The day as it is stored.
    pub stored: Option<Day>,
    /// The day as it follows from the tab.
    pub derived: Option<Day>,
}

impl DerivedRefresher<'_> {
    /// Writes the days on which a customer's promises were met, and returns those that are kept since.
    pub(super) fn refresh_promises(&self, customer: &Customer) -> Result<Vec<SideNote>> {
        let mut kept = Vec::new();
        for DerivedPromise { promise, stored: before, derived: now } in self.promises(customer)? {
            if before != now {
                self.tx.put_met((promise.id, customer.id), now)?;
                let is_kept = before.is_none() && now.is_some_and(|met| met <= promise.due_on);
                kept.extend(is_kept.then_some(SideNote::PromiseKept(promise.id, promise.due_on)));
            }
        }
        self.tx.forget_other_met(customer.id)?;
        Ok(kept)
    }

    /// Returns the promises of a customer that were not dropped.
    pub(in crate::app) fn promises(&self, customer: &Customer) -> Result<Vec<DerivedPromise>> {
        let promises = self.tx.promises_of(customer.id)?;
        if promises.is_empty() {
            return Ok(Vec::new());
        }
        let entries = self.tx.entries_of(customer.id)?;
        let due_day = |day| self.shop.due_day(&customer.payday, day, &self.days_off);
        // What a person has closed stays as it is.
        let is_open = |promise: &FollowUp| promise.closed_on.is_none();
        let open = promises.iter().map(|(promise, _)| promise).filter(|promise| is_open(promise));
        let terms: Vec<_> =
            open.filter_map(|promise| Some((promise.promise?, promise.due_on))).collect();
        let mut met = met_days(&terms, &entries, due_day).into_iter();
        let follow = |(promise, stored): (FollowUp, Option<Day>)| {
            let counts = is_open(&promise) && promise.promise.is_some();
            let derived = if counts { met.next().flatten() } else { None };
            DerivedPromise { promise, stored, derived }
        };
        Ok(promises.into_iter().map(follow).collect())
    }
}
