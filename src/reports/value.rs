//! Customer value: of each customer, and of groups of customers.

use crate::domain::Money;
use crate::domain::day::Day;
use crate::domain::lifetime_value::{
    ExpectedValue, MoneyOf, PurchaseRecord, RfmScore, ValueModel, whole,
};
use crate::domain::stable_name::keys;
use crate::domain::views::CustomerLabel;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The grouping of values.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ValueBy {
    /// Customers.
    #[default]
    Customer,
    /// Areas of the customers.
    Area,
    /// Products that they take.
    Product,
    /// Tags of the customers.
    Tag,
    /// Customers who referred them.
    Referrer,
}

keys!(ValueBy {
    Customer = "customer",
    Area = "area",
    Product = "product",
    Tag = "tag",
    Referrer = "referrer",
});

/// The value of one customer.
#[derive(Clone, PartialEq, Debug)]
pub struct ValueRow {
    /// The customer.
    pub who: CustomerLabel,
    /// Their purchases.
    pub record: PurchaseRecord,
    /// Their expected purchases.
    pub expected: ExpectedValue,
    /// Their RFM quintiles.
    pub rfm: RfmScore,
}

impl ValueRow {
    /// Returns an amount of revenue as the money asked for; `None` if that is the margin, and no cost is known.
    pub fn money(&self, of: MoneyOf, revenue: f64) -> Option<f64> {
        share(of, &self.record).map(|share| revenue * share)
    }
}

/// The values of all customers who bought and have not left, the most expected money first.
#[derive(Clone, PartialEq, Debug)]
pub struct ValueReport {
    /// The day on which the purchases end.
    pub day: Day,
    /// The weeks of the expected purchases.
    pub weeks: u32,
    /// The models, fitted to all purchases.
    pub model: ValueModel,
    /// The customers.
    pub rows: Vec<ValueRow>,
}

impl ValueReport {
    /// Sorts the customers by the money that is expected of them.
    pub fn sort(&mut self, of: MoneyOf) {
        self.rows.sort_by_key(|row| {
            let money = row.money(of, row.expected.money);
            (Reverse(money.map(whole)), row.who.id)
        });
    }
}

/// The name of a group of customers.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct ValueGroupName {
    /// The area, the product, the tag, or the referrer's code; empty for customers without one.
    pub group: String,
    /// The name of the referrer; empty for any other group.
    pub name: String,
}

/// The values of a group of customers in sums.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct GroupValue {
    /// Number of customers.
    pub customers: u32,
    /// Number of purchases.
    pub purchases: u32,
    /// The money; `None` if margins are asked for, and no cost is known.
    pub money: Option<GroupMoney>,
}

/// The money of a group of customers, of those of whom it is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct GroupMoney {
    /// Number of these customers.
    pub customers: u32,
    /// The money of the purchases so far.
    pub spent: Money,
    /// The money expected in the weeks of the report.
    pub expected: Money,
    /// The discounted money of the next twelve months.
    pub discounted: Money,
}

impl GroupMoney {
    /// Returns the discounted money of one customer of the group: acquiring another one may cost as much.
    pub fn per_customer(&self) -> Money {
        Money::from_minor(self.discounted.minor() / i64::from(self.customers.max(1)))
    }
}

/// The sums of all groups.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct GroupValues(BTreeMap<ValueGroupName, GroupValue>);

impl GroupValues {
    /// Adds a customer to a group, with the part of their purchases that counts for it. The money to come is
    /// expected in the same parts as the revenue so far.
    pub fn add(
        &mut self,
        group: ValueGroupName,
        of: MoneyOf,
        row: &ValueRow,
        part: &PurchaseRecord,
    ) {
        let sums = self.0.entry(group).or_default();
        sums.customers += 1;
        sums.purchases += part.purchases;
        let Some(share) = share(of, part) else { return };
        let revenue = part.total.revenue.minor() as f64;
        let all = row.record.total.revenue.minor() as f64;
        let share_to_come = if all > 0.0 { revenue / all * share } else { share };
        let money = sums.money.get_or_insert_default();
        money.customers += 1;
        money.spent += whole(revenue * share);
        money.expected += whole(row.expected.money * share_to_come);
        money.discounted += whole(row.expected.discounted * share_to_come);
    }

    /// Returns the groups, the most expected money first.
    pub fn rows(self) -> Vec<(ValueGroupName, GroupValue)> {
        let mut rows: Vec<_> = self.0.into_iter().collect();
        rows.sort_by_key(|(_, sums)| Reverse(sums.money.map(|money| money.expected)));
        rows
    }
}

/// Returns the part of the revenue that is the money asked for.
fn share(of: MoneyOf, record: &PurchaseRecord) -> Option<f64> {
    match of {
        MoneyOf::Revenue => Some(1.0),
        MoneyOf::Margin => record.margin_share(),
    }
}
