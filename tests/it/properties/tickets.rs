//! Random years of tickets against a model that keeps every single ticket: sold, used at the door, refunded, expired,
//! undone and redone, by the day.

use super::{past, today};
use crate::notebook::{Notebook, clock};
use proptest::prelude::*;
use ricejar::domain::customer::CustomerPatch;
use ricejar::domain::delivery::{
    Checklist, DeliveredLine, DeliveryReport, DeliverySource, ShortfallPolicy,
};
use ricejar::domain::id::{CustomerId, ProductId};
use ricejar::domain::product::ProductPatch;
use ricejar::domain::tab::OverLimit;
use ricejar::domain::ticket::{NewTicketBook, TicketPayment, TicketRefund};
use ricejar::domain::{Command, Day, Money, Quantity};

const PRICE: i64 = 20;

#[derive(Clone, Debug)]
enum Step {
    Sell { paid: u32, free: u32, price: i64, ago: u64, lasts: Option<u64>, on_tab: bool },
    Use { quantity: i64, tickets: u32, ago: u64 },
    Refund { tickets: Option<u32>, ago: u64, on_tab: bool },
    Undo,
    Redo,
}

fn any_step() -> impl Strategy<Value = Step> {
    let ago = || 0..6_u64;
    let lasts = proptest::option::of(0..8_u64);
    prop_oneof![
        3 => (1..6_u32, 0..3_u32, 0..100_i64, ago(), lasts, any::<bool>()).prop_map(
            |(paid, free, price, ago, lasts, on_tab)| Step::Sell { paid, free, price, ago, lasts, on_tab }
        ),
        4 => (0..5_i64, 0..5_u32, ago())
            .prop_map(|(quantity, tickets, ago)| Step::Use { quantity, tickets, ago }),
        2 => (proptest::option::of(0..5_u32), ago(), any::<bool>())
            .prop_map(|(tickets, ago, on_tab)| Step::Refund { tickets, ago, on_tab }),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
    ]
}

/// One book, with the day on which each ticket was used or refunded.
#[derive(Clone, Debug)]
struct Book {
    sold_on: Day,
    last: Option<Day>,
    paid: usize,
    price: i64,
    gone: Vec<Option<Day>>,
}

impl Book {
    fn is_valid(&self, day: Day) -> bool {
        self.sold_on <= day && self.last.is_none_or(|last| day <= last)
    }

    fn left(&self, day: Day) -> usize {
        self.gone.iter().filter(|gone| gone.is_none_or(|gone| gone > day)).count()
    }

    /// The money for the tickets that are left: the first ones that go are those that were paid for.
    fn value(&self, day: Day) -> i64 {
        let gone = self.gone.len() - self.left(day);
        self.price * self.paid.saturating_sub(gone) as i64 / self.paid as i64
    }
}

/// The books in the order of their sales, and the tab.
#[derive(Clone, Debug, Default)]
struct Model {
    books: Vec<Book>,
    /// The debts in the order of their writing: the day, the book that it is the price of, and the amount.
    debts: Vec<(Day, Option<usize>, i64)>,
    /// What is taken off the tab, and the book for whose price.
    credits: Vec<(usize, i64)>,
}

impl Model {
    fn usable(&self, day: Day) -> usize {
        let valid = self.books.iter().filter(|book| book.is_valid(day));
        valid.map(|book| book.left(Day::MAX)).sum()
    }

    fn owed(&self) -> i64 {
        self.debts.iter().map(|debt| debt.2).sum::<i64>()
            - self.credits.iter().map(|credit| credit.1).sum::<i64>()
    }

    /// What is not paid of the price of a book: what was taken off for it is its own, and the rest of the money pays
    /// the oldest debts.
    fn unpaid(&self, book: usize) -> i64 {
        let (mut debts, mut money) = (self.debts.clone(), 0);
        for (of, amount) in &self.credits {
            let own = debts.iter_mut().find(|debt| debt.1 == Some(*of));
            let part = own.map_or(0, |debt| {
                let part = debt.2.min(*amount);
                debt.2 -= part;
                part
            });
            money += amount - part;
        }
        debts.sort_by_key(|debt| debt.0);
        for debt in &mut debts {
            let part = money.min(debt.2);
            debt.2 -= part;
            money -= part;
        }
        debts.iter().find(|debt| debt.1 == Some(book)).map_or(0, |debt| debt.2)
    }

    /// Takes tickets one by one; returns the money for them, by book.
    fn take(&mut self, tickets: usize, day: Day) -> Vec<i64> {
        let value = |model: &Self| -> Vec<i64> {
            model.books.iter().map(|book| book.value(Day::MAX)).collect()
        };
        let before = value(self);
        for _ in 0..tickets {
            let open =
                self.books.iter_mut().filter(|book| book.is_valid(day) && book.left(Day::MAX) > 0);
            let book =
                open.min_by_key(|book| (book.last.unwrap_or(Day::MAX), book.sold_on)).unwrap();
            *book.gone.iter_mut().find(|gone| gone.is_none()).unwrap() = Some(day);
        }
        before.iter().zip(value(self)).map(|(before, after)| before - after).collect()
    }

    /// The model after a step; `None` if it is refused.
    fn after(&self, step: &Step) -> Option<Self> {
        let mut after = self.clone();
        match *step {
            Step::Sell { paid, free, price, ago, lasts, on_tab } => {
                let (sold_on, last) =
                    (past(ago), lasts.map(|days| past(ago) + chrono::Days::new(days)));
                let gone = vec![None; (paid + free) as usize];
                after.books.push(Book { sold_on, last, paid: paid as usize, price, gone });
                let debt = (sold_on, Some(self.books.len()), price);
                after.debts.extend(on_tab.then_some(debt));
            }
            Step::Use { quantity, tickets, ago } => {
                if i64::from(tickets) > quantity || tickets as usize > self.usable(past(ago)) {
                    return None;
                }
                after.take(tickets as usize, past(ago));
                let charged = (quantity - i64::from(tickets)) * PRICE;
                after.debts.push((past(ago), None, charged));
            }
            Step::Refund { tickets, ago, on_tab } => {
                let usable = self.usable(past(ago));
                let tickets = tickets.map_or(usable, |tickets| tickets as usize);
                if tickets == 0 || tickets > usable {
                    return None;
                }
                // Nobody gets money for what they have not paid.
                for (book, value) in after.take(tickets, past(ago)).into_iter().enumerate() {
                    let off = if on_tab { value } else { value.min(self.unpaid(book)) };
                    after.credits.push((book, off));
                }
            }
            Step::Undo | Step::Redo => {}
        }
        Some(after)
    }
}

fn command(step: &Step) -> Command {
    let (customer, product) = (CustomerId::new(1), ProductId::new(1));
    let payment = |on_tab| match on_tab {
        true => TicketPayment::OnTab,
        false => TicketPayment::Now("cash".to_owned()),
    };
    match *step {
        Step::Sell { paid, free, price, ago, lasts, on_tab } => {
            Command::SellTickets(NewTicketBook {
                customer,
                product,
                paid,
                free,
                price: Some(Money::from_minor(price)),
                on: past(ago),
                expires: lasts.map(|days| past(ago) + chrono::Days::new(days)),
                payment: payment(on_tab),
                over: OverLimit::Accept,
            })
        }
        Step::Use { quantity, tickets, ago } => {
            let quantity = Quantity::whole(quantity);
            Command::Deliver(DeliveryReport {
                visit: DeliverySource::Unplanned {
                    customer,
                    lines: vec![(product, Quantity::whole(1))],
                },
                on: past(ago),
                lines: vec![DeliveredLine { product, quantity, price: None }],
                left: Vec::new(),
                paid: None,
                method: String::new(),
                tickets: vec![(None, tickets)],
                checklist: Checklist::default(),
                rest: ShortfallPolicy::Drop,
                over: OverLimit::Accept,
                note: String::new(),
                containers: Default::default(),
            })
        }
        Step::Refund { tickets, ago, on_tab } => Command::RefundTickets(TicketRefund {
            customer,
            product,
            tickets,
            on: past(ago),
            payment: payment(on_tab),
        }),
        Step::Undo => Command::Undo(None),
        Step::Redo => Command::Redo,
    }
}

fn shop() -> Notebook {
    let mut notebook = Notebook::new(today());
    let patch = CustomerPatch { name: Some("林阿嬷".to_owned()), ..CustomerPatch::default() };
    notebook.does(Command::AddCustomer { patch, opening: None, on: past(9) });
    let patch = ProductPatch {
        name: Some("桶装水".to_owned()),
        unit: Some("桶".to_owned()),
        price: Some(Money::from_minor(PRICE)),
        ..ProductPatch::default()
    };
    notebook.does(Command::AddProduct { patch, stock: None, on: past(9) });
    notebook
}

proptest! {
    #![proptest_config(super::config(24))]

    #[test]
    fn tickets_are_those_of_a_model_that_keeps_every_single_one(
        steps in proptest::collection::vec(any_step(), 1..30),
    ) {
        let mut notebook = shop();
        let (mut done, mut undone) = (vec![Model::default()], Vec::new());
        for step in &steps {
            let now = done.last().cloned().unwrap_or_default();
            match step {
                Step::Undo if done.len() > 1 => {
                    notebook.does(command(step));
                    undone.extend(done.pop());
                }
                Step::Redo if !undone.is_empty() => {
                    notebook.does(command(step));
                    done.extend(undone.pop());
                }
                Step::Undo | Step::Redo => continue,
                step => {
                    let after = now.after(step);
                    let performed = notebook.app.perform(&command(step));
                    prop_assert_eq!(performed.is_ok(), after.is_some(), "{:?}: {:?}", step, performed);
                    if let Some(after) = after {
                        done.push(after);
                        undone.clear();
                    }
                }
            }
            let now = done.last().cloned().unwrap_or_default();
            prop_assert_eq!(notebook.app.check().unwrap(), Vec::new());
            let (_, statement) = notebook.app.tab(CustomerId::new(1)).unwrap();
            prop_assert_eq!(statement.balance.minor(), now.owed());
            for ago in 0..7 {
                let day = past(ago);
                notebook.app.set_clock(clock(day));
                let sold = now.books.iter().filter(|book| book.sold_on <= day);
                let left: usize = sold.clone().filter(|book| book.is_valid(day)).map(|book| book.left(day)).sum();
                let value: i64 = sold.map(|book| book.value(day)).sum();
                let books = notebook.app.ticket_books(None).unwrap();
                let valid: u32 = books.iter().map(|row| row.book.valid_on(day)).sum();
                let worth: i64 = books.iter().map(|row| row.book.value().minor()).sum();
                prop_assert_eq!((valid as usize, worth), (left, value), "on {}", day);
            }
            notebook.app.set_clock(clock(today()));
        }
    }
}

#[test]
fn the_last_ticket_is_used_once_by_two_programs() {
    let mut notebook = shop();
    notebook.does(command(&Step::Sell {
        paid: 1,
        free: 0,
        price: 20,
        ago: 0,
        lasts: None,
        on_tab: false,
    }));
    let mut other = crate::notebook::open(&notebook.path, today()).unwrap();
    let visit = command(&Step::Use { quantity: 1, tickets: 1, ago: 0 });
    notebook.does(visit.clone());
    assert!(other.perform(&visit).is_err());
    notebook.is_whole();
}

#[test]
fn a_use_is_not_redone_when_its_tickets_were_refunded_meanwhile() {
    let mut notebook = shop();
    let sold = Step::Sell { paid: 2, free: 0, price: 40, ago: 0, lasts: None, on_tab: false };
    notebook.does(command(&sold));
    let used = notebook.does(command(&Step::Use { quantity: 2, tickets: 2, ago: 0 })).action;
    notebook.does(Command::Undo(used));
    notebook.does(command(&Step::Refund { tickets: Some(1), ago: 0, on_tab: false }));
    assert!(notebook.app.perform(&Command::Undo(used)).is_err());
    assert!(notebook.app.perform(&Command::Redo).is_err());
    notebook.is_whole();
}
