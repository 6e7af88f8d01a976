//! The people of a customer: how many, since when, and their times away.

use crate::domain::day::{Day, Period};

/// The people who eat from a customer's jars.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Household {
    /// Grown-ups.
    pub adults: u16,
    /// Children.
    pub children: u16,
    /// Old people.
    pub elders: u16,
}

impl Household {
    /// Returns the number of people: adults, children and elders together.
    pub fn people(self) -> u32 {
        u32::from(self.adults) + u32::from(self.children) + u32::from(self.elders)
    }
}

/// Some of a [`Household`], as it was typed: `--adults 3` leaves the others as they are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct HouseholdPatch {
    /// The new number of grown-ups.
    pub adults: Option<u16>,
    /// The new number of children.
    pub children: Option<u16>,
    /// The new number of old people.
    pub elders: Option<u16>,
}

impl HouseholdPatch {
    /// Returns `household` with the numbers that are set here in place of its own.
    pub fn applied_to(self, household: Household) -> Household {
        Household {
            adults: self.adults.unwrap_or(household.adults),
            children: self.children.unwrap_or(household.children),
            elders: self.elders.unwrap_or(household.elders),
        }
    }

    /// Returns whether the patch changes nothing.
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }
}

/// The household from a day on: a baby, a student at home, guests.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct HouseholdChange {
    /// The first day with these people.
    pub from: Day,
    /// The people from then on.
    pub household: Household,
}

/// A time in which all or some of the household do not eat from the jar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Away {
    /// First to last day away.
    pub period: Period,
    /// Number of people who are away; `None` means everybody.
    pub people: Option<u16>,
}
