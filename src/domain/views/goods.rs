//! Goods as lists and forms show them.

use crate::domain::Quantity;
use crate::domain::delivery::DoorChecklist;
use crate::domain::id::ProductId;
use crate::domain::price::{Price, UnitPrices};

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
    /// The prices of a unit for the customer.
    pub prices: UnitPrices,
    /// The checklist at the door.
    pub checklist: DoorChecklist,
}

/// A price with the words for it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PriceRow {
    /// The price.
    pub price: Price,
    /// The product's name.
    pub product: String,
    /// Its unit.
    pub unit: String,
    /// The customer's code, if it is a customer's own price.
    pub code: Option<String>,
    /// The customer's name.
    pub name: Option<String>,
}
