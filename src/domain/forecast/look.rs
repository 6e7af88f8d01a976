//! The value of a look: what it saves to know the level of a jar before its next delivery is decided.
//!
//! A shop that is unsure of a level comes early, so that the jar is not empty more often than the shop
//! accepts. A look, at the door or by a call, makes it surer. The look is worth the difference between the
//! expected costs of coming early and of an empty jar without it and with it.

use super::normal;
use crate::domain::shop::ServiceLevel;

/// Standard deviation of a level that was stated as a rough share, in parts of the capacity.
pub const ROUGH_SHARE: f64 = 0.15;

/// Costs of uncertainty to a shop, in visits.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct LookCosts {
    /// One visit.
    pub visit: f64,
    /// The usual quantity standing at the customer for a day longer than needed.
    pub stock_day: f64,
    /// One jar that is found empty.
    pub empty: f64,
    /// Asking for a look: a call, or a minute at the door.
    pub look: f64,
}

impl LookCosts {
    /// Set by reasoning: a visit costs as much as twenty days of stock, an empty jar as much as ten
    /// visits, and a call a quarter of a visit.
    pub const DEFAULT: Self = Self { visit: 1.0, stock_day: 0.05, empty: 10.0, look: 0.25 };
}

/// The level of a jar on a day, and how surely it is known.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct LevelEstimate {
    /// Expected level, in units.
    pub level: f64,
    /// Standard deviation of the level, in units; 0 if it was weighed on this day.
    pub sd: f64,
    /// Units a day.
    pub rate: f64,
    /// Standard deviation of the use of a coming stretch of days, in parts of it.
    pub rate_spread: f64,
}

impl LevelEstimate {
    /// Returns the estimate after so many days of presence on which nothing was brought or seen.
    #[must_use]
    pub fn after(self, days: f64) -> Self {
        let used = self.rate * days.max(0.0);
        let sd = self.sd.hypot(used * self.rate_spread);
        Self { level: (self.level - used).max(0.0), sd, ..self }
    }

    /// Returns the estimate after a look by which it became `level`, give or take `sd` units.
    fn seen(self, level: f64, sd: f64) -> Self {
        Self { level: level.max(0.0), sd, ..self }
    }

    /// Expected cost of the next delivery on the last day on which the chance of an empty jar is accepted;
    /// the jar lasts about normally many days.
    fn cost(self, lot_days: f64, accepted: ServiceLevel, costs: &LookCosts) -> f64 {
        let rate = self.rate.max(1e-9);
        let lasts = self.level / rate;
        let spread = (self.sd / rate).hypot(lasts * self.rate_spread).max(1e-6);
        // Not before today, however unsure the level is.
        let margin = (-normal::quantile(accepted.chance())).min(lasts / spread);
        let (empty, density) = (normal::below(-margin), normal::density(margin));
        let early = spread * (density + margin * (1.0 - empty));
        // Whoever comes a day early comes again a day earlier.
        early * (costs.stock_day + costs.visit / lot_days.max(1.0)) + empty * costs.empty
    }
}

/// The points and weights of a Gauss-Hermite quadrature over a standard normal number.
const POINTS: [(f64, f64); 5] = [
    (-2.856_970, 0.011_257),
    (-1.355_626, 0.222_076),
    (0.0, 0.533_333),
    (1.355_626, 0.222_076),
    (2.856_970, 0.011_257),
];

/// Returns the value of a look on the day of the estimate, in visits: the expected cost without it less
/// the expected cost with it, over all levels that the look may find.
///
/// `capacity` tells how rough the look is, `usual` how often the shop comes; both in units.
pub fn look_value(
    estimate: LevelEstimate,
    (usual, capacity): (f64, Option<f64>),
    accepted: ServiceLevel,
    costs: &LookCosts,
) -> f64 {
    let lot_days = usual / estimate.rate.max(1e-9);
    let rough = ROUGH_SHARE * capacity.unwrap_or(2.0 * usual);
    let total = estimate.sd.hypot(rough);
    if estimate.sd <= 0.0 || total <= 0.0 {
        return 0.0;
    }
    // Of two normal estimates of one level, each counts by the inverse of its variance: the look moves the level by
    // `moved`, and leaves it sure to `left`.
    let (moved, left) = (estimate.sd * estimate.sd / total, estimate.sd * rough / total);
    let with: f64 = (POINTS.iter())
        .map(|(z, weight)| {
            let seen = estimate.seen(estimate.level + z * moved, left);
            weight * seen.cost(lot_days, accepted, costs)
        })
        .sum();
    (estimate.cost(lot_days, accepted, costs) - with).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rice(level: f64, sd: f64) -> LevelEstimate {
        LevelEstimate { level, sd, rate: 0.5, rate_spread: 0.1 }
    }

    fn value(estimate: LevelEstimate) -> f64 {
        look_value(estimate, (15.0, Some(30.0)), ServiceLevel::DEFAULT, &LookCosts::DEFAULT)
    }

    // B5
    #[test]
    fn a_level_that_was_weighed_needs_no_look_and_one_that_nobody_knows_does() {
        assert_eq!(value(rice(10.0, 0.0)), 0.0);
        // A share is off by 4.5 kg. Of a level that is known to 2 kg it leaves 1.8 kg, and of one known to 9 kg 4.0.
        assert!(value(rice(10.0, 2.0)) < LookCosts::DEFAULT.look / 4.0);
        assert!(value(rice(10.0, 9.0)) > LookCosts::DEFAULT.look);
        let ask = |sd| value(rice(15.0, sd)) > LookCosts::DEFAULT.look;
        assert_eq!((ask(2.0), ask(10.0)), (false, true));
    }

    // B5
    #[test]
    fn the_less_sure_the_level_the_more_a_look_is_worth() {
        let values = [5.0, 6.0, 8.0, 10.0].map(|sd| value(rice(15.0, sd)));
        assert!(
            values.windows(2).all(|pair| matches!(pair, [less, more] if less < more)),
            "{values:?}"
        );
    }

    #[test]
    fn uncertainty_grows_with_the_days_on_which_nobody_looks() {
        let later = rice(10.0, 3.0).after(8.0);
        // 8 days at 0.5 are 4 kg, of which a tenth is unsure.
        assert!((later.level - 6.0).abs() < 1e-9);
        assert!((later.sd - (9.0_f64 + 0.16).sqrt()).abs() < 1e-9);
    }
}
