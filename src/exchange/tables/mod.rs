//! The tables of the notebook as files hold them: columns, rows out, and rows in again.
//!
//! The README documents the columns, and a test compares them. Names are English and never change; days are ISO,
//! numbers plain decimals, and an empty field is what was never said. Words that share a field are
//! parted by `;`. What was exported comes back by an import as it was: into an empty notebook
//! customers first, then containers, products, jars, prices, deliveries, readings, entries, skips, promises, closed
//! days, tickets, the moves of containers and complaints.

mod action;
mod complaint;
mod contact;
mod container;
mod customers;
mod day_close;
mod delivery;
mod entry;
mod fields;
mod follow_up;
mod import_error;
mod jar;
mod line;
mod price;
mod product;
mod promise;
mod reading;
mod record_fields;
mod skip;
mod source;
#[cfg(test)]
mod tests;
mod ticket;
mod usage_log;

use std::io;

pub use import_error::{BadField, BadFile, BadRow, FieldError};
pub use record_fields::cell as field_cell;
pub use source::{Spec, scan, scan_with_rules};

use super::{Column, Writer};
use crate::domain::Currency;
use crate::domain::record::{ExportTable, Record};

/// The columns of a table, in their order.
pub fn columns(table: ExportTable) -> &'static [Column] {
    match table {
        ExportTable::Customers => &customers::COLUMNS,
        ExportTable::Containers => container::COLUMNS,
        ExportTable::Products => &product::COLUMNS,
        ExportTable::Jars => &jar::COLUMNS,
        ExportTable::Prices => price::COLUMNS,
        ExportTable::Deliveries => delivery::COLUMNS,
        ExportTable::Readings => reading::COLUMNS,
        ExportTable::Entries => entry::COLUMNS,
        ExportTable::Skips => skip::COLUMNS,
        ExportTable::Promises => promise::COLUMNS,
        ExportTable::DayCloses => day_close::COLUMNS,
        ExportTable::Tickets => ticket::COLUMNS,
        ExportTable::ContainerMoves => container::MOVES,
        ExportTable::Complaints => complaint::COLUMNS,
        ExportTable::Lines => line::COLUMNS,
        ExportTable::FollowUps => follow_up::COLUMNS,
        ExportTable::Contacts => contact::COLUMNS,
        ExportTable::Journal => action::COLUMNS,
        ExportTable::Rates => usage_log::RATES,
        ExportTable::RunOuts => usage_log::RUN_OUTS,
    }
}

/// Writes one row of a table, with a cell for each of its [`columns`].
///
/// # Errors
/// Whatever the writer's output says.
pub fn write(row: Record<'_>, currency: Currency, writer: &mut Writer<'_>) -> io::Result<()> {
    match row {
        Record::Customer(row) => writer.row(&customers::cells(row, currency)),
        Record::Container(row) => writer.row(&container::cells(row, currency)),
        Record::Product(row) => writer.row(&product::cells(row, currency)),
        Record::Jar(row) => writer.row(&jar::cells(row, currency)),
        Record::Price(row) => writer.row(&price::cells(row, currency)),
        Record::Delivery(row) => writer.row(&delivery::cells(row, currency)),
        Record::Reading(row) => writer.row(&reading::cells(row)),
        Record::Entry(row) => writer.row(&entry::cells(row, currency)),
        Record::Skip(row) => writer.row(&skip::cells(row)),
        Record::Promise(row) => writer.row(&promise::cells(row, currency)),
        Record::DayClose(row) => writer.row(&day_close::cells(row, currency)),
        Record::Ticket(row) => writer.row(&ticket::cells(row, currency)),
        Record::ContainerMove(row) => writer.row(&container::move_cells(row)),
        Record::Complaint(row) => writer.row(&complaint::cells(row, currency)),
        Record::Line(delivery, number, line) => {
            writer.row(&line::cells(delivery, number, line, currency))
        }
        Record::FollowUp(row) => writer.row(&follow_up::cells(row)),
        Record::Contact(row) => writer.row(&contact::cells(row)),
        Record::Action(row) => writer.row(&action::cells(row, currency)),
        Record::Rate(row) => writer.row(&usage_log::rate(row)),
        Record::RunOut(row) => writer.row(&usage_log::run_out(row)),
    }
}
