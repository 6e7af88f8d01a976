//! Closed days, and the money of a day.

use super::super::Result;
use super::Tx;
use super::changes::{is_in_change, is_of_row};
use super::record::{StoredRecord, day_value};
use super::tab::kinds_where;
use super::values::{Iso, day, maybe_day};
use crate::domain::action::{NamedGoods, NamedProduct};
use crate::domain::day_close::{DayClose, Denomination, Taking};
use crate::domain::id::{ActionId, DayCloseId};
use crate::domain::tab::{EntryKind, TillEffect};
use crate::domain::{Day, Money, StableName};
use rusqlite::types::Value;
use rusqlite::{Row, params};

impl StoredRecord for DayClose {
    const TABLE: &'static str = "day_close";

    fn columns() -> Vec<&'static str> {
        vec!["id", "day", "till", "expected", "counted", "denominations", "reason"]
    }

    fn read(row: &Row) -> rusqlite::Result<Self> {
        let till: String = row.get(2)?;
        let till = till.split(';').filter(|method| !method.is_empty()).map(str::to_owned);
        Ok(Self {
            id: row.get(0)?,
            day: day(row, 1)?,
            till: till.collect(),
            expected: row.get(3)?,
            counted: row.get(4)?,
            denominations: denominations(&row.get::<_, String>(5)?),
            reason: row.get(6)?,
        })
    }

    fn number(&self) -> i64 {
        self.id.number()
    }

    fn bind(&self) -> Vec<(&'static str, Value)> {
        let one = |one: &Denomination| format!("{}x{}", one.value.minor(), one.count);
        let denominations = self.denominations.iter().map(one).collect::<Vec<_>>().join(";");
        vec![
            ("day", day_value(self.day)),
            ("till", self.till.join(";").into()),
            ("expected", self.expected.minor().into()),
            ("counted", self.counted.minor().into()),
            ("denominations", denominations.into()),
            ("reason", self.reason.clone().into()),
        ]
    }
}

/// Returns the notes and coins of a cell: `100x3;50x2`, in minor units.
fn denominations(cell: &str) -> Vec<Denomination> {
    let one = |part: &str| {
        let (value, count) = part.split_once('x')?;
        let value = Money::from_minor(value.parse().ok()?);
        Some(Denomination { value, count: count.parse().ok()? })
    };
    cell.split(';').filter_map(one).collect()
}

impl Tx<'_> {
    /// Returns the close of a day, if it is closed.
    pub fn day_close(&self, day: Day) -> Result<Option<DayClose>> {
        Ok(self.select("WHERE day = ?1", [Iso(day)])?.into_iter().next())
    }

    /// Returns whether any day is closed.
    pub fn has_closed_days(&self) -> Result<bool> {
        Ok(self.conn.prepare_cached("SELECT 1 FROM day_close")?.exists([])?)
    }

    /// Returns every closed day, the newest first.
    pub fn day_closes(&self) -> Result<Vec<DayClose>> {
        self.select("ORDER BY day DESC, id", [])
    }

    /// Writes the close of a day; an identity of zero is made.
    pub fn insert_day_close(&self, close: &DayClose) -> Result<DayCloseId> {
        Ok(DayCloseId::new(self.insert(close)?))
    }

    /// Returns the closes that an action wrote and that are there.
    pub fn day_closes_of(&self, action: ActionId) -> Result<Vec<DayClose>> {
        self.write_changes()?;
        let rest = format!(
            "WHERE EXISTS (SELECT 1 FROM change WHERE action_id = ?1 AND tbl = 'day_close' AND {})
             ORDER BY day, id",
            is_in_change("day_close.id", "change")
        );
        self.select(&rest, [action])
    }

    /// Returns the money that changed hands on a day, by person and method, in their order.
    pub fn takings(&self, day: Day) -> Result<Vec<Taking>> {
        let same = kinds_where(|rule| rule.till == TillEffect::Same);
        let opposite = kinds_where(|rule| rule.till == TillEffect::Opposite);
        let recorded = is_of_row("change", "'entry'", "entry.id");
        // A row may have been removed and restored by undo and redo, and its number used before.
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT coalesce((SELECT original.\"by\" FROM change
                       JOIN action line ON line.id = change.action_id
                       JOIN action original ON original.id = coalesce(line.of, line.id)
                      WHERE {recorded} AND change.before IS NULL
                      ORDER BY change.id DESC LIMIT 1), '') AS person,
                    entry.method, sum(iif(entry.kind IN ({same}), entry.amount, -entry.amount)), count(*)
               FROM entry WHERE entry.day = ?1 AND entry.kind IN ({same}, {opposite})
              GROUP BY 1, 2 ORDER BY 1, 2"
        ))?;
        let rows = statement.query_map([Iso(day)], |row| {
            Ok(Taking {
                by: row.get(0)?,
                method: row.get(1)?,
                amount: row.get(2)?,
                count: row.get(3)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the sum and the number of the entries of a kind on a day, as they change balances.
    pub fn sum_on(&self, kind: EntryKind, day: Day) -> Result<(Money, u32)> {
        let sql =
            "SELECT coalesce(sum(amount), 0), count(*) FROM entry WHERE day = ?1 AND kind = ?2";
        let mut statement = self.conn.prepare_cached(sql)?;
        let values = params![Iso(day), kind.key()];
        Ok(statement.query_row(values, |row| Ok((row.get(0)?, row.get(1)?)))?)
    }

    /// Returns the sum and the number of the corrections that name a closed day.
    pub fn corrections_of_day(&self, day: Day) -> Result<(Money, u32)> {
        let sql =
            "SELECT coalesce(sum(amount), 0), count(*) FROM entry WHERE day > ?1 AND corrects = ?1";
        let mut statement = self.conn.prepare_cached(sql)?;
        Ok(statement.query_row([Iso(day)], |row| Ok((row.get(0)?, row.get(1)?)))?)
    }

    /// Returns the goods that were delivered on a day.
    pub fn delivered_on(&self, day: Day) -> Result<Vec<NamedGoods>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT product.name, product.unit, sum(line.delivered) FROM delivery
               JOIN delivery_line line ON line.delivery_id = delivery.id
               JOIN product ON product.id = line.product_id
              WHERE delivery.day = ?1 AND delivery.stage = 'done' AND line.delivered > 0
              GROUP BY product.id ORDER BY product.name_key, product.id",
        )?;
        let rows = statement.query_map([Iso(day)], |row| {
            let product = NamedProduct { name: row.get(0)?, unit: row.get(1)? };
            Ok(NamedGoods { product, quantity: row.get(2)? })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the first closed day on which an action changed an entry or a delivery that was done.
    pub fn closed_day_changed(&self, action: ActionId) -> Result<Option<Day>> {
        self.write_changes()?;
        let is_mine = |row: &str| is_in_change(row, "mine");
        let (entry, delivery, line) =
            (is_mine("entry.id"), is_mine("delivery.id"), is_mine("line.id"));
        let sql = format!(
            "WITH mine AS (SELECT tbl, key, last, before FROM change WHERE action_id = ?1)
            SELECT min(day) FROM (
                SELECT entry.day FROM mine JOIN entry ON {entry} WHERE mine.tbl = 'entry'
                UNION ALL SELECT json_extract(before, '$.day') FROM mine WHERE tbl = 'entry'
                UNION ALL SELECT delivery.closed_on FROM mine JOIN delivery ON {delivery}
                    WHERE mine.tbl = 'delivery' AND delivery.stage = 'done'
                UNION ALL SELECT json_extract(before, '$.closed_on') FROM mine
                    WHERE tbl = 'delivery' AND json_extract(before, '$.stage') = 'done'
                UNION ALL SELECT delivery.closed_on FROM mine JOIN delivery_line line ON {line}
                    JOIN delivery ON delivery.id = line.delivery_id
                    WHERE mine.tbl = 'delivery_line' AND delivery.stage = 'done'
                UNION ALL SELECT delivery.closed_on FROM mine
                    JOIN delivery ON delivery.id = json_extract(mine.before, '$.delivery_id')
                    WHERE mine.tbl = 'delivery_line' AND delivery.stage = 'done')
             WHERE day IN (SELECT day FROM day_close)"
        );
        Ok(self.conn.prepare_cached(&sql)?.query_row([action], |row| maybe_day(row, 0))?)
    }
}
