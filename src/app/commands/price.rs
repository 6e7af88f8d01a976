//! Prices by customer, by quantity and from a day on. No recorded delivery changes with them.

use super::CommandOutcome;
use crate::app::prices::{price_book, unit_prices};
use crate::app::{Result, find};
use crate::domain::action::ActionDetail;
use crate::domain::id::PriceId;
use crate::domain::jar::Jar;
use crate::domain::price::Price;
use crate::domain::product::Product;
use crate::domain::refusal::{Refusal, Topic};
use crate::domain::{Day, Money, Quantity};
use crate::store::Tx;

pub(super) fn set(tx: &Tx, new: &Price) -> Result<CommandOutcome> {
    let product = find::product_on_sale(tx, new.product)?;
    let customer = new.customer.map(|customer| find::customer(tx, customer)).transpose()?;
    check(new)?;
    if new.amount.is_none() && !ends_any(tx, new)? {
        return Err(Refusal::NoPriceToEnd { product: product.name }.into());
    }
    put(tx, new)?;
    let detail = ActionDetail::PriceSet {
        product: (&product).into(),
        customer: customer.as_ref().map(Into::into),
        least: new.least,
        from: new.from,
        amount: new.amount,
    };
    Ok((detail, Vec::new()))
}

pub(super) fn remove(tx: &Tx, id: PriceId) -> Result<CommandOutcome> {
    let missing = || Refusal::NotFound { what: Topic::Price, which: format!("#{}", id.number()) };
    let price = tx.price(id)?.ok_or_else(missing)?;
    let product = find::product(tx, price.product)?;
    let customer = price.customer.map(|customer| find::customer(tx, customer)).transpose()?;
    tx.delete_price(id)?;
    let detail = ActionDetail::PriceRemoved {
        product: (&product).into(),
        customer: customer.as_ref().map(Into::into),
        from: price.from,
    };
    Ok((detail, Vec::new()))
}

/// Checks the values of a price before it is written.
///
/// # Errors
/// If the least quantity or the price is out of range.
pub(super) fn check(price: &Price) -> Result<()> {
    Topic::Quantity.within(price.least, Quantity::ZERO..=Quantity::MAX)?;
    Topic::Amount.within(price.amount.unwrap_or_default(), Money::ZERO..=Money::MAX)?;
    Ok(())
}

/// Sets the price of a product for everybody from today on, if it is not the one that holds.
pub(super) fn set_general(tx: &Tx, product: &Product, price: Money, today: Day) -> Result<()> {
    if price_book(tx, &[])?.general(today, product.id, product.price) == price {
        return Ok(());
    }
    put(tx, &Price { amount: Some(price), ..any_quantity(product, today) })
}

/// Sets the price of a jar from today on where the customer has a price with a day: the price of the jar alone
/// would be behind it.
pub(super) fn set_own(tx: &Tx, jar: &Jar, product: &Product, today: Day) -> Result<()> {
    let own = Price { customer: Some(jar.customer), ..any_quantity(product, today) };
    let is_own = |price: &Price| price.customer.is_some() && price.product == product.id;
    if !tx.prices_for(&[jar.customer])?.iter().any(|price| is_own(price) && price.least.is_zero())
        || Some(unit_prices(tx, jar.customer, product, today)?.of(Quantity::ZERO)) == jar.price
    {
        return Ok(());
    }
    put(tx, &Price { amount: jar.price, ..own })
}

fn any_quantity(product: &Product, from: Day) -> Price {
    let (id, least) = (PriceId::new(0), Quantity::ZERO);
    Price { id, product: product.id, customer: None, least, from, amount: None }
}

/// Writes a price, over the one of the same day if there is one.
fn put(tx: &Tx, price: &Price) -> Result<()> {
    match tx.price_like(price)? {
        Some(known) if known.amount == price.amount => {}
        Some(known) => tx.update_price(&Price { id: known.id, ..price.clone() })?,
        None => drop(tx.insert_price(price)?),
    }
    Ok(())
}

/// Returns whether a price holds before an end.
fn ends_any(tx: &Tx, end: &Price) -> Result<bool> {
    let customers: Vec<_> = end.customer.into_iter().collect();
    let book = price_book(tx, &customers)?;
    let before = book.of(end.product, end.customer).iter();
    let mut before = before.filter(|price| price.least == end.least && price.from <= end.from);
    let of_jar = match end.customer.filter(|_| end.least.is_zero()) {
        Some(customer) => tx.jar_of(customer, end.product)?.and_then(|jar| jar.price),
        None => None,
    };
    Ok(match before.next_back() {
        Some(last) => last.amount.is_some(),
        None => of_jar.is_some(),
    })
}
