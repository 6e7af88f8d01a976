//! Lines of CSV as RFC 4180 has it, with `\r\n` at their ends and texts behind a guard.

use std::io;

use super::cell::{Cell, Column};
use super::guard::guarded;

/// The end of every line, which RFC 4180 asks for.
const END_OF_LINE: &[u8] = b"\r\n";

/// Appends the header line.
pub(super) fn header(columns: &[Column], out: &mut Vec<u8>) {
    for (place, column) in columns.iter().enumerate() {
        separate(place, out);
        quote(column.name, out);
    }
    out.extend_from_slice(END_OF_LINE);
}

/// Appends one row.
pub(super) fn row(cells: &[Cell<'_>], out: &mut Vec<u8>) -> io::Result<()> {
    let start = out.len();
    for (place, cell) in cells.iter().enumerate() {
        separate(place, out);
        match cell {
            Cell::Text(text) => quote(&guarded(text), out),
            Cell::Word(word) => quote(&guarded(&word.to_string()), out),
            Cell::Empty
            | Cell::Int(_)
            | Cell::Money(..)
            | Cell::Quantity(_)
            | Cell::Rate(_)
            | Cell::Estimate(_)
            | Cell::Day(_)
            | Cell::Flag(_) => cell.write_plain(out)?,
        }
    }
    // A line with nothing on it would be no row at all to a reader.
    if out.len() == start {
        out.extend_from_slice(b"\"\"");
    }
    out.extend_from_slice(END_OF_LINE);
    Ok(())
}

fn separate(place: usize, out: &mut Vec<u8>) {
    if place > 0 {
        out.push(b',');
    }
}

/// Appends a field, in quotes where a reader would otherwise see more than one.
fn quote(field: &str, out: &mut Vec<u8>) {
    if !field.bytes().any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r')) {
        out.extend_from_slice(field.as_bytes());
        return;
    }
    out.push(b'"');
    for (place, part) in field.split('"').enumerate() {
        if place > 0 {
            out.extend_from_slice(b"\"\"");
        }
        out.extend_from_slice(part.as_bytes());
    }
    out.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        let mut out = Vec::new();
        row(&[Cell::text(text), Cell::Int(-1)], &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn only_what_needs_quotes_gets_them() {
        assert_eq!(written("林阿嬷"), "林阿嬷,-1\r\n");
        assert_eq!(written(" a b "), " a b ,-1\r\n");
        assert_eq!(written("a,b"), "\"a,b\",-1\r\n");
        assert_eq!(written("the \"old\" jar"), "\"the \"\"old\"\" jar\",-1\r\n");
        assert_eq!(written("two\r\nlines"), "\"two\r\nlines\",-1\r\n");
    }

    #[test]
    fn a_formula_is_guarded_and_a_number_is_not() {
        assert_eq!(written("=1+1"), "'=1+1,-1\r\n");
    }

    #[test]
    fn a_row_of_one_empty_cell_is_still_a_row() {
        let mut out = Vec::new();
        row(&[Cell::Empty], &mut out).unwrap();
        row(&[Cell::text("")], &mut out).unwrap();
        assert_eq!(out, b"\"\"\r\n\"\"\r\n");
    }
}
