//! Deliveries before the door: planning, missing, cancelling, moving.

mod complete;
mod edit;
mod give_back;
mod warnings;

pub(super) use complete::complete;
pub(super) use edit::edit;
pub(super) use give_back::give_back;
use warnings::{day_warnings, jar_warnings};

use super::batch::summary;
use super::{CommandOutcome, jar, not_in_the_future, skip, tab, ticket};
use crate::app::{Result, SideNote, find};
use crate::domain::action::{ActionDetail, Batch, NamedGoods, NamedProduct};
use crate::domain::customer::Customer;
use crate::domain::day::Weekdays;
use crate::domain::delivery::{Checklist, Delivery, DeliveryLine, DeliveryStage, Plan};
use crate::domain::id::{DeliveryId, ProductId};
use crate::domain::import::Capped;
use crate::domain::refusal::{Refusal, Topic};
use crate::domain::skip::{NewSkip, ProposeAgain};
use crate::domain::urgency::Errand;
use crate::domain::views::JarRow;
use crate::domain::visit_days::{VisitDays, everybody_away};
use crate::domain::{Day, Quantity};
use crate::store::Tx;

fn not_in_the_past(day: Day, today: Day) -> Result<()> {
    if day < today { Err(Refusal::InThePast { day }.into()) } else { Ok(()) }
}

/// Returns the delivery, or a refusal if it does not exist.
fn existing(tx: &Tx, id: DeliveryId) -> Result<Delivery> {
    let missing =
        || Refusal::NotFound { what: Topic::Delivery, which: format!("#{}", id.number()) };
    Ok(tx.delivery(id)?.ok_or_else(missing)?)
}

/// Returns the open delivery and its customer, or a refusal if it does not exist or is closed.
pub(super) fn open(tx: &Tx, id: DeliveryId) -> Result<(Delivery, Customer)> {
    let delivery = existing(tx, id)?;
    let customer = find::customer(tx, delivery.customer)?;
    match delivery.closed_on {
        Some(on) => Err(Refusal::NotOpen { delivery: id, name: customer.name, on }.into()),
        None => Ok((delivery, customer)),
    }
}

pub(super) fn plan(tx: &Tx, plan: &Plan, today: Day) -> Result<CommandOutcome> {
    not_in_the_past(plan.on, today)?;
    let customer = find::customer(tx, plan.customer)?;
    let (lines, retired) = match plan.lines.is_empty() {
        true => asked_for(tx, plan)?,
        false => (plan.lines.clone(), Vec::new()),
    };
    let plan = &Plan { lines, ..plan.clone() };
    let replaced = replaced(tx, plan)?;
    let id = join_or_plan(tx, &customer, plan)?;
    let detail = ActionDetail::DeliveryPlanned {
        customer: (&customer).into(),
        goods: named_goods(tx, &plan.lines)?,
        on: plan.on,
    };
    let mut notes = vec![SideNote::Planned(id, plan.on)];
    notes.extend(replaced);
    notes.extend(retired);
    notes.extend(day_warnings(tx, &customer, plan.on, today)?);
    notes.extend(jar_warnings(tx, &customer, &goods_of(plan), (plan.on, today))?);
    notes.extend(tab::over_limit_then(tx, &customer, plan, today)?);
    Ok((detail, notes))
}

/// Returns a note for each quantity planned for that day before that the plan replaces by another.
fn replaced(tx: &Tx, plan: &Plan) -> Result<Vec<SideNote>> {
    let open = tx.open_delivery(plan.customer, plan.on)?;
    let other = |line: &&DeliveryLine| {
        let again: Vec<Quantity> = (plan.lines.iter())
            .filter_map(|(product, quantity)| (*product == line.product).then_some(*quantity))
            .collect();
        !again.is_empty() && again.iter().copied().sum::<Quantity>() != line.planned
    };
    let note = |line: &DeliveryLine| {
        let product = find::product(tx, line.product)?;
        let quantity = line.planned;
        Ok(SideNote::PlanReplaced { product: product.name, quantity, unit: product.unit })
    };
    open.iter().flat_map(|open| &open.lines).filter(other).map(note).collect()
}

fn goods_of(plan: &Plan) -> Vec<ProductId> {
    plan.lines.iter().map(|(product, _)| *product).collect()
}

/// Moves every delivery that is planned for a day on which it cannot be made (the shop does not deliver,
/// or nobody of the household is there) to the nearest day on which it can: the last one before it, else
/// the first one after it. Where nobody is there it is the first one after it, if the jars are safe until then.
pub(super) fn move_from_days_off(tx: &Tx, today: Day) -> Result<CommandOutcome> {
    let shop = tx.shop()?;
    let (mut details, mut notes) = (Vec::new(), Vec::new());
    for (id, day) in tx.planned_from(today)? {
        let (delivery, customer) = open(tx, id)?;
        let away = everybody_away(&tx.times_away(customer.id)?);
        let visits = VisitDays { shop: &shop, weekdays: Weekdays::default(), away: &away };
        if visits.allow(day) {
            continue;
        }
        let visits = VisitDays { weekdays: customer.weekdays, ..visits };
        let after = visits.first_from(day);
        let is_away = visits.absence(day).is_some();
        let to = match visits.last_until(day, today) {
            Some(before) if !is_away || !is_safe_until(tx, &delivery, after)? => before,
            Some(_) | None => after,
        };
        details.push(move_to(tx, delivery.id, to, today)?.0);
        notes.push(SideNote::Planned(id, to));
    }
    let detail = match details.is_empty() {
        true => ActionDetail::Batch(Batch::default()),
        false => ActionDetail::Batch(summary(&details)?),
    };
    Ok((detail, notes))
}

/// Returns whether the jars that a delivery fills are safe until a day.
fn is_safe_until(tx: &Tx, delivery: &Delivery, day: Day) -> Result<bool> {
    let brings = |row: &JarRow| delivery.lines.iter().any(|line| line.product == row.goods.product);
    Ok(tx
        .jar_rows_of(delivery.customer)?
        .iter()
        .filter(|row| brings(row))
        .all(|row| day <= row.safe))
}

/// Returns the deliveries that are planned for days from today on, on which the shop does not deliver.
pub(super) fn planned_on_days_off(tx: &Tx, today: Day) -> Result<Option<SideNote>> {
    let shop = tx.shop()?;
    let mut standing = Capped::default();
    let off = |day: Day| !shop.delivers_on(day, Weekdays::default());
    let planned = tx.planned_from(today)?.into_iter();
    planned.filter(|(_, day)| off(*day)).for_each(|one| standing.push(one));
    Ok((!standing.is_empty()).then_some(SideNote::PlannedOnDaysOff(standing)))
}

/// Goods to plan, and notes about those that were left out.
type AskedFor = (Vec<(ProductId, Quantity)>, Vec<SideNote>);

/// Returns the products and quantities that the customer's jars need on the day of the plan: of the
/// jars with room by then; if none has, what fits of the others; if nothing does, the usual quantity of
/// all. A jar without a forecast counts as having room; one of a retired product is left out, with a note.
fn asked_for(tx: &Tx, plan: &Plan) -> Result<AskedFor> {
    let known = tx.jar_rows_of(plan.customer)?;
    let away = everybody_away(&tx.times_away(plan.customer)?);
    let (mut all, mut less, mut room) = (Vec::new(), Vec::new(), Vec::new());
    let mut retired = Vec::new();
    for jar in tx.jars_of(plan.customer)? {
        let row = known.iter().find(|row| row.jar == jar.id);
        let product = find::product(tx, jar.product)?;
        if product.retired_on.is_some() {
            retired.push(SideNote::RetiredLeftOut { product: product.name });
            continue;
        }
        let Some(usual) = jar.usual.or(product.pack).or(jar.capacity) else { continue };
        all.push((product.id, usual));
        let errand = row.map_or(Errand::Usual(usual), |row| row.errand_on(plan.on, &away));
        match errand {
            _ if row
                .is_some_and(|row| row.earliest > plan.on && errand == Errand::Usual(usual)) => {}
            Errand::Usual(quantity) => room.push((product.id, quantity)),
            Errand::Smaller(quantity) => less.push((product.id, quantity)),
            Errand::Look => {}
        }
    }
    let most_room = [room, less, all].into_iter().find(|goods| !goods.is_empty());
    Ok((most_room.unwrap_or_default(), retired))
}

/// Plans the deliveries that are not planned yet: running it twice creates no duplicates.
pub(super) fn plan_proposed(tx: &Tx, plans: &[Plan], today: Day) -> Result<CommandOutcome> {
    let (mut notes, mut planned, mut passed_over) = (Vec::new(), 0, 0);
    let mut look_first = Vec::new();
    for plan in plans {
        not_in_the_past(plan.on, today)?;
        let customer = find::customer(tx, plan.customer)?;
        if plan.lines.is_empty() {
            look_first.push(customer.name);
            continue;
        }
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
            planned += 1;
            notes.extend(day_warnings(tx, &customer, plan.on, today)?);
        } else {
            passed_over += 1;
        }
    }
    notes.extend((passed_over > 0).then_some(SideNote::PlannedAlready(passed_over)));
    notes.extend((!look_first.is_empty()).then_some(SideNote::LookFirst(look_first)));
    Ok((ActionDetail::ProposalsPlanned { deliveries: planned }, notes))
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
        find::product_on_sale(tx, product)?;
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
    DeliveryLine { product, planned, delivered: None, price: None, cost: None }
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
    let products: Vec<ProductId> = delivery.lines.iter().map(|line| line.product).collect();
    close(tx, &delivery, DeliveryStage::Missed, on, reason)?;
    let mut notes = vec![plan_rest(tx, &customer, lines, next)?];
    notes.extend(day_warnings(tx, &customer, next, today)?);
    notes.extend(jar_warnings(tx, &customer, &products, (next, today))?);
    let (customer, reason) = ((&customer).into(), reason.to_owned());
    Ok((ActionDetail::DeliveryMissed { customer, next, reason }, notes))
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
    if let ProposeAgain::After(until) = again {
        not_in_the_past(until, today)?;
    }
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
    let products: Vec<ProductId> = delivery.lines.iter().map(|line| line.product).collect();
    let mut notes = day_warnings(tx, &customer, to, today)?;
    notes.extend(jar_warnings(tx, &customer, &products, (to, today))?);
    match tx.open_delivery(customer.id, to)? {
        // Goods for a day that is planned already join it; what is left of this one is cancelled.
        Some(other) if other.id != id => {
            let lines = delivery.lines.iter().map(|line| (line.product, line.planned)).collect();
            close(tx, &delivery, DeliveryStage::Cancelled, today, "")?;
            plan_rest(tx, &customer, lines, to)?;
        }
        _ => tx.update_delivery(&Delivery { planned_for: to, ..delivery })?,
    }
    Ok((ActionDetail::DeliveryMoved { customer: (&customer).into(), to }, notes))
}

/// Returns the goods of a delivery with the names of their products, for the journal.
pub(super) fn named_goods(tx: &Tx, lines: &[(ProductId, Quantity)]) -> Result<Vec<NamedGoods>> {
    let named = |(product, quantity): &(ProductId, Quantity)| {
        let product = NamedProduct::from(&find::product(tx, *product)?);
        Ok(NamedGoods { product, quantity: *quantity })
    };
    lines.iter().map(named).collect()
}
