//! A jar of the sample shop on its way through the years: what is really in it, and what was seen.

use super::dice::Dice;
use super::goods::whole_packs;
use super::people::{Person, TrueJar};
use crate::domain::customer::Household;
use crate::domain::forecast::Lot;
use crate::domain::id::JarId;
use crate::domain::product::Product;
use crate::domain::{Day, Quantity};
use chrono::Days;

/// A forecast looks no further back than this many readings and deliveries.
const ANCHORS: usize = 32;

/// A jar as it goes through its history.
pub(super) struct RunningShop<'a> {
    pub(super) truth: &'a TrueJar,
    pub(super) id: JarId,
    /// The true content of the jar on the day `since`.
    pub(super) level: f64,
    pub(super) since: Day,
    /// Current factor on the usual rate of consumption, about 1; drawn again at each delivery.
    mood: f64,
    pub(super) readings: Vec<(Day, Quantity)>,
    pub(super) delivered: Vec<Lot>,
    /// The day by which the next delivery has to arrive.
    pub(super) due: Day,
}

impl<'a> RunningShop<'a> {
    pub(super) fn new(truth: &'a TrueJar, id: JarId, joined: Day, dice: &mut Dice) -> Self {
        // The first sack comes when they ask for it; a second product, when they have tried the
        // first.
        let due = joined + Days::new(dice.between(0, 3) as u64);
        let (readings, delivered) = (Vec::new(), Vec::new());
        Self { truth, id, level: 0.0, since: joined, mood: 1.0, readings, delivered, due }
    }

    /// Returns whether the jar is filled on a visit: it is due by the next one, or nearly due.
    pub(super) fn is_wanted(&self, on: Day, next: Day) -> bool {
        let a_quarter = self.truth.usual.as_f64() / self.truth.rate.max(1e-6) / 4.0;
        self.due <= next.max(on + Days::new(a_quarter.min(5.0) as u64))
    }

    pub(super) fn eat_until(&mut self, who: &Person, on: Day) {
        let eaten = self.truth.rate * self.mood * who.presence(self.since, on);
        self.level = (self.level - eaten).max(0.0);
        self.since = on;
    }

    /// Returns the reading that a person would record: in tenths of the jar, or a weight to the
    /// half unit.
    pub(super) fn seen(&self) -> Quantity {
        match self.truth.jar.capacity {
            Some(capacity) if self.id.number() % 4 != 0 && self.level <= capacity.as_f64() => {
                // Nobody writes `empty` while there is something left.
                let least = if self.level > 0.0 { 1.0 } else { 0.0 };
                let tenths = (self.level * 10.0 / capacity.as_f64()).round();
                capacity.parts_of(tenths.clamp(least, 10.0) as u16, 10)
            }
            _ => Quantity::from_thousandths((self.level * 10.0).round() as i64 * 100),
        }
    }

    /// Adds delivered goods to the jar.
    pub(super) fn fill(&mut self, dice: &mut Dice, on: Day, delivered: Quantity) {
        self.delivered.push(Lot {
            on,
            quantity: delivered,
            price: 1.0,
            early: false,
            cut_down: false,
        });
        self.level += delivered.as_f64();
        self.mood = dice.about_one(0.07);
    }

    /// Returns the promised and the delivered quantity: the usual one, sometimes a pack more or
    /// less.
    pub(super) fn quantities(&self, dice: &mut Dice, product: &Product) -> (Quantity, Quantity) {
        let pack = product.pack.unwrap_or(Quantity::whole(1));
        let usual = self.truth.usual;
        let brought = match dice.below(100) {
            0..=2 => (usual + pack, usual + pack),
            3..=4 if usual > pack => (usual, usual - pack),
            _ => (usual, usual),
        };
        // No goods are left next to a full jar: if far more is left than expected, some are taken
        // back.
        let fits = whole_packs(product, usual.as_f64() * 1.75 - self.level);
        (brought.0, brought.1.min(fits))
    }
}

/// Returns the day by which the first of these jars has to be filled; `otherwise` if there is none.
pub(super) fn next_due(jars: &[RunningShop], otherwise: Day) -> Day {
    jars.iter().map(|jar| jar.due).min().unwrap_or(otherwise)
}

/// As much of a history as a forecast looks at.
pub(super) fn newest<T>(history: &[T]) -> &[T] {
    history.get(history.len().saturating_sub(ANCHORS)..).unwrap_or_default()
}

impl Person {
    /// Returns the consumption of the household between two days, in days of its usual consumption.
    fn presence(&self, from: Day, to: Day) -> f64 {
        let heads = |household: Household| f64::from(household.people().max(1));
        let usual = heads(self.customer.household);
        let begun = self.changes.iter().rev().find(|change| change.from <= to);
        let now = begun.map_or(1.0, |change| heads(change.household) / usual);
        let days = (to - from).num_days() as f64;
        let gone: f64 = self
            .away
            .iter()
            .map(|away| {
                let first = away.period.from.max(from);
                let days = (away.period.to.min(to) - first).num_days().max(0) as f64;
                days * away.people.map_or(1.0, |some| f64::from(some) / usual)
            })
            .sum();
        now * (days - gone).max(0.0)
    }
}
