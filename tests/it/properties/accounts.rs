//! Random entries of three tabs, looked at on every day between them: one day has one sum, whoever
//! asks.

use super::today;
use crate::notebook::Notebook;
use proptest::prelude::*;
use ricejar::app::{AgeingScope, CustomerCursor, Error};
use ricejar::domain::ageing::AgeingBasis;
use ricejar::domain::customer::CustomerPatch;
use ricejar::domain::entry::{EntryDetails, RepeatedPayment};
use ricejar::domain::id::CustomerId;
use ricejar::domain::query::{
    CustomerBy, CustomerQuery, PageDirection, SortBy, SortDirection, TabQuery,
};
use ricejar::domain::tab::{EntryKind, OverLimit};
use ricejar::domain::{Command, Day, Money};

/// The days in which the entries are.
pub const DAYS: i64 = 30;

pub fn nth(day: i64) -> Day {
    today() - chrono::TimeDelta::days(DAYS - day)
}

pub fn entry(customer: usize, day: i64, kind: EntryKind, minor: i64) -> Command {
    Command::AddEntry {
        customer: CustomerId::new(customer as i64 + 1),
        kind,
        amount: Money::from_minor(minor),
        on: nth(day),
        method: String::new(),
        note: String::new(),
        over: OverLimit::Accept,
        details: EntryDetails { repeated: RepeatedPayment::Accept, ..EntryDetails::default() },
    }
}

pub fn any_entry() -> impl Strategy<Value = (usize, i64, EntryKind, i64)> {
    let kind = prop_oneof![
        4 => Just(EntryKind::Charge),
        3 => Just(EntryKind::Payment),
        1 => Just(EntryKind::Correction),
        1 => Just(EntryKind::Deposit),
    ];
    (0..3_usize, 0..=DAYS, kind, 1..500_i64)
}

/// The balance at the end of a day, as anybody would add it up.
fn balance(entries: &[(usize, i64, EntryKind, i64)], customer: usize, day: i64) -> Money {
    let signed = |kind: EntryKind, minor: i64| match kind {
        EntryKind::Deposit => 0,
        EntryKind::Payment => -minor,
        _ => minor,
    };
    let until = entries.iter().filter(|entry| entry.0 == customer && entry.1 <= day);
    Money::from_minor(until.map(|(_, _, kind, minor)| signed(*kind, *minor)).sum())
}

proptest! {
    #![proptest_config(super::config(12))]

    // C1
    #[test]
    fn one_day_has_one_sum(entries in proptest::collection::vec(any_entry(), 1..24)) {
        let mut notebook = Notebook::new(today());
        for (name, area) in [("Ann", "竹巷"), ("Bo", "河边"), ("Cy", "")] {
            let (name, area) = (Some(name.into()), Some(area.into()));
            let patch = CustomerPatch { name, area, ..CustomerPatch::default() };
            notebook.does(Command::AddCustomer { patch, opening: None, on: nth(0) });
        }
        for (customer, day, kind, minor) in &entries {
            notebook.does(entry(*customer, *day, *kind, *minor));
        }
        for day in 0..=DAYS {
            notebook.on(nth(day));
            let app = &notebook.app;
            let expected: Vec<Money> = (0..3).map(|who| balance(&entries, who, day)).collect();
            for direction in [SortDirection::Ascending, SortDirection::Descending] {
                let sorted = SortBy { by: CustomerBy::Balance, direction };
                let list = CustomerQuery { sorted, ..CustomerQuery::default() };
                let mut rows: Vec<(CustomerId, Money)> = Vec::new();
                let mut place: Option<CustomerCursor> = None;
                // One row at a time, so that every place in the order is one to go on from.
                while let Some(row) =
                    app.customers(&list, (place.as_ref(), PageDirection::After), 1).unwrap().pop()
                {
                    place = Some(CustomerCursor::of(&row, CustomerBy::Balance));
                    rows.push((row.customer.id, row.standing.balance));
                }
                if direction == SortDirection::Descending {
                    rows.reverse();
                }
                let mut model: Vec<(CustomerId, Money)> =
                    (1..).map(CustomerId::new).zip(expected.iter().copied()).collect();
                model.sort_by_key(|(id, balance)| (*balance, *id));
                prop_assert_eq!(rows, model);
            }
            for (id, balance) in (1..).map(CustomerId::new).zip(expected.iter().copied()) {
                let page = app.customer_page(id).unwrap();
                let statement = app.tab(id).unwrap().1;
                prop_assert_eq!(page.standing.balance, balance);
                prop_assert_eq!(statement.balance, balance);
                prop_assert_eq!(page.held, statement.held);
                prop_assert_eq!(page.standing.oldest_due(), statement.oldest_due);
                let open: Money = page.standing.open.iter().map(|(_, open)| *open).sum();
                prop_assert_eq!(open, statement.ageing.total());
            }
            let mut aged = Money::ZERO;
            app.each_tab(|row, ageing| {
                assert_eq!(ageing.total().is_zero(), !row.standing.balance.is_positive());
                aged += row.standing.balance;
                Ok::<_, Error>(())
            }).unwrap();
            prop_assert_eq!(aged, expected.iter().copied().sum::<Money>());
            for basis in [AgeingBasis::Due, AgeingBasis::Delivery] {
                for scope in [AgeingScope::WholeShop, AgeingScope::EachArea] {
                    let rows = app.ageing(basis, &scope).unwrap();
                    let total: Money = rows.iter().map(|row| row.amount).sum();
                    prop_assert_eq!(total, aged);
                    let debts = rows.iter().filter(|row| row.age.is_some());
                    let debts: Money = debts.map(|row| row.amount).sum();
                    prop_assert_eq!(debts, app.owed(None).unwrap().ageing.total());
                }
                let bo = app.ageing(basis, &AgeingScope::Area("河边".to_owned())).unwrap();
                prop_assert_eq!(bo.iter().map(|row| row.amount).sum::<Money>(), expected[1]);
            }
            for (who, id) in (1..=3).map(CustomerId::new).enumerate() {
                for from in [None, Some(day / 2)] {
                    let period = (from.map(nth), today());
                    let statement = app.statement(id, period).unwrap();
                    let before = from.map_or(Money::ZERO, |from| balance(&entries, who, from - 1));
                    prop_assert_eq!((statement.opening, statement.closing), (before, expected[who]));
                    let mut running = before;
                    for line in &statement.lines {
                        running += line.entry.amount;
                        prop_assert_eq!(line.balance, running);
                    }
                    prop_assert_eq!(running, expected[who]);
                    let sums = statement.charged - statement.credited;
                    prop_assert_eq!(before + sums, expected[who]);
                    let open: Money = statement.open.iter().map(|(_, open)| *open).sum();
                    prop_assert_eq!(open, expected[who].max(Money::ZERO));
                    let held = statement.deposits.lines.iter().map(|(entry, _)| entry.amount);
                    let held = statement.deposits.opening + held.sum();
                    prop_assert_eq!(held, statement.deposits.closing);
                    prop_assert_eq!(held, app.tab(id).unwrap().1.held);
                }
            }
            let tabs = app.tabs(&TabQuery::default(), (None, PageDirection::After), 9).unwrap();
            let listed: Money = tabs.iter().map(|row| row.standing.balance).sum();
            prop_assert_eq!(listed, aged);
        }
    }
}
