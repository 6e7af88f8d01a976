//! Random years of a tab against a model that walks from day to day and keeps every debt as a row of its own: what is
//! owed, what of it is due and how late, what is held, and the money of each day.

use super::{config, today};
use crate::notebook::Notebook;
use proptest::prelude::*;
use proptest::sample::select;
use ricejar::app::AgeingScope;
use ricejar::domain::ageing::{AgeingBasis, DebtAge};
use ricejar::domain::customer::CustomerPatch;
use ricejar::domain::entry::{EntryDetails, EntryMove, RepeatedPayment};
use ricejar::domain::id::{CustomerId, EntryId, ProductId};
use ricejar::domain::payday::Payday;
use ricejar::domain::product::ProductPatch;
use ricejar::domain::tab::{Ageing, EntryKind, OverLimit};
use ricejar::domain::ticket::{NewTicketBook, TicketPayment, TicketRefund};
use ricejar::domain::{Command, Day, Money};
use std::collections::{BTreeMap, HashMap};

/// Length of a history in days.
const YEAR: i64 = 365;
/// The day of the month on which everybody is paid.
const PAYDAY: u32 = 25;

/// Something that is tried, so many days after the one before.
type Step = (i64, Try);

#[derive(Clone, Debug)]
enum Try {
    /// An entry: whose tab, kind, amount, and method.
    Entry(usize, EntryKind, i64, &'static str),
    /// A book of tickets for a price that is paid at once.
    Tickets(usize, i64, &'static str),
    /// Its tickets are returned, and the money for them.
    Refund(usize, &'static str),
    /// One of the entries was of another amount, a number of days earlier, or of the other customer.
    Move(usize, Option<i64>, i64, bool),
}

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
    let method = || select(vec!["", "cash", "bank"]);
    let tried = prop_oneof![
        12 => (0..2_usize, kind, amount, method())
            .prop_map(|(who, kind, amount, method)| Try::Entry(who, kind, amount, method)),
        2 => (0..2_usize, 1..400_i64, method())
            .prop_map(|(who, price, method)| Try::Tickets(who, price, method)),
        1 => (0..2_usize, method()).prop_map(|(who, method)| Try::Refund(who, method)),
        3 => (0..40_usize, proptest::option::of(1..400_i64), 0..40_i64, any::<bool>())
            .prop_map(|(entry, amount, days, other)| Try::Move(entry, amount, days, other)),
    ];
    (0..9_i64, tried)
}

/// An entry on paper, with the number that the notebook gave it.
#[derive(Clone, Debug)]
struct Line {
    number: i64,
    who: usize,
    on: Day,
    kind: EntryKind,
    amount: i64,
    method: &'static str,
}

/// The lines of both tabs, and the money that changed hands beside them. A wrong line is struck out and written anew
/// where it belongs, and what is bought for cash is not written at all.
#[derive(Clone, Default, Debug)]
struct Paper {
    lines: Vec<Line>,
    cash: Vec<(Day, &'static str, i64)>,
    /// The prices of the books that were not returned.
    books: [Vec<i64>; 2],
    /// Number of entries that the notebook has written.
    written: i64,
    /// The last day on which somebody has agreed to a balance.
    agreed: Option<Day>,
}

impl Paper {
    /// The tabs as they are read by the day, from the first line to those of a day.
    fn tabs(&self, until: Day) -> [Tab; 2] {
        let mut lines: Vec<&Line> = self.lines.iter().filter(|line| line.on <= until).collect();
        lines.sort_by_key(|line| line.on);
        let mut tabs = [Tab::default(), Tab::default()];
        for line in lines {
            tabs[line.who].write(line.on, line.kind, line.amount);
        }
        tabs
    }

    fn takings(&self, day: Day) -> BTreeMap<&'static str, i64> {
        let of_line = |line: &Line| {
            let amount = match line.kind {
                EntryKind::Payment | EntryKind::Deposit => line.amount,
                EntryKind::Refund => -line.amount,
                _ => 0,
            };
            (line.on, line.method, amount)
        };
        let mut takings = BTreeMap::new();
        for (on, method, amount) in self.lines.iter().map(of_line).chain(self.cash.iter().copied())
        {
            *takings.entry(method).or_default() += if on == day { amount } else { 0 };
        }
        takings.retain(|_, sum| *sum != 0);
        takings
    }

    /// Writes what is tried, unless the shop would refuse it; returns the command and if it is taken. `None` if there is
    /// nothing to do.
    fn tries(&mut self, on: Day, tried: &Try) -> Option<(Command, bool)> {
        let customer = |who: usize| CustomerId::new(who as i64 + 1);
        let (product, written) = (ProductId::new(1), self.written);
        Some(match *tried {
            Try::Entry(who, kind, amount, method) => {
                let tab = &self.tabs(on)[who];
                let amount = if kind == EntryKind::Agreement { tab.balance() } else { amount };
                let taken = tab.takes(kind, amount);
                if taken {
                    self.written += 1;
                    self.lines.push(Line { number: written + 1, who, on, kind, amount, method });
                }
                if kind == EntryKind::Agreement {
                    self.agreed = Some(on);
                }
                let command = Command::AddEntry {
                    customer: customer(who),
                    kind,
                    amount: Money::from_minor(amount),
                    on,
                    method: method.to_owned(),
                    note: String::new(),
                    over: OverLimit::Accept,
                    details: EntryDetails {
                        repeated: RepeatedPayment::Accept,
                        ..EntryDetails::default()
                    },
                };
                (command, taken)
            }
            Try::Tickets(who, price, method) => {
                self.written += 2;
                self.cash.push((on, method, price));
                self.books[who].push(price);
                let command = Command::SellTickets(NewTicketBook {
                    customer: customer(who),
                    product,
                    paid: 1,
                    free: 0,
                    price: Some(Money::from_minor(price)),
                    on,
                    expires: None,
                    payment: TicketPayment::Now(method.to_owned()),
                    over: OverLimit::Refuse,
                });
                (command, true)
            }
            Try::Refund(who, method) => {
                let books = std::mem::take(&mut self.books[who]);
                self.written += 2 * books.len() as i64;
                self.cash.push((on, method, -books.iter().sum::<i64>()));
                let payment = TicketPayment::Now(method.to_owned());
                let customer = customer(who);
                let refund = TicketRefund { customer, product, tickets: None, on, payment };
                (Command::RefundTickets(refund), !books.is_empty())
            }
            Try::Move(entry, amount, days, other) => {
                let movable = [EntryKind::Charge, EntryKind::Payment, EntryKind::Refund];
                let may = |line: &&Line| movable.contains(&line.kind);
                let lines: Vec<&Line> = self.lines.iter().filter(may).collect();
                let line = (*lines.get(entry % lines.len().max(1))?).clone();
                let day = (line.on - chrono::TimeDelta::days(days)).max(today());
                let right = Line {
                    number: written + 2,
                    who: if other { 1 - line.who } else { line.who },
                    on: day,
                    amount: amount.unwrap_or(line.amount),
                    ..line.clone()
                };
                let is_same =
                    (right.who, right.on, right.amount) == (line.who, line.on, line.amount);
                // What somebody has agreed to stays as it is.
                if is_same || self.agreed.is_some_and(|agreed| day <= agreed) {
                    return None;
                }
                let wrong = line.number;
                self.lines.retain(|line| line.number != wrong);
                let moved = EntryMove {
                    entry: EntryId::new(wrong),
                    customer: Some(customer(right.who)),
                    on: Some(right.on),
                    amount: Some(Money::from_minor(right.amount)),
                };
                self.lines.push(right);
                self.written += 2;
                (Command::MoveEntry(moved), true)
            }
        })
    }
}

/// A tab as somebody keeps it on paper.
#[derive(Clone, Default, Debug)]
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

    /// Whether the shop takes an entry.
    fn takes(&self, kind: EntryKind, amount: i64) -> bool {
        match kind {
            EntryKind::Charge | EntryKind::Refund | EntryKind::Payment => amount > 0,
            EntryKind::Discount | EntryKind::WriteOff => {
                (1..=self.balance().max(0)).contains(&amount)
            }
            EntryKind::Deposit => self.held + amount >= 0,
            EntryKind::Correction | EntryKind::Agreement => true,
            _ => false,
        }
    }

    fn write(&mut self, on: Day, kind: EntryKind, amount: i64) {
        match kind {
            EntryKind::Payment | EntryKind::Discount | EntryKind::WriteOff => self.settle(amount),
            EntryKind::Correction if amount < 0 => self.settle(-amount),
            EntryKind::Deposit => self.held += amount,
            EntryKind::Agreement => {}
            _ => self.owe(on, amount),
        }
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

/// Plays a year in the notebook and on paper.
fn play(notebook: &mut Notebook, steps: &[Step]) -> Paper {
    let mut paper = Paper::default();
    let mut steps = steps.iter().peekable();
    let mut wait = steps.peek().map_or(0, |step| step.0);
    for n in 0..=YEAR {
        let on = today() + chrono::TimeDelta::days(n);
        notebook.on(on);
        while let Some((_, tried)) = steps.next_if(|_| wait == 0) {
            wait = steps.peek().map_or(0, |step| step.0);
            if let Some((command, taken)) = paper.tries(on, tried) {
                assert_eq!(notebook.app.perform(&command).is_ok(), taken, "{on}: {command:?}");
            }
        }
        wait = (wait - 1).max(0);
    }
    paper
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
        let patch = ProductPatch {
            name: Some("water".to_owned()),
            unit: Some("bottle".to_owned()),
            price: Some(Money::from_minor(20)),
            ..ProductPatch::default()
        };
        notebook.does(Command::AddProduct { patch, stock: None, on: today() });
        let paper = play(&mut notebook, &steps);
        // Whatever came later, each day is as it was.
        for n in (0..=YEAR).step_by(13) {
            let on = today() + chrono::TimeDelta::days(n);
            notebook.on(on);
            let tabs = &paper.tabs(on);
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
                prop_assert_eq!(statement.ageing, tab.ageing(on), "{}", on);
                prop_assert_eq!(statement.oldest_due, tab.debts.first().map(|debt| debt.0));
                let row = notebook.app.customer_page(CustomerId::new(id)).unwrap().standing;
                prop_assert_eq!(row.balance.minor(), tab.balance());
                let theirs = tab.ageing(on);
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
            let report = notebook.app.day_report(on).unwrap();
            let mut found: BTreeMap<&str, i64> = BTreeMap::new();
            for taking in &report.takings {
                *found.entry(taking.method.as_str()).or_default() += taking.amount.minor();
            }
            found.retain(|_, sum| *sum != 0);
            prop_assert_eq!(found, paper.takings(on), "{}", on);
        }
        notebook.on(today() + chrono::TimeDelta::days(YEAR));
        notebook.is_whole();
    }
}
