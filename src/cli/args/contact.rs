//! `contact`.

use super::values::{self, DayText};
use crate::domain::contact::CustomerMood;
use crate::domain::customer::Channel;
use clap::{Args, Subcommand};

/// What can be done with contacts.
#[derive(Subcommand, Debug)]
pub enum Contact {
    /// Write down what was said
    Add(Add),
}

/// Something that was said.
#[derive(Args, Debug)]
pub struct Add {
    /// The customer: a code, #id, a part of the name, pinyin, initials, or phone digits
    pub who: String,
    /// How
    #[arg(long, value_parser = values::key::<Channel>())]
    pub channel: Channel,
    /// What was said
    #[arg(long)]
    pub text: String,
    /// How they felt, from 1 (angry) to 5 (delighted)
    #[arg(long, value_name = "1-5", value_parser = values::mood())]
    pub mood: Option<CustomerMood>,
    /// The day on which they said they would pay: makes a follow-up
    #[arg(long, value_name = "DATE")]
    pub promise: Option<DayText>,
    /// The day; today if not said
    #[arg(long, value_name = "DATE")]
    pub on: Option<DayText>,
}
