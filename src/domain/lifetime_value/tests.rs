//! The models on a small made-up shop, and what always holds of them.

use super::*;
use crate::domain::Quantity;
use crate::domain::id::{CustomerId, ProductId};
use crate::domain::views::Sale;
use chrono::Days;
use proptest::prelude::*;

fn today() -> Day {
    "2026-03-31".parse().unwrap()
}

/// The record of purchases so many days ago, each with its amount.
fn record(purchases: &[(u64, i64)]) -> PurchaseRecord {
    let mut record = None;
    for (ago, amount) in purchases {
        PurchaseRecord::add(&mut record, &sale(*ago, 1, *amount));
    }
    record.unwrap()
}

fn sale(ago: u64, quantity: i64, amount: i64) -> Sale {
    Sale {
        on: today() - Days::new(ago),
        customer: CustomerId::new(1),
        product: ProductId::new(1),
        quantity: Quantity::whole(quantity),
        amount: Money::from_minor(amount),
        cost: Some(Money::from_minor(amount * 3 / 4)),
    }
}

/// A made-up shop: customers with 0 to 9 repeat purchases, of whom every third one has not come for long.
fn shop(customers: u64) -> Vec<PurchaseRecord> {
    (0..customers)
        .map(|number| {
            let (visits, gap) = (1 + number * 7 % 10, 9 + number * 5 % 23);
            let silent = if number % 3 == 0 { 150 } else { number % 20 };
            let amount = |visit: u64| 2_000 + (number * 37 % 50 * 100 + visit * 131 % 900) as i64;
            let days: Vec<_> = (0..visits)
                .map(|visit| (silent + (visits - 1 - visit) * gap, amount(visit)))
                .collect();
            record(&days)
        })
        .collect()
}

#[test]
fn a_day_is_one_purchase_and_goods_that_come_back_are_none() {
    let mut all = None;
    for one in [
        sale(60, -1, -9),
        sale(50, 2, 100),
        sale(50, 1, 50),
        sale(40, -1, -50),
        sale(30, 1, 80),
        sale(20, 1, 40),
    ] {
        PurchaseRecord::add(&mut all, &one);
    }
    let all = all.unwrap();
    assert_eq!((all.purchases, all.total.revenue), (3, Money::from_minor(220)));
    assert_eq!(all.first_revenue, Money::from_minor(100));
    assert_eq!(all.history(today()), PurchaseHistory { repeats: 2, recency: 30, age: 50 });
    assert_eq!(all.spending(), SpendHistory { repeats: 2, mean: 60.0 });
    assert_eq!((all.usual_gap(), all.silent_days(today())), (Some(15.0), 20));
    assert_eq!((all.overdue_days(today()), all.risk(today())), (Some(5), ChurnRisk::Low));
    assert_eq!(all.margin_share(), Some(0.25));
}

#[test]
fn the_simple_value_is_average_times_purchases_a_year_times_years() {
    // 100 x 4 a year x 8 years = 3,200: four purchases in a year.
    let all = record(&[(365, 100), (270, 100), (180, 100), (90, 100)]);
    let value = all.simple_value(today(), 8).unwrap();
    assert!((value - 3_200.0).abs() < 3.0, "{value}");
    // A customer of three weeks tells nothing of a year.
    assert_eq!(record(&[(21, 100), (7, 100)]).a_year(today()), None);
}

#[test]
fn a_large_shop_is_fitted_without_a_prior_and_no_model_near_by_is_better() {
    let records = shop(400);
    let model = ValueModel::fit(&records, today());
    assert_eq!((model.prior_weight, model.repeat_customers), (0.0, 360));
    let histories: Vec<_> = records.iter().map(|one| one.history(today())).collect();
    let spending: Vec<_> = records.iter().map(PurchaseRecord::spending).collect();
    let BgNbd { r, alpha, a, b } = model.purchases;
    let best = model.purchases.log_likelihood(&histories) + 1e-6;
    for part in [0.98, 1.02] {
        for other in [
            BgNbd { r: r * part, alpha, a, b },
            BgNbd { r, alpha: alpha * part, a, b },
            BgNbd { r, alpha, a: a * part, b },
            BgNbd { r, alpha, a, b: b * part },
        ] {
            assert!(other.log_likelihood(&histories) < best, "{other:?}");
        }
    }
    let GammaGamma { p, q, v } = model.spending;
    let best = model.spending.log_likelihood(&spending) + 1e-6;
    for part in [0.98, 1.02] {
        for other in [
            GammaGamma { p: p * part, q, v },
            GammaGamma { p, q: q * part, v },
            GammaGamma { p, q, v: v * part },
        ] {
            assert!(other.log_likelihood(&spending) < best, "{other:?}");
        }
    }
}

#[test]
fn a_small_shop_stays_near_the_usual_one() {
    for records in [vec![], vec![record(&[(40, 5_000)])], shop(5)] {
        let model = ValueModel::fit(&records, today());
        assert!(model.prior_weight > 0.9);
        assert!((0.2..5.0).contains(&model.purchases.r), "{model:?}");
        assert!((1.0..60.0).contains(&model.purchases.alpha), "{model:?}");
        assert!(model.spending.q > 1.0);
    }
    // One purchase of 50 tells of the next one about that much.
    let model = ValueModel::fit(&[record(&[(40, 5_000)])], today());
    let expected = model.expect(&record(&[(40, 5_000)]), today(), 39);
    assert!((3_000.0..8_000.0).contains(&expected.amount), "{expected:?}");
    // The weight falls in a straight line.
    assert_eq!([0, 50, 200, 1000].map(prior::weight), [1.0, 0.75, 0.0, 0.0]);
}

#[test]
fn the_expectation_follows_the_published_formulas() {
    // Fader, Hardie and Lee 2005: a customer with 2 repeat purchases at week 30.43 of 38.86 is expected to make
    // 1.226 more in 39 weeks.
    let model = BgNbd { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
    let customer = PurchaseHistory { repeats: 2, recency: 213, age: 272 };
    assert!((model.expected_purchases(&customer, 39.0) - 1.226).abs() < 1e-3);
}

#[test]
fn quintiles_are_fifths_of_the_ranks_and_ties_go_by_the_order() {
    let days: Vec<_> = [10, 9, 9, 9, 1, 3, 2].map(|ago| record(&[(ago, 100)])).into();
    let recency: Vec<u8> = rfm_scores(&days).iter().map(|score| score.recency).collect();
    assert_eq!(recency, [1, 2, 3, 3, 5, 4, 5]);
    let frequency: Vec<u8> = rfm_scores(&days).iter().map(|score| score.frequency).collect();
    assert_eq!(frequency, [1, 2, 3, 3, 4, 5, 5]);
    assert!(rfm_scores(&[]).is_empty());
}

fn models() -> impl Strategy<Value = BgNbd> {
    (0.05..5.0, 0.5..50.0, 0.1..5.0, 0.3..9.0).prop_map(|(r, alpha, a, b)| BgNbd { r, alpha, a, b })
}

fn histories() -> impl Strategy<Value = PurchaseHistory> {
    (0_u32..40, 0_u32..700, 0_u32..700).prop_map(|(repeats, one, other)| PurchaseHistory {
        repeats,
        recency: if repeats == 0 { 0 } else { one.min(other) },
        age: one.max(other),
    })
}

proptest! {
    #[test]
    fn chances_are_chances_and_expectations_grow_with_the_horizon(
        model in models(), history in histories(), weeks in 1_u32..200, more in 1_u32..50,
    ) {
        let (near, far) = (f64::from(weeks), f64::from(weeks + more));
        let active = model.chance_active(&history);
        prop_assert!((0.0..=1.0).contains(&active));
        let any = model.chance_of_purchase(&history, near);
        prop_assert!((0.0..=active).contains(&any));
        prop_assert!(model.chance_of_purchase(&history, far) >= any);
        let expected = model.expected_purchases(&history, near);
        prop_assert!(expected >= 0.0 && expected.is_finite());
        prop_assert!(model.expected_purchases(&history, far) >= expected - 1e-9);
        // A longer silence never makes a purchase likelier.
        let silent = PurchaseHistory { age: history.age + 7, ..history };
        prop_assert!(model.chance_of_purchase(&silent, near) <= any + 1e-12);
    }

    #[test]
    fn the_expected_amount_is_between_the_own_mean_and_that_of_the_shop(
        (p, q, v) in (0.5..20.0, 1.1..20.0, 10.0..100_000.0), repeats in 0_u32..50, mean in 1.0..1e6,
    ) {
        let model = GammaGamma { p, q, v };
        let all = model.expected_amount(&SpendHistory { repeats: 0, mean: 0.0 });
        let amount = model.expected_amount(&SpendHistory { repeats, mean });
        let (low, high) = if repeats == 0 { (all, all) } else { (all.min(mean), all.max(mean)) };
        prop_assert!((low * (1.0 - 1e-9)..=high * (1.0 + 1e-9)).contains(&amount));
    }
}
