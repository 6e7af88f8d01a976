//! Kinds of containers, and who holds them.

use crate::app::error::Passthrough;
use crate::app::{App, Error, Result};
use crate::domain::container::{Container, ContainerRow, HolderRow};
use crate::domain::id::CustomerId;

impl App {
    /// Returns every kind of container, by name.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn containers(&self) -> Result<Vec<Container>> {
        self.store.read(|tx| Ok(tx.containers()?))
    }

    /// Returns every kind of container with what customers hold of it today, by name.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn container_rows(&self) -> Result<Vec<ContainerRow>> {
        let today = self.today();
        self.store.read(|tx| Ok(tx.container_rows(today)?))
    }

    /// Calls `f` with every customer (or one) who holds containers today, by code and container. Stops at the first
    /// error.
    ///
    /// # Errors
    /// Returns the error of `f`, or an error if the file cannot be read.
    pub fn each_holder<E: From<Error>>(
        &self,
        customer: Option<CustomerId>,
        mut f: impl FnMut(HolderRow) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let today = self.today();
        self.store
            .read(|tx| tx.each_holder(customer, today, |row| f(row).map_err(Passthrough)))
            .map_err(|Passthrough(error)| error)
    }
}
