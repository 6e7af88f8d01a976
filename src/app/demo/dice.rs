//! Chance that is the same for everybody: SplitMix64 from a seed, so that a demo can be made again.
//!
//! It is written out here because a crate may change its numbers with any release. Only sums and
//! products of floats are used: they are the same on every machine.

/// The state of the dice: an ever-growing number, scrambled for each throw.
pub(super) struct Dice(u64);

/// The golden ratio in 64 bits: its multiples are spread as evenly as can be.
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

impl Dice {
    /// The dice number `stream` of those of a seed; each falls on its own, whatever the others do.
    pub(super) fn new(seed: u64, stream: u64) -> Self {
        let mut dice = Self(seed);
        let origin = dice.throw();
        Self(origin ^ stream.wrapping_mul(0xd134_2543_de82_ef95))
    }

    fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From 0 up to and without `n`.
    pub(super) fn below(&mut self, n: usize) -> usize {
        let scaled = u128::from(self.throw()) * n as u128;
        (scaled >> 64) as usize
    }

    /// From `low` up to and with `high`.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below((high - low + 1).max(1) as usize) as i64
    }

    /// Returns true with a probability of `times` in 100.
    pub(super) fn percent(&mut self, times: usize) -> bool {
        self.below(100) < times
    }

    /// Returns true with a probability of `times` in 1,000.
    pub(super) fn permille(&mut self, times: usize) -> bool {
        self.below(1000) < times
    }

    /// Returns a uniformly distributed number from `low` up to `high`.
    pub(super) fn float(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * (self.throw() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Returns a factor of at least 0.2, about normally distributed around 1 with this deviation.
    pub(super) fn about_one(&mut self, deviation: f64) -> f64 {
        // Twelve throws together have the variance one and come close to a normal number.
        let sum: f64 = (0..12).map(|_| self.float(-0.5, 0.5)).sum();
        (1.0 + deviation * sum).max(0.2)
    }

    /// Returns one of these at random; the default value if there are none.
    pub(super) fn pick<T: Copy + Default>(&mut self, from: &[T]) -> T {
        from.get(self.below(from.len())).copied().unwrap_or_default()
    }

    /// Returns the index of one of these weights, chosen with a probability in proportion to it.
    pub(super) fn weighted(&mut self, weights: &[usize]) -> usize {
        let mut left = self.below(weights.iter().sum());
        for (place, weight) in weights.iter().enumerate() {
            match left.checked_sub(*weight) {
                Some(rest) => left = rest,
                None => return place,
            }
        }
        0
    }
}
