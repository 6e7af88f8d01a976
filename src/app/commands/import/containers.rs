//! Kinds of containers and their moves from a file.

use super::{Ids, Placed, Put, Wrong, at};
use crate::app::commands::{container, not_in_the_future};
use crate::domain::Day;
use crate::domain::container::{Container, ContainerMove, ContainerMoveKind, MOST_CONTAINERS};
use crate::domain::id::{ContainerId, ContainerMoveId};
use crate::domain::record::ContainerMoveRecord;
use crate::domain::refusal::{Refusal, Topic};
use crate::domain::text::rules;
use crate::store::Tx;

pub(super) fn put_container(tx: &Tx, ids: &mut Ids, row: Container) -> Put<Placed> {
    let id = ContainerId::new(ids.free(tx, row.id.number())?);
    let name = rules::CONTAINER.require(&row.name).map_err(|no| Wrong::Rule("name", no))?;
    let container = Container { id, name, ..row };
    at(|_| "name", container::check(tx, &container))?;
    tx.insert_container(&container)?;
    Ok(Placed::New)
}

pub(super) fn put_move(
    tx: &Tx,
    ids: &mut Ids,
    row: ContainerMoveRecord,
    today: Day,
) -> Put<Placed> {
    let id = ContainerMoveId::new(ids.free(tx, row.change.id.number())?);
    let customer = super::customer(tx, "customer", &row.customer)?;
    let missing = || Refusal::NotFound { what: Topic::Container, which: row.container.clone() };
    let container = tx.container_named(&row.container)?;
    let container = container.ok_or_else(|| Wrong::Rule("container", missing()))?.id;
    at(|_| "day", not_in_the_future(row.change.on, today))?;
    if let Some(delivery) = row.change.delivery {
        super::visits::theirs(tx, delivery, customer)?;
    }
    let note = rules::NOTE.normalize(&row.change.note).map_err(|no| Wrong::Rule("note", no))?;
    let count = row.change.change;
    let in_range = |count: i64| Topic::Quantity.within(count, 1..=MOST_CONTAINERS);
    in_range(count.saturating_abs()).map_err(|no| Wrong::Rule("change", no))?;
    // A file may say how many were given back, with or without the sign.
    let change = match row.change.kind {
        ContainerMoveKind::Lent => count.abs(),
        ContainerMoveKind::Returned | ContainerMoveKind::Lost => -count.abs(),
        ContainerMoveKind::Counted => count,
    };
    tx.insert_container_move(&ContainerMove {
        id,
        customer,
        container,
        change,
        note,
        ..row.change
    })?;
    Ok(Placed::New)
}
