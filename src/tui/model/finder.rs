//! Finding a customer or a product from typed text: a part of the name, pinyin, initials or a code.

use crate::domain::id::{CustomerId, ProductId};

/// The state of the search in a form field: the kind of record sought, and the matches found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finder {
    /// The kind of record to search for.
    pub sought: LookupKind,
    /// The matches for the typed text, best match first; empty while the user is not choosing one.
    pub found: Vec<Found>,
    /// The position in `found` of the marked match.
    pub at: usize,
    /// The match that the field holds, if one has been taken.
    pub taken: Option<Found>,
}

/// The kind of record that a [`Finder`] searches for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LookupKind {
    /// A customer.
    Customer,
    /// A product.
    Product,
}

/// A record that matches the typed text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    /// The identity of the record.
    pub which: FilterField,
    /// The name as shown: `C102 林阿嬷`, `rice`.
    pub name: String,
    /// The unit of a product; empty for a customer.
    pub unit: String,
}

/// The identity of a customer or of a product.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FilterField {
    /// A customer.
    Customer(CustomerId),
    /// A product.
    Product(ProductId),
}

impl Finder {
    /// Creates a finder without matches; `taken` is the record that the field already holds.
    pub fn new(sought: LookupKind, taken: Option<Found>) -> Self {
        Self { sought, found: Vec::new(), at: 0, taken }
    }

    /// Returns the customer that the field holds, if it holds one.
    pub fn customer(&self) -> Option<CustomerId> {
        match self.taken.as_ref()?.which {
            FilterField::Customer(customer) => Some(customer),
            FilterField::Product(_) => None,
        }
    }

    /// Returns the product that the field holds, if it holds one.
    pub fn product(&self) -> Option<ProductId> {
        match self.taken.as_ref()?.which {
            FilterField::Product(product) => Some(product),
            FilterField::Customer(_) => None,
        }
    }

    /// Moves the mark by `by` matches, stopping at the first and the last one.
    pub fn step(&mut self, by: isize) {
        let last = self.found.len().saturating_sub(1);
        self.at = self.at.saturating_add_signed(by).min(last);
    }
}
