//! Tickets: the ledger of books sold, and of tickets used and refunded.

use super::fields::{Fields, key};
use super::import_error::FieldError;
use super::source::Parse;
use crate::domain::id::{CustomerId, DeliveryId, EntryId, ProductId, TicketId};
use crate::domain::quantity::parse_whole;
use crate::domain::record::TicketRecord;
use crate::domain::ticket::{MOST_TICKETS, TicketChange, TicketMove, TicketMoveKind};
use crate::domain::{Currency, Money, StableName};
use crate::exchange::{Cell, Column};

pub(super) const COLUMNS: &[Column] = &[
    Column::right("id"),
    Column::left("customer"),
    Column::left("product"),
    Column::left("day"),
    Column::left("kind"),
    Column::right("tickets"),
    Column::right("free"),
    Column::right("amount"),
    Column::left("expires"),
    Column::right("book"),
    Column::right("delivery"),
    Column::right("tab_entry"),
];

pub(super) const NEEDED: &[&str] = &["customer", "product", "day", "tickets"];

pub(super) fn cells(row: &TicketRecord, currency: Currency) -> [Cell<'_>; 12] {
    let ticket = &row.ticket;
    let (tickets, free, amount, expires, book, delivery) = match ticket.change {
        TicketChange::Sold { paid, free, price, expires } => {
            (paid, Some(free), Some(price), expires, None, None)
        }
        TicketChange::Used { book, tickets, delivery } => {
            (tickets, None, None, None, Some(book), Some(delivery))
        }
        TicketChange::Refunded { book, tickets, amount } => {
            (tickets, None, Some(amount), None, Some(book), None)
        }
    };
    [
        Cell::Int(ticket.id.number()),
        Cell::text(&row.customer),
        Cell::text(&row.product),
        Cell::Day(ticket.on),
        Cell::name("ticket", ticket.change.kind().key()),
        Cell::Int(tickets.into()),
        Cell::or_empty(free, |free| Cell::Int(free.into())),
        Cell::or_empty(amount, |amount| Cell::Money(amount, currency)),
        Cell::or_empty(expires, Cell::Day),
        Cell::or_empty(book, |book| Cell::Int(book.number())),
        Cell::or_empty(delivery, |delivery| Cell::Int(delivery.number())),
        Cell::or_empty(ticket.entry, |entry| Cell::Int(entry.number())),
    ]
}

pub(super) fn read(row: &mut Fields<'_>, parse: Parse) -> Option<TicketRecord> {
    let id = row.id("id", TicketId::new);
    let (customer, product) = (row.needed_text("customer"), row.needed_text("product"));
    let on = row.needed_day("day");
    let kind = row.value_or("kind", TicketMoveKind::Sold, key::<TicketMoveKind>);
    let tickets = row.needed("tickets", |text| parse_whole(text, 1, 2 * MOST_TICKETS));
    let free = row.value_or("free", 0, |text| parse_whole(text, 0, MOST_TICKETS));
    let amount =
        row.value_or("amount", Money::ZERO, |text| parse.currency.parse_at_least_zero(text));
    let expires = row.day("expires");
    let book = row.maybe_id("book", TicketId::new);
    let delivery = row.maybe_id("delivery", DeliveryId::new);
    let entry = row.maybe_id("tab_entry", EntryId::new);
    let (kind, tickets, amount, book, delivery) = (kind?, tickets?, amount?, book?, delivery?);
    let change = match (kind, book, delivery) {
        (TicketMoveKind::Sold, ..) => {
            TicketChange::Sold { paid: tickets, free: free?, price: amount, expires: expires? }
        }
        (TicketMoveKind::Used, Some(book), Some(delivery)) => {
            TicketChange::Used { book, tickets, delivery }
        }
        (TicketMoveKind::Refunded, Some(book), _) => {
            TicketChange::Refunded { book, tickets, amount }
        }
        (TicketMoveKind::Used | TicketMoveKind::Refunded, None, _) => {
            row.wrong("book", FieldError::Empty);
            return None;
        }
        (TicketMoveKind::Used, Some(_), None) => {
            row.wrong("delivery", FieldError::Empty);
            return None;
        }
    };
    let ticket = TicketMove {
        id: id?,
        customer: CustomerId::new(0),
        product: ProductId::new(0),
        on: on?,
        change,
        entry: entry?.filter(|_| kind != TicketMoveKind::Used),
    };
    Some(TicketRecord { ticket, customer: customer?, product: product? })
}
