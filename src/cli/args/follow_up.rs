//! `follow-up`.

use super::values::{self, DayText};
use crate::domain::day::Recurrence;
use clap::{Args, Subcommand};

/// What can be done with follow-ups.
#[derive(Subcommand, Debug)]
pub enum FollowUp {
    /// Write a follow-up down
    Add(Add),
    /// List what is open
    List(List),
    /// It was done
    Done(Done),
    /// It is put off
    Snooze(Snooze),
    /// It is not needed any more
    Drop(Which),
}

/// A new follow-up.
#[derive(Args, Debug)]
pub struct Add {
    /// The customer: a code, #id, a part of the name, pinyin, initials, or phone digits
    pub who: String,
    /// What to do
    pub text: String,
    /// When
    #[arg(long, value_name = "DATE")]
    pub on: DayText,
    /// It comes again by the calendar: 2 weeks, 1 month
    #[arg(long, value_name = "RULE", value_parser = values::recurrence, group = "repeat")]
    pub every: Option<Recurrence>,
    /// It comes again so long after it was done: 10 days
    #[arg(long, value_name = "RULE", value_parser = values::recurrence, group = "repeat")]
    pub after_done: Option<Recurrence>,
}

/// Which follow-ups to list.
#[derive(Args, Debug)]
pub struct List {
    /// Only those due up to this day
    #[arg(long, value_name = "DATE")]
    pub until: Option<DayText>,
    /// Only this customer's
    #[arg(long, value_name = "WHO")]
    pub customer: Option<String>,
}

/// A follow-up.
#[derive(Args, Debug)]
pub struct Which {
    /// Its number, or its name where only a rule has found it: birthday/C001/2026-03-27
    pub id: String,
}

/// A follow-up that was done.
#[derive(Args, Debug)]
pub struct Done {
    /// Which one.
    #[command(flatten)]
    pub which: Which,
    /// What came of it
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub outcome: String,
    /// The day; today if not said
    #[arg(long, value_name = "DATE")]
    pub on: Option<DayText>,
}

/// A follow-up that is put off.
#[derive(Args, Debug)]
pub struct Snooze {
    /// Which one.
    #[command(flatten)]
    pub which: Which,
    /// To when
    #[arg(value_name = "DATE")]
    pub day: DayText,
}
