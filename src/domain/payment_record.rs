//! The record of a customer: how often what fell due was paid by its day, and how late it was otherwise.

use super::day::Day;
use super::id::EntryId;
use super::tab::{Statement, StatementLine};
use std::collections::BTreeMap;

/// Record of a customer's payments of what fell due.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct PaymentRecord {
    /// Number of due days that have passed or are settled.
    pub times: u32,
    /// Number of them on which everything was settled by the due day.
    pub on_time: u32,
    /// Sum of the days from the due day until everything was settled, or until today, over the others.
    pub late_days: i64,
}

impl PaymentRecord {
    /// Computes the record from a tab as it stood on a day.
    ///
    /// The debts that fall due on one day are one time. A debt is settled on the day of the last credit that paid a
    /// part of it, or on its own day if it was paid ahead; a time, when the last of its debts is. A due day that
    /// has not passed counts only once it is settled. A debt that was taken back, or paid on the spot, is no time.
    pub fn of(statement: &Statement, as_of: Day) -> Self {
        let mut settled: BTreeMap<EntryId, Day> = BTreeMap::new();
        let lines: BTreeMap<EntryId, &StatementLine> =
            statement.lines.iter().map(|line| (line.entry.id, line)).collect();
        for credit in &statement.lines {
            let is_pair = |debt| lines.get(debt).is_some_and(|debt| debt.is_paired_with(credit));
            for (debt, _) in credit.settles.iter().filter(|(debt, _)| !is_pair(debt)) {
                let last = settled.entry(*debt).or_insert(credit.entry.on);
                *last = (*last).max(credit.entry.on);
            }
        }
        // By due day the day on which all was settled; `None` while something is open.
        let mut times: BTreeMap<Day, Option<Day>> = BTreeMap::new();
        for line in statement.lines.iter().filter(|line| line.entry.amount.is_positive()) {
            let Some(due) = line.due else { continue };
            if line.open.is_zero() && !settled.contains_key(&line.entry.id) {
                continue;
            }
            let paid = settled.get(&line.entry.id).map(|paid| (*paid).max(line.entry.on));
            let paid = paid.filter(|_| line.open.is_zero());
            let time = times.entry(due).or_insert(paid);
            *time = time.zip(paid).map(|(one, other)| one.max(other));
        }
        let mut record = Self::default();
        for (due, paid) in times.into_iter().filter(|(due, paid)| paid.is_some() || *due < as_of) {
            record.times += 1;
            match (paid.unwrap_or(as_of) - due).num_days() {
                ..=0 => record.on_time += 1,
                late => record.late_days += late,
            }
        }
        record
    }

    /// Returns the mean number of days by which the late ones were late, rounded; `None` if none was.
    pub fn mean_late_days(self) -> Option<i64> {
        let late = i64::from(self.times - self.on_time);
        (late > 0).then(|| (2 * self.late_days + late) / (2 * late))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Money;
    use crate::domain::id::CustomerId;
    use crate::domain::tab::{Entry, EntryKind, statement};
    use chrono::Days;

    fn record(entries: &[(i64, i64)], as_of: i64) -> PaymentRecord {
        let nth = |n: i64| Day::default() + chrono::TimeDelta::days(n);
        let entry = |(id, (on, minor)): (i64, &(i64, i64))| Entry {
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
            against: None,
        };
        let entries = (1..).zip(entries).map(entry).collect();
        PaymentRecord::of(&statement(entries, nth(as_of), |day| day + Days::new(10)), nth(as_of))
    }

    // C2
    #[test]
    fn a_record_counts_due_days_by_when_they_were_settled() {
        // In time, four days late, and open for six.
        let entries = [(0, 100), (9, -100), (20, 50), (20, 30), (34, -80), (40, 10)];
        let found = record(&entries, 56);
        assert_eq!((found.times, found.on_time, found.mean_late_days()), (3, 1, Some(5)));
        // What is not due yet says nothing until it is paid.
        assert_eq!(record(&entries, 45).times, 2);
        assert_eq!(record(&[(0, -100), (5, 100)], 6).on_time, 1);
        assert_eq!(record(&[], 6).mean_late_days(), None);
    }
}
