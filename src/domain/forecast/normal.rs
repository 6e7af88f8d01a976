//! The normal distribution, as far as a forecast asks for it: quantiles, and what a wait still tells.

/// The z which a standard normal number stays below with this chance.
pub(super) fn quantile(chance: f64) -> f64 {
    if chance > 0.5 { quantile_above(1.0 - chance) } else { -quantile_above(chance) }
}

/// The z which a standard normal number exceeds with this chance, from 0 up to a half.
///
/// P. J. Acklam, "An algorithm for computing the inverse normal cumulative distribution function"
/// (2003): rational approximations of the lower tail and the middle, relative error below 1.15e-9.
pub(super) fn quantile_above(chance: f64) -> f64 {
    let polynomial =
        |coefficients: &[f64], x: f64| coefficients.iter().fold(0.0, |sum, c| sum * x + c);
    if chance < 0.02425 {
        let q = (-2.0 * chance.ln()).sqrt();
        let top = [
            -7.784_894_002_430_293e-3,
            -3.223_964_580_411_365e-1,
            -2.400_758_277_161_838,
            -2.549_732_539_343_734,
            4.374_664_141_464_968,
            2.938_163_982_698_783,
        ];
        let bottom = [
            7.784_695_709_041_462e-3,
            3.224_671_290_700_398e-1,
            2.445_134_137_142_996,
            3.754_408_661_907_416,
            1.0,
        ];
        -polynomial(&top, q) / polynomial(&bottom, q)
    } else {
        let q = chance - 0.5;
        let top = [
            -3.969_683_028_665_376e1,
            2.209_460_984_245_205e2,
            -2.759_285_104_469_687e2,
            1.383_577_518_672_69e2,
            -3.066_479_806_614_716e1,
            2.506_628_277_459_239,
        ];
        let bottom = [
            -5.447_609_879_822_406e1,
            1.615_858_368_580_409e2,
            -1.556_989_798_598_866e2,
            6.680_131_188_771_972e1,
            -1.328_068_155_288_572e1,
            1.0,
        ];
        -q * polynomial(&top, q * q) / polynomial(&bottom, q * q)
    }
}

/// Returns the density of the standard normal distribution at `z`.
pub(super) fn density(z: f64) -> f64 {
    (-0.5 * z * z).exp() / (2.0 * std::f64::consts::PI).sqrt()
}

/// Returns the chance that a standard normal number stays below `z`.
///
/// Abramowitz and Stegun 26.2.17, error below 7.5e-8.
pub(super) fn below(z: f64) -> f64 {
    let tail = upper_tail(z.abs());
    if z > 0.0 { 1.0 - tail } else { tail }
}

/// Returns the chance that a standard normal number exceeds `z`, which is not negative.
fn upper_tail(z: f64) -> f64 {
    let coefficients =
        [1.330_274_429, -1.821_255_978, 1.781_477_937, -0.356_563_782, 0.319_381_53, 0.0];
    let t = 1.0 / (1.0 + 0.231_641_9 * z);
    density(z) * coefficients.iter().fold(0.0, |sum, c| sum * t + c)
}

/// Returns the hazard of the standard normal distribution at `z`: its density divided by the
/// probability to exceed `z`, known as the inverse Mills ratio.
///
/// Below 2 by the tail's own approximation, above it by Laplace's continued fraction, which never divides two numbers that vanish.
pub(super) fn hazard(z: f64) -> f64 {
    if z > 2.0 {
        return (1..=30).rev().fold(z, |tail, n| z + f64::from(n) / tail);
    }
    let tail = upper_tail(z.abs());
    density(z) / if z > 0.0 { tail } else { 1.0 - tail }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_those_of_the_tables() {
        for (chance, z) in [(0.05, -1.644_854), (0.5, 0.0), (0.9, 1.281_552), (0.99, 2.326_348)] {
            assert!((quantile(chance) - z).abs() < 1e-6, "{chance}: {}", quantile(chance));
        }
    }

    #[test]
    fn chances_are_those_of_the_tables() {
        for (z, chance) in [(0.0, 0.5), (-1.644_854, 0.05), (1.281_552, 0.9), (-3.0, 0.001_35)] {
            assert!((below(z) - chance).abs() < 1e-6, "{z}: {}", below(z));
        }
    }

    #[test]
    fn hazards_are_those_of_the_tables() {
        // Density over tail: 0.398942 / 0.5, 0.241971 / 0.158655, 0.004432 / 0.00135, 0.241971 / 0.841345.
        for (z, ratio) in [(0.0, 0.797_885), (1.0, 1.525_135), (3.0, 3.283_099), (-1.0, 0.287_600)]
        {
            assert!((hazard(z) - ratio).abs() < 1e-5, "{z}: {}", hazard(z));
        }
        let (below, above) = (hazard(2.0), hazard(2.0 + 1e-9));
        assert!((below - above).abs() < 1e-5, "{below} {above}");
    }
}
