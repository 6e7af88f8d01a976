//! `report`.

use super::values::{self, DayText};
use crate::domain::ageing::AgeingBasis;
use crate::domain::lifetime_value::MoneyOf;
use crate::domain::stable_name::keys;
use crate::reports::{SalesBy, ValueBy};
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
    /// Report sales of a period with their cost and margin; see: ricejar help sales
    Sales(Sales),
    /// Report the money expected in the coming weeks, by payday, and what buying costs in them
    Cash(Cash),
    /// Report complaints by kind, product and cause: days until answered and solved; who complained repeatedly
    Complaints(Span),
    /// Report what is left of sales after their cost, by customer, product, area or month
    Margin(Margin),
    /// Report what customers are worth: purchases, expected money, RFM quintiles; see: ricejar help value
    Value(Value),
    /// Report the few customers who bring 80 % of the money of a period
    Pareto(Pareto),
    /// Report customers who are late by their own rhythm, the most money at risk first
    Churn(Churn),
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
    /// The days.
    #[command(flatten)]
    pub span: Span,
    /// Who acts, for the journal [env: RICEJAR_BY]
    // It takes the place of the global `--by`, which means a group here.
    #[arg(id = "by", long = "as", value_name = "NAME", hide = true)]
    pub recorded_as: Option<String>,
}

/// The margins to report.
#[derive(Args, Debug)]
pub struct Margin {
    /// Group by
    #[arg(id = "group", long = "by", value_name = "GROUP", value_parser = values::key::<MarginBy>(), default_value = "product")]
    pub group: MarginBy,
    /// The days.
    #[command(flatten)]
    pub span: Span,
    /// Who acts, for the journal [env: RICEJAR_BY]
    // It takes the place of the global `--by`, which means a group here.
    #[arg(id = "by", long = "as", value_name = "NAME", hide = true)]
    pub recorded_as: Option<String>,
}

/// The days of a report.
#[derive(Args, Debug)]
pub struct Span {
    /// From this day on [default: 1 January of the year]
    #[arg(long, value_name = "DATE")]
    pub from: Option<DayText>,
    /// Up to this day [default: today]
    #[arg(long, value_name = "DATE", alias = "until")]
    pub to: Option<DayText>,
}

/// The grouping of margins.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MarginBy {
    /// Customers.
    Customer,
    /// Products.
    Product,
    /// Areas of the customers.
    Area,
    /// Months.
    Month,
}

keys!(MarginBy { Customer = "customer", Product = "product", Area = "area", Month = "month" });

impl From<MarginBy> for SalesBy {
    fn from(by: MarginBy) -> Self {
        match by {
            MarginBy::Customer => Self::Customer,
            MarginBy::Product => Self::Product,
            MarginBy::Area => Self::Area,
            MarginBy::Month => Self::Month,
        }
    }
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

/// The values to report.
#[derive(Args, Debug)]
pub struct Value {
    /// Group by
    #[arg(id = "group", long = "by", value_name = "GROUP", value_parser = values::key::<ValueBy>(), default_value = "customer")]
    pub group: ValueBy,
    /// Look so many weeks ahead
    #[arg(long, value_name = "WEEKS", value_parser = values::whole(1, 520), default_value = "39")]
    pub weeks: u32,
    /// Count so many years in the simple value
    #[arg(long, value_name = "YEARS", value_parser = values::whole(1, 50), default_value = "1")]
    pub years: u32,
    /// Value customers by revenue or by margin
    #[arg(long = "of", value_name = "MONEY", value_parser = values::key::<MoneyOf>(), default_value = "revenue")]
    pub money: MoneyOf,
    /// Show the fitted models instead
    #[arg(long)]
    pub parameters: bool,
    /// Who acts, for the journal [env: RICEJAR_BY]
    // It takes the place of the global `--by`, which means a group here.
    #[arg(id = "by", long = "as", value_name = "NAME", hide = true)]
    pub recorded_as: Option<String>,
}

/// The customers to rank.
#[derive(Args, Debug)]
pub struct Pareto {
    /// The days.
    #[command(flatten)]
    pub span: Span,
    /// Rank customers by revenue or by margin
    #[arg(long = "of", value_name = "MONEY", value_parser = values::key::<MoneyOf>(), default_value = "revenue")]
    pub money: MoneyOf,
}

/// The time in which a purchase is still expected.
#[derive(Args, Debug)]
pub struct Churn {
    /// Tell the chance of a purchase in so many weeks
    #[arg(long, value_name = "WEEKS", value_parser = values::whole(1, 520), default_value = "8")]
    pub weeks: u32,
}
