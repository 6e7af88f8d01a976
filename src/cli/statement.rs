//! `statement` and `receipt`: papers for customers, as lists, as JSON, and as pages to print.

mod rows;

use super::args::statement::{Paper, Receipt, Statement};
use super::error::{Error, Result};
use super::{Cli, Printer, resolve, until_signal};
use crate::app::{self, Progress, Work};
use crate::domain::day::iso;
use crate::domain::id::EntryId;
use crate::domain::text::sanitize_for_terminal;
use crate::domain::{Currency, Day};
use crate::exchange::{Cell, Format, MAX_TEMPLATE, PaperPlace, PaperTemplate};
use crate::i18n::PaperWriter;
use crate::reports::{self, CustomerStatement};
use std::io::{self, Read, Write};
use std::path::Path;

impl Cli<'_> {
    pub(super) fn statement(&mut self, asked: &Statement) -> Result<()> {
        let period = self.past_between(&asked.days)?;
        let to = period.to.unwrap_or(self.app.today());
        if let Some(from) = period.from.filter(|from| *from > to) {
            return Err(Error::Usage("day-backwards", format!("{}..{}", iso(from), iso(to))));
        }
        let period = (period.from, to);
        let Some(who) = &asked.who else { return self.statements(period, &asked.paper) };
        let customer = resolve::customer(&self.app, who)?;
        let statement = self.app.statement(customer.id, period)?;
        let currency = self.currency();
        match self.say.format() {
            Format::Html => {
                let papers = self.papers(&asked.paper, PaperTemplate::statement)?;
                Ok(papers.statement(&statement, PaperPlace::ALONE, self.say.output())?)
            }
            Format::Table => statement_sheet(&mut self.say, &statement, currency),
            Format::Json => self.say.object(&rows::object(&statement, currency)),
            Format::Csv | Format::Jsonl | Format::Hledger => {
                self.say.list(&rows::FLAT, rows::flat(&statement, currency))
            }
        }
    }

    /// Writes the statements of all who owe, one after the other: none is held longer than it takes to write it.
    fn statements(&mut self, period: (Option<Day>, Day), paper: &Paper) -> Result<()> {
        match self.say.format() {
            Format::Html => self.statement_pages(period, paper),
            Format::Table => {
                let (currency, mut is_first) = (self.currency(), true);
                let (app, say) = (&self.app, &mut self.say);
                app.each_statement(period, |one| {
                    if !std::mem::take(&mut is_first) {
                        say.line("")?;
                    }
                    statement_sheet(say, &one, currency)
                })
            }
            Format::Json => {
                let (currency, mut before) = (self.currency(), "[\n");
                let (app, out) = (&self.app, self.say.output());
                app.each_statement(period, |one| {
                    write!(out, "{before}{}", rows::object(&one, currency).line()?)?;
                    before = ",\n";
                    Ok::<_, Error>(())
                })?;
                Ok(out.write_all(if before == "[\n" { b"[]\n" } else { b"\n]\n" })?)
            }
            Format::Csv | Format::Jsonl | Format::Hledger => {
                let currency = self.currency();
                let (app, mut list) = (&self.app, self.say.begin(&rows::FLAT));
                app.each_statement(period, |one| {
                    rows::flat(&one, currency).try_for_each(|row| list.row(&row))?;
                    Ok::<_, Error>(())
                })?;
                Ok(list.finish()?)
            }
        }
    }

    fn statement_pages(&mut self, period: (Option<Day>, Day), paper: &Paper) -> Result<()> {
        let papers = self.papers(paper, PaperTemplate::statement)?;
        let (app, out) = (&self.app, self.say.output());
        until_signal(|watch| {
            // A statement is written once it is known whether another one follows.
            let (mut held, mut done) = (None::<CustomerStatement>, 0);
            app.each_statement(period, |next| {
                Progress::of(Work::Rows, done, None).report(watch).map_err(app::Error::from)?;
                if let Some(one) = held.replace(next) {
                    let place = PaperPlace { first: done == 0, last: false };
                    papers.statement(&one, place, out)?;
                    done += 1;
                }
                Ok::<_, Error>(())
            })?;
            match held {
                Some(one) => {
                    let place = PaperPlace { first: done == 0, last: true };
                    Ok(papers.statement(&one, place, out)?)
                }
                None => Err(Error::NobodyOwes),
            }
        })
    }

    pub(super) fn receipt(&mut self, asked: &Receipt) -> Result<()> {
        let receipt = self.app.receipt(EntryId::new(asked.entry))?;
        let currency = self.currency();
        match self.say.format() {
            Format::Html => {
                let papers = self.papers(&asked.paper, PaperTemplate::receipt)?;
                Ok(papers.receipt(&receipt, self.say.output())?)
            }
            Format::Json => self.say.object(&rows::receipt_object(&receipt, currency)),
            Format::Csv | Format::Jsonl | Format::Hledger => {
                self.say.list(&rows::SETTLED, rows::settled(&receipt, currency))
            }
            Format::Table => self.receipt_sheet(&receipt),
        }
    }

    fn receipt_sheet(&mut self, receipt: &reports::Receipt) -> Result<()> {
        let (words, currency) = (self.words(), self.currency());
        let mut about = words.label(receipt.entry.kind);
        if !receipt.entry.method.is_empty() {
            about = format!("{about}, {}", sanitize_for_terminal(&receipt.entry.method));
        }
        let args = [
            ("number", receipt.entry.id.number().to_string().into()),
            ("who", words.who(&receipt.customer).into()),
            ("day", words.day(receipt.entry.on).into()),
            ("amount", words.money(receipt.received).into()),
            ("about", about.into()),
        ];
        self.say.line(&words.format("receipt-of", &args))?;
        if rows::settled(receipt, currency).next().is_some() {
            self.say.list(&rows::SETTLED, rows::settled(receipt, currency))?;
            self.say.line("")?;
        }
        let args = [
            ("who", words.who(&receipt.customer).into()),
            ("balance", words.money(receipt.balance).into()),
        ];
        self.say.line(&words.format("receipt-balance", &args))?;
        if let Some(held) = receipt.held {
            let args = [("amount", words.money(held).into())];
            self.say.line(&words.format("note-held", &args))?;
        }
        Ok(())
    }

    /// Returns the writer of papers with the template that is asked for.
    fn papers(&self, asked: &Paper, usual: fn() -> PaperTemplate) -> Result<PaperWriter> {
        let template = match &asked.template {
            Some(file) => own_template(file)?,
            None => usual(),
        };
        let day = (self.app.today(), self.words().language());
        Ok(PaperWriter::new(&self.shop, day, asked.paper, template))
    }
}

/// Prints a statement for people.
fn statement_sheet(
    say: &mut Printer<'_>,
    statement: &CustomerStatement,
    currency: Currency,
) -> Result<()> {
    let words = say.words();
    let period = words.statement_period((statement.from, statement.to));
    let who = words.who(&statement.customer);
    say.line(&format!("{}  {period}", sanitize_for_terminal(&who)))?;
    say.list(&rows::LINES, rows::lines(statement, currency))?;
    if !statement.purchases.is_empty() {
        say.line("")?;
        say.line(&words.text("statement-goods"))?;
        say.list(&rows::GOODS, rows::goods(statement, currency))?;
    }
    if !statement.deposits.is_empty() {
        say.line("")?;
        say.line(&words.text("statement-deposits"))?;
        say.list(&rows::DEPOSITS, rows::deposits(statement, currency))?;
    }
    for balance in &statement.tickets {
        let tickets = words.ticket_balance(balance, statement.to);
        say.line("")?;
        say.line(&words.format("statement-tickets", &[("tickets", tickets.into())]))?;
    }
    if !statement.containers.is_empty() {
        say.line("")?;
        let held = words.holdings(&statement.containers);
        say.line(&words.format("statement-containers", &[("held", held.into())]))?;
    }
    say.line("")?;
    let args = [("who", who.into()), ("balance", words.money(statement.closing).into())];
    say.line(&words.format("tab-balance", &args))
}

/// Reads a template of the shop's own.
fn own_template(file: &Path) -> Result<PaperTemplate> {
    let failed = |error: io::Error| Error::Input(file.to_owned(), error);
    let mut text = String::new();
    let opened = std::fs::File::open(file).map_err(failed)?;
    opened.take(MAX_TEMPLATE as u64 + 1).read_to_string(&mut text).map_err(failed)?;
    if text.len() > MAX_TEMPLATE {
        return Err(Error::Usage("template-too-large", file.display().to_string()));
    }
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    Ok(PaperTemplate::new(name, text))
}

/// Returns the cell of an amount.
fn money(amount: crate::domain::Money, currency: Currency) -> Cell<'static> {
    Cell::Money(amount, currency)
}
