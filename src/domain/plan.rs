//! The plan of the coming days: on which day of its window each delivery is made.
//!
//! A delivery may slide inside its window, from the day on which there is room in the jar to the last
//! safe day. It slides to a day on which its area is visited anyway, or on which the customer is
//! paid; not to one on which there is already much to do, nor so early that the goods lie about; and
//! nothing is carried that does not fit. What is late has no choice and comes first.
//!
//! Each delivery takes the day that costs least as the days stand, those with the fewest days to
//! choose from first, and then each may change its mind twice. The same wishes give the same plan.

use chrono::Days;

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
/// Maximum number of improvement passes.
const SWEEPS: usize = 2;

/// The days that a plan is made for: sixty-four from its first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Horizon {
    /// Its first day.
    pub first: Day,
}

impl Horizon {
    /// Number of days.
    pub const DAYS: u64 = u64::BITS as u64;

    /// The number of a day, from 0; `None` if the plan does not reach it.
    pub fn number(self, day: Day) -> Option<u32> {
        let number = u32::try_from((day - self.first).num_days()).ok()?;
        (number < u64::BITS).then_some(number)
    }

    /// The day with a number.
    pub fn day(self, number: u32) -> Day {
        self.first.checked_add_days(Days::new(number.into())).unwrap_or(self.first)
    }
}

/// Days of a horizon by their numbers.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct DaySet(u64);

impl DaySet {
    /// Adds a day.
    pub fn insert(&mut self, number: u32) {
        self.0 |= 1_u64.checked_shl(number).unwrap_or(0);
    }

    fn iter(self) -> impl Iterator<Item = u32> {
        (0..u64::BITS).filter(move |number| self.0 >> number & 1 == 1)
    }

    fn last(self) -> Option<u32> {
        self.0.checked_ilog2()
    }

    fn len(self) -> u32 {
        self.0.count_ones()
    }
}

/// A delivery that is asked for. Areas and days are numbers: a large shop has many wishes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Wish {
    /// Where it goes.
    pub area: usize,
    /// The days on which it can be made: the shop delivers, the customer is there, the goods fit in,
    /// and the jar is not empty yet. What is late has the next day of delivery.
    pub days: DaySet,
    /// Weight in kilograms.
    pub load: Quantity,
    /// A day on which the customer is paid and owes.
    pub payday: Option<u32>,
}

/// A delivery that was promised: it stays where it is.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Promised {
    /// Where it goes.
    pub area: usize,
    /// The number of its day.
    pub day: u32,
    /// Weight in kilograms.
    pub load: Quantity,
}

/// The day of a delivery, and why it is that day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Placed {
    /// The number of the day.
    pub day: u32,
    /// Number of other stops in the same area on that day.
    pub beside: u32,
    /// True if that day is the customer's payday.
    pub payday: bool,
    /// True if it is the last day of the window.
    pub last: bool,
    /// True if the last day of the window is another one and is full.
    pub last_is_full: bool,
}

/// Places every wish on one of its days, in their order; one without days is not placed. No day
/// carries more than `carry` kilograms if that can be.
pub fn plan(
    wishes: &[Wish],
    promised: &[Promised],
    carry: Option<Quantity>,
) -> Vec<Option<Placed>> {
    let mut board = Board::of(wishes, promised, carry);
    let mut order: Vec<u32> = (0..).take(wishes.len()).collect();
    let wish = |index: u32| wishes.get(index as usize);
    order.sort_by_key(|index| wish(*index).map(|wish| (wish.days.len(), wish.days.last())));
    let mut chosen: Vec<Option<u8>> = vec![None; wishes.len()];
    for _ in 0..=SWEEPS {
        for index in &order {
            let (Some(wish), Some(choice)) = (wish(*index), chosen.get_mut(*index as usize)) else {
                continue;
            };
            if let Some(day) = choice.take() {
                board.take_out(wish, day.into());
            }
            if let Some(day) = board.cheapest(wish) {
                board.put_in(wish, day);
                *choice = u8::try_from(day).ok();
            }
        }
    }
    let placed = wishes.iter().zip(chosen);
    placed.map(|(wish, day)| Some(board.placed(wish, day?.into()))).collect()
}

/// The days as they fill.
struct Board {
    /// The stops of each day in each area.
    visits: Vec<[u32; Horizon::DAYS as usize]>,
    stops: [u32; Horizon::DAYS as usize],
    loads: [i64; Horizon::DAYS as usize],
    carry: Option<i64>,
    /// The stops of a day on average, when all is placed.
    usual: f64,
}

impl Board {
    fn of(wishes: &[Wish], promised: &[Promised], carry: Option<Quantity>) -> Self {
        let areas = wishes.iter().map(|wish| wish.area).chain(promised.iter().map(|p| p.area));
        let areas = areas.max().map_or(0, |last| last + 1);
        let mut days = wishes.iter().fold(DaySet(0), |all, wish| DaySet(all.0 | wish.days.0));
        promised.iter().for_each(|promise| days.insert(promise.day));
        let all = (wishes.len() + promised.len()) as f64;
        let mut board = Self {
            visits: vec![[0; Horizon::DAYS as usize]; areas],
            stops: [0; Horizon::DAYS as usize],
            loads: [0; Horizon::DAYS as usize],
            carry: carry.map(Quantity::thousandths).filter(|carry| *carry > 0),
            usual: (all / f64::from(days.len().max(1))).max(1.0),
        };
        for Promised { area, day, load } in promised {
            let stop = Wish { area: *area, days: DaySet(0), load: *load, payday: None };
            board.put_in(&stop, *day);
        }
        board
    }

    /// The day on which a stop costs least; of equal ones the last.
    fn cheapest(&self, wish: &Wish) -> Option<u32> {
        let last = wish.days.last()?;
        let cost = |day: u32| {
            let mut cost = EARLY * f64::from(last - day);
            if self.visits_on(day, wish.area) == 0 {
                cost += ALONE;
            }
            if wish.payday == Some(day) {
                cost += PAYDAY;
            }
            let stops = self.stops.get(day as usize).copied().unwrap_or(0);
            cost += CROWDED * f64::from(stops) / self.usual;
            cost + TOO_HEAVY * self.too_heavy(day, wish.load)
        };
        let costs = wish.days.iter().map(|day| (day, cost(day)));
        // The later one of equal costs wins: it comes later here.
        costs.min_by(|(a, one), (b, other)| one.total_cmp(other).then(b.cmp(a))).map(|(day, _)| day)
    }

    fn visits_on(&self, day: u32, area: usize) -> u32 {
        self.visits.get(area).and_then(|days| days.get(day as usize)).copied().unwrap_or(0)
    }

    /// By how much of what may be carried a day would be over it with so much more.
    fn too_heavy(&self, day: u32, more: Quantity) -> f64 {
        let load = self.loads.get(day as usize).copied().unwrap_or(0);
        let load = load.saturating_add(more.thousandths());
        self.carry.map_or(0.0, |carry| load.saturating_sub(carry).max(0) as f64 / carry as f64)
    }

    fn put_in(&mut self, wish: &Wish, day: u32) {
        self.change(wish.area, day, |count| count + 1, wish.load.thousandths());
    }

    fn take_out(&mut self, wish: &Wish, day: u32) {
        self.change(wish.area, day, |count| count.saturating_sub(1), (-wish.load).thousandths());
    }

    fn change(&mut self, area: usize, day: u32, count: impl Fn(u32) -> u32, load: i64) {
        let visits = self.visits.get_mut(area).and_then(|days| days.get_mut(day as usize));
        let counted = visits.into_iter().chain(self.stops.get_mut(day as usize));
        counted.for_each(|number| *number = count(*number));
        if let Some(sum) = self.loads.get_mut(day as usize) {
            *sum = sum.saturating_add(load);
        }
    }

    fn placed(&self, wish: &Wish, day: u32) -> Placed {
        let last = wish.days.last().unwrap_or(day);
        Placed {
            day,
            beside: self.visits_on(day, wish.area).saturating_sub(1),
            payday: wish.payday == Some(day),
            last: last == day,
            last_is_full: last != day && self.too_heavy(last, wish.load) > 0.0,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]

    use super::*;
    use proptest::prelude::*;

    fn wish(area: usize, days: &[u32], load: i64) -> Wish {
        let mut set = DaySet::default();
        days.iter().for_each(|day| set.insert(*day));
        Wish { area, days: set, load: Quantity::whole(load), payday: None }
    }

    fn days(wishes: &[Wish], promised: &[Promised], carry: Option<i64>) -> Vec<u32> {
        let placed = plan(wishes, promised, carry.map(Quantity::whole));
        placed.into_iter().map(|placed| placed.unwrap().day).collect()
    }

    const WEEK: [u32; 4] = [2, 3, 4, 5];

    #[test]
    fn alone_a_delivery_is_made_on_the_last_of_its_days() {
        assert_eq!(days(&[wish(0, &WEEK, 15)], &[], None), [5]);
        let placed = plan(&[wish(0, &WEEK, 15)], &[], None)[0].unwrap();
        assert!(placed.last && !placed.last_is_full && placed.beside == 0);
    }

    #[test]
    fn a_delivery_slides_to_the_day_on_which_its_area_is_visited_anyway() {
        let wishes = [wish(0, &[3], 15), wish(0, &WEEK, 15), wish(1, &[4], 15)];
        let placed = plan(&wishes, &[], None)[1].unwrap();
        assert_eq!((placed.day, placed.beside, placed.last), (3, 1, false));
        let promised = [Promised { area: 0, day: 2, load: Quantity::whole(1) }];
        assert_eq!(days(&wishes[1..2], &promised, None), [2]);
    }

    #[test]
    fn a_delivery_is_made_on_the_payday_where_nothing_speaks_against_it() {
        let paid = Wish { payday: Some(3), ..wish(0, &WEEK, 15) };
        let placed = plan(&[paid], &[], None)[0].unwrap();
        assert_eq!((placed.day, placed.payday), (3, true));
    }

    #[test]
    fn no_day_carries_more_than_may_be_carried_if_that_can_be() {
        let wishes = vec![wish(0, &WEEK, 30); 4];
        let mut placed = days(&wishes, &[], Some(40));
        placed.sort_unstable();
        assert_eq!(placed, WEEK);
        let early = plan(&wishes, &[], Some(Quantity::whole(40)));
        assert!(early.iter().flatten().all(|placed| placed.last || placed.last_is_full));
        // Where it cannot be, nothing is left out.
        let wishes = vec![wish(0, &WEEK[..2], 30); 4];
        assert_eq!(days(&wishes, &[], Some(40)).iter().filter(|day| **day == 2).count(), 2);
    }

    #[test]
    fn a_wish_without_a_day_is_not_placed() {
        assert_eq!(plan(&[wish(0, &[], 1)], &[], None), [None]);
    }

    proptest! {
        #[test]
        fn every_delivery_has_one_of_its_own_days_and_the_same_each_time(
            wishes in prop::collection::vec((0..4_usize, 0..40_u32, 0..20_u32, 1..60_i64), 0..60),
            carry in prop::option::of(50..200_i64),
        ) {
            let wishes: Vec<Wish> = wishes.into_iter().map(|(area, from, more, load)| {
                wish(area, &(from..=from + more).collect::<Vec<_>>(), load)
            }).collect();
            let carry = carry.map(Quantity::whole);
            let placed = plan(&wishes, &[], carry);
            for (wish, placed) in wishes.iter().zip(&placed) {
                prop_assert!(wish.days.iter().any(|day| day == placed.unwrap().day));
            }
            prop_assert_eq!(placed, plan(&wishes, &[], carry));
        }

        #[test]
        fn a_horizon_numbers_its_days_and_no_others(day in -10..100_i64) {
            let horizon = Horizon { first: Day::from_ymd_opt(2026, 3, 27).unwrap() };
            let that = horizon.first + chrono::Duration::days(day);
            let number = horizon.number(that);
            prop_assert_eq!(number.is_some(), (0..64).contains(&day));
            prop_assert_eq!(number.map(|number| horizon.day(number)), number.map(|_| that));
        }
    }
}
