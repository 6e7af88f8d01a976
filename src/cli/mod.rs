//! The headless command line: words become a [`Command`], the application performs it, and what it
//! says is printed. No terminal, no questions, no colour unless asked for.
//!
//! [`args`] is the grammar, `startup` finds the files and the settings of a run, `resolve` finds the customer
//! that a text means, and each noun has a file that turns its arguments into commands and its answers into
//! lists. `filter` keeps the rows that are asked for, `answer` says to programs what was done.

mod answer;
pub mod args;
mod clap_errors;
mod clock;
mod collect;
mod complaint;
mod completion;
mod contact;
mod container;
mod customer;
mod day_close;
mod delivery;
mod early;
mod error;
mod exit_code;
mod files;
mod filter;
mod follow_up;
mod help;
mod jar;
mod journal;
mod manual;
mod page;
mod price;
mod print;
mod product;
mod progress;
mod promise;
mod reminder;
mod report;
mod resolve;
mod round;
mod shop;
pub mod signals;
mod skip;
mod standalone;
mod startup;
mod statement;
mod tab;
mod ticket;
mod today;
mod value;

pub use args::Args;
pub use clap_errors::read;
pub use clock::{ClockSource, Now};
pub use completion::complete;
pub use early::EarlyOptions;
pub use error::{Error, Result};
pub use print::{CommandEffect, ErrorStyle, Printer, eprint_line, print_error};
pub use signals::survive_file_size_limit;
pub use standalone::{create_notebook, run_standalone};
pub use startup::{Startup, shop_of};

use signals::until_signal;

use crate::app::{App, Performed};
use crate::config::ReminderSettings;
use crate::domain::day::DayContext;
use crate::domain::shop::Shop;
use crate::domain::{Command, Currency, Day, Money};
use crate::exchange::Format;
use crate::i18n::Localizer;
use args::files::Rows;
use args::values::{DayText, MoneyText};

/// An open shop at the command line.
pub struct Cli<'a> {
    app: App,
    shop: Shop,
    say: Printer<'a>,
    /// True if something was changed from which forecasts can learn.
    learned: bool,
    /// The way in which reminders are sent.
    reminders: ReminderSettings,
}

/// Maximum number of customers whose forecasts are refreshed after a command, so that the refresh
/// does not take longer than the command itself.
const LEARN_AT_ONCE: u32 = 500;

impl<'a> Cli<'a> {
    /// Returns the command line of an open shop.
    pub fn new(mut app: App, shop: Shop, say: Printer<'a>) -> Self {
        app.on_commit(signals::hold);
        Self { app, shop, say, learned: false, reminders: ReminderSettings::default() }
    }

    /// Returns the command line with the settings of reminders of the configuration.
    #[must_use]
    pub fn with_reminders(self, reminders: ReminderSettings) -> Self {
        Self { reminders, ..self }
    }

    /// Runs a command; without one, prints today. Everything is written when this returns, and an output
    /// file has its name.
    ///
    /// # Errors
    /// If a rule refuses it, an argument is not valid, or a file cannot be used. If the shop was changed
    /// and only the message about it could not be written, the error says so.
    pub fn run(mut self, command: Option<args::Command>) -> Result<()> {
        let outcome =
            self.command(command.unwrap_or(args::Command::Today(args::filter::Today::default())));
        let Self { mut app, mut say, learned, .. } = self;
        if let Some(line) = app.last_recorded() {
            say.effect_done(CommandEffect::Recorded(line));
        }
        say.close(outcome.map_err(|error| error.of_notebook(app.path())))?;
        // The command is complete and reported. Nobody asked for the refresh of the forecasts, so
        // its errors are not reported: the next command that learns makes up for it.
        let stopped = signals::finish();
        let _ = (learned && !stopped).then(|| app.learn(LEARN_AT_ONCE));
        Ok(())
    }

    fn command(&mut self, command: args::Command) -> Result<()> {
        use args::Command as Do;
        let is_paper = matches!(command, Do::Statement(_) | Do::Receipt(_));
        let is_ledger = matches!(&command, Do::Export(asked) if asked.what == Rows::Ledger);
        let misfit = match self.say.format() {
            Format::Html => (!is_paper).then_some("usage-html"),
            Format::Hledger => (!is_ledger).then_some("usage-hledger"),
            Format::Table | Format::Csv | Format::Json | Format::Jsonl => {
                is_ledger.then_some("usage-ledger")
            }
        };
        if let Some(message) = misfit {
            return Err(Error::Usage(message, String::new()));
        }
        match command {
            Do::Shop(what) => self.shop(what),
            Do::Customer(what) => self.customer(what),
            Do::Product(what) => self.product(what),
            Do::Jar(what) => self.jar(what),
            Do::Delivery(what) => self.delivery(what),
            Do::Tab(what) => self.tab(what),
            Do::Collect(what) => self.collect(&what),
            Do::Day(what) => self.day_close(what),
            Do::FollowUp(what) => self.follow_up(what),
            Do::Contact(what) => self.contact(what),
            Do::Statement(what) => self.statement(&what),
            Do::Receipt(what) => self.receipt(&what),
            Do::Today(what) => self.today(&what),
            Do::Promise(what) => self.promise(what),
            Do::Reminder(what) => self.reminder(what),
            Do::Ticket(what) => self.ticket(what),
            Do::Complaint(what) => self.complaint(what),
            Do::Container(what) => self.container(what),
            Do::Price(what) => self.prices(what),
            Do::Skip(what) => self.skip(what),
            Do::Journal(what) => self.journal(what),
            Do::Undo(what) => self.undo(what),
            Do::Redo => self.perform(&Command::Redo),
            Do::Report(what) => self.report(what),
            Do::Export(what) => self.export(what),
            Do::Import(what) => self.import(what),
            Do::Backup(what) => self.backup(what),
            Do::Check => self.check(),
            // These need no open shop, and `run_standalone` performs them before one is opened.
            Do::Init(_)
            | Do::Restore(_)
            | Do::Rescue(_)
            | Do::Demo(_)
            | Do::Completions(_)
            | Do::Man(_)
            | Do::Help(_) => Ok(()),
        }
    }

    /// Performs a command and prints the result.
    fn perform(&mut self, command: &Command) -> Result<()> {
        let done = self.app.perform(command)?;
        self.performed(&done)
    }

    /// Prints the result of a command.
    fn performed(&mut self, done: &Performed) -> Result<()> {
        self.learned |= done.action.is_some();
        self.say_done(done)
    }

    fn words(&self) -> &'a Localizer {
        self.say.words()
    }

    fn currency(&self) -> Currency {
        self.shop.currency
    }

    /// Returns the context in which a day of the future is parsed.
    fn days(&self) -> DayContext {
        self.shop.days(self.app.today())
    }

    fn day(&self, text: &DayText) -> Result<Day> {
        text.day(self.days())
    }

    fn maybe_day(&self, text: Option<&DayText>) -> Result<Option<Day>> {
        text.map(|text| self.day(text)).transpose()
    }

    /// Parses a day, or returns today.
    fn day_or_today(&self, text: Option<&DayText>) -> Result<Day> {
        Ok(self.maybe_day(text)?.unwrap_or(self.app.today()))
    }

    /// Parses a past day, if there is one.
    fn maybe_past_day(&self, text: Option<&DayText>) -> Result<Option<Day>> {
        text.map(|text| text.day(self.days().back())).transpose()
    }

    /// Parses a past day, or returns today.
    fn past_day_or_today(&self, text: Option<&DayText>) -> Result<Day> {
        Ok(self.maybe_past_day(text)?.unwrap_or(self.app.today()))
    }

    /// Parses an amount that must not be negative: a price, a cost.
    fn price(&self, text: Option<&MoneyText>) -> Result<Option<Money>> {
        text.map(|text| text.at_least_zero(self.currency())).transpose()
    }

    /// Parses an amount, or the word `none`, which removes it.
    fn price_or_none(&self, text: Option<&MoneyText>) -> Result<Option<Option<Money>>> {
        text.map(|text| self.price(text.or_none())).transpose()
    }
}
