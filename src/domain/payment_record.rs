//! The record of a customer: how often what fell due was paid by its day, and how late it was otherwise.

use super::day::Day;
use super::money::Money;
use super::tab::Statement;
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
    pub fn of(statement: &Statement, as_of: Day) -> Self {
        statement.history.record_on(&statement.open_by_due_day(), as_of)
    }

    /// Counts a due day on which all was settled, or still is not, so many days late.
    fn add(&mut self, late: i64) {
        self.times += 1;
        match late {
            ..=0 => self.on_time += 1,
            late => self.late_days += late,
        }
    }

    /// Returns the mean number of days by which the late ones were late, rounded; `None` if none was.
    pub fn mean_late_days(self) -> Option<i64> {
        let late = i64::from(self.times - self.on_time);
        (late > 0).then(|| (2 * self.late_days + late) / (2 * late))
    }
}

/// The part of a payment record that does not change as days pass: that of the due days of which nothing is open.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct PaymentHistory {
    /// The record of those due days.
    pub settled: PaymentRecord,
    /// The day of the first entry.
    pub since: Option<Day>,
}

impl PaymentHistory {
    /// Computes the history from the days and signed amounts of a tab, the oldest first. An entry that changes nothing
    /// of what is owed has an amount of zero.
    ///
    /// The debts that fall due on one day are one time. A debt is settled on the day of the last credit that paid a
    /// part of it, or on its own day if it was paid ahead; a time, when the last of its debts is. A due day that has
    /// not passed counts only once it is settled. What pairs settle is left out of the amounts
    /// ([`super::settlement::unpaired`]): a debt that was taken back, or paid on the spot, is no time.
    pub fn of(
        entries: impl IntoIterator<Item = (Day, Money)>,
        due_day: impl Fn(Day) -> Day,
    ) -> Self {
        let mut history = Self::default();
        let (mut debts, mut credits) = (Vec::new(), Vec::new());
        for (on, amount) in entries {
            history.since = history.since.or(Some(on));
            match amount.is_positive() {
                true => debts.push((on, amount)),
                false => credits.push((on, -amount)),
            }
        }
        // By due day the day on which all was settled; `None` while something is open.
        let mut times: BTreeMap<Day, Option<Day>> = BTreeMap::new();
        let (mut credits, mut unspent, mut paid_on) =
            (credits.into_iter(), Money::ZERO, Day::default());
        for (on, amount) in debts {
            while unspent < amount
                && let Some((day, credit)) = credits.next()
            {
                unspent += credit;
                paid_on = day;
            }
            let paid = (unspent >= amount).then(|| paid_on.max(on));
            // Below zero once the credits are spent: the debts from here on are open.
            unspent -= amount;
            let time = times.entry(due_day(on)).or_insert(paid);
            *time = time.zip(paid).map(|(one, other)| one.max(other));
        }
        for (due, paid) in times.into_iter().filter_map(|(due, paid)| Some((due, paid?))) {
            history.settled.add((paid - due).num_days());
        }
        history
    }

    /// Returns the record on a day, from what was open then by due day.
    pub fn record_on(&self, open: &[(Day, Money)], day: Day) -> PaymentRecord {
        let mut record = self.settled;
        let late = open.iter().map(|(due, _)| (day - *due).num_days());
        late.filter(|late| *late > 0).for_each(|late| record.add(late));
        record
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Money;
    use crate::domain::id::{CustomerId, EntryId};
    use crate::domain::tab::{Entry, EntryKind, StatementLine, statement};
    use chrono::Days;
    use proptest::prelude::*;

    fn nth(n: i64) -> Day {
        Day::default() + chrono::TimeDelta::days(n)
    }

    fn record(entries: &[(i64, i64)], as_of: i64) -> PaymentRecord {
        let tab = tab(entries, as_of, |day| day + Days::new(10));
        PaymentRecord::of(&tab, nth(as_of))
    }

    /// A tab of these days and amounts.
    fn tab(entries: &[(i64, i64)], as_of: i64, due_day: impl Fn(Day) -> Day) -> Statement {
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
        statement(entries, nth(as_of), due_day)
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

    /// Counts the due days one by one, by the debts that each credit settled.
    fn counted(statement: &Statement, as_of: Day) -> PaymentRecord {
        let mut times: BTreeMap<Day, Option<Day>> = BTreeMap::new();
        for line in statement.lines.iter().filter(|line| line.due.is_some()) {
            let is_paid_by =
                |credit: &&StatementLine| credit.settles.iter().any(|(id, _)| *id == line.entry.id);
            let credits = statement.lines.iter().filter(is_paid_by);
            let paid = credits.map(|credit| credit.entry.on.max(line.entry.on)).max();
            let paid = paid.filter(|_| line.open.is_zero());
            let time = times.entry(line.due.unwrap()).or_insert(paid);
            *time = time.zip(paid).map(|(one, other)| one.max(other));
        }
        let mut record = PaymentRecord::default();
        for (due, paid) in times.into_iter().filter(|(due, paid)| paid.is_some() || *due < as_of) {
            record.add((paid.unwrap_or(as_of) - due).num_days());
        }
        record
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

        #[test]
        fn the_settled_and_the_open_due_days_are_all(
            entries in prop::collection::vec((0..99_i64, -50..50_i64), 0..30),
            as_of in 0..120_i64,
        ) {
            // Those of several days fall due on one.
            let tab = tab(&entries, as_of, |day| nth(day.signed_duration_since(nth(0)).num_days() / 10 * 10 + 9));
            prop_assert_eq!(PaymentRecord::of(&tab, nth(as_of)), counted(&tab, nth(as_of)));
        }
    }
}
