//! Backup, restore, and the rescue of what a damaged notebook still holds.

use super::check::{CheckScope, check_store};
use super::{App, Error, Result, derived, model_fit};
use crate::domain::Day;
use crate::domain::damage::{Finding, Loss};
use crate::domain::progress::ProgressFn;
use crate::domain::shop::Shop;
use crate::store::{self, Store};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// Maximum number of findings that are reported of a backup.
const MOST_FINDINGS: usize = 5;

impl App {
    /// Copies the notebook to a new file, whole and checked; others may write meanwhile. Returns
    /// the first findings of the check, if the notebook (and so the copy) does not add up.
    ///
    /// # Errors
    /// If there is such a file already, it cannot be written, or it was stopped.
    pub fn backup(&self, to: &Path, watch: ProgressFn<'_>) -> Result<Vec<Finding>> {
        self.store.backup(to, watch, |copy| first_findings(copy, watch))
    }

    /// Copies the notebook to a new file and does not check the copy; others may write meanwhile.
    ///
    /// # Errors
    /// If there is such a file already, it cannot be written, or it was stopped.
    pub fn backup_unchecked(&self, to: &Path, watch: ProgressFn<'_>) -> Result<()> {
        Ok(self.store.copy_as_it_is(to, watch)?)
    }

    /// Replaces the contents of the notebook by a backup, even while other processes have it open,
    /// and returns the path of the file in the same folder that keeps the old contents.
    ///
    /// # Errors
    /// If the backup is no whole notebook or does not pass the check, it cannot be written, or it
    /// was stopped. Then everything is as it was.
    pub fn restore_in_place(&self, from: &Path, watch: ProgressFn<'_>) -> Result<PathBuf> {
        self.store.restore_in_place(from, watch, |copy| refuse_unsound(copy, watch))
    }
}

/// Replaces the notebook, which no process may have open, by a backup, and returns the path in the
/// same folder under which the old notebook is kept, if there was one.
///
/// # Errors
/// If the backup is no whole notebook or does not pass the check, a process has the old one open,
/// it cannot be written, or it was stopped. Then everything is as it was.
pub fn restore(from: &Path, place: &Path, watch: ProgressFn<'_>) -> Result<Option<PathBuf>> {
    Store::restore(from, place, watch, |copy| refuse_unsound(copy, watch))
}

fn refuse_unsound(copy: &Store, watch: ProgressFn<'_>) -> Result<()> {
    match first_findings(copy, watch)? {
        findings if findings.is_empty() => Ok(()),
        findings => Err(store::Error::Unsound(findings).into()),
    }
}

/// Checks a copy that was verified to be whole, until there are findings enough to show.
fn first_findings(copy: &Store, watch: ProgressFn<'_>) -> Result<Vec<Finding>> {
    let mut findings: Vec<Finding> = Vec::new();
    let checked = check_store(copy, CheckScope::WholeCopy, watch, &mut |finding| {
        findings.push(finding);
        match findings.len() < MOST_FINDINGS {
            true => ControlFlow::Continue(()),
            false => ControlFlow::Break(()),
        }
    });
    match checked {
        // It was stopped because there are enough.
        Err(Error::Store(store::Error::Stopped)) if findings.len() == MOST_FINDINGS => Ok(findings),
        checked => checked.map(|()| findings),
    }
}

/// Copies the readable rows of the notebook at `from` to a new one at `to`, recomputes the derived
/// data, and calls `take` with every loss. Shop settings that cannot be read are replaced by those
/// of `shop`.
///
/// # Errors
/// If `from` is no notebook at all, `to` is there already or cannot be written, or it was stopped,
/// by `take` too. Then there is no new file.
pub fn rescue(
    from: &Path,
    to: &Path,
    (shop, today): (&Shop, Day),
    watch: ProgressFn<'_>,
    take: &mut dyn FnMut(Loss) -> ControlFlow<()>,
) -> Result<()> {
    let mut take = |loss| match take(loss) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(Error::from(store::Error::Stopped)),
    };
    Store::rescue(from, to, shop, watch, &mut take, |tx| {
        derived::refresh_all(tx, watch)?;
        model_fit::learn_all(tx, today, watch)
    })
}
