//! Appetite: how fast a jar is used, from the best that is known, and how sure that is.

use super::presence::Presence;
use super::{JarHistory, RateSource};
use crate::domain::day::Day;
use crate::domain::quantity::{Quantity, Rate};

/// Rates older than this many intervals say little about how people eat now.
const INTERVALS: usize = 5;
/// One interval alone may be a feast or a forgotten sack.
const FEWEST_INTERVALS: usize = 2;

/// How fast a jar is used, and how sure that is.
pub(super) struct Appetite {
    pub(super) source: RateSource,
    /// Units a day.
    pub(super) rate: f64,
    /// The standard deviation of the logarithm of the rate.
    pub(super) spread: f64,
    /// From how many intervals the rate was learned; 0 if it was not.
    pub(super) intervals: u32,
}

impl Appetite {
    /// A rate that was not learned.
    pub(super) fn new(source: RateSource, rate: f64, spread: f64) -> Self {
        Self { source, rate, spread, intervals: 0 }
    }

    /// The rate of use, from the best that is known; `None` if nothing above zero is.
    ///
    /// The spreads of what was not learned are how far people are off when they say it: a tenth where
    /// somebody measured, a third of what they declare, more where only their number is known.
    pub(super) fn of(history: &JarHistory, presence: &Presence, anchor: Day) -> Option<Self> {
        let at_hand =
            |source, rate: f64, spread| (rate > 0.0).then(|| Appetite::new(source, rate, spread));
        let JarHistory { jar, product, readings, delivered, .. } = history;
        jar.pinned
            .and_then(|pinned| at_hand(RateSource::Pinned, pinned.per_day(), 0.10))
            .or_else(|| learned(history, presence, readings.iter().copied()))
            .or_else(|| {
                let declared = Rate::from_monthly(jar.monthly?);
                at_hand(RateSource::Declared, declared.per_day(), 0.30)
            })
            .or_else(|| {
                let people = product.adults_worth(history.household_on(anchor));
                at_hand(RateSource::People, people * product.appetite?.per_day(), 0.40)
            })
            // Where nobody ever looked, each delivery is taken to be used up at the next. It was not:
            // we come before that. So this is the last resort, and never beats what people say.
            .or_else(|| {
                let used_up = delivered.iter().map(|(day, _)| (*day, Quantity::ZERO));
                learned(history, presence, used_up)
            })
    }
}

/// The rate of the last few intervals between days on which the level is known, oldest of them first.
/// They are taken together, so that a long one counts for more than a short one. The spread is the
/// sample deviation, widened for the next interval as a prediction is: sqrt(1 + 1/n).
fn learned(
    history: &JarHistory,
    presence: &Presence,
    known: impl DoubleEndedIterator<Item = (Day, Quantity)>,
) -> Option<Appetite> {
    let (mut used, mut days, mut count) = (0.0, 0.0, 0);
    let mut logs = [0.0; INTERVALS];
    let mut slots = logs.iter_mut();
    let mut later: Option<(Day, Quantity)> = None;
    // Backwards, so that the first of a day that is met is the last in the list, which counts.
    for (from, left) in known.rev() {
        let Some((to, left_then)) = later else {
            later = Some((from, left));
            continue;
        };
        if to == from {
            continue;
        }
        later = Some((from, left));
        let consumed = (history.brought(from, to) + left - left_then).as_f64();
        let present = presence.between(from, to);
        // Nobody there, or more left than there was: such an interval says nothing about a rate.
        if present < 1e-6 || consumed <= 0.0 {
            continue;
        }
        let Some(slot) = slots.next() else { break };
        *slot = (consumed / present).ln();
        used += consumed;
        days += present;
        count += 1;
    }
    let logs = logs.get(..count).filter(|logs| logs.len() >= FEWEST_INTERVALS)?;
    let n = logs.len() as f64;
    let mean = logs.iter().sum::<f64>() / n;
    let variance = logs.iter().map(|log| (log - mean).powi(2)).sum::<f64>() / (n - 1.0);
    let spread = variance.sqrt().max(0.10) * (1.0 + 1.0 / n).sqrt();
    let intervals = u32::try_from(count).unwrap_or(u32::MAX);
    Some(Appetite { source: RateSource::Learned, rate: used / days, spread, intervals })
}
