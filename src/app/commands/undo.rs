//! Undo and redo: reverting the last action in effect, and applying it again, across runs of the
//! program.

use super::CommandOutcome;
use crate::app::{App, Error, Performed, Result, find};
use crate::domain::Command;
use crate::domain::action::Action;
use crate::domain::id::ActionId;
use crate::domain::progress::ProgressFn;
use crate::domain::refusal::{Refusal, Topic};
use crate::store::{self, Tx};
use std::time::Duration;

/// Number of characters of the day in a moment of the journal: `2026-03-27 08:15:00`.
const DAY_OF_STAMP: usize = 10;

/// Undoes an action, or the newest one in effect.
pub(super) fn undo(tx: &Tx, action: ActionId, which: Option<ActionId>) -> Result<CommandOutcome> {
    let original = match which {
        Some(id) => original_of(tx, id, action)?,
        None => tx.newest_in_effect(None)?.ok_or(Refusal::NothingToUndo)?,
    };
    if !original.in_effect {
        return Err(Refusal::AlreadyUndone { action: original.id }.into());
    }
    take_newest_line_back(tx, action, original, false)
}

/// Undoes the newest action in effect of one user, even if others have acted since.
pub(super) fn undo_by(tx: &Tx, action: ActionId, name: &str) -> Result<CommandOutcome> {
    let nothing = || Refusal::NothingToUndoBy { name: name.to_owned() };
    let original = tx.newest_in_effect(Some(name))?.ok_or_else(nothing)?;
    take_newest_line_back(tx, action, original, false)
}

/// Redoes the action that was undone last.
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

/// Converts a violated constraint to a refusal: the code or place of the row was given to another
/// since.
fn no_room(error: store::Error, action: ActionId) -> Error {
    match error {
        store::Error::Constraint(_) => Refusal::NoRoomToRedo { action }.into(),
        other => other.into(),
    }
}

/// Returns the original action that a line of the journal is about; the line of the running command
/// is about none yet.
fn original_of(tx: &Tx, id: ActionId, open: ActionId) -> Result<Action> {
    if id == open {
        return Err(find::not_found(Topic::Action, id.number()).into());
    }
    let action = find::action(tx, id)?;
    match action.of {
        Some(original) => find::action(tx, original),
        None => Ok(action),
    }
}

impl App {
    /// Returns the action of a line of the journal, or else the newest one in effect, if whoever
    /// undoes it should be asked first: it is of another day than the clock's, of another person, or,
    /// where no line was named, recorded by another program.
    ///
    /// # Errors
    /// If there is no such line, or the file cannot be read.
    pub fn undo_question(&self, line: Option<ActionId>) -> Result<Option<Action>> {
        let action = self.store.read(|tx| match line {
            Some(line) => find::action(tx, line).map(Some),
            None => Ok(tx.newest_in_effect(None)?),
        })?;
        let now = &self.clock.stamp;
        let day = |at: &str| at.get(..DAY_OF_STAMP).map(str::to_owned);
        let is_others = |action: &Action| line.is_none() && !self.recorded.contains(&action.id);
        Ok(action.filter(|action| {
            action.by != now.by || day(&action.at) != day(&now.at) || is_others(action)
        }))
    }

    /// Undoes every action in effect at or after a line of the journal, the newest first, each as
    /// an undo of its own. Stops at the first that fails (it is refused, or another program keeps
    /// the file locked for longer than the timeout), and returns the undone actions and that error.
    pub fn undo_to(&mut self, line: ActionId, timeout: Duration) -> (Vec<Performed>, Result<()>) {
        self.undo_down_to(line, |app, undo| app.perform_within(undo, timeout))
    }

    /// Undoes the same actions while somebody watches, and waits for other programs as usual.
    pub fn undo_to_watched(
        &mut self,
        line: ActionId,
        watch: ProgressFn<'_>,
    ) -> (Vec<Performed>, Result<()>) {
        self.undo_down_to(line, |app, undo| app.perform_watched(undo, watch))
    }

    fn undo_down_to(
        &mut self,
        line: ActionId,
        undo: impl Fn(&mut Self, &Command) -> Result<Performed>,
    ) -> (Vec<Performed>, Result<()>) {
        let mut done = Vec::new();
        loop {
            let next = self.store.read(|tx| {
                let newest = tx.newest_in_effect(None)?;
                let Some(newest) = newest else { return Ok::<_, Error>(None) };
                Ok((tx.newest_line_of(newest.id)? >= line).then_some(newest.id))
            });
            let undone = match next {
                Ok(None) => return (done, Ok(())),
                Ok(Some(newest)) => undo(self, &Command::Undo(Some(newest))),
                Err(error) => Err(error),
            };
            match undone {
                Ok(undone) => done.push(undone),
                Err(error) => return (done, Err(error)),
            }
        }
    }
}
