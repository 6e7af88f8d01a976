//! Tests of the intervals between known levels.

#![allow(clippy::unwrap_used)]

use super::*;
use crate::domain::forecast::tests::{Known, kg, nth, prior};

fn told(readings: &[(i32, f64)], delivered: &[(i32, f64)]) -> (Vec<(i64, f64, f64)>, OpenInterval) {
    let mut known = Known::of(readings, delivered);
    known.jar.usual = Some(kg(10.0));
    told_of(known)
}

fn walked(history: &JarHistory, presence: &Presence) -> ObservedLot {
    let knowledge = ModelParams { prior: &prior(), quantiles: &Default::default() };
    of(history, presence, (nth(1), HouseholdSize::Unknown), &knowledge).unwrap()
}

fn told_of(known: Known) -> (Vec<(i64, f64, f64)>, OpenInterval) {
    let presence = Presence::of(&known.history(), nth(1), nth(1));
    let ObservedLot { intervals, in_jar, .. } = walked(&known.history(), &presence);
    let days = |interval: &Interval| {
        ((interval.to - interval.from).num_days(), interval.used, interval.lasted)
    };
    (intervals.iter().map(days).collect(), in_jar)
}

#[test]
fn before_anybody_looked_each_delivery_is_used_up_at_the_next() {
    let (intervals, in_jar) = told(&[], &[(1, 10.0), (21, 4.0), (21, 1.0), (31, 6.0)]);
    assert_eq!(intervals, [(20, 10.0, 20.0), (10, 5.0, 10.0)]);
    assert_eq!((in_jar.amount, in_jar.quantity, in_jar.looked), (kg(6.0), 6.0, Observed::Never));
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

// B5
#[test]
fn goods_that_came_early_into_a_jar_of_known_size_are_used_up_together_with_those_before_them() {
    let mut known = Known::of(&[], &[(1, 10.0), (16, 10.0), (46, 10.0)]);
    known.delivered[1].early = true;
    (known.jar.usual, known.jar.capacity) = (Some(kg(10.0)), Some(kg(20.0)));
    let (intervals, in_jar) = told_of(known);
    // 20 kg in 45 days: 10 kg last 22.5.
    assert_eq!(intervals, [(45, 20.0, 22.5)]);
    assert_eq!((in_jar.amount, in_jar.quantity), (kg(10.0), 10.0));
}

// B5
#[test]
fn a_long_stretch_in_which_nobody_looks_teaches_what_was_brought_in_it() {
    let every: Vec<(i32, f64)> = (0..6).map(|n| (1 + 20 * n, 10.0)).collect();
    let mut known = Known::of(&[], &every);
    known.delivered.iter_mut().skip(1).for_each(|lot| lot.early = true);
    (known.jar.usual, known.jar.capacity) = (Some(kg(10.0)), Some(kg(20.0)));
    let (intervals, in_jar) = told_of(known);
    // 10 kg fitted, so 5 kg were left, give or take 10 / sqrt(12) = 2.89: of the 35 kg that were used in eighty
    // days 0.0068 is the relative variance, and 0.0041 of the 45 in a hundred.
    assert_eq!(intervals, [(100, 45.0, 100.0 / 4.5)]);
    assert_eq!((in_jar.amount, in_jar.looked), (kg(15.0), Observed::AtTheDoor));
}

// B5
#[test]
fn a_level_that_was_stated_twice_teaches_once_it_matters_little_beside_what_was_used() {
    let brought: Vec<(i32, f64)> = (0..5).map(|n| (1 + 10 * n, 10.0)).collect();
    let mut known = Known::of(&[(1, 0.0), (21, 5.0), (41, 5.0)], &brought);
    known.delivered.iter_mut().skip(1).for_each(|lot| lot.early = true);
    (known.jar.usual, known.jar.capacity) = (Some(kg(10.0)), Some(kg(20.0)));
    let history = JarHistory { rough: &[nth(21), nth(41)], ..known.history() };
    let presence = Presence::of(&history, nth(1), nth(1));
    let ObservedLot { intervals, .. } = walked(&history, &presence);
    // 3 kg off, of 15 and of 35: relative variances of 0.04 and 0.0073.
    let told: Vec<_> = intervals.iter().map(|interval| (interval.used, interval.days)).collect();
    assert_eq!(told, [(35.0, 40.0)]);
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
