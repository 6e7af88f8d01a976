//! `help` and `man`.

use super::values;
use clap::Args;
use std::path::PathBuf;

/// The choice of a help text.
#[derive(Args, Debug)]
pub struct Help {
    /// Command, or topic: customers, dates, amounts, prices, sales, value, formats, columns, exit-codes
    #[arg(value_name = "COMMAND")]
    pub words: Vec<String>,
}

/// The choice of a manual page.
#[derive(Args, Debug)]
pub struct Man {
    /// Command that has a page of its own [default: the overview]
    #[arg(conflicts_with = "dir")]
    pub command: Option<String>,
    /// Write all pages into this folder: ricejar.1, ricejar-customer.1, ...
    #[arg(long, value_name = "DIR", value_parser = values::path())]
    pub dir: Option<PathBuf>,
}
