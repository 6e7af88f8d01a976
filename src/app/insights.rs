//! The figures of the shop: what is in the store room, and how it is doing.

use super::reads::silent_before;
use super::receivables::owed;
use super::{App, Result};
use crate::domain::id::ProductId;
use crate::domain::{Day, Quantity};
use crate::reports::insights::{AHEAD, BEST, Facts, Sales, first_day};
use crate::reports::shelf::{NEED_DAYS, SOLD_DAYS};
use crate::reports::{Buying, Insights, Shelf, ToBuy};
use crate::store::Tx;
use chrono::Days;
use std::collections::BTreeMap;

impl App {
    /// Every product by name, with what was sold of it, how long it lasts, and what to buy.
    ///
    /// # Errors
    /// If the file cannot be read; so it is for every read here.
    pub fn shelves(&self) -> Result<Vec<Shelf>> {
        let day = self.today();
        let from = day.checked_sub_days(Days::new(SOLD_DAYS - 1)).unwrap_or(day);
        self.store.read(|tx| {
            let mut sold: BTreeMap<ProductId, Quantity> = BTreeMap::new();
            tx.each_sale(from, day, |sale| {
                *sold.entry(sale.product).or_default() += sale.quantity;
            })?;
            let a_day: BTreeMap<ProductId, f64> = tx.use_by_product()?.into_iter().collect();
            let shelf = |to_buy: ToBuy| {
                let sold = sold.get(&to_buy.product.id).copied().unwrap_or_default();
                let a_day = a_day.get(&to_buy.product.id).copied().unwrap_or_default();
                Shelf::new(to_buy, sold, a_day)
            };
            Ok(to_buy(tx, day, NEED_DAYS)?.into_iter().map(shelf).collect())
        })
    }

    /// What to buy of every product, by name, for the needs of so many days.
    pub fn buying(&self, days: u16) -> Result<Vec<ToBuy>> {
        self.store.read(|tx| to_buy(tx, self.today(), days))
    }

    /// How the shop is doing: the last weeks and months, the best customers, debts and jars.
    pub fn insights(&self) -> Result<Insights> {
        let day = self.today();
        let (from, until) =
            (first_day(day), day.checked_add_days(Days::new(AHEAD - 1)).unwrap_or(day));
        self.store.read(|tx| {
            let mut sales = Sales::default();
            tx.each_sale(from, day, |sale| sales.add(sale))?;
            let products = tx.products()?.into_iter();
            let ranking = sales.ranking();
            let best: Vec<_> = ranking.iter().take(BEST).map(|(customer, _)| *customer).collect();
            let facts = Facts {
                best: tx.standings_of(&best)?,
                ranking,
                units: products.map(|(product, _)| (product.id, product.unit)).collect(),
                paid: tx.paid_by_day(from, day)?,
                ageing: owed(tx, day, None)?.ageing,
                jars: tx.jars_by_safe_day(until)?,
            };
            Ok(Insights::new(day, &sales, facts))
        })
    }
}

/// What the jars ask for in so many days, jar by jar.
fn to_buy(tx: &Tx, day: Day, days: u16) -> Result<Vec<ToBuy>> {
    let mut buying = Buying::new(day, days);
    tx.each_promised(buying.until(), |product, on, quantity| {
        buying.promise(product, on, quantity);
    })?;
    tx.each_jar_to_buy_for(silent_before(day), |jar| buying.add(jar))?;
    Ok(buying.of(tx.products()?))
}
