//! Kinds of containers, and their moves.

use super::fields::{Fields, key};
use super::source::Parse;
use crate::domain::container::{Container, ContainerMove, ContainerMoveKind};
use crate::domain::id::{ContainerId, ContainerMoveId, CustomerId, DeliveryId};
use crate::domain::quantity::NumberError;
use crate::domain::record::ContainerMoveRecord;
use crate::domain::{Currency, Money, StableName};
use crate::exchange::{Cell, Column};

pub(super) const COLUMNS: &[Column] =
    &[Column::right("id"), Column::left("name"), Column::right("deposit"), Column::right("price")];

pub(super) const NEEDED: &[&str] = &["name"];

pub(super) fn cells(container: &Container, currency: Currency) -> [Cell<'_>; 4] {
    [
        Cell::Int(container.id.number()),
        Cell::text(&container.name),
        Cell::Money(container.deposit, currency),
        Cell::Money(container.price, currency),
    ]
}

pub(super) fn read(row: &mut Fields<'_>, parse: Parse) -> Option<Container> {
    let id = row.id("id", ContainerId::new);
    let name = row.needed_text("name");
    let mut price =
        |column| row.value_or(column, Money::ZERO, |text| parse.currency.parse_at_least_zero(text));
    let (deposit, price) = (price("deposit"), price("price"));
    Some(Container { id: id?, name: name?, deposit: deposit?, price: price? })
}

pub(super) const MOVES: &[Column] = &[
    Column::right("id"),
    Column::left("customer"),
    Column::left("container"),
    Column::left("day"),
    Column::left("kind"),
    Column::right("change"),
    Column::right("delivery"),
    Column::left("note"),
];

pub(super) const MOVES_NEEDED: &[&str] = &["customer", "container", "day", "kind", "change"];

pub(super) fn move_cells(row: &ContainerMoveRecord) -> [Cell<'_>; 8] {
    let change = &row.change;
    [
        Cell::Int(change.id.number()),
        Cell::text(&row.customer),
        Cell::text(&row.container),
        Cell::Day(change.on),
        Cell::name("container-move", change.kind.key()),
        Cell::Int(change.change),
        Cell::or_empty(change.delivery, |delivery| Cell::Int(delivery.number())),
        Cell::text(&change.note),
    ]
}

pub(super) fn read_move(row: &mut Fields<'_>) -> Option<ContainerMoveRecord> {
    let id = row.id("id", ContainerMoveId::new);
    let (customer, container) = (row.needed_text("customer"), row.needed_text("container"));
    let on = row.needed_day("day");
    let kind = row.needed("kind", key::<ContainerMoveKind>);
    let change = row.needed("change", |text| {
        text.parse::<i64>().map_err(|_| NumberError::NotANumber { text: text.to_owned() })
    });
    let delivery = row.maybe_id("delivery", DeliveryId::new);
    let change = ContainerMove {
        id: id?,
        customer: CustomerId::new(0),
        container: ContainerId::new(0),
        on: on?,
        kind: kind?,
        change: change?,
        delivery: delivery?,
        note: row.text("note"),
    };
    Some(ContainerMoveRecord { change, customer: customer?, container: container? })
}
