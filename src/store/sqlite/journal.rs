//! The journal: writing its lines, reading them, and undoing them.
//!
//! Changed rows are recorded whoever changes them (see [`super::recorder`]), so undo is itself
//! journalled, and redo is the undo of an undo.

use super::super::{Error, Result};
use super::actions::{ACTION, action};
use super::changes::{is_in_change, is_of_row};
use super::columns::{self, TableSpec};
use super::dialect::ORDERED_JOIN;
use super::dirty::CustomerPart;
use super::recorder::{LONGEST_RUN, OpenAction};
use super::values::{Iso, StableNameText, maybe_day};
use super::{Tx, dialect, migrate, optional};
use crate::domain::Day;
use crate::domain::action::{Action, ActionEffect, AuditStamp, NamedRow, RowChange};
use crate::domain::id::{ActionId, CustomerId, ProductId};
use crate::domain::views::JournalFilter;
use rusqlite::params;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// Query for the names of the rows to which the columns of changed rows refer by number. Its
/// parameter holds for each change the row before and the row after, `null` where there is none.
const NAMED_ROWS: &str = "
    SELECT DISTINCT changed.key / 2, named.key, named.atom, customer.code || ' ' || customer.name,
           product.name, product.unit, delivery.day
      FROM json_each(?1) changed JOIN json_each(changed.value) named
      LEFT JOIN jar ON named.key = 'jar_id' AND jar.id = named.atom
      LEFT JOIN delivery ON named.key = 'delivery_id' AND delivery.id = named.atom
      LEFT JOIN customer ON customer.id = CASE named.key
           WHEN 'customer_id' THEN named.atom WHEN 'referred_by' THEN named.atom
           WHEN 'jar_id' THEN jar.customer_id WHEN 'delivery_id' THEN delivery.customer_id END
      LEFT JOIN product ON product.id = CASE named.key
           WHEN 'product_id' THEN named.atom WHEN 'jar_id' THEN jar.product_id END
     WHERE changed.type = 'object' AND named.atom IS NOT NULL
       AND named.key IN ('customer_id', 'referred_by', 'product_id', 'jar_id', 'delivery_id')
     ORDER BY 1, 2, 3";

/// Returns the query for the customers of changed rows for which a condition holds, as far as these rows are in the
/// file at the moment. The plus leads the engine to the index of the condition.
pub(super) fn customers_of_rows(condition: &str) -> String {
    let of_table = |table: &TableSpec| {
        let (name, key, whose) = (table.name, table.key, table.customer_of("row")?);
        Some(format!(
            "SELECT {whose} FROM change JOIN {name} row ON {}
              WHERE {condition} AND +change.tbl = '{name}'",
            is_in_change(&format!("row.{key}"), "change")
        ))
    };
    columns::journalled().filter_map(of_table).collect::<Vec<_>>().join(" UNION ")
}

/// The statements that put a row of a table back: over the row with its number, or as a new one. Their
/// parameters are the number and the cells from before, as JSON.
struct RestoreSql {
    update: String,
    insert: String,
}

impl Tx<'_> {
    /// Opens a line of the journal: every row changed from now on is recorded under it.
    pub fn open_action(&self, stamp: &AuditStamp, effect: ActionEffect) -> Result<ActionId> {
        // The details are recorded when they are known; see `close_action`.
        self.conn
            .prepare_cached(
                "INSERT INTO action (at, by, direction, in_force, deed, about, detail)
                 VALUES (?1, ?2, ?3, 1, '', '', '')",
            )?
            .execute(params![stamp.at, stamp.by, StableNameText(effect)])?;
        let id = ActionId::new(self.inserted());
        self.open.set(Some(OpenAction { id, effect }));
        Ok(id)
    }

    /// Records which action the line undoes or redoes.
    pub fn set_action_of(&self, action: ActionId, original: ActionId) -> Result<()> {
        self.conn
            .prepare_cached("UPDATE action SET of = ?2 WHERE id = ?1")?
            .execute([action, original])?;
        Ok(())
    }

    /// Records whether the line is in force, that is, whether its rows are as it left them.
    pub fn set_in_effect(&self, action: ActionId, in_force: bool) -> Result<()> {
        self.conn
            .prepare_cached("UPDATE action SET in_force = ?2 WHERE id = ?1")?
            .execute(params![action, in_force])?;
        Ok(())
    }

    /// Returns one line of the journal.
    pub fn action(&self, id: ActionId) -> Result<Option<Action>> {
        let sql = format!("SELECT {ACTION} FROM action WHERE id = ?1");
        optional(self.conn.prepare_cached(&sql)?.query_row([id], action))
    }

    /// Passes to `f` the lines of the journal, oldest first, for one customer or for all, from a
    /// day on. Stops at the first error.
    ///
    /// # Errors
    /// If the file cannot be read, or the first error that `f` returns.
    pub fn each_action_of<E: From<Error>>(
        &self,
        customer: Option<CustomerId>,
        from: Option<Day>,
        mut f: impl FnMut(Action) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let sql = format!(
            "SELECT {ACTION} FROM action WHERE (?1 IS NULL OR customer_id = ?1) AND (?2 IS NULL OR at >= ?2) ORDER BY id"
        );
        let mut statement = self.conn.prepare_cached(&sql).map_err(Error::from)?;
        let values = params![customer, from.map(Iso)];
        let mut rows = statement.query(values).map_err(Error::from)?;
        while let Some(row) = rows.next().map_err(Error::from)? {
            f(action(row).map_err(Error::from)?)?;
        }
        Ok(())
    }

    /// Returns the newest lines that are wanted before a line (or of all), newest first.
    pub fn actions_before(
        &self,
        wanted: &JournalFilter,
        before: Option<ActionId>,
        most: u32,
    ) -> Result<Vec<Action>> {
        // Each way has an index of its own.
        let of_whom = match wanted.customer {
            Some(_) => "customer_id = ?2",
            None => "?2 IS NULL",
        };
        let sql = format!(
            "SELECT {ACTION} FROM action WHERE id < coalesce(?1, 9223372036854775807)
                AND {of_whom} AND (?4 IS NULL OR at < ?4) AND (?5 IS NULL OR instr(\"by\", ?5) > 0)
              ORDER BY id DESC LIMIT ?3"
        );
        // A day is written like the beginning of its moments, and so before them.
        let after = wanted.until.and_then(|day| day.succ_opt()).map(Iso);
        let mut statement = self.conn.prepare_cached(&sql)?;
        let values = params![before, wanted.customer, most, after, wanted.by];
        let actions = statement.query_map(values, action)?;
        Ok(actions.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the most recently done or redone action that is still in effect, of one person or of
    /// all.
    pub fn newest_in_effect(&self, by: Option<&str>) -> Result<Option<Action>> {
        let sql = format!(
            "SELECT {ACTION} FROM action WHERE id = (SELECT coalesce(of, id) FROM action AS line
              WHERE direction <> 'undo'
                AND EXISTS (SELECT 1 FROM action AS original WHERE original.id = coalesce(line.of, line.id)
                     AND original.in_force = 1 AND (?1 IS NULL OR original.\"by\" = ?1))
              ORDER BY id DESC LIMIT 1)"
        );
        optional(self.conn.prepare_cached(&sql)?.query_row([by], action))
    }

    /// Returns the action that was undone last and not redone.
    pub fn newest_undone(&self) -> Result<Option<Action>> {
        let sql = format!(
            "SELECT {ACTION} FROM action WHERE id = (SELECT of FROM action AS line
              WHERE direction = 'undo'
                AND (SELECT in_force FROM action WHERE id = line.of) = 0
              ORDER BY id DESC LIMIT 1)"
        );
        optional(self.conn.prepare_cached(&sql)?.query_row([], action))
    }

    /// Returns the newest line of an action: itself, or the last time that it was undone or redone.
    pub fn newest_line_of(&self, original: ActionId) -> Result<ActionId> {
        let sql = "SELECT id FROM action WHERE id = ?1 OR of = ?1 ORDER BY id DESC LIMIT 1";
        Ok(self.conn.prepare_cached(sql)?.query_row([original], |row| row.get(0))?)
    }

    /// Returns the oldest action that later changed a row of `line`, or wrote a row which needs a
    /// row that `line` wrote, and that is not undone or in force as it was then: undoing `line`
    /// would break its rows.
    pub fn later_dependent(&self, line: ActionId) -> Result<Option<Action>> {
        self.write_changes()?;
        let newer = "SELECT 1 FROM change WHERE action_id > ?1";
        if !self.conn.prepare_cached(newer)?.exists([line])? {
            return Ok(None);
        }
        let same_row = format!(
            "SELECT later.action_id FROM change mine
              JOIN change later ON later.tbl = mine.tbl AND later.action_id > mine.action_id
               AND ({} OR later.last >= mine.key
                    AND later.last < coalesce(mine.last, mine.key) + {LONGEST_RUN}
                    AND later.key < mine.key)
             WHERE mine.action_id = ?1",
            is_in_change("later.key", "mine")
        );
        let mut questions = vec![same_row];
        for child in columns::journalled().map(|table| table.name) {
            for (parent, column) in self.journalled_parents(child)? {
                questions.push(format!(
                    "SELECT later.action_id FROM change mine
                       {ORDERED_JOIN} {child} row ON {}
                       {ORDERED_JOIN} change later ON {} AND later.action_id > mine.action_id
                      WHERE mine.action_id = ?1 AND mine.tbl = '{parent}' AND mine.before IS NULL",
                    is_in_change(&format!("row.{column}"), "mine"),
                    is_of_row("later", &format!("'{child}'"), "row.id"),
                ));
            }
        }
        // An action that was undone and redone since has left everything as it was.
        let sql = format!(
            "SELECT {ACTION} FROM action WHERE id IN (SELECT coalesce(line.of, line.id) FROM action line WHERE line.id IN ({}))
                AND in_force <> coalesce((SELECT was.direction <> 'undo' FROM action was
                     WHERE (was.id = action.id OR was.of = action.id) AND was.id <= ?1
                     ORDER BY was.id DESC LIMIT 1), 0)
              ORDER BY id LIMIT 1",
            questions.join(" UNION ")
        );
        optional(self.conn.prepare_cached(&sql)?.query_row([line], action))
    }

    /// Returns the journalled tables to which a table refers, each with the column; rows of lookup
    /// tables never change.
    fn journalled_parents(&self, table: &str) -> Result<Vec<(String, String)>> {
        let mut parents = dialect::parents(self.conn, table)?;
        parents.retain(|(parent, _)| columns::journalled().any(|table| table.name == parent));
        Ok(parents)
    }

    /// Puts every row of `line` back as it was before it, newest change first, under the line that
    /// is open now.
    pub fn revert_action(&self, line: ActionId) -> Result<()> {
        // Rows go back one by one through states that all held, but a row may go before its parent.
        dialect::defer_foreign_keys(self.conn)?;
        self.touch_rows_of(line)?;
        let mut restored: BTreeMap<&str, RestoreSql> = BTreeMap::new();
        let sets_rules = self
            .conn
            .prepare_cached(
                "SELECT 1 FROM change WHERE action_id = ?1 AND tbl IN ('shop', 'holiday')",
            )?
            .exists([line])?;
        let rules = if sets_rules { self.shop().ok() } else { None };
        let mut changes = self.conn.prepare_cached(
            "SELECT tbl, key, before, coalesce(last, key) FROM change WHERE action_id = ?1 ORDER BY id DESC",
        )?;
        let mut rows = changes.query([line])?;
        while let Some(row) = rows.next()? {
            let (table, key): (String, i64) = (row.get(0)?, row.get(1)?);
            let table = migrate::journalled(&table)?;
            let Some(before) = row.get::<_, Option<String>>(2)? else {
                let (new, last) = ("id BETWEEN ?1 AND ?2", row.get(3)?);
                self.keep_rows(table, new, [key, last])?;
                let sql = format!("DELETE FROM {table} WHERE {new}");
                self.conn.prepare_cached(&sql)?.execute([key, last])?;
                continue;
            };
            let is_there = self.keep_row(table, key)? > 0;
            let sql = match restored.entry(table) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(new) => new.insert(self.restore_sql(table)?),
            };
            let sql = if is_there { &sql.update } else { &sql.insert };
            self.conn.prepare_cached(sql)?.execute(params![key, before])?;
        }
        self.refuse_orphans_of(line)?;
        if sets_rules {
            self.mark_changed_rules(rules.as_ref());
        }
        self.touch_rows_of(line)
    }

    /// Refuses an undo that restores a row which needs a row removed since. SQLite would only
    /// report it at the end of the transaction, without naming the row.
    fn refuse_orphans_of(&self, line: ActionId) -> Result<()> {
        for child in columns::journalled().map(|table| table.name) {
            for (parent, column) in self.journalled_parents(child)? {
                let sql = format!(
                    "SELECT 1 FROM change mine JOIN {child} row ON {}
                      WHERE mine.action_id = ?1 AND mine.tbl = '{child}' AND row.{column} IS NOT NULL
                        AND NOT EXISTS (SELECT 1 FROM {parent} WHERE id = row.{column})",
                    is_in_change("row.id", "mine")
                );
                if self.conn.prepare_cached(&sql)?.exists([line])? {
                    return Err(Error::Constraint(format!("{child}.{column}")));
                }
            }
        }
        Ok(())
    }

    /// Returns the statements that put a row of a table back as it was.
    fn restore_sql(&self, table: &str) -> Result<RestoreSql> {
        let columns = dialect::columns(self.conn, table)?;
        let defaults = dialect::defaults(self.conn, table)?;
        // A row of an older format lacks the columns that were added since: they get their
        // defaults.
        let value = |(name, default): (&String, &Option<String>)| match default {
            None => format!("json_extract(?2, '$.{name}')"),
            Some(default) => format!(
                "iif(json_type(?2, '$.{name}') IS NULL, {default}, json_extract(?2, '$.{name}'))"
            ),
        };
        let values: Vec<String> = columns.iter().zip(&defaults).map(value).collect();
        let (columns, values) = (columns.join(", "), values.join(", "));
        Ok(RestoreSql {
            update: format!("UPDATE {table} SET ({columns}) = (SELECT {values}) WHERE id = ?1"),
            insert: format!("INSERT INTO {table} ({columns}) SELECT {values} WHERE ?1 = ?1"),
        })
    }

    fn touch_rows_of(&self, line: ActionId) -> Result<()> {
        self.write_changes()?;
        let mut touched = self.touched.borrow_mut();
        let mut customers =
            self.conn.prepare_cached(&customers_of_rows("change.action_id = ?1"))?;
        for customer in customers.query_map([line], |row| row.get::<_, CustomerId>(0))? {
            touched.customers.insert(customer?, CustomerPart::all());
        }
        let mut products = self.conn.prepare_cached(&format!(
            "SELECT product.id FROM change JOIN product ON {}
              WHERE change.action_id = ?1 AND change.tbl = 'product'",
            is_in_change("product.id", "change")
        ))?;
        for product in products.query_map([line], |row| row.get::<_, ProductId>(0))? {
            touched.products.insert(product?);
        }
        Ok(())
    }

    /// Finds what the columns of the rows name by numbers.
    pub(super) fn name_rows(&self, changes: &mut [RowChange]) -> Result<()> {
        let rows = changes.iter().flat_map(|change| [&change.before, &change.after]);
        let rows: Vec<&str> = rows.map(|row| row.as_deref().unwrap_or("null")).collect();
        let mut statement = self.conn.prepare_cached(NAMED_ROWS)?;
        let mut found = statement.query([format!("[{}]", rows.join(","))])?;
        while let Some(row) = found.next()? {
            let product = match (row.get(4)?, row.get(5)?) {
                (Some(name), Some(unit)) => Some((name, unit)),
                _ => None,
            };
            let named = NamedRow {
                column: row.get(1)?,
                number: row.get(2)?,
                customer: row.get(3)?,
                product,
                day: maybe_day(row, 6)?,
            };
            let index = usize::try_from(row.get::<_, isize>(0)?).ok();
            if let Some(change) = index.and_then(|index| changes.get_mut(index)) {
                change.named.push(named);
            }
        }
        Ok(())
    }
}
