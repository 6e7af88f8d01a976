//! Products: writing them down, buying, counting.

use super::{CommandOutcome, container, not_in_the_future, price};
use crate::app::{Result, SideNote, find};
use crate::domain::action::ActionDetail;
use crate::domain::appetite::usual_appetite;
use crate::domain::id::ProductId;
use crate::domain::product::{MoveReason, Product, ProductPatch, StockMove};
use crate::domain::refusal::{Refusal, Topic};
use crate::domain::{Day, Money, Quantity, Rate};
use crate::store::Tx;

pub(super) fn add(
    tx: &Tx,
    patch: &ProductPatch,
    stock: Option<Quantity>,
    on: Day,
) -> Result<CommandOutcome> {
    let (Some(name), Some(unit), Some(price)) = (&patch.name, &patch.unit, patch.price) else {
        return Err(Refusal::ProductIncomplete.into());
    };
    let mut product = Product::new(ProductId::new(0), name.clone(), unit.clone(), price);
    product.apply(patch.clone());
    let mut notes = Vec::new();
    if patch.appetite.is_none()
        && let Some(each) = usual_appetite(&product)
    {
        product.appetite = Some(each);
        notes.push(SideNote::UsualAppetite { each, unit: product.unit.clone() });
    }
    check(tx, &product)?;
    let mut product = container::in_known_container(tx, product)?;
    product.id = tx.insert_product(&product)?;
    if let Some(quantity) = stock.filter(|quantity| !quantity.is_zero()) {
        Topic::Quantity.within(quantity, Quantity::MIN..=Quantity::MAX)?;
        let cost = Some(product.cost).filter(|cost| !cost.is_zero());
        tx.insert_stock_move(&StockMove {
            product: product.id,
            on,
            quantity,
            cost,
            reason: MoveReason::Opening,
        })?;
    }
    Ok((ActionDetail::ProductAdded { product: (&product).into() }, notes))
}

/// Changes a product. Its price holds from today on: what is recorded later for an earlier day has the earlier price.
pub(super) fn edit(
    tx: &Tx,
    id: ProductId,
    patch: &ProductPatch,
    today: Day,
) -> Result<CommandOutcome> {
    let mut product = find::product(tx, id)?;
    let unit_changes = patch.unit.as_ref().is_some_and(|unit| *unit != product.unit);
    if unit_changes && tx.any_quantity_of(id)? {
        return Err(Refusal::UnitInUse { name: product.name }.into());
    }
    product.apply(ProductPatch { price: None, ..patch.clone() });
    check(tx, &product)?;
    let product = container::in_known_container(tx, product)?;
    tx.update_product(&product)?;
    if let Some(price) = patch.price {
        Topic::Amount.within(price, Money::ZERO..=Money::MAX)?;
        price::set_general(tx, &product, price, today)?;
    }
    Ok((ActionDetail::ProductEdited { product: (&product).into() }, Vec::new()))
}

/// Retires a product: its jars are no longer forecast, and nothing new is planned of it. What still stands open
/// is told.
pub(super) fn retire(tx: &Tx, id: ProductId, on: Day, today: Day) -> Result<CommandOutcome> {
    not_in_the_future(on, today)?;
    let product = find::product(tx, id)?;
    if let Some(on) = product.retired_on {
        return Err(Refusal::Retired { name: product.name, on }.into());
    }
    let (jars, planned) = tx.open_with(id)?;
    tx.update_product(&Product { retired_on: Some(on), ..product.clone() })?;
    let notes = match (jars, planned) {
        (0, 0) => Vec::new(),
        (jars, planned) => vec![SideNote::StillOpen { jars, planned }],
    };
    Ok((ActionDetail::ProductRetired { product: (&product).into(), on }, notes))
}

/// Sells a retired product again.
pub(super) fn restore(tx: &Tx, id: ProductId) -> Result<CommandOutcome> {
    let product = find::product(tx, id)?;
    if product.retired_on.is_none() {
        return Err(Refusal::NotRetired { name: product.name }.into());
    }
    tx.update_product(&Product { retired_on: None, ..product.clone() })?;
    Ok((ActionDetail::ProductRestored { product: (&product).into() }, Vec::new()))
}

/// Sets the quantity on order and its day of arrival; goods received are subtracted from it.
pub(super) fn order(
    tx: &Tx,
    id: ProductId,
    quantity: Quantity,
    arrives_on: Option<Day>,
) -> Result<CommandOutcome> {
    Topic::Quantity.within(quantity, Quantity::ZERO..=Quantity::MAX)?;
    let mut product = find::product_on_sale(tx, id)?;
    product.on_order = Some(quantity).filter(|quantity| quantity.is_positive());
    product.arrives_on = arrives_on.filter(|_| product.on_order.is_some());
    tx.update_product(&product)?;
    Ok((ActionDetail::StockOrdered { product: (&product).into(), quantity }, Vec::new()))
}

pub(super) fn receive(
    tx: &Tx,
    id: ProductId,
    quantity: Quantity,
    cost: Option<Money>,
    on: Day,
) -> Result<CommandOutcome> {
    let mut product = find::product(tx, id)?;
    Topic::Quantity.within(quantity, Quantity::LEAST..=Quantity::MAX)?;
    Topic::Amount.within(cost.unwrap_or_default(), Money::ZERO..=Money::MAX)?;
    tx.insert_stock_move(&StockMove {
        product: id,
        on,
        quantity,
        cost,
        reason: MoveReason::Received,
    })?;
    let before = product.clone();
    product.cost = cost.unwrap_or(product.cost);
    product.on_order = (product.on_order)
        .map(|ordered| ordered - quantity)
        .filter(|ordered| ordered.is_positive());
    product.arrives_on = product.arrives_on.filter(|_| product.on_order.is_some());
    if product != before {
        tx.update_product(&product)?;
    }
    let detail = ActionDetail::StockReceived { product: (&product).into(), quantity };
    Ok((detail, vec![stock_left(tx, &product)?]))
}

/// Records the difference between the counted and the expected stock as a move, so that the stock
/// stays the sum of its moves.
pub(super) fn count(tx: &Tx, id: ProductId, found: Quantity, on: Day) -> Result<CommandOutcome> {
    let product = find::product(tx, id)?;
    Topic::Quantity.within(found, Quantity::MIN..=Quantity::MAX)?;
    let quantity = found - tx.stock(id)?;
    if !quantity.is_zero() {
        tx.insert_stock_move(&StockMove {
            product: id,
            on,
            quantity,
            cost: None,
            reason: MoveReason::Counted,
        })?;
    }
    let detail = ActionDetail::StockCounted { product: (&product).into(), difference: quantity };
    Ok((detail, vec![stock_left(tx, &product)?]))
}

/// Returns a note of the quantity of a product left in stock.
pub(super) fn stock_left(tx: &Tx, product: &Product) -> Result<SideNote> {
    let quantity = tx.stock(product.id)?;
    Ok(SideNote::StockLeft { product: product.name.clone(), quantity, unit: product.unit.clone() })
}

/// Checks a product before it is written. Its texts are checked at input.
///
/// # Errors
/// If the product breaks a rule or the file cannot be read.
pub(super) fn check(tx: &Tx, product: &Product) -> Result<()> {
    for price in [product.price, product.cost] {
        Topic::Amount.within(price, Money::ZERO..=Money::MAX)?;
    }
    let (pack, reorder) =
        (product.pack.unwrap_or(Quantity::LEAST), product.reorder.unwrap_or_default());
    Topic::Quantity.within(pack, Quantity::LEAST..=Quantity::MAX)?;
    Topic::Quantity.within(reorder, Quantity::ZERO..=Quantity::MAX)?;
    Topic::Rate.within(product.appetite.unwrap_or(Rate::LEAST), Rate::LEAST..=Rate::MAX)?;
    match tx.product_named(&product.name)? {
        Some(other) if other.id != product.id => {
            Err(Refusal::ProductTaken { name: other.name }.into())
        }
        _ => Ok(()),
    }
}
