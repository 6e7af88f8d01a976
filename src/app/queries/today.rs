//! The morning list.

use super::follow_up::to_look_after;
use super::round::to_deliver;
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
            let deliver = to_deliver(tx, day, &shop)?;
            let look_after = to_look_after(tx, day, Some(day))?;
            Ok(Today::new(day, deliver, owing(tx, &shop, day)?, look_after))
        })
    }
}
