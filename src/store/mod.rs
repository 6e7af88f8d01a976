//! Where the shop is *kept*: one SQLite file behind [`Store`] and [`Tx`].
//!
//! The surface speaks domain types, [`Error`] and std only; all SQL is in `sqlite/`. Changes happen
//! only inside [`Store::write`], reads that belong together inside [`Store::read`]. SQL filters,
//! joins, sorts and sums; it never decides: what is late, owing or silent arrives as a parameter.

mod error;
mod sqlite;

pub use error::{Error, SchemaFault};
pub use sqlite::{CustomerPart, DerivedPart, Dirty, FewChanges, ReadPoint, Store, Tx, WaitNotice};

/// The result of a call to the store.
pub type Result<T> = std::result::Result<T, Error>;
