//! Prices by customer, by quantity and from a day on.

use super::super::Result;
use super::Tx;
use super::dialect::{in_list, list_value};
use super::record::{StoredRecord, column_count, columns_of, day_value};
use super::values::{Iso, day};
use crate::domain::Day;
use crate::domain::id::{CustomerId, PriceId, ProductId};
use crate::domain::price::Price;
use crate::domain::views::PriceRow;
use rusqlite::types::Value;
use rusqlite::{Row, params};

impl StoredRecord for Price {
    const TABLE: &'static str = "price";

    fn columns() -> Vec<&'static str> {
        vec!["id", "product_id", "customer_id", "least", "from_day", "price"]
    }

    fn read(row: &Row) -> rusqlite::Result<Self> {
        Ok(Self {
            id: row.get(0)?,
            product: row.get(1)?,
            customer: row.get(2)?,
            least: row.get(3)?,
            from: day(row, 4)?,
            amount: row.get(5)?,
        })
    }

    fn number(&self) -> i64 {
        self.id.number()
    }

    fn bind(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("product_id", self.product.number().into()),
            ("customer_id", self.customer.map(CustomerId::number).into()),
            ("least", self.least.thousandths().into()),
            ("from_day", day_value(self.from)),
            ("price", self.amount.map(|amount| amount.minor()).into()),
        ]
    }
}

impl Tx<'_> {
    /// Returns one price.
    pub fn price(&self, id: PriceId) -> Result<Option<Price>> {
        self.find(id.number())
    }

    /// Returns the price for the same product, customer and least quantity from the same day on.
    pub fn price_like(&self, price: &Price) -> Result<Option<Price>> {
        let same =
            "WHERE product_id = ?1 AND coalesce(customer_id, 0) = coalesce(?2, 0) AND least = ?3
                      AND from_day = ?4";
        let values = params![price.product, price.customer, price.least, Iso(price.from)];
        Ok(self.select(same, values)?.into_iter().next())
    }

    /// Returns whether there is any price with a day.
    pub fn has_prices(&self) -> Result<bool> {
        let sql = "SELECT EXISTS (SELECT 1 FROM price)";
        Ok(self.conn.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
    }

    /// Returns the prices for everybody and those of these customers.
    pub fn prices_for(&self, customers: &[CustomerId]) -> Result<Vec<Price>> {
        let ids = list_value(customers.iter().map(|customer| customer.number()));
        let these = in_list("?1");
        self.select(&format!("WHERE customer_id IS NULL OR customer_id {these} ORDER BY id"), [ids])
    }

    /// Returns every price.
    pub fn all_prices(&self) -> Result<Vec<Price>> {
        self.select("ORDER BY id", [])
    }

    /// Writes a new price; an identity of zero is made, any other is kept.
    pub fn insert_price(&self, price: &Price) -> Result<PriceId> {
        Ok(PriceId::new(self.insert(price)?))
    }

    /// Writes a price over the one with the same identity.
    pub fn update_price(&self, price: &Price) -> Result<()> {
        self.update(price)
    }

    /// Removes a price.
    pub fn delete_price(&self, price: PriceId) -> Result<()> {
        self.keep_row("price", price.number())?;
        self.conn.prepare_cached("DELETE FROM price WHERE id = ?1")?.execute([price])?;
        Ok(())
    }

    /// Returns the prices of a product and of a customer (or of all), by product, customer, least quantity and day.
    /// With a day, those that hold on it and the later ones.
    pub fn price_rows(
        &self,
        product: Option<ProductId>,
        customer: Option<CustomerId>,
        on: Option<Day>,
    ) -> Result<Vec<PriceRow>> {
        let sql = format!(
            "SELECT {}, product.name, product.unit, customer.code, customer.name FROM price
               JOIN product ON product.id = price.product_id
               LEFT JOIN customer ON customer.id = price.customer_id
              WHERE (?1 IS NULL OR price.product_id = ?1) AND (?2 IS NULL OR price.customer_id = ?2)
                AND (?3 IS NULL OR NOT EXISTS (
                    SELECT 1 FROM price AS newer
                     WHERE newer.product_id = price.product_id AND newer.least = price.least
                       AND coalesce(newer.customer_id, 0) = coalesce(price.customer_id, 0)
                       AND newer.from_day > price.from_day AND newer.from_day <= ?3))
              ORDER BY product.name_key, customer.code_key, price.least, price.from_day",
            columns_of::<Price>()
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let behind = column_count::<Price>();
        let rows = statement.query_map(params![product, customer, on.map(Iso)], |row| {
            Ok(PriceRow {
                price: Price::read(row)?,
                product: row.get(behind)?,
                unit: row.get(behind + 1)?,
                code: row.get(behind + 2)?,
                name: row.get(behind + 3)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
