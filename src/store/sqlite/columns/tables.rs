//! Every table of the newest format, column by column.

use super::super::action_payload;
use super::super::values::StableNameText;
use super::complaint::COMPLAINT;
use super::kinds::{
    at_least_zero, column, computed, day, filled, is_count, is_flag, is_integer, is_language,
    is_level, is_row_number, is_signed, number, one_of, parent, positive, reads, table, text,
    up_to_a_year, weekdays, weight,
};
use super::ticket::TICKET_MOVE;
use super::{ColumnSpec, Fallback, TableSpec, fields, journalled};
use crate::domain::ageing::AgeLimits;
use crate::domain::contact::CustomerMood;
use crate::domain::container::ContainerMoveKind;
use crate::domain::customer::Channel;
use crate::domain::damage::Expected;
use crate::domain::day::{DateOrder, read_iso};
use crate::domain::follow_up::{self, Repeat, Rule};
use crate::domain::jar::ReadingKind;
use crate::domain::product::MoveReason;
use crate::domain::reminder::ReminderSteps;
use crate::domain::shop::ServiceLevel;
use crate::domain::tab::EntryKind;
use crate::domain::usage_log::RunOutReason;
use crate::domain::{Currency, action, delivery, search_key};
use rusqlite::types::FromSql;

/// The tables that everything else follows from, parents before their children; the journal last. The
/// journal keeps every change of the tables before it.
pub(in super::super) const BASE: &[TableSpec] = &[
    table("shop", SHOP),
    table("holiday", &[day("day"), text("name")]),
    table("area", &[filled("name"), number("position", is_integer).or(Fallback::Integer(0))]),
    TableSpec {
        rules: &[("referred_by", "referred_by <> id")],
        ..table("customer", &fields::CUSTOMER)
    },
    table(
        "household_change",
        &[
            parent("customer_id", "customer"),
            day("from_day"),
            number("adults", is_count),
            number("children", is_count),
            number("elders", is_count),
        ],
    ),
    TableSpec {
        rules: &[("to_day", "to_day >= from_day")],
        ..table(
            "away",
            &[
                parent("customer_id", "customer"),
                day("from_day"),
                day("to_day"),
                number("people", |value| is_count(value) && positive(value)).optional(),
            ],
        )
    },
    table("product", &fields::PRODUCT),
    table(
        "stock_move",
        &[
            parent("product_id", "product"),
            day("day"),
            number("quantity", is_signed),
            number("cost", at_least_zero).optional(),
            one_of("reason", reads::<StableNameText<MoveReason>>),
        ],
    ),
    table("jar", &fields::JAR),
    TableSpec {
        rules: &[("closed_on", "(stage = 'planned') = (closed_on IS NULL)")],
        ..table(
            "delivery",
            &[
                parent("customer_id", "customer"),
                one_of("stage", reads::<StableNameText<delivery::DeliveryStage>>),
                day("planned_for"),
                day("closed_on").optional(),
                text("reason"),
                number("checklist", |value| matches!(value.as_i64(), Ok(0..=15)))
                    .or(Fallback::Integer(0)),
                number("early", |value| matches!(value.as_i64(), Ok(1))).optional(),
                filled("external").optional(),
            ],
        )
    },
    TableSpec {
        rules: &[("price", "(delivered IS NULL) = (price IS NULL)")],
        ..table(
            "delivery_line",
            &[
                parent("delivery_id", "delivery"),
                parent("product_id", "product"),
                number("planned", at_least_zero).or(Fallback::Integer(0)),
                number("delivered", is_signed).optional(),
                number("price", at_least_zero).optional(),
                number("cost", at_least_zero).optional(),
            ],
        )
    },
    table(
        "reading",
        &[
            parent("jar_id", "jar"),
            day("day"),
            number("level", is_level),
            parent("delivery_id", "delivery").optional(),
            one_of("kind", reads::<StableNameText<ReadingKind>>).optional(),
        ],
    ),
    table(
        "entry",
        &[
            parent("customer_id", "customer"),
            day("day"),
            one_of("kind", reads::<StableNameText<EntryKind>>),
            number("amount", is_signed),
            text("method"),
            text("note"),
            parent("delivery_id", "delivery").optional(),
            filled("external").optional(),
            text("reference").or(Fallback::Text("")),
            day("corrects").optional(),
            parent("instead_of", "entry").optional(),
            parent("against", "entry").optional(),
        ],
    ),
    TableSpec {
        rules: &[
            ("closed_on", "(stage = 'open') = (closed_on IS NULL)"),
            ("occasion", "(rule IS NULL) = (occasion IS NULL)"),
            ("after_entry", "(made_on IS NULL) = (after_entry IS NULL)"),
            ("amount", "amount IS NULL OR amount > 0 AND made_on IS NOT NULL"),
        ],
        ..table("follow_up", FOLLOW_UP)
    },
    table(
        "contact",
        &[
            parent("customer_id", "customer"),
            day("day"),
            one_of("channel", reads::<StableNameText<Channel>>).or(Fallback::Text("visit")),
            text("text"),
            number("mood", |value| {
                u8::column_result(value).is_ok_and(|m| CustomerMood::new(m).is_some())
            })
            .optional(),
        ],
    ),
    table(
        "container",
        &[
            filled("name"),
            computed("name_key", "name", search_key::fold),
            number("deposit", at_least_zero).or(Fallback::Integer(0)),
            number("price", at_least_zero).or(Fallback::Integer(0)),
        ],
    ),
    TableSpec {
        rules: &[("change", "kind = 'counted' OR (kind = 'lent') = (change > 0)")],
        ..table(
            "container_move",
            &[
                parent("customer_id", "customer"),
                parent("container_id", "container"),
                day("day"),
                one_of("kind", reads::<StableNameText<ContainerMoveKind>>),
                number("change", |value| is_signed(value) && !matches!(value.as_i64(), Ok(0))),
                parent("delivery_id", "delivery").optional(),
                text("note").or(Fallback::Text("")),
            ],
        )
    },
    table(
        "price",
        &[
            parent("product_id", "product"),
            parent("customer_id", "customer").optional().or(Fallback::LoseRow),
            number("least", at_least_zero),
            day("from_day"),
            number("price", at_least_zero).optional().or(Fallback::LoseRow),
        ],
    ),
    COMPLAINT,
    table(
        "skip",
        &[
            parent("customer_id", "customer"),
            parent("product_id", "product").optional().or(Fallback::LoseRow),
            day("day"),
            day("until"),
            text("reason"),
        ],
    ),
    TICKET_MOVE,
    TableSpec {
        rules: &[("reason", "counted = expected OR reason <> ''")],
        ..table(
            "day_close",
            &[
                day("day"),
                text("till"),
                number("expected", is_signed),
                number("counted", at_least_zero),
                text("denominations"),
                text("reason"),
            ],
        )
    },
    table("action", ACTION),
    table("rate_change", RATE_CHANGE),
    table("run_out", RUN_OUT),
    TableSpec {
        rules: &[
            ("before", "json_valid(before)"),
            ("last", "last IS NULL OR last > key AND before IS NULL"),
        ],
        ..table(
            "change",
            &[
                parent("action_id", "action"),
                one_of("tbl", |value| {
                    value.as_str().is_ok_and(|name| journalled().any(|table| table.name == name))
                }),
                number("key", is_integer),
                // Without it, the change would be undone as if the row had been new.
                text("before").optional().or(Fallback::LoseRow),
                // Without it, new rows would stay when they are undone.
                number("last", is_integer).optional().or(Fallback::LoseRow),
            ],
        )
    },
];

const SHOP: &[ColumnSpec] = &[
    text("name").or(Fallback::Keep),
    column("currency", Expected::Currency, |value| {
        value.as_str().is_ok_and(|code| Currency::from_code(code).is_ok())
    })
    .or(Fallback::Keep),
    one_of("language", is_language).optional().or(Fallback::Keep),
    number("service_level", |value| {
        u16::column_result(value).is_ok_and(|n| ServiceLevel::from_thousandths(n).is_some())
    })
    .or(Fallback::Keep),
    number("grace_days", up_to_a_year).or(Fallback::Keep),
    number("delivery_days", |value| weekdays(value).is_some_and(|days| !days.is_empty()))
        .or(Fallback::Keep),
    number("carry", positive).optional().or(Fallback::Keep),
    text("rules_off").or(Fallback::Text("")),
    one_of("date_order", |value| {
        value.as_str().is_ok_and(|text| DateOrder::from_key(text).is_some())
    })
    .optional()
    .or(Fallback::Keep),
    number("credit_limit", at_least_zero).optional().or(Fallback::Keep),
    text("address").or(Fallback::Text("")),
    text("phone").or(Fallback::Text("")),
    text("payment_qr").or(Fallback::Text("")),
    one_of("ageing", |value| value.as_str().is_ok_and(|text| AgeLimits::parse(text).is_ok()))
        .or(Fallback::Keep),
    text("methods").or(Fallback::Text("")),
    one_of("reminders", |value| {
        value.as_str().is_ok_and(|text| ReminderSteps::parse(text).is_ok())
    })
    .or(Fallback::Text("")),
    number("tickets_valid", reads::<u16>).optional().or(Fallback::Keep),
    text("complaint_kinds").or(Fallback::Text("")),
];

const FOLLOW_UP: &[ColumnSpec] = &[
    parent("customer_id", "customer"),
    text("text"),
    day("anchor"),
    day("due_on"),
    column("repeats", Expected::Repeat, |value| {
        value.as_str().is_ok_and(|text| Repeat::parse(text).is_ok())
    })
    .optional(),
    one_of("rule", reads::<StableNameText<Rule>>).optional(),
    column("occasion", Expected::Day, |value| {
        value.as_str().is_ok_and(|text| read_iso(text).is_ok())
    })
    .optional(),
    one_of("stage", reads::<StableNameText<follow_up::FollowUpStage>>),
    day("closed_on").optional(),
    text("outcome"),
    day("made_on").optional(),
    number("amount", positive).optional(),
    number("after_entry", is_row_number).optional(),
];

const ACTION: &[ColumnSpec] = &[
    text("at"),
    text("by"),
    one_of("direction", reads::<StableNameText<action::ActionEffect>>),
    parent("of", "action").optional().or(Fallback::LoseRow),
    number("in_force", is_flag),
    one_of("deed", |value| {
        value.as_str().is_ok_and(|key| action::ActionKind::from_key(key).is_some())
    }),
    // No reference: an undone customer stays named in the journal.
    number("customer_id", is_integer).optional(),
    text("about"),
    text("detail"),
    number("amount", is_integer).optional(),
    number("quantity", is_integer).optional(),
    day("day").optional(),
    number("count", is_count).optional(),
    filled("fingerprint").optional(),
    column("payload", Expected::Text, |value| {
        value.as_str().is_ok_and(|json| action_payload::from_json(json).is_ok())
    })
    .optional(),
];

const RATE_CHANGE: &[ColumnSpec] = &[
    parent("action_id", "action"),
    number("customer_id", is_integer),
    number("product_id", is_integer),
    day("day"),
    weight("before"),
    weight("calculated"),
    weight("applied"),
];

const RUN_OUT: &[ColumnSpec] = &[
    parent("action_id", "action"),
    number("customer_id", is_integer),
    number("product_id", is_integer),
    day("day"),
    number("days_empty", is_count),
    one_of("reason", reads::<StableNameText<RunOutReason>>),
];
