//! `skip`.

use super::values::{self, DayText};
use clap::{Args, Subcommand};

/// The actions on skips.
#[derive(Subcommand, Debug)]
#[command(defer = true)]
pub enum Skip {
    /// Propose no delivery until a day has passed
    Add(Add),
    /// List skips in force
    List(List),
    /// Remove a skip
    Remove(Remove),
}

/// A new skip.
#[derive(Args, Debug)]
pub struct Add {
    /// Customer: code, #id, part of the name, pinyin, initials, or phone digits
    pub who: String,
    /// Product: name, part of it, pinyin, initials, or #id [default: all their jars]
    pub product: Option<String>,
    /// Last day without a proposal
    #[arg(long, value_name = "DATE")]
    pub until: DayText,
    /// Reason
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub reason: String,
}

/// Which skips to list.
#[derive(Args, Debug)]
pub struct List {
    /// Only this customer
    #[arg(long, value_name = "WHO")]
    pub customer: Option<String>,
}

/// A skip.
#[derive(Args, Debug)]
pub struct Remove {
    /// Number of the skip
    #[arg(value_name = "ID", value_parser = values::number)]
    pub id: i64,
}
