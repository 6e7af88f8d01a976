//! A jar as it learns, and what is forecast of it.

use super::super::intervals::{Interval, Lessons};
use super::super::learn::Learned;
use super::super::quantiles::{CHANCES, Lots};
use super::super::rate::Pace;
use super::super::{ModelParams, quantity};
use super::{Ended, Home, Judged, Plain};
use crate::domain::day::Day;
use crate::domain::jar::Jar;
use crate::domain::product::Product;
use crate::domain::quantity::Quantity;
use crate::domain::shop::ServiceLevel;
use chrono::Days;

/// A jar as it learns.
pub(super) struct BacktestState {
    pub(super) jar: Jar,
    pub(super) home: usize,
    pub(super) product: usize,
    pub(super) lessons: Lessons,
    pub(super) learned: Learned,
    /// The smoothed rate of use.
    rate: f64,
    /// The days of its intervals, the shortest first; the last one's, and their sum.
    past: Vec<f32>,
    last: f64,
    sum: f64,
    /// Level on the first day of the forecast.
    amount: f64,
    pub(super) judged: Option<Judged>,
    /// At which rate it was thought to be used, in units a day.
    a_day: f64,
    /// Number of lots so far.
    lots: u32,
    /// The centre and the scale of the forecast, and the day from which its error counts.
    shape: (f64, f64, Day),
}

impl BacktestState {
    pub(super) fn new(home: usize, product: usize, jar: Jar, lessons: Lessons) -> Self {
        Self {
            jar,
            home,
            product,
            lessons,
            learned: Learned::default(),
            rate: 0.0,
            past: Vec::new(),
            last: 0.0,
            sum: 0.0,
            amount: 0.0,
            a_day: 0.0,
            lots: 0,
            judged: None,
            shape: (0.0, 1.0, Day::MAX),
        }
    }

    /// An interval has ended: what was forecast of it is judged. Gives its error, and the day from which
    /// it counts.
    pub(super) fn end(
        &mut self,
        jar: usize,
        interval: &Interval,
        left: Option<Quantity>,
        judge: &mut impl FnMut(&Judged),
    ) -> Option<(Day, (Lots, f64))> {
        let judged = self.judged.take().filter(|judged| judged.origin == interval.from)?;
        debug_assert_eq!(judged.jar, jar);
        // At the rate at which so much was used, for as long as what was there would have lasted.
        let days = interval.days * self.amount / interval.used;
        let left = left.map(|left| (left.as_f64() / self.amount.max(1e-3)) as f32);
        judge(&Judged { ended: Some(Ended { days: days as f32, left }), ..judged });
        let (centre, scale, counts) = self.shape;
        let error = (interval.lasted.max(0.5).ln() - centre) / scale;
        Some((counts.max(interval.to), (Lots::of(self.learned.intervals() + 1), error)))
    }

    /// Goods came by a plan, while the jar was safe: how long the lot before would have lasted, nobody
    /// knows, and what should be left of it lies on top.
    pub(super) fn carry(&mut self, interval: &Interval, judge: &mut impl FnMut(&Judged)) {
        self.judged.take().iter().for_each(judge);
        self.lessons.carry(quantity(self.amount - self.a_day * interval.days));
    }

    pub(super) fn learn(&mut self, interval: &Interval, home: &Home, product: &Product) {
        self.learned.finish(interval);
        let days = interval.days as f32;
        let place = self.past.partition_point(|known| *known < days);
        self.past.insert(place, days);
        (self.last, self.sum) = (interval.days, self.sum + interval.days);
        let rate = interval.used / interval.days;
        self.rate = if self.rate > 0.0 { (self.rate + rate) / 2.0 } else { rate };
        let worth = |day| product.adults_worth(home.household_on(day));
        let (then, now) = (worth(interval.from), worth(interval.to));
        if then > 0.0 && now > 0.0 && then != now {
            self.learned.rescale(then / now);
        }
    }

    pub(super) fn foresee(
        &mut self,
        (number, today): (usize, Day),
        (home, product): (&Home, &Product),
        knowledge: &ModelParams,
        service: ServiceLevel,
    ) {
        let Some(in_jar) = self.lessons.in_jar() else { return };
        let knowledge = ModelParams { prior: &knowledge.prior.of_jar(in_jar.looked), ..*knowledge };
        let people = home.people_on(today);
        let history = home.history(&self.jar, product);
        let pace = Pace::of(&history, (today, people), (&self.learned, in_jar), knowledge);
        let days = |chance| pace.days(in_jar.amount, chance);
        self.amount = in_jar.amount.as_f64();
        if let Some((centre, scale, at_most)) = pace.shape() {
            let whole = Days::new(at_most.clamp(1.0, 36_525.0) as u64);
            self.shape = (centre, scale, today.checked_add_days(whole).unwrap_or(Day::MAX));
        }
        if self.judged.is_none_or(|judged| judged.origin != today) {
            self.lots += 1;
        }
        self.a_day = pace.rate();
        self.judged = Some(Judged {
            jar: number,
            k: self.lots,
            origin: today,
            quantiles: CHANCES.map(|chance| days(chance) as f32),
            safe: days(service.chance()).floor().max(1.0) as f32,
            plain: self.plain(),
            ended: None,
        });
    }

    fn plain(&self) -> Option<Plain> {
        let n = self.past.len();
        let middle = self.past.get(n.checked_sub(1)? / 2..=n / 2)?;
        let median = middle.iter().map(|days| f64::from(*days)).sum::<f64>() / middle.len() as f64;
        let k_factor = self.amount / self.rate;
        Some(Plain { last: self.last, mean: self.sum / n as f64, median, k_factor })
    }
}
