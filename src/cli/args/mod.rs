//! The grammar of the command line: one module for each noun, parsed by clap.
//!
//! A value that needs nothing but itself to be read (a payday, a quantity, a weekday) is a domain type as
//! soon as clap has it. What needs the shop's currency or today's date stays a text until the shop
//! is open; see [`values`].

pub mod collect;
pub mod complaint;
pub mod contact;
pub mod container;
pub mod customer;
pub mod day_close;
pub mod delivery;
pub mod files;
pub mod filter;
pub mod follow_up;
pub mod jar;
pub mod journal;
pub mod manual;
pub mod price;
pub mod product;
pub mod promise;
pub mod reminder;
pub mod report;
pub mod shop;
pub mod skip;
pub mod statement;
pub mod tab;
pub mod ticket;
pub mod values;

use crate::config::Theme;
use crate::domain::shop::Language;
use crate::exchange::Format;
use clap::{CommandFactory, Parser, Subcommand};
use std::path::{Path, PathBuf};

/// Knows when each jar runs out, delivers just before, collects on payday.
#[derive(Parser, Debug)]
#[command(
    name = "ricejar",
    version,
    about = "Knows when each jar runs out, delivers just before, collects on payday",
    disable_help_subcommand = true,
    subcommand_required = false
)]
pub struct Args {
    /// The options of every command.
    #[command(flatten)]
    pub global: Global,
    /// The command; without one, the screens open.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The options of every command.
#[derive(clap::Args, Debug)]
#[command(next_help_heading = "Global options")]
pub struct Global {
    /// Notebook file [env: RICEJAR_DB]
    #[arg(long, global = true, value_name = "FILE", value_parser = values::path(), conflicts_with = "demo")]
    pub db: Option<PathBuf>,
    /// Use a small temporary sample shop
    #[arg(long, global = true)]
    pub demo: bool,
    /// Never open the screens; without a command, print today
    #[arg(long, global = true)]
    pub headless: bool,
    /// Date to use as today [env: RICEJAR_TODAY]
    #[arg(long, global = true, value_name = "DATE")]
    pub as_of: Option<values::DayText>,
    /// Language: en or zh-CN
    #[arg(long, global = true, value_name = "LANG", value_parser = values::language())]
    pub lang: Option<Language>,
    /// Format of lists [default: table; CSV for an export]; html for statements and receipts, hledger for the ledger
    #[arg(long, global = true, value_name = "FORMAT", value_parser = values::key::<Format>())]
    pub format: Option<Format>,
    /// Write to a file instead of the terminal; - is standard output
    #[arg(short, long, global = true, value_name = "FILE", value_parser = values::path())]
    pub output: Option<PathBuf>,
    /// When to use colour
    #[arg(long, global = true, value_name = "WHEN", value_parser = values::key::<Colour>(), default_value = "never")]
    pub color: Colour,
    /// Configuration file [env: RICEJAR_CONFIG]
    #[arg(long, global = true, value_name = "FILE", value_parser = values::path())]
    pub config: Option<PathBuf>,
    /// Colour theme of the screens
    #[arg(long, global = true, value_name = "THEME", value_parser = values::key::<Theme>())]
    pub theme: Option<Theme>,
    /// Draw the screens with ASCII characters only
    #[arg(long, global = true)]
    pub ascii: bool,
    /// Also print the cause of an error
    #[arg(long, global = true)]
    pub verbose: bool,
    /// Who makes the change, for the journal [env: RICEJAR_BY]
    #[arg(long, global = true, value_name = "NAME")]
    pub by: Option<String>,
}

/// When there is colour.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Colour {
    /// On a terminal, unless `NO_COLOR` is set.
    Auto,
    /// In files and pipes too.
    Always,
    /// Never, which is what scripts want.
    Never,
}

crate::domain::stable_name::keys!(Colour { Auto = "auto", Always = "always", Never = "never" });

/// Every command.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Create a new notebook
    Init(shop::Init),
    /// Show or set the rules of the shop
    #[command(subcommand)]
    Shop(shop::Shop),
    /// Manage customers
    #[command(subcommand)]
    Customer(customer::Customer),
    /// Manage products and stock
    #[command(subcommand)]
    Product(product::Product),
    /// Manage prices by customer, by quantity and from a day on
    #[command(subcommand)]
    Price(price::Price),
    /// Manage jars: what customers have at home, and when it runs out
    #[command(subcommand)]
    Jar(jar::Jar),
    /// Manage deliveries
    #[command(subcommand)]
    Delivery(delivery::Delivery),
    /// Manage tabs: who owes what, since when
    #[command(subcommand)]
    Tab(tab::Tab),
    /// List the tabs to collect: due, late, promised, in walking order
    Collect(collect::Collect),
    /// Show and close days: the money of the till
    #[command(subcommand)]
    Day(day_close::Day),
    /// Manage follow-ups
    #[command(subcommand)]
    FollowUp(follow_up::FollowUp),
    /// Manage contacts with customers
    #[command(subcommand)]
    Contact(contact::Contact),
    /// Manage complaints and requests: answered, solved, asked about
    #[command(subcommand)]
    Complaint(complaint::Complaint),
    /// Manage returnable containers: who holds how many, since when
    #[command(subcommand)]
    Container(container::Container),
    /// Manage promises to pay
    #[command(subcommand)]
    Promise(promise::Promise),
    /// Remind customers of what is due, in the steps of the shop
    #[command(subcommand)]
    Reminder(reminder::Reminder),
    /// Manage prepaid tickets: books sold, left and refunded
    #[command(subcommand)]
    Ticket(ticket::Ticket),
    /// Manage skips: goods that are not wanted for a while
    #[command(subcommand)]
    Skip(skip::Skip),
    /// Show or print a statement: balances, every line with its goods, payments
    Statement(statement::Statement),
    /// Show or print the receipt for a payment
    Receipt(statement::Receipt),
    /// Show what to do today: deliver, collect, follow up
    Today(filter::Today),
    /// Report forecast accuracy, what to buy, and debts by age
    #[command(subcommand)]
    Report(report::Report),
    /// Show the journal: every change ever made
    Journal(journal::Journal),
    /// Undo the last change, or one line of the journal
    Undo(journal::Undo),
    /// Redo the last undone change
    Redo,
    /// Export a list
    Export(files::Export),
    /// Import a CSV file: all rows or none
    Import(files::Import),
    /// Back up and verify the notebook, even while it is in use
    Backup(files::Backup),
    /// Restore a backup
    Restore(files::Restore),
    /// Copy what can be read of a damaged notebook to a new one
    Rescue(files::Rescue),
    /// Check that everything in the notebook adds up
    Check,
    /// Create a sample shop with years of history
    Demo(files::Demo),
    /// Print completions for a shell
    Completions(files::Completions),
    /// Print a manual page, or write all of them
    Man(manual::Man),
    /// Print the help of a command, or a topic
    Help(manual::Help),
}

/// The files that a command names, except the notebook and its output.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct NamedFiles<'a> {
    /// The file that it reads.
    pub input: Option<&'a Path>,
    /// The new file that it makes.
    pub new: Option<&'a Path>,
}

impl Command {
    /// Returns whether the output is a folder with several files.
    pub fn makes_folder(&self) -> bool {
        matches!(self, Self::Export(files::Export { what: files::Rows::All, .. }))
    }

    /// Returns the files that the command names.
    pub fn named_files(&self) -> NamedFiles<'_> {
        let input = |file| NamedFiles { input: Some(file), new: None };
        let new = |file| NamedFiles { input: None, new: Some(file) };
        match self {
            Self::Import(asked) if asked.file == Path::new("-") => input(Path::new("/dev/stdin")),
            Self::Import(asked) => input(&asked.file),
            Self::Statement(statement::Statement { paper, .. })
            | Self::Receipt(statement::Receipt { paper, .. }) => {
                NamedFiles { input: paper.template.as_deref(), new: None }
            }
            Self::Restore(asked) => input(&asked.file),
            Self::Backup(asked) => new(&asked.file),
            Self::Rescue(asked) => new(&asked.file),
            Self::Demo(asked) => new(&asked.file),
            Self::Init(_)
            | Self::Shop(_)
            | Self::Customer(_)
            | Self::Product(_)
            | Self::Jar(_)
            | Self::Delivery(_)
            | Self::Tab(_)
            | Self::Collect(_)
            | Self::Day(_)
            | Self::FollowUp(_)
            | Self::Contact(_)
            | Self::Today(_)
            | Self::Promise(_)
            | Self::Reminder(_)
            | Self::Ticket(_)
            | Self::Price(_)
            | Self::Skip(_)
            | Self::Complaint(_)
            | Self::Container(_)
            | Self::Report(_)
            | Self::Journal(_)
            | Self::Undo(_)
            | Self::Redo
            | Self::Export(_)
            | Self::Check
            | Self::Completions(_)
            | Self::Man(_)
            | Self::Help(_) => NamedFiles::default(),
        }
    }
}

impl Args {
    /// The format of lists: for people where nothing was said, an export for programs, and a paper as a page if
    /// its file is one.
    pub fn format(&self) -> Format {
        let ending = self.global.output.as_deref().and_then(Path::extension);
        let is_page = ending.is_some_and(|ending| ending == "html" || ending == "htm");
        self.global.format.unwrap_or(match self.command {
            Some(Command::Export(files::Export { what: files::Rows::Ledger, .. })) => {
                Format::Hledger
            }
            Some(Command::Export(_)) => Format::Csv,
            Some(Command::Statement(_) | Command::Receipt(_)) if is_page => Format::Html,
            _ => Format::Table,
        })
    }

    /// Returns the grammar as clap knows it, with the arguments of every command.
    pub fn grammar() -> clap::Command {
        let complete = |noun: clap::Command| noun.mut_subcommands(complete_verb);
        Self::parser().mut_subcommands(complete)
    }

    /// Returns the grammar that reads a command line: a verb gets its arguments when it is typed. A number below
    /// zero is a value and not an option, so that it is refused by a sentence about numbers.
    pub fn parser() -> clap::Command {
        with_negative_numbers(Self::command())
    }

    /// Returns a grammar that knows the name of the program and its version, and nothing else.
    pub fn named() -> clap::Command {
        clap::Command::new("ricejar").version(env!("CARGO_PKG_VERSION"))
    }
}

/// Returns a verb of a noun with the arguments that it otherwise gets when it is typed.
pub fn complete_verb(verb: clap::Command) -> clap::Command {
    let copy = copy(&verb);
    let mut built = verb.disable_help_flag(true);
    built.build();
    copy.allow_missing_positional(built.is_allow_missing_positional_set())
        .args(built.get_arguments().cloned())
        .groups(built.get_groups().cloned())
}

/// Returns a command without its arguments and its subcommands.
pub fn copy(command: &clap::Command) -> clap::Command {
    let about = command.get_about().cloned().unwrap_or_default();
    clap::Command::new(command.get_name().to_owned())
        .about(about)
        .disable_help_subcommand(true)
        .display_order(command.get_display_order())
        .hide(command.is_hide_set())
        .allow_missing_positional(command.is_allow_missing_positional_set())
        .allow_negative_numbers(command.is_allow_negative_numbers_set())
        .args_conflicts_with_subcommands(command.is_args_conflicts_with_subcommands_set())
        .subcommand_required(command.is_subcommand_required_set())
}

fn with_negative_numbers(command: clap::Command) -> clap::Command {
    command.allow_negative_numbers(true).mut_subcommands(with_negative_numbers)
}
