//! `report`: how good the forecasts were, and what to buy.

use super::args::report::{Ageing, Buying, Cash, Margin, MarginBy, Report, Sales, Span};
use super::{Cli, Result, page};
use crate::app::{AgeingScope, JudgedRow};
use crate::domain::views::SalesSums;
use crate::domain::{Currency, Day, Money, Quantity};
use crate::exchange::{Cell, Column};
use crate::reports::accuracy::{Against, GROUPS, Group};
use crate::reports::complaint::{ComplaintCount, ComplaintGroup};
use crate::reports::sales::SalesUnits;
use crate::reports::{Accuracy, CashWeek, SalesBy, SalesRow, ToBuy};
use chrono::Datelike;

const JUDGED: [Column; 15] = [
    Column::left("customer"),
    Column::left("product"),
    Column::right("k"),
    Column::left("origin_date"),
    Column::right("q02"),
    Column::right("q05"),
    Column::right("q10"),
    Column::right("q20"),
    Column::right("q30"),
    Column::right("q50"),
    Column::right("q70"),
    Column::right("q80"),
    Column::right("q90"),
    Column::right("q95"),
    Column::right("actual_days"),
];

const SUMMARY: [Column; 11] = [
    Column::left("lots"),
    Column::right("intervals"),
    Column::right("open"),
    Column::right("mae"),
    Column::right("bias"),
    Column::right("covered_80"),
    Column::right("in_time"),
    Column::right("early"),
    Column::right("looked"),
    Column::right("empty"),
    Column::right("too_early"),
];

const AGAINST: [Column; 5] = [
    Column::left("lots"),
    Column::left("rule"),
    Column::right("mae"),
    Column::right("difference"),
    Column::right("standard_error"),
];

const TO_BUY: [Column; 12] = [
    Column::left("product"),
    Column::left("unit"),
    Column::right("need_low"),
    Column::right("need"),
    Column::right("need_high"),
    Column::right("stock"),
    Column::right("on_order"),
    Column::left("arrives_on"),
    Column::right("buy_low"),
    Column::right("buy"),
    Column::right("buy_high"),
    Column::left("buy_by"),
];

const AGEING: [Column; 4] =
    [Column::left("area"), Column::left("age"), Column::right("tabs"), Column::right("amount")];
const SALES: [Column; 8] = [
    Column::left("group"),
    Column::left("name"),
    Column::left("unit"),
    Column::right("quantity"),
    Column::right("revenue"),
    Column::right("costed"),
    Column::right("cost"),
    Column::right("margin"),
];

const COMPLAINTS: [Column; 7] = [
    Column::left("group"),
    Column::left("name"),
    Column::right("complaints"),
    Column::right("unsolved"),
    Column::right("late"),
    Column::right("answer_days"),
    Column::right("solution_days"),
];

const CASH: [Column; 8] = [
    Column::left("from"),
    Column::left("to"),
    Column::right("due"),
    Column::right("expected_low"),
    Column::right("expected_likely"),
    Column::right("expected_high"),
    Column::right("buying"),
    Column::right("net"),
];

const MARGIN: [Column; 7] = [
    Column::left("group"),
    Column::left("name"),
    Column::right("revenue"),
    Column::right("costed"),
    Column::right("cost"),
    Column::right("margin"),
    Column::right("margin_percent"),
];

/// Length of the longest bar of a chart, in terminal cells: with the other columns it fits into 100.
const CHART: i64 = 24;

/// The rules that forecasts are compared with, in the order of [`Group::plain`].
const RULES: [&str; 4] = ["last", "mean", "median", "k-factor"];

impl Cli<'_> {
    pub(super) fn report(&mut self, what: Report) -> Result<()> {
        match what {
            Report::Accuracy => self.accuracy(),
            Report::Buying(Buying { days }) => {
                let rows = self.app.buying(days)?;
                self.say.list(&TO_BUY, rows.iter().map(to_buy))
            }
            Report::Cash(Cash { weeks }) => self.cash_flow(weeks),
            Report::Ageing(asked) => self.ageing(asked),
            Report::Sales(Sales { group, span, .. }) => self.sales(group, &span),
            Report::Complaints(span) => self.complaint_report(&span),
            Report::Margin(Margin { group, span, .. }) => self.margin(group, &span),
            Report::Value(asked) => self.value(&asked),
            Report::Pareto(asked) => self.pareto(&asked),
            Report::Churn(asked) => self.churn(&asked),
        }
    }

    /// Returns the days of a report: by default from the first of January until today.
    pub(super) fn span(&self, span: &Span) -> Result<(Day, Day)> {
        let until = self.past_day_or_today(span.to.as_ref())?;
        let new_year = until.with_ordinal(1).unwrap_or(until);
        Ok((self.maybe_past_day(span.from.as_ref())?.unwrap_or(new_year), until))
    }

    fn complaint_report(&mut self, span: &Span) -> Result<()> {
        let (from, until) = self.span(span)?;
        let rows = self.app.complaint_counts(from, until)?;
        let cells: Vec<Vec<Cell<'_>>> = rows.iter().map(|row| self.counted(row)).collect();
        self.say.list(&COMPLAINTS, cells)
    }

    fn counted<'r>(&self, row: &'r ComplaintCount) -> Vec<Cell<'r>> {
        vec![
            page::kind(row.group, &self.say),
            match row.group {
                ComplaintGroup::Kind => page::complaint_kind(&row.name, &self.say),
                ComplaintGroup::All
                | ComplaintGroup::Product
                | ComplaintGroup::Cause
                | ComplaintGroup::Customer => Cell::text(&row.name),
            },
            Cell::Int(row.complaints.into()),
            Cell::Int(row.unsolved.into()),
            Cell::Int(row.late.into()),
            Cell::or_empty(row.answer_days, Cell::Int),
            Cell::or_empty(row.solution_days, Cell::Int),
        ]
    }

    /// People see the revenues as bars too.
    fn sales(&mut self, group: SalesBy, span: &Span) -> Result<()> {
        let (from, until) = self.span(span)?;
        let rows = self.app.sales((group, SalesUnits::Apart), from, until)?;
        let currency = self.currency();
        if !self.say.is_for_people() {
            return self.say.list(&SALES, rows.iter().map(|row| sold(row, currency)));
        }
        let mut columns = SALES.to_vec();
        columns.push(Column::left("chart"));
        let most = rows.iter().map(|row| row.sums.revenue).max().unwrap_or_default();
        let with_bar = |row| {
            let mut cells = sold(row, currency);
            cells.push(Cell::text(bar(row.sums.revenue, most)));
            cells
        };
        self.say.list(&columns, rows.iter().map(with_bar))
    }

    fn margin(&mut self, group: MarginBy, span: &Span) -> Result<()> {
        let (from, until) = self.span(span)?;
        let rows = self.app.sales((group.into(), SalesUnits::Together), from, until)?;
        let currency = self.currency();
        self.say.list(&MARGIN, rows.iter().map(|row| earned(row, currency)))
    }

    fn ageing(&mut self, asked: Ageing) -> Result<()> {
        let scope = match asked.area {
            None => AgeingScope::WholeShop,
            Some(area) if area.is_empty() => AgeingScope::EachArea,
            Some(area) => AgeingScope::Area(area),
        };
        let rows = self.app.ageing(asked.basis, &scope)?;
        let (words, currency) = (self.words(), self.currency());
        let for_people = self.say.is_for_people();
        let cells = rows.iter().map(|row| {
            let age = match (for_people, row.age) {
                (true, age) => words.debt_age(age),
                (false, Some(age)) => age.to_string(),
                (false, None) => "credit".to_owned(),
            };
            vec![
                Cell::or_empty(row.area.as_deref(), Cell::text),
                Cell::text(age),
                Cell::Int(row.tabs.into()),
                Cell::Money(row.amount, currency),
            ]
        });
        self.say.list(&AGEING, cells)?;
        if for_people {
            let total = rows.iter().map(|row| row.amount).sum();
            let args = [("balance", words.money(total).into())];
            self.say.line("")?;
            self.say.line(&words.format("ageing-total", &args))?;
        }
        Ok(())
    }

    /// People read the sum of the weeks too.
    fn cash_flow(&mut self, weeks: u16) -> Result<()> {
        let (flow, currency) = (self.app.cash_flow(weeks)?, self.currency());
        self.say.list(&CASH, flow.weeks.iter().map(|week| cash_week(week, currency)))?;
        if !self.say.is_for_people() {
            return Ok(());
        }
        let words = self.words();
        let [low, likely, high] = flow.total.expected;
        let args = [
            ("until", words.day(flow.total.until).into()),
            ("likely", words.money(likely).into()),
            ("low", words.money(low).into()),
            ("high", words.money(high).into()),
            ("buying", words.money(flow.total.buying).into()),
        ];
        self.say.line("")?;
        self.say.line(&words.format("cash-total", &args))
    }

    /// People read the summary, programs every interval.
    fn accuracy(&mut self) -> Result<()> {
        if !self.say.is_for_people() {
            let mut list = self.say.begin(&JUDGED);
            self.app.accuracy_of(|row| Ok::<_, super::Error>(list.row(&judged(row))?))?;
            return Ok(list.finish()?);
        }
        let accuracy = self.app.accuracy()?;
        self.say.list(&SUMMARY, groups(&accuracy).map(|(lots, group)| summary(lots, group)))?;
        self.say.line("")?;
        let against = groups(&accuracy).flat_map(|(lots, group)| {
            let rules = RULES.iter().zip(&group.plain);
            rules.filter_map(move |(rule, plain)| against(lots.clone(), rule, plain))
        });
        self.say.list(&AGAINST, against)
    }
}

/// The groups with how many lots they are of, and all.
fn groups(accuracy: &Accuracy) -> impl Iterator<Item = (String, &Group)> {
    let lots = |(first, last): (u32, u32)| match last {
        u32::MAX => format!("{first}+"),
        last if last == first => first.to_string(),
        last => format!("{first}-{last}"),
    };
    let groups = GROUPS.into_iter().map(lots).zip(&accuracy.groups);
    groups.chain(std::iter::once(("all".to_owned(), &accuracy.all)))
}

fn judged(JudgedRow { customer, product, judged }: JudgedRow<'_>) -> Vec<Cell<'_>> {
    let mut cells = vec![
        Cell::text(customer),
        Cell::text(product),
        Cell::Int(judged.k.into()),
        Cell::Day(judged.origin),
    ];
    cells.extend(judged.quantiles.iter().map(|days| number((*days).into())));
    cells.push(Cell::or_empty(judged.ended, |ended| number(ended.days.into())));
    cells
}

fn summary<'a>(lots: String, group: &Group) -> Vec<Cell<'a>> {
    let part = |part: Option<f64>| Cell::or_empty(part, |part| rounded(part * 100.0, 1.0));
    let days = |days: Option<f64>| Cell::or_empty(days, |days| rounded(days, 2.0));
    vec![
        Cell::text(lots),
        Cell::Int(group.ended.into()),
        Cell::Int(group.open.into()),
        days(group.error()),
        days(group.bias()),
        part(group.covered()),
        part(group.in_time()),
        days(group.early()),
        Cell::Int(group.looked.into()),
        Cell::Int(group.empty.into()),
        Cell::Int(group.too_early.into()),
    ]
}

fn against<'a>(lots: String, rule: &'a str, against: &Against) -> Option<Vec<Cell<'a>>> {
    let (difference, error) = against.difference()?;
    Some(vec![
        Cell::text(lots),
        Cell::text(rule),
        rounded(against.error()?, 2.0),
        rounded(difference, 2.0),
        rounded(error, 2.0),
    ])
}

fn cash_week(week: &CashWeek, currency: Currency) -> Vec<Cell<'static>> {
    let money = |amount| Cell::Money(amount, currency);
    let [low, likely, high] = week.expected;
    vec![
        Cell::Day(week.from),
        Cell::Day(week.until),
        money(week.due),
        money(low),
        money(likely),
        money(high),
        money(week.buying),
        money(week.net()),
    ]
}

fn to_buy(row: &ToBuy) -> Vec<Cell<'_>> {
    let ([low, need, high], [buy_low, buy, buy_high]) = (row.need, row.missing());
    vec![
        Cell::text(&row.product.name),
        Cell::text(&row.product.unit),
        Cell::Quantity(low),
        Cell::Quantity(need),
        Cell::Quantity(high),
        Cell::Quantity(row.stock),
        Cell::or_empty(row.product.on_order, Cell::Quantity),
        Cell::or_empty(row.product.arrives_on, Cell::Day),
        Cell::Quantity(buy_low),
        Cell::Quantity(buy),
        Cell::Quantity(buy_high),
        Cell::or_empty(row.by, Cell::Day),
    ]
}

fn sold(row: &SalesRow, currency: Currency) -> Vec<Cell<'_>> {
    vec![
        Cell::text(&row.group),
        Cell::text(&row.name),
        Cell::text(&row.unit),
        Cell::Quantity(row.sums.quantity),
    ]
    .into_iter()
    .chain(money(&row.sums, currency))
    .collect()
}

fn earned(row: &SalesRow, currency: Currency) -> Vec<Cell<'_>> {
    let percent = row.sums.margin_thousandths();
    // Thousandths of the whole are tenths of a percent.
    let percent = percent.map(|tenths| Cell::Quantity(Quantity::from_thousandths(tenths * 100)));
    let group = [Cell::text(&row.group), Cell::text(&row.name)];
    let money = money(&row.sums, currency);
    group.into_iter().chain(money).chain([percent.unwrap_or(Cell::Empty)]).collect()
}

/// Returns the cells of revenue, the part of it with a known cost, cost and margin.
fn money<'a>(sums: &SalesSums, currency: Currency) -> [Cell<'a>; 4] {
    let money = |amount| Cell::Money(amount, currency);
    [
        money(sums.revenue),
        money(sums.costed),
        Cell::or_empty(sums.known_cost(), money),
        Cell::or_empty(sums.margin(), money),
    ]
}

/// Returns a bar for a revenue, of which the largest has [`CHART`] cells. A revenue above zero has one at least.
fn bar(revenue: Money, most: Money) -> String {
    let cells = i128::from(revenue.minor()) * i128::from(CHART) / i128::from(most.minor().max(1));
    let cells = cells.clamp(i128::from(revenue.is_positive()), CHART.into());
    "█".repeat(usize::try_from(cells).unwrap_or_default())
}

/// Returns a cell with this number of decimals.
fn rounded<'a>(number: f64, decimals: f64) -> Cell<'a> {
    let tens = 10_f64.powf(decimals);
    self::number((number * tens).round() / tens)
}

fn number<'a>(number: f64) -> Cell<'a> {
    Cell::Quantity(Quantity::from_thousandths((number * 1000.0).round() as i64))
}
