//! Churn: the customers who should have bought again by their own rhythm, by the money at risk.

use crate::domain::lifetime_value::{PurchaseRecord, ValueModel, whole};
use crate::domain::views::CustomerLabel;
use crate::domain::{Day, Money};
use std::cmp::Reverse;

/// Mean length of a year in weeks (Gregorian).
const YEAR: f64 = 365.2425 / 7.0;

/// A customer whose next purchase is late.
#[derive(Clone, PartialEq, Debug)]
pub struct ChurnRow {
    /// The customer.
    pub who: CustomerLabel,
    /// Their purchases.
    pub record: PurchaseRecord,
    /// Days by which the next purchase is late.
    pub overdue: u32,
    /// Chance of any purchase in the weeks that were asked for.
    pub chance_of_purchase: f64,
    /// Expected spending of a year if they still buy.
    pub a_year: Money,
    /// The part of it that is at risk: times the chance that there is no purchase in these weeks.
    pub at_risk: Money,
}

impl ChurnRow {
    /// Returns the row of a customer, if the next purchase is late.
    pub fn of(
        who: &CustomerLabel,
        record: &PurchaseRecord,
        model: &ValueModel,
        (today, weeks): (Day, u32),
    ) -> Option<Self> {
        let overdue = record.overdue_days(today)?;
        let history = record.history(today);
        let chance = model.purchases.chance_of_purchase(&history, f64::from(weeks));
        let amount = model.spending.expected_amount(&record.spending());
        let a_year = model.purchases.rate_if_active(&history) * YEAR * amount;
        Some(Self {
            who: who.clone(),
            record: *record,
            overdue,
            chance_of_purchase: chance,
            a_year: whole(a_year),
            at_risk: whole(a_year * (1.0 - chance)),
        })
    }
}

/// Sorts customers by the money at risk, the most first.
pub fn by_money_at_risk(rows: &mut [ChurnRow]) {
    rows.sort_by_key(|row| (Reverse(row.at_risk), row.who.id));
}
