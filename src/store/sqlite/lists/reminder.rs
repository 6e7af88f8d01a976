//! Reminders of what is due that were sent: follow-ups of the rule.

use super::super::super::Result;
use super::super::Tx;
use super::super::dialect::{in_list, list_value};
use super::super::values::{Iso, StableNameText, day};
use super::follow_up::NOT_MET;
use crate::domain::Day;
use crate::domain::customer::Customer;
use crate::domain::follow_up::Rule;
use crate::domain::id::CustomerId;
use rusqlite::params;
use std::collections::{BTreeMap, BTreeSet};

impl Tx<'_> {
    /// Returns of these customers the newest day of a step by which they were reminded until a day.
    pub fn last_reminders(
        &self,
        customers: &[CustomerId],
        until: Day,
    ) -> Result<BTreeMap<CustomerId, Day>> {
        let sql = format!(
            "SELECT customer_id, max(occasion) FROM follow_up
              WHERE rule = ?1 AND customer_id {} AND closed_on <= ?3 GROUP BY customer_id",
            in_list("?2")
        );
        let ids = list_value(customers.iter().map(|id| id.number()));
        let mut statement = self.conn.prepare_cached(&sql)?;
        let values = params![StableNameText(Rule::Reminder), ids, Iso(until)];
        let rows = statement.query_map(values, |row| Ok((row.get(0)?, day(row, 1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the customers whose oldest debt falls due on a day from a first to a last one, with that day.
    pub fn owing_between(&self, first: Day, last: Day) -> Result<Vec<(CustomerId, Day)>> {
        let sql = "SELECT customer_id, oldest_due FROM standing WHERE oldest_due BETWEEN ?1 AND ?2
                    ORDER BY oldest_due, customer_id";
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows =
            statement.query_map((Iso(first), Iso(last)), |row| Ok((row.get(0)?, day(row, 1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns those of these customers who have promised to pay by a day that has not passed.
    pub fn promising_on(
        &self,
        customers: &[CustomerId],
        today: Day,
    ) -> Result<BTreeSet<CustomerId>> {
        let sql = format!(
            "SELECT customer_id FROM follow_up
              WHERE rule = ?1 AND customer_id {} AND stage = 'open' AND due_on >= ?3 AND {NOT_MET}",
            in_list("?2")
        );
        let ids = list_value(customers.iter().map(|id| id.number()));
        let mut statement = self.conn.prepare_cached(&sql)?;
        let values = params![StableNameText(Rule::Promise), ids, Iso(today)];
        let rows = statement.query_map(values, |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the customers with these identities, in no particular order.
    pub fn customers_by_id(&self, customers: &[CustomerId]) -> Result<Vec<Customer>> {
        let ids = list_value(customers.iter().map(|id| id.number()));
        self.select(&format!("WHERE id {}", in_list("?1")), [ids])
    }
}
