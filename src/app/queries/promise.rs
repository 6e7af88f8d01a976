//! Promises to pay.

use crate::app::{App, Result};
use crate::domain::id::CustomerId;
use crate::domain::views::PromiseRow;

impl App {
    /// Returns the promises of a customer (or of all), in the order of their days.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn promises(&self, customer: Option<CustomerId>) -> Result<Vec<PromiseRow>> {
        self.store.read(|tx| Ok(tx.promise_rows(customer)?))
    }
}
