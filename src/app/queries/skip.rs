//! Skips that are in force.

use crate::app::{App, Result};
use crate::domain::id::CustomerId;
use crate::domain::views::SkipRow;

impl App {
    /// Returns the skips of a customer (or of all) whose day has not passed, the first to end first.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn skips(&self, customer: Option<CustomerId>) -> Result<Vec<SkipRow>> {
        let today = self.today();
        self.store.read(|tx| Ok(tx.skip_rows(customer, today)?))
    }
}
