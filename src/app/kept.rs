//! Answers that are kept for the next time that the same is asked: paging through the days asks for the same plan each
//! time, and after a change of another program only what follows from it is read anew.

use super::Result;
use super::planning::Planned;
use crate::domain::follow_up::Trigger;
use crate::domain::id::CustomerId;
use crate::domain::query::IncludeFormer;
use crate::domain::{Day, Money};
use crate::reports::insights::Sales;
use crate::reports::round::Stop;
use crate::reports::today::Wanted;
use crate::reports::{CashFlow, Shelf, Week};
use crate::store::{FewChanges, ReadPoint, Tx};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The last answer to a question, with the moment at which it was given.
pub(super) struct Kept<K, T>(RefCell<Option<(ReadPoint, K, T)>>);

impl<K, T> Default for Kept<K, T> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<K: PartialEq, T: Clone> Kept<K, T> {
    /// Returns the answer to what is asked: the kept one if nothing has changed since, or else the one that `read`
    /// gives, which gets the kept one where little has changed.
    pub fn get(
        &self,
        tx: &Tx,
        asked: K,
        read: impl FnOnce(Option<(T, FewChanges)>) -> Result<T>,
    ) -> Result<T> {
        let now = tx.read_point()?;
        let kept = self.0.take().filter(|(_, of, _)| *of == asked);
        let answer = match kept {
            Some((then, _, answer)) if then == now => answer,
            Some((then, _, answer)) => {
                read(tx.few_changes(&then, &now)?.map(|changes| (answer, changes)))?
            }
            None => read(None)?,
        };
        self.0.replace(Some((now, asked, answer.clone())));
        Ok(answer)
    }
}

/// Returns whether stops with jars to fill are still as they were: nothing but entries of other customers changed.
pub(super) fn are_unchanged(stops: &[Stop], changes: &FewChanges) -> bool {
    let is_of = |stop: &Stop| changes.customers.contains(&stop.who.id);
    changes.is_entries_only && !stops.iter().any(is_of)
}

/// Sales of some weeks, and the customers by what they bought, best first.
pub(super) type RankedSales = (Sales, Vec<(CustomerId, Money)>);

/// A week with the plan that it shows, if it is not over.
pub(super) type PlannedWeek = (Option<Arc<Planned>>, Week);

/// The stops that a plan proposes for a day.
pub(super) type PlannedStops = (Arc<Planned>, Vec<Stop>);

/// The last answers of an application, each for a day or some days.
#[derive(Default)]
pub(super) struct LookedAt {
    pub plan: Kept<(Day, Day), Arc<Planned>>,
    pub week: Kept<(Day, Day), PlannedWeek>,
    pub proposed: Kept<(Day, Day), PlannedStops>,
    pub could_join: Kept<(Day, u32, Vec<String>), Vec<Stop>>,
    pub wanted: Kept<Day, Wanted>,
    pub silent: Kept<Day, Vec<Trigger>>,
    pub shelves: Kept<(Day, IncludeFormer), Vec<Shelf>>,
    pub sales: Kept<(Day, Day), Arc<RankedSales>>,
    pub paid: Kept<(Day, Day), BTreeMap<Day, Money>>,
    pub safe_days: Kept<Day, Vec<(Day, u32)>>,
    pub cash_flow: Kept<(Day, u16), CashFlow>,
}
