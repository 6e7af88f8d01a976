//! The first steps of a new shop: what it needs before the program can say when a jar runs out.

/// A step of a new shop, in the order in which they are taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FirstStep {
    /// The shop has a name of its own and its currency.
    Name,
    /// There is a product.
    Products,
    /// There is a customer.
    Customers,
    /// A customer has a jar.
    Jars,
    /// Somebody has looked into a jar.
    Readings,
}

impl FirstStep {
    /// Every step.
    pub const ALL: [Self; 5] =
        [Self::Name, Self::Products, Self::Customers, Self::Jars, Self::Readings];
}

/// The steps that a shop has not taken yet. They follow from what is recorded and are stored nowhere.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FirstSteps {
    /// The steps that are left, in their order.
    pub open: Vec<FirstStep>,
}

impl FirstSteps {
    /// Returns whether a step has been taken.
    pub fn is_taken(&self, step: FirstStep) -> bool {
        !self.open.contains(&step)
    }

    /// Returns whether every step has been taken.
    pub fn are_taken(&self) -> bool {
        self.open.is_empty()
    }
}
