//! `promise`.

use super::filter::Whose;
use super::values::{self, DayText, MoneyText};
use clap::{Args, Subcommand};

/// The actions on promises.
#[derive(Subcommand, Debug)]
pub enum Promise {
    /// Record a promise to pay
    Add(Add),
    /// List open promises, earliest day first
    List(List),
    /// Drop a promise
    Drop(Drop),
}

/// A new promise.
#[derive(Args, Debug)]
pub struct Add {
    /// Customer: code, #id, part of the name, pinyin, initials, or phone digits
    pub who: String,
    /// Amount [default: everything due by the promised day]
    pub amount: Option<MoneyText>,
    /// Promised day
    #[arg(id = "day", long = "by", value_name = "DATE")]
    pub day: DayText,
    /// Note
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub note: String,
    /// Who records it, for the journal; other commands use --by for that [env: RICEJAR_BY]
    // It takes the place of the global `--by`, which means a day here.
    #[arg(id = "by", long = "as", value_name = "NAME")]
    pub recorded_as: Option<String>,
}

/// Which promises to list.
#[derive(Args, Debug)]
pub struct List {
    /// Also those that were kept, paid late or dropped
    #[arg(long)]
    pub all: bool,
    /// Whose promises.
    #[command(flatten)]
    pub whose: Whose,
}

/// A promise.
#[derive(Args, Debug)]
pub struct Drop {
    /// Number of the promise
    #[arg(value_name = "ID", value_parser = values::number)]
    pub id: i64,
}
