//! Complaints with their customers, and the occasions that unsolved ones are.

use super::super::super::Result;
use super::super::Tx;
use super::super::record::{StoredRecord, column_count, columns_of};
use super::super::values::{Iso, day};
use super::{LABEL, label};
use crate::domain::Day;
use crate::domain::complaint::Complaint;
use crate::domain::follow_up::{Rule, Trigger};
use crate::domain::id::CustomerId;
use crate::domain::views::ComplaintRow;
use rusqlite::Row;

impl Tx<'_> {
    /// Returns the complaints of a customer (or of all) with their customers, the newest first.
    pub fn complaint_rows(&self, customer: Option<CustomerId>) -> Result<Vec<ComplaintRow>> {
        let sql = format!(
            "SELECT {}, {}, product.name FROM complaint
               JOIN customer ON customer.id = complaint.customer_id
               LEFT JOIN product ON product.id = complaint.product_id
              WHERE ?1 IS NULL OR complaint.customer_id = ?1
              ORDER BY complaint.day DESC, complaint.id DESC",
            columns_of::<Complaint>(),
            LABEL
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let behind = column_count::<Complaint>();
        let rows = statement.query_map([customer], |row| {
            let complaint = Complaint::read(row)?;
            Ok(ComplaintRow { complaint, who: label(row, behind)?, product: row.get(behind + 5)? })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns an occasion for each customer with an unsolved complaint: that of the complaint that is promised first,
    /// on its promised day if that has passed, else today.
    pub fn unsolved_complaints(&self, today: Day) -> Result<Vec<Trigger>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT min(coalesce(min(promised_by), ?1), ?1) AS due, customer_id FROM complaint
              WHERE solved_on IS NULL GROUP BY customer_id ORDER BY due, customer_id",
        )?;
        let occasion = |row: &Row| {
            Ok(Trigger { rule: Rule::Complaint, day: day(row, 0)?, customer: row.get(1)? })
        };
        let found = statement.query_map([Iso(today)], occasion)?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }
}

/// The complaint that a follow-up of the customer in the row is about, with its text: the unsolved one that is
/// promised first, or the one that was solved on the day of a return visit.
pub(super) fn complaint_of(rule: &str, occasion: &str) -> String {
    let found = |column: &str| {
        format!(
            "CASE {rule}
                 WHEN 'complaint' THEN (SELECT {column} FROM complaint
                     WHERE complaint.customer_id = customer.id AND solved_on IS NULL
                     ORDER BY promised_by IS NULL, promised_by, complaint.id LIMIT 1)
                 WHEN 'return-visit' THEN (SELECT {column} FROM complaint
                     WHERE complaint.customer_id = customer.id AND solved_on = {occasion} AND complaint.stage = 'solved'
                     ORDER BY complaint.id LIMIT 1)
             END"
        )
    };
    format!(
        "{} AS complaint_id, {} AS complaint_text",
        found("complaint.id"),
        found("complaint.text")
    )
}
