//! Tests of the prior that a shop learns from all its jars, against numbers computed by hand and in
//! simulated shops.

use super::*;
use crate::domain::forecast::intervals::Interval;
use crate::domain::forecast::learn::{Learned, size_of};
use crate::domain::forecast::normal;
use crate::domain::forecast::pooled_stats::{Counted, Open};

#[track_caller]
fn assert_near(value: f64, expected: f64) {
    assert!((value - expected).abs() < 1e-5, "{value}, expected {expected}");
}

/// A jar into which nobody looks.
fn counted(learned: &Learned, open: Option<Open>, people: HouseholdSize) -> Counted<'_> {
    Counted { learned, open, people, looked: Observed::Never, said: None }
}

/// A kind of product of which a lot of one lasts 30 days, they say.
fn kind(census: Census) -> ProductKind {
    ProductKind {
        factory: Factory::alike(Some(0.0), 30.0, 0.02),
        lots: DeliverySize::default(),
        census,
    }
}

#[test]
fn a_shop_without_jars_expects_what_the_factory_does() {
    let kind = kind(Census::default());
    let factory = Prior::of_factory(&kind.factory, kind.lots);
    let fitted = refit(&[kind]);
    let prior = fitted.first().copied().unwrap_or(factory);
    assert_eq!(fitted.len(), 1);
    assert_near(prior.means[0], 30_f64.ln());
    assert_near(prior.elasticity, 0.8);
    assert_near(prior.within, 0.30);
    // Jars differ by 0.16, and the factory is unsure by 0.02 of all of them.
    assert_near(prior.between, 0.18);
    assert_near(prior.buyers, -1.1);
    assert_eq!(prior.jars, 0.0);
}

#[test]
fn eight_jars_worth_of_evidence_move_the_mean_by_two_thirds() {
    let mut census = Census::default();
    census.people[0] = Count { weight: 8.0, x: 4.0, ..Count::default() };
    let prior = refit(&[kind(census)])[0];
    // The jars are 0.5 longer. The kind tells it as surely as 1 / (0.02 + 0.16 / 8) = 25, the factory
    // contradicts with 1 / 0.02 = 50: the shop is 1/6 off. The kind leans on that with 0.16 / 0.02 = 8
    // jars: (4 + 8/6) / 16 = 1/3. Alone, one leans on that with 50 households: (4 - 8/3) / 58.
    assert_near(prior.means[1], 30_f64.ln() + 1.0 / 3.0);
    assert_near(prior.means[0], 30_f64.ln() + 1.0 / 3.0 + 4.0 / 3.0 / 58.0);
}

#[test]
fn a_kind_leans_on_the_shop_s_other_kinds() {
    let mut census = Census::default();
    census.people[5] = Count { weight: 1000.0, x: 500.0, ..Count::default() };
    let priors = refit(&[kind(census), kind(Census::default())]);
    // 1 / (0.02 + 0.00016) = 49.603 against 50: 0.249.
    assert_near(priors[1].means[5], 30_f64.ln() + 0.5 * 49.603_17 / 99.603_17);
}

#[test]
fn elasticity_and_variance_come_from_inside_the_jars() {
    let mut jar = Learned::default();
    for (days, size) in [(20.0_f64, 0.0), (20.0 * 4_f64.powf(0.5), 4_f64.ln())] {
        jar.finish(&Interval::of(days, size));
    }
    let mut census = Census::default();
    let prior = Prior::of_factory(&Factory::alike(Some(0.0), 30.0, 0.02), DeliverySize::default());
    census.add(
        counted(&jar, None, HouseholdSize::Two),
        &prior,
        &Factory::alike(Some(0.0), 30.0, 0.02),
    );
    // Sizes are ln 2 around their mean: 2 * 0.480453, at a slope of a half.
    assert_near(census.slope.xx, 0.960_906);
    assert_near(census.slope.xy, 0.480_453);
    assert_near(census.scatters[0].freedom, 1.0);
    // At the elasticity of 0.8 each is off by 0.3 * ln 2.
    assert_near(census.scatters[0].squares, 2.0 * (0.3 * 2_f64.ln()).powi(2));
    let fitted = refit(&[kind(census)])[0];
    let shop = (0.480_453 + 60.0 * 0.8) / (0.960_906 + 60.0);
    assert_near(fitted.elasticity, (0.480_453 + 80.0 * shop) / (0.960_906 + 80.0));
}

#[test]
fn a_lot_that_has_lasted_as_long_as_expected_tells_that_it_lasts_longer() {
    let factory = Factory::alike(Some(0.0), 30.0, 0.02);
    let prior = Prior::of_factory(&factory, DeliverySize::default());
    let mut census = Census::default();
    let open = Open { size: 0.0, days: 30.0 };
    census.add(counted(&Learned::default(), Some(open), HouseholdSize::Two), &prior, &factory);
    // At its centre the hazard is 0.797885: 0.636620 of an interval, 1 / 0.797885 scales later. The scale
    // is sqrt(0.3 * (1 + 0.18/0.3)) = 0.692820; the jar's share 0.18 / (0.18 + 0.3 / 0.636620).
    let count = census.people[HouseholdSize::Two.index()];
    assert_near(count.weight, 0.276_396);
    assert_near(count.x / count.weight, 0.692_820 / 0.797_885);
}

#[test]
fn a_lot_just_begun_tells_nothing_and_one_long_gone_tells_nothing() {
    let factory = Factory::alike(Some(0.0), 30.0, 0.02);
    let prior = Prior::of_factory(&factory, DeliverySize::default());
    let weight = |days: f64| {
        let mut census = Census::default();
        let open = Some(Open { size: 0.0, days });
        census.add(counted(&Learned::default(), open, HouseholdSize::Two), &prior, &factory);
        census.all().weight
    };
    assert!(weight(0.0) < 0.01, "{}", weight(0.0));
    assert!(weight(60.0) > weight(30.0));
    assert_eq!(weight(400.0), 0.0);
}

/// A shop of 200 jars that were all filled on day 0 and again whenever they were empty, looked at every
/// week up to day `until`: what it has learned of how long a lot lasts. In truth it is `truth` days.
fn shop_after(until: i32, truth: f64, elasticity: f64) -> Prior {
    let factory = Factory::alike(Some(0.0), 40.0, 0.02);
    let mut kind =
        ProductKind { factory, lots: DeliverySize::default(), census: Census::default() };
    let mut prior = Prior::of_factory(&factory, kind.lots);
    let jars = 200;
    for today in (7..=until).step_by(7) {
        kind.lots = DeliverySize::default();
        kind.census = Census::default();
        for jar in 0..jars {
            // Every jar has its own pace, and every lot its luck: quantiles in a shuffled order.
            let z =
                |n: i32| normal::quantile((f64::from(n.rem_euclid(jars)) + 0.5) / f64::from(jars));
            let pace = 0.4 * z(jar);
            let (mut learned, mut begun, mut lot) = (Learned::default(), 0.0, 0);
            let open = loop {
                let size = 0.5 * z(jar * 37 + lot * 59 + 11);
                kind.lots.add(size);
                let luck = 0.5 * z(jar * 71 + lot * 113 + 5);
                let days = (truth.ln() + pace + luck + elasticity * size).exp();
                if begun + days > f64::from(today) {
                    break Open { size, days: f64::from(today) - begun };
                }
                learned.finish(&Interval::of(days, size));
                begun += days;
                lot += 1;
            };
            kind.census.add(
                counted(&learned, Some(open), HouseholdSize::Unknown),
                &prior,
                &factory,
            );
        }
        prior = refit(std::slice::from_ref(&kind))[0];
    }
    prior
}

#[test]
fn a_shop_learns_how_long_its_lots_last() {
    let prior = shop_after(365, 20.0, 0.5);
    let off = prior.means[5] - 20_f64.ln();
    assert!(off.abs() < 0.1, "{off}");
    assert!((prior.elasticity - 0.5).abs() < 0.05, "{}", prior.elasticity);
    assert!((prior.within - 0.25).abs() < 0.05, "{}", prior.within);
}

#[test]
fn a_young_shop_is_not_taken_in_by_the_short_lots_that_are_finished_first() {
    let prior = shop_after(21, 40.0, 0.8);
    let off = prior.means[5] - 40_f64.ln();
    assert!(off.abs() < 0.1, "{off}");
}

#[test]
fn more_people_never_eat_slower_whatever_the_shop_has_seen() {
    let mut census = Census::default();
    for (n, count) in census.people.iter_mut().enumerate() {
        *count = Count { weight: 100.0, x: 30.0 * n as f64, ..Count::default() };
    }
    let means = refit(&[kind(census)])[0].means;
    assert!(means.windows(2).take(4).all(|pair| pair[0] >= pair[1]), "{means:?}");
    // An unknown number of people is not one of the ordered sizes.
    assert!(means[5] > means[0]);
}

#[test]
fn neighbours_share_their_mean_by_their_weight() {
    let mut means = [3.0, 3.6, 3.0, 2.0, 1.0, 9.0];
    let mut people = [Count::default(); PEOPLE];
    people[1].weight = 50.0;
    never_later(&mut means, &people);
    // 3.0 with 50 and 3.6 with 100.
    assert_near(means[0], 3.4);
    assert_near(means[1], 3.4);
    assert_eq!(means[2..], [3.0, 2.0, 1.0, 9.0]);
}

#[test]
fn sizes_are_those_of_learning() {
    let mut lots = DeliverySize::default();
    lots.add(size_of(3.0, 1.0));
    assert_near(Factory::alike(Some(0.0), 30.0, 0.02).centre(lots), 3_f64.ln() / 6.0);
}
