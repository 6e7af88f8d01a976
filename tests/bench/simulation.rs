//! A shop of 1,000 simulated households that eat by a rate which only the simulation knows, looked after
//! for two years by several rules, each on the same households, meals, holidays and changes.
//!
//! `cargo bench --bench simulation` prints, for each rule and how careful it is, how many visits found an
//! empty jar, and for how many more days the others would have lasted. A rule is better if it comes less
//! early for the same share of empty jars.
//!
//! - *ricejar*: the forecast that learns, with the leftover seen at every door; the shop's prior is
//!   refitted every week. It comes on the safe day of a service level.
//! - *one door in four*, *calls*, *refusals only*: the same with fewer looks. Who has run out calls, and counts as an
//!   empty jar; where anything is recorded, so is that.
//! - *nothing recorded*: the same with nothing but the deliveries, of which some are cut down to what fits.
//! - *mean interval*: a lot lasts as long as such lots have lasted on average, by what was seen at the
//!   door; it comes after a fixed part of that.
//! - *part of run-out*: what is in the jar lasts as long as it would at the mean rate so far; it comes
//!   after a fixed part of that, 75 % being the usual rule of thumb.
//!
//! Beside each rule stands how honest its levels are: by how much of a lot the true level at a visit is off the
//! expected one, the standard deviation that was stated, and how many true levels lie more than 1.64 of these below.
//!
//! The first lot of either is expected to last as long as so many people would need for it.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a bench that stops says where, and prints what it measured"
)]

use chrono::Days;
use ricejar::domain::customer::{Away, Household, HouseholdChange};
use ricejar::domain::day::{Period, parse_iso};
use ricejar::domain::forecast::default_prior::Factory;
use ricejar::domain::forecast::look::{LevelEstimate, LookCosts, ROUGH_SHARE, look_value};
use ricejar::domain::forecast::pooled_stats::{Counted, Open};
use ricejar::domain::forecast::prior::{DeliverySize, Prior, ProductKind, refit};
use ricejar::domain::forecast::quantiles::{Errors, Quantiles};
use ricejar::domain::forecast::{JarForecast, JarHistory, Lot, ModelParams, forecast};
use ricejar::domain::id::{CustomerId, JarId, ProductId};
use ricejar::domain::jar::Jar;
use ricejar::domain::product::Product;
use ricejar::domain::shop::ServiceLevel;
use ricejar::domain::{Day, Money, Quantity, Rate};

const HOUSEHOLDS: u64 = 1_000;
const DAYS: u64 = 730;
/// The first visits of a rule are those of a shop that knows nobody yet; all are counted.
const APPETITE: f64 = 0.15;
/// From which value on a call is made, in hundredths of a visit; the program asks for a look from 25 on.
const CALLS_WORTH: [u16; 3] = [15, 20, 25];

/// Numbers that look random and are the same every time (splitmix64).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A standard normal number, by Box and Muller.
    fn normal(&mut self) -> f64 {
        let (u, v) = (self.next().max(1e-12), self.next());
        (-2.0 * u.ln()).sqrt() * (2.0 * std::f64::consts::PI * v).cos()
    }

    fn between(&mut self, from: u64, to: u64) -> u64 {
        from + (self.next() * (to - from + 1) as f64) as u64
    }
}

/// What is true of a household, and what the shop is told of it.
struct Home {
    jar: Jar,
    household: Household,
    changes: Vec<HouseholdChange>,
    away: Vec<Away>,
    /// What is eaten on each day, in units.
    meals: Vec<f64>,
}

fn first_day() -> Day {
    parse_iso("2026-01-01").unwrap()
}

fn rice() -> Product {
    let id = ProductId::new(1);
    let mut rice = Product::new(id, "米".to_owned(), "kg".to_owned(), Money::ZERO);
    rice.pack = Some(Quantity::whole(15));
    rice.appetite = Some(Rate::from_millionths((APPETITE * 1e6) as i64));
    rice
}

/// A household: one to six people who eat more or less than people do, more on some days than on others,
/// and differently from month to month; twice a year most are away, one in six grows or shrinks on a
/// day that the shop is told, and one in ten begins to eat otherwise without a word.
fn home(number: u64) -> Home {
    let (mut dice, rice) = (Dice(number * 7_919 + 1), rice());
    let household = Household {
        adults: dice.between(1, 3) as u16,
        children: dice.between(0, 2) as u16,
        elders: dice.between(0, 1) as u16,
    };
    let day = |n: u64| first_day() + Days::new(n);
    let mut away = Vec::new();
    for _ in 0..4 {
        if dice.next() < 0.7 {
            let (from, days) = (dice.between(10, DAYS), dice.between(2, 13));
            let some = (household.people() > 2 && dice.next() < 0.3).then_some(1);
            away.push(Away {
                period: Period { from: day(from), to: day(from + days) },
                people: some,
            });
        }
    }
    away.sort_by_key(|away| away.period.from);
    let mut changes = Vec::new();
    if dice.next() < 1.0 / 6.0 {
        let adults = if dice.next() < 0.5 { household.adults + 1 } else { household.adults };
        let children = household.children + u16::from(adults == household.adults);
        let from = day(dice.between(120, 600));
        changes
            .push(HouseholdChange { from, household: Household { adults, children, ..household } });
    }
    let turn = (dice.next() < 0.1)
        .then(|| (dice.between(150, 600), 1.45_f64.powf(2.0 * dice.next() - 1.0)));

    let each = APPETITE * (0.35 * dice.normal()).exp();
    let usual = each * rice.adults_worth(household) * dice.between(24, 50) as f64;
    let usual = Quantity::whole((usual / 5.0).round().max(1.0) as i64 * 5);
    let mut jar = Jar::new(JarId::new(1), CustomerId::new(1), rice.id);
    (jar.usual, jar.capacity) = (Some(usual), Some(usual + usual));
    if dice.next() < 0.5 {
        let said = each * rice.adults_worth(household) * 30.4 * (0.2 * dice.normal()).exp();
        jar.monthly = Some(Quantity::from_thousandths((said * 1e3) as i64));
    }

    let mut month = 1.0;
    let meals = (0..=DAYS).map(|n| {
        if n % 30 == 0 {
            month = (0.12 * dice.normal()).exp();
        }
        let today = (0.35 * dice.normal()).exp();
        let people = changes.iter().rev().find(|change| change.from <= day(n));
        let people = people.map_or(household, |change| change.household);
        let heads = f64::from(people.people());
        let gone: f64 = (away.iter().filter(|away| away.period.contains(day(n))))
            .map(|away| away.people.map_or(1.0, |some| f64::from(some) / heads))
            .sum();
        let turned = turn.filter(|(from, _)| *from <= n).map_or(1.0, |(_, factor)| factor);
        each * rice.adults_worth(people) * (1.0 - gone).max(0.0) * turned * month * today
    });
    let meals = meals.collect();
    Home { jar, household, changes, away, meals }
}

/// By which rule the next visit is found.
#[derive(Clone, Copy)]
enum Rule {
    /// On the safe day of a service level in thousandths, with so many looks.
    Learning(u16, Looks),
    /// The same with the true rate and a look at every door.
    Oracle(u16),
    /// After a part of the mean interval.
    Mean(f64),
    /// After a part of the time until the jar would run out at the mean rate.
    Part(f64),
}

/// At which doors somebody looks into the jar.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Looks {
    /// At every one.
    Every,
    /// At every fourth one, the second visit first; refusals are recorded at the others.
    OneInFour,
    /// Where a look is worth so many hundredths of a visit: by a call, before the goods are loaded, and the visit waits
    /// until the next safe day; refusals are recorded at the doors.
    Call(u16),
    /// At none; refusals are recorded.
    Refusals,
    /// At none, and nothing is recorded.
    Nothing,
}

impl Looks {
    fn at(self, visit: usize) -> bool {
        match self {
            Self::Every => true,
            Self::OneInFour => visit % 4 == 1,
            Self::Call(_) | Self::Refusals | Self::Nothing => false,
        }
    }

    /// Whether a refusal, or goods that did not fit, are recorded.
    fn records_refusals(self) -> bool {
        matches!(self, Self::OneInFour | Self::Call(_) | Self::Refusals)
    }
}

/// A household as one rule looks after it.
struct Kept<'a> {
    home: &'a Home,
    level: f64,
    readings: Vec<(Day, Quantity)>,
    /// The days of readings that were stated on the phone.
    rough: Vec<Day>,
    enough: Vec<(Day, Quantity)>,
    delivered: Vec<Lot>,
    visits: usize,
    due: Day,
    foreseen: Option<JarForecast>,
    /// How long such lots lasted, and at which rate, by what was seen.
    lasted: Vec<f64>,
    rates: Vec<f64>,
}

/// What came of a rule.
#[derive(Default)]
struct Outcome {
    visits: u32,
    /// Looks by a call.
    calls: u32,
    empty: u32,
    early: f64,
    levels: LevelErrors,
}

/// How far true levels are off the expected ones, in lots.
#[derive(Default)]
struct LevelErrors {
    count: f64,
    squares: f64,
    stated: f64,
    far_below: f64,
}

impl LevelErrors {
    fn add(&mut self, off: f64, sd: f64) {
        self.count += 1.0;
        self.squares += off * off;
        self.stated += sd * sd;
        self.far_below += if off < -1.64 * sd { 1.0 } else { 0.0 };
    }
}

impl std::fmt::Display for LevelErrors {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.count < 1.0 {
            return Ok(());
        }
        let (off, stated) = ((self.squares / self.count).sqrt(), (self.stated / self.count).sqrt());
        let below = 100.0 * self.far_below / self.count;
        write!(f, "  levels off by {off:.2} lots, {stated:.2} stated, {below:4.1} % far below")
    }
}

impl Outcome {
    fn share(&self) -> f64 {
        100.0 * f64::from(self.empty) / f64::from(self.visits)
    }

    fn early(&self) -> f64 {
        self.early / f64::from(self.visits)
    }
}

/// What the shop has learned.
struct Known {
    prior: Prior,
    quantiles: Quantiles,
}

impl Kept<'_> {
    /// A visit on the evening of a day: what is left is seen, a lot is brought, the next day is found.
    fn visit(&mut self, rule: Rule, (n, today): (u64, Day), known: &Known, outcome: &mut Outcome) {
        let usual = self.home.jar.usual.unwrap();
        if let Some(estimate) = self.expected(today) {
            let off = self.level.max(0.0) - estimate.level;
            outcome.levels.add(off / usual.as_f64(), estimate.sd / usual.as_f64());
        }
        if !self.delivered.is_empty() {
            outcome.visits += 1;
            if self.level <= 0.0 {
                outcome.empty += 1;
            } else {
                outcome.early += self.days_left(n);
            }
        }
        let looks = match rule {
            Rule::Learning(_, looks) => looks,
            Rule::Oracle(_) | Rule::Mean(_) | Rule::Part(_) => Looks::Every,
        };
        let looked = looks.at(self.visits);
        self.visits += 1;
        let seen = Quantity::from_thousandths((self.level.max(0.0) * 10.0).round() as i64 * 100);
        if let (Some((from, before)), Some(lot)) = (self.readings.last(), self.delivered.last()) {
            let (days, there) = ((today - *from).num_days() as f64, *before + lot.quantity);
            let used = (there - seen).as_f64();
            if used > 0.0 && days > 0.0 {
                self.rates.push(used / days);
                self.lasted.push(days * usual.as_f64() / used);
            }
        }
        let called = looks.records_refusals() && self.level <= 0.0 && !self.delivered.is_empty();
        if looked || called {
            self.readings.push((today, seen));
        }
        // They take what fits, and nothing where less than a fifth does.
        let capacity = self.home.jar.capacity.unwrap();
        let fits = (capacity.as_f64() - self.level.max(0.0)).min(usual.as_f64());
        let brought = if fits < usual.as_f64() / 5.0 { 0.0 } else { fits };
        let brought = Quantity::from_thousandths((brought * 1e3) as i64);
        if brought < usual && !looked && looks.records_refusals() {
            self.enough.push((today, capacity - usual));
        }
        if brought.is_positive() {
            let early = looks != Looks::Every && self.level > 0.0;
            let cut_down = brought < usual;
            self.delivered.push(Lot { on: today, quantity: brought, price: 1.0, early, cut_down });
            self.level = self.level.max(0.0) + brought.as_f64();
        }
        self.due = self.next(rule, today, known).max(today + Days::new(1));
    }

    /// Calls on a day on which a delivery is due, where the forecast is so unsure that this is worth it, and returns
    /// true if the delivery can then wait. They say about how full the jar is.
    fn calls(
        &mut self,
        rule: Rule,
        (n, today): (u64, Day),
        known: &Known,
        outcome: &mut Outcome,
    ) -> bool {
        let Rule::Learning(level, Looks::Call(worth)) = rule else { return false };
        let Some(estimate) = self.expected(today) else { return false };
        let capacity = self.home.jar.capacity.unwrap().as_f64();
        let amounts = (self.home.jar.usual.unwrap().as_f64(), Some(capacity));
        let accepted = ServiceLevel::from_thousandths(level).unwrap();
        let is_called = self.readings.last().is_some_and(|(day, _)| *day == today);
        if is_called
            || look_value(estimate, amounts, accepted, &LookCosts::DEFAULT)
                < f64::from(worth) / 100.0
        {
            return false;
        }
        outcome.calls += 1;
        let off = ROUGH_SHARE * capacity * Dice(n * 104_729 + self.visits as u64).normal();
        let said = (self.level.max(0.0) + off).clamp(0.0, capacity);
        self.readings.push((today, Quantity::from_thousandths((said * 1e3) as i64)));
        self.rough.push(today);
        self.due = self.next(rule, today, known);
        self.due > today
    }

    /// The level that the shop expects before a visit, and how surely.
    fn expected(&self, today: Day) -> Option<LevelEstimate> {
        let forecast = &self.foreseen.as_ref()?.forecast;
        let estimate = LevelEstimate {
            level: forecast.level.as_f64(),
            sd: forecast.level_sd,
            rate: forecast.rate,
            rate_spread: forecast.rate_spread,
        };
        let absent = |day: &Day| {
            self.home.away.iter().any(|away| away.people.is_none() && away.period.contains(*day))
        };
        let days = (today - forecast.anchor).num_days();
        let since = forecast.anchor.iter_days().skip(1).take(days as usize);
        Some(estimate.after(days as f64 - since.filter(absent).count() as f64))
    }

    /// For how many more days what is there will last, as only the simulation knows.
    fn days_left(&self, n: u64) -> f64 {
        let mut level = self.level;
        let coming = self.home.meals[n as usize + 1..].iter().take_while(|meal| {
            level -= **meal;
            level > 0.0
        });
        coming.count() as f64
    }

    fn history<'b>(&'b self, rice: &'b Product) -> JarHistory<'b> {
        // As far back as the program looks.
        let newest = |len: usize| len.saturating_sub(32);
        JarHistory {
            jar: &self.home.jar,
            product: rice,
            household: self.home.household,
            changes: &self.home.changes,
            away: &self.home.away,
            readings: &self.readings[newest(self.readings.len())..],
            rough: &self.rough,
            enough: &self.enough[newest(self.enough.len())..],
            delivered: &self.delivered[newest(self.delivered.len())..],
        }
    }

    fn next(&mut self, rule: Rule, today: Day, known: &Known) -> Day {
        let rice = rice();
        let people = self.home.changes.iter().rev().find(|change| change.from <= today);
        let people = people.map_or(self.home.household, |change| change.household);
        let counted = APPETITE * rice.adults_worth(people);
        let mean =
            |list: &[f64]| (!list.is_empty()).then(|| list.iter().sum::<f64>() / list.len() as f64);
        let usual = self.home.jar.usual.unwrap().as_f64();
        let after = |days: f64| today + Days::new(days.floor().max(1.0) as u64);
        match rule {
            Rule::Learning(level, _) => {
                let knowledge = ModelParams { prior: &known.prior, quantiles: &known.quantiles };
                let accepted = ServiceLevel::from_thousandths(level).unwrap();
                let history = self.history(&rice);
                let foreseen = forecast(&history, &knowledge, accepted).unwrap();
                let safe = foreseen.forecast.safe;
                self.foreseen = Some(foreseen);
                safe
            }
            Rule::Oracle(level) => {
                let from = (today - first_day()).num_days() as usize + 1;
                let coming = &self.home.meals[from.min(DAYS as usize)..];
                let days = coming.len().clamp(1, 60);
                let rate = coming.iter().take(days).sum::<f64>() / days as f64;
                // What is left to chance are the days and months of a household: their scatter here.
                let chance = f64::from(level) / 1e3;
                let z = [(0.01, 2.33), (0.02, 2.05), (0.05, 1.64), (0.1, 1.28), (0.2, 0.84)];
                let z = z.iter().find(|(at, _)| *at >= chance).unwrap().1;
                after(self.level / rate.max(1e-6) * (-0.08_f64 * z).exp())
            }
            Rule::Mean(part) => after(part * mean(&self.lasted).unwrap_or(usual / counted)),
            Rule::Part(part) => after(part * self.level / mean(&self.rates).unwrap_or(counted)),
        }
    }
}

fn run(rule: Rule, homes: &[Home]) -> Outcome {
    let rice = rice();
    let factory = Factory::of_product(&rice);
    let mut known = Known {
        prior: Prior::of_factory(&factory, DeliverySize::default()),
        quantiles: Quantiles::default(),
    };
    let mut kept: Vec<Kept> = (homes.iter().zip(0_u64..))
        .map(|(home, n)| Kept {
            home,
            level: 0.0,
            readings: Vec::new(),
            rough: Vec::new(),
            enough: Vec::new(),
            delivered: Vec::new(),
            visits: 0,
            // They come one after the other in the first half year.
            due: first_day() + Days::new(n % 180),
            foreseen: None,
            lasted: Vec::new(),
            rates: Vec::new(),
        })
        .collect();
    let mut outcome = Outcome::default();
    for n in 0..DAYS {
        let today = first_day() + Days::new(n);
        for one in &mut kept {
            one.level -= one.home.meals[n as usize];
            // Where nobody looks, whoever has run out calls; that is an empty jar too.
            let unseen = matches!(rule, Rule::Learning(_, looks) if looks != Looks::Every);
            if unseen && one.level <= 0.0 && !one.delivered.is_empty() {
                one.due = today;
            }
            if one.due == today
                && (one.level <= 0.0 || !one.calls(rule, (n, today), &known, &mut outcome))
            {
                one.visit(rule, (n, today), &known, &mut outcome);
            }
        }
        if n % 7 == 6 && matches!(rule, Rule::Learning(..)) {
            learn(&kept, &factory, today, &mut known);
        }
    }
    outcome
}

/// The weekly refit, as the program makes it.
fn learn(kept: &[Kept], factory: &Factory, today: Day, known: &mut Known) {
    let (mut kind, mut errors) = (ProductKind::new(*factory), Errors::default());
    for foreseen in kept.iter().filter_map(|one| one.foreseen.as_ref()) {
        let taught = &foreseen.taught;
        kind.lots.count += taught.learned.all.weight + 1.0;
        kind.lots.sizes += taught.learned.all.l + taught.size;
        let days = (today - taught.since).num_days() as f64;
        let counted = Counted {
            learned: &taught.learned,
            open: Some(Open { size: taught.size, days }),
            people: taught.people,
            looked: taught.looked,
            said: taught.said,
        };
        kind.census.add(counted, &known.prior, factory);
        let knowledge = ModelParams { prior: &known.prior, quantiles: &known.quantiles };
        foreseen.count_errors(&knowledge, today, &mut errors);
    }
    known.prior = refit(&[kind])[0];
    known.quantiles = errors.quantiles();
}

/// How early a rule comes at a share of empty jars, between the points of its curve.
fn early_at(share: f64, curve: &[(f64, f64)]) -> Option<f64> {
    let around = curve.windows(2).find(|pair| {
        let (low, high) = (pair[0].0.min(pair[1].0), pair[0].0.max(pair[1].0));
        (low..=high).contains(&share)
    })?;
    let [(x0, y0), (x1, y1)] = [around[0], around[1]];
    Some(y0 + (y1 - y0) * (share - x0) / (x1 - x0))
}

fn main() {
    let homes: Vec<Home> = (0..HOUSEHOLDS).map(home).collect();
    let curve = |name: &str, rules: &[(String, Rule)]| -> Vec<(f64, f64)> {
        let points = rules.iter().map(|(how, rule)| {
            let outcome = run(*rule, &homes);
            let (share, early) = (outcome.share(), outcome.early());
            let calls = f64::from(outcome.calls) / f64::from(outcome.visits);
            println!(
                "{name:16} {how:>6}  {:6} visits  {calls:4.2} calls a visit  {share:5.2} % empty  {early:5.2} days early{}",
                outcome.visits, outcome.levels
            );
            (share, early)
        });
        points.collect()
    };
    let levels = [10, 20, 50, 100, 200];
    let parts = [0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.9, 1.0];
    let part =
        |rule: fn(f64) -> Rule| parts.map(|part| (format!("{:.0} %", part * 100.0), rule(part)));
    let looks = |looks| move |level| Rule::Learning(level, looks);
    let service = |name: &str, rule: &dyn Fn(u16) -> Rule| {
        curve(name, &levels.map(|level| (format!("{} %", f64::from(level) / 10.0), rule(level))))
    };
    service("oracle", &Rule::Oracle);
    let ricejar = service("every door", &looks(Looks::Every));
    service("one door in four", &looks(Looks::OneInFour));
    for worth in CALLS_WORTH {
        service(&format!("calls from .{worth:02}"), &looks(Looks::Call(worth)));
    }
    service("refusals only", &looks(Looks::Refusals));
    service("nothing recorded", &looks(Looks::Nothing));
    let mean = curve("mean interval", &part(Rule::Mean));
    let run_out = curve("part of run-out", &part(Rule::Part));

    let (share, early) = ricejar[2];
    println!(
        "\nAt the 5 % service level ricejar finds {share:.2} % of the jars empty, {early:.2} days early."
    );
    let told = |days: Option<f64>| {
        days.map_or("never so few".to_owned(), |days| format!("{days:.2} days early"))
    };
    println!(
        "With as few empty jars, mean interval is {}, part of run-out {}.",
        told(early_at(share, &mean)),
        told(early_at(share, &run_out))
    );
    let (share, early) = run_out[4];
    println!(
        "The 75 % rule finds {share:.2} % empty, {early:.2} days early; with as few, ricejar is {}.",
        told(early_at(share, &ricejar))
    );
}
