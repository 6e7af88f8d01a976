//! The log of changed rates and of jars found empty, under the action that showed them.

use super::super::{Error, Result};
use super::values::{Iso, StableNameText, day, named};
use super::{Tx, optional};
use crate::domain::Rate;
use crate::domain::action::ActionEffect;
use crate::domain::id::{ActionId, JarId};
use crate::domain::record::{RateChangeRecord, RunOutRecord};
use crate::domain::usage_log::{LoggedForecast, LoggedRate, LoggedRunOut};
use rusqlite::params;

impl Tx<'_> {
    /// Returns the open action, unless it takes back or repeats another one: then the log has its
    /// rows already.
    fn logged_action(&self) -> Option<ActionId> {
        self.open.get().filter(|open| open.effect == ActionEffect::Do).map(|open| open.id)
    }

    /// Returns the forecast that is stored of a jar, as far as the log compares it.
    pub fn logged_forecast(&self, jar: JarId) -> Result<Option<LoggedForecast>> {
        let sql = "SELECT anchor, rate, likely, safe FROM forecast WHERE jar_id = ?1";
        optional(self.conn.prepare_cached(sql)?.query_row([jar], |row| {
            Ok(LoggedForecast {
                anchor: day(row, 0)?,
                rate: row.get(1)?,
                likely: day(row, 2)?,
                safe: day(row, 3)?,
            })
        }))
    }

    /// Records a change of the rate of a jar under the open action.
    pub fn log_rate(&self, jar: JarId, change: &LoggedRate) -> Result<()> {
        let Some(action) = self.logged_action() else { return Ok(()) };
        let sql = "INSERT INTO rate_change (action_id, customer_id, product_id, day, before, calculated, applied)
             SELECT ?6, customer_id, product_id, ?2, ?3, ?4, ?5 FROM jar WHERE id = ?1";
        let LoggedRate { on, before, calculated, applied } = *change;
        let values = params![jar, Iso(on), before, calculated, applied, action];
        self.conn.prepare_cached(sql)?.execute(values)?;
        Ok(())
    }

    /// Records a jar that was found empty under the open action.
    pub fn log_run_out(&self, jar: JarId, found: &LoggedRunOut) -> Result<()> {
        let Some(action) = self.logged_action() else { return Ok(()) };
        let sql =
            "INSERT INTO run_out (action_id, customer_id, product_id, day, days_empty, reason)
             SELECT ?5, customer_id, product_id, ?2, ?3, ?4 FROM jar WHERE id = ?1";
        let LoggedRunOut { on, days_empty, reason } = *found;
        let values = params![jar, Iso(on), days_empty, StableNameText(reason), action];
        self.conn.prepare_cached(sql)?.execute(values)?;
        Ok(())
    }

    /// Passes every logged change of a rate to `take`, without those of undone actions.
    pub fn each_rate_change<E: From<Error>>(
        &self,
        take: impl FnMut(&RateChangeRecord) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let sql = "SELECT log.day, customer.code, product.name, log.before, log.calculated, log.applied, action.by
                     FROM rate_change log JOIN action ON action.id = log.action_id AND action.in_force = 1
                     JOIN customer ON customer.id = log.customer_id
                     JOIN product ON product.id = log.product_id ORDER BY log.id";
        let rate = |units: f64| Rate::from_millionths((units * 1e6).round() as i64);
        self.each(
            sql,
            |row| {
                Ok(RateChangeRecord {
                    on: day(row, 0)?,
                    customer: row.get(1)?,
                    product: row.get(2)?,
                    before: rate(row.get(3)?),
                    calculated: rate(row.get(4)?),
                    applied: rate(row.get(5)?),
                    by: row.get(6)?,
                })
            },
            take,
        )
    }

    /// Passes every jar that was found empty to `take`, without those of undone actions.
    pub fn each_run_out<E: From<Error>>(
        &self,
        take: impl FnMut(&RunOutRecord) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let sql = "SELECT log.day, customer.code, product.name, log.days_empty, log.reason
                     FROM run_out log JOIN action ON action.id = log.action_id AND action.in_force = 1
                     JOIN customer ON customer.id = log.customer_id
                     JOIN product ON product.id = log.product_id ORDER BY log.id";
        self.each(
            sql,
            |row| {
                Ok(RunOutRecord {
                    on: day(row, 0)?,
                    customer: row.get(1)?,
                    product: row.get(2)?,
                    days_empty: row.get(3)?,
                    reason: named(row, 4)?,
                })
            },
            take,
        )
    }
}
