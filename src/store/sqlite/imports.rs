//! What an import asks of every row, in as little time as can be.

use super::super::Result;
use super::{Tx, optional};
use crate::domain::filed::Importable;
use crate::domain::id::{CustomerId, DeliveryId};

impl Tx<'_> {
    /// Lets rows refer to rows that are written later in the same transaction.
    pub fn defer_references(&self) -> Result<()> {
        Ok(self.conn.pragma_update(None, "defer_foreign_keys", "ON")?)
    }

    /// The highest identity of a table's rows, zero if there are none.
    pub fn highest_id(&self, table: Importable) -> Result<i64> {
        let sql = format!("SELECT coalesce(max(id), 0) FROM {}", name(table));
        Ok(self.conn.prepare_cached(&sql)?.query_row([], |row| row.get(0))?)
    }

    /// Whether a row of the table has this identity.
    pub fn is_taken(&self, table: Importable, id: i64) -> Result<bool> {
        let sql = format!("SELECT 1 FROM {} WHERE id = ?1", name(table));
        Ok(self.conn.prepare_cached(&sql)?.exists([id])?)
    }

    /// The identity of the customer with this code, whatever the case and width of its letters.
    pub fn customer_id_with_code(&self, code: &str) -> Result<Option<CustomerId>> {
        let sql = "SELECT id FROM customer WHERE code = ?1";
        match optional(self.conn.prepare_cached(sql)?.query_row([code], |row| row.get(0)))? {
            Some(id) => Ok(Some(id)),
            None => Ok(self.customer_with_code(code)?.map(|customer| customer.id)),
        }
    }

    /// To whom a delivery goes.
    pub fn customer_of_delivery(&self, delivery: DeliveryId) -> Result<Option<CustomerId>> {
        let sql = "SELECT customer_id FROM delivery WHERE id = ?1";
        optional(self.conn.prepare_cached(sql)?.query_row([delivery], |row| row.get(0)))
    }
}

const fn name(table: Importable) -> &'static str {
    match table {
        Importable::Customers => "customer",
        Importable::Products => "product",
        Importable::Jars => "jar",
        Importable::Deliveries => "delivery",
        Importable::Readings => "reading",
        Importable::Entries => "entry",
    }
}
