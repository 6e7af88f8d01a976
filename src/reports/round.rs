//! The round of a day: its stops in walking order, what to load, and what is due at each door.

use super::proposal::{Chosen, Proposal, ProposedJar};
use crate::domain::delivery::DeliveryStage;
use crate::domain::id::{CustomerId, DeliveryId, ProductId};
use crate::domain::search_key::code_key;
use crate::domain::urgency::{Errand, JarDays, Urgency};
use crate::domain::views::{CustomerLabel, DeliveryGoods, DeliveryRow, Goods, StopKey};
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
    /// Goods to deliver.
    pub goods: Vec<Goods>,
    /// Goods of which less than usual is brought, because no more fits in.
    pub smaller: Vec<ProductId>,
    /// Goods of the jars to look into before anything is brought, with their usual quantities.
    pub look_into: Vec<Goods>,
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
    /// Why it is proposed for its day, if the plan did so.
    pub chosen: Option<Chosen>,
    /// Outcome; `None` while the stop is open.
    pub outcome: Option<RoundOutcome>,
}

/// Outcome of a stop.
#[derive(Clone, PartialEq, Eq, Debug)]
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

    /// Returns whether goods were delivered.
    pub fn is_done(&self) -> bool {
        self.outcome.as_ref().is_some_and(|outcome| outcome.stage == DeliveryStage::Done)
    }

    /// Returns whether the stop is planned for a later day than that of its list.
    pub fn is_planned_too_late(&self) -> bool {
        self.urgency == Urgency::PlannedTooLate
    }

    /// Days since the day of the promise or the window's end; zero if it has not passed.
    pub fn days_past(&self, today: Day) -> i64 {
        (today - self.day).num_days().max(0)
    }

    /// Days since the day of the promise or the likely empty day; zero if it is not late.
    pub fn late_days(&self, today: Day) -> i64 {
        let promised = self.is_promised().then_some(self.day);
        let since = [self.late_since, promised].into_iter().flatten().min();
        since.map_or(0, |since| (today - since).num_days().max(0))
    }

    /// Returns whether the stop is still open and the likely empty day of its first jar has passed.
    pub fn is_empty_on(&self, day: Day) -> bool {
        self.is_open() && self.runs_out.is_some_and(|empty| empty < day)
    }

    /// The stop that a delivery is, with what was brought if it is closed.
    pub fn of_delivery(row: DeliveryRow, today: Day) -> Self {
        let jars = row.lines.iter().filter_map(|line| line.jar);
        let first = jars.clone().min_by_key(|jar| jar.likely);
        let state = |jar: JarDays| jar.planned(row.planned_for, today);
        // Without a jar only the day of the promise can pass.
        let anything = JarDays { latest: None, likely: Day::MAX };
        let (urgency, late_since) = match row.closed_on {
            Some(_) => (Urgency::WindowOpen, None),
            None => (
                jars.map(state).max().unwrap_or_else(|| state(anything)),
                first.unwrap_or(anything).late_since(Some(row.planned_for), today),
            ),
        };
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
            level: None,
            runs_out: first.map(|jar| jar.likely),
            balance: row.standing.balance,
            limit: row.standing.limit,
            due: row.standing.due_on(today),
            door_note: row.door_note,
            chosen: None,
            smaller: Vec::new(),
            look_into: Vec::new(),
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
        Some(Self {
            who: first.who.clone(),
            delivery: None,
            day: jars.iter().filter_map(|jar| jar.row.latest).min()?,
            urgency: jars.iter().map(|jar| jar.urgency).max()?,
            late_since: first.days().late_since(None, today),
            level: Some(first.level_on(today)),
            runs_out: Some(first.likely),
            balance: first.standing.balance,
            limit: first.standing.limit,
            due: first.standing.due_on(today),
            door_note: String::new(),
            chosen: None,
            goods: jars.iter().filter_map(ProposedJar::goods).collect(),
            smaller: smaller.map(|jar| jar.row.goods.product).collect(),
            look_into: look_into.map(|jar| jar.row.goods.clone()).collect(),
            outcome: None,
        })
    }
}

/// Returns the quantity of a line: the delivered one once it is known; `None` if it is zero.
fn in_the_end(line: DeliveryGoods) -> Option<Goods> {
    let quantity = line.delivered.unwrap_or(line.goods.quantity);
    let nothing = line.delivered.is_some_and(Quantity::is_zero);
    (!nothing).then_some(Goods { quantity, ..line.goods })
}

/// Which of many doors come first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum First {
    /// Those that are walked to first.
    Walked,
    /// Those that are late, as they are walked to, before all others.
    Late,
}

impl First {
    fn day(self, door: &StopKey) -> Day {
        match self {
            Self::Walked => Day::default(),
            Self::Late => door.day,
        }
    }
}

/// The areas of a shop in walking order, to sort doors by.
pub struct WalkingOrder {
    places: BTreeMap<String, usize>,
}

impl WalkingOrder {
    /// The order of these areas; any other area comes after them, by its name.
    pub fn new(areas: &[String]) -> Self {
        Self { places: areas.iter().cloned().zip(0..).collect() }
    }

    /// Sort key of a stop: area, then building, floor and flat by their numbers, then code.
    pub fn key(&self, who: &CustomerLabel) -> (usize, String, String, String) {
        let CustomerLabel { area, address, code, .. } = who;
        (self.place(area), area.clone(), code_key(address), code_key(code))
    }

    /// The doors of the areas that the first `count` reach. Most lie in others, and need not be told
    /// apart any further.
    pub fn reached(&self, mut doors: Vec<StopKey>, count: usize, first: First) -> Vec<StopKey> {
        let Some(last) = count.checked_sub(1) else { return Vec::new() };
        let area = |door: &StopKey| (first.day(door), self.place(&door.area), door.area.clone());
        doors.sort_by_cached_key(area);
        if let Some(last) = doors.get(last).map(area) {
            let reached = doors.partition_point(|door| area(door) <= last);
            doors.truncate(reached);
        }
        doors
    }

    /// The first `count` of these doors in their order, by who lives behind them.
    pub fn first(
        &self,
        mut doors: Vec<StopKey>,
        who: &BTreeMap<CustomerId, CustomerLabel>,
        (count, first): (usize, First),
    ) -> Vec<DeliveryId> {
        doors.sort_by_cached_key(|door| {
            (first.day(door), who.get(&door.customer).map(|who| self.key(who)))
        });
        doors.iter().take(count).map(|door| door.delivery).collect()
    }

    fn place(&self, area: &str) -> usize {
        self.places.get(area).copied().unwrap_or(usize::MAX)
    }
}

/// The round of one day.
#[derive(Clone, PartialEq, Debug)]
pub struct Round {
    /// The day.
    pub day: Day,
    /// The stops in walking order.
    pub stops: Vec<Stop>,
    /// Returns the load, by product.
    pub load: Vec<Goods>,
    /// The money that is due at the doors.
    pub due: Money,
}

impl Round {
    /// The round of these deliveries on a day.
    pub fn new(day: Day, deliveries: Vec<DeliveryRow>, areas: &[String]) -> Self {
        let order = WalkingOrder::new(areas);
        let mut stops: Vec<Stop> =
            deliveries.into_iter().map(|row| Stop::of_delivery(row, day)).collect();
        stops.sort_by_cached_key(|stop| order.key(&stop.who));
        Self { day, load: load(&stops), due: stops.iter().map(|stop| stop.due).sum(), stops }
    }
}

/// Sums the goods of stops, by product name.
pub fn load<'a>(stops: impl IntoIterator<Item = &'a Stop>) -> Vec<Goods> {
    let mut products: BTreeMap<(&str, i64), Goods> = BTreeMap::new();
    for goods in stops.into_iter().flat_map(|stop| &stop.goods) {
        products
            .entry((&goods.name, goods.product.number()))
            .and_modify(|sum| sum.quantity += goods.quantity)
            .or_insert_with(|| goods.clone());
    }
    products.into_values().collect()
}
