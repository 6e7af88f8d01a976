//! `container`.

use super::filter::Whose;
use super::values::{self, DayText, MoneyText};
use clap::{Args, Subcommand};

/// The actions on returnable containers.
#[derive(Subcommand, Debug)]
pub enum Container {
    /// Add a kind of container
    Add(Add),
    /// Edit a kind of container
    Edit(Edit),
    /// List kinds of containers with how many customers hold
    List,
    /// Record containers lent to a customer
    Lend(Lend),
    /// Record containers that a customer returned
    Return(Return),
    /// Record containers that a customer lost, and charge them
    Lose(Lose),
    /// Record how many containers a customer holds, and the difference
    Count(Count),
    /// List who holds containers: how many, since when
    Holders(Whose),
}

/// A new kind of container.
#[derive(Args, Debug)]
pub struct Add {
    /// Name
    pub name: String,
    /// The usual amounts.
    #[command(flatten)]
    pub amounts: Amounts,
}

/// The changes of a kind of container.
#[derive(Args, Debug)]
pub struct Edit {
    /// Container: name, part of it, pinyin, initials, or #id
    pub container: String,
    /// Name; products that come in it follow
    #[arg(long)]
    pub name: Option<String>,
    /// The usual amounts.
    #[command(flatten)]
    pub amounts: Amounts,
}

/// The usual amounts of a kind of container.
#[derive(Args, Debug)]
pub struct Amounts {
    /// Usual deposit for one
    #[arg(long, value_name = "MONEY")]
    pub deposit: Option<MoneyText>,
    /// Price charged for one that is lost
    #[arg(long, value_name = "MONEY")]
    pub price: Option<MoneyText>,
}

/// Containers of a customer.
#[derive(Args, Debug)]
pub struct Which {
    /// Customer: code, #id, part of the name, pinyin, initials, or phone digits
    pub who: String,
    /// Number of containers
    #[arg(value_parser = values::containers)]
    pub count: i64,
    /// Container: name, part of it, pinyin, initials, or #id [default: the only kind]
    pub container: Option<String>,
    /// Date [default: today]
    #[arg(long, value_name = "DATE")]
    pub on: Option<DayText>,
    /// Note
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub note: String,
}

/// Containers that are lent.
#[derive(Args, Debug)]
pub struct Lend {
    /// Whose, how many, when.
    #[command(flatten)]
    pub which: Which,
    /// Take a deposit: the usual one, or another amount
    #[arg(long, value_name = "MONEY", num_args = 0..=1, require_equals = true, default_missing_value = "")]
    pub deposit: Option<MoneyText>,
    /// Payment method of the deposit
    #[arg(long, default_value = "", hide_default_value = true)]
    pub method: String,
}

/// Containers that are returned.
#[derive(Args, Debug)]
pub struct Return {
    /// Whose, how many, when.
    #[command(flatten)]
    pub which: Which,
    /// Pay the deposit back: the usual one, or another amount
    #[arg(long, value_name = "MONEY", num_args = 0..=1, require_equals = true, default_missing_value = "")]
    pub refund: Option<MoneyText>,
    /// Payment method of the refund
    #[arg(long, default_value = "", hide_default_value = true)]
    pub method: String,
}

/// Containers that are lost.
#[derive(Args, Debug)]
pub struct Lose {
    /// Whose, how many, when.
    #[command(flatten)]
    pub which: Which,
    /// Price of each; 0 charges nothing [default: the price of the kind]
    #[arg(long, value_name = "MONEY")]
    pub price: Option<MoneyText>,
    /// Keep the deposit as payment: the usual one, or another amount
    #[arg(long, value_name = "MONEY", num_args = 0..=1, require_equals = true, default_missing_value = "")]
    pub keep_deposit: Option<MoneyText>,
}

/// Containers that were counted.
#[derive(Args, Debug)]
pub struct Count {
    /// Whose, how many, when.
    #[command(flatten)]
    pub which: Which,
}
