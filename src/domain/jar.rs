//! A jar: one customer's supply at home of one product, and what was seen in it.

mod level;
mod state;

use super::day::{Day, DayError, Span};
use super::field::{QuantityRange, ValueKind, access, apply_patch, record_fields};
use super::id::{CustomerId, DeliveryId, JarId, ProductId, ReadingId};
use super::money::Money;
use super::quantity::{Quantity, Rate};
use super::stable_name::{StableName, keys};
use std::fmt;

pub use level::{JarShare, Level};
pub use state::{JarState, JarVisit};

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
        apply_patch::<JarField>(self, patch);
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

/// A field of [`Jar`] that people and files can set; how to add one is in the documentation of the crate.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs, reason = "each is the field of Jar with the same name")]
pub enum JarField {
    Usual,
    Capacity,
    Monthly,
    Pinned,
    Strategy,
    SafetyDays,
    Price,
    LearnFrom,
}

// In the order of the columns of an export.
keys!(JarField {
    Usual = "usual",
    Capacity = "capacity",
    Monthly = "monthly",
    Pinned = "pinned",
    Strategy = "strategy",
    SafetyDays = "safety_days",
    Price = "price",
    LearnFrom = "learn_from",
});

record_fields!(JarField: Jar, JarPatch);

impl JarField {
    /// Returns the kind of its value, with access to it.
    pub const fn kind(self) -> ValueKind<Jar, JarPatch> {
        match self {
            Self::Usual => ValueKind::Quantity(QuantityRange::Positive, access!(usual)),
            Self::Capacity => ValueKind::Quantity(QuantityRange::Positive, access!(capacity)),
            Self::Monthly => ValueKind::Quantity(QuantityRange::Positive, access!(monthly)),
            Self::Pinned => ValueKind::Rate(access!(pinned)),
            Self::Strategy => ValueKind::Strategy(access!(strategy)),
            Self::SafetyDays => ValueKind::Days(access!(safety_days)),
            Self::Price => ValueKind::Money(access!(price)),
            Self::LearnFrom => ValueKind::Day(access!(learn_from)),
        }
    }

    /// Returns the column of the database that holds it.
    pub const fn column(self) -> &'static str {
        self.name()
    }

    /// Returns its column in an exported or imported file.
    pub fn file_column(self) -> &'static str {
        match self {
            Self::Pinned => "rate",
            Self::SafetyDays => "safety",
            _ => self.key(),
        }
    }
}

/// Kind of a reading, from which the error of its level follows.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum ReadingKind {
    /// Weighed or counted.
    #[default]
    Seen,
    /// Stated as a share.
    Rough,
    /// There was at least so much.
    Enough,
}

keys!(ReadingKind { Seen = "seen", Rough = "rough", Enough = "enough" });

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
    /// Kind of the reading; of [`ReadingKind::Enough`] the level is a lower bound.
    pub kind: ReadingKind,
    /// The delivery at which the level was seen; `None` if the customer was asked or reported it.
    pub delivery: Option<DeliveryId>,
}
