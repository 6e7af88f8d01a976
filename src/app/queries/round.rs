//! The deliveries of a day: the morning list and the round, either their first rows or all of them.
//!
//! The first rows are read while the user waits, and take no longer in a large shop. The data that
//! needs all rows (goods to load, debts due, products running short) is read afterwards.

use crate::app::accounts::accounts_on;
use crate::app::planning::{AHEAD, stop_rules};
use crate::app::prices::prices_on;
use crate::app::{App, Result};
use crate::domain::id::{CustomerId, DeliveryId};
use crate::domain::product::Product;
use crate::domain::shop::Shop;
use crate::domain::urgency::Urgency;
use crate::domain::views::{DeliveryRow, JarRow, PartSource, StopKey, StopPart};
use crate::domain::visit_days::VisitDays;
use crate::domain::{Day, Quantity};
use crate::reports::Round;
use crate::reports::proposal::ProposedJar;
use crate::reports::round::Stop;
use crate::reports::stop_order::{Door, MorningDoor, StopRules, WalkingOrder};
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
            return self.store.read(|tx| listed(tx, day, self.wanted(tx)?, &tx.shop()?));
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
            listed(tx, day, wanted, &tx.shop()?)
        })
    }

    /// Returns the first deliveries of a day, `rows` stops or a few more, and whether these are
    /// all. It takes as long in a large shop as in a small one; the goods to load and the products
    /// running short are only known once all are read.
    pub fn to_deliver_first(&self, day: Day, rows: u32) -> Result<(ToDeliver, bool)> {
        let today = self.today();
        self.store.read(|tx| {
            let shop = tx.shop()?;
            if day == today {
                return morning_first(tx, day, rows as usize, &shop);
            }
            let mut parts = Vec::new();
            tx.each_open_part_on(day, |part| parts.push(part))?;
            let doors = doors_of(tx, parts, day, &shop)?;
            let closed_doors = tx.closed_doors(day)?;
            let whole = doors.len() + closed_doors.len() <= rows as usize;
            let order = WalkingOrder::new(&shop.areas);
            let first = first_doors(tx, &order, doors, rows as usize)?;
            let open: Vec<DeliveryId> = first.iter().flat_map(MorningDoor::planned).collect();
            let left = (rows as usize).saturating_sub(first.len());
            let closed = deliveries(first_doors(tx, &order, closed_doors, left)?);
            let wanted = Wanted {
                planned: accounts_on(tx, today, tx.delivery_rows_in(&open)?)?,
                closed: accounts_on(tx, today, tx.delivery_rows_in(&closed)?)?,
                // Proposals for a future day require a plan of all days until then, so they are
                // missing.
                to_fill: Vec::new(),
                too_late: Vec::new(),
                products: Vec::new(),
            };
            Ok((listed(tx, day, wanted, &shop)?, whole && day < today))
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
            walk(tx, day, accounts_on(tx, today, open)?, &tx.shop()?)
        })
    }

    /// Returns the round of a day together with what is proposed for it: one stop for each household.
    pub fn round_with_proposals(&self, day: Day) -> Result<Round> {
        let round = self.round(day)?;
        let (_, proposed) = self.week(day)?;
        self.store.read(|tx| Ok(round.with_proposed(proposed, &tx.shop()?.areas)))
    }

    /// Returns the round of a day with its closed deliveries.
    pub fn day_round(&self, day: Day) -> Result<DayRound> {
        let today = self.today();
        self.store.read(|tx| {
            let (open, closed) = if day == today {
                let Wanted { planned, closed, .. } = self.wanted(tx)?;
                (planned, closed)
            } else {
                let open = accounts_on(tx, today, tx.open_delivery_rows_on(day)?)?;
                (open, closed(tx, day, today)?)
            };
            let shop = tx.shop()?;
            let finished = walk(tx, day, closed, &shop)?.stops;
            Ok(DayRound { round: walk(tx, day, open, &shop)?, finished, whole: true })
        })
    }

    /// Returns the first `rows` stops of the round of a day, open ones before closed ones. Only
    /// these are read in full; of all others, only the sort key of the walking order is read.
    pub fn day_round_first(&self, day: Day, rows: u32) -> Result<DayRound> {
        let today = self.today();
        self.store.read(|tx| {
            let shop = tx.shop()?;
            let order = WalkingOrder::new(&shop.areas);
            let open = if day == today { tx.open_doors(day)? } else { tx.open_doors_on(day)? };
            let closed = tx.closed_doors(day)?;
            let (rows, all) = (rows as usize, open.len() + closed.len());
            let mut first = deliveries(first_doors(tx, &order, open, rows)?);
            first.extend(deliveries(first_doors(tx, &order, closed, rows - first.len())?));
            let read = accounts_on(tx, today, tx.delivery_rows_in(&first)?)?.into_iter();
            let (closed, planned) = read.partition(|row| row.closed_on.is_some());
            let round = walk(tx, day, planned, &shop)?;
            let finished = walk(tx, day, closed, &shop)?.stops;
            Ok(DayRound { round, finished, whole: all <= rows })
        })
    }
}

impl App {
    /// Returns what today's stops are worked out from. It is kept, and read anew for the customers of whom anything
    /// changes.
    pub(super) fn wanted(&self, tx: &Tx) -> Result<Wanted> {
        let day = self.today();
        let wanted = self.looked_at.wanted.get(tx, day, |before| match before {
            Some((wanted, changes)) => wanted_after(tx, day, wanted, &changes.customers),
            None => all_wanted(tx, day),
        })?;
        Ok(Wanted { products: products_on_sale(tx)?, ..wanted })
    }
}

/// Returns the deliveries in walking order.
fn walk(tx: &Tx, day: Day, deliveries: Vec<DeliveryRow>, shop: &Shop) -> Result<Round> {
    let deliveries = prices_on(tx, day, deliveries)?;
    let rules = rules_of(tx, shop, &deliveries)?;
    Ok(Round::new(day, deliveries, &shop.areas, &rules))
}

/// Returns the deliveries of a day in the order of the morning.
pub(super) fn listed(tx: &Tx, day: Day, mut wanted: Wanted, shop: &Shop) -> Result<ToDeliver> {
    wanted.planned = prices_on(tx, day, wanted.planned)?;
    wanted.too_late = prices_on(tx, day, wanted.too_late)?;
    let planned = wanted.planned.iter().chain(&wanted.too_late);
    let rules = rules_of(tx, shop, planned)?;
    Ok(ToDeliver::new(day, wanted, &shop.areas, &rules))
}

fn rules_of<'a>(
    tx: &Tx,
    shop: &Shop,
    rows: impl IntoIterator<Item = &'a DeliveryRow>,
) -> Result<StopRules> {
    stop_rules(tx, shop, rows.into_iter().map(|row| row.who.id))
}

fn deliveries(doors: Vec<StopKey>) -> Vec<DeliveryId> {
    doors.into_iter().map(|door| door.delivery).collect()
}

/// Returns the first `count` of these doors in their order.
fn first_doors<D: Door>(
    tx: &Tx,
    order: &WalkingOrder,
    doors: Vec<D>,
    count: usize,
) -> Result<Vec<D>> {
    let reached = order.reached(doors, count);
    let whose: Vec<CustomerId> = reached.iter().map(D::customer).collect();
    let who = tx.labels(&whose)?.into_iter().map(|who| (who.id, who)).collect();
    Ok(order.first(reached, &who, count))
}

/// Returns the doors of these parts on a day; what is only proposed to a household that cannot be visited
/// then is left out. Where a stop is planned, somebody comes on that day whichever weekday it is.
fn doors_of(tx: &Tx, mut parts: Vec<StopPart>, day: Day, shop: &Shop) -> Result<Vec<MorningDoor>> {
    let rules = stop_rules(tx, shop, parts.iter().map(|part| part.customer))?;
    let planned = parts.iter().filter(|part| matches!(part.source, PartSource::Planned(..)));
    let planned: BTreeSet<CustomerId> = planned.map(|part| part.customer).collect();
    parts.retain(|part| match part.source {
        PartSource::Planned(..) => true,
        PartSource::Proposed(_, weekdays) => {
            let away = rules.visit(part.customer, day).away;
            let visits = VisitDays { shop, weekdays, away };
            visits.allow(day) || planned.contains(&part.customer) && visits.absence(day).is_none()
        }
    });
    Ok(MorningDoor::of_parts(parts, &rules, day))
}

/// Returns the doors of today that come first, at least `rows` of them, and whether these are all. Only parts of stops
/// that may be among the first are read: of those whose jars have been empty for the longest, then of the late and those
/// at risk.
fn morning_doors(tx: &Tx, day: Day, rows: usize, shop: &Shop) -> Result<(Vec<MorningDoor>, bool)> {
    // Not everybody can be visited today, or is to be.
    let mut most = rows.saturating_add(rows / 2);
    loop {
        let (customers, next) = tx.longest_empty(day, most)?;
        let mut doors = doors_to(tx, &customers, day, shop)?;
        doors.retain(|door| door.rank.is_empty_before(next.unwrap_or(day), day));
        if doors.len() >= rows {
            return Ok((doors, false));
        }
        if next.is_none() {
            break;
        }
        most = most.saturating_mul(2);
    }
    let mut doors = doors_to(tx, &tx.urgent_customers(day)?, day, shop)?;
    doors.retain(|door| door.rank.is_at_least(Urgency::AtRisk));
    if doors.len() >= rows {
        return Ok((doors, false));
    }
    let mut parts = Vec::new();
    tx.each_open_part(day, |part| parts.push(part))?;
    tx.each_part_to_fill(day, |part| parts.push(part))?;
    Ok((doors_of(tx, parts, day, shop)?, true))
}

/// Returns the doors of today of some customers.
fn doors_to(
    tx: &Tx,
    customers: &BTreeSet<CustomerId>,
    day: Day,
    shop: &Shop,
) -> Result<Vec<MorningDoor>> {
    let mut parts = Vec::new();
    tx.each_open_part_of(customers, day, |part| parts.push(part))?;
    tx.each_part_to_fill_of(customers, day, |part| parts.push(part))?;
    doors_of(tx, parts, day, shop)
}

/// Returns the first stops of today, the most urgent before all others, and whether these are all.
fn morning_first(tx: &Tx, day: Day, rows: usize, shop: &Shop) -> Result<(ToDeliver, bool)> {
    let (doors, all) = morning_doors(tx, day, rows, shop)?;
    let all = all && doors.len() <= rows;
    let first = first_doors(tx, &WalkingOrder::new(&shop.areas), doors, rows)?;
    let planned: Vec<DeliveryId> = first.iter().flat_map(MorningDoor::planned).collect();
    // Of a door that comes first all jars are read, the less urgent ones too.
    let customers: Vec<CustomerId> = first.iter().map(|door| door.customer).collect();
    let planned = accounts_on(tx, day, tx.delivery_rows_in(&planned)?)?;
    let wanted = Wanted {
        to_fill: with_others(tx, tx.jars_to_fill_of(&customers, day)?, (day, &planned))?,
        planned,
        // Closed deliveries are listed after all open ones.
        closed: if all { closed(tx, day, day)? } else { Vec::new() },
        too_late: too_late(tx, day)?,
        products: products_on_sale(tx)?,
    };
    Ok((listed(tx, day, wanted, shop)?, all))
}

/// Returns what today's stops are worked out from, without the products.
fn all_wanted(tx: &Tx, day: Day) -> Result<Wanted> {
    let planned = accounts_on(tx, day, tx.open_delivery_rows(day)?)?;
    Ok(Wanted {
        to_fill: with_others(tx, tx.jars_to_fill(day, day)?, (day, &planned))?,
        planned,
        closed: closed(tx, day, day)?,
        too_late: too_late(tx, day)?,
        products: Vec::new(),
    })
}

/// Returns the same after changes of some customers: their rows are read anew.
fn wanted_after(
    tx: &Tx,
    day: Day,
    before: Wanted,
    customers: &BTreeSet<CustomerId>,
) -> Result<Wanted> {
    let Wanted { mut planned, mut closed, mut to_fill, .. } = before;
    let read = |doors: Vec<StopKey>| {
        let theirs = doors.into_iter().filter(|door| customers.contains(&door.customer));
        accounts_on(tx, day, tx.delivery_rows_in(&deliveries(theirs.collect()))?)
    };
    planned.retain(|row| !customers.contains(&row.who.id));
    closed.retain(|row| !customers.contains(&row.who.id));
    to_fill.retain(|jar| !customers.contains(&jar.row.who.id));
    let open = read(tx.open_doors(day)?)?;
    let whose: Vec<CustomerId> = customers.iter().copied().collect();
    to_fill.extend(with_others(tx, tx.jars_to_fill_of(&whose, day)?, (day, &open))?);
    planned.extend(open);
    planned.sort_by_key(|row| (row.planned_for, row.id));
    closed.extend(read(tx.closed_doors(day)?)?);
    closed.sort_by_key(|row| row.id);
    Ok(Wanted { planned, closed, to_fill, too_late: too_late(tx, day)?, products: Vec::new() })
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

/// Returns these jars, whose windows close by `day`, as far as they can be visited on `day`, and the other
/// jars of the same customers that have room on `day`: one visit fills all of them, as in the plan.
fn with_others(
    tx: &Tx,
    mut jars: Vec<JarRow>,
    (day, planned): (Day, &[DeliveryRow]),
) -> Result<Vec<ProposedJar>> {
    let customers: BTreeSet<CustomerId> = jars.iter().map(|jar| jar.who.id).collect();
    let customers: Vec<CustomerId> = customers.into_iter().collect();
    let until = day.checked_add_days(Days::new(AHEAD)).unwrap_or(day);
    jars.extend(tx.jars_beside(&customers, (day, day, until), day)?);
    visited_on(tx, jars, day, &planned.iter().map(|row| row.who.id).collect())
}

/// Returns the jars that can be visited on `day`, each with what the visit does about it. To the customers with a
/// planned stop somebody comes whichever weekday it is.
pub(super) fn visited_on(
    tx: &Tx,
    jars: Vec<JarRow>,
    day: Day,
    planned: &BTreeSet<CustomerId>,
) -> Result<Vec<ProposedJar>> {
    let jars = prices_on(tx, day, accounts_on(tx, day, jars)?)?;
    let shop = tx.shop()?;
    let rules = stop_rules(tx, &shop, jars.iter().map(|jar| jar.who.id))?;
    let visited = |row: JarRow| {
        let visit = rules.visit(row.who.id, day);
        let visits = VisitDays { shop: &shop, weekdays: row.weekdays, away: visit.away };
        let is_visited =
            visits.allow(day) || planned.contains(&row.who.id) && visits.absence(day).is_none();
        is_visited.then(|| ProposedJar::new(row, &visit, day))
    };
    Ok(jars.into_iter().filter_map(visited).collect())
}

/// Returns the products on sale with their stock.
fn products_on_sale(tx: &Tx) -> Result<Vec<(Product, Quantity)>> {
    let mut products = tx.products()?;
    products.retain(|(product, _)| product.retired_on.is_none());
    Ok(products)
}
