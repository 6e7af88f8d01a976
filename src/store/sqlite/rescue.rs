//! Rescue: copies everything that can be read of a damaged notebook, row by row, into a new one.

use super::super::{Error, Result};
use super::cells::{is_table, problems};
use super::columns::{BASE, ColumnSpec, Fallback, TableSpec};
use super::salvage::{Salvaged, SalvagedRow, each_row, is_damage};
use super::values::shown;
use super::{Store, Tx, connect, dialect, migrate};
use crate::domain::damage::{Damage, Loss, Problem, RowFate};
use crate::domain::progress::{Progress, ProgressFn, Work};
use crate::domain::shop::Shop;
use rusqlite::config::DbConfig;
use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, Statement, params_from_iter};
use std::path::Path;

/// Takes each loss.
type Take<'t, E> = &'t mut dyn FnMut(Loss) -> std::result::Result<(), E>;

impl Store {
    /// Copies what can be read of the notebook at `from` into a new one at `to`, and passes to
    /// `take` everything that could not be copied as it was. Rules of the shop that cannot be read
    /// are those of `shop`; `derived` writes what follows from the rows.
    ///
    /// # Errors
    /// If `from` is no notebook at all, `to` is there already or cannot be written, it was stopped,
    /// or `take` or `derived` returns an error. Then there is no new file.
    pub fn rescue<E: From<Error>>(
        from: &Path,
        to: &Path,
        shop: &Shop,
        watch: ProgressFn<'_>,
        take: Take<'_, E>,
        derived: impl FnOnce(&Tx) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let source = open_source(from)?;
        // One moment of the notebook, which others may have open.
        let source = source.unchecked_transaction().map_err(Error::from)?;
        Self::fill(to, shop, watch, |tx| copy(&source, tx.conn, watch, take), derived)
    }
}

/// Opens a file that may be damaged, and makes sure that it is a notebook.
fn open_source(path: &Path) -> Result<Connection> {
    let none = |error: rusqlite::Error| match Error::from(error) {
        Error::Damaged(_) if has_pages(path) => Error::FirstPage(path.to_owned()),
        Error::Damaged(_) => Error::NotADatabase(path.to_owned()),
        other => other,
    };
    let conn = connect::to_read(path)?;
    // A foreign or damaged object of the schema does not hide the other tables. Nothing is written.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)?;
    conn.pragma_update(None, "writable_schema", "ON").map_err(none)?;
    let found = format(&conn).map_err(none)?;
    if found > migrate::NEWEST {
        return Err(Error::Newer { found, known: migrate::NEWEST });
    }
    let is_ours = migrate::is_marked_as_ours(&conn).map_err(none)?;
    match BASE.iter().any(|table| is_table(&conn, table)) {
        true if is_ours
            || BASE.iter().any(|table| table.name == "customer" && is_table(&conn, table)) =>
        {
            Ok(conn)
        }
        false if is_ours => Err(Error::FirstPage(path.to_owned())),
        _ => Err(Error::NotOurs(path.to_owned())),
    }
}

/// Returns whether a file that is no database has the length of one with several pages.
fn has_pages(path: &Path) -> bool {
    const PAGE: u64 = 4096;
    std::fs::metadata(path).is_ok_and(|file| file.len() > PAGE && file.len().is_multiple_of(PAGE))
}

fn format(conn: &Connection) -> rusqlite::Result<i64> {
    conn.pragma_query_value(None, "user_version", |row| row.get(0))
}

fn copy<E: From<Error>>(
    from: &Connection,
    to: &Connection,
    watch: ProgressFn<'_>,
    take: Take<'_, E>,
) -> std::result::Result<(), E> {
    let expected = expected_schema(from)?;
    let mut done = 0;
    for table in BASE {
        if is_table(from, table) {
            copy_table(from, to, table, &mut done, watch, take)?;
        } else if is_table(&expected, table) {
            let damage = Damage::Table { table: table.name };
            take(Loss { damage, fate: RowFate::Lost(String::new()) })?;
        }
    }
    for damage in unknown_objects(from, &expected)? {
        take(Loss { damage, fate: RowFate::Lost(String::new()) })?;
    }
    for table in BASE {
        let references = table.columns.iter().filter_map(|column| Some((column, column.parent?)));
        for (column, parent) in references {
            while drop_orphans(to, table, column, parent, take)? {}
        }
    }
    Ok(())
}

/// Makes an empty notebook of the same format; of the newest one where the file names none.
fn expected_schema(from: &Connection) -> Result<Connection> {
    let expected = connect::in_memory()?;
    let format = Some(format(from)?).filter(|format| *format > 0);
    migrate::make_schema(&expected, format.unwrap_or(migrate::NEWEST))?;
    Ok(expected)
}

/// Finds tables and columns that no notebook of this format has.
fn unknown_objects(from: &Connection, expected: &Connection) -> Result<Vec<Damage>> {
    let tables = |conn: &Connection| -> rusqlite::Result<Vec<String>> {
        // Not a table of the engine; a name may be anything, and its bytes damaged.
        let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
        conn.prepare(sql)?
            .query_map([], |row| Ok(shown(row.get_ref(0)?)))?
            .filter(|name| !name.as_ref().is_err_and(is_damage))
            .collect()
    };
    let known = tables(expected)?;
    let mut found: Vec<Damage> = (tables(from)?.into_iter())
        .filter(|table| !known.contains(table))
        .map(|table| Damage::UnknownTable { table })
        .collect();
    for table in BASE.iter().filter(|table| is_table(from, table)) {
        let known = dialect::columns(expected, table.name)?;
        let columns = dialect::columns(from, table.name)?;
        found.extend(columns.into_iter().filter(|column| !known.contains(column)).map(|column| {
            let column = shown(ValueRef::Text(column.as_bytes()));
            Damage::UnknownColumn { table: table.name, column }
        }));
    }
    Ok(found)
}

fn copy_table<E: From<Error>>(
    from: &Connection,
    to: &Connection,
    table: &TableSpec,
    done: &mut usize,
    watch: ProgressFn<'_>,
    take: Take<'_, E>,
) -> std::result::Result<(), E> {
    // A file of an older format has fewer columns.
    let there = dialect::columns(from, table.name).map_err(Error::from)?;
    let columns: Vec<&ColumnSpec> = table
        .columns
        .iter()
        .filter(|column| there.iter().any(|name| name == column.name))
        .collect();
    let mut insert = match table.name {
        // The new file has its row already.
        "shop" => None,
        _ => Some(to.prepare(&insertion(table, &columns)).map_err(Error::from)?),
    };
    each_row(from, table, &columns, &mut |salvaged| {
        Progress::of(Work::Rows, *done, None).report(watch).map_err(Error::from)?;
        *done += 1;
        match salvaged {
            Salvaged::Lost { first, last } => {
                let damage = Damage::Rows { table: table.name, first, last };
                take(Loss { damage, fate: RowFate::Lost(String::new()) })
            }
            Salvaged::Row(row) => match &mut insert {
                Some(insert) => copy_row(insert, table, &columns, &row, take),
                None => copy_shop(to, table, &columns, &row, take),
            },
        }
    })
}

fn insertion(table: &TableSpec, columns: &[&ColumnSpec]) -> String {
    let names: String = columns.iter().map(|column| format!(", \"{}\"", column.name)).collect();
    let values = ", ?".repeat(columns.len());
    // A row that breaks a rule of the table is not inserted, which the count of rows shows.
    format!("INSERT OR IGNORE INTO {} ({}{names}) VALUES (?{values})", table.name, table.key)
}

fn copy_row<E: From<Error>>(
    insert: &mut Statement<'_>,
    table: &TableSpec,
    columns: &[&ColumnSpec],
    row: &SalvagedRow<'_>,
    take: Take<'_, E>,
) -> std::result::Result<(), E> {
    let found = problems(table, columns, row);
    let damage = |column, problem| {
        let (table, row) = (table.name, row.key);
        Damage::Cell { table, row, column, problem }
    };
    let lost = || RowFate::Lost(content(columns.iter().copied().zip(&row.cells)));
    let fatal = found.iter().find(|(column, _)| matches!(column.fallback, Fallback::LoseRow));
    if let Some((column, problem)) = fatal {
        return take(Loss { damage: damage(column.name, problem.clone()), fate: lost() });
    }
    let values = match found.is_empty() {
        true => row.cells.iter().map(|cell| borrowed(cell.unwrap_or(ValueRef::Null))).collect(),
        false => mended(columns, row, &found),
    };
    let key = std::iter::once(ToSqlOutput::from(row.key));
    let inserted = insert.execute(params_from_iter(key.chain(values))).map_err(Error::from)?;
    if inserted == 0 {
        return take(Loss { damage: damage(table.key, Problem::Conflict), fate: lost() });
    }
    // Computed columns were computed again, and nothing of them is lost.
    let found = found.into_iter().filter(|(column, _)| column.computed.is_none());
    for (column, problem) in found {
        take(Loss { damage: damage(column.name, problem), fate: RowFate::Kept })?;
    }
    Ok(())
}

fn borrowed(value: ValueRef<'_>) -> ToSqlOutput<'_> {
    ToSqlOutput::Borrowed(value)
}

/// Returns the cells of a row, with defaults for those that are bad.
fn mended<'r>(
    columns: &[&ColumnSpec],
    row: &SalvagedRow<'r>,
    found: &[(&ColumnSpec, Problem)],
) -> Vec<ToSqlOutput<'r>> {
    let mend = |column: &ColumnSpec, cell: Option<ValueRef<'r>>| -> ToSqlOutput<'r> {
        if !found.iter().any(|(bad, _)| bad.name == column.name) {
            return borrowed(cell.unwrap_or(ValueRef::Null));
        }
        ToSqlOutput::Owned(match column.fallback {
            Fallback::LoseRow | Fallback::Keep | Fallback::Null => Value::Null,
            Fallback::Text(text) => Value::Text(text.to_owned()),
            Fallback::Integer(number) => Value::Integer(number),
            Fallback::Numbered(letters) => Value::Text(format!("{letters}{}", row.key)),
        })
    };
    let mut values: Vec<ToSqlOutput<'r>> =
        columns.iter().zip(&row.cells).map(|(column, cell)| mend(column, *cell)).collect();
    for (at, column) in columns.iter().enumerate() {
        let Some((from, compute)) = column.computed else { continue };
        let source = columns.iter().position(|column| column.name == from);
        let computed = source.and_then(|source| match values.get(source) {
            Some(ToSqlOutput::Borrowed(value)) => value.as_str().ok().map(compute),
            Some(ToSqlOutput::Owned(Value::Text(text))) => Some(compute(text)),
            _ => None,
        });
        if let (Some(computed), Some(value)) = (computed, values.get_mut(at)) {
            *value = ToSqlOutput::Owned(Value::Text(computed));
        }
    }
    values
}

/// Puts the rules of the shop that can be read over those of the new file.
fn copy_shop<E: From<Error>>(
    to: &Connection,
    table: &TableSpec,
    columns: &[&ColumnSpec],
    row: &SalvagedRow<'_>,
    take: Take<'_, E>,
) -> std::result::Result<(), E> {
    for (column, cell) in columns.iter().zip(&row.cells) {
        if let Some(problem) = column.problem(*cell) {
            let (table, row, column) = (table.name, row.key, column.name);
            let damage = Damage::Cell { table, row, column, problem };
            take(Loss { damage, fate: RowFate::Kept })?;
        } else {
            let set = format!("UPDATE OR IGNORE shop SET {} = ?1", column.name);
            to.execute(&set, [borrowed(cell.unwrap_or(ValueRef::Null))]).map_err(Error::from)?;
        }
    }
    Ok(())
}

/// Empties the references of a column to rows that were lost, or leaves out the rows with them.
/// Returns whether rows went, to which others of the same table may refer.
fn drop_orphans<E: From<Error>>(
    conn: &Connection,
    table: &TableSpec,
    column: &ColumnSpec,
    parent: &'static str,
    take: Take<'_, E>,
) -> std::result::Result<bool, E> {
    let (name, key, reference) = (table.name, table.key, column.name);
    let orphans = || -> rusqlite::Result<Vec<(i64, i64)>> {
        let sql = format!(
            "SELECT {key}, \"{reference}\" FROM {name} WHERE \"{reference}\" IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM {parent} p WHERE p.id = {name}.\"{reference}\")
              ORDER BY {key}"
        );
        conn.prepare(&sql)?.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
    };
    let orphans = orphans().map_err(Error::from)?;
    let stays = matches!(column.fallback, Fallback::Null);
    for (row, number) in &orphans {
        let (fate, sql) = match stays {
            true => {
                let empty = format!("UPDATE {name} SET \"{reference}\" = NULL WHERE {key} = ?1");
                (RowFate::Kept, empty)
            }
            false => {
                let content = row_content(conn, table, *row).map_err(Error::from)?;
                (RowFate::Lost(content), format!("DELETE FROM {name} WHERE {key} = ?1"))
            }
        };
        conn.prepare_cached(&sql)
            .and_then(|mut statement| statement.execute([row]))
            .map_err(Error::from)?;
        let problem = Problem::Orphan { parent, number: *number };
        let damage = Damage::Cell { table: name, row: *row, column: reference, problem };
        take(Loss { damage, fate })?;
    }
    Ok(!stays && !orphans.is_empty())
}

fn row_content(conn: &Connection, table: &TableSpec, key: i64) -> rusqlite::Result<String> {
    let names: Vec<String> =
        table.columns.iter().map(|column| format!("\"{}\"", column.name)).collect();
    let sql = format!("SELECT {} FROM {} WHERE {} = ?1", names.join(", "), table.name, table.key);
    conn.prepare_cached(&sql)?.query_row([key], |row| {
        let cells: Vec<Option<ValueRef<'_>>> =
            (0..names.len()).map(|column| row.get_ref(column).ok()).collect();
        Ok(content(table.columns.iter().zip(&cells)))
    })
}

/// Returns the readable cells of a row, for a person who enters it again:
/// `day=2026-03-27 amount=240`.
fn content<'c>(cells: impl Iterator<Item = (&'c ColumnSpec, &'c Option<ValueRef<'c>>)>) -> String {
    let cells = cells.filter(|(column, _)| column.computed.is_none());
    let cells = cells.filter_map(|(column, cell)| match cell.unwrap_or(ValueRef::Null) {
        ValueRef::Null => None,
        value => {
            Some(format!("{}={}", column.name, shown(value))).filter(|cell| !cell.ends_with('='))
        }
    });
    cells.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
pub(super) mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    pub fn shop() -> Shop {
        Shop {
            name: "Rice".to_owned(),
            currency: crate::domain::Currency::from_code("TWD").unwrap(),
            language: None,
            service_level: crate::domain::shop::ServiceLevel::DEFAULT,
            grace_days: 0,
            daily_capacity: None,
            date_order: None,
            rules_off: Default::default(),
            credit_limit: None,
            tickets_valid: None,
            contact: Default::default(),
            ageing: Default::default(),
            methods: Vec::new(),
            reminders: Default::default(),
            complaint_kinds: Vec::new(),
            delivery_days: crate::domain::day::Weekdays::ALL,
            holidays: Default::default(),
            areas: Vec::new(),
        }
    }
}
