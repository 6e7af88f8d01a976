//! The shop and its rules.

use crate::app::{App, Result};
use crate::domain::shop::Shop;
use crate::reports::{FirstStep, FirstSteps};

impl App {
    /// Returns the shop and its rules.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn shop(&self) -> Result<Shop> {
        self.store.read(|tx| Ok(tx.shop()?))
    }

    /// Returns the first steps that the shop has not taken, given the names that a new shop has before
    /// somebody names it.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn first_steps(&self, unnamed: &[String]) -> Result<FirstSteps> {
        self.store.read(|tx| {
            let [products, customers, jars, readings] = tx.has_begun()?;
            let is_named = !unnamed.contains(&tx.shop()?.name);
            let taken = [is_named, products, customers, jars, readings];
            let steps = FirstStep::ALL.into_iter().zip(taken);
            let open = steps.filter(|(_, is_taken)| !is_taken).map(|(step, _)| step).collect();
            Ok(FirstSteps { open })
        })
    }
}
