//! Deliveries before the door: planning, missing, cancelling, moving.

mod complete;

pub(super) use complete::complete;

use super::{CommandOutcome, not_in_the_future, skip};
use crate::app::{Result, SideNote, find};
use crate::domain::action::{ActionDetail, NamedGoods, NamedProduct};
use crate::domain::customer::Customer;
use crate::domain::delivery::{Checklist, Delivery, DeliveryLine, DeliveryStage, Plan};
use crate::domain::id::{DeliveryId, ProductId};
use crate::domain::refusal::{Refusal, Topic};
use crate::domain::skip::{NewSkip, ProposeAgain};
use crate::domain::{Day, Quantity};
use crate::store::Tx;

fn not_in_the_past(day: Day, today: Day) -> Result<()> {
    if day < today { Err(Refusal::InThePast { day }.into()) } else { Ok(()) }
}

/// Returns the open delivery and its customer, or a refusal if it does not exist or is closed.
pub(super) fn open(tx: &Tx, id: DeliveryId) -> Result<(Delivery, Customer)> {
    let missing =
        || Refusal::NotFound { what: Topic::Delivery, which: format!("#{}", id.number()) };
    let delivery = tx.delivery(id)?.ok_or_else(missing)?;
    let customer = find::customer(tx, delivery.customer)?;
    match delivery.closed_on {
        Some(on) => Err(Refusal::NotOpen { delivery: id, name: customer.name, on }.into()),
        None => Ok((delivery, customer)),
    }
}

pub(super) fn plan(tx: &Tx, plan: &Plan, today: Day) -> Result<CommandOutcome> {
    not_in_the_past(plan.on, today)?;
    let customer = find::customer(tx, plan.customer)?;
    let lines = if plan.lines.is_empty() { asked_for(tx, plan)? } else { plan.lines.clone() };
    let plan = &Plan { lines, ..plan.clone() };
    let id = join_or_plan(tx, &customer, plan)?;
    let detail = ActionDetail::DeliveryPlanned {
        customer: (&customer).into(),
        goods: named_goods(tx, &plan.lines)?,
        on: plan.on,
    };
    Ok((detail, vec![SideNote::Planned(id, plan.on)]))
}

/// Returns the products and quantities that the customer's jars need on the day of the plan: of the
/// jars with room by then, or of all jars if none has. A jar without a forecast counts as having
/// room.
fn asked_for(tx: &Tx, plan: &Plan) -> Result<Vec<(ProductId, Quantity)>> {
    let known = tx.jar_rows_of(plan.customer)?;
    let mut wanted = Vec::new();
    for jar in tx.jars_of(plan.customer)? {
        let earliest = known.iter().find(|row| row.jar == jar.id).map(|row| row.earliest);
        let product = find::product(tx, jar.product)?;
        if let Some(quantity) = jar.usual.or(product.pack).or(jar.capacity) {
            wanted.push((
                earliest.is_none_or(|earliest| earliest <= plan.on),
                (product.id, quantity),
            ));
        }
    }
    let any_room = wanted.iter().any(|(room, _)| *room);
    Ok(wanted.into_iter().filter(|(room, _)| *room || !any_room).map(|(_, goods)| goods).collect())
}

/// Plans the deliveries that are not planned yet: running it twice creates no duplicates.
pub(super) fn plan_proposed(tx: &Tx, plans: &[Plan], today: Day) -> Result<CommandOutcome> {
    let mut notes = Vec::new();
    for plan in plans {
        not_in_the_past(plan.on, today)?;
        let customer = find::customer(tx, plan.customer)?;
        let promised: Vec<ProductId> = tx
            .open_deliveries(customer.id)?
            .iter()
            .flat_map(|open| &open.lines)
            .map(|line| line.product)
            .collect();
        let new =
            plan.lines.iter().copied().filter(|(product, _)| !promised.contains(product)).collect();
        let rest = Plan { lines: new, ..plan.clone() };
        if !rest.lines.is_empty() {
            notes.push(SideNote::Planned(join_or_plan(tx, &customer, &rest)?, plan.on));
        }
    }
    let deliveries = u32::try_from(notes.len()).unwrap_or(u32::MAX);
    Ok((ActionDetail::ProposalsPlanned { deliveries }, notes))
}

/// One delivery a customer and day: goods for a day that is planned already join it, and a quantity
/// that is planned again replaces the one before.
fn join_or_plan(tx: &Tx, customer: &Customer, plan: &Plan) -> Result<DeliveryId> {
    let lines = meant_to_be_brought(tx, customer, &plan.lines)?;
    match tx.open_delivery(customer.id, plan.on)? {
        Some(open) => {
            tx.update_delivery(&Delivery { lines, ..open.clone() })?;
            Ok(open.id)
        }
        None => Ok(tx.insert_delivery(&Delivery {
            id: DeliveryId::new(0),
            customer: customer.id,
            stage: DeliveryStage::Planned,
            planned_for: plan.on,
            closed_on: None,
            reason: String::new(),
            checklist: Checklist::default(),
            early: false,
            lines,
            external: None,
        })?),
    }
}

/// Builds the lines of a planned delivery of these goods. Refuses a customer who has left, and an
/// empty list or quantity.
pub(super) fn meant_to_be_brought(
    tx: &Tx,
    customer: &Customer,
    goods: &[(ProductId, Quantity)],
) -> Result<Vec<DeliveryLine>> {
    if let Some(left) = &customer.left {
        return Err(Refusal::HasLeft { name: customer.name.clone(), on: left.on }.into());
    }
    if goods.is_empty() || goods.iter().any(|(_, quantity)| !quantity.is_positive()) {
        return Err(Refusal::NothingToDeliver { name: customer.name.clone() }.into());
    }
    let line = |(product, planned): (ProductId, Quantity)| {
        find::product(tx, product)?;
        Topic::Quantity.within(planned, Quantity::LEAST..=Quantity::MAX)?;
        Ok(planned_line(product, planned))
    };
    added_up(goods).into_iter().map(line).collect()
}

/// Adds up the quantities of products that are named twice.
fn added_up(lines: &[(ProductId, Quantity)]) -> Vec<(ProductId, Quantity)> {
    let mut sums: Vec<(ProductId, Quantity)> = Vec::new();
    for (product, quantity) in lines {
        match sums.iter_mut().find(|(known, _)| known == product) {
            Some((_, sum)) => *sum += *quantity,
            None => sums.push((*product, *quantity)),
        }
    }
    sums
}

fn planned_line(product: ProductId, planned: Quantity) -> DeliveryLine {
    DeliveryLine { product, planned, delivered: None, price: None }
}

/// Plans the goods of `lines` for `customer` on `day`, added to a delivery already planned for that
/// day.
pub(super) fn plan_rest(
    tx: &Tx,
    customer: &Customer,
    lines: Vec<(ProductId, Quantity)>,
    day: Day,
) -> Result<SideNote> {
    let open = tx.open_delivery(customer.id, day)?;
    let promised =
        |product| open.iter().flat_map(|open| &open.lines).find(|line| line.product == product);
    // Quantities already promised for that day are added to the rest.
    let lines = lines
        .into_iter()
        .map(|(product, rest)| {
            (product, promised(product).map_or(rest, |line| line.planned + rest))
        })
        .collect();
    Ok(SideNote::Planned(
        join_or_plan(tx, customer, &Plan { customer: customer.id, on: day, lines })?,
        day,
    ))
}

pub(super) fn miss(
    tx: &Tx,
    id: DeliveryId,
    on: Day,
    reason: &str,
    next: Day,
    today: Day,
) -> Result<CommandOutcome> {
    let (delivery, customer) = open(tx, id)?;
    not_in_the_future(on, today)?;
    if next <= on {
        return Err(Refusal::NotLater { day: next, than: on }.into());
    }
    let lines = delivery.lines.iter().map(|line| (line.product, line.planned)).collect();
    close(tx, &delivery, DeliveryStage::Missed, on, reason)?;
    let note = plan_rest(tx, &customer, lines, next)?;
    let (customer, reason) = ((&customer).into(), reason.to_owned());
    Ok((ActionDetail::DeliveryMissed { customer, next, reason }, vec![note]))
}

pub(super) fn cancel(
    tx: &Tx,
    id: DeliveryId,
    (on, today): (Day, Day),
    reason: &str,
    again: ProposeAgain,
) -> Result<CommandOutcome> {
    let (delivery, customer) = open(tx, id)?;
    not_in_the_future(on, today)?;
    close(tx, &delivery, DeliveryStage::Cancelled, on, reason)?;
    let until = again.skipped_until(delivery.planned_for, today).filter(|until| *until >= today);
    let note = match until {
        Some(until) => {
            let products = delivery.lines.iter().map(|line| line.product).collect();
            let (customer, reason) = (customer.id, reason.to_owned());
            skip::write(tx, &NewSkip { customer, products, on, until, reason })?
        }
        None => None,
    };
    let detail = ActionDetail::DeliveryCancelled {
        customer: (&customer).into(),
        planned_for: delivery.planned_for,
        reason: reason.to_owned(),
    };
    Ok((detail, note.into_iter().collect()))
}

pub(super) fn close(
    tx: &Tx,
    delivery: &Delivery,
    stage: DeliveryStage,
    on: Day,
    reason: &str,
) -> Result<()> {
    let closed =
        Delivery { stage, closed_on: Some(on), reason: reason.to_owned(), ..delivery.clone() };
    Ok(tx.update_delivery(&closed)?)
}

pub(super) fn move_to(tx: &Tx, id: DeliveryId, to: Day, today: Day) -> Result<CommandOutcome> {
    let (delivery, customer) = open(tx, id)?;
    not_in_the_past(to, today)?;
    match tx.open_delivery(customer.id, to)? {
        // Goods for a day that is planned already join it; what is left of this one is cancelled.
        Some(other) if other.id != id => {
            let lines = delivery.lines.iter().map(|line| (line.product, line.planned)).collect();
            close(tx, &delivery, DeliveryStage::Cancelled, today, "")?;
            plan_rest(tx, &customer, lines, to)?;
        }
        _ => tx.update_delivery(&Delivery { planned_for: to, ..delivery })?,
    }
    Ok((ActionDetail::DeliveryMoved { customer: (&customer).into(), to }, Vec::new()))
}

/// Returns the goods of a delivery with the names of their products, for the journal.
pub(super) fn named_goods(tx: &Tx, lines: &[(ProductId, Quantity)]) -> Result<Vec<NamedGoods>> {
    let named = |(product, quantity): &(ProductId, Quantity)| {
        let product = NamedProduct::from(&find::product(tx, *product)?);
        Ok(NamedGoods { product, quantity: *quantity })
    };
    lines.iter().map(named).collect()
}
