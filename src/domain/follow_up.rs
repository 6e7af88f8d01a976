//! A follow-up: something to do for a customer on a day, made by hand or by a rule of the shop.

use super::day::{Day, DayError, Recurrence};
use super::id::{CustomerId, FollowUpId};
use super::promise::{PromiseState, PromiseTerms};
use super::stable_name::keys;
use std::fmt;

/// When it comes again.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Repeat {
    /// By the calendar, counted from the first day, whether or not it was done.
    Every(Recurrence),
    /// So long after the day on which it was done.
    AfterDone(Recurrence),
}

impl Repeat {
    /// `every 2 weeks`, `after 3 days`, `每3个月` or `完成后2周`.
    ///
    /// # Errors
    /// If the span is none.
    pub fn parse(text: &str) -> Result<Self, DayError> {
        let text = text.trim();
        match text.strip_prefix("after ").or_else(|| text.strip_prefix("完成后")) {
            Some(span) => Recurrence::parse(span).map(Self::AfterDone),
            None => Recurrence::parse(text).map(Self::Every),
        }
    }
}

impl fmt::Display for Repeat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Every(span) => write!(f, "every {span}"),
            Self::AfterDone(span) => write!(f, "after {span}"),
        }
    }
}

/// A rule of the shop that makes follow-ups.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Rule {
    /// Call three days after the first delivery.
    FirstDelivery,
    /// They said that they would pay on this day.
    Promise,
    /// Their birthday.
    Birthday,
    /// Long past the empty day, and nothing heard.
    Silent,
    /// A step of reminding of what is due has come.
    Reminder,
    /// A complaint waits for its solution.
    Complaint,
    /// Ask whether the solution of a complaint is a good one.
    ReturnVisit,
}

keys!(Rule {
    FirstDelivery = "first-delivery",
    Promise = "promise",
    Birthday = "birthday",
    Silent = "silent",
    Reminder = "reminder",
    Complaint = "complaint",
    ReturnVisit = "return-visit",
});

/// Which occasion of which rule a follow-up is for; there is at most one of each.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Trigger {
    /// The rule.
    pub rule: Rule,
    /// For whom.
    pub customer: CustomerId,
    /// The day that makes the occasion one of a kind: the birthday of that year, the empty day, the
    /// day of a step of reminding.
    pub day: Day,
}

/// Stage.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum FollowUpStage {
    /// To be done.
    Open,
    /// Done, with an outcome.
    Done,
    /// Not needed any more.
    Dropped,
}

keys!(FollowUpStage { Open = "open", Done = "done", Dropped = "dropped" });

/// One follow-up.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FollowUp {
    /// Given by the store.
    pub id: FollowUpId,
    /// For whom.
    pub customer: CustomerId,
    /// Task; empty if the rule implies it.
    pub text: String,
    /// The first day it was due, from which `Repeat::Every` counts.
    pub anchor: Day,
    /// When it is due now.
    pub due_on: Day,
    /// Repetition, if any.
    pub repeat: Option<Repeat>,
    /// The rule and occasion that made it, if it was not made by hand.
    pub occasion: Option<Trigger>,
    /// Stage.
    pub stage: FollowUpStage,
    /// The day on which it was done or dropped.
    pub closed_on: Option<Day>,
    /// Outcome.
    pub outcome: String,
    /// The terms of the promise, if it is one.
    pub promise: Option<PromiseTerms>,
}

impl FollowUp {
    /// Returns an open follow-up that was made by hand and does not repeat.
    pub fn new(customer: CustomerId, text: &str, due_on: Day) -> Self {
        Self {
            id: FollowUpId::new(0),
            customer,
            text: text.to_owned(),
            anchor: due_on,
            due_on,
            repeat: None,
            occasion: None,
            stage: FollowUpStage::Open,
            closed_on: None,
            outcome: String::new(),
            promise: None,
        }
    }

    /// Returns the state of the promise on a day, if it was met on the day `met_on`.
    pub fn promise_on(&self, day: Day, met_on: Option<Day>) -> PromiseState {
        match (self.stage, met_on.or(self.closed_on)) {
            (FollowUpStage::Dropped, _) => PromiseState::Dropped,
            (_, Some(met)) if met > self.due_on => PromiseState::Late,
            (_, Some(_)) => PromiseState::Kept,
            (_, None) if self.due_on < day => PromiseState::Broken,
            (_, None) => PromiseState::Open,
        }
    }
}

/// A reference to a follow-up: a row, or an occasion that a rule found and nobody has acted on yet.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum FollowUpRef {
    /// One that is written down.
    Recorded(FollowUpId),
    /// One that is only due by a rule; acting on it writes it down.
    Suggested(Trigger),
}
