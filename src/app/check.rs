//! The check: whether the file is whole, and whether everything that is kept follows from the rest.

use super::derived::{DerivedRefresher, PAGE};
use super::{App, Error, Result};
use crate::domain::Money;
use crate::domain::customer::Customer;
use crate::domain::damage::{Finding, StandingPart};
use crate::domain::day_close::{DayClose, expected_in_till};
use crate::domain::forecast::Forecast;
use crate::domain::id::CustomerId;
use crate::domain::progress::{Progress, ProgressFn, Work, no_progress};
use crate::domain::views::{CustomerLabel, JarRow};
use crate::domain::visit_days::everybody_away;
use crate::store::{self, Store, Tx};
use std::ops::ControlFlow;

/// Maximum number of findings that are kept at once.
const MOST_KEPT: usize = 1000;

impl App {
    /// Checks every cell of the file and counts everything again; finding nothing is good. Beyond
    /// the first thousand, findings are only counted.
    ///
    /// # Errors
    /// If the file cannot be read at all.
    pub fn check(&self) -> Result<Vec<Finding>> {
        self.check_watched(&no_progress)
    }

    /// Checks the file as [`App::check`] does, while somebody watches.
    ///
    /// # Errors
    /// If the file cannot be read at all, or it was stopped.
    pub fn check_watched(&self, watch: ProgressFn<'_>) -> Result<Vec<Finding>> {
        let (mut findings, mut more) = (Vec::new(), 0);
        check_store(&self.store, CheckScope::Everything, watch, &mut |finding| {
            if findings.len() < MOST_KEPT {
                findings.push(finding);
            } else {
                more += 1;
            }
            ControlFlow::Continue(())
        })?;
        findings.extend((more > 0).then_some(Finding::More(more)));
        Ok(findings)
    }

    /// Checks the file as [`App::check`] does, and calls `take` with each finding at once, however
    /// many there are.
    ///
    /// # Errors
    /// If the file cannot be read at all, or `take` stopped it.
    pub fn check_each(&self, take: &mut dyn FnMut(Finding) -> ControlFlow<()>) -> Result<()> {
        check_store(&self.store, CheckScope::Everything, &no_progress, take)
    }
}

/// Scope of a check.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum CheckScope {
    /// Everything.
    Everything,
    /// The cells and what follows from them: the copy was verified to be whole.
    WholeCopy,
}

/// Checks a notebook and calls `take` with each finding.
pub(super) fn check_store(
    store: &Store,
    scope: CheckScope,
    watch: ProgressFn<'_>,
    take: &mut dyn FnMut(Finding) -> ControlFlow<()>,
) -> Result<()> {
    store.with_large_cache(|store| check_rows(store, scope, watch, take))?
}

fn check_rows(
    store: &Store,
    scope: CheckScope,
    watch: ProgressFn<'_>,
    take: &mut dyn FnMut(Finding) -> ControlFlow<()>,
) -> Result<()> {
    let mut report = Report { take, found: 0 };
    store.read(|tx| {
        let broken = match scope {
            CheckScope::Everything => tx.integrity()?,
            CheckScope::WholeCopy => Vec::new(),
        };
        // A message about damage in a table is reported only if no damaged cell of it is found.
        let (mut of_cells, whole): (Vec<_>, Vec<_>) =
            broken.into_iter().partition(|said| damaged_table(said).is_some());
        whole.into_iter().try_for_each(|said| report.add(Finding::Damaged(said)))?;
        tx.each_damage(|damage| {
            of_cells.retain(|said| damaged_table(said) != Some(damage.place().0));
            report.add(Finding::Cell(damage))
        })?;
        of_cells.into_iter().try_for_each(|said| report.add(Finding::Damaged(said)))?;
        if scope == CheckScope::Everything {
            let counted = tx.each_dangling_row(|table, row, column, parent| {
                report.add(Finding::Dangling { table, row, column, parent })
            });
            report.bear(counted)?;
        }
        let counted = tx.wrong_stock().map_err(Error::from).and_then(|stock| {
            stock.into_iter().try_for_each(|(id, product, kept, counted)| {
                report.add(Finding::Stock { id, product, kept, counted })
            })
        });
        report.bear(counted)?;
        let counted = tx.wrong_sales().map_err(Error::from).and_then(|sales| {
            let mut sales = sales.into_iter();
            sales.try_for_each(|(id, product, day)| report.add(Finding::Sales { id, product, day }))
        });
        report.bear(counted)?;
        let counted = check_days(tx, &mut report);
        report.bear(counted)?;
        let counted = tx.wrong_tickets().map_err(Error::from).and_then(|wrong| {
            wrong.into_iter().try_for_each(|wrong| report.add(Finding::Tickets(wrong)))
        });
        report.bear(counted)?;
        let counted = check_customers(tx, watch, &mut report);
        report.bear(counted)
    })
}

/// The findings so far.
struct Report<'t> {
    take: &'t mut dyn FnMut(Finding) -> ControlFlow<()>,
    found: usize,
}

impl Report<'_> {
    fn add(&mut self, finding: Finding) -> Result<()> {
        self.found += 1;
        match (self.take)(finding) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(store::Error::Stopped.into()),
        }
    }

    /// Continues after rows that could not be read, because their cells have been reported; reports
    /// the error if nothing was found yet.
    fn bear(&mut self, checked: Result<()>) -> Result<()> {
        match checked {
            Err(Error::Store(store::Error::Damaged(said) | store::Error::Constraint(said)))
                if self.found == 0 =>
            {
                self.add(Finding::Damaged(said))
            }
            Err(Error::Store(store::Error::Damaged(_) | store::Error::Constraint(_))) => Ok(()),
            checked => checked,
        }
    }
}

/// Returns the table in which SQLite reports a wrong cell without naming the row, if `said` is such
/// a message.
fn damaged_table(said: &str) -> Option<&str> {
    if let Some((_, table)) = said.split_once("CHECK constraint failed in ") {
        return Some(table);
    }
    // A generated column of a value of the wrong kind.
    if let Some((_, cell)) = said.strip_prefix("cannot store ").and_then(|c| c.rsplit_once(' ')) {
        return cell.split_once('.').map(|(table, _)| table);
    }
    let (kind, cell) = said.split_once(" value in ")?;
    let known = kind == "NULL" || kind == "NUMERIC" || kind == "TEXT" || kind.starts_with("non-");
    cell.split_once('.').filter(|_| known).map(|(table, _)| table)
}

fn check_days(tx: &Tx, report: &mut Report<'_>) -> Result<()> {
    for DayClose { id, day, till, expected: kept, .. } in tx.day_closes()? {
        let counted = expected_in_till(&tx.takings(day)?, &till);
        if kept != counted {
            report.add(Finding::DayClose { id, day, kept, counted })?;
        }
    }
    Ok(())
}

fn check_customers(tx: &Tx, watch: ProgressFn<'_>, report: &mut Report<'_>) -> Result<()> {
    let shop = tx.shop()?;
    let follower = DerivedRefresher::new(tx, &shop)?;
    // Beyond these, forecasts are about to be refreshed: they follow from what was known before.
    let refreshed = tx.learning()?.refreshed;
    let (mut last, mut done) = (CustomerId::new(0), 0);
    loop {
        Progress::of(Work::Customers, done, None).report(watch)?;
        let page = tx.customer_ids_after(last, PAGE)?;
        let Some(newest) = page.last() else {
            return Ok(());
        };
        last = *newest;
        done += page.len();
        for id in page {
            let follows = refreshed.is_none_or(|last| id <= last);
            let checked = check_one(tx, &follower, id, follows, report);
            report.bear(checked)?;
        }
    }
}

fn check_one(
    tx: &Tx,
    follower: &DerivedRefresher,
    id: CustomerId,
    follows: bool,
    report: &mut Report<'_>,
) -> Result<()> {
    let Some(customer) = tx.customer(id)? else { return Ok(()) };
    check_customer(tx, follower, &customer, report)?;
    match follows {
        true => check_forecasts(tx, follower, &customer, report),
        false => Ok(()),
    }
}

fn check_customer(
    tx: &Tx,
    follower: &DerivedRefresher,
    customer: &Customer,
    report: &mut Report<'_>,
) -> Result<()> {
    let who = || CustomerLabel::from(customer);
    if !tx.is_found_by_its_words(customer)? {
        report.add(Finding::Search { who: who() })?;
    }
    let (kept, counted) =
        (tx.standing(customer.id)?.unwrap_or_default(), follower.standing(customer)?);
    if kept.balance != counted.balance {
        let (kept, counted) = (kept.balance, counted.balance);
        report.add(Finding::Balance { who: who(), kept, counted })?;
    }
    let open: Money = kept.open.iter().map(|(_, open)| *open).sum();
    let differs = [
        (
            kept.open != counted.open || open != kept.balance.max(Money::ZERO),
            StandingPart::OpenDebts,
        ),
        (kept.last_delivery != counted.last_delivery, StandingPart::LastDelivery),
        (kept.last_contact != counted.last_contact, StandingPart::LastContact),
        (kept.history != counted.history, StandingPart::History),
    ];
    for (_, part) in differs.into_iter().filter(|(differs, _)| *differs) {
        report.add(Finding::Standing { who: who(), part })?;
    }
    for broken in tx.broken_agreements(customer.id)? {
        report.add(Finding::Agreement { who: who(), broken })?;
    }
    if let Some(holding) = tx.negative_holding(customer.id)? {
        report.add(Finding::Containers { who: who(), holding })?;
    }
    for one in follower.promises(customer)? {
        if one.stored != one.derived {
            report.add(Finding::Promise { who: who(), promise: one.promise.id })?;
        }
    }
    Ok(())
}

fn check_forecasts(
    tx: &Tx,
    follower: &DerivedRefresher,
    customer: &Customer,
    report: &mut Report<'_>,
) -> Result<()> {
    let who = || CustomerLabel::from(customer);
    let kept = tx.jar_rows_of(customer.id)?;
    let away = everybody_away(&tx.times_away(customer.id)?);
    let days = follower.visit_days(customer, &away);
    for jar in tx.jars_of(customer.id)? {
        let foreseen = follower.forecast(customer, &jar)?;
        let skip = foreseen.as_ref().and_then(|foreseen| foreseen.skip.clone());
        let forecast = foreseen.map(|foreseen| foreseen.jar.forecast);
        let latest = forecast
            .as_ref()
            .and_then(|forecast| days.bring_by(jar.strategy, forecast, skip.as_ref()));
        let row = kept.iter().find(|row| row.jar == jar.id);
        let kept_skip = row.and_then(|row| row.skip.clone());
        let kept = (row.map(as_forecast), row.and_then(|row| row.latest));
        if kept != (forecast, latest) || kept_skip != skip {
            let column = match (kept.0, forecast) {
                (Some(kept), Some(counted)) => first_difference(&kept, &counted),
                _ => "",
            };
            let product = tx.product(jar.product)?.map(|product| product.name).unwrap_or_default();
            report.add(Finding::Forecast { who: who(), product, jar: jar.id, column })?;
        }
    }
    Ok(())
}

/// Returns the first column of two forecasts that differs; the latest day, if no other does.
fn first_difference(kept: &Forecast, counted: &Forecast) -> &'static str {
    let columns = [
        (kept.anchor != counted.anchor, "anchor"),
        (kept.level != counted.level, "level"),
        (kept.seen != counted.seen, "seen"),
        (kept.level_sd != counted.level_sd, "level_sd"),
        (kept.rate != counted.rate, "rate"),
        (kept.rate_spread != counted.rate_spread, "rate_spread"),
        (kept.calculated != counted.calculated, "calculated"),
        (kept.source != counted.source, "source"),
        (kept.intervals != counted.intervals, "intervals"),
        (kept.earliest != counted.earliest, "earliest"),
        (kept.low != counted.low, "low"),
        (kept.likely != counted.likely, "likely"),
        (kept.high != counted.high, "high"),
        (kept.safe != counted.safe, "safe"),
    ];
    columns.into_iter().find(|(differs, _)| *differs).map_or("latest", |(_, column)| column)
}

fn as_forecast(row: &JarRow) -> Forecast {
    Forecast {
        anchor: row.anchor,
        level: row.level,
        seen: row.seen,
        level_sd: row.level_sd,
        rate: row.rate,
        rate_spread: row.rate_spread,
        calculated: row.calculated,
        source: row.source,
        intervals: row.intervals,
        earliest: row.earliest,
        low: row.low,
        likely: row.likely,
        high: row.high,
        safe: row.safe,
    }
}
