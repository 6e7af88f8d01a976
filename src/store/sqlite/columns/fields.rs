//! The columns of the fields of customers, products and jars. None of these records is left out by a
//! rescue for a bad field: what refers to it would go with it.

use super::kinds::{
    at_least_zero, choice, column, computed, day, filled, is_count, is_language, number, one_of,
    parent, positive, reads, text, up_to_a_year, weekdays,
};
use super::{ColumnSpec, Fallback};
use crate::domain::StableName;
use crate::domain::birthday::Birthday;
use crate::domain::customer::CustomerField;
use crate::domain::damage::Expected;
use crate::domain::field::{QuantityRange, ValueKind};
use crate::domain::jar::{JarField, Strategy};
use crate::domain::payday::Payday;
use crate::domain::product::ProductField;
use crate::domain::search_key;
use crate::domain::season::MonthWeights;

/// Returns the specification of a column by the kind of its values; the household has three columns of
/// its own.
const fn of_kind<R, P>(name: &'static str, kind: &ValueKind<R, P>) -> Option<ColumnSpec> {
    Some(match kind {
        ValueKind::Required(..) => filled(name).or(Fallback::Numbered("? ")),
        ValueKind::Text(..) | ValueKind::Texts(..) => text(name),
        ValueKind::Choice(names) => choice(name, names.is_name, names.default),
        ValueKind::Price(_) => number(name, at_least_zero).or(Fallback::Integer(0)),
        ValueKind::Money(_) | ValueKind::Limit(_) => number(name, at_least_zero).optional(),
        ValueKind::Quantity(QuantityRange::AtLeastZero, _) => {
            number(name, at_least_zero).optional()
        }
        ValueKind::Quantity(QuantityRange::Positive, _) | ValueKind::Rate(_) => {
            number(name, positive).optional()
        }
        ValueKind::Part(_) => number(name, reads::<u16>).or(Fallback::Integer(1000)),
        ValueKind::Days(_) => number(name, up_to_a_year).or(Fallback::Integer(0)),
        ValueKind::Strategy(_) => column(name, Expected::Strategy, |value| {
            value.as_str().is_ok_and(|text| Strategy::parse(text).is_ok())
        })
        .or(Fallback::Text("forecast")),
        ValueKind::Day(_) => day(name).optional(),
        ValueKind::Birthday(_) => column(name, Expected::Day, |value| {
            value.as_str().is_ok_and(|text| Birthday::read(text).is_ok())
        })
        .optional(),
        ValueKind::Months(_) => column(name, Expected::Numbers, |value| {
            value.as_str().is_ok_and(|text| MonthWeights::parse(text).is_ok())
        })
        .optional(),
        ValueKind::Payday(_) => column(name, Expected::Payday, |value| {
            value.as_str().is_ok_and(|text| Payday::parse(text).is_ok())
        })
        .or(Fallback::Text("none")),
        ValueKind::Weekdays(_) => {
            number(name, |value| weekdays(value).is_some()).or(Fallback::Integer(0))
        }
        ValueKind::Language(_) => one_of(name, is_language).optional(),
        ValueKind::Customer(_) => parent(name, "customer").optional(),
        ValueKind::Household(_) => return None,
    })
}

const fn of_customer(field: CustomerField) -> Option<ColumnSpec> {
    match (field, of_kind(field.column(), &field.kind())) {
        (CustomerField::Code, Some(spec)) => Some(spec.or(Fallback::Numbered("R"))),
        (_, spec) => spec,
    }
}

const fn of_product(field: ProductField) -> Option<ColumnSpec> {
    match (field, of_kind(field.column(), &field.kind())) {
        (ProductField::Unit, Some(spec)) => Some(spec.or(Fallback::Text("?"))),
        (ProductField::Child, Some(spec)) => Some(spec.or(Fallback::Integer(500))),
        (ProductField::Elder, Some(spec)) => Some(spec.or(Fallback::Integer(700))),
        (_, spec) => spec,
    }
}

const fn of_jar(field: JarField) -> Option<ColumnSpec> {
    of_kind(field.column(), &field.kind())
}

/// Makes the columns of a table: those of all its fields between others that are no field.
macro_rules! columns {
    ($first:expr, $fields:expr, $of_field:path, $last:expr, $count:expr) => {{
        let mut columns = [text(""); $count];
        let (first, mut slots) = columns.split_at_mut($first.len());
        first.copy_from_slice(&$first);
        let mut fields = $fields;
        while let [(field, _), other_fields @ ..] = fields {
            fields = other_fields;
            slots = match ($of_field(*field), slots) {
                (Some(spec), [slot, rest @ ..]) => {
                    *slot = spec;
                    rest
                }
                (_, slots) => slots,
            };
        }
        slots.copy_from_slice(&$last);
        columns
    }};
}

const NONE: [ColumnSpec; 0] = [];

/// Columns of a customer that are no field of their own.
const OF_CUSTOMER: [ColumnSpec; 9] = [
    computed("code_key", "code", search_key::code_key),
    computed("name_key", "name", search_key::name_key),
    number("adults", is_count).or(Fallback::Integer(0)),
    number("children", is_count).or(Fallback::Integer(0)),
    number("elders", is_count).or(Fallback::Integer(0)),
    day("joined_on").or(Fallback::Text("2000-01-01")),
    day("left_on").optional(),
    text("left_reason"),
    filled("external").optional(),
];

/// Every field of a customer has a column but for the household, which has three of the above.
const CUSTOMER_COUNT: usize = OF_CUSTOMER.len() + CustomerField::ALL.len() - 1;

pub(super) const CUSTOMER: [ColumnSpec; CUSTOMER_COUNT] =
    columns!(NONE, CustomerField::ALL, of_customer, OF_CUSTOMER, CUSTOMER_COUNT);

/// Columns of a product that are no field.
const OF_PRODUCT: [ColumnSpec; 1] = [computed("name_key", "name", search_key::fold)];

pub(super) const PRODUCT: [ColumnSpec; OF_PRODUCT.len() + ProductField::ALL.len()] = columns!(
    NONE,
    ProductField::ALL,
    of_product,
    OF_PRODUCT,
    OF_PRODUCT.len() + ProductField::ALL.len()
);

/// Columns of a jar that are no field.
const OF_JAR: [ColumnSpec; 2] =
    [parent("customer_id", "customer"), parent("product_id", "product")];

pub(super) const JAR: [ColumnSpec; OF_JAR.len() + JarField::ALL.len()] =
    columns!(OF_JAR, JarField::ALL, of_jar, NONE, OF_JAR.len() + JarField::ALL.len());
