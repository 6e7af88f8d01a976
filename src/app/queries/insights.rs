//! Key figures of the shop: sales, best customers, debts and jars.

use super::tab::owed;
use crate::app::accounts::accounts_on;
use crate::app::{App, Result};
use crate::reports::Insights;
use crate::reports::insights::{AHEAD, BEST, Facts, Sales, first_day};
use chrono::Days;

impl App {
    /// Returns the last weeks and months, the best customers, debts and jars.
    ///
    /// # Errors
    /// If the file cannot be read.
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
                best: accounts_on(tx, day, tx.standings_of(&best)?)?,
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
