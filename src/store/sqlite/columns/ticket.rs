//! The columns of the ledger of tickets.

use super::super::values::StableNameText;
use super::kinds::{at_least_zero, day, is_count, number, one_of, parent, positive, reads, table};
use super::{Fallback, TableSpec};
use crate::domain::ticket::TicketMoveKind;

/// The ledger. A row without its book or its delivery is lost in a rescue: its tickets are those of the customer
/// again.
pub(super) const TICKET_MOVE: TableSpec = TableSpec {
    rules: &[
        ("book_id", "(book_id IS NULL) = (kind = 'sold')"),
        ("delivery_id", "(delivery_id IS NULL) = (kind <> 'used')"),
        ("expires", "expires IS NULL OR kind = 'sold'"),
        ("free", "free = 0 OR kind = 'sold'"),
        ("amount", "amount = 0 OR kind <> 'used'"),
        ("entry_id", "entry_id IS NULL OR kind <> 'used'"),
    ],
    ..table(
        "ticket_move",
        &[
            parent("customer_id", "customer"),
            parent("product_id", "product"),
            day("day"),
            one_of("kind", reads::<StableNameText<TicketMoveKind>>),
            number("tickets", |value| is_count(value) && positive(value)),
            number("free", is_count).or(Fallback::Integer(0)),
            number("amount", at_least_zero).or(Fallback::Integer(0)),
            day("expires").optional(),
            parent("book_id", "ticket_move").optional().or(Fallback::LoseRow),
            parent("delivery_id", "delivery").optional().or(Fallback::LoseRow),
            parent("entry_id", "entry").optional(),
        ],
    )
};
