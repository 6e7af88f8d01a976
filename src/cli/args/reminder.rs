//! `reminder`.

use super::filter::Whose;
use super::values::{self, DayText};
use crate::domain::customer::Channel;
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// The actions on reminders.
#[derive(Subcommand, Debug)]
pub enum Reminder {
    /// List whom to remind of what is due, in walking order, with the message
    List(List),
    /// Print the messages, or hand them to a command, and record them as sent
    Send(Send),
}

/// Which reminders to list.
#[derive(Args, Debug)]
pub struct List {
    /// Date [default: today]
    pub day: Option<DayText>,
    /// The format.
    #[command(flatten)]
    pub templates: Templates,
    /// The customers.
    #[command(flatten)]
    pub whose: Whose,
}

/// Reminders to send.
#[derive(Args, Debug)]
pub struct Send {
    /// Customer: code, #id, part of the name, pinyin, initials, or phone digits
    #[arg(required_unless_present = "all", conflicts_with = "all")]
    pub who: Option<String>,
    /// Everybody who is to be reminded today
    #[arg(long)]
    pub all: bool,
    /// Channel [default: the one that the customer prefers and has agreed to, else phone or visit]
    #[arg(long, value_name = "CHANNEL", value_parser = values::key::<Channel>())]
    pub via: Option<Channel>,
    /// Hand each message to the command of `reminders` in config.toml, as JSON on its standard input
    #[arg(long)]
    pub command: bool,
    /// The format.
    #[command(flatten)]
    pub templates: Templates,
}

/// The templates of messages.
#[derive(Args, Debug)]
pub struct Templates {
    /// Folder with templates of your own, one file for each step
    #[arg(long, value_name = "FOLDER", value_parser = values::path())]
    pub templates: Option<PathBuf>,
}
