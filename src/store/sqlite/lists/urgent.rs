//! The day up to which the first rows of the jars to fill reach, found by the index alone, so that
//! the size of the shop does not matter.

use super::super::super::Result;
use super::super::Tx;
use super::super::values::{Iso, day};
use super::silent_on;
use crate::domain::Day;
use rusqlite::params;

impl Tx<'_> {
    /// Returns the last day of a window by which the first `rows` of the jars to fill until `until`
    /// are found; `until` itself where there are no more.
    pub fn filled_by(&self, until: Day, today: Day, rows: u32) -> Result<Day> {
        let silent = silent_on("?3");
        let sql = format!(
            "SELECT coalesce((SELECT latest FROM forecast WHERE latest <= ?1 AND NOT ({silent})
                               ORDER BY latest LIMIT 1 OFFSET ?2), ?1)"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let values = params![Iso(until), rows, Iso(today)];
        Ok(statement.query_row(values, |row| day(row, 0))?)
    }
}
