//! Lists: facts of several tables side by side, joined, filtered and sorted by the engine.

mod customers;
mod deliveries;
mod follow_ups;
mod jars;
mod tabs;

pub use customers::{CustomerPlace, Window};

use crate::domain::rows::CustomerLabel;
use rusqlite::Row;

/// The columns of a label, for a query that names the table `customer`.
const LABEL: &str = "customer.id AS who_id, customer.code AS who_code, customer.name AS who_name,
    customer.area AS who_area, customer.address AS who_address";

fn label(row: &Row) -> rusqlite::Result<CustomerLabel> {
    Ok(CustomerLabel {
        id: row.get("who_id")?,
        code: row.get("who_code")?,
        name: row.get("who_name")?,
        area: row.get("who_area")?,
        address: row.get("who_address")?,
    })
}

/// The first of the words that share a cell.
fn first_word(words: &str) -> String {
    words.split(';').next().unwrap_or_default().to_owned()
}
