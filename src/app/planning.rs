//! The plan of the coming days: the deliveries that the forecasts require, each on the best day of
//! its window.

mod wishes;

use super::accounts::accounts_on;
use super::error::Passthrough;
use super::kept::are_unchanged;
use super::prices::prices_on;
use super::{App, Error, Result};
use crate::domain::Day;
use crate::domain::delivery::DeliveryStage;
use crate::domain::id::{CustomerId, JarId};
use crate::domain::plan::{Horizon, Placed, plan};
use crate::domain::shop::Shop;
use crate::domain::urgency::Urgency;
use crate::domain::views::JarRow;
use crate::reports::proposal::{Chosen, ProposedJar, Reason};
use crate::reports::round::Stop;
use crate::reports::stop_order::{StopRules, WalkingOrder};
use crate::reports::{Proposal, Week};
use crate::store::Tx;
use chrono::Days;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use wishes::{Gathering, PlanRequest, promised};

/// Minimum number of days that a plan covers, even if fewer are asked for, so that the proposals
/// for a day do not depend on the range of days that is shown.
pub(super) const AHEAD: u64 = 21;

impl App {
    /// Returns the deliveries until a day that the forecasts require and that are not planned yet,
    /// by day.
    ///
    /// # Errors
    /// If the file cannot be read, like every read in this module.
    pub fn proposals(&self, until: Day) -> Result<Vec<Proposal>> {
        self.store.read(|tx| {
            let planned = self.planned(tx, until)?;
            let visits = planned.visits().filter(|visit| visit.on <= until).collect();
            proposals(tx, self.today(), visits)
        })
    }

    /// Gives `f` the same proposals one by one. Holds those of one day at a time; the first error ends it.
    ///
    /// # Errors
    /// Returns the error of `f`, or an error if the file cannot be read.
    pub fn each_proposal<E: From<Error>>(
        &self,
        until: Day,
        mut f: impl FnMut(&Proposal) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let read = |tx: &Tx| -> std::result::Result<(), Passthrough<E>> {
            let planned = self.planned(tx, until)?;
            let days: BTreeSet<Day> = planned.visits().map(|visit| visit.on).collect();
            for day in days.into_iter().take_while(|day| *day <= until) {
                let visits = planned.visits().filter(|visit| visit.on == day).collect();
                let proposals = proposals(tx, self.today(), visits)?;
                proposals.iter().try_for_each(|one| f(one).map_err(Passthrough))?;
            }
            Ok(())
        };
        self.store.read(read).map_err(|Passthrough(error)| error)
    }

    /// Returns the week of a day as a board, and the stops that are proposed for the day.
    pub fn week(&self, day: Day) -> Result<(Week, Vec<Stop>)> {
        self.store.read(|tx| {
            let week = self.board(tx, day)?;
            let Some(last) = week.ends().map(|(_, last)| last).filter(|last| *last >= self.today())
            else {
                return Ok((week, Vec::new()));
            };
            let (today, plan) = (self.today(), self.planned(tx, last)?);
            let read = |plan: &Planned| -> Result<Vec<Stop>> {
                let of_day = plan.visits().filter(|visit| visit.on == day).collect();
                let proposed = proposals(tx, today, of_day)?;
                Ok(proposed.iter().filter_map(|one| Stop::of_proposal(one, today)).collect())
            };
            let (_, stops) =
                self.looked_at.proposed.get(tx, (today, day), |before| match before {
                    Some(((then, stops), changes))
                        if Arc::ptr_eq(&then, &plan) && are_unchanged(&stops, &changes) =>
                    {
                        Ok((then, stops))
                    }
                    Some(_) | None => Ok((Arc::clone(&plan), read(&plan)?)),
                })?;
            Ok((week, stops))
        })
    }

    /// Computes the sums of each day of a week; returns the week that is kept if no delivery has changed since, and
    /// the plan is the same.
    fn board(&self, tx: &Tx, day: Day) -> Result<Week> {
        let (today, week) = (self.today(), Week::of(day));
        let Some((first, last)) = week.ends() else { return Ok(week) };
        let plan = (last >= today).then(|| self.planned(tx, last)).transpose()?;
        let (_, week) = self.looked_at.week.get(tx, (today, first), |before| match before {
            Some(((then, week), changes))
                if !changes.has_deliveries && is_same(then.as_ref(), plan.as_ref()) =>
            {
                Ok((then, week))
            }
            Some(_) | None => {
                let week = self.filled(tx, week, (first, last), plan.as_deref())?;
                Ok((plan, week))
            }
        })?;
        Ok(week)
    }

    /// Adds the lines of its days and the proposals of a plan to a week.
    fn filled(
        &self,
        tx: &Tx,
        mut week: Week,
        (first, last): (Day, Day),
        plan: Option<&Planned>,
    ) -> Result<Week> {
        let today = self.today();
        let mut open: BTreeSet<(Day, CustomerId)> = BTreeSet::new();
        tx.each_day_line(first, last, |line| {
            if line.stage == DeliveryStage::Planned {
                open.insert((line.day, line.customer));
            }
            week.add(&line, today);
        })?;
        if week.holds(today) {
            tx.each_line_open_before(today, |line| {
                open.insert((today, line.customer));
                week.carry_over(&line, today);
            })?;
        }
        if let Some(planned) = plan {
            let stops: BTreeSet<(Day, CustomerId)> =
                planned.visits().map(|visit| (visit.on, visit.customer)).collect();
            // What is proposed to a household with a planned stop joins that stop.
            stops.difference(&open).for_each(|(on, _)| week.propose(*on));
        }
        Ok(week)
    }

    /// Plans the visits until a day around the promised deliveries; returns the plan that is kept if what it follows
    /// from has not changed since.
    fn planned(&self, tx: &Tx, until: Day) -> Result<Arc<Planned>> {
        let today = self.today();
        let day = |days: u64| today.checked_add_days(Days::new(days)).unwrap_or(today);
        let until = until.clamp(day(AHEAD), day(Horizon::DAYS - 1));
        let shop = tx.shop()?;
        self.looked_at.plan.get(tx, (today, until), |before| match before {
            Some((plan, changes))
                if !changes.has_deliveries && plan.stands(tx, &shop, &changes.customers)? =>
            {
                Ok(plan)
            }
            Some(_) | None => Ok(Arc::new(planned(tx, &shop, today, until)?)),
        })
    }
}

/// Returns whether two weeks show the same plan, or none.
fn is_same(one: Option<&Arc<Planned>>, other: Option<&Arc<Planned>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => Arc::ptr_eq(one, other),
        (one, other) => one.is_none() && other.is_none(),
    }
}

/// A visit to which the plan has assigned a day.
struct PlannedVisit<'a> {
    customer: CustomerId,
    jars: &'a [JarId],
    on: Day,
    chosen: Chosen,
}

/// A plan of the coming days. A large shop has many visits: most of them are never looked at.
pub(super) struct Planned {
    horizon: Horizon,
    until: Day,
    areas: BTreeMap<String, usize>,
    jars: Vec<JarId>,
    asked: Vec<PlanRequest>,
    placed: Vec<Option<Placed>>,
}

impl Planned {
    /// Returns whether some customers ask for the same visits as when it was made.
    fn stands(&self, tx: &Tx, shop: &Shop, customers: &BTreeSet<CustomerId>) -> Result<bool> {
        let absences = tx.absences_of(customers.iter().copied())?;
        let mut now = Gathering::new(shop, self.horizon, (self.areas.clone(), absences));
        now.take_all(tx, self.until, Some(customers))?;
        let then = self.asked.iter().filter(|asked| customers.contains(&asked.customer));
        Ok(then.map(|asked| asked.content(&self.jars)).eq(now.requests()))
    }

    fn visits(&self) -> impl Iterator<Item = PlannedVisit<'_>> {
        let placed = self.asked.iter().zip(&self.placed);
        placed.filter_map(|(asked, placed)| Some(self.visit(asked, (*placed)?)))
    }

    fn visit(&self, asked: &PlanRequest, placed: Placed) -> PlannedVisit<'_> {
        let PlanRequest { from, until, urgency, .. } = *asked;
        let reason = match placed {
            _ if urgency == Urgency::Late => Reason::Late,
            _ if urgency == Urgency::AtRisk => Reason::AtRisk,
            Placed { day, .. } if self.horizon.day(day) >= asked.likely => Reason::Empty,
            Placed { payday: true, last: false, .. } => Reason::Payday,
            Placed { last: true, .. } => Reason::Last,
            Placed { last_is_full: true, .. } => Reason::Full,
            Placed { beside: 1.., .. } => Reason::Beside,
            Placed { .. } => Reason::Quiet,
        };
        let Placed { day, beside, payday, .. } = placed;
        PlannedVisit {
            customer: asked.customer,
            jars: self.jars.get(asked.jars.clone()).unwrap_or_default(),
            on: self.horizon.day(day),
            chosen: Chosen { from, until, reason, beside, payday },
        }
    }
}

/// Plans the visits of the coming days around the promised deliveries.
fn planned(tx: &Tx, shop: &Shop, today: Day, until: Day) -> Result<Planned> {
    let horizon = Horizon { first: today };
    let mut gathering = Gathering::new(shop, horizon, (BTreeMap::new(), tx.absences(today)?));
    gathering.take_all(tx, until, None)?;
    let promised = promised(tx, &mut gathering, until)?;
    let placed = plan(&gathering.wishes, &promised, shop.daily_capacity);
    let Gathering { mut jars, mut asked, areas, .. } = gathering;
    // A plan may be kept for the whole day.
    jars.shrink_to_fit();
    asked.shrink_to_fit();
    Ok(Planned { horizon, until, areas, jars, asked, placed })
}

/// Builds the proposals to show for these visits, by day and in walking order: one for each customer
/// and day.
fn proposals(tx: &Tx, today: Day, visits: Vec<PlannedVisit>) -> Result<Vec<Proposal>> {
    let wanted: Vec<JarId> = visits.iter().flat_map(|visit| visit.jars.iter().copied()).collect();
    let rows = prices_on(tx, today, accounts_on(tx, today, tx.jar_rows_in(&wanted)?)?)?;
    let shop = tx.shop()?;
    let rules = stop_rules(tx, &shop, rows.iter().map(|row| row.who.id))?;
    let mut rows: BTreeMap<JarId, JarRow> = rows.into_iter().map(|row| (row.jar, row)).collect();
    let mut proposals: BTreeMap<(Day, CustomerId), Proposal> = BTreeMap::new();
    for PlannedVisit { jars, on, chosen, .. } in visits {
        for row in jars.iter().filter_map(|jar| rows.remove(jar)) {
            let visit = rules.visit(row.who.id, on);
            let proposed = ProposedJar::new(row, &visit, today);
            let who = proposed.row.who.clone();
            let new = || Proposal { who: who.clone(), on, chosen, jars: Vec::new() };
            proposals.entry((on, who.id)).or_insert_with(new).jars.push(proposed);
        }
    }
    let order = WalkingOrder::new(&shop.areas);
    let mut proposals: Vec<Proposal> = proposals.into_values().collect();
    for proposal in &mut proposals {
        proposal.jars.sort_by_key(|jar| (jar.row.latest, jar.row.likely, jar.row.jar));
    }
    proposals.sort_by_cached_key(|proposal| (proposal.on, order.key(&proposal.who)));
    Ok(proposals)
}

/// Returns what the states of the stops of these customers follow from.
pub(super) fn stop_rules(
    tx: &Tx,
    shop: &Shop,
    customers: impl Iterator<Item = CustomerId>,
) -> Result<StopRules> {
    Ok(StopRules { accepted: shop.service_level, away: tx.absences_of(customers)? })
}
