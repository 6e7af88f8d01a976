//! Papers for customers: statements of a period, and receipts.

use super::tab::{each_tab, tab_on};
use super::ticket::ticket_balances;
use crate::app::error::Passthrough;
use crate::app::{App, Error, Result, find};
use crate::domain::Day;
use crate::domain::day::Period;
use crate::domain::id::{CustomerId, EntryId};
use crate::domain::refusal::{Refusal, Topic};
use crate::domain::tab::EntryKind;
use crate::reports::statement::{Purchase, by_product};
use crate::reports::{CustomerStatement, Receipt};
use crate::store::Tx;

impl App {
    /// Returns the statement of a customer from a day on, or from the beginning, until a day, at most until today.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] if there is no such customer.
    pub fn statement(
        &self,
        customer: CustomerId,
        (from, to): (Option<Day>, Day),
    ) -> Result<CustomerStatement> {
        let to = to.min(self.today());
        self.store.read(|tx| statement_of(tx, customer, (from, to)))
    }

    /// Calls `f` with the statement of every customer who owed on the last day, the oldest due day first and then by
    /// code, all of one moment. Stops at the first error.
    ///
    /// # Errors
    /// Returns the error of `f`, or an error if the file cannot be read.
    pub fn each_statement<E: From<Error>>(
        &self,
        (from, to): (Option<Day>, Day),
        mut f: impl FnMut(CustomerStatement) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let to = to.min(self.today());
        self.store
            .read(|tx| {
                let mut owing = Vec::new();
                each_tab(tx, to, |row| {
                    owing.extend(row.standing.balance.is_positive().then_some(row.who.id));
                    Ok::<_, Error>(())
                })?;
                for customer in owing {
                    let statement = statement_of(tx, customer, (from, to))?;
                    f(statement).map_err(Passthrough)?;
                }
                Ok(())
            })
            .map_err(|Passthrough(error)| error)
    }

    /// Returns the receipt for a payment or a deposit: what it settled until today.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] if there is no such entry today, [`Refusal::NotReceived`] if it is of another kind.
    pub fn receipt(&self, entry: EntryId) -> Result<Receipt> {
        let day = self.today();
        self.store.read(|tx| {
            let missing = || find::not_found(Topic::Entry, entry.number());
            let found = tx.entry(entry)?.filter(|found| found.on <= day).ok_or_else(missing)?;
            if !matches!(found.kind, EntryKind::Payment | EntryKind::Deposit) {
                return Err(Refusal::NotReceived { entry: entry.number() }.into());
            }
            let (customer, tab) = tab_on(tx, found.customer, day)?;
            Ok(Receipt::of(customer, tab, entry).ok_or_else(missing)?)
        })
    }

    /// Returns the newest payment or deposit of a customer, for which a receipt can be written.
    pub fn newest_receipt(&self, customer: CustomerId) -> Result<Option<Receipt>> {
        let day = self.today();
        self.store.read(|tx| {
            let (customer, tab) = tab_on(tx, customer, day)?;
            let received =
                tab.lines.iter().rev().find(|line| line.entry.kind == EntryKind::Payment);
            let entry = received.map(|line| line.entry.id);
            Ok(entry.and_then(|entry| Receipt::of(customer, tab, entry)))
        })
    }
}

fn statement_of(
    tx: &Tx,
    customer: CustomerId,
    (from, to): (Option<Day>, Day),
) -> Result<CustomerStatement> {
    let (customer, tab) = tab_on(tx, customer, to)?;
    let period = Period { from: from.unwrap_or(Day::default().min(to)), to };
    let goods = tx.goods_delivered_in(customer.id, period)?;
    let purchases = by_product(goods.into_iter().map(|(product, quantity, price)| Purchase {
        product,
        quantity,
        amount: quantity.times(price),
    }));
    let (tickets, containers) =
        (ticket_balances(tx, customer.id, to)?, tx.holdings_of(customer.id, to)?);
    let statement = CustomerStatement::of(customer, tab, (from, to), purchases);
    Ok(statement.with_tickets(tickets).with_containers(containers))
}
