//! A census: what all jars of one kind of product add up to, in one pass over what each has learned.

use super::default_prior::Factory;
use super::learn::{Learned, Said, Slope};
use super::normal::hazard;
use super::prior::{HouseholdSize, Observed, PEOPLE, Prior};

/// Number of scales beyond the expected duration at which a lot counts as lapsed: it is not being
/// eaten, because they buy elsewhere.
const LAPSED: f64 = 2.3;

/// Open interval of a jar.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Open {
    /// Its size, from [`size_of`](super::learn::size_of).
    pub size: f64,
    /// The days of presence that it has lasted so far.
    pub days: f64,
}

/// Weighted sums over jars: `h` is how much larger their lots are than usual, `x` by how much their
/// mean is above what the factory expects of such buyers.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
#[allow(missing_docs, reason = "each field is the sum that its name writes")]
pub struct Count {
    pub weight: f64,
    pub x: f64,
    pub h: f64,
    pub hh: f64,
    pub xh: f64,
}

impl Count {
    fn add(&mut self, weight: f64, x: f64, h: f64) {
        self.weight += weight;
        self.x += weight * x;
        self.h += weight * h;
        self.hh += weight * h * h;
        self.xh += weight * x * h;
    }

    /// The sum of `x` without what the size of their lots explains.
    pub(super) fn without(&self, buyers: f64) -> f64 {
        self.x - buyers * self.h
    }

    /// The slope of `x` over `h`.
    pub(super) fn slope(&self) -> Slope {
        let weight = self.weight.max(1e-9);
        let xx = (self.hh - self.h * self.h / weight).max(0.0);
        Slope { xy: self.xh - self.x * self.h / weight, xx }
    }
}

/// Spread of intervals around the mean of their jar; of a lot that is not finished, what is
/// expected of it, since without those that last a shop would take its customers to be alike.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Scatter {
    /// The sum of the squares.
    pub squares: f64,
    /// Number of intervals beyond the first of each jar.
    pub freedom: f64,
}

/// A jar as a census counts it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Counted<'a> {
    /// Its statistics.
    pub learned: &'a Learned,
    /// Its open interval.
    pub open: Option<Open>,
    /// Household size.
    pub people: HouseholdSize,
    /// True if its level is ever read.
    pub looked: Observed,
    /// Stated use of a lot of the size of its open interval.
    pub said: Option<Said>,
}

/// Pooled statistics of all jars of one kind.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Census {
    /// Over `l` inside jars, of `y`.
    pub slope: Slope,
    /// Spread of `z` in jars without readings, and in jars with readings.
    pub scatters: [Scatter; 2],
    /// The squares of the jars' means around what was expected of them: of each jar what it has shown,
    /// and of what it has not shown yet as much as jars differ by the prior in force.
    pub apart: f64,
    /// Number of jars.
    pub known: f64,
    /// Number of jars with finished intervals, each weighed by how much of the variance is theirs.
    pub learned: f64,
    /// Number of jars of which somebody has said what is used.
    pub said: f64,
    /// The jars by their [`HouseholdSize`], weighed by how much of the variance is theirs.
    pub people: [Count; PEOPLE],
}

impl Census {
    /// Adds a jar, looked at with the prior in force.
    pub fn add(&mut self, jar: Counted<'_>, prior: &Prior, factory: &Factory) {
        let prior = &prior.of_jar(jar.looked);
        let Counted { learned: jar, open, people, looked, said } = jar;
        let (n, elasticity) = (jar.all.weight, prior.elasticity);
        let mut z = jar.all.z(elasticity, prior.centre);
        let mut weight = n;
        let usual = match open {
            Some(open) => (jar.all.l + open.size) / (n + 1.0),
            None => jar.all.l / n.max(1.0),
        };
        let [never, at_the_door] = &mut self.scatters;
        let scatter = match looked {
            Observed::Never => never,
            Observed::AtTheDoor => at_the_door,
        };
        if let Some(least) = open.and_then(|open| AtLeast::of(jar, open, people, prior)) {
            weight += least.weight;
            z += least.weight * least.z;
            if n >= 1.0 {
                scatter.squares += least.square * prior.within;
                scatter.freedom += 1.0;
            }
        }
        if n > 1.0 {
            let slope = jar.all.slope();
            self.slope.xy += slope.xy;
            self.slope.xx += slope.xx;
            scatter.squares += jar.all.squares(elasticity);
            scatter.freedom += n - 1.0;
        }
        if let Some((said, open)) = said.zip(open) {
            let told = prior.within / said.by.variance();
            weight += told;
            z += told * said.mean(open.size, prior);
            self.said += 1.0;
        }
        if weight < 1e-6 {
            return;
        }
        let lots = n + if open.is_some() { 1.0 } else { 0.0 };
        let (mean, h) = (z / weight, prior.buyer(usual, lots));
        let share = prior.between / (prior.between + prior.within / weight);
        let apart = share * (mean - prior.expected(people, usual, lots));
        self.apart += apart * apart + (1.0 - share) * prior.between;
        self.known += 1.0;
        if n >= 1.0 {
            self.learned += share;
        }
        if let Some(count) = self.people.get_mut(people.index()) {
            let means = factory.means_at(prior.centre);
            let by_factory =
                means.get(people.index()).copied().unwrap_or(mean) + factory.buyers * h;
            count.add(share, mean - by_factory, h);
        }
    }

    /// Returns the spread of intervals in such jars.
    pub fn scatter(&self, looked: Observed) -> &Scatter {
        let [never, at_the_door] = &self.scatters;
        match looked {
            Observed::Never => never,
            Observed::AtTheDoor => at_the_door,
        }
    }

    /// All jars, whatever their people.
    pub(super) fn all(&self) -> Count {
        self.people.iter().fold(Count::default(), |all, count| Count {
            weight: all.weight + count.weight,
            x: all.x + count.x,
            h: all.h + count.h,
            hh: all.hh + count.hh,
            xh: all.xh + count.xh,
        })
    }
}

/// Information from an unfinished lot.
///
/// It is one step of scoring a right-censored normal observation: with `u` the scales that it has lasted
/// beyond its centre and `h` the hazard there, its information is `h (h - u)` of a full observation, and
/// it pulls as one at `centre + scale / (h - u)` would. Its square, by all that it may still last, is
/// expected to be `1 + u h` variances.
struct AtLeast {
    /// Weight relative to a finished lot.
    weight: f64,
    /// Its `z`.
    z: f64,
    /// Its square, in variances.
    square: f64,
}

impl AtLeast {
    /// `None` of a lot that is not being eaten any more.
    fn of(jar: &Learned, open: Open, people: HouseholdSize, prior: &Prior) -> Option<Self> {
        let outlook = jar.outlook(open.size, people, prior, None);
        let u = outlook.standardised(open.days).max(-6.0);
        if u > LAPSED {
            return None;
        }
        let h = hazard(u);
        let beyond = h - u;
        let y = outlook.centre + outlook.scale / beyond;
        let z = y - prior.elasticity * (open.size - prior.centre);
        Some(Self { weight: h * beyond, z, square: 1.0 + u * h })
    }
}
