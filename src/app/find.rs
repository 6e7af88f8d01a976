//! Finds the row of an id, or refuses because there is none.

use super::Result;
use crate::domain::action::Action;
use crate::domain::customer::Customer;
use crate::domain::id::{ActionId, CustomerId, ProductId};
use crate::domain::product::Product;
use crate::domain::refusal::{Refusal, Topic};
use crate::store::Tx;

/// Returns the customer.
///
/// # Errors
/// [`Refusal::NotFound`] if there is none; the same holds for every function here.
pub(super) fn customer(tx: &Tx, id: CustomerId) -> Result<Customer> {
    Ok(tx.customer(id)?.ok_or_else(|| not_found(Topic::Customer, id.number()))?)
}

/// Returns the product.
pub(super) fn product(tx: &Tx, id: ProductId) -> Result<Product> {
    Ok(tx.product(id)?.ok_or_else(|| not_found(Topic::Product, id.number()))?)
}

/// Returns the product, or a refusal if it was retired.
pub(super) fn product_on_sale(tx: &Tx, id: ProductId) -> Result<Product> {
    let product = product(tx, id)?;
    match product.retired_on {
        Some(on) => Err(Refusal::Retired { name: product.name, on }.into()),
        None => Ok(product),
    }
}

/// Returns the line of the journal.
pub(super) fn action(tx: &Tx, id: ActionId) -> Result<Action> {
    Ok(tx.action(id)?.ok_or_else(|| not_found(Topic::Action, id.number()))?)
}

/// Returns the refusal for an id that has no row.
pub(super) fn not_found(what: Topic, number: i64) -> Refusal {
    Refusal::NotFound { what, which: format!("#{number}") }
}
