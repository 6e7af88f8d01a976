//! A jar: one customer's supply at home of one product, and what was seen in it.

mod level;

use super::day::{Day, DayError, Span};
use super::id::{CustomerId, DeliveryId, JarId, ProductId, ReadingId};
use super::money::Money;
use super::quantity::{Quantity, Rate};
use std::fmt;

pub use level::{JarShare, Level};

/// Strategy that schedules the next delivery.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Strategy {
    /// Before it runs out.
    #[default]
    Forecast,
    /// So long after the last delivery.
    Every(Span),
    /// Only when they ask.
    OnCall,
}

impl Strategy {
    /// The strategy that a text names: `forecast`, `on-call`, or a span such as `2 weeks`.
    ///
    /// # Errors
    /// If it is none of these.
    pub fn parse(text: &str) -> Result<Self, DayError> {
        match text.trim() {
            "forecast" => Ok(Self::Forecast),
            "on-call" => Ok(Self::OnCall),
            span => Span::parse(span).map(Self::Every),
        }
    }
}

impl fmt::Display for Strategy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Forecast => f.write_str("forecast"),
            Self::OnCall => f.write_str("on-call"),
            Self::Every(span) => span.fmt(f),
        }
    }
}

/// One jar and what was agreed about it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Jar {
    /// Given by the store.
    pub id: JarId,
    /// The customer.
    pub customer: CustomerId,
    /// Of what.
    pub product: ProductId,
    /// Usual quantity of a delivery; `None` is one pack.
    pub usual: Option<Quantity>,
    /// Capacity.
    pub capacity: Option<Quantity>,
    /// Monthly use as they state it.
    pub monthly: Option<Quantity>,
    /// A use in a day that was set by hand, whatever is learned.
    pub pinned: Option<Rate>,
    /// Strategy of the next delivery.
    pub strategy: Strategy,
    /// Days to be earlier than the service level asks.
    pub safety_days: u16,
    /// Their own price for a unit.
    pub price: Option<Money>,
    /// First day to learn from: set when a change of use was accepted.
    pub learn_from: Option<Day>,
}

impl Jar {
    /// A jar about which nothing was agreed yet.
    pub fn new(id: JarId, customer: CustomerId, product: ProductId) -> Self {
        Self {
            id,
            customer,
            product,
            usual: None,
            capacity: None,
            monthly: None,
            pinned: None,
            strategy: Strategy::default(),
            safety_days: 0,
            price: None,
            learn_from: None,
        }
    }

    /// Puts in what was typed.
    pub fn apply(&mut self, patch: JarPatch) {
        fn put<T>(field: &mut T, typed: Option<T>) {
            if let Some(value) = typed {
                *field = value;
            }
        }
        put(&mut self.usual, patch.usual);
        put(&mut self.capacity, patch.capacity);
        put(&mut self.monthly, patch.monthly);
        put(&mut self.pinned, patch.pinned);
        put(&mut self.strategy, patch.strategy);
        put(&mut self.safety_days, patch.safety_days);
        put(&mut self.price, patch.price);
        put(&mut self.learn_from, patch.learn_from);
    }
}

/// Changes to a jar: fields that are `Some` are set, the others stay.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[allow(missing_docs, reason = "each field is the field of Jar with the same name")]
pub struct JarPatch {
    pub usual: Option<Option<Quantity>>,
    pub capacity: Option<Option<Quantity>>,
    pub monthly: Option<Option<Quantity>>,
    pub pinned: Option<Option<Rate>>,
    pub strategy: Option<Strategy>,
    pub safety_days: Option<u16>,
    pub price: Option<Option<Money>>,
    pub learn_from: Option<Option<Day>>,
}

/// Level of a jar on a day, before any delivery.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reading {
    /// Given by the store.
    pub id: ReadingId,
    /// Of which jar.
    pub jar: JarId,
    /// When.
    pub on: Day,
    /// Level.
    pub level: Quantity,
    /// The delivery at which the level was seen; `None` if the customer was asked or reported it.
    pub delivery: Option<DeliveryId>,
}
