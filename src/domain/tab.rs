//! A tab: one customer's running account, its due days, and what each payment settled.

use super::action::NamedGoods;
pub use super::ageing::{Ageing, late_days};
use super::day::Day;
pub use super::entry::Entry;
pub use super::entry_kind::{
    EntryKind, EntryLedger, EntryLimit, EntryRule, EntrySign, OverLimit, TillEffect,
};
use super::id::{DeliveryId, EntryId};
use super::money::Money;
use super::payment_record::PaymentHistory;
use super::promise::PromisedPayment;
use super::settlement::{pairs_of, settle, unpaired};
use super::trust::TrustScore;
use std::collections::BTreeMap;

/// A tab as it stood at the end of a day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Statement {
    /// The entries, the oldest first.
    pub lines: Vec<StatementLine>,
    /// The amount that the customer owes; negative if they have paid ahead.
    pub balance: Money,
    /// The deposits that the shop holds for the customer. They are no part of the balance.
    pub held: Money,
    /// The amount paid ahead: the open parts of the credits, never negative.
    pub credit: Money,
    /// The amount owed, by how late it is; its total less the credit is the balance.
    pub ageing: Ageing,
    /// The earliest due day of the debts that are still open.
    pub oldest_due: Option<Day>,
    /// The record of payments of what fell due.
    pub history: PaymentHistory,
    /// The goods of the deliveries that the entries are for.
    pub goods: DeliveredGoods,
    /// The open promise to pay with the last day.
    pub promised: Option<PromisedPayment>,
    /// The points of the trust grade; `None` if too little has fallen due.
    pub trust: Option<TrustScore>,
}

/// The goods of deliveries that were done.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct DeliveredGoods(BTreeMap<DeliveryId, Vec<NamedGoods>>);

impl DeliveredGoods {
    /// Adds goods to those of a delivery.
    pub fn add(&mut self, delivery: DeliveryId, goods: NamedGoods) {
        self.0.entry(delivery).or_default().push(goods);
    }

    /// Returns the goods that an entry charges, or with quantities below zero credits; none if it is for no goods.
    pub fn charged_by(&self, entry: &Entry) -> &[NamedGoods] {
        let has_goods = matches!(entry.kind, EntryKind::Charge | EntryKind::Return);
        let delivery = entry.delivery.filter(|_| has_goods);
        delivery.and_then(|id| self.0.get(&id)).map(Vec::as_slice).unwrap_or_default()
    }
}

impl Statement {
    /// Returns the debts that are still open by due day, the oldest first.
    pub fn open_by_due_day(&self) -> Vec<(Day, Money)> {
        let open = self.lines.iter().filter(|line| line.open.is_positive());
        let mut by_due: BTreeMap<Day, Money> = BTreeMap::new();
        for (due, open) in open.filter_map(|line| Some((line.due?, line.open))) {
            *by_due.entry(due).or_default() += open;
        }
        by_due.into_iter().collect()
    }

    /// Returns whether the entry that was written last has paid what falls due by a day: it settled some
    /// of it and none of it is open, or nothing is owed at all.
    pub fn has_just_paid(&self, due_by: Day) -> bool {
        if !self.balance.is_positive() {
            return true;
        }
        let is_due = |line: &&StatementLine| line.due.is_some_and(|due| due <= due_by);
        let due: BTreeMap<EntryId, Money> =
            self.lines.iter().filter(is_due).map(|line| (line.entry.id, line.open)).collect();
        let newest = self.lines.iter().max_by_key(|line| line.entry.id);
        due.values().all(|open| open.is_zero())
            && newest
                .is_some_and(|line| line.settles.iter().any(|(debt, _)| due.contains_key(debt)))
    }
}

/// One entry of a statement, and what became of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StatementLine {
    /// The entry.
    pub entry: Entry,
    /// The balance after it.
    pub balance: Money,
    /// When it falls due; only for what makes the customer owe more.
    pub due: Option<Day>,
    /// The unpaid part of a debt or unspent part of a credit; never negative, and zero for any other
    /// entry.
    pub open: Money,
    /// The debts that a credit settled, each with the amount settled; empty for a debt.
    pub settles: Vec<(EntryId, Money)>,
}

/// The tab as it stood at the end of `as_of`, from the entries of one customer in any order.
///
/// An entry that takes back another, or pays for it alone, settles that one. The other credits settle the oldest debts first;
/// what is left of them waits for debts to come. Later entries are ignored. `due_day` tells when a debt of a day falls due ([`super::shop::Shop::due_day`]).
pub fn statement(mut entries: Vec<Entry>, as_of: Day, due_day: impl Fn(Day) -> Day) -> Statement {
    entries.retain(|entry| entry.on <= as_of);
    entries.sort_by_key(|entry| (entry.on, entry.id));
    let (mut balance, mut held) = (Money::ZERO, Money::ZERO);
    let mut lines: Vec<StatementLine> = entries
        .into_iter()
        .map(|entry| {
            let (mut due, mut open) = (None, Money::ZERO);
            match entry.kind.rule().ledger {
                EntryLedger::Owed => {
                    balance += entry.amount;
                    due = entry.amount.is_positive().then(|| due_day(entry.on));
                    open = entry.amount.abs();
                }
                EntryLedger::Held => held += entry.amount,
                EntryLedger::Stated => {}
            }
            StatementLine { balance, due, open, settles: Vec::new(), entry }
        })
        .collect();
    settle(&mut lines);
    // What a pair has settled is no debt that was paid on time or late.
    let left = unpaired(&pairs_of(lines.iter().map(|line| &line.entry)));
    let changes = lines.iter().map(|StatementLine { entry, .. }| {
        let is_owed = entry.kind.rule().ledger == EntryLedger::Owed;
        let amount = left.get(&entry.id).copied().unwrap_or(entry.amount);
        (entry.on, if is_owed { amount } else { Money::ZERO })
    });
    let history = PaymentHistory::of(changes, due_day);

    let (mut ageing, mut credit, mut oldest_due) = (Ageing::default(), Money::ZERO, None);
    for line in lines.iter().filter(|line| line.open.is_positive()) {
        match line.due {
            Some(due) => {
                ageing.add(line.open, due, as_of);
                oldest_due = Some(oldest_due.map_or(due, |oldest: Day| oldest.min(due)));
            }
            None => credit += line.open,
        }
    }
    let goods = DeliveredGoods::default();
    Statement {
        lines,
        balance,
        held,
        credit,
        ageing,
        oldest_due,
        history,
        goods,
        promised: None,
        trust: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::CustomerId;
    use chrono::Days;
    use proptest::prelude::*;

    fn nth(n: i64) -> Day {
        Day::default() + chrono::TimeDelta::days(n)
    }

    fn entry(id: i64, on: i64, minor: i64) -> Entry {
        let amount = Money::from_minor(minor);
        Entry {
            id: EntryId::new(id),
            customer: CustomerId::new(1),
            on: nth(on),
            kind: if minor < 0 { EntryKind::Payment } else { EntryKind::Charge },
            amount,
            method: String::new(),
            note: String::new(),
            delivery: None,
            external: None,
            reference: String::new(),
            corrects: None,
            instead_of: None,
            against: None,
        }
    }

    /// A tab of these days and amounts, whose debts fall due ten days later.
    fn tab(entries: &[(i64, i64)], as_of: i64) -> Statement {
        let numbered = (1..).zip(entries).map(|(id, (on, minor))| entry(id, *on, *minor));
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
    fn a_payment_settles_the_oldest_debts_first() {
        let statement = tab(&[(1, 100), (2, 50), (3, -120)], 3);
        assert_eq!(shares(&statement), [(0, vec![]), (30, vec![]), (0, vec![(1, 100), (2, 20)])]);
        assert_eq!(statement.balance, Money::from_minor(30));
        assert_eq!(statement.oldest_due, Some(nth(12)));
    }

    #[test]
    fn credit_waits_for_the_debts_to_come() {
        let entries = [(1, -120), (2, 50), (3, 100)];
        let statement = tab(&entries, 2);
        assert_eq!(shares(&statement), [(70, vec![(2, 50)]), (0, vec![])]);
        assert_eq!((statement.credit.minor(), statement.balance.minor()), (70, -70));
        let statement = tab(&entries, 3);
        assert_eq!(shares(&statement), [(0, vec![(2, 50), (3, 70)]), (0, vec![]), (30, vec![])]);
        assert_eq!((statement.credit.minor(), statement.balance.minor()), (0, 30));
    }

    #[test]
    fn entries_of_one_day_stand_in_the_order_of_their_writing() {
        let entries = vec![entry(3, 1, -5), entry(2, 1, 7), entry(1, 2, 9)];
        let statement = statement(entries, nth(2), |day| day);
        let lines =
            statement.lines.iter().map(|line| (line.entry.id.number(), line.balance.minor()));
        assert_eq!(lines.collect::<Vec<_>>(), [(2, 7), (3, 2), (1, 11)]);
    }

    #[test]
    fn a_debt_is_late_from_the_day_after_its_due_day() {
        let late = [0, 10, 11, 17, 18, 40, 41, 70, 71].map(|as_of| {
            let ageing = tab(&[(0, 1)], as_of).ageing;
            let buckets = [
                ageing.not_due,
                ageing.days_1_7,
                ageing.days_8_30,
                ageing.days_31_60,
                ageing.days_61,
            ];
            buckets.iter().position(|bucket| bucket.is_positive())
        });
        assert_eq!(late, [0, 0, 1, 1, 2, 2, 3, 3, 4].map(Some));
        assert_eq!((late_days(nth(9), nth(3)), late_days(nth(3), nth(9))), (0, 6));
    }

    #[test]
    fn nobody_is_in_debt_on_an_empty_tab() {
        let statement = tab(&[(1, 0), (5, 9)], 4);
        assert_eq!((statement.balance, statement.oldest_due), (Money::ZERO, None));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

        #[test]
        fn the_parts_of_a_statement_add_up(
            entries in prop::collection::vec((0..99_i64, -50..50_i64), 0..30),
            as_of in 0..120_i64,
        ) {
            let statement = tab(&entries, as_of);
            prop_assert_eq!(statement.ageing.total() - statement.credit, statement.balance);
            let last = statement.lines.last().map_or(Money::ZERO, |line| line.balance);
            prop_assert_eq!(last, statement.balance);
            prop_assert!(statement.credit.is_zero() || statement.ageing.total().is_zero());
            for line in &statement.lines {
                let is_debt = line.entry.amount.is_positive();
                let settled: Money = match is_debt {
                    false => line.settles.iter().map(|(_, part)| *part).sum(),
                    true => {
                        let parts = statement.lines.iter().flat_map(|credit| &credit.settles);
                        parts.filter(|(debt, _)| *debt == line.entry.id).map(|(_, part)| *part).sum()
                    }
                };
                prop_assert_eq!(settled + line.open, line.entry.amount.abs());
                prop_assert_eq!(line.due.is_some(), is_debt);
            }
        }

        #[test]
        fn a_later_entry_never_changes_an_earlier_day(
            entries in prop::collection::vec((0..50_i64, -50..50_i64), 0..20),
            later in (51..99_i64, -500..500_i64),
        ) {
            let before = tab(&entries, 50);
            let with_later: Vec<_> = entries.into_iter().chain([later]).collect();
            prop_assert_eq!(tab(&with_later, 50), before);
        }

        #[test]
        fn no_amounts_make_it_panic(entries in prop::collection::vec((0..9_i64, any::<i64>()), 0..9)) {
            let _ = tab(&entries, 9);
        }
    }
}
