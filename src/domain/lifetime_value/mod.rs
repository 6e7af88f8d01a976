//! Customer lifetime value: what a customer has bought, and what they will buy.
//!
//! The simple value multiplies what was: a ranking, no money to come. The money to come is told by two models that are
//! fitted to the purchases of the shop: [`BgNbd`] for how often, [`GammaGamma`] for how much. Both learn from all
//! customers, so that few purchases of one are weighted with what the others do. All estimates are computed from
//! whole amounts whenever they are asked for, and none is stored.

mod bg_nbd;
mod gamma_gamma;
mod nelder_mead;
mod prior;
mod purchases;
mod rfm;
#[cfg(test)]
mod tests;

pub use bg_nbd::{BgNbd, PurchaseHistory};
pub use gamma_gamma::{GammaGamma, SpendHistory};
pub use purchases::{ChurnRisk, PurchaseRecord};
pub use rfm::{RfmScore, scores as rfm_scores};

use crate::domain::stable_name::keys;
use crate::domain::{Day, Money};

/// Months over which the money to come is discounted.
const MONTHS: i32 = 12;
/// Weeks of a month.
const MONTH_WEEKS: f64 = 4.345;
/// Factor by which money a month later is worth less: 1 % a month.
const DISCOUNT: f64 = 1.01;

/// The money by which customers are valued.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum MoneyOf {
    /// The amounts charged.
    #[default]
    Revenue,
    /// The margin, as far as the cost is known.
    Margin,
}

keys!(MoneyOf { Revenue = "revenue", Margin = "margin" });

/// The models of the purchases of a shop.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct ValueModel {
    /// The model of how often customers buy.
    pub purchases: BgNbd,
    /// Logarithm of the likelihood of the purchases.
    pub purchases_log_likelihood: f64,
    /// The model of how much they spend.
    pub spending: GammaGamma,
    /// Number of customers.
    pub customers: usize,
    /// Number of customers with repeat purchases.
    pub repeat_customers: usize,
    /// Weight of the prior: 1 in a shop to which nobody came back, 0 from 200 repeat customers on.
    pub prior_weight: f64,
}

/// The expected purchases of a customer, estimated by the models. Money is in minor units.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct ExpectedValue {
    /// Expected number of purchases.
    pub purchases: f64,
    /// Chance that the customer is still active.
    pub chance_active: f64,
    /// Chance of any purchase.
    pub chance_of_purchase: f64,
    /// Expected amount of a purchase.
    pub amount: f64,
    /// Expected money, undiscounted.
    pub money: f64,
    /// Expected money of the next twelve months, discounted by 1 % a month.
    pub discounted: f64,
}

impl ValueModel {
    /// Fits the models to the purchases of all customers up to a day.
    pub fn fit(records: &[PurchaseRecord], today: Day) -> Self {
        let histories: Vec<_> = records.iter().map(|one| one.history(today)).collect();
        let spending: Vec<_> = records.iter().map(PurchaseRecord::spending).collect();
        let repeat_customers = histories.iter().filter(|one| one.repeats > 0).count();
        let weight = prior::weight(repeat_customers);
        let purchases = BgNbd::fit(&histories, prior::USUAL_PURCHASES, |model| {
            weight * prior::purchases_penalty(model)
        });
        let usual = prior::usual_amounts(mean_amount(records));
        let spending = GammaGamma::fit(&spending, usual, |model| {
            weight * prior::amounts_penalty(model, &usual)
        });
        Self {
            purchases,
            purchases_log_likelihood: purchases.log_likelihood(&histories),
            spending,
            customers: records.len(),
            repeat_customers,
            prior_weight: weight,
        }
    }

    /// Estimates the purchases of a customer in the next `weeks`.
    pub fn expect(&self, record: &PurchaseRecord, today: Day, weeks: u32) -> ExpectedValue {
        let (history, weeks) = (record.history(today), f64::from(weeks));
        let purchases = self.purchases.expected_purchases(&history, weeks);
        let amount = self.spending.expected_amount(&record.spending());
        let (mut discounted, mut before) = (0.0, 0.0);
        for month in 1..=MONTHS {
            let until = f64::from(month) * MONTH_WEEKS;
            let bought = self.purchases.expected_purchases(&history, until);
            discounted += (bought - before) * amount / DISCOUNT.powi(month);
            before = bought;
        }
        ExpectedValue {
            purchases,
            chance_active: self.purchases.chance_active(&history),
            chance_of_purchase: self.purchases.chance_of_purchase(&history, weeks),
            amount,
            money: purchases * amount,
            discounted,
        }
    }
}

/// Returns an estimated amount in whole minor units.
pub fn whole(estimate: f64) -> Money {
    // A float that is too large becomes the end of the range, and no number becomes zero.
    Money::from_minor(estimate.round() as i64)
}

/// Returns the mean amount of all purchases, in minor units.
fn mean_amount(records: &[PurchaseRecord]) -> f64 {
    let purchases: u64 = records.iter().map(|one| u64::from(one.purchases)).sum();
    let revenue: Money = records.iter().map(|one| one.total.revenue).sum();
    revenue.minor() as f64 / purchases.max(1) as f64
}
