//! JSON objects of rows: the columns' names as keys, numbers exactly as printed, nothing as `null`.

use std::io::{self, Write};

use super::cell::{Cell, Column};

/// The keys of one list's objects, each ready to be written: `{"code":`, then `,"name":`.
pub(super) struct Keys(Vec<String>);

impl Keys {
    /// The keys of these columns.
    pub(super) fn of(columns: &[Column]) -> Self {
        let opened = |(place, column): (usize, &Column)| {
            let before = if place == 0 { '{' } else { ',' };
            format!("{before}{}:", serde_json::Value::from(column.name))
        };
        Self(columns.iter().enumerate().map(opened).collect())
    }

    /// Appends one row as one object, without a line end.
    pub(super) fn object(&self, cells: &[Cell<'_>], out: &mut Vec<u8>) -> io::Result<()> {
        for (key, cell) in self.0.iter().zip(cells) {
            out.extend_from_slice(key.as_bytes());
            value(cell, out)?;
        }
        out.push(b'}');
        Ok(())
    }
}

fn value(cell: &Cell<'_>, out: &mut Vec<u8>) -> io::Result<()> {
    match cell {
        Cell::Empty => out.write_all(b"null"),
        Cell::Text(text) => Ok(serde_json::to_writer(out, text.as_ref())?),
        Cell::Day(_) => {
            out.push(b'"');
            cell.write_plain(out)?;
            out.push(b'"');
            Ok(())
        }
        Cell::Flag(flag) => write!(out, "{flag}"),
        Cell::Int(_) | Cell::Money(..) | Cell::Quantity(_) | Cell::Rate(_) => cell.write_plain(out),
    }
}
