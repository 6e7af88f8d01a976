//! `delivery`.

use super::filter::{Between, Whose};
use super::values::{self, DayText, MoneyText, RawArg};
use crate::domain::delivery::{DeliveryStage, ShortfallPolicy};
use clap::{Args, Subcommand};

/// The actions on deliveries.
#[derive(Subcommand, Debug)]
#[command(defer = true)]
pub enum Delivery {
    /// Propose deliveries; changes nothing
    Propose(Propose),
    /// Plan a delivery, or all proposed deliveries
    Plan(Plan),
    /// Show a day's stops in walking order, with what to load
    Round(Round),
    /// Record a delivery
    Done(Done),
    /// Record that nobody was there, and when to try again
    Miss(Miss),
    /// Record goods that a customer returned, and credit them
    Return(Return),
    /// Cancel a delivery
    Cancel(Cancel),
    /// Change a planned delivery, or correct a recorded one
    Edit(Edit),
    /// Move a delivery to another day
    Move(Move),
    /// List deliveries
    List(List),
}

/// The days ahead to propose for.
#[derive(Args, Debug)]
pub struct Propose {
    /// Last day to consider [default: a week from today]
    #[arg(long, value_name = "DATE", alias = "until")]
    pub to: Option<DayText>,
    /// Whose deliveries.
    #[command(flatten)]
    pub whose: Whose,
}

/// A delivery to be planned.
#[derive(Args, Debug)]
pub struct Plan {
    /// Customer: code, #id, part of the name, pinyin, initials, or phone digits
    #[arg(required_unless_present = "proposed", conflicts_with = "proposed")]
    pub who: Option<String>,
    /// Pairs of product and quantity [default: what the jars need]
    #[arg(value_name = "PRODUCT QTY", conflicts_with = "proposed")]
    pub goods: Vec<RawArg>,
    /// Plan all proposed deliveries; running it twice adds nothing
    #[arg(long)]
    pub proposed: bool,
    /// Date; with --proposed, plan only the proposals for it
    #[arg(long, value_name = "DATE", required_unless_present = "proposed")]
    pub on: Option<DayText>,
}

/// A day's round.
#[derive(Args, Debug)]
pub struct Round {
    /// Date [default: today]
    #[arg(value_name = "DATE")]
    pub day: Option<DayText>,
}

/// The record of a visit at the door.
#[derive(Args, Debug)]
pub struct Done {
    /// Delivery number
    #[arg(value_name = "ID", value_parser = values::number)]
    pub id: i64,
    /// Goods delivered instead of the plan; QTY@PRICE sets another price, 2@0 is a gift; repeat for more
    #[arg(long, num_args = 2, value_names = ["PRODUCT", "QTY"])]
    pub line: Vec<RawArg>,
    /// Level of the jar before the delivery: LEVEL, or PRODUCT=LEVEL; repeat for more
    #[arg(long, value_name = "LEVEL")]
    pub left: Vec<RawArg>,
    /// Amount paid at the door
    #[arg(long, value_name = "MONEY")]
    pub paid: Option<MoneyText>,
    /// Payment method, one of the shop's list (`shop set methods`)
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub method: String,
    /// Prepaid tickets used instead of money: N, or PRODUCT=N; repeat for more
    #[arg(long, value_name = "N")]
    pub tickets: Vec<RawArg>,
    /// Containers left with the customer [default: one for each unit of goods that come in them]
    #[arg(long, value_name = "COUNT", value_parser = values::containers)]
    pub lent: Option<i64>,
    /// Containers brought back
    #[arg(long, value_name = "COUNT", value_parser = values::containers, default_value = "0", hide_default_value = true)]
    pub returned: i64,
    /// Take a deposit: the usual one for the containers that are more than before (paid back if fewer), or an amount
    #[arg(long, value_name = "MONEY", num_args = 0..=1, require_equals = true, default_missing_value = "")]
    pub deposit: Option<MoneyText>,
    /// Old goods were removed first
    #[arg(long)]
    pub old_out: bool,
    /// The container was cleaned
    #[arg(long)]
    pub cleaned: bool,
    /// Old goods were put on top, to be used first
    #[arg(long)]
    pub old_on_top: bool,
    /// Date [default: today]
    #[arg(long, value_name = "DATE")]
    pub on: Option<DayText>,
    /// What to do with planned goods that were not delivered
    #[arg(long, value_parser = values::key::<ShortfallPolicy>(), default_value = "replan")]
    pub rest: ShortfallPolicy,
    /// Record it even if the tab exceeds the credit limit, with the reason as the note of the charge
    #[arg(long, value_name = "REASON", num_args = 0..=1, require_equals = true, default_missing_value = "")]
    pub over_limit: Option<String>,
}

/// A delivery that found nobody.
#[derive(Args, Debug)]
pub struct Miss {
    /// Delivery number
    #[arg(value_name = "ID", value_parser = values::number)]
    pub id: i64,
    /// Reason
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub reason: String,
    /// Day of the next try
    #[arg(long, value_name = "DATE")]
    pub next: DayText,
    /// Day of the try [default: today]
    #[arg(long, value_name = "DATE")]
    pub on: Option<DayText>,
}

/// Goods that come back.
#[derive(Args, Debug)]
pub struct Return {
    /// Customer: code, #id, part of the name, pinyin, initials, or phone digits
    pub who: String,
    /// Goods returned; QTY@PRICE sets another price than the one charged last; repeat for more
    #[arg(long, num_args = 2, value_names = ["PRODUCT", "QTY"], required = true)]
    pub line: Vec<RawArg>,
    /// Reason
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
    /// They cannot be sold again: the stock stays as it is
    #[arg(long)]
    pub waste: bool,
    /// Date [default: today]
    #[arg(long, value_name = "DATE")]
    pub on: Option<DayText>,
}

/// A delivery that is not wanted.
#[derive(Args, Debug)]
pub struct Cancel {
    /// Delivery number
    #[arg(value_name = "ID", value_parser = values::number)]
    pub id: i64,
    /// Reason
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub reason: String,
    /// Last day without a new proposal [default: six days after the planned day or today]
    #[arg(long, value_name = "DATE", group = "again")]
    pub until: Option<DayText>,
    /// Propose it again as soon as the forecast asks for it
    #[arg(long, group = "again")]
    pub propose_again: bool,
}

/// Changes to a delivery; what is not given stays.
#[derive(Args, Debug)]
#[group(required = true, multiple = true, args = ["line", "on", "left", "paid"])]
pub struct Edit {
    /// Delivery number
    #[arg(value_name = "ID", value_parser = values::number)]
    pub id: i64,
    /// New quantity of a product; QTY@PRICE corrects the price of a recorded one; repeat for more
    #[arg(long, num_args = 2, value_names = ["PRODUCT", "QTY"])]
    pub line: Vec<RawArg>,
    /// New day of a planned delivery
    #[arg(long, value_name = "DATE")]
    pub on: Option<DayText>,
    /// Correct level of the jar before a recorded delivery: LEVEL, or PRODUCT=LEVEL; repeat for more
    #[arg(long, value_name = "LEVEL")]
    pub left: Vec<RawArg>,
    /// Correct amount paid at the door, in all
    #[arg(long, value_name = "MONEY")]
    pub paid: Option<MoneyText>,
}

/// A delivery that comes on another day.
#[derive(Args, Debug)]
pub struct Move {
    /// Delivery number
    #[arg(value_name = "ID", value_parser = values::number, required_unless_present = "days_off")]
    pub id: Option<i64>,
    /// New day
    #[arg(value_name = "DATE", required_unless_present = "days_off")]
    pub day: Option<DayText>,
    /// Move all deliveries that are planned for days off, or while nobody is there
    #[arg(long, conflicts_with_all = ["id", "day"])]
    pub days_off: bool,
}

/// Which deliveries to list.
#[derive(Args, Debug)]
pub struct List {
    /// Of which days.
    #[command(flatten)]
    pub days: Between,
    /// Whose deliveries.
    #[command(flatten)]
    pub whose: Whose,
    /// Only those in this stage
    #[arg(long, value_parser = values::key::<DeliveryStage>())]
    pub stage: Option<DeliveryStage>,
}
