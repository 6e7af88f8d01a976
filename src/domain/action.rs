//! An action: one line of the journal, which is one thing that a person did and one step of undo.

mod combined;
mod detail;
mod facts;
mod kind;
mod named;

pub use combined::{Batch, LegacyDetail};
pub use detail::ActionDetail;
pub use kind::ActionKind;
pub use named::{FollowUpSubject, NamedCustomer, NamedGoods, NamedProduct};

use super::day::Day;
use super::id::ActionId;
use super::stable_name::keys;

/// The person who makes a change, and the moment.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AuditStamp {
    /// The local time: `2026-03-27 08:15:00`.
    pub at: String,
    /// The person's name; empty if not given.
    pub by: String,
}

/// Returns the seconds from one moment of the journal to another; `None` if one is no moment.
pub fn seconds_between(earlier: &str, later: &str) -> Option<i64> {
    let moment = |text| chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S").ok();
    Some((moment(later)? - moment(earlier)?).num_seconds())
}

/// Effect of a journal line: do, undo or redo.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ActionEffect {
    /// Done for the first time.
    Do,
    /// Taken back.
    Undo,
    /// Done again.
    Redo,
}

keys!(ActionEffect { Do = "do", Undo = "undo", Redo = "redo" });

/// One line of the journal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Action {
    /// Given by the store, ever growing.
    pub id: ActionId,
    /// When, as the clock of the machine said: `2026-03-27 08:15:00`.
    pub at: String,
    /// Person who made the change.
    pub by: String,
    /// Did, took back, did again.
    pub effect: ActionEffect,
    /// The line that was taken back or done again.
    pub of: Option<ActionId>,
    /// True while the action is in effect; false once it was undone.
    pub in_effect: bool,
    /// Detail of the action.
    pub detail: ActionDetail,
}

/// One row that an action touched, as JSON objects of its columns.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RowChange {
    /// The table.
    pub table: String,
    /// The row's number in it.
    pub key: i64,
    /// The row before; `None` if it was new.
    pub before: Option<String>,
    /// The row after; `None` if it was removed.
    pub after: Option<String>,
    /// Names of the rows that its columns refer to, where they still exist.
    pub named: Vec<NamedRow>,
}

/// Another row that a column of a changed row names by its number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NamedRow {
    /// The column.
    pub column: String,
    /// The number in it.
    pub number: i64,
    /// The customer, as `C102 林阿嬷`.
    pub customer: Option<String>,
    /// The product, and the unit in which it is sold.
    pub product: Option<(String, String)>,
    /// The day of a delivery.
    pub day: Option<Day>,
}
