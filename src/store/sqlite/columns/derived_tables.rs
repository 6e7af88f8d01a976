//! The tables that follow from the others, column by column.

use super::super::values::StableNameText;
use super::super::{derived, learning};
use super::kinds::{
    column, day, derived, filled, is_count, is_flag, is_integer, is_row_number, number, one_of,
    parent, reads, real, text, weight,
};
use super::{ColumnSpec, Fallback, TableSpec};
use crate::domain::damage::Expected;
use crate::domain::forecast::RateSource;
use crate::domain::forecast::learn::SaidBy;
use crate::domain::forecast::prior::{HouseholdSize, Observed};
use rusqlite::types::ValueRef;

/// The tables that follow from the others; a rescue makes them anew.
pub(in super::super) const DERIVED: &[TableSpec] = &[
    derived("search", "customer_id", &[text("code_key"), text("words")]),
    derived("phone", "customer_id", &[filled("number")]),
    derived("stock", "product_id", &[number("on_hand", is_integer)]),
    derived(
        "sales_day",
        "id",
        &[
            parent("product_id", "product"),
            day("day"),
            number("quantity", is_integer),
            number("revenue", is_integer),
            number("cost", is_integer),
            number("costed", is_integer),
        ],
    ),
    derived(
        "standing",
        "customer_id",
        &[
            number("balance", is_integer),
            column("open", Expected::Numbers, |value| {
                value.as_str().is_ok_and(|text| derived::open_debts(text).is_ok())
            }),
            day("oldest_due").optional(),
            day("last_delivery").optional(),
            day("last_contact").optional(),
            day("next_empty").optional(),
            number("settled_times", is_count).or(Fallback::Integer(0)),
            number("settled_on_time", is_count).or(Fallback::Integer(0)),
            number("settled_late_days", is_count).or(Fallback::Integer(0)),
            day("first_entry").optional(),
        ],
    ),
    derived("promise_met", "follow_up_id", &[number("customer_id", is_row_number), day("met_on")]),
    derived("forecast", "jar_id", FORECAST),
    derived("taught", "jar_id", TAUGHT),
    derived(
        "prior",
        "product_id",
        &[
            real("price").optional(),
            real("centre"),
            column("means", Expected::Numbers, |value| {
                value.as_str().is_ok_and(|text| learning::means(text).is_ok())
            }),
            real("elasticity"),
            real("buyers"),
            weight("within_jar"),
            weight("within_seen"),
            weight("between_jars"),
            weight("jars"),
            weight("level_variance"),
        ],
    ),
    derived(
        "learning",
        "id",
        &[
            day("fitted_on").optional(),
            number("lots", is_row_number),
            column("errors", Expected::Numbers, are_errors),
            column("counting", Expected::Numbers, are_errors),
            number("refreshed", is_row_number).optional(),
        ],
    ),
];

fn are_errors(value: ValueRef<'_>) -> bool {
    value.as_str().is_ok_and(|text| learning::errors(text).is_ok())
}

const FORECAST: &[ColumnSpec] = &[
    parent("customer_id", "customer"),
    day("anchor"),
    number("level", is_integer),
    number("seen", is_flag),
    weight("rate"),
    one_of("source", reads::<StableNameText<RateSource>>),
    number("intervals", is_count),
    day("earliest"),
    day("low"),
    day("likely"),
    day("high"),
    day("safe"),
    day("latest").optional(),
    day("change_since").optional(),
    number("change_intervals", is_count).optional(),
    weight("change_before").optional(),
    weight("change_after").optional(),
    day("skipped_until").optional(),
    text("skip_reason").optional(),
    weight("level_sd").or(Fallback::Integer(0)),
    weight("rate_spread").or(Fallback::Integer(0)),
    weight("calculated").optional(),
];

const TAUGHT: &[ColumnSpec] = &[
    one_of("people", reads::<StableNameText<HouseholdSize>>),
    one_of("looked", reads::<StableNameText<Observed>>),
    day("since"),
    weight("size"),
    real("price").optional(),
    weight("all_weight"),
    real("all_y"),
    real("all_l"),
    real("all_yy"),
    real("all_yl"),
    real("all_ll"),
    weight("recent_weight"),
    real("recent_y"),
    real("recent_l"),
    real("recent_yy"),
    real("recent_yl"),
    real("recent_ll"),
    weight("last_weight"),
    real("last_y"),
    real("last_l"),
    weight("said").optional(),
    one_of("said_by", reads::<StableNameText<SaidBy>>).optional(),
];
