//! Sales of a period, with their cost and margin: by day, week, month, area, product or customer.

use crate::domain::day::iso;
use crate::domain::id::{CustomerId, ProductId};
use crate::domain::stable_name::keys;
use crate::domain::views::{CustomerLabel, Sale};
use crate::domain::{Day, Money, Quantity};
use chrono::{Datelike, Days};
use std::collections::BTreeMap;

/// The grouping of sales.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum SalesBy {
    /// Days.
    Day,
    /// Weeks, from Monday to Sunday.
    Week,
    /// Months.
    #[default]
    Month,
    /// Areas of the customers.
    Area,
    /// Products.
    Product,
    /// Customers.
    Customer,
}

keys!(SalesBy {
    Day = "day",
    Week = "week",
    Month = "month",
    Area = "area",
    Product = "product",
    Customer = "customer",
});

/// Names of the groups: goods and buyers.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct SalesNames {
    /// The customers.
    pub customers: BTreeMap<CustomerId, CustomerLabel>,
    /// The products, each with its unit.
    pub products: BTreeMap<ProductId, (String, String)>,
    /// The costs of a unit of each product by the day from which they hold, the oldest first. The first one holds
    /// for the days before it too.
    pub costs: BTreeMap<ProductId, Vec<(Day, Money)>>,
}

/// The sales of one group in one unit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SalesRow {
    /// The group: a day, the Monday of a week, `2026-03`, an area, a product, or a customer's code.
    pub group: String,
    /// The name of a customer; empty for any other group.
    pub name: String,
    /// The unit of the goods: sales in another unit are another row.
    pub unit: String,
    /// The delivered quantity.
    pub quantity: Quantity,
    /// The amount charged for it.
    pub revenue: Money,
    /// Cost to the shop.
    pub cost: Money,
}

impl SalesRow {
    /// Returns what is left of the revenue after the cost.
    pub fn margin(&self) -> Money {
        self.revenue - self.cost
    }
}

/// The part of a group that is told from a sale alone; the rest are names.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum SalesKey {
    /// The first day of a period.
    From(Day),
    /// A customer, or their area.
    Customer(CustomerId),
    /// Only the product.
    Product,
}

/// Quantity, revenue and cost.
type SalesSums = (Quantity, Money, Money);

/// Sums of sales by group.
#[derive(Debug)]
pub struct SalesTotals<'n> {
    by: SalesBy,
    names: &'n SalesNames,
    sums: BTreeMap<(SalesKey, ProductId), SalesSums>,
}

impl<'n> SalesTotals<'n> {
    /// Returns no sales yet.
    pub const fn new(by: SalesBy, names: &'n SalesNames) -> Self {
        Self { by, names, sums: BTreeMap::new() }
    }

    /// Adds a sale to its group.
    pub fn add(&mut self, sale: &Sale) {
        let key = match self.by {
            SalesBy::Day => SalesKey::From(sale.on),
            SalesBy::Week => SalesKey::From(monday(sale.on)),
            SalesBy::Month => SalesKey::From(sale.on.with_day(1).unwrap_or(sale.on)),
            SalesBy::Area | SalesBy::Customer => SalesKey::Customer(sale.customer),
            SalesBy::Product => SalesKey::Product,
        };
        let costs = sale.quantity.times(self.cost(sale.product, sale.on));
        let (quantity, revenue, cost) = self.sums.entry((key, sale.product)).or_default();
        *quantity += sale.quantity;
        *revenue += sale.amount;
        *cost += costs;
    }

    /// Returns the group, and the name of a customer.
    fn group(&self, key: SalesKey, product: &str) -> (String, String) {
        match key {
            SalesKey::From(day) if self.by == SalesBy::Month => {
                (iso(day).to_string().chars().take(7).collect(), String::new())
            }
            SalesKey::From(day) => (iso(day).to_string(), String::new()),
            SalesKey::Product => (product.to_owned(), String::new()),
            SalesKey::Customer(customer) => match self.names.customers.get(&customer) {
                Some(who) if self.by == SalesBy::Area => (who.area.clone(), String::new()),
                Some(who) => (who.code.clone(), who.name.clone()),
                None => Default::default(),
            },
        }
    }

    /// Returns the cost of a unit on a day.
    fn cost(&self, product: ProductId, day: Day) -> Money {
        let costs = self.names.costs.get(&product).map(Vec::as_slice).unwrap_or_default();
        let later = costs.partition_point(|(from, _)| *from <= day);
        let known = costs.get(later.saturating_sub(1));
        known.map(|(_, cost)| *cost).unwrap_or_default()
    }

    /// Returns the groups: periods in their order, the others by revenue, the largest first.
    pub fn rows(self) -> Vec<SalesRow> {
        let mut sums: BTreeMap<(String, String, String), SalesSums> = BTreeMap::new();
        let nameless = Default::default();
        for ((key, product), (quantity, revenue, cost)) in &self.sums {
            let (product, unit) = self.names.products.get(product).unwrap_or(&nameless);
            let (group, name) = self.group(*key, product);
            let sum = sums.entry((group, name, unit.clone())).or_default();
            sum.0 += *quantity;
            sum.1 += *revenue;
            sum.2 += *cost;
        }
        let row = |((group, name, unit), (quantity, revenue, cost))| SalesRow {
            group,
            name,
            unit,
            quantity,
            revenue,
            cost,
        };
        let mut rows: Vec<SalesRow> = sums.into_iter().map(row).collect();
        match self.by {
            SalesBy::Day | SalesBy::Week | SalesBy::Month => {}
            SalesBy::Area | SalesBy::Product | SalesBy::Customer => {
                rows.sort_by_key(|row| std::cmp::Reverse(row.revenue));
            }
        }
        rows
    }
}

/// Returns the Monday of the week of a day.
fn monday(day: Day) -> Day {
    day - Days::new(day.weekday().num_days_from_monday().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sale(on: &str, product: i64, quantity: i64, amount: i64) -> Sale {
        Sale {
            on: on.parse().unwrap(),
            customer: CustomerId::new(1),
            product: ProductId::new(product),
            quantity: Quantity::whole(quantity),
            amount: Money::from_minor(amount),
        }
    }

    fn names() -> SalesNames {
        let cost = |on: &str, minor| (on.parse().unwrap(), Money::from_minor(minor));
        SalesNames {
            products: [(1, "rice", "kg"), (2, "oil", "L")]
                .map(|(id, name, unit)| (ProductId::new(id), (name.to_owned(), unit.to_owned())))
                .into(),
            costs: [(ProductId::new(1), vec![cost("2026-02-01", 30), cost("2026-03-10", 35)])]
                .into(),
            ..SalesNames::default()
        }
    }

    #[test]
    fn sales_cost_what_the_goods_cost_on_their_day() {
        let names = names();
        let mut sales = SalesTotals::new(SalesBy::Month, &names);
        // Before the first known cost, on the day of a new one, and of a product without a cost.
        for sale in [
            sale("2026-01-31", 1, 2, 80),
            sale("2026-03-09", 1, 1, 40),
            sale("2026-03-10", 1, 1, 42),
            sale("2026-03-11", 2, 3, 60),
        ] {
            sales.add(&sale);
        }
        let rows = sales.rows();
        let rows: Vec<_> = rows
            .iter()
            .map(|row| {
                (row.group.as_str(), row.unit.as_str(), row.revenue.minor(), row.cost.minor())
            })
            .collect();
        assert_eq!(
            rows,
            [("2026-01", "kg", 80, 60), ("2026-03", "L", 60, 0), ("2026-03", "kg", 82, 65)]
        );
    }

    #[test]
    fn a_week_begins_on_monday_and_the_best_product_comes_first() {
        let names = names();
        let mut weeks = SalesTotals::new(SalesBy::Week, &names);
        weeks.add(&sale("2026-03-29", 1, 1, 40));
        weeks.add(&sale("2026-03-30", 1, 1, 40));
        let groups: Vec<String> = weeks.rows().into_iter().map(|row| row.group).collect();
        assert_eq!(groups, ["2026-03-23", "2026-03-30"]);
        let mut products = SalesTotals::new(SalesBy::Product, &names);
        products.add(&sale("2026-03-29", 1, 1, 40));
        products.add(&sale("2026-03-29", 2, 1, 90));
        let groups: Vec<String> = products.rows().into_iter().map(|row| row.group).collect();
        assert_eq!(groups, ["oil", "rice"]);
    }
}
