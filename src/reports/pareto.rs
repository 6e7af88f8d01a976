//! 20/80: the few customers who bring most of the money of a period.

use crate::domain::lifetime_value::MoneyOf;
use crate::domain::views::{CustomerLabel, SalesSums};
use crate::domain::{Money, Quantity};
use std::cmp::Reverse;

/// The part of the money that the best customers are counted for, in thousandths.
const MOST: i128 = 800;

/// A customer by the money that they brought.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ParetoRow {
    /// The customer.
    pub who: CustomerLabel,
    /// The money.
    pub amount: Money,
    /// Their part of all money, in thousandths.
    pub share: Quantity,
    /// The part of them and of all before them, in thousandths.
    pub cumulative: Quantity,
    /// True if they are among the best ones that together bring 80 %.
    pub is_among_best: bool,
}

/// The customers of a period, the one who brought most first.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Pareto {
    /// The customers.
    pub rows: Vec<ParetoRow>,
    /// All of their money.
    pub total: Money,
}

impl Pareto {
    /// Ranks customers by the money of their sales. Margins are of the sales of which the cost is known; customers
    /// with none are left out.
    pub fn of(sums: impl IntoIterator<Item = (CustomerLabel, SalesSums)>, of: MoneyOf) -> Self {
        let money = |sums: SalesSums| match of {
            MoneyOf::Revenue => Some(sums.revenue),
            MoneyOf::Margin => sums.margin(),
        };
        let amounts = sums.into_iter().filter_map(|(who, sums)| Some((who, money(sums)?)));
        let mut amounts: Vec<_> = amounts.collect();
        amounts.sort_by_key(|(who, amount)| (Reverse(*amount), who.id));
        let total: Money = amounts.iter().map(|(_, amount)| *amount).sum();
        let mut before = Money::ZERO;
        let row = |(who, amount): (CustomerLabel, Money)| {
            let is_among_best =
                i128::from(before.minor()) * 1000 < i128::from(total.minor()) * MOST;
            before += amount;
            let (share, cumulative) = (part(amount, total), part(before, total));
            ParetoRow { who, amount, share, cumulative, is_among_best }
        };
        Self { rows: amounts.into_iter().map(row).collect(), total }
    }

    /// Returns the number of the best customers.
    pub fn best(&self) -> usize {
        self.rows.iter().filter(|row| row.is_among_best).count()
    }

    /// Returns the part of the customers that the best ones are, in percent.
    pub fn best_percent(&self) -> usize {
        let all = self.rows.len().max(1);
        (self.best() * 100 + all / 2) / all
    }
}

/// Returns a part in thousandths of the whole.
fn part(amount: Money, whole: Money) -> Quantity {
    let thousandths = i128::from(amount.minor()) * 1000 / i128::from(whole.minor().max(1));
    Quantity::from_thousandths(i64::try_from(thousandths).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::CustomerId;

    fn customer(id: i64, revenue: i64) -> (CustomerLabel, SalesSums) {
        let who = CustomerLabel {
            id: CustomerId::new(id),
            code: format!("C{id}"),
            name: String::new(),
            area: String::new(),
            address: String::new(),
        };
        (who, SalesSums { revenue: Money::from_minor(revenue), ..SalesSums::default() })
    }

    #[test]
    fn the_best_are_as_few_as_bring_80_percent() {
        let customers = [(1, 10), (2, 50), (3, 30), (4, 10), (5, 0)];
        let pareto =
            Pareto::of(customers.map(|(id, amount)| customer(id, amount)), MoneyOf::Revenue);
        let best: Vec<_> = pareto.rows.iter().map(|row| row.is_among_best).collect();
        assert_eq!(best, [true, true, false, false, false]);
        assert_eq!((pareto.best(), pareto.best_percent()), (2, 40));
        let last = pareto.rows.last().unwrap();
        assert_eq!(last.cumulative, Quantity::whole(1));
        // Nothing was sold, or all came back: nobody is among the best, and nothing is divided by zero.
        let nothing = Pareto::of([customer(1, 0), customer(2, -5)], MoneyOf::Revenue);
        assert_eq!((nothing.best(), nothing.best_percent()), (0, 0));
    }
}
