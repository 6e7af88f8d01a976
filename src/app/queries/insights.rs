//! Key figures of the shop: sales, best customers, debts and jars.

use super::tab::owed;
use crate::app::accounts::accounts_on;
use crate::app::kept::RankedSales;
use crate::app::{App, Result};
use crate::domain::{Day, Money};
use crate::reports::Insights;
use crate::reports::insights::{AHEAD, BEST, Facts, Sales, first_day};
use crate::store::Tx;
use chrono::Days;
use std::collections::BTreeMap;
use std::sync::Arc;

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
            let sold = self.ranked_sales(tx, from)?;
            let (sales, ranking) = &*sold;
            let products = tx.products()?.into_iter();
            let best: Vec<_> = ranking.iter().take(BEST).map(|(customer, _)| *customer).collect();
            let facts = Facts {
                best: accounts_on(tx, day, tx.standings_of(&best)?)?,
                ranking: ranking.clone(),
                units: products.map(|(product, _)| (product.id, product.unit)).collect(),
                paid: self.paid_by_day(tx, from)?.into_iter().collect(),
                ageing: owed(tx, day, None)?.ageing,
                jars: self.jars_by_safe_day(tx, until)?,
            };
            Ok(Insights::new(day, sales, facts))
        })
    }

    /// Returns the sales from a day until today, kept until a delivery changes.
    fn ranked_sales(&self, tx: &Tx, from: Day) -> Result<Arc<RankedSales>> {
        let today = self.today();
        self.looked_at.sales.get(tx, (from, today), |before| match before {
            Some((sold, changes)) if !changes.has_deliveries => Ok(sold),
            Some(_) | None => {
                let mut sales = Sales::default();
                tx.each_sale(from, today, |sale| sales.add(sale))?;
                let ranking = sales.take_ranking();
                Ok(Arc::new((sales, ranking)))
            }
        })
    }

    /// Returns the sum paid on each day until today, kept but for the days of which an entry changes.
    fn paid_by_day(&self, tx: &Tx, from: Day) -> Result<BTreeMap<Day, Money>> {
        let today = self.today();
        self.looked_at.paid.get(tx, (from, today), |before| match before {
            Some((mut paid, changes)) => {
                let mut days = changes.entry_days;
                days.retain(|day| (from..=today).contains(day));
                paid.retain(|day, _| !days.contains(day));
                paid.extend(tx.paid_on(&days)?);
                Ok(paid)
            }
            None => Ok(tx.paid_by_day(from, today)?.into_iter().collect()),
        })
    }

    /// Returns the number of jars by safe day, kept as long as nothing but entries of tabs changes.
    fn jars_by_safe_day(&self, tx: &Tx, until: Day) -> Result<Vec<(Day, u32)>> {
        self.looked_at.safe_days.get(tx, until, |before| match before {
            Some((jars, changes)) if changes.is_entries_only => Ok(jars),
            Some(_) | None => Ok(tx.jars_by_safe_day(until)?),
        })
    }
}
