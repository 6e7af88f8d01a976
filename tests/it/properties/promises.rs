//! Promises to pay against a slow model: whatever is charged, paid, undone and redone, the state of each
//! promise is what somebody would find who reads the tab again from the beginning.

use super::today;
use crate::notebook::Notebook;
use proptest::prelude::*;
use ricejar::domain::customer::CustomerPatch;
use ricejar::domain::entry::{EntryDetails, RepeatedPayment};
use ricejar::domain::id::{ActionId, CustomerId};
use ricejar::domain::payday::Payday;
use ricejar::domain::promise::{NewPromise, PromiseState, PromisedPayment};
use ricejar::domain::tab::{Entry, EntryKind, OverLimit};
use ricejar::domain::views::PromiseRow;
use ricejar::domain::{Command, Day, Money};

const WHO: CustomerId = CustomerId::new(1);

/// What happens next.
#[derive(Clone, Debug)]
enum Step {
    /// An entry of so many days ago.
    Entry(EntryKind, i64, u64),
    /// A promise to pay within so many days.
    Promise(Option<i64>, u64),
    Undo(Option<i64>),
    Redo,
    /// Days pass.
    Wait(u64),
}

fn any_step() -> impl Strategy<Value = Step> {
    let kind = prop_oneof![
        4 => Just(EntryKind::Charge),
        4 => Just(EntryKind::Payment),
        1 => Just(EntryKind::Discount),
        1 => Just(EntryKind::Deposit),
        1 => Just(EntryKind::Correction),
    ];
    prop_oneof![
        6 => (kind, 1..90_i64, 0..4_u64).prop_map(|(kind, minor, ago)| Step::Entry(kind, minor, ago)),
        3 => (proptest::option::of(1..120_i64), 0..9_u64).prop_map(|(minor, days)| Step::Promise(minor, days)),
        2 => proptest::option::of(2..20_i64).prop_map(Step::Undo),
        1 => Just(Step::Redo),
        2 => (1..5_u64).prop_map(Step::Wait),
    ]
}

fn command(step: &Step, now: Day) -> Option<Command> {
    Some(match step {
        Step::Entry(kind, minor, ago) => Command::AddEntry {
            customer: WHO,
            kind: *kind,
            amount: Money::from_minor(*minor),
            on: now - chrono::Days::new(*ago),
            method: String::new(),
            note: String::new(),
            over: OverLimit::Accept,
            details: EntryDetails { repeated: RepeatedPayment::Accept, ..EntryDetails::default() },
        },
        Step::Promise(minor, days) => Command::AddPromise(NewPromise {
            customer: WHO,
            payment: PromisedPayment {
                by: now + chrono::Days::new(*days),
                amount: minor.map(Money::from_minor),
            },
            note: String::new(),
        }),
        Step::Undo(line) => Command::Undo(line.map(ActionId::new)),
        Step::Redo => Command::Redo,
        Step::Wait(_) => return None,
    })
}

/// The state of a promise, found entry by entry and day by day. The customer is paid at once, so a charge
/// falls due on its day.
fn model(row: &PromiseRow, entries: &[Entry], now: Day) -> PromiseState {
    let terms = row.promise.promise.unwrap();
    let by = row.promise.due_on;
    let mut entries: Vec<Entry> = entries.to_vec();
    entries.sort_by_key(|entry| entry.id);
    // Unit by unit, a correction takes from the newest payment that has something left.
    for place in 0..entries.len() {
        let correction = entries[place].clone();
        if correction.kind != EntryKind::Correction || correction.id <= terms.after_entry {
            continue;
        }
        for _ in 0..correction.amount.minor() {
            let left = |entry: &Entry| {
                entry.kind == EntryKind::Payment
                    && entry.id > terms.after_entry
                    && entry.amount.is_negative()
            };
            let Some(payment) = entries[..place].iter().rposition(left) else { break };
            entries[payment].amount += Money::from_minor(1);
            entries[place].amount -= Money::from_minor(1);
        }
    }
    let written: Vec<&Entry> =
        entries.iter().filter(|entry| entry.kind != EntryKind::Deposit).collect();
    let counts = |entry: &Entry| {
        entry.amount.is_negative() && entry.id > terms.after_entry && entry.on >= terms.made_on
    };
    let mut met: Vec<Day> = Vec::new();
    if let Some(amount) = terms.amount {
        for day in terms.made_on.iter_days().take_while(|day| *day <= now) {
            let until = written.iter().filter(|entry| counts(entry) && entry.on <= day);
            let payments = until.filter(|entry| entry.kind == EntryKind::Payment);
            if -payments.map(|entry| entry.amount).sum::<Money>() >= amount {
                met.push(day);
                break;
            }
        }
    }
    for (place, entry) in written.iter().enumerate() {
        let tab = &written[..=place];
        let balance: Money = tab.iter().map(|entry| entry.amount).sum();
        let paid = -tab.iter().map(|entry| entry.amount.min(Money::ZERO)).sum::<Money>();
        // The oldest charges are paid first, so those due by a day are paid once their sum is.
        let due: Money = (tab.iter())
            .filter(|entry| entry.amount.is_positive() && entry.on <= by)
            .map(|entry| entry.amount)
            .sum();
        // It must have been the last credit by which something of them was settled.
        let before = paid + entry.amount;
        let settled = match terms.amount {
            Some(_) => {
                let before = written.iter().filter(|one| (one.on, one.id) <= (entry.on, entry.id));
                let by_day: Money = before.map(|one| one.amount).sum();
                !balance.is_positive() && !by_day.is_positive()
            }
            None => !balance.is_positive() || paid >= due && before < due,
        };
        if counts(entry) && settled {
            met.push(entry.on);
            break;
        }
    }
    match met.into_iter().min() {
        Some(met) if met <= by => PromiseState::Kept,
        Some(_) => PromiseState::Late,
        None if by < now => PromiseState::Broken,
        None => PromiseState::Open,
    }
}

proptest! {
    #![proptest_config(super::config(24))]

    // C2
    #[test]
    fn the_state_of_a_promise_is_that_of_a_slow_model(steps in proptest::collection::vec(any_step(), 1..30)) {
        let mut notebook = Notebook::new(today());
        let name = Some("Ann".to_owned());
        let patch = CustomerPatch { name, payday: Some(Payday::NONE), ..CustomerPatch::default() };
        notebook.does(Command::AddCustomer { patch, opening: None, on: today() });
        let mut now = today();
        for step in &steps {
            match (step, command(step, now)) {
                (Step::Wait(days), _) => {
                    now = now + chrono::Days::new(*days);
                    notebook.on(now);
                }
                (_, Some(command)) => {
                    // Some are refused: nothing to undo, something stands on it.
                    let _ = notebook.app.perform(&command);
                }
                (_, None) => {}
            }
            let Ok((_, statement)) = notebook.app.tab(WHO) else { return Ok(()) };
            let entries: Vec<Entry> = statement.lines.into_iter().map(|line| line.entry).collect();
            for row in notebook.app.promises(Some(WHO)).unwrap() {
                prop_assert_eq!(row.state(now), model(&row, &entries, now), "{:?} {:?}", row, entries);
            }
        }
        notebook.is_whole();
    }
}
