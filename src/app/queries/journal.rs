//! The journal: its lines, and the rows that each changed.

use crate::app::error::Passthrough;
use crate::app::{App, Error, Result, find};
use crate::domain::Day;
use crate::domain::action::{Action, RowChange};
use crate::domain::id::{ActionId, ChangeId, CustomerId};
use crate::domain::query::PageDirection;
use crate::domain::views::JournalFilter;

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
    /// Returns the error of `f`, or an error if the file cannot be read.
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
    /// Returns the error of `f`, or an error if the file cannot be read.
    pub fn each_change<E: From<Error>>(
        &self,
        line: ActionId,
        mut f: impl FnMut(RowChange) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let mut f = |change| f(change).map_err(Passthrough);
        self.store.read(|tx| tx.each_change(line, &mut f)).map_err(|Passthrough(error)| error)
    }

    /// Returns the rows that a line of the journal changed: each one's table and number, once, in the order of
    /// the changes.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn rows_of(&self, line: ActionId) -> Result<Vec<(String, i64)>> {
        Ok(self.store.read(|tx| tx.rows_of(line))?)
    }

    /// Returns one line of the journal.
    ///
    /// # Errors
    /// If there is no such line, or the file cannot be read.
    pub fn action(&self, id: ActionId) -> Result<Action> {
        self.store.read(|tx| find::action(tx, id))
    }

    /// Returns the newest matching lines of the journal before a line (or of all), newest first.
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

    /// Returns a line of the journal, with a window of the rows that it changed: the first `most` after a
    /// place, or the last `most` before one in backward order.
    ///
    /// # Errors
    /// If there is no such line, or the file cannot be read.
    pub fn journal_page(
        &self,
        id: ActionId,
        window: (Option<&ChangeId>, PageDirection),
        most: u32,
    ) -> Result<(Action, Vec<(ChangeId, RowChange)>)> {
        self.store.read(|tx| Ok((find::action(tx, id)?, tx.changes_in(id, window, most)?)))
    }

    /// One line of the journal, with every row before and after it.
    ///
    /// # Errors
    /// If there is no such line, or the file cannot be read.
    pub fn journal_line(&self, id: ActionId) -> Result<(Action, Vec<RowChange>)> {
        self.store.read(|tx| Ok((find::action(tx, id)?, tx.changes(id)?)))
    }
}
