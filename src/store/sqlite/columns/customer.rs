//! The columns of the table `customer`. A customer is never left out by a rescue: everything that
//! they owe would go with them.

use super::kinds::{
    at_least_zero, choice, column, computed, day, filled, is_count, is_language, number, one_of,
    parent, text, weekdays,
};
use super::{ColumnSpec, Fallback};
use crate::domain::StableName;
use crate::domain::customer::{CustomerField, ValueKind};
use crate::domain::damage::Expected;
use crate::domain::payday::Payday;
use crate::domain::search_key;

/// Columns that are no field of their own.
const OWN: [ColumnSpec; 9] = [
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

/// Every field has a column but for the household, which has three of the above.
const COUNT: usize = OWN.len() + CustomerField::ALL.len() - 1;

pub(super) const COLUMNS: [ColumnSpec; COUNT] = {
    let mut columns = [text(""); COUNT];
    let (mut fields, mut slots) = (CustomerField::ALL, columns.as_mut_slice());
    while let [(field, _), other_fields @ ..] = fields {
        fields = other_fields;
        slots = match (of_field(*field), slots) {
            (Some(spec), [slot, rest @ ..]) => {
                *slot = spec;
                rest
            }
            (_, slots) => slots,
        };
    }
    slots.copy_from_slice(&OWN);
    columns
};

const fn of_field(field: CustomerField) -> Option<ColumnSpec> {
    let name = field.column();
    Some(match field.kind() {
        ValueKind::Required(..) => match field {
            CustomerField::Code => filled(name).or(Fallback::Numbered("R")),
            _ => filled(name).or(Fallback::Numbered("? ")),
        },
        ValueKind::Text(..) | ValueKind::Texts(..) => text(name),
        ValueKind::Choice(names) => choice(name, names.is_name, names.default),
        ValueKind::Money(_) => number(name, at_least_zero).optional(),
        ValueKind::Day(_) => day(name).optional(),
        ValueKind::Payday(_) => column(name, Expected::Payday, |value| {
            value.as_str().is_ok_and(|text| Payday::parse(text).is_ok())
        })
        .or(Fallback::Text("none")),
        ValueKind::Weekdays(_) => {
            number(name, |value| weekdays(value).is_some()).or(Fallback::Integer(0))
        }
        ValueKind::Language(_) => one_of(name, is_language).optional(),
        ValueKind::Customer(_) => parent(name, "customer").optional(),
        ValueKind::Household => return None,
    })
}
