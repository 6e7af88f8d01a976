//! Papers for customers: the statement of a period, and the receipt for one payment.

use crate::domain::action::{NamedGoods, NamedProduct};
use crate::domain::container::Holding;
use crate::domain::customer::Customer;
use crate::domain::id::EntryId;
use crate::domain::tab::{DeliveredGoods, Entry, EntryLedger, Statement, StatementLine};
use crate::domain::ticket::TicketBalance;
use crate::domain::{Day, Money, Quantity};
use std::collections::BTreeMap;

/// The account of a customer over a period. Its opening balance and the changes of its lines add up to its closing
/// balance; nothing later than its last day counts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CustomerStatement {
    /// The customer.
    pub customer: Customer,
    /// The first day; `None` is the beginning of the tab.
    pub from: Option<Day>,
    /// The last day.
    pub to: Day,
    /// The balance before the first day.
    pub opening: Money,
    /// The entries of the period that change the balance, and the agreements to it, the oldest first.
    pub lines: Vec<StatementLine>,
    /// The balance at the end of the last day.
    pub closing: Money,
    /// The sum of the entries that make the customer owe more.
    pub charged: Money,
    /// The sum of the entries that make the customer owe less, as a positive amount.
    pub credited: Money,
    /// The debts that are open at the end of the last day, by the day on which they fall due, the oldest first.
    pub open: Vec<(Day, Money)>,
    /// The goods of the deliveries that the lines are for.
    pub goods: DeliveredGoods,
    /// The goods that were delivered in the period, by product.
    pub purchases: Vec<Purchase>,
    /// The deposits that the shop holds.
    pub deposits: DepositAccount,
    /// The prepaid tickets at the end of the last day, by product.
    pub tickets: Vec<TicketBalance>,
    /// The returnable containers that the customer holds at the end of the last day, by name.
    pub containers: Vec<Holding>,
    days: BTreeMap<EntryId, Day>,
}

/// The deposits of a customer over a period, which are no part of the balance.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct DepositAccount {
    /// The amount held before the first day.
    pub opening: Money,
    /// The deposits and their returns in the period, each with the amount held after it.
    pub lines: Vec<(Entry, Money)>,
    /// The amount held at the end of the last day.
    pub closing: Money,
}

/// The deliveries of one product in a period.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Purchase {
    /// The product.
    pub product: NamedProduct,
    /// The quantity delivered.
    pub quantity: Quantity,
    /// The amount charged for it.
    pub amount: Money,
}

/// The receipt for one payment or deposit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Receipt {
    /// The customer.
    pub customer: Customer,
    /// The entry.
    pub entry: Entry,
    /// The amount received; negative for a deposit that was returned.
    pub received: Money,
    /// The debts that it settled, the oldest first.
    pub settled: Vec<SettledDebt>,
    /// The part that settled nothing so far, and is credit.
    pub credit: Money,
    /// The balance after it, at the end of its line of the tab.
    pub balance: Money,
    /// The amount held after it, of a deposit.
    pub held: Option<Money>,
}

/// A debt, and the part of it that one payment settled.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SettledDebt {
    /// The entry of the debt.
    pub entry: Entry,
    /// The goods that it charged.
    pub goods: Vec<NamedGoods>,
    /// The part that was settled.
    pub part: Money,
}

impl CustomerStatement {
    /// Returns the statement of a period that ends on `to`, from the tab as it stood at the end of that day.
    pub fn of(
        customer: Customer,
        tab: Statement,
        (from, to): (Option<Day>, Day),
        purchases: Vec<Purchase>,
    ) -> Self {
        let is_earlier = |day: Day| from.is_some_and(|from| day < from);
        let days = tab.lines.iter().map(|line| (line.entry.id, line.entry.on)).collect();
        let mut open: BTreeMap<Day, Money> = BTreeMap::new();
        for line in tab.lines.iter().filter(|line| line.open.is_positive()) {
            if let Some(due) = line.due {
                *open.entry(due).or_default() += line.open;
            }
        }
        let (mut opening, mut deposits) = (Money::ZERO, DepositAccount::default());
        let (mut charged, mut credited) = (Money::ZERO, Money::ZERO);
        let mut lines = Vec::new();
        for line in tab.lines {
            let entry = &line.entry;
            match (entry.kind.rule().ledger, is_earlier(entry.on)) {
                (EntryLedger::Owed, true) => opening += entry.amount,
                (EntryLedger::Owed, false) => {
                    match entry.amount.is_positive() {
                        true => charged += entry.amount,
                        false => credited -= entry.amount,
                    }
                    lines.push(line);
                }
                // What was agreed moves no money.
                (EntryLedger::Stated, true) => {}
                (EntryLedger::Stated, false) => lines.push(line),
                (EntryLedger::Held, is_earlier) => {
                    deposits.closing += entry.amount;
                    match is_earlier {
                        true => deposits.opening += entry.amount,
                        false => deposits.lines.push((line.entry, deposits.closing)),
                    }
                }
            }
        }
        let (goods, closing) = (tab.goods, tab.balance);
        Self {
            customer,
            from,
            to,
            opening,
            lines,
            closing,
            charged,
            credited,
            open: open.into_iter().collect(),
            goods,
            purchases,
            deposits,
            tickets: Vec::new(),
            containers: Vec::new(),
            days,
        }
    }

    /// Returns the statement with the tickets of the customer.
    #[must_use]
    pub fn with_tickets(self, tickets: Vec<TicketBalance>) -> Self {
        Self { tickets, ..self }
    }

    /// Returns the statement with the containers that the customer holds.
    #[must_use]
    pub fn with_containers(self, containers: Vec<Holding>) -> Self {
        Self { containers, ..self }
    }

    /// Returns the days of the debts that a line settled, each with the part of it that was settled.
    pub fn settled_by(&self, line: &StatementLine) -> Vec<(Day, Money)> {
        let settles = line.settles.iter();
        settles.filter_map(|(debt, part)| Some((*self.days.get(debt)?, *part))).collect()
    }

    /// Returns the total amount of the goods delivered.
    pub fn purchased(&self) -> Money {
        self.purchases.iter().map(|purchase| purchase.amount).sum()
    }
}

impl DepositAccount {
    /// Returns whether there is nothing to say about deposits.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.closing.is_zero()
    }
}

impl Receipt {
    /// Returns the receipt for an entry of a tab; `None` if the tab does not have it.
    pub fn of(customer: Customer, tab: Statement, entry: EntryId) -> Option<Self> {
        let at = tab.lines.iter().position(|line| line.entry.id == entry)?;
        let line = tab.lines.get(at)?.clone();
        let is_held = |line: &&StatementLine| line.entry.kind.rule().ledger == EntryLedger::Held;
        let held = tab.lines.iter().take(at + 1).filter(is_held).map(|line| line.entry.amount);
        let held = is_held(&&line).then(|| held.sum());
        let settled = line.settles.iter().filter_map(|(debt, part)| {
            let debt = tab.lines.iter().find(|line| line.entry.id == *debt)?;
            let goods = tab.goods.charged_by(&debt.entry).to_vec();
            Some(SettledDebt { entry: debt.entry.clone(), goods, part: *part })
        });
        let received = match held {
            Some(_) => line.entry.amount,
            None => -line.entry.amount,
        };
        Some(Self {
            settled: settled.collect(),
            received,
            credit: line.open,
            balance: line.balance,
            held,
            customer,
            entry: line.entry,
        })
    }
}

/// Returns deliveries of goods, each with its amount, as one purchase for each product, in order of name.
pub fn by_product(lines: impl IntoIterator<Item = Purchase>) -> Vec<Purchase> {
    let mut products: BTreeMap<(String, String), (Quantity, Money)> = BTreeMap::new();
    for Purchase { product, quantity, amount } in lines {
        let sums = products.entry((product.name, product.unit)).or_default();
        sums.0 += quantity;
        sums.1 += amount;
    }
    let purchase = |((name, unit), (quantity, amount))| Purchase {
        product: NamedProduct { name, unit },
        quantity,
        amount,
    };
    products.into_iter().map(purchase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::CustomerId;
    use crate::domain::tab::{EntryKind, statement};
    use chrono::Days;
    use proptest::prelude::*;

    fn nth(n: u64) -> Day {
        Day::default() + Days::new(n)
    }

    fn entry((id, (on, minor)): (i64, &(u64, i64))) -> Entry {
        let kind = match (id % 5, minor) {
            (0, _) => EntryKind::Deposit,
            (_, ..0) => EntryKind::Payment,
            (_, _) => EntryKind::Charge,
        };
        Entry {
            id: EntryId::new(id),
            customer: CustomerId::new(1),
            on: nth(*on),
            kind,
            amount: Money::from_minor(*minor),
            method: String::new(),
            note: String::new(),
            delivery: None,
            external: None,
            corrects: None,
            instead_of: None,
            against: None,
            reference: String::new(),
        }
    }

    fn customer() -> Customer {
        Customer::new(CustomerId::new(1), String::new(), String::new(), nth(0))
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

        #[test]
        fn the_opening_balance_and_the_lines_add_up_to_the_closing_balance(
            entries in prop::collection::vec((0..60_u64, -90..90_i64), 0..40),
            from in prop::option::of(0..70_u64),
            length in 0..30_u64,
        ) {
            let to = from.unwrap_or(20) + length;
            let entries: Vec<Entry> = (1..).zip(&entries).map(entry).collect();
            let tab = statement(entries.clone(), nth(to), |day| day + Days::new(7));
            let statement = CustomerStatement::of(customer(), tab, (from.map(nth), nth(to)), Vec::new());
            // As anybody would add it up, for each day and each of the two accounts.
            let sum = |held: bool, until: &dyn Fn(Day) -> bool| -> Money {
                let of = entries.iter().filter(|one| (one.kind == EntryKind::Deposit) == held);
                of.filter(|one| until(one.on)).map(|one| one.amount).sum()
            };
            let before = |day| from.is_some_and(|from| day < nth(from));
            let until = |day| day <= nth(to);
            prop_assert_eq!(statement.opening, sum(false, &before));
            prop_assert_eq!(statement.closing, sum(false, &until));
            prop_assert_eq!(statement.deposits.opening, sum(true, &before));
            prop_assert_eq!(statement.deposits.closing, sum(true, &until));
            let mut running = statement.opening;
            for line in &statement.lines {
                running += line.entry.amount;
                prop_assert_eq!(line.balance, running);
                prop_assert!(until(line.entry.on) && !before(line.entry.on));
            }
            prop_assert_eq!(running, statement.closing);
            prop_assert_eq!(statement.opening + statement.charged - statement.credited, running);
            let mut held = statement.deposits.opening;
            for (entry, after) in &statement.deposits.lines {
                held += entry.amount;
                prop_assert_eq!(*after, held);
            }
            prop_assert_eq!(held, statement.deposits.closing);
            let open: Money = statement.open.iter().map(|(_, open)| *open).sum();
            prop_assert_eq!(open, statement.closing.max(Money::ZERO));
        }

        #[test]
        fn what_a_receipt_settled_and_its_credit_are_the_amount(
            entries in prop::collection::vec((0..60_u64, -90..90_i64), 1..40),
        ) {
            let entries: Vec<Entry> = (1..).zip(&entries).map(entry).collect();
            let payments = entries.iter().filter(|entry| entry.kind == EntryKind::Payment);
            for payment in payments {
                let tab = statement(entries.clone(), nth(60), |day| day);
                let receipt = Receipt::of(customer(), tab, payment.id).unwrap();
                let settled: Money = receipt.settled.iter().map(|debt| debt.part).sum();
                prop_assert_eq!(settled + receipt.credit, receipt.received);
                prop_assert_eq!(receipt.received, -payment.amount);
            }
        }
    }

    #[test]
    fn goods_of_one_product_are_one_line() {
        let purchase = |name: &str, quantity, amount| Purchase {
            product: NamedProduct { name: name.to_owned(), unit: "kg".to_owned() },
            quantity: Quantity::whole(quantity),
            amount: Money::from_minor(amount),
        };
        let goods = [purchase("rice", 15, 630), purchase("oil", 1, 90), purchase("rice", 10, 420)];
        assert_eq!(by_product(goods), [purchase("oil", 1, 90), purchase("rice", 25, 1050)]);
    }
}
