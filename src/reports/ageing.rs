//! Who owes what, and since when: the tabs that are not even, by age.

use crate::domain::rows::{OwingRow, Standing};
use crate::domain::tab::Ageing;
use crate::domain::{Day, Money};

/// Every tab that is not even, the oldest due day first, and the sums.
#[derive(Clone, PartialEq, Debug)]
pub struct OwingReport {
    /// The day of the report.
    pub day: Day,
    /// The tabs with their ageing.
    pub tabs: Vec<(OwingRow, Ageing)>,
    /// The ageing of all debts.
    pub ageing: Ageing,
    /// What customers have paid ahead, as a positive amount.
    pub credit: Money,
    /// The sum of all balances: the ageing less the credit.
    pub balance: Money,
}

/// What is owed in all.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Owed {
    /// How many tabs.
    pub tabs: usize,
    /// The debts by age.
    pub ageing: Ageing,
    /// What customers have paid ahead, as a positive amount.
    pub credit: Money,
    /// What is due, late or not.
    pub due: Money,
}

impl Owed {
    /// Counts a tab in, unless none of its debts is due by the day that is asked for.
    pub fn add(&mut self, standing: &Standing, due_by: Option<Day>, today: Day) {
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

impl OwingReport {
    /// The report of these tabs on a day.
    pub fn new(day: Day, rows: Vec<OwingRow>) -> Self {
        let mut ageing = Ageing::default();
        let mut tabs: Vec<(OwingRow, Ageing)> = Vec::with_capacity(rows.len());
        for row in rows {
            let mut own = Ageing::default();
            for (due, open) in &row.standing.open {
                own.add(*open, *due, day);
                ageing.add(*open, *due, day);
            }
            tabs.push((row, own));
        }
        // Those who have paid ahead have no due day and come last.
        tabs.sort_by_key(|(row, _)| row.standing.oldest_due().map_or((1, day), |due| (0, due)));
        let balances = || tabs.iter().map(|(row, _)| row.standing.balance);
        Self {
            day,
            ageing,
            credit: balances()
                .filter(|balance| balance.is_negative())
                .map(|balance| -balance)
                .sum(),
            balance: balances().sum(),
            tabs,
        }
    }
}
