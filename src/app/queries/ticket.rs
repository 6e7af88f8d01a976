//! Books of prepaid tickets, and what is left of them.

use crate::app::{App, Result};
use crate::domain::Day;
use crate::domain::id::CustomerId;
use crate::domain::ticket::TicketBalance;
use crate::domain::views::TicketBookRow;
use crate::store::Tx;

impl App {
    /// Returns the books of a customer (or of all) as they are at the end of today, the first to expire first.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn ticket_books(&self, customer: Option<CustomerId>) -> Result<Vec<TicketBookRow>> {
        let today = self.today();
        self.store.read(|tx| Ok(tx.ticket_book_rows(customer, today)?))
    }
}

/// Returns the tickets that a customer has left on a day, by product.
pub(super) fn ticket_balances(
    tx: &Tx,
    customer: CustomerId,
    day: Day,
) -> Result<Vec<TicketBalance>> {
    let rows = tx.ticket_book_rows(Some(customer), day)?;
    Ok(TicketBalance::of_books(rows.iter().map(|row| (&row.book, row.product.as_str())), day))
}
