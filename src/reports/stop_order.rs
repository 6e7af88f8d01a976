//! The order of stops: on a walk by area and address, in the morning the most urgent ones first.

use super::round::Stop;
use crate::domain::day::{Day, Period};
use crate::domain::id::{CustomerId, DeliveryId};
use crate::domain::jar::JarVisit;
use crate::domain::search_key::code_key;
use crate::domain::shop::ServiceLevel;
use crate::domain::urgency::{JarDays, Urgency};
use crate::domain::views::{
    CustomerLabel, DeliveryGoods, DeliveryRow, JarRow, PartSource, StopKey, StopPart,
};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Inputs of the states of stops, besides their own rows.
#[derive(Clone, PartialEq, Debug)]
pub struct StopRules {
    /// The chance of an empty jar that the shop accepts.
    pub accepted: ServiceLevel,
    /// The periods in which nobody of a household is there.
    pub away: BTreeMap<CustomerId, Vec<Period>>,
}

impl StopRules {
    /// Returns the visit to a customer on a day.
    pub fn visit(&self, customer: CustomerId, on: Day) -> JarVisit<'_> {
        let away = self.away.get(&customer).map(Vec::as_slice).unwrap_or_default();
        JarVisit { on, away, accepted: self.accepted }
    }

    /// Returns the state of a jar on a day, for a delivery that is planned or for a visit on that day; `None`
    /// while its window is closed or it is skipped.
    pub fn jar_urgency(&self, row: &JarRow, planned: Option<Day>, today: Day) -> Option<Urgency> {
        let state = row.state();
        if let Some(on) = planned {
            return Some(state.planned(on, &self.visit(row.who.id, on.max(today)), today));
        }
        let is_closed = row.days().unplanned(today) == Urgency::WindowOpen && row.earliest > today;
        // Who calls when they need more is never late.
        if is_closed || row.latest.is_none() || row.skip_on(today).is_some() {
            return None;
        }
        Some(state.unplanned(&self.visit(row.who.id, today), today))
    }

    /// Returns the state of a line of a delivery on a day; `None` for one that is closed.
    pub fn line_urgency(
        &self,
        row: &DeliveryRow,
        line: &DeliveryGoods,
        today: Day,
    ) -> Option<Urgency> {
        let on = row.planned_for;
        match (row.closed_on, line.jar) {
            (Some(_), _) => None,
            (None, Some(jar)) => {
                Some(jar.planned(on, &self.visit(row.who.id, on.max(today)), today))
            }
            (None, None) => Some(JarDays::UNKNOWN.planned(on, today)),
        }
    }

    /// Returns the rank of a stop that has this part.
    pub fn rank_of(&self, part: &StopPart, today: Day) -> StopRank {
        // Without a jar only the day of the plan can pass.
        let days = part.jar.map_or(JarDays::UNKNOWN, |jar| jar.days());
        let (urgency, late_since) = match (part.source, part.jar) {
            (PartSource::Planned(_, on), Some(jar)) => {
                let visit = self.visit(part.customer, on.max(today));
                (jar.planned(on, &visit, today), days.late_since(Some(on), today))
            }
            (PartSource::Planned(_, on), None) => {
                (days.planned(on, today), days.late_since(Some(on), today))
            }
            (PartSource::Proposed(..), Some(jar)) => {
                let visit = self.visit(part.customer, today);
                (jar.unplanned(&visit, today), days.late_since(None, today))
            }
            (PartSource::Proposed(..), None) => (Urgency::WindowOpen, None),
        };
        let days_since = |since: Day| (today - since).num_days().max(0);
        let empty_days = part.jar.map_or(0, |jar| days_since(jar.likely));
        StopRank::new(urgency, empty_days, late_since.map_or(0, days_since))
    }
}

/// Rank of a stop in the morning, the first one least: the most urgent state, and of late stops the one
/// whose jar has likely been empty for the most days, before those that only missed their day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct StopRank {
    urgency: Reverse<Urgency>,
    empty_days: Reverse<i64>,
    late_days: Reverse<i64>,
}

impl StopRank {
    /// Returns the rank of a state, of days since the likely empty day, and of days since what was missed first.
    pub const fn new(urgency: Urgency, empty_days: i64, late_days: i64) -> Self {
        Self {
            urgency: Reverse(urgency),
            empty_days: Reverse(empty_days),
            late_days: Reverse(late_days),
        }
    }

    /// Returns the rank of one stop that has the parts of both.
    fn joined(self, other: Self) -> Self {
        Self {
            urgency: self.urgency.min(other.urgency),
            empty_days: self.empty_days.min(other.empty_days),
            late_days: self.late_days.min(other.late_days),
        }
    }

    /// Returns the rank of a stop on the day of its list.
    pub fn of(stop: &Stop, today: Day) -> Self {
        let empty = stop.runs_out.filter(|_| stop.is_open());
        let empty_days = empty.map_or(0, |empty| (today - empty).num_days().max(0));
        Self::new(stop.urgency, empty_days, stop.late_days(today))
    }

    /// Returns whether the stop is late because of a jar that likely ran out before `day`.
    pub fn is_empty_before(&self, day: Day, today: Day) -> bool {
        self.is_at_least(Urgency::Late) && self.empty_days.0 > (today - day).num_days().max(0)
    }

    /// Returns whether the state is at least as urgent as another.
    pub fn is_at_least(&self, urgency: Urgency) -> bool {
        self.urgency.0 >= urgency
    }
}

/// A door whose place in the order of the stops is looked for, before its rows are read.
pub trait Door {
    /// Returns the customer.
    fn customer(&self) -> CustomerId;

    /// Returns the area; empty if not said.
    fn area(&self) -> &str;

    /// Returns the rank in the morning; `None` where the doors are only walked to.
    fn rank(&self) -> Option<StopRank>;
}

impl Door for StopKey {
    fn customer(&self) -> CustomerId {
        self.customer
    }

    fn area(&self) -> &str {
        &self.area
    }

    fn rank(&self) -> Option<StopRank> {
        None
    }
}

/// A door of the morning with the rows of its stops.
#[derive(Clone, PartialEq, Debug)]
pub struct MorningDoor {
    /// The customer.
    pub customer: CustomerId,
    /// The area; empty if not said.
    pub area: String,
    /// The rank of its most urgent stop.
    pub rank: StopRank,
    /// Where its goods come from.
    pub sources: Vec<PartSource>,
}

impl Door for MorningDoor {
    fn customer(&self) -> CustomerId {
        self.customer
    }

    fn area(&self) -> &str {
        &self.area
    }

    fn rank(&self) -> Option<StopRank> {
        Some(self.rank)
    }
}

impl MorningDoor {
    /// Returns the doors of these parts on a day: those of one customer are one door.
    pub fn of_parts(parts: Vec<StopPart>, rules: &StopRules, today: Day) -> Vec<Self> {
        let mut doors: BTreeMap<CustomerId, Self> = BTreeMap::new();
        for part in parts {
            let rank = rules.rank_of(&part, today);
            let StopPart { customer, area, source, .. } = part;
            let new = || Self { customer, area, rank, sources: Vec::new() };
            let door = doors.entry(customer).or_insert_with(new);
            door.rank = door.rank.joined(rank);
            door.sources.push(source);
        }
        doors.into_values().collect()
    }

    /// Returns the planned deliveries of the door, each once.
    pub fn planned(&self) -> impl Iterator<Item = DeliveryId> {
        let planned = self.sources.iter().filter_map(|source| match source {
            PartSource::Planned(delivery, _) => Some(*delivery),
            PartSource::Proposed(..) => None,
        });
        planned.collect::<std::collections::BTreeSet<_>>().into_iter()
    }
}

/// The areas of a shop in walking order, to sort doors by.
pub struct WalkingOrder {
    places: BTreeMap<String, usize>,
}

impl WalkingOrder {
    /// The order of these areas; any other area comes after them, by its name.
    pub fn new(areas: &[String]) -> Self {
        Self { places: areas.iter().cloned().zip(0..).collect() }
    }

    /// Sort key of a stop: area, then building, floor and flat by their numbers, then code.
    pub fn key(&self, who: &CustomerLabel) -> (usize, String, String, String) {
        let CustomerLabel { area, address, code, .. } = who;
        (self.place(area), area.clone(), code_key(address), code_key(code))
    }

    /// The doors of the areas that the first `count` reach. Most lie in others, and need not be told
    /// apart any further.
    pub fn reached<D: Door>(&self, mut doors: Vec<D>, count: usize) -> Vec<D> {
        let Some(last) = count.checked_sub(1) else { return Vec::new() };
        let area = |door: &D| (door.rank(), self.place(door.area()), door.area().to_owned());
        doors.sort_by_cached_key(area);
        if let Some(last) = doors.get(last).map(area) {
            let reached = doors.partition_point(|door| area(door) <= last);
            doors.truncate(reached);
        }
        doors
    }

    /// The first `count` of these doors in their order, by who lives behind them.
    pub fn first<D: Door>(
        &self,
        mut doors: Vec<D>,
        who: &BTreeMap<CustomerId, CustomerLabel>,
        count: usize,
    ) -> Vec<D> {
        doors.sort_by_cached_key(|door| {
            (door.rank(), who.get(&door.customer()).map(|who| self.key(who)))
        });
        doors.truncate(count);
        doors
    }

    fn place(&self, area: &str) -> usize {
        self.places.get(area).copied().unwrap_or(usize::MAX)
    }
}
