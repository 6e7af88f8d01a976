//! What the forecast that learns must say, in examples that a shopkeeper can check and in properties.

use proptest::prelude::{ProptestConfig, any, prop, prop_assert, prop_assert_eq, proptest};

use super::*;
use crate::domain::customer::HouseholdChange;
use crate::domain::forecast::factory::Factory;
use crate::domain::forecast::prior::Brought;
use crate::domain::forecast::tests::{Known, adults, anything, away, kg, nth};

fn prior() -> Prior {
    Prior::of_factory(&Factory::told(size_of(10.0, 1.0), 30.0), Brought::default())
}

fn foresee(known: &Known) -> Option<Forecast> {
    let (prior, quantiles) = (prior(), Quantiles::default());
    let knowledge = Knowledge { prior: &prior, quantiles: &quantiles, relative_prices: &[] };
    forecast(&known.history(), &knowledge, ServiceLevel::DEFAULT)
}

#[test]
fn a_first_delivery_lasts_as_long_as_a_usual_lot_of_others() {
    let forecast = foresee(&Known::of(&[], &[(1, 10.0)]));
    // e^(0.13 * 0.678233) times 30 days are 32.8: on the 33rd day after the delivery.
    let told = forecast.map(|f| (f.likely, f.intervals, f.source, f.seen));
    assert_eq!(told, Some((nth(34), 0, RateSource::People, false)));
    let ordered = forecast.map(|f| f.safe < f.low && f.low < f.likely && f.likely < f.high);
    assert_eq!(ordered, Some(true));
}

#[test]
fn a_jar_that_is_filled_every_two_weeks_is_expected_to_last_about_two_weeks() {
    let every: Vec<(i32, f64)> = (0..12).map(|n| (1 + 14 * n, 10.0)).collect();
    let forecast = foresee(&Known::of(&[], &every));
    let lasts = forecast.map_or(0, |f| (f.likely - f.anchor).num_days());
    assert!((13..=16).contains(&lasts), "{lasts}");
    assert_eq!(forecast.map(|f| (f.source, f.intervals)), Some((RateSource::Learned, 11)));
}

#[test]
fn what_was_seen_at_the_door_runs_out_not_what_was_brought() {
    let brought: Vec<(i32, f64)> = (0..8).map(|n| (1 + 20 * n, 10.0)).collect();
    let seen: Vec<(i32, f64)> =
        (0..8).map(|n| (1 + 20 * n, if n == 0 { 0.0 } else { 5.0 })).collect();
    let forecast = foresee(&Known::of(&seen, &brought));
    assert_eq!(forecast.map(|f| (f.level, f.seen)), Some((kg(15.0), true)));
    // Half a kilogram a day.
    let rate = forecast.map_or(0.0, |f| f.rate);
    assert!((rate - 0.5).abs() < 0.06, "{rate}");
}

#[test]
fn deliveries_teach_until_somebody_looks() {
    let intervals = |readings: &[(i32, f64)]| {
        let known = Known::of(readings, &[(1, 10.0), (21, 10.0), (41, 10.0), (61, 10.0)]);
        foresee(&known).map(|f| (f.intervals, f.level))
    };
    assert_eq!(intervals(&[]), Some((3, kg(10.0))));
    assert_eq!(intervals(&[(61, 2.0)]), Some((3, kg(12.0))));
    // Between a look and the next delivery nobody knows what was used.
    assert_eq!(intervals(&[(31, 5.0)]).map(|told| told.0), Some(2));
}

#[test]
fn what_they_say_moves_a_first_forecast() {
    let mut known = Known::of(&[], &[(1, 10.0)]);
    let others = foresee(&known).map(|f| f.likely);
    known.jar.monthly = Some(kg(30.0));
    let said = foresee(&known);
    assert!(said.map(|f| f.likely) < others);
    assert_eq!(said.map(|f| f.source), Some(RateSource::Declared));
}

#[test]
fn a_pinned_rate_is_not_learned() {
    let known = Known::pinned(kg(12.0), 520_000);
    assert_eq!(foresee(&known), super::super::forecast(&known.history(), ServiceLevel::DEFAULT));
}

#[test]
fn an_empty_jar_is_empty_today() {
    let mut known = Known::of(&[(1, 10.0), (20, 0.0)], &[]);
    known.household = adults(2);
    let days = foresee(&known).map(|f| (f.level, f.safe, f.likely, f.high));
    assert_eq!(days, Some((kg(0.0), nth(20), nth(20), nth(20))));
}

#[test]
fn a_dearer_sack_is_expected_to_last_longer() {
    let known = Known::of(&[], &[(1, 10.0), (20, 10.0), (41, 10.0)]);
    let (prior, quantiles) = (prior(), Quantiles::default());
    let likely = |relative_prices: &[f64]| {
        let knowledge = Knowledge { prior: &prior, quantiles: &quantiles, relative_prices };
        forecast(&known.history(), &knowledge, ServiceLevel::DEFAULT).map(|f| f.likely)
    };
    assert_eq!(likely(&[]), likely(&[1.0; 3]));
    assert!(likely(&[1.0, 1.0, 2.0]) > likely(&[]));
    // A price of a sack that is long eaten does not make the one in the jar better.
    assert!(likely(&[2.0, 2.0, 1.0]) < likely(&[2.0, 2.0, 2.0]));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    #[test]
    fn an_away_day_after_the_anchor_moves_every_day_by_one(
        gaps in prop::collection::vec((10..40_i32, 5.0..20.0_f64), 1..6),
    ) {
        let lots: Vec<(i32, f64)> = gaps.iter().scan(0, |day, (gap, lot)| {
            *day += gap;
            Some((*day, *lot))
        }).collect();
        let mut known = Known::of(&[], &lots);
        let home = foresee(&known);
        let anchor = lots.last().map_or(0, |last| last.0);
        known.away = vec![away(anchor + 1, anchor + 1, None)];
        let gone = foresee(&known);
        let likely = |f: Option<Forecast>| f.map(|f| (f.low, f.likely, f.high));
        let next = |f: Option<Forecast>| likely(f).map(|(low, likely, high)| {
            let next = |day: Day| day.succ_opt().unwrap_or(day);
            (next(low), next(likely), next(high))
        });
        prop_assert_eq!(likely(gone), next(home));
    }

    #[test]
    fn more_people_from_tomorrow_on_never_make_it_later(
        gaps in prop::collection::vec((10..40_i32, 5.0..20.0_f64), 1..6),
        (people, more) in (1..6_u16, 1..6_u16),
    ) {
        let lots: Vec<(i32, f64)> = gaps.iter().scan(0, |day, (gap, lot)| {
            *day += gap;
            Some((*day, *lot))
        }).collect();
        let mut known = Known::of(&[], &lots);
        known.household = adults(people);
        let few = foresee(&known);
        known.household = adults(people + more);
        let many = foresee(&known);
        prop_assert!(many.map(|f| f.likely) <= few.map(|f| f.likely));
        known.household = adults(people);
        let from = nth(lots.last().map_or(0, |last| last.0) + 1);
        known.changes = vec![HouseholdChange { from, household: adults(people + more) }];
        prop_assert!(foresee(&known).map(|f| f.likely) <= few.map(|f| f.likely));
    }

    #[test]
    fn a_forecast_of_a_plausible_jar_is_sound(
        known in anything(1, 900, 90_000),
        price in any::<f64>(),
        service in 1..=500_u16,
    ) {
        prop_assert!(is_sound(&known, price, service));
    }

    #[test]
    fn a_forecast_of_an_absurd_jar_is_sound(
        known in anything(-90_000_000, 90_000_000, i64::MAX),
        price in any::<f64>(),
        service in 1..=500_u16,
    ) {
        prop_assert!(is_sound(&known, price, service));
    }
}

/// What is true of every forecast.
fn is_sound(known: &Known, price: f64, service: u16) -> bool {
    let Some(service) = ServiceLevel::from_thousandths(service) else { return false };
    let (prior, quantiles) = (prior(), Quantiles::default());
    let prices = [price; 8];
    let knowledge = Knowledge { prior: &prior, quantiles: &quantiles, relative_prices: &prices };
    forecast(&known.history(), &knowledge, service).is_none_or(|f| {
        let ordered = f.low <= f.likely && f.likely <= f.high && f.earliest <= f.likely;
        ordered && f.safe <= f.likely && f.rate.is_finite() && f.rate >= 0.0
    })
}
