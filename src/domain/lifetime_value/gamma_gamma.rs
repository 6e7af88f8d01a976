//! The Gamma-Gamma model of the money of a purchase: Fader and Hardie, The Gamma-Gamma Model of Monetary Value (2013).
//!
//! The amounts of a customer vary at random about their own mean, and the means vary over the customers. What few
//! purchases say of a customer is weighted with what all customers spend.

use super::nelder_mead::minimize;
use libm::lgamma;

/// The spending of a customer.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct SpendHistory {
    /// Number of repeat purchases.
    pub repeats: u32,
    /// Mean amount of the repeat purchases, in minor units.
    pub mean: f64,
}

impl SpendHistory {
    /// Returns whether the model can learn from it: gifts and returned goods have no positive mean.
    pub fn is_informative(&self) -> bool {
        self.repeats > 0 && self.mean > 0.0
    }
}

/// The model, fitted to a shop.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct GammaGamma {
    /// Shape of the distribution of the amounts of a customer.
    pub p: f64,
    /// Shape of the distribution of the customers' scales; above 1, so that there is a mean.
    pub q: f64,
    /// Scale of the distribution of the customers' scales, in the unit of the amounts.
    pub v: f64,
}

impl GammaGamma {
    /// Fits the model to the customers with repeat purchases by maximum likelihood, from a model near by. The penalty
    /// of a prior is taken off the logarithm of the likelihood.
    pub fn fit(histories: &[SpendHistory], start: Self, penalty: impl Fn(&Self) -> f64) -> Self {
        let model = |point: &[f64; 3]| {
            let [p, beyond_one, v] = point.map(f64::exp);
            Self { p, q: 1.0 + beyond_one, v }
        };
        let cost = |point: &[f64; 3]| {
            let model = model(point);
            penalty(&model) - model.log_likelihood(histories)
        };
        let start = [start.p, start.q - 1.0, start.v].map(f64::ln);
        model(&minimize(cost, start, 0.5))
    }

    /// Returns the logarithm of the likelihood of the customers with repeat purchases (equation 1a of the note).
    pub fn log_likelihood(&self, histories: &[SpendHistory]) -> f64 {
        let Self { p, q, v } = *self;
        let each = histories.iter().filter(|one| one.is_informative()).map(|one| {
            let x = f64::from(one.repeats);
            let sum = one.mean * x;
            lgamma(p * x + q) - lgamma(p * x) - lgamma(q) + q * v.ln() + p * x * sum.ln()
                - one.mean.ln()
                - (p * x + q) * (v + sum).ln()
        });
        each.sum()
    }

    /// Returns the expected amount of a purchase (equation 5 of the note).
    pub fn expected_amount(&self, history: &SpendHistory) -> f64 {
        let Self { p, q, v } = *self;
        let x = f64::from(history.repeats);
        p * (v + history.mean.max(0.0) * x) / (p * x + q - 1.0)
    }
}
