//! The fields of a record as columns: one match on the kinds of values for customers, products and jars.

use super::record::day_value;
use super::values::{WordList, maybe_day, parsed};
use crate::domain::birthday::Birthday;
use crate::domain::credit_limit::CreditLimit;
use crate::domain::day::Weekdays;
use crate::domain::field::{RecordField, ValueKind};
use crate::domain::id::CustomerId;
use crate::domain::jar::Strategy;
use crate::domain::payday::Payday;
use crate::domain::season::MonthWeights;
use crate::domain::shop::Language;
use crate::domain::{Money, Quantity, Rate};
use rusqlite::Row;
use rusqlite::types::{Value, ValueRef};

/// Returns the fields that have a column of their own.
pub(super) fn stored<F: RecordField>() -> impl Iterator<Item = F> {
    F::every().filter(|field| !matches!(field.kind(), ValueKind::Household(_)))
}

/// Reads the fields from the columns from `first` on into a record.
pub(super) fn read_from<F: RecordField>(
    row: &Row,
    first: usize,
    record: &mut F::Record,
) -> rusqlite::Result<()> {
    (first..).zip(stored::<F>()).try_for_each(|(column, field)| read(row, column, field, record))
}

/// Reads one field of a record from a column.
fn read<F: RecordField>(
    row: &Row,
    column: usize,
    field: F,
    record: &mut F::Record,
) -> rusqlite::Result<()> {
    match field.kind() {
        ValueKind::Required(_, access) | ValueKind::Text(_, access) => {
            *(access.get_mut)(record) = row.get(column)?;
        }
        ValueKind::Texts(_, access) => {
            *(access.get_mut)(record) = row.get::<_, WordList>(column)?.0;
        }
        ValueKind::Choice(choice) => {
            let known = |name: &str| (choice.is_name)(name).then(|| name.to_owned()).ok_or(());
            (choice.set)(record, &parsed(row, column, known)?);
        }
        ValueKind::Price(access) => *(access.get_mut)(record) = row.get(column)?,
        ValueKind::Money(access) => *(access.get_mut)(record) = row.get(column)?,
        ValueKind::Limit(access) => {
            let stored: Option<Money> = row.get(column)?;
            *(access.get_mut)(record) = stored.map(CreditLimit::from_stored);
        }
        ValueKind::Quantity(_, access) => *(access.get_mut)(record) = row.get(column)?,
        ValueKind::Rate(access) => *(access.get_mut)(record) = row.get(column)?,
        ValueKind::Part(access) | ValueKind::Days(access) => {
            *(access.get_mut)(record) = row.get(column)?;
        }
        ValueKind::Strategy(access) => {
            *(access.get_mut)(record) = parsed(row, column, Strategy::parse)?;
        }
        ValueKind::Day(access) => *(access.get_mut)(record) = maybe_day(row, column)?,
        ValueKind::Birthday(access) => {
            *(access.get_mut)(record) = match row.get_ref(column)? {
                ValueRef::Null => None,
                _ => Some(parsed(row, column, Birthday::read)?),
            };
        }
        ValueKind::Months(access) => {
            *(access.get_mut)(record) = match row.get_ref(column)? {
                ValueRef::Null => None,
                _ => Some(parsed(row, column, MonthWeights::parse)?),
            };
        }
        ValueKind::Payday(access) => {
            *(access.get_mut)(record) = parsed(row, column, Payday::parse)?;
        }
        ValueKind::Weekdays(access) => {
            let days = Weekdays::from_bits(row.get(column)?);
            *(access.get_mut)(record) = days.unwrap_or_default();
        }
        ValueKind::Language(access) => {
            let tag: Option<String> = row.get(column)?;
            *(access.get_mut)(record) = tag.as_deref().and_then(Language::from_tag);
        }
        ValueKind::Customer(access) => *(access.get_mut)(record) = row.get(column)?,
        ValueKind::Household(_) => {}
    }
    Ok(())
}

/// Returns the columns of the fields with their values.
pub(super) fn bind<F: RecordField>(
    record: &F::Record,
) -> impl Iterator<Item = (&'static str, Value)> {
    stored::<F>().map(move |field| (field.column(), value(record, field)))
}

fn value<F: RecordField>(record: &F::Record, field: F) -> Value {
    match field.kind() {
        ValueKind::Required(_, access) | ValueKind::Text(_, access) => {
            (access.get)(record).clone().into()
        }
        ValueKind::Texts(_, access) => (access.get)(record).join(";").into(),
        ValueKind::Choice(choice) => (choice.get)(record).to_owned().into(),
        ValueKind::Price(access) => (access.get)(record).minor().into(),
        ValueKind::Money(access) => (access.get)(record).map(Money::minor).into(),
        ValueKind::Limit(access) => (access.get)(record).map(|limit| limit.stored().minor()).into(),
        ValueKind::Quantity(_, access) => (access.get)(record).map(Quantity::thousandths).into(),
        ValueKind::Rate(access) => (access.get)(record).map(Rate::millionths).into(),
        ValueKind::Part(access) | ValueKind::Days(access) => (*(access.get)(record)).into(),
        ValueKind::Strategy(access) => (access.get)(record).to_string().into(),
        ValueKind::Day(access) => (access.get)(record).map_or(Value::Null, day_value),
        ValueKind::Birthday(access) => {
            (access.get)(record).map(|birthday| birthday.to_string()).into()
        }
        ValueKind::Months(access) => (access.get)(record).map(|months| months.to_string()).into(),
        ValueKind::Payday(access) => (access.get)(record).to_string().into(),
        ValueKind::Weekdays(access) => (access.get)(record).bits().into(),
        ValueKind::Language(access) => {
            (access.get)(record).map(|language| language.tag().to_owned()).into()
        }
        ValueKind::Customer(access) => (access.get)(record).map(CustomerId::number).into(),
        ValueKind::Household(_) => Value::Null,
    }
}
