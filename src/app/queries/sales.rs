//! Sales of a period.

use crate::app::{App, Result};
use crate::domain::Day;
use crate::reports::sales::{SalesNames, SalesTotals, SalesUnits};
use crate::reports::{SalesBy, SalesRow};
use crate::store::Tx;

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
        self.store.read(|tx| {
            let names = names(tx, by)?;
            let mut sales = SalesTotals::new(by, units, &names);
            match by.needs_no_customers() {
                true => tx.each_day_of_sales(from, until, |day| sales.add_day(day))?,
                false => tx.each_sale(from, until, |sale| sales.add(&sale))?,
            }
            Ok(sales.rows())
        })
    }
}

fn names(tx: &Tx, by: SalesBy) -> Result<SalesNames> {
    let mut names = SalesNames::default();
    for (product, _) in tx.products()? {
        names.products.insert(product.id, (product.name, product.unit));
    }
    if !by.needs_no_customers() {
        names.customers = tx.all_labels()?.into_iter().map(|who| (who.id, who)).collect();
    }
    Ok(names)
}
