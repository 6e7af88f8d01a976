//! Trust grades of customers, from their accounts and their promises as they stood on a day.

use super::Result;
use super::accounts::account_on;
use crate::domain::Day;
use crate::domain::id::CustomerId;
use crate::domain::trust::TrustScore;
use crate::domain::views::TabRow;
use crate::store::Tx;
use std::collections::BTreeSet;

/// Returns the score of a customer at the end of a day; `None` if too little has fallen due.
pub(super) fn trust_score(tx: &Tx, customer: CustomerId, day: Day) -> Result<Option<TrustScore>> {
    let broken = tx.broken_promises(Some(&BTreeSet::from([customer])), day)?;
    let broken = broken.get(&customer).copied().unwrap_or_default();
    Ok(TrustScore::of(&account_on(tx, day, customer)?, broken, day))
}

/// Returns some tabs of a day with the grades of their customers, and with the mark of an unsolved complaint.
pub(super) fn with_marks(tx: &Tx, mut tabs: Vec<TabRow>, day: Day) -> Result<Vec<TabRow>> {
    let customers: BTreeSet<CustomerId> = tabs.iter().map(|tab| tab.who.id).collect();
    let broken = tx.broken_promises(Some(&customers), day)?;
    let complaining = tx.complaining(&customers.into_iter().collect::<Vec<_>>())?;
    for tab in &mut tabs {
        tab.has_complaint = complaining.contains(&tab.who.id);
        tab.grade(&broken, day);
    }
    Ok(tabs)
}
