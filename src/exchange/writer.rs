//! A list in any format, row by row.

use std::io::{self, Write};

use super::cell::{Cell, Column};
use super::to_csv;
use super::to_json;
use super::to_table::TextTable;
use crate::domain::stable_name::keys;

/// The format of a list.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Format {
    /// For people.
    #[default]
    Table,
    /// For spreadsheets, and to be read in again.
    Csv,
    /// One array of objects.
    Json,
    /// An object a line.
    Jsonl,
    /// A page to print, of papers only: a list in it is a table.
    Html,
    /// Double-entry books, of the tabs only: a list in it is a table.
    Hledger,
}

keys!(Format {
    Table = "table",
    Csv = "csv",
    Json = "json",
    Jsonl = "jsonl",
    Html = "html",
    Hledger = "hledger",
});

impl Format {
    /// Returns whether every list can be written in it.
    pub fn is_of_lists(self) -> bool {
        match self {
            Self::Table | Self::Csv | Self::Json | Self::Jsonl => true,
            Self::Html | Self::Hledger => false,
        }
    }
}

/// Writes a list. Memory stays flat however long the list is. A table must know its widest row first, so it is
/// written when it is finished.
pub struct Writer<'a> {
    body: Body,
    is_sanitized: bool,
    words: Option<Words<'a>>,
    buffer: Vec<u8>,
    out: &'a mut dyn Write,
}

/// Returns the text of a cell in a language, where it is not its stable name.
pub type Words<'a> = Box<dyn Fn(&Cell<'_>) -> Option<String> + 'a>;

enum Body {
    Table(TextTable),
    Csv,
    Json { columns: Vec<Column>, rows: u64 },
    Jsonl(Vec<Column>),
}

/// Number of buffered bytes at which the buffer is written.
const FLUSH_AT: usize = 64 * 1024;

const BOM: &[u8] = "\u{FEFF}".as_bytes();

impl<'a> Writer<'a> {
    /// Begins a list of these columns; nothing is written to `out` yet.
    pub fn new(format: Format, columns: &[Column], out: &'a mut dyn Write) -> Self {
        let mut buffer = Vec::with_capacity(FLUSH_AT + FLUSH_AT / 4);
        let body = match format {
            Format::Table | Format::Html | Format::Hledger => Body::Table(TextTable::of(columns)),
            Format::Csv => {
                to_csv::header(columns, &mut buffer);
                Body::Csv
            }
            Format::Json => Body::Json { columns: columns.to_vec(), rows: 0 },
            Format::Jsonl => Body::Jsonl(columns.to_vec()),
        };
        Self { body, is_sanitized: false, words: None, buffer, out }
    }

    /// The same list, with a byte order mark before its first row: some spreadsheets read CSV as
    /// UTF-8 only then. The other formats have none, JSON because its standard forbids it.
    #[must_use]
    pub fn with_bom(mut self) -> Self {
        if matches!(self.body, Body::Csv) {
            self.buffer.splice(0..0, BOM.iter().copied());
        }
        self
    }

    /// The same list with headings for people, if it is a table; the other formats keep the columns' names.
    #[must_use]
    pub fn with_headings(mut self, headings: impl FnOnce() -> Vec<String>) -> Self {
        if let Body::Table(table) = &mut self.body {
            table.head(headings());
        }
        self
    }

    /// The same list with the words of a language for its stable names, if it is a table; the other formats
    /// keep the names.
    #[must_use]
    pub fn with_words(mut self, words: Words<'a>) -> Self {
        self.words = matches!(self.body, Body::Table(_)).then_some(words);
        self
    }

    /// The same list for a terminal: in every format, a visible stand-in for each character that a
    /// terminal would obey or hide.
    #[must_use]
    pub fn sanitized(self) -> Self {
        Self { is_sanitized: true, ..self }
    }

    /// Writes one row, with a cell for each column.
    ///
    /// # Errors
    /// Whatever `out` says, now or for a row before.
    pub fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        if let Some(words) = &self.words {
            let cells: Vec<Cell<'_>> = cells
                .iter()
                .map(|cell| words(cell).map_or_else(|| cell.sanitized(), Cell::text))
                .collect();
            return self.write_row(&cells);
        }
        if !self.is_sanitized {
            return self.write_row(cells);
        }
        let cells: Vec<_> = cells.iter().map(Cell::sanitized).collect();
        self.write_row(&cells)
    }

    fn write_row(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        match &mut self.body {
            Body::Table(table) => table.row(cells)?,
            Body::Csv => to_csv::row(cells, &mut self.buffer)?,
            Body::Json { columns, rows } => {
                self.buffer.extend_from_slice(if *rows == 0 { b"[\n" } else { b",\n" });
                *rows += 1;
                to_json::row(columns, cells, &mut self.buffer)?;
            }
            Body::Jsonl(columns) => {
                to_json::row(columns, cells, &mut self.buffer)?;
                self.buffer.push(b'\n');
            }
        }
        if self.buffer.len() >= FLUSH_AT {
            self.out.write_all(&self.buffer)?;
            self.buffer.clear();
        }
        Ok(())
    }

    /// Writes what is still held back. A list that is not finished is not whole.
    ///
    /// # Errors
    /// Whatever `out` says.
    pub fn finish(mut self) -> io::Result<()> {
        match &mut self.body {
            Body::Table(table) => table.write(self.out)?,
            Body::Json { rows: 0, .. } => self.buffer.extend_from_slice(b"[]\n"),
            Body::Json { .. } => self.buffer.extend_from_slice(b"\n]\n"),
            Body::Csv | Body::Jsonl(_) => {}
        }
        self.out.write_all(&self.buffer)?;
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::stable_name::StableName;
    use crate::domain::{Currency, Day, Money, Quantity};
    use proptest::prelude::*;

    const COLUMNS: [Column; 2] = [Column::left("name"), Column::right("owes")];

    fn list(format: Format, columns: &[Column], rows: &[Vec<Cell<'_>>]) -> String {
        let mut out = Vec::new();
        let mut writer = Writer::new(format, columns, &mut out);
        for row in rows {
            writer.row(row).unwrap();
        }
        writer.finish().unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn every_format_has_the_same_rows() {
        let cny = Currency::from_code("CNY").unwrap();
        let rows = [
            vec![Cell::text("林"), Cell::Money(Money::from_minor(4250), cny)],
            vec![Cell::text("吴"), Cell::Empty],
        ];
        let shown = |format| list(format, &COLUMNS, &rows);
        assert_eq!(shown(Format::Table), "name   owes\n林    42.50\n吴\n");
        assert_eq!(shown(Format::Csv), "name,owes\r\n林,42.50\r\n吴,\r\n");
        assert_eq!(
            shown(Format::Json),
            "[\n{\"name\":\"林\",\"owes\":42.50},\n{\"name\":\"吴\",\"owes\":null}\n]\n"
        );
        assert_eq!(
            shown(Format::Jsonl),
            "{\"name\":\"林\",\"owes\":42.50}\n{\"name\":\"吴\",\"owes\":null}\n"
        );
    }

    #[test]
    fn an_empty_list_is_a_list() {
        assert_eq!(list(Format::Table, &COLUMNS, &[]), "name  owes\n");
        assert_eq!(list(Format::Csv, &COLUMNS, &[]), "name,owes\r\n");
        assert_eq!(list(Format::Json, &COLUMNS, &[]), "[]\n");
        assert_eq!(list(Format::Jsonl, &COLUMNS, &[]), "");
    }

    #[test]
    fn days_quantities_and_flags_read_as_each_format_has_them() {
        let row = [
            Cell::Day(Day::from_ymd_opt(2026, 3, 27).unwrap()),
            Cell::Quantity(Quantity::from_thousandths(4500)),
            Cell::Flag(true),
        ];
        let columns = [Column::left("on"), Column::right("left"), Column::left("done")];
        assert_eq!(
            list(Format::Csv, &columns, &[row.to_vec()]),
            "on,left,done\r\n2026-03-27,4.5,yes\r\n"
        );
        let jsonl = "{\"on\":\"2026-03-27\",\"left\":4.5,\"done\":true}\n";
        assert_eq!(list(Format::Jsonl, &columns, &[row.to_vec()]), jsonl);
    }

    #[test]
    fn a_byte_order_mark_stands_before_the_header_of_csv_only() {
        for (format, expected) in [(Format::Csv, "\u{FEFF}name,owes\r\n"), (Format::Json, "[]\n")] {
            let mut out = Vec::new();
            Writer::new(format, &COLUMNS, &mut out).with_bom().finish().unwrap();
            assert_eq!(String::from_utf8(out).unwrap(), expected);
        }
    }

    #[test]
    fn headings_stand_in_a_table_only() {
        for (format, expected) in [(Format::Table, "姓名  欠\n"), (Format::Csv, "name,owes\r\n")]
        {
            let mut out = Vec::new();
            let headings = || vec!["姓名".to_owned(), "欠".to_owned()];
            Writer::new(format, &COLUMNS, &mut out).with_headings(headings).finish().unwrap();
            assert_eq!(String::from_utf8(out).unwrap(), expected);
        }
    }

    #[test]
    fn a_full_disk_is_told() {
        struct Full;
        impl Write for Full {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::StorageFull.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let mut full = Full;
        let mut writer = Writer::new(Format::Csv, &COLUMNS, &mut full);
        let row = [Cell::text("x".repeat(1000)), Cell::Int(1)];
        let first = (0..100).find_map(|_| writer.row(&row).err());
        assert_eq!(first.map(|error| error.kind()), Some(io::ErrorKind::StorageFull));
    }

    #[test]
    fn formats_are_known_by_their_names() {
        assert_eq!(Format::from_key("jsonl"), Some(Format::Jsonl));
        assert_eq!(Format::from_key("xml"), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

        #[test]
        fn every_row_survives_jsonl(name in any::<String>(), owes in any::<i64>()) {
            let line = list(Format::Jsonl, &COLUMNS, &[vec![Cell::text(&name), Cell::Int(owes)]]);
            let read: serde_json::Value = serde_json::from_str(&line).unwrap();
            prop_assert_eq!(line.lines().count(), 1);
            prop_assert_eq!(read, serde_json::json!({ "name": name, "owes": owes }));
        }
    }
}
