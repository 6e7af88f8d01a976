//! Tests of the forecast, by examples that a shopkeeper can check and by properties.

mod properties;

use super::default_prior::Factory;
use super::prior::DeliverySize;
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

pub(super) fn lot(n: i32, units: f64) -> Lot {
    Lot { on: nth(n), quantity: kg(units), price: 1.0, early: false, cut_down: false }
}

/// A shop in which 10 kg are thought to last 30 days.
pub(super) fn prior() -> Prior {
    let factory = Factory::alike(Some(learn::size_of(10.0, 1.0)), 30.0, 0.02);
    Prior::of_factory(&factory, DeliverySize::default())
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
    pub(super) delivered: Vec<Lot>,
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
        Self {
            readings: readings.iter().map(|(n, units)| (nth(*n), kg(*units))).collect(),
            delivered: delivered.iter().map(|(n, units)| lot(*n, *units)).collect(),
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
            rough: &[],
            enough: &[],
            delivered: &self.delivered,
        }
    }

    fn foresee(&self, accepted: ServiceLevel) -> Option<JarForecast> {
        let (prior, quantiles) = (prior(), Quantiles::default());
        let knowledge = ModelParams { prior: &prior, quantiles: &quantiles };
        forecast(&self.history(), &knowledge, accepted)
    }

    fn forecast(&self) -> Option<Forecast> {
        self.foresee(ServiceLevel::DEFAULT).map(|foreseen| foreseen.forecast)
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
fn the_example_of_the_design_is_learned_from_four_intervals() {
    let mut known = Known::of(
        &[(1, 5.0), (16, 4.9), (31, 5.5), (46, 4.8), (61, 4.9)],
        &[(1, 7.7), (16, 8.4), (31, 7.1), (46, 7.7), (61, 7.1)],
    );
    known.household = adults(5);
    known.away = vec![away(64, 67, None)];
    // A shop that has seen much: its jars are used evenly, and its errors are small.
    let prior = Prior { within_seen: 0.007, between: 0.16, ..prior() };
    let knowledge = ModelParams { prior: &prior, quantiles: &Quantiles::default() };
    let foreseen = forecast(&known.history(), &knowledge, ServiceLevel::DEFAULT);
    let days = foreseen.map(|f| f.forecast).map(|f| (f.low, f.likely, f.high, f.safe, f.intervals));
    assert_eq!(days, Some((nth(86), nth(89), nth(92), nth(84), 4)));
}

#[test]
fn nothing_is_forecast_of_a_jar_of_which_nothing_is_known() {
    assert_eq!(Known::of(&[], &[]).forecast(), None);
}

#[test]
fn a_first_delivery_lasts_as_long_as_a_usual_lot_of_others() {
    let forecast = Known::of(&[], &[(1, 10.0)]).forecast();
    // The factory is unsure by 0.02 of it, and other jars differ by 0.16: sqrt(0.3 * (1 + 0.18 / 0.3)) is
    // a scale of 0.692820; e^(0.13 * 0.692820) times 30 days are 32.8: on the 33rd day.
    let told = forecast.map(|f| (f.likely, f.intervals, f.source, f.seen));
    assert_eq!(told, Some((nth(34), 0, RateSource::Others, false)));
    let ordered = forecast.map(|f| f.safe < f.low && f.low < f.likely && f.likely < f.high);
    assert_eq!(ordered, Some(true));
}

#[test]
fn a_jar_that_is_filled_every_two_weeks_is_expected_to_last_about_two_weeks() {
    let every: Vec<(i32, f64)> = (0..12).map(|n| (1 + 14 * n, 10.0)).collect();
    let forecast = Known::of(&[], &every).forecast();
    let lasts = forecast.map_or(0, |f| (f.likely - f.anchor).num_days());
    assert!((13..=16).contains(&lasts), "{lasts}");
    assert_eq!(forecast.map(|f| (f.source, f.intervals)), Some((RateSource::Learned, 11)));
}

#[test]
fn what_was_seen_at_the_door_runs_out_not_what_was_brought() {
    let brought: Vec<(i32, f64)> = (0..8).map(|n| (1 + 20 * n, 10.0)).collect();
    let seen: Vec<(i32, f64)> =
        (0..8).map(|n| (1 + 20 * n, if n == 0 { 0.0 } else { 5.0 })).collect();
    let forecast = Known::of(&seen, &brought).forecast();
    assert_eq!(forecast.map(|f| (f.level, f.seen)), Some((kg(15.0), true)));
    // Half a kilogram a day.
    let rate = forecast.map_or(0.0, |f| f.rate);
    assert!((rate - 0.5).abs() < 0.06, "{rate}");
}

#[test]
fn what_they_say_and_how_many_they_are_move_a_first_forecast() {
    let mut known = Known::of(&[], &[(1, 10.0)]);
    let told = |known: &Known| known.forecast().map(|f| (f.source, f.likely));
    let others = told(&known);
    known.product.appetite = Some(Rate::from_millionths(200_000));
    let counted = told(&known);
    assert_eq!(counted.map(|(source, _)| source), Some(RateSource::People));
    // Four people at 0.2 kg a day need 12 days for 10 kg, not 30.
    assert!(counted.map(|(_, day)| day) < others.map(|(_, day)| day));
    known.jar.monthly = Some(kg(60.0));
    let said = told(&known);
    assert_eq!(said.map(|(source, _)| source), Some(RateSource::Declared));
    assert!(said.map(|(_, day)| day) < counted.map(|(_, day)| day));
}

#[test]
fn a_dearer_sack_is_expected_to_last_longer() {
    let likely = |prices: [f64; 3]| {
        let mut known = Known::of(&[], &[(1, 10.0), (20, 10.0), (41, 10.0)]);
        known.delivered.iter_mut().zip(prices).for_each(|(lot, price)| lot.price = price);
        known.likely()
    };
    assert!(likely([1.0, 1.0, 2.0]) > likely([1.0; 3]));
    // A price of a sack that is long eaten does not make the one in the jar better.
    assert!(likely([2.0, 2.0, 1.0]) < likely([2.0; 3]));
}

/// Twelve visits, ten days apart, at which so much had been used of 10 kg.
fn used(amounts: [f64; 11]) -> Option<RateChange> {
    let mut known = Known::of(&[(1, 0.0)], &[(1, 10.0)]);
    for (n, amount) in (1..).zip(amounts) {
        known.readings.push((nth(1 + 10 * n), kg(10.0 - amount)));
        known.delivered.push(lot(1 + 10 * n, amount));
    }
    known.foresee(ServiceLevel::DEFAULT).and_then(|foreseen| foreseen.change)
}

#[test]
fn a_household_that_eats_twice_as_much_from_a_day_on_is_noticed_and_a_feast_is_not() {
    assert_eq!(used([4.0, 4.2, 3.9, 4.1, 4.0, 3.9, 4.2, 4.0, 4.1, 3.9, 4.0]), None);
    assert_eq!(used([4.0, 4.2, 3.9, 4.1, 4.0, 3.9, 4.2, 4.0, 4.1, 3.9, 9.0]), None);
    let change = used([4.0, 4.2, 3.9, 4.1, 4.0, 3.9, 4.2, 4.0, 9.5, 9.8, 9.6]);
    assert_eq!(change.map(|change| (change.since, change.intervals)), Some((nth(81), 3)));
    let (before, after) = change.map_or((0.0, 0.0), |change| (change.before, change.after));
    // The use of other jars pulls the estimate a little.
    assert!((before - 0.405).abs() < 0.04, "{before}");
    assert!((after - 0.963).abs() < 0.001, "{after}");
}

#[test]
fn a_level_that_nobody_saw_is_walked_from_the_last_reading() {
    let mut known = Known::pinned(kg(3.0), 500_000);
    known.delivered =
        [(1, 99.0), (10, 2.0), (14, 4.0), (40, 1.0)].map(|(n, units)| lot(n, units)).to_vec();
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
    assert_eq!(known.forecast().map(|f| f.safe), Day::from_ymd_opt(2031, 1, 9));
}

#[test]
fn the_normal_quantiles_are_those_of_the_tables() {
    let table =
        [(0.5, 0.0), (0.1, 1.281_552), (0.05, 1.644_854), (0.02, 2.053_749), (0.001, 3.090_232)];
    for (chance, z) in table {
        assert!((normal::quantile_above(chance) - z).abs() < 1e-5, "{chance}");
    }
}
