//! Random moves of containers on random days: what a customer holds, and since when, is that of a slow model that
//! keeps every container by itself, nobody ever holds fewer than none, and the check finds nothing.

use super::today;
use crate::notebook::Notebook;
use proptest::prelude::*;
use proptest::sample::select;
use ricejar::app::App;
use ricejar::app::Error;
use ricejar::domain::container::{ContainerMoveKind, ContainerPatch, NewContainerMove};
use ricejar::domain::customer::CustomerPatch;
use ricejar::domain::id::CustomerId;
use ricejar::domain::{Command, Day, Money, StableName};

const WHO: CustomerId = CustomerId::new(1);

#[derive(Clone, Copy, Debug)]
enum Step {
    Move { kind: ContainerMoveKind, count: i64, ago: u64 },
    Undo,
    Redo,
}

fn any_step() -> impl Strategy<Value = Step> {
    let kind = select(ContainerMoveKind::ALL.iter().map(|(kind, _)| *kind).collect::<Vec<_>>());
    prop_oneof![
        9 => (kind, 1..5_i64, 0..6_u64).prop_map(|(kind, count, ago)| Step::Move { kind, count, ago }),
        1 => Just(Step::Undo),
        1 => Just(Step::Redo),
    ]
}

/// The change of each day, the oldest first.
type Changes = Vec<(Day, i64)>;

fn held_on(changes: &Changes, day: Day) -> i64 {
    changes.iter().filter(|(on, _)| *on <= day).map(|(_, change)| change).sum()
}

/// Returns the changes with those of a move; `None` if more come back than are held on some day.
fn moved(changes: &Changes, kind: ContainerMoveKind, count: i64, on: Day) -> Option<Changes> {
    let held = held_on(changes, on);
    let change = match kind {
        ContainerMoveKind::Lent => count,
        ContainerMoveKind::Returned | ContainerMoveKind::Lost => -count,
        ContainerMoveKind::Counted => count - held,
    };
    let mut then = changes.clone();
    then.push((on, change));
    let is_short = then.iter().any(|(day, _)| held_on(&then, *day) < 0);
    (!is_short).then_some(then)
}

/// Returns every container that is held, by the day on which it went out, the oldest first.
fn held(changes: &Changes) -> Vec<Day> {
    let mut days: Vec<Day> = changes.iter().map(|(day, _)| *day).collect();
    days.sort();
    days.dedup();
    let mut out = Vec::new();
    for day in days {
        let change: i64 = changes.iter().filter(|(on, _)| *on == day).map(|(_, one)| one).sum();
        for _ in 0..change.abs() {
            if change > 0 {
                out.push(day);
            } else {
                out.remove(0);
            }
        }
    }
    out
}

/// Returns the number of containers that are held, and since when.
fn holding(app: &App) -> Option<(i64, Day)> {
    let mut found = None;
    app.each_holder(None, |row| {
        found = Some((row.holding.count, row.holding.since));
        Ok::<_, Error>(())
    })
    .unwrap();
    found
}

proptest! {
    #![proptest_config(super::config(24))]

    #[test]
    fn what_a_customer_holds_is_what_went_out_and_did_not_come_back(
        steps in proptest::collection::vec(any_step(), 1..30),
    ) {
        let mut notebook = Notebook::new(today());
        let patch = CustomerPatch { name: Some("Ann".into()), ..CustomerPatch::default() };
        notebook.does(Command::AddCustomer { patch, opening: None, on: today() });
        let (name, deposit) = (Some("bottle".into()), Some(Money::from_minor(5)));
        notebook.does(Command::AddContainer(ContainerPatch { name, deposit, price: None }));
        let app = &mut notebook.app;
        // Every state so far, and those that were taken back.
        let (mut states, mut undone) = (vec![Changes::new()], Vec::new());
        for step in steps {
            match step {
                Step::Move { kind, count, ago } => {
                    let on = today() - chrono::Days::new(ago);
                    let before = states.last().unwrap().clone();
                    let expected = moved(&before, kind, count, on);
                    let done = app.perform(&Command::MoveContainers(NewContainerMove {
                        customer: WHO,
                        container: None,
                        on,
                        kind,
                        count,
                        deposit: None,
                        price: None,
                        method: String::new(),
                        note: String::new(),
                    }));
                    prop_assert_eq!(done.is_ok(), expected.is_some(), "{:?}", done);
                    if let Some(then) = expected.filter(|_| done.unwrap().action.is_some()) {
                        states.push(then);
                        undone.clear();
                    }
                }
                Step::Undo if states.len() > 1 => {
                    app.perform(&Command::Undo(None)).unwrap();
                    undone.extend(states.pop());
                }
                Step::Redo if !undone.is_empty() => {
                    app.perform(&Command::Redo).unwrap();
                    states.extend(undone.pop());
                }
                Step::Undo | Step::Redo => {}
            }
            let out = held(states.last().unwrap());
            let expected = out.first().map(|since| (i64::try_from(out.len()).unwrap(), *since));
            prop_assert_eq!(holding(app), expected);
            prop_assert_eq!(app.check().unwrap(), Vec::new());
        }
    }
}
