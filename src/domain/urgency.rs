//! Urgency of a stop: one state with one meaning on every screen, list and export.

use super::day::Day;
use super::quantity::Quantity;
use super::stable_name::keys;

/// State of a stop on a day, the least urgent first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Urgency {
    /// Its window is open: the jar is safe until the next day on which it can be filled.
    WindowOpen,
    /// Look or call before anything is brought: nothing useful fits in, or the level is too uncertain.
    LookFirst,
    /// It is planned for a day after the likely empty day.
    PlannedTooLate,
    /// The latest day has passed: the chance of an empty jar is greater than the shop accepts.
    AtRisk,
    /// The likely empty day, or the day for which it was planned, has passed.
    Late,
}

keys!(Urgency {
    WindowOpen = "window-open",
    LookFirst = "look-first",
    PlannedTooLate = "planned-too-late",
    AtRisk = "at-risk",
    Late = "late",
});

/// The days of the jar that a stop is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct JarDays {
    /// The last day on which it should be filled; `None` for a jar that is filled on call.
    pub latest: Option<Day>,
    /// The likely empty day.
    pub likely: Day,
}

impl JarDays {
    /// The days of goods without a jar: only the day for which they are planned can pass.
    pub const UNKNOWN: Self = Self { latest: None, likely: Day::MAX };

    /// Returns the state of a stop that nobody has planned.
    pub fn unplanned(self, today: Day) -> Urgency {
        match self.latest {
            _ if self.likely < today => Urgency::Late,
            Some(latest) if latest < today => Urgency::AtRisk,
            Some(_) | None => Urgency::WindowOpen,
        }
    }

    /// Returns the state of a stop that is planned for a day.
    pub fn planned(self, on: Day, today: Day) -> Urgency {
        match self.latest {
            _ if on < today || self.likely < today => Urgency::Late,
            _ if self.likely < on => Urgency::PlannedTooLate,
            Some(latest) if latest < on => Urgency::AtRisk,
            Some(_) | None => Urgency::WindowOpen,
        }
    }

    /// Returns the day since which a stop is late: the day for which it was planned, or the likely
    /// empty day, whichever has passed first.
    pub fn late_since(self, planned_for: Option<Day>, today: Day) -> Option<Day> {
        [planned_for, Some(self.likely)].into_iter().flatten().filter(|day| *day < today).min()
    }
}

/// Errand of a visit at one jar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Errand {
    /// Brings the usual quantity.
    Usual(Quantity),
    /// Brings less than usual, because no more fits in.
    Smaller(Quantity),
    /// Looks into the jar: it should be filled, and nothing useful fits in.
    Look,
}

impl Errand {
    /// The stable name for files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Usual(_) => "usual",
            Self::Smaller(_) => "smaller",
            Self::Look => "look",
        }
    }
}

/// The quantities from which an [`Errand`] follows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct JarRoom {
    /// The usual quantity of a delivery.
    pub usual: Quantity,
    /// The smallest quantity in which the product is sold; `None` for loose goods.
    pub pack: Option<Quantity>,
    /// Capacity of the jar; `None` if not known.
    pub capacity: Option<Quantity>,
    /// Level of the jar on the day of the visit.
    pub level: Quantity,
}

impl JarRoom {
    /// Returns what a visit does about the jar. A smaller quantity is whole packs, or whole units of
    /// loose goods, and at least half of the usual one. Where one pack is all that the jar holds (a
    /// cylinder, a bottle), it is exchanged and not poured, so there is always room.
    pub fn errand(self) -> Errand {
        let Self { usual, pack, capacity: Some(capacity), level } = self else {
            return Errand::Usual(self.usual);
        };
        let exchanged = pack.is_some_and(|pack| pack >= capacity && usual <= pack);
        let free = (capacity - level).max(Quantity::ZERO);
        if exchanged || usual <= free {
            return Errand::Usual(usual);
        }
        let step = pack.unwrap_or(Quantity::whole(1)).thousandths().max(1);
        let fits = Quantity::from_thousandths(free.thousandths() / step * step);
        if fits.is_positive() && fits.thousandths().saturating_mul(2) >= usual.thousandths() {
            Errand::Smaller(fits)
        } else {
            Errand::Look
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::parse_iso;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        parse_iso(text).unwrap()
    }

    fn room(usual: i64, pack: Option<i64>, capacity: i64, level: &str) -> Errand {
        let level = Quantity::parse(level).unwrap();
        let (usual, pack) = (Quantity::whole(usual), pack.map(Quantity::whole));
        JarRoom { usual, pack, capacity: Some(Quantity::whole(capacity)), level }.errand()
    }

    #[test]
    fn a_jar_is_at_risk_after_its_latest_day_and_late_only_after_its_likely_day() {
        // B4: 2.2 of 3 jugs, likely empty on 31 March, to be brought by 17 March.
        let jar = JarDays { latest: Some(day("2026-03-17")), likely: day("2026-03-31") };
        for (today, state) in [
            ("2026-03-17", Urgency::WindowOpen),
            ("2026-03-18", Urgency::AtRisk),
            ("2026-03-31", Urgency::AtRisk),
            ("2026-04-01", Urgency::Late),
        ] {
            assert_eq!(jar.unplanned(day(today)), state, "{today}");
        }
        assert_eq!(jar.late_since(None, day("2026-03-18")), None);
        assert_eq!(jar.late_since(None, day("2026-04-02")), Some(jar.likely));
    }

    #[test]
    fn a_planned_stop_is_late_after_its_day_and_too_late_after_the_likely_empty_day() {
        // B7
        let jar = JarDays { latest: Some(day("2026-03-27")), likely: day("2026-03-31") };
        let today = day("2026-03-27");
        for (on, state) in [
            ("2026-03-26", Urgency::Late),
            ("2026-03-27", Urgency::WindowOpen),
            ("2026-03-30", Urgency::AtRisk),
            ("2026-10-13", Urgency::PlannedTooLate),
        ] {
            assert_eq!(jar.planned(day(on), today), state, "{on}");
        }
        assert_eq!(jar.planned(day("2026-10-13"), day("2026-04-01")), Urgency::Late);
    }

    #[test]
    fn where_the_usual_quantity_does_not_fit_less_is_brought_or_the_jar_is_looked_into() {
        // B4: 8.9 and 25 kg into a jar of 30.
        assert_eq!(room(25, None, 30, "8.9"), Errand::Smaller(Quantity::whole(21)));
        assert_eq!(room(25, Some(5), 30, "8.9"), Errand::Smaller(Quantity::whole(20)));
        assert_eq!(room(25, Some(25), 30, "8.9"), Errand::Look);
        assert_eq!(room(25, None, 30, "20"), Errand::Look);
        assert_eq!(room(25, Some(25), 30, "5"), Errand::Usual(Quantity::whole(25)));
        // A cylinder is exchanged, whatever is left in it.
        assert_eq!(room(1, Some(1), 1, "0.2"), Errand::Usual(Quantity::whole(1)));
    }

    proptest! {
        #[test]
        fn a_visit_never_brings_more_than_fits(
            (usual, capacity, level) in (1..60_000_i64, 1..60_000_i64, 0..60_000_i64),
            pack in prop::option::of(1..30_000_i64),
        ) {
            let quantity = Quantity::from_thousandths;
            let (capacity, level) = (quantity(capacity), quantity(level));
            let pack = pack.map(quantity).filter(|pack| *pack < capacity);
            let errand =
                JarRoom { usual: quantity(usual), pack, capacity: Some(capacity), level }.errand();
            match errand {
                Errand::Usual(brought) | Errand::Smaller(brought) => {
                    prop_assert!(brought.is_positive() && level + brought <= capacity);
                }
                Errand::Look => {}
            }
        }
    }
}
