//! `complaint`.

use super::filter::{Between, Whose};
use super::values::{self, DayText, MoneyText};
use crate::domain::contact::CustomerMood;
use clap::{Args, Subcommand};

/// The actions on complaints.
#[derive(Subcommand, Debug)]
pub enum Complaint {
    /// Add a complaint or a request
    Add(Add),
    /// Record an answer; the first one counts
    Answer(Answer),
    /// Record the solution; a return visit follows
    Solve(Solve),
    /// Close a solved complaint
    Close(Close),
    /// Work on a solved or closed complaint again
    Reopen(Which),
    /// List complaints, the newest first
    List(List),
    /// Show a complaint
    Show(Which),
}

/// A new complaint.
#[derive(Args, Debug)]
pub struct Add {
    /// Customer: code, #id, part of the name, pinyin, initials, or phone digits
    pub who: String,
    /// What they said
    pub text: String,
    /// Kind, one of the shop's list (`shop set complaint-kinds`) [default: the last one, other]
    #[arg(long, value_name = "KIND", default_value = "", hide_default_value = true)]
    pub kind: String,
    /// Product: name, part of it, pinyin, initials, or #id
    #[arg(long, value_name = "PRODUCT")]
    pub product: Option<String>,
    /// Number of the delivery
    #[arg(long, value_name = "ID", value_parser = values::number)]
    pub delivery: Option<i64>,
    /// Who sees to it
    #[arg(long, value_name = "NAME", default_value = "", hide_default_value = true)]
    pub owner: String,
    /// Day of the complaint [default: today]
    #[arg(long, value_name = "DATE")]
    pub on: Option<DayText>,
    /// The promised day.
    #[command(flatten)]
    pub promised: Promised,
}

/// The day by which a solution is promised.
#[derive(Args, Debug)]
pub struct Promised {
    /// Day by which a solution is promised
    #[arg(id = "day", long = "by", value_name = "DATE")]
    pub by: Option<DayText>,
    /// Who records it, for the journal; other commands use --by for that [env: RICEJAR_BY]
    // It takes the place of the global `--by`, which means a day here.
    #[arg(id = "by", long = "as", value_name = "NAME")]
    pub recorded_as: Option<String>,
}

/// A complaint.
#[derive(Args, Debug)]
pub struct Which {
    /// Number of the complaint
    #[arg(value_name = "ID", value_parser = values::number)]
    pub id: i64,
}

/// An answer.
#[derive(Args, Debug)]
pub struct Answer {
    /// Which one.
    #[command(flatten)]
    pub which: Which,
    /// Who sees to it
    #[arg(long, value_name = "NAME", default_value = "", hide_default_value = true)]
    pub owner: String,
    /// Date [default: today]
    #[arg(long, value_name = "DATE")]
    pub on: Option<DayText>,
    /// The promised day.
    #[command(flatten)]
    pub promised: Promised,
}

/// A solution.
#[derive(Args, Debug)]
pub struct Solve {
    /// Which one.
    #[command(flatten)]
    pub which: Which,
    /// What was done
    #[arg(long, value_name = "TEXT")]
    pub remedy: String,
    /// The cause, as it was found
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub cause: String,
    /// Discount for it, booked on the tab
    #[arg(long, value_name = "AMOUNT")]
    pub discount: Option<MoneyText>,
    /// Date [default: today]
    #[arg(long, value_name = "DATE")]
    pub on: Option<DayText>,
}

/// The close of a complaint.
#[derive(Args, Debug)]
pub struct Close {
    /// Which one.
    #[command(flatten)]
    pub which: Which,
    /// How they find the solution, from 1 (angry) to 5 (delighted)
    #[arg(long, value_name = "1-5", value_parser = values::mood())]
    pub satisfaction: Option<CustomerMood>,
    /// Date [default: today]
    #[arg(long, value_name = "DATE")]
    pub on: Option<DayText>,
}

/// Which complaints to list.
#[derive(Args, Debug)]
pub struct List {
    /// Only those that wait for a solution, late ones first
    #[arg(long)]
    pub open: bool,
    /// Only this kind
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,
    /// Only about this product
    #[arg(long, value_name = "PRODUCT")]
    pub product: Option<String>,
    /// Of which days.
    #[command(flatten)]
    pub days: Between,
    /// The customers.
    #[command(flatten)]
    pub whose: Whose,
}
