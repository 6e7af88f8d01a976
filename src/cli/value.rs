//! `report value`, `report pareto` and `report churn`: what customers are worth, and who may be lost.

use super::args::report::{Churn, Pareto, Value};
use super::{Cli, Result};
use crate::domain::lifetime_value::{ValueModel, whole};
use crate::domain::{Currency, Money, Quantity, StableName};
use crate::exchange::{Cell, Column};
use crate::reports::value::{GroupMoney, GroupValue, ValueGroupName};
use crate::reports::{ChurnRow, ParetoRow, ValueBy, ValueReport, ValueRow};

const VALUE: [Column; 27] = [
    Column::left("customer"),
    Column::left("name"),
    Column::left("area"),
    Column::right("purchases"),
    Column::left("first_purchase"),
    Column::left("last_purchase"),
    Column::right("repeats"),
    Column::right("recency_weeks"),
    Column::right("age_weeks"),
    Column::right("revenue"),
    Column::right("margin"),
    Column::right("average_purchase"),
    Column::right("average_repeat"),
    Column::right("purchases_a_year"),
    Column::right("simple_value"),
    Column::right("expected_purchases"),
    Column::right("p_alive"),
    Column::right("p_purchase"),
    Column::right("expected_amount"),
    Column::right("expected_money"),
    Column::right("discounted_money"),
    Column::right("rfm_recency"),
    Column::right("rfm_frequency"),
    Column::right("rfm_monetary"),
    Column::right("usual_gap_days"),
    Column::right("silent_days"),
    Column::left("risk"),
];

/// The columns for people: few enough for a terminal.
const VALUE_TABLE: [Column; 10] = [
    Column::left("customer"),
    Column::left("name"),
    Column::right("purchases"),
    Column::right("average_purchase"),
    Column::right("purchases_a_year"),
    Column::right("simple_value"),
    Column::right("p_purchase"),
    Column::right("expected_money"),
    Column::left("rfm"),
    Column::left("risk"),
];

const GROUPS: [Column; 8] = [
    Column::left("group"),
    Column::left("name"),
    Column::right("customers"),
    Column::right("purchases"),
    Column::right("spent"),
    Column::right("expected_money"),
    Column::right("discounted_money"),
    Column::right("per_customer"),
];

const PARAMETERS: [Column; 2] = [Column::left("parameter"), Column::right("value")];

const PARETO: [Column; 6] = [
    Column::right("rank"),
    Column::left("customer"),
    Column::left("name"),
    Column::right("amount"),
    Column::right("share_percent"),
    Column::right("cumulative_percent"),
];

const CHURN: [Column; 9] = [
    Column::left("customer"),
    Column::left("name"),
    Column::left("last_purchase"),
    Column::right("usual_gap_days"),
    Column::right("overdue_days"),
    Column::right("p_purchase"),
    Column::right("spent_a_year"),
    Column::right("at_risk"),
    Column::left("risk"),
];

impl Cli<'_> {
    /// People see a few columns with rounded figures, programs every figure.
    pub(super) fn value(&mut self, asked: &Value) -> Result<()> {
        let Value { group, weeks, money: of, .. } = *asked;
        let currency = self.currency();
        if asked.parameters {
            let model = self.app.value(weeks, of)?.model;
            return self.say.list(&PARAMETERS, parameters(&model, currency));
        }
        if group != ValueBy::Customer {
            let groups = self.app.group_values(group, weeks, of)?;
            return self.say.list(&GROUPS, groups.iter().map(|row| group_cells(row, currency)));
        }
        let report = self.app.value(weeks, of)?;
        let shown = Shown { report: &report, asked, currency };
        if !self.say.is_for_people() {
            return self.say.list(&VALUE, report.rows.iter().map(|row| shown.cells(row)));
        }
        self.say.list(&VALUE_TABLE, report.rows.iter().map(|row| shown.table_cells(row)))?;
        let words = self.words();
        let expected = report.rows.iter().filter_map(|row| row.money(of, row.expected.money));
        let expected: Money = expected.map(whole).sum();
        self.say.line("")?;
        let weeks = [("weeks", weeks.into()), ("money", words.money(expected).into())];
        self.say.line(&words.format("value-total", &weeks))?;
        self.say.line(&words.format("value-simple", &[("years", asked.years.into())]))
    }

    /// People see those who together bring 80 %, programs all.
    pub(super) fn pareto(&mut self, asked: &Pareto) -> Result<()> {
        let (from, until) = self.span(&asked.span)?;
        let pareto = self.app.pareto(asked.money, from, until)?;
        let (currency, for_people) = (self.currency(), self.say.is_for_people());
        let rows = pareto.rows.iter().zip(1..).filter(|(row, _)| row.is_among_best || !for_people);
        self.say.list(&PARETO, rows.map(|(row, rank)| pareto_cells(row, rank, currency)))?;
        if !for_people {
            return Ok(());
        }
        let words = self.words();
        let args = [
            ("best", pareto.best().into()),
            ("all", pareto.rows.len().into()),
            ("percent", pareto.best_percent().into()),
            ("total", words.money(pareto.total).into()),
        ];
        self.say.line("")?;
        self.say.line(&words.format(&format!("pareto-{}", asked.money.key()), &args))
    }

    pub(super) fn churn(&mut self, asked: &Churn) -> Result<()> {
        let rows = self.app.churn(asked.weeks)?;
        let (currency, day) = (self.currency(), self.app.today());
        let for_people = self.say.is_for_people();
        let cells = |row: &ChurnRow| {
            let chance = row.chance_of_purchase;
            vec![
                Cell::text(row.who.code.clone()),
                Cell::text(row.who.name.clone()),
                Cell::Day(row.record.last),
                Cell::or_empty(row.record.usual_gap(), one_decimal),
                Cell::Int(row.overdue.into()),
                if for_people { percent(chance) } else { Cell::Estimate(chance) },
                Cell::Money(row.a_year, currency),
                Cell::Money(row.at_risk, currency),
                Cell::name("risk", row.record.risk(day).key()),
            ]
        };
        self.say.list(&CHURN, rows.iter().map(cells))?;
        if !for_people {
            return Ok(());
        }
        let words = self.words();
        let at_risk: Money = rows.iter().map(|row| row.at_risk).sum();
        let args = [
            ("customers", rows.len().into()),
            ("weeks", asked.weeks.into()),
            ("money", words.money(at_risk).into()),
        ];
        self.say.line("")?;
        self.say.line(&words.format("churn-total", &args))
    }
}

/// A report of values as it was asked for.
struct Shown<'r> {
    report: &'r ValueReport,
    asked: &'r Value,
    currency: Currency,
}

impl Shown<'_> {
    /// Returns the cells of [`VALUE`].
    fn cells<'c>(&self, row: &'c ValueRow) -> Vec<Cell<'c>> {
        let (day, record, expected) = (self.report.day, &row.record, &row.expected);
        let history = record.history(day);
        let weeks = |days: u32| Cell::Estimate(f64::from(days) / 7.0);
        let money = |revenue: Option<f64>| {
            let money = revenue.and_then(|revenue| row.money(self.asked.money, revenue));
            Cell::or_empty(money, |money| Cell::Estimate(major(money, self.currency)))
        };
        let rfm = row.rfm;
        let mut cells = vec![
            Cell::text(&row.who.code),
            Cell::text(&row.who.name),
            Cell::text(&row.who.area),
            Cell::Int(record.purchases.into()),
            Cell::Day(record.first),
            Cell::Day(record.last),
            Cell::Int(history.repeats.into()),
            weeks(history.recency),
            weeks(history.age),
            Cell::Money(record.total.revenue, self.currency),
            Cell::or_empty(record.total.margin(), |margin| Cell::Money(margin, self.currency)),
            money(Some(record.average())),
            money((history.repeats > 0).then(|| record.spending().mean)),
            Cell::or_empty(record.a_year(day), Cell::Estimate),
            money(record.simple_value(day, self.asked.years)),
            Cell::Estimate(expected.purchases),
            Cell::Estimate(expected.chance_active),
            Cell::Estimate(expected.chance_of_purchase),
            money(Some(expected.amount)),
            money(Some(expected.money)),
            money(Some(expected.discounted)),
        ];
        let quintiles = [rfm.recency, rfm.frequency, rfm.monetary];
        cells.extend(quintiles.map(|quintile| Cell::Int(quintile.into())));
        cells.extend([
            Cell::or_empty(record.usual_gap(), Cell::Estimate),
            Cell::Int(record.silent_days(day).into()),
            Cell::name("risk", record.risk(day).key()),
        ]);
        cells
    }

    /// Returns the cells of [`VALUE_TABLE`].
    fn table_cells<'c>(&self, row: &'c ValueRow) -> Vec<Cell<'c>> {
        let (day, record, expected) = (self.report.day, &row.record, &row.expected);
        let money = |revenue: Option<f64>| {
            let money = revenue.and_then(|revenue| row.money(self.asked.money, revenue));
            Cell::or_empty(money, |money| Cell::Money(whole(money), self.currency))
        };
        let rfm = row.rfm;
        vec![
            Cell::text(&row.who.code),
            Cell::text(&row.who.name),
            Cell::Int(record.purchases.into()),
            money(Some(record.average())),
            Cell::or_empty(record.a_year(day), one_decimal),
            money(record.simple_value(day, self.asked.years)),
            percent(expected.chance_of_purchase),
            money(Some(expected.money)),
            Cell::text(format!("{}-{}-{}", rfm.recency, rfm.frequency, rfm.monetary)),
            Cell::name("risk", record.risk(day).key()),
        ]
    }
}

fn group_cells<'c>(
    (group, value): &'c (ValueGroupName, GroupValue),
    currency: Currency,
) -> Vec<Cell<'c>> {
    let money = |of: fn(GroupMoney) -> Money| {
        Cell::or_empty(value.money, |money| Cell::Money(of(money), currency))
    };
    vec![
        Cell::text(&group.group),
        Cell::text(&group.name),
        Cell::Int(value.customers.into()),
        Cell::Int(value.purchases.into()),
        money(|money| money.spent),
        money(|money| money.expected),
        money(|money| money.discounted),
        money(|money| money.per_customer()),
    ]
}

fn pareto_cells(row: &ParetoRow, rank: i64, currency: Currency) -> Vec<Cell<'_>> {
    // Thousandths of the whole are tenths of a percent.
    let percent = |share: Quantity| {
        Cell::Quantity(Quantity::from_thousandths(share.thousandths().saturating_mul(100)))
    };
    vec![
        Cell::Int(rank),
        Cell::text(&row.who.code),
        Cell::text(&row.who.name),
        Cell::Money(row.amount, currency),
        percent(row.share),
        percent(row.cumulative),
    ]
}

/// Returns the rows of the fitted models; the scale of amounts is in the currency of the shop.
fn parameters(model: &ValueModel, currency: Currency) -> [Vec<Cell<'static>>; 11] {
    let ValueModel { purchases, spending, .. } = model;
    let row = |name: &'static str, value: Cell<'static>| vec![Cell::text(name), value];
    let count = |count: usize| Cell::Int(i64::try_from(count).unwrap_or(i64::MAX));
    [
        row("customers", count(model.customers)),
        row("repeat_customers", count(model.repeat_customers)),
        row("prior_weight", Cell::Estimate(model.prior_weight)),
        row("r", Cell::Estimate(purchases.r)),
        row("alpha", Cell::Estimate(purchases.alpha)),
        row("a", Cell::Estimate(purchases.a)),
        row("b", Cell::Estimate(purchases.b)),
        row("log_likelihood", Cell::Estimate(model.purchases_log_likelihood)),
        row("p", Cell::Estimate(spending.p)),
        row("q", Cell::Estimate(spending.q)),
        row("v", Cell::Estimate(major(spending.v, currency))),
    ]
}

/// Returns an estimate of minor units in the unit of the currency.
fn major(minor: f64, currency: Currency) -> f64 {
    minor / 10_f64.powi(currency.digits().into())
}

fn percent<'a>(chance: f64) -> Cell<'a> {
    Cell::Int((chance * 100.0).round() as i64)
}

fn one_decimal<'a>(number: f64) -> Cell<'a> {
    Cell::Quantity(Quantity::from_thousandths((number * 10.0).round() as i64 * 100))
}
