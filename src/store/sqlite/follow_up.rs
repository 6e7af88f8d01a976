//! Follow-ups.

use super::super::Result;
use super::Tx;
use super::dirty::CustomerPart;
use super::record::{StoredRecord, day_value};
use super::values::{Iso, StableNameText, day, maybe_day, named, parsed};
use crate::domain::day::read_iso;
use crate::domain::follow_up::{FollowUp, Repeat, Rule, Trigger};
use crate::domain::id::{CustomerId, FollowUpId};
use crate::domain::promise::PromiseTerms;
use crate::domain::{Money, StableName};
use rusqlite::types::Value;
use rusqlite::{Row, params};

impl StoredRecord for FollowUp {
    const TABLE: &'static str = "follow_up";

    fn columns() -> Vec<&'static str> {
        vec![
            "id",
            "customer_id",
            "text",
            "anchor",
            "due_on",
            "repeats",
            "rule",
            "occasion",
            "stage",
            "closed_on",
            "outcome",
            "made_on",
            "amount",
            "after_entry",
        ]
    }

    fn read(row: &Row) -> rusqlite::Result<Self> {
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
        let promise = match maybe_day(row, 11)? {
            Some(made_on) => {
                Some(PromiseTerms { amount: row.get(12)?, made_on, after_entry: row.get(13)? })
            }
            None => None,
        };
        Ok(Self {
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
            promise,
        })
    }

    fn number(&self) -> i64 {
        self.id.number()
    }

    fn bind(&self) -> Vec<(&'static str, Value)> {
        let (occasion, promise) = (self.occasion.as_ref(), self.promise);
        vec![
            ("customer_id", self.customer.number().into()),
            ("text", self.text.clone().into()),
            ("anchor", day_value(self.anchor)),
            ("due_on", day_value(self.due_on)),
            ("repeats", self.repeat.map(|repeat| repeat.to_string()).into()),
            ("rule", occasion.map(|occasion| occasion.rule.key().to_owned()).into()),
            ("occasion", occasion.map_or(Value::Null, |occasion| day_value(occasion.day))),
            ("stage", self.stage.key().to_owned().into()),
            ("closed_on", self.closed_on.map_or(Value::Null, day_value)),
            ("outcome", self.outcome.clone().into()),
            ("made_on", promise.map_or(Value::Null, |promise| day_value(promise.made_on))),
            ("amount", promise.and_then(|promise| promise.amount).map(Money::minor).into()),
            ("after_entry", promise.map(|promise| promise.after_entry.number()).into()),
        ]
    }
}

impl Tx<'_> {
    /// Returns one follow-up.
    pub fn follow_up(&self, id: FollowUpId) -> Result<Option<FollowUp>> {
        self.find(id.number())
    }

    /// Returns the follow-up that an occasion has already made.
    pub fn follow_up_for(&self, occasion: &Trigger) -> Result<Option<FollowUp>> {
        let key = params![StableNameText(occasion.rule), occasion.customer, Iso(occasion.day)];
        let made = self.select("WHERE rule = ?1 AND customer_id = ?2 AND occasion = ?3", key)?;
        Ok(made.into_iter().next())
    }

    /// Returns a customer's follow-ups that were done or dropped last, newest first.
    pub fn closed_follow_ups_of(&self, customer: CustomerId, most: u32) -> Result<Vec<FollowUp>> {
        self.select(
            "WHERE customer_id = ?1 AND stage <> 'open' ORDER BY closed_on DESC, id DESC LIMIT ?2",
            params![customer, most],
        )
    }

    /// Writes a new follow-up; an identity of zero is made, any other is kept.
    pub fn insert_follow_up(&self, follow_up: &FollowUp) -> Result<FollowUpId> {
        self.mark_customer_dirty(follow_up.customer, CustomerPart::ACCOUNT);
        Ok(FollowUpId::new(self.insert(follow_up)?))
    }

    /// Writes a follow-up over the one with the same identity.
    pub fn update_follow_up(&self, follow_up: &FollowUp) -> Result<()> {
        self.mark_customer_dirty(follow_up.customer, CustomerPart::ACCOUNT);
        self.update(follow_up)
    }
}
