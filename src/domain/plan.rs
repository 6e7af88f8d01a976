//! The plan of the coming days: on which day of its window each delivery is made.
//!
//! A delivery may slide inside its window, from the day on which there is room in the jar to the last
//! safe day. It slides to a day on which its area is visited anyway, or on which the customer is
//! paid; not to one on which there is already much to do, nor so early that the goods lie about; and
//! nothing is carried that does not fit. What is late has no choice and comes first.
//!
//! Each delivery takes the day that costs least as the days stand, those with the fewest days to
//! choose from first, and then each may change its mind twice. The same wishes give the same plan.

use std::collections::BTreeMap;

use super::day::Day;
use super::quantity::Quantity;

/// Being a day earlier than need be.
const EARLY: f64 = 0.15;
/// Going to an area to which nobody goes on that day.
const ALONE: f64 = 2.0;
/// Coming on the payday saves a way for the money.
const PAYDAY: f64 = -1.5;
/// Twice as many stops as on a day on average.
const CROWDED: f64 = 1.0;
/// A load that is as much too heavy as may be carried; no other reason is as good as this is bad.
const TOO_HEAVY: f64 = 100.0;
/// How often everybody may change their mind.
const SWEEPS: usize = 2;

/// A delivery that is asked for.
#[derive(Clone, PartialEq, Debug)]
pub struct Wish<'a> {
    /// Where it goes.
    pub area: &'a str,
    /// The days on which it can be made, the earliest first: the shop delivers, the customer is
    /// there, the goods fit in, and the jar is not empty yet. What is late has the next such day.
    pub days: Vec<Day>,
    /// How heavy it is.
    pub load: Quantity,
    /// A day among them on which the customer is paid and owes.
    pub payday: Option<Day>,
}

/// A delivery that was promised: it stays where it is.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Promised<'a> {
    /// Where it goes.
    pub area: &'a str,
    /// When.
    pub day: Day,
    /// How heavy it is.
    pub load: Quantity,
}

/// The day of a delivery, and why it is that day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Placed {
    /// The day.
    pub day: Day,
    /// How many other stops that day has in the same area.
    pub beside: usize,
    /// Whether the customer is paid on that day.
    pub payday: bool,
    /// Whether the last of its days is too full.
    pub last_is_full: bool,
}

/// Places every wish on one of its days, in their order; one without days is not placed. No day
/// carries more than `carry` if that can be.
pub fn plan(
    wishes: &[Wish],
    promised: &[Promised],
    carry: Option<Quantity>,
) -> Vec<Option<Placed>> {
    let mut days = Days::of(wishes, promised, carry);
    let stops: Vec<Stop> = wishes.iter().map(|wish| days.stop(wish)).collect();
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    order.sort_by_key(|index| {
        stops.get(*index).map(|stop| (stop.days.len(), stop.days.last().copied()))
    });
    let mut chosen: Vec<Option<usize>> = vec![None; wishes.len()];
    for _ in 0..=SWEEPS {
        for index in &order {
            let (Some(stop), Some(choice)) = (stops.get(*index), chosen.get_mut(*index)) else {
                continue;
            };
            if let Some(day) = choice.take() {
                days.take_out(stop, day);
            }
            if let Some(day) = days.cheapest(stop) {
                days.put_in(stop, day);
                *choice = Some(day);
            }
        }
    }
    stops.iter().zip(&chosen).map(|(stop, day)| Some(days.placed(stop, (*day)?))).collect()
}

/// A wish with its days and its area by their numbers.
struct Stop {
    area: usize,
    days: Vec<usize>,
    load: i64,
    payday: Option<usize>,
}

/// The days that anything can be done on, as they fill.
struct Days<'a> {
    numbers: BTreeMap<Day, usize>,
    days: Vec<Day>,
    areas: BTreeMap<&'a str, usize>,
    /// The stops of each day in each area.
    visits: Vec<Vec<u32>>,
    stops: Vec<u32>,
    loads: Vec<i64>,
    carry: Option<i64>,
    /// The stops of a day on average, when all is placed.
    usual: f64,
}

impl<'a> Days<'a> {
    fn of(wishes: &[Wish<'a>], promised: &[Promised<'a>], carry: Option<Quantity>) -> Self {
        let asked = wishes.iter().flat_map(|wish| wish.days.iter().copied());
        let known = promised.iter().map(|promise| promise.day);
        let mut numbers: BTreeMap<Day, usize> = asked.chain(known).map(|day| (day, 0)).collect();
        numbers.values_mut().zip(0..).for_each(|(number, nth)| *number = nth);
        let named = wishes.iter().map(|wish| wish.area);
        let named = named.chain(promised.iter().map(|promise| promise.area));
        let mut areas: BTreeMap<&str, usize> = named.map(|area| (area, 0)).collect();
        areas.values_mut().zip(0..).for_each(|(number, nth)| *number = nth);
        let count = numbers.len();
        let all = (wishes.len() + promised.len()) as f64;
        let mut days = Self {
            days: numbers.keys().copied().collect(),
            visits: vec![vec![0; areas.len()]; count],
            stops: vec![0; count],
            loads: vec![0; count],
            carry: carry.map(Quantity::thousandths).filter(|carry| *carry > 0),
            usual: (all / count.max(1) as f64).max(1.0),
            numbers,
            areas,
        };
        for Promised { area, day, load } in promised {
            let wish = Wish { area, days: vec![*day], load: *load, payday: None };
            let stop = days.stop(&wish);
            stop.days.iter().for_each(|day| days.put_in(&stop, *day));
        }
        days
    }

    fn stop(&self, wish: &Wish) -> Stop {
        Stop {
            area: self.areas.get(wish.area).copied().unwrap_or(0),
            days: wish.days.iter().filter_map(|day| self.numbers.get(day).copied()).collect(),
            load: wish.load.thousandths(),
            payday: wish.payday.and_then(|day| self.numbers.get(&day).copied()),
        }
    }

    /// The day on which a stop costs least; of equal ones the last.
    fn cheapest(&self, stop: &Stop) -> Option<usize> {
        let last = self.days.get(*stop.days.last()?)?;
        let cost = |day: usize| {
            let early = self.days.get(day).map_or(0, |day| (*last - *day).num_days());
            let mut cost = EARLY * early as f64;
            if self.visits_on(day, stop.area) == 0 {
                cost += ALONE;
            }
            if stop.payday == Some(day) {
                cost += PAYDAY;
            }
            let stops = self.stops.get(day).copied().unwrap_or(0);
            cost += CROWDED * f64::from(stops) / self.usual;
            cost + TOO_HEAVY * self.too_heavy(day, stop.load)
        };
        let costs = stop.days.iter().rev().map(|day| (*day, cost(*day)));
        costs.min_by(|(_, one), (_, other)| one.total_cmp(other)).map(|(day, _)| day)
    }

    fn visits_on(&self, day: usize, area: usize) -> u32 {
        self.visits.get(day).and_then(|areas| areas.get(area)).copied().unwrap_or(0)
    }

    /// By how much of what may be carried a day would be over it with so much more.
    fn too_heavy(&self, day: usize, more: i64) -> f64 {
        let load = self.loads.get(day).copied().unwrap_or(0).saturating_add(more);
        self.carry.map_or(0.0, |carry| load.saturating_sub(carry).max(0) as f64 / carry as f64)
    }

    fn put_in(&mut self, stop: &Stop, day: usize) {
        self.change(stop, day, |count| count + 1, stop.load);
    }

    fn take_out(&mut self, stop: &Stop, day: usize) {
        self.change(stop, day, |count| count.saturating_sub(1), -stop.load);
    }

    fn change(&mut self, stop: &Stop, day: usize, count: impl Fn(u32) -> u32, load: i64) {
        let visits = self.visits.get_mut(day).and_then(|areas| areas.get_mut(stop.area));
        let counted = visits.into_iter().chain(self.stops.get_mut(day));
        counted.for_each(|number| *number = count(*number));
        if let Some(sum) = self.loads.get_mut(day) {
            *sum = sum.saturating_add(load);
        }
    }

    fn placed(&self, stop: &Stop, day: usize) -> Placed {
        let others = self.visits_on(day, stop.area).saturating_sub(1);
        let last = stop.days.last().copied().filter(|last| *last != day);
        Placed {
            day: self.days.get(day).copied().unwrap_or_default(),
            beside: others as usize,
            payday: stop.payday == Some(day),
            last_is_full: last.is_some_and(|last| self.too_heavy(last, stop.load) > 0.0),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]

    use super::*;
    use crate::domain::day::parse_iso;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        parse_iso(text).unwrap()
    }

    fn wish<'a>(area: &'a str, days: &[&str], load: i64) -> Wish<'a> {
        let days = days.iter().map(|text| day(text)).collect();
        Wish { area, days, load: Quantity::whole(load), payday: None }
    }

    fn days(wishes: &[Wish], promised: &[Promised], carry: Option<i64>) -> Vec<Day> {
        let placed = plan(wishes, promised, carry.map(Quantity::whole));
        placed.into_iter().map(|placed| placed.unwrap().day).collect()
    }

    const WEEK: [&str; 4] = ["2026-03-30", "2026-03-31", "2026-04-01", "2026-04-02"];

    #[test]
    fn alone_a_delivery_is_made_on_the_last_of_its_days() {
        assert_eq!(days(&[wish("竹巷", &WEEK, 15)], &[], None), [day("2026-04-02")]);
    }

    #[test]
    fn a_delivery_slides_to_the_day_on_which_its_area_is_visited_anyway() {
        let wishes = [
            wish("竹巷", &["2026-03-31"], 15),
            wish("竹巷", &WEEK, 15),
            wish("河边", &["2026-04-01"], 15),
        ];
        let placed = plan(&wishes, &[], None);
        assert_eq!(
            placed[1].unwrap(),
            Placed { day: day("2026-03-31"), beside: 1, payday: false, last_is_full: false }
        );
        let promised =
            [Promised { area: "竹巷", day: day("2026-03-30"), load: Quantity::whole(1) }];
        assert_eq!(days(&wishes[1..2], &promised, None), [day("2026-03-30")]);
    }

    #[test]
    fn a_delivery_is_made_on_the_payday_where_nothing_speaks_against_it() {
        let paid = Wish { payday: Some(day("2026-03-31")), ..wish("竹巷", &WEEK, 15) };
        let placed = plan(&[paid], &[], None)[0].unwrap();
        assert_eq!((placed.day, placed.payday), (day("2026-03-31"), true));
    }

    #[test]
    fn no_day_carries_more_than_may_be_carried_if_that_can_be() {
        let wishes = vec![wish("竹巷", &WEEK, 30); 4];
        let mut placed = days(&wishes, &[], Some(40));
        placed.sort();
        assert_eq!(placed, WEEK.map(day));
        // Where it cannot be, nothing is left out.
        let wishes = vec![wish("竹巷", &WEEK[..2], 30); 4];
        let placed = days(&wishes, &[], Some(40));
        assert_eq!(placed.iter().filter(|placed| **placed == day(WEEK[0])).count(), 2);
    }

    #[test]
    fn a_wish_without_a_day_is_not_placed() {
        assert_eq!(plan(&[wish("竹巷", &[], 1)], &[], None), [None]);
    }

    proptest! {
        #[test]
        fn every_delivery_has_one_of_its_own_days_and_the_same_each_time(
            wishes in prop::collection::vec((0..4_usize, 0..20_u64, 0..9_u64, 1..60_i64), 0..60),
            carry in prop::option::of(50..200_i64),
        ) {
            let first = day("2026-03-30");
            let areas = ["竹巷", "河边", "老街", ""];
            let wishes: Vec<Wish> = wishes.into_iter().map(|(area, from, more, load)| Wish {
                area: areas[area],
                days: (from..=from + more).map(|n| first + chrono::Days::new(n)).collect(),
                load: Quantity::whole(load),
                payday: None,
            }).collect();
            let carry = carry.map(Quantity::whole);
            let placed = plan(&wishes, &[], carry);
            for (wish, placed) in wishes.iter().zip(&placed) {
                prop_assert!(wish.days.contains(&placed.unwrap().day));
            }
            prop_assert_eq!(placed, plan(&wishes, &[], carry));
        }
    }
}
