//! Containers: their kinds, and the moves between the shop and its customers.

use super::{CommandOutcome, not_in_the_future, tab};
use crate::app::{Result, SideNote, find};
use crate::domain::action::ActionDetail;
use crate::domain::container::{
    Container, ContainerMove, ContainerMoveKind, ContainerPatch, DepositAmount, MOST_CONTAINERS,
    NewContainerMove, containers_for,
};
use crate::domain::customer::Customer;
use crate::domain::delivery::{Delivery, DeliveryLine, DeliveryReport};
use crate::domain::id::{ContainerId, ContainerMoveId, CustomerId, DeliveryId};
use crate::domain::product::Product;
use crate::domain::refusal::{Refusal, Topic};
use crate::domain::tab::{Entry, EntryKind};
use crate::domain::{Day, Money, Quantity};
use crate::store::Tx;
use std::collections::BTreeMap;

pub(super) fn add(tx: &Tx, patch: &ContainerPatch) -> Result<CommandOutcome> {
    let ContainerPatch { name, deposit, price } = patch.clone();
    let name = name.ok_or(Refusal::EmptyText { what: Topic::Name })?;
    let (deposit, price) = (deposit.unwrap_or_default(), price.unwrap_or_default());
    let container = Container { id: ContainerId::new(0), name, deposit, price };
    check(tx, &container)?;
    tx.insert_container(&container)?;
    Ok((ActionDetail::ContainerAdded { container: container.name }, Vec::new()))
}

/// Changes a kind of container; the products that come in it follow its name.
pub(super) fn edit(tx: &Tx, id: ContainerId, patch: &ContainerPatch) -> Result<CommandOutcome> {
    let before = existing(tx, id)?;
    let ContainerPatch { name, deposit, price } = patch.clone();
    let container = Container {
        id,
        name: name.unwrap_or(before.name.clone()),
        deposit: deposit.unwrap_or(before.deposit),
        price: price.unwrap_or(before.price),
    };
    check(tx, &container)?;
    tx.update_container(&container)?;
    if container.name != before.name {
        for (product, _) in
            tx.products()?.into_iter().filter(|(one, _)| one.container == before.name)
        {
            tx.update_product(&Product { container: container.name.clone(), ..product })?;
        }
    }
    Ok((ActionDetail::ContainerEdited { container: container.name }, Vec::new()))
}

/// Checks a kind of container before it is written.
pub(super) fn check(tx: &Tx, container: &Container) -> Result<()> {
    for amount in [container.deposit, container.price] {
        Topic::Amount.within(amount, Money::ZERO..=Money::MAX)?;
    }
    match tx.container_named(&container.name)? {
        Some(other) if other.id != container.id => {
            Err(Refusal::ContainerTaken { name: other.name }.into())
        }
        _ => Ok(()),
    }
}

/// Returns the product with the name of its container as it is written, or a refusal if there is no such kind.
pub(super) fn in_known_container(tx: &Tx, product: Product) -> Result<Product> {
    if product.container.is_empty() {
        return Ok(product);
    }
    let missing = || Refusal::NotFound { what: Topic::Container, which: product.container.clone() };
    let container = tx.container_named(&product.container)?.ok_or_else(missing)?.name;
    Ok(Product { container, ..product })
}

fn existing(tx: &Tx, id: ContainerId) -> Result<Container> {
    Ok(tx.container(id)?.ok_or_else(|| find::not_found(Topic::Container, id.number()))?)
}

/// Records containers that are lent, returned, lost or counted away from a delivery, and the money that goes with
/// them.
pub(super) fn change(tx: &Tx, new: &NewContainerMove, today: Day) -> Result<CommandOutcome> {
    not_in_the_future(new.on, today)?;
    let customer = find::customer(tx, new.customer)?;
    let container = which(tx, &customer, new.container)?;
    let least = if new.kind == ContainerMoveKind::Counted { 0 } else { 1 };
    Topic::Quantity.within(new.count, least..=MOST_CONTAINERS)?;
    let change = Change { customer: &customer, container: &container, on: new.on, delivery: None };
    change.insert(tx, new.kind, new.count, &new.note)?;
    let deposit = new.deposit.map_or(Money::ZERO, |amount| amount.of(new.count, &container));
    let (mut taken, mut charged) = (Money::ZERO, Money::ZERO);
    match new.kind {
        ContainerMoveKind::Lent => taken = deposit,
        ContainerMoveKind::Returned => taken = -deposit,
        ContainerMoveKind::Lost => {
            let price = new.price.unwrap_or(container.price);
            charged = Quantity::whole(new.count).times(price);
            let what = format!("{} {}", new.count, container.name);
            let parts =
                [new.note.as_str(), what.as_str()].into_iter().filter(|part| !part.is_empty());
            change.charge(tx, charged, &parts.collect::<Vec<_>>().join(": "))?;
            // A deposit that is kept is paid back, and paid by the customer.
            taken = -deposit;
            change.pay(tx, deposit, &new.method)?;
        }
        ContainerMoveKind::Counted => {}
    }
    change.take_deposit(tx, taken, &new.method)?;
    let mut notes = vec![change.held(tx)?];
    notes.extend(held_deposits(tx, &customer, taken)?);
    let detail = ActionDetail::ContainersMoved {
        customer: (&customer).into(),
        container: container.name,
        kind: new.kind,
        count: u32::try_from(new.count).unwrap_or(u32::MAX),
        deposit: taken,
        charged,
    };
    Ok((detail, notes))
}

/// Returns the kind that is meant: the named one, or else the only one that the customer holds or that there is.
fn which(tx: &Tx, customer: &Customer, named: Option<ContainerId>) -> Result<Container> {
    if let Some(id) = named {
        return existing(tx, id);
    }
    let held = tx.containers_held(customer.id)?;
    let mut kinds = if held.len() == 1 { held } else { tx.containers()? };
    match (kinds.pop(), kinds.is_empty()) {
        (Some(only), true) => Ok(only),
        (last, _) => {
            kinds.extend(last);
            let kinds = kinds.into_iter().map(|kind| kind.name).collect();
            Err(Refusal::WhichContainer { kinds }.into())
        }
    }
}

/// Records the containers that are exchanged at the door: those in which the delivered goods come, and those that
/// are brought back.
pub(super) fn exchange(
    tx: &Tx,
    (customer, delivery): (&Customer, &Delivery),
    door: &DeliveryReport,
) -> Result<Vec<SideNote>> {
    let said = door.containers;
    let mut kinds: BTreeMap<String, (Container, i64)> = BTreeMap::new();
    for line in &delivery.lines {
        let product = find::product(tx, line.product)?;
        let Some(container) = tx.container_named(&product.container)? else { continue };
        let count = containers_for(line.delivered.unwrap_or_default());
        kinds.entry(container.name.clone()).or_insert((container, 0)).1 += count;
    }
    if said.is_said() && kinds.len() != 1 {
        return Err(Refusal::WhichContainer { kinds: kinds.into_keys().collect() }.into());
    }
    let mut notes = Vec::new();
    for (container, usual) in kinds.into_values() {
        let lent = said.lent.unwrap_or(usual);
        for count in [lent, said.returned] {
            Topic::Quantity.within(count, 0..=MOST_CONTAINERS)?;
        }
        let (on, delivery) = (door.on, Some(delivery.id));
        let change = Change { customer, container: &container, on, delivery };
        for (kind, count) in
            [(ContainerMoveKind::Returned, said.returned), (ContainerMoveKind::Lent, lent)]
        {
            if count > 0 {
                change.insert(tx, kind, count, "")?;
            }
        }
        let taken = match said.deposit {
            None => Money::ZERO,
            Some(deposit @ DepositAmount::Standard) => deposit.of(lent - said.returned, &container),
            Some(DepositAmount::Amount(amount)) => amount,
        };
        change.take_deposit(tx, taken, &door.method)?;
        if lent > 0 || said.returned > 0 {
            notes.push(change.held(tx)?);
        }
        notes.extend(held_deposits(tx, customer, taken)?);
    }
    Ok(notes)
}

/// Returns what a customer holds of the containers in which goods come, for an action that leaves them as they were: a
/// correction of a delivery, goods that come back.
pub(super) fn holdings_after(
    tx: &Tx,
    customer: CustomerId,
    lines: &[DeliveryLine],
    today: Day,
) -> Result<Vec<SideNote>> {
    let mut kinds: BTreeMap<String, Container> = BTreeMap::new();
    for line in lines {
        let container = tx.container_named(&find::product(tx, line.product)?.container)?;
        kinds.extend(container.map(|container| (container.name.clone(), container)));
    }
    let note = |container: Container| -> Result<SideNote> {
        let count = tx.containers_held_on((customer, container.id), today)?;
        Ok(SideNote::HoldsStill { container: container.name, count })
    };
    kinds.into_values().map(note).collect()
}

fn held_deposits(tx: &Tx, customer: &Customer, taken: Money) -> Result<Option<SideNote>> {
    let held = tx.held(customer.id)?;
    Ok((!taken.is_zero()).then_some(SideNote::Held(held)))
}

/// A change of what a customer holds of one kind of container.
struct Change<'a> {
    customer: &'a Customer,
    container: &'a Container,
    on: Day,
    delivery: Option<DeliveryId>,
}

impl Change<'_> {
    /// Writes the move; nothing for a count that finds what was written. Refuses to give back more than is held.
    fn insert(&self, tx: &Tx, kind: ContainerMoveKind, count: i64, note: &str) -> Result<()> {
        let held = tx.containers_held_on((self.customer.id, self.container.id), self.on)?;
        let change = match kind {
            ContainerMoveKind::Lent => count,
            ContainerMoveKind::Counted => count - held,
            ContainerMoveKind::Returned | ContainerMoveKind::Lost if count > held => {
                return Err(Refusal::MoreThanLent {
                    name: self.customer.name.clone(),
                    container: self.container.name.clone(),
                    held,
                    on: self.on,
                }
                .into());
            }
            ContainerMoveKind::Returned | ContainerMoveKind::Lost => -count,
        };
        if change != 0 {
            tx.insert_container_move(&ContainerMove {
                id: ContainerMoveId::new(0),
                customer: self.customer.id,
                container: self.container.id,
                on: self.on,
                kind,
                change,
                delivery: self.delivery,
                note: note.to_owned(),
            })?;
        }
        Ok(())
    }

    /// Writes a deposit that is taken, or paid back if it is below zero, of at most what is held.
    fn take_deposit(&self, tx: &Tx, amount: Money, method: &str) -> Result<()> {
        let held = tx.held(self.customer.id)?;
        if amount.is_negative() && -amount > held {
            let name = self.customer.name.clone();
            return Err(Refusal::MoreThanHeld { name, held }.into());
        }
        self.write_entry(tx, EntryKind::Deposit, amount, (method, ""))
    }

    fn charge(&self, tx: &Tx, amount: Money, note: &str) -> Result<()> {
        self.write_entry(tx, EntryKind::Charge, amount, ("", note))
    }

    fn pay(&self, tx: &Tx, amount: Money, method: &str) -> Result<()> {
        self.write_entry(tx, EntryKind::Payment, amount, (method, ""))
    }

    fn write_entry(
        &self,
        tx: &Tx,
        kind: EntryKind,
        amount: Money,
        (method, note): (&str, &str),
    ) -> Result<()> {
        Topic::Amount.within(amount, Money::MIN..=Money::MAX)?;
        if amount.is_zero() {
            return Ok(());
        }
        let method = tab::listed_method(tx, method)?;
        let entry = tab::entry(self.customer.id, kind, amount, self.on);
        let (note, delivery) = (note.to_owned(), self.delivery);
        tx.insert_entry(&Entry { method, note, delivery, ..entry })?;
        Ok(())
    }

    /// Returns the note of how many the customer holds now.
    fn held(&self, tx: &Tx) -> Result<SideNote> {
        let count = tx.containers_held_on((self.customer.id, self.container.id), self.on)?;
        Ok(SideNote::Holds { container: self.container.name.clone(), count })
    }
}

/// Refuses a command after which a customer would hold fewer containers than none on some day, or a product would
/// come in a container of which there is no kind.
pub(in crate::app) fn ensure_containers(tx: &Tx) -> Result<()> {
    for customer in tx.changed_customers() {
        if let Some(holding) = tx.negative_holding(customer)? {
            let name = find::customer(tx, customer)?.name;
            return Err(Refusal::NegativeHolding { name, holding }.into());
        }
    }
    match tx.product_in_no_container()? {
        Some((_, product, container)) => Err(Refusal::ContainerInUse { container, product }.into()),
        None => Ok(()),
    }
}
