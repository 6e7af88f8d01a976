//! Changes of the rates of use, and jars that were found empty.
//!
//! Rates:
//!
//! | column | what it holds | empty |
//! |---|---|---|
//! | `day` | the day of the reading or delivery that showed it | never |
//! | `customer` | the customer's code | never |
//! | `product` | the product's name | never |
//! | `before` | units a day before | never |
//! | `calculated` | what the intervals came to | never |
//! | `applied` | what was applied | never |
//! | `by` | who recorded it | nobody was named |

use crate::domain::record::{RateChangeRecord, RunOutRecord};
use crate::domain::stable_name::StableName;
use crate::exchange::{Cell, Column};

pub(super) const RATES: &[Column] = &[
    Column::left("day"),
    Column::left("customer"),
    Column::left("product"),
    Column::right("before"),
    Column::right("calculated"),
    Column::right("applied"),
    Column::left("by"),
];

/// The columns of jars that were found empty: the day on which it was seen, whose and of what, for how many
/// days since the likely one, and why (`late`: after the last safe day; `used-more`: before it).
pub(super) const RUN_OUTS: &[Column] = &[
    Column::left("day"),
    Column::left("customer"),
    Column::left("product"),
    Column::right("days_empty"),
    Column::left("reason"),
];

pub(super) fn rate(row: &RateChangeRecord) -> [Cell<'_>; 7] {
    [
        Cell::Day(row.on),
        Cell::text(&row.customer),
        Cell::text(&row.product),
        Cell::Rate(row.before),
        Cell::Rate(row.calculated),
        Cell::Rate(row.applied),
        Cell::text(&row.by),
    ]
}

pub(super) fn run_out(row: &RunOutRecord) -> [Cell<'_>; 5] {
    [
        Cell::Day(row.on),
        Cell::text(&row.customer),
        Cell::text(&row.product),
        Cell::Int(row.days_empty.into()),
        Cell::name("run-out", row.reason.key()),
    ]
}
