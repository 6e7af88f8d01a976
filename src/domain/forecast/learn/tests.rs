//! Tests of learning from one jar, against numbers computed by hand and by properties of any jar.

use proptest::prelude::{any, prop, prop_assert, proptest};

use super::*;
use crate::domain::forecast::prior::HouseholdSize;

/// Jars of this kind last `e^3` days for a lot of one; what is known of them counts as two intervals.
const PRIOR: Prior = Prior {
    centre: 0.0,
    means: [3.0; 6],
    elasticity: 0.8,
    buyers: -1.0,
    within: 0.30,
    within_seen: 0.05,
    between: 0.15,
    jars: 0.0,
    level_variance: 0.0,
};

fn outlook(intervals: &[(f64, f64)], now: f64, said: Option<Said>) -> Outlook {
    let mut learned = Learned::default();
    intervals.iter().for_each(|(y, l)| learned.finish(&Interval::of(y.exp(), *l)));
    learned.outlook(now, HouseholdSize::Unknown, &PRIOR, said)
}

#[track_caller]
fn assert_near(outlook: Outlook, centre: f64, scale: f64) {
    let near = (outlook.centre - centre).abs() < 1e-5 && (outlook.scale - scale).abs() < 1e-5;
    assert!(near, "{outlook:?}, expected {centre} and {scale}");
}

#[test]
fn the_first_lot_lasts_as_long_as_that_of_others_who_buy_so_much() {
    // A lot of two: one lot tells 1 / 3.4 of how much larger they buy, 0.203867; mu is 2.796133, and
    // 0.8 * ln 2 = 0.554518 longer. The scale is sqrt(0.3 * (1 + 1/2)).
    assert_near(outlook(&[], 2_f64.ln(), None), 3.350_651, 0.670_820);
}

#[test]
fn one_interval_counts_for_less_than_the_others_while_the_household_is_not_settled() {
    // The others count for 2 * 1.7: (3.4 * 3 + 3.5) / 4.4; (4 * 0.3 + 3.4/4.4 * 0.25) / 5 * (1 + 1/4.4).
    assert_near(outlook(&[(3.5, 0.0)], 0.0, None), 3.113_636, 0.584_776);
}

#[test]
fn two_intervals_fade_and_a_part_of_the_last_surprise_is_expected_again() {
    // The others count for 2 * (1 + 0.7 / sqrt 2) = 2.989949; weights are 0.9 and 1: (8.969848 + 3.15 +
    // 3.1) / 4.889949 = 3.112476. Before, 3.125315 was to be expected and 3.1 came: 0.05 of it comes again.
    // The squares: 1.2 + 0.075789 around their mean + 0.097349 apart, over 5.9, by 1 + 1/4.889949.
    assert_near(outlook(&[(3.5, 0.0), (3.1, 0.0)], 0.0, None), 3.111_210, 0.529_462);
}

#[test]
fn what_they_say_takes_the_place_of_what_others_do_and_counts_as_surely_as_it_is_meant() {
    // B1. ln 30, and 0.3 / 0.16 = 1.875 intervals: sqrt(0.3 * (1 + 1/1.875)).
    let said = Some(Said { days: 30.0, by: SaidBy::Customer });
    assert_near(outlook(&[], 0.0, said), 3.401_197, 0.678_233);
    // Beside the first interval it counts 1.7 times: (3.1875 * 3.401197 + 3.5) / 4.1875.
    assert!((outlook(&[(3.5, 0.0)], 0.0, said).centre - 3.424_792).abs() < 1e-5);
}

#[test]
fn what_people_usually_need_is_weighed_with_others_once_these_have_taught_something() {
    // B1. 0.3 / 0.36 = 0.833333 intervals of ln 30 beside 2 of 3.
    let said = Some(Said { days: 30.0, by: SaidBy::People });
    let known = Prior { jars: 9.0, ..PRIOR };
    let weighed = Learned::default().outlook(0.0, HouseholdSize::Unknown, &known, said);
    assert!((weighed.centre - 3.117_999).abs() < 1e-5, "{}", weighed.centre);
    assert!((outlook(&[], 0.0, said).centre - 30_f64.ln()).abs() < 1e-9);
}

#[test]
fn one_interval_moves_a_learned_rate_by_a_quarter_at_most() {
    // B14. A lot that lasted a tenth of what all before it did.
    let (steady, feast) = ([(3.0, 0.0); 4], [(3.0, 0.0), (3.0, 0.0), (3.0, 0.0), (0.7, 1.5)]);
    let (before, after) = (outlook(&steady, 0.0, None), outlook(&feast, 0.0, None));
    assert_eq!(before.held_back, None);
    assert!(after.held_back.is_some_and(|by| by > 0.0), "{after:?}");
    let mut learned = Learned::default();
    feast.iter().for_each(|(y, l)| learned.finish(&Interval::of(y.exp(), *l)));
    let mean = learned.within_reach(0.0, (2.0, 3.0), &PRIOR);
    assert!((mean - (3.0 - MOST_SHIFT)).abs() < 1e-9, "{mean}");
}

#[test]
fn a_large_lot_counts_for_more_and_at_most_three_times() {
    let weights = |sizes: &[f64]| {
        let mut learned = Learned::default();
        sizes.iter().for_each(|size| learned.finish(&Interval::of(20.0, *size)));
        learned.recent.weight
    };
    assert_eq!(weights(&[0.0]), 1.0);
    // Twice as large: the mean size is ln 2 / 2, so its weight is 2 to the power of 0.8 / 2.
    assert!((weights(&[0.0, 2_f64.ln()]) - (0.9 + 2_f64.powf(0.4))).abs() < 1e-9);
    assert!((weights(&[0.0, 10.0]) - 3.9).abs() < 1e-9);
    assert!((weights(&[10.0, 0.0]) - (0.9 + 1.0 / 3.0)).abs() < 1e-9);
}

#[test]
fn where_there_is_plenty_more_is_eaten() {
    let lots = [(3.0, 0.0), (3.0, 0.0)];
    let longer = outlook(&lots, 1.0, None).centre - outlook(&lots, 0.0, None).centre;
    // 0.8 longer by its size, 0.8 * 0.15 less for the plenty; and who buys so much eats faster: the third
    // lot moves the usual size by a third, of which 3 / 5.4 tells, with 2.989949 / 4.889949 of the weight,
    // less what of the surprise by it comes again: 0.05 * 2.989949 / 3.989949.
    let faster = 0.185_185 * (0.611_448 - 0.05 * 0.749_370);
    assert!((longer - (0.8 - 0.12 - faster)).abs() < 1e-5, "{longer}");
}

#[test]
fn a_jar_with_top_ups_lasts_longer_than_the_mean_of_its_logarithms() {
    let wild = Prior { within: 1.0, between: 0.5, ..PRIOR };
    let mut learned = Learned::default();
    [3.0_f64, 3.0].iter().for_each(|y| learned.finish(&Interval::of(y.exp(), 0.0)));
    let outlook = learned.outlook(0.0, HouseholdSize::Unknown, &wild, None);
    // 4 * 1 / 5.9 * (1 + 1/4.889949) is a variance of 0.816611; 0.3 of what is above 0.64.
    assert!((outlook.centre - (3.0 + 0.3 * 0.176_611)).abs() < 1e-4, "{outlook:?}");
}

#[test]
fn a_dearer_unit_is_a_larger_lot_by_the_root_of_the_price() {
    assert!((size_of(4.0, 1.0) - 4_f64.ln()).abs() < 1e-12);
    assert!((size_of(4.0, 1.44) - 4.8_f64.ln()).abs() < 1e-12);
    assert_eq!(size_of(4.0, 0.0), size_of(4.0, 1.0 / 3.0));
    assert_eq!(size_of(4.0, f64::NAN), size_of(4.0, 1.0));
}

#[test]
fn what_was_learned_of_half_as_many_is_that_of_intervals_that_were_twice_as_long() {
    let intervals = [(3.5, 0.4), (3.1, 0.0), (3.8, 0.9)];
    let mut halved = Learned::default();
    intervals.iter().for_each(|(y, l)| halved.finish(&Interval::of(f64::exp(*y), *l)));
    halved.rescale(2.0);
    let mut longer = Learned::default();
    intervals.iter().for_each(|(y, l)| longer.finish(&Interval::of(2.0 * f64::exp(*y), *l)));
    let outlook = |learned: &Learned| learned.outlook(0.3, HouseholdSize::Two, &PRIOR, None);
    assert_near(outlook(&halved), outlook(&longer).centre, outlook(&longer).scale);
}

#[test]
fn days_are_the_quantiles_of_the_outlook() {
    let outlook =
        Outlook { centre: 3.0, scale: 0.5, lots: Lots::Many, certainty: 9.0, held_back: None };
    let quantiles = Quantiles::default();
    assert!((outlook.days(0.10, &quantiles) - (3.0_f64 - 1.25 * 0.5).exp()).abs() < 1e-9);
    assert!((outlook.standardised(3.5_f64.exp()) - 1.0).abs() < 1e-9);
    assert!(outlook.at_most(&quantiles) > outlook.days(0.95, &quantiles));
}

proptest! {
    #[test]
    fn whatever_is_put_in_the_days_are_a_number(
        intervals in prop::collection::vec((any::<f64>(), any::<f64>(), any::<f64>()), 0..20),
        (quantity, price) in (any::<f64>(), any::<f64>()),
        said in any::<Option<f64>>(),
        chance in any::<f64>(),
    ) {
        let mut learned = Learned::default();
        for (days, quantity, price) in intervals {
            learned.finish(&Interval::of(days, size_of(quantity, price)));
        }
        let said = said.map(|days| Said { days, by: SaidBy::Customer });
        let outlook = learned.outlook(size_of(quantity, price), HouseholdSize::Two, &PRIOR, said);
        let days = outlook.days(chance, &Quantiles::default());
        prop_assert!(days.is_finite() && days >= 0.5, "{days} of {outlook:?}");
        prop_assert!(outlook.scale > 0.0);
    }

    #[test]
    fn the_unit_in_which_a_product_is_measured_does_not_matter(
        intervals in prop::collection::vec((1.0..200.0, 0.1..50.0), 0..12),
        quantity in 0.1..50.0,
        units in 0.01..1000.0,
    ) {
        let in_units = |units: f64| {
            let mut learned = Learned::default();
            for (days, quantity) in &intervals {
                learned.finish(&Interval::of(*days, size_of(quantity * units, 1.0)));
            }
            let prior = Prior { centre: size_of(units, 1.0), ..PRIOR };
            learned.outlook(size_of(quantity * units, 1.0), HouseholdSize::Two, &prior, None)
        };
        let (one, other) = (in_units(1.0), in_units(units));
        prop_assert!((one.centre - other.centre).abs() < 1e-6);
        prop_assert!((one.scale - other.scale).abs() < 1e-6);
    }

    #[test]
    fn a_fuller_jar_is_never_empty_earlier(
        intervals in prop::collection::vec((1.0..200.0, 0.1..50.0), 0..12),
        quantity in 0.1..50.0,
        more in 1.0..5.0,
    ) {
        let mut learned = Learned::default();
        intervals.iter().for_each(|(days, used)| learned.finish(&Interval::of(*days, size_of(*used, 1.0))));
        let centre = |q| learned.outlook(size_of(q, 1.0), HouseholdSize::Two, &PRIOR, None).centre;
        prop_assert!(centre(quantity * more) >= centre(quantity) - 1e-9);
    }
}
