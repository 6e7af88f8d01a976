//! The journal: its newest lines. Older ones are read as the selection approaches the end of those
//! already read.

use super::rows::Scroll;
use crate::domain::Day;
use crate::domain::action::Action;
use crate::domain::day::parse_iso;
use crate::domain::id::{ActionId, CustomerId};
use crate::domain::views::JournalFilter;
use crate::tui::keymap::Step;
use crate::tui::msg::Question;

/// Number of lines that are read at a time.
const WINDOW: usize = 200;

/// The customer to whose lines the journal is restricted.
#[derive(Clone, PartialEq, Debug)]
pub struct Whose {
    /// The customer.
    pub customer: CustomerId,
    /// The code and the name of the customer, as shown.
    pub name: String,
}

/// The filter of the journal. The default restricts nothing and selects all lines.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Lines {
    /// Restricts the lines to those about this customer.
    pub whose: Option<Whose>,
    /// Restricts the lines to those up to and including this day.
    pub until: Option<Day>,
    /// Restricts the lines to the actions of people whose name contains this text.
    pub by: Option<String>,
}

impl Lines {
    /// Creates a filter that selects the lines of one customer.
    pub fn of(whose: Whose) -> Self {
        Self { whose: Some(whose), ..Self::default() }
    }

    /// Returns the question that reads the newest of these lines, to open the journal on them.
    pub fn opening(self) -> Question {
        Question::Journal(self, None, WINDOW)
    }

    /// Returns true if the filter selects all lines.
    pub fn is_all(&self) -> bool {
        *self == Self::default()
    }

    /// Returns the corresponding filter for the query.
    pub fn filter(&self) -> JournalFilter {
        JournalFilter {
            customer: self.whose.as_ref().map(|whose| whose.customer),
            until: self.until,
            by: self.by.clone(),
        }
    }
}

/// The recorded actions that the journal shows, newest first.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct JournalSheet {
    /// The filter by which the lines were read.
    pub which: Lines,
    /// The lines that have been read, newest first.
    pub lines: Vec<Action>,
    /// The selected line and the first visible line.
    pub scroll: Scroll,
    /// True if there may be older lines that have not been read.
    pub more: bool,
}

impl JournalSheet {
    /// Returns the question that reads the lines again: as many as there are, at least one window.
    pub fn again(&self) -> Question {
        Question::Journal(self.which.clone(), None, self.lines.len().max(WINDOW))
    }

    /// Returns the selected line, or `None` if there are no lines.
    pub fn selected(&self) -> Option<&Action> {
        self.lines.get(self.scroll.at)
    }

    /// Returns the question for the lines up to the day before that of the selected line, or `None`
    /// if no line is selected or its time does not begin with an ISO date.
    pub fn day_before(&self) -> Option<Question> {
        let day = parse_iso(self.selected()?.at.get(..10)?).ok()?;
        Some(Lines { until: Some(day.pred_opt()?), ..self.which.clone() }.opening())
    }

    /// Returns the question for the lines up to one day later than now shown, or `None` if no last
    /// day is set. If that day is today or later, the question is for all days.
    pub fn day_after(&self, today: Day) -> Option<Question> {
        let until = self.which.until?.succ_opt().filter(|day| *day < today);
        Some(Lines { until, ..self.which.clone() }.opening())
    }

    /// Moves the selection by a step. Returns the question for older lines if the selection is near
    /// the end of those read and there may be more.
    pub fn step(&mut self, step: Step, page: usize) -> Option<Question> {
        self.scroll.step(step, self.lines.len(), page);
        let near = self.lines.len().saturating_sub(self.scroll.at) <= page.max(WINDOW / 4);
        let last = self.lines.last().map(|line| line.id);
        (near && self.more).then(|| Question::Journal(self.which.clone(), last, WINDOW))
    }

    /// Stores lines that were read. If `before` is `None`, they replace all lines, and the
    /// selection stays on its line while the filter is the same; otherwise they are the lines older
    /// than `before` and are appended, or dropped if the filter differs or the list no longer ends
    /// with that line.
    pub fn put(&mut self, which: Lines, before: Option<ActionId>, lines: Vec<Action>) {
        let others = self.which != which;
        match before {
            None => {
                let selected = self.selected().map(|line| line.id).filter(|_| !others);
                self.more = lines.len() >= WINDOW;
                self.lines = lines;
                let again = self.lines.iter().position(|line| Some(line.id) == selected);
                self.scroll.at = again.unwrap_or(if others { 0 } else { self.scroll.at });
                self.which = which;
            }
            Some(before) if !others && self.lines.last().map(|line| line.id) == Some(before) => {
                // A full window was requested: a shorter answer means that nothing older is left.
                self.more = lines.len() >= WINDOW;
                self.lines.extend(lines);
            }
            // The list has changed since these lines were requested.
            Some(_) => {}
        }
    }
}
