//! `skip`: goods that customers do not want for a while.

use super::args::skip::{Add, List, Remove, Skip as Verb};
use super::error::Result;
use super::{Cli, resolve};
use crate::domain::Command;
use crate::domain::id::SkipId;
use crate::domain::skip::NewSkip;
use crate::domain::views::SkipRow;
use crate::exchange::{Cell, Column};

/// The columns of `skip list`.
const COLUMNS: [Column; 7] = [
    Column::right("id"),
    Column::left("code"),
    Column::left("name"),
    Column::left("product"),
    Column::left("day"),
    Column::left("until"),
    Column::left("reason"),
];

impl Cli<'_> {
    pub(super) fn skip(&mut self, verb: Verb) -> Result<()> {
        match verb {
            Verb::Add(Add { who, product, until, reason }) => {
                let customer = resolve::customer(&self.app, &who)?.id;
                let product = product.map(|text| resolve::product(&self.app, &text)).transpose()?;
                let products = product.into_iter().map(|product| product.id).collect();
                let (on, until) = (self.app.today(), self.day(&until)?);
                let skip = NewSkip { customer, products, on, until, reason };
                self.perform(&Command::AddSkip(skip))
            }
            Verb::List(List { customer }) => {
                let who = customer.map(|who| resolve::customer(&self.app, &who)).transpose()?;
                let rows = self.app.skips(who.map(|who| who.id))?;
                self.say.list(&COLUMNS, rows.iter().map(cells))
            }
            Verb::Remove(Remove { id }) => {
                self.perform(&Command::RemoveSkip { skip: SkipId::new(id) })
            }
        }
    }
}

fn cells(row: &SkipRow) -> Vec<Cell<'_>> {
    vec![
        Cell::Int(row.skip.id.number()),
        Cell::text(&row.who.code),
        Cell::text(&row.who.name),
        Cell::or_empty(row.product.as_deref(), Cell::text),
        Cell::Day(row.skip.on),
        Cell::Day(row.skip.until),
        Cell::text(&row.skip.reason),
    ]
}
