//! Goods as lists and forms show them.

use crate::domain::Money;
use crate::domain::Quantity;
use crate::domain::delivery::DoorChecklist;
use crate::domain::id::ProductId;
use crate::domain::jar::JarState;
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
    /// Number of the customer's prepaid tickets that can be used for it on the day.
    pub tickets: u32,
    /// The checklist at the door.
    pub checklist: DoorChecklist,
    /// The kind of returnable container in which each unit comes; empty if it comes in none.
    pub container: String,
}

impl Goods {
    /// Returns the number of tickets that are used for a delivered quantity unless another one is said: one for
    /// each whole unit, as far as there are tickets.
    pub fn usual_tickets(&self, delivered: Quantity) -> u32 {
        let units = u32::try_from(delivered.thousandths() / 1000).unwrap_or(0);
        units.min(self.tickets)
    }
}

/// One line of a delivery with the words for it.
#[derive(Clone, PartialEq, Debug)]
pub struct DeliveryGoods {
    /// Planned quantity.
    pub goods: Goods,
    /// Delivered quantity.
    pub delivered: Option<Quantity>,
    /// The price of a unit.
    pub price: Option<Money>,
    /// Number of prepaid tickets that paid for it.
    pub tickets_used: u32,
    /// The jar it goes into.
    pub jar: Option<JarState>,
}

impl DeliveryGoods {
    /// Returns the amount charged for what tickets did not pay for; `None` until it is delivered.
    pub fn charged(&self) -> Option<Money> {
        let paid_for = Quantity::whole(self.tickets_used.into());
        Some((self.delivered? - paid_for).times(self.price?))
    }
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
