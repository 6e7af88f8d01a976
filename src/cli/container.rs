//! `container`: returnable containers, and who holds them.

use super::args::container::{
    Add, Amounts, Container as Verb, Count, Edit, Lend, Lose, Return, Which,
};
use super::args::filter::Whose;
use super::args::values::MoneyText;
use super::error::{Error, Result};
use super::{Cli, resolve};
use crate::domain::Command;
use crate::domain::container::{
    ContainerMoveKind, ContainerPatch, DepositAmount, NewContainerMove,
};
use crate::exchange::{Cell, Column};

/// The columns of `container list`.
const CONTAINERS: [Column; 6] = [
    Column::right("id"),
    Column::left("name"),
    Column::right("deposit"),
    Column::right("price"),
    Column::right("out"),
    Column::right("customers"),
];

/// The columns of `container holders`.
const HOLDERS: [Column; 7] = [
    Column::left("customer"),
    Column::left("name"),
    Column::left("area"),
    Column::left("container"),
    Column::right("count"),
    Column::left("since"),
    Column::right("deposits"),
];

impl Cli<'_> {
    pub(super) fn container(&mut self, verb: Verb) -> Result<()> {
        match verb {
            Verb::Add(Add { name, amounts }) => {
                let patch = self.container_patch(Some(name), &amounts)?;
                self.perform(&Command::AddContainer(patch))
            }
            Verb::Edit(Edit { container, name, amounts }) => {
                let container = resolve::container(&self.app, &container)?.id;
                let patch = self.container_patch(name, &amounts)?;
                self.perform(&Command::EditContainer { container, patch })
            }
            Verb::List => {
                let (rows, currency) = (self.app.container_rows()?, self.currency());
                let cells = rows.iter().map(|row| {
                    let kind = &row.container;
                    vec![
                        Cell::Int(kind.id.number()),
                        Cell::text(&kind.name),
                        Cell::Money(kind.deposit, currency),
                        Cell::Money(kind.price, currency),
                        Cell::Int(row.out),
                        Cell::Int(row.customers.into()),
                    ]
                });
                self.say.list(&CONTAINERS, cells)
            }
            Verb::Lend(Lend { which, deposit, method }) => {
                let new = self.container_move(which, ContainerMoveKind::Lent)?;
                let deposit = self.deposit(deposit.as_ref())?;
                self.perform(&Command::MoveContainers(NewContainerMove { deposit, method, ..new }))
            }
            Verb::Return(Return { which, refund, method }) => {
                let new = self.container_move(which, ContainerMoveKind::Returned)?;
                let deposit = self.deposit(refund.as_ref())?;
                self.perform(&Command::MoveContainers(NewContainerMove { deposit, method, ..new }))
            }
            Verb::Lose(Lose { which, price, keep_deposit }) => {
                let new = self.container_move(which, ContainerMoveKind::Lost)?;
                let deposit = self.deposit(keep_deposit.as_ref())?;
                let price = self.price(price.as_ref())?;
                let lost = || self.words().text("container-lost");
                let note = if new.note.is_empty() { lost() } else { new.note.clone() };
                self.perform(&Command::MoveContainers(NewContainerMove {
                    deposit,
                    price,
                    note,
                    ..new
                }))
            }
            Verb::Count(Count { which }) => {
                let new = self.container_move(which, ContainerMoveKind::Counted)?;
                self.perform(&Command::MoveContainers(new))
            }
            Verb::Holders(whose) => self.holders(&whose),
        }
    }

    fn container_patch(&self, name: Option<String>, amounts: &Amounts) -> Result<ContainerPatch> {
        let (deposit, price) =
            (self.price(amounts.deposit.as_ref())?, self.price(amounts.price.as_ref())?);
        Ok(ContainerPatch { name, deposit, price })
    }

    fn container_move(&self, which: Which, kind: ContainerMoveKind) -> Result<NewContainerMove> {
        let Which { who, count, container, on, note } = which;
        let named = container.map(|typed| resolve::container(&self.app, &typed)).transpose()?;
        Ok(NewContainerMove {
            customer: resolve::customer(&self.app, &who)?.id,
            container: named.map(|container| container.id),
            on: self.past_day_or_today(on.as_ref())?,
            kind,
            count,
            deposit: None,
            price: None,
            method: String::new(),
            note,
        })
    }

    /// Parses the amount of a deposit; without an amount it is the usual one.
    pub(super) fn deposit(&self, text: Option<&MoneyText>) -> Result<Option<DepositAmount>> {
        let amount = |text: &MoneyText| match text.is_empty() {
            true => Ok(DepositAmount::Standard),
            false => Ok(DepositAmount::Amount(text.at_least_zero(self.currency())?)),
        };
        text.map(amount).transpose()
    }

    fn holders(&mut self, whose: &Whose) -> Result<()> {
        let (whose, currency) = (self.whose(whose)?, self.currency());
        let mut list = self.say.begin(&HOLDERS);
        self.app.each_holder(None, |row| {
            if !whose.has(row.who.id) {
                return Ok(());
            }
            list.row(&[
                Cell::text(&row.who.code),
                Cell::text(&row.who.name),
                Cell::text(&row.who.area),
                Cell::text(&row.holding.container),
                Cell::Int(row.holding.count),
                Cell::Day(row.holding.since),
                Cell::Money(row.deposits, currency),
            ])?;
            Ok::<_, Error>(())
        })?;
        Ok(list.finish()?)
    }
}
