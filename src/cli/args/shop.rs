//! `init` and `shop`.

use crate::domain::Currency;
use crate::domain::quantity::NumberError;
use crate::domain::shop::Language;
use clap::{Args, Subcommand};

/// The settings that a new notebook begins with.
#[derive(Args, Debug, Default)]
pub struct Init {
    /// Name of the shop
    #[arg(long)]
    pub name: Option<String>,
    /// Currency of all amounts: CNY, TWD, USD ...
    #[arg(long, value_name = "CODE", value_parser = currency)]
    pub currency: Option<Currency>,
    /// Language of the screens: en or zh-CN
    #[arg(long, value_name = "LANG", value_parser = super::values::language())]
    pub language: Option<Language>,
}

fn currency(code: &str) -> Result<Currency, NumberError> {
    Currency::from_code(code)
}

/// The actions on the shop itself.
#[derive(Subcommand, Debug)]
#[command(defer = true)]
pub enum Shop {
    /// Show the rules
    Show,
    /// Set one rule
    Set(Set),
}

/// One rule and its new value.
#[derive(Args, Debug)]
pub struct Set {
    /// Which rule
    #[arg(value_name = "KEY", value_parser = crate::cli::shop::KEYS)]
    pub key: String,
    /// New value: 5%, 3, mon-sat, 2026-10-01 National Day;2026-10-02, River Market
    // `-1: friendly` is a value and no option; what follows it may be one.
    #[arg(allow_hyphen_values = true)]
    pub value: String,
    /// Further words of the value
    #[arg(value_name = "VALUE", hide = true)]
    pub more: Vec<String>,
}
