//! Promises to pay: follow-ups of the rule, and the derived days on which they were met.

use super::super::super::Result;
use super::super::dialect::{in_list, list_value};
use super::super::record::{StoredRecord, column_count, columns_of};
use super::super::values::{Iso, StableNameText, maybe_day};
use super::super::{Tx, optional};
use super::{LABEL, label};
use crate::domain::Day;
use crate::domain::follow_up::{FollowUp, Rule};
use crate::domain::id::{CustomerId, EntryId, FollowUpId};
use crate::domain::views::PromiseRow;
use rusqlite::params;
use std::collections::{BTreeMap, BTreeSet};

impl Tx<'_> {
    /// Returns a customer's promises that were not dropped, each with the day on which it was met as it was
    /// written last, in the order of their days.
    pub fn promises_of(&self, customer: CustomerId) -> Result<Vec<(FollowUp, Option<Day>)>> {
        let sql = format!(
            "SELECT {}, promise_met.met_on FROM follow_up
               LEFT JOIN promise_met ON promise_met.follow_up_id = follow_up.id
              WHERE follow_up.rule = ?1 AND follow_up.customer_id = ?2 AND follow_up.stage <> 'dropped'
              ORDER BY follow_up.due_on, follow_up.id",
            columns_of::<FollowUp>()
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let values = params![StableNameText(Rule::Promise), customer];
        let rows = statement.query_map(values, |row| {
            Ok((FollowUp::read(row)?, maybe_day(row, column_count::<FollowUp>())?))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the customers with promises that were not dropped.
    pub fn promising(&self) -> Result<Vec<CustomerId>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT DISTINCT customer_id FROM follow_up WHERE rule = ?1 AND stage <> 'dropped'
              ORDER BY customer_id",
        )?;
        let ids = statement.query_map([StableNameText(Rule::Promise)], |row| row.get(0))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns how many promises these customers have broken by a day: those that were met late, or not at all.
    pub fn broken_promises(
        &self,
        customers: Option<&BTreeSet<CustomerId>>,
        day: Day,
    ) -> Result<BTreeMap<CustomerId, u32>> {
        let whose = match customers {
            Some(_) => format!("AND follow_up.customer_id {}", in_list("?2")),
            None => String::new(),
        };
        let sql = format!(
            "SELECT follow_up.customer_id, count(*) FROM follow_up
               LEFT JOIN promise_met ON promise_met.follow_up_id = follow_up.id
              WHERE follow_up.rule = ?1 {whose} AND follow_up.stage <> 'dropped'
                AND follow_up.due_on < ?3
                AND coalesce(promise_met.met_on, follow_up.closed_on, '9999-12-31') > follow_up.due_on
              GROUP BY follow_up.customer_id"
        );
        let ids = list_value(customers.into_iter().flatten().map(|id| id.number()));
        let mut statement = self.conn.prepare_cached(&sql)?;
        let values = params![StableNameText(Rule::Promise), ids, Iso(day)];
        let rows = statement.query_map(values, |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the promises of a customer (or of all) in the order of their days, dropped ones included.
    pub fn promise_rows(&self, customer: Option<CustomerId>) -> Result<Vec<PromiseRow>> {
        let behind = column_count::<FollowUp>();
        let sql = format!(
            "SELECT {}, {LABEL}, promise_met.met_on FROM follow_up
               JOIN customer ON customer.id = follow_up.customer_id
               LEFT JOIN promise_met ON promise_met.follow_up_id = follow_up.id
              WHERE follow_up.rule = ?1 AND (?2 IS NULL OR follow_up.customer_id = ?2)
              ORDER BY follow_up.due_on, follow_up.id",
            columns_of::<FollowUp>()
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows =
            statement.query_map(params![StableNameText(Rule::Promise), customer], |row| {
                Ok(PromiseRow {
                    promise: FollowUp::read(row)?,
                    who: label(row, behind)?,
                    met_on: maybe_day(row, "met_on")?,
                })
            })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the day on which a promise was met.
    pub fn met_on(&self, promise: FollowUpId) -> Result<Option<Day>> {
        let sql = "SELECT met_on FROM promise_met WHERE follow_up_id = ?1";
        let found = self.conn.prepare_cached(sql)?.query_row([promise], |row| maybe_day(row, 0));
        Ok(optional(found)?.flatten())
    }

    /// Writes the day on which a promise was met; without one, none is kept.
    pub fn put_met(
        &self,
        (promise, customer): (FollowUpId, CustomerId),
        met_on: Option<Day>,
    ) -> Result<()> {
        match met_on {
            None => {
                let sql = "DELETE FROM promise_met WHERE follow_up_id = ?1";
                self.conn.prepare_cached(sql)?.execute([promise])?;
            }
            Some(day) => {
                let sql = "INSERT INTO promise_met (follow_up_id, customer_id, met_on) VALUES (?1, ?2, ?3)
                           ON CONFLICT (follow_up_id) DO UPDATE SET customer_id = ?2, met_on = ?3";
                self.conn.prepare_cached(sql)?.execute(params![promise, customer, Iso(day)])?;
            }
        }
        Ok(())
    }

    /// Removes the days of a customer's promises that are not among these any more.
    pub fn forget_other_met(&self, customer: CustomerId) -> Result<()> {
        let sql = "DELETE FROM promise_met WHERE customer_id = ?1 AND NOT EXISTS
                     (SELECT 1 FROM follow_up WHERE id = follow_up_id AND customer_id = ?1 AND stage <> 'dropped')";
        self.conn.prepare_cached(sql)?.execute([customer])?;
        Ok(())
    }

    /// Returns the last entry that was written on a customer's tab for a day or an earlier one; zero if there is
    /// none.
    pub fn last_entry_until(&self, customer: CustomerId, day: Day) -> Result<EntryId> {
        let sql =
            "SELECT id FROM entry WHERE customer_id = ?1 AND day <= ?2 ORDER BY id DESC LIMIT 1";
        let found =
            self.conn.prepare_cached(sql)?.query_row(params![customer, Iso(day)], |row| row.get(0));
        Ok(optional(found)?.unwrap_or(EntryId::new(0)))
    }
}
