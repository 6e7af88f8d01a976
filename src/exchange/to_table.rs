//! An aligned table for people: a header, two spaces between columns, no borders.
//!
//! Widths are measured in terminal cells, so that Chinese names and numbers stand straight below
//! each other. A table must see its widest row before it writes the first. Until then its rows are kept, the first
//! megabyte in memory and the rest in a temporary file, so that memory stays flat however long the table is.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Seek, Write};

use unicode_width::UnicodeWidthStr;

use super::cell::{Align, Cell, Column};

/// Number of bytes of rows that are kept in memory.
const IN_MEMORY: usize = 1 << 20;

/// The blanks between two columns.
const GAP: usize = 2;

/// The rows so far, as the texts that will be shown.
pub(super) struct TextTable {
    columns: Vec<Column>,
    headings: Vec<String>,
    widths: Vec<usize>,
    /// The last rows: of each cell the length of its text as four bytes, and the text.
    rows: Vec<u8>,
    earlier: Earlier,
}

/// Where the rows before the last ones are.
enum Earlier {
    /// There are none.
    None,
    /// In a temporary file.
    File(File),
    /// In memory too, because no temporary file can be made.
    InMemory,
}

impl TextTable {
    /// A table with nothing but its header.
    pub(super) fn of(columns: &[Column]) -> Self {
        let mut table = Self {
            columns: columns.to_vec(),
            headings: Vec::new(),
            widths: Vec::new(),
            rows: Vec::new(),
            earlier: Earlier::None,
        };
        table.head(columns.iter().map(|column| column.name.to_owned()).collect());
        table
    }

    /// Puts other headings in the place of the columns' names, before the first row.
    pub(super) fn head(&mut self, headings: Vec<String>) {
        self.widths = headings.iter().map(|heading| heading.width()).collect();
        self.widths.resize(self.columns.len(), 0);
        self.headings = headings;
    }

    /// Takes one more row.
    pub(super) fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        // A row that is too short has nothing in its last cells.
        let nothing = Cell::Empty;
        let cells = cells.iter().chain(std::iter::repeat(&nothing));
        for (width, cell) in self.widths.iter_mut().zip(cells) {
            let text = shown(cell)?;
            *width = (*width).max(text.width());
            let length = u32::try_from(text.len()).map_err(io::Error::other)?;
            self.rows.extend_from_slice(&length.to_le_bytes());
            self.rows.extend_from_slice(text.as_bytes());
        }
        if self.rows.len() >= IN_MEMORY { self.spill() } else { Ok(()) }
    }

    /// Moves the rows that are in memory to the temporary file.
    fn spill(&mut self) -> io::Result<()> {
        if matches!(self.earlier, Earlier::None) {
            self.earlier = tempfile::tempfile().map_or(Earlier::InMemory, Earlier::File);
        }
        if let Earlier::File(file) = &mut self.earlier {
            file.write_all(&self.rows)?;
            self.rows.clear();
        }
        Ok(())
    }

    /// Writes the whole table, without blanks at the ends of lines.
    pub(super) fn write(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let mut out = BufWriter::with_capacity(64 * 1024, out);
        let layout = Layout { columns: &self.columns, widths: &self.widths };
        let mut line = Vec::new();
        layout.line(&self.headings, &mut line);
        out.write_all(&line)?;
        let earlier: Box<dyn Read> = match &mut self.earlier {
            Earlier::File(file) => {
                file.rewind()?;
                Box::new(BufReader::with_capacity(64 * 1024, &*file))
            }
            Earlier::None | Earlier::InMemory => Box::new(io::empty()),
        };
        let mut rows = earlier.chain(self.rows.as_slice());
        let mut texts = vec![String::new(); self.columns.len()];
        while read_row(&mut rows, &mut texts)? {
            line.clear();
            layout.line(&texts, &mut line);
            out.write_all(&line)?;
        }
        out.flush()
    }
}

/// Where the texts of a line are.
struct Layout<'a> {
    columns: &'a [Column],
    widths: &'a [usize],
}

impl Layout<'_> {
    /// Appends a line of these texts.
    fn line(&self, texts: &[String], out: &mut Vec<u8>) {
        for ((text, column), width) in texts.iter().zip(self.columns).zip(self.widths) {
            let padding = width.saturating_sub(text.width());
            let (before, after) = match column.align {
                Align::Left => (0, padding),
                Align::Right => (padding, 0),
            };
            out.resize(out.len() + before, b' ');
            out.extend_from_slice(text.as_bytes());
            out.resize(out.len() + after + GAP, b' ');
        }
        while out.last() == Some(&b' ') {
            out.pop();
        }
        out.push(b'\n');
    }
}

/// Reads the next row into the texts; returns false behind the last one.
fn read_row(rows: &mut impl Read, texts: &mut [String]) -> io::Result<bool> {
    for (at, text) in texts.iter_mut().enumerate() {
        let mut length = [0; 4];
        match rows.read_exact(&mut length) {
            Err(error) if at == 0 && error.kind() == io::ErrorKind::UnexpectedEof => {
                return Ok(false);
            }
            read => read?,
        }
        text.clear();
        rows.take(u32::from_le_bytes(length).into()).read_to_string(text)?;
    }
    Ok(!texts.is_empty())
}

fn shown<'a>(cell: &'a Cell<'_>) -> io::Result<Cow<'a, str>> {
    if let Cell::Text(text) = cell.sanitized() {
        return Ok(text);
    }
    let mut plain = Vec::new();
    cell.write_plain(&mut plain)?;
    Ok(Cow::Owned(String::from_utf8(plain).map_err(io::Error::other)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const COLUMNS: [Column; 3] =
        [Column::left("code"), Column::left("name"), Column::right("owes")];

    fn table(rows: &[(&str, &str, i64)]) -> String {
        let mut table = TextTable::of(&COLUMNS);
        for (code, name, owes) in rows {
            table.row(&[Cell::text(*code), Cell::text(*name), Cell::Int(*owes)]).unwrap();
        }
        let mut out = Vec::new();
        table.write(&mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn numbers_stand_below_each_other_behind_chinese_names() {
        let expected = "\
code  name     owes
C102  林阿嬷    240
C1    Ann 🍚  -1200
";
        assert_eq!(table(&[("C102", "林阿嬷", 240), ("C1", "Ann 🍚", -1200)]), expected);
    }

    #[test]
    fn a_line_ends_with_its_last_word() {
        let mut table = TextTable::of(&[Column::left("name"), Column::left("note")]);
        table.row(&[Cell::text("Ann"), Cell::Empty]).unwrap();
        let mut out = Vec::new();
        table.write(&mut out).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "name  note\nAnn\n");
    }

    #[test]
    fn a_name_cannot_reach_the_terminal() {
        assert!(table(&[("C1", "\u{1b}[2J\n", 1)]).contains("␛[2J␊"));
    }

    // G6: a table for people held every row.
    #[test]
    fn a_long_table_reads_as_a_short_one_does() {
        let rows: Vec<(String, String, i64)> =
            (0..40_000).map(|n| (format!("C{n}"), "林阿嬷".repeat(n % 7), n as i64)).collect();
        let rows: Vec<_> =
            rows.iter().map(|(code, name, owes)| (code.as_str(), name.as_str(), *owes)).collect();
        let text = table(&rows);
        let expected = (0..40_000).map(|n| {
            let name = "林阿嬷".repeat(n % 7);
            let blanks = " ".repeat(36 - name.width());
            format!("{:<6}  {name}{blanks}  {n:>5}", format!("C{n}"))
        });
        assert_eq!(
            text.lines().next(),
            Some(format!("code    name{}  {:>5}", " ".repeat(32), "owes").as_str())
        );
        assert!(text.lines().skip(1).eq(expected));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

        #[test]
        fn every_line_is_as_wide_as_the_others(rows in prop::collection::vec(("[a-z林阿嬷🍚é ]{0,9}", ".{0,9}", any::<i32>()), 0..9)) {
            let rows: Vec<_> = rows.iter().map(|(code, name, owes)| (code.as_str(), name.as_str(), i64::from(*owes))).collect();
            let text = table(&rows);
            let widths: Vec<usize> = text.lines().map(UnicodeWidthStr::width).collect();
            prop_assert_eq!(text.lines().count(), rows.len() + 1);
            prop_assert!(widths.iter().all(|width| Some(width) == widths.first()), "{}", text);
        }
    }
}
