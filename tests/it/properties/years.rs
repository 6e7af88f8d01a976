//! Random years of a tab against a model that walks from day to day and keeps every debt as a row of its own: what is
//! owed, what of it is due and how late, what is held, and the money of each day.

use super::{config, today};
use crate::notebook::Notebook;
use proptest::prelude::*;
use proptest::sample::select;
use ricejar::app::AgeingScope;
use ricejar::domain::ageing::{AgeingBasis, DebtAge};
use ricejar::domain::customer::CustomerPatch;
use ricejar::domain::entry::{EntryDetails, RepeatedPayment};
use ricejar::domain::id::CustomerId;
use ricejar::domain::payday::Payday;
use ricejar::domain::tab::{Ageing, EntryKind, OverLimit};
use ricejar::domain::{Command, Day, Money};
use std::collections::{BTreeMap, HashMap};

/// Length of a history in days.
const YEAR: i64 = 365;
/// The day of the month on which everybody is paid.
const PAYDAY: u32 = 25;

/// An entry that is tried: days after the one before, whose tab, kind, amount, and method.
type Step = (i64, usize, EntryKind, i64, &'static str);

fn any_step() -> impl Strategy<Value = Step> {
    let kind = prop_oneof![
        6 => Just(EntryKind::Charge),
        5 => Just(EntryKind::Payment),
        1 => Just(EntryKind::Refund),
        1 => Just(EntryKind::Discount),
        1 => Just(EntryKind::WriteOff),
        2 => Just(EntryKind::Deposit),
        2 => Just(EntryKind::Correction),
        1 => Just(EntryKind::Agreement),
    ];
    let amount = prop_oneof![9 => 1..400_i64, 3 => -200..0_i64];
    (0..9_i64, 0..2_usize, kind, amount, select(vec!["", "cash", "bank"]))
}

/// A tab as somebody keeps it on paper.
#[derive(Clone, Default, PartialEq, Debug)]
struct Tab {
    /// The open debts, oldest first: when each falls due, and what is left of it.
    debts: Vec<(Day, i64)>,
    credit: i64,
    held: i64,
}

impl Tab {
    fn balance(&self) -> i64 {
        self.debts.iter().map(|(_, open)| open).sum::<i64>() - self.credit
    }

    fn owe(&mut self, on: Day, amount: i64) {
        let paid = self.credit.min(amount);
        self.credit -= paid;
        let mut due = on;
        while chrono::Datelike::day(&due) != PAYDAY {
            due = due.succ_opt().unwrap();
        }
        self.debts.push((due, amount - paid));
        self.debts.retain(|(_, open)| *open > 0);
    }

    fn settle(&mut self, mut amount: i64) {
        for (_, open) in &mut self.debts {
            let part = amount.min(*open);
            *open -= part;
            amount -= part;
        }
        self.debts.retain(|(_, open)| *open > 0);
        self.credit += amount;
    }

    /// Records an entry, unless the shop would refuse it.
    fn record(&mut self, on: Day, kind: EntryKind, amount: i64) -> bool {
        let owed = self.balance().max(0);
        match kind {
            EntryKind::Charge | EntryKind::Refund if amount > 0 => self.owe(on, amount),
            EntryKind::Payment if amount > 0 => self.settle(amount),
            EntryKind::Discount | EntryKind::WriteOff if (1..=owed).contains(&amount) => {
                self.settle(amount);
            }
            EntryKind::Correction if amount > 0 => self.owe(on, amount),
            EntryKind::Correction => self.settle(-amount),
            EntryKind::Deposit if self.held + amount >= 0 => self.held += amount,
            EntryKind::Agreement => {}
            _ => return false,
        }
        true
    }

    fn ageing(&self, on: Day) -> Ageing {
        let mut ageing = Ageing::default();
        for (due, open) in &self.debts {
            let sum = match (on - *due).num_days() {
                ..=0 => &mut ageing.not_due,
                1..=7 => &mut ageing.days_1_7,
                8..=30 => &mut ageing.days_8_30,
                31..=60 => &mut ageing.days_31_60,
                _ => &mut ageing.days_61,
            };
            *sum += Money::from_minor(*open);
        }
        ageing
    }
}

/// Both tabs, and the money of the day by method, at the end of each day.
type History = BTreeMap<Day, ([Tab; 2], BTreeMap<&'static str, i64>)>;

/// Plays a year in the notebook, and keeps what the model says of each day.
fn play(notebook: &mut Notebook, steps: &[Step]) -> History {
    let mut history = History::new();
    let mut tabs = [Tab::default(), Tab::default()];
    let mut steps = steps.iter().peekable();
    let mut wait = steps.peek().map_or(0, |step| step.0);
    for n in 0..=YEAR {
        let on = today() + chrono::TimeDelta::days(n);
        notebook.on(on);
        let mut takings: BTreeMap<&'static str, i64> = BTreeMap::new();
        while let Some((_, who, kind, amount, method)) = steps.next_if(|_| wait == 0) {
            wait = steps.peek().map_or(0, |step| step.0);
            let amount = match kind {
                EntryKind::Agreement => tabs[*who].balance(),
                _ => *amount,
            };
            let command = Command::AddEntry {
                customer: CustomerId::new(*who as i64 + 1),
                kind: *kind,
                amount: Money::from_minor(amount),
                on,
                method: (*method).to_owned(),
                note: String::new(),
                over: OverLimit::Accept,
                details: EntryDetails {
                    repeated: RepeatedPayment::Accept,
                    ..EntryDetails::default()
                },
            };
            let taken = tabs[*who].record(on, *kind, amount);
            assert_eq!(notebook.app.perform(&command).is_ok(), taken, "{on}: {command:?}");
            let money = match kind {
                EntryKind::Payment | EntryKind::Deposit => amount,
                EntryKind::Refund => -amount,
                _ => continue,
            };
            if taken {
                *takings.entry(method).or_default() += money;
            }
        }
        wait = (wait - 1).max(0);
        history.insert(on, (tabs.clone(), takings));
    }
    history
}

proptest! {
    #![proptest_config(config(6))]

    #[test]
    fn a_year_of_a_tab_is_what_somebody_would_keep_on_paper(
        steps in proptest::collection::vec(any_step(), 40..120),
    ) {
        let mut notebook = Notebook::new(today());
        for name in ["Ann", "Bo"] {
            let payday = Some(Payday::parse(&PAYDAY.to_string()).unwrap());
            let patch =
                CustomerPatch { name: Some(name.to_owned()), payday, ..CustomerPatch::default() };
            notebook.does(Command::AddCustomer { patch, opening: None, on: today() });
        }
        let history = play(&mut notebook, &steps);
        // Whatever came later, each day is as it was.
        for (on, (tabs, takings)) in history.iter().step_by(13) {
            notebook.on(*on);
            let mut ages: HashMap<Option<DebtAge>, Money> = HashMap::new();
            for row in notebook.app.ageing(AgeingBasis::Due, &AgeingScope::WholeShop).unwrap() {
                *ages.entry(row.age).or_default() += row.amount;
            }
            let mut sums = Ageing::default();
            for (id, tab) in (1..).zip(tabs) {
                let (_, statement) = notebook.app.tab(CustomerId::new(id)).unwrap();
                prop_assert_eq!(statement.balance.minor(), tab.balance(), "{}", on);
                prop_assert_eq!(statement.credit.minor(), tab.credit, "{}", on);
                prop_assert_eq!(statement.held.minor(), tab.held, "{}", on);
                prop_assert_eq!(statement.ageing, tab.ageing(*on), "{}", on);
                prop_assert_eq!(statement.oldest_due, tab.debts.first().map(|debt| debt.0));
                let row = notebook.app.customer_page(CustomerId::new(id)).unwrap().standing;
                prop_assert_eq!(row.balance.minor(), tab.balance());
                let theirs = tab.ageing(*on);
                sums.not_due += theirs.not_due;
                sums.days_1_7 += theirs.days_1_7;
                sums.days_8_30 += theirs.days_8_30;
                sums.days_31_60 += theirs.days_31_60;
                sums.days_61 += theirs.days_61;
            }
            let age = |from, to| ages.get(&Some(DebtAge::Days { from, to })).copied().unwrap_or_default();
            let found = Ageing {
                not_due: ages.get(&Some(DebtAge::NotDue)).copied().unwrap_or_default(),
                days_1_7: age(1, 7),
                days_8_30: age(8, 30),
                days_31_60: age(31, 60),
                days_61: ages.get(&Some(DebtAge::Older { from: 61 })).copied().unwrap_or_default(),
            };
            prop_assert_eq!(found, sums, "{}", on);
            let report = notebook.app.day_report(*on).unwrap();
            let mut found: BTreeMap<&str, i64> = BTreeMap::new();
            for taking in &report.takings {
                *found.entry(taking.method.as_str()).or_default() += taking.amount.minor();
            }
            let of_day: BTreeMap<&str, i64> = takings.iter().map(|(method, sum)| (*method, *sum)).collect();
            prop_assert_eq!(found, of_day, "{}", on);
        }
        notebook.on(today() + chrono::TimeDelta::days(YEAR));
        notebook.is_whole();
    }
}
