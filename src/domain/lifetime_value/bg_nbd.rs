//! The BG/NBD model of purchases: Fader, Hardie and Lee, "Counting Your Customers" the Easy Way (Marketing Science 24,
//! 2005).
//!
//! While a customer is active, they buy at random with a rate of their own; after each purchase they may become inactive
//! for good. The rates follow a gamma distribution over the customers, the chances of leaving a beta distribution.

use super::nelder_mead::minimize;
use libm::lgamma;
use std::collections::BTreeMap;

/// The purchases of a customer as far as the model looks at them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct PurchaseHistory {
    /// Number of repeat purchases: days with a purchase, without the first one.
    pub repeats: u32,
    /// Days from the first to the last purchase.
    pub recency: u32,
    /// Days from the first purchase until now.
    pub age: u32,
}

impl PurchaseHistory {
    fn recency_weeks(&self) -> f64 {
        f64::from(self.recency) / 7.0
    }

    fn age_weeks(&self) -> f64 {
        f64::from(self.age) / 7.0
    }
}

/// The model, fitted to a shop.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct BgNbd {
    /// Shape of the distribution of rates.
    pub r: f64,
    /// Scale of the distribution of rates, in weeks.
    pub alpha: f64,
    /// First parameter of the distribution of the chances of leaving.
    pub a: f64,
    /// Second parameter of the distribution of the chances of leaving.
    pub b: f64,
}

/// Maximum number of terms of the hypergeometric series.
const MAX_TERMS: u32 = 100_000;

impl BgNbd {
    /// Fits the model to the customers of a shop by maximum likelihood, from a model near by. The penalty of a prior
    /// is taken off the logarithm of the likelihood.
    pub fn fit(histories: &[PurchaseHistory], start: Self, penalty: impl Fn(&Self) -> f64) -> Self {
        let counts = HistoryCounts::of(histories);
        // All parameters are positive: the search is over their logarithms.
        let model = |point: &[f64; 4]| {
            let [r, alpha, a, b] = point.map(f64::exp);
            Self { r, alpha, a, b }
        };
        let cost = |point: &[f64; 4]| {
            let model = model(point);
            penalty(&model) - model.log_likelihood_of(&counts)
        };
        let start = [start.r, start.alpha, start.a, start.b].map(f64::ln);
        model(&minimize(cost, start, 0.5))
    }

    /// Returns the logarithm of the likelihood of these customers (equation 6 of the paper).
    pub fn log_likelihood(&self, histories: &[PurchaseHistory]) -> f64 {
        self.log_likelihood_of(&HistoryCounts::of(histories))
    }

    fn log_likelihood_of(&self, counts: &HistoryCounts) -> f64 {
        let Self { r, alpha, a, b } = *self;
        let of_repeats = |(repeats, histories): (&u32, &Vec<(PurchaseHistory, f64)>)| {
            let x = f64::from(*repeats);
            let common = lgamma(r + x) - lgamma(r) + r * alpha.ln() + lgamma(a + b) + lgamma(b + x)
                - lgamma(b)
                - lgamma(a + b + x);
            let left = a.ln() - (b + x - 1.0).ln();
            let each = histories.iter().map(|(one, count)| {
                let active = -(r + x) * (alpha + one.age_weeks()).ln();
                if *repeats == 0 {
                    return count * (common + active);
                }
                let inactive = left - (r + x) * (alpha + one.recency_weeks()).ln();
                count * (common + log_sum(active, inactive))
            });
            each.sum::<f64>()
        };
        counts.0.iter().map(of_repeats).sum()
    }

    /// Returns the chance that the customer is still active.
    pub fn chance_active(&self, history: &PurchaseHistory) -> f64 {
        1.0 / (1.0 + self.odds_inactive(history))
    }

    /// Returns the expected purchases a week of the customer if they are still active.
    pub fn rate_if_active(&self, history: &PurchaseHistory) -> f64 {
        (self.r + f64::from(history.repeats)) / (self.alpha + history.age_weeks())
    }

    /// Returns the chance of any purchase in the next `weeks`.
    pub fn chance_of_purchase(&self, history: &PurchaseHistory, weeks: f64) -> f64 {
        let until = self.alpha + history.age_weeks();
        let none = (until / (until + weeks)).powf(self.r + f64::from(history.repeats));
        self.chance_active(history) * (1.0 - none)
    }

    /// Returns the expected number of purchases in the next `weeks` (equation 10 of the paper).
    pub fn expected_purchases(&self, history: &PurchaseHistory, weeks: f64) -> f64 {
        let x = f64::from(history.repeats);
        // The formula has a removable singularity at 1.
        let a = if (self.a - 1.0).abs() < 1e-6 { 1.0 + 1e-6 } else { self.a };
        let (top, until) = (a + self.b + x - 1.0, self.alpha + history.age_weeks());
        let series = hypergeometric((self.r + x, self.b + x, top), weeks / (until + weeks));
        let stay = 1.0 - (until / (until + weeks)).powf(self.r + x) * series;
        (top / (a - 1.0) * stay * self.chance_active(history)).max(0.0)
    }

    fn odds_inactive(&self, history: &PurchaseHistory) -> f64 {
        if history.repeats == 0 {
            return 0.0;
        }
        let x = f64::from(history.repeats);
        let ratio = (self.alpha + history.age_weeks()) / (self.alpha + history.recency_weeks());
        self.a / (self.b + x - 1.0) * ratio.powf(self.r + x)
    }
}

/// Customers by their number of repeat purchases, which many have in common; those with the same history are counted.
struct HistoryCounts(BTreeMap<u32, Vec<(PurchaseHistory, f64)>>);

impl HistoryCounts {
    fn of(histories: &[PurchaseHistory]) -> Self {
        let mut sorted = histories.to_vec();
        sorted.sort_unstable();
        let mut counts: BTreeMap<u32, Vec<(PurchaseHistory, f64)>> = BTreeMap::new();
        for same in sorted.chunk_by(PartialEq::eq) {
            if let Some(history) = same.first() {
                counts.entry(history.repeats).or_default().push((*history, same.len() as f64));
            }
        }
        Self(counts)
    }
}

/// Returns ln(exp(one) + exp(other)) without overflow.
fn log_sum(one: f64, other: f64) -> f64 {
    let (least, most) = if one < other { (one, other) } else { (other, one) };
    most + (least - most).exp().ln_1p()
}

/// Returns Gauss's hypergeometric function 2F1(a, b; c; z) for 0 <= z < 1, by its series.
fn hypergeometric((a, b, c): (f64, f64, f64), z: f64) -> f64 {
    let (mut term, mut sum) = (1.0, 1.0);
    for n in 0..MAX_TERMS {
        let n = f64::from(n);
        term *= (a + n) * (b + n) / ((c + n) * (n + 1.0)) * z;
        sum += term;
        if term.abs() < sum.abs() * 1e-15 {
            break;
        }
    }
    sum
}
