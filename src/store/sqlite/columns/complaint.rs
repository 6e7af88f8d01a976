//! The columns of complaints.

use super::super::values::StableNameText;
use super::kinds::{at_least_zero, day, filled, number, one_of, parent, reads, table, text};
use super::{Fallback, TableSpec};
use crate::domain::complaint::ComplaintStage;
use crate::domain::contact::CustomerMood;
use rusqlite::types::FromSql;

/// The complaints.
pub(super) const COMPLAINT: TableSpec = TableSpec {
    rules: &[
        ("answered_on", "(stage = 'open') = (answered_on IS NULL)"),
        ("solved_on", "(stage = 'solved' OR stage = 'closed') = (solved_on IS NOT NULL)"),
        ("closed_on", "(stage = 'closed') = (closed_on IS NOT NULL)"),
    ],
    ..table(
        "complaint",
        &[
            parent("customer_id", "customer"),
            parent("product_id", "product").optional(),
            parent("delivery_id", "delivery").optional(),
            day("day"),
            filled("kind").or(Fallback::Text("other")),
            filled("text"),
            text("owner").or(Fallback::Text("")),
            one_of("stage", reads::<StableNameText<ComplaintStage>>),
            day("promised_by").optional(),
            day("answered_on").optional(),
            day("solved_on").optional(),
            day("closed_on").optional(),
            text("cause").or(Fallback::Text("")),
            text("remedy").or(Fallback::Text("")),
            number("discount", at_least_zero).or(Fallback::Integer(0)),
            number("satisfaction", |value| {
                u8::column_result(value).is_ok_and(|mood| CustomerMood::new(mood).is_some())
            })
            .optional(),
        ],
    )
};
