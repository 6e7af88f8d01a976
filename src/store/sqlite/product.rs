//! Products and what is in the store room.

use super::super::Result;
use super::record::{StoredRecord, columns_of};
use super::values::{Iso, StableNameText};
use super::{Tx, fields, optional};
use crate::domain::field::RecordField;
use crate::domain::id::ProductId;
use crate::domain::product::{Product, ProductField, StockMove};
use crate::domain::{Money, Quantity, search_key};
use rusqlite::types::Value;
use rusqlite::{Row, params};
use std::iter::once;

impl StoredRecord for Product {
    const TABLE: &'static str = "product";

    fn columns() -> Vec<&'static str> {
        once("id").chain(ProductField::every().map(ProductField::column)).collect()
    }

    fn read(row: &Row) -> rusqlite::Result<Self> {
        let mut product = Self::new(row.get(0)?, String::new(), String::new(), Money::ZERO);
        fields::read_from::<ProductField>(row, 1, &mut product)?;
        Ok(product)
    }

    fn number(&self) -> i64 {
        self.id.number()
    }

    fn bind(&self) -> Vec<(&'static str, Value)> {
        let key = ("name_key", search_key::fold(&self.name).into());
        once(key).chain(fields::bind::<ProductField>(self)).collect()
    }
}

impl Tx<'_> {
    /// Returns one product.
    pub fn product(&self, id: ProductId) -> Result<Option<Product>> {
        self.find(id.number())
    }

    /// Returns every product with its stock, by name.
    pub fn products(&self) -> Result<Vec<(Product, Quantity)>> {
        let sql = format!(
            "SELECT {}, on_hand FROM product JOIN stock ON stock.product_id = product.id
              ORDER BY product.name_key",
            columns_of::<Product>()
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let products =
            statement.query_map([], |row| Ok((Product::read(row)?, row.get("on_hand")?)))?;
        Ok(products.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the product with exactly this name, ignoring case.
    pub fn product_named(&self, name: &str) -> Result<Option<Product>> {
        let named = self.select("WHERE name_key = ?1", [search_key::fold(name)])?;
        Ok(named.into_iter().next())
    }

    /// Returns the quantity of a product in the store room; zero if none was recorded.
    pub fn stock(&self, product: ProductId) -> Result<Quantity> {
        let mut statement =
            self.conn.prepare_cached("SELECT on_hand FROM stock WHERE product_id = ?1")?;
        Ok(optional(statement.query_row([product], |row| row.get(0)))?.unwrap_or_default())
    }

    /// Returns whether a jar, a stock movement, a delivery line or a ticket of the product exists.
    pub fn any_quantity_of(&self, product: ProductId) -> Result<bool> {
        let sql = "SELECT EXISTS (SELECT 1 FROM jar WHERE product_id = ?1)
                       OR EXISTS (SELECT 1 FROM stock_move WHERE product_id = ?1)
                       OR EXISTS (SELECT 1 FROM delivery_line WHERE product_id = ?1)
                       OR EXISTS (SELECT 1 FROM ticket_move WHERE product_id = ?1)";
        Ok(self.conn.prepare_cached(sql)?.query_row([product], |row| row.get(0))?)
    }

    /// Returns the number of jars of a product, and of planned deliveries that bring it.
    pub fn open_with(&self, product: ProductId) -> Result<(u32, u32)> {
        let sql = "SELECT (SELECT count(*) FROM jar WHERE product_id = ?1),
                          (SELECT count(DISTINCT delivery.id) FROM delivery_line AS line
                             JOIN delivery ON delivery.id = line.delivery_id
                            WHERE line.product_id = ?1 AND delivery.stage = 'planned')";
        let mut statement = self.conn.prepare_cached(sql)?;
        Ok(statement.query_row([product], |row| Ok((row.get(0)?, row.get(1)?)))?)
    }

    /// Writes a new product; an identity of zero is made, any other is kept.
    pub fn insert_product(&self, product: &Product) -> Result<ProductId> {
        // The row of its stock, written by a trigger, does not count as the last one here.
        Ok(ProductId::new(self.insert(product)?))
    }

    /// Writes a product over the one with the same identity.
    pub fn update_product(&self, product: &Product) -> Result<()> {
        // The cost of a unit changes with each purchase, and no forecast depends on it.
        let eaten = |product: &Product| {
            let Product { appetite, child, elder, pack, months, retired_on, .. } = *product;
            (appetite, child, elder, pack, months, retired_on)
        };
        if self.product(product.id)?.as_ref().map(eaten) != Some(eaten(product)) {
            self.mark_product_dirty(product.id);
        }
        self.update(product)
    }

    /// Writes goods into (or out of) the store room.
    pub fn insert_stock_move(&self, stock_move: &StockMove) -> Result<()> {
        self.conn
            .prepare_cached(
                "INSERT INTO stock_move (product_id, day, quantity, cost, reason) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![
                stock_move.product,
                Iso(stock_move.on),
                stock_move.quantity,
                stock_move.cost,
                StableNameText(stock_move.reason)
            ])?;
        Ok(())
    }
}
