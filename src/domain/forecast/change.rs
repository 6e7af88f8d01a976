//! Change: whether a jar is used at another rate than before, beyond what chance explains.

use super::ModelParams;
use super::intervals::Interval;
use super::learn::Learned;
use super::prior::HouseholdSize;
use crate::domain::day::Day;

/// One interval alone may be a feast or a forgotten sack.
const FEWEST: usize = 2;
/// A change that is older than this many intervals has been learned.
const MOST: usize = 4;
/// Minimum number of intervals before the change, from which the earlier rate is known.
const BEFORE: usize = 3;
/// Sum of the deviations, in scales, over the root of their number: fewer than one in a hundred
/// unchanged jars exceed it in either direction with all deviations in that direction.
const BEYOND_CHANCE: f64 = 2.6;
/// Minimum deviation of each of the intervals, in scales.
const EACH: f64 = 0.5;

/// A jar that is used at another rate than before.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct RateChange {
    /// The first day of the intervals that show it.
    pub since: Day,
    /// Number of intervals.
    pub intervals: u32,
    /// Units a day that were to be expected by what was before.
    pub before: f64,
    /// Units a day since.
    pub after: f64,
}

impl RateChange {
    /// The change that the last intervals show, if they do: of all that do the one that shows it best.
    pub fn of(
        intervals: &[Interval],
        people: HouseholdSize,
        knowledge: &ModelParams,
    ) -> Option<Self> {
        let shown = (FEWEST..=MOST).filter_map(|count| {
            let before = intervals.len().checked_sub(count).filter(|before| *before >= BEFORE)?;
            let (before, late) = intervals.split_at_checked(before)?;
            let mut learned = Learned::default();
            before.iter().for_each(|interval| learned.finish(interval));
            let off = late.iter().map(|interval| {
                let outlook = learned.outlook(interval.size, people, knowledge.prior, None);
                (outlook.standardised(interval.lasted), outlook.centre)
            });
            let off: Vec<(f64, f64)> = off.collect();
            let together = off.iter().map(|(u, _)| u).sum::<f64>() / (off.len() as f64).sqrt();
            let all = off.iter().all(|(u, _)| u * together.signum() > EACH);
            (all && together.abs() > BEYOND_CHANCE).then(|| {
                let used: f64 = late.iter().map(|interval| interval.used).sum();
                let days: f64 = late.iter().map(|interval| interval.days).sum();
                // By how much longer they lasted than was to be expected.
                let longer = (late.iter().zip(&off))
                    .map(|(interval, (_, centre))| interval.lasted.ln() - centre)
                    .sum::<f64>()
                    / late.len() as f64;
                let after = used / days;
                let since = late.first().map_or(Day::MAX, |interval| interval.from);
                let intervals = u32::try_from(late.len()).unwrap_or(u32::MAX);
                (together.abs(), Self { since, intervals, before: after * longer.exp(), after })
            })
        });
        shown.max_by(|(one, _), (other, _)| one.total_cmp(other)).map(|(_, change)| change)
    }
}
