//! Proposals: deliveries that the forecasts ask for. They are worked out, never kept.

use super::today::by_customer;
use crate::domain::Day;
use crate::domain::delivery::Plan;
use crate::domain::rows::{CustomerLabel, JarRow};
use crate::domain::shop::Shop;

/// A delivery that is not planned yet.
#[derive(Clone, PartialEq, Debug)]
pub struct Proposal {
    /// To whom.
    pub who: CustomerLabel,
    /// On which day.
    pub on: Day,
    /// The jars to fill, the one that runs out first in front.
    pub jars: Vec<JarRow>,
}

impl Proposal {
    /// The plan that it would be.
    pub fn plan(&self) -> Plan {
        let lines = self.jars.iter().map(|row| (row.goods.product, row.goods.quantity)).collect();
        Plan { customer: self.who.id, on: self.on, lines }
    }
}

/// The proposals for jars whose windows close: each customer's on the last day that is safe for the
/// first of them, but not before `today`, by day.
pub fn proposals(rows: Vec<JarRow>, today: Day, shop: &Shop) -> Vec<Proposal> {
    let mut proposals: Vec<Proposal> = by_customer(rows)
        .into_values()
        .filter_map(|mut jars| {
            jars.sort_by_key(|row| (row.latest, row.likely, row.jar));
            let latest = jars.iter().filter_map(|row| row.latest).min()?;
            let on = shop.proposed_for(latest, today, jars.first()?.weekdays);
            Some(Proposal { who: jars.first()?.who.clone(), on, jars })
        })
        .collect();
    proposals
        .sort_by(|one, other| one.on.cmp(&other.on).then_with(|| one.who.id.cmp(&other.who.id)));
    proposals
}
