//! `collect`: the tabs to collect on a day, in walking order.

use super::Cli;
use super::args::collect::Collect;
use super::error::Result;
use crate::domain::views::PromiseStatus;
use crate::domain::{Currency, Day, StableName};
use crate::exchange::{Cell, Column, Word};
use crate::reports::DueTab;

/// The columns of `collect`.
const COLUMNS: [Column; 16] = [
    Column::left("area"),
    Column::left("address"),
    Column::left("customer"),
    Column::left("name"),
    Column::left("phone"),
    Column::left("payday"),
    Column::left("state"),
    Column::right("due"),
    Column::right("late"),
    Column::left("since"),
    Column::right("late_days"),
    Column::right("late_paydays"),
    Column::right("promised"),
    Column::left("promised_by"),
    Column::left("trust"),
    Column::left("complaint"),
];

impl Cli<'_> {
    pub(super) fn collect(&mut self, asked: &Collect) -> Result<()> {
        let (day, whose) = (self.day_or_today(asked.day.as_ref())?, self.whose(&asked.whose)?);
        let mut due = self.app.due_tabs(day)?;
        due.retain(|one| whose.has(one.collection.owing.who.id));
        let currency = self.currency();
        self.say.list(&COLUMNS, due.iter().map(|one| cells(one, day, currency)))
    }
}

fn cells(due: &DueTab, day: Day, currency: Currency) -> Vec<Cell<'_>> {
    let owing = &due.collection.owing;
    let money = |amount| Cell::Money(amount, currency);
    vec![
        Cell::text(&owing.who.area),
        Cell::text(&owing.who.address),
        Cell::text(&owing.who.code),
        Cell::text(&owing.who.name),
        Cell::text(&owing.phone),
        Cell::Word(Word::Payday(owing.payday)),
        Cell::name("collect", state(due, day)),
        money(due.collection.due),
        money(due.late),
        Cell::Day(due.collection.since),
        Cell::Int(due.collection.late_days(day)),
        Cell::Int(i64::try_from(due.late_paydays).unwrap_or(i64::MAX)),
        Cell::or_empty(owing.promised.and_then(|promised| promised.amount), money),
        Cell::or_empty(owing.promised, |promised| Cell::Day(promised.by)),
        Cell::or_empty(owing.trust, |trust| Cell::text(trust.key())),
        Cell::Flag(owing.has_complaint),
    ]
}

/// Returns the stable name of the state: what was promised, else whether it is the payday or late.
fn state(due: &DueTab, day: Day) -> &'static str {
    match due.collection.owing.promise_on(day) {
        Some(PromiseStatus::Standing(_)) => "promised",
        Some(PromiseStatus::Broken(_)) => "broken",
        None if due.is_payday => "payday",
        None if due.collection.late_days(day) > 0 => "late",
        None => "due",
    }
}
