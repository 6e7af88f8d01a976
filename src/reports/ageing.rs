//! Receivables by age: the tabs with a balance.

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
