//! A forecast: when a jar runs out, from what was seen, brought and agreed, and how sure that is.
//!
//! The last day on which the jar was seen or filled is the anchor. From its level the household eats
//! at a `pace`, on the days on which it is there (`presence`); the day on which the use reaches the
//! level is the empty day. The pace is pinned by hand, or learned: from the jar itself (`lessons` are
//! its finished intervals, [`learn`] what they come to), from what the shop knows of jars like it
//! ([`prior`], refitted from a [`pooled_stats`] of all jars, begun by the [`default_prior`]), and from how wrong it
//! was ([`quantiles`]).

pub mod backtest;
mod change;
pub mod default_prior;
mod intervals;
pub mod learn;
mod level;
pub mod look;
mod normal;
mod occupancy;
pub mod pooled_stats;
pub mod prior;
pub mod quantiles;
mod rate;
mod sighting;

use chrono::{Days, Months};

use super::customer::{Away, Household, HouseholdChange};
use super::day::{Day, Period, Span};
use super::jar::{Jar, Strategy};
use super::product::Product;
use super::quantity::Quantity;
use super::shop::ServiceLevel;
use super::stable_name::keys;
use intervals::ObservedLot;
use learn::{Learned, Said};
use occupancy::Presence;
use prior::{HouseholdSize, Observed, Prior};
use quantiles::{Errors, Quantiles};
use rate::Pace;

pub use change::RateChange;
pub use intervals::{Interval, Lessons, OpenInterval};
pub use rate::RatePart;

/// A jar that lasts longer than five years is not used.
const HORIZON: Months = Months::new(60);

/// All that is known about one jar. The lists are sorted by day, the oldest first.
#[derive(Clone, Copy, Debug)]
pub struct JarHistory<'a> {
    /// The jar.
    pub jar: &'a Jar,
    /// The product.
    pub product: &'a Product,
    /// The people of the first day; later changes are dated.
    pub household: Household,
    /// Household changes.
    pub changes: &'a [HouseholdChange],
    /// When it, or some of it, was or will be away; in any order.
    pub away: &'a [Away],
    /// Readings, taken before the deliveries of the day; the last one of a day counts.
    pub readings: &'a [(Day, Quantity)],
    /// The days on which the reading was a rough share.
    pub rough: &'a [Day],
    /// When there was still enough, taken before the deliveries of the day: at least so much.
    pub enough: &'a [(Day, Quantity)],
    /// Deliveries.
    pub delivered: &'a [Lot],
}

/// Delivery into a jar on a day.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Lot {
    /// The day.
    pub on: Day,
    /// Quantity.
    pub quantity: Quantity,
    /// Price paid per unit relative to the usual price; 1 if unknown.
    pub price: f64,
    /// True if it was planned while the jar was safe.
    pub early: bool,
    /// True if less was brought than was planned.
    pub cut_down: bool,
}

/// Where a rate of use comes from.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum RateSource {
    /// Set by hand.
    Pinned,
    /// The monthly use they state, or the agreed delivery interval.
    Declared,
    /// The usual use of a household of this size.
    People,
    /// The use of similar customers.
    Others,
    /// The use between readings, or between deliveries without readings.
    Learned,
}

keys!(RateSource {
    Pinned = "pinned",
    Declared = "declared",
    People = "people",
    Others = "others",
    Learned = "learned",
});

/// When a jar runs out, and what that rests on.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Forecast {
    /// The last day on which something was seen or brought.
    pub anchor: Day,
    /// Level of the jar on that day, after the delivery.
    pub level: Quantity,
    /// True if the level was read on that day; otherwise it is an estimate.
    pub seen: bool,
    /// Standard deviation of the level, in units; 0 if it was weighed or counted on that day.
    pub level_sd: f64,
    /// Units a day when everybody is there who belongs to the household at the anchor.
    pub rate: f64,
    /// Standard deviation of the use of a coming stretch of days, in parts of it.
    pub rate_spread: f64,
    /// Units a day that the intervals come to, where the newest one was held back; see
    /// [`learn::MOST_SHIFT`].
    pub calculated: Option<f64>,
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

/// Inputs from the shop beyond the jar itself.
#[derive(Clone, Copy, Debug)]
pub struct ModelParams<'a> {
    /// Of jars of this kind of product.
    pub prior: &'a Prior,
    /// Of its errors.
    pub quantiles: &'a Quantiles,
}

/// Result of evaluating a jar's history.
#[derive(Clone, PartialEq, Debug)]
pub struct JarForecast {
    /// When it runs out.
    pub forecast: Forecast,
    /// Statistics for fitting the priors of other jars.
    pub taught: Taught,
    /// Its finished intervals, the oldest first.
    pub intervals: Vec<Interval>,
    /// Recent change in the rate of use beyond chance, if any.
    pub change: Option<RateChange>,
    /// The day of its last reading, if nothing was left in it then.
    pub found_empty: Option<Day>,
    /// Parts of the rate; they multiply out to it.
    pub parts: Vec<RatePart>,
    /// From how many jars' intervals the shop knows what others do; below 1 it is what the factory says.
    pub similar: f64,
}

impl JarForecast {
    /// Counts by how much the shop's forecasts of these intervals would have been off, of those that
    /// began so long before `today` that whatever could last has ended.
    pub fn count_errors(&self, knowledge: &ModelParams, today: Day, errors: &mut Errors) {
        let mut learned = Learned::default();
        let prior = &knowledge.prior.of_jar(self.taught.looked);
        for interval in &self.intervals {
            let outlook = learned.outlook(interval.size, self.taught.people, prior, None);
            let days = Days::new(outlook.at_most(knowledge.quantiles) as u64);
            if interval.from.checked_add_days(days).is_some_and(|day| day <= today) {
                errors.count(outlook.lots, outlook.standardised(interval.lasted));
            }
            learned.finish(interval);
        }
    }
}

/// Statistics of a jar and its open interval, stored to refit the priors.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Taught {
    /// Statistics of its finished intervals.
    pub learned: Learned,
    /// Household size.
    pub people: HouseholdSize,
    /// True if its level is ever read.
    pub looked: Observed,
    /// The day on which its running interval began or, if that was topped up, on which something was last seen or
    /// brought ...
    pub since: Day,
    /// ... and the size of the lot that this is about, from [`learn::size_of`].
    pub size: f64,
    /// Stated use.
    pub said: Option<Said>,
}

/// Forecasts when a jar runs out, if the shop accepts an empty one with the chance `accepted`.
///
/// `None` if nothing was ever seen or brought. Where a day would be more than five years after the
/// anchor, it is that day.
pub fn forecast(
    history: &JarHistory,
    knowledge: &ModelParams,
    accepted: ServiceLevel,
) -> Option<JarForecast> {
    let (first, anchor) = history.span()?;
    let JarHistory { jar, product, readings, .. } = history;
    let presence = Presence::of(history, first, anchor);
    let people = HouseholdSize::of(history.household_on(anchor).people());
    let looked = if readings.is_empty() { Observed::Never } else { Observed::AtTheDoor };
    let looked = ModelParams { prior: &knowledge.prior.of_jar(looked), ..*knowledge };
    let told = intervals::of(history, &presence, (anchor, people), &looked)?;
    let ObservedLot { intervals, learned, in_jar } = told;
    // What is known of its levels says how the whole jar is to be taken.
    let knowledge = &ModelParams { prior: &knowledge.prior.of_jar(in_jar.looked), ..*knowledge };
    let pace = Pace::of(history, (anchor, people), (&learned, in_jar), *knowledge);
    let belief = pace.belief(in_jar.quantity);
    let walked = level::at_anchor(history, &presence, (in_jar.since, anchor), belief);
    let pace = pace.taught_by(&walked);
    let (level, rate) = (quantity(walked.level), pace.rate());
    let horizon = anchor.checked_add_months(HORIZON).unwrap_or(Day::MAX);
    let after =
        |days: f64| presence.first_day(anchor, days).map_or(horizon, |day| day.min(horizon));
    let empty = |chance: f64| match level.is_positive() {
        true => after(pace.days(level, chance)),
        false => anchor,
    };
    let window = match jar.strategy {
        Strategy::Every(span) => rhythm(history, anchor, span),
        Strategy::Forecast | Strategy::OnCall => {
            // On the empty day itself the jar is empty, so it lasts until the day before.
            let lasts = back(empty(accepted.chance()), 1, anchor);
            Window {
                earliest: room(jar, product, level).map_or(anchor, |gone| after(gone / rate)),
                low: empty(0.10),
                likely: empty(0.50),
                high: empty(0.90),
                safe: back(lasts, jar.safety_days.into(), anchor),
            }
        }
    };
    let said = rate::said(history, anchor, in_jar.quantity);
    Some(JarForecast {
        forecast: Forecast {
            anchor,
            level,
            seen: readings.last().is_some_and(|(day, _)| *day == anchor)
                && walked.known_on == anchor,
            level_sd: walked.sd,
            rate,
            rate_spread: pace.spread(),
            calculated: pace.calculated(),
            source: pace.source(),
            intervals: learned.intervals(),
            earliest: window.earliest,
            low: window.low,
            likely: window.likely,
            high: window.high,
            safe: window.safe,
        },
        // Of a rate that was agreed on nothing is to be reviewed.
        change: match (jar.pinned, jar.strategy) {
            (None, Strategy::Forecast | Strategy::OnCall) => {
                RateChange::of(&intervals, people, knowledge)
            }
            (Some(_), _) | (None, Strategy::Every(_)) => None,
        },
        found_empty: readings.last().filter(|(_, left)| left.is_zero()).map(|(on, _)| *on),
        parts: pace.parts((&learned, in_jar), people, knowledge.prior, said),
        similar: knowledge.prior.jars,
        taught: Taught {
            learned,
            people,
            looked: in_jar.looked,
            since: if in_jar.topped_up { anchor } else { in_jar.since },
            size: in_jar.size,
            said,
        },
        intervals,
    })
}

/// Returns the level that a forecast of this history expects at the end of `day`; before the anchor
/// it is the level of the anchor.
pub fn level_on(history: &JarHistory, forecast: &Forecast, day: Day) -> Quantity {
    if day <= forecast.anchor {
        return forecast.level;
    }
    let presence = Presence::of(history, forecast.anchor, forecast.anchor);
    let days = presence.between(forecast.anchor, day);
    quantity(forecast.level.as_f64() - forecast.rate * days)
}

impl JarHistory<'_> {
    /// The first and the last day on which something was seen or brought.
    fn span(&self) -> Option<(Day, Day)> {
        let ends = [self.readings.first(), self.readings.last()];
        let ends = ends.into_iter().flatten().map(|(day, _)| *day);
        let enough = [self.enough.first(), self.enough.last()].into_iter().flatten();
        let lots = [self.delivered.first(), self.delivered.last()].into_iter().flatten();
        let mut days = ends.chain(enough.map(|(day, _)| *day)).chain(lots.map(|lot| lot.on));
        let day = days.next()?;
        Some(days.fold((day, day), |(first, last), day| (first.min(day), last.max(day))))
    }

    /// The household as it is on `day`.
    fn household_on(&self, day: Day) -> Household {
        let begun = self.changes.partition_point(|change| change.from <= day);
        let last = begun.checked_sub(1).and_then(|last| self.changes.get(last));
        last.map_or(self.household, |change| change.household)
    }
}

/// The days of a forecast.
struct Window {
    earliest: Day,
    low: Day,
    likely: Day,
    high: Day,
    safe: Day,
}

/// Returns the quantity to be used up before the usual quantity fits; all of it where it never fits, and `None`
/// where there is room already.
fn room(jar: &Jar, product: &Product, level: Quantity) -> Option<f64> {
    let room = jar.capacity? - jar.usual.or(product.pack)?;
    let gone = if room.is_negative() { level } else { level - room };
    gone.is_positive().then(|| gone.as_f64())
}

/// The days of a jar that is filled in a fixed rhythm, whatever is in it.
///
/// The day is agreed, so there is nothing to be unsure of, and it may be long past. It may be slid
/// forward by a seventh of the rhythm (one day a week), as much as nobody minds. An agreed day on which
/// everybody is away is the day of their return, or the day before they go where what is left would
/// not last for a day after it.
fn rhythm(history: &JarHistory, anchor: Day, span: Span) -> Window {
    let last = history.delivered.last().map_or(anchor, |lot| lot.on);
    let span = u64::from(span.days());
    let agreed = last.checked_add_days(Days::new(span)).unwrap_or(Day::MAX);
    let (likely, slack) = match absence(history, agreed) {
        None => (agreed, span / 7),
        Some(away) if agreed <= away.from + Days::new(1) && away.from > last + Days::new(1) => {
            (back(away.from, 1, last), span / 7)
        }
        Some(away) => (returned(history, away.to), 0),
    };
    let safe = back(likely, history.jar.safety_days.into(), last);
    let safe = if absence(history, safe).is_some() { likely } else { safe };
    let earliest = back(likely, slack, last).min(safe);
    Window { earliest, low: likely, likely, high: likely, safe }
}

/// Returns the period around a day in which everybody is away.
fn absence(history: &JarHistory, day: Day) -> Option<Period> {
    let everybody = history.away.iter().filter(|away| away.people.is_none());
    everybody.map(|away| away.period).find(|period| period.contains(day))
}

/// Returns the first day after `last` on which somebody is there.
fn returned(history: &JarHistory, last: Day) -> Day {
    let after = last.iter_days().skip(1).take(366);
    after.into_iter().find(|day| absence(history, *day).is_none()).unwrap_or(last)
}

/// Returns the day a number of days before `day`, but not before `first`.
fn back(day: Day, days: u64, first: Day) -> Day {
    day.checked_sub_days(Days::new(days)).unwrap_or(Day::MIN).max(first)
}

/// An estimated quantity, never less than nothing.
fn quantity(units: f64) -> Quantity {
    Quantity::from_thousandths((units.max(0.0) * 1000.0).round() as i64)
}

#[cfg(test)]
mod tests;
