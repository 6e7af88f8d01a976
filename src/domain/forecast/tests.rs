//! What a forecast must say, in examples that a shopkeeper can check and in properties.

use proptest::prelude::{ProptestConfig, any, prop, prop_assert, prop_assert_eq, proptest};
use proptest::strategy::Strategy as Making;

use super::*;
use crate::domain::customer::Away;
use crate::domain::day::Period;
use crate::domain::id::{CustomerId, JarId, ProductId};
use crate::domain::money::Money;
use crate::domain::quantity::Rate;

/// The n-th day of 2026, the 1st of January being 1.
pub(super) fn nth(n: i32) -> Day {
    Day::from_num_days_from_ce_opt(739_616 + n).unwrap_or_default()
}

pub(super) fn kg(units: f64) -> Quantity {
    quantity(units)
}

pub(super) fn adults(adults: u16) -> Household {
    Household { adults, ..Household::default() }
}

pub(super) fn away(from: i32, to: i32, people: Option<u16>) -> Away {
    Away { period: Period { from: nth(from), to: nth(to) }, people }
}

/// A jar and everything about it, which a [`JarHistory`] can borrow.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) jar: Jar,
    pub(super) product: Product,
    pub(super) household: Household,
    pub(super) changes: Vec<HouseholdChange>,
    pub(super) away: Vec<Away>,
    pub(super) readings: Vec<(Day, Quantity)>,
    pub(super) delivered: Vec<(Day, Quantity)>,
}

impl Known {
    /// A jar in which so much was seen on day 10, used at a rate pinned in millionths a day.
    pub(super) fn pinned(level: Quantity, millionths: i64) -> Self {
        let product = ProductId::new(1);
        let mut jar = Jar::new(JarId::new(1), CustomerId::new(1), product);
        jar.pinned = (millionths > 0).then_some(Rate::from_millionths(millionths));
        Self {
            jar,
            product: Product::new(product, "rice".into(), "kg".into(), Money::ZERO),
            household: adults(4),
            changes: Vec::new(),
            away: Vec::new(),
            readings: vec![(nth(10), level)],
            delivered: Vec::new(),
        }
    }

    /// A jar of which nothing is agreed, with what was seen and what was brought in kilograms.
    pub(super) fn of(readings: &[(i32, f64)], delivered: &[(i32, f64)]) -> Self {
        let days =
            |list: &[(i32, f64)]| list.iter().map(|(n, units)| (nth(*n), kg(*units))).collect();
        Self {
            readings: days(readings),
            delivered: days(delivered),
            ..Self::pinned(Quantity::ZERO, 0)
        }
    }

    pub(super) fn history(&self) -> JarHistory<'_> {
        JarHistory {
            jar: &self.jar,
            product: &self.product,
            household: self.household,
            changes: &self.changes,
            away: &self.away,
            readings: &self.readings,
            delivered: &self.delivered,
        }
    }

    fn forecast(&self) -> Option<Forecast> {
        forecast(&self.history(), ServiceLevel::DEFAULT)
    }

    fn likely(&self) -> Option<Day> {
        self.forecast().map(|forecast| forecast.likely)
    }
}

#[test]
fn the_example_of_the_design_runs_out_on_30_march() {
    let mut known = Known::pinned(kg(12.0), 520_000);
    known.readings = vec![(nth(61), kg(12.0))];
    known.away = vec![away(64, 67, None)];
    let days = known.forecast().map(|f| (f.anchor, f.likely, f.level, f.seen, f.source));
    let march = |day| Day::from_ymd_opt(2026, 3, day).unwrap_or_default();
    assert_eq!(days, Some((march(2), march(30), kg(12.0), true, RateSource::Pinned)));
}

#[test]
fn the_example_of_the_design_is_unsure_by_three_days_when_learned_from_four_intervals() {
    let mut known = Known::of(
        &[(1, 5.0), (16, 4.9), (31, 5.5), (46, 4.8), (61, 4.9)],
        &[(1, 7.7), (16, 8.4), (31, 7.1), (46, 7.7), (61, 7.1)],
    );
    known.household = adults(5);
    known.away = vec![away(64, 67, None)];
    let days = known.forecast().map(|f| (f.low, f.likely, f.high, f.safe, f.intervals));
    assert_eq!(days, Some((nth(86), nth(89), nth(92), nth(84), 4)));
    let rate = known.forecast().map_or(0.0, |f| f.rate);
    assert!((rate - 0.52).abs() < 0.01, "{rate}");
}

#[test]
fn nothing_is_forecast_of_a_jar_of_which_nothing_is_known() {
    assert_eq!(Known::of(&[], &[]).forecast(), None);
    assert_eq!(Known::of(&[(1, 5.0)], &[]).forecast(), None);
    assert_eq!(Known::of(&[], &[(1, 5.0)]).forecast(), None);
}

#[test]
fn a_rate_comes_from_the_best_that_is_known() {
    let mut known = Known::of(&[], &[(1, 10.0), (11, 10.0)]);
    let mut source = |change: fn(&mut Known)| {
        change(&mut known);
        known.forecast().map(|f| (f.source, (f.rate * 1000.0).round() as i64, f.intervals))
    };
    let from_deliveries = source(|known| known.delivered.push((nth(31), kg(5.0))));
    assert_eq!(from_deliveries, Some((RateSource::Learned, 667, 2)));
    let people = source(|known| known.product.appetite = Some(Rate::from_millionths(120_000)));
    assert_eq!(people, Some((RateSource::People, 480, 0)));
    let declared = source(|known| known.jar.monthly = Some(kg(30.4375)));
    assert_eq!(declared, Some((RateSource::Declared, 1000, 0)));
    let from_readings = source(|known| {
        known.readings =
            [(1, 0.0), (11, 2.0), (31, 0.0)].map(|(n, level)| (nth(n), kg(level))).to_vec();
    });
    assert_eq!(from_readings, Some((RateSource::Learned, 667, 2)));
    let pinned = source(|known| known.jar.pinned = Some(Rate::from_millionths(250_000)));
    assert_eq!(pinned, Some((RateSource::Pinned, 250, 0)));
}

#[test]
fn intervals_without_use_or_without_people_teach_nothing() {
    let mut known = Known::of(&[(1, 9.0), (11, 9.5), (21, 4.0), (31, 2.0), (41, 1.0)], &[]);
    known.away = vec![away(32, 50, None)];
    let learned = known.forecast().map(|f| (f.intervals, (f.rate * 1000.0).round() as i64));
    assert_eq!(learned, Some((2, 375)));
}

#[test]
fn only_the_last_five_intervals_are_learned_from() {
    let days: Vec<_> = (0..8).map(|n| (1 + 10 * n, if n < 2 { 90.0 } else { 5.0 })).collect();
    let learned = Known::of(&[], &days).forecast().map(|f| (f.intervals, f.rate));
    assert_eq!(learned, Some((5, 0.5)));
}

#[test]
fn a_level_that_nobody_saw_is_walked_from_the_last_reading() {
    let mut known = Known::pinned(kg(3.0), 500_000);
    known.delivered =
        vec![(nth(1), kg(99.0)), (nth(10), kg(2.0)), (nth(14), kg(4.0)), (nth(40), kg(1.0))];
    let seen = |known: &Known| known.forecast().map(|f| (f.anchor, f.level, f.seen));
    assert_eq!(seen(&known), Some((nth(40), kg(1.0), false)));
    known.delivered.pop();
    assert_eq!(seen(&known), Some((nth(14), kg(7.0), false)));
    known.readings.push((nth(14), kg(2.0)));
    known.readings.push((nth(14), kg(1.5)));
    assert_eq!(seen(&known), Some((nth(14), kg(5.5), true)));
}

#[test]
fn the_level_between_two_visits_falls_with_the_use() {
    let mut known = Known::pinned(kg(10.0), 500_000);
    known.away = vec![away(12, 13, Some(2))];
    let forecast =
        known.forecast().map(|f| [9, 11, 13, 90].map(|n| level_on(&known.history(), &f, nth(n))));
    assert_eq!(forecast, Some([10.0, 9.5, 9.0, 0.0].map(kg)));
}

#[test]
fn a_change_of_the_household_scales_the_rate_from_its_day() {
    let mut known = Known::pinned(kg(10.0), 500_000);
    assert_eq!(known.likely(), Some(nth(30)));
    // Five days at a half are 2.5 kg, and the rest at a whole kilogram lasts eight days.
    known.changes = vec![HouseholdChange { from: nth(16), household: adults(8) }];
    assert_eq!(known.likely(), Some(nth(23)));
    known.household = adults(0);
    known.changes.clear();
    known.away = vec![away(11, 12, Some(3)), away(13, 15, None)];
    assert_eq!(known.likely(), Some(nth(33)), "of an unknown household only all can be away");
}

#[test]
fn the_earliest_day_is_the_first_on_which_the_usual_fits() {
    let mut known = Known::pinned(kg(10.0), 500_000);
    known.jar.capacity = Some(kg(12.0));
    let earliest = |known: &Known| known.forecast().map(|f| f.earliest);
    assert_eq!(earliest(&known), Some(nth(10)), "without a usual quantity it always fits");
    known.product.pack = Some(kg(5.0));
    assert_eq!(earliest(&known), Some(nth(16)));
    known.jar.usual = Some(kg(2.0));
    assert_eq!(earliest(&known), Some(nth(10)));
    known.jar.usual = Some(kg(13.0));
    assert_eq!(earliest(&known), known.likely());
}

#[test]
fn a_rhythm_counts_from_the_last_delivery_and_needs_no_rate() {
    let mut known = Known::of(&[(1, 1.0), (20, 2.0)], &[(3, 5.0)]);
    known.jar.strategy = Span::of_days(14).map_or(Strategy::OnCall, Strategy::Every);
    known.jar.safety_days = 1;
    let days = known.forecast().map(|f| (f.earliest, f.low, f.likely, f.high, f.safe, f.anchor));
    assert_eq!(days, Some((nth(15), nth(17), nth(17), nth(17), nth(16), nth(20))));
}

#[test]
fn safety_days_come_off_but_never_before_the_anchor() {
    let mut known = Known::pinned(kg(10.0), 500_000);
    let safe = |known: &Known| known.forecast().map(|f| f.safe);
    // 10 / (0.5 exp(1.6449 x 0.1)) is 16.97 days: sixteen whole ones.
    assert_eq!(safe(&known), Some(nth(26)));
    known.jar.safety_days = 3;
    assert_eq!(safe(&known), Some(nth(23)));
    known.jar.safety_days = u16::MAX;
    assert_eq!(safe(&known), Some(nth(10)));
}

#[test]
fn an_empty_jar_is_empty_today_and_an_unused_one_in_five_years() {
    assert_eq!(Known::pinned(Quantity::ZERO, 1).likely(), Some(nth(10)));
    let mut known = Known::pinned(kg(1.0), 1);
    assert_eq!(known.likely(), Day::from_ymd_opt(2031, 1, 10));
    known.away = vec![away(11, 999_999, None)];
    assert_eq!(known.forecast().map(|f| f.safe), Day::from_ymd_opt(2031, 1, 10));
}

#[test]
fn the_normal_quantiles_are_those_of_the_tables() {
    let table =
        [(0.5, 0.0), (0.1, 1.281_552), (0.05, 1.644_854), (0.02, 2.053_749), (0.001, 3.090_232)];
    for (chance, z) in table {
        assert!((normal::quantile_above(chance) - z).abs() < 1e-5, "{chance}");
    }
}

/// A list of days and quantities, sorted by day as the store gives them.
fn list(first: i32, last: i32, amount: i64) -> impl Making<Value = Vec<(Day, Quantity)>> {
    let one = ((first..=last).prop_map(nth), (-1..=amount).prop_map(Quantity::from_thousandths));
    prop::collection::vec(one, 0..9).prop_map(|mut list| {
        list.sort_by_key(|(day, _)| *day);
        list
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
    let lists = (list(first, last, amount), list(first, last, amount));
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

/// What is true of every forecast.
fn is_sound(known: &Known, service: u16) -> bool {
    let Some(service) = ServiceLevel::from_thousandths(service) else { return false };
    forecast(&known.history(), service).is_none_or(|f| {
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
        known in anything(-90_000_000, 90_000_000, i64::MAX),
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
        known.changes.retain(|change| change.household.adults > 0);
        let before = known.likely();
        known.household.adults += more;
        prop_assert!(known.likely() <= before);
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
