//! `jar`: what is agreed about jars, what is seen in them, and when they run out.

use super::args::jar::{Jar as Verb, List, Read, Review, Set, Which};
use super::args::values::QuantityText;
use super::error::{Error, Result};
use super::round::state;
use super::{Cli, resolve};
use crate::domain::customer::Customer;
use crate::domain::jar::{JarPatch, Level, Strategy};
use crate::domain::product::Product;
use crate::domain::urgency::Urgency;
use crate::domain::views::{JarRow, UnknownJar};
use crate::domain::{Command, Day, Quantity};
use crate::exchange::{Cell, Column, JsonObject, Word};
use crate::reports::ReviewItem;

/// The columns of `jar list`.
const COLUMNS: [Column; 15] = [
    Column::left("customer"),
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
    Column::left("state"),
];

/// The columns of `jar review`; of goods without a jar only the last two are known.
const REVIEW: [Column; 11] = [
    Column::left("customer"),
    Column::left("name"),
    Column::left("product"),
    Column::left("unit"),
    Column::left("since"),
    Column::right("intervals"),
    Column::right("before"),
    Column::right("after"),
    Column::left("runs_out"),
    Column::right("bought"),
    Column::right("every_days"),
];

impl Cli<'_> {
    pub(super) fn jar(&mut self, verb: Verb) -> Result<()> {
        match verb {
            Verb::Set(set) => {
                let (customer, product) = self.whose_jar(&set.jar)?;
                let patch = self.jar_patch(&set, &product.unit)?;
                let (customer, product) = (customer.id, product.id);
                self.perform(&Command::SetJar { customer, product, patch })
            }
            Verb::Read(Read { jar, level, on }) => {
                let (customer, product) = self.whose_jar(&jar)?;
                let level = level.read(|text| Level::parse(text, &product.unit))?;
                let on = self.past_day_or_today(on.as_ref())?;
                let (customer, product) = (customer.id, product.id);
                self.perform(&Command::ReadJar { customer, product, level, on })
            }
            Verb::List(List { days, before, whose }) => {
                let (whose, days) = (self.whose(&whose)?, self.between(&days)?);
                let (before, today) = (self.maybe_day(before.as_ref())?, self.app.today());
                let mut unknown = Vec::new();
                // What is not known is not before any day.
                if before.is_none() && days.has(None) {
                    unknown = self.app.unknown_jars()?;
                    unknown.retain(|jar| whose.has(jar.who.id));
                }
                let mut list = self.say.begin(&COLUMNS);
                self.app.each_jar(before, |row, urgency| {
                    if whose.has(row.who.id) && days.has(Some(row.likely)) {
                        list.row(&cells(row, urgency, today))?;
                    }
                    Ok::<_, Error>(())
                })?;
                unknown.iter().try_for_each(|jar| list.row(&unknown_cells(jar)))?;
                Ok(list.finish()?)
            }
            Verb::Why(jar) => {
                let (customer, product) = self.whose_jar(&jar)?;
                let why = self.app.why(customer.id, product.id)?;
                if !self.say.is_for_people() {
                    return self.list_jars(why.row.as_slice(), &[]);
                }
                let lines = self.words().why(&why);
                lines.iter().try_for_each(|line| self.say.line(line))
            }
            Verb::Review(Review { who: Some(who), product: Some(product), accept: _, pin }) => {
                let (customer, product) = self.whose_jar(&Which { who, product: Some(product) })?;
                let (customer, product) = (customer.id, product.id);
                let patch = match pin {
                    Some(rate) => JarPatch { pinned: Some(Some(rate)), ..JarPatch::default() },
                    None => JarPatch {
                        learn_from: Some(Some(self.app.changed_since(customer, product)?)),
                        ..JarPatch::default()
                    },
                };
                self.perform(&Command::SetJar { customer, product, patch })
            }
            Verb::Review(_) => {
                let rows = self.app.to_review(u32::MAX)?;
                self.say.list(&REVIEW, rows.iter().filter_map(to_review))
            }
            Verb::Learn => {
                self.app.learn_all()?;
                self.say.effect_done(super::CommandEffect::Refitted);
                let said = self.words().text("jar-learned");
                self.say.said("jar-learned", JsonObject::default(), &said)
            }
        }
    }

    fn whose_jar(&self, jar: &Which) -> Result<(Customer, Product)> {
        let customer = resolve::customer(&self.app, &jar.who)?;
        let product = match &jar.product {
            Some(product) => resolve::product(&self.app, product)?,
            None => self.app.only_product(&customer)?,
        };
        Ok((customer, product))
    }

    fn jar_patch(&self, set: &Set, unit: &str) -> Result<JarPatch> {
        let strategy = match (set.every, set.on_call, set.forecast) {
            (Some(span), _, _) => Some(Strategy::Every(span)),
            (None, true, _) => Some(Strategy::OnCall),
            (None, false, true) => Some(Strategy::Forecast),
            (None, false, false) => None,
        };
        let quantity =
            |text: Option<&QuantityText>| text.map(|text| text.positive_or_none(unit)).transpose();
        Ok(JarPatch {
            usual: quantity(set.usual.as_ref())?,
            capacity: quantity(set.capacity.as_ref())?,
            monthly: quantity(set.monthly.as_ref())?,
            pinned: set.rate.map(|rate| rate.0),
            strategy,
            safety_days: set.safety,
            price: self.price_or_none(set.price.as_ref())?,
            ..JarPatch::default()
        })
    }

    /// Lists jars with their states, and behind them those without a forecast.
    fn list_jars(&mut self, rows: &[JarRow], unknown: &[UnknownJar]) -> Result<()> {
        let today = self.app.today();
        let states = self.app.jar_urgencies(rows)?;
        let rows = rows.iter().zip(states).map(|(row, urgency)| cells(row, urgency, today));
        let rows: Vec<_> = rows.chain(unknown.iter().map(unknown_cells)).collect();
        self.say.list(&COLUMNS, rows)
    }
}

fn cells(row: &JarRow, urgency: Option<Urgency>, today: Day) -> Vec<Cell<'_>> {
    vec![
        Cell::text(&row.who.code),
        Cell::text(&row.who.name),
        Cell::text(&row.who.area),
        Cell::text(&row.goods.name),
        Cell::Quantity(row.level_on(today)),
        Cell::text(&row.goods.unit),
        Cell::Quantity(rounded(row.rate)),
        Cell::Word(Word::Strategy(row.strategy)),
        Cell::Day(row.low),
        Cell::Day(row.likely),
        Cell::Day(row.high),
        Cell::Day(row.earliest),
        Cell::Day(row.safe),
        Cell::or_empty(row.latest, Cell::Day),
        Cell::or_empty(urgency, state),
    ]
}

/// The cells of a jar of which neither the level nor the use is known.
fn unknown_cells(jar: &UnknownJar) -> Vec<Cell<'_>> {
    let mut cells = vec![
        Cell::text(&jar.who.code),
        Cell::text(&jar.who.name),
        Cell::text(&jar.who.area),
        Cell::text(&jar.product),
        Cell::Empty,
        Cell::text(&jar.unit),
        Cell::Empty,
        Cell::Word(Word::Strategy(jar.strategy)),
    ];
    cells.resize(COLUMNS.len(), Cell::Empty);
    cells
}

fn to_review(item: &ReviewItem) -> Option<Vec<Cell<'_>>> {
    let who = item.who();
    let mut cells =
        vec![Cell::text(&who.code), Cell::text(&who.name), Cell::text(item.product_name())];
    match item {
        ReviewItem::Changed(row) => {
            let change = row.to_review()?;
            cells.extend([
                Cell::text(&row.goods.unit),
                Cell::Day(change.since),
                Cell::Int(change.intervals.into()),
                Cell::Quantity(rounded(change.before)),
                Cell::Quantity(rounded(change.after)),
                Cell::Day(row.likely),
                Cell::Empty,
                Cell::Empty,
            ]);
        }
        ReviewItem::BoughtAgain(goods) => {
            cells.extend([Cell::Empty, Cell::Day(goods.first)]);
            cells.extend((0..4).map(|_| Cell::Empty));
            cells.extend([Cell::Int(goods.times.into()), Cell::Int(goods.every_days())]);
        }
    }
    Some(cells)
}

/// A use a day as a person reads it, to the thousandth.
pub(super) fn rounded(rate: f64) -> Quantity {
    Quantity::from_thousandths((rate * 1000.0).round() as i64)
}
