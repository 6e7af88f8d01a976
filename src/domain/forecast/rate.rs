//! Pace: how fast a jar is used, as pinned by hand or as learned, and how sure that is.

use super::intervals::{Interval, OpenInterval};
use super::learn::{Learned, Outlook, Said, SaidBy, Weighed};
use super::level::{RateBelief, WalkedLevel};
use super::prior::{HouseholdSize, Prior};
use super::quantiles::Quantiles;
use super::{JarHistory, ModelParams, RateSource, normal, quantity};
use crate::domain::day::Day;
use crate::domain::quantity::{Quantity, Rate};

/// Somebody measured a rate that was set by hand: the standard deviation of its logarithm.
const PINNED: f64 = 0.10;

/// One source of a rate.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct RatePart {
    /// Where it comes from.
    pub source: RateSource,
    /// Units a day that this source alone would come to.
    pub rate: f64,
    /// Its weight, of 1: the rate is the product of all sources' rates, each to the power of its share.
    pub share: f64,
}

/// Rate of use of a jar.
pub(super) struct Pace<'a> {
    source: RateSource,
    how: How<'a>,
    /// Variance of the use between two deliveries.
    noise: f64,
    walked: Walked,
}

/// Contribution of the walk to the anchor.
#[derive(Clone, Copy)]
struct Walked {
    /// By how much faster the jar is used than the intervals say, as a factor.
    faster: f64,
    /// Variance of the logarithm of the rate, less the one before the walk.
    rate: f64,
    /// Variance of the logarithm of the level.
    level: f64,
}

impl Walked {
    const NOTHING: Self = Self { faster: 1.0, rate: 0.0, level: 0.0 };
}

enum How<'a> {
    /// At this number of units per day.
    Pinned(f64),
    /// From how long the outlook expects the quantity to last.
    Learned { quantity: f64, outlook: Outlook, quantiles: &'a Quantiles },
}

impl<'a> Pace<'a> {
    /// Returns the rate of use of a jar from its statistics.
    pub(super) fn of(
        history: &JarHistory,
        (anchor, people): (Day, HouseholdSize),
        (learned, in_jar): (&Learned, OpenInterval),
        ModelParams { prior, quantiles }: ModelParams<'a>,
    ) -> Self {
        let pinned = history.jar.pinned.map(Rate::per_day).filter(|rate| *rate > 0.0);
        if let Some(rate) = pinned {
            let how = How::Pinned(rate);
            return Self { source: RateSource::Pinned, how, noise: 0.0, walked: Walked::NOTHING };
        }
        let OpenInterval { quantity, size, .. } = in_jar;
        let said = said(history, anchor, quantity);
        let outlook = learned.outlook(size, people, prior, said);
        Self {
            source: match (learned.intervals(), said.map(|said| said.by)) {
                (1.., _) => RateSource::Learned,
                (0, Some(SaidBy::Customer)) => RateSource::Declared,
                (0, Some(SaidBy::People)) => RateSource::People,
                (0, None) => RateSource::Others,
            },
            how: How::Learned { quantity, outlook, quantiles },
            noise: prior.within_seen,
            walked: Walked::NOTHING,
        }
    }

    /// Where it comes from.
    pub(super) fn source(&self) -> RateSource {
        self.source
    }

    /// Units a day, when everybody is there.
    pub(super) fn rate(&self) -> f64 {
        match &self.how {
            How::Pinned(rate) => *rate,
            How::Learned { quantity, outlook, quantiles } => {
                quantity / outlook.days(0.5, quantiles) * self.walked.faster
            }
        }
    }

    /// Units a day that the intervals come to, where the last one was held back.
    pub(super) fn calculated(&self) -> Option<f64> {
        match &self.how {
            How::Pinned(_) => None,
            How::Learned { outlook, .. } => Some(self.rate() * outlook.held_back?.exp()),
        }
    }

    /// Returns the sources of the rate of a jar that holds `in_jar`, which multiply out to it. What none of
    /// them is to blame for (a trend, a walk over what was said) is shared by all.
    pub(super) fn parts(
        &self,
        (learned, in_jar): (&Learned, OpenInterval),
        people: HouseholdSize,
        prior: &Prior,
        said: Option<Said>,
    ) -> Vec<RatePart> {
        if self.source == RateSource::Pinned {
            return vec![RatePart { source: self.source, rate: self.rate(), share: 1.0 }];
        }
        let [own, told, others] = learned.parts(in_jar.size, people, prior, said);
        let by = match said.map(|said| said.by) {
            Some(SaidBy::People) => RateSource::People,
            Some(SaidBy::Customer) | None => RateSource::Declared,
        };
        let parts = [(RateSource::Learned, own), (by, told), (RateSource::Others, others)];
        let total: f64 = parts.iter().map(|(_, part)| part.weight).sum();
        let mean = parts.iter().map(|(_, part)| part.weight * part.mean).sum::<f64>() / total;
        let counted = parts.iter().filter(|(_, part)| part.weight > 0.0);
        let part = |(source, part): &(RateSource, Weighed)| RatePart {
            source: *source,
            rate: self.rate() * (mean - part.mean).exp(),
            share: part.weight / total,
        };
        counted.map(part).collect()
    }

    /// Belief about the rate before the walk to the anchor; `usual` is a delivery, in units.
    pub(super) fn belief(&self, usual: f64) -> RateBelief {
        let spread = match &self.how {
            How::Pinned(_) => PINNED,
            How::Learned { outlook, .. } => outlook.rate_spread(),
        };
        RateBelief { rate: self.rate(), spread, noise: self.noise, usual }
    }

    /// The same rate, with what the walk to the anchor has taught; one that was set by hand stays.
    #[must_use]
    pub(super) fn taught_by(self, walked: &WalkedLevel) -> Self {
        let level = (walked.sd / walked.level.max(1e-3)).powi(2);
        let walked = match &self.how {
            How::Pinned(_) => Walked { level, ..Walked::NOTHING },
            How::Learned { outlook, .. } => Walked {
                faster: walked.faster,
                rate: walked.spread.powi(2) - outlook.rate_spread().powi(2),
                level,
            },
        };
        Self { walked, ..self }
    }

    /// Standard deviation of the coming use, in parts of it.
    pub(super) fn spread(&self) -> f64 {
        let scale = match &self.how {
            How::Pinned(_) => PINNED,
            How::Learned { outlook, .. } => outlook.scale,
        };
        (scale * scale + self.walked.rate).max(0.0).sqrt()
    }

    /// Expected level at the end of an interval without readings.
    pub(super) fn left(&self, in_jar: OpenInterval, interval: &Interval) -> Quantity {
        quantity(in_jar.amount.as_f64() - self.rate() * interval.days)
    }

    /// The centre and the scale of the logarithm of the days that a lot lasts, and the days that one in
    /// fifty lasts longer than; a rate that was set by hand has none.
    pub(super) fn shape(&self) -> Option<(f64, f64, f64)> {
        match &self.how {
            How::Pinned(_) => None,
            How::Learned { outlook, quantiles, .. } => {
                Some((outlook.centre, outlook.scale, outlook.at_most(quantiles)))
            }
        }
    }

    /// The days of presence within which so much is used up with this chance.
    pub(super) fn days(&self, amount: Quantity, chance: f64) -> f64 {
        let scale = self.spread().hypot(self.walked.level.sqrt());
        match &self.how {
            How::Pinned(rate) => amount.as_f64() / rate * (scale * normal::quantile(chance)).exp(),
            How::Learned { quantity, outlook, quantiles } => {
                let outlook = Outlook { scale, ..*outlook };
                outlook.days(chance, quantiles) * amount.as_f64() / quantity / self.walked.faster
            }
        }
    }
}

/// Returns what was said of the use of the household, as the days that `quantity` would last: what the
/// customer states or, without that, what its people usually need.
pub(super) fn said(history: &JarHistory, on: Day, quantity: f64) -> Option<Said> {
    let said = |rate: f64, by| Said { days: quantity / rate, by };
    let stated = declared(history).map(|rate| said(rate, SaidBy::Customer));
    stated.or_else(|| Some(said(counted(history, on)?, SaidBy::People)))
}

/// Returns the units per day that the customer states; `None` if there are none.
fn declared(history: &JarHistory) -> Option<f64> {
    let rate = Rate::from_monthly(history.jar.monthly?).per_day();
    (rate > 0.0).then_some(rate)
}

/// Returns the units per day that the household's people usually eat; `None` if the product states
/// no use per person.
fn counted(history: &JarHistory, on: Day) -> Option<f64> {
    let each = history.product.appetite?.per_day();
    let rate = history.product.adults_worth(history.household_on(on)) * each;
    (rate > 0.0).then_some(rate)
}
