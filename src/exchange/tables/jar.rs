//! Jars.
//!
//! | column | what it holds | empty |
//! |---|---|---|
//! | `id` | the notebook's number | is made |
//! | `customer` | the customer's code | never |
//! | `product` | the product's name | never |
//! | `usual` | what we bring at a time | one pack |
//! | `capacity` | what the jar holds | not known |
//! | `monthly` | what they say they use in a month | not said |
//! | `rate` | a use in a day that was set by hand | is worked out |
//! | `strategy` | `forecast`, `on-call`, or a span: `2 weeks` | `forecast` |
//! | `safety` | days to be earlier | 0 |
//! | `price` | their own price of a unit | the product's |
//! | `learn_from` | the day before which nothing is learned from any more | from the first |

use super::fields::{Fields, count};
use super::source::Parse;
use crate::domain::id::{CustomerId, JarId, ProductId};
use crate::domain::jar::{Jar, Strategy};
use crate::domain::quantity::NumberError;
use crate::domain::record::JarRecord;
use crate::domain::{Currency, Quantity, Rate};
use crate::exchange::tables::FieldError;
use crate::exchange::{Cell, Column};

pub(super) const COLUMNS: &[Column] = &[
    Column::right("id"),
    Column::left("customer"),
    Column::left("product"),
    Column::right("usual"),
    Column::right("capacity"),
    Column::right("monthly"),
    Column::right("rate"),
    Column::left("strategy"),
    Column::right("safety"),
    Column::right("price"),
    Column::left("learn_from"),
];

pub(super) const NEEDED: &[&str] = &["customer", "product"];

/// The most days that a delivery can be earlier.
const MOST_SAFETY: u16 = 365;

pub(super) fn cells(row: &JarRecord, currency: Currency) -> [Cell<'_>; 11] {
    let jar = &row.jar;
    [
        Cell::Int(jar.id.number()),
        Cell::text(&row.customer),
        Cell::text(&row.product),
        Cell::or_empty(jar.usual, Cell::Quantity),
        Cell::or_empty(jar.capacity, Cell::Quantity),
        Cell::or_empty(jar.monthly, Cell::Quantity),
        Cell::or_empty(jar.pinned, Cell::Rate),
        Cell::text(jar.strategy.to_string()),
        Cell::Int(jar.safety_days.into()),
        Cell::or_empty(jar.price, |price| Cell::Money(price, currency)),
        Cell::or_empty(jar.learn_from, Cell::Day),
    ]
}

pub(super) fn read(row: &mut Fields<'_>, parse: Parse) -> Option<JarRecord> {
    let id = row.id("id", JarId::new);
    let (customer, product) = (row.needed_text("customer"), row.needed_text("product"));
    let usual = row.value("usual", Quantity::parse_positive);
    let capacity = row.value("capacity", Quantity::parse_positive);
    let monthly = row.value("monthly", Quantity::parse_positive);
    let pinned = row.value("rate", Rate::parse_positive);
    let strategy = row.value_or("strategy", Strategy::default(), Strategy::parse);
    let safety_days = row.value_or("safety", 0, safety);
    let price = row.value("price", |text| parse.currency.parse_at_least_zero(text));
    let learn_from = row.day("learn_from");
    let jar = Jar {
        usual: usual?,
        capacity: capacity?,
        monthly: monthly?,
        pinned: pinned?,
        strategy: strategy?,
        safety_days: safety_days?,
        price: price?,
        learn_from: learn_from?,
        ..Jar::new(id?, CustomerId::new(0), ProductId::new(0))
    };
    Some(JarRecord { jar, customer: customer?, product: product? })
}

fn safety(text: &str) -> Result<u16, FieldError> {
    match count(text)? {
        days @ 0..=MOST_SAFETY => Ok(days),
        _ => Err(NumberError::TooLarge { text: text.to_owned() }.into()),
    }
}
