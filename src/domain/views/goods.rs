//! Goods as lists and forms show them.

use crate::domain::delivery::DoorChecklist;
use crate::domain::id::ProductId;
use crate::domain::{Money, Quantity};

/// An amount of a product with the words for it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Goods {
    /// The product.
    pub product: ProductId,
    /// Its name.
    pub name: String,
    /// Its unit.
    pub unit: String,
    /// Quantity.
    pub quantity: Quantity,
    /// The price of a unit that is agreed with the customer, or else the price of the product.
    pub price: Money,
    /// The checklist at the door.
    pub checklist: DoorChecklist,
    /// The kind of returnable container in which each unit comes; empty if it comes in none.
    pub container: String,
}
