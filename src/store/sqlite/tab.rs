//! Entries of the tabs.

use super::super::Result;
use super::changes::is_of_row;
use super::dialect::as_it_lies;
use super::dirty::CustomerPart;
use super::values::{Iso, StableNameText, day, maybe_day, named};
use super::{Tx, optional};
use crate::domain::action::{NamedGoods, NamedProduct};
use crate::domain::id::{CustomerId, EntryId};
use crate::domain::settlement::{EntryPair, unpaired};
use crate::domain::tab::{DeliveredGoods, Entry, EntryKind, EntryLedger, EntryRule};
use crate::domain::{Day, Money, StableName};
use rusqlite::{Row, params};
use std::collections::BTreeMap;

/// Number of later entries from which on all entries are read for the balances of a day.
const MANY: u32 = 10_000;

/// Number of columns in [`ENTRY`].
pub(super) const ENTRY_COLUMNS: usize = 13;

/// The columns of an entry, for a query that names the table `entry` and begins with them.
pub(super) const ENTRY: &str =
    "entry.id, entry.customer_id, entry.day, entry.kind, entry.amount, entry.method,
    entry.note, entry.delivery_id, entry.external, entry.reference,
    entry.corrects, entry.instead_of, entry.against";

pub(super) fn entry(row: &Row) -> rusqlite::Result<Entry> {
    Ok(Entry {
        id: row.get(0)?,
        customer: row.get(1)?,
        on: day(row, 2)?,
        kind: named(row, 3)?,
        amount: row.get(4)?,
        method: row.get(5)?,
        note: row.get(6)?,
        delivery: row.get(7)?,
        external: row.get(8)?,
        reference: row.get(9)?,
        corrects: maybe_day(row, 10)?,
        instead_of: row.get(11)?,
        against: row.get(12)?,
    })
}

/// Returns the SQL list of the kinds whose rules pass a test: `'charge', 'refund'`.
pub(super) fn kinds_where(test: impl Fn(EntryRule) -> bool) -> String {
    let kinds = EntryKind::ALL.iter().filter(|(kind, _)| test(kind.rule()));
    kinds.map(|(_, name)| format!("'{name}'")).collect::<Vec<_>>().join(", ")
}

impl Tx<'_> {
    /// Writes an entry; an identity of zero is made, any other is kept.
    pub fn insert_entry(&self, entry: &Entry) -> Result<EntryId> {
        self.mark_customer_dirty(entry.customer, CustomerPart::ACCOUNT);
        self.write_many_changes()?;
        self.conn
            .prepare_cached(
                "INSERT INTO entry (id, customer_id, day, kind, amount, method, note, delivery_id,
                                    external, reference, corrects, instead_of, against)
                 VALUES (nullif(?1, 0), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
            )?
            .execute(params![
                entry.id,
                entry.customer,
                Iso(entry.on),
                StableNameText(entry.kind),
                entry.amount,
                entry.method,
                entry.note,
                entry.delivery,
                entry.external,
                entry.reference,
                entry.corrects.map(Iso),
                entry.instead_of,
                entry.against
            ])?;
        Ok(EntryId::new(self.inserted()))
    }

    /// Returns what the customers with entries after a day owed at its end; negative if they had paid ahead.
    pub fn balances_then(&self, day: Day) -> Result<BTreeMap<CustomerId, Money>> {
        let counted = "SELECT count(*) FROM entry WHERE day > ?1";
        let later: u32 =
            self.conn.prepare_cached(counted)?.query_row([Iso(day)], |row| row.get(0))?;
        // Many are read as they lie in the file: day by day every one is somewhere else.
        let entries = if later < MANY { "entry".to_owned() } else { as_it_lies("entry") };
        let kinds = kinds_where(|rule| rule.ledger == EntryLedger::Owed);
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT customer_id, CASE WHEN kind IN ({kinds}) THEN amount ELSE 0 END FROM {entries} WHERE day > ?1"
        ))?;
        let mut balances: BTreeMap<CustomerId, Money> = BTreeMap::new();
        let mut rows = statement.query([Iso(day)])?;
        while let Some(row) = rows.next()? {
            *balances.entry(row.get(0)?).or_default() -= row.get(1)?;
        }
        let mut statement =
            self.conn.prepare_cached("SELECT customer_id, balance FROM standing")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            if let Some(balance) = balances.get_mut(&row.get(0)?) {
                *balance += row.get(1)?;
            }
        }
        Ok(balances)
    }

    /// Returns whether an entry was taken back by others in its place.
    pub fn was_moved(&self, entry: EntryId) -> Result<bool> {
        let sql = "SELECT 1 FROM entry WHERE instead_of = ?1";
        Ok(self.conn.prepare_cached(sql)?.exists([entry])?)
    }

    /// Returns the moment at which the newest entry like one was recorded: of the same customer, day, kind, amount
    /// and method.
    pub fn recorded_at(&self, entry: &Entry) -> Result<Option<String>> {
        let sql = format!("SELECT action.at FROM entry
                     JOIN change ON {} AND change.before IS NULL
                     JOIN action ON action.id = change.action_id
                    WHERE entry.customer_id = ?1 AND entry.day = ?2 AND entry.kind = ?3 AND entry.amount = ?4
                      AND entry.method = ?5
                    ORDER BY change.id DESC LIMIT 1", is_of_row("change", "'entry'", "entry.id"));
        let Entry { customer, on, kind, amount, ref method, .. } = *entry;
        let values = params![customer, Iso(on), StableNameText(kind), amount, method];
        optional(self.conn.prepare_cached(&sql)?.query_row(values, |row| row.get(0)))
    }

    /// Returns the moment of the action that is being recorded.
    pub fn moment(&self) -> Result<Option<String>> {
        let Some(action) = self.open.get() else { return Ok(None) };
        let sql = "SELECT at FROM action WHERE id = ?1";
        optional(self.conn.prepare_cached(sql)?.query_row([action.id], |row| row.get(0)))
    }

    /// Returns every entry of a customer, oldest first.
    pub fn entries_of(&self, customer: CustomerId) -> Result<Vec<Entry>> {
        let sql = format!("SELECT {ENTRY} FROM entry WHERE customer_id = ?1 ORDER BY day, id");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let entries = statement.query_map([customer], entry)?;
        Ok(entries.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the goods of the deliveries to a customer that were done.
    pub fn delivered_goods(&self, customer: CustomerId) -> Result<DeliveredGoods> {
        let mut statement = self.conn.prepare_cached(
            "SELECT delivery.id, product.name, product.unit, line.delivered FROM delivery
               JOIN delivery_line line ON line.delivery_id = delivery.id
               JOIN product ON product.id = line.product_id
              WHERE delivery.customer_id = ?1 AND delivery.stage = 'done' AND line.delivered <> 0
              ORDER BY delivery.id, line.id",
        )?;
        let mut goods = DeliveredGoods::default();
        let mut rows = statement.query([customer])?;
        while let Some(row) = rows.next()? {
            let product = NamedProduct { name: row.get(1)?, unit: row.get(2)? };
            goods.add(row.get(0)?, NamedGoods { product, quantity: row.get(3)? });
        }
        Ok(goods)
    }

    /// Returns what a customer owes; negative if they have paid ahead.
    pub fn balance(&self, customer: CustomerId) -> Result<Money> {
        self.sum_of(customer, EntryLedger::Owed)
    }

    /// Returns what the shop holds for a customer.
    pub fn held(&self, customer: CustomerId) -> Result<Money> {
        self.sum_of(customer, EntryLedger::Held)
    }

    /// Returns what the shop held for a customer at the end of a day.
    pub fn held_on(&self, customer: CustomerId, day: Day) -> Result<Money> {
        let kinds = kinds_where(|rule| rule.ledger == EntryLedger::Held);
        let sql = format!(
            "SELECT coalesce(sum(amount), 0) FROM entry
              WHERE customer_id = ?1 AND day <= ?2 AND kind IN ({kinds})"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        Ok(statement.query_row(params![customer, Iso(day)], |row| row.get(0))?)
    }

    fn sum_of(&self, customer: CustomerId, ledger: EntryLedger) -> Result<Money> {
        let kinds = kinds_where(|rule| rule.ledger == ledger);
        let sql = format!(
            "SELECT coalesce(sum(amount), 0) FROM entry WHERE customer_id = ?1 AND kind IN ({kinds})"
        );
        Ok(self.conn.prepare_cached(&sql)?.query_row([customer], |row| row.get(0))?)
    }

    /// Returns whether a customer has an entry of a kind.
    pub fn has_entry_of(&self, customer: CustomerId, kind: EntryKind) -> Result<bool> {
        let sql = "SELECT 1 FROM entry WHERE customer_id = ?1 AND kind = ?2";
        Ok(self.conn.prepare_cached(sql)?.exists(params![customer, StableNameText(kind)])?)
    }

    /// Returns whether an entry is of a sale or a refund of tickets.
    pub fn is_of_tickets(&self, entry: &Entry) -> Result<bool> {
        let sql = "SELECT 1 FROM ticket_move WHERE entry_id IN (?1, ?2)
             UNION ALL SELECT 1 FROM entry WHERE against = ?1 AND instead_of IS NULL";
        Ok(self.conn.prepare_cached(sql)?.exists(params![entry.id, entry.against])?)
    }

    /// Returns the entries of a tab, until a day or all of them, that settle a certain one first: each with that
    /// one.
    fn pairs_of(&self, customer: CustomerId, until: Option<Day>) -> Result<Vec<EntryPair>> {
        let kinds = kinds_where(|rule| rule.ledger == EntryLedger::Owed);
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT entry.id, entry.amount, other.id, other.amount
               FROM entry
               JOIN entry other ON other.id = entry.against AND other.customer_id = entry.customer_id
              WHERE entry.customer_id = ?1 AND entry.against IS NOT NULL
                AND (?2 IS NULL OR max(entry.day, other.day) <= ?2)
                AND entry.kind IN ({kinds}) AND other.kind IN ({kinds})
              ORDER BY entry.day, entry.id"
        ))?;
        let pairs = statement.query_map(params![customer, until.map(Iso)], |row| {
            Ok([(row.get(0)?, row.get(1)?), (row.get(2)?, row.get(3)?)])
        })?;
        Ok(pairs.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the days of all entries of a customer and by how much each changed what they owe, without what pairs
    /// settle, oldest first.
    pub fn owed_changes(&self, customer: CustomerId) -> Result<Vec<(Day, Money)>> {
        let left = unpaired(&self.pairs_of(customer, None)?);
        let kinds = kinds_where(|rule| rule.ledger == EntryLedger::Owed);
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT id, day, CASE WHEN kind IN ({kinds}) THEN amount ELSE 0 END FROM entry
              WHERE customer_id = ?1 ORDER BY day, id"
        ))?;
        let changes = statement.query_map([customer], |row| {
            let amount = left.get(&row.get(0)?).copied();
            Ok((day(row, 1)?, amount.map_or_else(|| row.get(2), Ok)?))
        })?;
        Ok(changes.collect::<rusqlite::Result<_>>()?)
    }

    /// Gives `look` the entries that make up what a customer owes, until a day or all of them, newest
    /// first, each with what no certain other one settles of it; it need not look at all of them.
    pub fn with_newest_entries<T>(
        &self,
        (customer, until): (CustomerId, Option<Day>),
        look: impl FnOnce(&mut dyn Iterator<Item = (Day, Money)>) -> T,
    ) -> Result<T> {
        let kinds = kinds_where(|rule| rule.ledger == EntryLedger::Owed);
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT day, amount, id FROM entry WHERE customer_id = ?1 AND (?2 IS NULL OR day <= ?2) AND kind IN ({kinds})
              ORDER BY day DESC, id DESC"
        ))?;
        let values = params![customer, until.map(Iso)];
        let unpaired = unpaired(&self.pairs_of(customer, until)?);
        let entries = statement.query_map(values, |row| {
            let amount = match unpaired.get(&row.get("id")?) {
                Some(left) => *left,
                None => row.get("amount")?,
            };
            Ok((day(row, "day")?, amount))
        })?;
        let mut failed = None;
        let looked =
            look(&mut entries.map_while(|entry| entry.map_err(|error| failed = Some(error)).ok()));
        match failed {
            Some(error) => Err(error.into()),
            None => Ok(looked),
        }
    }
}
