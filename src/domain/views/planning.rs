//! Slim rows for planning and forecasting, which read many of them.

use crate::domain::day::Weekdays;
use crate::domain::id::{CustomerId, DeliveryId, JarId, ProductId};
use crate::domain::jar::ReadingKind;
use crate::domain::payday::Payday;
use crate::domain::urgency::JarDays;
use crate::domain::{Day, Money, Quantity};

/// A jar of which nothing is promised, as a plan looks at it.
#[derive(Clone, PartialEq, Debug)]
pub struct JarToPlan {
    /// Which jar.
    pub jar: JarId,
    /// The customer.
    pub customer: CustomerId,
    /// Where they live.
    pub area: String,
    /// The first day on which there is room.
    pub earliest: Day,
    /// The window's end, on a day on which we deliver.
    pub latest: Day,
    /// The likely empty day.
    pub likely: Day,
    /// Weekdays on which the customer takes deliveries; empty is any.
    pub weekdays: Weekdays,
    /// Kilograms per usual delivery.
    pub load: Quantity,
    /// When they are paid, if they owe anything.
    pub payday: Option<Payday>,
}

impl JarToPlan {
    /// The days from which the state of its stop follows.
    pub fn days(&self) -> JarDays {
        JarDays { latest: Some(self.latest), likely: self.likely }
    }
}

/// A reading of a jar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct JarReading {
    /// When.
    pub on: Day,
    /// Level, before any delivery of the day.
    pub level: Quantity,
    /// How it was found.
    pub kind: ReadingKind,
}

/// A delivery to a jar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct JarDelivery {
    /// When.
    pub on: Day,
    /// Quantity.
    pub quantity: Quantity,
    /// For how much a unit.
    pub price: Money,
    /// True if it was planned while the jar was safe.
    pub early: bool,
}

/// A jar as it will ask for goods.
#[derive(Clone, PartialEq, Debug)]
pub struct PurchaseDemand {
    /// Of what.
    pub product: ProductId,
    /// The day on which its level was known or estimated last.
    pub anchor: Day,
    /// The early empty day (one in ten).
    pub low: Day,
    /// The likely empty day.
    pub likely: Day,
    /// The late empty day (nine in ten).
    pub high: Day,
    /// When it will be filled: the window's end, or the likely empty day of one that is filled when they
    /// call.
    pub next: Day,
    /// The day of an open delivery that brings it something.
    pub promised: Option<Day>,
    /// Usual quantity.
    pub usual: Quantity,
    /// Units a day.
    pub rate: f64,
}

/// A line of a delivery that is promised, as a plan looks at it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PromisedLine {
    /// Of which delivery.
    pub delivery: DeliveryId,
    /// Where it goes.
    pub area: String,
    /// For which day.
    pub day: Day,
    /// Weight in kilograms.
    pub load: Quantity,
}
