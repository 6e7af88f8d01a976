//! Settlement: which credits of a tab settle which of its debts.

use super::day::Day;
use super::entry::Entry;
use super::id::EntryId;
use super::money::Money;
use super::tab::{EntryLedger, StatementLine};
use std::collections::BTreeMap;

/// An entry that names another of its tab, which it settles or is settled by before any other, and that one; each
/// with its signed amount.
pub type EntryPair = [(EntryId, Money); 2];

/// A part of a debt that a credit settles: the credit, the debt and the amount.
type SettledPart = (EntryId, EntryId, Money);

/// Lets the credits settle the debts: first the pairs, then the others, both in their order.
///
/// A reversal makes the tab what it would be without the wrong entry; if it settled the oldest debts, a late debt would
/// leave every list. What is left settles in order: in whatever order they came, the oldest money pays the oldest
/// debt. While a debt is open no credit can be, so settling as the entries come and settling all at the end pair the
/// same.
pub(super) fn settle(lines: &mut [StatementLine]) {
    settle_pairs_of(lines);
    let is_debt = |line: &StatementLine| line.due.is_some();
    let mut debts: Vec<(EntryId, Money)> =
        lines.iter().filter(|line| is_debt(line)).map(|line| (line.entry.id, line.open)).collect();
    let mut unpaid = debts.iter_mut().filter(|(_, open)| open.is_positive()).peekable();
    for credit in lines.iter_mut().filter(|line| !is_debt(line)) {
        while let Some((debt, open)) = unpaid.peek_mut().filter(|_| credit.open.is_positive()) {
            let part = credit.open.min(*open);
            credit.settles.push((*debt, part));
            credit.open -= part;
            *open -= part;
            if open.is_zero() {
                unpaid.next();
            }
        }
    }
    let debts = debts.into_iter().map(|(_, open)| open);
    for (line, open) in lines.iter_mut().filter(|line| is_debt(line)).zip(debts) {
        line.open = open;
    }
}

/// Lets the lines that name one another settle each other.
fn settle_pairs_of(lines: &mut [StatementLine]) {
    if lines.iter().all(|line| line.entry.against.is_none()) {
        return;
    }
    let (left, parts) = settle_pairs(&pairs_of(lines.iter().map(|line| &line.entry)));
    let mut settles: BTreeMap<EntryId, Vec<(EntryId, Money)>> = BTreeMap::new();
    for (credit, debt, part) in parts {
        settles.entry(credit).or_default().push((debt, part));
    }
    for line in lines {
        if let Some(left) = left.get(&line.entry.id) {
            line.open = left.abs();
        }
        line.settles = settles.remove(&line.entry.id).unwrap_or_default();
    }
}

/// Returns the pairs of the entries of a tab, in their order.
pub(super) fn pairs_of<'e>(entries: impl Iterator<Item = &'e Entry> + Clone) -> Vec<EntryPair> {
    let owed = entries.filter(|entry| entry.kind.rule().ledger == EntryLedger::Owed);
    let amounts: BTreeMap<EntryId, Money> =
        owed.clone().map(|entry| (entry.id, entry.amount)).collect();
    let pair = |entry: &Entry| -> Option<EntryPair> {
        let other = entry.against?;
        Some([(entry.id, entry.amount), (other, *amounts.get(&other)?)])
    };
    owed.filter_map(pair).collect()
}

/// Returns the entries of a tab in the order of their days, without what pairs settle of their amounts.
pub(super) fn without_pairs(entries: &[Entry]) -> Vec<Entry> {
    let mut entries = entries.to_vec();
    entries.sort_by_key(|entry| (entry.on, entry.id));
    let left = unpaired(&pairs_of(entries.iter()));
    let amount = |entry: &Entry| left.get(&entry.id).copied().unwrap_or(entry.amount);
    entries
        .into_iter()
        .map(|entry| Entry { amount: amount(&entry), against: None, ..entry })
        .collect()
}

/// Returns what is left of the signed amounts of the entries of pairs once each pair has settled its own.
pub fn unpaired(pairs: &[EntryPair]) -> BTreeMap<EntryId, Money> {
    settle_pairs(pairs).0
}

/// Lets pairs settle in their order. Returns what is left of the amount of each entry, and the parts.
fn settle_pairs(pairs: &[EntryPair]) -> (BTreeMap<EntryId, Money>, Vec<SettledPart>) {
    let (mut left, mut parts) = (BTreeMap::new(), Vec::new());
    for [(entry, amount), (other, of_other)] in pairs {
        let amount = *left.entry(*entry).or_insert(*amount);
        let of_other = *left.entry(*other).or_insert(*of_other);
        if amount.is_positive() == of_other.is_positive() {
            continue;
        }
        let part = amount.abs().min(of_other.abs());
        let ((debt, owed), (credit, paid)) = match amount.is_positive() {
            true => ((*entry, amount), (*other, of_other)),
            false => ((*other, of_other), (*entry, amount)),
        };
        if part.is_positive() {
            left.insert(debt, owed - part);
            left.insert(credit, paid + part);
            parts.push((credit, debt, part));
        }
    }
    (left, parts)
}

/// Returns the debts that are still open, the newest first, each with its day and its unpaid part.
///
/// Takes the days and signed amounts of a tab, newest first and without what pairs settle ([`unpaired`]), with its
/// balance, and reads no further than it must: the oldest debts are paid first, so the open ones are the newest that
/// together reach the balance, and only the last of them can be paid in part.
pub fn open_debts(
    newest_first: impl Iterator<Item = (Day, Money)>,
    balance: Money,
) -> impl Iterator<Item = (Day, Money)> {
    let mut unexplained = balance;
    let mut debts = newest_first.filter(|(_, amount)| amount.is_positive());
    std::iter::from_fn(move || {
        let (day, amount) = unexplained.is_positive().then(|| debts.next())??;
        let open = amount.min(unexplained);
        unexplained -= open;
        Some((day, open))
    })
}

/// Returns debts by the day on which they fall due, the oldest first; those of one due day are one.
pub fn by_due_day(debts: Vec<(Day, Money)>, due_day: impl Fn(Day) -> Day) -> Vec<(Day, Money)> {
    let mut by_due: BTreeMap<Day, Money> = BTreeMap::new();
    for (day, open) in debts {
        *by_due.entry(due_day(day)).or_default() += open;
    }
    by_due.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::CustomerId;
    use crate::domain::tab::{EntryKind, Statement, statement};
    use chrono::Days;
    use proptest::prelude::*;

    fn nth(n: i64) -> Day {
        Day::default() + chrono::TimeDelta::days(n)
    }

    /// A tab of these days, amounts and entries that they name, whose debts fall due ten days later.
    fn tab(entries: &[(i64, i64, i64)], as_of: i64) -> Statement {
        let entry = |(id, (on, minor, against)): (i64, &(i64, i64, i64))| Entry {
            id: EntryId::new(id),
            customer: CustomerId::new(1),
            on: nth(*on),
            kind: if *minor < 0 { EntryKind::Payment } else { EntryKind::Charge },
            amount: Money::from_minor(*minor),
            method: String::new(),
            note: String::new(),
            delivery: None,
            external: None,
            reference: String::new(),
            corrects: None,
            instead_of: None,
            against: (*against > 0).then_some(EntryId::new(*against)),
        };
        let numbered = (1..).zip(entries).map(entry);
        statement(numbered.collect(), nth(as_of), |day| day + Days::new(10))
    }

    /// Of each line what is open, and what it settled of which line.
    fn shares(statement: &Statement) -> Vec<(i64, Vec<(i64, i64)>)> {
        let plain = |settles: &[(EntryId, Money)]| {
            settles.iter().map(|(id, money)| (id.number(), money.minor())).collect()
        };
        statement.lines.iter().map(|line| (line.open.minor(), plain(&line.settles))).collect()
    }

    #[test]
    fn what_takes_back_an_entry_settles_that_one_and_the_oldest_debt_stays_late() {
        let charge = tab(&[(0, 500, 0), (60, 500, 0), (60, -500, 2)], 60);
        assert_eq!(shares(&charge), [(500, vec![]), (0, vec![]), (0, vec![(2, 500)])]);
        assert_eq!(charge.ageing.late().minor(), 500);
        let payment = tab(&[(0, 500, 0), (60, -500, 0), (60, 500, 2)], 60);
        assert_eq!(shares(&payment), [(500, vec![]), (0, vec![(3, 500)]), (0, vec![])]);
    }

    #[test]
    fn what_a_pair_leaves_settles_in_order() {
        let statement = tab(&[(0, 70, 0), (1, 50, 0), (2, -80, 2)], 2);
        assert_eq!(shares(&statement), [(40, vec![]), (0, vec![]), (0, vec![(2, 50), (1, 30)])]);
        // Before the day of the other, and beside one of the same sign, there is no pair.
        assert_eq!(shares(&tab(&[(0, 70, 0), (9, 50, 0), (2, -80, 2)], 2)).len(), 2);
        assert_eq!(tab(&[(0, 70, 0), (1, 50, 1)], 2).balance.minor(), 120);
    }

    #[test]
    fn what_is_paid_already_is_not_read() {
        let newest_first = [(nth(9), Money::from_minor(-5)), (nth(8), Money::from_minor(9))];
        let forbidden = std::iter::from_fn(|| unreachable!("the balance is covered"));
        let debts = newest_first.into_iter().chain(forbidden);
        assert_eq!(open_debts(debts, Money::from_minor(4)).last().map(|debt| debt.0), Some(nth(8)));
        assert_eq!(open_debts(std::iter::empty(), Money::from_minor(5)).last(), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

        #[test]
        fn the_newest_unpaired_debts_up_to_the_balance_are_the_open_ones(
            entries in prop::collection::vec((0..99_i64, -50..60_i64, 0..30_i64), 0..30),
        ) {
            let statement = tab(&entries, 99);
            let lines = &statement.lines;
            let pairs: Vec<EntryPair> = (lines.iter())
                .filter_map(|line| {
                    let other = line.entry.against?;
                    let other = lines.iter().find(|line| line.entry.id == other)?;
                    Some([&line.entry, &other.entry].map(|entry| (entry.id, entry.amount)))
                })
                .collect();
            let left = unpaired(&pairs);
            let newest = lines.iter().rev().map(|line| {
                (line.entry.on, left.get(&line.entry.id).copied().unwrap_or(line.entry.amount))
            });
            let open = lines.iter().rev().filter(|line| line.due.is_some() && !line.open.is_zero());
            let open: Vec<_> = open.map(|line| (line.entry.on, line.open)).collect();
            prop_assert_eq!(open_debts(newest, statement.balance).collect::<Vec<_>>(), open);
            prop_assert_eq!(statement.ageing.total() - statement.credit, statement.balance);
            for debt in lines.iter().filter(|line| line.due.is_some()) {
                let parts = lines.iter().flat_map(|credit| &credit.settles);
                let settled: Money =
                    parts.filter(|(id, _)| *id == debt.entry.id).map(|(_, part)| *part).sum();
                prop_assert_eq!(settled + debt.open, debt.entry.amount);
            }
        }
    }
}
