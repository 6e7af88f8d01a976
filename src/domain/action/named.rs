//! Subjects of an action, with the names they had at the time.

use crate::domain::customer::Customer;
use crate::domain::follow_up::{FollowUp, Rule};
use crate::domain::id::CustomerId;
use crate::domain::product::Product;
use crate::domain::quantity::Quantity;

/// The customer of an action.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NamedCustomer {
    /// The identity.
    pub id: CustomerId,
    /// The code: `C102`.
    pub code: String,
    /// The name.
    pub name: String,
}

impl From<&Customer> for NamedCustomer {
    fn from(customer: &Customer) -> Self {
        Self { id: customer.id, code: customer.code.clone(), name: customer.name.clone() }
    }
}

impl NamedCustomer {
    /// Returns code and name: `C102 林阿嬷`.
    pub fn label(&self) -> String {
        format!("{} {}", self.code, self.name)
    }
}

/// The product of an action.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NamedProduct {
    /// The name.
    pub name: String,
    /// The unit of its quantities.
    pub unit: String,
}

impl From<&Product> for NamedProduct {
    fn from(product: &Product) -> Self {
        Self { name: product.name.clone(), unit: product.unit.clone() }
    }
}

/// A quantity of a product.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NamedGoods {
    /// The product.
    pub product: NamedProduct,
    /// Quantity, in the product's unit.
    pub quantity: Quantity,
}

/// Subject of a follow-up.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FollowUpSubject {
    /// The text of a follow-up made by hand.
    Text(String),
    /// The rule of the shop that made it.
    Rule(Rule),
}

impl From<&FollowUp> for FollowUpSubject {
    fn from(follow_up: &FollowUp) -> Self {
        match &follow_up.occasion {
            Some(occasion) => Self::Rule(occasion.rule),
            None => Self::Text(follow_up.text.clone()),
        }
    }
}
