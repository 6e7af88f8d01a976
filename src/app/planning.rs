//! The plan of the coming days: the deliveries that the forecasts require, each on the best day of
//! its window.

use super::{App, Result};
use crate::domain::Day;
use crate::domain::day::DaysOff;
use crate::domain::id::JarId;
use crate::domain::plan::{DaySet, Horizon, Placed, Promised, Wish, plan};
use crate::domain::shop::Shop;
use crate::domain::views::{JarRow, JarToPlan};
use crate::reports::proposal::{Chosen, Reason};
use crate::reports::round::Stop;
use crate::reports::today::silent_before;
use crate::reports::{Proposal, Week};
use crate::store::{Revision, Tx};
use chrono::Days;
use std::cell::RefCell;
use std::collections::BTreeMap;
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
            proposals(tx, planned.visits().filter(|visit| visit.on <= until).collect())
        })
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
            let proposed = proposals(tx, of_day)?;
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
        tx.each_day_line(first, last, |line| week.add(&line, today))?;
        if week.holds(today) {
            tx.each_line_open_before(today, |line| week.carry_over(&line, today))?;
        }
        if last >= today {
            let planned = self.planned(tx, last)?;
            planned.visits().for_each(|visit| week.propose(visit.on));
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
    jars: &'a [JarId],
    on: Day,
    chosen: Chosen,
}

/// A visit that the forecasts require.
struct PlanRequest {
    /// Range of its jars in the list of all jars.
    jars: Range<usize>,
    from: Day,
    until: Day,
    late: bool,
}

/// State of collecting the wishes.
struct Gathering<'a> {
    shop: &'a Shop,
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
        let PlanRequest { from, until, late, .. } = *asked;
        let reason = match placed {
            _ if late => Reason::Late,
            Placed { payday: true, last: false, .. } => Reason::Payday,
            Placed { last: true, .. } => Reason::Last,
            Placed { last_is_full: true, .. } => Reason::Full,
            Placed { beside: 1.., .. } => Reason::Beside,
            Placed { .. } => Reason::Quiet,
        };
        let Placed { day, beside, payday, .. } = placed;
        PlannedVisit {
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
        days_off: shop.days_off(),
        horizon,
        areas: BTreeMap::new(),
        jars: Vec::new(),
        asked: Vec::new(),
        wishes: Vec::new(),
    };
    let mut of_one: Vec<JarToPlan> = Vec::new();
    tx.each_jar_to_plan(until, silent_before(today), |jar| {
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
        while let Some(first) = jars.first() {
            let (today, weekdays) = (self.horizon.first, first.weekdays);
            let until = self.shop.proposed_for(first.latest, today, weekdays);
            let late = first.latest < today;
            let (now, later): (Vec<_>, Vec<_>) =
                jars.into_iter().enumerate().partition(|(n, jar)| *n == 0 || jar.earliest <= until);
            jars = later.into_iter().map(|(_, jar)| jar).collect();
            let room = now.iter().map(|(_, jar)| jar.earliest).filter(|day| *day <= until).max();
            let from = if late { until } else { room.unwrap_or(until).max(today) };
            let days: Vec<u32> = (from.iter_days().take_while(|day| *day <= until))
                .filter(|day| *day == until || self.shop.delivers_on(*day, weekdays))
                .filter_map(|day| self.horizon.number(day))
                .collect();
            let mut set = DaySet::default();
            days.iter().for_each(|day| set.insert(*day));
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
            let first = self.jars.len();
            self.jars.extend(now.iter().map(|(_, jar)| jar.jar));
            self.asked.push(PlanRequest { jars: first..self.jars.len(), from, until, late });
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

/// Builds the proposals to show for these visits, sorted by day and customer.
fn proposals(tx: &Tx, visits: Vec<PlannedVisit>) -> Result<Vec<Proposal>> {
    let wanted: Vec<JarId> = visits.iter().flat_map(|visit| visit.jars.iter().copied()).collect();
    let rows = tx.jar_rows_in(&wanted)?.into_iter();
    let mut rows: BTreeMap<JarId, JarRow> = rows.map(|row| (row.jar, row)).collect();
    let mut proposals: Vec<Proposal> = visits
        .into_iter()
        .filter_map(|PlannedVisit { jars, on, chosen }| {
            let mut jars: Vec<JarRow> = jars.iter().filter_map(|jar| rows.remove(jar)).collect();
            jars.sort_by_key(|row| (row.latest, row.likely, row.jar));
            Some(Proposal { who: jars.first()?.who.clone(), on, chosen, jars })
        })
        .collect();
    proposals.sort_by_key(|proposal| (proposal.on, proposal.who.id));
    Ok(proposals)
}
