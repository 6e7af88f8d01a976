//! `report`.

use super::values::{self, DayText};
use crate::domain::ageing::AgeingBasis;
use crate::reports::SalesBy;
use clap::{Args, Subcommand};

/// The reports.
#[derive(Subcommand, Debug)]
pub enum Report {
    /// Report forecast accuracy; as CSV or JSON, every past interval with its forecast
    Accuracy,
    /// Report what to buy for the coming days, and by when it must arrive
    Buying(Buying),
    /// Report what is owed by age, as of any day; the amounts add up to the balances
    Ageing(Ageing),
    /// Report sales of a period with their cost and margin
    Sales(Sales),
    /// Report the money expected in the coming weeks, by payday, and what buying costs in them
    Cash(Cash),
}

/// The choice of debts and of the day from which they age.
#[derive(Args, Debug)]
pub struct Ageing {
    /// Count days from the due day or from the delivery
    // It takes the place of the global `--by`, which names a person and has no use for a report.
    #[arg(id = "basis", long = "by", value_name = "DAY", value_parser = values::key::<AgeingBasis>(), default_value = "due")]
    pub basis: AgeingBasis,
    /// Each area by itself; with a name, only that area
    #[arg(long, value_name = "AREA", num_args = 0..=1, default_missing_value = "")]
    pub area: Option<String>,
    /// Who runs the report; other commands use --by for that [env: RICEJAR_BY]
    #[arg(id = "by", long = "as", value_name = "NAME", hide = true)]
    pub run_as: Option<String>,
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

/// The weeks of the cash calendar.
#[derive(Args, Debug)]
pub struct Cash {
    /// Number of weeks, up to 9
    #[arg(long, value_name = "WEEKS", value_parser = clap::value_parser!(u16).range(1..=9), default_value = "5")]
    pub weeks: u16,
}

/// The days to look ahead.
#[derive(Args, Debug)]
pub struct Buying {
    /// Number of days
    #[arg(long, value_name = "DAYS", value_parser = values::count, default_value = "14")]
    pub days: u16,
}
