//! Agreements: what is recorded must not change a balance to which a customer agreed.

use crate::app::{Result, find};
use crate::domain::id::CustomerId;
use crate::domain::refusal::Refusal;
use crate::store::Tx;

/// Refuses a command after which an agreement of a customer whom it changed is not the balance any more.
pub(in crate::app) fn ensure_kept(tx: &Tx) -> Result<()> {
    tx.changed_customers().into_iter().try_for_each(|customer| ensure_kept_by(tx, customer))
}

fn ensure_kept_by(tx: &Tx, customer: CustomerId) -> Result<()> {
    let Some(broken) = tx.broken_agreements(customer)?.into_iter().next() else { return Ok(()) };
    let name = find::customer(tx, customer)?.name;
    Err(Refusal::BreaksAgreement { name, broken }.into())
}
