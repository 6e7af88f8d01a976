//! Commands that write or read whole files.

use super::values;
use crate::app::DemoSize;
use crate::domain::StableName;
use crate::domain::record::{ExportTable, ImportTable};
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap_complete::Shell;
use std::path::PathBuf;

/// What can be written out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rows {
    /// One table.
    Of(ExportTable),
    /// Every table, each in a file of its own.
    All,
}

impl Rows {
    fn parser() -> impl TypedValueParser<Value = Self> {
        let tables = ExportTable::ALL.iter().map(|(_, name)| *name);
        PossibleValuesParser::new(tables.chain(["all"]))
            .map(|name| ExportTable::from_key(&name).map_or(Self::All, Self::Of))
    }
}

/// What to write out.
#[derive(Args, Debug)]
pub struct Export {
    /// Which rows; all are a folder of files, which --output names
    #[arg(value_parser = Rows::parser())]
    pub what: Rows,
    /// Begin CSV with a byte order mark, which some spreadsheets want
    #[arg(long)]
    pub bom: bool,
}

/// What to read in.
#[derive(Args, Debug)]
pub struct Import {
    /// The CSV file; - is standard input
    #[arg(value_parser = values::path())]
    pub file: PathBuf,
    /// What its rows are
    #[arg(long, value_name = "WHAT", value_parser = values::key::<ImportTable>())]
    pub into: ImportTable,
    /// Say what would be read, and write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Read in a file that was read in before, and customers who are here already, once more
    #[arg(long)]
    pub again: bool,
}

/// Where to copy the notebook.
#[derive(Args, Debug)]
pub struct Backup {
    /// The new file
    #[arg(value_parser = values::path())]
    pub file: PathBuf,
}

/// What to put in the notebook's place.
#[derive(Args, Debug)]
pub struct Restore {
    /// The backup; the notebook that was there is kept beside
    #[arg(value_parser = values::path())]
    pub file: PathBuf,
}

/// Where to copy what can be read.
#[derive(Args, Debug)]
pub struct Rescue {
    /// The new file; the damaged notebook stays as it is
    #[arg(value_parser = values::path())]
    pub file: PathBuf,
}

/// A sample shop.
#[derive(Args, Debug)]
pub struct Demo {
    /// The new file
    #[arg(value_parser = values::path())]
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
