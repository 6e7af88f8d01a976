//! `journal`, `undo` and `redo`: every change ever made, and taking it back.

use super::args::journal::{Journal, Line, Show, Undo};
use super::error::{Error, Result};
use super::filter::day_of;
use super::{Cli, resolve};
use crate::domain::action::{Action, RowChange};
use crate::domain::id::ActionId;
use crate::domain::{Command, StableName};
use crate::exchange::{Cell, Column};
use crate::i18n::{ChangedColumn, Localizer};
use std::borrow::Cow;

/// The columns of `journal`.
const LINES: [Column; 6] = [
    Column::right("id"),
    Column::left("at"),
    Column::left("by"),
    Column::left("direction"),
    Column::left("in_force"),
    Column::left("message"),
];

/// The columns of `journal show`: a row for each column that a change touched.
const CHANGES: [Column; 5] = [
    Column::left("table"),
    Column::right("key"),
    Column::left("column"),
    Column::left("before"),
    Column::left("after"),
];

impl Cli<'_> {
    pub(super) fn journal(&mut self, asked: Journal) -> Result<()> {
        if let Some(Line::Show(Show { id })) = asked.line {
            return self.journal_line(ActionId::new(id));
        }
        let customer = asked.whose.customer.as_deref();
        let one = customer.map(|who| resolve::customer(&self.app, who)).transpose()?;
        let (whose, days) = (self.whose(&asked.whose)?, self.past_between(&asked.days)?);
        let words = self.words();
        let mut list = self.say.begin(&LINES);
        self.app.each_action(one.map(|one| one.id), days.from, |action| {
            if !days.has(day_of(&action.at)) || !whose.has_some(action.detail.customer()) {
                return Ok(());
            }
            list.row(&[
                Cell::Int(action.id.number()),
                Cell::text(&action.at),
                Cell::text(&action.by),
                Cell::name("direction", action.effect.key()),
                Cell::Flag(action.in_effect),
                Cell::text(words.action(&action)),
            ])?;
            Ok::<_, Error>(())
        })?;
        Ok(list.finish()?)
    }

    fn journal_line(&mut self, id: ActionId) -> Result<()> {
        let action = self.app.action(id)?;
        let words = self.words();
        let for_people = self.say.is_for_people();
        if for_people {
            let Action { at, by, .. } = &action;
            let by = crate::domain::text::sanitize_for_terminal(by);
            self.say.line(format!("#{} {at} {by}", id.number()).trim_end())?;
            self.say.line(&words.action(&action))?;
            self.say.line("")?;
        }
        let mut list = self.say.begin(&CHANGES);
        self.app.each_change(id, |change| {
            let rows = if for_people { said(&change, words) } else { cells(&change, words) };
            rows.iter().try_for_each(|row| list.row(row))?;
            Ok::<_, Error>(())
        })?;
        Ok(list.finish()?)
    }

    pub(super) fn undo(&mut self, asked: Undo) -> Result<()> {
        self.perform(&match asked.whose {
            Some(name) => Command::UndoBy(name),
            None => Command::Undo(asked.id.map(ActionId::new)),
        })
    }
}

/// A row for each column that is not as it was, by its name in the file.
fn cells<'a>(change: &'a RowChange, words: &Localizer) -> Vec<Vec<Cell<'a>>> {
    rows(change, &change.table, words.changed(change))
}

/// The same as people say it.
fn said<'a>(change: &'a RowChange, words: &Localizer) -> Vec<Vec<Cell<'a>>> {
    rows(change, words.table(&change.table), words.changed_in_words(change))
}

fn rows<'a>(
    change: &'a RowChange,
    table: impl Into<Cow<'a, str>> + Clone,
    columns: Vec<ChangedColumn>,
) -> Vec<Vec<Cell<'a>>> {
    let value = |value: Option<String>| Cell::or_empty(value, Cell::text);
    (columns.into_iter())
        .map(|column| {
            vec![
                Cell::text(table.clone()),
                Cell::Int(change.key),
                Cell::text(column.name),
                value(column.before),
                value(column.after),
            ]
        })
        .collect()
}
