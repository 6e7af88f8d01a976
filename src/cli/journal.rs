//! `journal`, `undo` and `redo`: every change ever made, and taking it back.

use super::args::journal::{Journal, Line, Show, Undo};
use super::error::Result;
use super::{Cli, pick};
use crate::domain::action::{Action, Change};
use crate::domain::day::Weekdays;
use crate::domain::id::ActionId;
use crate::domain::{Command, Currency, Key, Money, Quantity, Rate};
use crate::exchange::{Cell, Column};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

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
            let by = crate::domain::text::harmless(by);
            self.say.line(format!("#{} {at} {by}", id.number()).trim_end())?;
            self.say.line(&said)?;
            self.say.line("")?;
        }
        let currency = self.currency();
        self.say.list(&CHANGES, changes.iter().flat_map(|change| cells(change, currency)))
    }

    pub(super) fn undo(&mut self, asked: Undo) -> Result<()> {
        self.perform(&Command::Undo(asked.id.map(ActionId::new)))
    }
}

/// A row for each column that is not as it was, by its name.
fn cells(change: &Change, currency: Currency) -> Vec<Vec<Cell<'_>>> {
    let (before, after) = (columns(change.before.as_deref()), columns(change.after.as_deref()));
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let value = |of: Option<&Value>, name: &str| {
        Cell::or_empty(of, |value| Cell::text(readable(name, value, currency)))
    };
    names
        .into_iter()
        .map(|name| (name, before.get(name), after.get(name)))
        .filter(|(_, before, after)| before != after)
        .map(|(name, before, after)| {
            vec![
                Cell::text(&change.table),
                Cell::Int(change.key),
                Cell::text(name.clone()),
                value(before, name),
                value(after, name),
            ]
        })
        .collect()
}

/// The columns of a row that the journal kept as JSON. What is empty, and what a search or a sort
/// only needs for itself, is left out.
fn columns(row: Option<&str>) -> Map<String, Value> {
    let Some(Ok(Value::Object(mut columns))) = row.map(serde_json::from_str) else {
        return Map::new();
    };
    columns.retain(|name, value| {
        !value.is_null() && value.as_str() != Some("") && name != "id" && !name.ends_with("_key")
    });
    columns
}

/// A value of a row as people read it: amounts in their currency, quantities in their unit.
fn readable(column: &str, value: &Value, currency: Currency) -> String {
    let Some(number) = value.as_i64() else {
        return value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    };
    match column {
        "price" | "cost" | "amount" | "debt_limit" => {
            currency.plain(Money::from_minor(number)).to_string()
        }
        "quantity" | "planned" | "delivered" | "level" | "pack" | "reorder" | "usual"
        | "capacity" | "monthly" | "child" | "elder" | "service_level" => {
            Quantity::from_thousandths(number).to_string()
        }
        "appetite" | "pinned" => Rate::from_millionths(number).to_string(),
        "weekdays" | "delivery_days" => {
            let days = u8::try_from(number).ok().and_then(Weekdays::from_bits);
            days.map_or_else(|| number.to_string(), |days| days.to_string())
        }
        _ => number.to_string(),
    }
}
