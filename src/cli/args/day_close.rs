//! `day`.

use super::values::{DayText, DenominationsText, MoneyText};
use clap::{Args, Subcommand};

/// The actions on days.
#[derive(Subcommand, Debug)]
#[command(defer = true)]
pub enum Day {
    /// Show the money of a day: expected by person and method, charged, collected, delivered
    Show(Show),
    /// Close a day: what is dated on it does not change any more
    Close(Close),
    /// List the closed days, newest first
    List,
}

/// The day to show.
#[derive(Args, Debug)]
pub struct Show {
    /// Date [default: today]
    pub day: Option<DayText>,
}

/// The day to close, and what was counted.
#[derive(Args, Debug)]
#[command(group = clap::ArgGroup::new("money").required(true).multiple(true).args(["counted", "denominations"]))]
pub struct Close {
    /// Date [default: today]
    pub day: Option<DayText>,
    /// Money counted in the till
    #[arg(long, value_name = "MONEY")]
    pub counted: Option<MoneyText>,
    /// Notes and coins: 100x3,50x2
    #[arg(long, value_name = "LIST")]
    pub denominations: Option<DenominationsText>,
    /// Reason of a difference
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub reason: String,
}
