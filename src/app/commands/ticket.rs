//! Prepaid tickets: books sold, used at the door, and returned for money. The money is on the tab, the tickets are
//! in a ledger of their own.

use super::{CommandOutcome, not_in_the_future, tab};
use crate::app::accounts::account_on;
use crate::app::prices::unit_prices;
use crate::app::{Result, SideNote, find};
use crate::domain::action::{ActionDetail, NamedProduct};
use crate::domain::customer::Customer;
use crate::domain::day::LAST_DAY;
use crate::domain::delivery::{Delivery, DeliveryLine, DeliveryReport};
use crate::domain::id::{ActionId, CustomerId, DeliveryId, EntryId, ProductId, TicketId};
use crate::domain::product::Product;
use crate::domain::refusal::{Refusal, Topic};
use crate::domain::tab::{Entry, EntryKind, OverLimit, statement};
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
    let entry = charge(tx, (customer.id, on), price, (&new.payment, note))?;
    tx.insert_ticket_move(&TicketMove {
        id: TicketId::new(0),
        customer: customer.id,
        product: product.id,
        on,
        change: TicketChange::Sold { paid, free, price, expires },
        entry,
    })?;
    let notes = vec![left(tx, &customer, &product, today)?];
    let product = NamedProduct::from(&product);
    let customer = (&customer).into();
    Ok((ActionDetail::TicketsSold { customer, product, paid, free, price, expires }, notes))
}

/// Returns tickets for money: their price is taken off the tab, and what was paid of it is returned at once or left as
/// credit.
pub(super) fn refund(tx: &Tx, refund: &TicketRefund, today: Day) -> Result<CommandOutcome> {
    let TicketRefund { customer, product, on, .. } = *refund;
    not_in_the_future(on, today)?;
    let customer = find::customer(tx, customer)?;
    let product = find::product(tx, product)?;
    let books = books_for(tx, customer.id, product.id)?;
    let all: u32 = books.iter().map(|book| book.valid_on(on)).sum();
    let tickets = refund.tickets.unwrap_or(all);
    let parts = take(&books, (&customer, &product), tickets, on)?;
    let language = tx.shop()?.language.unwrap_or_default();
    let (mut amount, mut paid, mut unpaid) = (Money::ZERO, 0, Money::ZERO);
    for (book, part) in parts {
        let (money, paid_for) = book.refund(part);
        let note = refund_note(language, &product.name, part);
        let owed = unpaid_of(tx, &book)?;
        let entry = give_back(tx, (&book, on), (money, owed), (&refund.payment, note))?;
        amount += money;
        paid += paid_for;
        unpaid += owed.map_or(Money::ZERO, |(_, open)| open.min(money));
        let change = TicketChange::Refunded { book: book.id, tickets: part, amount: money };
        insert(tx, &book, (on, entry), change)?;
    }
    let mut notes = vec![SideNote::TicketsRefunded { tickets, paid, amount }];
    let is_asked = refund.payment == TicketPayment::OnTab;
    notes.extend((unpaid.is_positive() && !is_asked).then_some(SideNote::TicketsUnpaid(unpaid)));
    notes.push(left(tx, &customer, &product, today)?);
    let product = NamedProduct::from(&product);
    Ok((
        ActionDetail::TicketsRefunded { customer: (&customer).into(), product, tickets, amount },
        notes,
    ))
}

/// Charges the price of a book and returns the entry, if there is a price. What is paid at once settles this charge, so
/// that older debts stay as late as they are.
fn charge(
    tx: &Tx,
    (customer, on): (CustomerId, Day),
    price: Money,
    (payment, note): (&TicketPayment, String),
) -> Result<Option<EntryId>> {
    if price.is_zero() {
        return Ok(None);
    }
    let charge = tab::entry(customer, EntryKind::Charge, price, on);
    let charge = tx.insert_entry(&Entry { note: note.clone(), ..charge })?;
    if let TicketPayment::Now(method) = payment {
        let (method, against) = (tab::listed_method(tx, method)?, Some(charge));
        let paid = tab::entry(customer, EntryKind::Payment, price, on);
        tx.insert_entry(&Entry { note, method, against, ..paid })?;
    }
    Ok(Some(charge))
}

/// Returns the charge of a book with what is still open of it; `None` if all is paid.
fn unpaid_of(tx: &Tx, book: &TicketBook) -> Result<Option<(EntryId, Money)>> {
    let Some(charge) = tx.charge_of_book(book.id)? else { return Ok(None) };
    let tab = statement(tx.entries_of(book.customer)?, LAST_DAY, |day| day);
    let open = tab.lines.iter().find(|line| line.entry.id == charge).map(|line| line.open);
    Ok(open.filter(|open| open.is_positive()).map(|open| (charge, open)))
}

/// Takes the price of returned tickets off the tab: what is unpaid of their book from its charge, and the rest as
/// credit or money. Returns the first entry, if there is a price.
fn give_back(
    tx: &Tx,
    (book, on): (&TicketBook, Day),
    (amount, unpaid): (Money, Option<(EntryId, Money)>),
    (payment, note): (&TicketPayment, String),
) -> Result<Option<EntryId>> {
    let correct = |amount: Money, against| {
        let correction = tab::entry(book.customer, EntryKind::Correction, -amount, on);
        tx.insert_entry(&Entry { note: note.clone(), against, ..correction })
    };
    let (on_tab, method) = match payment {
        TicketPayment::OnTab => (amount, String::new()),
        TicketPayment::Now(method) => {
            let open = unpaid.map_or(Money::ZERO, |(_, open)| open);
            (open.min(amount), tab::listed_method(tx, method)?)
        }
    };
    let mut first = None;
    if on_tab.is_positive() {
        first = Some(correct(on_tab, unpaid.map(|(charge, _)| charge))?);
    }
    let returned = amount - on_tab;
    if returned.is_positive() {
        let credit = correct(returned, None)?;
        let refund = tab::entry(book.customer, EntryKind::Refund, returned, on);
        tx.insert_entry(&Entry { note, method, against: Some(credit), ..refund })?;
        first = first.or(Some(credit));
    }
    Ok(first)
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
            insert(tx, &book, (door.on, None), change)?;
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

fn insert(
    tx: &Tx,
    book: &TicketBook,
    (on, entry): (Day, Option<EntryId>),
    change: TicketChange,
) -> Result<()> {
    let (id, TicketBook { customer, product, .. }) = (TicketId::new(0), *book);
    tx.insert_ticket_move(&TicketMove { id, customer, product, on, change, entry })?;
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
