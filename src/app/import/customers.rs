//! Customers from a file.

use super::{Ids, Put, Wrong, at, each};
use crate::app::Result;
use crate::app::customers::check;
use crate::domain::customer::Customer;
use crate::domain::filed::{FiledCustomer, Importable};
use crate::domain::fold::fold;
use crate::domain::id::CustomerId;
use crate::domain::refused::{Refused, Thing};
use crate::store::{Tx, Watch};
use std::collections::HashMap;

/// Writes the customers down; a customer may stand in the file before the one who sent them.
pub(super) fn put_all(tx: &Tx, rows: &[(u64, FiledCustomer)], watch: Watch<'_>) -> Result<u32> {
    tx.defer_references()?;
    let rows = with_names(tx, rows)?;
    let in_file: HashMap<String, CustomerId> =
        rows.iter().map(|(_, named)| (fold(&named.customer.code), named.customer.id)).collect();
    each(&rows, watch, |named| put(tx, named, &in_file))
}

/// A row that has its identity and its code.
struct Named<'a> {
    customer: Customer,
    row: &'a FiledCustomer,
}

/// The rows with an identity and a code each: those of the file, and made ones where it has none.
fn with_names<'a>(tx: &Tx, rows: &'a [(u64, FiledCustomer)]) -> Result<Vec<(u64, Named<'a>)>> {
    let mut ids = Ids::of(tx, Importable::Customers, rows, |row| row.customer.id.number())?;
    let in_file = rows.iter().filter_map(|(_, row)| made_number(&row.customer.code)).max();
    let mut last_code = tx.highest_made_code()?.max(in_file.unwrap_or(0));
    let named = |(line, row): &'a (u64, FiledCustomer)| {
        let mut customer = row.customer.clone();
        customer.id = CustomerId::new(ids.or_new(customer.id.number()));
        if customer.code.is_empty() {
            last_code += 1;
            customer.code = format!("C{last_code:03}");
        }
        (*line, Named { customer, row })
    };
    Ok(rows.iter().map(named).collect())
}

/// The number of a code that could have been made: 102 of `C102`. One of more than nine digits was
/// typed.
fn made_number(code: &str) -> Option<u64> {
    let digits = code.strip_prefix(['C', 'c'])?;
    let made = digits.len() <= 9 && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| made)
}

fn put(tx: &Tx, named: &Named<'_>, in_file: &HashMap<String, CustomerId>) -> Put {
    let Named { customer, row } = named;
    if tx.is_taken(Importable::Customers, customer.id.number())? {
        let number = customer.id.number();
        return Err(Wrong::Rule("id", Refused::NumberTaken { what: Thing::Customer, number }));
    }
    let customer = &at(column, customer.normalized().map_err(Into::into))?;
    at(column, check(tx, customer))?;
    let referred_by =
        row.referred_by.as_ref().map(|code| referrer(tx, code, in_file)).transpose()?;
    if referred_by == Some(customer.id) {
        let refused = Refused::ReferredByThemselves { name: customer.name.clone() };
        return Err(Wrong::Rule("referred_by", refused));
    }
    tx.insert_customer(&Customer { referred_by, ..customer.clone() })?;
    for change in &row.changes {
        tx.put_household_change(customer.id, change)?;
    }
    for (place, away) in row.away.iter().enumerate() {
        let mut before = row.away.iter().take(place);
        if let Some(other) = before.find(|other| other.period.overlap(away.period) > 0) {
            let (name, period) = (customer.name.clone(), other.period);
            let refused = Refused::AwayTwice { name, from: period.from, to: period.to };
            return Err(Wrong::Rule("away", refused));
        }
        tx.insert_away(customer.id, away)?;
    }
    Ok(())
}

/// Who sent them: somebody who is known, or who stands in the same file.
fn referrer(tx: &Tx, code: &str, in_file: &HashMap<String, CustomerId>) -> Put<CustomerId> {
    match in_file.get(&fold(code)) {
        Some(id) => Ok(*id),
        None => super::customer(tx, "referred_by", code),
    }
}

/// The column that a rule for customers is about.
fn column(refused: &Refused) -> &'static str {
    match refused.about() {
        Some(Thing::Name) => "name",
        Some(Thing::Phone) => "phone",
        Some(Thing::Area) => "area",
        Some(Thing::Address) => "address",
        Some(Thing::DoorNote) => "door_note",
        Some(Thing::Amount) => "limit",
        Some(Thing::Tag) => "tag",
        Some(Thing::Note) => "note",
        Some(Thing::Reason) => "left_reason",
        _ => "code",
    }
}
