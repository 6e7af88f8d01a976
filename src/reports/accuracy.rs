//! Accuracy: how good the shop's forecasts were, by how many lots of a jar they rested on.
//!
//! Errors are in days of presence. Each figure is over the intervals that have ended.

use crate::domain::forecast::backtest::{Ended, Judged, Plain};

/// The middle four fifths: from the 10 % quantile to the 90 % one.
const LOW: usize = 2;
const HIGH: usize = 8;
/// The likely day.
const MIDDLE: usize = 5;
/// A visit was too early if more than this part was left.
const TOO_EARLY: f32 = 0.5;

/// Up to which lot each group goes; the last goes on for ever.
pub const GROUPS: [(u32, u32); 4] = [(1, 1), (2, 2), (3, 5), (6, u32::MAX)];

/// Accuracy of a shop's forecasts.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Accuracy {
    /// By the number of lots, as in [`GROUPS`].
    pub groups: [Group; GROUPS.len()],
    /// All of them.
    pub all: Group,
}

/// Forecasts that rested on about as many lots.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Group {
    /// Number of ended and of open intervals.
    pub ended: u32,
    /// Those that have not.
    pub open: u32,
    error: f64,
    bias: f64,
    covered: u32,
    in_time: u32,
    early: f64,
    /// Visits at which somebody looked.
    pub looked: u32,
    /// Those at which the jar was empty.
    pub empty: u32,
    /// Those at which more than half was left.
    pub too_early: u32,
    /// Errors of the simple rules: last interval, mean, median, K-factor.
    pub plain: [Against; 4],
}

/// Errors of another rule and of ours, on the same intervals.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Against {
    count: u32,
    theirs: f64,
    difference: f64,
    squares: f64,
}

impl Accuracy {
    /// Counts an interval.
    pub fn add(&mut self, judged: &Judged) {
        let within = |(first, last): &(u32, u32)| (*first..=*last).contains(&judged.k);
        let group = GROUPS.iter().position(within);
        if let Some(group) = group.and_then(|group| self.groups.get_mut(group)) {
            group.add(judged);
        }
        self.all.add(judged);
    }
}

impl Group {
    fn add(&mut self, judged: &Judged) {
        let Some(Ended { days, left }) = judged.ended else {
            self.open += 1;
            return;
        };
        let quantile = |at: usize| judged.quantiles.get(at).copied().unwrap_or_default();
        let off = f64::from(quantile(MIDDLE) - days);
        self.ended += 1;
        self.error += off.abs();
        self.bias += off;
        self.covered += u32::from(quantile(LOW) <= days && days <= quantile(HIGH));
        // Goods that come on the safe day come before the day on which the jar is empty, or on it.
        self.in_time += u32::from(judged.safe <= days);
        self.early += f64::from(days - judged.safe).max(0.0);
        if let Some(left) = left {
            self.looked += 1;
            self.empty += u32::from(left <= 0.0);
            self.too_early += u32::from(left > TOO_EARLY);
        }
        if let Some(Plain { last, mean, median, k_factor }) = judged.plain {
            let rules = [last, mean, median, k_factor];
            for (against, said) in self.plain.iter_mut().zip(rules) {
                against.add((said - f64::from(days)).abs(), off.abs());
            }
        }
    }

    fn mean(&self, sum: f64) -> Option<f64> {
        (self.ended > 0).then(|| sum / f64::from(self.ended))
    }

    /// The mean absolute error of the likely day, in days.
    pub fn error(&self) -> Option<f64> {
        self.mean(self.error)
    }

    /// By how many days the likely day was too late on average; below 0 it was too early.
    pub fn bias(&self) -> Option<f64> {
        self.mean(self.bias)
    }

    /// The part that ended between the low and the high day: four fifths is what they promise.
    pub fn covered(&self) -> Option<f64> {
        self.mean(self.covered.into())
    }

    /// The part in which goods on the safe day would have come before the jar was empty.
    pub fn in_time(&self) -> Option<f64> {
        self.mean(self.in_time.into())
    }

    /// By how many days goods on the safe day would have come too early, on average.
    pub fn early(&self) -> Option<f64> {
        self.mean(self.early)
    }
}

impl Against {
    fn add(&mut self, theirs: f64, ours: f64) {
        self.count += 1;
        self.theirs += theirs;
        self.difference += ours - theirs;
        self.squares += (ours - theirs) * (ours - theirs);
    }

    /// The mean absolute error of the other rule, in days.
    pub fn error(&self) -> Option<f64> {
        (self.count > 0).then(|| self.theirs / f64::from(self.count))
    }

    /// Ours on the same intervals, in days.
    pub fn ours(&self) -> Option<f64> {
        (self.count > 0).then(|| (self.theirs + self.difference) / f64::from(self.count))
    }

    /// By how much our errors are smaller than theirs (below 0) on the same intervals, and the standard
    /// error of that.
    pub fn difference(&self) -> Option<(f64, f64)> {
        let n = f64::from(self.count);
        let mean = self.difference / n;
        let variance = (self.squares / n - mean * mean).max(0.0);
        (self.count > 1).then(|| (mean, (variance / (n - 1.0)).sqrt()))
    }
}
