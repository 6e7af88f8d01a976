//! Jars: what is agreed about them, and what is seen in them.

use super::shop::MOST_DAYS;
use super::{CommandOutcome, not_in_the_future, price};
use crate::app::{Result, find};
use crate::domain::action::ActionDetail;
use crate::domain::id::{CustomerId, DeliveryId, JarId, ProductId, ReadingId};
use crate::domain::jar::{Jar, JarPatch, Level, Reading, ReadingKind};
use crate::domain::product::Product;
use crate::domain::refusal::{Refusal, Topic};
use crate::domain::{Day, Money, Quantity, Rate};
use crate::store::Tx;

pub(super) fn set(
    tx: &Tx,
    (customer, product): (CustomerId, ProductId),
    patch: &JarPatch,
    today: Day,
) -> Result<CommandOutcome> {
    let customer = find::customer(tx, customer)?;
    let product = find::product_on_sale(tx, product)?;
    let known = tx.jar_of(customer.id, product.id)?;
    let mut jar = known.clone().unwrap_or_else(|| Jar::new(JarId::new(0), customer.id, product.id));
    jar.apply(patch.clone());
    check(&jar)?;
    match known {
        Some(_) => tx.update_jar(&jar)?,
        None => drop(tx.insert_jar(&jar)?),
    }
    if patch.price.is_some() {
        price::set_own(tx, &jar, &product, today)?;
    }
    let detail = ActionDetail::JarSet { customer: (&customer).into(), product: (&product).into() };
    Ok((detail, Vec::new()))
}

/// Checks the values of a jar before it is written.
///
/// # Errors
/// If a value is out of range, or the usual quantity exceeds the capacity.
pub(super) fn check(jar: &Jar) -> Result<()> {
    for quantity in [jar.usual, jar.capacity, jar.monthly].into_iter().flatten() {
        Topic::Quantity.within(quantity, Quantity::LEAST..=Quantity::MAX)?;
    }
    Topic::Rate.within(jar.pinned.unwrap_or(Rate::LEAST), Rate::LEAST..=Rate::MAX)?;
    Topic::Days.within(jar.safety_days, 0..=MOST_DAYS)?;
    Topic::Amount.within(jar.price.unwrap_or_default(), Money::ZERO..=Money::MAX)?;
    match (jar.usual, jar.capacity) {
        (Some(usual), Some(capacity)) if usual > capacity => {
            Err(Refusal::UsualDoesNotFit { usual, capacity }.into())
        }
        _ => Ok(()),
    }
}

pub(super) fn read(
    tx: &Tx,
    (customer, product): (CustomerId, ProductId),
    level: Level,
    on: Day,
    today: Day,
) -> Result<CommandOutcome> {
    not_in_the_future(on, today)?;
    let (customer, product) = (find::customer(tx, customer)?, find::product(tx, product)?);
    let jar = tx.jar_of(customer.id, product.id)?;
    let jar =
        jar.ok_or(Refusal::NoJar { name: customer.name.clone(), product: product.name.clone() })?;
    let reading = level.kind();
    let level = quantity_in(&jar, &product, &customer.name, level)?;
    insert_reading(tx, &jar, (level, reading), on, None)?;
    let (customer, product) = ((&customer).into(), (&product).into());
    Ok((ActionDetail::JarRead { customer, product, level, reading, on }, Vec::new()))
}

pub(super) fn insert_reading(
    tx: &Tx,
    jar: &Jar,
    (level, kind): (Quantity, ReadingKind),
    on: Day,
    delivery: Option<DeliveryId>,
) -> Result<()> {
    tx.insert_reading(
        jar.customer,
        &Reading { id: ReadingId::new(0), jar: jar.id, on, level, kind, delivery },
    )?;
    Ok(())
}

/// Converts a level to a quantity of this jar; if its capacity is not known, tenths refer to the
/// quantity that we usually deliver.
pub(super) fn quantity_in(
    jar: &Jar,
    product: &Product,
    name: &str,
    level: Level,
) -> Result<Quantity> {
    let size = jar.capacity.or(jar.usual).or(product.pack);
    let (name, unknown) = (name.to_owned(), product.name.clone());
    let quantity = level
        .in_jar(size, jar.usual.or(product.pack))
        .ok_or(Refusal::NoCapacity { name, product: unknown })?;
    Topic::Quantity.within(quantity, Quantity::ZERO..=Quantity::MAX)?;
    match jar.capacity {
        Some(capacity) if quantity > capacity => Err(Refusal::MoreThanItHolds {
            product: product.name.clone(),
            level: quantity,
            capacity,
        }
        .into()),
        _ => Ok(quantity),
    }
}
