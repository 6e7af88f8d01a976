//! Where the shop is *kept*: one SQLite file behind [`Store`] and [`Tx`].
//!
//! The surface speaks domain types, [`Error`] and std only; all SQL is in `sqlite/`. Changes happen
//! only inside [`Store::write`], reads that belong together inside [`Store::read`]. SQL filters,
//! joins, sorts and sums; it never decides: what is late, owing or silent arrives as a parameter.

mod damage;
mod error;
mod progress;
mod sqlite;

pub use damage::{Damage, Expected, Finding, Loss, Problem, RowFate, StandingPart};
pub use error::{Error, SchemaFault};
pub use progress::{Progress, ProgressFn, Work, no_progress};
pub use sqlite::{
    AuditStamp, CustomerPlace, Dirty, FollowUpPlace, JarPlace, Revision, Store, Tx, WaitNotice,
};

/// What a call of the store gives.
pub type Result<T> = std::result::Result<T, Error>;
