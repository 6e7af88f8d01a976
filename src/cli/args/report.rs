//! `report`.

use super::values;
use clap::{Args, Subcommand};

/// The reports.
#[derive(Subcommand, Debug)]
pub enum Report {
    /// Report forecast accuracy; as CSV or JSON, every past interval with its forecast
    Accuracy,
    /// Report what to buy for the coming days, and by when it must arrive
    Buying(Buying),
}

/// The days to look ahead.
#[derive(Args, Debug)]
pub struct Buying {
    /// Number of days
    #[arg(long, value_name = "DAYS", value_parser = values::count, default_value = "14")]
    pub days: u16,
}
