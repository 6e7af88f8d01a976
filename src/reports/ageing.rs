//! Receivables by age: the tabs with a balance.

use crate::domain::ageing::DebtAge;
use crate::domain::tab::Ageing;
use crate::domain::views::AccountStatus;
use crate::domain::{Day, Money};

/// Totals of all tabs.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Owed {
    /// Number of tabs.
    pub tabs: usize,
    /// The debts by age.
    pub ageing: Ageing,
    /// Prepaid credit, as a positive amount.
    pub credit: Money,
    /// Amount due, overdue or not.
    pub due: Money,
}

impl Owed {
    /// Counts a tab in, unless none of its debts is due by the day that is asked for.
    pub fn add(&mut self, standing: &AccountStatus, due_by: Option<Day>, today: Day) {
        if let Some(due_by) = due_by
            && standing.oldest_due().is_none_or(|due| due > due_by)
        {
            return;
        }
        self.tabs += 1;
        self.due += standing.due_on(today);
        for (due, open) in &standing.open {
            self.ageing.add(*open, *due, today);
        }
        if standing.balance.is_negative() {
            self.credit += -standing.balance;
        }
    }
}

/// Returns the open debts of a tab by age on a day.
pub fn ageing(standing: &AccountStatus, day: Day) -> Ageing {
    let mut ageing = Ageing::default();
    standing.open.iter().for_each(|(due, open)| ageing.add(*open, *due, day));
    ageing
}

/// The debts of one age, of the whole shop or of one area; or the credit of it, as a negative amount. All rows together
/// add up to the balances.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AgeingRow {
    /// The area; `None` is the whole shop.
    pub area: Option<String>,
    /// The age; `None` is credit.
    pub age: Option<DebtAge>,
    /// Number of tabs with such a debt, or with credit.
    pub tabs: u32,
    /// The sum.
    pub amount: Money,
}

/// The debts of a group of customers, counted by age.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AgeTally {
    ages: Vec<(DebtAge, u32, Money)>,
    credit: (u32, Money),
}

impl AgeTally {
    /// Returns a tally without debts.
    pub fn new(ages: &[DebtAge]) -> Self {
        let ages = ages.iter().map(|age| (*age, 0, Money::ZERO)).collect();
        Self { ages, credit: (0, Money::ZERO) }
    }

    /// Adds a tab: its balance, and its open debts, each with the day from which it ages.
    pub fn add(&mut self, balance: Money, debts: &[(Day, Money)], day: Day) {
        if balance.is_negative() {
            self.credit.0 += 1;
            self.credit.1 += balance;
        }
        for (age, tabs, amount) in &mut self.ages {
            let of_age = debts.iter().filter(|(since, _)| age.holds((day - *since).num_days()));
            let sum: Money = of_age.map(|(_, open)| *open).sum();
            *tabs += u32::from(!sum.is_zero());
            *amount += sum;
        }
    }

    /// Returns the rows of the tally: one for each age, and one for the credit.
    pub fn rows(self, area: Option<String>) -> impl Iterator<Item = AgeingRow> {
        let credit = (None, self.credit.0, self.credit.1);
        let ages = self.ages.into_iter().map(|(age, tabs, amount)| (Some(age), tabs, amount));
        ages.chain([credit]).map(move |(age, tabs, amount)| AgeingRow {
            area: area.clone(),
            age,
            tabs,
            amount,
        })
    }
}
