//! The schema check: a notebook has the tables, indexes and triggers that this program makes, and
//! nothing else. A foreign trigger would run with the first change, and without its own the stock is
//! wrong.

use super::super::{Error, Result, SchemaFault};
use super::{connect, migrate};
use rusqlite::Connection;
use std::path::Path;

/// The statements of the newest format, as [`objects`] finds them in a new notebook. After a new
/// step of the format, write it anew:
/// `RICEJAR_WRITE_SCHEMA=1 cargo test --lib the_expected_schema`.
///
/// It only saves time: what differs from it is compared with a schema made by the steps themselves.
const EXPECTED: &str = include_str!("schema/expected.sql");

/// Tables of statistics that an `ANALYZE` may have left; the engine uses them only for query plans.
const STATISTICS: [(&str, &str); 2] = [
    ("sqlite_stat1", "CREATE TABLE sqlite_stat1(tbl,idx,stat)"),
    ("sqlite_stat4", "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)"),
];

/// A table, an index, a trigger or a view, with the statement that made it.
struct Object {
    kind: String,
    name: String,
    sql: String,
}

/// Makes sure that a notebook of a format has the schema of that format.
///
/// # Errors
/// [`Error::Schema`] with the first object that is missing, changed or foreign.
pub fn verify(conn: &Connection, path: &Path, format: i64) -> Result<()> {
    let found = objects(conn)?;
    if format == migrate::NEWEST && written(&found) == EXPECTED {
        return Ok(());
    }
    let made = connect::in_memory()?;
    migrate::make_schema(&made, format)?;
    let expected = objects(&made)?;
    match difference(&found, &expected, format) {
        None => Ok(()),
        Some((object, fault)) => {
            Err(Error::Schema { path: path.to_owned(), object: object.name.clone(), fault })
        }
    }
}

fn difference<'a>(
    found: &'a [Object],
    expected: &'a [Object],
    format: i64,
) -> Option<(&'a Object, SchemaFault)> {
    let of = |all: &'a [Object], one: &Object| {
        all.iter().find(|other| other.kind == one.kind && other.name == one.name)
    };
    let strange = found.iter().find_map(|object| match of(expected, object) {
        None => Some((object, SchemaFault::Unknown)),
        Some(other) if !is_same(&object.sql, &other.sql) => Some((object, SchemaFault::Changed)),
        Some(_) => None,
    });
    // The triggers of the journal are dropped on the way to the newest format.
    let is_dropped = |object: &Object| {
        format < migrate::NEWEST && object.kind == "trigger" && object.name.starts_with("journal_")
    };
    strange.or_else(|| {
        let missing = expected.iter().find(|one| of(found, one).is_none() && !is_dropped(one));
        missing.map(|object| (object, SchemaFault::Missing))
    })
}

/// Compares statements, ignoring differences in white space.
fn is_same(one: &str, other: &str) -> bool {
    one.split_ascii_whitespace().eq(other.split_ascii_whitespace())
}

/// Returns every object that has a statement: the indexes of keys follow from their tables, and
/// have none.
fn objects(conn: &Connection) -> Result<Vec<Object>> {
    let mut statement = conn.prepare(
        "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name",
    )?;
    let objects = statement.query_map([], |row| {
        Ok(Object { kind: row.get(0)?, name: row.get(1)?, sql: row.get(2)? })
    })?;
    let mut objects: Vec<Object> = objects.collect::<rusqlite::Result<_>>()?;
    objects.retain(|object| {
        let is_statistics = |(name, sql): &(&str, &str)| object.name == *name && object.sql == *sql;
        !STATISTICS.iter().any(is_statistics)
    });
    Ok(objects)
}

fn written(objects: &[Object]) -> String {
    objects.iter().flat_map(|object| [object.sql.as_str(), ";\n\n"]).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::domain::StableName;
    use crate::domain::tab::EntryKind;

    fn newest() -> Connection {
        let conn = connect::in_memory().unwrap();
        migrate::make_schema(&conn, migrate::NEWEST).unwrap();
        conn
    }

    #[test]
    fn the_expected_schema_is_the_one_that_the_steps_make() {
        let made = written(&objects(&newest()).unwrap());
        if std::env::var_os("RICEJAR_WRITE_SCHEMA").is_some() {
            let file = concat!(env!("CARGO_MANIFEST_DIR"), "/src/store/sqlite/schema/expected.sql");
            std::fs::write(file, made).unwrap();
        } else {
            assert!(made == EXPECTED, "write schema/expected.sql anew: see `EXPECTED`");
        }
    }

    // A18: with a dropped trigger undo said that something was taken back, and nothing was.
    #[test]
    fn whatever_is_not_as_this_program_makes_it_is_named() {
        use SchemaFault::{Changed, Missing, Unknown};
        for (sql, name, fault) in [
            ("DROP TRIGGER line_changed", "line_changed", Missing),
            ("DROP INDEX entry_by_day", "entry_by_day", Missing),
            ("CREATE TABLE extra (a)", "extra", Unknown),
            ("CREATE INDEX entry_too ON entry (day)", "entry_too", Unknown),
            ("CREATE VIEW everybody AS SELECT name FROM customer", "everybody", Unknown),
            (
                "CREATE TRIGGER mine AFTER INSERT ON entry BEGIN DELETE FROM entry; END",
                "mine",
                Unknown,
            ),
            ("ALTER TABLE area ADD COLUMN colour TEXT", "area", Changed),
            (
                "DROP TRIGGER stock_move_in;
                 CREATE TRIGGER stock_move_in AFTER INSERT ON stock_move BEGIN SELECT 1; END",
                "stock_move_in",
                Changed,
            ),
            // A view in the place of a table is neither.
            ("DROP TABLE taught; CREATE VIEW taught AS SELECT 1 AS jar_id", "taught", Unknown),
        ] {
            let conn = newest();
            conn.execute_batch(sql).unwrap();
            match verify(&conn, Path::new("shop.db"), migrate::NEWEST) {
                Err(Error::Schema { object, fault: found, .. }) => {
                    assert_eq!((object.as_str(), found), (name, fault), "{sql}");
                }
                other => panic!("{sql}: {other:?}"),
            }
        }
    }

    #[test]
    fn the_kinds_of_entries_in_the_file_are_those_of_the_rule_table() {
        let conn = newest();
        let mut kinds = conn.prepare("SELECT name FROM entry_kind ORDER BY name").unwrap();
        let kinds: Vec<String> =
            kinds.query_map([], |row| row.get(0)).unwrap().map(rusqlite::Result::unwrap).collect();
        let mut names: Vec<&str> = EntryKind::ALL.iter().map(|(_, name)| *name).collect();
        names.sort_unstable();
        assert_eq!(kinds, names);
    }

    #[test]
    fn statistics_and_other_blanks_are_no_difference() {
        let conn = newest();
        conn.execute_batch(
            "PRAGMA foreign_keys = OFF; INSERT INTO search VALUES (1, 'c1', 'wang'); ANALYZE;
             DROP INDEX entry_by_day; CREATE INDEX entry_by_day\n  ON entry\t(day, customer_id)",
        )
        .unwrap();
        verify(&conn, Path::new("shop.db"), migrate::NEWEST).unwrap();
    }

    #[test]
    fn each_older_format_has_a_schema_of_its_own() {
        for format in 1..migrate::NEWEST {
            let conn = connect::in_memory().unwrap();
            migrate::make_schema(&conn, format).unwrap();
            verify(&conn, Path::new("shop.db"), format).unwrap();
            conn.execute_batch("DROP TRIGGER IF EXISTS journal_customer_update").unwrap();
            verify(&conn, Path::new("shop.db"), format).unwrap();
            assert!(verify(&conn, Path::new("shop.db"), migrate::NEWEST).is_err(), "{format}");
        }
    }
}
