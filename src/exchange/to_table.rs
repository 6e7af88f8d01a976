//! An aligned table for people: a header, two spaces between columns, no borders.
//!
//! Widths are measured in terminal cells, so that Chinese names and numbers stand straight below
//! each other. A table must see its widest row before it writes the first, so it alone keeps its rows.

use std::io;

use unicode_width::UnicodeWidthStr;

use super::cell::{Align, Cell, Column};

/// The rows so far, as the texts that will be shown.
pub(super) struct TextTable {
    columns: Vec<Column>,
    widths: Vec<usize>,
    rows: Vec<Vec<String>>,
}

impl TextTable {
    /// A table with nothing but its header.
    pub(super) fn of(columns: &[Column]) -> Self {
        let names = columns.iter().map(|column| column.name.to_owned()).collect();
        let mut table =
            Self { columns: columns.to_vec(), widths: vec![0; columns.len()], rows: Vec::new() };
        table.push(names);
        table
    }

    /// Puts other headings in the place of the columns' names.
    pub(super) fn head(&mut self, headings: Vec<String>) {
        self.rows.clear();
        self.widths.fill(0);
        self.push(headings);
    }

    /// Takes one more row.
    pub(super) fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        let texts = cells.iter().map(shown).collect::<io::Result<_>>()?;
        self.push(texts);
        Ok(())
    }

    /// Appends the whole table, without blanks at the ends of lines.
    pub(super) fn write(&self, out: &mut Vec<u8>) {
        for row in &self.rows {
            let start = out.len();
            for ((text, column), width) in row.iter().zip(&self.columns).zip(&self.widths) {
                let padding = width.saturating_sub(text.width());
                let (before, after) = match column.align {
                    Align::Left => (0, padding),
                    Align::Right => (padding, 0),
                };
                out.resize(out.len() + before, b' ');
                out.extend_from_slice(text.as_bytes());
                out.resize(out.len() + after + GAP, b' ');
            }
            while out.len() > start && out.last() == Some(&b' ') {
                out.pop();
            }
            out.push(b'\n');
        }
    }

    fn push(&mut self, texts: Vec<String>) {
        for (width, text) in self.widths.iter_mut().zip(&texts) {
            *width = (*width).max(text.width());
        }
        self.rows.push(texts);
    }
}

/// The blanks between two columns.
const GAP: usize = 2;

fn shown(cell: &Cell<'_>) -> io::Result<String> {
    if let Cell::Text(text) = cell.sanitized() {
        return Ok(text.into_owned());
    }
    let mut plain = Vec::new();
    cell.write_plain(&mut plain)?;
    String::from_utf8(plain).map_err(io::Error::other)
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
        table.write(&mut out);
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
        table.write(&mut out);
        assert_eq!(String::from_utf8(out).unwrap(), "name  note\nAnn\n");
    }

    #[test]
    fn a_name_cannot_reach_the_terminal() {
        assert!(table(&[("C1", "\u{1b}[2J\n", 1)]).contains("␛[2J␊"));
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
