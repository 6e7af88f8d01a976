//! The look-ups that an import makes for every row, kept as fast as possible.

use super::super::Result;
use super::actions::{ACTION, action};
use super::customers::{CUSTOMER, customer};
use super::delivery::{DELIVERY, delivery};
use super::dirty::CustomerPart;
use super::tab::{ENTRY, ENTRY_COLUMNS, entry};
use super::values::{Iso, StableNameText, WordList};
use super::{Tx, dialect, optional};
use crate::domain::action::{Action, ActionDetail};
use crate::domain::customer::Customer;
use crate::domain::id::{ActionId, CustomerId, DeliveryId, EntryId};
use crate::domain::import::Import;
use crate::domain::record::{DeliveryLineRecord, DeliveryRecord, EntryRecord, ImportTable};
use crate::domain::tab::Entry;
use rusqlite::params;

impl Tx<'_> {
    /// Lets rows refer to rows that are written later in the same transaction.
    pub fn defer_references(&self) -> Result<()> {
        Ok(dialect::defer_foreign_keys(self.conn)?)
    }

    /// Returns the last identity that the engine gave to a row of a table, zero if there are none.
    pub fn highest_id(&self, table: ImportTable) -> Result<i64> {
        Ok(dialect::last_rowid(self.conn, name(table))?)
    }

    /// Returns whether a row of the table has this identity.
    pub fn is_taken(&self, table: ImportTable, id: i64) -> Result<bool> {
        let sql = format!("SELECT 1 FROM {} WHERE id = ?1", name(table));
        Ok(self.conn.prepare_cached(&sql)?.exists([id])?)
    }

    /// Returns the identity of the customer with this code, ignoring the case and width of letters.
    pub fn customer_id_with_code(&self, code: &str) -> Result<Option<CustomerId>> {
        let sql = "SELECT id FROM customer WHERE code = ?1";
        match optional(self.conn.prepare_cached(sql)?.query_row([code], |row| row.get(0)))? {
            Some(id) => Ok(Some(id)),
            None => Ok(self.customer_with_code(code)?.map(|customer| customer.id)),
        }
    }

    /// Records on the action of an import by which bytes it is known again.
    pub fn set_fingerprint(&self, action: ActionId, import: &Import) -> Result<()> {
        self.conn
            .prepare_cached("UPDATE action SET fingerprint = ?2 WHERE id = ?1")?
            .execute(params![action, import.fingerprint])?;
        Ok(())
    }

    /// Returns the newest import of the same bytes into the same table that is in force.
    pub fn import_of_same_file(&self, import: &Import) -> Result<Option<Action>> {
        let sql = format!(
            "SELECT {ACTION} FROM action WHERE fingerprint = ?1 AND in_force = 1 ORDER BY id DESC"
        );
        let into = import.table;
        let is_same = |before: &Action| matches!(before.detail, ActionDetail::Imported { table, .. } if table == into);
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut imports = statement.query_map([&import.fingerprint], action)?;
        let same = imports.find(|before| before.as_ref().map_or(true, is_same));
        Ok(same.transpose()?)
    }

    /// Returns the customer with a reference of another system.
    pub fn customer_with_external(&self, external: &str) -> Result<Option<Customer>> {
        let sql = format!("SELECT {} FROM customer WHERE external = ?1", *CUSTOMER);
        optional(self.conn.prepare_cached(&sql)?.query_row([external], customer))
    }

    /// Returns the entry with a reference of another system.
    pub fn entry_with_external(&self, external: &str) -> Result<Option<EntryRecord>> {
        let sql = format!(
            "SELECT {ENTRY}, customer.code FROM entry
               JOIN customer ON customer.id = entry.customer_id WHERE entry.external = ?1"
        );
        optional(self.conn.prepare_cached(&sql)?.query_row([external], |row| {
            Ok(EntryRecord {
                entry: entry(row)?,
                customer: row.get(ENTRY_COLUMNS)?,
                goods: String::new(),
            })
        }))
    }

    /// Returns the delivery with a reference of another system.
    pub fn delivery_with_external(&self, external: &str) -> Result<Option<DeliveryRecord>> {
        let sql = format!(
            "SELECT {DELIVERY}, customer.code FROM delivery
               JOIN customer ON customer.id = delivery.customer_id WHERE delivery.external = ?1"
        );
        let found = optional(self.conn.prepare_cached(&sql)?.query_row([external], |row| {
            Ok(DeliveryRecord {
                delivery: delivery(row)?,
                customer: row.get(9)?,
                ticks: Vec::new(),
                lines: Vec::new(),
            })
        }))?;
        let Some(found) = found else { return Ok(None) };
        let mut lines = self.conn.prepare_cached(
            "SELECT product.name, line.planned, line.delivered, line.price, line.cost
               FROM delivery_line AS line JOIN product ON product.id = line.product_id
              WHERE line.delivery_id = ?1 ORDER BY line.id",
        )?;
        let lines = lines.query_map([found.delivery.id], |row| {
            Ok(DeliveryLineRecord {
                product: row.get(0)?,
                planned: row.get(1)?,
                delivered: row.get(2)?,
                price: row.get(3)?,
                cost: row.get(4)?,
            })
        })?;
        Ok(Some(DeliveryRecord { lines: lines.collect::<rusqlite::Result<_>>()?, ..found }))
    }

    /// Gives `take` the name and the telephone numbers of every customer who has any.
    pub fn each_person(&self, mut take: impl FnMut(CustomerId, &str, &[String])) -> Result<()> {
        let sql = "SELECT id, name, phones FROM customer";
        let mut statement = self.conn.prepare(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            take(row.get(0)?, &row.get::<_, String>(1)?, &row.get::<_, WordList>(2)?.0);
        }
        Ok(())
    }

    /// Records who sent a customer to us.
    pub fn set_referrer(&self, customer: CustomerId, referrer: CustomerId) -> Result<()> {
        self.mark_customer_dirty(customer, CustomerPart::all());
        self.keep_row("customer", customer.number())?;
        self.conn
            .prepare_cached("UPDATE customer SET referred_by = ?2 WHERE id = ?1")?
            .execute(params![customer, referrer])?;
        Ok(())
    }

    /// Returns whether an entry says the same as one of those up to a number: of the same customer
    /// and day, kind, amount and note.
    pub fn has_entry_like(&self, entry: &Entry, up_to: EntryId) -> Result<bool> {
        let sql = "SELECT 1 FROM entry WHERE customer_id = ?1 AND day = ?2 AND id <= ?3
                      AND kind = ?4 AND amount = ?5 AND note = ?6";
        let Entry { customer, on, kind, amount, ref note, .. } = *entry;
        let values = params![customer, Iso(on), up_to, StableNameText(kind), amount, note];
        Ok(self.conn.prepare_cached(sql)?.exists(values)?)
    }

    /// Returns the customer of a delivery.
    pub fn customer_of_delivery(&self, delivery: DeliveryId) -> Result<Option<CustomerId>> {
        let sql = "SELECT customer_id FROM delivery WHERE id = ?1";
        optional(self.conn.prepare_cached(sql)?.query_row([delivery], |row| row.get(0)))
    }
}

const fn name(table: ImportTable) -> &'static str {
    match table {
        ImportTable::Customers => "customer",
        ImportTable::Containers => "container",
        ImportTable::Products => "product",
        ImportTable::Jars => "jar",
        ImportTable::Prices => "price",
        ImportTable::Deliveries => "delivery",
        ImportTable::Readings => "reading",
        ImportTable::Entries => "entry",
        ImportTable::Skips => "skip",
        ImportTable::Promises => "follow_up",
        ImportTable::DayCloses => "day_close",
        ImportTable::Tickets => "ticket_move",
        ImportTable::ContainerMoves => "container_move",
        ImportTable::Complaints => "complaint",
    }
}
