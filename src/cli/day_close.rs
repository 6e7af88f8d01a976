//! `day`: the money of a day, and its close.

use super::Cli;
use super::args::day_close::{Close, Day as Verb, Show};
use super::error::Result;
use crate::domain::day_close::{DayClose, NewDayClose, Taking, denominations_text};
use crate::domain::{Command, Currency, StableName};
use crate::exchange::{Cell, Column};
use crate::reports::DayReport;

/// The columns of `day show`.
const DAY: [Column; 8] = [
    Column::left("figure"),
    Column::left("person"),
    Column::left("method"),
    Column::left("product"),
    Column::right("quantity"),
    Column::left("unit"),
    Column::right("count"),
    Column::right("amount"),
];

/// The columns of `day list`.
const CLOSES: [Column; 6] = [
    Column::left("day"),
    Column::right("expected"),
    Column::right("counted"),
    Column::right("difference"),
    Column::left("reason"),
    Column::left("denominations"),
];

impl Cli<'_> {
    pub(super) fn day_close(&mut self, verb: Verb) -> Result<()> {
        match verb {
            Verb::Show(Show { day }) => {
                let day = self.past_day_or_today(day.as_ref())?;
                let report = self.app.day_report(day)?;
                self.day_report(&report)
            }
            Verb::Close(Close { day, counted, denominations, reason }) => {
                let (day, currency) = (self.past_day_or_today(day.as_ref())?, self.currency());
                let denominations = denominations.map(|text| text.all(currency)).transpose()?;
                self.perform(&Command::CloseDay(NewDayClose {
                    day,
                    counted: self.price(counted.as_ref())?,
                    denominations: denominations.unwrap_or_default(),
                    reason,
                }))
            }
            Verb::List => {
                let (closes, currency) = (self.app.day_closes()?, self.currency());
                self.say.list(&CLOSES, closes.iter().map(|close| cells(close, currency)))
            }
        }
    }

    fn day_report(&mut self, report: &DayReport) -> Result<()> {
        let currency = self.currency();
        let row = |what, count: Option<u32>, amount| {
            let mut cells = blank(what);
            cells.extend([
                Cell::or_empty(count, |count| Cell::Int(count.into())),
                Cell::Money(amount, currency),
            ]);
            cells
        };
        let mut rows: Vec<Vec<Cell<'_>>> =
            report.takings.iter().map(|one| taken(one, currency)).collect();
        rows.push(row("expected", None, report.expected));
        if let Some(close) = &report.close {
            rows.push(row("counted", None, close.counted));
            rows.push(row("difference", None, close.difference()));
        }
        rows.push(row("charged", Some(report.charged.1), report.charged.0));
        rows.extend(report.others.iter().map(|(kind, (amount, count))| {
            let mut cells = row("charged", Some(*count), *amount);
            cells.splice(0..1, [Cell::name("entry", kind.key())]);
            cells
        }));
        rows.push(row("collected", Some(report.collected.1), report.collected.0));
        rows.extend(report.delivered.iter().map(|goods| {
            vec![
                Cell::name("till", "delivered"),
                Cell::Empty,
                Cell::Empty,
                Cell::text(&goods.product.name),
                Cell::Quantity(goods.quantity),
                Cell::text(&goods.product.unit),
                Cell::Empty,
                Cell::Empty,
            ]
        }));
        if report.corrected.1 > 0 {
            rows.push(row("corrected", Some(report.corrected.1), report.corrected.0));
        }
        self.say.list(&DAY, rows)
    }
}

/// Returns the first cells of a row of `day show` that is about no person, method or product.
fn blank(what: &'static str) -> Vec<Cell<'static>> {
    let blanks = std::iter::repeat_with(|| Cell::Empty).take(5);
    std::iter::once(Cell::name("till", what)).chain(blanks).collect()
}

fn taken(taking: &Taking, currency: Currency) -> Vec<Cell<'_>> {
    vec![
        Cell::name("till", "money"),
        Cell::text(&taking.by),
        Cell::text(&taking.method),
        Cell::Empty,
        Cell::Empty,
        Cell::Empty,
        Cell::Int(taking.count.into()),
        Cell::Money(taking.amount, currency),
    ]
}

fn cells(close: &DayClose, currency: Currency) -> Vec<Cell<'_>> {
    vec![
        Cell::Day(close.day),
        Cell::Money(close.expected, currency),
        Cell::Money(close.counted, currency),
        Cell::Money(close.difference(), currency),
        Cell::text(&close.reason),
        Cell::text(denominations_text(&close.denominations, currency)),
    ]
}
