//! Prices by customer, by quantity and from a day on.

use crate::app::prices::{price_book, unit_prices};
use crate::app::{App, Result, find};
use crate::domain::id::{CustomerId, ProductId};
use crate::domain::price::UnitPrices;
use crate::domain::views::PriceRow;
use crate::domain::{Day, Money};
use std::collections::BTreeMap;

impl App {
    /// Returns the prices of a product and of a customer (or of all), by product and customer: those that hold today
    /// and the later ones, or every one.
    ///
    /// # Errors
    /// If the file cannot be read, like every read in this module.
    pub fn prices(
        &self,
        product: Option<ProductId>,
        customer: Option<CustomerId>,
        history: PriceHistory,
    ) -> Result<Vec<PriceRow>> {
        let on = match history {
            PriceHistory::InForce => Some(self.today()),
            PriceHistory::All => None,
        };
        self.store.read(|tx| Ok(tx.price_rows(product, customer, on)?))
    }

    /// Returns the prices of a product for a customer on a day.
    pub fn unit_prices(
        &self,
        customer: CustomerId,
        product: ProductId,
        day: Day,
    ) -> Result<UnitPrices> {
        self.store.read(|tx| unit_prices(tx, customer, &find::product(tx, product)?, day))
    }

    /// Returns the next price of each product for everybody, with the day from which it holds.
    pub fn next_prices(&self) -> Result<BTreeMap<ProductId, (Day, Money)>> {
        let today = self.today();
        self.store.read(|tx| {
            let book = price_book(tx, &[])?;
            let next = |product| Some((product, book.next(today, product)?));
            let products = tx.products()?;
            Ok(products.into_iter().filter_map(|(product, _)| next(product.id)).collect())
        })
    }
}

/// The choice between the prices that hold or will hold, and every one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PriceHistory {
    /// Those that hold, and later ones.
    InForce,
    /// The replaced ones too.
    All,
}
