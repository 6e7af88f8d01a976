//! Everything that is known of a customer in one row, for programs.

use crate::cli::ticket::ticket_object;
use crate::domain::container::Holding;
use crate::domain::customer::{CustomerField, Household};
use crate::domain::field::ValueKind;
use crate::domain::lifetime_value::whole;
use crate::domain::{Currency, StableName};
use crate::exchange::tables::field_cell;
use crate::exchange::{Cell, Column, JsonObject, JsonValue};
use crate::reports::CustomerPage;

/// Returns the columns of `customer show` for programs.
pub(super) fn columns() -> Vec<Column> {
    let mut columns = vec![Column::right("id")];
    for (field, _) in CustomerField::ALL {
        let name = field.file_column();
        match field.kind() {
            ValueKind::Household(_) => {
                columns.extend(["adults", "children", "elders"].map(Column::right));
            }
            ValueKind::Payday(_) => columns.extend([name, "next_payday"].map(Column::left)),
            ValueKind::Money(_) | ValueKind::Limit(_) => columns.push(Column::right(name)),
            _ => columns.push(Column::left(name)),
        }
    }
    columns.extend(["joined_on", "left_on", "left_reason"].map(Column::left));
    columns.push(Column::right("balance"));
    columns.extend(["oldest_due", "last_delivery", "last_contact"].map(Column::left));
    columns.extend(["next_empty", "external"].map(Column::left));
    columns
}

/// Returns the same as one object, with what has no room in a row: deposits, tickets, times away, changes of the
/// household and skips.
pub(super) fn object(page: &CustomerPage, currency: Currency) -> JsonObject<'_> {
    let away = page.away.iter().map(|away| {
        JsonObject::default()
            .with("from", Cell::Day(away.period.from))
            .with("to", Cell::Day(away.period.to))
            .with("people", Cell::or_empty(away.people, |people| Cell::Int(people.into())))
    });
    let changes = page.changes.iter().map(|change| {
        let Household { adults, children, elders } = change.household;
        JsonObject::default()
            .with("from", Cell::Day(change.from))
            .with("adults", Cell::Int(adults.into()))
            .with("children", Cell::Int(children.into()))
            .with("elders", Cell::Int(elders.into()))
    });
    let skips = page.skips.iter().map(|row| {
        JsonObject::default()
            .with("id", Cell::Int(row.skip.id.number()))
            .with("product", Cell::or_empty(row.product.as_deref(), Cell::text))
            .with("day", Cell::Day(row.skip.on))
            .with("until", Cell::Day(row.skip.until))
            .with("reason", Cell::text(&row.skip.reason))
    });
    let tickets = page.tickets.iter().map(|balance| ticket_object(balance, currency));
    JsonObject::of_row(&columns(), cells(page, currency))
        .with("held", Cell::Money(page.held, currency))
        .with("tickets", tickets.collect::<JsonValue<'_>>())
        .with("containers", holdings(&page.containers))
        .with("buys", buys(page, currency))
        .with("away", away.collect::<JsonValue<'_>>())
        .with("household_changes", changes.collect::<JsonValue<'_>>())
        .with("skips", skips.collect::<JsonValue<'_>>())
}

/// Returns the containers that a customer holds.
pub(in crate::cli) fn holdings(holdings: &[Holding]) -> JsonValue<'_> {
    let one = |holding: &'_ Holding| {
        JsonObject::default()
            .with("container", Cell::text(holding.container.clone()))
            .with("count", Cell::Int(holding.count))
            .with("since", Cell::Day(holding.since))
    };
    holdings.iter().map(one).collect()
}

/// Returns the purchases in sums; nothing before the first one.
fn buys(page: &CustomerPage, currency: Currency) -> JsonValue<'_> {
    let Some(record) = page.purchases else { return Cell::Empty.into() };
    let money = |amount| Cell::Money(whole(amount), currency);
    let object = JsonObject::default()
        .with("purchases", Cell::Int(record.purchases.into()))
        .with("average_purchase", money(record.average()))
        .with("purchases_a_year", Cell::or_empty(record.a_year(page.day), Cell::Estimate))
        .with("simple_value", Cell::or_empty(record.simple_value(page.day, 1), money))
        .with("usual_gap_days", Cell::or_empty(record.usual_gap(), Cell::Estimate))
        .with("silent_days", Cell::Int(record.silent_days(page.day).into()))
        .with("risk", Cell::name("risk", record.risk(page.day).key()));
    object.into()
}

/// Returns the cells of [`columns`].
pub(super) fn cells(page: &CustomerPage, currency: Currency) -> Vec<Cell<'_>> {
    let CustomerPage { customer, household, standing, .. } = page;
    let next_empty = page.jars.iter().filter_map(|jar| Some(jar.forecast.as_ref()?.likely)).min();
    let mut cells = vec![Cell::Int(customer.id.number())];
    for (field, _) in CustomerField::ALL {
        let cell = field_cell(customer, *field, currency);
        match field.kind() {
            ValueKind::Household(_) => {
                let counts = [household.adults, household.children, household.elders];
                cells.extend(counts.map(|count| Cell::Int(count.into())));
            }
            ValueKind::Payday(_) => {
                cells.push(cell);
                cells.push(Cell::or_empty(page.paydays.first().copied(), Cell::Day));
            }
            ValueKind::Customer(_) => {
                let referrer = page.referred_by.as_ref();
                cells.push(Cell::or_empty(referrer, |who| Cell::text(&who.code)));
            }
            // Unlike in an export these are empty texts, and no null in JSON.
            ValueKind::Weekdays(_) | ValueKind::Language(_) if cell == Cell::Empty => {
                cells.push(Cell::text(""));
            }
            _ => cells.push(cell),
        }
    }
    let left = customer.left.as_ref();
    cells.extend([
        Cell::Day(customer.joined_on),
        Cell::or_empty(left, |left| Cell::Day(left.on)),
        Cell::or_empty(left, |left| Cell::text(&left.reason)),
        Cell::Money(standing.balance, currency),
        Cell::or_empty(standing.oldest_due(), Cell::Day),
        Cell::or_empty(standing.last_delivery, Cell::Day),
        Cell::or_empty(standing.last_contact, Cell::Day),
        Cell::or_empty(next_empty, Cell::Day),
        Cell::or_empty(customer.external.as_deref(), Cell::text),
    ]);
    cells
}
