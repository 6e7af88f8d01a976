//! Customers.
//!
//! Most columns are fields of [`CustomerField`], in their order; the people and
//! what surrounds them are read and written by hand.

use super::fields::{Fields, count};
use super::source::Parse;
use super::{FieldError, record_fields};
use crate::domain::customer::{
    Away, Customer, CustomerField, Departure, Household, HouseholdChange,
};
use crate::domain::day::{DayContext, DayError, Period, iso, parse_iso};
use crate::domain::field::ValueKind;
use crate::domain::id::CustomerId;
use crate::domain::record::CustomerRecord;
use crate::domain::{Currency, StableName};
use crate::exchange::{Cell, Column};
use std::sync::LazyLock;

pub(super) static COLUMNS: LazyLock<Vec<Column>> = LazyLock::new(|| {
    let mut columns = vec![Column::right("id")];
    for (field, _) in CustomerField::ALL {
        match field.kind() {
            ValueKind::Household(_) => {
                columns.extend(["adults", "children", "elders"].map(Column::right));
                columns.extend(["household_changes", "away"].map(Column::left));
            }
            _ => columns.push(record_fields::column(*field)),
        }
    }
    columns.extend(["joined_on", "left_on", "left_reason", "external"].map(Column::left));
    columns
});

pub(super) const NEEDED: &[&str] = &["name"];

pub(super) fn cells(row: &CustomerRecord, currency: Currency) -> Vec<Cell<'_>> {
    let customer = &row.customer;
    let left = customer.left.as_ref();
    let mut cells = vec![Cell::Int(customer.id.number())];
    for (field, _) in CustomerField::ALL {
        match field {
            CustomerField::Household => {
                let Household { adults, children, elders } = customer.household;
                cells.extend([adults, children, elders].map(|count| Cell::Int(count.into())));
                cells.push(Cell::text(joined(&row.changes, change)));
                cells.push(Cell::text(joined(&row.away, time_away)));
            }
            CustomerField::ReferredBy => {
                cells.push(Cell::or_empty(row.referred_by.as_deref(), Cell::text));
            }
            field => cells.push(record_fields::cell(customer, *field, currency)),
        }
    }
    cells.extend([
        Cell::Day(customer.joined_on),
        Cell::or_empty(left, |left| Cell::Day(left.on)),
        Cell::or_empty(left, |left| Cell::text(&left.reason)),
        Cell::or_empty(customer.external.as_deref(), Cell::text),
    ]);
    cells
}

pub(super) fn read(row: &mut Fields<'_>, parse: Parse) -> Option<CustomerRecord> {
    let id = row.id("id", CustomerId::new);
    let mut customer = Customer::new(CustomerId::new(0), String::new(), String::new(), parse.today);
    let (mut changes, mut away, mut referred_by) = (Vec::new(), Vec::new(), None);
    // Every field is read even after a fault, so that all faults are reported.
    let mut is_whole = true;
    for (field, _) in CustomerField::ALL {
        let read = match field {
            CustomerField::Household => read_people(row, parse, &mut customer).map(|dated| {
                (changes, away) = dated;
            }),
            CustomerField::ReferredBy => {
                let code = Some(row.text(field.file_column()));
                referred_by = code.filter(|code| !code.is_empty());
                Some(())
            }
            field => record_fields::read(row, (*field, NEEDED), parse, &mut customer),
        };
        is_whole &= read.is_some();
    }
    let (joined_on, left_on) = (row.day("joined_on"), row.day("left_on"));
    let external = row.external();
    customer.id = id?;
    customer.joined_on = joined_on?.unwrap_or(parse.today);
    customer.left = left_on?.map(|on| Departure { on, reason: row.text("left_reason") });
    customer.external = external?;
    is_whole.then_some(CustomerRecord { customer, referred_by, changes, away })
}

/// Reads the people of the first day into the customer, and returns the dated changes and absences.
fn read_people(
    row: &mut Fields<'_>,
    parse: Parse,
    customer: &mut Customer,
) -> Option<(Vec<HouseholdChange>, Vec<Away>)> {
    let adults = row.value_or("adults", 0, count);
    let children = row.value_or("children", 0, count);
    let elders = row.value_or("elders", 0, count);
    let changes = row.value_or("household_changes", Vec::new(), |text| each(text, read_change));
    let away = row.value_or("away", Vec::new(), |text| each(text, |text| read_away(text, parse)));
    customer.household = Household { adults: adults?, children: children?, elders: elders? };
    Some((changes?, away?))
}

fn joined<T>(values: &[T], text: fn(&T) -> String) -> String {
    values.iter().map(text).collect::<Vec<_>>().join(";")
}

fn each<T>(text: &str, read: impl Fn(&str) -> Result<T, FieldError>) -> Result<Vec<T>, FieldError> {
    text.split(';').map(|part| read(part.trim())).collect()
}

fn change(change: &HouseholdChange) -> String {
    let Household { adults, children, elders } = change.household;
    format!("{}:{adults}/{children}/{elders}", iso(change.from))
}

fn read_change(text: &str) -> Result<HouseholdChange, FieldError> {
    let form = || FieldError::Form { text: text.to_owned(), example: "2026-03-01:3/1/0" };
    let (from, people) = text.split_once(':').ok_or_else(form)?;
    let [adults, children, elders] =
        people.split('/').collect::<Vec<_>>().try_into().map_err(|_| form())?;
    let household =
        Household { adults: count(adults)?, children: count(children)?, elders: count(elders)? };
    Ok(HouseholdChange { from: parse_iso(from)?, household })
}

fn time_away(away: &Away) -> String {
    match away.people {
        Some(people) => format!("{}:{people}", away.period),
        None => away.period.to_string(),
    }
}

fn read_away(text: &str, parse: Parse) -> Result<Away, FieldError> {
    let form = || FieldError::Form { text: text.to_owned(), example: "2026-03-05..2026-03-08:2" };
    let (days, people) = match text.split_once(':') {
        Some((days, people)) => (days, Some(count(people)?)),
        None => (text, None),
    };
    if people == Some(0) {
        return Err(form());
    }
    let period = Period::parse(days, DayContext::ahead(parse.today).ordered(parse.order));
    Ok(Away { period: period.map_err(|error| whole_period(error, form))?, people })
}

/// A period without its two days is of the wrong form; any other mistake is one of its days.
fn whole_period(error: DayError, form: impl Fn() -> FieldError) -> FieldError {
    match error {
        DayError::NotADay { .. } => form(),
        other => other.into(),
    }
}
