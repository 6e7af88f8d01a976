//! Details of a line of the journal that stands for several actions, or that an older version wrote.

use super::{ActionKind, NamedProduct};
use crate::domain::day::Day;
use crate::domain::follow_up::Rule;
use crate::domain::id::CustomerId;
use crate::domain::money::Money;
use crate::domain::quantity::Quantity;

/// Several actions as one line of the journal.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Batch {
    /// Their kind, if all are of one.
    pub kind: Option<ActionKind>,
    /// Their customer, if all are about one.
    pub customer: Option<CustomerId>,
    /// Number of items.
    pub count: u32,
    /// Subjects of the first few items.
    pub subjects: Vec<String>,
    /// The sum of their amounts, if all are of one kind and have amounts.
    pub amount: Option<Money>,
}

/// The columns of an action that was recorded as free text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LegacyDetail {
    /// The kind.
    pub kind: ActionKind,
    /// The customer.
    pub customer: Option<CustomerId>,
    /// Subject: `C102 林阿嬷`, a product, a rule of the shop, a table, or the kind of a batch.
    pub subject: String,
    /// A reason, a method, a list of goods or anything else that the sentence adds.
    pub text: String,
    /// The rule of a follow-up that a rule had made.
    pub rule: Option<Rule>,
    /// The product of a jar.
    pub product: Option<NamedProduct>,
    /// Amount of money.
    pub amount: Option<Money>,
    /// Quantity of a product.
    pub quantity: Option<Quantity>,
    /// On or to which day.
    pub day: Option<Day>,
    /// Count.
    pub count: Option<u32>,
}
