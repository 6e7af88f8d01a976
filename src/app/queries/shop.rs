//! The shop and its rules.

use crate::app::{App, Result};
use crate::domain::shop::Shop;

impl App {
    /// Returns the shop and its rules.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn shop(&self) -> Result<Shop> {
        self.store.read(|tx| Ok(tx.shop()?))
    }
}
