//! Rows read from a CSV file, with the line of each, so that every complaint says where.

use std::io::{self, BufRead, BufReader, Chain, Read};
use std::mem;

use csv::StringRecord;

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
        /// How many fields it has.
        found: usize,
        /// How many columns the header has.
        expected: usize,
    },
}

/// Reads rows of known columns, in whatever order the file has them.
pub struct CsvReader<R> {
    rows: csv::Reader<Chain<BufReader<R>, &'static [u8]>>,
    fields: StringRecord,
    /// The known columns with their place in the file, in the order in which they are known.
    columns: Vec<(&'static str, Option<usize>)>,
    /// How many fields the header has.
    width: Option<usize>,
    /// How many lines the parser has counted at the end of a row: none where rows end in `\r\n`,
    /// because it takes the `\n` for the beginning of the next row.
    counted_at_end: u64,
}

/// One row of a file.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    line: u64,
    fields: &'a StringRecord,
    columns: &'a [(&'static str, Option<usize>)],
}

impl<'a> Record<'a> {
    /// The line on which it begins; the header's is 1.
    pub const fn line(self) -> u64 {
        self.line
    }

    /// The text of the column with this place among the known ones, its guard taken off; `None`
    /// where the file has no such column.
    pub fn get(self, column: usize) -> Option<&'a str> {
        let (_, place) = self.columns.get(column)?;
        self.fields.get((*place)?).map(unguarded)
    }
}

impl<R: Read> CsvReader<R> {
    /// Reads the header, takes off a byte order mark, and checks the columns: all are `known`, none
    /// stands there twice, and the `required` ones are there.
    ///
    /// # Errors
    /// What is wrong with the header.
    pub fn new(
        file: R,
        known: &[&'static str],
        required: &[&'static str],
    ) -> Result<Self, ReadError> {
        let mut file = BufReader::new(file);
        let header = file.fill_buf()?.split(|byte| *byte == b'\n').next();
        let counted_at_end = u64::from(!header.is_some_and(|line| line.ends_with(b"\r")));
        let mut reader = Self {
            // A last row without a line end gets one, so that it is counted like the others.
            rows: csv::ReaderBuilder::new()
                .has_headers(false)
                .flexible(true)
                .from_reader(file.chain(b"\n")),
            fields: StringRecord::new(),
            columns: known.iter().map(|name| (*name, None)).collect(),
            width: None,
            counted_at_end,
        };
        let line = reader.advance()?.ok_or(ReadError::NoHeader)?;
        for (place, found) in reader.fields.iter().enumerate() {
            let column = || found.to_owned();
            match reader.columns.iter_mut().find(|(name, _)| *name == found) {
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

    /// The next row, or `None` after the last. After an error in a row the one behind it follows,
    /// so that every bad row can be told; after [`ReadError::Io`] nothing more is to be had.
    pub fn read(&mut self) -> Option<Result<Record<'_>, ReadError>> {
        match self.advance() {
            Ok(None) => None,
            Ok(Some(line)) => {
                Some(Ok(Record { line, fields: &self.fields, columns: &self.columns }))
            }
            Err(error) => Some(Err(error)),
        }
    }

    /// Reads the fields of the next row and gives the line on which it begins.
    fn advance(&mut self) -> Result<Option<u64>, ReadError> {
        let before = self.rows.position().line();
        let mut fields = mem::take(&mut self.fields).into_byte_record();
        if !self.rows.read_byte_record(&mut fields).map_err(io::Error::from)? {
            return Ok(None);
        }
        // Of the lines that were passed, those inside the row and its own end lie behind its beginning;
        // the others were blank, or the rest of the `\r\n` before it.
        let passed = self.rows.position().line().saturating_sub(before);
        let inside = fields.as_slice().iter().filter(|byte| **byte == b'\n').count() as u64;
        let line = before + passed.saturating_sub(inside + self.counted_at_end);
        let found = fields.len();
        self.fields = StringRecord::from_byte_record(fields).map_err(|error| {
            ReadError::NotUtf8 { line, column: self.column_at(error.utf8_error().field()) }
        })?;
        let expected = *self.width.get_or_insert(found);
        if found == expected {
            Ok(Some(line))
        } else {
            Err(ReadError::FieldCount { line, found, expected })
        }
    }

    /// The name of the column at a place of the file, or its number where the header has no name.
    fn column_at(&self, place: usize) -> String {
        let named = self.columns.iter().find(|(_, there)| *there == Some(place));
        named.map_or_else(|| (place + 1).to_string(), |(name, _)| (*name).to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::{Cell, Column, Format, Writer};
    use proptest::prelude::*;

    const KNOWN: [&str; 3] = ["code", "name", "note"];

    fn reader(file: &[u8]) -> Result<CsvReader<&[u8]>, ReadError> {
        CsvReader::new(file, &KNOWN, &["name"])
    }

    /// Every row as its line and the text of each known column, or as its error.
    fn rows(file: &[u8]) -> Vec<String> {
        let mut reader = reader(file).unwrap();
        let mut rows = Vec::new();
        while let Some(read) = reader.read() {
            rows.push(match read {
                Ok(row) => format!("{} {:?} {:?}", row.line(), row.get(0), row.get(1)),
                Err(error) => error.to_string(),
            });
        }
        rows
    }

    #[test]
    fn columns_are_found_in_any_order_behind_a_byte_order_mark() {
        assert_eq!(rows("\u{FEFF}name,code\n林,C1\n".as_bytes()), [r#"2 Some("C1") Some("林")"#]);
        assert_eq!(rows(b"name\nAnn"), [r#"2 None Some("Ann")"#]);
    }

    #[test]
    fn lines_are_counted_through_quotes_and_whatever_ends_them() {
        let lines = |file: &str| -> Vec<String> {
            rows(file.as_bytes())
                .iter()
                .map(|row| row.split(' ').next().unwrap().to_owned())
                .collect()
        };
        assert_eq!(lines("name\na\n\"b\nb\"\nc\n"), ["2", "3", "5"]);
        assert_eq!(lines("name\r\na\r\n\"b\r\nb\"\r\nc\r\n"), ["2", "3", "5"]);
        assert_eq!(lines("name\n\na\n\n\nb"), ["3", "6"]);
    }

    #[test]
    fn a_header_says_what_is_wrong_with_it() {
        let error = |file: &[u8]| reader(file).err().unwrap().to_string();
        assert_eq!(error(b""), "the file is empty");
        assert_eq!(error(b"name,colour\n"), "line 1: unknown column colour");
        assert_eq!(error(b"name,name\n"), "line 1: the column name stands there twice");
        assert_eq!(error(b"code\n"), "the column name is missing");
        assert_eq!(error(b"code,n\xFFme\n"), "line 1, 2: not UTF-8");
    }

    #[test]
    fn a_bad_row_is_told_and_the_next_one_is_read() {
        let file = b"code,name\nC1,\xFF\nC2\nC3,a,b\nC4,Wu\n";
        let expected = [
            "line 2, name: not UTF-8",
            "line 3: 1 fields for 2 columns",
            "line 4: 3 fields for 2 columns",
            r#"5 Some("C4") Some("Wu")"#,
        ];
        assert_eq!(rows(file), expected);
    }

    /// Texts that are likely to go wrong: quotes, guards and ends of lines.
    fn awkward() -> impl Strategy<Value = String> {
        prop_oneof![
            any::<String>(),
            "['=+@,\"\r\n\t＝ -]{0,5}".prop_map(String::from),
            "'{0,3}[=x]?"
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

        #[test]
        fn every_text_survives_csv(texts in prop::collection::vec((awkward(), awkward(), any::<i64>()), 0..5), bom: bool) {
            let mut out = Vec::new();
            let columns = KNOWN.map(Column::left);
            let mut writer = Writer::new(Format::Csv, &columns, &mut out);
            if bom {
                writer = writer.with_bom();
            }
            for (code, name, note) in &texts {
                writer.row(&[Cell::text(code), Cell::text(name), Cell::Int(*note)]).unwrap();
            }
            writer.finish().unwrap();
            let mut reader = reader(&out).unwrap();
            for (code, name, note) in &texts {
                let row = reader.read().unwrap().unwrap();
                let note = note.to_string();
                let expected = [Some(code.as_str()), Some(name.as_str()), Some(note.as_str())];
                prop_assert_eq!([row.get(0), row.get(1), row.get(2)], expected);
            }
            prop_assert!(reader.read().is_none());
        }

        #[test]
        fn a_list_of_one_column_keeps_every_row(texts in prop::collection::vec(awkward(), 0..5)) {
            let mut out = Vec::new();
            let mut writer = Writer::new(Format::Csv, &[Column::left("name")], &mut out);
            for text in &texts {
                writer.row(&[Cell::text(text)]).unwrap();
            }
            writer.finish().unwrap();
            let mut reader = reader(&out).unwrap();
            for text in &texts {
                prop_assert_eq!(reader.read().unwrap().unwrap().get(1), Some(text.as_str()));
            }
            prop_assert!(reader.read().is_none());
        }
    }
}
