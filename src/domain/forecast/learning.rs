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
/// The least amount that can be used up, in units: a thousandth.
const LEAST: f64 = 0.001;

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

/// What a jar's history comes to: what the shop keeps of it, to refit its prior from.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Taught {
    /// What its finished intervals have taught.
    pub learned: Learned,
    /// Who eats from it.
    pub people: People,
    /// The last day on which something was seen or brought ...
    pub anchor: Day,
    /// ... and what was in it then.
    pub level: Quantity,
    /// The size of that, from [`size_of`].
    pub size: f64,
}

/// What a jar's history comes to; `None` if nothing was ever seen or brought.
pub fn taught(history: &JarHistory, knowledge: &Knowledge) -> Option<Taught> {
    let (first, anchor) = history.span()?;
    taught_by(history, knowledge, &Presence::of(history, first, anchor), anchor)
}

/// Forecasts when a jar runs out, if the shop accepts an empty one with the chance `accepted`.
///
/// What is pinned or agreed is not learned: for that it is [`super::forecast`].
pub fn forecast(
    history: &JarHistory,
    knowledge: &Knowledge,
    accepted: ServiceLevel,
) -> Option<Forecast> {
    let JarHistory { jar, product, readings, .. } = history;
    if jar.pinned.is_some() || matches!(jar.strategy, Strategy::Every(_)) {
        return super::forecast(history, accepted);
    }
    let (first, anchor) = history.span()?;
    let presence = Presence::of(history, first, anchor);
    let Taught { learned, people, level, size, .. } =
        taught_by(history, knowledge, &presence, anchor)?;
    let amount = level.as_f64().max(LEAST);
    let outlook = learned.outlook(size, people, knowledge.prior, &said(history, anchor, amount));
    let rate = amount / outlook.days(0.5, knowledge.quantiles);

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
            // What must be gone for the usual to fit; all of it where it never fits.
            let room = capacity - usual;
            let gone = if room.is_negative() { level } else { level - room };
            if gone.is_positive() { after(gone.as_f64() / rate) } else { anchor }
        }
        _ => anchor,
    };
    Some(Forecast {
        anchor,
        level,
        seen: readings.last().is_some_and(|(day, _)| *day == anchor),
        rate,
        source: match (learned.intervals(), jar.monthly) {
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

fn taught_by(
    history: &JarHistory,
    knowledge: &Knowledge,
    presence: &Presence,
    anchor: Day,
) -> Option<Taught> {
    let people = People::of(history.household_on(anchor).people());
    let learned = learned(history, knowledge, presence);
    let price = knowledge.price_before(history, Day::MAX);
    let rate = |amount: f64| {
        let said = said(history, anchor, amount);
        let outlook = learned.outlook(size_of(amount, price), people, knowledge.prior, &said);
        amount / outlook.days(0.5, knowledge.quantiles)
    };
    // Where nobody looked, what was brought last is what is in it: an interval is counted likewise.
    let level = match (history.readings.last(), history.delivered.last()) {
        (Some(&(day, left)), _) => {
            let after = anchor.succ_opt().unwrap_or(Day::MAX);
            let all = (left + history.brought(day, after)).as_f64();
            level_at(history, presence, rate(all.max(LEAST)))
        }
        (None, Some(&(_, brought))) => brought,
        (None, None) => return None,
    };
    let size = size_of(level.as_f64(), price);
    Some(Taught { learned, people, anchor, level, size })
}

/// For how long such an amount would last, by what they say and by how many they are.
fn said(history: &JarHistory, anchor: Day, amount: f64) -> Vec<Said> {
    let JarHistory { jar, product, .. } = history;
    let household = history.household_on(anchor);
    let declared = jar.monthly.map(|monthly| Rate::from_monthly(monthly).per_day());
    let counted = product.appetite.map(|each| product.adults_worth(household) * each.per_day());
    let told = [(declared, DECLARED), (counted, COUNTED)].into_iter();
    let told = told.filter_map(|(rate, spread)| Some((rate.filter(|rate| *rate > 0.0)?, spread)));
    told.map(|(rate, spread)| Said { days: amount / rate, spread }).collect()
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
