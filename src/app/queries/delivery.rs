//! Deliveries: lists of them, and the stops that could join a round.

use super::round::visited_on;
use crate::app::accounts::accounts_on;
use crate::app::planning::stop_rules;
use crate::app::{App, Result};
use crate::domain::urgency::Errand;
use crate::domain::views::{DeliveryFilter, DeliveryRow};
use crate::reports::round::Stop;
use crate::reports::stop_order::StopRules;
use crate::reports::today::by_customer;
use chrono::Days;
use std::collections::BTreeSet;

/// Days ahead in which a jar must need goods for its customer to join a round nearby.
const JOIN_WITHIN: u64 = 10;

impl App {
    /// Returns the deliveries that match a filter, by day.
    pub fn deliveries(&self, filter: &DeliveryFilter) -> Result<Vec<DeliveryRow>> {
        let today = self.today();
        self.store.read(|tx| accounts_on(tx, today, tx.delivery_rows(filter)?))
    }

    /// Returns what the states of these deliveries follow from.
    pub fn stop_rules(&self, rows: &[DeliveryRow]) -> Result<StopRules> {
        let open = rows.iter().filter(|row| row.closed_on.is_none());
        self.store.read(|tx| stop_rules(tx, &tx.shop()?, open.map(|row| row.who.id)))
    }

    /// Stops that could join the rounds through these areas today: there is room in their jars,
    /// their windows close only later but soon, and they take deliveries today. The first `most`
    /// jars that close.
    pub fn could_join(&self, areas: &[String], most: u32) -> Result<Vec<Stop>> {
        let today = self.today();
        self.store.read(|tx| {
            let until = today.checked_add_days(Days::new(JOIN_WITHIN)).unwrap_or(today);
            let jars = tx.jars_with_room((today, until), areas, most)?;
            let mut jars = visited_on(tx, jars, today, &BTreeSet::new())?;
            jars.retain(|jar| jar.errand != Errand::Look);
            let customers = by_customer(jars);
            Ok(customers.values().filter_map(|jars| Stop::of_jars(jars, today)).collect())
        })
    }
}
