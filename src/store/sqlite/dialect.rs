//! SQL that only SQLite understands, collected so that it is clear what another engine would have
//! to provide: join-order hints, lists of values as one parameter, functions of our own, and the
//! pragmas that queries rely on. A test counts the uses that are still spelled out elsewhere.

use memchr::memmem::Finder;
use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;
use rusqlite::types::{FromSqlError, FromSqlResult, ValueRef};

/// The goods that an entry charges, `rice=10;oil=2`, or credits, `rice=-5`, for a query of the table `entry`.
pub(super) const CHARGED_GOODS: &str = "iif(entry.kind IN ('charge', 'return'), coalesce(
    (SELECT group_concat(product.name || '=' || iif(line.delivered % 1000 = 0, line.delivered / 1000,
                rtrim(printf('%.3f', line.delivered / 1000.0), '0')), ';' ORDER BY line.id)
       FROM delivery_line line JOIN product ON product.id = line.product_id
      WHERE line.delivery_id = entry.delivery_id AND line.delivered <> 0), ''), '')";

/// The times away after the anchor of a forecast, each with its people (0 is everybody), for a query of the table
/// `forecast`: `2026-03-03:2026-03-12:0 2026-04-01:2026-04-02:1`.
pub(super) const ABSENCES: &str = "coalesce(
    (SELECT group_concat(away.from_day || ':' || away.to_day || ':' || coalesce(away.people, 0), ' ' ORDER BY away.from_day)
       FROM away WHERE away.customer_id = forecast.customer_id AND away.to_day > forecast.anchor), '')";

/// A join whose tables are read in the order in which they are named: where the planner would sort
/// a whole table, or start from the larger one.
pub const ORDERED_JOIN: &str = "CROSS JOIN";

/// Returns a table that is read by an index: where the planner would read it in another order.
pub fn by_index(table: &str, index: &str) -> String {
    format!("{table} INDEXED BY {index}")
}

/// Returns a table that is read from end to end without any index: where most of its rows are wanted.
pub fn as_it_lies(table: &str) -> String {
    format!("{table} NOT INDEXED")
}

/// Returns the condition that a value is one of those that [`list_value`] binds to a parameter.
pub fn in_list(parameter: &str) -> String {
    format!("IN (SELECT value FROM json_each({parameter}))")
}

/// Returns numbers as one parameter, for `json_each` to turn into rows.
pub fn list_value(numbers: impl Iterator<Item = i64>) -> String {
    let numbers: Vec<String> = numbers.map(|number| number.to_string()).collect();
    format!("[{}]", numbers.join(","))
}

/// Registers `holds(text, word)`: whether a text contains a word, byte for byte. SQL's own `instr`
/// compares character by character, which is too slow for a search as one types.
pub fn register_search_functions(conn: &Connection) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8
        | FunctionFlags::SQLITE_DETERMINISTIC
        | FunctionFlags::SQLITE_DIRECTONLY;
    conn.create_scalar_function("holds", 2, flags, |call| {
        let word = call.get_or_create_aux(1, |word| {
            Ok::<_, FromSqlError>(Finder::new(word.as_bytes()?).into_owned())
        })?;
        Ok(word.find(call.get_raw(0).as_bytes()?).is_some())
    })
}

/// Registers a condition of one value that depends on what is known besides the file, such as a search.
pub fn register_condition(
    conn: &Connection,
    name: &str,
    holds: impl Fn(ValueRef<'_>) -> FromSqlResult<bool> + Send + 'static,
) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DIRECTONLY;
    conn.create_scalar_function(name, 1, flags, move |call| Ok(holds(call.get_raw(0))?))
}

/// Returns the stored columns of a table in their order, without generated ones.
pub fn columns(conn: &Connection, table: &str) -> rusqlite::Result<Vec<String>> {
    conn.prepare_cached("SELECT name FROM pragma_table_info(?1)")?
        .query_map([table], |row| row.get(0))?
        .collect()
}

/// Returns the default of each column of a table, as its schema spells it.
pub fn defaults(conn: &Connection, table: &str) -> rusqlite::Result<Vec<Option<String>>> {
    conn.prepare_cached("SELECT dflt_value FROM pragma_table_info(?1)")?
        .query_map([table], |row| row.get(0))?
        .collect()
}

/// Returns the foreign keys of a table: the table that each refers to, and the column that refers.
pub fn parents(conn: &Connection, table: &str) -> rusqlite::Result<Vec<(String, String)>> {
    conn.prepare_cached(
        r#"SELECT "table", "from" FROM pragma_foreign_key_list(?1) ORDER BY seq, id"#,
    )?
    .query_map([table], |row| Ok((row.get(0)?, row.get(1)?)))?
    .collect()
}

/// Checks foreign keys at the end of the transaction instead of after each statement.
pub fn defer_foreign_keys(conn: &Connection) -> rusqlite::Result<()> {
    conn.pragma_update(None, "defer_foreign_keys", "ON")
}

/// Returns the size of the cache of pages: in KiB where it is negative, else in pages.
pub fn cache_size(conn: &Connection) -> rusqlite::Result<i64> {
    conn.pragma_query_value(None, "cache_size", |row| row.get(0))
}

/// Sets the size of the cache of pages, as [`cache_size`] returns it.
pub fn set_cache_size(conn: &Connection, size: i64) -> rusqlite::Result<()> {
    conn.pragma_update(None, "cache_size", size)
}

/// Sorts what does not fit into the cache in temporary files from now on: for lists that are read from end to end.
pub fn sort_in_files(conn: &Connection) -> rusqlite::Result<()> {
    conn.pragma_update(None, "temp_store", "FILE")
}

/// Returns a number that differs whenever another connection has changed the file.
pub fn data_version(conn: &Connection) -> rusqlite::Result<i64> {
    conn.pragma_query_value(None, "data_version", |row| row.get(0))
}

/// Returns a number that differs whenever the schema has changed, or all pages were replaced by those of a backup.
pub fn schema_version(conn: &Connection) -> rusqlite::Result<i64> {
    conn.pragma_query_value(None, "schema_version", |row| row.get(0))
}

/// Returns the number of the last row of a table, zero if there is none: SQLite numbers new rows
/// behind it.
pub fn last_rowid(conn: &Connection, table: &str) -> rusqlite::Result<i64> {
    let sql = format!("SELECT coalesce((SELECT id FROM {table} ORDER BY id DESC LIMIT 1), 0)");
    conn.prepare_cached(&sql)?.query_row([], |row| row.get(0))
}
