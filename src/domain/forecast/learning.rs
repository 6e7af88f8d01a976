//! The forecast that learns: a jar's own intervals, looked at with what the shop knows of such jars.
//!
//! An interval lies between two days on which the level is known: two readings or, before anybody
//! looked, two deliveries, the first of which is taken to be used up at the second. Its days are those
//! of presence, so that it tells the same whoever was away.

use super::learn::{Learned, Said, size_of};
use super::presence::Presence;
use super::prior::{People, Prior};
use super::quantiles::Quantiles;
use super::{Forecast, HORIZON, JarHistory, RateSource, back, level_at};
use crate::domain::day::Day;
use crate::domain::jar::Strategy;
use crate::domain::quantity::{Quantity, Rate};
use crate::domain::shop::ServiceLevel;

/// How far off people are when they say what they use in a month.
const DECLARED: f64 = 0.4;
/// How far off one is who counts heads.
const COUNTED: f64 = 0.6;

/// What the shop knows beside the jar itself.
#[derive(Clone, Copy, Debug)]
pub struct Knowledge<'a> {
    /// Of jars of this kind of product.
    pub prior: &'a Prior,
    /// Of its errors.
    pub quantiles: &'a Quantiles,
    /// What was paid for a unit at each of the jar's deliveries, compared with what the product usually
    /// costs; what is missing counts as 1.
    pub relative_prices: &'a [f64],
}

/// Forecasts when a jar runs out, if the shop accepts an empty one with the chance `accepted`.
///
/// What is pinned or agreed is not learned: for that it is [`super::forecast`].
pub fn forecast(
    history: &JarHistory,
    knowledge: &Knowledge,
    accepted: ServiceLevel,
) -> Option<Forecast> {
    let JarHistory { jar, product, readings, delivered, .. } = history;
    if jar.pinned.is_some() || matches!(jar.strategy, Strategy::Every(_)) {
        return super::forecast(history, accepted);
    }
    let (first, anchor) = history.span()?;
    let presence = Presence::of(history, first, anchor);
    let household = history.household_on(anchor);
    let people = People::of(household.people());
    let learned = learned(history, knowledge, &presence);

    let declared = jar.monthly.map(|monthly| Rate::from_monthly(monthly).per_day());
    let counted = product
        .appetite
        .filter(|_| household.people() > 0)
        .map(|appetite| product.adults_worth(household) * appetite.per_day());
    let outlook = |quantity: f64| {
        let said = |rate: Option<f64>, spread| {
            rate.filter(|rate| *rate > 0.0).map(|rate| Said { days: quantity / rate, spread })
        };
        let said = [said(declared, DECLARED), said(counted, COUNTED)];
        let said: Vec<Said> = said.into_iter().flatten().collect();
        let size = size_of(quantity, knowledge.price_before(history, Day::MAX));
        learned.outlook(size, people, knowledge.prior, &said)
    };
    let rate = |quantity: f64| quantity / outlook(quantity).days(0.5, knowledge.quantiles);

    // Where nobody looked, what was brought last is what is in it: an interval is counted likewise.
    let level = match (readings.last(), delivered.last()) {
        (None, Some(&(_, brought))) => brought,
        (Some(&(day, left)), _) => {
            let brought = history.brought(day, anchor.succ_opt().unwrap_or(Day::MAX));
            level_at(history, &presence, rate((left + brought).as_f64().max(1e-3)))
        }
        (None, None) => return None,
    };
    let amount = level.as_f64();
    let (outlook, use_a_day) = (outlook(amount.max(1e-3)), rate(amount.max(1e-3)));

    let horizon = anchor.checked_add_months(HORIZON).unwrap_or(Day::MAX);
    let after =
        |days: f64| presence.first_day(anchor, days).map_or(horizon, |day| day.min(horizon));
    let empty = |chance: f64| match level.is_positive() {
        true => after(outlook.days(chance, knowledge.quantiles)),
        false => anchor,
    };
    let lasts = back(empty(accepted.chance()), 1, anchor);
    let earliest = match (jar.capacity, jar.usual.or(product.pack)) {
        (Some(capacity), Some(usual)) => {
            let room = capacity - usual;
            let gone = if room.is_negative() { level } else { level - room };
            if gone.is_positive() { after(gone.as_f64() / use_a_day) } else { anchor }
        }
        _ => anchor,
    };
    Some(Forecast {
        anchor,
        level,
        seen: readings.last().is_some_and(|(day, _)| *day == anchor),
        rate: use_a_day,
        source: match (learned.intervals(), declared) {
            (1.., _) => RateSource::Learned,
            (0, Some(_)) => RateSource::Declared,
            (0, None) => RateSource::People,
        },
        intervals: learned.intervals(),
        earliest,
        low: empty(0.10),
        likely: empty(0.50),
        high: empty(0.90),
        safe: back(lasts, jar.safety_days.into(), anchor),
    })
}

impl Knowledge<'_> {
    /// The relative price of the last delivery before `day`.
    fn price_before(&self, history: &JarHistory, day: Day) -> f64 {
        let before = history.delivered.partition_point(|(on, _)| *on < day);
        let last = before.checked_sub(1).and_then(|last| self.relative_prices.get(last));
        last.copied().unwrap_or(1.0)
    }
}

/// What the intervals of a jar have taught; of two levels known of one day the last counts.
fn learned(history: &JarHistory, knowledge: &Knowledge, presence: &Presence) -> Learned {
    let first_seen = history.readings.first().map_or(Day::MAX, |(day, _)| *day);
    let unseen = history.delivered.iter().take_while(|(day, _)| *day < first_seen);
    let used_up = unseen.map(|(day, _)| (*day, Quantity::ZERO));
    let mut learned = Learned::default();
    let mut earlier: Option<(Day, Quantity)> = None;
    for (to, left) in used_up.chain(history.readings.iter().copied()) {
        let Some((from, level)) = earlier.replace((to, left)) else { continue };
        let used = level + history.brought(from, to) - left;
        let days = presence.between(from, to);
        // Nobody there, or more left than there was: such an interval says nothing.
        if used.is_positive() && days >= 0.5 {
            learned.finish(days, size_of(used.as_f64(), knowledge.price_before(history, to)));
        }
    }
    learned
}

#[cfg(test)]
mod tests;
