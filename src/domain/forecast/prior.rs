//! The prior: what a shop knows of a jar before the jar has taught anything, from all jars alike.
//!
//! It belongs to a kind of product. It begins as the factory's ([`Factory`]) and
//! moves to what the shop's own customers do, the more there are of them: in one pass over what each
//! jar has learned a [`Census`] adds up what [`refit`] needs. A lot that is still being eaten counts as
//! well, as *at least so long*; a young shop that looked only at lots that are finished would see none
//! but short ones.

use super::default_prior::{ELASTICITY, Factory};
use super::learn::size_of;
use super::pooled_stats::{Census, Count, Scatter};
use crate::domain::day::Day;
use crate::domain::product::Product;
use crate::domain::quantity::Quantity;
use crate::domain::stable_name::keys;

/// Household size class, as far as a shop has enough households to tell them apart.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum HouseholdSize {
    /// One.
    One,
    /// Two.
    Two,
    /// Three.
    Three,
    /// Four.
    Four,
    /// Five and more.
    Many,
    /// Nobody wrote it down, or it is a business.
    Unknown,
}

keys!(HouseholdSize {
    One = "one",
    Two = "two",
    Three = "three",
    Four = "four",
    Many = "many",
    Unknown = "unknown",
});

impl HouseholdSize {
    /// Returns the class of a household of `people`; 0 means that the number was not recorded.
    pub fn of(people: u32) -> Self {
        match people {
            0 => Self::Unknown,
            1 => Self::One,
            2 => Self::Two,
            3 => Self::Three,
            4 => Self::Four,
            5.. => Self::Many,
        }
    }

    pub(super) const fn index(self) -> usize {
        match self {
            Self::One => 0,
            Self::Two => 1,
            Self::Three => 2,
            Self::Four => 3,
            Self::Many => 4,
            Self::Unknown => 5,
        }
    }
}

/// Presence of readings: jars with and without them are fitted apart.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Observed {
    /// Nobody ever did: a lot is taken to be used up at the next one.
    Never,
    /// Levels are read.
    AtTheDoor,
}

keys!(Observed { Never = "never", AtTheDoor = "at-the-door" });

/// Number of [`HouseholdSize`] classes.
pub(crate) const PEOPLE: usize = 6;

/// Prior for jars of one kind of product.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Prior {
    /// The usual size of a lot in this shop; sizes are compared with it.
    pub centre: f64,
    /// The mean logarithm of the days that a lot of that size lasts, by [`HouseholdSize`].
    pub means: [f64; PEOPLE],
    /// By how much longer (as a power) a household's larger lot lasts than its smaller one.
    pub elasticity: f64,
    /// By how much faster (as a power, so below 0) a household eats that buys larger lots than others.
    pub buyers: f64,
    /// The variance from lot to lot in one jar into which nobody looks ...
    pub within: f64,
    /// ... and in one into which somebody does: there, what was used up is known.
    pub within_seen: f64,
    /// The variance from jar to jar.
    pub between: f64,
    /// From how many jars' intervals the shop has learned this; below 1 it is what people say, or the
    /// factory.
    pub jars: f64,
    /// The part of `between` that is about all jars alike: the uncertainty of the level of the kind.
    pub level_variance: f64,
}

/// As many lots as a pack counts for that a product is sold in.
const PACKS: f64 = 20.0;
/// After so many lots, their usual size tells as much about a household as it leaves open.
const SIZES_TELL: f64 = 2.4;

impl Prior {
    /// Returns the prior of a shop that knows nothing of this kind but the sizes of its lots.
    pub fn of_factory(factory: &Factory, lots: DeliverySize) -> Self {
        let centre = factory.centre(lots);
        Self {
            centre,
            means: factory.means_at(centre),
            elasticity: factory.elasticity,
            buyers: factory.buyers,
            within: WITHIN,
            within_seen: WITHIN_SEEN,
            between: BETWEEN + factory.unsure_at(centre),
            jars: 0.0,
            level_variance: factory.unsure_at(centre),
        }
    }

    /// The prior of a product of which the shop has learned nothing yet, if so much is usually brought at
    /// a time; where that is not said, a pack.
    pub fn of_product(product: &Product, usual: Option<Quantity>) -> Self {
        let lots = match usual.or(product.pack) {
            Some(lot) => DeliverySize { count: PACKS, sizes: PACKS * size_of(lot.as_f64(), 1.0) },
            None => DeliverySize { count: 1.0, sizes: size_of(1.0, 1.0) },
        };
        Self::of_factory(&Factory::of_product(product), lots)
    }

    /// Returns the prior for a jar with or without readings.
    #[must_use]
    pub fn of_jar(self, looked: Observed) -> Self {
        match looked {
            Observed::Never => self,
            Observed::AtTheDoor => Self { within: self.within_seen, ..self },
        }
    }

    /// Returns the expected mean of a jar with `lots` lots of this usual size.
    pub(super) fn expected(&self, people: HouseholdSize, usual_size: f64, lots: f64) -> f64 {
        let mean = self.means.get(people.index()).copied().unwrap_or_default();
        mean + self.buyers * self.buyer(usual_size, lots)
    }

    /// Returns by how much the household's lots exceed the usual size, shrunk by their number.
    pub(super) fn buyer(&self, usual_size: f64, lots: f64) -> f64 {
        lots / (lots + SIZES_TELL) * (usual_size - self.centre)
    }
}

/// Number of delivered lots of a kind, and the sum of their sizes.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct DeliverySize {
    /// Number of lots.
    pub count: f64,
    /// The sum of their sizes, from [`size_of`].
    pub sizes: f64,
}

impl DeliverySize {
    /// Counts one more.
    pub fn add(&mut self, size: f64) {
        self.count += 1.0;
        self.sizes += size;
    }
}

// Defaults with which every shop starts: measured on 1,182 jars of 18 staples in 635 households.
const WITHIN: f64 = 0.30;
// A guess: they eat from day to day as it comes, but not by half as much as they buy.
pub(super) const WITHIN_SEEN: f64 = 0.05;
const BETWEEN: f64 = 0.16;

// Amount of evidence (squared sizes, intervals and jars) at which a shop outweighs the default
// prior, and a kind of product outweighs its shop.
const SHOP_SIZES: f64 = 60.0;
const KIND_SIZES: f64 = 80.0;
const SHOP_INTERVALS: f64 = 15.0;
const KIND_INTERVALS: f64 = 40.0;
const SHOP_JARS: f64 = 500.0;
const KIND_JARS: f64 = 200.0;
const BUYING: f64 = 15.0;
/// Number of households of one size at which their own mean weighs as much as that of all sizes.
const SAME_PEOPLE: f64 = 50.0;
/// Variance (of the logarithm) of a shop around the default prior. The variance of a kind of product
/// around its shop is part of the default prior.
const SHOP_VARIANCE: f64 = 0.02;
/// Variance of the factory's level where anybody in the shop has said how much is used: a last resort.
const LAST_RESORT: f64 = 1.0;
/// No kind of product is used so alike by everybody that the variance between them is less.
const LEAST_BETWEEN: f64 = 0.02;

/// Data of one kind of product at a refit.
#[derive(Clone, PartialEq, Debug)]
pub struct ProductKind {
    /// Default prior, used without data.
    pub factory: Factory,
    /// The lots up to now.
    pub lots: DeliverySize,
    /// All its jars, added up with the prior that was in force.
    pub census: Census,
}

impl ProductKind {
    /// A kind of which nothing was brought yet.
    pub fn new(factory: Factory) -> Self {
        Self { factory, lots: DeliverySize::default(), census: Census::default() }
    }
}

/// Minimum number of days between refits, unless much was delivered at once ...
const WEEK: i64 = 7;
/// ... and number of days after which a refit is made even if little was delivered.
const MONTH: i64 = 28;

/// Returns whether enough lots were delivered since the last refit to make another one now.
pub fn is_due((then, before): (Day, i64), (now, lots): (Day, i64)) -> bool {
    let days = (now - then).num_days();
    let more = lots.saturating_sub(before);
    let soon = days >= WEEK && more * 50 >= lots || days >= MONTH;
    more > 0 && soon || more >= 20 && more * 5 >= lots
}

/// The priors of all kinds, each leaning on the shop's other kinds and these on the factory.
pub fn refit(kinds: &[ProductKind]) -> Vec<Prior> {
    let shop = Shop::of(kinds);
    kinds.iter().map(|kind| shop.prior(kind)).collect()
}

/// Parameters shared by all kinds of a shop.
struct Shop {
    elasticity: f64,
    within: [f64; 2],
    between: f64,
    buyers: f64,
    offset: f64,
}

impl Shop {
    fn of(kinds: &[ProductKind]) -> Self {
        let sum =
            |part: fn(&Census) -> f64| kinds.iter().map(|kind| part(&kind.census)).sum::<f64>();
        let elasticity = shrunk(sum(|c| c.slope.xy), sum(|c| c.slope.xx), ELASTICITY, SHOP_SIZES);
        let within = |looked: Observed, usual| {
            let of = |part: fn(&Scatter) -> f64| {
                kinds.iter().map(|kind| part(kind.census.scatter(looked))).sum::<f64>()
            };
            shrunk(of(|s| s.squares), of(|s| s.freedom), usual, SHOP_INTERVALS)
        };
        let within = [within(Observed::Never, WITHIN), within(Observed::AtTheDoor, WITHIN_SEEN)];
        let between = shrunk(sum(|c| c.apart), sum(|c| c.known), BETWEEN, SHOP_JARS);
        let slopes = kinds.iter().map(|kind| kind.census.all().slope());
        let (xy, xx) = slopes.fold((0.0, 0.0), |(xy, xx), s| (xy + s.xy, xx + s.xx));
        let buyers = xy / (xx + BUYING);
        // Every kind tells how far the shop is from the factory, each as surely as it can.
        let (sum, weight) = kinds.iter().fold((0.0, 0.0), |(sum, weight), kind| {
            let all = kind.census.all();
            if all.weight <= 0.0 {
                return (sum, weight);
            }
            let unsure = kind.factory.unsure_at(kind.factory.centre(kind.lots));
            let sure = 1.0 / (unsure + between / all.weight);
            (sum + sure * all.without(buyers) / all.weight, weight + sure)
        });
        let offset = sum / (weight + 1.0 / SHOP_VARIANCE);
        Self { elasticity, within, between, buyers, offset }
    }

    fn prior(&self, ProductKind { factory, lots, census }: &ProductKind) -> Prior {
        let all = census.all();
        let slope = all.slope();
        let buyers = self.buyers + (slope.xy - self.buyers * slope.xx) / (slope.xx + BUYING);
        let centre = factory.centre(*lots);
        let said = if census.said > 0.0 { LAST_RESORT } else { 0.0 };
        let unsure = factory.unsure_at(centre).max(said);
        let lean = self.between / unsure;
        let offset = (all.without(buyers) + lean * self.offset) / (all.weight + lean);
        let mut means = factory.means_at(centre);
        for (mean, count) in means.iter_mut().zip(&census.people) {
            let apart = count.without(buyers) - count.weight * offset;
            *mean += offset + apart / (count.weight + SAME_PEOPLE);
        }
        never_later(&mut means, &census.people);
        let between = shrunk(census.apart, census.known, self.between, KIND_JARS);
        let elasticity = self.elasticity + factory.elasticity - ELASTICITY;
        let [unseen, seen] = self.within;
        let within = |looked, usual| {
            let Scatter { squares, freedom } = *census.scatter(looked);
            shrunk(squares, freedom, usual, KIND_INTERVALS)
        };
        // The uncertainty about all jars of the kind is part of that about each of them.
        let unknown = unsure * lean / (all.weight + lean);
        Prior {
            centre,
            means,
            elasticity: shrunk(census.slope.xy, census.slope.xx, elasticity, KIND_SIZES),
            buyers: factory.buyers + buyers,
            within: within(Observed::Never, unseen),
            within_seen: within(Observed::AtTheDoor, seen),
            between: between.max(LEAST_BETWEEN) + unknown,
            jars: census.learned,
            level_variance: unknown,
        }
    }
}

/// `sum / weight`, leaning on `usual` as if that had been seen with a weight of `worth`.
fn shrunk(sum: f64, weight: f64, usual: f64, worth: f64) -> f64 {
    (sum + worth * usual) / (weight + worth)
}

/// More people never eat slower: neighbours of whom the shop has seen the contrary share their mean.
/// Households of unknown size, the last, stand apart.
fn never_later(means: &mut [f64; PEOPLE], people: &[Count; PEOPLE]) {
    let mut pools: Vec<(f64, f64, usize)> = Vec::with_capacity(PEOPLE);
    for (mean, count) in means.iter().zip(people).take(PEOPLE - 1) {
        let mut pool = (*mean, count.weight + SAME_PEOPLE, 1);
        while let Some(fewer) = pools.pop_if(|fewer| fewer.0 < pool.0) {
            let weight = fewer.1 + pool.1;
            pool = ((fewer.0 * fewer.1 + pool.0 * pool.1) / weight, weight, fewer.2 + pool.2);
        }
        pools.push(pool);
    }
    let pooled = pools.iter().flat_map(|(mean, _, n)| std::iter::repeat_n(*mean, *n));
    means.iter_mut().zip(pooled).for_each(|(mean, pooled)| *mean = pooled);
}

#[cfg(test)]
mod tests;
