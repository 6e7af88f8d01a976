//! Commands that write or read whole files.

use super::values;
use clap::Args;
use clap_complete::Shell;
use std::path::PathBuf;

/// What can be written out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the names are the words of the shop")]
pub enum Rows {
    Customers,
    Products,
    Jars,
    Readings,
    Deliveries,
    Lines,
    Entries,
    FollowUps,
    Contacts,
    Journal,
    All,
}

crate::domain::key::keys!(Rows {
    Customers = "customers",
    Products = "products",
    Jars = "jars",
    Readings = "readings",
    Deliveries = "deliveries",
    Lines = "lines",
    Entries = "entries",
    FollowUps = "follow-ups",
    Contacts = "contacts",
    Journal = "journal",
    All = "all",
});

/// What can be read in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the names are the words of the shop")]
pub enum Into {
    Customers,
    Products,
    Jars,
    Readings,
    Deliveries,
    Entries,
}

crate::domain::key::keys!(Into {
    Customers = "customers",
    Products = "products",
    Jars = "jars",
    Readings = "readings",
    Deliveries = "deliveries",
    Entries = "entries",
});

/// What to write out.
#[derive(Args, Debug)]
pub struct Export {
    /// Which rows
    #[arg(value_parser = values::key::<Rows>())]
    pub what: Rows,
    /// Begin CSV with a byte order mark, which some spreadsheets want
    #[arg(long)]
    pub bom: bool,
}

/// What to read in.
#[derive(Args, Debug)]
pub struct Import {
    /// The CSV file; - is standard input
    pub file: PathBuf,
    /// What its rows are
    #[arg(long, value_name = "WHAT", value_parser = values::key::<Into>())]
    pub into: Into,
    /// Say what would be read, and write nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// Where to copy the notebook.
#[derive(Args, Debug)]
pub struct Backup {
    /// The new file
    pub file: PathBuf,
}

/// What to put in the notebook's place.
#[derive(Args, Debug)]
pub struct Restore {
    /// The backup; the notebook that was there is kept beside
    pub file: PathBuf,
}

/// A sample shop.
#[derive(Args, Debug)]
pub struct Demo {
    /// The new file
    pub file: PathBuf,
    /// How many customers, up to 100000
    #[arg(long, value_name = "N", default_value_t = 120, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub customers: u32,
    /// How many deliveries, up to 2000000
    #[arg(long, value_name = "N", default_value_t = 4_000, value_parser = clap::value_parser!(u32).range(0..=2_000_000))]
    pub deliveries: u32,
    /// The same seed gives the same shop
    #[arg(long, value_name = "S", default_value_t = 1932)]
    pub seed: u64,
}

/// Completions.
#[derive(Args, Debug)]
pub struct Completions {
    /// The shell
    #[arg(value_enum)]
    pub shell: Shell,
}
