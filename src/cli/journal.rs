//! `journal`, `undo` and `redo`: every change ever made, and taking it back.

use super::args::journal::{Journal, Line, Show, Undo};
use super::error::Result;
use super::{Cli, pick};
use crate::domain::action::{Action, Change};
use crate::domain::id::ActionId;
use crate::domain::{Command, Key};
use crate::exchange::{Cell, Column};

/// The columns of `journal`.
const LINES: [Column; 6] = [
    Column::right("id"),
    Column::left("at"),
    Column::left("by"),
    Column::left("direction"),
    Column::left("in_force"),
    Column::left("deed"),
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
        let who = asked.customer.map(|who| pick::customer(&self.app, &who)).transpose()?;
        let from = self.maybe_day(asked.from.as_ref())?;
        let actions = self.app.journal(who.map(|who| who.id), from)?;
        let words = self.words();
        let rows = actions.iter().map(|action| {
            vec![
                Cell::Int(action.id.number()),
                Cell::text(&action.at),
                Cell::text(&action.by),
                Cell::text(action.direction.key()),
                Cell::Flag(action.in_force),
                Cell::text(words.action(action)),
            ]
        });
        self.say.list(&LINES, rows)
    }

    fn journal_line(&mut self, id: ActionId) -> Result<()> {
        let (action, changes) = self.app.journal_line(id)?;
        if self.say.is_for_people() {
            let Action { at, by, .. } = &action;
            let said = self.words().action(&action);
            self.say.line(&format!("#{} {at} {by}", id.number()).trim_end().to_owned())?;
            self.say.line(&said)?;
            self.say.line("")?;
        }
        self.say.list(&CHANGES, changes.iter().flat_map(cells))
    }

    pub(super) fn undo(&mut self, asked: Undo) -> Result<()> {
        self.perform(&Command::Undo(asked.id.map(ActionId::new)))
    }
}

/// A row for each column that is not as it was, in the order of the table.
fn cells(change: &Change) -> Vec<Vec<Cell<'_>>> {
    let (before, after) = (columns(change.before.as_deref()), columns(change.after.as_deref()));
    let mut names: Vec<&String> = before.iter().map(|(name, _)| name).collect();
    names.extend(
        after
            .iter()
            .map(|(name, _)| name)
            .filter(|name| !before.iter().any(|(known, _)| known == *name)),
    );
    let value = |of: &[(String, String)], name: &String| {
        of.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone())
    };
    names
        .into_iter()
        .map(|name| (name, value(&before, name), value(&after, name)))
        .filter(|(_, before, after)| before != after)
        .map(|(name, before, after)| {
            vec![
                Cell::text(&change.table),
                Cell::Int(change.key),
                Cell::text(name.clone()),
                Cell::or_empty(before, Cell::text),
                Cell::or_empty(after, Cell::text),
            ]
        })
        .collect()
}

/// The columns of a row that the journal kept as JSON; an empty one is left out.
fn columns(row: Option<&str>) -> Vec<(String, String)> {
    use serde_json::Value;
    let Some(Ok(Value::Object(columns))) = row.map(serde_json::from_str) else {
        return Vec::new();
    };
    columns
        .into_iter()
        .filter_map(|(name, value)| match value {
            Value::Null => None,
            Value::String(text) if text.is_empty() => None,
            Value::String(text) => Some((name, text)),
            other => Some((name, other.to_string())),
        })
        .collect()
}
