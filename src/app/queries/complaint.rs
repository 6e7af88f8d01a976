//! Complaints.

use crate::app::{App, Result, find};
use crate::domain::Day;
use crate::domain::id::{ComplaintId, CustomerId};
use crate::domain::refusal::Topic;
use crate::domain::views::ComplaintRow;
use crate::reports::complaint::{ComplaintCount, count_complaints};

impl App {
    /// Returns the complaints of a customer (or of all), the newest first.
    ///
    /// # Errors
    /// If the file cannot be read, like every read in this module.
    pub fn complaints(&self, customer: Option<CustomerId>) -> Result<Vec<ComplaintRow>> {
        self.store.read(|tx| Ok(tx.complaint_rows(customer)?))
    }

    /// Returns the complaints from a day until another one, counted.
    pub fn complaint_counts(&self, from: Day, until: Day) -> Result<Vec<ComplaintCount>> {
        let mut rows = self.complaints(None)?;
        rows.retain(|row| (from..=until).contains(&row.complaint.on));
        Ok(count_complaints(&rows, self.today()))
    }

    /// Returns one complaint with its customer; refuses a number that none has.
    pub fn complaint(&self, id: ComplaintId) -> Result<ComplaintRow> {
        self.store.read(|tx| {
            let missing = || find::not_found(Topic::Complaint, id.number());
            let known = tx.complaint(id)?.ok_or_else(missing)?;
            let rows = tx.complaint_rows(Some(known.customer))?;
            let row = rows.into_iter().find(|row| row.complaint.id == id);
            Ok(row.ok_or_else(missing)?)
        })
    }
}
