//! Customers, the dated changes of their households, and their times away.

use super::super::Result;
use super::dialect::ORDERED_JOIN;
use super::values::{Iso, StableNameText, WordList, day, maybe_day, named, parsed};
use super::{Tx, optional};
use crate::domain::Day;
use crate::domain::customer::{Away, Customer, Departure, Household, HouseholdChange};
use crate::domain::day::{Period, Weekdays};
use crate::domain::id::CustomerId;
use crate::domain::payday::Payday;
use crate::domain::search_key;
use crate::domain::search_key::PHONE_KEY;
use crate::domain::shop::Language;
use rusqlite::{Row, named_params, params};

/// The columns of a customer, for a query that names the table `customer` and begins with them.
pub(super) const CUSTOMER: &str = "customer.id, customer.code, customer.name, customer.kind, customer.phones,
    customer.area, customer.address, customer.door_note, customer.adults, customer.children, customer.elders,
    customer.payday, customer.weekdays, customer.debt_limit, customer.tags, customer.referred_by,
    customer.birthday, customer.channel, customer.language, customer.consent, customer.note,
    customer.joined_on, customer.left_on, customer.left_reason,
    customer.external";

pub(super) fn customer(row: &Row) -> rusqlite::Result<Customer> {
    let language: Option<String> = row.get(18)?;
    let left_reason: String = row.get(23)?;
    Ok(Customer {
        id: row.get(0)?,
        code: row.get(1)?,
        name: row.get(2)?,
        kind: named(row, 3)?,
        phones: row.get::<_, WordList>(4)?.0,
        area: row.get(5)?,
        address: row.get(6)?,
        door_note: row.get(7)?,
        household: household(row, 8)?,
        payday: parsed(row, 11, Payday::parse)?,
        weekdays: Weekdays::from_bits(row.get(12)?).unwrap_or_default(),
        limit: row.get(13)?,
        tags: row.get::<_, WordList>(14)?.0,
        referred_by: row.get(15)?,
        birthday: maybe_day(row, 16)?,
        channel: named(row, 17)?,
        language: language.as_deref().and_then(Language::from_tag),
        consent: named(row, 19)?,
        note: row.get(20)?,
        joined_on: day(row, 21)?,
        left: maybe_day(row, 22)?.map(|on| Departure { on, reason: left_reason }),
        external: row.get(24)?,
    })
}

/// The people in three columns from `first` on.
pub(super) fn household(row: &Row, first: usize) -> rusqlite::Result<Household> {
    Ok(Household {
        adults: row.get(first)?,
        children: row.get(first + 1)?,
        elders: row.get(first + 2)?,
    })
}

impl Tx<'_> {
    /// One customer.
    pub fn customer(&self, id: CustomerId) -> Result<Option<Customer>> {
        let sql = format!("SELECT {CUSTOMER} FROM customer WHERE id = ?1");
        optional(self.conn.prepare_cached(&sql)?.query_row([id], customer))
    }

    /// The customer with exactly this code, whatever the case and width of its letters.
    pub fn customer_with_code(&self, code: &str) -> Result<Option<Customer>> {
        // The key takes `C1` and `C001` for one, so a few more may come than are meant.
        let sql = format!("SELECT {CUSTOMER} FROM customer WHERE code_key = ?1 ORDER BY id");
        let mut statement = self.conn.prepare_cached(&sql)?;
        for found in statement.query_map([search_key::code_key(code)], customer)? {
            let found = found?;
            if search_key::fold(&found.code) == search_key::fold(code) {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    /// The customers whose name, sound, code or telephone has all these folded words in it, by code;
    /// no more than `most`.
    pub fn customers_called(&self, words: &[String], most: u32) -> Result<Vec<Customer>> {
        // What tells customers apart stands before the tab; the second look is only for those found.
        let found: Vec<String> = (1..=words.len())
            .map(|n| format!("holds(words, ?{n}) AND instr(words, ?{n}) < instr(words, char(9))"))
            .collect();
        let found = found.join(" AND ");
        let sql = format!(
            "SELECT {CUSTOMER} FROM search {ORDERED_JOIN} customer ON customer.id = search.customer_id
              WHERE {found} ORDER BY search.code_key, search.customer_id LIMIT {most}"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let customers = statement.query_map(rusqlite::params_from_iter(words), customer)?;
        Ok(customers.collect::<rusqlite::Result<_>>()?)
    }

    /// The customers with exactly this name, or with this telephone number.
    pub fn customers_like(
        &self,
        name: &str,
        phones: &[String],
        most: u32,
    ) -> Result<Vec<Customer>> {
        let mut alike = Vec::new();
        let by_name = format!(
            "SELECT {CUSTOMER} FROM customer WHERE name_key = ?1 AND name = ?2 ORDER BY id LIMIT {most}"
        );
        let mut statement = self.conn.prepare_cached(&by_name)?;
        for found in statement.query_map(params![search_key::name_key(name), name], customer)? {
            alike.push(found?);
        }
        for key in phones.iter().map(|phone| search_key::phone_key(phone)).filter(|n| !n.is_empty())
        {
            let has_it = |found: &Customer| {
                found.phones.iter().any(|phone| search_key::phone_key(phone) == key)
            };
            // Every number begins a line of the words that a customer is found by; one that was cut off
            // may be anywhere in it.
            let start = if key.len() < PHONE_KEY { "\n" } else { "" };
            for found in self.customers_called(&[format!("{start}{key}")], most)? {
                if has_it(&found) && !alike.iter().any(|known: &Customer| known.id == found.id) {
                    alike.push(found);
                }
            }
        }
        Ok(alike)
    }

    /// The number behind the highest made code (`C001`), zero if there is none.
    pub fn highest_made_code(&self) -> Result<u64> {
        // Made codes sort by their number; the keys of both ends hold nothing but digits between. A
        // number of more than nine digits was not made but typed: an identity card, a telephone.
        let sql = "SELECT code_key FROM customer WHERE code_key GLOB 'c000[0-9]*' AND substr(code_key, 2) NOT GLOB '*[^0-9]*'
                      AND length(code_key) = 13
                    ORDER BY code_key DESC LIMIT 1";
        let key: Option<String> =
            optional(self.conn.prepare_cached(sql)?.query_row([], |row| row.get(0)))?;
        Ok(key.and_then(|key| key.strip_prefix('c')?.parse().ok()).unwrap_or(0))
    }

    /// Writes a new customer; an identity of zero is made, any other is kept.
    pub fn insert_customer(&self, customer: &Customer) -> Result<CustomerId> {
        let sql = "INSERT INTO customer (id, code, code_key, name, name_key, kind, phones, area, address, door_note,
                adults, children, elders, payday, weekdays, debt_limit, tags, referred_by, birthday, channel,
                language, consent, note, joined_on, left_on, left_reason, external)
             VALUES (nullif(:id, 0), :code, :code_key, :name, :name_key, :kind, :phones, :area, :address, :door_note,
                :adults, :children, :elders, :payday, :weekdays, :limit, :tags, :referred_by, :birthday, :channel,
                :language, :consent, :note, :joined_on, :left_on, :left_reason, :external)";
        self.save_customer(sql, customer)?;
        let id = CustomerId::new(self.inserted());
        self.mark_customer_dirty(id);
        Ok(id)
    }

    /// Writes a customer over the one with the same identity.
    pub fn update_customer(&self, customer: &Customer) -> Result<()> {
        let sql = "UPDATE customer SET code = :code, code_key = :code_key, name = :name, name_key = :name_key,
                kind = :kind, phones = :phones, area = :area, address = :address, door_note = :door_note,
                adults = :adults, children = :children, elders = :elders, payday = :payday, weekdays = :weekdays,
                debt_limit = :limit, tags = :tags, referred_by = :referred_by, birthday = :birthday,
                channel = :channel, language = :language, consent = :consent, note = :note,
                joined_on = :joined_on, left_on = :left_on, left_reason = :left_reason,
                external = :external
              WHERE id = :id";
        self.mark_customer_dirty(customer.id);
        self.save_customer(sql, customer)
    }

    fn save_customer(&self, sql: &str, customer: &Customer) -> Result<()> {
        let left = customer.left.as_ref();
        self.conn.prepare_cached(sql)?.execute(named_params! {
            ":id": customer.id,
            ":code": customer.code,
            ":code_key": search_key::code_key(&customer.code),
            ":name": customer.name,
            ":name_key": search_key::name_key(&customer.name),
            ":kind": StableNameText(customer.kind),
            ":phones": WordList(customer.phones.clone()),
            ":area": customer.area,
            ":address": customer.address,
            ":door_note": customer.door_note,
            ":adults": customer.household.adults,
            ":children": customer.household.children,
            ":elders": customer.household.elders,
            ":payday": customer.payday.to_string(),
            ":weekdays": customer.weekdays.bits(),
            ":limit": customer.limit,
            ":tags": WordList(customer.tags.clone()),
            ":referred_by": customer.referred_by,
            ":birthday": customer.birthday.map(Iso),
            ":channel": StableNameText(customer.channel),
            ":language": customer.language.map(Language::tag),
            ":consent": StableNameText(customer.consent),
            ":note": customer.note,
            ":joined_on": Iso(customer.joined_on),
            ":left_on": left.map(|left| Iso(left.on)),
            ":left_reason": left.map_or("", |left| left.reason.as_str()),
            ":external": customer.external,
        })?;
        Ok(())
    }

    /// The dated changes of a household, oldest first.
    pub fn household_changes(&self, customer: CustomerId) -> Result<Vec<HouseholdChange>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT from_day, adults, children, elders FROM household_change WHERE customer_id = ?1 ORDER BY from_day",
        )?;
        let changes = statement.query_map([customer], |row| {
            Ok(HouseholdChange { from: day(row, 0)?, household: household(row, 1)? })
        })?;
        Ok(changes.collect::<rusqlite::Result<_>>()?)
    }

    /// Writes a dated change of a household, over one of the same day.
    pub fn put_household_change(
        &self,
        customer: CustomerId,
        change: &HouseholdChange,
    ) -> Result<()> {
        self.mark_customer_dirty(customer);
        self.conn
            .prepare_cached(
                "INSERT INTO household_change (customer_id, from_day, adults, children, elders)
                 VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (customer_id, from_day)
                 DO UPDATE SET adults = ?3, children = ?4, elders = ?5",
            )?
            .execute(params![
                customer,
                Iso(change.from),
                change.household.adults,
                change.household.children,
                change.household.elders
            ])?;
        Ok(())
    }

    /// The times away of a customer, oldest first.
    pub fn times_away(&self, customer: CustomerId) -> Result<Vec<Away>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT from_day, to_day, people FROM away WHERE customer_id = ?1 ORDER BY from_day, id",
        )?;
        let times = statement.query_map([customer], |row| {
            let period = Period { from: day(row, "from_day")?, to: day(row, "to_day")? };
            Ok(Away { period, people: row.get("people")? })
        })?;
        Ok(times.collect::<rusqlite::Result<_>>()?)
    }

    /// Writes a time away.
    pub fn insert_away(&self, customer: CustomerId, away: &Away) -> Result<()> {
        self.mark_customer_dirty(customer);
        self.conn
            .prepare_cached(
                "INSERT INTO away (customer_id, from_day, to_day, people) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![customer, Iso(away.period.from), Iso(away.period.to), away.people])?;
        Ok(())
    }

    /// The household of a customer on a day.
    pub fn household_on(&self, customer: &Customer, day: Day) -> Result<Household> {
        let changes = self.household_changes(customer.id)?;
        let current = changes.iter().rev().find(|change| change.from <= day);
        Ok(current.map_or(customer.household, |change| change.household))
    }
}
