//! Trust grades of customers, from their tabs and their promises as they stood on a day.

use super::Result;
use crate::domain::Day;
use crate::domain::id::CustomerId;
use crate::domain::shop::Shop;
use crate::domain::tab::statement;
use crate::domain::trust::TrustScore;
use crate::domain::views::TabRow;
use crate::store::Tx;
use std::collections::{BTreeMap, BTreeSet};

/// Returns the scores of these customers; one of whom too little has fallen due has none.
pub(super) fn trust_scores(
    tx: &Tx,
    shop: &Shop,
    customers: &BTreeSet<CustomerId>,
    day: Day,
) -> Result<BTreeMap<CustomerId, TrustScore>> {
    let (days_off, broken) = (shop.days_off(), tx.broken_promises(customers, day)?);
    let mut scores = BTreeMap::new();
    tx.each_tab_until(customers, day, |tab, entries| {
        let due_day = |on| shop.due_day(&tab.payday, on, &days_off);
        let broken = broken.get(&tab.who.id).copied().unwrap_or_default();
        let score = TrustScore::of(&statement(entries, day, due_day), broken, day);
        scores.extend(score.map(|score| (tab.who.id, score)));
    })?;
    Ok(scores)
}

/// Returns the score of a customer.
pub(super) fn trust_score(
    tx: &Tx,
    shop: &Shop,
    customer: CustomerId,
    day: Day,
) -> Result<Option<TrustScore>> {
    Ok(trust_scores(tx, shop, &BTreeSet::from([customer]), day)?.remove(&customer))
}

/// Returns some tabs with the grades of their customers, and with the mark of an unsolved complaint.
pub(super) fn with_marks(
    tx: &Tx,
    shop: &Shop,
    mut tabs: Vec<TabRow>,
    day: Day,
) -> Result<Vec<TabRow>> {
    let customers: BTreeSet<CustomerId> = tabs.iter().map(|tab| tab.who.id).collect();
    let scores = trust_scores(tx, shop, &customers, day)?;
    let ids: Vec<CustomerId> = customers.into_iter().collect();
    let complaining = tx.complaining(&ids)?;
    for tab in &mut tabs {
        tab.has_complaint = complaining.contains(&tab.who.id);
        tab.trust = scores.get(&tab.who.id).map(|score| score.grade());
    }
    Ok(tabs)
}
