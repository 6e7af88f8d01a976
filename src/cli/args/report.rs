//! `report`.

use super::values;
use clap::{Args, Subcommand};

/// What can be reported.
#[derive(Subcommand, Debug)]
pub enum Report {
    /// How good the forecasts were; as CSV or JSON every past interval with what was forecast of it
    Accuracy,
    /// What has to be bought for the coming days, and by when it must be here
    Buying(Buying),
}

/// How far to look ahead.
#[derive(Args, Debug)]
pub struct Buying {
    /// For so many days
    #[arg(long, value_name = "DAYS", value_parser = values::count, default_value = "14")]
    pub days: u16,
}
