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
#[cfg(test)]
mod tests;

use std::io::{self, Read};

pub use bad::{BadField, BadFile, BadRow, Why};
use fields::Fields;

use super::{Column, CsvReader, ReadError, Writer};
use crate::domain::filed::{Filed, Import, Importable, Table};
use crate::domain::{Currency, Day};

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

/// Reads the rows of a CSV file. `today` is the day of whatever has none: a customer's first day.
///
/// # Errors
/// What is wrong with the header, or every bad row of the file.
pub fn read(
    file: impl Read,
    table: Importable,
    currency: Currency,
    today: Day,
) -> Result<Import, BadFile> {
    let parse = Parse { currency, today };
    match table {
        Importable::Customers => {
            rows(file, customers::COLUMNS, customers::NEEDED, |row| customers::read(row, parse))
                .map(Import::Customers)
        }
        Importable::Products => {
            rows(file, products::COLUMNS, products::NEEDED, |row| products::read(row, parse))
                .map(Import::Products)
        }
        Importable::Jars => {
            rows(file, jars::COLUMNS, jars::NEEDED, |row| jars::read(row, parse)).map(Import::Jars)
        }
        Importable::Deliveries => {
            rows(file, deliveries::COLUMNS, deliveries::NEEDED, |row| deliveries::read(row, parse))
                .map(Import::Deliveries)
        }
        Importable::Readings => {
            rows(file, readings::COLUMNS, readings::NEEDED, |row| readings::read(row))
                .map(Import::Readings)
        }
        Importable::Entries => {
            rows(file, entries::COLUMNS, entries::NEEDED, |row| entries::read(row, parse))
                .map(Import::Entries)
        }
    }
}

/// What a field means beside its text.
#[derive(Clone, Copy)]
struct Parse {
    currency: Currency,
    today: Day,
}

/// Reads every row, or tells every bad one.
fn rows<T>(
    file: impl Read,
    columns: &'static [Column],
    needed: &[&'static str],
    mut read: impl FnMut(&mut Fields<'_>) -> Option<T>,
) -> Result<Vec<(u64, T)>, BadFile> {
    let known: Vec<&'static str> = columns.iter().map(|column| column.name).collect();
    let mut reader = CsvReader::new(file, &known, needed).map_err(BadFile::Header)?;
    let (mut rows, mut bad) = (Vec::new(), Vec::new());
    while let Some(record) = reader.read() {
        match record {
            Ok(record) => {
                let line = record.line();
                let row = read(&mut Fields::new(record, &known, &mut bad));
                rows.extend(row.map(|row| (line, row)));
            }
            Err(error @ ReadError::Io(_)) => return Err(BadFile::Header(error)),
            Err(error) => bad.push(BadRow::Unreadable(error)),
        }
    }
    if bad.is_empty() { Ok(rows) } else { Err(BadFile::Rows(bad)) }
}
