//! The check of every cell of every row against what its column may hold.

use super::super::Error;
use super::Tx;
use super::columns::{BASE, ColumnSpec, DERIVED, TableSpec};
use super::salvage::{Salvaged, SalvagedRow, each_row, rules_of};
use crate::domain::damage::{Damage, Problem};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension};

impl Tx<'_> {
    /// Passes every damaged cell, range of rows and table to `take`, in constant memory.
    ///
    /// # Errors
    /// If the file cannot be read for a reason other than damage, or the first error that `take`
    /// returns.
    pub fn each_damage<E: From<Error>>(
        &self,
        mut take: impl FnMut(Damage) -> Result<(), E>,
    ) -> Result<(), E> {
        for table in BASE.iter().chain(DERIVED) {
            let columns: Vec<&ColumnSpec> = table.columns.iter().collect();
            let name = table.name;
            if !is_table(self.conn, table) {
                take(Damage::Table { table: name })?;
                continue;
            }
            each_row(self.conn, table, &columns, &mut |salvaged| match salvaged {
                Salvaged::Lost { first, last } => take(Damage::Rows { table: name, first, last }),
                Salvaged::Row(row) => {
                    for (column, problem) in problems(table, &columns, &row) {
                        let (row, column) = (row.key, column.name);
                        take(Damage::Cell { table: name, row, column, problem })?;
                    }
                    Ok(())
                }
            })?;
        }
        Ok(())
    }
}

/// Returns whether the file has a table of this name, and not a view or something else in its
/// place, with a definition that the engine understands.
pub(super) fn is_table(conn: &Connection, table: &TableSpec) -> bool {
    let (name, key) = (table.name, table.key);
    let sql = "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?1";
    let found = conn.query_row(sql, [name], |row| row.get::<_, String>(0)).optional();
    found.ok().flatten().is_some_and(|sql| !sql.trim_start().starts_with("CREATE VIRTUAL"))
        && conn.prepare(&format!("SELECT {key} FROM {name}")).is_ok()
}

/// Finds what is wrong with the cells of a row.
pub(super) fn problems<'t>(
    table: &'t TableSpec,
    columns: &[&'t ColumnSpec],
    row: &SalvagedRow<'_>,
) -> Vec<(&'t ColumnSpec, Problem)> {
    let mut found = Vec::new();
    for (column, cell) in columns.iter().zip(&row.cells) {
        match column.problem(*cell) {
            Some(problem) => found.push((*column, problem)),
            None if is_outdated(column, *cell, columns, row) => {
                found.push((*column, Problem::Outdated));
            }
            None => {}
        }
    }
    for ((name, _), _) in
        rules_of(table, columns).zip(&row.breaks).filter(|(_, is_broken)| **is_broken)
    {
        let column = columns.iter().find(|column| column.name == name);
        // A cell that is bad by itself contradicts the others anyway.
        let known = found.iter().any(|(bad, _)| bad.name == name);
        found.extend(column.filter(|_| !known).map(|column| (*column, Problem::Contradiction)));
    }
    found
}

fn is_outdated(
    column: &ColumnSpec,
    cell: Option<ValueRef<'_>>,
    columns: &[&ColumnSpec],
    row: &SalvagedRow<'_>,
) -> bool {
    let Some((from, compute)) = column.computed else { return false };
    let source = columns.iter().zip(&row.cells).find(|(column, _)| column.name == from);
    // Nothing follows from a source that is damaged itself.
    match (source.and_then(|(_, source)| text(*source)), text(cell)) {
        (Some(source), Some(kept)) => compute(source) != kept,
        _ => false,
    }
}

fn text(cell: Option<ValueRef<'_>>) -> Option<&str> {
    cell.and_then(|cell| cell.as_str().ok())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::super::{migrate, rescue::tests::shop};
    use super::*;
    use std::collections::BTreeMap;

    /// Of each column: whether it may be empty, and the table to which it refers.
    type Columns = BTreeMap<(String, String), (bool, Option<String>)>;

    #[test]
    fn every_column_of_every_table_is_described_as_the_schema_has_it() {
        let mut conn = Connection::open_in_memory().unwrap();
        migrate::fill(&mut conn, std::path::Path::new(""), &shop()).unwrap();
        let mut schema = conn
            .prepare(
                "SELECT t.name, c.name, NOT c.\"notnull\", f.\"table\" FROM sqlite_schema t
                   JOIN pragma_table_info(t.name) c
                   LEFT JOIN pragma_foreign_key_list(t.name) f ON f.\"from\" = c.name AND f.\"table\" <> 'entry_kind'
                  WHERE t.type = 'table' AND t.name NOT IN ('sqlite_sequence', 'entry_kind')",
            )
            .unwrap();
        let schema: Columns = schema
            .query_map([], |row| Ok(((row.get(0)?, row.get(1)?), (row.get(2)?, row.get(3)?))))
            .unwrap()
            .map(Result::unwrap)
            .filter(|((table, column), _)| {
                !BASE.iter().chain(DERIVED).any(|t| t.name == table && t.key == column)
            })
            .collect();
        let described: Columns = (BASE.iter().chain(DERIVED))
            .flat_map(|table| table.columns.iter().map(move |column| (table.name, column)))
            .map(|(table, column)| {
                let parent = column.parent.map(str::to_owned);
                ((table.to_owned(), column.name.to_owned()), (column.optional, parent))
            })
            .collect();
        assert_eq!(described, schema);
    }
}
