//! `jar`.

use super::values::{self, DayText, MoneyText, OrNone, RawArg};
use crate::domain::day::Span;
use crate::domain::{Quantity, Rate};
use clap::{Args, Subcommand};

/// What can be done with jars.
#[derive(Subcommand, Debug)]
pub enum Jar {
    /// Agree something about a jar; it is made if it is not there
    Set(Set),
    /// A jar was looked into
    Read(Read),
    /// List jars by the day on which they run out
    List(List),
    /// Say why a jar runs out when it does
    Why(Which),
    /// List jars that are used at another rate than before, or say what to make of one
    Review(Review),
    /// Learn again from everything that was seen and brought, and make every forecast anew
    Learn,
}

/// A jar.
#[derive(Args, Debug)]
pub struct Which {
    /// The customer: a code, #id, a part of the name, pinyin, initials, or phone digits
    pub who: String,
    /// The product: its name, a part of it, its pinyin or initials, or #id
    pub product: String,
}

/// What is agreed about a jar.
#[derive(Args, Debug)]
pub struct Set {
    /// Whose jar, of what.
    #[command(flatten)]
    pub jar: Which,
    /// What we bring at a time, or none for one pack
    #[arg(long, value_name = "QTY", value_parser = values::quantity_or_none)]
    pub usual: Option<OrNone<Quantity>>,
    /// What the jar holds, or none
    #[arg(long, value_name = "QTY", value_parser = values::quantity_or_none)]
    pub capacity: Option<OrNone<Quantity>>,
    /// What they say they use in a month, or none
    #[arg(long, value_name = "QTY", value_parser = values::quantity_or_none)]
    pub monthly: Option<OrNone<Quantity>>,
    /// The use in a day, pinned whatever is learned, or none
    #[arg(long, value_name = "QTY", value_parser = values::rate_or_none)]
    pub rate: Option<OrNone<Rate>>,
    /// Bring so often, whatever the forecast: 2 weeks
    #[arg(long, value_name = "SPAN", value_parser = values::span, group = "strategy")]
    pub every: Option<Span>,
    /// Bring only when they ask
    #[arg(long, group = "strategy")]
    pub on_call: bool,
    /// Bring before it runs out, which is what new jars do
    #[arg(long, group = "strategy")]
    pub forecast: bool,
    /// Days to be earlier than the shop's service level asks
    #[arg(long, value_name = "DAYS", value_parser = values::count)]
    pub safety: Option<u16>,
    /// Their own price for a unit, or none
    #[arg(long, value_name = "MONEY")]
    pub price: Option<MoneyText>,
}

/// What to make of a change.
#[derive(Args, Debug)]
pub struct Review {
    /// The customer: a code, #id, a part of the name, pinyin, initials, or phone digits; without one, all are listed
    #[arg(requires = "product")]
    pub who: Option<String>,
    /// The product: its name, a part of it, its pinyin or initials, or #id
    #[arg(requires = "verdict")]
    pub product: Option<String>,
    /// It is so: learn from the change on, and forget what was before
    #[arg(long, group = "verdict", requires = "product")]
    pub accept: bool,
    /// Pin the use in a day, whatever is learned
    #[arg(long, value_name = "QTY", value_parser = values::rate, group = "verdict", requires = "product")]
    pub pin: Option<Rate>,
}

/// What was seen in a jar.
#[derive(Args, Debug)]
pub struct Read {
    /// Whose jar, of what.
    #[command(flatten)]
    pub jar: Which,
    /// What is left: 0 is empty, 3/10 or 3 tenths, 4.5 or 3kg a quantity
    pub level: RawArg,
    /// The day; today if not said
    #[arg(long, value_name = "DATE")]
    pub on: Option<DayText>,
}

/// Which jars to list.
#[derive(Args, Debug)]
pub struct List {
    /// Only those that are likely empty before this day
    #[arg(long, value_name = "DATE")]
    pub before: Option<DayText>,
}
