//! Undo and redo: taking back what was done last, and doing it again, across runs of the program.

use super::error::Passthrough;
use super::perform::CommandOutcome;
use super::{App, Error, Performed, Result};
use crate::domain::action::{Action, RowChange};
use crate::domain::id::{ActionId, CustomerId};
use crate::domain::refusal::{Refusal, Topic};
use crate::domain::views::JournalFilter;
use crate::domain::{Command, Day};
use crate::store::{self, Tx};
use std::time::Duration;

pub(super) fn undo(tx: &Tx, action: ActionId, which: Option<ActionId>) -> Result<CommandOutcome> {
    let original = match which {
        Some(id) => original_of(tx, id, action)?,
        None => tx.newest_in_effect(action)?.ok_or(Refusal::NothingToUndo)?,
    };
    if !original.in_effect {
        return Err(Refusal::AlreadyUndone { action: original.id }.into());
    }
    take_newest_line_back(tx, action, original, false)
}

pub(super) fn redo(tx: &Tx, action: ActionId) -> Result<CommandOutcome> {
    let original = tx.newest_undone()?.ok_or(Refusal::NothingToRedo)?;
    take_newest_line_back(tx, action, original, true)
}

/// Takes the newest line of `original` back: that undoes what is in force, and redoes what is not.
fn take_newest_line_back(
    tx: &Tx,
    action: ActionId,
    original: Action,
    in_force: bool,
) -> Result<CommandOutcome> {
    let line = tx.newest_line_of(original.id)?;
    if let Some(later) = tx.later_dependent(line)? {
        let stands = Refusal::LaterDependent {
            action: later.id,
            detail: Box::new(later.detail),
            at: later.at,
        };
        return Err(stands.into());
    }
    tx.set_action_of(action, original.id)?;
    tx.revert_action(line).map_err(|error| no_room(error, original.id))?;
    tx.set_in_effect(original.id, in_force)?;
    Ok((original.detail, Vec::new()))
}

/// A row that does not fit where it was: its code or its place was given to another since.
fn no_room(error: store::Error, action: ActionId) -> Error {
    match error {
        store::Error::Constraint(_) => Refusal::NoRoomToRedo { action }.into(),
        other => other.into(),
    }
}

/// The doing that a line of the journal is about; the line that is open now is about none yet.
fn original_of(tx: &Tx, id: ActionId, open: ActionId) -> Result<Action> {
    let missing = || Refusal::NotFound { what: Topic::Action, which: format!("#{}", id.number()) };
    if id == open {
        return Err(missing().into());
    }
    let action = tx.action(id)?.ok_or_else(missing)?;
    match action.of {
        Some(original) => Ok(tx.action(original)?.ok_or_else(missing)?),
        None => Ok(action),
    }
}

impl App {
    /// Returns the lines of the journal, oldest first, for one customer or all, from a day on.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn journal(&self, customer: Option<CustomerId>, from: Option<Day>) -> Result<Vec<Action>> {
        let mut actions = Vec::new();
        self.each_action(customer, from, |action| {
            actions.push(action);
            Ok::<_, Error>(())
        })?;
        Ok(actions)
    }

    /// Gives `f` the same lines one by one, so that they are not all held. The first error ends it.
    ///
    /// # Errors
    /// What `f` gives, and whatever keeps the file from being read.
    pub fn each_action<E: From<Error>>(
        &self,
        customer: Option<CustomerId>,
        from: Option<Day>,
        mut f: impl FnMut(Action) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let mut f = |action| f(action).map_err(Passthrough);
        self.store
            .read(|tx| tx.each_action_of(customer, from, &mut f))
            .map_err(|Passthrough(error)| error)
    }

    /// Gives `f` every row that a line of the journal changed, before and after it, one by one. The
    /// first error ends it.
    ///
    /// # Errors
    /// What `f` gives, and whatever keeps the file from being read.
    pub fn each_change<E: From<Error>>(
        &self,
        line: ActionId,
        mut f: impl FnMut(RowChange) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let mut f = |change| f(change).map_err(Passthrough);
        self.store.read(|tx| tx.each_change(line, &mut f)).map_err(|Passthrough(error)| error)
    }

    /// Returns one line of the journal.
    ///
    /// # Errors
    /// If there is no such line, or the file cannot be read.
    pub fn action(&self, id: ActionId) -> Result<Action> {
        self.store.read(|tx| action(tx, id))
    }

    /// The newest lines of the journal that are wanted before a line (or of all), newest first.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn journal_before(
        &self,
        wanted: &JournalFilter,
        before: Option<ActionId>,
        most: u32,
    ) -> Result<Vec<Action>> {
        self.store.read(|tx| Ok(tx.actions_before(wanted, before, most)?))
    }

    /// Takes back everything that was done at a line of the journal or after it and is in force, the
    /// newest first, each as an undo of its own. It ends with the first that is refused, or for which another
    /// program keeps the file locked for longer than the timeout, and tells why.
    pub fn undo_to(&mut self, line: ActionId, timeout: Duration) -> (Vec<Performed>, Result<()>) {
        let mut done = Vec::new();
        loop {
            let next = self.store.read(|tx| {
                let newest = tx.newest_in_effect(ActionId::new(i64::MAX))?;
                let Some(newest) = newest else { return Ok::<_, Error>(None) };
                Ok((tx.newest_line_of(newest.id)? >= line).then_some(newest.id))
            });
            let undone = match next {
                Ok(None) => return (done, Ok(())),
                Ok(Some(newest)) => self.perform_within(&Command::Undo(Some(newest)), timeout),
                Err(error) => Err(error),
            };
            match undone {
                Ok(undone) => done.push(undone),
                Err(error) => return (done, Err(error)),
            }
        }
    }

    /// One line of the journal, with every row before and after it.
    ///
    /// # Errors
    /// If there is no such line, or the file cannot be read.
    pub fn journal_line(&self, id: ActionId) -> Result<(Action, Vec<RowChange>)> {
        self.store.read(|tx| Ok((action(tx, id)?, tx.changes(id)?)))
    }
}

fn action(tx: &Tx, id: ActionId) -> Result<Action> {
    let missing = || Refusal::NotFound { what: Topic::Action, which: format!("#{}", id.number()) };
    Ok(tx.action(id)?.ok_or_else(missing)?)
}
