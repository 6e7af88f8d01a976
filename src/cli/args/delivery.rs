//! `delivery`.

use super::values::{self, DayText, MoneyText, RawArg};
use crate::domain::delivery::{DeliveryStage, ShortfallPolicy};
use clap::{Args, Subcommand};

/// What can be done with deliveries.
#[derive(Subcommand, Debug)]
pub enum Delivery {
    /// Work out what should be brought; nothing is written
    Propose(Propose),
    /// Plan a delivery, or all that are proposed
    Plan(Plan),
    /// Show a day's stops in walking order, with what to load
    Round(Round),
    /// It was brought
    Done(Done),
    /// Nobody was there: it comes on another day
    Miss(Miss),
    /// It is not wanted any more
    Cancel(Cancel),
    /// It comes on another day
    Move(Move),
    /// List deliveries
    List(List),
}

/// How far ahead to propose.
#[derive(Args, Debug)]
pub struct Propose {
    /// The last day to look at; a week from today if not said
    #[arg(long, value_name = "DATE")]
    pub until: Option<DayText>,
}

/// A delivery to be planned.
#[derive(Args, Debug)]
pub struct Plan {
    /// The customer: a code, #id, a part of the name, pinyin, initials, or phone digits
    #[arg(required_unless_present = "proposed", conflicts_with = "proposed")]
    pub who: Option<String>,
    /// Product and quantity, in turn; what the jars ask for if not said
    #[arg(value_name = "PRODUCT QTY", conflicts_with = "proposed")]
    pub goods: Vec<RawArg>,
    /// Plan everything that is proposed; running it twice gives no doubles
    #[arg(long)]
    pub proposed: bool,
    /// The day; with --proposed, only what is proposed for it
    #[arg(long, value_name = "DATE", required_unless_present = "proposed")]
    pub on: Option<DayText>,
}

/// A day's round.
#[derive(Args, Debug)]
pub struct Round {
    /// The day; today if not said
    #[arg(value_name = "DATE")]
    pub day: Option<DayText>,
}

/// What happened at the door.
#[derive(Args, Debug)]
pub struct Done {
    /// The delivery's number
    #[arg(value_name = "ID", value_parser = values::number)]
    pub id: i64,
    /// What was brought, where it differs from the plan; QTY@PRICE for another price, 2@0 for a gift; may be given again
    #[arg(long, num_args = 2, value_names = ["PRODUCT", "QTY"])]
    pub line: Vec<RawArg>,
    /// What was left in the jar before: LEVEL, or PRODUCT=LEVEL; may be given again
    #[arg(long, value_name = "LEVEL")]
    pub left: Vec<RawArg>,
    /// What was paid there and then
    #[arg(long, value_name = "MONEY")]
    pub paid: Option<MoneyText>,
    /// The old goods were taken out first
    #[arg(long)]
    pub old_out: bool,
    /// The jar was cleaned
    #[arg(long)]
    pub cleaned: bool,
    /// The old goods lie on top, to be used first
    #[arg(long)]
    pub old_on_top: bool,
    /// The day; today if not said
    #[arg(long, value_name = "DATE")]
    pub on: Option<DayText>,
    /// What becomes of what was not brought
    #[arg(long, value_parser = values::key::<ShortfallPolicy>(), default_value = "replan")]
    pub rest: ShortfallPolicy,
}

/// A delivery that found nobody.
#[derive(Args, Debug)]
pub struct Miss {
    /// The delivery's number
    #[arg(value_name = "ID", value_parser = values::number)]
    pub id: i64,
    /// Why
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub reason: String,
    /// When it is tried again
    #[arg(long, value_name = "DATE")]
    pub next: DayText,
    /// When it was tried; today if not said
    #[arg(long, value_name = "DATE")]
    pub on: Option<DayText>,
}

/// A delivery that is not wanted.
#[derive(Args, Debug)]
pub struct Cancel {
    /// The delivery's number
    #[arg(value_name = "ID", value_parser = values::number)]
    pub id: i64,
    /// Why
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub reason: String,
}

/// A delivery that comes on another day.
#[derive(Args, Debug)]
pub struct Move {
    /// The delivery's number
    #[arg(value_name = "ID", value_parser = values::number)]
    pub id: i64,
    /// The new day
    #[arg(value_name = "DATE")]
    pub day: DayText,
}

/// Which deliveries to list.
#[derive(Args, Debug)]
pub struct List {
    /// From this day on
    #[arg(long, value_name = "DATE")]
    pub from: Option<DayText>,
    /// Up to this day
    #[arg(long, value_name = "DATE")]
    pub to: Option<DayText>,
    /// Only this customer's
    #[arg(long, value_name = "WHO")]
    pub customer: Option<String>,
    /// Only those that have come so far
    #[arg(long, value_parser = values::key::<DeliveryStage>())]
    pub stage: Option<DeliveryStage>,
}
