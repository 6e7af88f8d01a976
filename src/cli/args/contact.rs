//! `contact`.

use super::filter::{Between, Whose};
use super::values::{self, DayText};
use crate::domain::contact::CustomerMood;
use crate::domain::customer::Channel;
use clap::{Args, Subcommand};

/// The actions on contacts.
#[derive(Subcommand, Debug)]
#[command(defer = true)]
pub enum Contact {
    /// Record a contact
    Add(Add),
    /// List contacts, oldest first
    List(List),
}

/// Which contacts to list.
#[derive(Args, Debug)]
pub struct List {
    /// Of which days.
    #[command(flatten)]
    pub days: Between,
    /// Whose contacts.
    #[command(flatten)]
    pub whose: Whose,
}

/// Something that was said.
#[derive(Args, Debug)]
pub struct Add {
    /// Customer: code, #id, part of the name, pinyin, initials, or phone digits
    pub who: String,
    /// Channel
    #[arg(long, value_parser = values::key::<Channel>())]
    pub channel: Channel,
    /// What was said
    #[arg(long)]
    pub text: String,
    /// Mood, from 1 (angry) to 5 (delighted)
    #[arg(long, value_name = "1-5", value_parser = values::mood())]
    pub mood: Option<CustomerMood>,
    /// Day on which they promised to pay: adds a follow-up
    #[arg(long, value_name = "DATE")]
    pub promise: Option<DayText>,
    /// Date [default: today]
    #[arg(long, value_name = "DATE")]
    pub on: Option<DayText>,
}
