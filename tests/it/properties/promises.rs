//! Promises to pay against a slow model: whatever is charged, paid, undone and redone, the state of each
//! promise is what somebody would find who reads the tab again from the beginning.

use super::today;
use crate::notebook::Notebook;
use proptest::prelude::*;
use ricejar::domain::customer::CustomerPatch;
use ricejar::domain::entry::{EntryDetails, EntryMove, RepeatedPayment};
use ricejar::domain::id::{ActionId, CustomerId, EntryId, FollowUpId, ProductId};
use ricejar::domain::payday::Payday;
use ricejar::domain::product::ProductPatch;
use ricejar::domain::promise::{NewPromise, PromiseState, PromisedPayment};
use ricejar::domain::tab::{Entry, EntryKind, OverLimit};
use ricejar::domain::ticket::{NewTicketBook, TicketPayment};
use ricejar::domain::views::PromiseRow;
use ricejar::domain::{Command, Day, Money};
use std::collections::{BTreeMap, BTreeSet};

const WHO: CustomerId = CustomerId::new(1);

/// What happens next.
#[derive(Clone, Debug)]
enum Step {
    /// An entry of so many days ago.
    Entry(EntryKind, i64, u64),
    /// A promise to pay within so many days.
    Promise(Option<i64>, u64),
    /// A book of tickets of a price, paid at once, so many days ago.
    Tickets(i64, u64),
    /// The amount of one of the last entries was another.
    Move(i64, i64),
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
        1 => (1..90_i64, 0..4_u64).prop_map(|(minor, ago)| Step::Tickets(minor, ago)),
        1 => (1..12_i64, 1..90_i64).prop_map(|(entry, minor)| Step::Move(entry, minor)),
        2 => proptest::option::of(3..20_i64).prop_map(Step::Undo),
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
        Step::Tickets(minor, ago) => Command::SellTickets(NewTicketBook {
            customer: WHO,
            product: ProductId::new(1),
            paid: 1,
            free: 0,
            price: Some(Money::from_minor(*minor)),
            on: now - chrono::Days::new(*ago),
            expires: None,
            payment: TicketPayment::Now(String::new()),
            over: OverLimit::Accept,
        }),
        Step::Move(entry, minor) => Command::MoveEntry(EntryMove {
            entry: EntryId::new(*entry),
            customer: None,
            on: None,
            amount: Some(Money::from_minor(*minor)),
        }),
        Step::Undo(line) => Command::Undo(line.map(ActionId::new)),
        Step::Redo => Command::Redo,
        Step::Wait(_) => return None,
    })
}

/// The entries as they are on paper, where what was taken back or paid for alone is struck out.
fn on_paper(entries: &[Entry]) -> Vec<Entry> {
    let struck: BTreeSet<EntryId> = (entries.iter())
        .flat_map(|entry| entry.against.map(|other| [entry.id, other]))
        .flatten()
        .collect();
    let mut entries: Vec<Entry> =
        entries.iter().filter(|entry| !struck.contains(&entry.id)).cloned().collect();
    entries.sort_by_key(|entry| entry.id);
    // Unit by unit, a correction takes from the newest payment that has something left.
    for place in 0..entries.len() {
        let correction = entries[place].clone();
        if correction.kind != EntryKind::Correction || correction.instead_of.is_some() {
            continue;
        }
        for _ in 0..correction.amount.minor() {
            let left =
                |entry: &Entry| entry.kind == EntryKind::Payment && entry.amount.is_negative();
            let Some(payment) = entries[..place].iter().rposition(left) else { break };
            entries[payment].amount += Money::from_minor(1);
            entries[place].amount -= Money::from_minor(1);
        }
    }
    entries
}

/// The states of promises, found entry by entry and day by day. The customer is paid at once, so a charge
/// falls due on its day. Of two promises the money is first for the one that falls due first.
fn model(rows: &[PromiseRow], entries: &[Entry], now: Day) -> BTreeMap<FollowUpId, PromiseState> {
    let entries = on_paper(entries);
    let mut spent: BTreeMap<EntryId, i64> = BTreeMap::new();
    let mut rows: Vec<&PromiseRow> = rows.iter().collect();
    rows.sort_by_key(|row| row.promise.due_on);
    rows.iter().map(|row| (row.promise.id, state(row, &entries, &mut spent, now))).collect()
}

fn state(
    row: &PromiseRow,
    entries: &[Entry],
    spent: &mut BTreeMap<EntryId, i64>,
    now: Day,
) -> PromiseState {
    let terms = row.promise.promise.unwrap();
    let by = row.promise.due_on;
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
            let unspent = |entry: &&Entry| {
                -entry.amount.minor() - spent.get(&entry.id).copied().unwrap_or_default()
            };
            if payments.map(unspent).sum::<i64>() >= amount.minor() {
                met.push(day);
                break;
            }
        }
    }
    let mut last = None;
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
            last = Some(entry.id);
            break;
        }
    }
    let met = met.into_iter().min();
    // Coin by coin in the order of the days: the promised ones, or those that pay what falls due by the day.
    let mut by_day = written;
    by_day.sort_by_key(|entry| (entry.on, entry.id));
    by_day.retain(|entry| terms.amount.is_some() || last.is_none_or(|last| entry.id <= last));
    let due = by_day.iter().filter(|entry| entry.amount.is_positive() && entry.on <= by);
    let mut wanted = terms.amount.map_or(due.map(|entry| entry.amount.minor()).sum(), Money::minor);
    for entry in by_day.iter().filter(|entry| entry.amount.is_negative()) {
        let is_theirs = counts(entry) && entry.kind == EntryKind::Payment;
        if terms.amount.is_some() && (!is_theirs || met.is_some_and(|met| entry.on > met)) {
            continue;
        }
        for _ in 0..-entry.amount.minor() {
            let spent = spent.entry(entry.id).or_default();
            let has_coin = terms.amount.is_none() || *spent < -entry.amount.minor();
            if wanted > 0 && has_coin {
                wanted -= 1;
                *spent += i64::from(is_theirs && *spent < -entry.amount.minor());
            }
        }
    }
    match met {
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
        let patch = ProductPatch {
            name: Some("water".to_owned()),
            unit: Some("bottle".to_owned()),
            price: Some(Money::from_minor(20)),
            ..ProductPatch::default()
        };
        notebook.does(Command::AddProduct { patch, stock: None, on: today() });
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
            let rows = notebook.app.promises(Some(WHO)).unwrap();
            let found: BTreeMap<_, _> = rows.iter().map(|row| (row.promise.id, row.state(now))).collect();
            prop_assert_eq!(found, model(&rows, &entries, now), "{:?} {:?}", rows, entries);
        }
        notebook.is_whole();
    }
}
