//! `price`: prices by customer, by quantity and from a day on.

use super::args::price::{List, Price as Verb, Remove, Set, Show};
use super::error::Result;
use super::{Cli, resolve};
use crate::app::PriceHistory;
use crate::domain::id::PriceId;
use crate::domain::price::Price;
use crate::domain::views::PriceRow;
use crate::domain::{Command, Currency, Quantity};
use crate::exchange::{Cell, Column};

/// The columns of `price list`.
const COLUMNS: [Column; 8] = [
    Column::right("id"),
    Column::left("product"),
    Column::left("code"),
    Column::left("name"),
    Column::right("least"),
    Column::left("unit"),
    Column::left("from"),
    Column::right("price"),
];

/// The columns of `price show`.
const SHOWN: [Column; 7] = [
    Column::left("code"),
    Column::left("product"),
    Column::left("day"),
    Column::right("quantity"),
    Column::left("unit"),
    Column::right("price"),
    Column::right("amount"),
];

impl Cli<'_> {
    pub(super) fn prices(&mut self, verb: Verb) -> Result<()> {
        match verb {
            Verb::Set(set) => self.set_price(&set),
            Verb::List(List { product, customer, all }) => {
                let product = product.map(|text| resolve::product(&self.app, &text)).transpose()?;
                let customer =
                    customer.map(|who| resolve::customer(&self.app, &who)).transpose()?;
                let history = if all { PriceHistory::All } else { PriceHistory::InForce };
                let (product, customer) = (product.map(|one| one.id), customer.map(|one| one.id));
                let rows = self.app.prices(product, customer, history)?;
                let currency = self.currency();
                self.say.list(&COLUMNS, rows.iter().map(|row| cells(row, currency)))
            }
            Verb::Show(show) => self.show_price(&show),
            Verb::Remove(Remove { id }) => {
                self.perform(&Command::RemovePrice { price: PriceId::new(id) })
            }
        }
    }

    fn set_price(&mut self, set: &Set) -> Result<()> {
        let product = resolve::product(&self.app, &set.product)?;
        let customer = set.customer.as_ref().map(|who| resolve::customer(&self.app, who));
        let least = set.from_quantity.as_ref().map(|least| least.positive(&product.unit));
        let price = Price {
            id: PriceId::new(0),
            product: product.id,
            customer: customer.transpose()?.map(|customer| customer.id),
            least: least.transpose()?.unwrap_or(Quantity::ZERO),
            from: self.day_or_today(set.from.as_ref())?,
            amount: self.price(set.price.or_none())?,
        };
        self.perform(&Command::SetPrice(price))
    }

    fn show_price(&mut self, show: &Show) -> Result<()> {
        let customer = resolve::customer(&self.app, &show.who)?;
        let product = resolve::product(&self.app, &show.product)?;
        let quantity = show.quantity.as_ref().map(|text| text.positive(&product.unit));
        let quantity = quantity.transpose()?.unwrap_or(Quantity::whole(1));
        let day = self.day_or_today(show.on.as_ref())?;
        let price = self.app.unit_prices(customer.id, product.id, day)?.of(quantity);
        let row = vec![
            Cell::text(&customer.code),
            Cell::text(&product.name),
            Cell::Day(day),
            Cell::Quantity(quantity),
            Cell::text(&product.unit),
            Cell::Money(price, self.currency()),
            Cell::Money(quantity.times(price), self.currency()),
        ];
        self.say.list(&SHOWN, std::iter::once(row))
    }
}

fn cells(row: &PriceRow, currency: Currency) -> Vec<Cell<'_>> {
    vec![
        Cell::Int(row.price.id.number()),
        Cell::text(&row.product),
        Cell::or_empty(row.code.as_deref(), Cell::text),
        Cell::or_empty(row.name.as_deref(), Cell::text),
        Cell::Quantity(row.price.least),
        Cell::text(&row.unit),
        Cell::Day(row.price.from),
        Cell::or_empty(row.price.amount, |amount| Cell::Money(amount, currency)),
    ]
}
