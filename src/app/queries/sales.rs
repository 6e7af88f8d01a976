//! Sales of a period.

use crate::app::{App, Result};
use crate::domain::Day;
use crate::reports::sales::{SalesNames, SalesTotals};
use crate::reports::{SalesBy, SalesRow};
use crate::store::Tx;

impl App {
    /// Returns the sales of a period by group: periods in their order, others by revenue.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn sales(&self, by: SalesBy, from: Day, until: Day) -> Result<Vec<SalesRow>> {
        let until = until.min(self.today());
        self.store.read(|tx| {
            let names = names(tx, by)?;
            let mut sales = SalesTotals::new(by, &names);
            tx.each_sale(from, until, |sale| sales.add(&sale))?;
            Ok(sales.rows())
        })
    }
}

fn names(tx: &Tx, by: SalesBy) -> Result<SalesNames> {
    let mut names = SalesNames { costs: tx.costs()?, ..SalesNames::default() };
    for (product, _) in tx.products()? {
        names.products.insert(product.id, (product.name, product.unit));
        let costs = names.costs.entry(product.id).or_default();
        if costs.is_empty() {
            costs.push((Day::MIN, product.cost));
        }
    }
    if matches!(by, SalesBy::Area | SalesBy::Customer) {
        names.customers = tx.all_labels()?.into_iter().map(|who| (who.id, who)).collect();
    }
    Ok(names)
}
