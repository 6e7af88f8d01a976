//! The plan of the coming days: the deliveries that the forecasts require, each on the best day of
//! its window.

use super::accounts::accounts_on;
use super::error::Passthrough;
use super::prices::prices_on;
use super::{App, Error, Result};
use crate::domain::Day;
use crate::domain::day::{DaysOff, Period};
use crate::domain::delivery::DeliveryStage;
use crate::domain::id::{CustomerId, JarId};
use crate::domain::plan::{DaySet, Horizon, Placed, Promised, Wish, plan};
use crate::domain::shop::Shop;
use crate::domain::urgency::Urgency;
use crate::domain::views::{JarRow, JarToPlan};
use crate::domain::visit_days::VisitDays;
use crate::reports::proposal::{Chosen, ProposedJar, Reason};
use crate::reports::round::Stop;
use crate::reports::stop_order::{StopRules, WalkingOrder};
use crate::reports::{Proposal, Week};
use crate::store::{Revision, Tx};
use chrono::Days;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

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
            let planned = self.planned(tx, last)?;
            let of_day = planned.visits().filter(|visit| visit.on == day).collect();
            let proposed = proposals(tx, self.today(), of_day)?;
            let stop = |proposal| Stop::of_proposal(proposal, self.today());
            Ok((week, proposed.iter().filter_map(stop).collect()))
        })
    }

    /// Computes the sums of each day of a week; returns the cached week if it is the same one and
    /// the shop has not changed since.
    fn board(&self, tx: &Tx, day: Day) -> Result<Week> {
        let (today, mut week) = (self.today(), Week::of(day));
        let Some((first, last)) = week.ends() else { return Ok(week) };
        let asked = (tx.state()?, today, first);
        if let Some((of, week)) = &*self.looked_at.week.borrow()
            && *of == asked
        {
            return Ok(week.clone());
        }
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
        if last >= today {
            let planned = self.planned(tx, last)?;
            let stops: BTreeSet<(Day, CustomerId)> =
                planned.visits().map(|visit| (visit.on, visit.customer)).collect();
            // What is proposed to a household with a planned stop joins that stop.
            stops.difference(&open).for_each(|(on, _)| week.propose(*on));
        }
        self.looked_at.week.replace(Some((asked, week.clone())));
        Ok(week)
    }

    /// Plans the visits until a day around the promised deliveries; returns the cached plan unless
    /// the shop has changed since.
    fn planned(&self, tx: &Tx, until: Day) -> Result<Arc<Planned>> {
        let today = self.today();
        let day = |days: u64| today.checked_add_days(Days::new(days)).unwrap_or(today);
        let until = until.clamp(day(AHEAD), day(Horizon::DAYS - 1));
        let asked = (tx.state()?, today, until);
        if let Some((of, plan)) = &*self.looked_at.plan.borrow()
            && *of == asked
        {
            return Ok(Arc::clone(plan));
        }
        let plan = Arc::new(planned(tx, &tx.shop()?, today, until)?);
        self.looked_at.plan.replace(Some((asked, Arc::clone(&plan))));
        Ok(plan)
    }
}

/// Cache of the last plan and the last week: paging through the days asks for the same plan and the
/// same week each time.
#[derive(Default)]
pub(super) struct LookedAt {
    plan: RefCell<Option<(Asking, Arc<Planned>)>>,
    week: RefCell<Option<(Asking, Week)>>,
}

/// Cache key: the revision of the shop, the current day, and the requested day.
type Asking = (Revision, Day, Day);

/// A visit to which the plan has assigned a day.
struct PlannedVisit<'a> {
    customer: CustomerId,
    jars: &'a [JarId],
    on: Day,
    chosen: Chosen,
}

/// A visit that the forecasts require.
struct PlanRequest {
    customer: CustomerId,
    /// Range of its jars in the list of all jars.
    jars: Range<usize>,
    from: Day,
    until: Day,
    /// The likely empty day of the first jar.
    likely: Day,
    urgency: Urgency,
}

/// State of collecting the wishes.
struct Gathering<'a> {
    shop: &'a Shop,
    absences: BTreeMap<CustomerId, Vec<Period>>,
    days_off: DaysOff,
    horizon: Horizon,
    areas: BTreeMap<String, usize>,
    jars: Vec<JarId>,
    asked: Vec<PlanRequest>,
    wishes: Vec<Wish>,
}

/// A plan of the coming days. A large shop has many visits: most of them are never looked at.
struct Planned {
    horizon: Horizon,
    jars: Vec<JarId>,
    asked: Vec<PlanRequest>,
    placed: Vec<Option<Placed>>,
}

impl Planned {
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
    let mut gathering = Gathering {
        shop,
        absences: tx.absences(today)?,
        days_off: shop.days_off(),
        horizon,
        areas: BTreeMap::new(),
        jars: Vec::new(),
        asked: Vec::new(),
        wishes: Vec::new(),
    };
    let mut of_one: Vec<JarToPlan> = Vec::new();
    tx.each_jar_to_plan(until, today, |jar| {
        if of_one.first().is_some_and(|first| first.customer != jar.customer) {
            gathering.take(std::mem::take(&mut of_one));
        }
        of_one.push(jar);
    })?;
    gathering.take(of_one);
    let promised = promised(tx, &mut gathering, until)?;
    let placed = plan(&gathering.wishes, &promised, shop.daily_capacity);
    let Gathering { mut jars, mut asked, .. } = gathering;
    // A plan may be kept for the whole day.
    jars.shrink_to_fit();
    asked.shrink_to_fit();
    Ok(Planned { horizon, jars, asked, placed })
}

impl Gathering<'_> {
    /// Takes the jars of one customer: those that have room by the day on which the first of their
    /// windows closes come together, the others later.
    fn take(&mut self, mut jars: Vec<JarToPlan>) {
        jars.sort_by_key(|jar| (jar.latest, jar.jar));
        let absences = jars.first().and_then(|jar| self.absences.remove(&jar.customer));
        let away = absences.unwrap_or_default();
        while let Some(first) = jars.first() {
            let (today, weekdays) = (self.horizon.first, first.weekdays);
            let customer = first.customer;
            let visits = VisitDays { shop: self.shop, weekdays, away: &away };
            let until = visits.proposed_for(first.latest, today);
            let urgency = first.days().unplanned(today);
            let likely = first.likely;
            let (now, later): (Vec<_>, Vec<_>) =
                jars.into_iter().enumerate().partition(|(n, jar)| *n == 0 || jar.earliest <= until);
            jars = later.into_iter().map(|(_, jar)| jar).collect();
            let room = now.iter().map(|(_, jar)| jar.earliest).filter(|day| *day <= until).max();
            let over = urgency != Urgency::WindowOpen;
            let from = if over { until } else { room.unwrap_or(until).max(today) };
            let days = from.iter_days().take_while(|day| *day <= until);
            let days = days.filter(|day| visits.allow(*day));
            let mut set = DaySet::default();
            days.filter_map(|day| self.horizon.number(day)).for_each(|day| set.insert(day));
            let payday = now.iter().find_map(|(_, jar)| jar.payday.as_ref());
            let paid = payday.map(|payday| payday.first_on_or_after(from, &self.days_off));
            let area = now.first().map(|(_, jar)| jar.area.clone()).unwrap_or_default();
            let area = self.area(area);
            self.wishes.push(Wish {
                area,
                days: set,
                load: now.iter().map(|(_, jar)| jar.load).sum(),
                payday: paid.and_then(|day| self.horizon.number(day)),
            });
            let begin = self.jars.len();
            self.jars.extend(now.iter().map(|(_, jar)| jar.jar));
            let jars = begin..self.jars.len();
            self.asked.push(PlanRequest { customer, jars, from, until, likely, urgency });
        }
    }

    fn area(&mut self, name: String) -> usize {
        let next = self.areas.len();
        *self.areas.entry(name).or_insert(next)
    }
}

/// Returns the promised deliveries until a day; overdue ones count for today.
fn promised(tx: &Tx, gathering: &mut Gathering, until: Day) -> Result<Vec<Promised>> {
    let mut promised: Vec<Promised> = Vec::new();
    let mut last = None;
    tx.each_promised_line(until, |line| {
        let day = line.day.max(gathering.horizon.first);
        let Some(day) = gathering.horizon.number(day) else { return };
        match promised.last_mut() {
            Some(stop) if last == Some(line.delivery) => stop.load += line.load,
            Some(_) | None => {
                promised.push(Promised { area: gathering.area(line.area), day, load: line.load });
            }
        }
        last = Some(line.delivery);
    })?;
    Ok(promised)
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
