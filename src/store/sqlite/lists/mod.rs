//! Lists: facts of several tables side by side, joined, filtered and sorted by the engine.

mod complaint;
mod container;
mod customers;
mod delivery;
mod doors;
mod follow_up;
mod jar;
mod one_off;
mod plan;
mod promise;
mod reminder;
mod sales;
mod tab;
mod week;
mod window;

use crate::domain::views::CustomerLabel;
use rusqlite::Row;

/// Returns the condition that a customer is silent about a jar on the day that is bound to `today`: it
/// should have been empty, or its skip has ended, for longer than three times the spread of its own empty
/// day, a quarter of what it lasts, and five days, and nobody has spoken with them since. A follow-up that was closed
/// counts as an answer. Where the shop does not ask silent customers, none is silent.
pub(super) fn silent_on(today: &str) -> String {
    format!(
        "julianday({today}) - julianday(max(forecast.likely, coalesce(forecast.skipped_until, ''))) > max(5,
             3 * (julianday(forecast.high) - julianday(forecast.likely)),
             (julianday(forecast.likely) - julianday(forecast.anchor)) / 4)
           AND NOT EXISTS (SELECT 1 FROM standing AS heard
                WHERE heard.customer_id = forecast.customer_id
                  AND heard.last_contact >= max(forecast.likely, coalesce(forecast.skipped_until, '')))
           AND NOT EXISTS (SELECT 1 FROM follow_up AS answered
                WHERE answered.customer_id = forecast.customer_id AND answered.rule = 'silent'
                  AND answered.occasion = forecast.likely AND answered.stage <> 'open')
           AND NOT EXISTS (SELECT 1 FROM shop AS quiet WHERE quiet.rules_off LIKE '%silent%')"
    )
}

/// The columns of a label, for a query that names the table `customer`. Columns are read by their
/// number, because a list may be long and their names would be looked for in every row.
const LABEL: &str = "customer.id, customer.code, customer.name, customer.area, customer.address";

/// Returns the label in the columns from `first` on.
fn label(row: &Row, first: usize) -> rusqlite::Result<CustomerLabel> {
    Ok(CustomerLabel {
        id: row.get(first)?,
        code: row.get(first + 1)?,
        name: row.get(first + 2)?,
        area: row.get(first + 3)?,
        address: row.get(first + 4)?,
    })
}

/// Returns the first of the words that share a cell.
fn first_word(words: &str) -> String {
    words.split(';').next().unwrap_or_default().to_owned()
}
