//! An action as a row: its columns, and what it did as JSON or, in older lines, as free text.

use super::super::Result;
use super::values::{Iso, maybe_day, named, parsed};
use super::{Tx, action_payload};
use crate::domain::StableName;
use crate::domain::action::{Action, ActionDetail, ActionKind, LegacyDetail, NamedProduct};
use crate::domain::follow_up::Rule;
use crate::domain::id::ActionId;
use rusqlite::types::FromSqlError;
use rusqlite::{Row, named_params, params};

/// The columns of a line, for a query that names the table `action` and begins with them. The last
/// is the product of a jar that a line without a payload names together with its unit.
pub(super) const ACTION: &str = "action.id, action.at, action.by, action.direction, action.of, action.in_force,
    action.payload, action.deed, action.customer_id, action.about, action.detail, action.amount, action.quantity,
    action.day, action.count, CASE WHEN action.payload IS NULL AND action.deed = 'jar-read' THEN
    (SELECT name FROM product WHERE name || ' ' || unit = action.detail) END";

pub(super) fn action(row: &Row) -> rusqlite::Result<Action> {
    let detail = match row.get::<_, Option<String>>(6)? {
        Some(json) => action_payload::from_json(&json).map_err(FromSqlError::other)?,
        None => ActionDetail::Legacy(legacy(row)?),
    };
    Ok(Action {
        id: row.get(0)?,
        at: row.get(1)?,
        by: row.get(2)?,
        effect: named(row, 3)?,
        of: row.get(4)?,
        in_effect: row.get(5)?,
        detail,
    })
}

/// Reads a line that an older version wrote as free text.
fn legacy(row: &Row) -> rusqlite::Result<LegacyDetail> {
    let text: String = row.get(10)?;
    // A follow-up of a rule was written as `rule:` and the rule's key.
    let rule = text.strip_prefix("rule:").and_then(Rule::from_key);
    let product = row.get::<_, Option<String>>(15)?.and_then(|name| {
        let unit = text.strip_prefix(&name)?.trim_start().to_owned();
        Some(NamedProduct { name, unit })
    });
    Ok(LegacyDetail {
        kind: parsed(row, 7, |key| ActionKind::from_key(key).ok_or(()))?,
        customer: row.get(8)?,
        subject: row.get(9)?,
        text,
        rule,
        product,
        amount: row.get(11)?,
        quantity: row.get(12)?,
        day: maybe_day(row, 13)?,
        count: row.get(14)?,
    })
}

impl Tx<'_> {
    /// Records in the journal what the action did.
    pub fn close_action(&self, action: ActionId, detail: &ActionDetail) -> Result<()> {
        // Undoing and redoing a line of an older version keeps its columns.
        if let ActionDetail::Legacy(legacy) = detail {
            return self.close_legacy_action(action, legacy);
        }
        let sql = "UPDATE action SET deed = ?2, customer_id = ?3, payload = ?4 WHERE id = ?1";
        let payload = action_payload::to_json(detail)
            .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
        self.conn.prepare_cached(sql)?.execute(params![
            action,
            detail.kind().key(),
            detail.customer(),
            payload
        ])?;
        Ok(())
    }

    fn close_legacy_action(&self, action: ActionId, legacy: &LegacyDetail) -> Result<()> {
        let text = match legacy.rule {
            Some(rule) => format!("rule:{}", rule.key()),
            None => legacy.text.clone(),
        };
        self.conn
            .prepare_cached(
                "UPDATE action SET deed = :deed, customer_id = :customer, about = :about, detail = :detail,
                        amount = :amount, quantity = :quantity, day = :day, count = :count
                  WHERE id = :id",
            )?
            .execute(named_params! {
                ":id": action,
                ":deed": legacy.kind.key(),
                ":customer": legacy.customer,
                ":about": legacy.subject,
                ":detail": text,
                ":amount": legacy.amount,
                ":quantity": legacy.quantity,
                ":day": legacy.day.map(Iso),
                ":count": legacy.count,
            })?;
        Ok(())
    }
}
