//! The columns of the forecasts and of what they are learned from.

use super::super::values::StableNameText;
use super::kinds::{
    day, is_count, is_flag, is_integer, number, one_of, parent, reads, real, text, weight,
};
use super::{ColumnSpec, Fallback};
use crate::domain::forecast::RateSource;
use crate::domain::forecast::learn::SaidBy;
use crate::domain::forecast::prior::{HouseholdSize, Observed};

/// The columns of a forecast, but for its identity.
pub(super) const FORECAST: &[ColumnSpec] = &[
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

/// The columns of what a jar has taught, but for its identity.
pub(super) const TAUGHT: &[ColumnSpec] = &[
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
