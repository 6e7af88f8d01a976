//! Expectation of a jar before its own intervals count: what was said of the household, or what others do.

use super::{Learned, UNSETTLED, log};
use crate::domain::forecast::prior::{HouseholdSize, Prior};
use crate::domain::forecast::quantiles::Lots;
use crate::domain::stable_name::keys;

/// Source of a use that was stated, not observed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SaidBy {
    /// The customer.
    Customer,
    /// The number of people and what each of them usually needs.
    People,
}

keys!(SaidBy { Customer = "customer", People = "people" });

impl SaidBy {
    /// Variance of the logarithm of the use around what was stated: how far off such words usually are.
    pub(in crate::domain::forecast) const fn variance(self) -> f64 {
        match self {
            Self::Customer => 0.16,
            Self::People => 0.36,
        }
    }
}

/// A use that was stated, not observed.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Said {
    /// For how many days what is in the jar now would last; more than 0.
    pub days: f64,
    /// Source of the statement.
    pub by: SaidBy,
}

impl Said {
    /// Returns the mean `z` that was stated, of a lot of size `now`.
    pub(in crate::domain::forecast) fn mean(self, now: f64, prior: &Prior) -> f64 {
        log(self.days, 0.5) - prior.elasticity * (now - prior.centre)
    }
}

/// A mean `z`, and as many intervals as it counts for.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(in crate::domain::forecast) struct Weighed {
    pub(in crate::domain::forecast) weight: f64,
    pub(in crate::domain::forecast) mean: f64,
}

impl Weighed {
    const NOTHING: Self = Self { weight: 0.0, mean: 0.0 };
}

impl Beginning {
    pub(super) fn weight(&self) -> f64 {
        self.said.weight + self.others.weight
    }

    pub(super) fn mean(&self) -> f64 {
        (self.said.weight * self.said.mean + self.others.weight * self.others.mean) / self.weight()
    }
}

/// Expectation of a jar before its own intervals count.
pub(super) struct Beginning {
    /// Statement about this household.
    said: Weighed,
    /// Mean of similar jars.
    others: Weighed,
    /// The shape of the errors of a forecast that begins so.
    pub(super) lots: Lots,
}

impl Learned {
    /// Returns what is expected of the jar without its own intervals.
    ///
    /// What a household says of itself takes the place of what others do; what its people usually need does
    /// so while no jar of the kind has taught this shop anything, and is weighed with the others afterwards.
    pub(super) fn beginning(
        &self,
        now: f64,
        people: HouseholdSize,
        prior: &Prior,
        said: Option<Said>,
    ) -> Beginning {
        let lots = self.all.weight;
        let unsettled = if lots < 1.0 { 1.0 } else { 1.0 + UNSETTLED / lots.sqrt() };
        let nth = Lots::of(self.intervals().saturating_add(1));
        let others = Weighed {
            weight: prior.within / prior.between * unsettled,
            mean: self.expected(now, people, prior),
        };
        let Some(said) = said.filter(|said| said.days > 0.0) else {
            return Beginning { said: Weighed::NOTHING, others, lots: nth };
        };
        let told = Weighed {
            weight: prior.within / said.by.variance() * unsettled,
            mean: said.mean(now, prior),
        };
        if said.by == SaidBy::People && prior.jars >= 1.0 {
            return Beginning { said: told, others, lots: nth };
        }
        let lots = if lots < 1.0 { Lots::Said } else { nth };
        Beginning { said: told, others: Weighed::NOTHING, lots }
    }

    /// Returns what the mean rests on: its own intervals, what was said, and what others do.
    pub(in crate::domain::forecast) fn parts(
        &self,
        now: f64,
        people: HouseholdSize,
        prior: &Prior,
        said: Option<Said>,
    ) -> [Weighed; 3] {
        let Beginning { said, others, .. } = self.beginning(now, people, prior, said);
        let weight = self.recent.weight;
        let z = self.recent.z(prior.elasticity, prior.centre);
        let own =
            if weight > 0.0 { Weighed { weight, mean: z / weight } } else { Weighed::NOTHING };
        [own, said, others]
    }
}
