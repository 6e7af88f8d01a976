//! A jar: one customer's supply at home of one product, and what was seen in it.

use super::day::{Day, DayError, Span};
use super::id::{CustomerId, DeliveryId, JarId, ProductId, ReadingId};
use super::money::Money;
use super::quantity::{NumberError, Quantity, Rate, half_width};
use super::stable_name::keys;
use std::fmt;

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

/// Level of a jar as people state it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Level {
    /// Tenths of the jar: 0 is empty, 10 is full.
    Tenths(u8),
    /// Weighed or counted.
    Quantity(Quantity),
    /// There is still plenty: goods were refused, or would not fit.
    Enough,
}

/// How a level was found, which says how surely it is known.
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

/// The words for [`Level::Enough`], in both languages.
const ENOUGH: [&str; 4] = ["enough", "still enough", "还够", "还有很多"];

impl Level {
    /// Reads `0` (empty), `3` or `3/10` (tenths), `4.5`, `15` or `3kg` (a quantity); a unit has to be
    /// one of `units`.
    ///
    /// # Errors
    /// If it is no level, or its unit is another.
    pub fn parse(text: &str, units: &[&str]) -> Result<Self, NumberError> {
        // A wide `３` has to mean what a narrow one does: tenths, not a quantity.
        let narrow = half_width(text);
        let text = narrow.as_deref().unwrap_or(text).trim();
        if ENOUGH.iter().any(|word| text.eq_ignore_ascii_case(word)) {
            return Ok(Self::Enough);
        }
        if let Some(tenths) = text.strip_suffix("/10") {
            return match tenths.trim().parse() {
                Ok(tenths @ 0..=10) => Ok(Self::Tenths(tenths)),
                _ => Err(NumberError::NotANumber { text: text.to_owned() }),
            };
        }
        if let &[tenths @ b'0'..=b'9'] = text.as_bytes() {
            return Ok(Self::Tenths(tenths - b'0'));
        }
        let number = units.iter().find_map(|unit| text.strip_suffix(*unit)).unwrap_or(text);
        Quantity::parse_at_least_zero(number).map(Self::Quantity).map_err(|error| match error {
            NumberError::NotANumber { .. } => NumberError::NotANumber { text: text.to_owned() },
            other => other,
        })
    }

    /// How a level that is stated so was found.
    pub fn kind(self) -> ReadingKind {
        match self {
            Self::Tenths(0) | Self::Quantity(_) => ReadingKind::Seen,
            Self::Tenths(_) => ReadingKind::Rough,
            Self::Enough => ReadingKind::Enough,
        }
    }

    /// The quantity it means in a jar that holds `capacity` and into which `usual` is brought at a time;
    /// tenths of an unknown jar mean nothing.
    pub fn in_jar(self, capacity: Option<Quantity>, usual: Option<Quantity>) -> Option<Quantity> {
        match (self, capacity) {
            // What was carried would not fit; of a jar of unknown size, two deliveries do.
            (Self::Enough, Some(capacity)) => {
                Some((capacity - usual.unwrap_or(Quantity::ZERO)).max(Quantity::ZERO))
            }
            (Self::Enough, None) => usual,
            (Self::Tenths(0), _) => Some(Quantity::ZERO),
            (Self::Tenths(n), Some(capacity)) => Some(capacity.tenths_of(n)),
            (Self::Tenths(_), None) => None,
            (Self::Quantity(quantity), _) => Some(quantity),
        }
    }
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
    /// How it was found; of [`ReadingKind::Enough`] the level is the least that there was.
    pub kind: ReadingKind,
    /// The delivery at which the level was seen; `None` if the customer was asked or reported it.
    pub delivery: Option<DeliveryId>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_is_tenths_or_a_quantity_or_still_enough() {
        let read = |text: &str| Level::parse(text, &["kg", "斤"]);
        // B5
        assert_eq!((read("Enough"), read("还够")), (Ok(Level::Enough), Ok(Level::Enough)));
        let (jar, lot) = (Some(Quantity::whole(20)), Some(Quantity::whole(15)));
        assert_eq!(Level::Enough.in_jar(jar, lot), Some(Quantity::whole(5)));
        assert_eq!(Level::Enough.in_jar(None, lot), lot);
        assert_eq!(read("0"), Ok(Level::Tenths(0)));
        assert_eq!((read("3"), read("3/10")), (Ok(Level::Tenths(3)), Ok(Level::Tenths(3))));
        let three = Ok(Level::Quantity(Quantity::whole(3)));
        assert_eq!((read("3.0"), read("3kg"), read("3 斤")), (three.clone(), three.clone(), three));
        assert_eq!(read("15"), Ok(Level::Quantity(Quantity::whole(15))));
        let no_number = |text: &str| Err(NumberError::NotANumber { text: text.to_owned() });
        for bad in ["3g", "11/10", "", "half", "3/4"] {
            let expected = if bad.is_empty() { Err(NumberError::Empty) } else { no_number(bad) };
            assert_eq!(read(bad), expected, "{bad}");
        }
        assert!(matches!(read("-1.5"), Err(NumberError::Negative { .. })));
        assert_eq!(
            (read("３"), read("３／１０"), read("４。５ 斤")),
            (read("3"), read("3"), read("4.5"))
        );
    }
}
