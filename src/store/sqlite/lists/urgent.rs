//! How far into a day's deliveries the first rows reach: by the indexes alone, whatever the shop's size.

use super::super::super::Result;
use super::super::Tx;
use super::super::values::{Iso, day};
use crate::domain::Day;
use rusqlite::ToSql;

/// For each list that a round is made of, the day until which it holds a number of rows, or all there are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reach {
    /// Open deliveries, by the day of the plan.
    pub planned: Day,
    /// Jars to fill, by the end of their window.
    pub to_fill: Day,
}

impl Tx<'_> {
    /// How far the first `rows` rows of each list of what to bring until `until` reach.
    pub fn reach(&self, until: Day, silent_before: Day, rows: u32) -> Result<Reach> {
        let (last, silent) = (Iso(until), Iso(silent_before));
        let last_of = |list: &str, condition: &str, more: &[&dyn ToSql]| -> Result<Day> {
            let sql = format!(
                "SELECT coalesce((SELECT {list} AND {condition} ORDER BY 1 LIMIT 1 OFFSET ?2), ?1)"
            );
            let mut values: Vec<&dyn ToSql> = vec![&last, &rows];
            values.extend(more);
            let mut statement = self.conn.prepare_cached(&sql)?;
            Ok(statement.query_row(values.as_slice(), |row| day(row, 0))?)
        };
        Ok(Reach {
            planned: last_of(
                "planned_for FROM delivery WHERE planned_for <= ?1",
                "stage = 'planned'",
                &[],
            )?,
            to_fill: last_of("latest FROM forecast WHERE latest <= ?1", "high >= ?3", &[&silent])?,
        })
    }
}
