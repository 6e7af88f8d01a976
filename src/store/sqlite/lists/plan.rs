//! The input of a plan of the coming days: as little of each row as it needs, since there are many.

use super::super::super::Result;
use super::super::Tx;
use super::super::dialect::{ORDERED_JOIN, in_list, list_value};
use super::super::values::{Iso, day, maybe_day, parsed};
use super::jar::NOTHING_PROMISED;
use super::silent_on;
use crate::domain::day::Weekdays;
use crate::domain::id::{CustomerId, ProductId};
use crate::domain::payday::Payday;
use crate::domain::price::UnitPrices;
use crate::domain::views::{JarToPlan, PromisedLine, PurchaseDemand};
use crate::domain::{Day, Quantity};
use rusqlite::ToSql;
use std::collections::BTreeSet;

impl Tx<'_> {
    /// Passes to `look` every jar that will need goods; jars of customers who are silent
    /// `today` are left out.
    pub fn each_jar_to_buy_for(
        &self,
        today: Day,
        mut look: impl FnMut(&PurchaseDemand),
    ) -> Result<()> {
        let silent = silent_on("?1");
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT jar.product_id, forecast.anchor, forecast.low, forecast.likely, forecast.high,
                    coalesce(forecast.latest, forecast.likely),
                    (SELECT min(delivery.planned_for) FROM delivery
                       JOIN delivery_line line ON line.delivery_id = delivery.id
                      WHERE delivery.customer_id = forecast.customer_id AND delivery.stage = 'planned'
                        AND line.product_id = jar.product_id),
                    coalesce(jar.usual, product.pack, jar.capacity, 1000), forecast.rate,
                    forecast.customer_id, jar.price, product.price
               FROM forecast
               JOIN jar ON jar.id = forecast.jar_id
               JOIN product ON product.id = jar.product_id
              WHERE NOT ({silent}) ORDER BY forecast.jar_id",
        ))?;
        let mut rows = statement.query([Iso(today)])?;
        while let Some(row) = rows.next()? {
            look(&PurchaseDemand {
                product: row.get(0)?,
                anchor: day(row, 1)?,
                low: day(row, 2)?,
                likely: day(row, 3)?,
                high: day(row, 4)?,
                next: day(row, 5)?,
                promised: maybe_day(row, 6)?,
                usual: row.get(7)?,
                rate: row.get(8)?,
                customer: row.get(9)?,
                prices: UnitPrices::undated(row.get(10)?, row.get(11)?),
            });
        }
        Ok(())
    }

    /// Gives `look` what is promised until a day and not brought yet: product, day and how much.
    pub fn each_promised(
        &self,
        until: Day,
        mut look: impl FnMut(ProductId, Day, Quantity),
    ) -> Result<()> {
        let mut statement = self.conn.prepare_cached(
            "SELECT line.product_id, delivery.planned_for, line.planned
               FROM delivery INDEXED BY delivery_open
               JOIN delivery_line line ON line.delivery_id = delivery.id
              WHERE delivery.stage = 'planned' AND delivery.planned_for <= ?1
              ORDER BY delivery.planned_for, delivery.id, line.id",
        )?;
        let mut rows = statement.query([Iso(until)])?;
        while let Some(row) = rows.next()? {
            look(row.get(0)?, day(row, 1)?, row.get(2)?);
        }
        Ok(())
    }

    /// Passes to `look` the jars that [`Tx::jars_to_fill`] would return, of all customers or of some, those of a
    /// customer one after the other.
    pub fn each_jar_to_plan(
        &self,
        (until, today): (Day, Day),
        customers: Option<&BTreeSet<CustomerId>>,
        mut look: impl FnMut(JarToPlan),
    ) -> Result<()> {
        let silent = silent_on("?2");
        let wanted = customers.map(|customers| list_value(customers.iter().map(|id| id.number())));
        let of_whom = match wanted {
            Some(_) => format!("forecast.customer_id {} AND", in_list("?3")),
            None => String::new(),
        };
        // By the customers' own index: sorting the rows would need all of them in memory.
        let sql = format!(
            "SELECT forecast.jar_id, forecast.customer_id, customer.area, forecast.earliest, forecast.latest,
                    customer.weekdays, coalesce(jar.usual, product.pack, jar.capacity, 1000), product.unit,
                    customer.payday, standing.balance > 0, forecast.likely
               FROM forecast INDEXED BY forecast_of_customer
               {ORDERED_JOIN} jar ON jar.id = forecast.jar_id
               {ORDERED_JOIN} product ON product.id = jar.product_id
               {ORDERED_JOIN} customer ON customer.id = forecast.customer_id
               {ORDERED_JOIN} standing ON standing.customer_id = forecast.customer_id
              WHERE {of_whom} forecast.latest <= ?1 AND NOT ({silent}) AND {NOTHING_PROMISED}
              ORDER BY forecast.customer_id"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let (until, today) = (Iso(until), Iso(today));
        let mut values: Vec<&dyn ToSql> = vec![&until, &today];
        values.extend(wanted.iter().map(|wanted| wanted as &dyn ToSql));
        let mut rows = statement.query(values.as_slice())?;
        while let Some(row) = rows.next()? {
            let (brought, unit): (Quantity, String) = (row.get(6)?, row.get(7)?);
            let owes: bool = row.get(9)?;
            look(JarToPlan {
                jar: row.get(0)?,
                customer: row.get(1)?,
                area: row.get(2)?,
                earliest: day(row, 3)?,
                latest: day(row, 4)?,
                likely: day(row, 10)?,
                weekdays: Weekdays::from_bits(row.get(5)?).unwrap_or_default(),
                load: brought.kilograms(&unit),
                payday: if owes { Some(parsed(row, 8, Payday::parse)?) } else { None },
            });
        }
        Ok(())
    }

    /// Gives `look` every line that is promised for days until `until`; those of one delivery come
    /// one after the other.
    pub fn each_promised_line(&self, until: Day, mut look: impl FnMut(PromisedLine)) -> Result<()> {
        let mut statement = self.conn.prepare_cached(
            "SELECT delivery.id, customer.area, delivery.planned_for, line.planned, product.unit
               FROM delivery
               JOIN customer ON customer.id = delivery.customer_id
               JOIN delivery_line line ON line.delivery_id = delivery.id
               JOIN product ON product.id = line.product_id
              WHERE delivery.stage = 'planned' AND delivery.planned_for <= ?1
              ORDER BY delivery.planned_for, delivery.id",
        )?;
        let mut rows = statement.query([Iso(until)])?;
        while let Some(row) = rows.next()? {
            let (planned, unit): (Quantity, String) = (row.get(3)?, row.get(4)?);
            look(PromisedLine {
                delivery: row.get(0)?,
                area: row.get(1)?,
                day: day(row, 2)?,
                load: planned.kilograms(&unit),
            });
        }
        Ok(())
    }
}
