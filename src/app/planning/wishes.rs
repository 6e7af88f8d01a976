//! The wishes of the jars and the promised deliveries, from which a plan of the coming days follows.

use crate::app::Result;
use crate::domain::Day;
use crate::domain::day::{DaysOff, Period};
use crate::domain::id::{CustomerId, JarId};
use crate::domain::plan::{DaySet, Horizon, Promised, Wish};
use crate::domain::shop::Shop;
use crate::domain::urgency::Urgency;
use crate::domain::views::JarToPlan;
use crate::domain::visit_days::VisitDays;
use crate::store::Tx;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

/// A visit that the forecasts require.
pub(super) struct PlanRequest {
    pub customer: CustomerId,
    /// Range of its jars in the list of all jars.
    pub jars: Range<usize>,
    pub from: Day,
    pub until: Day,
    /// The likely empty day of the first jar.
    pub likely: Day,
    pub urgency: Urgency,
    /// The hash of its wish, by which a later one is compared with it: the wish itself takes ten times as much.
    wish: u64,
}

/// State of collecting the wishes.
pub(super) struct Gathering<'a> {
    shop: &'a Shop,
    absences: BTreeMap<CustomerId, Vec<Period>>,
    days_off: DaysOff,
    horizon: Horizon,
    pub areas: BTreeMap<String, usize>,
    pub jars: Vec<JarId>,
    pub asked: Vec<PlanRequest>,
    pub wishes: Vec<Wish>,
}

impl PlanRequest {
    /// Returns everything that a plan follows from.
    pub fn content<'a>(
        &self,
        jars: &'a [JarId],
    ) -> (CustomerId, &'a [JarId], (Day, Day, Day), Urgency, u64) {
        let Self { customer, from, until, likely, urgency, wish, .. } = *self;
        let jars = jars.get(self.jars.clone()).unwrap_or_default();
        (customer, jars, (from, until, likely), urgency, wish)
    }
}

impl<'a> Gathering<'a> {
    pub fn new(
        shop: &'a Shop,
        horizon: Horizon,
        (areas, absences): (BTreeMap<String, usize>, BTreeMap<CustomerId, Vec<Period>>),
    ) -> Self {
        let (jars, asked, wishes) = (Vec::new(), Vec::new(), Vec::new());
        Self { shop, absences, days_off: shop.days_off(), horizon, areas, jars, asked, wishes }
    }

    /// Takes the jars of all customers, or of some, until a day.
    pub fn take_all(
        &mut self,
        tx: &Tx,
        until: Day,
        customers: Option<&BTreeSet<CustomerId>>,
    ) -> Result<()> {
        let mut of_one: Vec<JarToPlan> = Vec::new();
        tx.each_jar_to_plan((until, self.horizon.first), customers, |jar| {
            if of_one.first().is_some_and(|first| first.customer != jar.customer) {
                self.take(std::mem::take(&mut of_one));
            }
            of_one.push(jar);
        })?;
        self.take(of_one);
        Ok(())
    }

    pub fn requests(
        &self,
    ) -> impl Iterator<Item = (CustomerId, &[JarId], (Day, Day, Day), Urgency, u64)> {
        self.asked.iter().map(|asked| asked.content(&self.jars))
    }

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
            let wish = Wish {
                area,
                days: set,
                load: now.iter().map(|(_, jar)| jar.load).sum(),
                payday: paid.and_then(|day| self.horizon.number(day)),
            };
            self.wishes.push(wish);
            let mut hash = DefaultHasher::new();
            wish.hash(&mut hash);
            let begin = self.jars.len();
            self.jars.extend(now.iter().map(|(_, jar)| jar.jar));
            let jars = begin..self.jars.len();
            let wish = hash.finish();
            self.asked.push(PlanRequest { customer, jars, from, until, likely, urgency, wish });
        }
    }

    fn area(&mut self, name: String) -> usize {
        let next = self.areas.len();
        *self.areas.entry(name).or_insert(next)
    }
}

/// Returns the promised deliveries until a day; overdue ones count for today.
pub(super) fn promised(tx: &Tx, gathering: &mut Gathering, until: Day) -> Result<Vec<Promised>> {
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
