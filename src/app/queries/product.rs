//! Products: the shelf, and what to buy.

use crate::app::prices::price_book;
use crate::app::{App, Result};
use crate::domain::id::ProductId;
use crate::domain::product::Product;
use crate::domain::query::IncludeFormer;
use crate::domain::{Day, Quantity, search_key};
use crate::reports::shelf::{NEED_DAYS, SOLD_DAYS};
use crate::reports::{Buying, Shelf, ToBuy};
use crate::store::Tx;
use chrono::Days;
use std::collections::BTreeMap;

impl App {
    /// Returns every product with its price of today and its stock, by name.
    ///
    /// # Errors
    /// If the file cannot be read, like every read in this module.
    pub fn products(&self) -> Result<Vec<(Product, Quantity)>> {
        let today = self.today();
        self.store.read(|tx| products_on(tx, today))
    }

    /// Returns the products on sale by name, or all of them, with the quantity sold, how long the stock lasts,
    /// and the quantity to buy.
    pub fn shelves(&self, former: IncludeFormer) -> Result<Vec<Shelf>> {
        let day = self.today();
        let from = day.checked_sub_days(Days::new(SOLD_DAYS - 1)).unwrap_or(day);
        let read = |tx: &Tx| -> Result<Vec<Shelf>> {
            let mut sold: BTreeMap<ProductId, Quantity> = BTreeMap::new();
            tx.each_day_of_sales(from, day, |sales| {
                *sold.entry(sales.product).or_default() += sales.sums.quantity;
            })?;
            let book = price_book(tx, &[])?;
            let a_day: BTreeMap<ProductId, f64> = tx.use_by_product()?.into_iter().collect();
            let shelf = |to_buy: ToBuy| {
                let sold = sold.get(&to_buy.product.id).copied().unwrap_or_default();
                let a_day = a_day.get(&to_buy.product.id).copied().unwrap_or_default();
                let next = book.next(day, to_buy.product.id);
                Shelf::new(to_buy, sold, a_day, next)
            };
            Ok(to_buy(tx, (day, NEED_DAYS), former)?.into_iter().map(shelf).collect())
        };
        self.store.read(|tx| {
            self.looked_at.shelves.get(tx, (day, former), |before| match before {
                Some((shelves, changes)) if changes.is_entries_only => Ok(shelves),
                Some(_) | None => read(tx),
            })
        })
    }

    /// Returns the first products on sale by name that match a query; an empty query matches all.
    pub fn find_products(&self, query: &str, most: u32) -> Result<Vec<Product>> {
        let words = search_key::search_words(query);
        let mut products = self.products()?;
        products.retain(|(product, _)| product.retired_on.is_none());
        products.retain(|(product, _)| {
            let forms = search_key::search_forms(&product.name);
            words.iter().all(|word| forms.contains(word.as_str()))
        });
        Ok(products.into_iter().take(most as usize).map(|(product, _)| product).collect())
    }

    /// Returns the quantity to buy of every product, by name, to cover the needs of `days` days.
    pub fn buying(&self, days: u16) -> Result<Vec<ToBuy>> {
        let span = (self.today(), days);
        self.store.read(|tx| to_buy(tx, span, IncludeFormer::Without))
    }
}

/// Returns every product with its price for everybody on a day and its stock, by name.
fn products_on(tx: &Tx, day: Day) -> Result<Vec<(Product, Quantity)>> {
    let (book, mut products) = (price_book(tx, &[])?, tx.products()?);
    for (product, _) in &mut products {
        product.price = book.general(day, product.id, product.price);
    }
    Ok(products)
}

/// Computes the quantities to buy for the needs of the jars in `days` days, jar by jar.
fn to_buy(tx: &Tx, (day, days): (Day, u16), former: IncludeFormer) -> Result<Vec<ToBuy>> {
    let mut buying = Buying::new(day, days);
    tx.each_promised(buying.until(), |product, on, quantity| {
        buying.promise(product, on, quantity);
    })?;
    tx.each_jar_to_buy_for(day, |jar| buying.add(jar))?;
    let mut products = products_on(tx, day)?;
    if former == IncludeFormer::Without {
        products.retain(|(product, _)| product.retired_on.is_none());
    }
    Ok(buying.of(products))
}
