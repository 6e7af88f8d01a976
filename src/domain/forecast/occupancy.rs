//! Presence: how much of the household eats from a jar, day by day, as a few runs of equal days.
//!
//! A product with seasons is used in each month by its weight: a day of July at 0.8 is 0.8 days of presence.
//!
//! A household that is all there for ten days and half there for four has twelve days of presence.
//! The runs carry their sums, so that a question about any stretch of days is a look-up, not a walk.

use chrono::{Datelike, Months};

use super::{HORIZON, JarHistory};
use crate::domain::customer::Household;
use crate::domain::day::Day;

/// Sums of floats that should be equal differ by less than this many days of presence; without it a
/// jar with exactly thirty days in it would now and then last a thirty-first.
const TOLERANCE: f64 = 1e-9;

/// The presence of a household from a first day on, for ever; 1 a day is everybody who is there at
/// the anchor.
pub(super) struct Presence {
    runs: Vec<Run>,
}

/// Days on which equally many eat, up to the next run.
struct Run {
    from: i64,
    /// The presence of all days before `from`.
    before: f64,
    /// The presence of each of its days.
    factor: f64,
}

/// Change at the beginning of a day.
struct Turn {
    day: i64,
    /// Periods that begin (or end, -1) in which nobody is there.
    nobody: i64,
    /// People who go away (or return, negative).
    gone: i64,
    household: Option<Household>,
    /// Weight of the month that begins.
    month: Option<f64>,
}

impl Presence {
    /// The presence from the day `from` on, compared with the household of the anchor.
    ///
    /// A household of no people is one that nobody wrote down: it counts as everybody.
    pub(super) fn of(history: &JarHistory, from: Day, anchor: Day) -> Self {
        let start = number(from);
        let everybody = history.product.adults_worth(history.household_on(anchor));
        let factor = |nobody: i64, gone: i64, household: Household| {
            let heads = f64::from(household.people());
            if nobody > 0 {
                0.0
            } else if everybody <= 0.0 || heads <= 0.0 {
                1.0
            } else {
                let here = (1.0 - gone as f64 / heads).clamp(0.0, 1.0);
                history.product.adults_worth(household) / everybody * here
            }
        };

        let (mut nobody, mut gone) = (0, 0);
        let mut month = history.product.months.map_or(1.0, |months| months.of_month(from.month0()));
        let mut household = history.household_on(from);
        let mut runs = Vec::with_capacity(1 + 2 * history.away.len());
        runs.push(Run {
            from: start,
            before: 0.0,
            factor: month * factor(nobody, gone, household),
        });
        for turn in turns(history, (from, anchor)) {
            nobody += turn.nobody;
            gone += turn.gone;
            household = turn.household.unwrap_or(household);
            month = turn.month.unwrap_or(month);
            let factor = month * factor(nobody, gone, household);
            match runs.last_mut() {
                Some(last) if last.from == turn.day => last.factor = factor,
                Some(last) => {
                    let before = last.before + last.factor * (turn.day - last.from) as f64;
                    runs.push(Run { from: turn.day, before, factor });
                }
                None => {}
            }
        }
        Self { runs }
    }

    /// The presence of the days after `from` up to and with `to`.
    pub(super) fn between(&self, from: Day, to: Day) -> f64 {
        self.until(number(to)) - self.until(number(from))
    }

    /// The first day after `anchor` by whose end there were `need` days of presence; `None` if that
    /// never comes, or not on any calendar.
    pub(super) fn first_day(&self, anchor: Day, need: f64) -> Option<Day> {
        let anchor = number(anchor);
        let target = self.until(anchor) + need - TOLERANCE;
        // Every run that begins short of the target is behind us but the last of them, which reaches it.
        let reached = self.runs.partition_point(|run| run.before < target);
        let run = self.runs.get(reached.saturating_sub(1))?;
        // Nobody there gives infinity, which `as` turns into the largest number of days.
        let days = ((target - run.before) / run.factor).ceil() as i64;
        let day = run.from.saturating_add(days.saturating_sub(1)).max(anchor + 1);
        Day::from_num_days_from_ce_opt(i32::try_from(day).ok()?)
    }

    /// The presence from the beginning up to and with `day`.
    fn until(&self, day: i64) -> f64 {
        let begun = self.runs.partition_point(|run| run.from <= day);
        self.runs
            .get(begun.saturating_sub(1))
            .map_or(0.0, |run| run.before + run.factor * (day - run.from + 1) as f64)
    }
}

/// Every change of the household and every going and coming, from the day `start` on, in order.
fn turns(history: &JarHistory, (from, anchor): (Day, Day)) -> Vec<Turn> {
    let start = number(from);
    let mut turns = Vec::new();
    for away in history.away {
        let (from, after) = (number(away.period.from).max(start), number(away.period.to) + 1);
        if after <= from {
            continue;
        }
        let (nobody, gone) = match away.people {
            None => (1, 0),
            Some(people) => (0, i64::from(people)),
        };
        turns.push(Turn { day: from, nobody, gone, household: None, month: None });
        turns.push(Turn { day: after, nobody: -nobody, gone: -gone, household: None, month: None });
    }
    for change in history.changes {
        let (day, household) = (number(change.from), Some(change.household));
        if day > start {
            turns.push(Turn { day, nobody: 0, gone: 0, household, month: None });
        }
    }
    if let Some(months) = history.product.months {
        let last = anchor.max(from).checked_add_months(HORIZON).unwrap_or(Day::MAX);
        let begun = from.with_day(1).unwrap_or(from);
        let begins = (1..).map_while(|n| begun.checked_add_months(Months::new(n)));
        turns.extend(begins.take_while(|day| *day <= last).map(|day| Turn {
            day: number(day),
            nobody: 0,
            gone: 0,
            household: None,
            month: Some(months.of_month(day.month0())),
        }));
    }
    // The sort keeps the order of two changes on one day, so the later one counts.
    turns.sort_by_key(|turn| turn.day);
    turns
}

/// A day as a number that can be counted with.
fn number(day: Day) -> i64 {
    i64::from(day.num_days_from_ce())
}
