//! Rows read from a CSV file, with the line of each, so that every complaint says where.

use std::io::{self, Read};

use super::csv_scanner::{Malformed, RawRecord, ScanError, Scanner};
use super::guard::unguarded;

/// Why a file could not be read as rows. Lines count from 1, the header's.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The file could not be read.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// There is no header line.
    #[error("the file is empty")]
    NoHeader,
    /// The header names a column that the table does not have.
    #[error("line {line}: unknown column {column}")]
    UnknownColumn {
        /// The name in the file.
        column: String,
        /// The header's line.
        line: u64,
    },
    /// The header names a column twice.
    #[error("line {line}: the column {column} stands there twice")]
    ColumnTwice {
        /// The name in the file.
        column: String,
        /// The header's line.
        line: u64,
    },
    /// The header lacks a column without which there is no row.
    #[error("the column {column} is missing")]
    MissingColumn {
        /// The name that should be there.
        column: &'static str,
    },
    /// A field is not UTF-8.
    #[error("line {line}, {column}: not UTF-8")]
    NotUtf8 {
        /// The line on which its row begins.
        line: u64,
        /// The column's name, or its number in a broken header.
        column: String,
    },
    /// A row has more or fewer fields than the header.
    #[error("line {line}: {found} fields for {expected} columns")]
    FieldCount {
        /// The line on which the row begins.
        line: u64,
        /// Number of fields of the row.
        found: usize,
        /// Number of columns of the header.
        expected: usize,
    },
    /// A row breaks the rules of CSV.
    #[error("line {line}, {column}: {what:?}")]
    Malformed {
        /// The line of the mistake, or of the quote that is never closed.
        line: u64,
        /// The column's name, or its number in a broken header.
        column: String,
        /// The mistake.
        what: Malformed,
    },
}

impl ReadError {
    /// Returns the line that is wrong, zero for the file as a whole.
    pub(super) fn line(&self) -> u64 {
        match self {
            Self::Io(_) | Self::NoHeader | Self::MissingColumn { .. } => 0,
            Self::UnknownColumn { line, .. }
            | Self::ColumnTwice { line, .. }
            | Self::NotUtf8 { line, .. }
            | Self::FieldCount { line, .. }
            | Self::Malformed { line, .. } => *line,
        }
    }

    /// Returns whether the rest of the file cannot be read.
    fn is_fatal(&self) -> bool {
        match self {
            Self::Malformed { what, .. } => what.is_fatal(),
            Self::Io(_) => true,
            Self::NoHeader
            | Self::UnknownColumn { .. }
            | Self::ColumnTwice { .. }
            | Self::MissingColumn { .. }
            | Self::NotUtf8 { .. }
            | Self::FieldCount { .. } => false,
        }
    }
}

/// A reader of rows of known columns, in whatever order the file has them.
pub struct CsvReader<R> {
    rows: Scanner<R>,
    row: RawRecord,
    /// The known columns with their place in the file, in the order in which they are known.
    columns: Vec<(&'static str, Option<usize>)>,
    /// The number of fields of the header.
    width: Option<usize>,
    /// True if there is nothing more to read.
    ended: bool,
}

/// One row of a file.
#[derive(Clone, Copy, Debug)]
pub struct CsvRow<'a> {
    row: &'a RawRecord,
    columns: &'a [(&'static str, Option<usize>)],
}

impl<'a> CsvRow<'a> {
    /// Returns the line on which it begins; the header's is 1.
    pub const fn line(self) -> u64 {
        self.row.line
    }

    /// Returns the text of the column with this place among the known ones, its guard taken off; `None`
    /// where the file has no such column.
    pub fn get(self, column: usize) -> Option<&'a str> {
        let (_, place) = self.columns.get(column)?;
        // Every field was found to be UTF-8 when its row was read.
        str::from_utf8(self.row.field((*place)?)?).ok().map(unguarded)
    }
}

impl<R: Read> CsvReader<R> {
    /// Reads the header and checks the columns: all are `known`, none is named twice, and the
    /// `required` ones are there.
    ///
    /// # Errors
    /// Returns the fault of the header.
    pub fn new(
        file: R,
        known: &[&'static str],
        required: &[&'static str],
    ) -> Result<Self, ReadError> {
        let mut reader = Self {
            rows: Scanner::new(file)?,
            row: RawRecord::default(),
            columns: known.iter().map(|name| (*name, None)).collect(),
            width: None,
            ended: false,
        };
        if !reader.advance()? {
            return Err(ReadError::NoHeader);
        }
        let line = reader.row.line;
        for place in 0..reader.row.len() {
            let found = reader.row.field(place).unwrap_or_default();
            let column = || String::from_utf8_lossy(found).into_owned();
            match reader.columns.iter_mut().find(|(name, _)| name.as_bytes() == found) {
                Some((_, slot @ None)) => *slot = Some(place),
                Some((_, Some(_))) => {
                    return Err(ReadError::ColumnTwice { column: column(), line });
                }
                None => return Err(ReadError::UnknownColumn { column: column(), line }),
            }
        }
        let lacks = |name: &&&'static str| reader.columns.contains(&(**name, None));
        match required.iter().find(lacks) {
            Some(column) => Err(ReadError::MissingColumn { column }),
            None => Ok(reader),
        }
    }

    /// Reads the next row; `None` after the last. After an error in a row the one behind it follows, so
    /// that every bad row is reported; after one that leaves open where the next row begins, nothing
    /// more is read.
    pub fn read(&mut self) -> Option<Result<CsvRow<'_>, ReadError>> {
        if self.ended {
            return None;
        }
        match self.advance() {
            Ok(false) => None,
            Ok(true) => Some(Ok(CsvRow { row: &self.row, columns: &self.columns })),
            Err(error) => {
                self.ended = error.is_fatal();
                Some(Err(error))
            }
        }
    }

    /// Reads the fields of the next row, if there is one.
    fn advance(&mut self) -> Result<bool, ReadError> {
        match self.rows.read(&mut self.row) {
            Ok(true) => {}
            Ok(false) => return Ok(false),
            Err(ScanError::Io(error)) => return Err(error.into()),
            Err(ScanError::Malformed { line, field, what }) => {
                let column = self.column_at(field);
                return Err(ReadError::Malformed { line, column, what });
            }
        }
        let (line, found) = (self.row.line, self.row.len());
        let is_text = |field: &usize| {
            self.row.field(*field).is_some_and(|bytes| str::from_utf8(bytes).is_ok())
        };
        if let Some(field) = (0..found).find(|field| !is_text(field)) {
            return Err(ReadError::NotUtf8 { line, column: self.column_at(field) });
        }
        let expected = *self.width.get_or_insert(found);
        if found == expected {
            Ok(true)
        } else {
            Err(ReadError::FieldCount { line, found, expected })
        }
    }

    /// Returns the name of the column at a place of the file, or its number where the header has no
    /// name.
    fn column_at(&self, place: usize) -> String {
        let named = self.columns.iter().find(|(_, there)| *there == Some(place));
        named.map_or_else(|| (place + 1).to_string(), |(name, _)| (*name).to_owned())
    }
}

#[cfg(test)]
mod tests;
