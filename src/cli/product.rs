//! `product`: what we sell, and what is in the store room.

use super::args::product::{
    Add, Count, Edit, Fields, List, Order, Product as Verb, Receive, Retire,
};
use super::error::{Error, Result};
use super::{Cli, resolve};
use crate::domain::product::{Product, ProductPatch, checklist_lines};
use crate::domain::{Command, Quantity};
use crate::exchange::{Cell, Column};

/// The columns of `product list`.
const COLUMNS: [Column; 16] = [
    Column::right("id"),
    Column::left("name"),
    Column::left("unit"),
    Column::left("kind"),
    Column::right("price"),
    Column::right("next_price"),
    Column::left("next_from"),
    Column::right("cost"),
    Column::right("pack"),
    Column::right("stock"),
    Column::right("reorder"),
    Column::right("appetite"),
    Column::right("child"),
    Column::right("elder"),
    Column::left("months"),
    Column::left("retired_on"),
];

impl Cli<'_> {
    pub(super) fn product(&mut self, verb: Verb) -> Result<()> {
        match verb {
            Verb::Add(Add { name, unit, price, stock, fields }) => {
                let price = self.price(Some(&price))?;
                let patch = self.product_patch(fields)?;
                let patch = ProductPatch { name: Some(name), unit: Some(unit), price, ..patch };
                self.perform(&Command::AddProduct { patch, stock, on: self.app.today() })
            }
            Verb::Edit(Edit { product, name, unit, price, fields }) => {
                let id = resolve::product(&self.app, &product)?.id;
                let price = self.price(price.as_ref())?;
                let patch = ProductPatch { name, unit, price, ..self.product_patch(fields)? };
                if patch == ProductPatch::default() {
                    return Err(Error::Usage("usage-nothing-to-change", product));
                }
                self.perform(&Command::EditProduct { product: id, patch })
            }
            Verb::List(List { all }) => {
                let mut products = self.app.products()?;
                products.retain(|(product, _)| all || product.retired_on.is_none());
                self.list_products(&products)
            }
            Verb::Show(which) => {
                let product = resolve::product(&self.app, &which.product)?;
                let mut products = self.app.products()?;
                products.retain(|(one, _)| one.id == product.id);
                self.list_products(&products)
            }
            Verb::Retire(Retire { product, on }) => {
                let product = resolve::product(&self.app, &product)?.id;
                let on = self.past_day_or_today(on.as_ref())?;
                self.perform(&Command::RetireProduct { product, on })
            }
            Verb::Restore(which) => {
                let product = resolve::product(&self.app, &which.product)?.id;
                self.perform(&Command::RestoreProduct { product })
            }
            Verb::Order(Order { product, quantity, arrives }) => {
                let product = resolve::product(&self.app, &product)?;
                let (product, quantity) = (product.id, quantity.at_least_zero(&product.unit)?);
                let arrives_on = self.maybe_day(arrives.as_ref())?;
                self.perform(&Command::OrderStock { product, quantity, arrives_on })
            }
            Verb::Receive(Receive { product, quantity, cost, on }) => {
                let product = resolve::product(&self.app, &product)?;
                let (product, quantity) = (product.id, quantity.positive(&product.unit)?);
                let (cost, on) = (self.price(cost.as_ref())?, self.past_day_or_today(on.as_ref())?);
                self.perform(&Command::ReceiveStock { product, quantity, cost, on })
            }
            Verb::Count(Count { product, quantity, on }) => {
                let product = resolve::product(&self.app, &product)?;
                let (product, quantity) = (product.id, quantity.at_least_zero(&product.unit)?);
                let on = self.past_day_or_today(on.as_ref())?;
                self.perform(&Command::CountStock { product, quantity, on })
            }
        }
    }

    fn list_products(&mut self, products: &[(Product, Quantity)]) -> Result<()> {
        let (currency, next) = (self.currency(), self.app.next_prices()?);
        let part =
            |thousandths: u16| Cell::Quantity(Quantity::from_thousandths(thousandths.into()));
        let cells = |(product, stock): &(Product, Quantity)| {
            vec![
                Cell::Int(product.id.number()),
                Cell::text(product.name.clone()),
                Cell::text(product.unit.clone()),
                Cell::text(product.kind.clone()),
                Cell::Money(product.price, currency),
                Cell::or_empty(next.get(&product.id), |(_, price)| Cell::Money(*price, currency)),
                Cell::or_empty(next.get(&product.id), |(from, _)| Cell::Day(*from)),
                Cell::Money(product.cost, currency),
                Cell::or_empty(product.pack, Cell::Quantity),
                Cell::Quantity(*stock),
                Cell::or_empty(product.reorder, Cell::Quantity),
                Cell::or_empty(product.appetite, Cell::Rate),
                part(product.child),
                part(product.elder),
                Cell::or_empty(product.months, |months| Cell::text(months.to_string())),
                Cell::or_empty(product.retired_on, Cell::Day),
            ]
        };
        self.say.list(&COLUMNS, products.iter().map(cells))
    }

    fn product_patch(&self, fields: Fields) -> Result<ProductPatch> {
        Ok(ProductPatch {
            name: None,
            unit: None,
            price: None,
            kind: fields.kind,
            cost: self.price(fields.cost.as_ref())?,
            pack: fields.pack.map(|pack| pack.0),
            reorder: fields.reorder.map(|reorder| reorder.0),
            appetite: fields.appetite.map(|appetite| appetite.0),
            child: fields.child,
            elder: fields.elder,
            months: fields.months.map(|months| months.0),
            checklist: fields.checklist.map(|typed| checklist_lines(&typed)),
            container: fields.container.map(|typed| match typed.trim() {
                "none" => String::new(),
                name => name.to_owned(),
            }),
            ..ProductPatch::default()
        })
    }
}
