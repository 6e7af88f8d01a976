//! The fields of a record as the columns of a file: one match on the kinds of values for customers,
//! products and jars.

use super::FieldError;
use super::fields::{Fields, count};
use super::source::Parse;
use crate::domain::credit_limit::CreditLimit;
use crate::domain::day::Weekdays;
use crate::domain::field::{QuantityRange, RecordField, ValueKind};
use crate::domain::jar::Strategy;
use crate::domain::payday::Payday;
use crate::domain::product::parse_part;
use crate::domain::quantity::NumberError;
use crate::domain::season::MonthWeights;
use crate::domain::shop::Language;
use crate::domain::text::rules;
use crate::domain::{Currency, Quantity, Rate};
use crate::exchange::{Cell, Column, Word};

/// The most days that a field holds.
const MOST_DAYS: u16 = 365;

/// Returns the column of a field that has one.
pub(super) fn column<F: RecordField>(field: F) -> Column {
    let name = field.file_column();
    match field.kind() {
        ValueKind::Price(_)
        | ValueKind::Money(_)
        | ValueKind::Limit(_)
        | ValueKind::Quantity(..)
        | ValueKind::Rate(_)
        | ValueKind::Part(_)
        | ValueKind::Days(_) => Column::right(name),
        _ => Column::left(name),
    }
}

/// Returns the cell of a field that has one column. Another customer is a code, which the caller knows.
pub fn cell<F: RecordField>(record: &F::Record, field: F, currency: Currency) -> Cell<'_> {
    match field.kind() {
        ValueKind::Required(_, access) | ValueKind::Text(_, access) => {
            Cell::text((access.get)(record))
        }
        ValueKind::Texts(_, access) => Cell::text((access.get)(record).join(";")),
        ValueKind::Choice(choice) => Cell::name(field.key(), (choice.get)(record)),
        ValueKind::Price(access) => Cell::Money(*(access.get)(record), currency),
        ValueKind::Money(access) => {
            Cell::or_empty(*(access.get)(record), |amount| Cell::Money(amount, currency))
        }
        ValueKind::Limit(access) => Cell::or_empty(*(access.get)(record), |limit| match limit {
            CreditLimit::Amount(amount) => Cell::Money(amount, currency),
            CreditLimit::None => Cell::text(CreditLimit::NONE),
        }),
        ValueKind::Quantity(_, access) => Cell::or_empty(*(access.get)(record), Cell::Quantity),
        ValueKind::Rate(access) => Cell::or_empty(*(access.get)(record), Cell::Rate),
        ValueKind::Part(access) => {
            Cell::Quantity(Quantity::from_thousandths((*(access.get)(record)).into()))
        }
        ValueKind::Days(access) => Cell::Int((*(access.get)(record)).into()),
        ValueKind::Strategy(access) => Cell::Word(Word::Strategy(*(access.get)(record))),
        ValueKind::Birthday(access) => {
            Cell::or_empty(*(access.get)(record), |birthday| Cell::text(birthday.to_string()))
        }
        ValueKind::Day(access) => Cell::or_empty(*(access.get)(record), Cell::Day),
        ValueKind::Months(access) => {
            Cell::or_empty(*(access.get)(record), |months| Cell::text(months.to_string()))
        }
        ValueKind::Payday(access) => Cell::Word(Word::Payday(*(access.get)(record))),
        ValueKind::Weekdays(access) => match *(access.get)(record) {
            Weekdays::NONE => Cell::Empty,
            days => Cell::Word(Word::Weekdays(days)),
        },
        ValueKind::Language(access) => {
            Cell::or_empty(*(access.get)(record), |language| Cell::text(language.tag()))
        }
        ValueKind::Customer(_) | ValueKind::Household(_) => Cell::Empty,
    }
}

/// Reads a field that has one column into the record; `None` if it is wrong, or empty although it is
/// among the columns that every row needs. What may be empty then keeps the record's value.
pub(super) fn read<F: RecordField>(
    row: &mut Fields<'_>,
    (field, needed): (F, &[&str]),
    parse: Parse,
    record: &mut F::Record,
) -> Option<()> {
    let column = field.file_column();
    let money = |text: &str| parse.currency.parse_at_least_zero(text);
    match field.kind() {
        ValueKind::Required(_, access) if needed.contains(&column) => {
            *(access.get_mut)(record) = row.needed_text(column)?;
        }
        ValueKind::Required(_, access) | ValueKind::Text(_, access) => {
            *(access.get_mut)(record) = row.text(column);
        }
        ValueKind::Texts(rules::PHONE, access) => {
            *(access.get_mut)(record) = row.phones(column)?;
        }
        ValueKind::Texts(_, access) => *(access.get_mut)(record) = row.words(column),
        ValueKind::Choice(choice) => {
            let known = |text: &str| match (choice.is_name)(text) {
                true => Ok(text.to_owned()),
                false => Err(none_of(text, (choice.names)())),
            };
            if let Some(name) = row.value(column, known)? {
                (choice.set)(record, &name);
            }
        }
        ValueKind::Price(access) if needed.contains(&column) => {
            *(access.get_mut)(record) = row.needed(column, money)?;
        }
        ValueKind::Price(access) => {
            let price = row.value_or(column, *(access.get)(record), money)?;
            *(access.get_mut)(record) = price;
        }
        ValueKind::Money(access) => *(access.get_mut)(record) = row.value(column, money)?,
        ValueKind::Limit(access) => {
            let limit = |text: &str| CreditLimit::parse(text, parse.currency);
            *(access.get_mut)(record) = row.value(column, limit)?.flatten();
        }
        ValueKind::Quantity(QuantityRange::Positive, access) => {
            *(access.get_mut)(record) = row.value(column, Quantity::parse_positive)?;
        }
        ValueKind::Quantity(QuantityRange::AtLeastZero, access) => {
            *(access.get_mut)(record) = row.value(column, Quantity::parse_at_least_zero)?;
        }
        ValueKind::Rate(access) => {
            *(access.get_mut)(record) = row.value(column, Rate::parse_positive)?;
        }
        ValueKind::Part(access) => {
            let part = row.value_or(column, *(access.get)(record), parse_part)?;
            *(access.get_mut)(record) = part;
        }
        ValueKind::Days(access) => {
            let days = row.value_or(column, *(access.get)(record), days)?;
            *(access.get_mut)(record) = days;
        }
        ValueKind::Strategy(access) => {
            *(access.get_mut)(record) =
                row.value_or(column, Strategy::default(), Strategy::parse)?;
        }
        ValueKind::Day(access) => *(access.get_mut)(record) = row.day(column)?,
        ValueKind::Birthday(access) => *(access.get_mut)(record) = row.birthday(column)?,
        ValueKind::Months(access) => {
            *(access.get_mut)(record) = row.value(column, MonthWeights::parse)?;
        }
        ValueKind::Payday(access) => {
            *(access.get_mut)(record) = row.value_or(column, Payday::NONE, Payday::parse)?;
        }
        ValueKind::Weekdays(access) => {
            *(access.get_mut)(record) = row.value_or(column, Weekdays::NONE, Weekdays::parse)?;
        }
        ValueKind::Language(access) => *(access.get_mut)(record) = row.value(column, language)?,
        ValueKind::Customer(_) | ValueKind::Household(_) => {}
    }
    Some(())
}

/// Reads every field into the record; `None` if any is wrong. Every field is read even after a fault, so
/// that all faults are reported.
pub(super) fn read_every<F: RecordField>(
    row: &mut Fields<'_>,
    needed: &[&str],
    parse: Parse,
    record: &mut F::Record,
) -> Option<()> {
    let mut is_whole = true;
    for field in F::every() {
        is_whole &= read(row, (field, needed), parse, record).is_some();
    }
    is_whole.then_some(())
}

fn days(text: &str) -> Result<u16, FieldError> {
    match count(text)? {
        days @ 0..=MOST_DAYS => Ok(days),
        _ => Err(NumberError::TooLarge { text: text.to_owned() }.into()),
    }
}

fn language(text: &str) -> Result<Language, FieldError> {
    let known = Language::ALL.map(Language::tag);
    Language::from_tag(text).ok_or_else(|| none_of(text, known.to_vec()))
}

fn none_of(text: &str, known: Vec<&'static str>) -> FieldError {
    FieldError::NoneOf { text: text.to_owned(), known }
}
