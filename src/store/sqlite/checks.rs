//! Checks of the file itself, and of the sums that have to agree.

use super::super::{Error, Result};
use super::Tx;
use super::columns::LARGEST_COMPUTED;
use super::derived::compared_phones;
use super::migrate::has_table;
use super::salvage::is_damage;
use super::values::day;
use crate::domain::customer::Customer;
use crate::domain::id::ProductId;
use crate::domain::search_key;
use crate::domain::{Day, Quantity};
use rusqlite::params;

/// Maximum number of lines that SQLite's own check returns: a hundred are enough to judge the file.
const MOST: u32 = 100;

impl Tx<'_> {
    /// Returns the faults that SQLite's integrity check finds in the file; empty if it is whole.
    pub fn integrity(&self) -> Result<Vec<String>> {
        let mut statement = self.conn.prepare(&format!("PRAGMA integrity_check({MOST})"))?;
        let mut found = Vec::new();
        for said in statement.query_map([], |row| row.get::<_, String>(0))? {
            match said {
                Ok(said) if said == "ok" => {}
                Ok(said) => found.push(said),
                Err(error) if is_damage(&error) => {
                    found.push(error.to_string());
                    break;
                }
                Err(error) => return Err(error.into()),
            }
        }
        Ok(found)
    }

    /// Passes to `take` each reference to a missing row: the table, the row's number, the column
    /// and the table that it refers to.
    ///
    /// # Errors
    /// If the file cannot be read, or the first error that `take` returns.
    pub fn each_dangling_row<E: From<Error>>(
        &self,
        mut take: impl FnMut(String, i64, String, String) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let mut sql = r#"SELECT c."table", c.rowid, l."from", c.parent
                           FROM pragma_foreign_key_check c
                           JOIN pragma_foreign_key_list(c."table") l ON l.id = c.fkid
                          WHERE c.rowid IS NOT NULL"#
            .to_owned();
        // The rows of these have no number but their customer's. Older formats lack some.
        for table in ["search", "phone"] {
            if has_table(self.conn, table).map_err(Error::from)? {
                sql.push_str(&format!(
                    " UNION ALL SELECT '{table}', customer_id, 'customer_id', 'customer' FROM {table}
                       WHERE NOT EXISTS (SELECT 1 FROM customer WHERE id = {table}.customer_id)"
                ));
            }
        }
        let mut statement = self.conn.prepare(&sql).map_err(Error::from)?;
        let mut rows = statement.query([]).map_err(Error::from)?;
        while let Some(row) = rows.next().map_err(Error::from)? {
            let text = |column| row.get::<_, String>(column).map_err(Error::from);
            take(text(0)?, row.get(1).map_err(Error::from)?, text(2)?, text(3)?)?;
        }
        Ok(())
    }

    /// Products whose stock is not the sum of their moves less what was delivered: the number, the
    /// name, the stock as kept, and as counted. Moves out of range are left out: their sum could
    /// overflow.
    pub fn wrong_stock(&self) -> Result<Vec<(ProductId, String, Quantity, Quantity)>> {
        let mut statement = self.conn.prepare(
            "WITH counted AS (
                 SELECT product.id, product.name, coalesce(stock.on_hand, 0) AS kept,
                        coalesce((SELECT sum(quantity) FROM stock_move
                                   WHERE product_id = product.id AND quantity BETWEEN -?1 AND ?1), 0)
                      - coalesce(delivered.quantity, 0) AS counted
                   FROM product LEFT JOIN stock ON stock.product_id = product.id
                   LEFT JOIN (SELECT product_id, sum(delivered) AS quantity FROM delivery_line
                               WHERE delivered BETWEEN -?1 AND ?1 GROUP BY product_id)
                        AS delivered ON delivered.product_id = product.id)
             SELECT id, name, kept, counted FROM counted WHERE kept <> counted ORDER BY id",
        )?;
        let rows = statement.query_map([LARGEST_COMPUTED], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the products and days of which the stored sums of sales are not those of the lines.
    pub fn wrong_sales(&self) -> Result<Vec<(ProductId, String, Day)>> {
        let sums = "product_id, day, quantity, revenue, cost, costed";
        let mut statement = self.conn.prepare(&format!(
            "WITH counted AS (
                 SELECT product_id, day, sum(delivered) AS quantity, sum(revenue) AS revenue,
                        sum(cost_known) AS cost, sum(costed) AS costed
                   FROM delivery_line AS line JOIN delivery ON delivery.id = line.delivery_id
                  WHERE delivered <> 0 AND stage = 'done' GROUP BY day, product_id
                 HAVING sum(delivered) <> 0 OR sum(revenue) <> 0 OR sum(cost_known) <> 0 OR sum(costed) <> 0),
                  differing AS (
                 SELECT * FROM (SELECT {sums} FROM counted EXCEPT SELECT {sums} FROM sales_day)
                  UNION ALL
                 SELECT * FROM (SELECT {sums} FROM sales_day EXCEPT SELECT {sums} FROM counted))
             SELECT DISTINCT product.id, product.name, day FROM differing
               JOIN product ON product.id = differing.product_id ORDER BY day, product.id",
        ))?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, day(row, 2)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns whether the search index holds the current code, words and telephone numbers of a
    /// customer.
    pub fn is_found_by_its_words(&self, customer: &Customer) -> Result<bool> {
        let sql = "SELECT 1 FROM search WHERE customer_id = ?1 AND code_key = ?2 AND words = ?3";
        let (code_key, words) =
            (search_key::code_key(&customer.code), search_key::search_text(customer));
        Ok(self.conn.prepare_cached(sql)?.exists(params![customer.id, code_key, words])?
            && self.phones_of(customer.id)? == compared_phones(&customer.phones))
    }
}
