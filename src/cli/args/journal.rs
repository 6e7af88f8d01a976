//! `journal`, `undo` and `redo`.

use super::filter::{Between, Whose};
use super::values;
use clap::{Args, Subcommand};

/// Which lines of the journal to list.
#[derive(Args, Debug)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Journal {
    /// Whose changes.
    #[command(flatten)]
    pub whose: Whose,
    /// Of which days.
    #[command(flatten)]
    pub days: Between,
    /// One line instead.
    #[command(subcommand)]
    pub line: Option<Line>,
}

/// The actions on a line.
#[derive(Subcommand, Debug)]
pub enum Line {
    /// Show the rows that a line changed, before and after
    Show(Show),
}

/// A line.
#[derive(Args, Debug)]
pub struct Show {
    /// Line number
    #[arg(value_name = "ID", value_parser = values::number)]
    pub id: i64,
}

/// The choice of the action to undo.
#[derive(Args, Debug)]
pub struct Undo {
    /// Line number [default: the newest]
    #[arg(value_name = "ID", value_parser = values::number)]
    pub id: Option<i64>,
    /// Undo the last change of this person instead, whatever others did since
    #[arg(id = "whose", long = "by", value_name = "NAME", conflicts_with = "id")]
    pub whose: Option<String>,
    /// Who undoes it, for the journal; other commands use --by for that [env: RICEJAR_BY]
    // It takes the place of the global `--by`, which means somebody else here.
    #[arg(id = "by", long = "as", value_name = "NAME")]
    pub recorded_as: Option<String>,
}
