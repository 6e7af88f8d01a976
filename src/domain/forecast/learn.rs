//! Learns from one jar: from how long its lots lasted, predicts how long the current one will.
//!
//! Everything is told in logarithms, since people differ and vary by factors. With `y` the logarithm of
//! the days that a lot lasted and `l` that of its size, `z = y - elasticity * l` is how long a lot of
//! size one would have lasted. A jar is compared with what the shop knows of such jars
//! ([`Prior`]), which counts as much as a few intervals of its own; the longer a
//! jar is known, the less it matters what the others do. Old intervals fade.
//!
//! Only sums are kept, so that one more interval costs the same whatever came before, and so that a
//! new elasticity of the shop can be put in without reading the intervals again.

mod beginning;

use super::intervals::Interval;
use super::prior::{HouseholdSize, Prior, WITHIN_SEEN};
use super::quantiles::{Lots, Quantiles};

pub(super) use beginning::Weighed;
pub use beginning::{Said, SaidBy};

/// Decay: weight of an interval after the next one has finished.
const DECAY: f64 = 0.9;
/// An interval counts for more if more was used up in it than usual, by this power of how much more
/// (a large lot averages over more meals, though not over as many more as it is larger) ...
const SIZE_WEIGHT_EXPONENT: f64 = 0.8;
/// ... up to this factor and down to its inverse. One in which goods were brought never counts for more than one:
/// it says more of the mean, but as little as any of how the lots differ. By what is unsure of its levels it counts
/// for less, as the inverse of its variance.
const MOST_WEIGHT: f64 = 3.0;
/// The part of the last surprise that is expected again, from the third lot on, where lots vary by a
/// variance of 1; the less they vary, the more a surprise means ...
const MOMENTUM: f64 = 0.015;
/// ... up to this part.
const MOST_MOMENTUM: f64 = 0.2;
/// By this part the prior is worth more beside a jar's first interval, since a household that has just
/// begun is not yet settled; beside later ones this wears off with the root of their number.
const UNSETTLED: f64 = 0.7;
/// Where there is plenty, more is eaten: by this part of its square a lot that is larger than those
/// before (as a logarithm) lasts less long than its elasticity says ...
const OVERCONSUMPTION: f64 = 0.15;
/// ... up to this much larger: beyond, nobody has been seen to eat.
const MOST_PLENTY: f64 = 2.0;
/// A jar with top-ups between its lots lasts now a day and now a month. The days draw the mean of the
/// logarithms further down than the middle: by this part of the variance ...
const TOP_UPS: f64 = 0.3;
/// ... beyond that of a jar without, ...
const NO_TOP_UPS: f64 = 0.64;
/// ... of which no more than this counts.
const MOST_TOP_UPS: f64 = 2.0;
/// As many intervals as the variance that the kind of product usually has counts for.
const USUAL_VARIANCE: f64 = 4.0;
/// A dearer unit lasts longer, as a better or a bigger pack does: this is how much of the price counts.
const PRICE_WORTH: f64 = 0.5;
/// Upper bound on how far one interval moves a learned rate, as a logarithm (a quarter): a single feast,
/// or a sack that was forgotten, is no new habit. What was held back is shown for review.
pub const MOST_SHIFT: f64 = 0.223;
/// Prices further from the usual than this factor are typing errors or gifts.
const PRICE_RANGE: f64 = 3.0;

/// The logarithm of a size (in the product's unit, thousandths at least) or of a number of days (half
/// a day at least), and of anything else the nearest that can be.
fn log(value: f64, least: f64) -> f64 {
    // `max` gives the other number where one is none.
    value.max(least).min(1e12).ln()
}

/// The size of a lot: the logarithm of its quantity, and of what was paid for a unit compared with
/// what this product usually costs (1 where that is not known).
pub fn size_of(quantity: f64, relative_price: f64) -> f64 {
    let price = if relative_price.is_finite() { relative_price } else { 1.0 };
    log(quantity, 1e-3) + PRICE_WORTH * price.clamp(1.0 / PRICE_RANGE, PRICE_RANGE).ln()
}

/// Sums over intervals: of their weights, and weighted of `y`, `l`, their squares and their product.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
#[allow(missing_docs, reason = "each field is the sum that its name writes")]
pub struct IntervalSums {
    pub weight: f64,
    pub y: f64,
    pub l: f64,
    pub yy: f64,
    pub yl: f64,
    pub ll: f64,
}

impl IntervalSums {
    fn add(&mut self, weight: f64, y: f64, l: f64) {
        self.weight += weight;
        self.y += weight * y;
        self.l += weight * l;
        self.yy += weight * y * y;
        self.yl += weight * y * l;
        self.ll += weight * l * l;
    }

    fn fade(&mut self) {
        let Self { weight, y, l, yy, yl, ll } = self;
        for sum in [weight, y, l, yy, yl, ll] {
            *sum *= DECAY;
        }
    }

    /// Adds so much to every `y`.
    fn shift(&mut self, by: f64) {
        self.yy += by * (2.0 * self.y + by * self.weight);
        self.yl += by * self.l;
        self.y += by * self.weight;
    }

    /// The sum of `z`, where sizes are measured from `centre`.
    pub(super) fn z(&self, elasticity: f64, centre: f64) -> f64 {
        self.y - elasticity * (self.l - centre * self.weight)
    }

    /// The slope of `y` over `l`.
    pub(super) fn slope(&self) -> Slope {
        let weight = self.weight.max(1e-9);
        let xx = (self.ll - self.l * self.l / weight).max(0.0);
        Slope { xy: self.yl - self.y * self.l / weight, xx }
    }

    /// The weighted sum of squares of `z` around their mean.
    pub(super) fn squares(&self, elasticity: f64) -> f64 {
        let yy = self.yy - self.y * self.y / self.weight.max(1e-9);
        let Slope { xy, xx } = self.slope();
        (yy - 2.0 * elasticity * xy + elasticity * elasticity * xx).max(0.0)
    }
}

/// The numerator and the denominator of a slope.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Slope {
    /// The sum of the products of both deviations from their means.
    pub xy: f64,
    /// The sum of the squared deviations of the one that explains.
    pub xx: f64,
}

/// Statistics of the finished intervals of one jar.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Learned {
    /// All of them alike; its weight is their number.
    pub all: IntervalSums,
    /// The recent ones before the old ones, the large ones before the small ones.
    pub recent: IntervalSums,
    /// The last of the recent ones alone, by its weight, `y` and `l`.
    pub last: (f64, f64, f64),
}

impl Learned {
    /// Learns from one more interval.
    pub fn finish(&mut self, interval: &Interval) {
        let Interval { lasted, size, used_size, unsure, topped_up, .. } = *interval;
        let y = log(lasted, 0.5);
        self.all.add(1.0, y, size);
        self.recent.fade();
        let usual = self.all.l / self.all.weight;
        let weight = (SIZE_WEIGHT_EXPONENT * (used_size - usual)).exp();
        let most = if topped_up { 1.0 } else { MOST_WEIGHT };
        let weight = weight.clamp(1.0 / MOST_WEIGHT, most) / (1.0 + unsure / WITHIN_SEEN);
        self.recent.add(weight, y, size);
        self.last = (weight, y, size);
    }

    /// Rescales the intervals to a household that eats faster or slower: each lasts `longer` times
    /// as long.
    pub fn rescale(&mut self, longer: f64) {
        let shift = longer.ln();
        self.all.shift(shift);
        self.recent.shift(shift);
        self.last.1 += shift;
    }

    /// From how many intervals it has learned.
    pub fn intervals(&self) -> u32 {
        self.all.weight as u32
    }

    /// The usual size of its lots, counting the one in it now.
    fn usual_size(&self, now: f64) -> f64 {
        (self.all.l + now) / (self.all.weight + 1.0)
    }

    /// Returns the expected mean `z` of jars like this one that hold `now`.
    fn expected(&self, now: f64, people: HouseholdSize, prior: &Prior) -> f64 {
        prior.expected(people, self.usual_size(now), self.all.weight + 1.0)
    }

    /// Predicts how long a lot of size `now` lasts in a household of this size.
    pub fn outlook(
        &self,
        now: f64,
        people: HouseholdSize,
        prior: &Prior,
        said: Option<Said>,
    ) -> Outlook {
        let elasticity = prior.elasticity;
        let lots = self.all.weight;
        let larger = elasticity * (now - prior.centre);
        let beginning = self.beginning(now, people, prior, said);
        let (worth, mu, shape) = (beginning.weight(), beginning.mean(), beginning.lots);

        let own = self.recent.weight;
        let own_z = self.recent.z(elasticity, prior.centre);
        let learned = (worth * mu + own_z) / (worth + own);
        let mean = self.within_reach(learned, (worth, mu), prior);

        let apart = if own > 0.0 { own_z / own - mu } else { 0.0 };
        let squares = USUAL_VARIANCE * prior.within
            + self.recent.squares(elasticity)
            + worth * own / (worth + own) * apart * apart;
        let variance = squares / (USUAL_VARIANCE + own) * (1.0 + 1.0 / (worth + own));
        let own_ways = if lots < 2.0 {
            0.0
        } else {
            let momentum = (MOMENTUM / prior.within).min(MOST_MOMENTUM);
            let top_ups = (variance - NO_TOP_UPS).clamp(0.0, MOST_TOP_UPS);
            momentum * self.surprise(mu, worth, prior) + TOP_UPS * top_ups
        };
        // The further a mean was held back, the less it is moved by the same interval: all at once, a gram
        // more in the jar would make it last days less.
        let held_back = mean != learned;
        let kept = own_ways * (1.0 - (learned - mean).abs() / MOST_SHIFT).max(0.0);
        let lost = own_ways - kept;
        Outlook {
            centre: mean + larger - elasticity * OVERCONSUMPTION * self.plenty(now).powi(2) + kept,
            scale: variance.sqrt(),
            lots: shape,
            certainty: worth + own,
            held_back: held_back.then_some(mean - learned - lost),
        }
    }

    /// Holds a mean back if the last interval alone has moved it further than one may. The first one is free:
    /// nothing was learned before it.
    fn within_reach(&self, mean: f64, (worth, mu): (f64, f64), prior: &Prior) -> f64 {
        if self.all.weight < 2.0 {
            return mean;
        }
        let (_, before) = self.before_last(mu, worth, prior);
        // A damaged prior expects no number at all.
        if before.is_finite() { mean.clamp(before - MOST_SHIFT, before + MOST_SHIFT) } else { mean }
    }

    /// By how much the lot that is in it `now` is larger than those before, as far as that is plenty.
    fn plenty(&self, now: f64) -> f64 {
        let before = if self.all.weight < 1.0 { now } else { self.all.l / self.all.weight };
        (now - before).clamp(0.0, MOST_PLENTY)
    }

    /// By how much the last interval was longer than the ones before it had led to expect.
    fn surprise(&self, mu: f64, worth: f64, prior: &Prior) -> f64 {
        let (z, expected) = self.before_last(mu, worth, prior);
        z - expected
    }

    /// The last interval's `z`, and the mean to which the ones before it had led.
    fn before_last(&self, mu: f64, worth: f64, prior: &Prior) -> (f64, f64) {
        let (weight, y, l) = self.last;
        let z = y - prior.elasticity * (l - prior.centre);
        let before = (self.recent.weight - weight) / DECAY;
        let sum = (self.recent.z(prior.elasticity, prior.centre) - weight * z) / DECAY;
        (z, (worth * mu + sum) / (worth + before))
    }
}

/// Prediction of how long a jar lasts: the logarithm of its days of presence is about `centre`, give or take
/// `scale`; in what shape, its [`Quantiles`] know.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Outlook {
    /// The middle of the logarithm of the days.
    pub centre: f64,
    /// Scale of the error.
    pub scale: f64,
    /// On how many lots it rests.
    pub lots: Lots,
    /// As many intervals as all that it rests on counts for.
    pub certainty: f64,
    /// By how much the logarithm of the rate was held back by [`MOST_SHIFT`]; `None` if it was not.
    pub held_back: Option<f64>,
}

impl Outlook {
    /// The days of presence within which the jar will be empty with this chance (above 0, below 1).
    pub fn days(&self, chance: f64, quantiles: &Quantiles) -> f64 {
        let exponent = self.centre + quantiles.z(self.lots, chance) * self.scale;
        // A hundred years are for ever, and half a day is today.
        exponent.exp().clamp(0.5, 36_525.0)
    }

    /// Standard deviation of the logarithm of the rate itself, without the scatter of single lots.
    pub fn rate_spread(&self) -> f64 {
        self.scale / (1.0 + self.certainty).sqrt()
    }

    /// The days of presence that one such lot in fifty lasts longer than.
    pub fn at_most(&self, quantiles: &Quantiles) -> f64 {
        self.days(0.98, quantiles)
    }

    /// Returns the standardized distance of a number of days above the centre.
    pub fn standardised(&self, days: f64) -> f64 {
        (log(days, 0.5) - self.centre) / self.scale
    }
}

#[cfg(test)]
mod tests;
