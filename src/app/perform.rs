//! The one way in: a [`Command`] becomes rows, refreshed forecasts and a line in the journal, as
//! one.

use super::{App, Error, Performed, Result, SideNote, commands, derived};
use crate::domain::action::ActionEffect;
use crate::domain::action::AuditStamp;
use crate::domain::import::{Capped, Import};
use crate::domain::progress::{ProgressFn, no_progress};
use crate::domain::refusal::{Refusal, RefusedRecord};
use crate::domain::{Command, Day};
use crate::store::{self, Tx};
use std::time::Duration;

/// The moment and the person of what is done.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Clock {
    /// The day that counts as today.
    pub today: Day,
    /// The time and the name that the journal writes down.
    pub stamp: AuditStamp,
}

impl App {
    /// Performs a command, in one transaction and one line of the journal. One that leaves every
    /// row as it was has no line.
    ///
    /// # Errors
    /// If a rule of the shop says no, or the file could not be written. Nothing was changed then.
    pub fn perform(&mut self, command: &Command) -> Result<Performed> {
        self.perform_watched(command, &no_progress)
    }

    /// Performs a command, unless another program keeps the file locked for longer than the
    /// timeout.
    ///
    /// # Errors
    /// The same as of performing it, and that the file is locked.
    pub fn perform_within(&mut self, command: &Command, timeout: Duration) -> Result<Performed> {
        let clock = &self.clock;
        let done = self
            .store
            .write_within(timeout, |tx| do_or_roll_back(tx, clock, command, &no_progress));
        self.concluded(done)
    }

    /// Performs a command that may take long, while somebody watches.
    ///
    /// # Errors
    /// The same as of performing it, and that it was stopped. Nothing was changed then.
    pub fn perform_watched(
        &mut self,
        command: &Command,
        watch: ProgressFn<'_>,
    ) -> Result<Performed> {
        let clock = &self.clock;
        let job = |tx: &Tx<'_>| do_or_roll_back(tx, clock, command, watch);
        let done = match command {
            Command::Import(_) | Command::Undo(_) | Command::Redo => {
                self.store.write_with_large_cache(job)
            }
            _ => self.store.write(job),
        };
        self.concluded(done)
    }

    fn concluded(&mut self, done: std::result::Result<Performed, Rollback>) -> Result<Performed> {
        match done {
            Ok(done) => {
                self.last_recorded = done.action;
                self.recorded.extend(done.action);
                Ok(done)
            }
            Err(Rollback::Unchanged(done)) => Ok(*done),
            Err(Rollback::Failed(error)) => Err(error),
        }
    }

    /// Returns the result that [`App::perform`] would return, and changes nothing.
    ///
    /// # Errors
    /// The same errors as performing the command, and an error if `watch` stops it.
    pub fn dry_run(&mut self, command: &Command, watch: ProgressFn<'_>) -> Result<Performed> {
        let clock = &self.clock;
        self.store.dry_run(|tx| do_it(tx, clock, command, watch))
    }
}

impl App {
    /// Returns the rows of an import that the rules of the shop refuse; nothing is changed.
    ///
    /// # Errors
    /// Only that it was stopped: whatever else keeps the rows from being tried is reported when
    /// they are imported.
    pub fn refused_rows(
        &mut self,
        import: &Import,
        watch: ProgressFn<'_>,
    ) -> Result<Capped<RefusedRecord>> {
        match self.dry_run(&Command::Import(import.clone()), watch) {
            Err(Error::Refused(Refusal::ImportRows(rows))) => Ok(rows),
            Err(error @ Error::Store(store::Error::Stopped)) => Err(error),
            Ok(_) | Err(_) => Ok(Capped::default()),
        }
    }
}

/// Why a command leaves the file as it was.
enum Rollback {
    /// It changed no row: there is nothing to record, and nothing to undo.
    Unchanged(Box<Performed>),
    /// It failed.
    Failed(Error),
}

impl<E: Into<Error>> From<E> for Rollback {
    fn from(error: E) -> Self {
        Self::Failed(error.into())
    }
}

/// Performs a command; one that leaves every row as it was is rolled back, and its line with it.
fn do_or_roll_back(
    tx: &Tx,
    clock: &Clock,
    command: &Command,
    watch: ProgressFn<'_>,
) -> std::result::Result<Performed, Rollback> {
    match do_it(tx, clock, command, watch)? {
        done if done.action.is_none() => Err(Rollback::Unchanged(Box::new(done))),
        done => Ok(done),
    }
}

fn do_it(tx: &Tx, clock: &Clock, command: &Command, watch: ProgressFn<'_>) -> Result<Performed> {
    let direction = match command {
        Command::Undo(_) | Command::UndoBy(_) => ActionEffect::Undo,
        Command::Redo => ActionEffect::Redo,
        _ => ActionEffect::Do,
    };
    let action = tx.open_action(&clock.stamp, direction)?;
    let (detail, mut notes) = commands::write_rows(tx, action, command, (clock.today, watch))?;
    commands::ensure_days_stay_closed(tx, action)?;
    commands::ensure_kept(tx)?;
    commands::ensure_enough(tx, action)?;
    commands::ensure_containers(tx)?;
    let kept = derived::refresh(tx, watch)?;
    notes.extend(derived::side_effects(tx, &detail, clock.today)?);
    // A file may keep the promises of very many.
    if direction == ActionEffect::Do && detail.customer().is_some() {
        notes.extend(kept);
    }
    tx.close_action(action, &detail)?;
    // A line that takes back what changed nothing is still the one that takes it back.
    if direction == ActionEffect::Do && !tx.has_changed_rows(action)? {
        // The rows that an import left out are the only notes worth showing.
        notes.retain(|note| matches!(note, SideNote::Repeated(_) | SideNote::Contradicting(_)));
        return Ok(Performed { action: None, effect: direction, detail, notes });
    }
    Ok(Performed { action: Some(action), effect: direction, detail, notes })
}
