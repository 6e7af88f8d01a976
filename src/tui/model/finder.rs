//! Finding a customer or a product by what is typed: a part of the name, pinyin, initials, a code.

use crate::domain::id::{CustomerId, ProductId};

/// What is looked for in a field, and what was found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finder {
    /// What is looked for.
    pub sought: LookupKind,
    /// What was found for what is typed, the best first; empty while nothing is being chosen.
    pub found: Vec<Found>,
    /// The one that the next key would take.
    pub at: usize,
    /// The one that was taken.
    pub taken: Option<Found>,
}

/// What is looked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LookupKind {
    /// A customer.
    Customer,
    /// A product.
    Product,
}

/// Something that was found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    /// Which.
    pub which: FilterField,
    /// Its name: `C102 林阿嬷`, `rice`.
    pub name: String,
}

/// A customer or a product.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FilterField {
    /// A customer.
    Customer(CustomerId),
    /// A product.
    Product(ProductId),
}

impl Finder {
    /// Looks for something; `taken` is what stands in the field already.
    pub fn new(sought: LookupKind, taken: Option<Found>) -> Self {
        Self { sought, found: Vec::new(), at: 0, taken }
    }

    /// The customer that was taken.
    pub fn customer(&self) -> Option<CustomerId> {
        match self.taken.as_ref()?.which {
            FilterField::Customer(customer) => Some(customer),
            FilterField::Product(_) => None,
        }
    }

    /// The product that was taken.
    pub fn product(&self) -> Option<ProductId> {
        match self.taken.as_ref()?.which {
            FilterField::Product(product) => Some(product),
            FilterField::Customer(_) => None,
        }
    }

    /// Takes a step in what was found.
    pub fn step(&mut self, by: isize) {
        let last = self.found.len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
    }
}
