//! Everything that is known of a customer in one row, for programs.

use crate::domain::shop::Language;
use crate::domain::{Currency, StableName};
use crate::exchange::{Cell, Column};
use crate::reports::CustomerPage;

/// The columns of `customer show` for programs.
pub(super) const COLUMNS: [Column; 31] = [
    Column::right("id"),
    Column::left("code"),
    Column::left("name"),
    Column::left("kind"),
    Column::left("phones"),
    Column::left("area"),
    Column::left("address"),
    Column::left("door_note"),
    Column::right("adults"),
    Column::right("children"),
    Column::right("elders"),
    Column::left("payday"),
    Column::left("next_payday"),
    Column::left("weekdays"),
    Column::right("limit"),
    Column::left("tags"),
    Column::left("referred_by"),
    Column::left("birthday"),
    Column::left("channel"),
    Column::left("language"),
    Column::left("consent"),
    Column::left("note"),
    Column::left("joined_on"),
    Column::left("left_on"),
    Column::left("left_reason"),
    Column::right("balance"),
    Column::left("oldest_due"),
    Column::left("last_delivery"),
    Column::left("last_contact"),
    Column::left("next_empty"),
    Column::left("external"),
];

/// The cells of [`COLUMNS`].
pub(super) fn cells(page: &CustomerPage, currency: Currency) -> Vec<Cell<'_>> {
    let CustomerPage { customer, household, standing, .. } = page;
    let next_empty = page.jars.iter().filter_map(|jar| Some(jar.forecast.as_ref()?.likely)).min();
    let weekdays = (!customer.weekdays.is_empty()).then(|| customer.weekdays.to_string());
    vec![
        Cell::Int(customer.id.number()),
        Cell::text(&customer.code),
        Cell::text(&customer.name),
        Cell::text(customer.kind.key()),
        Cell::text(customer.phones.join(";")),
        Cell::text(&customer.area),
        Cell::text(&customer.address),
        Cell::text(&customer.door_note),
        Cell::Int(household.adults.into()),
        Cell::Int(household.children.into()),
        Cell::Int(household.elders.into()),
        Cell::text(customer.payday.to_string()),
        Cell::or_empty(page.paydays.first().copied(), Cell::Day),
        Cell::text(weekdays.unwrap_or_default()),
        Cell::or_empty(customer.limit, |limit| Cell::Money(limit, currency)),
        Cell::text(customer.tags.join(";")),
        Cell::or_empty(page.referred_by.as_ref(), |who| Cell::text(&who.code)),
        Cell::or_empty(customer.birthday, Cell::Day),
        Cell::text(customer.channel.key()),
        Cell::text(customer.language.map(Language::tag).unwrap_or_default()),
        Cell::text(customer.consent.key()),
        Cell::text(&customer.note),
        Cell::Day(customer.joined_on),
        Cell::or_empty(customer.left.as_ref(), |left| Cell::Day(left.on)),
        Cell::or_empty(customer.left.as_ref(), |left| Cell::text(&left.reason)),
        Cell::Money(standing.balance, currency),
        Cell::or_empty(standing.oldest_due(), Cell::Day),
        Cell::or_empty(standing.last_delivery, Cell::Day),
        Cell::or_empty(standing.last_contact, Cell::Day),
        Cell::or_empty(next_empty, Cell::Day),
        Cell::or_empty(customer.external.as_deref(), Cell::text),
    ]
}
