//! Rows that a transaction has changed and others follow from.

use super::Tx;
use crate::domain::id::{CustomerId, ProductId};
use bitflags::bitflags;
use std::collections::{BTreeMap, BTreeSet};

/// The customers and products whose derived rows are out of date, and have to be computed again
/// before the transaction ends.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Dirty {
    /// Customers of whose derived rows these may have changed.
    pub customers: BTreeMap<CustomerId, CustomerPart>,
    /// Products that may be used up at another rate.
    pub products: BTreeSet<ProductId>,
    /// The derived columns of every row that may have changed: a rule of the shop did.
    pub parts: BTreeSet<DerivedPart>,
}

bitflags! {
    /// The derived rows of a customer, by what they follow from.
    #[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
    pub struct CustomerPart: u8 {
        /// The search text: follows from the customer alone.
        const SEARCH = 1;
        /// The forecasts of the jars: follow from the household, deliveries, readings and skips.
        const JARS = 1 << 1;
        /// The balance with its due days, the promises, and the days of the last visits.
        const ACCOUNT = 1 << 2;
    }
}

/// The derived columns that follow from one rule of the shop, in the rows of every customer.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum DerivedPart {
    /// The days on which debts fall due.
    DueDays,
    /// The last days on which jars are safe, and with them the ends of their windows.
    SafeDays,
    /// The ends of the delivery windows.
    Windows,
}

impl Tx<'_> {
    /// Returns what was changed in this transaction and not refreshed yet, and clears it.
    pub fn take_dirty(&self) -> Dirty {
        self.touched.take()
    }

    /// Returns the customers whose rows were changed in this transaction and not refreshed yet.
    pub fn changed_customers(&self) -> Vec<CustomerId> {
        self.touched.borrow().customers.keys().copied().collect()
    }

    pub(super) fn mark_customer_dirty(&self, customer: CustomerId, parts: CustomerPart) {
        *self.touched.borrow_mut().customers.entry(customer).or_default() |= parts;
    }

    pub(super) fn mark_product_dirty(&self, product: ProductId) {
        self.touched.borrow_mut().products.insert(product);
    }

    pub(super) fn mark_parts_dirty(&self, parts: impl IntoIterator<Item = DerivedPart>) {
        self.touched.borrow_mut().parts.extend(parts);
    }
}
