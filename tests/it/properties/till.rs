//! Random entries, agreements and closed days: the sums of a day are those of a slow model, what was agreed to or
//! closed stays as it was, and the check finds nothing.

use super::{past, today};
use crate::notebook::Notebook;
use proptest::prelude::*;
use ricejar::app::App;
use ricejar::domain::customer::CustomerPatch;
use ricejar::domain::day_close::NewDayClose;
use ricejar::domain::entry::{EntryDetails, RepeatedPayment};
use ricejar::domain::id::{ActionId, CustomerId};
use ricejar::domain::tab::{EntryKind, OverLimit};
use ricejar::domain::{Command, Day, Money};

const CUSTOMERS: i64 = 2;

#[derive(Clone, Debug)]
enum Step {
    Entry { customer: i64, ago: u64, kind: EntryKind, minor: i64, method: &'static str },
    Agree { customer: i64, ago: u64 },
    Close { ago: u64, more: i64 },
    Undo,
    UndoEarlier(i64),
    Redo,
}

fn any_step() -> impl Strategy<Value = Step> {
    let kind = prop_oneof![
        3 => Just(EntryKind::Charge),
        3 => Just(EntryKind::Payment),
        1 => Just(EntryKind::Refund),
        1 => Just(EntryKind::Correction),
        1 => Just(EntryKind::Deposit),
    ];
    let method = prop_oneof![Just(""), Just("cash"), Just("bank")];
    let customer = 1..=CUSTOMERS;
    let entry = (customer.clone(), 0..5_u64, kind, 1..90_i64, method).prop_map(
        |(customer, ago, kind, minor, method)| Step::Entry { customer, ago, kind, minor, method },
    );
    prop_oneof![
        8 => entry,
        2 => (customer, 0..5_u64).prop_map(|(customer, ago)| Step::Agree { customer, ago }),
        2 => (0..5_u64, 0..3_i64).prop_map(|(ago, more)| Step::Close { ago, more }),
        1 => Just(Step::Undo),
        1 => (1..9_i64).prop_map(Step::UndoEarlier),
        1 => Just(Step::Redo),
    ]
}

/// Everything on the tabs: the customer, the day, the kind, the amount and the method of each entry.
fn entries(app: &App) -> Vec<(i64, Day, EntryKind, i64, String)> {
    let mut all = Vec::new();
    for customer in 1..=CUSTOMERS {
        let (_, statement) = app.tab(CustomerId::new(customer)).unwrap();
        all.extend(statement.lines.into_iter().map(|line| {
            let entry = line.entry;
            (customer, entry.on, entry.kind, entry.amount.minor(), entry.method)
        }));
    }
    all
}

/// The money that should be in the till by the entries of a day.
fn in_till(app: &App, day: Day) -> i64 {
    let of_day = entries(app).into_iter().filter(|entry| entry.1 == day && entry.4 != "bank");
    of_day
        .map(|(_, _, kind, minor, _)| match kind {
            EntryKind::Payment | EntryKind::Refund => -minor,
            EntryKind::Deposit => minor,
            _ => 0,
        })
        .sum()
}

/// The balance of a customer at the end of a day.
fn balance(app: &App, customer: i64, day: Day) -> i64 {
    let counts = |kind| !matches!(kind, EntryKind::Deposit | EntryKind::Agreement);
    let of = entries(app).into_iter().filter(|entry| entry.0 == customer && entry.1 <= day);
    of.filter(|entry| counts(entry.2)).map(|entry| entry.3).sum()
}

fn entry(customer: i64, on: Day, kind: EntryKind, minor: i64, method: &str) -> Command {
    Command::AddEntry {
        customer: CustomerId::new(customer),
        kind,
        amount: Money::from_minor(minor),
        on,
        method: method.to_owned(),
        note: String::new(),
        over: OverLimit::Accept,
        details: EntryDetails { repeated: RepeatedPayment::Accept, ..EntryDetails::default() },
    }
}

proptest! {
    #![proptest_config(super::config(24))]

    #[test]
    fn what_was_agreed_to_or_closed_stays_as_it_was(
        steps in proptest::collection::vec(any_step(), 1..30),
    ) {
        let mut notebook = Notebook::new(today());
        for name in ["Ann", "Bo"] {
            let patch = CustomerPatch { name: Some(name.into()), ..CustomerPatch::default() };
            notebook.does(Command::AddCustomer { patch, opening: None, on: past(9) });
        }
        let app = &mut notebook.app;
        for step in steps {
            let is_closed =
                |app: &App, day| app.day_closes().unwrap().iter().any(|close| close.day == day);
            match step {
                Step::Entry { customer, ago, kind, minor, method } => {
                    let on = past(ago);
                    let is_agreed = entries(app)
                        .iter()
                        .any(|one| one.0 == customer && one.2 == EntryKind::Agreement && one.1 > on);
                    let refused = is_closed(app, on) || is_agreed && kind != EntryKind::Deposit;
                    let done = app.perform(&entry(customer, on, kind, minor, method));
                    prop_assert_eq!(done.is_err(), refused, "{:?}", done);
                }
                Step::Agree { customer, ago } => {
                    let (on, owed) = (past(ago), balance(app, customer, past(ago)));
                    let wrong = entry(customer, on, EntryKind::Agreement, owed + 1, "");
                    prop_assert!(app.perform(&wrong).is_err());
                    let done = app.perform(&entry(customer, on, EntryKind::Agreement, owed, ""));
                    prop_assert_eq!(done.is_err(), is_closed(app, on), "{:?}", done);
                }
                Step::Close { ago, more } => {
                    let (day, expected) = (past(ago), in_till(app, past(ago)));
                    prop_assert_eq!(app.day_report(day).unwrap().expected.minor(), expected);
                    let counted = Some(Money::from_minor((expected + more).max(0)));
                    let reason = "counted twice".to_owned();
                    let was_closed = is_closed(app, day);
                    let close = NewDayClose { day, counted, denominations: Vec::new(), reason };
                    let done = app.perform(&Command::CloseDay(close));
                    prop_assert_eq!(done.is_err(), was_closed, "{:?}", done);
                }
                // Refused or exact: the check and the sums below tell.
                // The customers themselves stay.
                Step::Undo if entries(app).is_empty() && app.day_closes().unwrap().is_empty() => {}
                Step::Undo => drop(app.perform(&Command::Undo(None))),
                Step::UndoEarlier(line) => drop(app.perform(&Command::Undo(Some(ActionId::new(line + 2))))),
                Step::Redo => drop(app.perform(&Command::Redo)),
            }
            prop_assert_eq!(app.check().unwrap(), Vec::new());
            for close in app.day_closes().unwrap() {
                prop_assert_eq!(close.expected.minor(), in_till(app, close.day));
            }
        }
    }
}
