//! The domain's hot functions: what every list, every import and every refreshed forecast calls.

#![allow(clippy::unwrap_used, reason = "the texts below are right")]

use chrono::Days;
use divan::{Bencher, black_box};
use ricejar::domain::customer::Household;
use ricejar::domain::day::{DaysOff, Weekdays, parse_iso};
use ricejar::domain::forecast::default_prior::Factory;
use ricejar::domain::forecast::learn::{Learned, size_of};
use ricejar::domain::forecast::pooled_stats::{Census, Counted, Open};
use ricejar::domain::forecast::prior::{
    DeliverySize, HouseholdSize, Observed, Prior, ProductKind, refit,
};
use ricejar::domain::forecast::quantiles::Quantiles;
use ricejar::domain::forecast::{Interval, JarHistory, Lot, ModelParams, forecast};
use ricejar::domain::id::{CustomerId, EntryId, JarId, ProductId};
use ricejar::domain::jar::Jar;
use ricejar::domain::payday::Payday;
use ricejar::domain::plan::{DaySet, Wish, plan};
use ricejar::domain::product::Product;
use ricejar::domain::settlement::open_debts;
use ricejar::domain::shop::ServiceLevel;
use ricejar::domain::tab::{Entry, EntryKind, statement};
use ricejar::domain::{Currency, Day, Money, Quantity, search_key};

fn main() {
    divan::main();
}

fn today() -> Day {
    parse_iso("2026-03-27").unwrap()
}

fn weekend() -> DaysOff {
    DaysOff { weekend: Weekdays::WEEKEND, ..DaysOff::default() }
}

#[divan::bench(args = ["25", "last fri", "every 2 weeks fri from 2020-01-10", "1 before weekend"])]
fn the_next_payday(bencher: Bencher, rule: &str) {
    let (payday, off) = (Payday::parse(rule).unwrap(), weekend());
    bencher.bench(|| payday.first_on_or_after(black_box(today()), &off));
}

#[divan::bench(args = [2, 32])]
fn a_forecast_from_anchors(bencher: Bencher, anchors: u64) {
    let mut product =
        Product::new(ProductId::new(1), "rice".to_owned(), "kg".to_owned(), Money::from_minor(42));
    product.pack = Some(Quantity::whole(15));
    let jar = Jar::new(JarId::new(1), CustomerId::new(1), product.id);
    let day = |n: u64| today() - Days::new(30 * (anchors - n));
    let seen = |n| (day(n), Quantity::from_thousandths(2_000 + 100 * (n as i64 % 3)));
    let readings: Vec<_> = (0..anchors).map(seen).collect();
    let lot = |n| Lot {
        on: day(n),
        quantity: Quantity::whole(15),
        price: 1.0,
        early: false,
        cut_down: false,
    };
    let delivered: Vec<_> = (0..anchors).map(lot).collect();
    let history = JarHistory {
        jar: &jar,
        product: &product,
        household: Household { adults: 2, children: 2, elders: 1 },
        changes: &[],
        away: &[],
        readings: &readings,
        rough: &[],
        enough: &[],
        delivered: &delivered,
    };
    let prior = Prior::of_factory(&Factory::of_product(&product), DeliverySize::default());
    let knowledge = ModelParams { prior: &prior, quantiles: &Quantiles::default() };
    bencher.bench(|| forecast(black_box(&history), &knowledge, ServiceLevel::DEFAULT));
}

/// A jar that was filled a few times, every one of 130,000 otherwise.
fn taught(nth: u32) -> Learned {
    let mut learned = Learned::default();
    for lot in 0..2 + nth % 20 {
        let spread = |steps: u32| f64::from((nth * 31 + lot * 17) % steps);
        learned.finish(&Interval::of(15.0 + spread(40), size_of(5.0 + spread(13), 1.0)));
    }
    learned
}

#[divan::bench]
fn one_lot_learned_and_the_next_foreseen(bencher: Bencher) {
    let (learned, quantiles) = (taught(10), Quantiles::default());
    let prior = Prior::of_factory(&Factory::of("rice", "kg"), DeliverySize::default());
    bencher.bench(|| {
        let mut learned = black_box(learned);
        learned.finish(&Interval::of(21.0, size_of(15.0, 1.0)));
        learned
            .outlook(size_of(15.0, 1.0), HouseholdSize::Four, &prior, None)
            .days(0.05, &quantiles)
    });
}

#[divan::bench(sample_count = 20)]
fn a_refit_from_130_000_jars(bencher: Bencher) {
    let jars: Vec<Learned> = (0..130_000).map(taught).collect();
    let factory = Factory::of("rice", "kg");
    let prior = Prior::of_factory(&factory, DeliverySize::default());
    let open = Some(Open { size: size_of(15.0, 1.0), days: 9.0 });
    bencher.bench_local(|| {
        let mut census = Census::default();
        for (learned, people) in jars.iter().zip((0..6).cycle()) {
            let (people, looked) = (HouseholdSize::of(people), Observed::AtTheDoor);
            census.add(Counted { learned, open, people, looked, said: None }, &prior, &factory);
        }
        refit(&[ProductKind { factory, lots: DeliverySize::default(), census }])
    });
}

#[divan::bench(args = [2_000, 124_000])]
fn a_plan_of_so_many_visits(bencher: Bencher, visits: usize) {
    let wish = |n: usize| {
        let mut days = DaySet::default();
        (n as u32 % 17..n as u32 % 17 + 1 + n as u32 % 5).for_each(|day| days.insert(day));
        let payday = n.is_multiple_of(6).then_some(n as u32 % 21);
        Wish { area: n % 60, days, load: Quantity::whole(5 + n as i64 % 20), payday }
    };
    let wishes: Vec<_> = (0..visits).map(wish).collect();
    let carry = Some(Quantity::whole(visits as i64));
    bencher.bench(|| plan(black_box(&wishes), &[], carry));
}

fn entries() -> Vec<Entry> {
    let entry = |n: i64| Entry {
        id: EntryId::new(n),
        customer: CustomerId::new(1),
        on: today() - Days::new(1000 - 5 * n as u64),
        kind: if n % 4 == 3 { EntryKind::Payment } else { EntryKind::Charge },
        amount: Money::from_minor(if n % 4 == 3 { -350 } else { 120 + n }),
        method: String::new(),
        note: String::new(),
        delivery: None,
        external: None,
        corrects: None,
        instead_of: None,
        against: None,
        reference: String::new(),
    };
    (0..200).map(entry).collect()
}

#[divan::bench]
fn a_statement_of_200_entries(bencher: Bencher) {
    let (payday, off) = (Payday::parse("25").unwrap(), weekend());
    bencher.with_inputs(entries).bench_values(|entries| {
        statement(entries, today(), |day| payday.first_on_or_after(day, &off))
    });
}

#[divan::bench]
fn the_open_debts_of_200_entries(bencher: Bencher) {
    let newest_first: Vec<_> =
        entries().iter().rev().map(|entry| (entry.on, entry.amount)).collect();
    let balance = newest_first.iter().map(|(_, amount)| *amount).sum();
    bencher.bench(|| open_debts(newest_first.iter().copied(), black_box(balance)).count());
}

#[divan::bench(args = ["王永庆", "Chen Wei-Lin", "尉迟恭"])]
fn the_sounds_of_a_name(name: &str) -> String {
    search_key::search_forms(black_box(name))
}

#[divan::bench(args = ["42", "1,240.50", "１２"])]
fn money_that_is_typed(bencher: Bencher, text: &str) {
    let currency = Currency::from_code("CNY").unwrap();
    bencher.bench(|| currency.parse(black_box(text)));
}

#[divan::bench]
fn money_that_is_printed(bencher: Bencher) {
    let currency = Currency::from_code("CNY").unwrap();
    bencher.bench(|| currency.plain(black_box(Money::from_minor(-124_050))).to_string());
}
