//! Sales: what was delivered, what was charged for it, and what it cost.

use super::CustomerLabel;
use crate::domain::id::{CustomerId, ProductId};
use crate::domain::{Day, Money, Quantity};
use std::ops::AddAssign;

/// One line of a delivery that was brought.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sale {
    /// When.
    pub on: Day,
    /// To whom.
    pub customer: CustomerId,
    /// The product.
    pub product: ProductId,
    /// Quantity; negative for returned goods.
    pub quantity: Quantity,
    /// Price charged.
    pub amount: Money,
    /// Cost of it, if it is known.
    pub cost: Option<Money>,
}

/// The sales of a product on a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DaySales {
    /// When.
    pub on: Day,
    /// The product.
    pub product: ProductId,
    /// The sums of that day.
    pub sums: SalesSums,
}

/// The sales to a customer of the goods of one unit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CustomerSales {
    /// The customer.
    pub who: CustomerLabel,
    /// The unit.
    pub unit: String,
    /// The sums of them.
    pub sums: SalesSums,
}

/// Sums of sales.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct SalesSums {
    /// The delivered quantity.
    pub quantity: Quantity,
    /// The amount charged.
    pub revenue: Money,
    /// The cost, as far as it is known.
    pub cost: Money,
    /// The part of the revenue of which the cost is known.
    pub costed: Money,
}

impl SalesSums {
    /// Returns what is left after the cost of the sales of which it is known; `None` if it is known of none.
    pub fn margin(&self) -> Option<Money> {
        self.known_cost().map(|cost| self.costed - cost)
    }

    /// Returns the cost, if it is known of any of the sales.
    pub fn known_cost(&self) -> Option<Money> {
        Some(self.cost).filter(|cost| !cost.is_zero() || !self.costed.is_zero())
    }

    /// Returns the margin in tenths of a percent of the sales of which the cost is known.
    pub fn margin_thousandths(&self) -> Option<i64> {
        let (margin, costed) = (self.margin()?, i128::from(self.costed.minor()));
        let thousandths = i128::from(margin.minor()) * 1000;
        i64::try_from(thousandths.checked_div(costed)?).ok()
    }
}

impl From<&Sale> for SalesSums {
    fn from(sale: &Sale) -> Self {
        Self {
            quantity: sale.quantity,
            revenue: sale.amount,
            cost: sale.cost.unwrap_or_default(),
            costed: sale.cost.map(|_| sale.amount).unwrap_or_default(),
        }
    }
}

impl AddAssign for SalesSums {
    fn add_assign(&mut self, more: Self) {
        self.quantity += more.quantity;
        self.revenue += more.revenue;
        self.cost += more.cost;
        self.costed += more.costed;
    }
}
