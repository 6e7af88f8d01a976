//! Reading a table around damage: every row that can still be read, and which could not.
//!
//! Rows are read in the order of their numbers. Where a page cannot be read, the rest of the range
//! is read from its other end, and what lies between is halved until single rows remain; of those,
//! cell by cell is tried. A table without damage is read once, from one end to the other.

use super::super::{Error, Result};
use super::columns::{ColumnSpec, TableSpec};
use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, ErrorCode, OptionalExtension, Row, Statement};

/// Maximum number of times that ranges are halved in one table: some hundred damaged pages, whose
/// rows take some seconds. Beyond it, what lies between two damaged pages counts as lost.
const MOST_SPLITS: u32 = 20_000;

/// Maximum number of times in a row that halving finds no row: several times as many as a page
/// holds. What is left of the range then lies behind an inner page that is damaged, and counts as
/// lost.
const MOST_FRUITLESS: u32 = 2_000;

/// Range of numbers that is tried behind the last row, where nothing says how many there were.
const BEYOND: i64 = 100_000;

/// A row that was read, or numbers whose rows could not be read.
pub(super) enum Salvaged<'a> {
    Row(SalvagedRow<'a>),
    Lost { first: i64, last: i64 },
}

/// A row: its number, its cells in the order that was asked for (`None` is unreadable), and which
/// of the table's rules it breaks.
pub(super) struct SalvagedRow<'a> {
    pub key: i64,
    pub cells: Vec<Option<ValueRef<'a>>>,
    pub breaks: Vec<bool>,
}

/// The function that receives each row or range that is read.
type Take<'t, E> = &'t mut dyn FnMut(Salvaged<'_>) -> std::result::Result<(), E>;

/// Passes to `take` these columns of every row of a table, and the ranges that could not be read.
///
/// # Errors
/// If the file cannot be read for a reason other than damage, or the first error that `take`
/// returns.
pub(super) fn each_row<E: From<Error>>(
    conn: &Connection,
    table: &TableSpec,
    columns: &[&ColumnSpec],
    take: Take<'_, E>,
) -> std::result::Result<(), E> {
    let names: Vec<&str> = columns.iter().map(|column| column.name).collect();
    let selected: Vec<String> = std::iter::once(table.key.to_owned())
        .chain(names.iter().map(|name| format!("\"{name}\"")))
        .chain(rules_of(table, columns).map(|(_, rule)| rule.to_owned()))
        .collect();
    let (selected, name, key) = (selected.join(", "), table.name, table.key);
    let ordered = |order: &str| {
        let sql = format!(
            "SELECT {selected} FROM {name} WHERE {key} BETWEEN ?1 AND ?2 ORDER BY {key} {order}"
        );
        conn.prepare(&sql).map_err(Error::from)
    };
    let reader = Reader { conn, table, columns, rows: 0, up: ordered("")?, down: ordered("DESC")? };
    reader.read(take)
}

/// Returns the rules of a table between columns that are all there, in the order of
/// [`SalvagedRow::breaks`].
pub(super) fn rules_of(
    table: &TableSpec,
    columns: &[&ColumnSpec],
) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
    let is_whole = columns.len() == table.columns.len();
    table.rules.iter().copied().filter(move |_| is_whole)
}

/// Returns whether an error while reading is about bytes that are not as they were written. A
/// generated column of a value of the wrong kind breaks a constraint even when it is only read.
pub(super) fn is_damage(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(
            ErrorCode::DatabaseCorrupt
                | ErrorCode::NotADatabase
                | ErrorCode::SystemIoFailure
                | ErrorCode::ConstraintViolation
        )
    )
}

struct Reader<'c> {
    conn: &'c Connection,
    table: &'c TableSpec,
    columns: &'c [&'c ColumnSpec],
    /// Number of rows read so far.
    rows: u64,
    up: Statement<'c>,
    down: Statement<'c>,
}

#[derive(Clone, Copy)]
enum Order {
    Up,
    Down,
}

impl Reader<'_> {
    fn read<E: From<Error>>(mut self, take: Take<'_, E>) -> std::result::Result<(), E> {
        let (mut ranges, mut splits) = (vec![(i64::MIN, i64::MAX)], 0);
        let (mut fruitless, mut rows) = (0, 0);
        let mut lost = Lost::default();
        while let Some((low, high)) = ranges.pop() {
            let Some(first) = self.scan((low, high), Order::Up, take)? else { continue };
            // No row ever has a number below 1.
            let first = if first == i64::MIN { 1 } else { first };
            if first > high {
                continue;
            }
            let Some(mut last) = self.scan((first, high), Order::Down, take)? else { continue };
            if last == i64::MAX {
                last = self.newest().unwrap_or(first.saturating_add(BEYOND)).max(first);
            }
            if last < first {
                continue;
            }
            if first == last {
                if !self.cell_by_cell(first, take)? {
                    lost.add((first, first), take)?;
                }
            } else if splits == MOST_SPLITS || fruitless == MOST_FRUITLESS && rows == self.rows {
                lost.add((first, last), take)?;
            } else {
                splits += 1;
                fruitless = if rows == self.rows { fruitless + 1 } else { 0 };
                rows = self.rows;
                let middle = first + (last - first) / 2;
                // The lower half is read first.
                ranges.extend([(middle + 1, last), (first, middle)]);
            }
        }
        lost.end(take)
    }

    /// Reads a range from one end; returns the number at which damage stopped it.
    fn scan<E: From<Error>>(
        &mut self,
        (low, high): (i64, i64),
        order: Order,
        take: Take<'_, E>,
    ) -> std::result::Result<Option<i64>, E> {
        let (statement, mut next) = match order {
            Order::Up => (&mut self.up, low),
            Order::Down => (&mut self.down, high),
        };
        let mut rows = statement.query([low, high]).map_err(Error::from)?;
        loop {
            let row = match rows.next() {
                Ok(Some(row)) => row,
                Ok(None) => return Ok(None),
                Err(error) if is_damage(&error) => return Ok(Some(next)),
                Err(error) => return Err(Error::from(error).into()),
            };
            // Pages that refer to each other in a circle would yield rows for ever.
            let key = row.get::<_, i64>(0).ok().filter(|key| match order {
                Order::Up => *key >= next,
                Order::Down => *key <= next,
            });
            let Some(key) = key else { return Ok(Some(next)) };
            self.rows += 1;
            take(Salvaged::Row(salvaged(row, key, self.columns.len())?))?;
            let beyond = match order {
                Order::Up => key.checked_add(1),
                Order::Down => key.checked_sub(1),
            };
            match beyond {
                Some(beyond) => next = beyond,
                None => return Ok(None),
            }
        }
    }

    /// Reads each cell of a row by itself: a long text may lie on a damaged page of its own.
    /// Returns whether the row is accounted for.
    fn cell_by_cell<E: From<Error>>(
        &self,
        key: i64,
        take: Take<'_, E>,
    ) -> std::result::Result<bool, E> {
        let cell = |column: &str| -> rusqlite::Result<Option<Value>> {
            let (table, by) = (self.table.name, self.table.key);
            let sql = format!("SELECT \"{column}\" FROM {table} WHERE {by} = ?1");
            self.conn.prepare_cached(&sql)?.query_row([key], |row| row.get(0)).optional()
        };
        match cell(self.table.key) {
            Err(_) => return Ok(false),
            Ok(None) => return Ok(true),
            Ok(Some(_)) => {}
        }
        let cells: Vec<Option<Value>> =
            self.columns.iter().map(|column| cell(column.name).ok().flatten()).collect();
        if cells.iter().all(Option::is_none) {
            return Ok(false);
        }
        let cells = cells.iter().map(|cell| cell.as_ref().map(ValueRef::from)).collect();
        take(Salvaged::Row(SalvagedRow { key, cells, breaks: Vec::new() }))?;
        Ok(true)
    }

    /// Returns the highest number of a row that any index of the table knows.
    fn newest(&self) -> Option<i64> {
        let indexes = || -> rusqlite::Result<Vec<String>> {
            let mut statement = self.conn.prepare("SELECT name FROM pragma_index_list(?1)")?;
            statement.query_map([self.table.name], |row| row.get(0))?.collect()
        };
        let (table, key) = (self.table.name, self.table.key);
        let newest = |index: String| -> Option<i64> {
            // A partial index, or a damaged one, cannot answer.
            let sql = format!("SELECT max({key}) FROM {table} INDEXED BY \"{index}\"");
            self.conn.query_row(&sql, [], |row| row.get(0)).ok()
        };
        indexes().unwrap_or_default().into_iter().filter_map(newest).max()
    }
}

fn salvaged<'r>(row: &'r Row<'_>, key: i64, columns: usize) -> Result<SalvagedRow<'r>> {
    let cells: rusqlite::Result<Vec<_>> =
        (1..=columns).map(|column| row.get_ref(column).map(Some)).collect();
    let rules = columns + 1..row.as_ref().column_count();
    let breaks = rules.map(|rule| matches!(row.get_ref(rule), Ok(ValueRef::Integer(0)))).collect();
    Ok(SalvagedRow { key, cells: cells?, breaks })
}

/// Lost ranges, of which adjacent ones are reported as one.
#[derive(Default)]
struct Lost(Option<(i64, i64)>);

impl Lost {
    fn add<E>(
        &mut self,
        (first, last): (i64, i64),
        take: Take<'_, E>,
    ) -> std::result::Result<(), E> {
        match &mut self.0 {
            Some((_, end)) if end.checked_add(1) == Some(first) => *end = last,
            waiting => {
                if let Some((first, last)) = waiting.replace((first, last)) {
                    take(Salvaged::Lost { first, last })?;
                }
            }
        }
        Ok(())
    }

    fn end<E>(self, take: Take<'_, E>) -> std::result::Result<(), E> {
        self.0.map_or(Ok(()), |(first, last)| take(Salvaged::Lost { first, last }))
    }
}
