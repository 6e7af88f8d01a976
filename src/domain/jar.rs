//! A jar: one customer's supply at home of one product, and what was seen in it.

use super::day::{Day, DayError, Span};
use super::id::{CustomerId, DeliveryId, JarId, ProductId, ReadingId};
use super::money::Money;
use super::quantity::{Quantity, Rate};
use std::fmt;

/// How the day of the next delivery is found.
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
    /// Whose.
    pub customer: CustomerId,
    /// Of what.
    pub product: ProductId,
    /// What we bring at a time; `None` is one pack.
    pub usual: Option<Quantity>,
    /// What the jar holds.
    pub capacity: Option<Quantity>,
    /// What they say they use in a month.
    pub monthly: Option<Quantity>,
    /// A use in a day that was set by hand, whatever is learned.
    pub pinned: Option<Rate>,
    /// How the next delivery is found.
    pub strategy: Strategy,
    /// Days to be earlier than the service level asks.
    pub safety_days: u16,
    /// Their own price for a unit.
    pub price: Option<Money>,
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
    }
}

/// What was typed of a jar: every field that is `Some` is put in, the others stay.
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
}

/// What was seen in a jar, as people say it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Level {
    /// Tenths of the jar: 0 is empty, 10 is full.
    Tenths(u8),
    /// Weighed or counted.
    Quantity(Quantity),
}

impl Level {
    /// The quantity it means in a jar that holds `capacity`; tenths of an unknown jar mean nothing.
    pub fn in_jar(self, capacity: Option<Quantity>) -> Option<Quantity> {
        match (self, capacity) {
            (Self::Tenths(0), _) => Some(Quantity::ZERO),
            (Self::Tenths(n), Some(capacity)) => Some(capacity.tenths_of(n)),
            (Self::Tenths(_), None) => None,
            (Self::Quantity(quantity), _) => Some(quantity),
        }
    }
}

/// What was seen in a jar on a day, before anything was put in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reading {
    /// Given by the store.
    pub id: ReadingId,
    /// Of which jar.
    pub jar: JarId,
    /// When.
    pub on: Day,
    /// How much was in it.
    pub level: Quantity,
    /// The delivery at which it was seen; `None` if it was asked for or told.
    pub delivery: Option<DeliveryId>,
}
