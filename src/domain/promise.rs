//! A promise to pay: an amount and a day that a customer named. It is kept as a follow-up of the rule
//! [`super::follow_up::Rule::Promise`]; whether it is met follows from the tab.

use super::day::Day;
use super::id::{CustomerId, EntryId};
use super::money::Money;
use super::stable_name::keys;
use super::tab::{Entry, EntryKind, EntryLedger, EntrySign, statement};

/// The terms of a promise; its day is that of the follow-up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PromiseTerms {
    /// The promised amount; `None` is everything that falls due by the promised day.
    pub amount: Option<Money>,
    /// The day on which the customer promised.
    pub made_on: Day,
    /// The last entry on the tab when the promise was made: earlier payments do not count.
    pub after_entry: EntryId,
}

/// The day and the amount of a promise.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PromisedPayment {
    /// The promised day.
    pub by: Day,
    /// The promised amount; `None` is everything that falls due by then.
    pub amount: Option<Money>,
}

/// A promise to be recorded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewPromise {
    /// The customer.
    pub customer: CustomerId,
    /// The day and the amount.
    pub payment: PromisedPayment,
    /// In the customer's words.
    pub note: String,
}

/// State of a promise on a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PromiseState {
    /// Its day has not passed.
    Open,
    /// It was met by its day.
    Kept,
    /// Its day has passed, and it is not met.
    Broken,
    /// It was met after its day.
    Late,
    /// It does not count any more.
    Dropped,
}

keys!(PromiseState {
    Open = "open",
    Kept = "kept",
    Broken = "broken",
    Late = "late",
    Dropped = "dropped",
});

impl PromiseTerms {
    /// Returns the day of the entry that met the promise to pay by a day, or `None`.
    ///
    /// An entry counts if it was written after the promise and is of the day of the promise or later. An
    /// amount is met on the day on which the payments reach it, or by a credit after which nothing is owed.
    /// Without an amount, it is met by the credit that settles all that falls due by the promised day.
    /// A correction by which more is owed, or an entry that takes a payment back, takes from the payments before it, the newest first.
    pub fn met_on(
        &self,
        by: Day,
        entries: &[Entry],
        due_day: impl Fn(Day) -> Day + Copy,
    ) -> Option<Day> {
        let entries = &self.corrected(entries);
        let counts = |entry: &&Entry| {
            let rule = entry.kind.rule();
            rule.sign == EntrySign::Credit
                && entry.amount.is_negative()
                && rule.ledger == EntryLedger::Owed
                && entry.id > self.after_entry
                && entry.on >= self.made_on
        };
        let mut credits: Vec<&Entry> = entries.iter().filter(counts).collect();
        credits.sort_by_key(|entry| entry.id);
        let until = |last: &Entry| {
            let written: Vec<Entry> =
                entries.iter().filter(|entry| entry.id <= last.id).cloned().collect();
            statement(written, Day::MAX, due_day)
        };
        let settles = |credit: &Entry| match self.amount {
            Some(_) => {
                !balance_until(entries, credit.id).is_positive()
                    && !balance_on(entries, credit).is_positive()
            }
            None => until(credit).has_just_paid(by),
        };
        let by_tab = credits.iter().find(|credit| settles(credit)).map(|credit| credit.on);
        let by_amount = self.amount.and_then(|amount| {
            let mut payments: Vec<&Entry> = (credits.iter().copied())
                .filter(|entry| entry.kind == EntryKind::Payment)
                .collect();
            payments.sort_by_key(|entry| (entry.on, entry.id));
            let mut paid = Money::ZERO;
            payments.into_iter().find_map(|payment| {
                paid -= payment.amount;
                (paid >= amount).then_some(payment.on)
            })
        });
        by_tab.into_iter().chain(by_amount).min()
    }

    /// Returns the entries with the payments since the promise as they are after their corrections.
    fn corrected(&self, entries: &[Entry]) -> Vec<Entry> {
        let mut corrected = entries.to_vec();
        corrected.sort_by_key(|entry| entry.id);
        for place in 0..corrected.len() {
            let (before, rest) = corrected.split_at_mut(place);
            let Some(correction) = rest.first_mut() else { break };
            // A payment that was recorded for the wrong customer, day or amount is taken back by a refund.
            let is_correction = (correction.kind == EntryKind::Correction
                || correction.instead_of.is_some())
                && correction.amount.is_positive()
                && correction.id > self.after_entry;
            if !is_correction {
                continue;
            }
            let payments = before
                .iter_mut()
                .rev()
                .filter(|entry| entry.kind == EntryKind::Payment && entry.id > self.after_entry);
            for payment in payments {
                let taken = correction.amount.min(Money::ZERO - payment.amount);
                payment.amount += taken;
                correction.amount -= taken;
            }
        }
        corrected
    }
}

/// Returns the balance after an entry in the order of days, in which an imported list need not be.
fn balance_on(entries: &[Entry], last: &Entry) -> Money {
    let owed = |entry: &&Entry| {
        (entry.on, entry.id) <= (last.on, last.id) && entry.kind.rule().ledger == EntryLedger::Owed
    };
    entries.iter().filter(owed).map(|entry| entry.amount).sum()
}

/// Returns the balance of the entries that were written up to one of them.
fn balance_until(entries: &[Entry], last: EntryId) -> Money {
    let owed = |entry: &&Entry| entry.id <= last && entry.kind.rule().ledger == EntryLedger::Owed;
    entries.iter().filter(owed).map(|entry| entry.amount).sum()
}
