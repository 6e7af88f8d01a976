//! The purchases of a customer in sums: all that their value is worked out from.
//!
//! A purchase is a day on which goods were brought: several deliveries of a day are one purchase. Goods that came back
//! lower the sums, and are no purchase.

use super::bg_nbd::PurchaseHistory;
use super::gamma_gamma::SpendHistory;
use crate::domain::stable_name::keys;
use crate::domain::views::{Sale, SalesSums};
use crate::domain::{Day, Money};

/// Mean length of a year in days (Gregorian).
const YEAR: f64 = 365.2425;
/// Minimum number of days after the first purchase from which purchases a year are told.
const SHORTEST: u32 = 28;

/// The purchases of one customer up to a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PurchaseRecord {
    /// Day of the first purchase.
    pub first: Day,
    /// Day of the last purchase.
    pub last: Day,
    /// Number of purchases.
    pub purchases: u32,
    /// The sums of all purchases.
    pub total: SalesSums,
    /// The revenue of the first purchase.
    pub first_revenue: Money,
}

impl PurchaseRecord {
    /// Sums the sales of a customer, which are in the order of their days; `None` if there is no purchase.
    pub fn of(sales: impl IntoIterator<Item = Sale>) -> Option<Self> {
        let mut record = None;
        sales.into_iter().for_each(|sale| Self::add(&mut record, &sale));
        record
    }

    /// Adds a sale to the purchases so far; sales are added in the order of their days. Goods that came back before
    /// the first purchase are left out.
    pub fn add(record: &mut Option<Self>, sale: &Sale) {
        let is_purchase = sale.quantity.is_positive();
        if record.is_none() && is_purchase {
            *record = Some(Self {
                first: sale.on,
                last: sale.on,
                purchases: 1,
                total: SalesSums::default(),
                first_revenue: Money::ZERO,
            });
        }
        let Some(record) = record else { return };
        if is_purchase && sale.on > record.last {
            record.last = sale.on;
            record.purchases += 1;
        }
        record.total += sale.into();
        if record.purchases == 1 {
            record.first_revenue += sale.amount;
        }
    }

    /// Returns the history for the model of purchases.
    pub fn history(&self, today: Day) -> PurchaseHistory {
        PurchaseHistory {
            repeats: self.repeats(),
            recency: days(self.first, self.last),
            age: days(self.first, today),
        }
    }

    /// Returns the history for the model of amounts.
    pub fn spending(&self) -> SpendHistory {
        let again = self.total.revenue - self.first_revenue;
        SpendHistory {
            repeats: self.repeats(),
            mean: again.minor() as f64 / f64::from(self.repeats().max(1)),
        }
    }

    const fn repeats(&self) -> u32 {
        self.purchases.saturating_sub(1)
    }

    /// Returns the part of the revenue that is left after the cost, by the sales of which the cost is known.
    pub fn margin_share(&self) -> Option<f64> {
        let margin = self.total.margin()?;
        let costed = self.total.costed;
        costed.is_positive().then(|| margin.minor() as f64 / costed.minor() as f64)
    }

    /// Returns the mean amount of a purchase, in minor units.
    pub fn average(&self) -> f64 {
        self.total.revenue.minor() as f64 / f64::from(self.purchases.max(1))
    }

    /// Returns the purchases a year since the first one; `None` in the first four weeks, which say too little.
    pub fn a_year(&self, today: Day) -> Option<f64> {
        let age = days(self.first, today);
        (age >= SHORTEST).then(|| f64::from(self.purchases) * YEAR / f64::from(age))
    }

    /// Returns the simple value of so many years, in minor units: average purchase x purchases a year x years.
    pub fn simple_value(&self, today: Day, years: u32) -> Option<f64> {
        self.a_year(today).map(|a_year| self.average() * a_year * f64::from(years))
    }

    /// Returns the usual days from one purchase to the next; `None` before the second one.
    pub fn usual_gap(&self) -> Option<f64> {
        let gaps = self.repeats();
        (gaps > 0).then(|| f64::from(days(self.first, self.last)) / f64::from(gaps))
    }

    /// Returns the days since the last purchase.
    pub fn silent_days(&self, today: Day) -> u32 {
        days(self.last, today)
    }

    /// Returns the days by which the next purchase is late by the customer's own rhythm; `None` if it is not.
    pub fn overdue_days(&self, today: Day) -> Option<u32> {
        let usual = self.usual_gap()?.ceil() as u32;
        self.silent_days(today).checked_sub(usual).filter(|days| *days > 0)
    }

    /// Returns the risk that the customer has left, by their own rhythm.
    pub fn risk(&self, today: Day) -> ChurnRisk {
        let Some(usual) = self.usual_gap() else { return ChurnRisk::Unknown };
        let silent = f64::from(self.silent_days(today));
        if silent > usual * LOST {
            ChurnRisk::High
        } else if silent > usual * LATE {
            ChurnRisk::Medium
        } else {
            ChurnRisk::Low
        }
    }
}

/// Multiples of the usual gap from which on a silence is a medium, and a high risk.
const LATE: f64 = 1.5;
const LOST: f64 = 3.0;

/// The risk that a customer has left: how long they are silent, by their own rhythm.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum ChurnRisk {
    /// They bought only once, and have no rhythm yet.
    Unknown,
    /// Silent for no more than one and a half of their usual gaps.
    Low,
    /// Silent for longer.
    Medium,
    /// Silent for more than three of their usual gaps.
    High,
}

keys!(ChurnRisk { Unknown = "unknown", Low = "low", Medium = "medium", High = "high" });

/// Returns the days from one day to a later one.
fn days(from: Day, to: Day) -> u32 {
    u32::try_from((to - from).num_days()).unwrap_or_default()
}
