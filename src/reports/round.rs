//! The round of a day: its stops in walking order, what to load, and what is due at each door.

use super::proposal::{Chosen, Proposal, ProposedJar};
use super::stop_order::{StopRules, WalkingOrder};
use crate::domain::day::Period;
use crate::domain::delivery::DeliveryStage;
use crate::domain::id::{CustomerId, DeliveryId, ProductId};
use crate::domain::jar::JarState;
use crate::domain::urgency::{Errand, JarDays, Urgency};
use crate::domain::views::{CustomerLabel, DeliveryGoods, DeliveryRow, Goods};
use crate::domain::{Day, Money, Quantity};
use std::collections::BTreeMap;

/// One door to stop at.
#[derive(Clone, PartialEq, Debug)]
pub struct Stop {
    /// The customer.
    pub who: CustomerLabel,
    /// The delivery that was promised; `None` if it is only due by the forecast.
    pub delivery: Option<DeliveryId>,
    /// The day of the promise, or the last day of the window.
    pub day: Day,
    /// State on the day of the list.
    pub urgency: Urgency,
    /// Since when it is late; `None` if it is not.
    pub late_since: Option<Day>,
    /// Goods to deliver: those of the plan, or of a stop that nobody has planned those that are proposed.
    pub goods: Vec<Goods>,
    /// Goods that are proposed in addition to those of the plan.
    pub proposed: Vec<Goods>,
    /// Goods of which less than usual is brought, because no more fits in.
    pub smaller: Vec<ProductId>,
    /// Goods of the jars to look into before anything is brought, with their usual quantities.
    pub look_into: Vec<Goods>,
    /// Product of the jar that runs out first; `None` where the goods have none.
    pub first_jar: Option<ProductId>,
    /// About how much is left in the jar that runs out first; `None` if nothing is known.
    pub level: Option<Quantity>,
    /// The likely day on which the first of these jars is empty.
    pub runs_out: Option<Day>,
    /// Balance of their tab.
    pub balance: Money,
    /// The most that their tab may reach; `None` is no limit.
    pub limit: Option<Money>,
    /// Amount due on the day of the round.
    pub due: Money,
    /// Door note.
    pub door_note: String,
    /// The time away in which it is planned; `None` if somebody is there.
    pub away: Option<Period>,
    /// Why it is proposed for its day, if the plan did so.
    pub chosen: Option<Chosen>,
    /// Outcome; `None` while the stop is open.
    pub outcome: Option<RoundOutcome>,
}

/// Outcome of a stop.
#[derive(Clone, PartialEq, Debug)]
pub struct RoundOutcome {
    /// Done, missed or cancelled.
    pub stage: DeliveryStage,
    /// Amount charged for the delivered goods.
    pub charged: Money,
    /// The lines of the delivery.
    pub lines: Vec<DeliveryGoods>,
    /// Why it was missed or cancelled.
    pub reason: String,
}

impl Stop {
    /// Returns whether the stop is still open.
    pub fn is_open(&self) -> bool {
        self.outcome.is_none()
    }

    /// Returns whether the stop is planned and still open.
    pub fn is_promised(&self) -> bool {
        self.is_open() && self.delivery.is_some()
    }

    /// Returns whether the stop is only proposed by the forecasts.
    pub fn is_proposed(&self) -> bool {
        self.delivery.is_none()
    }

    /// Returns the goods that are proposed and not planned yet.
    pub fn to_plan(&self) -> &[Goods] {
        if self.is_proposed() { &self.goods } else { &self.proposed }
    }

    /// Returns whether something of the stop can be planned: it is proposed, or some of its goods are.
    pub fn can_be_planned(&self) -> bool {
        self.is_proposed() || self.is_open() && !self.proposed.is_empty()
    }

    /// Returns whether goods were delivered.
    pub fn is_done(&self) -> bool {
        self.outcome.as_ref().is_some_and(|outcome| outcome.stage == DeliveryStage::Done)
    }

    /// Returns whether the stop is planned for a day after that of its list.
    pub fn is_for_later(&self, day: Day) -> bool {
        self.is_promised() && self.day > day
    }

    /// Days since the day of the promise or the likely empty day; zero if it is not late.
    pub fn late_days(&self, today: Day) -> i64 {
        let promised = self.is_promised().then_some(self.day);
        let since = [self.late_since, promised].into_iter().flatten().min();
        since.map_or(0, |since| (today - since).num_days().max(0))
    }

    /// Returns whether the stop is late only because its day has passed: its jars are not likely empty yet.
    pub fn missed_its_day(&self, today: Day) -> bool {
        self.is_promised() && self.day < today && !self.is_empty_on(today)
    }

    /// Returns whether the stop is still open and the likely empty day of its first jar has passed.
    pub fn is_empty_on(&self, day: Day) -> bool {
        self.is_open() && self.runs_out.is_some_and(|empty| empty < day)
    }

    /// The stop that a delivery is, with what was brought if it is closed.
    pub fn of_delivery(row: DeliveryRow, today: Day, rules: &StopRules) -> Self {
        let on = row.planned_for;
        let visit = rules.visit(row.who.id, on.max(today));
        let jars = row.lines.iter().filter_map(|line| line.jar);
        let first = jars.clone().map(|jar| jar.days()).min_by_key(|jar| jar.likely);
        let state = |jar: JarState| jar.planned(on, &visit, today);
        let (urgency, late_since) = match row.closed_on {
            Some(_) => (Urgency::WindowOpen, None),
            None => (
                jars.map(state).max().unwrap_or_else(|| JarDays::UNKNOWN.planned(on, today)),
                first.unwrap_or(JarDays::UNKNOWN).late_since(Some(on), today),
            ),
        };
        let away = visit.away.iter().copied().find(|away| away.contains(visit.on));
        let away = away.filter(|_| row.closed_on.is_none());
        let jar = |line: &DeliveryGoods| Some((line.jar?.likely, line.goods.product));
        let first_jar = row.lines.iter().filter_map(jar).min_by_key(|(likely, _)| *likely);
        let outcome = row.closed_on.map(|_| RoundOutcome {
            stage: row.stage,
            charged: row.amount(),
            lines: row.lines.clone(),
            reason: row.reason.clone(),
        });
        Self {
            delivery: Some(row.id),
            day: row.day(),
            outcome,
            urgency,
            late_since,
            first_jar: first_jar.map(|(_, product)| product),
            level: None,
            runs_out: first.map(|jar| jar.likely),
            balance: row.standing.balance,
            limit: row.standing.limit,
            due: row.standing.due_on(today),
            door_note: row.door_note,
            away,
            chosen: None,
            smaller: Vec::new(),
            look_into: Vec::new(),
            proposed: Vec::new(),
            goods: row.lines.into_iter().filter_map(in_the_end).collect(),
            who: row.who,
        }
    }

    /// The stop that a proposal is.
    pub fn of_proposal(proposal: &Proposal, today: Day) -> Option<Self> {
        let stop = Self::of_jars(&proposal.jars, today)?;
        Some(Self { chosen: Some(proposal.chosen), ..stop })
    }

    /// The stop that jars of one customer ask for; `None` without jars.
    pub fn of_jars(jars: &[ProposedJar], today: Day) -> Option<Self> {
        let proposed = jars.iter().min_by_key(|jar| jar.row.likely)?;
        let first = &proposed.row;
        let smaller = jars.iter().filter(|jar| matches!(jar.errand, Errand::Smaller(_)));
        let look_into = jars.iter().filter(|jar| jar.errand == Errand::Look);
        // What is filled along with the others does not make the stop more urgent.
        let due = |jar: &&ProposedJar| jar.row.latest.is_some_and(|latest| latest <= today);
        let urgency = jars.iter().filter(due).map(|jar| jar.urgency).max();
        Some(Self {
            who: first.who.clone(),
            delivery: None,
            day: jars.iter().filter_map(|jar| jar.row.latest).min()?,
            urgency: urgency.or_else(|| jars.iter().map(|jar| jar.urgency).max())?,
            late_since: first.days().late_since(None, today),
            first_jar: Some(first.goods.product),
            level: Some(first.level_on(today)),
            runs_out: Some(first.likely),
            balance: first.standing.balance,
            limit: first.standing.limit,
            due: first.standing.due_on(today),
            door_note: String::new(),
            away: None,
            chosen: None,
            goods: jars.iter().filter_map(ProposedJar::goods).collect(),
            proposed: Vec::new(),
            smaller: smaller.map(|jar| jar.row.goods.product).collect(),
            look_into: look_into.map(|jar| jar.row.goods.clone()).collect(),
            outcome: None,
        })
    }

    /// Adds what is proposed for the same household to a planned stop: one visit brings both.
    pub fn join(&mut self, proposed: Self) {
        self.proposed = proposed.goods;
        self.smaller = proposed.smaller;
        self.look_into = proposed.look_into;
        self.urgency = self.urgency.max(proposed.urgency);
        self.late_since = [self.late_since, proposed.late_since].into_iter().flatten().min();
        if self.runs_out.is_none_or(|day| proposed.runs_out.is_some_and(|other| other < day)) {
            (self.runs_out, self.level) = (proposed.runs_out, proposed.level);
            self.first_jar = proposed.first_jar;
        }
        self.chosen = proposed.chosen;
    }
}

/// Joins proposed stops with the planned ones of the same households: one visit brings both. Returns those
/// of households without a planned stop.
pub fn join_proposed(planned: &mut [Stop], proposed: Vec<Stop>) -> Vec<Stop> {
    let mut places: BTreeMap<CustomerId, &mut Stop> = BTreeMap::new();
    for stop in planned.iter_mut().filter(|stop| stop.is_promised()) {
        places.entry(stop.who.id).or_insert(stop);
    }
    let mut alone = Vec::new();
    for stop in proposed {
        match places.get_mut(&stop.who.id) {
            Some(known) => known.join(stop),
            None => alone.push(stop),
        }
    }
    alone
}

/// Returns the quantity of a line: the delivered one once it is known; `None` if it is zero.
fn in_the_end(line: DeliveryGoods) -> Option<Goods> {
    let quantity = line.delivered.unwrap_or(line.goods.quantity);
    let nothing = line.delivered.is_some_and(Quantity::is_zero);
    (!nothing).then_some(Goods { quantity, ..line.goods })
}

/// The round of one day.
#[derive(Clone, PartialEq, Debug)]
pub struct Round {
    /// The day.
    pub day: Day,
    /// The stops in walking order.
    pub stops: Vec<Stop>,
    /// Returns the load, by product.
    pub load: Vec<Load>,
    /// The money that is due at the doors.
    pub due: Money,
}

impl Round {
    /// The round of these deliveries on a day.
    pub fn new(
        day: Day,
        deliveries: Vec<DeliveryRow>,
        areas: &[String],
        rules: &StopRules,
    ) -> Self {
        let stop = |row| Stop::of_delivery(row, day, rules);
        Self::of_stops(day, deliveries.into_iter().map(stop).collect(), areas)
    }

    /// Returns the round with the stops that are proposed for the day.
    #[must_use]
    pub fn with_proposed(mut self, proposed: Vec<Stop>, areas: &[String]) -> Self {
        let alone = join_proposed(&mut self.stops, proposed);
        self.stops.extend(alone);
        Self::of_stops(self.day, self.stops, areas)
    }

    fn of_stops(day: Day, mut stops: Vec<Stop>, areas: &[String]) -> Self {
        let order = WalkingOrder::new(areas);
        stops.sort_by_cached_key(|stop| order.key(&stop.who));
        Self { day, load: load(&stops), due: stops.iter().map(|stop| stop.due).sum(), stops }
    }
}

/// Goods to load of one product.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Load {
    /// All of them, planned and proposed.
    pub goods: Goods,
    /// The part of them that is only proposed.
    pub proposed: Quantity,
}

/// Sums the goods of stops, by product name.
pub fn load<'a>(stops: impl IntoIterator<Item = &'a Stop>) -> Vec<Load> {
    let mut products: BTreeMap<(&str, i64), Load> = BTreeMap::new();
    for stop in stops {
        let to_plan = stop.to_plan().iter().map(|goods| (goods, goods.quantity));
        let planned = if stop.is_proposed() { &[][..] } else { &stop.goods };
        let planned = planned.iter().map(|goods| (goods, Quantity::ZERO));
        for (goods, proposed) in planned.chain(to_plan) {
            products
                .entry((&goods.name, goods.product.number()))
                .and_modify(|sum| {
                    sum.goods.quantity += goods.quantity;
                    sum.proposed += proposed;
                })
                .or_insert_with(|| Load { goods: goods.clone(), proposed });
        }
    }
    products.into_values().collect()
}
