//! Sales of a period, with their cost and margin: by day, week, month, area, product or customer.

use crate::domain::Day;
use crate::domain::day::iso;
use crate::domain::id::ProductId;
use crate::domain::stable_name::keys;
use crate::domain::views::{CustomerSales, DaySales, SalesSums};
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
    /// Returns the grouping of the buyers; `None` if the groups are told from the days and the products alone.
    pub const fn buyers(self) -> Option<BuyerGroup> {
        match self {
            Self::Day | Self::Week | Self::Month | Self::Product => None,
            Self::Area => Some(BuyerGroup::Area),
            Self::Customer => Some(BuyerGroup::Customer),
        }
    }

    fn key(self, on: Day) -> SalesKey {
        match self {
            Self::Day => SalesKey::From(on),
            Self::Week => SalesKey::From(monday(on)),
            Self::Month => SalesKey::From(on.with_day(1).unwrap_or(on)),
            Self::Area | Self::Customer | Self::Product => SalesKey::Product,
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

impl SalesUnits {
    const fn shown(self, unit: &str) -> &str {
        match self {
            Self::Apart => unit,
            Self::Together => "",
        }
    }
}

/// Names of the products, each with its unit.
pub type ProductUnits = BTreeMap<ProductId, (String, String)>;

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

/// The part of a group that is told from the day; the rest are names.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum SalesKey {
    /// The first day of a period.
    From(Day),
    /// Only the product.
    Product,
}

/// Sums of sales by period or by product.
#[derive(Debug)]
pub struct SalesTotals<'n> {
    by: SalesBy,
    products: &'n ProductUnits,
    units: SalesUnits,
    sums: BTreeMap<(SalesKey, ProductId), SalesSums>,
}

impl<'n> SalesTotals<'n> {
    /// Returns no sales yet.
    pub const fn new(by: SalesBy, units: SalesUnits, products: &'n ProductUnits) -> Self {
        Self { by, products, units, sums: BTreeMap::new() }
    }

    /// Adds the sales of a product on a day to its group.
    pub fn add(&mut self, DaySales { on, product, sums }: DaySales) {
        *self.sums.entry((self.by.key(on), product)).or_default() += sums;
    }

    fn group(&self, key: SalesKey, product: &str) -> String {
        match key {
            SalesKey::From(day) if self.by == SalesBy::Month => {
                iso(day).to_string().chars().take(7).collect()
            }
            SalesKey::From(day) => iso(day).to_string(),
            SalesKey::Product => product.to_owned(),
        }
    }

    /// Returns the groups: periods in their order, products by revenue, the largest first.
    pub fn rows(self) -> Vec<SalesRow> {
        let mut groups: BTreeMap<(String, String), SalesSums> = BTreeMap::new();
        let nameless = Default::default();
        for ((key, product), sums) in &self.sums {
            let (product, unit) = self.products.get(product).unwrap_or(&nameless);
            let group = (self.group(*key, product), self.units.shown(unit).to_owned());
            *groups.entry(group).or_default() += *sums;
        }
        let mut rows = nameless_rows(groups);
        if self.by == SalesBy::Product {
            sort_by_revenue(&mut rows);
        }
        rows
    }
}

/// Sums of sales by customer or by their area. The sales are added customer by customer.
#[derive(Debug)]
pub struct BuyerTotals {
    group: BuyerGroup,
    units: SalesUnits,
    areas: BTreeMap<(String, String), SalesSums>,
    customers: Vec<SalesRow>,
}

/// The grouping of buyers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BuyerGroup {
    /// Each customer is a group.
    Customer,
    /// The customers of an area are a group.
    Area,
}

impl BuyerTotals {
    /// Returns no sales yet.
    pub const fn new(group: BuyerGroup, units: SalesUnits) -> Self {
        Self { group, units, areas: BTreeMap::new(), customers: Vec::new() }
    }

    /// Adds the sales to a customer in one unit.
    pub fn add(&mut self, CustomerSales { who, unit, sums }: CustomerSales) {
        let unit = self.units.shown(&unit).to_owned();
        match self.group {
            BuyerGroup::Area => *self.areas.entry((who.area, unit)).or_default() += sums,
            BuyerGroup::Customer => {
                let last = self.customers.last_mut();
                match last.filter(|row| row.group == who.code && row.unit == unit) {
                    Some(row) => row.sums += sums,
                    None => {
                        let (group, name) = (who.code, who.name);
                        self.customers.push(SalesRow { group, name, unit, sums });
                    }
                }
            }
        }
    }

    /// Returns the groups by revenue, the largest first.
    pub fn rows(self) -> Vec<SalesRow> {
        let mut rows = match self.group {
            BuyerGroup::Area => nameless_rows(self.areas),
            BuyerGroup::Customer => self.customers,
        };
        sort_by_revenue(&mut rows);
        rows
    }
}

fn nameless_rows(groups: BTreeMap<(String, String), SalesSums>) -> Vec<SalesRow> {
    let row = |((group, unit), sums)| SalesRow { group, name: String::new(), unit, sums };
    groups.into_iter().map(row).collect()
}

/// Sorts rows by revenue, the largest first, and those of one revenue by their group and unit.
fn sort_by_revenue(rows: &mut [SalesRow]) {
    rows.sort_unstable_by(|one, other| {
        let by_revenue = other.sums.revenue.cmp(&one.sums.revenue);
        by_revenue.then_with(|| (&one.group, &one.unit).cmp(&(&other.group, &other.unit)))
    });
}

/// Returns the Monday of the week of a day.
fn monday(day: Day) -> Day {
    day - Days::new(day.weekday().num_days_from_monday().into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Money, Quantity};

    fn sale(
        on: &str,
        product: i64,
        (quantity, revenue): (i64, i64),
        cost: Option<i64>,
    ) -> DaySales {
        let sums = SalesSums {
            quantity: Quantity::whole(quantity),
            revenue: Money::from_minor(revenue),
            cost: Money::from_minor(cost.unwrap_or_default()),
            costed: Money::from_minor(cost.map_or(0, |_| revenue)),
        };
        DaySales { on: on.parse().unwrap(), product: ProductId::new(product), sums }
    }

    fn names() -> ProductUnits {
        [(1, "rice", "kg"), (2, "oil", "L")]
            .map(|(id, name, unit)| (ProductId::new(id), (name.to_owned(), unit.to_owned())))
            .into()
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
            sales.add(sale);
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
        weeks.add(sale("2026-03-29", 1, (1, 40), None));
        weeks.add(sale("2026-03-30", 1, (1, 40), None));
        let groups: Vec<String> = weeks.rows().into_iter().map(|row| row.group).collect();
        assert_eq!(groups, ["2026-03-23", "2026-03-30"]);
        let mut products = SalesTotals::new(SalesBy::Product, SalesUnits::Apart, &names);
        products.add(sale("2026-03-29", 1, (1, 40), None));
        products.add(sale("2026-03-29", 2, (1, 90), None));
        let groups: Vec<String> = products.rows().into_iter().map(|row| row.group).collect();
        assert_eq!(groups, ["oil", "rice"]);
    }
}
