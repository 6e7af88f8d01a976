//! Pace: how fast a jar is used, as pinned by hand or as learned, and how sure that is.

use super::intervals::{Interval, OpenInterval};
use super::learn::{Learned, Outlook, Said};
use super::prior::HouseholdSize;
use super::quantiles::Quantiles;
use super::{JarHistory, ModelParams, RateSource, normal, quantity};
use crate::domain::day::Day;
use crate::domain::quantity::{Quantity, Rate};

/// Somebody measured a rate that was set by hand: the standard deviation of its logarithm.
const PINNED: f64 = 0.10;
/// Error (deviation of the logarithm) of the monthly use that people state.
const DECLARED: f64 = 0.4;
/// Error (deviation of the logarithm) of an estimate from the household size.
const COUNTED: f64 = 0.6;

/// Rate of use of a jar.
pub(super) struct Pace<'a> {
    source: RateSource,
    how: How<'a>,
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
            return Self { source: RateSource::Pinned, how: How::Pinned(rate) };
        }
        let OpenInterval { quantity, size, .. } = in_jar;
        let (declared, counted) = (declared(history), counted(history, anchor));
        let told = [(declared, DECLARED), (counted, COUNTED)].into_iter();
        let said: Vec<Said> = told
            .filter_map(|(rate, spread)| Some(Said { days: quantity / rate?, spread }))
            .collect();
        let outlook = learned.outlook(size, people, prior, &said);
        Self {
            source: match learned.intervals() {
                1.. => RateSource::Learned,
                0 if declared.is_some() => RateSource::Declared,
                0 if counted.is_some() => RateSource::People,
                0 => RateSource::Others,
            },
            how: How::Learned { quantity, outlook, quantiles },
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
                quantity / outlook.days(0.5, quantiles)
            }
        }
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
        match &self.how {
            How::Pinned(rate) => amount.as_f64() / rate * (PINNED * normal::quantile(chance)).exp(),
            How::Learned { quantity, outlook, quantiles } => {
                outlook.days(chance, quantiles) * amount.as_f64() / quantity
            }
        }
    }
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
