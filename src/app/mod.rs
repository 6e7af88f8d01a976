//! The application: every change goes through [`App::perform`], every question through a query that
//! returns a report.
//!
//! `commands` has one file for each noun that turns a [`crate::domain::Command`] into rows,
//! `queries` one for each noun that answers a question. `derived` refreshes what follows from rows.
//!
//! A command is performed in one transaction that writes its rows, refreshes what follows from them
//! and closes its line in the journal; if a rule says no, nothing of it remains.

mod accounts;
mod backup;
mod check;
mod commands;
mod demo;
mod derived;
mod error;
mod find;
mod kept;
mod model_fit;
mod perform;
mod performed;
mod planning;
mod prices;
mod queries;
mod step_meter;
mod trust;

pub use backup::{rescue, restore};
pub use demo::{DemoSize, sample, write_demo};
pub use error::Error;
pub use perform::Clock;
pub use performed::{Performed, SideNote};
pub use queries::{
    AgeingScope, DayRound, JarAfter, JudgedRow, PriceHistory, Snapshot, VisitAfter, VisitPreview,
    VisitedJar,
};
pub use step_meter::StepMeter;

pub use crate::domain::action::AuditStamp;
pub use crate::domain::damage::{Damage, Expected, Finding, Loss, Problem, RowFate, StandingPart};
pub use crate::domain::progress::{Progress, ProgressFn, Work, no_progress};
pub use crate::domain::query::{CustomerCursor, FollowUpCursor, JarCursor};
pub use crate::store::Error as StoreError;

use crate::domain::Day;
use crate::domain::id::ActionId;
use crate::domain::shop::{Language, Shop};
use crate::store::Store;
use kept::LookedAt;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// Result of a call of the application.
pub type Result<T> = std::result::Result<T, Error>;

/// An open shop, with the current time and the user who works in it.
pub struct App {
    store: Store,
    clock: Clock,
    looked_at: LookedAt,
    last_recorded: Option<ActionId>,
    /// Every line of the journal that was recorded through this value.
    recorded: BTreeSet<ActionId>,
}

impl Drop for App {
    fn drop(&mut self) {
        // Nobody is left to tell; a file that is still at its place needs nothing.
        let _ = self.store.detach_log();
    }
}

impl App {
    /// Creates the application on `store`, with the current time of `clock`.
    pub fn new(store: Store, clock: Clock) -> Self {
        let (looked_at, recorded) = (LookedAt::default(), BTreeSet::new());
        Self { store, clock, looked_at, last_recorded: None, recorded }
    }

    /// Opens the notebook at `path`.
    ///
    /// # Errors
    /// If there is none, or it cannot be opened.
    pub fn open(path: &Path, clock: Clock) -> Result<Self> {
        Ok(Self::new(Store::open(path)?, clock))
    }

    /// Opens the notebook at `path` to read it, and changes nothing.
    ///
    /// # Errors
    /// If there is none, it cannot be opened, or it is of an older format.
    pub fn open_to_read(path: &Path, clock: Clock) -> Result<Self> {
        Ok(Self::new(Store::open_to_read(path)?, clock))
    }

    /// Returns the language of the notebook at `path`, without bringing it up to date; `None` if it has none or
    /// cannot be read.
    pub fn language_of(path: &Path) -> Option<Language> {
        Store::language_of(path).ok()?
    }

    /// Creates a notebook with the rules of a shop.
    ///
    /// # Errors
    /// If there is a file already, or it cannot be written.
    pub fn create(path: &Path, shop: &Shop) -> Result<()> {
        Store::create(path, shop)?;
        Ok(())
    }

    /// Opens the same shop again, for use in another thread.
    ///
    /// # Errors
    /// If the file cannot be opened any more.
    pub fn reopen(&self) -> Result<Self> {
        Ok(Self::new(Store::open(self.store.path())?, self.clock.clone()))
    }

    /// Opens the same shop again with a small cache, for a background thread that only reads.
    ///
    /// # Errors
    /// If the file cannot be opened any more.
    pub fn reader(&self) -> Result<Self> {
        let reader = self.reopen()?;
        reader.shrink_cache()?;
        Ok(reader)
    }

    /// Reduces the memory used to cache the file, for a process that stays open all day.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn shrink_cache(&self) -> Result<()> {
        Ok(self.store.shrink_cache()?)
    }

    /// Folds the newest changes into the file, so that a plain copy of the file has them. Waits for
    /// nobody.
    ///
    /// # Errors
    /// If the disk fails.
    pub fn checkpoint(&self) -> Result<()> {
        Ok(self.store.checkpoint()?)
    }

    /// Calls `notice` whenever a change has waited half a second for another program that is
    /// writing.
    ///
    /// # Errors
    /// If the engine does not take the setting.
    pub fn on_wait(&mut self, notice: impl Fn() + Send + Sync + 'static) -> Result<()> {
        Ok(self.store.on_wait(Arc::new(notice))?)
    }

    /// Returns the number of rows that were inserted, changed or deleted through this value so far.
    pub fn rows_written(&self) -> u64 {
        self.store.rows_written()
    }

    /// Stops whatever this value does as soon as `stop` returns true, also in the middle of a long query.
    ///
    /// # Errors
    /// If the engine does not take the setting.
    pub fn stop_when(&mut self, stop: impl FnMut() -> bool + Send + 'static) -> Result<()> {
        Ok(self.store.stop_when(stop)?)
    }

    /// Searches as if the shop were larger or smaller: looks at so many customers one by one before all are
    /// looked through, and sorts no more than `few` for a page.
    pub fn limit_search(&self, near: u32, few: u32) {
        self.store.limit_search(near, few);
    }

    /// Waits for another program that is writing as long as `waits` returns true, which is given the time
    /// waited so far.
    ///
    /// # Errors
    /// If the engine does not take the setting.
    pub fn wait_while(
        &mut self,
        waits: impl FnMut(Duration) -> bool + Send + 'static,
    ) -> Result<()> {
        Ok(self.store.wait_while(waits)?)
    }

    /// Calls `notice` just before each change is committed.
    pub fn on_commit(&mut self, notice: impl Fn() + Send + Sync + 'static) {
        self.store.on_commit(Arc::new(notice));
    }

    /// Returns the path of the notebook.
    pub fn path(&self) -> &Path {
        self.store.path()
    }

    /// Returns the journal line of the last command that changed the shop through this value.
    pub fn last_recorded(&self) -> Option<ActionId> {
        self.last_recorded
    }

    /// Returns the day that counts as today.
    pub fn today(&self) -> Day {
        self.clock.today
    }

    /// Returns whether another process has changed the shop since the last call; the result of the
    /// first call is meaningless.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn changed_elsewhere(&self) -> Result<bool> {
        self.store.ensure_not_replaced().inspect_err(|_| {
            // A failure here is ignored: it is tried again, at the latest when the notebook is
            // closed.
            let _ = self.store.detach_log();
        })?;
        Ok(self.store.changed_elsewhere()?)
    }

    /// Replaces the clock, as when midnight passes while the screens are open.
    pub fn set_clock(&mut self, clock: Clock) {
        self.clock = clock;
    }
}
