//! Deliveries: lists of them, and the stops that could join a round.

use super::round::visited_on;
use crate::app::accounts::accounts_on;
use crate::app::error::Passthrough;
use crate::app::kept::are_unchanged;
use crate::app::planning::stop_rules;
use crate::app::prices::prices_on;
use crate::app::{App, Error, Result};
use crate::domain::Day;
use crate::domain::delivery::DeliveryStage;
use crate::domain::id::{DeliveryId, ProductId};
use crate::domain::shop::Shop;
use crate::domain::urgency::{Errand, Urgency};
use crate::domain::views::{DeliveryFilter, DeliveryLineRow, DeliveryRow};
use crate::reports::round::Stop;
use crate::reports::today::by_customer;
use crate::store::Tx;
use chrono::Days;
use std::collections::BTreeMap;
use std::collections::BTreeSet;

/// Days ahead in which a jar must need goods for its customer to join a round nearby.
const JOIN_WITHIN: u64 = 10;

/// Number of lines whose states are worked out together.
const AT_ONCE: usize = 500;

impl App {
    /// Returns the deliveries that match a filter, by day.
    pub fn deliveries(&self, filter: &DeliveryFilter) -> Result<Vec<DeliveryRow>> {
        let today = self.today();
        self.store
            .read(|tx| prices_on(tx, today, accounts_on(tx, today, tx.delivery_rows(filter)?)?))
    }

    /// Gives `f` every line of the deliveries that match a filter, by day, with its state today, which a closed one
    /// has not. Holds a few of them at a time; the first error ends it.
    ///
    /// # Errors
    /// Returns the error of `f`, or an error if the file cannot be read.
    pub fn each_delivery_line<E: From<Error>>(
        &self,
        filter: &DeliveryFilter,
        mut f: impl FnMut(&DeliveryLineRow, Option<Urgency>) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let today = self.today();
        let mut f = |row: &DeliveryLineRow, state| f(row, state).map_err(Passthrough);
        self.store
            .read(|tx| {
                let (shop, mut lines) = (tx.shop()?, Vec::with_capacity(AT_ONCE));
                tx.each_delivery_line(filter, |line| {
                    lines.push(line);
                    match lines.len() {
                        AT_ONCE.. => give_lines(tx, (&shop, today), &mut lines, &mut f),
                        _ => Ok(()),
                    }
                })?;
                give_lines(tx, (&shop, today), &mut lines, &mut f)
            })
            .map_err(|Passthrough(error)| error)
    }

    /// Stops that could join the rounds through these areas today: there is room in their jars,
    /// their windows close only later but soon, and they take deliveries today. The first `most`
    /// jars that close.
    pub fn could_join(&self, areas: &[String], most: u32) -> Result<Vec<Stop>> {
        let today = self.today();
        let read = |tx: &Tx| -> Result<Vec<Stop>> {
            let until = today.checked_add_days(Days::new(JOIN_WITHIN)).unwrap_or(today);
            let jars = tx.jars_with_room((today, until), areas, most)?;
            let mut jars = visited_on(tx, jars, today, &BTreeSet::new())?;
            jars.retain(|jar| jar.errand != Errand::Look);
            let customers = by_customer(jars);
            Ok(customers.values().filter_map(|jars| Stop::of_jars(jars, today)).collect())
        };
        self.store.read(|tx| {
            let asked = (today, most, areas.to_vec());
            self.looked_at.could_join.get(tx, asked, |before| match before {
                Some((stops, changes)) if are_unchanged(&stops, &changes) => Ok(stops),
                Some(_) | None => read(tx),
            })
        })
    }
}

/// Gives `f` these lines with their states today, and forgets them.
fn give_lines<E: From<Error>>(
    tx: &Tx,
    (shop, today): (&Shop, Day),
    lines: &mut Vec<DeliveryLineRow>,
    f: &mut impl FnMut(&DeliveryLineRow, Option<Urgency>) -> std::result::Result<(), Passthrough<E>>,
) -> std::result::Result<(), Passthrough<E>> {
    let open = lines.iter().filter(|line| line.stage == DeliveryStage::Planned);
    let open: Vec<DeliveryId> = open.map(|line| line.delivery).collect();
    let rows = if open.is_empty() { Vec::new() } else { tx.delivery_rows_in(&open)? };
    let rules = stop_rules(tx, shop, rows.iter().map(|row| row.who.id))?;
    let mut states: BTreeMap<(DeliveryId, ProductId), Option<Urgency>> = BTreeMap::new();
    for row in &rows {
        for line in &row.lines {
            states.insert((row.id, line.goods.product), rules.line_urgency(row, line, today));
        }
    }
    for line in lines.drain(..) {
        f(&line, states.get(&(line.delivery, line.product)).copied().flatten())?;
    }
    Ok(())
}
