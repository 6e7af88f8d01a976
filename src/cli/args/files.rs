//! Commands that write or read whole files.

use super::filter::{Between, Whose};
use super::values;
use crate::app::DemoSize;
use crate::domain::StableName;
use crate::domain::record::{ExportTable, ImportTable};
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap_complete::Shell;
use std::path::PathBuf;

/// The exports.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rows {
    /// One table.
    Of(ExportTable),
    /// Every table, each in a file of its own.
    All,
    /// The tabs as double-entry books.
    Ledger,
}

const ALL: &str = "all";

const LEDGER: &str = "ledger";

impl Rows {
    fn parser() -> impl TypedValueParser<Value = Self> {
        let tables = ExportTable::ALL.iter().map(|(_, name)| *name);
        PossibleValuesParser::new(tables.chain([ALL, LEDGER])).map(|name| match name.as_str() {
            LEDGER => Self::Ledger,
            name => ExportTable::from_key(name).map_or(Self::All, Self::Of),
        })
    }
}

/// The choice of an export.
#[derive(Args, Debug)]
pub struct Export {
    /// Which list; all writes a folder of files, named by --output; ledger writes books for hledger
    #[arg(value_parser = Rows::parser())]
    pub what: Rows,
    /// Start CSV with a byte order mark, which some spreadsheets need
    #[arg(long)]
    pub bom: bool,
    /// Whose rows.
    #[command(flatten)]
    pub whose: Whose,
    /// Of which days.
    #[command(flatten)]
    pub days: Between,
}

/// The choice of a file to read in.
#[derive(Args, Debug)]
pub struct Import {
    /// CSV file; - is standard input
    #[arg(value_parser = values::path())]
    pub file: PathBuf,
    /// What the rows are
    #[arg(long, value_name = "WHAT", value_parser = values::key::<ImportTable>())]
    pub into: ImportTable,
    /// Check only, change nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Import again: a file that was imported before, and customers that already exist
    #[arg(long)]
    pub again: bool,
}

/// Where to copy the notebook.
#[derive(Args, Debug)]
pub struct Backup {
    /// New file
    #[arg(value_parser = values::path())]
    pub file: PathBuf,
    /// Only copy, many times faster; check the copy later
    #[arg(long)]
    pub no_check: bool,
}

/// The backup to put in the notebook's place.
#[derive(Args, Debug)]
pub struct Restore {
    /// Backup; the present notebook is kept in a file next to it
    #[arg(value_parser = values::path())]
    pub file: PathBuf,
}

/// Where to copy what can be read.
#[derive(Args, Debug)]
pub struct Rescue {
    /// New file; the damaged notebook stays as it is
    #[arg(value_parser = values::path())]
    pub file: PathBuf,
}

/// A sample shop.
#[derive(Args, Debug)]
pub struct Demo {
    /// New file
    #[arg(value_parser = values::path())]
    pub file: PathBuf,
    /// Number of customers, up to 100000
    #[arg(long, value_name = "N", default_value_t = DemoSize::SMALL.customers, value_parser = values::whole(1, DemoSize::MOST.customers))]
    pub customers: u32,
    /// Approximate number of deliveries, up to 2000000
    #[arg(long, value_name = "N", default_value_t = DemoSize::SMALL.deliveries, value_parser = values::whole(0, DemoSize::MOST.deliveries))]
    pub deliveries: u32,
    /// Seed; the same seed makes the same shop
    #[arg(long, value_name = "S", default_value_t = DemoSize::SMALL.seed)]
    pub seed: u64,
}

impl Demo {
    /// The size of the sample shop.
    pub fn size(&self) -> DemoSize {
        let Self { customers, deliveries, seed, .. } = *self;
        DemoSize { customers, deliveries, seed }
    }
}

/// Completions.
#[derive(Args, Debug)]
pub struct Completions {
    /// Shell
    #[arg(value_enum)]
    pub shell: Shell,
}
