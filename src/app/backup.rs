//! Backup, restore, and the rescue of what a damaged notebook still holds.

use super::check::check_store;
use super::{App, Error, Result, derived, model_fit};
use crate::domain::Day;
use crate::domain::damage::{Finding, Loss};
use crate::domain::progress::ProgressFn;
use crate::domain::shop::Shop;
use crate::store::{self, Store};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// Maximum number of findings that are told of a backup which is not restored.
const MOST_FINDINGS: usize = 5;

impl App {
    /// Copies the notebook to a new file, whole and checked; others may write meanwhile. Returns the
    /// first findings of the check, if the notebook (and so the copy) does not add up.
    ///
    /// # Errors
    /// If there is such a file already, it cannot be written, or it was stopped.
    pub fn backup(&self, to: &Path, watch: ProgressFn<'_>) -> Result<Vec<Finding>> {
        self.store.backup(to, watch, |copy| first_findings(copy, watch))
    }

    /// Puts a backup in the place of what is in the notebook, whoever has it open, and gives the file
    /// beside it in which that is kept.
    ///
    /// # Errors
    /// If the backup is no whole notebook or does not pass the check, it cannot be written, or it was
    /// stopped. Then everything is as it was.
    pub fn restore_in_place(&self, from: &Path, watch: ProgressFn<'_>) -> Result<PathBuf> {
        self.store.restore_in_place(from, watch, |copy| refuse_unsound(copy, watch))
    }
}

/// Puts a backup at the notebook's place, which nobody may have open, and gives the name under which
/// the old notebook is kept beside it.
///
/// # Errors
/// If the backup is no whole notebook or does not pass the check, somebody has the old one open, it
/// cannot be written, or it was stopped. Then everything is as it was.
pub fn restore(from: &Path, place: &Path, watch: ProgressFn<'_>) -> Result<Option<PathBuf>> {
    Store::restore(from, place, watch, |copy| refuse_unsound(copy, watch))
}

fn refuse_unsound(copy: &Store, watch: ProgressFn<'_>) -> Result<()> {
    match first_findings(copy, watch)? {
        findings if findings.is_empty() => Ok(()),
        findings => Err(store::Error::Unsound(findings).into()),
    }
}

/// Checks a notebook until there are findings enough to show.
fn first_findings(copy: &Store, watch: ProgressFn<'_>) -> Result<Vec<Finding>> {
    let mut findings: Vec<Finding> = Vec::new();
    let checked = check_store(copy, watch, &mut |finding| {
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

/// Copies what can be read of the notebook at `from` into a new one at `to`, works out anew what
/// follows from it, and gives `take` whatever could not be copied as it was. Rules of the shop that
/// cannot be read are those of `shop`.
///
/// # Errors
/// If `from` is no notebook at all, `to` is there already or cannot be written, or it was stopped, by
/// `take` too. Then there is no new file.
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
