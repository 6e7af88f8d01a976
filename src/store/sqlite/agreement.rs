//! Agreements: the entries that state a balance.

use super::super::Result;
use super::Tx;
use super::tab::kinds_where;
use super::values::day;
use crate::domain::agreement::BrokenAgreement;
use crate::domain::id::CustomerId;
use crate::domain::tab::EntryLedger;

impl Tx<'_> {
    /// Returns the agreements of a customer whose amount is not the balance at the end of their line, the oldest
    /// first.
    pub fn broken_agreements(&self, customer: CustomerId) -> Result<Vec<BrokenAgreement>> {
        let kinds = kinds_where(|rule| rule.ledger == EntryLedger::Owed);
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT id, day, amount, balance FROM
                 (SELECT agreed.id, agreed.day, agreed.amount,
                         (SELECT coalesce(sum(amount), 0) FROM entry
                           WHERE customer_id = agreed.customer_id AND kind IN ({kinds})
                             AND (day < agreed.day OR day = agreed.day AND id < agreed.id)) AS balance
                    FROM entry agreed WHERE agreed.customer_id = ?1 AND agreed.kind = 'agreement')
              WHERE amount <> balance ORDER BY day, id"
        ))?;
        let broken = statement.query_map([customer], |row| {
            Ok(BrokenAgreement {
                entry: row.get(0)?,
                on: day(row, 1)?,
                agreed: row.get(2)?,
                balance: row.get(3)?,
            })
        })?;
        Ok(broken.collect::<rusqlite::Result<_>>()?)
    }
}
