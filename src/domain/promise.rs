//! A promise to pay: an amount and a day that a customer named. It is kept as a follow-up of the rule
//! [`super::follow_up::Rule::Promise`]; whether it is met follows from the tab.

use super::day::Day;
use super::id::{CustomerId, EntryId};
use super::money::Money;
use super::settlement::without_pairs;
use super::stable_name::keys;
use super::tab::{Entry, EntryKind, EntryLedger, EntrySign, StatementLine, statement};
use std::collections::{BTreeMap, BTreeSet};

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

/// Returns the days of the entries that met the promises of one customer, each with its promised day; `None` for one
/// that is not met.
///
/// An entry counts if it was written after the promise and is of the day of the promise or later. An
/// amount is met on the day on which the payments reach it, or by a credit after which nothing is owed.
/// Without an amount, a promise is met by the credit that settles all that falls due by the promised day.
///
/// A payment counts once: for the promise that falls due first, and what is left of it for the next. What an entry that
/// takes it back or that it pays for settles of it does not count, nor what a correction by which more is owed takes
/// from the payments before it, the newest first.
pub fn met_days(
    promises: &[(PromiseTerms, Day)],
    entries: &[Entry],
    due_day: impl Fn(Day) -> Day + Copy,
) -> Vec<Option<Day>> {
    let entries = &corrected(entries);
    let mut unspent: BTreeMap<EntryId, Money> = (entries.iter())
        .filter(|entry| entry.kind == EntryKind::Payment)
        .map(|entry| (entry.id, -entry.amount))
        .collect();
    let mut in_turn: Vec<usize> = (0..promises.len()).collect();
    in_turn.sort_by_key(|place| promises.get(*place).map(|(_, by)| *by));
    let mut days = vec![None; promises.len()];
    for place in in_turn {
        if let (Some((terms, by)), Some(day)) = (promises.get(place), days.get_mut(place)) {
            *day = terms.meet(*by, entries, &mut unspent, due_day);
        }
    }
    days
}

impl PromiseTerms {
    /// Returns the day of the entry that met the promise to pay by a day, or `None`, and takes the money that counts
    /// for it from what is unspent of the payments.
    fn meet(
        &self,
        by: Day,
        entries: &[Entry],
        unspent: &mut BTreeMap<EntryId, Money>,
        due_day: impl Fn(Day) -> Day + Copy,
    ) -> Option<Day> {
        let credits: Vec<&Entry> = entries.iter().filter(|entry| self.counts(entry)).collect();
        let until = |last: Option<EntryId>| {
            let is_written = |entry: &&Entry| last.is_none_or(|last| entry.id <= last);
            statement(entries.iter().filter(is_written).cloned().collect(), Day::MAX, due_day)
        };
        let settles = |credit: &Entry| match self.amount {
            Some(_) => {
                !balance_until(entries, credit.id).is_positive()
                    && !balance_on(entries, credit).is_positive()
            }
            None => until(Some(credit.id)).has_just_paid(by),
        };
        let by_tab = credits.iter().find(|credit| settles(credit));
        let Some(amount) = self.amount else {
            let lines = until(by_tab.map(|credit| credit.id)).lines;
            let is_due = |line: &&StatementLine| line.due.is_some_and(|due| due <= by);
            let due: BTreeSet<EntryId> =
                lines.iter().filter(is_due).map(|line| line.entry.id).collect();
            for line in lines.iter().filter(|line| self.counts(&line.entry)) {
                let Some(unspent) = unspent.get_mut(&line.entry.id) else { continue };
                let parts = line.settles.iter().filter(|(debt, _)| due.contains(debt));
                *unspent -= parts.map(|(_, part)| *part).sum::<Money>().min(*unspent);
            }
            return by_tab.map(|credit| credit.on);
        };
        let mut payments = credits.clone();
        payments.sort_by_key(|entry| (entry.on, entry.id));
        let (mut missing, mut met) = (amount, by_tab.map(|credit| credit.on));
        for payment in payments {
            let Some(unspent) = unspent.get_mut(&payment.id) else { continue };
            if !missing.is_positive() || met.is_some_and(|met| met < payment.on) {
                break;
            }
            let part = missing.min(*unspent);
            missing -= part;
            *unspent -= part;
            if missing.is_zero() {
                met = Some(payment.on);
            }
        }
        met
    }

    /// Returns whether an entry is a credit that can meet the promise.
    fn counts(&self, entry: &Entry) -> bool {
        let rule = entry.kind.rule();
        rule.sign == EntrySign::Credit
            && entry.amount.is_negative()
            && rule.ledger == EntryLedger::Owed
            && entry.id > self.after_entry
            && entry.on >= self.made_on
    }
}

/// Returns the entries in the order of their writing, without what pairs settle of them and with the payments as they
/// are after their corrections.
fn corrected(entries: &[Entry]) -> Vec<Entry> {
    let mut corrected = without_pairs(entries);
    corrected.sort_by_key(|entry| entry.id);
    for place in 0..corrected.len() {
        let (before, rest) = corrected.split_at_mut(place);
        let Some(correction) = rest.first_mut() else { break };
        let is_correction = correction.kind == EntryKind::Correction
            && correction.instead_of.is_none()
            && correction.amount.is_positive();
        if !is_correction {
            continue;
        }
        let payments = before.iter_mut().rev().filter(|entry| entry.kind == EntryKind::Payment);
        for payment in payments {
            let taken = correction.amount.min(Money::ZERO - payment.amount);
            payment.amount += taken;
            correction.amount -= taken;
        }
    }
    corrected
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
