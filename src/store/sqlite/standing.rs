//! The derived rows: what is found, what is owed, and when jars run out, as it follows from the rest.

use super::super::Result;
use super::values::{Iso, Named, maybe_day};
use super::{Tx, optional};
use crate::domain::customer::Customer;
use crate::domain::fold;
use crate::domain::forecast::Forecast;
use crate::domain::id::{CustomerId, JarId, ProductId};
use crate::domain::{Day, Money};
use rusqlite::{named_params, params};

/// Where a customer stands: what a list shows and sorts by without working it out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Standing {
    /// What they owe; negative is credit.
    pub balance: Money,
    /// The due day of the oldest debt that is still open.
    pub oldest_due: Option<Day>,
    /// The last delivery that was done.
    pub last_delivery: Option<Day>,
    /// The last contact.
    pub last_contact: Option<Day>,
}

impl Tx<'_> {
    /// Every customer, a page at a time: those after `after`, by identity.
    pub fn customer_ids_after(&self, after: CustomerId, most: u32) -> Result<Vec<CustomerId>> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT id FROM customer WHERE id > ?1 ORDER BY id LIMIT ?2")?;
        let ids = statement.query_map(params![after, most], |row| row.get(0))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }

    /// The customers who have a jar of the product.
    pub fn customers_with_jar_of(&self, product: ProductId) -> Result<Vec<CustomerId>> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT customer_id FROM jar WHERE product_id = ?1 ORDER BY 1")?;
        let ids = statement.query_map([product], |row| row.get(0))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }

    /// Writes what a customer is found by.
    pub fn put_search(&self, customer: &Customer) -> Result<()> {
        self.conn
            .prepare_cached(
                "INSERT INTO search (customer_id, who, groups) VALUES (?1, ?2, ?3)
                 ON CONFLICT (customer_id) DO UPDATE SET who = ?2, groups = ?3",
            )?
            .execute(params![customer.id, fold::who_text(customer), fold::group_text(customer)])?;
        Ok(())
    }

    /// Writes where a customer stands.
    pub fn put_standing(&self, customer: CustomerId, standing: &Standing) -> Result<()> {
        self.conn
            .prepare_cached(
                "INSERT INTO standing (customer_id, balance, oldest_due, last_delivery, last_contact)
                 VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (customer_id) DO UPDATE
                 SET balance = ?2, oldest_due = ?3, last_delivery = ?4, last_contact = ?5",
            )?
            .execute(params![
                customer,
                standing.balance,
                standing.oldest_due.map(Iso),
                standing.last_delivery.map(Iso),
                standing.last_contact.map(Iso)
            ])?;
        Ok(())
    }

    /// Where a customer stands, as it was written last.
    pub fn standing(&self, customer: CustomerId) -> Result<Option<Standing>> {
        let mut statement =
            self.conn.prepare_cached("SELECT * FROM standing WHERE customer_id = ?1")?;
        optional(statement.query_row([customer], |row| {
            Ok(Standing {
                balance: row.get("balance")?,
                oldest_due: maybe_day(row, "oldest_due")?,
                last_delivery: maybe_day(row, "last_delivery")?,
                last_contact: maybe_day(row, "last_contact")?,
            })
        }))
    }

    /// The last day on which a delivery to the customer was done, and the last contact with them.
    pub fn last_days(&self, customer: CustomerId) -> Result<(Option<Day>, Option<Day>)> {
        let mut statement = self.conn.prepare_cached(
            "SELECT (SELECT day FROM delivery WHERE customer_id = ?1 AND stage = 'done' ORDER BY day DESC LIMIT 1) AS delivery,
                    (SELECT max(day) FROM contact WHERE customer_id = ?1) AS contact",
        )?;
        Ok(statement.query_row([customer], |row| {
            Ok((maybe_day(row, "delivery")?, maybe_day(row, "contact")?))
        })?)
    }

    /// Writes when a jar runs out, and the window's end on a day on which we deliver; without a
    /// forecast none is kept.
    pub fn put_forecast(
        &self,
        (jar, customer): (JarId, CustomerId),
        forecast: Option<&Forecast>,
        latest: Option<Day>,
    ) -> Result<()> {
        let Some(forecast) = forecast else {
            self.conn.prepare_cached("DELETE FROM forecast WHERE jar_id = ?1")?.execute([jar])?;
            return Ok(());
        };
        self.conn
            .prepare_cached(
                "INSERT INTO forecast (jar_id, customer_id, anchor, level, seen, rate, source, intervals,
                        earliest, low, likely, high, safe, latest)
                 VALUES (:jar, :customer, :anchor, :level, :seen, :rate, :source, :intervals,
                        :earliest, :low, :likely, :high, :safe, :latest)
                 ON CONFLICT (jar_id) DO UPDATE SET customer_id = :customer, anchor = :anchor, level = :level,
                        seen = :seen, rate = :rate, source = :source, intervals = :intervals,
                        earliest = :earliest, low = :low, likely = :likely, high = :high, safe = :safe,
                        latest = :latest",
            )?
            .execute(named_params! {
                ":jar": jar,
                ":customer": customer,
                ":anchor": Iso(forecast.anchor),
                ":level": forecast.level,
                ":seen": forecast.seen,
                ":rate": forecast.rate,
                ":source": Named(forecast.source),
                ":intervals": forecast.intervals,
                ":earliest": Iso(forecast.earliest),
                ":low": Iso(forecast.low),
                ":likely": Iso(forecast.likely),
                ":high": Iso(forecast.high),
                ":safe": Iso(forecast.safe),
                ":latest": latest.map(Iso),
            })?;
        Ok(())
    }
}
