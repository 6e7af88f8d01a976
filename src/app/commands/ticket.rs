//! Prepaid tickets: books sold, used at the door, and returned for money. The money is on the tab, the tickets are
//! in a ledger of their own.

use super::{CommandOutcome, not_in_the_future, tab};
use crate::app::accounts::account_on;
use crate::app::prices::unit_prices;
use crate::app::{Result, SideNote, find};
use crate::domain::action::{ActionDetail, NamedProduct};
use crate::domain::customer::Customer;
use crate::domain::delivery::{Delivery, DeliveryLine, DeliveryReport};
use crate::domain::id::{ActionId, CustomerId, DeliveryId, ProductId, TicketId};
use crate::domain::product::Product;
use crate::domain::refusal::{Refusal, Topic};
use crate::domain::tab::{Entry, EntryKind, OverLimit};
use crate::domain::ticket::{
    MOST_TICKETS, NewTicketBook, TicketBook, TicketChange, TicketMove, TicketPayment, TicketRefund,
    book_note, refund_note, take_tickets,
};
use crate::domain::{Day, Money, Quantity};
use crate::store::Tx;
use std::collections::BTreeSet;

/// Sells a book: its price is charged, and paid at once or left on the tab.
pub(super) fn sell(tx: &Tx, new: &NewTicketBook, today: Day) -> Result<CommandOutcome> {
    let NewTicketBook { paid, free, on, expires, .. } = *new;
    not_in_the_future(on, today)?;
    let customer = find::customer(tx, new.customer)?;
    let product = find::product_on_sale(tx, new.product)?;
    Topic::Tickets.within(paid, 1..=MOST_TICKETS)?;
    Topic::Tickets.within(free, 0..=MOST_TICKETS)?;
    if let Some(expires) = expires.filter(|expires| *expires < on) {
        return Err(Refusal::NotLater { day: expires, than: on }.into());
    }
    let price = match new.price {
        Some(price) => price,
        None => {
            let units = Quantity::whole(paid.into());
            units.times(unit_prices(tx, customer.id, &product, on)?.of(units))
        }
    };
    Topic::Amount.within(price, Money::ZERO..=Money::MAX)?;
    if new.payment == TicketPayment::OnTab && new.over == OverLimit::Refuse {
        let balance = account_on(tx, today, customer.id)?.balance;
        tab::check_limit(tx, &customer, (balance, price, Money::ZERO), today)?;
    }
    let note = book_note(tx.shop()?.language.unwrap_or_default(), &product.name, (paid, free));
    write_pair(
        tx,
        (customer.id, on),
        price,
        (EntryKind::Charge, EntryKind::Payment),
        (&new.payment, note),
    )?;
    tx.insert_ticket_move(&TicketMove {
        id: TicketId::new(0),
        customer: customer.id,
        product: product.id,
        on,
        change: TicketChange::Sold { paid, free, price, expires },
    })?;
    let notes = vec![left(tx, &customer, &product, today)?];
    let product = NamedProduct::from(&product);
    let customer = (&customer).into();
    Ok((ActionDetail::TicketsSold { customer, product, paid, free, price, expires }, notes))
}

/// Returns tickets for money: what was paid for them is taken off the tab, and returned at once or left as credit.
pub(super) fn refund(tx: &Tx, refund: &TicketRefund, today: Day) -> Result<CommandOutcome> {
    let TicketRefund { customer, product, on, .. } = *refund;
    not_in_the_future(on, today)?;
    let customer = find::customer(tx, customer)?;
    let product = find::product(tx, product)?;
    let books = books_for(tx, customer.id, product.id)?;
    let all: u32 = books.iter().map(|book| book.valid_on(on)).sum();
    let tickets = refund.tickets.unwrap_or(all);
    let parts = take(&books, (&customer, &product), tickets, on)?;
    let (mut amount, mut paid) = (Money::ZERO, 0);
    for (book, part) in parts {
        let (money, paid_for) = book.refund(part);
        amount += money;
        paid += paid_for;
        let change = TicketChange::Refunded { book: book.id, tickets: part, amount: money };
        insert(tx, &book, on, change)?;
    }
    let language = tx.shop()?.language.unwrap_or_default();
    let note = refund_note(language, &product.name, tickets);
    let kinds = (EntryKind::Correction, EntryKind::Refund);
    write_pair(tx, (customer.id, on), amount, kinds, (&refund.payment, note))?;
    let sum = SideNote::TicketsRefunded { tickets, paid, amount };
    let notes = vec![sum, left(tx, &customer, &product, today)?];
    let product = NamedProduct::from(&product);
    Ok((
        ActionDetail::TicketsRefunded { customer: (&customer).into(), product, tickets, amount },
        notes,
    ))
}

/// Writes what tickets cost or are worth on the tab, and the money that changes hands for it.
fn write_pair(
    tx: &Tx,
    (customer, on): (CustomerId, Day),
    amount: Money,
    (owed, paid): (EntryKind, EntryKind),
    (payment, note): (&TicketPayment, String),
) -> Result<()> {
    if amount.is_zero() {
        return Ok(());
    }
    let owes = if owed == EntryKind::Correction { -amount } else { amount };
    tx.insert_entry(&Entry { note: note.clone(), ..tab::entry(customer, owed, owes, on) })?;
    if let TicketPayment::Now(method) = payment {
        let method = tab::listed_method(tx, method)?;
        tx.insert_entry(&Entry { note, method, ..tab::entry(customer, paid, amount, on) })?;
    }
    Ok(())
}

/// Uses the tickets of a report for the goods of a delivery that is done. Returns the value of the goods that they
/// pay for, and the tickets that are left.
pub(super) fn pay(
    tx: &Tx,
    delivery: &Delivery,
    (customer, door): (&Customer, &DeliveryReport),
) -> Result<(Money, Vec<SideNote>)> {
    let (mut value, mut notes, mut used) = (Money::ZERO, Vec::new(), BTreeSet::new());
    let named = door.tickets.iter().filter(|(_, tickets)| *tickets > 0);
    for (product, tickets) in named {
        let line = line_of(tx, (delivery, customer), *product)?;
        let product = find::product(tx, line.product)?;
        let delivered = line.delivered.unwrap_or(Quantity::ZERO);
        let units = Quantity::whole((*tickets).into());
        if units > delivered {
            let (tickets, unit) = (*tickets, product.unit);
            let product = product.name;
            return Err(Refusal::MoreTicketsThanGoods { product, tickets, delivered, unit }.into());
        }
        let books = books_for(tx, customer.id, product.id)?;
        for (book, part) in take(&books, (customer, &product), *tickets, door.on)? {
            let change = TicketChange::Used { book: book.id, tickets: part, delivery: delivery.id };
            insert(tx, &book, door.on, change)?;
        }
        value += units.times(line.price.unwrap_or(Money::ZERO));
        used.insert(product.id);
        notes.push(SideNote::TicketsUsed { product: product.name.clone(), tickets: *tickets });
        notes.push(left(tx, customer, &product, door.on)?);
    }
    // Tickets that could have been used are not forgotten in silence.
    for line in delivery.lines.iter().filter(|line| !used.contains(&line.product)) {
        let books = books_for(tx, customer.id, line.product)?;
        if books.iter().any(|book| book.valid_on(door.on) > 0) {
            notes.push(left(tx, customer, &find::product(tx, line.product)?, door.on)?);
        }
    }
    Ok((value, notes))
}

/// Returns the line that tickets pay for: of the named product, or of the only one for which there are tickets.
fn line_of(
    tx: &Tx,
    (delivery, customer): (&Delivery, &Customer),
    product: Option<ProductId>,
) -> Result<DeliveryLine> {
    let which = || Refusal::WhichTickets { name: customer.name.clone() };
    if let Some(product) = product {
        let line = delivery.lines.iter().find(|line| line.product == product);
        return Ok(*line.ok_or_else(which)?);
    }
    let books = tx.ticket_books_of(customer.id)?;
    let has_book = |line: &&DeliveryLine| {
        books.iter().any(|book| book.product == line.product && book.left() > 0)
    };
    let mut lines = delivery.lines.iter().filter(has_book);
    match (lines.next(), lines.next(), delivery.lines.as_slice()) {
        (Some(only), None, _) | (None, _, [only]) => Ok(*only),
        _ => Err(which().into()),
    }
}

/// Returns the value of the goods of a delivery for which tickets paid, at the prices of these lines.
///
/// # Errors
/// [`Refusal::TicketsPaidFor`] if fewer goods are left than tickets were used for.
pub(super) fn value_paid(tx: &Tx, delivery: DeliveryId, lines: &[DeliveryLine]) -> Result<Money> {
    let mut value = Money::ZERO;
    for (product, tickets) in tx.tickets_used_at(delivery)? {
        let units = Quantity::whole(tickets.into());
        let line = lines.iter().find(|line| line.product == product);
        match line.filter(|line| line.delivered.is_some_and(|delivered| delivered >= units)) {
            Some(line) => value += units.times(line.price.unwrap_or(Money::ZERO)),
            None => {
                let product = find::product(tx, product)?.name;
                return Err(Refusal::TicketsPaidFor { delivery, product, tickets }.into());
            }
        }
    }
    Ok(value)
}

/// Refuses an action after which a book has given more tickets than it had, which can happen when one is done again.
pub(in crate::app) fn ensure_enough(tx: &Tx, action: ActionId) -> Result<()> {
    match tx.wrong_tickets_of(action)? {
        Some(wrong) => {
            let (name, product) = (wrong.who.name, wrong.product);
            Err(Refusal::NotEnoughTickets { name, product, tickets: 0, expired: None }.into())
        }
        None => Ok(()),
    }
}

fn insert(tx: &Tx, book: &TicketBook, on: Day, change: TicketChange) -> Result<()> {
    let TicketBook { customer, product, .. } = *book;
    tx.insert_ticket_move(&TicketMove { id: TicketId::new(0), customer, product, on, change })?;
    Ok(())
}

fn books_for(tx: &Tx, customer: CustomerId, product: ProductId) -> Result<Vec<TicketBook>> {
    let mut books = tx.ticket_books_of(customer)?;
    books.retain(|book| book.product == product);
    Ok(books)
}

/// Takes tickets from books; refuses more than can be used on the day.
fn take(
    books: &[TicketBook],
    (customer, product): (&Customer, &Product),
    tickets: u32,
    on: Day,
) -> Result<Vec<(TicketBook, u32)>> {
    let parts = take_tickets(books, tickets, on).filter(|parts| !parts.is_empty());
    let expired = books.iter().filter(|book| book.expired_on(on) > 0);
    let none = || Refusal::NotEnoughTickets {
        name: customer.name.clone(),
        product: product.name.clone(),
        tickets: books.iter().map(|book| book.valid_on(on)).sum(),
        expired: expired.filter_map(|book| book.expires).max(),
    };
    Ok(parts.ok_or_else(none)?)
}

/// Returns the tickets that a customer has left for a product on a day, as a note.
fn left(tx: &Tx, customer: &Customer, product: &Product, day: Day) -> Result<SideNote> {
    let books = books_for(tx, customer.id, product.id)?;
    let valid = books.iter().filter(|book| book.valid_on(day) > 0);
    let expires = valid.clone().filter_map(|book| book.expires).min();
    let (tickets, product) = (valid.map(TicketBook::left).sum(), product.name.clone());
    Ok(SideNote::TicketsLeft { product, tickets, expires })
}
