//! The morning list.

use super::round::listed;
use super::tab::owing;
use crate::app::{App, Result};
use crate::reports::Today;

impl App {
    /// Returns the morning list of today.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn morning(&self) -> Result<Today> {
        let day = self.today();
        self.store.read(|tx| {
            let shop = tx.shop()?;
            let deliver = listed(tx, day, self.wanted(tx)?, &shop)?;
            let look_after = self.to_look_after(tx, Some(day))?;
            Ok(Today::new(day, deliver, owing(tx, &shop, day)?, look_after))
        })
    }
}
