//! State of the Today screen: what one day asks for.

use std::collections::HashSet;

use super::marks::SelectAll;
use super::rows::{Filter, RowList};
use super::subject::Target;
use super::window::Window;
use crate::domain::Day;
use crate::domain::delivery::Plan;
use crate::domain::query::{FollowUpQuery, TabQuery};
use crate::reports::FirstSteps;
use crate::reports::Owed;
use crate::reports::round::{Load, Stop};
use crate::reports::today::{Short, ToDeliver};
use crate::tui::keymap::Step;
use crate::tui::msg::Question;

/// The morning list.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct TodayLists {
    /// True once the deliveries of the day have been read, at least in part.
    pub known: bool,
    /// True if all deliveries of the day have been read, false if only the first ones have.
    pub whole: bool,
    /// The day that is shown, if it is not today.
    pub another: Option<Day>,
    /// The filter of all three panels.
    pub filter: Filter,
    /// The panel that has the focus.
    pub panel: TodayPanel,
    /// The stops of the day, with the finished ones last.
    pub deliver: RowList<Stop>,
    /// Customers near these stops who could be visited today too.
    pub could_join: Vec<Stop>,
    /// The first steps that are left; `None` until they are known.
    pub first_steps: Option<FirstSteps>,
    /// Goods to load for the open stops.
    pub load: Vec<Load>,
    /// Products that run short.
    pub short: Vec<Short>,
    /// The tabs with a debt that is due.
    pub collect: Window<TabQuery>,
    /// Totals of the tabs with a debt that is due; `None` until they have been read.
    pub owed: Option<Owed>,
    /// Follow-ups that are due.
    pub look_after: Window<FollowUpQuery>,
    /// Number of follow-ups that are due; `None` until it has been read.
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
    /// Stores the stops of the day, open and finished; the selection stays on its row.
    pub fn put(&mut self, deliver: ToDeliver, whole: bool) {
        let ToDeliver { day: _, stops, finished, load, short } = deliver;
        self.deliver.put(stops.into_iter().chain(finished).collect(), &self.filter);
        (self.load, self.short) = (load, short);
        (self.known, self.whole) = (true, whole);
    }

    /// Goes to another day (or back to today) and forgets the rows of the day before it.
    pub fn go_to(&mut self, another: Option<Day>) {
        self.another = another;
        (self.known, self.whole) = (false, false);
        // However long reading takes, rows of one day must never be shown under another.
        (self.deliver, self.load, self.short) = Default::default();
        self.collect.forget();
        self.look_after.forget();
        self.panel = TodayPanel::default();
    }

    /// Returns the queries for the debts and the follow-ups that are due by a day.
    pub fn lists_of(&self, day: Day, today: Day) -> (TabQuery, FollowUpQuery) {
        let on = Some(day).filter(|day| *day < today);
        let tabs = TabQuery { due_by: Some(day), on, ..self.collect.list.clone() };
        (tabs, FollowUpQuery { until: Some(day), ..self.look_after.list.clone() })
    }

    /// Returns the areas of the open stops, each once, in the order of the stops.
    pub fn areas(&self) -> Vec<String> {
        let open = self.deliver.all().iter().filter(|stop| stop.is_open());
        distinct_areas(open)
    }

    /// Stores the stops that could join, without customers who are on the list already.
    pub fn put_could_join(&mut self, mut stops: Vec<Stop>) {
        let known: HashSet<_> = self.deliver.all().iter().map(|stop| stop.who.id).collect();
        stops.retain(|stop| !known.contains(&stop.who.id));
        self.could_join = stops;
    }

    /// Returns the stops that could join as plans for a day.
    pub fn plans_to_join(&self, on: Day) -> Vec<Plan> {
        self.could_join.iter().map(|stop| plan(stop, on)).collect()
    }

    /// Returns whether the totals apply to the lists: they cover all of today, unfiltered.
    pub fn has_sums(&self) -> bool {
        self.another.is_none() && self.filter.typed.is_empty()
    }

    /// Returns the number of rows that a panel holds in memory.
    pub fn count(&self, panel: TodayPanel) -> usize {
        match panel {
            TodayPanel::Deliver => self.deliver.len(),
            TodayPanel::Collect => self.collect.rows.len(),
            TodayPanel::LookAfter => self.look_after.rows.len(),
        }
    }

    /// Returns the number of rows of each panel, in the order of the panels.
    pub fn counts(&self) -> (usize, usize, usize) {
        (self.deliver.len(), self.collect.rows.len(), self.look_after.rows.len())
    }

    /// Returns the selection of a panel.
    pub fn scroll(&self, panel: TodayPanel) -> super::Scroll {
        match panel {
            TodayPanel::Deliver => self.deliver.scroll,
            TodayPanel::Collect => self.collect.scroll,
            TodayPanel::LookAfter => self.look_after.scroll,
        }
    }

    /// Returns the selection of a panel, as a mutable reference.
    pub fn scroll_mut(&mut self, panel: TodayPanel) -> &mut super::Scroll {
        match panel {
            TodayPanel::Deliver => &mut self.deliver.scroll,
            TodayPanel::Collect => &mut self.collect.scroll,
            TodayPanel::LookAfter => &mut self.look_after.scroll,
        }
    }

    /// Moves the selection: up and down run through the panels as one list, left and right change
    /// the panel. Returns the question that has to be answered for it, if any.
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

    /// Moves the selection of a panel, even of one without the focus. Returns the question that has
    /// to be answered for it, if any.
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

    /// Gives the focus to the next (or previous) panel that has a row; returns false if none has.
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

    /// Moves the focus from a panel without rows to the first one that has any. The deliveries keep
    /// the focus while their rows may still be on the way.
    pub fn leave_an_empty_panel(&mut self) {
        let read = |known: bool| known || self.collect.list.on.is_none();
        let may_have =
            self.panel == TodayPanel::Deliver && !(self.whole && read(self.collect.known));
        if self.count(self.panel) == 0 && !may_have {
            let filled = TodayPanel::ALL.into_iter().find(|panel| self.count(*panel) > 0);
            self.panel = filled.unwrap_or_default();
        }
    }

    /// Returns the targets of the rows that the focused panel holds in memory, and the list for
    /// marking all of it if it has more rows than these.
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

    /// Returns the target of the selected row.
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

/// Returns the areas of some stops, each once, in the order of the stops.
pub fn distinct_areas<'a>(stops: impl IntoIterator<Item = &'a Stop>) -> Vec<String> {
    let mut seen = HashSet::new();
    let areas = stops.into_iter().map(|stop| stop.who.area.as_str());
    let named = areas.filter(|area| !area.is_empty() && seen.insert(*area));
    named.map(str::to_owned).collect()
}

/// Turns a stop into a plan for a day.
pub(super) fn plan(stop: &Stop, on: Day) -> Plan {
    let lines = stop.to_plan().iter().map(|goods| (goods.product, goods.quantity)).collect();
    Plan { customer: stop.who.id, on, lines }
}
