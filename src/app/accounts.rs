//! Account statuses as they stood at the end of a day: the stored ones, except those of customers
//! with later entries, which are recomputed from the earlier entries. Every list, page and note
//! that shows a balance reads it here, so that one day has one sum.

use super::{Error, Result};
use crate::domain::Day;
use crate::domain::id::CustomerId;
use crate::domain::settlement::{by_due_day, open_debts};
use crate::domain::shop::Shop;
use crate::domain::tab::statement;
use crate::domain::views::{
    AccountStatus, CustomerRow, DeliveryRow, FollowUpRow, FoundOccasion, Goods, JarRow, TabRow,
};
use crate::store::{self, Tx};
use std::collections::{BTreeMap, BTreeSet};

/// A row that shows the account of its customer.
pub(super) trait AccountRow {
    /// Returns the customer.
    fn holder(&self) -> CustomerId;

    /// Replaces the account status.
    fn set_status(&mut self, status: AccountStatus);

    /// Returns the goods for which the customer may have tickets.
    fn goods_mut(&mut self) -> Vec<&mut Goods>;
}

macro_rules! account_rows {
    ($($row:ty: |$each:ident| $holder:expr, |$status:ident| $set:expr, $goods:expr;)*) => {$(
        impl AccountRow for $row {
            fn holder(&self) -> CustomerId {
                let $each = self;
                $holder
            }

            fn set_status(&mut self, $status: AccountStatus) {
                let $each = self;
                $set
            }

            fn goods_mut(&mut self) -> Vec<&mut Goods> {
                let goods: fn(&mut Self) -> Vec<&mut Goods> = $goods;
                goods(self)
            }
        }
    )*};
}

account_rows! {
    CustomerRow: |row| row.customer.id, |status| row.standing = status, |_| Vec::new();
    DeliveryRow: |row| row.who.id, |status| row.standing = status,
        |row| row.lines.iter_mut().map(|line| &mut line.goods).collect();
    FollowUpRow: |row| row.who.id, |status| row.balance = status.balance, |_| Vec::new();
    FoundOccasion: |row| row.who.id, |status| row.balance = status.balance, |_| Vec::new();
    JarRow: |row| row.who.id, |status| row.standing = status, |row| vec![&mut row.goods];
    TabRow: |row| row.who.id, |status| row.standing = status, |_| Vec::new();
}

/// Fills in the tickets that the customers have for their goods at the end of a day.
fn count_tickets<R: AccountRow>(tx: &Tx, day: Day, rows: &mut [R]) -> Result<()> {
    if !tx.has_tickets()? {
        return Ok(());
    }
    let holders: BTreeSet<CustomerId> = rows.iter().map(R::holder).collect();
    let tickets = tx.valid_tickets(&holders, day)?;
    for row in rows {
        let holder = row.holder();
        for goods in row.goods_mut() {
            goods.tickets = tickets.get(&(holder, goods.product)).copied().unwrap_or(0);
        }
    }
    Ok(())
}

/// Returns the rows with the account statuses and the tickets as they were at the end of a day.
pub(super) fn accounts_on<R: AccountRow>(tx: &Tx, day: Day, mut rows: Vec<R>) -> Result<Vec<R>> {
    count_tickets(tx, day, &mut rows)?;
    if rows.is_empty() || !tx.has_entries_after(day)? {
        return Ok(rows);
    }
    let holders: BTreeSet<CustomerId> = rows.iter().map(R::holder).collect();
    let later = tx.with_entries_after(&holders, day)?;
    let mut then = BTreeMap::new();
    each_account_on(tx, &tx.shop()?, day, &later, |row| {
        then.insert(row.who.id, row.standing);
    })?;
    for row in &mut rows {
        if let Some(status) = then.get(&row.holder()) {
            row.set_status(status.clone());
        }
    }
    Ok(rows)
}

/// Returns the account status of a customer as it stood at the end of a day.
pub(super) fn account_on(tx: &Tx, day: Day, customer: CustomerId) -> Result<AccountStatus> {
    let rows = accounts_on(tx, day, tx.standings_of(&[customer])?)?;
    Ok(rows.into_iter().next().map(|row| row.standing).unwrap_or_default())
}

/// Number of customers held in memory at a time where all are looked at.
pub(super) const PAGE: usize = 1000;

/// Calls `look` with every tab whose balance was not zero at the end of a day, in no particular order. Of customers
/// with later entries only the balance and the open debts are as of that day: no more of their entries are read than
/// explain the balance.
pub(super) fn each_balance_on<E: From<Error> + From<store::Error>>(
    tx: &Tx,
    shop: &Shop,
    day: Day,
    mut look: impl FnMut(&TabRow) -> std::result::Result<(), E>,
) -> std::result::Result<(), E> {
    let (days_off, balances) = (shop.days_off(), tx.balances_then(day)?);
    tx.each_uneven_row(|row| match balances.contains_key(&row.who.id) {
        true => Ok(()),
        false => look(&row),
    })?;
    let uneven = balances.iter().filter(|(_, balance)| !balance.is_zero());
    let customers: Vec<CustomerId> = uneven.map(|(customer, _)| *customer).collect();
    for page in customers.chunks(PAGE) {
        for mut row in tx.standings_of(page)? {
            let balance = balances.get(&row.who.id).copied().unwrap_or_default();
            let debts = tx.with_newest_entries((row.who.id, Some(day)), |entries| {
                open_debts(entries, balance).collect::<Vec<_>>()
            })?;
            let open = by_due_day(debts, |on| shop.due_day(&row.payday, on, &days_off));
            row.standing = AccountStatus { balance, open, ..row.standing };
            look(&row)?;
        }
    }
    Ok(())
}

/// Calls `look` with the tabs of these customers, their account statuses recomputed from the entries
/// until the end of a day.
pub(super) fn each_account_on(
    tx: &Tx,
    shop: &Shop,
    day: Day,
    customers: &BTreeSet<CustomerId>,
    mut look: impl FnMut(TabRow),
) -> Result<()> {
    let days_off = shop.days_off();
    tx.each_tab_until(customers, day, |row, entries| {
        let due_day = |day| shop.due_day(&row.payday, day, &days_off);
        let then = statement(entries, day, due_day);
        let open = then.open_by_due_day();
        let (balance, history) = (then.balance, then.history);
        let standing = AccountStatus { balance, open, history, ..row.standing.clone() };
        look(TabRow { standing, ..row });
    })?;
    Ok(())
}
