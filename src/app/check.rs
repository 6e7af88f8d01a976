//! The check: whether the file is whole, and whether everything that is kept follows from the rest.

use super::refresh::{Follower, PAGE, latest};
use super::{App, Result};
use crate::domain::customer::Customer;
use crate::domain::forecast::Forecast;
use crate::domain::id::CustomerId;
use crate::domain::rows::{CustomerLabel, JarRow};
use crate::domain::{Money, Quantity};
use crate::store::Tx;

/// Something that a check found wrong.
#[derive(Clone, PartialEq, Debug)]
pub enum Finding {
    /// SQLite says that the file is damaged.
    Damaged(String),
    /// A row refers to one that is not there.
    Dangling {
        /// The table of the row.
        table: String,
        /// Its number.
        row: i64,
        /// The table of the row that is not there.
        parent: String,
    },
    /// A stock is not the sum of its moves.
    Stock {
        /// The product.
        product: String,
        /// What is kept.
        kept: Quantity,
        /// What the moves come to.
        counted: Quantity,
    },
    /// A balance is not the sum of the entries.
    Balance {
        /// Whose.
        who: CustomerLabel,
        /// What is kept.
        kept: Money,
        /// What the entries come to.
        counted: Money,
    },
    /// The open debts less the credit are not the balance, or the last days are not the last.
    Standing {
        /// Whose.
        who: CustomerLabel,
    },
    /// A jar's forecast is not what its history gives.
    Forecast {
        /// Whose.
        who: CustomerLabel,
        /// Of what.
        product: String,
    },
    /// A customer is not found by their name.
    Search {
        /// Who.
        who: CustomerLabel,
    },
}

impl App {
    /// Checks the file and counts everything again; finding nothing is good.
    ///
    /// # Errors
    /// If the file cannot be read at all.
    pub fn check(&self) -> Result<Vec<Finding>> {
        self.store.read(|tx| {
            let mut found: Vec<Finding> =
                tx.integrity()?.into_iter().map(Finding::Damaged).collect();
            if !found.is_empty() {
                // Counting in a damaged file only repeats the damage in other words.
                return Ok(found);
            }
            let dangling = tx.dangling_rows()?.into_iter();
            found.extend(dangling.map(|(table, row, parent)| Finding::Dangling {
                table,
                row,
                parent,
            }));
            let stock = tx.wrong_stock()?.into_iter();
            found.extend(stock.map(|(product, kept, counted)| Finding::Stock {
                product,
                kept,
                counted,
            }));
            check_customers(tx, &mut found)?;
            Ok(found)
        })
    }
}

fn check_customers(tx: &Tx, found: &mut Vec<Finding>) -> Result<()> {
    let shop = tx.shop()?;
    let follower = Follower::new(tx, &shop)?;
    // Beyond these, forecasts are about to be refreshed: they follow from what was known before.
    let refreshed = tx.learning()?.refreshed;
    let mut last = CustomerId::new(0);
    loop {
        let page = tx.customer_ids_after(last, PAGE)?;
        let Some(newest) = page.last() else {
            return Ok(());
        };
        last = *newest;
        for id in page {
            if let Some(customer) = tx.customer(id)? {
                check_customer(tx, &follower, &customer, found)?;
                if refreshed.is_none_or(|last| id <= last) {
                    check_forecasts(tx, &follower, &customer, found)?;
                }
            }
        }
    }
}

fn check_customer(
    tx: &Tx,
    follower: &Follower,
    customer: &Customer,
    found: &mut Vec<Finding>,
) -> Result<()> {
    let who = || CustomerLabel::from(customer);
    if !tx.is_found_by_its_words(customer)? {
        found.push(Finding::Search { who: who() });
    }
    let (kept, counted) =
        (tx.standing(customer.id)?.unwrap_or_default(), follower.standing(customer)?);
    if kept.balance != counted.balance {
        found.push(Finding::Balance { who: who(), kept: kept.balance, counted: counted.balance });
    }
    let open: Money = kept.open.iter().map(|(_, open)| *open).sum();
    if kept != counted || open != kept.balance.max(Money::ZERO) {
        found.push(Finding::Standing { who: who() });
    }
    Ok(())
}

fn check_forecasts(
    tx: &Tx,
    follower: &Follower,
    customer: &Customer,
    found: &mut Vec<Finding>,
) -> Result<()> {
    let who = || CustomerLabel::from(customer);
    let kept = tx.jar_rows_of(customer.id)?;
    for jar in tx.jars_of(customer.id)? {
        let forecast = follower.foresee(customer, &jar)?.map(|(foreseen, _)| foreseen.forecast);
        let latest =
            forecast.as_ref().and_then(|forecast| latest(follower.shop, customer, &jar, forecast));
        let row = kept.iter().find(|row| row.jar == jar.id);
        if (row.map(as_forecast), row.and_then(|row| row.latest)) != (forecast, latest) {
            let product = tx.product(jar.product)?.map(|product| product.name).unwrap_or_default();
            found.push(Finding::Forecast { who: who(), product });
        }
    }
    Ok(())
}

fn as_forecast(row: &JarRow) -> Forecast {
    Forecast {
        anchor: row.anchor,
        level: row.level,
        seen: row.seen,
        rate: row.rate,
        source: row.source,
        intervals: row.intervals,
        earliest: row.earliest,
        low: row.low,
        likely: row.likely,
        high: row.high,
        safe: row.safe,
    }
}
