//! The level of a jar at its anchor, and how surely it is known.
//!
//! From the last day on which it was known the level is walked over what was brought and what was said. Its variance
//! grows with the use that nobody saw. Since a household that eats slowly is the one that still has enough, the walk is
//! made at several rates at once, each with a normal level (a Gaussian mixture), and what was told makes some of them
//! more likely than others:
//!
//! - A level that was stated moves each of them as a measurement moves a Kalman filter (R. E. Kalman, "A new approach to
//!   linear filtering and prediction problems", 1960). Where no more goods fitted, the jar was full afterwards.
//! - "Still enough", goods that fitted, and a jar that was filled by a plan before anybody called are bounds of the level:
//!   each is a probit likelihood, of which the mean and the variance are kept (moment matching; C. E. Rasmussen and
//!   C. K. I. Williams, "Gaussian processes for machine learning", 2006, section 3.9).

use super::JarHistory;
use super::normal;
use super::occupancy::Presence;
use super::sighting::{ENOUGH_ERROR, FULL_ERROR, Sighting, Visit, visits};
use crate::domain::day::Day;

/// Belief about the rate of a jar before the walk.
#[derive(Clone, Copy, Debug)]
pub(super) struct RateBelief {
    /// Units a day.
    pub(super) rate: f64,
    /// Standard deviation of its logarithm.
    pub(super) spread: f64,
    /// Variance of the use between two deliveries around the rate, in parts of the usual quantity.
    pub(super) noise: f64,
    /// Usual quantity of a delivery, in units.
    pub(super) usual: f64,
}

/// The level at the anchor and what the walk has taught of the rate.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct WalkedLevel {
    /// Expected level, in units.
    pub(super) level: f64,
    /// Standard deviation of the level.
    pub(super) sd: f64,
    /// By how much faster the jar is used than was believed, as a factor.
    pub(super) faster: f64,
    /// Standard deviation of the logarithm of the rate.
    pub(super) spread: f64,
    /// The day on which the walk began.
    pub(super) known_on: Day,
}

/// Error of "it was not empty", in units.
const NOT_EMPTY: f64 = 1e-3;
/// The rates at which the level is walked, in standard deviations from the one believed.
const RATES: [f64; 9] = [-2.4, -1.8, -1.2, -0.6, 0.0, 0.6, 1.2, 1.8, 2.4];

/// The jar at one rate.
#[derive(Clone, Copy, Debug)]
struct Hypothesis {
    z: f64,
    rate: f64,
    weight: f64,
    mean: f64,
    variance: f64,
}

impl Hypothesis {
    fn use_up(&mut self, days: f64, belief: &RateBelief) {
        let used = self.rate * days;
        self.mean -= used;
        self.variance += belief.noise * used * used.max(belief.usual);
    }

    fn fill(&mut self, quantity: f64, capacity: Option<f64>) {
        (self.mean, self.variance) = at_least_zero(self.mean, self.variance);
        self.mean += quantity;
        if let Some(capacity) = capacity {
            let (room, variance) = at_least_zero(capacity - self.mean, self.variance);
            (self.mean, self.variance) = (capacity - room, variance);
        }
    }

    /// There was at least so much, give or take `error`: the update of a probit likelihood.
    fn at_least(&mut self, least: f64, error: f64, counts: Weighing) {
        let total = (self.variance + error * error).sqrt().max(1e-6);
        let t = ((self.mean - least) / total).clamp(-6.0, 6.0);
        let ratio = normal::hazard(-t);
        self.weigh(normal::below(t), counts);
        self.mean += self.variance / total * ratio;
        let resolved = (self.variance / total).powi(2) * ratio * (ratio + t);
        self.variance = (self.variance - resolved).max(0.0);
    }

    /// There was at most so much, give or take `error`.
    fn at_most(&mut self, most: f64, error: f64, counts: Weighing) {
        self.mean = -self.mean;
        self.at_least(-most, error, counts);
        self.mean = -self.mean;
    }

    /// So much was seen, give or take its error: the update of a normal likelihood (a Kalman filter's).
    fn about(&mut self, seen: Sighting, counts: Weighing) {
        let total = (self.variance + seen.sd.powi(2)).max(1e-9);
        let off = seen.level - self.mean;
        self.weigh((-0.5 * off * off / total).exp() / total.sqrt(), counts);
        self.mean += self.variance / total * off;
        self.variance *= seen.sd.powi(2) / total;
    }

    /// Takes in one thing that was told on a day.
    fn take(&mut self, visit: &Visit, (size, capacity): (f64, Option<f64>), counts: Weighing) {
        let error = ENOUGH_ERROR * size;
        match visit {
            Visit::Read(_, level) => {
                self.about(Sighting { level: level.as_f64(), ..Sighting::EMPTY }, counts)
            }
            Visit::Stated(_, level) => self.about(Sighting::rough(level.as_f64(), size), counts),
            Visit::CutDown(_, full) => self.about(*full, counts),
            Visit::Enough(_, least) => self.at_least(least.as_f64(), error, counts),
            Visit::Lot(lot) => {
                let quantity = lot.quantity.as_f64();
                if let Some(capacity) = capacity.filter(|_| lot.early) {
                    self.at_least(0.0, NOT_EMPTY, counts);
                    self.at_most((capacity - quantity).max(0.0), FULL_ERROR * size, counts);
                }
                self.fill(quantity, capacity);
            }
        }
    }

    /// Makes the rate more or less likely.
    fn weigh(&mut self, likelihood: f64, counts: Weighing) {
        if counts == Weighing::Counts {
            self.weight = (self.weight * likelihood).max(1e-12);
        }
    }
}

/// Treatment of what an event says of the rate.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Weighing {
    /// It makes some rates more likely than others.
    Counts,
    /// It was learned from already.
    Known,
}

/// Returns the mean and the variance of a normal number whose negative values count as 0.
fn at_least_zero(mean: f64, variance: f64) -> (f64, f64) {
    let sd = variance.sqrt();
    if sd <= mean.abs() * 1e-3 {
        return (mean.max(0.0), if mean > 0.0 { variance } else { 0.0 });
    }
    let (above, density) = (normal::below(mean / sd), normal::density(mean / sd));
    let expected = mean * above + sd * density;
    let square = (mean * mean + variance) * above + mean * sd * density;
    (expected.max(0.0), (square - expected * expected).max(0.0))
}

/// Returns the level at the anchor of a history, whose running interval began on the day `since`.
///
/// It was known last at the last exact reading or, where nobody ever looked, when goods were brought because the
/// jar was empty. What was told before `since` has taught the rate already, and only moves the level.
pub(super) fn at_anchor(
    history: &JarHistory,
    presence: &Presence,
    (since, anchor): (Day, Day),
    belief: RateBelief,
) -> WalkedLevel {
    let capacity = history.jar.capacity.map(|capacity| capacity.as_f64());
    let size = Sighting::size_of_jar(history.jar.capacity, belief.usual);
    let visits = visits(history);
    let known = last_known(history, &visits);
    let mut coming = visits.iter().skip(known).peekable();
    let (mut day, begun) = match coming.peek() {
        Some(&&Visit::Read(on, level)) => {
            (on, Sighting { level: level.as_f64(), ..Sighting::EMPTY })
        }
        Some(&&Visit::Stated(on, level)) => (on, Sighting::rough(level.as_f64(), size)),
        Some(&&Visit::CutDown(on, full)) => (on, full),
        Some(&&Visit::Enough(on, least)) => (on, Sighting::above(least.as_f64(), size)),
        Some(&&Visit::Lot(lot)) => (lot.on, Sighting::EMPTY),
        None => (anchor, Sighting::EMPTY),
    };
    let known_on = day;
    if !matches!(coming.peek(), Some(Visit::Lot(_))) {
        coming.next();
    }
    let weight = |z: f64| (-0.5 * z * z).exp();
    let faster = |z: f64| (belief.spread * z).exp();
    // Fast and slow ones come to the rate that is shown, so that the level does as well.
    let total: f64 = RATES.iter().map(|z| weight(*z)).sum();
    let usual = RATES.iter().map(|z| weight(*z) * faster(*z)).sum::<f64>() / total;
    let mut walks = RATES.map(|z| Hypothesis {
        z,
        rate: belief.rate * faster(z) / usual,
        weight: weight(z),
        mean: begun.level,
        variance: begun.sd.powi(2),
    });
    for visit in coming {
        let on = visit.on();
        if on > day {
            let days = presence.between(day, on);
            walks.iter_mut().for_each(|walk| walk.use_up(days, &belief));
            day = on;
        }
        let counts = if on > since { Weighing::Counts } else { Weighing::Known };
        for walk in &mut walks {
            walk.take(visit, (size, capacity), counts);
        }
    }
    if anchor > day {
        let days = presence.between(day, anchor);
        walks.iter_mut().for_each(|walk| walk.use_up(days, &belief));
    }
    merged(&walks, &belief, known_on)
}

/// Returns the place of the visit from which the level is walked: it was read or, where nobody ever looked, goods came
/// because the jar was empty. A level that was stated begins anew as well, but where goods have come by a plan since:
/// there it counts beside the level that was worked out.
fn last_known(history: &JarHistory, visits: &[Visit]) -> usize {
    let (mut known, mut by_plan) = (0, false);
    for (place, visit) in visits.iter().enumerate() {
        let begins = match visit {
            Visit::Read(..) => true,
            Visit::Stated(..) => !by_plan,
            Visit::Lot(lot) => history.readings.is_empty() && !lot.early,
            Visit::Enough(..) | Visit::CutDown(..) => false,
        };
        let again = visits.get(known).is_some_and(|known| same_lots(known, visit));
        if begins && !again {
            (known, by_plan) = (place, false);
        }
        by_plan |= matches!(visit, Visit::Lot(lot) if lot.early) && history.jar.capacity.is_some();
    }
    known
}

/// Returns whether both are deliveries of one day: only before the first of them the jar was empty.
fn same_lots(one: &Visit, other: &Visit) -> bool {
    matches!((one, other), (Visit::Lot(one), Visit::Lot(other)) if one.on == other.on)
}

fn merged(walks: &[Hypothesis], belief: &RateBelief, known_on: Day) -> WalkedLevel {
    let total: f64 = walks.iter().map(|walk| walk.weight).sum();
    let mean = |of: &dyn Fn(&Hypothesis) -> f64| {
        walks.iter().map(|walk| walk.weight * of(walk)).sum::<f64>() / total
    };
    let level = mean(&|walk| walk.mean);
    let apart = mean(&|walk| walk.variance + (walk.mean - level).powi(2));
    let z = mean(&|walk| walk.z);
    let width = mean(&|walk| (walk.z - z).powi(2)).sqrt();
    WalkedLevel {
        level,
        sd: apart.sqrt(),
        faster: (belief.spread * z).exp(),
        spread: belief.spread * width,
        known_on,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::super::tests::{Known, kg, nth, prior};
    use super::super::{Forecast, JarHistory, ModelParams, forecast};
    use crate::domain::day::Day;
    use crate::domain::quantity::Quantity;
    use crate::domain::shop::ServiceLevel;

    /// A jar of 30 kg that is filled with 15, of which nobody looked into after day 1.
    fn unseen(lots: &[(i32, f64)]) -> Known {
        let mut known = Known::of(&[], lots);
        known.delivered.iter_mut().skip(1).for_each(|lot| lot.early = true);
        (known.jar.usual, known.jar.capacity) = (Some(kg(15.0)), Some(kg(30.0)));
        known
    }

    fn foreseen(history: &JarHistory) -> Forecast {
        let knowledge = ModelParams { prior: &prior(), quantiles: &Default::default() };
        forecast(history, &knowledge, ServiceLevel::DEFAULT).unwrap().forecast
    }

    // B5
    #[test]
    fn a_jar_into_which_no_more_fitted_is_full() {
        let known = unseen(&[(1, 15.0), (21, 15.0), (41, 8.0)]);
        let enough: [(Day, Quantity); 1] = [(nth(41), kg(15.0))];
        let full = foreseen(&JarHistory { enough: &enough, ..known.history() });
        assert!(full.level > kg(28.0) && full.level <= kg(30.0), "{}", full.level);
        assert!(full.level_sd < 2.0, "{}", full.level_sd);
        let mut less = known.clone();
        less.delivered.iter_mut().for_each(|lot| lot.cut_down = lot.quantity < kg(15.0));
        let likely = foreseen(&less.history());
        assert!(likely.level > kg(26.0) && likely.level_sd > full.level_sd, "{}", likely.level);
    }

    // B5
    #[test]
    fn a_jar_never_holds_more_than_its_capacity() {
        let every: Vec<(i32, f64)> = (0..9).map(|n| (1 + 3 * n, 15.0)).collect();
        assert!(foreseen(&unseen(&every).history()).level <= kg(30.0));
    }

    // B5
    #[test]
    fn goods_that_fitted_were_used_up_before_and_a_jar_without_a_call_was_not_empty() {
        let rate = |gap: i32| {
            let lots: Vec<(i32, f64)> = (0..3).map(|n| (1 + gap * n, 15.0)).collect();
            foreseen(&unseen(&lots).history()).rate
        };
        // 15 kg are thought to last 42 days or so. After ten days 15 more fitted, again and again: no slow rate.
        assert!(rate(10) > 1.5 * rate(40), "{} {}", rate(10), rate(40));
        // Nobody called in eighty days: no fast one.
        assert!(rate(80) < rate(40), "{} {}", rate(80), rate(40));
    }

    // B5
    #[test]
    fn a_level_that_was_stated_counts_by_how_surely_it_and_the_level_before_it_are_known() {
        let mut known = Known::of(&[(1, 20.0), (11, 15.0)], &[(5, 5.0)]);
        known.delivered.iter_mut().for_each(|lot| lot.early = true);
        (known.jar.usual, known.jar.capacity) = (Some(kg(15.0)), Some(kg(30.0)));
        let weighed = foreseen(&known.history());
        assert_eq!((weighed.level, weighed.level_sd), (kg(15.0), 0.0));
        let rough = [nth(11)];
        let stated = foreseen(&JarHistory { rough: &rough, ..known.history() });
        // Weighed at 20 kg ten days before; 5 kg were brought since, and about 4 kg used.
        assert!(stated.level > kg(16.0) && stated.level < kg(21.0), "{}", stated.level);
        assert!(stated.level_sd > 0.0 && stated.level_sd < 4.5, "{}", stated.level_sd);
        // Where no goods came by a plan, whoever states a level is believed.
        known.delivered.clear();
        let alone = foreseen(&JarHistory { rough: &rough, ..known.history() });
        assert_eq!((alone.level, (alone.level_sd * 1e3).round()), (kg(15.0), 4_500.0));
    }
}
