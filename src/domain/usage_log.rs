//! Log of forecasts: changes of rates, and jars that were found empty.

use super::day::Day;
use super::forecast::{Forecast, JarForecast};
use super::stable_name::keys;

/// A change of the rate of a jar.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct LoggedRate {
    /// The day of the reading or delivery that showed it.
    pub on: Day,
    /// Units a day before.
    pub before: f64,
    /// Units a day that the intervals came to.
    pub calculated: f64,
    /// Units a day that were applied: no further from before than one interval may move it.
    pub applied: f64,
}

/// Why a jar was empty.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum RunOutReason {
    /// Goods came after the last safe day.
    Late,
    /// They used more than was forecast.
    UsedMore,
}

keys!(RunOutReason { Late = "late", UsedMore = "used-more" });

/// A jar that was found empty.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LoggedRunOut {
    /// The day on which it was seen.
    pub on: Day,
    /// Days since the likely empty day; 0 if that had not come.
    pub days_empty: u32,
    /// Why.
    pub reason: RunOutReason,
}

/// The part of a forecast that the log compares with the next one.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct LoggedForecast {
    /// The day of its last reading or delivery.
    pub anchor: Day,
    /// Units a day.
    pub rate: f64,
    /// The likely empty day.
    pub likely: Day,
    /// The last safe day.
    pub safe: Day,
}

/// Smallest change of a rate that is logged, in parts of it.
const LEAST_CHANGE: f64 = 0.001;

/// Returns the change of the rate from one forecast of a jar to the next, if there is any.
pub fn rate_change(before: &LoggedForecast, after: &Forecast) -> Option<LoggedRate> {
    let changed = (after.rate - before.rate).abs() > LEAST_CHANGE * before.rate.abs();
    changed.then(|| LoggedRate {
        on: after.anchor,
        before: before.rate,
        calculated: after.calculated.unwrap_or(after.rate),
        applied: after.rate,
    })
}

/// Returns the jar found empty since the last forecast, if it was.
pub fn run_out(before: &LoggedForecast, after: &JarForecast) -> Option<LoggedRunOut> {
    let on = after.found_empty.filter(|on| *on > before.anchor)?;
    let days = (on - before.likely).num_days().max(0);
    Some(LoggedRunOut {
        on,
        days_empty: u32::try_from(days).unwrap_or(u32::MAX),
        reason: if on > before.safe { RunOutReason::Late } else { RunOutReason::UsedMore },
    })
}
