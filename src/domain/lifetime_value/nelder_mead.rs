//! The minimum of a function of a few variables, by the simplex method of Nelder and Mead (1965), which needs no
//! derivatives.

/// Steps of the simplex, as in the paper.
const REFLECT: f64 = 1.0;
const EXPAND: f64 = 2.0;
const CONTRACT: f64 = 0.5;
const SHRINK: f64 = 0.5;
/// Maximum number of evaluations of the function in one run.
const MAX_EVALUATIONS: usize = 4_000;
/// Difference of the values in the simplex at which it has converged.
const CONVERGED: f64 = 1e-9;

/// A corner of the simplex: a point, and the value of the function there.
type Corner<const N: usize> = ([f64; N], f64);

/// Returns the point near `start` at which `f` is least. It starts with steps of `step` along each axis, and begins
/// anew from the point that it found with smaller ones, so that a simplex that has collapsed too early is no end.
pub fn minimize<const N: usize>(
    f: impl Fn(&[f64; N]) -> f64,
    start: [f64; N],
    step: f64,
) -> [f64; N] {
    let first = descend(&f, start, step);
    descend(&f, first, step / 4.0)
}

fn descend<const N: usize>(f: &impl Fn(&[f64; N]) -> f64, start: [f64; N], step: f64) -> [f64; N] {
    let corner = |point: [f64; N]| -> Corner<N> {
        let value = f(&point);
        // A value that is no number is worse than any.
        (point, if value.is_nan() { f64::INFINITY } else { value })
    };
    let mut simplex = vec![corner(start)];
    for axis in 0..N {
        let mut point = start;
        point.iter_mut().skip(axis).take(1).for_each(|coordinate| *coordinate += step);
        simplex.push(corner(point));
    }
    let mut evaluations = simplex.len();
    while evaluations < MAX_EVALUATIONS {
        simplex.sort_by(|one, other| one.1.total_cmp(&other.1));
        let [best, middle @ .., worst] = simplex.as_slice() else { break };
        if (worst.1 - best.1).abs() < CONVERGED {
            break;
        }
        let second_worst = middle.last().map_or(best.1, |corner| corner.1);
        let others = std::iter::once(best).chain(middle);
        let centre = mean(others.map(|(point, _)| point));
        let beyond = |by: f64| corner(towards(&centre, &worst.0, -by));
        let reflected = beyond(REFLECT);
        evaluations += 1;
        let next = if reflected.1 < best.1 {
            evaluations += 1;
            let expanded = beyond(REFLECT * EXPAND);
            Some(if expanded.1 < reflected.1 { expanded } else { reflected })
        } else if reflected.1 < second_worst {
            Some(reflected)
        } else {
            evaluations += 1;
            let outside = reflected.1 < worst.1;
            let (by, bar) = if outside { (CONTRACT, reflected.1) } else { (-CONTRACT, worst.1) };
            Some(beyond(by)).filter(|contracted| contracted.1 <= bar)
        };
        let best = best.0;
        match next {
            Some(next) => {
                simplex.pop();
                simplex.push(next);
            }
            None => {
                let others = simplex.iter_mut().skip(1);
                others.for_each(|(point, value)| {
                    (*point, *value) = corner(towards(&best, point, SHRINK));
                });
                evaluations += N;
            }
        }
    }
    let best = simplex.into_iter().min_by(|one, other| one.1.total_cmp(&other.1));
    best.map_or(start, |(point, _)| point)
}

/// Returns the mean of N points.
fn mean<'p, const N: usize>(points: impl Iterator<Item = &'p [f64; N]>) -> [f64; N] {
    let mut mean = [0.0; N];
    for point in points {
        mean.iter_mut().zip(point).for_each(|(sum, coordinate)| *sum += coordinate / N as f64);
    }
    mean
}

/// Returns the point that is this part of the way from one point to another.
fn towards<const N: usize>(from: &[f64; N], to: &[f64; N], part: f64) -> [f64; N] {
    let mut point = *from;
    point.iter_mut().zip(to).for_each(|(at, to)| *at += part * (to - *at));
    point
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bottom_of_a_bent_valley_is_found() {
        // Rosenbrock's function, whose minimum is at (1, 1).
        let valley = |[x, y]: &[f64; 2]| (1.0 - x).powi(2) + 100.0 * (y - x * x).powi(2);
        let [x, y] = minimize(valley, [-1.2, 1.0], 0.5);
        assert!((x - 1.0).abs() < 1e-3 && (y - 1.0).abs() < 1e-3, "{x} {y}");
    }

    #[test]
    fn a_value_that_is_no_number_is_avoided() {
        let [x] = minimize(|[x]: &[f64; 1]| if *x < 0.5 { f64::NAN } else { *x }, [3.0], 0.5);
        assert!((x - 0.5).abs() < 1e-3, "{x}");
    }
}
