//! Follow-ups.

use super::super::Result;
use super::values::{Iso, StableNameText, day, maybe_day, named, parsed};
use super::{Tx, optional};
use crate::domain::day::read_iso;
use crate::domain::follow_up::{FollowUp, Repeat, Rule, Trigger};
use crate::domain::id::{CustomerId, FollowUpId};
use rusqlite::{Row, named_params, params};

/// The columns of a follow-up, for a query that names the table `follow_up` and begins with them.
pub(super) const FOLLOW_UP: &str =
    "follow_up.id, follow_up.customer_id, follow_up.text, follow_up.anchor,
    follow_up.due_on, follow_up.repeats, follow_up.rule, follow_up.occasion, follow_up.stage,
    follow_up.closed_on, follow_up.outcome";

pub(super) fn follow_up(row: &Row) -> rusqlite::Result<FollowUp> {
    let customer: CustomerId = row.get(1)?;
    let occasion = match row.get::<_, Option<String>>(6)? {
        Some(_) => {
            let (rule, day): (Rule, _) = (named(row, 6)?, parsed(row, 7, read_iso)?);
            Some(Trigger { rule, customer, day })
        }
        None => None,
    };
    let repeat = match row.get::<_, Option<String>>(5)? {
        Some(_) => Some(parsed(row, 5, Repeat::parse)?),
        None => None,
    };
    Ok(FollowUp {
        id: row.get(0)?,
        customer,
        text: row.get(2)?,
        anchor: day(row, 3)?,
        due_on: day(row, 4)?,
        repeat,
        occasion,
        stage: named(row, 8)?,
        closed_on: maybe_day(row, 9)?,
        outcome: row.get(10)?,
    })
}

impl Tx<'_> {
    /// Returns one follow-up.
    pub fn follow_up(&self, id: FollowUpId) -> Result<Option<FollowUp>> {
        let sql = format!("SELECT {FOLLOW_UP} FROM follow_up WHERE id = ?1");
        optional(self.conn.prepare_cached(&sql)?.query_row([id], follow_up))
    }

    /// Returns the follow-up that an occasion has already made.
    pub fn follow_up_for(&self, occasion: &Trigger) -> Result<Option<FollowUp>> {
        let sql = format!(
            "SELECT {FOLLOW_UP} FROM follow_up WHERE rule = ?1 AND customer_id = ?2 AND occasion = ?3"
        );
        let key = params![StableNameText(occasion.rule), occasion.customer, Iso(occasion.day)];
        optional(self.conn.prepare_cached(&sql)?.query_row(key, follow_up))
    }

    /// Returns a customer's follow-ups that were done or dropped last, newest first.
    pub fn closed_follow_ups_of(&self, customer: CustomerId, most: u32) -> Result<Vec<FollowUp>> {
        let sql = format!(
            "SELECT {FOLLOW_UP} FROM follow_up WHERE customer_id = ?1 AND stage <> 'open'
              ORDER BY closed_on DESC, id DESC LIMIT ?2"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let closed = statement.query_map(params![customer, most], follow_up)?;
        Ok(closed.collect::<rusqlite::Result<_>>()?)
    }

    /// Writes a new follow-up; an identity of zero is made, any other is kept.
    pub fn insert_follow_up(&self, follow_up: &FollowUp) -> Result<FollowUpId> {
        self.save_follow_up(
            "INSERT INTO follow_up (id, customer_id, text, anchor, due_on, repeats, rule, occasion, stage,
                    closed_on, outcome)
             VALUES (nullif(:id, 0), :customer, :text, :anchor, :due_on, :repeats, :rule, :occasion, :stage,
                    :closed_on, :outcome)",
            follow_up,
        )?;
        Ok(FollowUpId::new(self.inserted()))
    }

    /// Writes a follow-up over the one with the same identity.
    pub fn update_follow_up(&self, follow_up: &FollowUp) -> Result<()> {
        self.save_follow_up(
            "UPDATE follow_up SET customer_id = :customer, text = :text, anchor = :anchor, due_on = :due_on,
                    repeats = :repeats, rule = :rule, occasion = :occasion, stage = :stage,
                    closed_on = :closed_on, outcome = :outcome
              WHERE id = :id",
            follow_up,
        )
    }

    fn save_follow_up(&self, sql: &str, follow_up: &FollowUp) -> Result<()> {
        let occasion = follow_up.occasion.as_ref();
        self.conn.prepare_cached(sql)?.execute(named_params! {
            ":id": follow_up.id,
            ":customer": follow_up.customer,
            ":text": follow_up.text,
            ":anchor": Iso(follow_up.anchor),
            ":due_on": Iso(follow_up.due_on),
            ":repeats": follow_up.repeat.map(|repeat| repeat.to_string()),
            ":rule": occasion.map(|occasion| StableNameText(occasion.rule)),
            ":occasion": occasion.map(|occasion| Iso(occasion.day)),
            ":stage": StableNameText(follow_up.stage),
            ":closed_on": follow_up.closed_on.map(Iso),
            ":outcome": follow_up.outcome,
        })?;
        Ok(())
    }
}
