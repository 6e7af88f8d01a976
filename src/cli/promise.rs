//! `promise`: what customers promised to pay, by when, and whether they did.

use super::args::promise::{Add, Drop, List, Promise as Verb};
use super::error::Result;
use super::{Cli, resolve};
use crate::domain::follow_up::FollowUpRef;
use crate::domain::id::FollowUpId;
use crate::domain::promise::{NewPromise, PromiseState, PromisedPayment};
use crate::domain::refusal::{Refusal, Topic};
use crate::domain::{Command, StableName};
use crate::exchange::{Cell, Column};

/// The columns of `promise list`.
const COLUMNS: [Column; 9] = [
    Column::right("id"),
    Column::left("code"),
    Column::left("name"),
    Column::left("made_on"),
    Column::left("promised_by"),
    Column::right("promised"),
    Column::left("state"),
    Column::left("met_on"),
    Column::left("note"),
];

impl Cli<'_> {
    pub(super) fn promise(&mut self, verb: Verb) -> Result<()> {
        match verb {
            Verb::Add(Add { who, amount, day, note, .. }) => {
                let customer = resolve::customer(&self.app, &who)?.id;
                let currency = self.currency();
                let amount = amount.map(|amount| amount.positive(currency)).transpose()?;
                let payment = PromisedPayment { by: self.day(&day)?, amount };
                self.perform(&Command::AddPromise(NewPromise { customer, payment, note }))
            }
            Verb::List(list) => self.promises(&list),
            Verb::Drop(Drop { id }) => {
                let promises = self.app.promises(None)?;
                if !promises.iter().any(|row| row.promise.id.number() == id) {
                    let which = format!("#{id}");
                    return Err(Refusal::NotFound { what: Topic::Promise, which }.into());
                }
                let follow_up = FollowUpRef::Recorded(FollowUpId::new(id));
                self.perform(&Command::DropFollowUp { follow_up, on: self.app.today() })
            }
        }
    }

    fn promises(&mut self, List { all, whose }: &List) -> Result<()> {
        let (whose, today, currency) = (self.whose(whose)?, self.app.today(), self.currency());
        let mut rows = self.app.promises(None)?;
        let is_open = |state| matches!(state, PromiseState::Open | PromiseState::Broken);
        rows.retain(|row| whose.has(row.who.id) && (*all || is_open(row.state(today))));
        let cells = |row: &crate::domain::views::PromiseRow| {
            let promise = &row.promise;
            vec![
                Cell::Int(promise.id.number()),
                Cell::text(row.who.code.clone()),
                Cell::text(row.who.name.clone()),
                Cell::or_empty(promise.promise, |terms| Cell::Day(terms.made_on)),
                Cell::Day(promise.due_on),
                Cell::or_empty(row.amount(), |amount| Cell::Money(amount, currency)),
                Cell::name("promise-state", row.state(today).key()),
                Cell::or_empty(row.met_on, Cell::Day),
                Cell::text(promise.text.clone()),
            ]
        };
        self.say.list(&COLUMNS, rows.iter().map(cells))
    }
}
