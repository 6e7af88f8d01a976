//! The delivery lines of the days of a week, read in one query by the index of the days.

use super::super::super::Result;
use super::super::Tx;
use super::super::values::{Iso, day, named};
use crate::domain::Day;
use crate::domain::views::DayLine;
use rusqlite::Row;

/// An outer join keeps the order of the tables: first the days by their index, then their lines.
const DAY_LINE: &str = "SELECT delivery.day, delivery.id, delivery.stage,
        coalesce(line.delivered, line.planned, 0), coalesce(product.unit, ''), delivery.customer_id
   FROM delivery
   LEFT JOIN delivery_line line ON line.delivery_id = delivery.id
   LEFT JOIN product ON product.id = line.product_id";

fn day_line(row: &Row) -> rusqlite::Result<DayLine> {
    Ok(DayLine {
        day: day(row, 0)?,
        delivery: row.get(1)?,
        stage: named(row, 2)?,
        quantity: row.get(3)?,
        unit: row.get(4)?,
        customer: row.get(5)?,
    })
}

impl Tx<'_> {
    /// Passes to `look` every line of the deliveries that count for `from` to `until`, by day; the
    /// lines of one delivery follow one another.
    pub fn each_day_line(
        &self,
        from: Day,
        until: Day,
        mut look: impl FnMut(DayLine),
    ) -> Result<()> {
        let sql = format!(
            "{DAY_LINE} WHERE delivery.day BETWEEN ?1 AND ?2 ORDER BY delivery.day, delivery.id"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query((Iso(from), Iso(until)))?;
        while let Some(row) = rows.next()? {
            look(day_line(row)?);
        }
        Ok(())
    }

    /// Gives `look` every line of the deliveries that should have come before `day` and are open
    /// still.
    pub fn each_line_open_before(&self, day: Day, mut look: impl FnMut(DayLine)) -> Result<()> {
        let sql = format!(
            "{DAY_LINE} WHERE delivery.stage = 'planned' AND delivery.planned_for < ?1
              ORDER BY delivery.planned_for, delivery.id"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([Iso(day)])?;
        while let Some(row) = rows.next()? {
            look(day_line(row)?);
        }
        Ok(())
    }
}
