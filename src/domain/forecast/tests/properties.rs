//! Properties that hold for the forecast of any jar.

use proptest::prelude::{ProptestConfig, any, prop, prop_assert, prop_assert_eq, proptest};
use proptest::strategy::Strategy as Making;

use super::super::*;
use super::{Known, adults, away, nth};
use crate::domain::quantity::Rate;

/// A list of days and quantities, sorted by day as the store gives them.
fn list(first: i32, last: i32, amount: i64) -> impl Making<Value = Vec<(Day, Quantity)>> {
    let one = ((first..=last).prop_map(nth), (-1..=amount).prop_map(Quantity::from_thousandths));
    prop::collection::vec(one, 0..9).prop_map(|mut list| {
        list.sort_by_key(|(day, _)| *day);
        list
    })
}

/// The same, bought at any price.
fn lots(first: i32, last: i32, amount: i64) -> impl Making<Value = Vec<Lot>> {
    (list(first, last, amount), any::<f64>()).prop_map(|(list, price)| {
        list.into_iter()
            .map(|(on, quantity)| Lot {
                on,
                quantity,
                price,
                early: quantity.thousandths() % 3 == 0,
                cut_down: quantity.thousandths() % 2 == 0,
            })
            .collect()
    })
}

/// Anything at all about a jar, up to what no shop would ever write.
pub(super) fn anything(first: i32, last: i32, amount: i64) -> impl Making<Value = Known> {
    let day = first..=last;
    let people = (any::<u16>(), any::<u16>(), any::<u16>());
    let people =
        people.prop_map(|(adults, children, elders)| Household { adults, children, elders });
    let quantity = prop::option::of((0..=amount).prop_map(Quantity::from_thousandths));
    let rate = prop::option::of((-1..=amount).prop_map(Rate::from_millionths));
    let away = (day.clone(), day.clone(), prop::option::of(any::<u16>()));
    let away = away.prop_map(|(from, to, people)| self::away(from, to, people));
    let jar =
        (rate.clone(), quantity.clone(), quantity.clone(), quantity, any::<u16>(), 0..=366_u16);
    let change = (day, people.clone()).prop_map(|(day, people)| (nth(day), people));
    let lists = (list(first, last, amount), lots(first, last, amount));
    let away = prop::collection::vec(away, 0..300);
    let changes = prop::collection::vec(change, 0..5);
    (jar, rate, people, changes, away, lists, any::<(u16, u16)>()).prop_map(
        |(jar, appetite, household, mut changes, away, (readings, delivered), (child, elder))| {
            let mut known = Known { household, away, readings, delivered, ..Known::of(&[], &[]) };
            (known.jar.pinned, known.jar.monthly) = (jar.0, jar.1);
            (known.jar.capacity, known.jar.usual, known.jar.safety_days) = (jar.2, jar.3, jar.4);
            known.jar.strategy = Span::of_days(jar.5).map_or(Strategy::Forecast, Strategy::Every);
            (known.product.appetite, known.product.child, known.product.elder) =
                (appetite, child, elder);
            changes.sort_by_key(|(day, _)| *day);
            let change = |(from, household)| HouseholdChange { from, household };
            known.changes = changes.into_iter().map(change).collect();
            known
        },
    )
}

/// Returns whether the forecast has the properties that every forecast must have.
fn is_sound(known: &Known, service: u16) -> bool {
    let Some(service) = ServiceLevel::from_thousandths(service) else { return false };
    known.foresee(service).is_none_or(|foreseen| {
        let f = foreseen.forecast;
        let seen = level_on(&known.history(), &f, f.anchor) == f.level;
        let ordered = f.low <= f.likely && f.likely <= f.high && f.earliest <= f.likely;
        seen && ordered && f.safe <= f.likely && f.rate.is_finite() && f.rate >= 0.0
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn a_forecast_of_a_plausible_jar_is_sound(known in anything(1, 900, 90_000), service in 1..=500_u16) {
        prop_assert!(is_sound(&known, service));
    }

    #[test]
    fn a_forecast_of_an_absurd_jar_is_sound(
        known in anything(-90_000_000, 90_000_000, 9_000_000_000_000_000),
        service in 1..=500_u16,
    ) {
        prop_assert!(is_sound(&known, service));
    }

    #[test]
    fn unsorted_history_makes_no_panic(known in anything(1, 900, i64::MAX)) {
        let mut known = known;
        known.readings.reverse();
        known.delivered.reverse();
        known.changes.reverse();
        let _ = known.forecast();
    }

    #[test]
    fn a_day_away_moves_the_empty_day_by_one_day(
        level in 1_000..90_000_i64,
        rate in 100_000..3_000_000_i64,
        nth_day in 1..100_i32,
    ) {
        let mut known = Known::pinned(Quantity::from_thousandths(level), rate);
        let Some(empty) = known.likely() else { return Ok(()) };
        known.away = vec![away(10 + nth_day, 10 + nth_day, None)];
        let inside = nth(10 + nth_day) <= empty;
        prop_assert_eq!(known.likely(), Some(empty + Days::new(u64::from(inside))));
    }

    #[test]
    fn with_more_people_it_never_lasts_longer(
        known in anything(1, 900, 90_000),
        more in 0..9_u16,
    ) {
        let mut known = Known { jar: Known::of(&[], &[]).jar, ..known };
        known.delivered.clear();
        known.readings.truncate(1);
        known.household.adults = known.household.adults.clamp(1, 60_000);
        // Those of a later day are known as they are: the more there were at first, the smaller a part of
        // the use at first is theirs, and the longer it then lasts.
        known.changes.clear();
        let before = known.likely();
        known.household.adults += more;
        prop_assert!(known.likely() <= before);
    }

    #[test]
    fn an_away_day_moves_every_day_by_one_and_more_people_from_then_on_never_make_it_later(
        gaps in prop::collection::vec((10..40_i32, 5.0..20.0_f64), 1..6),
        (people, more) in (1..6_u16, 1..6_u16),
    ) {
        let lots: Vec<(i32, f64)> = gaps.iter().scan(0, |day, (gap, lot)| {
            *day += gap;
            Some((*day, *lot))
        }).collect();
        let next = lots.last().map_or(0, |last| last.0) + 1;
        let mut known = Known::of(&[], &lots);
        known.household = adults(people);
        let days = |known: &Known| known.forecast().map(|f| [f.low, f.likely, f.high]);
        let home = days(&known);
        known.away = vec![away(next, next, None)];
        let later = home.map(|days| days.map(|day| day.succ_opt().unwrap_or(day)));
        prop_assert_eq!(days(&known), later);
        known.away.clear();
        known.changes =
            vec![HouseholdChange { from: nth(next), household: adults(people + more) }];
        prop_assert!(days(&known).map(|days| days[1]) <= home.map(|days| days[1]));
    }

    #[test]
    fn another_unit_gives_the_same_days(
        level in 1..90_000_i64,
        rate in 1..3_000_000_i64,
        capacity in 1..90_000_i64,
        usual in 1..90_000_i64,
    ) {
        let days = |scale: i64| {
            let mut known = Known::pinned(Quantity::from_thousandths(level * scale), rate * scale);
            known.jar.capacity = Some(Quantity::from_thousandths(capacity * scale));
            known.jar.usual = Some(Quantity::from_thousandths(usual * scale));
            known.forecast().map(|f| (f.earliest, f.low, f.likely, f.high, f.safe))
        };
        prop_assert_eq!(days(1), days(1000));
    }
}
