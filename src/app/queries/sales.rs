//! Sales of a period.

use crate::app::{App, Result};
use crate::domain::Day;
use crate::reports::sales::{BuyerTotals, SalesTotals, SalesUnits};
use crate::reports::{SalesBy, SalesRow};

impl App {
    /// Returns the sales of a period by group: periods in their order, others by revenue.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn sales(
        &self,
        (by, units): (SalesBy, SalesUnits),
        from: Day,
        until: Day,
    ) -> Result<Vec<SalesRow>> {
        let until = until.min(self.today());
        self.store.read(|tx| match by.buyers() {
            Some(buyers) => {
                let mut sales = BuyerTotals::new(buyers, units);
                tx.each_customer_sales(from, until, |one| sales.add(one))?;
                Ok(sales.rows())
            }
            None => {
                let products = tx.products()?.into_iter();
                let products = products.map(|(one, _)| (one.id, (one.name, one.unit))).collect();
                let mut sales = SalesTotals::new(by, units, &products);
                tx.each_day_of_sales(from, until, |day| sales.add(day))?;
                Ok(sales.rows())
            }
        })
    }
}
