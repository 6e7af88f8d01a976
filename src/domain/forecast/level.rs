//! The level of a jar at its anchor, and how surely it is known.
//!
//! From the last day on which it was known the level is walked over what was brought, and over the days on
//! which somebody said that there is still enough. Its variance grows with the use that nobody saw. Since
//! a household that eats slowly is the one that still has enough, the walk is made at several rates at once
//! (a Gaussian mixture), and what was said makes some of them more likely than others.

use super::look::ROUGH_SHARE;
use super::normal;
use super::occupancy::Presence;
use super::{JarHistory, Lot};
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
}

/// Error of "still enough", in parts of the capacity: nobody measures before they refuse.
const ENOUGH_ERROR: f64 = 0.5 * ROUGH_SHARE;
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
        (self.mean, self.variance) = at_least_zero(self.mean, self.variance);
    }

    fn fill(&mut self, quantity: f64, capacity: Option<f64>) {
        self.mean += quantity;
        if let Some(capacity) = capacity {
            let (room, variance) = at_least_zero(capacity - self.mean, self.variance);
            (self.mean, self.variance) = (capacity - room, variance);
        }
    }

    /// There was at least so much, give or take `error`: the update of a probit likelihood.
    fn at_least(&mut self, least: f64, error: f64) {
        let total = (self.variance + error * error).sqrt().max(1e-6);
        let t = ((self.mean - least) / total).clamp(-6.0, 6.0);
        let ratio = normal::hazard(-t);
        self.weight *= normal::below(t).max(1e-9);
        self.mean += self.variance / total * ratio;
        let resolved = (self.variance / total).powi(2) * ratio * (ratio + t);
        self.variance = (self.variance - resolved).max(0.0);
    }
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

/// Returns the level at the anchor of a history.
///
/// It was known last at the last reading or, where nobody ever looked, when goods were brought because the
/// jar was empty.
pub(super) fn at_anchor(
    history: &JarHistory,
    presence: &Presence,
    anchor: Day,
    belief: RateBelief,
) -> WalkedLevel {
    let capacity = history.jar.capacity.map(|capacity| capacity.as_f64());
    let size = capacity.unwrap_or(2.0 * belief.usual);
    let (known_on, mean, sd) = match history.readings.last() {
        Some(&(on, level)) => {
            let rough = history.rough.last().is_some_and(|day| *day == on);
            (on, level.as_f64(), if rough { ROUGH_SHARE * size } else { 0.0 })
        }
        None => (emptied_on(history), 0.0, 0.0),
    };
    let weight = |z: f64| (-0.5 * z * z).exp();
    let faster = |z: f64| (belief.spread * z).exp();
    // Fast and slow ones come to the rate that is shown, so that the level does as well.
    let total: f64 = RATES.iter().map(|z| weight(*z)).sum();
    let usual = RATES.iter().map(|z| weight(*z) * faster(*z)).sum::<f64>() / total;
    let mut walks = RATES.map(|z| Hypothesis {
        z,
        rate: belief.rate * faster(z) / usual,
        weight: weight(z),
        mean,
        variance: sd * sd,
    });
    let mut lots = history.delivered.iter().skip_while(|lot| lot.on < known_on).peekable();
    let mut enough = history.enough.iter().skip_while(|(on, _)| *on <= known_on).peekable();
    let mut day = known_on;
    loop {
        let next = [lots.peek().map(|lot| lot.on), enough.peek().map(|(on, _)| *on)];
        let Some(on) = next.into_iter().flatten().min() else { break };
        if on > day {
            let days = presence.between(day, on);
            walks.iter_mut().for_each(|walk| walk.use_up(days, &belief));
            day = on;
        }
        // What is said at the door is said before the goods are brought in.
        if let Some((_, least)) = enough.next_if(|(said, _)| *said == on) {
            walks.iter_mut().for_each(|walk| walk.at_least(least.as_f64(), ENOUGH_ERROR * size));
        } else if let Some(Lot { quantity, .. }) = lots.next_if(|lot| lot.on == on) {
            walks.iter_mut().for_each(|walk| walk.fill(quantity.as_f64(), capacity));
        }
    }
    if anchor > day {
        let days = presence.between(day, anchor);
        walks.iter_mut().for_each(|walk| walk.use_up(days, &belief));
    }
    merged(&walks, &belief)
}

/// The day of the last goods that came because the jar was empty, or of the first goods at all.
fn emptied_on(history: &JarHistory) -> Day {
    let asked = history.delivered.iter().rev().find(|lot| !lot.early);
    let first = history.delivered.first().map(|lot| lot.on);
    let said = history.enough.first().map(|(on, _)| *on);
    asked.map(|lot| lot.on).or(first).or(said).unwrap_or(Day::MIN)
}

fn merged(walks: &[Hypothesis], belief: &RateBelief) -> WalkedLevel {
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
    }
}
