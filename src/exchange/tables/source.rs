//! The rows of a file, streamed into an import.
//!
//! A file is scanned once from end to end: its bytes are hashed and copied to an unnamed temporary file,
//! and its rows are parsed and counted. Later the rows are read again from the copy, as often as it takes,
//! so that no list is too long, standard input is a file like any other, and nobody can change a file
//! while it is imported.

use std::fs::File;
use std::io::{self, Read, Seek, Write};
use std::iter;
use std::ops::ControlFlow;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::fields::Fields;
use super::import_error::{BadFile, BadRow};
use super::{
    columns, complaint, container, customers, day_close, delivery, entry, jar, price, product,
    promise, reading, skip, ticket,
};
use crate::domain::day::DateOrder;
use crate::domain::import::{
    Capped, Import, ImportRow, ImportRows, Repeats, RowSource, RowTotals, RowsLost,
};
use crate::domain::record::{ExportTable, ImportTable};
use crate::domain::refusal::RefusedRecord;
use crate::domain::{Currency, Day};
use crate::exchange::{CsvReader, ReadError};

/// The table, currency and defaults by which a file is read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Spec {
    /// The table.
    pub table: ImportTable,
    /// The file's name without its folder; empty for standard input.
    pub file: String,
    /// The currency of its amounts.
    pub currency: Currency,
    /// The default for days that the file does not state: a customer's first day.
    pub today: Day,
    /// Date order of the shop.
    pub order: Option<DateOrder>,
    /// The treatment of rows that look like repetitions.
    pub repeats: Repeats,
}

/// Reads a CSV file. `watch` hears the number of rows so far, often, and says whether to go on.
///
/// # Errors
/// Returns the fault of the header, the first bad rows of the file, or [`BadFile::Stopped`].
pub fn scan(
    file: impl Read,
    spec: Spec,
    watch: &dyn Fn(usize) -> ControlFlow<()>,
) -> Result<Import, BadFile> {
    scan_with_rules(file, spec, watch, |_| Ok(Capped::default()))
}

/// Reads a CSV file as [`scan`] does. If rows are bad, `refused` finds the others that the rules of the
/// shop refuse, so that everything that is wrong is reported at once.
///
/// # Errors
/// Returns the errors of [`scan`] and those of `refused`.
pub fn scan_with_rules<E: From<BadFile>>(
    file: impl Read,
    spec: Spec,
    watch: &dyn Fn(usize) -> ControlFlow<()>,
    refused: impl FnOnce(&Import) -> Result<Capped<RefusedRecord>, E>,
) -> Result<Import, E> {
    let (import, mut bad) = scan_rows(file, spec, watch)?;
    if bad.is_empty() {
        return Ok(import);
    }
    let mut refused = refused(&import)?;
    if import.table == ImportTable::Customers {
        // The customer that this column names may be in one of the bad rows.
        refused.first.retain(|row| row.column != "referred_by");
    }
    bad.more += refused.more;
    bad.first.extend(refused.first.into_iter().map(BadRow::Rule));
    bad.first.sort_by_key(BadRow::line);
    bad.more += bad.first.len().saturating_sub(Capped::<BadRow>::MOST);
    bad.first.truncate(Capped::<BadRow>::MOST);
    Err(BadFile::Rows(bad).into())
}

/// Reads the rows that parse, and what is wrong with the others.
fn scan_rows(
    file: impl Read,
    spec: Spec,
    watch: &dyn Fn(usize) -> ControlFlow<()>,
) -> Result<(Import, Capped<BadRow>), BadFile> {
    let io = |error| BadFile::Header(ReadError::Io(error));
    let Spec { table, file: name, currency, today, order, repeats } = spec;
    let parse = Parse { currency, today, order };
    let mut tee = Tee { input: file, copy: tempfile::tempfile().map_err(io)?, hash: Sha256::new() };
    let mut parser = Parser::new(&mut tee, table, parse)?;
    let (mut totals, mut bad) = (RowTotals::default(), Capped::default());
    let mut seen = 0;
    while let Some(read) = parser.next(&mut bad) {
        match read {
            Ok(Some((_, row))) => totals.add(&row),
            Ok(None) => {}
            Err(error @ ReadError::Io(_)) => return Err(BadFile::Header(error)),
            Err(error) => bad.push(BadRow::Unreadable(error)),
        }
        seen += 1;
        if watch(seen).is_break() {
            return Err(BadFile::Stopped);
        }
    }
    let fingerprint = tee.hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    let copy = Copy { bytes: tee.copy, table, parse };
    let rows = Arc::new(copy);
    Ok((Import { table, file: name, fingerprint, totals, repeats, rows }, bad))
}

/// The context in which the text of a field is parsed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Parse {
    pub(super) currency: Currency,
    pub(super) today: Day,
    pub(super) order: Option<DateOrder>,
}

/// A stream that is hashed and copied while it is read.
struct Tee<R> {
    input: R,
    copy: File,
    hash: Sha256,
}

impl<R: Read> Read for Tee<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(buffer)?;
        let bytes = buffer.get(..read).unwrap_or_default();
        self.hash.update(bytes);
        self.copy.write_all(bytes)?;
        Ok(read)
    }
}

/// The copy of a file. Its rows are those that parse.
#[derive(Debug)]
struct Copy {
    bytes: File,
    table: ImportTable,
    parse: Parse,
}

impl RowSource for Copy {
    fn rows(&self) -> ImportRows<'_> {
        let parser =
            (&self.bytes).rewind().map_err(|error| RowsLost(error.to_string())).and_then(|()| {
                Parser::new(&self.bytes, self.table, self.parse)
                    .map_err(|error| RowsLost(error.to_string()))
            });
        match parser {
            Ok(mut parser) => Box::new(iter::from_fn(move || {
                loop {
                    // Bad rows were reported when the file was scanned.
                    match parser.next(&mut Capped::default())? {
                        Ok(Some(row)) => return Some(Ok(row)),
                        Err(ReadError::Io(error)) => return Some(Err(RowsLost(error.to_string()))),
                        Ok(None) | Err(_) => {}
                    }
                }
            })),
            Err(lost) => Box::new(iter::once(Err(lost))),
        }
    }
}

/// A row, behind the line on which it begins.
type Numbered = (u64, ImportRow);

/// Reads the rows of a CSV file as rows of a table.
struct Parser<R> {
    reader: CsvReader<R>,
    known: Vec<&'static str>,
    table: ImportTable,
    parse: Parse,
}

impl<R: Read> Parser<R> {
    fn new(file: R, table: ImportTable, parse: Parse) -> Result<Self, BadFile> {
        let (of, needed) = match table {
            ImportTable::Customers => (ExportTable::Customers, customers::NEEDED),
            ImportTable::Containers => (ExportTable::Containers, container::NEEDED),
            ImportTable::Products => (ExportTable::Products, product::NEEDED),
            ImportTable::Jars => (ExportTable::Jars, jar::NEEDED),
            ImportTable::Prices => (ExportTable::Prices, price::NEEDED),
            ImportTable::Deliveries => (ExportTable::Deliveries, delivery::NEEDED),
            ImportTable::Readings => (ExportTable::Readings, reading::NEEDED),
            ImportTable::Entries => (ExportTable::Entries, entry::NEEDED),
            ImportTable::Skips => (ExportTable::Skips, skip::NEEDED),
            ImportTable::Promises => (ExportTable::Promises, promise::NEEDED),
            ImportTable::DayCloses => (ExportTable::DayCloses, day_close::NEEDED),
            ImportTable::Tickets => (ExportTable::Tickets, ticket::NEEDED),
            ImportTable::ContainerMoves => (ExportTable::ContainerMoves, container::MOVES_NEEDED),
            ImportTable::Complaints => (ExportTable::Complaints, complaint::NEEDED),
        };
        let known: Vec<&'static str> = columns(of).iter().map(|column| column.name).collect();
        let reader = CsvReader::new(file, &known, needed).map_err(BadFile::Header)?;
        Ok(Self { reader, known, table, parse })
    }

    /// Reads the next row with its line; `Some(Ok(None))` if its fields mean nothing, which is noted.
    fn next(&mut self, bad: &mut Capped<BadRow>) -> Option<Result<Option<Numbered>, ReadError>> {
        let record = match self.reader.read()? {
            Ok(record) => record,
            Err(error) => return Some(Err(error)),
        };
        let line = record.line();
        let mut fields = Fields::new(record, &self.known, self.parse.order, bad);
        let (row, parse) = (&mut fields, self.parse);
        let row = match self.table {
            ImportTable::Customers => {
                customers::read(row, parse).map(|row| ImportRow::Customer(Box::new(row)))
            }
            ImportTable::Containers => container::read(row, parse).map(ImportRow::Container),
            ImportTable::Products => {
                product::read(row, parse).map(|row| ImportRow::Product(Box::new(row)))
            }
            ImportTable::Jars => jar::read(row, parse).map(ImportRow::Jar),
            ImportTable::Prices => price::read(row, parse).map(ImportRow::Price),
            ImportTable::Deliveries => delivery::read(row, parse).map(ImportRow::Delivery),
            ImportTable::Readings => reading::read(row).map(ImportRow::Reading),
            ImportTable::Entries => entry::read(row, parse).map(ImportRow::Entry),
            ImportTable::Skips => skip::read(row, parse).map(ImportRow::Skip),
            ImportTable::Promises => promise::read(row, parse).map(ImportRow::Promise),
            ImportTable::DayCloses => day_close::read(row, parse).map(ImportRow::DayClose),
            ImportTable::Tickets => ticket::read(row, parse).map(ImportRow::Ticket),
            ImportTable::ContainerMoves => container::read_move(row).map(ImportRow::ContainerMove),
            ImportTable::Complaints => complaint::read(row, parse).map(ImportRow::Complaint),
        };
        Some(Ok(row.map(|row| (line, row))))
    }
}
