//! The sample shop: a believable notebook of any size, for a first look and for measuring.
//!
//! It is written customer by customer, straight into a new file ([`Store::fill`]): its history is
//! rows that were always there, so that its journal begins with what the visitor does. The same
//! size, seed and day give the same rows.

mod dice;
mod goods;
mod history;
mod people;
mod running;
mod tab;
mod talk;
mod words;

use super::{App, Clock, Result, derived, model_fit};
use crate::domain::day::Weekdays;
use crate::domain::progress::{Progress, ProgressFn, Work, no_progress};
use crate::domain::shop::{Language, ServiceLevel, Shop};
use crate::domain::{Currency, Day};
use crate::store::{self, Store, Tx};
use chrono::{Datelike, Days, Months};
use dice::Dice;
use goods::SampleGoods;
use history::Scribe;
use people::Maker;
use std::collections::BTreeMap;
use std::path::Path;
use tempfile::TempDir;
use words::SampleWords;

/// Size and seed of a sample shop.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DemoSize {
    /// Number of customers, up to 100,000 with [`Self::MOST`].
    pub customers: u32,
    /// Approximate number of deliveries in five years, up to two million. Whatever number is asked
    /// for, a customer is visited at most every few days and at least every few months.
    pub deliveries: u32,
    /// Seed of the random numbers; each seed generates a different shop.
    pub seed: u64,
}

impl DemoSize {
    /// A shop that one person runs and that is made in a moment.
    pub const SMALL: Self = Self { customers: 60, deliveries: 6_500, seed: 1932 };
    /// The largest that we promise to write in under two minutes.
    pub const MOST: Self = Self { customers: 100_000, deliveries: 2_000_000, seed: 1932 };
}

/// The history that a demo has behind it.
const FIVE_YEARS: Months = Months::new(60);

/// The customers who were written down when the notebook was begun; the others came over the years.
const FROM_THE_START: f64 = 0.35;

/// Nobody is visited more or less often than this, in days.
const RHYTHMS: (f64, f64) = (4.0, 150.0);

/// The Chinese New Year of the years that a demo may show.
const SPRING_FESTIVALS: [(i32, u32, u32); 14] = [
    (2021, 2, 12),
    (2022, 2, 1),
    (2023, 1, 22),
    (2024, 2, 10),
    (2025, 1, 29),
    (2026, 2, 17),
    (2027, 2, 6),
    (2028, 1, 26),
    (2029, 2, 13),
    (2030, 2, 3),
    (2031, 1, 23),
    (2032, 2, 11),
    (2033, 1, 31),
    (2034, 2, 19),
];

/// Writes a sample shop that ends on the morning of `today`, in the words of `language`.
///
/// # Errors
/// If there is a file at `path` already, it cannot be written, or it was stopped; then nothing is
/// left behind.
pub fn write_demo(
    path: &Path,
    size: DemoSize,
    today: Day,
    language: Language,
    watch: ProgressFn<'_>,
) -> Result<()> {
    let words = SampleWords::of(language);
    let begun = today.checked_sub_months(FIVE_YEARS).unwrap_or(today);
    let shop = shop(words, begun, today, size.customers)?;
    Store::fill(
        path,
        &shop,
        watch,
        |tx| write_rows(tx, &shop, size, (begun, today), (words, watch)),
        |tx| {
            derived::refresh_all(tx, watch)?;
            model_fit::learn_all(tx, today, watch)
        },
    )
}

/// Creates a small sample shop in a temporary folder, which is deleted when the `TempDir` is
/// dropped.
///
/// # Errors
/// If it cannot be written.
pub fn sample(clock: Clock, language: Language) -> Result<(App, TempDir)> {
    let folder = tempfile::tempdir().map_err(|error| {
        let (path, reason) = (std::env::temp_dir(), error.to_string());
        store::Error::Io { path, reason }
    })?;
    let file = folder.path().join("demo.ricejar");
    write_demo(&file, DemoSize::SMALL, clock.today, language, &no_progress)?;
    Ok((App::new(Store::open(&file)?, clock), folder))
}

fn shop(words: &SampleWords, begun: Day, today: Day, customers: u32) -> Result<Shop> {
    let currency =
        Currency::from_code("TWD").map_err(|error| store::Error::Damaged(error.to_string()));
    let [new_year, spring, labour, national] = words.holidays;
    let mut holidays = BTreeMap::new();
    for year in begun.year()..=today.year() + 1 {
        let mut add = |name: &str, day: Option<Day>| {
            holidays.extend(day.map(|day| (day, name.to_owned())));
        };
        add(new_year, Day::from_ymd_opt(year, 1, 1));
        add(labour, Day::from_ymd_opt(year, 5, 1));
        add(national, Day::from_ymd_opt(year, 10, 10));
        for (_, month, day) in SPRING_FESTIVALS.into_iter().filter(|(of, ..)| *of == year) {
            for later in 0..3 {
                let first = Day::from_ymd_opt(year, month, day);
                add(spring, first.map(|first| first + Days::new(later)));
            }
        }
    }
    Ok(Shop {
        name: words.shop.to_owned(),
        currency: currency?,
        language: None,
        service_level: ServiceLevel::DEFAULT,
        grace_days: 0,
        daily_capacity: None,
        date_order: None,
        rules_off: Default::default(),
        credit_limit: None,
        tickets_valid: None,
        contact: Default::default(),
        ageing: Default::default(),
        methods: Vec::new(),
        reminders: Default::default(),
        complaint_kinds: Vec::new(),
        delivery_days: Weekdays::from_bits(0b011_1111).unwrap_or(Weekdays::ALL),
        holidays,
        areas: areas(words, customers),
    })
}

/// Returns the areas in walking order; a large shop has them in every district.
fn areas(words: &SampleWords, customers: u32) -> Vec<String> {
    let areas = words.areas.iter().map(|area| (*area).to_owned());
    let gap = if words.language == Language::English { " " } else { "" };
    let district = |name: &&str| {
        words.areas.iter().map(|area| format!("{name}{gap}{area}")).collect::<Vec<_>>()
    };
    match customers / 500 {
        0..=1 => areas.collect(),
        many => words.districts.iter().take(many as usize).flat_map(district).collect(),
    }
}

fn write_rows(
    tx: &Tx,
    shop: &Shop,
    size: DemoSize,
    (begun, today): (Day, Day),
    (words, watch): (&'static SampleWords, ProgressFn<'_>),
) -> Result<()> {
    use crate::domain::shop::ShopSetting;
    tx.set_shop(&ShopSetting::Holidays(shop.holidays.clone()))?;
    tx.set_shop(&ShopSetting::Areas(shop.areas.clone()))?;
    let mut goods = SampleGoods::new(words, begun, today);
    let days_off = shop.days_off();
    let scribe =
        Scribe { tx, shop, days_off: &days_off, words, today, quantiles: Default::default() };

    let days = (today - begun).num_days() as f64;
    let customers = f64::from(size.customers);
    let days_of = |number: u32| days_with_us(f64::from(number) / customers, days);
    let all_days: f64 = (0..size.customers).map(days_of).sum();
    // Deliveries requested and written so far: their ratio steers the remaining customers to the
    // total.
    let (mut asked, mut written) = (0.0_f64, 0.0_f64);
    for number in 0..size.customers {
        let all = Some(size.customers as usize);
        Progress::of(Work::Customers, number as usize, all).report(watch)?;
        let mut dice = Dice::new(size.seed, u64::from(number));
        let share = f64::from(size.deliveries) * days_of(number) / all_days;
        let steer = if written > 200.0 { (asked / written).clamp(0.3, 3.0) } else { 1.0 };
        let rhythm = days_of(number) / (share * steer).max(1e-6);
        // A customer with only a few deliveries joined late.
        let with_us = days_of(number).min(share * RHYTHMS.1).floor().max(0.0);
        let joined = today - Days::new(with_us as u64);

        let maker = Maker { words, goods: &goods, areas: &shop.areas, today };
        let rhythm = rhythm.clamp(RHYTHMS.0, RHYTHMS.1);
        let person = maker.person(&mut dice, i64::from(number) + 1, joined, rhythm);
        let lived = scribe.live(&mut dice, &mut goods, &person)?;
        scribe.talk(&mut dice, &person, &lived)?;
        asked += share * steer;
        written += lived.deliveries as f64;
    }
    goods.write_products(tx)?;
    goods.write_stock(tx, &mut Dice::new(size.seed, u64::MAX))
}

/// Returns the number of days since a customer joined, by their rank among all customers
/// (0 is the first, 1 the last).
fn days_with_us(place: f64, days: f64) -> f64 {
    if place < FROM_THE_START {
        // They were written down within the first month.
        days - 30.0 * place / FROM_THE_START
    } else {
        1.0 + (days - 31.0) * (1.0 - place) / (1.0 - FROM_THE_START)
    }
}

#[cfg(test)]
mod tests;
