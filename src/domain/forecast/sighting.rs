//! Sightings: what a visit tells of a level that nobody weighed.

use super::look::ROUGH_SHARE;
use super::{JarHistory, Lot};
use crate::domain::day::Day;
use crate::domain::quantity::Quantity;

/// Error of "still enough", in parts of the capacity: nobody measures before they refuse.
pub(super) const ENOUGH_ERROR: f64 = 0.5 * ROUGH_SHARE;
/// Error of "no more fits", in parts of the capacity: a jar is filled to the brim, or nearly.
pub(super) const FULL_ERROR: f64 = 0.05;

/// A level before the goods of a day are brought in, in units, and its standard deviation.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Sighting {
    /// Expected level.
    pub level: f64,
    /// Standard deviation; 0 if it was weighed.
    pub sd: f64,
}

impl Sighting {
    /// The level of a jar that is known to be empty.
    pub(super) const EMPTY: Self = Self { level: 0.0, sd: 0.0 };

    /// Returns the level of a jar of this size that was stated to hold about `level`.
    pub(super) fn rough(level: f64, size: f64) -> Self {
        Self { level, sd: ROUGH_SHARE * size }
    }

    /// Returns the level of a jar of this size that holds at least so much: the moments of a uniform distribution.
    pub(super) fn above(least: f64, size: f64) -> Self {
        let below = Self::below(size - least, size);
        Self { level: size - below.level, ..below }
    }

    /// Returns the level of a jar of this size that holds at most so much.
    pub(super) fn below(most: f64, size: f64) -> Self {
        let most = most.clamp(0.0, size);
        Self { level: 0.5 * most, sd: (most / 12.0_f64.sqrt()).max(ENOUGH_ERROR * size) }
    }

    /// The size of a jar: its capacity or, without one, two lots of the usual quantity.
    pub(super) fn size_of_jar(capacity: Option<Quantity>, usual: f64) -> f64 {
        capacity.map(Quantity::as_f64).filter(|size| *size > 0.0).unwrap_or(2.0 * usual)
    }
}

/// One thing that a day at the door told of a jar.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Visit {
    /// So much was weighed or counted.
    Read(Day, Quantity),
    /// So much was stated, about.
    Stated(Day, Quantity),
    /// There was at least so much, and nothing was brought.
    Enough(Day, Quantity),
    /// No more fitted than was brought: there was so much before.
    CutDown(Day, Sighting),
    /// A delivery.
    Lot(Lot),
}

impl Visit {
    pub(super) fn on(&self) -> Day {
        match self {
            Self::Read(on, _)
            | Self::Stated(on, _)
            | Self::Enough(on, _)
            | Self::CutDown(on, _) => *on,
            Self::Lot(lot) => lot.on,
        }
    }
}

/// Returns everything that was told of a jar in order of days, and of a day what was seen or said before what was
/// brought.
pub(super) fn visits(history: &JarHistory) -> Vec<Visit> {
    let JarHistory { jar, readings, rough, enough, delivered, .. } = history;
    let read = readings.iter().map(|&(on, level)| match rough.contains(&on) {
        true => Visit::Stated(on, level),
        false => Visit::Read(on, level),
    });
    // A level that was read or stated on the same day tells more.
    let enough: Vec<_> =
        enough.iter().filter(|(on, _)| !readings.iter().any(|(read, _)| read == on)).collect();
    let said = enough.iter().map(|&&(on, least)| {
        let brought = delivered.iter().filter(|lot| lot.on == on);
        let brought = brought.fold(Quantity::ZERO, |sum, lot| sum + lot.quantity);
        match jar.capacity.filter(|_| brought.is_positive()) {
            Some(capacity) => Visit::CutDown(on, full(capacity, brought, FULL_ERROR)),
            None => Visit::Enough(on, least),
        }
    });
    let is_said = |lot: &Lot| enough.iter().any(|(on, _)| *on == lot.on);
    // Less may have been brought for other reasons, so where anybody ever looks, this says nothing.
    let unread = jar.capacity.filter(|_| readings.is_empty());
    let less = delivered.iter().filter(|lot| lot.early && lot.cut_down && !is_said(lot));
    let less = less
        .filter_map(|lot| Some(Visit::CutDown(lot.on, full(unread?, lot.quantity, ROUGH_SHARE))));
    // Who says that there is enough has not called because the jar is empty.
    let lots = delivered.iter().map(|lot| {
        let early = lot.early || is_said(lot);
        Visit::Lot(Lot { early, ..*lot })
    });
    let mut visits: Vec<Visit> = read.chain(said).chain(less).chain(lots).collect();
    visits.sort_by_key(Visit::on);
    visits
}

/// Returns the level of a jar that was full once so much was in, give or take a part of the capacity.
fn full(capacity: Quantity, brought: Quantity, error: f64) -> Sighting {
    let (size, brought) = (capacity.as_f64(), brought.as_f64());
    Sighting { level: (size - brought).max(0.0), sd: error * size }
}
