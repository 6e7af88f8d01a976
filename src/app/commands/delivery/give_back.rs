//! Goods that a customer gives back: negative lines of a visit, and a credit on the tab.

use super::super::{CommandOutcome, container, not_in_the_future, product, tab};
use super::complete::together;
use super::named_goods;
use crate::app::{Result, SideNote, find};
use crate::domain::action::ActionDetail;
use crate::domain::customer::Customer;
use crate::domain::delivery::{
    Checklist, DeliveredLine, Delivery, DeliveryLine, DeliveryStage, GoodsReturn, ReturnedStock,
};
use crate::domain::id::DeliveryId;
use crate::domain::product::{MoveReason, StockMove};
use crate::domain::refusal::{Refusal, Topic};
use crate::domain::tab::{Entry, EntryKind};
use crate::domain::{Day, Money, Quantity};
use crate::store::Tx;

/// Records goods that come back. They are credited at the price that was given, or else at the one that was charged
/// last, and go back into stock unless they are waste.
pub(in super::super) fn give_back(
    tx: &Tx,
    new: &GoodsReturn,
    today: Day,
) -> Result<CommandOutcome> {
    not_in_the_future(new.on, today)?;
    let customer = find::customer(tx, new.customer)?;
    let mut lines = Vec::new();
    for line in together(tx, &new.lines)? {
        Topic::Quantity.within(line.quantity, Quantity::LEAST..=Quantity::MAX)?;
        let known = || -> Result<Money> {
            let product = find::product(tx, line.product)?.name;
            let name = customer.name.clone();
            let missing = Refusal::NeverDelivered { name, product };
            Ok(tx.price_charged(customer.id, line.product, new.on)?.ok_or(missing)?)
        };
        let price = line.price.map_or_else(known, Ok)?;
        ensure_delivered(tx, &customer, &line, new.on)?;
        Topic::Amount.within(price, Money::ZERO..=Money::MAX)?;
        lines.push(DeliveryLine {
            product: line.product,
            planned: Quantity::ZERO,
            delivered: Some(-line.quantity),
            price: Some(price),
            cost: find::product(tx, line.product)?.known_cost(),
        });
    }
    if lines.is_empty() {
        return Err(Refusal::NothingToDeliver { name: customer.name }.into());
    }
    let delivery = tx.insert_delivery(&Delivery {
        id: DeliveryId::new(0),
        customer: customer.id,
        stage: DeliveryStage::Done,
        planned_for: new.on,
        closed_on: Some(new.on),
        reason: new.reason.clone(),
        checklist: Checklist::default(),
        early: false,
        lines: lines.clone(),
        external: None,
    })?;
    let amount = -lines.iter().filter_map(DeliveryLine::amount).sum::<Money>();
    Topic::Amount.within(amount, Money::ZERO..=Money::MAX)?;
    if amount.is_positive() {
        let entry = tab::entry(customer.id, EntryKind::Return, amount, new.on);
        let note = new.reason.clone();
        tx.insert_entry(&Entry { delivery: Some(delivery), note, ..entry })?;
    }
    let mut notes = put_away(tx, &lines, new)?;
    notes.extend(container::holdings_after(tx, customer.id, &lines, today)?);
    let goods: Vec<_> = new.lines.iter().map(|line| (line.product, line.quantity)).collect();
    let (goods, reason) = (named_goods(tx, &goods)?, new.reason.clone());
    Ok((ActionDetail::GoodsReturned { customer: (&customer).into(), goods, amount, reason }, notes))
}

/// Refuses to take back more than was delivered and not returned since. Nothing is known of goods that were delivered
/// before the notebook began: they come back at the price that is said.
fn ensure_delivered(tx: &Tx, customer: &Customer, line: &DeliveredLine, on: Day) -> Result<()> {
    if tx.price_charged(customer.id, line.product, on)?.is_none() {
        return Ok(());
    }
    let delivered = tx.delivered_until(customer.id, line.product, on)?;
    if line.quantity <= delivered {
        return Ok(());
    }
    let product = find::product(tx, line.product)?;
    let (name, unit) = (customer.name.clone(), product.unit);
    Err(Refusal::MoreThanDelivered { name, product: product.name, delivered, unit }.into())
}

/// Takes waste out of stock again, into which the lines have put it, and tells what is in stock.
fn put_away(tx: &Tx, lines: &[DeliveryLine], new: &GoodsReturn) -> Result<Vec<SideNote>> {
    let mut notes = Vec::new();
    for line in lines {
        let quantity = line.delivered.unwrap_or_default();
        if new.stock == ReturnedStock::Waste {
            tx.insert_stock_move(&StockMove {
                product: line.product,
                on: new.on,
                quantity,
                cost: None,
                reason: MoveReason::Counted,
            })?;
        }
        notes.push(product::stock_left(tx, &find::product(tx, line.product)?)?);
    }
    Ok(notes)
}
