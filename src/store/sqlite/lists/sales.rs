//! Sales, their customers and the coming demand of the jars: the rows from which figures are
//! computed.

use super::super::super::Result;
use super::super::Tx;
use super::super::dialect::{self, ORDERED_JOIN, in_list, list_value};
use super::super::tab::kinds_where;
use super::super::values::{Iso, WordList, day, maybe_day};
use super::tab::{ACCOUNT, owing_row};
use super::{LABEL, label};
use crate::domain::day::iso;
use crate::domain::id::{CustomerId, ProductId};
use crate::domain::views::{
    BuyerProfile, CustomerLabel, CustomerSales, DaySales, Sale, SalesSums, TabRow,
};
use crate::domain::{Day, Money, Quantity};
use std::collections::BTreeSet;

impl Tx<'_> {
    /// Passes to `look` every line delivered from `from` to `until`, by day: all
    /// sums of a quarter come from one pass over its lines, which is most of their cost.
    pub fn each_sale(&self, from: Day, until: Day, mut look: impl FnMut(Sale)) -> Result<()> {
        // A cross join keeps the order of the tables: first the days, then their lines.
        let mut statement = self.conn.prepare_cached(
            &format!("SELECT delivery.day, delivery.customer_id, line.product_id, line.delivered, line.price, line.cost
               FROM delivery {ORDERED_JOIN} delivery_line line ON line.delivery_id = delivery.id
              WHERE delivery.day BETWEEN ?1 AND ?2 AND delivery.stage = 'done' AND line.delivered IS NOT NULL
              ORDER BY delivery.day, delivery.id"),
        )?;
        let mut rows = statement.query((Iso(from), Iso(until)))?;
        while let Some(row) = rows.next()? {
            let (quantity, price): (Quantity, Money) = (row.get(3)?, row.get(4)?);
            let cost: Option<Money> = row.get(5)?;
            look(Sale {
                on: day(row, 0)?,
                customer: row.get(1)?,
                product: row.get(2)?,
                quantity,
                amount: quantity.times(price),
                cost: cost.map(|cost| quantity.times(cost)),
            });
        }
        Ok(())
    }

    /// Passes to `look` the sales of each product on each day from `from` to `until`, by day and product.
    pub fn each_day_of_sales(
        &self,
        from: Day,
        until: Day,
        mut look: impl FnMut(DaySales),
    ) -> Result<()> {
        let mut statement = self.conn.prepare_cached(
            "SELECT day, product_id, quantity, revenue, cost, costed FROM sales_day
              WHERE day BETWEEN ?1 AND ?2 ORDER BY day, product_id",
        )?;
        let mut rows = statement.query((Iso(from), Iso(until)))?;
        while let Some(row) = rows.next()? {
            let sums = SalesSums {
                quantity: row.get(2)?,
                revenue: row.get(3)?,
                cost: row.get(4)?,
                costed: row.get(5)?,
            };
            look(DaySales { on: day(row, 0)?, product: row.get(1)?, sums });
        }
        Ok(())
    }

    /// Passes to `look` the sales to each customer in each unit from `from` to `until`, by customer.
    pub fn each_customer_sales(
        &self,
        from: Day,
        until: Day,
        mut look: impl FnMut(CustomerSales),
    ) -> Result<()> {
        // The lines are read as they lie in the file, and sorted by customer then: most are wanted, and day by day
        // every one is somewhere else.
        dialect::sort_in_files(self.conn)?;
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {LABEL}, sold.unit, sold.quantity, sold.revenue, sold.cost, sold.costed
               FROM (SELECT delivery.customer_id, product.unit, sum(line.delivered) AS quantity,
                            sum(line.revenue) AS revenue, sum(line.cost_known) AS cost, sum(line.costed) AS costed
                       FROM delivery_line line
                       {ORDERED_JOIN} delivery ON delivery.id = line.delivery_id
                       {ORDERED_JOIN} product ON product.id = line.product_id
                      WHERE delivery.day BETWEEN ?1 AND ?2 AND delivery.stage = 'done' AND line.delivered <> 0
                      GROUP BY delivery.customer_id, product.unit) AS sold
               {ORDERED_JOIN} customer ON customer.id = sold.customer_id"
        ))?;
        let mut rows = statement.query((Iso(from), Iso(until)))?;
        while let Some(row) = rows.next()? {
            let sums = SalesSums {
                quantity: row.get(6)?,
                revenue: row.get(7)?,
                cost: row.get(8)?,
                costed: row.get(9)?,
            };
            look(CustomerSales { who: label(row, 0)?, unit: row.get(5)?, sums });
        }
        Ok(())
    }

    /// Passes to `look` every customer with the groups of which they are, in the order of their identities.
    pub fn each_buyer(&self, mut look: impl FnMut(BuyerProfile)) -> Result<()> {
        let sql = format!(
            "SELECT {LABEL}, customer.tags, customer.referred_by, customer.left_on FROM customer
              ORDER BY customer.id"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            look(BuyerProfile {
                who: label(row, 0)?,
                tags: row.get::<_, WordList>(5)?.0,
                referred_by: row.get(6)?,
                left_on: maybe_day(row, 7)?,
            });
        }
        Ok(())
    }

    /// Returns the sum paid on each day from `from` to `until`, ordered by day.
    pub fn paid_by_day(&self, from: Day, until: Day) -> Result<Vec<(Day, Money)>> {
        let paid = kinds_where(|rule| rule.counts_as_paid);
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT day, -sum(amount) FROM entry WHERE day BETWEEN ?1 AND ?2 AND kind IN ({paid})
              GROUP BY day ORDER BY day"
        ))?;
        let days =
            statement.query_map((Iso(from), Iso(until)), |row| Ok((day(row, 0)?, row.get(1)?)))?;
        Ok(days.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the sum paid on each of these days on which anything was.
    pub fn paid_on(&self, days: &BTreeSet<Day>) -> Result<Vec<(Day, Money)>> {
        let paid = kinds_where(|rule| rule.counts_as_paid);
        let days: Vec<String> = days.iter().map(|day| format!("\"{}\"", iso(*day))).collect();
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT day, -sum(amount) FROM entry WHERE day {} AND kind IN ({paid}) GROUP BY day",
            in_list("?1")
        ))?;
        let days = statement
            .query_map([format!("[{}]", days.join(","))], |row| Ok((day(row, 0)?, row.get(1)?)))?;
        Ok(days.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns for each day up to `until` the number of jars that are safe until that day, by day.
    pub fn jars_by_safe_day(&self, until: Day) -> Result<Vec<(Day, u32)>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT safe, count(*) FROM forecast WHERE safe <= ?1 GROUP BY safe ORDER BY safe",
        )?;
        let days = statement.query_map([Iso(until)], |row| Ok((day(row, 0)?, row.get(1)?)))?;
        Ok(days.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the use of each product per day, summed over all forecast jars, in units.
    pub fn use_by_product(&self) -> Result<Vec<(ProductId, f64)>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT jar.product_id, sum(forecast.rate) FROM forecast JOIN jar ON jar.id = forecast.jar_id
              GROUP BY jar.product_id ORDER BY jar.product_id",
        )?;
        let products = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(products.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the standings of these customers, in no particular order.
    pub fn standings_of(&self, customers: &[CustomerId]) -> Result<Vec<TabRow>> {
        let ids = list_value(customers.iter().map(|id| id.number()));
        let sql = format!(
            "SELECT {LABEL}, {ACCOUNT} FROM json_each(?1) AS wanted
               JOIN customer ON customer.id = wanted.value
               JOIN standing ON standing.customer_id = customer.id"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map([ids], owing_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the labels of all customers.
    pub fn all_labels(&self) -> Result<Vec<CustomerLabel>> {
        let sql = format!("SELECT {LABEL} FROM customer ORDER BY customer.id");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let labels = statement.query_map([], |row| label(row, 0))?;
        Ok(labels.collect::<rusqlite::Result<_>>()?)
    }
}
