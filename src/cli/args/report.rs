//! `report`.

use super::values::{self, DayText};
use crate::reports::SalesBy;
use clap::{Args, Subcommand};

/// The reports.
#[derive(Subcommand, Debug)]
pub enum Report {
    /// Report forecast accuracy; as CSV or JSON, every past interval with its forecast
    Accuracy,
    /// Report what to buy for the coming days, and by when it must arrive
    Buying(Buying),
    /// Report sales of a period with their cost and margin
    Sales(Sales),
}

/// The sales to report.
#[derive(Args, Debug)]
pub struct Sales {
    /// Group by
    #[arg(id = "group", long = "by", value_name = "GROUP", value_parser = values::key::<SalesBy>(), default_value = "month")]
    pub group: SalesBy,
    /// From this day on [default: 1 January of the year]
    #[arg(long, value_name = "DATE")]
    pub from: Option<DayText>,
    /// Up to this day [default: today]
    #[arg(long, value_name = "DATE", alias = "until")]
    pub to: Option<DayText>,
    /// Who acts, for the journal [env: RICEJAR_BY]
    // It takes the place of the global `--by`, which means a group here.
    #[arg(id = "by", long = "as", value_name = "NAME", hide = true)]
    pub recorded_as: Option<String>,
}

/// The days to look ahead.
#[derive(Args, Debug)]
pub struct Buying {
    /// Number of days
    #[arg(long, value_name = "DAYS", value_parser = values::count, default_value = "14")]
    pub days: u16,
}
