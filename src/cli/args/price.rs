//! `price`.

use super::values::{self, DayText, MoneyText, QuantityText};
use clap::{Args, Subcommand};

/// The actions on prices.
#[derive(Subcommand, Debug)]
pub enum Price {
    /// Set the price of a unit from a day on, for everybody or one customer; see: ricejar help prices
    Set(Set),
    /// List prices
    List(List),
    /// Show the price of a unit for a customer, and what a quantity comes to
    Show(Show),
    /// Remove a price as if it had never been set
    Remove(Remove),
}

/// A price.
#[derive(Args, Debug)]
pub struct Set {
    /// Product: name, part of it, pinyin, initials, or #id
    pub product: String,
    /// Price of a unit; none ends the earlier one
    pub price: MoneyText,
    /// Only for this customer
    #[arg(long, value_name = "WHO")]
    pub customer: Option<String>,
    /// Only from this quantity on
    #[arg(long, value_name = "QTY")]
    pub from_quantity: Option<QuantityText>,
    /// First day; it may be in the future [default: today]
    #[arg(long, value_name = "DATE")]
    pub from: Option<DayText>,
}

/// Which prices to list.
#[derive(Args, Debug)]
pub struct List {
    /// Only this product
    #[arg(long, value_name = "PRODUCT")]
    pub product: Option<String>,
    /// Only this customer's own prices
    #[arg(long, value_name = "WHO")]
    pub customer: Option<String>,
    /// Also those that were replaced
    #[arg(long)]
    pub all: bool,
}

/// A sale that is asked about.
#[derive(Args, Debug)]
pub struct Show {
    /// Customer: code, #id, part of the name, pinyin, initials, or phone digits
    pub who: String,
    /// Product: name, part of it, pinyin, initials, or #id
    pub product: String,
    /// Quantity [default: 1]
    pub quantity: Option<QuantityText>,
    /// Day of the delivery [default: today]
    #[arg(long, value_name = "DATE")]
    pub on: Option<DayText>,
}

/// A price by its number.
#[derive(Args, Debug)]
pub struct Remove {
    /// Number of the price
    #[arg(value_name = "ID", value_parser = values::number)]
    pub id: i64,
}
