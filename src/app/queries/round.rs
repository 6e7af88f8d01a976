//! The deliveries of a day: the morning list and the round, either their first rows or all of them.
//!
//! The first rows are read while the user waits, and take no longer in a large shop. The data that
//! needs all rows (goods to load, debts due, products running short) is read afterwards.

use crate::app::accounts::accounts_on;
use crate::app::planning::{AHEAD, absences};
use crate::app::{App, Result};
use crate::domain::id::{CustomerId, DeliveryId};
use crate::domain::product::Product;
use crate::domain::views::{DeliveryRow, JarRow, StopKey};
use crate::domain::visit_days::VisitDays;
use crate::domain::{Day, Quantity};
use crate::reports::Round;
use crate::reports::proposal::ProposedJar;
use crate::reports::round::{First, Stop, WalkingOrder};
use crate::reports::today::{ToDeliver, Wanted};
use crate::store::Tx;
use chrono::Days;
use std::collections::BTreeSet;

/// The round of a day, or its first stops.
#[derive(Clone, PartialEq, Debug)]
pub struct DayRound {
    /// The deliveries promised for the day; for today, including those still open from earlier
    /// days.
    pub round: Round,
    /// The closed deliveries of the day, in walking order.
    pub finished: Vec<Stop>,
    /// True if all stops are included, so that the sums are those of the day.
    pub whole: bool,
}

impl App {
    /// Returns the deliveries of a day: for today, including late ones; for a past day, the closed
    /// and the open ones; for a future day, the planned and the proposed ones.
    ///
    /// # Errors
    /// If the file cannot be read, like every read in this module.
    pub fn to_deliver(&self, day: Day) -> Result<ToDeliver> {
        let today = self.today();
        if day == today {
            return self.store.read(|tx| to_deliver(tx, day, &tx.shop()?.areas));
        }
        let asked_for = if day < today { Vec::new() } else { self.proposals(day)? };
        let then = asked_for.into_iter().filter(|proposal| proposal.on == day);
        self.store.read(|tx| {
            let wanted = Wanted {
                planned: accounts_on(tx, today, tx.open_delivery_rows_on(day)?)?,
                closed: closed(tx, day, today)?,
                to_fill: then.flat_map(|proposal| proposal.jars).collect(),
                too_late: Vec::new(),
                // Products running short are only shown for today.
                products: Vec::new(),
            };
            Ok(ToDeliver::new(day, wanted, &tx.shop()?.areas))
        })
    }

    /// Returns the first deliveries of a day, `rows` stops or a few more, and whether these are
    /// all. It takes as long in a large shop as in a small one; the goods to load and the products
    /// running short are only known once all are read.
    pub fn to_deliver_first(&self, day: Day, rows: u32) -> Result<(ToDeliver, bool)> {
        let today = self.today();
        self.store.read(|tx| {
            let areas = tx.shop()?.areas;
            if day == today {
                return morning_first(tx, day, rows, &areas);
            }
            let Beginning { planned, closed, whole } =
                beginning(tx, (day, today), rows as usize, &areas)?;
            let (to_fill, too_late, products) = Default::default();
            let wanted = Wanted { planned, closed, to_fill, too_late, products };
            // Proposals for a future day require a plan of all days until then, so they are
            // missing.
            Ok((ToDeliver::new(day, wanted, &areas), whole && day < today))
        })
    }

    /// Returns the round of a day: the deliveries promised for it and, for today, those still open
    /// from earlier days.
    pub fn round(&self, day: Day) -> Result<Round> {
        let today = self.today();
        self.store.read(|tx| {
            let open = match day == today {
                true => tx.open_delivery_rows(day)?,
                false => tx.open_delivery_rows_on(day)?,
            };
            Ok(Round::new(day, accounts_on(tx, today, open)?, &tx.shop()?.areas))
        })
    }

    /// Returns the round of a day with its closed deliveries.
    pub fn day_round(&self, day: Day) -> Result<DayRound> {
        let round = self.round(day)?;
        self.store.read(|tx| {
            let closed = closed(tx, day, self.today())?;
            let finished = Round::new(day, closed, &tx.shop()?.areas).stops;
            Ok(DayRound { round, finished, whole: true })
        })
    }

    /// Returns the first `rows` stops of the round of a day, open ones before closed ones. Only
    /// these are read in full; of all others, only the sort key of the walking order is read.
    pub fn day_round_first(&self, day: Day, rows: u32) -> Result<DayRound> {
        let today = self.today();
        self.store.read(|tx| {
            let areas = tx.shop()?.areas;
            let Beginning { planned, closed, whole } =
                beginning(tx, (day, today), rows as usize, &areas)?;
            let round = Round::new(day, planned, &areas);
            Ok(DayRound { round, finished: Round::new(day, closed, &areas).stops, whole })
        })
    }
}

/// The first deliveries of a day in walking order.
struct Beginning {
    planned: Vec<DeliveryRow>,
    closed: Vec<DeliveryRow>,
    whole: bool,
}

fn beginning(
    tx: &Tx,
    (day, today): (Day, Day),
    rows: usize,
    areas: &[String],
) -> Result<Beginning> {
    let order = WalkingOrder::new(areas);
    let open = if day == today { tx.open_doors(day)? } else { tx.open_doors_on(day)? };
    let closed = tx.closed_doors(day)?;
    let whole = open.len() + closed.len() <= rows;
    let mut first = first_doors(tx, &order, open, (rows, First::Walked))?;
    first.extend(first_doors(tx, &order, closed, (rows - first.len(), First::Walked))?);
    let rows = accounts_on(tx, today, tx.delivery_rows_in(&first)?)?.into_iter();
    let (closed, planned) = rows.partition(|row| row.closed_on.is_some());
    Ok(Beginning { planned, closed, whole })
}

/// Returns the deliveries at the first `count` of these doors.
fn first_doors(
    tx: &Tx,
    order: &WalkingOrder,
    doors: Vec<StopKey>,
    (count, first): (usize, First),
) -> Result<Vec<DeliveryId>> {
    let reached = order.reached(doors, count, first);
    let whose: Vec<CustomerId> = reached.iter().map(|door| door.customer).collect();
    let who = tx.labels(&whose)?.into_iter().map(|who| (who.id, who)).collect();
    Ok(order.first(reached, &who, (count, first)))
}

/// Returns the first stops of today, late ones before all others, and whether these are all.
fn morning_first(tx: &Tx, day: Day, rows: u32, areas: &[String]) -> Result<(ToDeliver, bool)> {
    let open = tx.open_doors(day)?;
    let all = open.len() <= rows as usize;
    let order = WalkingOrder::new(areas);
    let first = first_doors(tx, &order, open, (rows as usize, First::Late))?;
    let filled_by = tx.filled_by(day, day, rows)?;
    let wanted = Wanted {
        planned: accounts_on(tx, day, tx.delivery_rows_in(&first)?)?,
        // Closed deliveries are listed after all open ones.
        closed: if all { closed(tx, day, day)? } else { Vec::new() },
        to_fill: to_fill(tx, filled_by, day)?,
        too_late: too_late(tx, day)?,
        products: products_on_sale(tx)?,
    };
    Ok((ToDeliver::new(day, wanted, areas), all && filled_by == day))
}

/// Returns all deliveries of today.
pub(super) fn to_deliver(tx: &Tx, day: Day, areas: &[String]) -> Result<ToDeliver> {
    let wanted = Wanted {
        planned: accounts_on(tx, day, tx.open_delivery_rows(day)?)?,
        closed: closed(tx, day, day)?,
        to_fill: to_fill(tx, day, day)?,
        too_late: too_late(tx, day)?,
        products: products_on_sale(tx)?,
    };
    Ok(ToDeliver::new(day, wanted, areas))
}

/// Returns the deliveries that were closed on a day, with the accounts of today.
fn closed(tx: &Tx, day: Day, today: Day) -> Result<Vec<DeliveryRow>> {
    accounts_on(tx, today, tx.closed_delivery_rows(day)?)
}

/// Returns the deliveries that are planned for days on which their jars are likely empty, of jars whose
/// windows close by `day`.
fn too_late(tx: &Tx, day: Day) -> Result<Vec<DeliveryRow>> {
    accounts_on(tx, day, tx.delivery_rows_in(&tx.planned_too_late(day)?)?)
}

/// Returns the jars whose windows close by `until` and that can be visited on `day`, and the other jars
/// of the same customers that have room on `day`: one visit fills all of them, as in the plan.
fn to_fill(tx: &Tx, until: Day, day: Day) -> Result<Vec<ProposedJar>> {
    let mut jars = tx.jars_to_fill(until, day)?;
    let customers: BTreeSet<CustomerId> = jars.iter().map(|jar| jar.who.id).collect();
    let customers: Vec<CustomerId> = customers.into_iter().collect();
    let planned = day.checked_add_days(Days::new(AHEAD)).unwrap_or(day);
    jars.extend(tx.jars_beside(&customers, (until, day, planned), day)?);
    visited_on(tx, jars, day)
}

/// Returns the jars that can be visited on `day`, each with what the visit does about it.
pub(super) fn visited_on(tx: &Tx, jars: Vec<JarRow>, day: Day) -> Result<Vec<ProposedJar>> {
    let jars = accounts_on(tx, day, jars)?;
    let (shop, absences) = (tx.shop()?, absences(tx, &jars)?);
    let visited = |row: JarRow| {
        let away = absences.get(&row.who.id).map(Vec::as_slice).unwrap_or_default();
        let visits = VisitDays { shop: &shop, weekdays: row.weekdays, away };
        let proposed = || ProposedJar::new(row, (day, day), away, shop.service_level);
        visits.allow(day).then(proposed)
    };
    Ok(jars.into_iter().filter_map(visited).collect())
}

/// Returns the products on sale with their stock.
fn products_on_sale(tx: &Tx) -> Result<Vec<(Product, Quantity)>> {
    let mut products = tx.products()?;
    products.retain(|(product, _)| product.retired_on.is_none());
    Ok(products)
}
