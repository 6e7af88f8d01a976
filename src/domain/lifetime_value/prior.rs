//! The prior of the models in a shop with few customers who came back: what groceries usually look like.
//!
//! The logarithms of the parameters are normal about the values below. The weight of the prior falls in a straight line
//! with the number of customers who bought again, to nothing at [`ENOUGH`]: from there on the shop's own purchases
//! alone decide.

use super::bg_nbd::BgNbd;
use super::gamma_gamma::GammaGamma;

/// Number of customers with repeat purchases from which on the prior has no weight.
pub const ENOUGH: u32 = 200;

/// Standard deviation of the logarithm of a parameter: two thirds of all shops within a factor of two of the usual one.
const SPREAD: f64 = 0.7;

/// The usual purchases: a mean rate of one in six weeks, and every fourth customer who does not come back.
pub const USUAL_PURCHASES: BgNbd = BgNbd { r: 1.0, alpha: 6.0, a: 0.8, b: 2.4 };

/// Usual shapes of the amounts: those of one customer vary by 40 %, and the means of customers by about 70 %.
const USUAL_SHAPES: (f64, f64) = (6.0, 4.0);

/// Returns the usual model of amounts with this mean.
pub fn usual_amounts(mean: f64) -> GammaGamma {
    let (p, q) = USUAL_SHAPES;
    GammaGamma { p, q, v: mean.max(1.0) * (q - 1.0) / p }
}

/// Returns the weight of the prior in a shop with so many customers who bought again, from 0 to 1.
pub fn weight(repeat_customers: usize) -> f64 {
    let known = u32::try_from(repeat_customers).unwrap_or(ENOUGH).min(ENOUGH);
    1.0 - f64::from(known) / f64::from(ENOUGH)
}

/// Returns the negative logarithm of the density of the prior of the purchases, without its constant.
pub fn purchases_penalty(model: &BgNbd) -> f64 {
    let usual = &USUAL_PURCHASES;
    let ratios =
        [model.r / usual.r, model.alpha / usual.alpha, model.a / usual.a, model.b / usual.b];
    penalty(&ratios)
}

/// Returns the negative logarithm of the density of the prior of the amounts, without its constant.
pub fn amounts_penalty(model: &GammaGamma, usual: &GammaGamma) -> f64 {
    penalty(&[model.p / usual.p, model.q / usual.q, model.v / usual.v])
}

fn penalty(ratios: &[f64]) -> f64 {
    ratios.iter().map(|ratio| (ratio.ln() / SPREAD).powi(2) / 2.0).sum()
}
