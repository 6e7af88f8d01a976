//! The results learned from the jars, for each jar and for the shop, and the history behind them.

use super::super::Result;
use super::record::{StoredRecord, columns_of};
use super::values::{Iso, StableNameText, day, maybe_day, named, parsed};
use super::{Tx, dialect};
use crate::domain::customer::{Away, Household, HouseholdChange};
use crate::domain::day::{Day, Period};
use crate::domain::forecast::Taught;
use crate::domain::forecast::backtest::Observation;
use crate::domain::forecast::learn::{IntervalSums, Learned, Said};
use crate::domain::forecast::prior::{PEOPLE, Prior};
use crate::domain::forecast::quantiles::{BINS, Errors};
use crate::domain::id::{CustomerId, JarId, ProductId};
use crate::domain::jar::Jar;
use crate::domain::views::Learning;
use rusqlite::{Row, named_params, params};

fn sums(row: &Row, first: usize) -> rusqlite::Result<IntervalSums> {
    Ok(IntervalSums {
        weight: row.get(first)?,
        y: row.get(first + 1)?,
        l: row.get(first + 2)?,
        yy: row.get(first + 3)?,
        yl: row.get(first + 4)?,
        ll: row.get(first + 5)?,
    })
}

/// Numbers with blanks between them, as they came from `joined`.
fn numbers<T: std::str::FromStr, const N: usize>(text: &str) -> std::result::Result<[T; N], ()> {
    let numbers: std::result::Result<Vec<T>, _> = text.split(' ').map(str::parse).collect();
    numbers.map_err(|_| ())?.try_into().map_err(|_| ())
}

fn joined<T: ToString>(numbers: &[T]) -> String {
    numbers.iter().map(T::to_string).collect::<Vec<_>>().join(" ")
}

/// Parses the means of a prior.
pub(super) fn means(text: &str) -> std::result::Result<[f64; PEOPLE], ()> {
    numbers(text)
}

/// Parses the counted errors; there are none before the first refit.
pub(super) fn errors(text: &str) -> std::result::Result<Errors, ()> {
    match text {
        "" => Ok(Errors::default()),
        text => numbers::<u32, BINS>(text).map(Errors::from_counts),
    }
}

impl Tx<'_> {
    /// Returns the state of the shop's learning.
    pub fn learning(&self) -> Result<Learning> {
        let sql = "SELECT fitted_on, lots, errors, counting, refreshed FROM learning";
        Ok(self.conn.prepare_cached(sql)?.query_row([], |row| {
            Ok(Learning {
                fitted_on: maybe_day(row, 0)?,
                lots: row.get(1)?,
                errors: parsed(row, 2, errors)?,
                counting: parsed(row, 3, errors)?,
                refreshed: row.get(4)?,
            })
        })?)
    }

    /// Writes how far the shop has come.
    pub fn put_learning(&self, learning: &Learning) -> Result<()> {
        let sql = "UPDATE learning SET fitted_on = ?1, lots = ?2, errors = ?3, counting = ?4, refreshed = ?5";
        self.conn.prepare_cached(sql)?.execute(params![
            learning.fitted_on.map(Iso),
            learning.lots,
            joined(learning.errors.counts()),
            joined(learning.counting.counts()),
            learning.refreshed,
        ])?;
        Ok(())
    }

    /// Forgets all that was learned, as in a notebook that has never been fitted: every forecast is
    /// to be refreshed.
    pub fn clear_learning(&self) -> Result<()> {
        Ok(self.conn.execute_batch(
            "DELETE FROM taught; DELETE FROM prior; DELETE FROM learning;
             INSERT INTO learning (id, lots, errors, counting, refreshed) VALUES (1, 0, '', '', 0);",
        )?)
    }

    /// Estimates how many lots were delivered, without counting them.
    pub fn newest_lot(&self) -> Result<i64> {
        Ok(dialect::last_rowid(self.conn, "delivery_line")?)
    }

    /// Returns the prior for a jar of a product and the logarithm of the usual price of a unit;
    /// `None` before the first refit.
    pub fn prior(&self, product: ProductId) -> Result<Option<(Prior, Option<f64>)>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT price, centre, means, elasticity, buyers, within_jar, within_seen, between_jars, jars,
                    level_variance
               FROM prior WHERE product_id = ?1",
        )?;
        super::optional(statement.query_row([product], |row| {
            let prior = Prior {
                centre: row.get(1)?,
                means: parsed(row, 2, means)?,
                elasticity: row.get(3)?,
                buyers: row.get(4)?,
                within: row.get(5)?,
                within_seen: row.get(6)?,
                between: row.get(7)?,
                jars: row.get(8)?,
                level_variance: row.get(9)?,
            };
            Ok((prior, row.get(0)?))
        }))
    }

    /// Writes what is expected of a jar of a product.
    pub fn put_prior(&self, product: ProductId, prior: &Prior, price: Option<f64>) -> Result<()> {
        self.conn
            .prepare_cached(
                "INSERT OR REPLACE INTO prior (product_id, price, centre, means, elasticity, buyers, within_jar, within_seen, between_jars, jars, level_variance)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            )?
            .execute(params![
                product,
                price,
                prior.centre,
                joined(&prior.means),
                prior.elasticity,
                prior.buyers,
                prior.within,
                prior.within_seen,
                prior.between,
                prior.jars,
                prior.level_variance
            ])?;
        Ok(())
    }

    /// Writes what a jar has taught, and the mean logarithm of what was paid for a unit; nothing is
    /// kept of one that has taught nothing.
    pub fn put_taught(&self, jar: JarId, taught: Option<(&Taught, Option<f64>)>) -> Result<()> {
        let Some((taught, price)) = taught else {
            self.conn.prepare_cached("DELETE FROM taught WHERE jar_id = ?1")?.execute([jar])?;
            return Ok(());
        };
        let Learned { all, recent, last: (weight, y, l) } = &taught.learned;
        self.conn
            .prepare_cached(
                "INSERT OR REPLACE INTO taught VALUES (:jar, :people, :looked, :since, :size, :price,
                    :all_weight, :all_y, :all_l, :all_yy, :all_yl, :all_ll,
                    :recent_weight, :recent_y, :recent_l, :recent_yy, :recent_yl, :recent_ll,
                    :last_weight, :last_y, :last_l, :said, :said_by)",
            )?
            .execute(named_params! {
                ":jar": jar, ":people": StableNameText(taught.people), ":looked": StableNameText(taught.looked),
                ":since": Iso(taught.since),
                ":size": taught.size, ":price": price,
                ":all_weight": all.weight, ":all_y": all.y, ":all_l": all.l,
                ":all_yy": all.yy, ":all_yl": all.yl, ":all_ll": all.ll,
                ":recent_weight": recent.weight, ":recent_y": recent.y, ":recent_l": recent.l,
                ":recent_yy": recent.yy, ":recent_yl": recent.yl, ":recent_ll": recent.ll,
                ":last_weight": weight, ":last_y": y, ":last_l": l,
                ":said": taught.said.map(|said| said.days),
                ":said_by": taught.said.map(|said| StableNameText(said.by)),
            })?;
        Ok(())
    }

    /// Gives `look` what every jar has taught, with its product and the mean logarithm of what was
    /// paid.
    pub fn each_taught(&self, mut look: impl FnMut(ProductId, &Taught, Option<f64>)) -> Result<()> {
        let mut statement = self.conn.prepare_cached(
            "SELECT jar.product_id, people, looked, since, size, taught.price,
                    all_weight, all_y, all_l, all_yy, all_yl, all_ll,
                    recent_weight, recent_y, recent_l, recent_yy, recent_yl, recent_ll,
                    last_weight, last_y, last_l, said, said_by
               FROM taught JOIN jar ON jar.id = taught.jar_id ORDER BY taught.jar_id",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let last = (row.get(18)?, row.get(19)?, row.get(20)?);
            let taught = Taught {
                learned: Learned { all: sums(row, 6)?, recent: sums(row, 12)?, last },
                people: named(row, 1)?,
                looked: named(row, 2)?,
                since: day(row, 3)?,
                size: row.get(4)?,
                said: match row.get(21)? {
                    Some(days) => Some(Said { days, by: named(row, 22)? }),
                    None => None,
                },
            };
            look(row.get(0)?, &taught, row.get(5)?);
        }
        Ok(())
    }

    /// Gives `look` every customer's code and first household.
    pub fn each_household(
        &self,
        mut look: impl FnMut(CustomerId, String, Household),
    ) -> Result<()> {
        let sql = "SELECT id, adults, children, elders, code FROM customer ORDER BY id";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            look(row.get(0)?, row.get(4)?, household(row)?);
        }
        Ok(())
    }

    /// Gives `look` every change of a household, those of a customer in the order of their days.
    pub fn each_household_change(
        &self,
        mut look: impl FnMut(CustomerId, HouseholdChange),
    ) -> Result<()> {
        let mut statement = self.conn.prepare_cached(
            "SELECT customer_id, adults, children, elders, from_day FROM household_change
              ORDER BY customer_id, from_day",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let change = HouseholdChange { from: day(row, 4)?, household: household(row)? };
            look(row.get(0)?, change);
        }
        Ok(())
    }

    /// Gives `look` every time that a customer was away.
    pub fn each_away(&self, mut look: impl FnMut(CustomerId, Away)) -> Result<()> {
        let sql = "SELECT customer_id, from_day, to_day, people FROM away ORDER BY id";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let period = Period { from: day(row, 1)?, to: day(row, 2)? };
            look(row.get(0)?, Away { period, people: row.get(3)? });
        }
        Ok(())
    }

    /// Gives `look` every jar as it was agreed.
    pub fn every_jar(&self, mut look: impl FnMut(Jar)) -> Result<()> {
        let sql = format!("SELECT {} FROM jar ORDER BY id", columns_of::<Jar>());
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            look(Jar::read(row)?);
        }
        Ok(())
    }

    /// Gives `look` everything that was ever seen in the jars and brought to them until a day, day
    /// after day, and of a day what was seen at a door before what was brought there.
    pub fn each_told<E: From<super::super::Error>>(
        &self,
        until: Day,
        mut look: impl FnMut(Day, JarId, Observation) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        // Day by day every row is somewhere else in the file: they are read as they lie there, and sorted then.
        dialect::sort_in_files(self.conn).map_err(super::super::Error::from)?;
        let mut others = self.prepared(
            "SELECT day, jar_id, level FROM reading
              WHERE delivery_id IS NULL AND day <= ?1 AND kind IS NOT 'enough' ORDER BY day, id",
        )?;
        let mut others = others.query([Iso(until)]).map_err(super::super::Error::from)?;
        let mut other = seen(&mut others)?;
        let mut visits = self.prepared(
            "SELECT delivery.day, jar.id, line.delivered, line.price, delivery.early,
                    (SELECT level FROM reading
                      WHERE reading.delivery_id = delivery.id AND reading.jar_id = jar.id
                        AND reading.kind IS NOT 'enough')
               FROM delivery
               CROSS JOIN delivery_line line ON line.delivery_id = delivery.id
               CROSS JOIN jar ON jar.customer_id = delivery.customer_id AND jar.product_id = line.product_id
              WHERE delivery.stage = 'done' AND delivery.day <= ?1
              ORDER BY +delivery.day, delivery.id, line.product_id",
        )?;
        let mut visits = visits.query([Iso(until)]).map_err(super::super::Error::from)?;
        loop {
            let next = visits.next().map_err(super::super::Error::from)?;
            let visit = next.map(visit).transpose().map_err(super::super::Error::from)?;
            while let Some((on, jar, level)) = other
                && visit.as_ref().is_none_or(|visit| on <= visit.on)
            {
                look(on, jar, Observation::Seen(level))?;
                other = seen(&mut others)?;
            }
            let Some(LearningVisit { on, jar, level, brought, price, early }) = visit else {
                return Ok(());
            };
            if let Some(level) = level {
                look(on, jar, Observation::Seen(level))?;
            }
            if brought.is_positive() {
                let told = if early { Observation::BroughtEarly } else { Observation::Brought };
                look(on, jar, told(brought, price))?;
            }
        }
    }

    fn prepared(&self, sql: &str) -> Result<rusqlite::CachedStatement<'_>> {
        Ok(self.conn.prepare_cached(sql)?)
    }
}

/// A delivery to a jar, and the level seen in it before.
struct LearningVisit {
    on: Day,
    jar: JarId,
    level: Option<crate::domain::Quantity>,
    brought: crate::domain::Quantity,
    price: f64,
    early: bool,
}

fn visit(row: &Row) -> rusqlite::Result<LearningVisit> {
    let minor: i64 = row.get(3)?;
    Ok(LearningVisit {
        on: day(row, 0)?,
        jar: row.get(1)?,
        level: row.get(5)?,
        early: row.get::<_, Option<bool>>(4)?.unwrap_or_default(),
        brought: row.get(2)?,
        price: minor as f64,
    })
}

fn seen(rows: &mut rusqlite::Rows) -> Result<Option<(Day, JarId, crate::domain::Quantity)>> {
    let Some(row) = rows.next()? else { return Ok(None) };
    Ok(Some((day(row, 0)?, row.get(1)?, row.get(2)?)))
}

fn household(row: &Row) -> rusqlite::Result<Household> {
    Ok(Household { adults: row.get(1)?, children: row.get(2)?, elders: row.get(3)? })
}
