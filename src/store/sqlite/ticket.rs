//! Prepaid tickets: the rows of their ledger, and the books that follow from them.

use super::super::Result;
use super::changes::is_in_change;
use super::dialect::list_value;
use super::dirty::CustomerPart;
use super::record::{StoredRecord, day_value};
use super::values::{Iso, day, maybe_day, named};
use super::{Tx, optional};
use crate::domain::day::{LAST_DAY, iso};
use crate::domain::id::{ActionId, CustomerId, DeliveryId, EntryId, ProductId, TicketId};
use crate::domain::ticket::{TicketBook, TicketChange, TicketMove, TicketMoveKind};
use crate::domain::views::{CustomerLabel, TicketBookRow, WrongTickets};
use crate::domain::{Day, Money, StableName};
use rusqlite::types::Value;
use rusqlite::{Row, params};
use std::collections::{BTreeMap, BTreeSet};

impl StoredRecord for TicketMove {
    const TABLE: &'static str = "ticket_move";

    fn columns() -> Vec<&'static str> {
        vec![
            "id",
            "customer_id",
            "product_id",
            "day",
            "kind",
            "tickets",
            "free",
            "amount",
            "expires",
            "book_id",
            "delivery_id",
            "entry_id",
        ]
    }

    fn read(row: &Row) -> rusqlite::Result<Self> {
        let tickets = row.get(5)?;
        let change = match named(row, 4)? {
            TicketMoveKind::Sold => TicketChange::Sold {
                paid: tickets,
                free: row.get(6)?,
                price: row.get(7)?,
                expires: maybe_day(row, 8)?,
            },
            TicketMoveKind::Used => {
                TicketChange::Used { book: row.get(9)?, tickets, delivery: row.get(10)? }
            }
            TicketMoveKind::Refunded => {
                TicketChange::Refunded { book: row.get(9)?, tickets, amount: row.get(7)? }
            }
        };
        Ok(Self {
            id: row.get(0)?,
            customer: row.get(1)?,
            product: row.get(2)?,
            on: day(row, 3)?,
            change,
            entry: row.get(11)?,
        })
    }

    fn number(&self) -> i64 {
        self.id.number()
    }

    fn bind(&self) -> Vec<(&'static str, Value)> {
        let (tickets, free, amount, expires, book, delivery) = match self.change {
            TicketChange::Sold { paid, free, price, expires } => {
                (paid, free, price, expires, None, None)
            }
            TicketChange::Used { book, tickets, delivery } => {
                (tickets, 0, Money::ZERO, None, Some(book), Some(delivery))
            }
            TicketChange::Refunded { book, tickets, amount } => {
                (tickets, 0, amount, None, Some(book), None)
            }
        };
        vec![
            ("customer_id", self.customer.number().into()),
            ("product_id", self.product.number().into()),
            ("day", day_value(self.on)),
            ("kind", self.change.kind().key().to_owned().into()),
            ("tickets", tickets.into()),
            ("free", free.into()),
            ("amount", amount.minor().into()),
            ("expires", expires.map(|day| iso(day).to_string()).into()),
            ("book_id", book.map(TicketId::number).into()),
            ("delivery_id", delivery.map(DeliveryId::number).into()),
            ("entry_id", self.entry.map(EntryId::number).into()),
        ]
    }
}

/// The columns of a book at the end of the day `?1`, for a query that names its sale `sold`.
const BOOK: &str =
    "sold.id, sold.customer_id, sold.product_id, sold.day, sold.expires, sold.tickets,
    sold.free, sold.amount,
    (SELECT coalesce(sum(tickets), 0) FROM ticket_move gone
      WHERE gone.book_id = sold.id AND gone.kind = 'used' AND gone.day <= ?1),
    (SELECT coalesce(sum(tickets), 0) FROM ticket_move gone
      WHERE gone.book_id = sold.id AND gone.kind = 'refunded' AND gone.day <= ?1)";

/// Number of columns in [`BOOK`].
const BOOK_COLUMNS: usize = 10;

fn book(row: &Row) -> rusqlite::Result<TicketBook> {
    Ok(TicketBook {
        id: row.get(0)?,
        customer: row.get(1)?,
        product: row.get(2)?,
        sold_on: day(row, 3)?,
        expires: maybe_day(row, 4)?,
        paid: row.get(5)?,
        free: row.get(6)?,
        price: row.get(7)?,
        used: row.get(8)?,
        refunded: row.get(9)?,
    })
}

impl Tx<'_> {
    /// Writes a row of the ledger of tickets; an identity of zero is made, any other is kept.
    pub fn insert_ticket_move(&self, ticket: &TicketMove) -> Result<TicketId> {
        self.mark_customer_dirty(ticket.customer, CustomerPart::ACCOUNT);
        Ok(TicketId::new(self.insert(ticket)?))
    }

    /// Returns the books of a customer with all that was ever taken from them, in the order in which their tickets
    /// are used.
    pub fn ticket_books_of(&self, customer: CustomerId) -> Result<Vec<TicketBook>> {
        let sql = format!(
            "SELECT {BOOK} FROM ticket_move sold WHERE sold.customer_id = ?2 AND sold.kind = 'sold'
              ORDER BY sold.expires IS NULL, sold.expires, sold.day, sold.id"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let books = statement.query_map(params![Iso(LAST_DAY), customer], book)?;
        Ok(books.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns one book with all that was ever taken from it.
    pub fn ticket_book(&self, id: TicketId) -> Result<Option<TicketBook>> {
        let sql =
            format!("SELECT {BOOK} FROM ticket_move sold WHERE sold.id = ?2 AND kind = 'sold'");
        let values = params![Iso(LAST_DAY), id];
        optional(self.conn.prepare_cached(&sql)?.query_row(values, book))
    }

    /// Returns the entry that charged the price of a book.
    pub fn charge_of_book(&self, book: TicketId) -> Result<Option<EntryId>> {
        let sql = "SELECT entry_id FROM ticket_move WHERE id = ?1 AND entry_id IS NOT NULL";
        optional(self.conn.prepare_cached(sql)?.query_row([book], |row| row.get(0)))
    }

    /// Returns the books of a customer (or of all) as they are at the end of a day, with their customers and
    /// products; those that expire first come first.
    pub fn ticket_book_rows(
        &self,
        customer: Option<CustomerId>,
        day: Day,
    ) -> Result<Vec<TicketBookRow>> {
        let whose = if customer.is_some() { "AND sold.customer_id = ?2" } else { "AND ?2 IS NULL" };
        let sql = format!(
            "SELECT {BOOK}, customer.code, customer.name, customer.area, customer.address, product.name
               FROM ticket_move sold
               JOIN customer ON customer.id = sold.customer_id
               JOIN product ON product.id = sold.product_id
              WHERE sold.kind = 'sold' AND sold.day <= ?1 {whose}
              ORDER BY sold.expires IS NULL, sold.expires, sold.day, sold.id"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map(params![Iso(day), customer], |row| {
            let book = book(row)?;
            let who = CustomerLabel {
                id: book.customer,
                code: row.get(BOOK_COLUMNS)?,
                name: row.get(BOOK_COLUMNS + 1)?,
                area: row.get(BOOK_COLUMNS + 2)?,
                address: row.get(BOOK_COLUMNS + 3)?,
            };
            Ok(TicketBookRow { book, who, product: row.get(BOOK_COLUMNS + 4)? })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns whether any book of tickets was ever sold.
    pub fn has_tickets(&self) -> Result<bool> {
        Ok(self.conn.prepare_cached("SELECT 1 FROM ticket_move")?.exists([])?)
    }

    /// Returns the number of tickets of some customers that can be used on a day, by customer and product.
    pub fn valid_tickets(
        &self,
        customers: &BTreeSet<CustomerId>,
        day: Day,
    ) -> Result<BTreeMap<(CustomerId, ProductId), u32>> {
        let sql = format!(
            "SELECT {BOOK} FROM json_each(?2) AS wanted
               JOIN ticket_move sold ON sold.customer_id = wanted.value AND sold.kind = 'sold'
              WHERE sold.day <= ?1 AND (sold.expires IS NULL OR sold.expires >= ?1)"
        );
        let wanted = list_value(customers.iter().map(|id| id.number()));
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(params![Iso(day), wanted])?;
        let mut tickets = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let book = book(row)?;
            *tickets.entry((book.customer, book.product)).or_default() += book.valid_on(day);
        }
        Ok(tickets)
    }

    /// Returns the number of tickets that paid for goods of a delivery, by product.
    pub fn tickets_used_at(&self, delivery: DeliveryId) -> Result<Vec<(ProductId, u32)>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT product_id, sum(tickets) FROM ticket_move WHERE delivery_id = ?1
              GROUP BY product_id ORDER BY product_id",
        )?;
        let rows = statement.query_map([delivery], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns a book of which an action has taken more tickets than there are, or than its goods, or on a day on
    /// which they cannot be used.
    pub fn wrong_tickets_of(&self, action: ActionId) -> Result<Option<WrongTickets>> {
        self.write_changes()?;
        let changed = format!(
            "AND (sold.id IN (SELECT coalesce(ticket.book_id, ticket.id) FROM change
                    JOIN ticket_move ticket ON {}
                   WHERE change.action_id = ?1 AND change.tbl = 'ticket_move'))",
            is_in_change("ticket.id", "change")
        );
        let found = self.wrong_tickets_where(&changed, params![action])?;
        Ok(found.into_iter().next())
    }

    /// Returns the books of which more tickets were taken than there are, or than the goods that they paid for, or
    /// on days on which they could not be used, or by another customer.
    pub fn wrong_tickets(&self) -> Result<Vec<WrongTickets>> {
        self.wrong_tickets_where("", [])
    }

    fn wrong_tickets_where(
        &self,
        condition: &str,
        values: impl rusqlite::Params,
    ) -> Result<Vec<WrongTickets>> {
        let sql = format!(
            "SELECT sold.id, customer.id, customer.code, customer.name, customer.area, customer.address, product.name
               FROM ticket_move sold
               JOIN customer ON customer.id = sold.customer_id
               JOIN product ON product.id = sold.product_id
              WHERE sold.kind = 'sold' {condition}
                AND ((SELECT coalesce(sum(gone.tickets), 0) FROM ticket_move gone WHERE gone.book_id = sold.id)
                       > sold.tickets + sold.free
                  OR EXISTS (SELECT 1 FROM ticket_move gone WHERE gone.book_id = sold.id
                        AND (gone.day NOT BETWEEN sold.day AND coalesce(sold.expires, gone.day)
                          OR gone.customer_id <> sold.customer_id OR gone.product_id <> sold.product_id
                          OR gone.kind = 'used' AND 1000 *
                               (SELECT sum(same.tickets) FROM ticket_move same
                                 WHERE same.delivery_id = gone.delivery_id AND same.product_id = gone.product_id)
                             > coalesce((SELECT sum(line.delivered) FROM delivery_line line
                                 WHERE line.delivery_id = gone.delivery_id AND line.product_id = gone.product_id), 0))))
              ORDER BY sold.id"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map(values, |row| {
            let who = CustomerLabel {
                id: row.get(1)?,
                code: row.get(2)?,
                name: row.get(3)?,
                area: row.get(4)?,
                address: row.get(5)?,
            };
            Ok(WrongTickets { book: row.get(0)?, who, product: row.get(6)? })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
