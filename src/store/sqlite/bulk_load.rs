//! Making a whole notebook in one go: millions of rows that nobody waits for one by one.
//!
//! Nothing is promised until the file has its name, so that everything that makes a single change
//! safe is left out while the rows go in: the rollback journal, the waiting for the disk, the
//! notebook's own triggers, and the indexes, which are much cheaper to build over rows that are
//! there.

use super::super::Error;
use super::files::{WorkingCopy, interruptible, persist_new, sync_folder};
use super::{Store, Tx, connect, dialect, migrate, open};
use crate::domain::progress::{Progress, ProgressFn, Work};
use crate::domain::shop::Shop;
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// The memory of the pages and of the sorting of an index, in KiB (SQLite wants them negative).
const CACHE: i64 = -64 * 1024;

/// The stock as the sum of its moves: its own triggers were away.
const RECOUNT_STOCK: &str = "
    INSERT OR REPLACE INTO stock (product_id, on_hand)
    SELECT id, coalesce(came, 0) - coalesce(went, 0) FROM product
      LEFT JOIN (SELECT product_id, sum(quantity) AS came FROM stock_move GROUP BY 1) AS come
             ON come.product_id = product.id
      LEFT JOIN (SELECT product_id, sum(delivered) AS went FROM delivery_line GROUP BY 1) AS gone
             ON gone.product_id = product.id";

/// The sales of each day, likewise.
const RECOUNT_SALES: &str = "
    INSERT INTO sales_day (product_id, day, quantity, revenue, cost, costed)
    SELECT product_id, day, sum(delivered), sum(revenue), sum(cost_known), sum(costed)
      FROM delivery_line AS line JOIN delivery ON delivery.id = line.delivery_id
     WHERE delivered <> 0 AND stage = 'done' GROUP BY day, product_id";

impl Store {
    /// Makes a notebook at `path`: `rows` writes what happened, `derived` what follows from it,
    /// once the rows can be looked up. The rows are where the notebook begins; its journal is
    /// empty.
    ///
    /// The file appears under its name when it is whole and on the disk, and not before.
    ///
    /// # Errors
    /// If there is a file already, it cannot be written, it was stopped, or `rows` or `derived`
    /// returns an error.
    pub fn fill<E: From<Error>>(
        path: &Path,
        shop: &Shop,
        watch: ProgressFn<'_>,
        rows: impl FnOnce(&Tx) -> std::result::Result<(), E>,
        derived: impl FnOnce(&Tx) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        if path.exists() {
            return Err(Error::Exists(path.to_owned()).into());
        }
        let io = |error: std::io::Error| io(path, error);
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.map_or_else(|| PathBuf::from("."), Path::to_owned);
        std::fs::create_dir_all(&folder).map_err(io)?;
        // Only its owner can read it, and it goes away by itself if anything below fails.
        let unnamed = WorkingCopy::beside(path, OsStr::new(".ricejar-")).map_err(io)?;

        let mut conn = connect::read_write(unnamed.path())?;
        set_up(&conn).map_err(Error::from)?;
        migrate::fill(&mut conn, path, shop)?;
        let later = put_aside(&conn).map_err(Error::from)?;
        in_one(&conn, rows)?;
        let progress = Progress::of(Work::Rows, 0, None);
        interruptible(&mut conn, (watch, progress), |conn| {
            later.iter().try_for_each(|statement| conn.execute_batch(statement))?;
            conn.execute_batch(RECOUNT_STOCK)?;
            Ok(conn.execute_batch(RECOUNT_SALES)?)
        })?;
        in_one(&conn, derived)?;
        conn.close().map_err(|(_, error)| Error::from(error))?;

        unnamed.file.as_file().sync_all().map_err(io)?;
        persist_new(unnamed.file, path)?;
        Ok(sync_folder(path)?)
    }
}

fn set_up(conn: &Connection) -> rusqlite::Result<()> {
    open::keep_statements(conn)?;
    // The file is ours alone and empty: only here is there nothing to defend, and no journal
    // needed.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)?;
    conn.pragma_update(None, "journal_mode", "OFF")?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.pragma_update(None, "synchronous", "OFF")?;
    conn.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    conn.pragma_update(None, "foreign_keys", "OFF")?;
    dialect::set_cache_size(conn, CACHE)?;
    // One more thread sorts the rows of an index; what does not fit into the cache goes to a file.
    conn.pragma_update(None, "threads", 1)?;
    conn.pragma_update(None, "temp_store", "FILE")
}

/// Drops every trigger and every index that is no rule of the file, and returns the SQL that
/// creates them.
fn put_aside(conn: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut statement = conn.prepare(
        "SELECT type, name, sql FROM sqlite_master
          WHERE type IN ('index', 'trigger') AND sql NOT LIKE 'CREATE UNIQUE%' ORDER BY rowid",
    )?;
    let found: Vec<(String, String, String)> = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (kind, name, _) in &found {
        conn.execute_batch(&format!("DROP {kind} {name}"))?;
    }
    Ok(found.into_iter().map(|(_, _, sql)| sql).collect())
}

/// Runs in one transaction, so that the pages are written when the cache is full and not after
/// every row.
fn in_one<E: From<Error>>(
    conn: &Connection,
    job: impl FnOnce(&Tx) -> std::result::Result<(), E>,
) -> std::result::Result<(), E> {
    let transaction = conn.unchecked_transaction().map_err(Error::from)?;
    job(&Tx::unrecorded(&transaction))?;
    transaction.commit().map_err(Error::from)?;
    Ok(())
}

fn io(path: &Path, error: std::io::Error) -> Error {
    if error.kind() == std::io::ErrorKind::StorageFull {
        return Error::Full;
    }
    Error::Io { path: path.to_owned(), reason: error.to_string() }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::super::rescue::tests::shop;
    use super::*;
    use crate::domain::progress::no_progress;
    use rusqlite::Result;

    fn schema(path: &Path) -> Vec<String> {
        let conn = Connection::open(path).unwrap();
        let mut all = conn
            .prepare(
                "SELECT type || name || sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY 1",
            )
            .unwrap();
        all.query_map([], |row| row.get(0)).unwrap().collect::<Result<_>>().unwrap()
    }

    #[test]
    fn a_filled_file_has_every_index_and_trigger_of_one_made_empty() {
        let folder = tempfile::tempdir().unwrap();
        let (made, filled) = (folder.path().join("made"), folder.path().join("filled"));
        drop(Store::create(&made, &shop()).unwrap());
        Store::fill(&filled, &shop(), &no_progress, |_| Ok::<_, Error>(()), |_| Ok(())).unwrap();
        assert_eq!(schema(&filled), schema(&made));
    }

    #[test]
    fn what_fails_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("shop");
        let failed = Store::fill(&path, &shop(), &no_progress, |_| Err(Error::Full), |_| Ok(()));
        assert!(matches!(failed, Err(Error::Full)));
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[cfg(unix)]
    #[test]
    fn only_its_owner_can_read_a_filled_file() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("shop");
        Store::fill(&path, &shop(), &no_progress, |_| Ok::<_, Error>(()), |_| Ok(())).unwrap();
        let mode = std::fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}
