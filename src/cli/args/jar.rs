//! `jar`.

use super::filter::{Between, Whose};
use super::values::{self, DayText, MoneyText, OrNone, QuantityText, RawArg};
use crate::domain::Rate;
use crate::domain::day::Span;
use clap::{Args, Subcommand};

/// The actions on jars.
#[derive(Subcommand, Debug)]
#[command(defer = true)]
pub enum Jar {
    /// Set up a jar; adds it if it does not exist
    Set(Set),
    /// Record the level of a jar
    #[command(allow_missing_positional = true)]
    Read(Read),
    /// List jars by the day on which they run out
    List(List),
    /// Explain the forecast of a jar
    Why(Which),
    /// List jars whose use has changed, or decide about one
    Review(Review),
    /// Learn again from all readings and deliveries, and update every forecast
    Learn,
}

/// A jar.
#[derive(Args, Debug)]
pub struct Which {
    /// Customer: code, #id, part of the name, pinyin, initials, or phone digits
    pub who: String,
    /// Product: part of the name, pinyin, initials, or #id; the customer's only jar when omitted
    pub product: Option<String>,
}

/// The settings of a jar.
#[derive(Args, Debug)]
pub struct Set {
    /// Whose jar, of what.
    #[command(flatten)]
    pub jar: Which,
    /// Usual quantity of a delivery, or none for one pack
    #[arg(long, value_name = "QTY")]
    pub usual: Option<QuantityText>,
    /// Capacity of the jar, or none
    #[arg(long, value_name = "QTY")]
    pub capacity: Option<QuantityText>,
    /// Monthly use as they state it, or none
    #[arg(long, value_name = "QTY")]
    pub monthly: Option<QuantityText>,
    /// Use per day, pinned instead of learned, or none
    #[arg(long, value_name = "QTY", value_parser = values::rate_or_none)]
    pub rate: Option<OrNone<Rate>>,
    /// Deliver at a fixed interval instead of by forecast: 2 weeks
    #[arg(long, value_name = "SPAN", value_parser = values::span, group = "strategy")]
    pub every: Option<Span>,
    /// Deliver only on request
    #[arg(long, group = "strategy")]
    pub on_call: bool,
    /// Deliver before it runs out, the default for new jars
    #[arg(long, group = "strategy")]
    pub forecast: bool,
    /// Deliver this many days before the safe day
    #[arg(long, value_name = "DAYS", value_parser = values::count)]
    pub safety: Option<u16>,
    /// Special price per unit, or none
    #[arg(long, value_name = "MONEY")]
    pub price: Option<MoneyText>,
}

/// The decision about a changed rate of use.
#[derive(Args, Debug)]
pub struct Review {
    /// Customer: code, #id, part of the name, pinyin, initials, or phone digits; lists all when omitted
    #[arg(requires = "product")]
    pub who: Option<String>,
    /// Product: part of the name, pinyin, initials, or #id
    #[arg(requires = "verdict")]
    pub product: Option<String>,
    /// Accept the change: learn from then on and forget what was before
    #[arg(long, group = "verdict", requires = "product")]
    pub accept: bool,
    /// Pin the use per day instead of learning it
    #[arg(long, value_name = "QTY", value_parser = values::rate, group = "verdict", requires = "product")]
    pub pin: Option<Rate>,
}

/// A level that was read.
#[derive(Args, Debug)]
pub struct Read {
    /// Whose jar, of what.
    #[command(flatten)]
    pub jar: Which,
    /// Level: a quantity (4.5, 3kg), or a share of the jar (3/10, 30%, half, empty, full)
    pub level: RawArg,
    /// Date [default: today]
    #[arg(long, value_name = "DATE")]
    pub on: Option<DayText>,
}

/// Which jars to list.
#[derive(Args, Debug)]
pub struct List {
    /// Of which days they run out.
    #[command(flatten)]
    pub days: Between,
    /// Only those likely to run out before this day
    #[arg(long, value_name = "DATE", hide = true, conflicts_with = "to")]
    pub before: Option<DayText>,
    /// Whose jars.
    #[command(flatten)]
    pub whose: Whose,
}
