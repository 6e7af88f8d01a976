//! The journal: its newest lines, of which more are read as the selection comes to their end.

use super::rows::Scroll;
use crate::domain::Day;
use crate::domain::action::Action;
use crate::domain::day::parse_iso;
use crate::domain::id::{ActionId, CustomerId};
use crate::domain::views::JournalFilter;
use crate::tui::keymap::Step;
use crate::tui::msg::Question;

/// How many lines are read at a time.
const WINDOW: usize = 200;

/// The customer whose lines are looked at.
#[derive(Clone, PartialEq, Debug)]
pub struct Whose {
    /// Who.
    pub customer: CustomerId,
    /// Code and name.
    pub name: String,
}

/// Which lines are looked at; nothing is all of them.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Lines {
    /// Only what was done with a customer.
    pub whose: Option<Whose>,
    /// Only until a day.
    pub until: Option<Day>,
    /// Only what was done by somebody in whose name this text is.
    pub by: Option<String>,
}

impl Lines {
    /// The lines of a customer.
    pub fn of(whose: Whose) -> Self {
        Self { whose: Some(whose), ..Self::default() }
    }

    /// The question that opens the journal on them.
    pub fn opening(self) -> Question {
        Question::Journal(self, None, WINDOW)
    }

    /// Whether nothing is left out.
    pub fn is_all(&self) -> bool {
        *self == Self::default()
    }

    /// What is to be read.
    pub fn filter(&self) -> JournalFilter {
        JournalFilter {
            customer: self.whose.as_ref().map(|whose| whose.customer),
            until: self.until,
            by: self.by.clone(),
        }
    }
}

/// What was done, the newest first.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct JournalSheet {
    /// Which lines.
    pub which: Lines,
    /// The lines.
    pub lines: Vec<Action>,
    /// The selected one.
    pub scroll: Scroll,
    /// Whether there are older ones.
    pub more: bool,
}

impl JournalSheet {
    /// The question that reads its lines again.
    pub fn again(&self) -> Question {
        Question::Journal(self.which.clone(), None, self.lines.len().max(WINDOW))
    }

    /// The selected line.
    pub fn selected(&self) -> Option<&Action> {
        self.lines.get(self.scroll.at)
    }

    /// The question for the lines up to the day before the selected one.
    pub fn day_before(&self) -> Option<Question> {
        let day = parse_iso(self.selected()?.at.get(..10)?).ok()?;
        Some(Lines { until: Some(day.pred_opt()?), ..self.which.clone() }.opening())
    }

    /// The question for the lines up to the day after the one up to which they are shown; after today
    /// it is all of them.
    pub fn day_after(&self, today: Day) -> Option<Question> {
        let until = self.which.until?.succ_opt().filter(|day| *day < today);
        Some(Lines { until, ..self.which.clone() }.opening())
    }

    /// Takes a step, and tells what has to be read for it.
    pub fn step(&mut self, step: Step, page: usize) -> Option<Question> {
        self.scroll.step(step, self.lines.len(), page);
        let near = self.lines.len().saturating_sub(self.scroll.at) <= page.max(WINDOW / 4);
        let last = self.lines.last().map(|line| line.id);
        (near && self.more).then(|| Question::Journal(self.which.clone(), last, WINDOW))
    }

    /// Puts in the lines that were read before a line, or all from the newest on.
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
                // A window that is read again is at least as long as one.
                self.more = lines.len() >= WINDOW;
                self.lines.extend(lines);
            }
            // The list has changed since this was asked for.
            Some(_) => {}
        }
    }
}
