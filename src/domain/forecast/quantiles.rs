//! Quantiles: the shape of how wrong forecasts are, by how many lots they rest on.
//!
//! Real households are not normal: now and then somebody buys elsewhere, or forgets the sack behind the
//! door. So the quantiles are those of the errors that were made, not those of a formula.

use super::normal;

/// The chances at which the quantiles are kept.
pub const CHANCES: [f64; 10] = [0.02, 0.05, 0.10, 0.20, 0.30, 0.50, 0.70, 0.80, 0.90, 0.95];

/// The quantiles of the errors of many households, in scales: what a shop has before its own.
const FACTORY: [[f64; 10]; 5] = [
    [-2.40, -1.80, -1.37, -0.81, -0.42, 0.13, 0.67, 1.01, 1.42, 1.77],
    [-2.36, -1.84, -1.42, -0.91, -0.58, -0.05, 0.44, 0.74, 1.15, 1.55],
    [-2.40, -1.80, -1.37, -0.88, -0.55, -0.02, 0.52, 0.86, 1.34, 1.74],
    [-2.05, -1.62, -1.25, -0.84, -0.55, -0.11, 0.31, 0.64, 1.12, 1.57],
    // As the first, but a household that says what it uses means the middle.
    [-2.53, -1.93, -1.50, -0.94, -0.55, 0.00, 0.54, 0.88, 1.29, 1.64],
];

/// Number of its own errors from which a shop uses them ...
const ENOUGH: u64 = 200;
/// ... and from which they outweigh the default ones.
const FACTORY_WEIGHT: f64 = 400.0;

/// On how many lots a forecast rests, as far as that changes the shape of its errors.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Lots {
    /// The first lot: nothing is known but what others do.
    First,
    /// The first lot of a household that has said what it uses.
    Said,
    /// The second.
    Second,
    /// The third to the fifth.
    Few,
    /// The sixth and later ones.
    Many,
}

impl Lots {
    /// The class of the `nth` lot; the first is 1.
    pub fn of(nth: u32) -> Self {
        match nth {
            0 | 1 => Self::First,
            2 => Self::Second,
            3..=5 => Self::Few,
            6.. => Self::Many,
        }
    }

    const fn index(self) -> usize {
        match self {
            Self::First => 0,
            Self::Second => 1,
            Self::Few => 2,
            Self::Many => 3,
            Self::Said => 4,
        }
    }
}

/// The quantiles by which a shop forecasts.
#[derive(Clone, PartialEq, Debug)]
pub struct Quantiles([[f64; 10]; 5]);

impl Default for Quantiles {
    fn default() -> Self {
        Self(FACTORY)
    }
}

impl Quantiles {
    /// Returns the quantile of this probability, in scales from the centre. Between the chances that are
    /// kept, and beyond them, it runs as a normal quantile does.
    pub fn z(&self, lots: Lots, chance: f64) -> f64 {
        let row = self.0.get(lots.index()).unwrap_or(&FACTORY[0]);
        let at = normal::quantile(chance.clamp(1e-4, 1.0 - 1e-4));
        let points =
            || CHANCES.iter().map(|chance| normal::quantile(*chance)).zip(row.iter().copied());
        let mut pairs = points().zip(points().skip(1));
        let beyond = pairs.clone().next_back();
        let around = pairs.find(|(_, (right, _))| at <= *right).or(beyond);
        let Some(((x0, z0), (x1, z1))) = around else { return at };
        z0 + (z1 - z0) * (at - x0) / (x1 - x0)
    }
}

/// Number of bins per scale.
const BINS_A_SCALE: f64 = 10.0;
/// Largest error, in scales, that has a bin; larger ones are counted in the last bin.
const WIDEST: f64 = 4.0;
/// The bins from -4 to 4 scales.
pub const BINS: usize = 80;

/// The errors that the shop has made with jars of many lots, counted in bins of a tenth of a scale.
///
/// Of the first lots a shop would count wrong: most are begun when its notebook is, so that for months
/// the short ones are known and the long ones are not.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Errors([u32; BINS]);

impl Default for Errors {
    fn default() -> Self {
        Self([0; BINS])
    }
}

impl Errors {
    /// The errors of which [`Errors::counts`] was kept.
    pub fn from_counts(counts: [u32; BINS]) -> Self {
        Self(counts)
    }

    /// Returns the number of errors in each bin, for storage.
    pub fn counts(&self) -> &[u32; BINS] {
        &self.0
    }

    /// Counts by how many scales a lot lasted longer than expected, from
    /// [`Outlook::standardised`](super::learn::Outlook::standardised).
    ///
    /// Only once the shop has looked on for as long as one lot in fifty lasts
    /// ([`Outlook::at_most`](super::learn::Outlook::at_most)): before, it knows none but short ones.
    pub fn count(&mut self, lots: Lots, scales: f64) {
        if lots != Lots::Many || scales.is_nan() {
            return;
        }
        let bin = ((scales + WIDEST) * BINS_A_SCALE).clamp(0.0, BINS as f64 - 1.0) as usize;
        if let Some(count) = self.0.get_mut(bin) {
            *count = count.saturating_add(1);
        }
    }

    /// The factory's quantiles, moved to these errors the more there are of them.
    pub fn quantiles(&self) -> Quantiles {
        let mut quantiles = Quantiles::default();
        let n = self.0.iter().map(|count| u64::from(*count)).sum::<u64>();
        if n < ENOUGH {
            return quantiles;
        }
        let n = n as f64;
        if let Some(row) = quantiles.0.get_mut(Lots::Many.index()) {
            for (z, chance) in row.iter_mut().zip(CHANCES) {
                let own = quantile(&self.0, n * chance);
                *z = (n * own + FACTORY_WEIGHT * *z) / (n + FACTORY_WEIGHT);
            }
        }
        quantiles
    }
}

/// Returns the error, in scales, below which `below` of the counted errors lie; errors are taken as
/// spread evenly inside their bin.
fn quantile(counts: &[u32; BINS], below: f64) -> f64 {
    let mut passed = 0.0;
    for (bin, count) in counts.iter().enumerate() {
        let count = f64::from(*count);
        if count > 0.0 && passed + count >= below {
            return (bin as f64 + (below - passed) / count) / BINS_A_SCALE - WIDEST;
        }
        passed += count;
    }
    0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quantiles_that_are_kept_come_back() {
        let quantiles = Quantiles::default();
        let all = [Lots::First, Lots::Second, Lots::Few, Lots::Many, Lots::Said];
        for (lots, row) in all.iter().zip(FACTORY) {
            for (chance, z) in CHANCES.iter().zip(row) {
                assert!((quantiles.z(*lots, *chance) - z).abs() < 1e-9, "{lots:?} {chance}");
            }
        }
    }

    #[test]
    fn a_smaller_chance_is_always_an_earlier_day() {
        let quantiles = Quantiles::default();
        for lots in [Lots::First, Lots::Second, Lots::Few, Lots::Many, Lots::Said] {
            let z = |thousandth: u32| quantiles.z(lots, f64::from(thousandth) / 1000.0);
            assert!((1..999).all(|n| z(n) < z(n + 1)), "{lots:?}");
        }
    }

    #[test]
    fn between_and_beyond_the_kept_ones_they_run_like_normal_ones() {
        let quantiles = Quantiles::default();
        // Halfway from z(0.05) = -1.6449 to z(0.10) = -1.2816 is the chance 0.0717.
        let middle = (-1.80 - 1.37) / 2.0;
        assert!((quantiles.z(Lots::First, 0.071_7) - middle).abs() < 1e-3);
        // From z(0.02) = -2.0537 to z(0.05) it falls by 0.60 in 0.4089; z(0.01) is 0.2726 further.
        let beyond = -2.40 - 0.60 / 0.408_895 * 0.272_599;
        assert!((quantiles.z(Lots::First, 0.01) - beyond).abs() < 1e-4);
    }

    #[test]
    fn a_shop_with_few_errors_uses_the_factory_s() {
        let mut errors = Errors::default();
        (0..199).for_each(|_| errors.count(Lots::Many, 3.0));
        assert_eq!(errors.quantiles(), Quantiles::default());
    }

    #[test]
    fn as_many_errors_as_the_factory_counts_for_move_the_quantiles_halfway() {
        let mut errors = Errors::default();
        // Four hundred, evenly from 0 to 1 scale: their median is 0.5.
        (0..400).for_each(|n| errors.count(Lots::Many, f64::from(n) / 400.0 + 1e-9));
        let median = errors.quantiles().z(Lots::Many, 0.5);
        assert!((median - (0.5 - 0.11) / 2.0).abs() < 1e-6, "{median}");
        assert_eq!(
            errors.quantiles().z(Lots::First, 0.5),
            Quantiles::default().z(Lots::First, 0.5)
        );
    }

    #[test]
    fn errors_beyond_all_bounds_are_counted_and_no_number_is_not() {
        let mut errors = Errors::default();
        for scales in [f64::INFINITY, f64::NEG_INFINITY, 1e300, f64::NAN] {
            errors.count(Lots::Many, scales);
        }
        errors.count(Lots::First, 0.0);
        let row = errors.counts();
        assert_eq!((row[0], row[79], row.iter().sum::<u32>()), (1, 2, 3));
        assert_eq!(Errors::from_counts(*errors.counts()), errors);
    }
}
