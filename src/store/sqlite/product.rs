//! Products and what is in the store room.

use super::super::Result;
use super::values::{Iso, StableNameText, maybe_day, parsed};
use super::{Tx, optional};
use crate::domain::Quantity;
use crate::domain::id::ProductId;
use crate::domain::product::{Product, StockMove};
use crate::domain::search_key;
use crate::domain::season::MonthWeights;
use rusqlite::types::ValueRef;
use rusqlite::{Row, named_params, params};

/// The columns of a product, for a query that names the table `product` and begins with them.
pub(super) const PRODUCT: &str =
    "product.id, product.name, product.unit, product.kind, product.price,
    product.cost, product.pack, product.reorder, product.appetite, product.child, product.elder,
    product.on_order, product.arrives_on, product.months";

/// The weights of the months, if there are any.
fn months(row: &Row) -> rusqlite::Result<Option<MonthWeights>> {
    match row.get_ref(13)? {
        ValueRef::Null => Ok(None),
        _ => parsed(row, 13, MonthWeights::parse).map(Some),
    }
}

pub(super) fn product(row: &Row) -> rusqlite::Result<Product> {
    Ok(Product {
        id: row.get(0)?,
        name: row.get(1)?,
        unit: row.get(2)?,
        kind: row.get(3)?,
        price: row.get(4)?,
        cost: row.get(5)?,
        pack: row.get(6)?,
        reorder: row.get(7)?,
        appetite: row.get(8)?,
        child: row.get(9)?,
        elder: row.get(10)?,
        on_order: row.get(11)?,
        arrives_on: maybe_day(row, 12)?,
        months: months(row)?,
    })
}

impl Tx<'_> {
    /// Returns one product.
    pub fn product(&self, id: ProductId) -> Result<Option<Product>> {
        let sql = format!("SELECT {PRODUCT} FROM product WHERE id = ?1");
        optional(self.conn.prepare_cached(&sql)?.query_row([id], product))
    }

    /// Returns every product with its stock, by name.
    pub fn products(&self) -> Result<Vec<(Product, Quantity)>> {
        let sql = format!(
            "SELECT {PRODUCT}, on_hand FROM product JOIN stock ON stock.product_id = product.id
              ORDER BY product.name_key"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let products = statement.query_map([], |row| Ok((product(row)?, row.get("on_hand")?)))?;
        Ok(products.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the product with exactly this name, ignoring case.
    pub fn product_named(&self, name: &str) -> Result<Option<Product>> {
        let sql = format!("SELECT {PRODUCT} FROM product WHERE name_key = ?1");
        optional(self.conn.prepare_cached(&sql)?.query_row([search_key::fold(name)], product))
    }

    /// Returns the quantity of a product in the store room; zero if none was recorded.
    pub fn stock(&self, product: ProductId) -> Result<Quantity> {
        let mut statement =
            self.conn.prepare_cached("SELECT on_hand FROM stock WHERE product_id = ?1")?;
        Ok(optional(statement.query_row([product], |row| row.get(0)))?.unwrap_or_default())
    }

    /// Returns whether a jar, a stock movement or a delivery line of the product exists.
    pub fn any_quantity_of(&self, product: ProductId) -> Result<bool> {
        let sql = "SELECT EXISTS (SELECT 1 FROM jar WHERE product_id = ?1)
                       OR EXISTS (SELECT 1 FROM stock_move WHERE product_id = ?1)
                       OR EXISTS (SELECT 1 FROM delivery_line WHERE product_id = ?1)";
        Ok(self.conn.prepare_cached(sql)?.query_row([product], |row| row.get(0))?)
    }

    /// Writes a new product; an identity of zero is made, any other is kept.
    pub fn insert_product(&self, product: &Product) -> Result<ProductId> {
        self.save_product(
            "INSERT INTO product (id, name, name_key, unit, kind, price, cost, pack, reorder, appetite, child, elder,
                                  on_order, arrives_on, months)
             VALUES (nullif(:id, 0), :name, :name_key, :unit, :kind, :price, :cost, :pack, :reorder, :appetite,
                     :child, :elder, :on_order, :arrives, :months)",
            product,
        )?;
        // The row of its stock, written by a trigger, does not count as the last one here.
        Ok(ProductId::new(self.inserted()))
    }

    /// Writes a product over the one with the same identity.
    pub fn update_product(&self, product: &Product) -> Result<()> {
        // The cost of a unit changes with each purchase, and no forecast depends on it.
        let eaten = |product: &Product| {
            let Product { appetite, child, elder, pack, months, .. } = *product;
            (appetite, child, elder, pack, months)
        };
        if self.product(product.id)?.as_ref().map(eaten) != Some(eaten(product)) {
            self.mark_product_dirty(product.id);
        }
        self.save_product(
            "UPDATE product SET name = :name, name_key = :name_key, unit = :unit, kind = :kind, price = :price,
                    cost = :cost, pack = :pack, reorder = :reorder, appetite = :appetite, child = :child,
                    elder = :elder, on_order = :on_order, arrives_on = :arrives, months = :months
              WHERE id = :id",
            product,
        )
    }

    fn save_product(&self, sql: &str, product: &Product) -> Result<()> {
        self.conn.prepare_cached(sql)?.execute(named_params! {
            ":id": product.id,
            ":name": product.name,
            ":name_key": search_key::fold(&product.name),
            ":unit": product.unit,
            ":kind": product.kind,
            ":price": product.price,
            ":cost": product.cost,
            ":pack": product.pack,
            ":reorder": product.reorder,
            ":appetite": product.appetite,
            ":child": product.child,
            ":elder": product.elder,
            ":on_order": product.on_order,
            ":arrives": product.arrives_on.map(Iso),
            ":months": product.months.map(|months| months.to_string()),
        })?;
        Ok(())
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
