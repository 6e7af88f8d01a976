//! The journal: its newest lines, of which more are read as the selection comes to their end.

use super::rows::Scroll;
use crate::domain::action::Action;
use crate::domain::id::{ActionId, CustomerId};
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

/// What was done, the newest first.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct JournalSheet {
    /// Only what was done with a customer; `None` is everything.
    pub whose: Option<Whose>,
    /// The lines.
    pub lines: Vec<Action>,
    /// The selected one.
    pub scroll: Scroll,
    /// Whether there are older ones.
    pub more: bool,
}

impl JournalSheet {
    /// The question that opens the journal, or what of it is about a customer.
    pub fn opening(whose: Option<Whose>) -> Question {
        Question::Journal(whose, None, WINDOW)
    }

    /// The question that reads its lines again.
    pub fn again(&self) -> Question {
        Question::Journal(self.whose.clone(), None, self.lines.len().max(WINDOW))
    }

    /// The selected line.
    pub fn selected(&self) -> Option<&Action> {
        self.lines.get(self.scroll.at)
    }

    /// Takes a step, and tells what has to be read for it.
    pub fn step(&mut self, step: Step, page: usize) -> Option<Question> {
        self.scroll.step(step, self.lines.len(), page);
        let near = self.lines.len().saturating_sub(self.scroll.at) <= page.max(WINDOW / 4);
        let last = self.lines.last().map(|line| line.id);
        (near && self.more).then_some(Question::Journal(self.whose.clone(), last, WINDOW))
    }

    /// Puts in the lines that were read before a line, or all from the newest on.
    pub fn put(&mut self, before: Option<ActionId>, lines: Vec<Action>) {
        // A window that is read again is at least as long as one.
        self.more = lines.len() >= WINDOW;
        match before {
            None => {
                let selected = self.selected().map(|line| line.id);
                self.lines = lines;
                let again = self.lines.iter().position(|line| Some(line.id) == selected);
                self.scroll.at = again.unwrap_or(self.scroll.at);
            }
            Some(before) if self.lines.last().map(|line| line.id) == Some(before) => {
                self.lines.extend(lines);
            }
            // The list has changed since this was asked for.
            Some(_) => {}
        }
    }
}
