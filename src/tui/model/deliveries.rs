//! State of the Deliveries screen: the round of a day.

use std::collections::{BTreeSet, HashSet};

use super::lists::plan;
use super::rows::{Filter, RowList};
use super::subject::Target;
use crate::app::DayRound;
use crate::domain::delivery::Plan;
use crate::domain::id::CustomerId;
use crate::domain::views::Goods;
use crate::domain::{Day, Money};
use crate::reports::round::{Load, Stop};
use crate::reports::{self, Round, Week};

/// The round of a day: the promised stops in walking order, then those that the forecasts propose,
/// then those that are done, missed or cancelled already.
#[derive(Clone, PartialEq, Debug)]
pub struct Deliveries {
    /// True once the round has been read, at least in part.
    pub known: bool,
    /// True if all stops of the day have been read, false if only the first ones have.
    pub whole: bool,
    /// The day of the round.
    pub day: Day,
    /// The filter.
    pub filter: Filter,
    /// The stops.
    pub rows: RowList<Stop>,
    /// The customers whose proposed stops are marked.
    pub marked: BTreeSet<CustomerId>,
    /// Goods to load for the open stops.
    pub load: Vec<Load>,
    /// Goods that have been delivered already.
    pub brought: Vec<Load>,
    /// Money that is due from the customers of the promised stops.
    pub due: Money,
    /// Money that the finished stops have charged already.
    pub charged: Money,
    /// The week of the day, as it was read last.
    pub week: Option<Week>,
}

impl Deliveries {
    /// Creates the state for a day whose round has not been read yet.
    pub fn new(day: Day) -> Self {
        Self {
            known: false,
            whole: false,
            day,
            filter: Filter::default(),
            rows: RowList::default(),
            marked: BTreeSet::new(),
            load: Vec::new(),
            brought: Vec::new(),
            due: Money::ZERO,
            charged: Money::ZERO,
            week: None,
        }
    }

    /// Goes to another day, whose round and week have yet to be read.
    pub fn go_to(&mut self, day: Day) {
        self.day = day;
        (self.known, self.whole) = (false, false);
        self.rows = RowList::default();
    }

    /// Stores the round of the day, or its first stops, with the stops that are finished already.
    /// Proposed stops stay until the day is planned anew, except for customers with a promised
    /// stop. A round of any other day is ignored: the person has left that day meanwhile.
    pub fn put(&mut self, DayRound { round, finished, whole }: DayRound) {
        let Round { day, mut stops, due, .. } = round;
        if day != self.day {
            return;
        }
        let outcomes = finished.iter().filter_map(|stop| stop.outcome.as_ref());
        self.charged = outcomes.map(|outcome| outcome.charged).sum();
        self.brought = reports::round::load(finished.iter().filter(|stop| stop.is_done()));
        let promised: HashSet<_> = stops.iter().map(|stop| stop.who.id).collect();
        let proposed = self.rows.all().iter().filter(|stop| stop.is_proposed());
        let proposed = proposed.filter(|stop| !promised.contains(&stop.who.id));
        let proposed: Vec<Stop> = proposed.cloned().collect();
        self.keep_joined(&mut stops);
        stops.extend(proposed.into_iter().chain(finished));
        self.put_stops(stops);
        self.due = due;
        (self.known, self.whole) = (true, whole);
    }

    /// Stores the stops that are only proposed for the day, between the promised and the finished
    /// ones; what is proposed to a household with a promised stop joins that stop.
    pub fn put_proposed(&mut self, proposed: Vec<Stop>) {
        let known = self.rows.all().iter().filter(|stop| !stop.is_proposed()).cloned();
        let (mut stops, made): (Vec<_>, Vec<_>) = known.partition(Stop::is_open);
        let alone = reports::round::join_proposed(&mut stops, proposed);
        stops.extend(alone.into_iter().chain(made));
        // Unmarks customers who have been planned meanwhile or are not proposed for this day.
        let proposed = stops.iter().filter(|stop| stop.can_be_planned()).map(|stop| stop.who.id);
        let proposed: HashSet<_> = proposed.collect();
        self.marked.retain(|who| proposed.contains(who));
        self.put_stops(stops);
    }

    /// Keeps what has joined a promised stop until the day is planned anew, unless it is promised by now.
    fn keep_joined(&self, stops: &mut [Stop]) {
        for before in self.rows.all().iter().filter(|stop| !stop.proposed.is_empty()) {
            let Some(stop) = stops.iter_mut().find(|stop| stop.delivery == before.delivery) else {
                continue;
            };
            let is_new =
                |goods: &&Goods| !stop.goods.iter().any(|planned| planned.product == goods.product);
            stop.proposed = before.proposed.iter().filter(is_new).cloned().collect();
        }
    }

    fn put_stops(&mut self, stops: Vec<Stop>) {
        self.load = reports::round::load(stops.iter().filter(|stop| stop.is_open()));
        self.rows.put(stops, &self.filter);
    }

    /// Marks the selected stop or removes its mark; returns false if it is not a proposed one.
    pub fn mark(&mut self) -> bool {
        let proposed = self.rows.selected().filter(|stop| stop.can_be_planned());
        let Some(who) = proposed.map(|stop| stop.who.id) else { return false };
        if !self.marked.remove(&who) {
            self.marked.insert(who);
        }
        true
    }

    /// Marks every proposed stop that is shown, or removes all marks if all of those are marked
    /// already. Returns false if no proposed stop is shown.
    pub fn mark_all(&mut self) -> bool {
        let shown = self.rows.iter().filter(|stop| stop.can_be_planned());
        let shown: BTreeSet<_> = shown.map(|stop| stop.who.id).collect();
        let any = !shown.is_empty();
        self.marked = if shown.is_subset(&self.marked) { BTreeSet::new() } else { shown };
        any
    }

    /// Returns whether a stop is marked.
    pub fn is_marked(&self, stop: &Stop) -> bool {
        stop.can_be_planned() && self.marked.contains(&stop.who.id)
    }

    /// Returns the targets of the marked stops.
    pub fn marked_stops(&self) -> Vec<Target> {
        let marked = self.rows.all().iter().filter(|stop| self.is_marked(stop));
        marked.map(Target::of_stop).collect()
    }

    /// Returns the marked stops as plans for the day; without a mark the selected one, if proposed.
    pub fn plans(&self) -> Vec<Plan> {
        let marked = self.rows.all().iter().filter(|stop| self.is_marked(stop));
        let selected = self.rows.selected().filter(|stop| stop.can_be_planned());
        let selected = selected.filter(|_| self.marked.is_empty());
        let brings = marked.chain(selected).filter(|stop| !stop.to_plan().is_empty());
        brings.map(|stop| plan(stop, self.day)).collect()
    }
}
