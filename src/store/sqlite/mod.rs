//! The SQLite engine: the connection, its transactions, and one file of SQL for each kind of row.

mod action_payload;
mod actions;
mod agreement;
mod backup;
mod bulk_load;
mod cells;
mod changed_since;
mod changes;
mod checks;
mod columns;
mod complaint;
mod connect;
mod contact;
mod container;
mod customers;
mod day_close;
mod delivery;
mod derived;
mod dialect;
mod dirty;
mod export;
mod fields;
mod file_identity;
mod files;
mod follow_up;
mod ids;
mod jar;
mod journal;
mod learning;
mod lists;
mod merge_join;
mod migrate;
mod migration_copy;
mod open;
mod price;
mod product;
mod record;
mod recorder;
mod rescue;
mod restore;
mod salvage;
mod schema;
mod search;
mod shop;
mod skip;
mod statement;
mod tab;
mod ticket;
mod usage_log;
mod values;
mod wait;
mod work;

pub use changed_since::{FewChanges, ReadPoint};
pub use dirty::{CustomerPart, DerivedPart, Dirty};
pub use wait::{CommitNotice, WaitNotice};

use super::{Error, Result};
use file_identity::Identity;
use files::{FolderAccess, folder_access};
use recorder::{OpenAction, Recorder};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use search::Search;
use std::cell::{Cell, RefCell};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The open file.
pub struct Store {
    conn: Connection,
    /// The rows that the open transaction changed.
    recorder: Recorder,
    /// The customers who were searched for last.
    search: Search,
    path: PathBuf,
    /// Which file of the system it was when it was opened.
    identity: Option<Identity>,
    /// Which file of the system its log was then.
    log_identity: Option<Identity>,
    /// The data version of the engine when it was last asked for changes made by others.
    version: Cell<i64>,
    /// The function called while the store waits for another program.
    notice: Option<WaitNotice>,
    /// The function called just before a commit.
    commit_notice: Option<CommitNotice>,
}

/// One transaction: everything read in it is of one moment, everything written is kept or not kept
/// as a whole.
pub struct Tx<'a> {
    conn: &'a Connection,
    touched: RefCell<Dirty>,
    /// Recorder of changed rows in the journal; none where nothing is journalled.
    recorder: Option<&'a Recorder>,
    /// The customers who were searched for last.
    search: &'a Search,
    /// The line of the journal that is open.
    open: Cell<Option<OpenAction>>,
}

impl Store {
    /// Returns the store around an open notebook.
    fn around(mut conn: Connection, path: &Path) -> Result<Self> {
        let (identity, log) = (Identity::of(path), files::with_suffix(path, "-wal"));
        let (recorder, search) = (Recorder::of(&mut conn)?, Search::of(&conn)?);
        Ok(Self {
            conn,
            recorder,
            search,
            path: path.to_owned(),
            identity,
            log_identity: Identity::of(&log),
            version: Cell::default(),
            notice: None,
            commit_notice: None,
        })
    }

    /// Runs `job` on one consistent state of the file.
    ///
    /// # Errors
    /// If the file cannot be read, or the first error that `job` returns.
    pub fn read<T, E: From<Error>>(
        &self,
        job: impl FnOnce(&Tx) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let transaction = self.conn.unchecked_transaction().map_err(Error::from)?;
        job(&Tx { search: &self.search, ..Tx::unrecorded(&transaction) })
    }

    /// Runs `job` and keeps everything that it wrote, or nothing if it returns an error.
    ///
    /// `job` must have no effects outside the transaction: an engine that lets writers compete may
    /// run it again.
    ///
    /// # Errors
    /// If the file cannot be written, or the error that `job` returns.
    pub fn write<T, E: From<Error>>(
        &mut self,
        job: impl Fn(&Tx) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        self.keep(self.begin()?, job, |transaction| self.commit(transaction))
    }

    /// Runs `job` as [`Store::write`] does, but waits for another writer no longer than the
    /// timeout.
    ///
    /// # Errors
    /// The same as of [`Store::write`]: [`Error::Locked`] after the timeout.
    pub fn write_within<T, E: From<Error>>(
        &mut self,
        timeout: Duration,
        job: impl Fn(&Tx) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        self.try_write(timeout, job)?.ok_or_else(|| Error::Locked.into())
    }

    /// Runs `job` as [`Store::write`] does, unless another program is writing: then it does nothing
    /// and does not wait.
    ///
    /// # Errors
    /// The same as of [`Store::write`].
    pub fn write_if_free<T, E: From<Error>>(
        &mut self,
        job: impl Fn(&Tx) -> std::result::Result<T, E>,
    ) -> std::result::Result<Option<T>, E> {
        self.try_write(Duration::ZERO, job)
    }

    /// Runs `job` and keeps what it wrote, unless another program writes for longer than the
    /// timeout.
    fn try_write<T, E: From<Error>>(
        &mut self,
        timeout: Duration,
        job: impl Fn(&Tx) -> std::result::Result<T, E>,
    ) -> std::result::Result<Option<T>, E> {
        self.conn.busy_timeout(timeout).map_err(Error::from)?;
        let done = match self.begin() {
            Ok(transaction) => self.keep(transaction, job, |done| self.commit(done)).map(Some),
            Err(Error::Locked) => Ok(None),
            Err(error) => Err(error.into()),
        };
        self.be_patient()?;
        done
    }

    /// Runs `job` as [`Store::write`] does, and then keeps nothing of it: its result is what would
    /// happen.
    ///
    /// # Errors
    /// The same as of [`Store::write`].
    pub fn dry_run<T, E: From<Error>>(
        &mut self,
        job: impl Fn(&Tx) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        self.keep(self.begin()?, job, |transaction| transaction.rollback())
    }

    /// Takes the file to write.
    fn begin(&self) -> Result<Transaction<'_>> {
        self.ensure_not_replaced()?;
        if self.is_read_only() {
            return Err(match folder_access(&self.path) {
                FolderAccess::Full => Error::Full,
                FolderAccess::Writable | FolderAccess::ReadOnly => Error::ReadOnly,
            });
        }
        Ok(Transaction::new_unchecked(&self.conn, TransactionBehavior::Immediate)?)
    }
}

impl Store {
    /// Runs `job` in a transaction and ends it; an error rolls back what was written.
    fn keep<T, E: From<Error>>(
        &self,
        transaction: Transaction<'_>,
        job: impl Fn(&Tx) -> std::result::Result<T, E>,
        end: impl FnOnce(Transaction<'_>) -> rusqlite::Result<()>,
    ) -> std::result::Result<T, E> {
        self.recorder.clear();
        let (recorder, search) = (Some(&self.recorder), &self.search);
        let tx = Tx { recorder, search, ..Tx::unrecorded(&transaction) };
        let done = job(&tx)?;
        tx.write_changes()?;
        drop(tx);
        end(transaction).map_err(Error::from)?;
        Ok(done)
    }

    /// Returns whether another process has changed the file since the last call. The result of the
    /// first call means nothing.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn changed_elsewhere(&self) -> Result<bool> {
        let version = dialect::data_version(&self.conn)?;
        Ok(self.version.replace(version) != version)
    }
}

/// Which of all its states the file is in, as one connection counts them: while it is the same, so
/// is everything in the file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Revision {
    changed_by_others: i64,
    changed_here: u64,
}

impl<'a> Tx<'a> {
    /// Returns a transaction whose changes are not journalled.
    fn unrecorded(conn: &'a Connection) -> Self {
        let (touched, open) = (RefCell::default(), Cell::default());
        Self { conn, touched, recorder: None, search: Search::none(), open }
    }
}

impl Tx<'_> {
    /// Returns the state in which the file is read.
    pub fn state(&self) -> Result<Revision> {
        let changed_by_others = dialect::data_version(self.conn)?;
        Ok(Revision { changed_by_others, changed_here: self.conn.total_changes() })
    }

    /// Returns the number of the row that was inserted last.
    fn inserted(&self) -> i64 {
        self.conn.last_insert_rowid()
    }
}

/// Returns at most one row: no row is `None`, not an error.
fn optional<T>(row: rusqlite::Result<T>) -> Result<Option<T>> {
    match row {
        Ok(value) => Ok(Some(value)),
        Err(rusqlite::Error::QueryReturnedNoRows) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::domain::Currency;
    use crate::domain::action::{ActionEffect, AuditStamp};
    use crate::domain::day::Weekdays;
    use crate::domain::shop::{ServiceLevel, Shop, ShopSetting};
    use std::sync::Arc;
    use std::sync::mpsc::channel;
    use tempfile::TempDir;

    fn new() -> (TempDir, Store) {
        let folder = TempDir::new().unwrap();
        let shop = Shop {
            name: "永庆米店".to_owned(),
            currency: Currency::from_code("TWD").unwrap(),
            language: None,
            service_level: ServiceLevel::DEFAULT,
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
            delivery_days: Weekdays::ALL,
            holidays: Default::default(),
            areas: Vec::new(),
        };
        let store = Store::create(&folder.path().join("shop.db"), &shop).unwrap();
        (folder, store)
    }

    fn rename(store: &mut Store, name: &str) -> Result<()> {
        let stamp = AuditStamp { at: String::new(), by: String::new() };
        store.write(|tx| {
            tx.open_action(&stamp, ActionEffect::Do)?;
            tx.set_shop(&ShopSetting::Name(name.to_owned()))
        })
    }

    #[test]
    fn an_acknowledged_write_is_on_the_disk_and_refers_to_what_is_there() {
        let (_folder, store) = new();
        let pragma =
            |name| store.conn.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).unwrap();
        let journal: String =
            store.conn.pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap();
        assert_eq!(
            (journal.as_str(), pragma("synchronous"), pragma("foreign_keys")),
            ("wal", 2, 1)
        );
    }

    #[test]
    fn on_a_full_disk_nothing_is_half_done() {
        let (_folder, mut store) = new();
        store.conn.pragma_update(None, "max_page_count", 1).unwrap();
        let refused = rename(&mut store, &"x".repeat(1_000_000));
        assert!(matches!(refused, Err(Error::Full)), "{refused:?}");
        assert_eq!(store.read(|tx| tx.shop()).unwrap().name, "永庆米店");
        assert_eq!(store.read(|tx| tx.newest_in_effect(None)).unwrap(), None);
        rename(&mut store, "林记").unwrap();
    }

    #[test]
    fn whoever_finds_the_file_locked_is_told() {
        let (_folder, mut store) = new();
        let other = Connection::open(store.path()).unwrap();
        other.execute_batch("BEGIN IMMEDIATE").unwrap();
        store.conn.busy_timeout(Duration::ZERO).unwrap();
        assert!(matches!(rename(&mut store, "林记"), Err(Error::Locked)));
        let unless_busy = |store: &mut Store| store.write_if_free(|_| Ok::<_, Error>(()));
        assert!(matches!(unless_busy(&mut store), Ok(None)));
        other.execute_batch("COMMIT").unwrap();
        rename(&mut store, "林记").unwrap();
        assert!(matches!(unless_busy(&mut store), Ok(Some(()))));
    }

    // F6: five seconds of silence while another program was writing.
    #[test]
    fn a_wait_of_half_a_second_is_told_and_then_goes_on() {
        let (_folder, mut store) = new();
        let (told, hears) = channel();
        let told = std::sync::Mutex::new(told);
        let notice = move || told.lock().unwrap().send(()).unwrap();
        store.on_wait(Arc::new(notice)).unwrap();
        let other = Connection::open(store.path()).unwrap();
        other.execute_batch("BEGIN IMMEDIATE").unwrap();
        std::thread::scope(|both| {
            both.spawn(|| rename(&mut store, "林记").unwrap());
            hears.recv_timeout(Duration::from_secs(30)).unwrap();
            other.execute_batch("COMMIT").unwrap();
        });
        assert_eq!(store.read(|tx| tx.shop()).unwrap().name, "林记");
        assert!(hears.try_recv().is_err(), "it is told once, and not where nobody waits");
    }
}
