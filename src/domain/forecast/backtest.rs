//! Hindsight: every past interval of a shop, forecast with only what was known on its first day.
//!
//! The days of the shop are replayed in order. Each jar learns as it would have learned then, the
//! prior is refitted as it would have been ([`prior::is_due`]), and the forecast on the evening of
//! a day is kept until that interval ends. Later events cannot change it.

mod running;

use super::default_prior::Factory;
use super::intervals::Lessons;
use super::learn::size_of;
use super::occupancy::Presence;
use super::pooled_stats::{Census, Counted, Open};
use super::prior::{self, HouseholdSize, Prior, ProductKind};
use super::quantiles::{Errors, Lots, Quantiles};
use super::rate;
use super::{JarHistory, Lot, ModelParams};
use crate::domain::customer::{Away, Household, HouseholdChange};
use crate::domain::day::Day;
use crate::domain::jar::Jar;
use crate::domain::product::Product;
use crate::domain::quantity::Quantity;
use crate::domain::shop::ServiceLevel;
use running::BacktestState;
use std::collections::BTreeMap;

/// The people of one customer, through the years.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Home {
    /// Those of the first day.
    pub household: Household,
    /// The change.
    pub changes: Vec<HouseholdChange>,
    /// When it was away.
    pub away: Vec<Away>,
}

/// A reading or a delivery.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Observation {
    /// So much was in the jar.
    Seen(Quantity),
    /// So much was brought, at this price of a unit in any currency; 0 if it is not known.
    Brought(Quantity, f64),
    /// The same, by a plan and while the jar was safe.
    BroughtEarly(Quantity, f64),
}

/// Forecasts of the simple rules for an interval, in days; they need a finished interval.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Plain {
    /// As long as the last one.
    pub last: f64,
    /// As long as the mean of all.
    pub mean: f64,
    /// As long as the middle one of all.
    pub median: f64,
    /// Level divided by the smoothed rate of use: the heating-oil trade's K-factor, half of it the
    /// newest.
    pub k_factor: f64,
}

/// An interval and what was forecast of it on its first day.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Judged {
    /// Which of the jars.
    pub jar: usize,
    /// Number of lots so far, this one included.
    pub k: u32,
    /// The first day.
    pub origin: Day,
    /// By [`CHANCES`](super::quantiles::CHANCES), the days of presence within which it would be empty.
    pub quantiles: [f32; 10],
    /// The days of presence that were safe at the shop's service level: whole ones, at least one.
    pub safe: f32,
    /// Forecasts of the simple rules.
    pub plain: Option<Plain>,
    /// End of the interval; `None` while it is open.
    pub ended: Option<Ended>,
}

/// End of an interval.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Ended {
    /// The days of presence that what was in the jar lasted, or would have lasted at that rate.
    pub days: f32,
    /// Fraction left at the reading; `None` without a reading.
    pub left: Option<f32>,
}

/// One product of the shop.
struct BacktestGoods {
    product: Product,
    kind: usize,
    /// Number of prices paid, and the sum of their logarithms.
    prices: (f64, f64),
}

/// A shop that is gone through day by day.
pub struct Hindsight {
    service: ServiceLevel,
    homes: Vec<Home>,
    goods: Vec<BacktestGoods>,
    kinds: Vec<ProductKind>,
    priors: Vec<Prior>,
    jars: Vec<BacktestState>,
    quantiles: Quantiles,
    errors: Errors,
    /// Errors that do not count before their day.
    waiting: BTreeMap<Day, Vec<(Lots, f64)>>,
    today: Day,
    /// The jars with an event today.
    touched: Vec<usize>,
    lots: i64,
    fitted: (Day, i64),
}

impl Hindsight {
    /// A shop of these products, before its first day.
    pub fn new(service: ServiceLevel, products: Vec<Product>) -> Self {
        let (mut kinds, mut goods): (Vec<ProductKind>, Vec<BacktestGoods>) =
            (Vec::new(), Vec::new());
        let mut priors = Vec::new();
        for product in products {
            let known = goods.iter().find(|goods| goods.product.is_used_like(&product));
            let kind = known.map_or(kinds.len(), |goods| goods.kind);
            if kind == kinds.len() {
                kinds.push(ProductKind::new(Factory::of_product(&product)));
                priors.push(Prior::of_product(&product, None));
            }
            goods.push(BacktestGoods { product, kind, prices: (0.0, 0.0) });
        }
        Self {
            service,
            homes: Vec::new(),
            goods,
            kinds,
            priors,
            jars: Vec::new(),
            quantiles: Quantiles::default(),
            errors: Errors::default(),
            waiting: BTreeMap::new(),
            today: Day::MIN,
            touched: Vec::new(),
            lots: 0,
            fitted: (Day::MIN, 0),
        }
    }

    /// Puts in a customer; they are numbered from 0 on.
    pub fn add_home(&mut self, home: Home) {
        self.homes.push(home);
    }

    /// Puts in a jar of a customer, of a product by its place among all; one of a product that is not
    /// there is left out. Jars are numbered from 0 on.
    pub fn add_jar(&mut self, home: usize, product: usize, mut jar: Jar) {
        // A value set by hand is not a forecast, so the backtest ignores it.
        jar.pinned = None;
        let Some(goods) = self.goods.get(product) else { return };
        let lessons = Lessons::new(&jar, &goods.product);
        self.jars.push(BacktestState::new(home, product, jar, lessons));
    }

    /// Tells what was seen in a jar or brought to it; the days come in order, and on a day what was seen
    /// before what was brought. Whatever ends by it is given to `judge`.
    pub fn tell(
        &mut self,
        on: Day,
        jar: usize,
        told: Observation,
        judge: &mut impl FnMut(&Judged),
    ) {
        if on > self.today {
            self.end_day();
            if self.fitted.0 == Day::MIN {
                self.fitted.0 = on;
            }
            self.today = on;
            if prior::is_due(self.fitted, (on, self.lots)) {
                self.refit();
            }
        }
        let Some(running) = self.jars.get_mut(jar) else { return };
        let (Some(home), Some(goods)) =
            (self.homes.get(running.home), self.goods.get_mut(running.product))
        else {
            return;
        };
        let price = match told {
            Observation::Brought(_, paid) | Observation::BroughtEarly(_, paid) => {
                goods.relative(paid)
            }
            Observation::Seen(_) => 1.0,
        };
        let present = |from, to| home.present(&running.jar, &goods.product, from, to);
        let (interval, left) = match told {
            Observation::Seen(level) => (running.lessons.see(on, level, present), Some(level)),
            Observation::Brought(quantity, _) | Observation::BroughtEarly(quantity, _) => {
                if let Some(kind) = self.kinds.get_mut(goods.kind) {
                    kind.lots.add(size_of(quantity.as_f64(), price));
                    // Of what is sold loose, the first lot tells how much is usual.
                    if kind.lots.count <= 1.0
                        && goods.product.pack.is_none()
                        && let Some(prior) = self.priors.get_mut(goods.kind)
                    {
                        *prior = Prior::of_factory(&kind.factory, kind.lots);
                    }
                }
                self.lots += 1;
                let early = matches!(told, Observation::BroughtEarly(..));
                (
                    running
                        .lessons
                        .bring(Lot { on, quantity, price, early, cut_down: false }, present),
                    None,
                )
            }
        };
        let is_carried =
            matches!(told, Observation::BroughtEarly(..)) && running.jar.capacity.is_none();
        match interval {
            Some(interval) if is_carried => running.carry(&interval, judge),
            Some(interval) => {
                if let Some((until, error)) = running.end(jar, &interval, left, judge) {
                    self.waiting.entry(until).or_default().push(error);
                }
                running.learn(&interval, home, &goods.product);
            }
            None => {}
        }
        let begins = running.lessons.in_jar().is_some_and(|in_jar| in_jar.since == on);
        if begins && self.touched.last() != Some(&jar) {
            self.touched.push(jar);
        }
    }

    /// Gives what has not ended to `judge`.
    pub fn finish(&mut self, judge: &mut impl FnMut(&Judged)) {
        self.end_day();
        self.jars.iter().filter_map(|jar| jar.judged.as_ref()).for_each(judge);
    }

    /// Forecasts what began today, with what is known this evening.
    fn end_day(&mut self) {
        for jar in std::mem::take(&mut self.touched) {
            let Some(running) = self.jars.get_mut(jar) else { continue };
            let (Some(home), Some(goods)) =
                (self.homes.get(running.home), self.goods.get(running.product))
            else {
                continue;
            };
            let Some(prior) = self.priors.get(goods.kind) else { continue };
            let knowledge = ModelParams { prior, quantiles: &self.quantiles };
            running.foresee((jar, self.today), (home, &goods.product), &knowledge, self.service);
        }
    }

    fn refit(&mut self) {
        let ready: Vec<Day> = self.waiting.range(..=self.today).map(|(day, _)| *day).collect();
        for (lots, scales) in ready.iter().filter_map(|day| self.waiting.remove(day)).flatten() {
            self.errors.count(lots, scales);
        }
        self.kinds.iter_mut().for_each(|kind| kind.census = Census::default());
        for running in &self.jars {
            let Some(goods) = self.goods.get(running.product) else { continue };
            let (Some(home), Some(kind), Some(prior)) = (
                self.homes.get(running.home),
                self.kinds.get_mut(goods.kind),
                self.priors.get(goods.kind),
            ) else {
                continue;
            };
            let Some(in_jar) = running.lessons.in_jar() else { continue };
            let days = home.present(&running.jar, &goods.product, in_jar.since, self.today);
            let counted = Counted {
                learned: &running.learned,
                open: Some(Open { size: in_jar.size, days }),
                people: home.people_on(self.today),
                looked: in_jar.looked,
                said: rate::said(
                    &home.history(&running.jar, &goods.product),
                    self.today,
                    in_jar.quantity,
                ),
            };
            kind.census.add(counted, prior, &kind.factory);
        }
        self.priors = prior::refit(&self.kinds);
        self.quantiles = self.errors.quantiles();
        self.fitted = (self.today, self.lots);
    }
}

impl Home {
    fn household_on(&self, day: Day) -> Household {
        let begun = self.changes.iter().take_while(|change| change.from <= day);
        begun.last().map_or(self.household, |change| change.household)
    }

    fn people_on(&self, day: Day) -> HouseholdSize {
        HouseholdSize::of(self.household_on(day).people())
    }

    fn history<'a>(&'a self, jar: &'a Jar, product: &'a Product) -> JarHistory<'a> {
        JarHistory {
            jar,
            product,
            household: self.household,
            changes: &self.changes,
            away: &self.away,
            readings: &[],
            rough: &[],
            enough: &[],
            delivered: &[],
        }
    }

    /// The days of presence after one day up to and with another, as of the household of the first.
    fn present(&self, jar: &Jar, product: &Product, from: Day, to: Day) -> f64 {
        if self.changes.is_empty() && self.away.is_empty() && product.months.is_none() {
            return (to - from).num_days() as f64;
        }
        Presence::of(&self.history(jar, product), from, from).between(from, to)
    }
}

impl BacktestGoods {
    /// A price compared with what was paid for a unit so far, and counted.
    fn relative(&mut self, paid: f64) -> f64 {
        if paid <= 0.0 {
            return 1.0;
        }
        let (count, sum) = &mut self.prices;
        let usual = if *count > 0.0 { *sum / *count } else { paid.ln() };
        *count += 1.0;
        *sum += paid.ln();
        (paid.ln() - usual).exp()
    }
}
