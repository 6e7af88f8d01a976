//! `ticket`: prepaid tickets, sold in books and used at the door.

use super::args::ticket::{List, Refund, Sell, Ticket as Verb};
use super::error::Result;
use super::{Cli, resolve};
use crate::domain::tab::OverLimit;
use crate::domain::ticket::{NewTicketBook, TicketBalance, TicketPayment, TicketRefund};
use crate::domain::views::TicketBookRow;
use crate::domain::{Command, Currency, Day, Money};
use crate::exchange::{Cell, Column, JsonObject};

/// The columns of `ticket list`.
const COLUMNS: [Column; 13] = [
    Column::right("id"),
    Column::left("code"),
    Column::left("name"),
    Column::left("product"),
    Column::left("day"),
    Column::right("tickets"),
    Column::right("free"),
    Column::right("price"),
    Column::right("used"),
    Column::right("refunded"),
    Column::right("tickets_left"),
    Column::left("expires"),
    Column::right("value"),
];

impl Cli<'_> {
    pub(super) fn ticket(&mut self, verb: Verb) -> Result<()> {
        match verb {
            Verb::Sell(sell) => {
                let Sell { who, product, tickets: paid, free, .. } = &sell;
                let currency = self.currency();
                let price = sell.price.as_ref().map(|price| price.at_least_zero(currency));
                let on = self.past_day_or_today(sell.on.as_ref())?;
                let expires = match &sell.expires {
                    Some(expires) => self.maybe_day(expires.or_none())?,
                    None => self.shop.tickets_expire(on),
                };
                let book = NewTicketBook {
                    customer: resolve::customer(&self.app, who)?.id,
                    product: resolve::product(&self.app, product)?.id,
                    paid: *paid,
                    free: *free,
                    price: price.transpose()?,
                    on,
                    expires,
                    payment: payment(sell.on_tab, sell.method),
                    over: if sell.over_limit { OverLimit::Accept } else { OverLimit::Refuse },
                };
                self.perform(&Command::SellTickets(book))
            }
            Verb::List(list) => self.ticket_books(&list),
            Verb::Refund(Refund { who, product, tickets, method, on_tab, on }) => {
                let refund = TicketRefund {
                    customer: resolve::customer(&self.app, &who)?.id,
                    product: resolve::product(&self.app, &product)?.id,
                    tickets,
                    on: self.past_day_or_today(on.as_ref())?,
                    payment: payment(on_tab, method),
                };
                self.perform(&Command::RefundTickets(refund))
            }
        }
    }

    fn ticket_books(&mut self, List { whose, product, expired, all }: &List) -> Result<()> {
        let whose = self.whose(whose)?;
        let product = product.as_ref().map(|text| resolve::product(&self.app, text)).transpose()?;
        let (day, currency) = (self.app.today(), self.currency());
        let mut rows = self.app.ticket_books(None)?;
        rows.retain(|TicketBookRow { book, who, .. }| {
            let is_shown = match (*all, *expired) {
                (true, _) => true,
                (false, true) => book.expired_on(day) > 0,
                (false, false) => book.valid_on(day) > 0,
            };
            is_shown
                && whose.has(who.id)
                && product.as_ref().is_none_or(|product| product.id == book.product)
        });
        self.say.list(&COLUMNS, rows.iter().map(|row| cells(row, day, currency)))?;
        if self.say.is_for_people() {
            let tickets: u32 = rows.iter().map(|row| row.book.valid_on(day)).sum();
            let value: Money = rows.iter().map(|row| value_on(row, day)).sum();
            let words = self.words();
            let args = [("count", tickets.into()), ("value", words.money(value).into())];
            self.say.line("")?;
            self.say.line(&words.format("ticket-total", &args))?;
        }
        Ok(())
    }
}

fn payment(on_tab: bool, method: String) -> TicketPayment {
    if on_tab { TicketPayment::OnTab } else { TicketPayment::Now(method) }
}

/// Returns the money that was paid for the tickets of a book that can be used on a day.
fn value_on(row: &TicketBookRow, day: Day) -> Money {
    if row.book.valid_on(day) > 0 { row.book.value() } else { Money::ZERO }
}

fn cells(row: &TicketBookRow, day: Day, currency: Currency) -> Vec<Cell<'_>> {
    let book = &row.book;
    let count = |count: u32| Cell::Int(count.into());
    vec![
        Cell::Int(book.id.number()),
        Cell::text(&row.who.code),
        Cell::text(&row.who.name),
        Cell::text(&row.product),
        Cell::Day(book.sold_on),
        count(book.paid),
        count(book.free),
        Cell::Money(book.price, currency),
        count(book.used),
        count(book.refunded),
        count(book.left()),
        Cell::or_empty(book.expires, Cell::Day),
        Cell::Money(value_on(row, day), currency),
    ]
}

/// Returns the tickets of a customer for one product as an object.
pub(super) fn ticket_object(balance: &TicketBalance, currency: Currency) -> JsonObject<'_> {
    JsonObject::default()
        .with("product", Cell::text(&balance.product_name))
        .with("tickets", Cell::Int(balance.tickets.into()))
        .with("value", Cell::Money(balance.value, currency))
        .with("expires", Cell::or_empty(balance.expires, Cell::Day))
        .with("expired", Cell::Int(balance.expired.into()))
}
