//! The tables of the notebook as files hold them: columns, rows out, and rows in again.
//!
//! Each table's module documents its columns. Names are English and never change; days are ISO,
//! numbers plain decimals, and an empty field is what was never said. Words that share a field are
//! parted by `;`. What was exported comes back by an import as it was: into an empty notebook
//! customers first, then products, jars, deliveries, readings and entries.

mod actions;
mod contacts;
mod customers;
mod deliveries;
mod entries;
mod fields;
mod follow_ups;
mod import_error;
mod jars;
mod lines;
mod products;
mod readings;
mod source;
#[cfg(test)]
mod tests;

use std::io;

pub use customers::cell as customer_cell;
pub use import_error::{BadField, BadFile, BadRow, FieldError};
pub use source::{Spec, scan};

use super::{Column, Writer};
use crate::domain::Currency;
use crate::domain::record::{ExportTable, Record};

/// The columns of a table, in their order.
pub fn columns(table: ExportTable) -> &'static [Column] {
    match table {
        ExportTable::Customers => &customers::COLUMNS,
        ExportTable::Products => products::COLUMNS,
        ExportTable::Jars => jars::COLUMNS,
        ExportTable::Deliveries => deliveries::COLUMNS,
        ExportTable::Readings => readings::COLUMNS,
        ExportTable::Entries => entries::COLUMNS,
        ExportTable::Lines => lines::COLUMNS,
        ExportTable::FollowUps => follow_ups::COLUMNS,
        ExportTable::Contacts => contacts::COLUMNS,
        ExportTable::Journal => actions::COLUMNS,
    }
}

/// Writes one row of a table, with a cell for each of its [`columns`].
///
/// # Errors
/// Whatever the writer's output says.
pub fn write(row: Record<'_>, currency: Currency, writer: &mut Writer<'_>) -> io::Result<()> {
    match row {
        Record::Customer(row) => writer.row(&customers::cells(row, currency)),
        Record::Product(row) => writer.row(&products::cells(row, currency)),
        Record::Jar(row) => writer.row(&jars::cells(row, currency)),
        Record::Delivery(row) => writer.row(&deliveries::cells(row, currency)),
        Record::Reading(row) => writer.row(&readings::cells(row)),
        Record::Entry(row) => writer.row(&entries::cells(row, currency)),
        Record::Line(delivery, number, line) => {
            writer.row(&lines::cells(delivery, number, line, currency))
        }
        Record::FollowUp(row) => writer.row(&follow_ups::cells(row)),
        Record::Contact(row) => writer.row(&contacts::cells(row)),
        Record::Action(row) => writer.row(&actions::cells(row, currency)),
    }
}
