//! Jars with their customers: the list of all, and those whose window closes.

use super::super::super::Result;
use super::super::Tx;
use super::super::derived::{STANDING, standing};
use super::super::dialect::{ABSENCES, ORDERED_JOIN, in_list, list_value};
use super::super::values::{Iso, WordList, day, maybe_day, named, parsed};
use super::{LABEL, label, silent_on};
use crate::domain::day::{Period, Weekdays, read_iso};
use crate::domain::delivery::DoorChecklist;
use crate::domain::forecast::RateChange;
use crate::domain::id::{CustomerId, JarId};
use crate::domain::jar::{JarState, Strategy};
use crate::domain::price::UnitPrices;
use crate::domain::query::{JarCursor, JarQuery, PageDirection};
use crate::domain::skip::SkipNote;
use crate::domain::views::{Goods, JarRow, UnknownJar};
use crate::domain::{Day, search_key};
use rusqlite::{Row, ToSql, named_params};

/// The columns of [`jar_row`] before those of the label and the standing.
const JAR_ROW: &str = "jar.id, jar.product_id, product.name, product.unit,
    coalesce(jar.usual, product.pack, jar.capacity, 1000), jar.capacity, jar.strategy,
    forecast.anchor, forecast.level, forecast.seen, forecast.rate, forecast.source, forecast.intervals, forecast.earliest,
    forecast.low, forecast.likely, forecast.high, forecast.safe, forecast.latest,
    forecast.change_since, forecast.change_intervals, forecast.change_before, forecast.change_after,
    customer.weekdays, forecast.skipped_until, forecast.skip_reason, product.pack,
    forecast.level_sd, forecast.rate_spread, forecast.calculated,
    jar.price, product.kind, product.door_checklist,
    customer.adults + customer.children + customer.elders, product.container, product.price";

const JAR_FROM: &str = "forecast
    JOIN jar ON jar.id = forecast.jar_id
    JOIN product ON product.id = jar.product_id
    JOIN customer ON customer.id = forecast.customer_id
    JOIN standing ON standing.customer_id = forecast.customer_id";

/// The jars without a forecast, of goods on sale and of customers who have not left.
const UNKNOWN_JARS: &str = "jar
    JOIN product ON product.id = jar.product_id
    JOIN customer ON customer.id = jar.customer_id
   WHERE product.retired_on IS NULL AND customer.left_on IS NULL
     AND NOT EXISTS (SELECT 1 FROM forecast WHERE forecast.jar_id = jar.id)";

/// The condition that no planned delivery to the customer of a jar contains its product.
pub(super) const NOTHING_PROMISED: &str =
    "NOT EXISTS (SELECT 1 FROM delivery JOIN delivery_line line ON line.delivery_id = delivery.id
         WHERE delivery.customer_id = forecast.customer_id AND delivery.stage = 'planned'
           AND line.product_id = jar.product_id)";

/// The condition that the use of a jar has changed beyond chance, or that its newest interval was held back, spelled as
/// in the index of these jars.
const TO_REVIEW: &str = "(forecast.change_since IS NOT NULL OR forecast.calculated IS NOT NULL)";

/// The columns of a jar's state; they are null for a line without a jar, or of a jar without a forecast.
pub(super) const JAR_STATE: &str =
    "forecast.anchor, forecast.level, forecast.level_sd, forecast.rate, forecast.rate_spread,
    jar.strategy, coalesce(jar.usual, product.pack, jar.capacity, 1000), jar.capacity, product.pack,
    forecast.earliest, forecast.likely, forecast.latest";

/// Returns the state of a jar in the columns from `first` on, if it has a forecast.
pub(super) fn jar_state(row: &Row, first: usize) -> rusqlite::Result<Option<JarState>> {
    let Some(anchor) = maybe_day(row, first)? else { return Ok(None) };
    Ok(Some(JarState {
        anchor,
        level: row.get(first + 1)?,
        level_sd: row.get(first + 2)?,
        rate: row.get(first + 3)?,
        rate_spread: row.get(first + 4)?,
        strategy: parsed(row, first + 5, Strategy::parse)?,
        usual: row.get(first + 6)?,
        capacity: row.get(first + 7)?,
        pack: row.get(first + 8)?,
        earliest: day(row, first + 9)?,
        likely: day(row, first + 10)?,
        latest: maybe_day(row, first + 11)?,
    }))
}

fn jar_row(row: &Row) -> rusqlite::Result<JarRow> {
    Ok(JarRow {
        jar: row.get(0)?,
        who: label(row, 37)?,
        goods: Goods {
            product: row.get(1)?,
            name: row.get(2)?,
            unit: row.get(3)?,
            quantity: row.get(4)?,
            prices: UnitPrices::undated(row.get(30)?, row.get(35)?),
            tickets: 0,
            checklist: door_checklist(row, (31, 32, 2))?,
            container: row.get(34)?,
        },
        capacity: row.get(5)?,
        strategy: parsed(row, 6, Strategy::parse)?,
        anchor: day(row, 7)?,
        level: row.get(8)?,
        seen: row.get(9)?,
        rate: row.get(10)?,
        level_sd: row.get(27)?,
        rate_spread: row.get(28)?,
        calculated: row.get(29)?,
        source: named(row, 11)?,
        intervals: row.get(12)?,
        earliest: day(row, 13)?,
        low: day(row, 14)?,
        likely: day(row, 15)?,
        high: day(row, 16)?,
        safe: day(row, 17)?,
        latest: maybe_day(row, 18)?,
        change: match maybe_day(row, 19)? {
            Some(since) => Some(RateChange {
                since,
                intervals: row.get(20)?,
                before: row.get(21)?,
                after: row.get(22)?,
            }),
            None => None,
        },
        weekdays: Weekdays::from_bits(row.get(23)?).unwrap_or_default(),
        skip: match maybe_day(row, 24)? {
            Some(until) => Some(SkipNote { until, reason: row.get(25)? }),
            None => None,
        },
        pack: row.get(26)?,
        standing: standing(row, 42)?,
        absences: parsed(row, 36, |text| absences(text, row.get(33).unwrap_or_default()))?,
    })
}

/// Parses the column [`ABSENCES`] of a household with so many people: each time away with the part of them that is away.
fn absences(text: &str, people: u32) -> std::result::Result<Vec<(Period, f64)>, ()> {
    let absence = |text: &str| {
        let mut parts = text.split(':');
        let (from, to, gone) = (parts.next()?, parts.next()?, parts.next()?);
        let period = Period { from: read_iso(from).ok()?, to: read_iso(to).ok()? };
        let share = match (gone.parse::<u32>().ok()?, people) {
            (0, _) => 1.0,
            // A household without people is one whose people nobody has recorded: it counts as everybody.
            (_, 0) => 0.0,
            (gone, people) => (f64::from(gone) / f64::from(people)).min(1.0),
        };
        Some((period, share))
    };
    text.split_terminator(' ').map(|text| absence(text).ok_or(())).collect()
}

/// Returns the checklist at the door from the columns of a product's kind, lines and name.
pub(super) fn door_checklist(
    row: &Row,
    (kind, lines, name): (usize, usize, usize),
) -> rusqlite::Result<DoorChecklist> {
    let (kind, name): (String, String) = (row.get(kind)?, row.get(name)?);
    Ok(DoorChecklist::of(row.get::<_, WordList>(lines)?.0, &kind, &name))
}

impl Tx<'_> {
    /// Returns a window of a list of jars: the first `most` rows after a place, or the last `most`
    /// before one in backward order.
    pub fn jar_window(
        &self,
        list: &JarQuery,
        (place, window): (Option<&JarCursor>, PageDirection),
        most: u32,
    ) -> Result<Vec<JarRow>> {
        let words = search_key::search_words(&list.query);
        let holds: String = (5..)
            .zip(&words)
            .map(|(place, _)| format!(" AND holds(search.words, ?{place})"))
            .collect();
        let search = match words.is_empty() {
            true => "",
            false => "JOIN search ON search.customer_id = forecast.customer_id",
        };
        let (beyond, way) = match window {
            PageDirection::After => (">", ""),
            PageDirection::Before => ("<", "DESC"),
        };
        let from = match place {
            Some(_) => format!("(forecast.likely, forecast.jar_id) {beyond} (?1, ?2)"),
            None => "?1 IS ?2".to_owned(),
        };
        let sql = format!(
            "SELECT {JAR_ROW}, {ABSENCES}, {LABEL}, {STANDING} FROM {JAR_FROM} {search}
              WHERE {from} AND forecast.likely <= coalesce(?3, '9999-12-31'){holds}
              ORDER BY forecast.likely {way}, forecast.jar_id {way} LIMIT ?4"
        );
        let (likely, jar) = (place.map(|place| Iso(place.likely)), place.map(|place| place.jar));
        let until = list.until.map(Iso);
        let mut values: Vec<&dyn ToSql> = vec![&likely, &jar, &until, &most];
        values.extend(words.iter().map(|word| word as &dyn ToSql));
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map(values.as_slice(), jar_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the jars that are likely empty before a day (or all), the first one first.
    pub fn jar_rows(&self, before: Option<Day>) -> Result<Vec<JarRow>> {
        let sql = format!(
            "SELECT {JAR_ROW}, {ABSENCES}, {LABEL}, {STANDING} FROM {JAR_FROM}
              WHERE forecast.likely < coalesce(?1, '9999') ORDER BY forecast.likely, jar.id"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map([before.map(Iso)], jar_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the jars without a forecast, of goods on sale and of customers who have not left, by customer.
    pub fn unknown_jars(&self) -> Result<Vec<UnknownJar>> {
        let sql = format!(
            "SELECT {LABEL}, product.name, product.unit, jar.strategy FROM {UNKNOWN_JARS}
              ORDER BY customer.id, jar.id"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map([], |row| {
            Ok(UnknownJar {
                who: label(row, 0)?,
                product: row.get(5)?,
                unit: row.get(6)?,
                strategy: parsed(row, 7, Strategy::parse)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the number of jars that [`Tx::unknown_jars`] returns.
    pub fn count_unknown_jars(&self) -> Result<u32> {
        let sql = format!("SELECT COUNT(*) FROM {UNKNOWN_JARS}");
        Ok(self.conn.prepare_cached(&sql)?.query_row([], |row| row.get(0))?)
    }

    /// Returns the first `most` jars of which the use has changed beyond chance or was held back, the oldest
    /// first.
    pub fn changed_jars(&self, most: u32) -> Result<Vec<JarRow>> {
        let sql = format!(
            "SELECT {JAR_ROW}, {ABSENCES}, {LABEL}, {STANDING} FROM {JAR_FROM}
              WHERE {TO_REVIEW}
              ORDER BY coalesce(forecast.change_since, forecast.anchor), forecast.jar_id LIMIT ?1"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map([most], jar_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the number of all jars with such a change.
    pub fn count_changed_jars(&self) -> Result<u32> {
        let sql = format!("SELECT count(*) FROM forecast WHERE {TO_REVIEW}");
        Ok(self.conn.prepare_cached(&sql)?.query_row([], |row| row.get(0))?)
    }

    /// Returns the jars of one customer that have a forecast.
    pub fn jar_rows_of(&self, customer: CustomerId) -> Result<Vec<JarRow>> {
        let sql = format!(
            "SELECT {JAR_ROW}, {ABSENCES}, {LABEL}, {STANDING} FROM {JAR_FROM}
              WHERE forecast.customer_id = ?1 ORDER BY forecast.likely, jar.id"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map([customer], jar_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns these jars with their forecasts, in no particular order.
    pub fn jar_rows_in(&self, jars: &[JarId]) -> Result<Vec<JarRow>> {
        let ids = list_value(jars.iter().map(|jar| jar.number()));
        let sql = format!(
            "SELECT {JAR_ROW}, {ABSENCES}, {LABEL}, {STANDING} FROM {JAR_FROM}
              WHERE forecast.jar_id IN (SELECT value FROM json_each(?1))"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map([ids], jar_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns one jar with its forecast, if it has one.
    pub fn jar_row(&self, jar: JarId) -> Result<Option<JarRow>> {
        let sql = format!(
            "SELECT {JAR_ROW}, {ABSENCES}, {LABEL}, {STANDING} FROM {JAR_FROM} WHERE forecast.jar_id = ?1"
        );
        super::super::optional(self.conn.prepare_cached(&sql)?.query_row([jar], jar_row))
    }

    /// Returns the jars whose window closes by `until`, unless their product is promised already,
    /// or unless the customer is silent `today`: they are asked before anything is delivered.
    pub fn jars_to_fill(&self, until: Day, today: Day) -> Result<Vec<JarRow>> {
        let silent = silent_on(":today");
        let sql = format!(
            "SELECT {JAR_ROW}, {ABSENCES}, {LABEL}, {STANDING} FROM {JAR_FROM}
              WHERE forecast.latest <= :until AND NOT ({silent}) AND {NOTHING_PROMISED}
              ORDER BY forecast.latest, jar.id"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement
            .query_map(named_params! { ":until": Iso(until), ":today": Iso(today) }, jar_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the jars of [`Tx::jars_to_fill`] until `today`, of these customers.
    pub fn jars_to_fill_of(&self, customers: &[CustomerId], today: Day) -> Result<Vec<JarRow>> {
        let customers = list_value(customers.iter().map(|customer| customer.number()));
        let (silent, in_list) = (silent_on(":today"), in_list(":customers"));
        let sql = format!(
            "SELECT {JAR_ROW}, {ABSENCES}, {LABEL}, {STANDING} FROM {JAR_FROM}
              WHERE forecast.customer_id {in_list}
                AND forecast.latest <= :today AND NOT ({silent}) AND {NOTHING_PROMISED}
              ORDER BY forecast.latest, jar.id"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let values = named_params! { ":customers": customers, ":today": Iso(today) };
        Ok(statement.query_map(values, jar_row)?.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the jars of these customers that have room on `day` and whose window closes after
    /// `after`, but by `until`, unless their product is promised already; the first to close first.
    pub fn jars_beside(
        &self,
        customers: &[CustomerId],
        (after, day, until): (Day, Day, Day),
        today: Day,
    ) -> Result<Vec<JarRow>> {
        let customers = list_value(customers.iter().map(|customer| customer.number()));
        let silent = silent_on(":today");
        let sql = format!(
            "SELECT {JAR_ROW}, {ABSENCES}, {LABEL}, {STANDING} FROM {JAR_FROM}
              WHERE forecast.customer_id IN (SELECT value FROM json_each(:customers))
                AND forecast.earliest <= :day AND forecast.latest > :after AND forecast.latest <= :until
                AND NOT ({silent}) AND {NOTHING_PROMISED}
              ORDER BY forecast.latest, jar.id"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map(
            named_params! {
                ":customers": customers,
                ":after": Iso(after), ":day": Iso(day), ":until": Iso(until), ":today": Iso(today),
            },
            jar_row,
        )?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the jars in these areas that have room on `day` and whose window closes only later,
    /// but by `until`, unless their product is promised already: the first `most` that close.
    pub fn jars_with_room(
        &self,
        (day, until): (Day, Day),
        areas: &[String],
        most: u32,
    ) -> Result<Vec<JarRow>> {
        let wanted: Vec<String> = (4..).zip(areas).map(|(place, _)| format!("?{place}")).collect();
        let wanted = wanted.join(", ");
        // By the day on which they close: where a round goes through most areas the first ones are soon found, and
        // by the areas every customer would be looked at.
        let sql = format!(
            "SELECT forecast.jar_id FROM forecast
               {ORDERED_JOIN} customer ON customer.id = forecast.customer_id
               {ORDERED_JOIN} jar ON jar.id = forecast.jar_id
              WHERE forecast.latest > ?1 AND forecast.latest <= ?3 AND forecast.earliest <= ?1
                AND customer.area IN ({wanted}) AND {NOTHING_PROMISED}
              ORDER BY forecast.latest, forecast.jar_id LIMIT ?2"
        );
        let (day, until) = (Iso(day), Iso(until));
        let mut values: Vec<&dyn ToSql> = vec![&day, &most, &until];
        values.extend(areas.iter().map(|area| area as &dyn ToSql));
        let mut statement = self.conn.prepare_cached(&sql)?;
        let jars = statement.query_map(values.as_slice(), |row| row.get(0))?;
        let mut rows = self.jar_rows_in(&jars.collect::<rusqlite::Result<Vec<JarId>>>()?)?;
        rows.sort_by_key(|row| (row.latest, row.jar));
        Ok(rows)
    }
}
