//! Lessons: how long what was in a jar lasted, told as the days go by.
//!
//! An interval lies between two days on which the level is known: two readings or, before anybody ever
//! looked, two deliveries, the first of which is taken to be used up at the second. Its days are those
//! of presence, so that it tells the same whoever was away.
//!
//! Where nobody looks and the goods come before they are needed, each lot would seem to last no longer
//! than that, and the next would come earlier still. So one that is followed by another by a plan, while
//! it was safe, ends nothing: the interval runs on over all that is brought, until the jar was empty, somebody
//! looked, or so much was used up that it matters little how much was left at its end. What was used up is then
//! what was brought, less the change of the level, which lies between nothing and the capacity. Of a jar without a
//! capacity nobody knows that: there, such a lot teaches nothing, and what should be left lies on top of the next.
//!
//! Where nobody read the level, an interval measures a delivered lot: a small one lasts longer than
//! its size suggests, since something was left before it came. Where the level was read, the amount
//! used is known, and a jar lasts as long as there is something in it: such an interval measures
//! how long a lot of the jar's usual size would have lasted.

use super::learn::{Learned, size_of};
use super::occupancy::Presence;
use super::prior::{HouseholdSize, Observed};
use super::rate::Pace;
use super::sighting::{Sighting, Visit, visits};
use super::{JarHistory, Lot, ModelParams, quantity};
use crate::domain::day::Day;
use crate::domain::jar::Jar;
use crate::domain::product::Product;
use crate::domain::quantity::Quantity;

/// An interval of less than half a day of presence says nothing.
const LEAST_DAYS: f64 = 0.5;
/// Relative variance of what was used up, from which on an interval between levels that were stated is told: it is
/// then known better than the use varies from lot to lot ...
const SURE_ENOUGH: f64 = 0.02;
/// ... from which on one is told that ends with no more than goods that fitted: about two jars were used up since
/// the level was weighed, and half a jar more where it was not even then ...
const TWO_JARS: f64 = 0.006;
/// ... and beyond which it is never told.
const MOST_UNSURE: f64 = 0.1;

/// A finished interval of a jar.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Interval {
    /// The first day: what was in the jar was known on its evening.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// Units that were used up.
    pub used: f64,
    /// The days of presence in which they were.
    pub days: f64,
    /// For how many days a lot of `size` would have lasted so, or did.
    pub lasted: f64,
    /// The size of a lot, from [`size_of`].
    pub size: f64,
    /// The size of what was used up, from [`size_of`].
    pub used_size: f64,
    /// Relative variance of what was used up; 0 if both levels were weighed.
    pub unsure: f64,
    /// True if goods were brought between its days.
    pub topped_up: bool,
}

impl Interval {
    /// Returns the undated interval of a lot of `size` (a logarithm) that lasted `lasted` days.
    pub fn of(lasted: f64, size: f64) -> Self {
        let (from, to) = (Day::MIN, Day::MIN);
        Self {
            from,
            to,
            used: size.exp(),
            days: lasted,
            lasted,
            size,
            used_size: size,
            unsure: 0.0,
            topped_up: false,
        }
    }
}

/// Level of a jar as recorded.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct OpenInterval {
    /// The day on which the running interval began.
    pub since: Day,
    /// True if goods were brought later than on that day.
    pub topped_up: bool,
    /// Level at the end of that day.
    pub amount: Quantity,
    /// The quantity of which the outlook speaks: that of the lot or, where somebody looked, the usual.
    pub quantity: f64,
    /// The size of that, from [`size_of`].
    pub size: f64,
    /// Price per unit of the last delivery, relative to the usual price.
    pub price: f64,
    /// True if its level was ever read.
    pub looked: Observed,
}

/// A jar that takes in its events in order of days, the readings of a day before its deliveries.
#[derive(Clone, Copy, Debug)]
pub struct Lessons {
    /// Usual quantity in units: as agreed, else the first delivery.
    usual: Option<f64>,
    capacity: Option<Quantity>,
    running: Option<IntervalTracker>,
    /// True if a level was ever read.
    read: Observed,
    /// True once goods came before they were needed.
    by_plan: bool,
    /// True if what was used up is told by levels and by all that was brought, not by single lots.
    looked: Observed,
}

/// The interval that is not finished.
#[derive(Clone, Copy, Debug)]
struct IntervalTracker {
    since: Day,
    /// Level at the beginning ...
    level: Quantity,
    /// ... and its standard deviation.
    sd: f64,
    /// Quantity delivered on the first day.
    first: Quantity,
    /// Quantity delivered later.
    later: Quantity,
    price: f64,
}

impl IntervalTracker {
    /// The interval that begins with this level.
    fn begin(since: Day, Sighting { level, sd }: Sighting, price: f64) -> Self {
        let (first, later) = (Quantity::ZERO, Quantity::ZERO);
        Self { since, level: quantity(level), sd, first, later, price }
    }
}

impl Lessons {
    /// Returns a jar without events.
    pub fn new(jar: &Jar, product: &Product) -> Self {
        let usual = jar.usual.or(product.pack).or(jar.capacity);
        let usual = usual.filter(|usual| usual.is_positive()).map(Quantity::as_f64);
        let (read, looked) = (Observed::Never, Observed::Never);
        Self { usual, capacity: jar.capacity, running: None, read, by_plan: false, looked }
    }

    /// The usual quantity; it is this one if none was known before.
    fn usual(&mut self, quantity: f64) -> f64 {
        *self.usual.get_or_insert(quantity.max(0.001))
    }

    /// So much was seen in it on a day; tells what that finishes. `present` gives the days of presence
    /// from the evening of one day to that of another.
    pub fn see(
        &mut self,
        on: Day,
        level: Quantity,
        present: impl FnOnce(Day, Day) -> f64,
    ) -> Option<Interval> {
        (self.read, self.looked) = (Observed::AtTheDoor, Observed::AtTheDoor);
        let mut interval = self.begin_anew(on, (level, 0.0), present)?;
        if !self.by_plan {
            interval.unsure = 0.0;
        }
        Some(interval).filter(|interval| interval.unsure <= MOST_UNSURE)
    }

    /// The level is known on a day; tells what that finishes.
    fn begin_anew(
        &mut self,
        on: Day,
        (level, sd): (Quantity, f64),
        present: impl FnOnce(Day, Day) -> f64,
    ) -> Option<Interval> {
        self.looked = Observed::AtTheDoor;
        let interval = self.ended(on, (level, sd), present);
        let price = self.running.map_or(1.0, |running| running.price);
        let begun = IntervalTracker::begin(on, Sighting { level: 0.0, sd }, price);
        self.running = Some(IntervalTracker { level, ..begun });
        interval
    }

    /// So much was stated, about; tells what that finishes. Where no goods ever came by a plan, it is taken at its word.
    pub(super) fn state(
        &mut self,
        on: Day,
        stated: Sighting,
        present: impl FnOnce(Day, Day) -> f64,
    ) -> Option<Interval> {
        self.read = Observed::AtTheDoor;
        if self.by_plan {
            return self.glimpse(on, stated, SURE_ENOUGH, present);
        }
        let interval = self.begin_anew(on, (quantity(stated.level), stated.sd), present);
        interval.map(|interval| Interval { unsure: 0.0, ..interval })
    }

    /// The level is known on a day, though nobody weighed it. What was used up since the beginning is told as soon
    /// as its relative variance is at most `limit`; until then the interval runs on.
    pub(super) fn glimpse(
        &mut self,
        on: Day,
        seen: Sighting,
        limit: f64,
        present: impl FnOnce(Day, Day) -> f64,
    ) -> Option<Interval> {
        self.looked = Observed::AtTheDoor;
        let Some(running) = self.running else {
            self.running = Some(IntervalTracker::begin(on, seen, 1.0));
            return None;
        };
        let interval = self.ended(on, (quantity(seen.level), seen.sd), present)?;
        if interval.unsure > limit {
            return None;
        }
        self.running = Some(IntervalTracker::begin(on, seen, running.price));
        Some(interval)
    }

    /// The running interval if it ended with such a level, give or take `sd`, in lots of the usual size.
    fn ended(
        &mut self,
        on: Day,
        (level, sd): (Quantity, f64),
        present: impl FnOnce(Day, Day) -> f64,
    ) -> Option<Interval> {
        let before = self.running?;
        let used = before.level + before.first + before.later - level;
        let mut interval = before.finish(on, used, present)?;
        // The same use of a lot of the usual size.
        let usual = self.usual(interval.used);
        interval.lasted = interval.days * usual / interval.used;
        interval.size = size_of(usual, 1.0);
        interval.unsure = (before.sd.powi(2) + sd.powi(2)) / interval.used.powi(2);
        Some(interval)
    }

    /// A lot was brought; tells what that finishes.
    pub fn bring(&mut self, lot: Lot, present: impl FnOnce(Day, Day) -> f64) -> Option<Interval> {
        let Lot { on, quantity, price, early, cut_down: _ } = lot;
        let usual = self.usual(quantity.as_f64());
        self.by_plan |= early && self.capacity.is_some();
        let same_day = self.running.is_some_and(|running| running.since == on);
        let nothing = IntervalTracker::begin(on, Sighting::EMPTY, price);
        let interval = match self.running {
            Some(_) if same_day => None,
            _ if early && self.capacity.is_some() => {
                let size = Sighting::size_of_jar(self.capacity, usual);
                let left = Sighting::below(size - quantity.as_f64(), size);
                self.glimpse(on, left, TWO_JARS, present)
            }
            Some(_) if self.read == Observed::AtTheDoor => None,
            Some(_) if self.looked == Observed::AtTheDoor => {
                let interval = self.ended(on, (Quantity::ZERO, 0.0), present);
                self.running = Some(nothing);
                interval.filter(|interval| interval.unsure <= MOST_UNSURE)
            }
            Some(_) | None => {
                let before = self.running.replace(nothing);
                before.and_then(|before| before.finish(on, before.level + before.first, present))
            }
        };
        if let Some(running) = &mut self.running {
            let brought = match running.since == on {
                true => &mut running.first,
                false => &mut running.later,
            };
            *brought += quantity;
            running.price = price;
        }
        interval
    }

    /// So much was left when the last lot came, as far as anybody can tell.
    pub(super) fn carry(&mut self, left: Quantity) {
        if let Some(running) = &mut self.running {
            running.level = left;
        }
    }

    /// Current level.
    pub fn in_jar(&self) -> Option<OpenInterval> {
        let IntervalTracker { since, level, first, later, price, .. } = self.running?;
        let topped_up = later.is_positive();
        let amount = level + first;
        let (quantity, size) = match (self.looked, self.usual) {
            (Observed::AtTheDoor, Some(usual)) => (usual, size_of(usual, 1.0)),
            (Observed::Never, _) | (_, None) => {
                (amount.as_f64().max(0.001), size_of(amount.as_f64(), price))
            }
        };
        Some(OpenInterval { since, topped_up, amount, quantity, size, price, looked: self.looked })
    }
}

impl IntervalTracker {
    /// Nobody there, or more left than there was: such an interval says nothing.
    fn finish(
        &self,
        to: Day,
        used: Quantity,
        present: impl FnOnce(Day, Day) -> f64,
    ) -> Option<Interval> {
        let days = if used.is_positive() { present(self.since, to) } else { 0.0 };
        let size = size_of(used.as_f64(), self.price);
        let used = used.as_f64();
        let topped_up = self.later.is_positive();
        let interval =
            Interval { from: self.since, to, used, days, topped_up, ..Interval::of(days, size) };
        (days >= LEAST_DAYS).then_some(interval)
    }
}

/// Result of walking the history of a jar.
pub(super) struct ObservedLot {
    /// Its finished intervals.
    pub(super) intervals: Vec<Interval>,
    /// The statistics.
    pub(super) learned: Learned,
    /// Current level.
    pub(super) in_jar: OpenInterval,
}

/// Returns the lessons of a jar's history; `None` if nothing was ever read in it or delivered to
/// it.
pub(super) fn of(
    history: &JarHistory,
    presence: &Presence,
    (anchor, people): (Day, HouseholdSize),
    knowledge: &ModelParams,
) -> Option<ObservedLot> {
    let mut lessons = Lessons::new(history.jar, history.product);
    let (mut intervals, mut learned) = (Vec::new(), Learned::default());
    let present = |from, to| presence.between(from, to);
    for visit in visits(history) {
        let before = lessons.in_jar();
        let size = Sighting::size_of_jar(history.jar.capacity, lessons.usual.unwrap_or(0.0));
        let interval = match visit {
            Visit::Read(on, level) => lessons.see(on, level, present),
            Visit::Stated(on, level) => {
                lessons.state(on, Sighting::rough(level.as_f64(), size), present)
            }
            Visit::CutDown(on, full) => lessons.glimpse(on, full, SURE_ENOUGH, present),
            Visit::Enough(on, least) => {
                let seen = Sighting::above(least.as_f64(), size);
                lessons.glimpse(on, seen, SURE_ENOUGH, present)
            }
            Visit::Lot(lot) => lessons.bring(lot, present),
        };
        let Some(interval) = interval else { continue };
        // Nobody knows how much such a jar can hold: what should be left lies on top.
        let carried =
            matches!(visit, Visit::Lot(lot) if lot.early && history.jar.capacity.is_none());
        if let Some(before) = before.filter(|_| carried) {
            let pace = Pace::of(history, (anchor, people), (&learned, before), *knowledge);
            lessons.carry(pace.left(before, &interval));
        } else {
            learned.finish(&interval);
            intervals.push(interval);
        }
    }
    Some(ObservedLot { intervals, learned, in_jar: lessons.in_jar()? })
}

#[cfg(test)]
mod tests;
