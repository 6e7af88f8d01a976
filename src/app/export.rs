//! Whole tables for files, all of one moment.

use super::error::Stop;
use super::{App, Error, Result};
use crate::domain::Currency;
use crate::domain::filed::{Filed, Table};
use crate::store::Tx;

/// The notebook at one moment, from which tables are exported.
pub struct Moment<'a> {
    tx: &'a Tx<'a>,
}

impl App {
    /// Runs `job` on one moment of the notebook: tables that it exports fit each other, whatever is
    /// written meanwhile.
    ///
    /// # Errors
    /// What `job` gives, and whatever keeps the file from being read.
    pub fn export<T, E: From<Error>>(
        &self,
        job: impl FnOnce(&Moment<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        self.store.read(|tx| job(&Moment { tx }).map_err(Stop)).map_err(|Stop(error)| error)
    }
}

impl Moment<'_> {
    /// The currency of every amount.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn currency(&self) -> Result<Currency> {
        Ok(self.tx.shop()?.currency)
    }

    /// Gives `take` every row of a table, in the order of their identities; lines come by their
    /// delivery. The first error ends it.
    ///
    /// # Errors
    /// What `take` gives, and whatever keeps the file from being read.
    pub fn rows<E: From<Error>>(
        &self,
        table: Table,
        mut take: impl FnMut(Filed<'_>) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let mut take = |row: Filed<'_>| take(row).map_err(Stop);
        let tx = self.tx;
        let done: std::result::Result<(), Stop<E>> = match table {
            Table::Customers => tx.each_customer(|row| take(Filed::Customer(row))),
            Table::Products => tx.each_product(|row| take(Filed::Product(row))),
            Table::Jars => tx.each_jar(|row| take(Filed::Jar(row))),
            Table::Deliveries => tx.each_delivery(|row| take(Filed::Delivery(row))),
            Table::Readings => tx.each_reading(|row| take(Filed::Reading(row))),
            Table::Entries => tx.each_entry(|row| take(Filed::Entry(row))),
            Table::Lines => tx.each_delivery(|row| {
                let mut lines = (1..).zip(&row.lines);
                lines.try_for_each(|(number, line)| take(Filed::Line(row, number, line)))
            }),
            Table::FollowUps => tx.each_follow_up(|row| take(Filed::FollowUp(row))),
            Table::Contacts => tx.each_contact(|row| take(Filed::Contact(row))),
            Table::Journal => tx.each_action(|row| take(Filed::Action(row))),
        };
        done.map_err(|Stop(error)| error)
    }
}
