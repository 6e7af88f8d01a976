//! `statement` and `receipt`.

use super::filter::Between;
use super::values;
use crate::exchange::PaperSize;
use clap::Args;
use std::path::PathBuf;

/// A statement of a period.
#[derive(Args, Debug)]
pub struct Statement {
    /// Customer: code, #id, part of the name, pinyin, initials, or phone digits
    #[arg(required_unless_present = "all", conflicts_with = "all")]
    pub who: Option<String>,
    /// Everybody who owes, oldest due first, in one file
    #[arg(long)]
    pub all: bool,
    /// Of which days.
    #[command(flatten)]
    pub days: Between,
    /// How to print it.
    #[command(flatten)]
    pub paper: Paper,
}

/// A receipt for one payment.
#[derive(Args, Debug)]
pub struct Receipt {
    /// Number of the payment or deposit, as tab show lists it
    #[arg(value_parser = values::number)]
    pub entry: i64,
    /// How to print it.
    #[command(flatten)]
    pub paper: Paper,
}

/// The paper of a statement or a receipt in HTML.
#[derive(Args, Debug)]
pub struct Paper {
    /// Paper of --format html
    #[arg(long, value_name = "SIZE", value_parser = values::key::<PaperSize>(), default_value = "a4")]
    pub paper: PaperSize,
    /// Template of your own for --format html
    #[arg(long, value_name = "FILE", value_parser = values::path())]
    pub template: Option<PathBuf>,
}
