//! Customers who are to be reminded of what is due.

use super::tab::owing_by;
use crate::app::accounts::accounts_on;
use crate::app::{App, Result};
use crate::domain::Day;
use crate::domain::customer::Customer;
use crate::domain::follow_up::{Rule, Trigger};
use crate::domain::id::CustomerId;
use crate::domain::shop::Shop;
use crate::domain::views::TabRow;
use crate::reports::reminder::{DueStep, Reminder};
use crate::reports::stop_order::WalkingOrder;
use crate::store::Tx;
use std::collections::BTreeMap;

impl App {
    /// Returns the reminders that are due on a day, in walking order.
    ///
    /// # Errors
    /// If the file cannot be read, like every read in this module.
    pub fn reminders(&self, day: Day) -> Result<Vec<Reminder>> {
        self.store.read(|tx| reminders(tx, day))
    }

    /// Returns the reminder that is due for a customer today.
    pub fn reminder_for(&self, customer: CustomerId) -> Result<Option<Reminder>> {
        let today = self.today();
        self.store.read(|tx| match tx.customer(customer)? {
            Some(customer) => reminder_for(tx, &customer, today),
            None => Ok(None),
        })
    }
}

/// Returns the reminders that are due on a day, in walking order.
pub(super) fn reminders(tx: &Tx, day: Day) -> Result<Vec<Reminder>> {
    let shop = tx.shop()?;
    if shop.reminders.is_empty() {
        return Ok(Vec::new());
    }
    let mut tabs = owing_by(tx, &shop, (day, shop.reminders.due_until(day)))?;
    let order = WalkingOrder::new(&shop.areas);
    tabs.sort_by_cached_key(|tab| order.key(&tab.who));
    let due = due_steps(tx, &shop, &tabs, day)?;
    let ids: Vec<CustomerId> = due.iter().map(|(tab, _)| tab.who.id).collect();
    let customers = tx.customers_by_id(&ids)?.into_iter().map(|customer| (customer.id, customer));
    let mut customers: BTreeMap<CustomerId, Customer> = customers.collect();
    let reminder = |(tab, due): (&TabRow, DueStep)| {
        let customer = customers.remove(&tab.who.id)?;
        Some(Reminder { customer, due, balance: tab.standing.balance })
    };
    Ok(due.into_iter().filter_map(reminder).collect())
}

/// Returns the occasions of reminders that are due today, by the day of their steps.
pub(super) fn reminder_occasions(tx: &Tx, shop: &Shop, today: Day) -> Result<Vec<Trigger>> {
    if shop.reminders.is_empty() || shop.holidays.contains_key(&today) {
        return Ok(Vec::new());
    }
    if tx.has_entries_after(today)? {
        // The debts are not those that are stored.
        let mut due: Vec<Trigger> = reminders(tx, today)?.iter().map(Reminder::occasion).collect();
        due.sort_by_key(|occasion| (occasion.day, occasion.customer));
        return Ok(due);
    }
    let first = shop.reminders.due_days(today).map(|(_, (first, _))| first).min();
    let owing = tx.owing_between(first.unwrap_or(today), shop.reminders.due_until(today))?;
    let ids: Vec<CustomerId> = owing.iter().map(|(customer, _)| *customer).collect();
    let (last, promising) = (tx.last_reminders(&ids, today)?, tx.promising_on(&ids, today)?);
    let complaining = tx.complaining(&ids)?;
    let occasion = |(customer, due): (CustomerId, Day)| {
        let day = shop.reminders.current(due, today)?.day(due);
        let is_sent = last.get(&customer).is_some_and(|last| *last >= day);
        let is_open =
            !is_sent && !promising.contains(&customer) && !complaining.contains(&customer);
        is_open.then_some(Trigger { rule: Rule::Reminder, customer, day })
    };
    let mut due: Vec<Trigger> = owing.into_iter().filter_map(occasion).collect();
    due.sort_by_key(|occasion| (occasion.day, occasion.customer));
    Ok(due)
}

/// Returns the reminder that is due for a customer on a day.
pub(in crate::app) fn reminder_for(
    tx: &Tx,
    customer: &Customer,
    day: Day,
) -> Result<Option<Reminder>> {
    let tabs = accounts_on(tx, day, tx.standings_of(&[customer.id])?)?;
    let due = due_steps(tx, &tx.shop()?, &tabs, day)?.into_iter().next();
    Ok(due.map(|(tab, due)| {
        let balance = tab.standing.balance;
        Reminder { customer: customer.clone(), due, balance }
    }))
}

/// Returns those of some tabs that are at a step of reminding on a day which was not sent yet.
fn due_steps<'a>(
    tx: &Tx,
    shop: &Shop,
    tabs: &'a [TabRow],
    day: Day,
) -> Result<Vec<(&'a TabRow, DueStep)>> {
    let ids: Vec<CustomerId> = tabs.iter().map(|tab| tab.who.id).collect();
    let last = tx.last_reminders(&ids, day)?;
    let complaining = tx.complaining(&ids)?;
    let step =
        |tab: &'a TabRow| Some((tab, DueStep::of(tab, last.get(&tab.who.id).copied(), shop, day)?));
    let tabs = tabs.iter().filter(|tab| !complaining.contains(&tab.who.id));
    Ok(tabs.filter_map(step).collect())
}
