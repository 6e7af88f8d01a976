//! The morning and the round: what a day asks for.

use std::collections::{BTreeSet, HashSet};

use super::marks::SelectAll;
use super::rows::{Filter, RowList};
use super::subject::Target;
use super::window::Window;
use crate::app::DayRound;
use crate::domain::delivery::Plan;
use crate::domain::id::CustomerId;
use crate::domain::query::{FollowUpQuery, TabQuery};
use crate::domain::views::Goods;
use crate::domain::{Day, Money};
use crate::reports::round::Stop;
use crate::reports::today::{Short, ToDeliver};
use crate::reports::{self, Owed, Round, Week};
use crate::tui::keymap::Step;
use crate::tui::msg::Question;

/// The morning list.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct TodayLists {
    /// Whether what to deliver was read.
    pub known: bool,
    /// Whether the whole of it was read, or only its beginning.
    pub whole: bool,
    /// The day that is looked at, if it is not today.
    pub another: Option<Day>,
    /// The filter of all three panels.
    pub filter: Filter,
    /// The panel that has the focus.
    pub panel: TodayPanel,
    /// Doors to bring something to.
    pub deliver: RowList<Stop>,
    /// Doors near them that could be stopped at today too.
    pub could_join: Vec<Stop>,
    /// What to load.
    pub load: Vec<Goods>,
    /// Products that run short.
    pub short: Vec<Short>,
    /// Money to ask for: the tabs with a debt that is due.
    pub collect: Window<TabQuery>,
    /// What is due of them in all.
    pub owed: Option<Owed>,
    /// Follow-ups that are due.
    pub look_after: Window<FollowUpQuery>,
    /// How many they are.
    pub to_look_after: Option<u32>,
}

/// A panel of the morning, in the order in which the selection goes through them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[allow(missing_docs, reason = "the names are those on the panels")]
pub enum TodayPanel {
    #[default]
    Deliver,
    Collect,
    LookAfter,
}

impl TodayPanel {
    /// Every panel.
    pub const ALL: [Self; 3] = [Self::Deliver, Self::Collect, Self::LookAfter];
}

impl TodayLists {
    /// Puts in what to deliver, and what was; the selection stays where it was.
    pub fn put(&mut self, deliver: ToDeliver, whole: bool) {
        let ToDeliver { day: _, stops, finished, load, short } = deliver;
        self.deliver.put(stops.into_iter().chain(finished).collect(), &self.filter);
        (self.load, self.short) = (load, short);
        (self.known, self.whole) = (true, whole);
    }

    /// Goes to another day (or back to today), whose list is to be read from its beginning.
    pub fn go_to(&mut self, another: Option<Day>) {
        self.another = another;
        (self.known, self.whole) = (false, false);
        // Whatever takes a while to be read, the rows of one day never stand under another.
        (self.deliver, self.load, self.short) = Default::default();
        self.collect.forget();
        self.look_after.forget();
        self.panel = TodayPanel::default();
    }

    /// What its lists of money and of follow-ups are of on a day.
    pub fn lists_of(&self, day: Day, today: Day) -> (TabQuery, FollowUpQuery) {
        let on = Some(day).filter(|day| *day < today);
        let tabs = TabQuery { due_by: Some(day), on, ..self.collect.list.clone() };
        (tabs, FollowUpQuery { until: Some(day), ..self.look_after.list.clone() })
    }

    /// The areas through which today's rounds go, in their order.
    pub fn areas(&self) -> Vec<String> {
        let open = self.deliver.all().iter().filter(|stop| stop.is_open());
        distinct_areas(open)
    }

    /// Puts in what could join: doors that are on the list already have joined.
    pub fn put_could_join(&mut self, mut stops: Vec<Stop>) {
        let known: HashSet<_> = self.deliver.all().iter().map(|stop| stop.who.id).collect();
        stops.retain(|stop| !known.contains(&stop.who.id));
        self.could_join = stops;
    }

    /// What could join, as plans for a day.
    pub fn plans_to_join(&self, on: Day) -> Vec<Plan> {
        self.could_join.iter().map(|stop| plan(stop, on)).collect()
    }

    /// Whether the lists are those that the sums are of: all of today's.
    pub fn has_sums(&self) -> bool {
        self.another.is_none() && self.filter.typed.is_empty()
    }

    /// How many rows of a panel are known.
    pub fn count(&self, panel: TodayPanel) -> usize {
        match panel {
            TodayPanel::Deliver => self.deliver.len(),
            TodayPanel::Collect => self.collect.rows.len(),
            TodayPanel::LookAfter => self.look_after.rows.len(),
        }
    }

    /// How many rows each panel shows, in their order.
    pub fn counts(&self) -> (usize, usize, usize) {
        (self.deliver.len(), self.collect.rows.len(), self.look_after.rows.len())
    }

    /// The selection of a panel.
    pub fn scroll(&self, panel: TodayPanel) -> super::Scroll {
        match panel {
            TodayPanel::Deliver => self.deliver.scroll,
            TodayPanel::Collect => self.collect.scroll,
            TodayPanel::LookAfter => self.look_after.scroll,
        }
    }

    /// The selection of a panel, to be moved.
    pub fn scroll_mut(&mut self, panel: TodayPanel) -> &mut super::Scroll {
        match panel {
            TodayPanel::Deliver => &mut self.deliver.scroll,
            TodayPanel::Collect => &mut self.collect.scroll,
            TodayPanel::LookAfter => &mut self.look_after.scroll,
        }
    }

    /// Takes a step: up and down run through the panels as one list, left and right change the panel.
    /// Tells what has to be read for it.
    pub fn step(&mut self, step: Step, page: usize) -> Option<Question> {
        let at = self.scroll_mut(self.panel).at;
        match step {
            Step::Left => {
                self.go_to_panel(false);
            }
            Step::Right => {
                self.go_to_panel(true);
            }
            Step::Up if at == 0 => {
                if self.go_to_panel(false) {
                    return self.step_in(self.panel, Step::Last, page);
                }
            }
            Step::Down if at + 1 >= self.count(self.panel) => {
                if self.go_to_panel(true) {
                    return self.step_in(self.panel, Step::First, page);
                }
            }
            Step::Up | Step::Down | Step::PageUp | Step::PageDown | Step::First | Step::Last => {
                return self.step_in(self.panel, step, page);
            }
        }
        None
    }

    /// Takes a step in a panel, whichever has the focus. Tells what has to be read for it.
    pub fn step_in(&mut self, panel: TodayPanel, step: Step, page: usize) -> Option<Question> {
        match panel {
            TodayPanel::Deliver => {
                self.deliver.scroll.step(step, self.deliver.len(), page);
                None
            }
            TodayPanel::Collect => self.collect.step(step, page).map(Question::Tabs),
            TodayPanel::LookAfter => self.look_after.step(step, page).map(Question::FollowUps),
        }
    }

    /// Goes to the next panel (or the one before) that shows a row, if there is one.
    fn go_to_panel(&mut self, forward: bool) -> bool {
        let filled = |panel: &&TodayPanel| self.count(**panel) > 0;
        let here = |panel: &&TodayPanel| **panel != self.panel;
        let next = if forward {
            TodayPanel::ALL.iter().skip_while(here).skip(1).find(filled)
        } else {
            TodayPanel::ALL.iter().rev().skip_while(here).skip(1).find(filled)
        };
        match next {
            Some(panel) => {
                self.panel = *panel;
                true
            }
            None => false,
        }
    }

    /// Whatever was read or narrowed, the panel with the focus has rows if any has. What is still being
    /// read may have some in a moment.
    pub fn leave_an_empty_panel(&mut self) {
        let read = |known: bool| known || self.collect.list.on.is_none();
        let may_have =
            self.panel == TodayPanel::Deliver && !(self.whole && read(self.collect.known));
        if self.count(self.panel) == 0 && !may_have {
            let filled = TodayPanel::ALL.into_iter().find(|panel| self.count(*panel) > 0);
            self.panel = filled.unwrap_or_default();
        }
    }

    /// What the rows of the panel with the focus are about, as far as they are known; and its list, if
    /// there are more than these.
    pub fn listed(&self, today: Day) -> (Vec<Target>, Option<SelectAll>) {
        match self.panel {
            TodayPanel::Deliver => (self.deliver.iter().map(Target::of_stop).collect(), None),
            TodayPanel::Collect => {
                let rows = self.collect.rows.iter();
                let rows = rows.map(|row| Target::of_owing(row, row.standing.due_on(today)));
                let list = || SelectAll::Tabs(self.collect.list.clone());
                (rows.collect(), (!self.collect.is_whole()).then(list))
            }
            TodayPanel::LookAfter => {
                let rows = self.look_after.rows.iter().map(Target::of_follow_up);
                let list = || SelectAll::FollowUps(self.look_after.list.clone());
                (rows.collect(), (!self.look_after.is_whole()).then(list))
            }
        }
    }

    /// What the selected row is about.
    pub fn subject(&self, today: Day) -> Option<Target> {
        match self.panel {
            TodayPanel::Deliver => self.deliver.selected().map(Target::of_stop),
            TodayPanel::Collect => {
                self.collect.selected().map(|row| Target::of_owing(row, row.standing.due_on(today)))
            }
            TodayPanel::LookAfter => self.look_after.selected().map(Target::of_follow_up),
        }
    }
}

/// The areas of some stops, each once, in the order of the stops.
pub fn distinct_areas<'a>(stops: impl IntoIterator<Item = &'a Stop>) -> Vec<String> {
    let mut seen = HashSet::new();
    let areas = stops.into_iter().map(|stop| stop.who.area.as_str());
    let named = areas.filter(|area| !area.is_empty() && seen.insert(*area));
    named.map(str::to_owned).collect()
}

/// What a stop would be as a plan for a day.
fn plan(stop: &Stop, on: Day) -> Plan {
    let lines = stop.goods.iter().map(|goods| (goods.product, goods.quantity)).collect();
    Plan { customer: stop.who.id, on, lines }
}

/// The round of a day: what is promised, in walking order, then what the forecasts would add, then
/// what is done, missed or cancelled already.
#[derive(Clone, PartialEq, Debug)]
pub struct Deliveries {
    /// Whether it was read.
    pub known: bool,
    /// Whether the whole of it was read, or only its beginning.
    pub whole: bool,
    /// The day.
    pub day: Day,
    /// The filter.
    pub filter: Filter,
    /// The stops.
    pub rows: RowList<Stop>,
    /// The customers whose proposed stops are marked.
    pub marked: BTreeSet<CustomerId>,
    /// What to load for what is promised.
    pub load: Vec<Goods>,
    /// What was brought already.
    pub brought: Vec<Goods>,
    /// The money that is due at the doors.
    pub due: Money,
    /// The money that was charged already.
    pub charged: Money,
    /// The week of the day as it was read last.
    pub week: Option<Week>,
}

impl Deliveries {
    /// The round of a day that was not read yet.
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

    /// Goes to another day, whose round and week are to be read.
    pub fn go_to(&mut self, day: Day) {
        self.day = day;
        (self.known, self.whole) = (false, false);
        self.rows = RowList::default();
    }

    /// Puts in the round of the day, or its beginning, with the stops that are made already. What was
    /// proposed for the day stays until it is planned anew, unless it is promised now. A day that was
    /// left meanwhile is of no use any more.
    pub fn put(&mut self, DayRound { round, finished, whole }: DayRound) {
        let Round { day, mut stops, load, due } = round;
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
        stops.extend(proposed.into_iter().chain(finished));
        self.rows.put(stops, &self.filter);
        (self.load, self.due) = (load, due);
        (self.known, self.whole) = (true, whole);
    }

    /// Puts in the stops that are only proposed for the day, between those that are promised and those
    /// that are made.
    pub fn put_proposed(&mut self, proposed: Vec<Stop>) {
        let known = self.rows.all().iter().filter(|stop| !stop.is_proposed()).cloned();
        let (mut stops, made): (Vec<_>, Vec<_>) = known.partition(Stop::is_open);
        stops.extend(proposed.into_iter().chain(made));
        // What was planned meanwhile, or is another day's, is not marked any more.
        let proposed = stops.iter().filter(|stop| stop.is_proposed()).map(|stop| stop.who.id);
        let proposed: HashSet<_> = proposed.collect();
        self.marked.retain(|who| proposed.contains(who));
        self.rows.put(stops, &self.filter);
    }

    /// Marks the selected stop if it is only proposed, or unmarks it; tells whether it could.
    pub fn mark(&mut self) -> bool {
        let proposed = self.rows.selected().filter(|stop| stop.is_proposed());
        let Some(who) = proposed.map(|stop| stop.who.id) else { return false };
        if !self.marked.remove(&who) {
            self.marked.insert(who);
        }
        true
    }

    /// Marks every proposed stop that is shown; if all are marked already, unmarks them.
    pub fn mark_all(&mut self) -> bool {
        let shown = self.rows.iter().filter(|stop| stop.is_proposed());
        let shown: BTreeSet<_> = shown.map(|stop| stop.who.id).collect();
        let any = !shown.is_empty();
        self.marked = if shown.is_subset(&self.marked) { BTreeSet::new() } else { shown };
        any
    }

    /// Whether a stop is marked.
    pub fn is_marked(&self, stop: &Stop) -> bool {
        stop.is_proposed() && self.marked.contains(&stop.who.id)
    }

    /// What the marked stops are about.
    pub fn marked_stops(&self) -> Vec<Target> {
        let marked = self.rows.all().iter().filter(|stop| self.is_marked(stop));
        marked.map(Target::of_stop).collect()
    }

    /// The marked stops as plans for the day; without a mark the selected one, if it is proposed.
    pub fn plans(&self) -> Vec<Plan> {
        let marked = self.rows.all().iter().filter(|stop| self.is_marked(stop));
        let selected = self.rows.selected().filter(|stop| stop.is_proposed());
        let selected = selected.filter(|_| self.marked.is_empty());
        marked.chain(selected).map(|stop| plan(stop, self.day)).collect()
    }
}
