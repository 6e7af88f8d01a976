//! The state of a jar from which a visit follows: its level, how surely that is known, and its days.

use super::Strategy;
use crate::domain::day::{Day, Period};
use crate::domain::forecast::look::{LevelEstimate, LookCosts, look_value};
use crate::domain::quantity::Quantity;
use crate::domain::shop::ServiceLevel;
use crate::domain::urgency::{Errand, JarDays, JarRoom, Urgency};

/// The state of a jar by its forecast.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct JarState {
    /// The day on which its level was known or estimated last.
    pub anchor: Day,
    /// The level then.
    pub level: Quantity,
    /// Standard deviation of the level then, in units.
    pub level_sd: f64,
    /// Use in a day, in units.
    pub rate: f64,
    /// Standard deviation of the coming use, in parts of it.
    pub rate_spread: f64,
    /// Strategy of the next delivery.
    pub strategy: Strategy,
    /// Usual quantity of a delivery.
    pub usual: Quantity,
    /// Capacity; `None` if not known.
    pub capacity: Option<Quantity>,
    /// The smallest quantity in which the product is sold; `None` for loose goods.
    pub pack: Option<Quantity>,
    /// The first day on which the usual quantity fits in.
    pub earliest: Day,
    /// The likely empty day.
    pub likely: Day,
    /// The window's end; `None` for a jar that is filled on call.
    pub latest: Option<Day>,
}

/// A visit to a household, for which its jars are judged.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct JarVisit<'a> {
    /// The day.
    pub on: Day,
    /// The periods in which nobody of the household is there.
    pub away: &'a [Period],
    /// The chance of an empty jar that the shop accepts.
    pub accepted: ServiceLevel,
}

impl JarState {
    /// The days from which the urgency of a stop follows.
    pub const fn days(&self) -> JarDays {
        JarDays { latest: self.latest, likely: self.likely }
    }

    /// Returns what a visit does about the jar, for a household that is not there in some periods: a jar
    /// that is not eaten from has less room.
    pub fn errand_on(&self, day: Day, away: &[Period]) -> Errand {
        let forecast = !matches!(self.strategy, Strategy::Every(_));
        let level = match self.capacity {
            // The forecast knows on which day all of it fits, households that change included.
            Some(capacity) if forecast && self.earliest <= day => {
                (capacity - self.usual).max(Quantity::ZERO)
            }
            Some(_) | None => self.level_after(day, away),
        };
        let Self { usual, pack, capacity, .. } = *self;
        JarRoom { usual, pack, capacity, level }.errand()
    }

    /// About how much is left on `day`, if nothing was used on so many days before it.
    pub fn level_without(&self, day: Day, absent: f64) -> Quantity {
        let days = ((day - self.anchor).num_days() as f64 - absent).max(0.0);
        let used = (self.rate * days * 1000.0).round();
        // A float beyond the range of an integer becomes the nearest integer, which empties the jar.
        (self.level - Quantity::from_thousandths(used as i64)).max(Quantity::ZERO)
    }

    /// About how much is left on `day`, if nothing is used in some periods.
    pub fn level_after(&self, day: Day, away: &[Period]) -> Quantity {
        self.level_without(day, self.absent_until(day, away) as f64)
    }

    fn absent_until(&self, day: Day, away: &[Period]) -> i64 {
        let since = Period { from: self.anchor.succ_opt().unwrap_or(self.anchor), to: day };
        away.iter().map(|away| away.overlap(since)).sum()
    }

    /// Returns the expected level at a visit, and how surely it is known.
    pub fn estimate(&self, visit: &JarVisit) -> LevelEstimate {
        let Self { level_sd: sd, rate, rate_spread, .. } = *self;
        let known = LevelEstimate { level: self.level.as_f64(), sd, rate, rate_spread };
        let absent = self.absent_until(visit.on, visit.away);
        known.after(((visit.on - self.anchor).num_days() - absent) as f64)
    }

    /// Returns the value of a look into the jar before a visit, in visits. A jar that is filled in a fixed
    /// rhythm, or on call, is filled whatever is in it, so a look into it is worth nothing.
    pub fn look_value(&self, visit: &JarVisit) -> f64 {
        if self.strategy != Strategy::Forecast {
            return 0.0;
        }
        let amounts = (self.usual.as_f64(), self.capacity.map(Quantity::as_f64));
        look_value(self.estimate(visit), amounts, visit.accepted, &LookCosts::DEFAULT)
    }

    /// Returns whether the jar is to be looked into before a visit brings anything: nothing useful fits, or
    /// knowing the level is worth more than a look costs.
    pub fn asks_for_look(&self, visit: &JarVisit) -> bool {
        self.errand_on(visit.on, visit.away) == Errand::Look
            || self.look_value(visit) > LookCosts::DEFAULT.look
    }

    /// Returns the urgency of a visit that nobody has planned, on a day.
    pub fn unplanned(&self, visit: &JarVisit, today: Day) -> Urgency {
        self.or_look_first(self.days().unplanned(today), visit)
    }

    /// Returns the urgency of a visit that is planned for `on`, on a day; what should have come before
    /// today can come today.
    pub fn planned(&self, on: Day, visit: &JarVisit, today: Day) -> Urgency {
        self.or_look_first(self.days().planned(on, today), visit)
    }

    fn or_look_first(&self, urgency: Urgency, visit: &JarVisit) -> Urgency {
        match urgency {
            Urgency::WindowOpen if self.asks_for_look(visit) => Urgency::LookFirst,
            urgency => urgency,
        }
    }
}
