//! A forecast: when a jar runs out, from what was seen, brought and agreed, and how sure that is.
//!
//! The last day on which the jar was seen or filled is the anchor. From its level the household eats
//! at a rate (`appetite`), on the days on which it is there (`presence`); the day on which the use
//! reaches the level is the empty day. Rates are positive and vary by factors, so their spread is that
//! of their logarithms (a log-normal rate), and a careful day is the empty day at a rate that much
//! higher.
//!
//! [`learning::forecast`] is the forecast that learns: from the jar itself (`learn`), from what the shop
//! knows of jars like it (`prior`, refitted from a `census` of all jars, begun by the `factory`), and
//! from how wrong it was (`quantiles`).

mod appetite;
pub mod census;
pub mod factory;
pub mod learn;
pub mod learning;
mod normal;
mod presence;
pub mod prior;
pub mod quantiles;

use chrono::{Days, Months};

use super::customer::{Away, Household, HouseholdChange};
use super::day::{Day, Span};
use super::jar::{Jar, Strategy};
use super::key::keys;
use super::product::Product;
use super::quantity::Quantity;
use super::shop::ServiceLevel;
use appetite::Appetite;
use presence::Presence;

/// The 90 % quantile of the normal distribution: one day in ten is beyond it on either side.
const ONE_IN_TEN: f64 = 1.2816;
/// A jar that lasts longer than five years is not used.
const HORIZON: Months = Months::new(60);

/// All that is known about one jar. The lists are sorted by day, the oldest first.
#[derive(Clone, Copy, Debug)]
pub struct JarHistory<'a> {
    /// The jar.
    pub jar: &'a Jar,
    /// What is in it.
    pub product: &'a Product,
    /// The people of the first day; later changes are dated.
    pub household: Household,
    /// How the household changed.
    pub changes: &'a [HouseholdChange],
    /// When it, or some of it, was or will be away; in any order.
    pub away: &'a [Away],
    /// What was seen on a day before anything was put in; the last one of a day counts.
    pub readings: &'a [(Day, Quantity)],
    /// What was put in on a day.
    pub delivered: &'a [(Day, Quantity)],
}

/// Where a rate of use comes from.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum RateSource {
    /// Set by hand.
    Pinned,
    /// What they say they use in a month, or no more than the rhythm that was agreed.
    Declared,
    /// How much so many people usually eat.
    People,
    /// What they used between readings, or between deliveries where nothing else is known.
    Learned,
}

keys!(RateSource {
    Pinned = "pinned",
    Declared = "declared",
    People = "people",
    Learned = "learned",
});

/// When a jar runs out, and what that rests on.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Forecast {
    /// The last day on which something was seen or brought.
    pub anchor: Day,
    /// What was in the jar on that day, after what was brought.
    pub level: Quantity,
    /// Whether somebody looked on that day; otherwise the level is an estimate.
    pub seen: bool,
    /// Units a day when everybody is there who belongs to the household at the anchor. 0 only where
    /// nothing but a rhythm ([`Strategy::Every`]) is known.
    pub rate: f64,
    /// Where the rate comes from.
    pub source: RateSource,
    /// From how many intervals it was learned; 0 if it was not.
    pub intervals: u32,
    /// The first day on which the usual quantity fits in; may be later than `safe` in a small jar.
    pub earliest: Day,
    /// The empty day if they use as much as in one case of ten.
    pub low: Day,
    /// The empty day that is as likely too early as too late.
    pub likely: Day,
    /// The empty day if they use as little as in one case of ten.
    pub high: Day,
    /// The last day on which an empty jar is less likely than the shop accepts.
    pub safe: Day,
}

/// Forecasts when a jar runs out, if the shop accepts an empty one with the chance `accepted`.
///
/// `None` if nothing was ever seen or brought, or if nothing tells how much is used. Where a day
/// would be more than five years after the anchor, it is that day.
pub fn forecast(history: &JarHistory, accepted: ServiceLevel) -> Option<Forecast> {
    let (first, anchor) = history.span()?;
    let presence = Presence::of(history, first, anchor);
    let appetite = match (Appetite::of(history, &presence, anchor), history.jar.strategy) {
        (Some(appetite), _) => appetite,
        // A rhythm needs no rate: a gas bottle every two weeks comes whatever is burnt.
        (None, Strategy::Every(_)) => Appetite::new(RateSource::Declared, 0.0, 0.0),
        (None, Strategy::Forecast | Strategy::OnCall) => return None,
    };
    let level = level_at(history, &presence, appetite.rate);
    let window = match history.jar.strategy {
        Strategy::Every(span) => rhythm(history, anchor, span),
        Strategy::Forecast | Strategy::OnCall => {
            run_out(history.jar, history.product, &presence, anchor, level, &appetite, accepted)
        }
    };
    Some(Forecast {
        anchor,
        level,
        seen: history.readings.last().is_some_and(|(day, _)| *day == anchor),
        rate: appetite.rate,
        source: appetite.source,
        intervals: appetite.intervals,
        earliest: window.earliest,
        low: window.low,
        likely: window.likely,
        high: window.high,
        safe: window.safe,
    })
}

/// What a forecast of this history expects to be in the jar at the end of `day`; before the anchor
/// it is the level of the anchor.
pub fn level_on(history: &JarHistory, forecast: &Forecast, day: Day) -> Quantity {
    let presence = Presence::of(history, forecast.anchor, forecast.anchor);
    let days = presence.between(forecast.anchor, day.max(forecast.anchor));
    quantity(forecast.level.as_f64() - forecast.rate * days)
}

impl JarHistory<'_> {
    /// The first and the last day on which something was seen or brought.
    fn span(&self) -> Option<(Day, Day)> {
        let ends = [self.readings.first(), self.readings.last()];
        let ends = ends.into_iter().chain([self.delivered.first(), self.delivered.last()]);
        let mut days = ends.flatten().map(|(day, _)| *day);
        let day = days.next()?;
        Some(days.fold((day, day), |(first, last), day| (first.min(day), last.max(day))))
    }

    /// The household as it is on `day`.
    fn household_on(&self, day: Day) -> Household {
        let begun = self.changes.partition_point(|change| change.from <= day);
        let last = begun.checked_sub(1).and_then(|last| self.changes.get(last));
        last.map_or(self.household, |change| change.household)
    }

    /// What was brought from `from` on, and before `to`.
    fn brought(&self, from: Day, to: Day) -> Quantity {
        let start = self.delivered.partition_point(|(day, _)| *day < from);
        let rest = self.delivered.get(start..).unwrap_or_default();
        rest.iter().take_while(|(day, _)| *day < to).map(|(_, quantity)| *quantity).sum()
    }
}

/// What is in the jar at the anchor: walked from the last reading, or from an empty jar before the
/// first delivery, over what was brought since.
fn level_at(history: &JarHistory, presence: &Presence, rate: f64) -> Quantity {
    let first = history.delivered.first().map(|(day, _)| (*day, Quantity::ZERO));
    let Some((mut day, left)) = history.readings.last().copied().or(first) else {
        return Quantity::ZERO;
    };
    let mut level = left.as_f64();
    let start = history.delivered.partition_point(|(on, _)| *on < day);
    for &(on, brought) in history.delivered.get(start..).unwrap_or_default() {
        level = (level - rate * presence.between(day, on)).max(0.0) + brought.as_f64();
        day = on;
    }
    quantity(level)
}

/// The days of a forecast.
struct Window {
    earliest: Day,
    low: Day,
    likely: Day,
    high: Day,
    safe: Day,
}

/// The days of a jar that is filled before it runs out.
fn run_out(
    jar: &Jar,
    product: &Product,
    presence: &Presence,
    anchor: Day,
    level: Quantity,
    appetite: &Appetite,
    accepted: ServiceLevel,
) -> Window {
    let horizon = anchor.checked_add_months(HORIZON).unwrap_or(Day::MAX);
    // The day on which so much is used up, if they use as much as so many deviations above the median.
    let used_up = |amount: Quantity, deviations: f64| {
        if !amount.is_positive() {
            return Some(anchor);
        }
        let rate = appetite.rate * (deviations * appetite.spread).exp();
        let day = presence.first_day(anchor, amount.as_f64() / rate);
        day.filter(|day| *day <= horizon)
    };
    let empty = |deviations| used_up(level, deviations).unwrap_or(horizon);
    // On the empty day itself the jar is empty, so it lasts until the day before.
    let lasts = used_up(level, normal::quantile_above(accepted.chance()))
        .map_or(horizon, |day| back(day, 1, anchor));
    let earliest = match (jar.capacity, jar.usual.or(product.pack)) {
        (Some(capacity), Some(usual)) => {
            // What must be gone for the usual to fit; all of it where it never fits.
            let room = capacity - usual;
            let gone = if room.is_negative() { level } else { level - room };
            used_up(gone, 0.0).unwrap_or(horizon)
        }
        _ => anchor,
    };
    Window {
        earliest,
        low: empty(ONE_IN_TEN),
        likely: empty(0.0),
        high: empty(-ONE_IN_TEN),
        safe: back(lasts, jar.safety_days.into(), anchor),
    }
}

/// The days of a jar that is filled in a fixed rhythm, whatever is in it.
///
/// The day is agreed, so there is nothing to be unsure of, and it may be long past. It may be slid
/// forward by a seventh of the rhythm (one day a week), as much as nobody minds.
fn rhythm(history: &JarHistory, anchor: Day, span: Span) -> Window {
    let last = history.delivered.last().map_or(anchor, |(day, _)| *day);
    let span = u64::from(span.days());
    let likely = last.checked_add_days(Days::new(span)).unwrap_or(Day::MAX);
    let safe = back(likely, history.jar.safety_days.into(), last);
    let earliest = back(likely, span / 7, last).min(safe);
    Window { earliest, low: likely, likely, high: likely, safe }
}

/// So many days before `day`, but not before `first`.
fn back(day: Day, days: u64, first: Day) -> Day {
    day.checked_sub_days(Days::new(days)).unwrap_or(Day::MIN).max(first)
}

/// An estimated quantity, never less than nothing.
fn quantity(units: f64) -> Quantity {
    Quantity::from_thousandths((units.max(0.0) * 1000.0).round() as i64)
}

#[cfg(test)]
mod tests;
