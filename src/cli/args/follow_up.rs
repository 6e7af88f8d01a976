//! `follow-up`.

use super::filter::{Between, Whose};
use super::values::{self, DayText};
use crate::domain::day::Recurrence;
use clap::{Args, Subcommand};

/// The actions on follow-ups.
#[derive(Subcommand, Debug)]
#[command(defer = true)]
pub enum FollowUp {
    /// Add a follow-up
    Add(Add),
    /// List open follow-ups
    List(List),
    /// Mark a follow-up as done
    Done(Done),
    /// Postpone a follow-up
    Snooze(Snooze),
    /// Drop a follow-up
    Drop(Which),
}

/// A new follow-up.
#[derive(Args, Debug)]
pub struct Add {
    /// Customer: code, #id, part of the name, pinyin, initials, or phone digits
    pub who: String,
    /// What to do
    pub text: String,
    /// Date
    #[arg(long, value_name = "DATE")]
    pub on: DayText,
    /// Repeat by the calendar: 2 weeks, 1 month
    #[arg(long, value_name = "RULE", value_parser = values::recurrence, group = "repeat")]
    pub every: Option<Recurrence>,
    /// Repeat this long after it was done: 10 days
    #[arg(long, value_name = "RULE", value_parser = values::recurrence, group = "repeat")]
    pub after_done: Option<Recurrence>,
}

/// Which follow-ups to list.
#[derive(Args, Debug)]
pub struct List {
    /// Of which due days.
    #[command(flatten)]
    pub days: Between,
    /// Whose follow-ups.
    #[command(flatten)]
    pub whose: Whose,
}

/// A follow-up.
#[derive(Args, Debug)]
pub struct Which {
    /// Number, or the name of one that a rule suggests: birthday/C001/2026-03-27
    pub id: String,
}

/// A follow-up that was done.
#[derive(Args, Debug)]
pub struct Done {
    /// Which one.
    #[command(flatten)]
    pub which: Which,
    /// Outcome
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub outcome: String,
    /// Date [default: today]
    #[arg(long, value_name = "DATE")]
    pub on: Option<DayText>,
}

/// A follow-up that is put off.
#[derive(Args, Debug)]
pub struct Snooze {
    /// Which one.
    #[command(flatten)]
    pub which: Which,
    /// New date
    #[arg(value_name = "DATE")]
    pub day: DayText,
}
