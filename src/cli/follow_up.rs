//! `follow-up`: things to do for customers.

use super::args::follow_up::{Add, Done, FollowUp as Verb, List, Snooze, Which};
use super::error::{Error, Result};
use super::filter::{CustomerSet, Days};
use super::{Cli, resolve};
use crate::domain::day::iso;
use crate::domain::follow_up::{FollowUpRef, Repeat};
use crate::domain::views::FollowUpRow;
use crate::domain::{Command, StableName};
use crate::exchange::{Cell, Column};

/// The columns of `follow-up list`.
const COLUMNS: [Column; 10] = [
    Column::right("id"),
    Column::left("ref"),
    Column::left("due_on"),
    Column::left("customer"),
    Column::left("name"),
    Column::left("phone"),
    Column::left("text"),
    Column::left("repeat"),
    Column::right("balance"),
    Column::left("last_words"),
];

impl Cli<'_> {
    pub(super) fn follow_up(&mut self, verb: Verb) -> Result<()> {
        let today = self.app.today();
        match verb {
            Verb::Add(Add { who, text, on, every, after_done }) => {
                let customer = resolve::customer(&self.app, &who)?.id;
                let on = self.day(&on)?;
                let repeat = every.map(Repeat::Every).or(after_done.map(Repeat::AfterDone));
                self.perform(&Command::AddFollowUp { customer, text, on, repeat })
            }
            Verb::List(List { days, whose }) => {
                let (whose, days) = (self.whose(&whose)?, self.between(&days)?);
                self.list_follow_ups(&whose, days)
            }
            Verb::Done(Done { which: Which { id }, outcome, on }) => {
                let follow_up = resolve::follow_up(&self.app, &id)?;
                let on = self.past_day_or_today(on.as_ref())?;
                self.perform(&Command::FinishFollowUp { follow_up, on, outcome })
            }
            Verb::Snooze(Snooze { which: Which { id }, day }) => {
                let (follow_up, to) = (resolve::follow_up(&self.app, &id)?, self.day(&day)?);
                self.perform(&Command::SnoozeFollowUp { follow_up, to })
            }
            Verb::Drop(Which { id }) => {
                let follow_up = resolve::follow_up(&self.app, &id)?;
                self.perform(&Command::DropFollowUp { follow_up, on: today })
            }
        }
    }

    /// Lists follow-ups as they are read.
    fn list_follow_ups(&mut self, whose: &CustomerSet, days: Days) -> Result<()> {
        let (currency, words) = (self.currency(), self.say.words());
        let mut list = self.say.begin(&COLUMNS);
        self.app.each_open_follow_up(days.to, |row| {
            if !whose.has(row.who.id) || !days.has(Some(row.follow_up.due_on)) {
                return Ok(());
            }
            let repeat = row.follow_up.repeat.map(|repeat| repeat.to_string());
            list.row(&[
                number(row),
                Cell::text(name(row)),
                Cell::Day(row.follow_up.due_on),
                Cell::text(&row.who.code),
                Cell::text(&row.who.name),
                Cell::text(&row.phone),
                Cell::text(words.follow_up(&row.follow_up)),
                Cell::text(repeat.unwrap_or_default()),
                Cell::Money(row.balance, currency),
                Cell::text(&row.last_words),
            ])?;
            Ok::<_, Error>(())
        })?;
        Ok(list.finish()?)
    }
}

/// Returns the cell of a follow-up's number; one that a rule only suggests has none.
pub(super) fn number(row: &FollowUpRow) -> Cell<'static> {
    match row.meant {
        FollowUpRef::Recorded(id) => Cell::Int(id.number()),
        FollowUpRef::Suggested(_) => Cell::Empty,
    }
}

/// Returns the name of a follow-up at the command line: its number, or its occasion while it has
/// none.
pub(super) fn name(row: &FollowUpRow) -> String {
    match &row.meant {
        FollowUpRef::Recorded(id) => id.number().to_string(),
        FollowUpRef::Suggested(occasion) => {
            format!("{}/{}/{}", occasion.rule.key(), row.who.code, iso(occasion.day))
        }
    }
}
