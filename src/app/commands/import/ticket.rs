//! Tickets from a file.

use super::{Ids, Placed, Put, Wrong, at, visits};
use crate::app::commands::not_in_the_future;
use crate::domain::Day;
use crate::domain::id::TicketId;
use crate::domain::record::TicketRecord;
use crate::domain::refusal::{Refusal, Topic};
use crate::domain::ticket::{TicketBook, TicketChange, TicketMove};
use crate::store::Tx;

pub(super) fn put_ticket(tx: &Tx, ids: &mut Ids, row: TicketRecord, today: Day) -> Put<Placed> {
    let id = TicketId::new(ids.free(tx, row.ticket.id.number())?);
    let customer = super::customer(tx, "customer", &row.customer)?;
    let product = ids.product(tx, "product", &row.product)?;
    let ticket = TicketMove { id, customer, product: product.id, ..row.ticket };
    at(|_| "day", not_in_the_future(ticket.on, today))?;
    if let Some(entry) = ticket.entry {
        visits::of_tab(tx, "tab_entry", (entry, Some(customer)))?;
    }
    match ticket.change {
        TicketChange::Sold { expires: Some(day), .. } if day < ticket.on => {
            return Err(Wrong::Rule("expires", Refusal::NotLater { day, than: ticket.on }));
        }
        TicketChange::Sold { .. } => {}
        TicketChange::Used { book, tickets, delivery } => {
            visits::theirs(tx, delivery, customer)?;
            ensure_left(tx, &ticket, (book, tickets), &row)?;
        }
        TicketChange::Refunded { book, tickets, .. } => {
            ensure_left(tx, &ticket, (book, tickets), &row)?;
        }
    }
    tx.insert_ticket_move(&ticket)?;
    Ok(Placed::New)
}

/// Refuses a row that takes tickets from a book of somebody else, or more than it had on the day.
fn ensure_left(
    tx: &Tx,
    ticket: &TicketMove,
    (book, tickets): (TicketId, u32),
    row: &TicketRecord,
) -> Put {
    let which = || format!("#{}", book.number());
    let theirs =
        |book: &TicketBook| (book.customer, book.product) == (ticket.customer, ticket.product);
    let Some(book) = tx.ticket_book(book)?.filter(theirs) else {
        let refused = Refusal::NotFound { what: Topic::Tickets, which: which() };
        return Err(Wrong::Rule("book", refused));
    };
    match book.valid_on(ticket.on) {
        valid if valid >= tickets => Ok(()),
        valid => {
            let (name, product) = (row.customer.clone(), row.product.clone());
            let expired = book.expires.filter(|last| *last < ticket.on);
            let refused = Refusal::NotEnoughTickets { name, product, tickets: valid, expired };
            Err(Wrong::Rule("tickets", refused))
        }
    }
}
