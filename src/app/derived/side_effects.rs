//! The effects of an action beside its own rows: the new balance, the new empty days.

use crate::app::accounts::account_on;
use crate::app::{Result, SideNote};
use crate::domain::action::{ActionDetail, ActionKind};
use crate::domain::tab::EntryLedger;
use crate::domain::{Day, Money};
use crate::store::Tx;

/// Returns what an action led to, read after the refresh: the new balance, the new empty days.
pub(in crate::app) fn side_effects(
    tx: &Tx,
    detail: &ActionDetail,
    today: Day,
) -> Result<Vec<SideNote>> {
    use ActionKind as Kind;
    let Some(customer) = detail.customer().map(|id| tx.customer(id)).transpose()?.flatten() else {
        return Ok(Vec::new());
    };
    let kind = detail.kind();
    let mut notes = Vec::new();
    let ledger = match kind {
        Kind::EntryAdded(kind) => Some(kind.rule().ledger),
        Kind::DeliveryDone
        | Kind::GoodsReturned
        | Kind::EntryMoved
        | Kind::TicketsSold
        | Kind::TicketsRefunded => Some(EntryLedger::Owed),
        _ => None,
    };
    if ledger == Some(EntryLedger::Held) {
        notes.push(SideNote::Held(tx.held_on(customer.id, today)?));
    }
    let is_lost =
        matches!(detail, ActionDetail::ContainersMoved { charged, .. } if !charged.is_zero());
    let money = ledger == Some(EntryLedger::Owed) || is_lost;
    let leaves = kind == Kind::CustomerLeft;
    // One who leaves takes nothing along unseen.
    let tells = |balance: Money| money || leaves && !balance.is_zero();
    let standing = account_on(tx, today, customer.id)?;
    if tells(standing.balance) {
        notes.push(SideNote::Balance(standing.balance));
        notes.extend(standing.oldest_due().map(SideNote::DueOn));
        let over = tx.shop()?.credit_limit_of(&customer).filter(|limit| standing.balance > *limit);
        notes.extend(over.map(|limit| SideNote::OverLimit { balance: standing.balance, limit }));
    }
    let jars = matches!(
        kind,
        Kind::DeliveryDone
            | Kind::GoodsReturned
            | Kind::JarSet
            | Kind::JarRead
            | Kind::CustomerAway
            | Kind::HouseholdChanged
    );
    if jars {
        notes.extend(
            tx.empty_days(customer.id)?
                .into_iter()
                .map(|(product, likely, safe)| SideNote::EmptyOn { product, likely, safe }),
        );
    }
    Ok(notes)
}
