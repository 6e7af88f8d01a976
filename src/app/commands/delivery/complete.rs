//! At the door: goods handed over, the jar looked into, money taken, in one transaction.

use super::super::{
    CommandOutcome, container, follow_up, jar, not_in_the_future, product, tab, ticket,
};
use super::{meant_to_be_brought, named_goods, open, plan_rest};
use crate::app::accounts::account_on;
use crate::app::prices::unit_prices;
use crate::app::{Result, SideNote, find};
use crate::domain::action::{ActionDetail, NamedGoods};
use crate::domain::credit_limit::{LimitExcess, affordable};
use crate::domain::customer::Customer;
use crate::domain::delivery::{
    DeliveredLine, Delivery, DeliveryLine, DeliveryReport, DeliverySource, DeliveryStage,
    ShortfallPolicy,
};
use crate::domain::id::{DeliveryId, ProductId};
use crate::domain::jar::{Jar, Level};
use crate::domain::refusal::{Refusal, Topic};
use crate::domain::tab::{Entry, EntryKind, OverLimit};
use crate::domain::{Day, Money, Quantity};
use crate::store::Tx;
use chrono::Days;

pub(in super::super) fn complete(
    tx: &Tx,
    door: &DeliveryReport,
    today: Day,
) -> Result<CommandOutcome> {
    not_in_the_future(door.on, today)?;
    let (delivery, customer) = visited(tx, door)?;
    let first = tx.deliveries_done(customer.id)? == 0;
    let lines = brought(tx, &delivery, &customer, door)?;
    let delivery = written_down(tx, delivery)?;
    let jars = jars_of(tx, &customer, &lines)?;

    read_jars(tx, &customer, &jars, (door, delivery.id))?;
    let done = Delivery {
        stage: DeliveryStage::Done,
        closed_on: Some(door.on),
        checklist: door.checklist,
        early: by_plan(tx, &jars, door)?,
        lines: lines.clone(),
        ..delivery.clone()
    };
    tx.update_delivery(&done)?;
    let (by_tickets, ticket_notes) = ticket::pay(tx, &done, (&customer, door))?;
    let charged = charge(tx, &done, (&customer, door), (by_tickets, today))?;
    if let Some(paid) = door.paid.filter(|paid| !paid.is_zero()) {
        if paid.is_negative() {
            return Err(Refusal::NotPositive { amount: paid }.into());
        }
        Topic::Amount.within(paid, Money::ZERO..=Money::MAX)?;
        let payment = tab::entry(customer.id, EntryKind::Payment, paid, door.on);
        let method = tab::listed_method(tx, &door.method)?;
        tx.insert_entry(&Entry { delivery: Some(delivery.id), method, ..payment })?;
    }

    let mut notes = ticket_notes;
    notes.extend(container::exchange(tx, (&customer, &done), door)?);
    notes.extend(rest(tx, &customer, &lines, door)?);
    notes.extend(one_offs(tx, &customer, &lines)?);
    if first {
        notes.extend(follow_up::after_first_delivery(tx, &customer, (door.on, today))?);
    }
    for line in &lines {
        let product = find::product(tx, line.product)?;
        let floor = product.reorder.unwrap_or(Quantity::ZERO);
        if tx.stock(product.id)? <= floor {
            notes.push(product::stock_left(tx, &product)?);
        }
    }
    let goods: Vec<_> =
        lines.iter().filter_map(|line| Some((line.product, line.delivered?))).collect();
    let goods = named_goods(tx, &goods)?;
    Ok((ActionDetail::DeliveryDone { customer: (&customer).into(), goods, charged }, notes))
}

/// Returns the delivery and its customer: the promised one, or a new one that has no identity yet.
fn visited(tx: &Tx, door: &DeliveryReport) -> Result<(Delivery, Customer)> {
    let (customer, lines) = match &door.visit {
        DeliverySource::Promised(delivery) => return open(tx, *delivery),
        DeliverySource::Unplanned { customer, lines } => (find::customer(tx, *customer)?, lines),
    };
    let new = Delivery {
        id: DeliveryId::new(0),
        customer: customer.id,
        stage: DeliveryStage::Done,
        planned_for: door.on,
        closed_on: Some(door.on),
        reason: String::new(),
        checklist: door.checklist,
        early: false,
        lines: meant_to_be_brought(tx, &customer, lines)?,
        external: None,
    };
    Ok((new, customer))
}

/// Inserts a new delivery as done from the start, so that it is separate from one that is promised
/// for the same day.
fn written_down(tx: &Tx, delivery: Delivery) -> Result<Delivery> {
    match delivery.closed_on {
        Some(_) => Ok(Delivery { id: tx.insert_delivery(&delivery)?, ..delivery }),
        None => Ok(delivery),
    }
}

/// Returns the lines as delivered: quantities and prices reported at the door replace the planned
/// quantity and the agreed price.
fn brought(
    tx: &Tx,
    delivery: &Delivery,
    customer: &Customer,
    door: &DeliveryReport,
) -> Result<Vec<DeliveryLine>> {
    if door.lines.iter().any(|line| line.quantity.is_negative()) {
        return Err(Refusal::NothingToDeliver { name: customer.name.clone() }.into());
    }
    let mut lines = delivery.lines.clone();
    let handed_over = together(tx, &door.lines)?;
    for DeliveredLine { product, .. } in &handed_over {
        if !lines.iter().any(|line| line.product == *product) {
            lines.push(DeliveryLine {
                product: *product,
                planned: Quantity::ZERO,
                delivered: None,
                price: None,
                cost: None,
            });
        }
    }
    let as_said = |line: DeliveryLine| {
        let said = handed_over.iter().find(|brought| brought.product == line.product);
        let delivered = said.map_or(line.planned, |brought| brought.quantity);
        let price = said.and_then(|brought| brought.price);
        checked_line(tx, (customer, door.on), line, (delivered, price))
    };
    lines.into_iter().map(as_said).collect()
}

/// Returns the line as delivered, for the price that holds for the customer on the day unless another one is given,
/// and with the cost of the product. Refuses a quantity or price below zero or too large.
pub(super) fn checked_line(
    tx: &Tx,
    (customer, on): (&Customer, Day),
    line: DeliveryLine,
    (delivered, price): (Quantity, Option<Money>),
) -> Result<DeliveryLine> {
    Topic::Quantity.within(delivered, Quantity::ZERO..=Quantity::MAX)?;
    let product = find::product(tx, line.product)?;
    let price = match price {
        Some(price) => price,
        None => unit_prices(tx, customer.id, &product, on)?.of(delivered),
    };
    Topic::Amount.within(price, Money::ZERO..=Money::MAX)?;
    let cost = line.cost.or(product.known_cost());
    Ok(DeliveryLine { delivered: Some(delivered), price: Some(price), cost, ..line })
}

/// Adds up goods that are named twice. Refuses goods that are named with two prices.
pub(super) fn together(tx: &Tx, lines: &[DeliveredLine]) -> Result<Vec<DeliveredLine>> {
    let mut sums: Vec<DeliveredLine> = Vec::new();
    for line in lines {
        match sums.iter_mut().find(|known| known.product == line.product) {
            Some(sum) if sum.price == line.price => sum.quantity += line.quantity,
            Some(_) => {
                let text = find::product(tx, line.product)?.name;
                return Err(Refusal::NamedTwice { what: Topic::Product, text }.into());
            }
            None => sums.push(*line),
        }
    }
    Ok(sums)
}

/// Returns the agreed jars that the goods go into. Goods without one are one-off: a delivery agrees nothing.
pub(super) fn jars_of(tx: &Tx, customer: &Customer, lines: &[DeliveryLine]) -> Result<Vec<Jar>> {
    let jars = lines.iter().map(|line| Ok(tx.jar_of(customer.id, line.product)?));
    Ok(jars.collect::<Result<Vec<_>>>()?.into_iter().flatten().collect())
}

/// Returns what is to be said about goods without an agreed jar: that they are not followed, the first time,
/// and from the third time on the offer to follow them.
fn one_offs(tx: &Tx, customer: &Customer, lines: &[DeliveryLine]) -> Result<Vec<SideNote>> {
    let mut notes = Vec::new();
    for line in lines.iter().filter(|line| line.delivered.is_some_and(Quantity::is_positive)) {
        let bought = tx.one_off(customer.id, line.product)?;
        notes.extend(bought.and_then(|goods| match goods.times {
            1 => Some(SideNote::OneOff { product: goods.product_name }),
            _ if goods.is_regular() => Some(SideNote::BoughtAgain(goods)),
            _ => None,
        }));
    }
    Ok(notes)
}

/// Returns whether the delivery was made by plan and not out of need: according to the forecasts,
/// all jars were safe on that day. A delivery that was not promised follows the morning list if its
/// window has closed; if it has not, the customer called.
fn by_plan(tx: &Tx, jars: &[Jar], door: &DeliveryReport) -> Result<bool> {
    for jar in jars {
        let Some(row) = tx.jar_row(jar.id)? else { return Ok(false) };
        let wanted = row.latest.is_some_and(|latest| match door.visit {
            DeliverySource::Promised(_) => true,
            DeliverySource::Unplanned { .. } => latest <= door.on,
        });
        if !wanted || row.anchor >= door.on || row.safe < door.on {
            return Ok(false);
        }
    }
    Ok(!jars.is_empty())
}

fn read_jars(
    tx: &Tx,
    customer: &Customer,
    jars: &[Jar],
    (door, delivery): (&DeliveryReport, DeliveryId),
) -> Result<()> {
    for (product, level) in &door.left {
        let jar = jar_of(tx, customer, jars, *product)?;
        let product = find::product(tx, jar.product)?;
        let level: Level = *level;
        let quantity = jar::quantity_in(jar, &product, &customer.name, level)?;
        jar::insert_reading(tx, jar, (quantity, level.kind()), door.on, Some(delivery))?;
    }
    Ok(())
}

/// Returns the jar that a level is about: the named one, or the only one of the delivery.
pub(super) fn jar_of<'a>(
    tx: &Tx,
    customer: &Customer,
    jars: &'a [Jar],
    product: Option<ProductId>,
) -> Result<&'a Jar> {
    let name = || customer.name.clone();
    match (product, jars) {
        (None, [only]) => Ok(only),
        (None, _) => Err(Refusal::WhichJar { name: name() }.into()),
        (Some(product), _) => match jars.iter().find(|jar| jar.product == product) {
            Some(jar) => Ok(jar),
            None if tx.jar_of(customer.id, product)?.is_some() => {
                Err(Refusal::WhichJar { name: name() }.into())
            }
            None => {
                let product = find::product(tx, product)?.name;
                Err(Refusal::NoJar { name: name(), product }.into())
            }
        },
    }
}

/// One charge for what was brought and not paid for by tickets; nothing is charged for nothing.
/// Refuses it beyond the credit limit, unless that is accepted or enough is paid at the door.
fn charge(
    tx: &Tx,
    delivery: &Delivery,
    (customer, door): (&Customer, &DeliveryReport),
    (by_tickets, today): (Money, Day),
) -> Result<Money> {
    let goods: Money = delivery.lines.iter().filter_map(DeliveryLine::amount).sum();
    let amount = goods - by_tickets;
    Topic::Amount.within(amount, Money::ZERO..=Money::MAX)?;
    if !amount.is_zero() {
        if door.over == OverLimit::Refuse {
            let balance = account_on(tx, today, customer.id)?.balance;
            let paid = door.paid.unwrap_or_default();
            if let Some(excess) = tab::limit_excess(tx, customer, (balance, amount, paid))? {
                let goods = goods_that_fit(tx, &delivery.lines, excess.room)?;
                let excess = LimitExcess { goods, ..excess };
                return Err(tab::over_limit(tx, customer, excess, today)?.into());
            }
        }
        let charge = tab::entry(delivery.customer, EntryKind::Charge, amount, door.on);
        let note = door.note.clone();
        tx.insert_entry(&Entry { delivery: Some(delivery.id), note, ..charge })?;
    }
    Ok(amount)
}

/// Returns the largest quantity of a delivery of one product that costs no more than an amount.
fn goods_that_fit(tx: &Tx, lines: &[DeliveryLine], room: Money) -> Result<Option<NamedGoods>> {
    let [line] = lines else { return Ok(None) };
    let Some((delivered, price)) = line.delivered.zip(line.price) else { return Ok(None) };
    let quantity = affordable(room, price, delivered);
    let product = (&find::product(tx, line.product)?).into();
    Ok(quantity.is_positive().then_some(NamedGoods { product, quantity }))
}

/// Handles goods that were promised and not delivered: plans them for the next delivery day, or
/// reports them as dropped.
fn rest(
    tx: &Tx,
    customer: &Customer,
    lines: &[DeliveryLine],
    door: &DeliveryReport,
) -> Result<Vec<SideNote>> {
    let short = |line: &DeliveryLine| Some((line.product, line.planned - line.delivered?));
    let short: Vec<_> =
        lines.iter().filter_map(short).filter(|(_, rest)| rest.is_positive()).collect();
    if short.is_empty() {
        return Ok(Vec::new());
    }
    match door.rest {
        ShortfallPolicy::Replan => {
            let next = tx.shop()?.delivery_day_from(door.on + Days::new(1), customer.weekdays);
            Ok(vec![plan_rest(tx, customer, short, next)?])
        }
        ShortfallPolicy::Drop => short
            .into_iter()
            .map(|(product, quantity)| {
                let product = find::product(tx, product)?;
                Ok(SideNote::NotBrought { product: product.name, quantity, unit: product.unit })
            })
            .collect(),
    }
}
