//! Rows read from a CSV file, with the line of each, so that every complaint says where.
//!
//! What a spreadsheet leaves around a table is no part of it: lines above the headings, columns without a
//! heading, rows without a cell.

use std::io::{self, Read};

use super::csv_scanner::{Malformed, RawRecord, ScanError, Scanner};
use super::guard::unguarded;
use crate::domain::search_key::fold;

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
    /// A field has something in it, and its column has no heading.
    #[error("line {line}: column {column} has no heading")]
    NoHeading {
        /// The line on which its row begins.
        line: u64,
        /// The column's number.
        column: usize,
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
            | Self::NoHeading { line, .. }
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
            | Self::NoHeading { .. }
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
    /// The number of fields of the header; `None` until it is read.
    width: Option<usize>,
    /// The places of the header that have no heading.
    unnamed: Vec<usize>,
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
    /// Reads the header, which may stand below a title, and checks the columns: all are `known`, none is named
    /// twice, and the `required` ones are there. Case, width and blanks of a heading make no difference.
    ///
    /// # Errors
    /// Returns the fault of the header.
    pub fn new(
        file: R,
        known: &[&'static str],
        required: &[&'static str],
    ) -> Result<Self, ReadError> {
        let mut reader = Self {
            rows: Scanner::new(file, |first| separator_of(first, known))?,
            row: RawRecord::default(),
            columns: known.iter().map(|name| (*name, None)).collect(),
            width: None,
            unnamed: Vec::new(),
            ended: false,
        };
        let mut title = None;
        for _ in 0..MOST_TITLE_LINES {
            if !reader.advance()? {
                break;
            }
            let headings = reader.headings();
            match headings.iter().find(|(_, heading)| !known.contains(&heading.as_str())) {
                Some((place, _)) if !is_header(&headings, known) => {
                    title.get_or_insert(reader.unknown(*place));
                }
                Some((place, _)) => return Err(reader.unknown(*place)),
                None if headings.is_empty() => {}
                None => {
                    reader.place(&headings)?;
                    let lacks = |name: &&&'static str| reader.columns.contains(&(**name, None));
                    return match required.iter().find(lacks) {
                        Some(column) => Err(ReadError::MissingColumn { column }),
                        None => Ok(reader),
                    };
                }
            }
        }
        Err(title.unwrap_or(ReadError::NoHeader))
    }

    /// Returns the headings of the row with their places, without those that are empty.
    fn headings(&self) -> Vec<(usize, String)> {
        let heading = |place| Some((place, heading(self.row.field(place)?)));
        let all = (0..self.row.len()).filter_map(heading);
        all.filter(|(_, heading)| !heading.is_empty()).collect()
    }

    fn unknown(&self, place: usize) -> ReadError {
        let column = String::from_utf8_lossy(self.row.field(place).unwrap_or_default());
        ReadError::UnknownColumn { column: column.trim().to_owned(), line: self.row.line }
    }

    /// Notes where the known columns stand.
    fn place(&mut self, headings: &[(usize, String)]) -> Result<(), ReadError> {
        for (place, heading) in headings {
            let slot = self.columns.iter_mut().find(|(name, _)| name == heading);
            if let Some((column, taken)) = slot
                && taken.replace(*place).is_some()
            {
                return Err(ReadError::ColumnTwice {
                    column: (*column).to_owned(),
                    line: self.row.line,
                });
            }
        }
        let is_named = |place: &usize| headings.iter().any(|(named, _)| named == place);
        self.unnamed = (0..self.row.len()).filter(|place| !is_named(place)).collect();
        self.width = Some(self.row.len());
        Ok(())
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

    /// Reads the fields of the next row that has any, if there is one.
    fn advance(&mut self) -> Result<bool, ReadError> {
        loop {
            match self.rows.read(&mut self.row) {
                Ok(true) => {}
                Ok(false) => return Ok(false),
                Err(ScanError::Io(error)) => return Err(error.into()),
                Err(ScanError::Malformed { line, field, what }) => {
                    let column = self.column_at(field);
                    return Err(ReadError::Malformed { line, column, what });
                }
            }
            // In a list of one column, an empty field is a row.
            let is_wide = self.row.len().max(self.width.unwrap_or_default()) > 1;
            if !is_wide || (0..self.row.len()).any(|place| !self.is_blank(place)) {
                return self.check_fields().map(|()| true);
            }
        }
    }

    fn is_blank(&self, place: usize) -> bool {
        self.row.field(place).is_none_or(|field| field.trim_ascii().is_empty())
    }

    /// Checks that the fields are texts, each below its heading.
    fn check_fields(&self) -> Result<(), ReadError> {
        let (line, found) = (self.row.line, self.row.len());
        let is_text = |field: &usize| {
            self.row.field(*field).is_some_and(|bytes| str::from_utf8(bytes).is_ok())
        };
        if let Some(field) = (0..found).find(|field| !is_text(field)) {
            return Err(ReadError::NotUtf8 { line, column: self.column_at(field) });
        }
        let expected = self.width.unwrap_or(found);
        let lacking = (found..expected).any(|place| !self.unnamed.contains(&place));
        if lacking || (expected..found).any(|place| !self.is_blank(place)) {
            return Err(ReadError::FieldCount { line, found, expected });
        }
        match self.unnamed.iter().find(|place| !self.is_blank(**place)) {
            Some(place) => Err(ReadError::NoHeading { line, column: place + 1 }),
            None => Ok(()),
        }
    }

    /// Returns the name of the column at a place of the file, or its number where the header has no
    /// name.
    fn column_at(&self, place: usize) -> String {
        let named = self.columns.iter().find(|(_, there)| *there == Some(place));
        named.map_or_else(|| (place + 1).to_string(), |(name, _)| (*name).to_owned())
    }
}

/// Maximum number of lines in which the headings are looked for.
const MOST_TITLE_LINES: usize = 20;

/// Returns a heading as columns are named: `joined_on` for ` Joined on `.
fn heading(field: &[u8]) -> String {
    fold(&String::from_utf8_lossy(field)).replace([' ', '-'], "_")
}

/// Returns whether a row is the header, with a mistake in it, and not a title above it: at least half of
/// its headings are known.
fn is_header(headings: &[(usize, String)], known: &[&'static str]) -> bool {
    let found = headings.iter().filter(|(_, heading)| known.contains(&heading.as_str()));
    found.count() * 2 >= headings.len()
}

/// Returns the separator by which one of the first lines names the most known columns; a comma if it makes
/// no difference.
fn separator_of(first: &[u8], known: &[&'static str]) -> u8 {
    let named = |separator: &u8| {
        let lines = first.split(|byte| *byte == b'\n').take(MOST_TITLE_LINES);
        let count = |line: &[u8]| {
            let fields = line.split(|byte| byte == separator);
            let headings = fields.map(|field| heading(field).trim_matches('"').to_owned());
            headings.filter(|heading| known.contains(&heading.as_str())).count()
        };
        lines.map(count).max()
    };
    // The last of those that name as many is taken.
    b"|\t;,".iter().copied().max_by_key(named).unwrap_or(b',')
}

#[cfg(test)]
mod tests;
