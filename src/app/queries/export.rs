//! Whole tables for files, all of one moment.

use crate::app::error::Passthrough;
use crate::app::{App, Error, Result};
use crate::domain::payment::till_methods;
use crate::domain::record::{BalanceRecord, ExportTable, Record};
use crate::domain::{Currency, Day};
use crate::store::Tx;

/// The notebook at one moment, from which tables are exported.
pub struct Snapshot<'a> {
    tx: &'a Tx<'a>,
}

impl App {
    /// Runs `job` on one moment of the notebook: tables that it exports fit each other, whatever is
    /// written meanwhile.
    ///
    /// # Errors
    /// Returns the error of `job`, or an error if the file cannot be read.
    pub fn export<T, E: From<Error>>(
        &self,
        job: impl FnOnce(&Snapshot<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        self.store
            .read(|tx| job(&Snapshot { tx }).map_err(Passthrough))
            .map_err(|Passthrough(error)| error)
    }
}

impl Snapshot<'_> {
    /// Returns the currency of every amount.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn currency(&self) -> Result<Currency> {
        Ok(self.tx.shop()?.currency)
    }

    /// Returns the method of payment of the till, which a payment without a method has.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn till_method(&self) -> Result<Option<String>> {
        Ok(till_methods(&self.tx.shop()?).into_iter().next())
    }

    /// Gives `take` the balances at the end of a day of every customer who has a tab. The first error ends it.
    ///
    /// # Errors
    /// Returns the error of `take`, or an error if the file cannot be read.
    pub fn balances<E: From<Error>>(
        &self,
        day: Day,
        mut take: impl FnMut(&BalanceRecord) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let done: std::result::Result<(), Passthrough<E>> =
            self.tx.each_balance(day, |row| take(row).map_err(Passthrough));
        done.map_err(|Passthrough(error)| error)
    }

    /// Gives `take` every row of a table, in the order of their identities; lines come by their
    /// delivery. The first error ends it.
    ///
    /// # Errors
    /// Returns the error of `take`, or an error if the file cannot be read.
    pub fn rows<E: From<Error>>(
        &self,
        table: ExportTable,
        mut take: impl FnMut(Record<'_>) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let mut take = |row: Record<'_>| take(row).map_err(Passthrough);
        let tx = self.tx;
        let done: std::result::Result<(), Passthrough<E>> = match table {
            ExportTable::Customers => tx.each_customer(|row| take(Record::Customer(row))),
            ExportTable::Containers => tx.each_container(|row| take(Record::Container(row))),
            ExportTable::Products => tx.each_product(|row| take(Record::Product(row))),
            ExportTable::Jars => tx.each_jar(|row| take(Record::Jar(row))),
            ExportTable::Prices => tx.each_price(|row| take(Record::Price(row))),
            ExportTable::Deliveries => tx.each_delivery(|row| take(Record::Delivery(row))),
            ExportTable::Readings => tx.each_reading(|row| take(Record::Reading(row))),
            ExportTable::Entries => tx.each_entry(|row| take(Record::Entry(row))),
            ExportTable::Complaints => tx.each_complaint(|row| take(Record::Complaint(row))),
            ExportTable::Skips => tx.each_skip(|row| take(Record::Skip(row))),
            ExportTable::Promises => tx.each_promise(|row| take(Record::Promise(row))),
            ExportTable::DayCloses => tx.each_day_close(|row| take(Record::DayClose(row))),
            ExportTable::Tickets => tx.each_ticket_move(|row| take(Record::Ticket(row))),
            ExportTable::ContainerMoves => {
                tx.each_container_move(|row| take(Record::ContainerMove(row)))
            }
            ExportTable::Lines => tx.each_delivery(|row| {
                let mut lines = (1..).zip(&row.lines);
                lines.try_for_each(|(number, line)| take(Record::Line(row, number, line)))
            }),
            ExportTable::FollowUps => tx.each_follow_up(|row| take(Record::FollowUp(row))),
            ExportTable::Contacts => tx.each_contact(|row| take(Record::Contact(row))),
            ExportTable::Journal => tx.each_action(|row| take(Record::Action(row))),
            ExportTable::Rates => tx.each_rate_change(|row| take(Record::Rate(row))),
            ExportTable::RunOuts => tx.each_run_out(|row| take(Record::RunOut(row))),
        };
        done.map_err(|Passthrough(error)| error)
    }
}
