//! Prepaid tickets (水票): sold in books, used at the door instead of money, each for one unit of its product.
//!
//! Their ledger is append-only: a book is the row of its sale, and every later row takes tickets from one book.
//! The paid tickets of a book go first and the free ones last, so that the free ones are worth nothing when the
//! rest is refunded.

use super::day::Day;
use super::entry_kind::OverLimit;
use super::id::{CustomerId, DeliveryId, EntryId, ProductId, TicketId};
use super::money::Money;
use super::quantity::{NumberError, parse_whole};
use super::refusal::Refusal;
use super::shop::Language;
use super::stable_name::keys;
use super::text::rules;

/// Maximum number of paid, and of free tickets in a book.
pub const MOST_TICKETS: u32 = 10_000;

/// Parses a number of tickets.
///
/// # Errors
/// If it is not a whole number up to [`MOST_TICKETS`].
pub fn parse_tickets(text: &str) -> Result<u32, NumberError> {
    parse_whole(text, 0, MOST_TICKETS)
}

/// One row of the ledger of tickets.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TicketMove {
    /// Given by the store; a book has that of its sale.
    pub id: TicketId,
    /// The customer whose tickets they are.
    pub customer: CustomerId,
    /// The product of which a ticket pays for one unit.
    pub product: ProductId,
    /// The day of the move.
    pub on: Day,
    /// The change of the tickets.
    pub change: TicketChange,
    /// The entry of the price of a book, or of the money of a refund.
    pub entry: Option<EntryId>,
}

/// The change that a row of the ledger makes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TicketChange {
    /// A book was sold.
    Sold {
        /// Number of tickets that were paid for.
        paid: u32,
        /// Number of tickets given on top.
        free: u32,
        /// Price of the book.
        price: Money,
        /// Last day on which they can be used; `None` for ever.
        expires: Option<Day>,
    },
    /// Tickets paid for goods at the door.
    Used {
        /// The book.
        book: TicketId,
        /// Number of tickets.
        tickets: u32,
        /// The delivery of the goods.
        delivery: DeliveryId,
    },
    /// Tickets were returned for money.
    Refunded {
        /// The book.
        book: TicketId,
        /// Number of tickets.
        tickets: u32,
        /// The money for them.
        amount: Money,
    },
}

/// The kind of a row of the ledger.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the variants are those of `TicketChange`")]
pub enum TicketMoveKind {
    Sold,
    Used,
    Refunded,
}

keys!(TicketMoveKind { Sold = "sold", Used = "used", Refunded = "refunded" });

impl TicketChange {
    /// Returns its kind.
    pub const fn kind(&self) -> TicketMoveKind {
        match self {
            Self::Sold { .. } => TicketMoveKind::Sold,
            Self::Used { .. } => TicketMoveKind::Used,
            Self::Refunded { .. } => TicketMoveKind::Refunded,
        }
    }
}

/// A book of tickets with what is left of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TicketBook {
    /// Its identity: that of its sale.
    pub id: TicketId,
    /// The customer.
    pub customer: CustomerId,
    /// The product.
    pub product: ProductId,
    /// The day of the sale.
    pub sold_on: Day,
    /// The last day on which its tickets can be used; `None` for ever.
    pub expires: Option<Day>,
    /// Number of tickets that were paid for.
    pub paid: u32,
    /// Number of tickets given on top.
    pub free: u32,
    /// Price of the book.
    pub price: Money,
    /// Number of tickets used.
    pub used: u32,
    /// Number of tickets returned for money.
    pub refunded: u32,
}

impl TicketBook {
    /// Returns the number of tickets that are left.
    pub const fn left(&self) -> u32 {
        (self.paid + self.free).saturating_sub(self.gone())
    }

    const fn gone(&self) -> u32 {
        self.used.saturating_add(self.refunded)
    }

    /// Returns the number of tickets left that can be used on a day.
    pub fn valid_on(&self, day: Day) -> u32 {
        let is_valid = self.sold_on <= day && self.expires.is_none_or(|last| last >= day);
        if is_valid { self.left() } else { 0 }
    }

    /// Returns the number of tickets left that expired before a day.
    pub fn expired_on(&self, day: Day) -> u32 {
        if self.expires.is_some_and(|last| last < day) { self.left() } else { 0 }
    }

    /// Returns the money that was paid for the tickets that are left: whole minor units, rounded down, so that the
    /// parts of a book never make more than its price.
    pub fn value(&self) -> Money {
        self.value_after(0)
    }

    /// Returns the money that the next tickets are worth when they are returned, and how many of them were paid
    /// for.
    pub fn refund(&self, tickets: u32) -> (Money, u32) {
        let paid_left = self.paid.saturating_sub(self.gone());
        (self.value() - self.value_after(tickets), tickets.min(paid_left))
    }

    fn value_after(&self, tickets: u32) -> Money {
        let paid_left = self.paid.saturating_sub(self.gone().saturating_add(tickets));
        let whole = i128::from(self.price.minor()) * i128::from(paid_left);
        let part = whole / i128::from(self.paid.max(1));
        Money::from_minor(i64::try_from(part).unwrap_or(i64::MAX))
    }
}

/// Takes tickets from the books of a customer that are valid on a day: from those that expire first, and among
/// them from the oldest. Returns the parts, or `None` if there are not enough.
pub fn take_tickets(
    books: &[TicketBook],
    tickets: u32,
    day: Day,
) -> Option<Vec<(TicketBook, u32)>> {
    let mut valid: Vec<&TicketBook> = books.iter().filter(|book| book.valid_on(day) > 0).collect();
    valid.sort_by_key(|book| (book.expires.is_none(), book.expires, book.sold_on, book.id));
    let (mut parts, mut wanted) = (Vec::new(), tickets);
    for book in valid {
        let part = book.left().min(wanted);
        wanted -= part;
        if part > 0 {
            parts.push((*book, part));
        }
    }
    (wanted == 0).then_some(parts)
}

/// The tickets of a customer for one product on a day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TicketBalance {
    /// The product.
    pub product: ProductId,
    /// Its name.
    pub product_name: String,
    /// Number of tickets that can be used.
    pub tickets: u32,
    /// The money that was paid for them.
    pub value: Money,
    /// The day on which the first of them expire; `None` if none does.
    pub expires: Option<Day>,
    /// Number of tickets that expired unused.
    pub expired: u32,
}

impl TicketBalance {
    /// Days before the expiry from which it is pointed out.
    pub const SOON_DAYS: i64 = 30;

    /// Sums up books on a day, by product in the order of the books; a product of which nothing is left is left
    /// out.
    pub fn of_books<'b>(
        books: impl Iterator<Item = (&'b TicketBook, &'b str)>,
        day: Day,
    ) -> Vec<Self> {
        let mut balances: Vec<Self> = Vec::new();
        for (book, name) in books.filter(|(book, _)| book.left() > 0) {
            let known = balances.iter().position(|known| known.product == book.product);
            let new = || Self {
                product: book.product,
                product_name: name.to_owned(),
                tickets: 0,
                value: Money::ZERO,
                expires: None,
                expired: 0,
            };
            let at = known.unwrap_or_else(|| {
                balances.push(new());
                balances.len() - 1
            });
            let Some(balance) = balances.get_mut(at) else { continue };
            balance.expired += book.expired_on(day);
            let valid = book.valid_on(day);
            if valid > 0 {
                balance.tickets += valid;
                balance.value += book.value();
                balance.expires = balance.expires.into_iter().chain(book.expires).min();
            }
        }
        balances
    }

    /// Returns whether tickets that can be used on a day expire within [`Self::SOON_DAYS`].
    pub fn expires_soon(&self, day: Day) -> bool {
        self.expires.is_some_and(|last| (last - day).num_days() <= Self::SOON_DAYS)
    }
}

/// The way in which money for tickets changes hands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum TicketPayment {
    /// At once, by a method of the shop's list; empty if it is not said.
    Now(String),
    /// On the tab: a price is owed, a refund is credit.
    OnTab,
}

impl TicketPayment {
    /// Returns it with its method as it is stored.
    ///
    /// # Errors
    /// If the method breaks its rule.
    pub fn normalized(&self) -> Result<Self, Refusal> {
        Ok(match self {
            Self::Now(method) => Self::Now(rules::METHOD.normalize(method)?),
            Self::OnTab => Self::OnTab,
        })
    }
}

/// A book of tickets to be sold.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewTicketBook {
    /// The customer.
    pub customer: CustomerId,
    /// The product.
    pub product: ProductId,
    /// Number of tickets paid for.
    pub paid: u32,
    /// Number of tickets on top.
    pub free: u32,
    /// Price of the book; `None` is the agreed price of as many units as are paid for.
    pub price: Option<Money>,
    /// The day of the sale.
    pub on: Day,
    /// The last day on which the tickets can be used; `None` is for ever.
    pub expires: Option<Day>,
    /// The way in which it is paid.
    pub payment: TicketPayment,
    /// Handling of a price on the tab beyond the customer's credit limit.
    pub over: OverLimit,
}

/// Tickets to be returned for money.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TicketRefund {
    /// The customer.
    pub customer: CustomerId,
    /// The product.
    pub product: ProductId,
    /// Number of tickets; `None` for all that can be used.
    pub tickets: Option<u32>,
    /// The day of the refund.
    pub on: Day,
    /// The way in which the money is returned.
    pub payment: TicketPayment,
}

/// Returns the note of the entries of a book, as papers show it: `tickets: water 10+1`.
pub fn book_note(language: Language, product: &str, (paid, free): (u32, u32)) -> String {
    note(language, product, &ticket_count((paid, free)))
}

/// Returns the tickets of a book as a shop says them: `10+1`.
pub fn ticket_count((paid, free): (u32, u32)) -> String {
    if free == 0 { paid.to_string() } else { format!("{paid}+{free}") }
}

/// Returns the note of the entries of a refund: `tickets: water -3`.
pub fn refund_note(language: Language, product: &str, tickets: u32) -> String {
    note(language, product, &format!("-{tickets}"))
}

fn note(language: Language, product: &str, count: &str) -> String {
    match language {
        Language::English => format!("tickets: {product} {count}"),
        Language::Chinese => format!("水票：{product} {count}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::parse_iso;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        parse_iso(text).unwrap_or_default()
    }

    fn book(id: i64, expires: Option<&str>, gone: u32) -> TicketBook {
        TicketBook {
            id: TicketId::new(id),
            customer: CustomerId::new(1),
            product: ProductId::new(1),
            sold_on: day("2026-03-01"),
            expires: expires.map(day),
            paid: 10,
            free: 1,
            price: Money::from_minor(180),
            used: gone,
            refunded: 0,
        }
    }

    #[test]
    fn tickets_that_expire_first_are_taken_first_and_expired_ones_never() {
        let books =
            [book(1, None, 0), book(2, Some("2026-05-01"), 9), book(3, Some("2026-03-26"), 0)];
        let taken = |tickets, on| {
            let parts = take_tickets(&books, tickets, day(on))?;
            Some(parts.iter().map(|(book, part)| (book.id.number(), *part)).collect::<Vec<_>>())
        };
        assert_eq!(taken(3, "2026-03-27"), Some(vec![(2, 2), (1, 1)]));
        assert_eq!(taken(3, "2026-03-26"), Some(vec![(3, 3)]));
        assert_eq!(taken(13, "2026-03-27"), Some(vec![(2, 2), (1, 11)]));
        assert_eq!(taken(14, "2026-03-27"), None);
        assert_eq!(taken(1, "2026-02-28"), None, "before they were sold");
    }

    #[test]
    fn free_tickets_go_last_and_are_worth_nothing() {
        assert_eq!(book(1, None, 0).value(), Money::from_minor(180));
        assert_eq!(book(1, None, 3).refund(8), (Money::from_minor(126), 7));
        assert_eq!(book(1, None, 10).refund(1), (Money::ZERO, 0));
    }

    proptest! {
        #[test]
        fn the_parts_of_a_book_make_its_price(
            price in 0_i64..=1_000_000_000_000, paid in 1_u32..50, free in 0_u32..5, parts in proptest::collection::vec(1_u32..9, 0..60),
        ) {
            let mut left = TicketBook { price: Money::from_minor(price), paid, free, ..book(1, None, 0) };
            let mut sum = Money::ZERO;
            for part in parts {
                let part = part.min(left.left());
                sum += left.refund(part).0;
                left.refunded += part;
                prop_assert_eq!(sum + left.value(), Money::from_minor(price));
                prop_assert!(!left.value().is_negative());
            }
        }
    }
}
