//! The tables of the notebook as files hold them: columns, rows out, and rows in again.
//!
//! Each table's module documents its columns. Names are English and never change; days are ISO,
//! numbers plain decimals, and an empty field is what was never said. Words that share a field are
//! parted by `;`. What was exported comes back by an import as it was: into an empty notebook
//! customers first, then products, jars, deliveries, readings and entries.

mod actions;
mod bad;
mod contacts;
mod customers;
mod deliveries;
mod entries;
mod fields;
mod follow_ups;
mod jars;
mod lines;
mod products;
mod readings;
mod source;
#[cfg(test)]
mod tests;

use std::io;

pub use bad::{BadField, BadFile, BadRow, Why};
pub use source::{Spec, scan};

use super::{Column, Writer};
use crate::domain::Currency;
use crate::domain::filed::{Filed, Table};

/// The columns of a table, in their order.
pub const fn columns(table: Table) -> &'static [Column] {
    match table {
        Table::Customers => customers::COLUMNS,
        Table::Products => products::COLUMNS,
        Table::Jars => jars::COLUMNS,
        Table::Deliveries => deliveries::COLUMNS,
        Table::Readings => readings::COLUMNS,
        Table::Entries => entries::COLUMNS,
        Table::Lines => lines::COLUMNS,
        Table::FollowUps => follow_ups::COLUMNS,
        Table::Contacts => contacts::COLUMNS,
        Table::Journal => actions::COLUMNS,
    }
}

/// Writes one row of a table, with a cell for each of its [`columns`].
///
/// # Errors
/// Whatever the writer's output says.
pub fn write(row: Filed<'_>, currency: Currency, writer: &mut Writer<'_>) -> io::Result<()> {
    match row {
        Filed::Customer(row) => writer.row(&customers::cells(row, currency)),
        Filed::Product(row) => writer.row(&products::cells(row, currency)),
        Filed::Jar(row) => writer.row(&jars::cells(row, currency)),
        Filed::Delivery(row) => writer.row(&deliveries::cells(row, currency)),
        Filed::Reading(row) => writer.row(&readings::cells(row)),
        Filed::Entry(row) => writer.row(&entries::cells(row, currency)),
        Filed::Line(delivery, number, line) => {
            writer.row(&lines::cells(delivery, number, line, currency))
        }
        Filed::FollowUp(row) => writer.row(&follow_ups::cells(row)),
        Filed::Contact(row) => writer.row(&contacts::cells(row)),
        Filed::Action(row) => writer.row(&actions::cells(row, currency)),
    }
}
