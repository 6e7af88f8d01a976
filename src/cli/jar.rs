//! `jar`: what is agreed about jars, what is seen in them, and when they run out.

use super::args::jar::{Jar as Verb, List, Read, Set, Which};
use super::error::Result;
use super::{Cli, pick};
use crate::domain::customer::Customer;
use crate::domain::jar::{JarPatch, Level, Strategy};
use crate::domain::product::Product;
use crate::domain::rows::JarRow;
use crate::domain::{Command, Day, Quantity};
use crate::exchange::{Cell, Column};

/// The columns of `jar list`.
const COLUMNS: [Column; 14] = [
    Column::left("code"),
    Column::left("name"),
    Column::left("area"),
    Column::left("product"),
    Column::right("level"),
    Column::left("unit"),
    Column::right("rate"),
    Column::left("strategy"),
    Column::left("runs_out_low"),
    Column::left("runs_out"),
    Column::left("runs_out_high"),
    Column::left("earliest"),
    Column::left("safe"),
    Column::left("latest"),
];

impl Cli<'_> {
    pub(super) fn jar(&mut self, verb: Verb) -> Result<()> {
        match verb {
            Verb::Set(set) => {
                let (customer, product) = self.whose_jar(&set.jar)?;
                let patch = self.jar_patch(&set)?;
                let (customer, product) = (customer.id, product.id);
                self.perform(&Command::SetJar { customer, product, patch })
            }
            Verb::Read(Read { jar, level, on }) => {
                let (customer, product) = self.whose_jar(&jar)?;
                let level = level.read(|text| Level::parse(text, &[&product.unit]))?;
                let on = self.day_or_today(on.as_ref())?;
                let (customer, product) = (customer.id, product.id);
                self.perform(&Command::ReadJar { customer, product, level, on })
            }
            Verb::List(List { before }) => {
                let rows = self.app.jars(self.maybe_day(before.as_ref())?)?;
                self.list_jars(&rows)
            }
            Verb::Why(jar) => {
                let (customer, product) = self.whose_jar(&jar)?;
                let why = self.app.why(customer.id, product.id)?;
                if !self.say.is_for_people() {
                    return self.list_jars(why.row.as_slice());
                }
                let lines = self.words().why(&why);
                lines.iter().try_for_each(|line| self.say.line(line))
            }
        }
    }

    fn whose_jar(&self, jar: &Which) -> Result<(Customer, Product)> {
        Ok((pick::customer(&self.app, &jar.who)?, pick::product(&self.app, &jar.product)?))
    }

    fn jar_patch(&self, set: &Set) -> Result<JarPatch> {
        let strategy = match (set.every, set.on_call, set.forecast) {
            (Some(span), _, _) => Some(Strategy::Every(span)),
            (None, true, _) => Some(Strategy::OnCall),
            (None, false, true) => Some(Strategy::Forecast),
            (None, false, false) => None,
        };
        Ok(JarPatch {
            usual: set.usual.map(|usual| usual.0),
            capacity: set.capacity.map(|capacity| capacity.0),
            monthly: set.monthly.map(|monthly| monthly.0),
            pinned: set.rate.map(|rate| rate.0),
            strategy,
            safety_days: set.safety,
            price: self.price_or_none(set.price.as_ref())?,
        })
    }

    fn list_jars(&mut self, rows: &[JarRow]) -> Result<()> {
        let today = self.app.today();
        self.say.list(&COLUMNS, rows.iter().map(|row| cells(row, today)))
    }
}

fn cells(row: &JarRow, today: Day) -> Vec<Cell<'_>> {
    vec![
        Cell::text(&row.who.code),
        Cell::text(&row.who.name),
        Cell::text(&row.who.area),
        Cell::text(&row.goods.name),
        Cell::Quantity(row.level_on(today)),
        Cell::text(&row.goods.unit),
        Cell::Quantity(rounded(row.rate)),
        Cell::text(row.strategy.to_string()),
        Cell::Day(row.low),
        Cell::Day(row.likely),
        Cell::Day(row.high),
        Cell::Day(row.earliest),
        Cell::Day(row.safe),
        Cell::or_empty(row.latest, Cell::Day),
    ]
}

/// A use a day as a person reads it, to the thousandth.
pub(super) fn rounded(rate: f64) -> Quantity {
    Quantity::from_thousandths((rate * 1000.0).round() as i64)
}
