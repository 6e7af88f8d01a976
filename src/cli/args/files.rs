//! Commands that write or read whole files.

use super::values;
use crate::app::DemoSize;
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
    #[arg(long, value_name = "N", default_value_t = DemoSize::SMALL.customers, value_parser = values::whole(1, DemoSize::MOST.customers))]
    pub customers: u32,
    /// About how many deliveries, up to 2000000
    #[arg(long, value_name = "N", default_value_t = DemoSize::SMALL.deliveries, value_parser = values::whole(0, DemoSize::MOST.deliveries))]
    pub deliveries: u32,
    /// The same seed gives the same shop
    #[arg(long, value_name = "S", default_value_t = DemoSize::SMALL.seed)]
    pub seed: u64,
}

impl Demo {
    /// How large it is to be.
    pub fn size(&self) -> DemoSize {
        let Self { customers, deliveries, seed, .. } = *self;
        DemoSize { customers, deliveries, seed }
    }
}

/// Completions.
#[derive(Args, Debug)]
pub struct Completions {
    /// The shell
    #[arg(value_enum)]
    pub shell: Shell,
}
