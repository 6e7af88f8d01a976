//! Sales of a period, with their cost and margin: by day, week, month, area, product or customer.

use crate::domain::Day;
use crate::domain::day::iso;
use crate::domain::id::{CustomerId, ProductId};
use crate::domain::stable_name::keys;
use crate::domain::views::{CustomerLabel, DaySales, Sale, SalesSums};
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

impl SalesBy {
    /// Returns whether the groups are told from the days and the products alone.
    pub const fn needs_no_customers(self) -> bool {
        match self {
            Self::Day | Self::Week | Self::Month | Self::Product => true,
            Self::Area | Self::Customer => false,
        }
    }

    fn key(self, on: Day, customer: Option<CustomerId>) -> SalesKey {
        match (self, customer) {
            (Self::Day, _) => SalesKey::From(on),
            (Self::Week, _) => SalesKey::From(monday(on)),
            (Self::Month, _) => SalesKey::From(on.with_day(1).unwrap_or(on)),
            (Self::Area | Self::Customer, Some(customer)) => SalesKey::Customer(customer),
            (Self::Area | Self::Customer | Self::Product, _) => SalesKey::Product,
        }
    }
}

/// The treatment of goods with different units.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SalesUnits {
    /// Each unit has a row of its own, so that quantities can be added.
    Apart,
    /// Only money is added.
    Together,
}

/// Names of the groups: goods and buyers.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct SalesNames {
    /// The customers.
    pub customers: BTreeMap<CustomerId, CustomerLabel>,
    /// The products, each with its unit.
    pub products: BTreeMap<ProductId, (String, String)>,
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
    /// The sums of the group.
    pub sums: SalesSums,
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

/// Sums of sales by group.
#[derive(Debug)]
pub struct SalesTotals<'n> {
    by: SalesBy,
    names: &'n SalesNames,
    units: SalesUnits,
    sums: BTreeMap<(SalesKey, ProductId), SalesSums>,
}

impl<'n> SalesTotals<'n> {
    /// Returns no sales yet.
    pub const fn new(by: SalesBy, units: SalesUnits, names: &'n SalesNames) -> Self {
        Self { by, names, units, sums: BTreeMap::new() }
    }

    /// Adds a sale to its group.
    pub fn add(&mut self, sale: &Sale) {
        self.add_sums(self.by.key(sale.on, Some(sale.customer)), sale.product, sale.into());
    }

    /// Adds the sales of a product on a day; their customers are unknown.
    pub fn add_day(&mut self, DaySales { on, product, sums }: DaySales) {
        self.add_sums(self.by.key(on, None), product, sums);
    }

    fn add_sums(&mut self, key: SalesKey, product: ProductId, sums: SalesSums) {
        *self.sums.entry((key, product)).or_default() += sums;
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

    /// Returns the groups: periods in their order, the others by revenue, the largest first.
    pub fn rows(self) -> Vec<SalesRow> {
        let mut groups: BTreeMap<(String, String, String), SalesSums> = BTreeMap::new();
        let nameless = Default::default();
        for ((key, product), sums) in &self.sums {
            let (product, unit) = self.names.products.get(product).unwrap_or(&nameless);
            let (group, name) = self.group(*key, product);
            let unit = match self.units {
                SalesUnits::Apart => unit.clone(),
                SalesUnits::Together => String::new(),
            };
            *groups.entry((group, name, unit)).or_default() += *sums;
        }
        let row = |((group, name, unit), sums)| SalesRow { group, name, unit, sums };
        let mut rows: Vec<SalesRow> = groups.into_iter().map(row).collect();
        match self.by {
            SalesBy::Day | SalesBy::Week | SalesBy::Month => {}
            SalesBy::Area | SalesBy::Product | SalesBy::Customer => {
                rows.sort_by_key(|row| std::cmp::Reverse(row.sums.revenue));
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
    use crate::domain::{Money, Quantity};

    fn sale(on: &str, product: i64, (quantity, amount): (i64, i64), cost: Option<i64>) -> Sale {
        Sale {
            on: on.parse().unwrap(),
            customer: CustomerId::new(1),
            product: ProductId::new(product),
            quantity: Quantity::whole(quantity),
            amount: Money::from_minor(amount),
            cost: cost.map(Money::from_minor),
        }
    }

    fn names() -> SalesNames {
        SalesNames {
            products: [(1, "rice", "kg"), (2, "oil", "L")]
                .map(|(id, name, unit)| (ProductId::new(id), (name.to_owned(), unit.to_owned())))
                .into(),
            ..SalesNames::default()
        }
    }

    #[test]
    fn the_margin_is_of_the_sales_of_which_the_cost_is_known() {
        let names = names();
        let mut sales = SalesTotals::new(SalesBy::Month, SalesUnits::Together, &names);
        for sale in [
            sale("2026-03-09", 1, (2, 80), Some(60)),
            sale("2026-03-10", 1, (1, 40), None),
            // A gift costs and brings nothing, and goods that come back take both away.
            sale("2026-03-11", 1, (1, 0), Some(30)),
            sale("2026-03-12", 1, (-1, -40), Some(-30)),
            sale("2026-04-01", 2, (3, 60), None),
        ] {
            sales.add(&sale);
        }
        let rows = sales.rows();
        let [march, april] = rows.as_slice() else { panic!("{rows:?}") };
        assert_eq!(march.sums.quantity, Quantity::whole(3));
        assert_eq!(march.sums.revenue, Money::from_minor(80));
        assert_eq!(
            (march.sums.costed, march.sums.cost),
            (Money::from_minor(40), Money::from_minor(60))
        );
        assert_eq!(march.sums.margin(), Some(Money::from_minor(-20)));
        assert_eq!(march.sums.margin_thousandths(), Some(-500));
        assert_eq!((april.sums.margin(), april.sums.margin_thousandths()), (None, None));
    }

    #[test]
    fn a_week_begins_on_monday_and_the_best_product_comes_first() {
        let names = names();
        let mut weeks = SalesTotals::new(SalesBy::Week, SalesUnits::Apart, &names);
        weeks.add(&sale("2026-03-29", 1, (1, 40), None));
        weeks.add(&sale("2026-03-30", 1, (1, 40), None));
        let groups: Vec<String> = weeks.rows().into_iter().map(|row| row.group).collect();
        assert_eq!(groups, ["2026-03-23", "2026-03-30"]);
        let mut products = SalesTotals::new(SalesBy::Product, SalesUnits::Apart, &names);
        products.add(&sale("2026-03-29", 1, (1, 40), None));
        products.add(&sale("2026-03-29", 2, (1, 90), None));
        let groups: Vec<String> = products.rows().into_iter().map(|row| row.group).collect();
        assert_eq!(groups, ["oil", "rice"]);
    }
}
