//! An agreement: a line on the tab by which a customer agrees to a balance. It has to stay true: whatever is
//! recorded later for a day before it is refused if it would change that balance.

use super::day::Day;
use super::id::EntryId;
use super::money::Money;

/// An agreement whose amount is not the balance at its end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BrokenAgreement {
    /// Its entry.
    pub entry: EntryId,
    /// Its day.
    pub on: Day,
    /// The balance to which the customer agreed.
    pub agreed: Money,
    /// The balance at the end of that line.
    pub balance: Money,
}
