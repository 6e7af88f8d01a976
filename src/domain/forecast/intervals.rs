//! Lessons: how long what was in a jar lasted, told as the days go by.
//!
//! An interval lies between two days on which the level is known: two readings or, before anybody ever
//! looked, two deliveries, the first of which is taken to be used up at the second. Its days are those
//! of presence, so that it tells the same whoever was away.
//!
//! Where nobody looks and the goods come before they are needed, each lot would seem to last no longer
//! than that, and the next would come earlier still. So one that is followed by another by a plan, while
//! it was safe, teaches nothing; what should be left of it lies on top of the next one.
//!
//! Where nobody read the level, an interval measures a delivered lot: a small one lasts longer than
//! its size suggests, since something was left before it came. Where the level was read, the amount
//! used is known, and a jar lasts as long as there is something in it: such an interval measures
//! how long a lot of the jar's usual size would have lasted.

use super::learn::{Learned, size_of};
use super::occupancy::Presence;
use super::prior::{HouseholdSize, Observed};
use super::rate::Pace;
use super::{JarHistory, Lot, ModelParams};
use crate::domain::day::Day;
use crate::domain::jar::Jar;
use crate::domain::product::Product;
use crate::domain::quantity::Quantity;

/// An interval of less than half a day of presence says nothing.
const LEAST_DAYS: f64 = 0.5;

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
}

impl Interval {
    /// Returns the undated interval of a lot of `size` (a logarithm) that lasted `lasted` days.
    pub fn of(lasted: f64, size: f64) -> Self {
        let (from, to) = (Day::MIN, Day::MIN);
        Self { from, to, used: size.exp(), days: lasted, lasted, size, used_size: size }
    }
}

/// Level of a jar as recorded.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct OpenInterval {
    /// The day on which the running interval began.
    pub since: Day,
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
    running: Option<IntervalTracker>,
    looked: Observed,
}

/// The interval that is not finished.
#[derive(Clone, Copy, Debug)]
struct IntervalTracker {
    since: Day,
    /// Level at the beginning.
    level: Quantity,
    /// Quantity delivered on the first day.
    first: Quantity,
    /// Quantity delivered later.
    later: Quantity,
    price: f64,
}

impl Lessons {
    /// Returns a jar without events.
    pub fn new(jar: &Jar, product: &Product) -> Self {
        let usual = jar.usual.or(product.pack).or(jar.capacity);
        let usual = usual.filter(|usual| usual.is_positive()).map(Quantity::as_f64);
        Self { usual, running: None, looked: Observed::Never }
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
        self.looked = Observed::AtTheDoor;
        let price = self.running.map_or(1.0, |running| running.price);
        let next = IntervalTracker {
            since: on,
            level,
            first: Quantity::ZERO,
            later: Quantity::ZERO,
            price,
        };
        let before = self.running.replace(next)?;
        let used = before.level + before.first + before.later - level;
        let mut interval = before.finish(on, used, present)?;
        // The same use of a lot of the usual size.
        let usual = self.usual(interval.used);
        interval.lasted = interval.days * usual / interval.used;
        interval.size = size_of(usual, 1.0);
        Some(interval)
    }

    /// A lot was brought; tells what that finishes.
    pub fn bring(&mut self, lot: Lot, present: impl FnOnce(Day, Day) -> f64) -> Option<Interval> {
        let Lot { on, quantity, price, early: _ } = lot;
        self.usual(quantity.as_f64());
        let same_day = self.running.is_some_and(|running| running.since == on);
        match &mut self.running {
            Some(running) if same_day => {
                running.first += quantity;
                running.price = price;
                None
            }
            Some(running) if self.looked == Observed::AtTheDoor => {
                running.later += quantity;
                running.price = price;
                None
            }
            Some(_) | None => {
                let later = Quantity::ZERO;
                let next = IntervalTracker {
                    since: on,
                    level: Quantity::ZERO,
                    first: quantity,
                    later,
                    price,
                };
                let before = self.running.replace(next)?;
                before.finish(on, before.level + before.first, present)
            }
        }
    }

    /// So much was left when the last lot came, as far as anybody can tell.
    pub(super) fn carry(&mut self, left: Quantity) {
        if let Some(running) = &mut self.running {
            running.level = left;
        }
    }

    /// Current level.
    pub fn in_jar(&self) -> Option<OpenInterval> {
        let IntervalTracker { since, level, first, price, .. } = self.running?;
        let amount = level + first;
        let (quantity, size) = match (self.looked, self.usual) {
            (Observed::AtTheDoor, Some(usual)) => (usual, size_of(usual, 1.0)),
            (Observed::Never, _) | (_, None) => {
                (amount.as_f64().max(0.001), size_of(amount.as_f64(), price))
            }
        };
        Some(OpenInterval { since, amount, quantity, size, price, looked: self.looked })
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
        let interval =
            Interval { from: self.since, to, used, days, lasted: days, size, used_size: size };
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
    let mut lots = history.delivered.iter().peekable();
    let readings = history.readings.iter().map(Some).chain([None]);
    for reading in readings {
        let until = reading.map_or(Day::MAX, |(on, _)| *on);
        while let Some(lot) = lots.next_if(|lot| lot.on < until || reading.is_none()) {
            let before = lessons.in_jar();
            let Some((interval, before)) = lessons.bring(*lot, present).zip(before) else {
                continue;
            };
            if lot.early {
                let pace = Pace::of(history, (anchor, people), (&learned, before), *knowledge);
                lessons.carry(pace.left(before, &interval));
            } else {
                learned.finish(&interval);
                intervals.push(interval);
            }
        }
        if let Some(interval) = reading.and_then(|(on, level)| lessons.see(*on, *level, present)) {
            learned.finish(&interval);
            intervals.push(interval);
        }
    }
    Some(ObservedLot { intervals, learned, in_jar: lessons.in_jar()? })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::domain::forecast::tests::{Known, kg, nth, prior};

    fn told(
        readings: &[(i32, f64)],
        delivered: &[(i32, f64)],
    ) -> (Vec<(i64, f64, f64)>, OpenInterval) {
        let mut known = Known::of(readings, delivered);
        known.jar.usual = Some(kg(10.0));
        told_of(known)
    }

    fn told_of(known: Known) -> (Vec<(i64, f64, f64)>, OpenInterval) {
        let presence = Presence::of(&known.history(), nth(1), nth(1));
        let knowledge = ModelParams { prior: &prior(), quantiles: &Default::default() };
        let whose = (nth(1), HouseholdSize::Unknown);
        let ObservedLot { intervals, in_jar, .. } =
            of(&known.history(), &presence, whose, &knowledge).unwrap();
        let days = |interval: &Interval| {
            ((interval.to - interval.from).num_days(), interval.used, interval.lasted)
        };
        (intervals.iter().map(days).collect(), in_jar)
    }

    #[test]
    fn before_anybody_looked_each_delivery_is_used_up_at_the_next() {
        let (intervals, in_jar) = told(&[], &[(1, 10.0), (21, 4.0), (21, 1.0), (31, 6.0)]);
        assert_eq!(intervals, [(20, 10.0, 20.0), (10, 5.0, 10.0)]);
        assert_eq!(
            (in_jar.amount, in_jar.quantity, in_jar.looked),
            (kg(6.0), 6.0, Observed::Never)
        );
    }

    #[test]
    fn goods_that_came_early_by_a_plan_teach_nothing_and_lie_on_top_of_what_is_left() {
        let mut known = Known::of(&[], &[(1, 10.0), (16, 10.0), (46, 10.0)]);
        known.delivered[1].early = true;
        let (intervals, in_jar) = told_of(known);
        // A first lot of 10 kg is thought to last 32.8 days here (see the tests of forecasts), of which 15
        // are gone: 5.43 kg are left, and 15.43 were used up in the thirty days after.
        assert_eq!(intervals.len(), 1);
        let (days, used, lasted) = intervals[0];
        assert!((used - 15.43).abs() < 0.01, "{used}");
        assert_eq!((days, lasted, in_jar.amount), (30, 30.0, kg(10.0)));
    }

    #[test]
    fn what_was_seen_counts_from_the_first_look_on() {
        let seen = [(21, 2.0), (41, 4.0)];
        let (intervals, in_jar) = told(&seen, &[(1, 10.0), (21, 8.0), (31, 4.0), (41, 9.0)]);
        // 8 in 20 days are 10 in 25; 2 + 8 + 4 - 4 = 10 in 20 days.
        assert_eq!(intervals, [(20, 8.0, 25.0), (20, 10.0, 20.0)]);
        assert_eq!(
            (in_jar.amount, in_jar.quantity, in_jar.looked),
            (kg(13.0), 10.0, Observed::AtTheDoor)
        );
    }

    #[test]
    fn more_left_than_there_was_teaches_nothing() {
        let (intervals, in_jar) = told(&[(1, 5.0), (11, 6.0), (21, 1.0)], &[]);
        assert_eq!(intervals, [(10, 5.0, 20.0)]);
        assert_eq!(in_jar.since, nth(21));
    }

    #[test]
    fn the_last_look_of_a_day_counts() {
        let (intervals, in_jar) = told(&[(1, 5.0), (1, 4.0), (11, 2.0)], &[]);
        assert_eq!(intervals, [(10, 2.0, 50.0)]);
        assert_eq!(in_jar.amount, kg(2.0));
    }
}
