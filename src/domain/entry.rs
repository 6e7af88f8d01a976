//! An entry of a tab, and what can be said of one when it is recorded.

use super::day::Day;
use super::entry_kind::{EntryKind, EntryLedger};
use super::id::{CustomerId, DeliveryId, EntryId};
use super::money::Money;
use super::shop::Language;

/// One entry. Entries are never edited; further ones correct them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// Given by the store.
    pub id: EntryId,
    /// The customer whose tab it is.
    pub customer: CustomerId,
    /// The day of the entry.
    pub on: Day,
    /// The kind of the entry.
    pub kind: EntryKind,
    /// As it changes the balance: positive owes more.
    pub amount: Money,
    /// The method of payment: one of the shop's list, except in old entries and those of a file.
    pub method: String,
    /// A free note.
    pub note: String,
    /// The delivery that it is for.
    pub delivery: Option<DeliveryId>,
    /// The reference of another system by which it was imported, if it has one.
    pub external: Option<String>,
    /// The number that a bank or another payer's system gave a payment; empty if none is said.
    pub reference: String,
    /// The closed day that a correction is about.
    pub corrects: Option<Day>,
    /// The wrong entry that it takes back, or in whose place it is.
    pub instead_of: Option<EntryId>,
    /// The entry of the same tab that it settles before any other, or is settled by.
    pub against: Option<EntryId>,
}

impl Entry {
    /// Returns how it changes a balance; `None` if it only states what the balance is.
    pub fn change(&self) -> Option<Money> {
        (self.kind.rule().ledger != EntryLedger::Stated).then_some(self.amount)
    }

    /// Returns whether its customer, its day and its amount can be corrected by two further entries: not those of an
    /// opening balance, an agreement, a delivery, or the correction of a closed day.
    pub const fn is_movable(&self) -> bool {
        let is_fixed = matches!(self.kind, EntryKind::Opening | EntryKind::Agreement);
        !is_fixed && self.delivery.is_none() && self.corrects.is_none()
    }
}

/// Seconds within which the same payment is taken for one that was typed twice.
pub const REPEATED_WITHIN_SECONDS: i64 = 60;

/// Handling of a payment like one that was recorded within [`REPEATED_WITHIN_SECONDS`]: of the same customer,
/// amount, day and method.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum RepeatedPayment {
    /// Refuse it, so that the person is asked first.
    #[default]
    Refuse,
    /// Record it: the person has been asked.
    Accept,
}

/// A correction of the customer, the day or the amount of an entry; what is `None` stays. It is written as a
/// visible pair: one entry that takes the wrong one back, and the right one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct EntryMove {
    /// The wrong entry.
    pub entry: EntryId,
    /// The customer whose it is.
    pub customer: Option<CustomerId>,
    /// Its day.
    pub on: Option<Day>,
    /// Its amount as a person says it.
    pub amount: Option<Money>,
}

/// Returns the note of the two entries that correct one: `instead of #12`.
pub fn moved_note(language: Language, entry: EntryId) -> String {
    match language {
        Language::English => format!("instead of #{}", entry.number()),
        Language::Chinese => format!("更正 #{}", entry.number()),
    }
}

/// Details of an entry beyond its amount, method and note.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct EntryDetails {
    /// See [`Entry::reference`].
    pub reference: String,
    /// See [`Entry::corrects`].
    pub corrects: Option<Day>,
    /// Handling of a payment that seems to be typed twice.
    pub repeated: RepeatedPayment,
}
