//! Waiting for another program that is writing: for a while, and not in silence.

use super::super::Result;
use super::Store;
use super::connect::PATIENCE;
use rusqlite::Transaction;
use std::sync::Arc;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// The longest wait that is not reported.
const SILENCE: Duration = Duration::from_millis(500);

/// The pause between two tries.
pub(super) const PAUSE: Duration = Duration::from_millis(10);

/// The function called once in each wait that is long enough to be reported.
pub type WaitNotice = Arc<dyn Fn() + Send + Sync>;

/// Called just before a change is committed.
pub type CommitNotice = Arc<dyn Fn() + Send + Sync>;

impl Store {
    /// Calls `notice` just before each change is committed: once it is called, the change may be in
    /// the file, even if the program ends.
    pub fn on_commit(&mut self, notice: CommitNotice) {
        self.commit_notice = Some(notice);
    }

    /// Commits a change.
    pub(super) fn commit(&self, transaction: Transaction<'_>) -> rusqlite::Result<()> {
        if let Some(notice) = &self.commit_notice {
            notice();
        }
        transaction.commit()
    }

    /// Calls `notice` whenever this store has waited half a second for another program. It goes on
    /// waiting afterwards, as long as it would have without.
    ///
    /// # Errors
    /// If the engine does not take the setting.
    pub fn on_wait(&mut self, notice: WaitNotice) -> Result<()> {
        self.notice = Some(notice);
        self.be_patient()
    }

    /// Waits for others from now on, as every connection does at first.
    pub(super) fn be_patient(&mut self) -> Result<()> {
        let Some(notice) = self.notice.clone() else {
            return Ok(self.conn.busy_timeout(PATIENCE)?);
        };
        let (mut since, mut noticed) = (Instant::now(), false);
        Ok(self.conn.busy_handler(Some(move |tries| {
            if tries == 0 {
                (since, noticed) = (Instant::now(), false);
            }
            let waited = since.elapsed();
            if waited >= SILENCE && !noticed {
                noticed = true;
                notice();
            }
            sleep(PAUSE);
            waited < PATIENCE
        }))?)
    }
}
