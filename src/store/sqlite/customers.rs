//! Customers, the dated changes of their households, and their times away.

use super::super::Result;
use super::changes::is_of_row;
use super::dialect::{ORDERED_JOIN, in_list, list_value};
use super::dirty::CustomerPart;
use super::record::{StoredRecord, columns_of, day_value};
use super::values::{Iso, day, maybe_day};
use super::{Tx, fields, optional, record};
use crate::domain::Day;
use crate::domain::action::ActionKind;
use crate::domain::customer::{
    Away, Customer, CustomerField, Departure, Household, HouseholdChange,
};
use crate::domain::day::Period;
use crate::domain::id::CustomerId;
use crate::domain::search_key;
use rusqlite::types::Value;
use rusqlite::{Row, Rows, params};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Columns of a customer that are no [`CustomerField`] of one column, in the order in which they are
/// read.
const OWN_COLUMNS: [&str; 8] =
    ["id", "joined_on", "left_on", "left_reason", "external", "adults", "children", "elders"];

impl StoredRecord for Customer {
    const TABLE: &'static str = "customer";

    fn columns() -> Vec<&'static str> {
        let fields = fields::stored::<CustomerField>().map(CustomerField::column);
        OWN_COLUMNS.into_iter().chain(fields).collect()
    }

    fn read(row: &Row) -> rusqlite::Result<Self> {
        let mut customer = Self::new(row.get(0)?, String::new(), String::new(), day(row, 1)?);
        let left_reason: String = row.get(3)?;
        customer.left = maybe_day(row, 2)?.map(|on| Departure { on, reason: left_reason });
        customer.external = row.get(4)?;
        customer.household = household(row, 5)?;
        fields::read_from::<CustomerField>(row, OWN_COLUMNS.len(), &mut customer)?;
        Ok(customer)
    }

    fn number(&self) -> i64 {
        self.id.number()
    }

    fn bind(&self) -> Vec<(&'static str, Value)> {
        let left = self.left.as_ref();
        let Household { adults, children, elders } = self.household;
        let mut cells = vec![
            ("code_key", search_key::code_key(&self.code).into()),
            ("name_key", search_key::name_key(&self.name).into()),
            ("joined_on", day_value(self.joined_on)),
            ("left_on", left.map_or(Value::Null, |left| day_value(left.on))),
            ("left_reason", left.map_or_else(String::new, |left| left.reason.clone()).into()),
            ("external", self.external.clone().into()),
            ("adults", adults.into()),
            ("children", children.into()),
            ("elders", elders.into()),
        ];
        cells.extend(fields::bind::<CustomerField>(self));
        cells
    }
}

/// The columns of a customer, for a query that names the table `customer` and begins with them.
pub(super) static CUSTOMER: LazyLock<&str> = LazyLock::new(columns_of::<Customer>);

/// Returns how many columns [`CUSTOMER`] has.
pub(super) fn column_count() -> usize {
    record::column_count::<Customer>()
}

/// Reads a customer from a row that begins with the columns of [`CUSTOMER`].
pub(super) fn customer(row: &Row) -> rusqlite::Result<Customer> {
    Customer::read(row)
}

/// Returns the people in three columns from `first` on.
pub(super) fn household(row: &Row, first: usize) -> rusqlite::Result<Household> {
    Ok(Household {
        adults: row.get(first)?,
        children: row.get(first + 1)?,
        elders: row.get(first + 2)?,
    })
}

impl Tx<'_> {
    /// Returns one customer.
    pub fn customer(&self, id: CustomerId) -> Result<Option<Customer>> {
        self.find(id.number())
    }

    /// Returns the customer with exactly this code, ignoring the case and width of letters.
    pub fn customer_with_code(&self, code: &str) -> Result<Option<Customer>> {
        // The key treats `C1` and `C001` as equal, so a few more may be found than were asked for.
        let sql = format!("SELECT {} FROM customer WHERE code_key = ?1 ORDER BY id", *CUSTOMER);
        let mut statement = self.conn.prepare_cached(&sql)?;
        for found in statement.query_map([search_key::code_key(code)], customer)? {
            let found = found?;
            if search_key::fold(&found.code) == search_key::fold(code) {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    /// Returns the customers whose name, sound, code or telephone has all these folded words in it,
    /// by code; no more than `most`.
    pub fn customers_called(&self, words: &[String], most: u32) -> Result<Vec<Customer>> {
        // The distinguishing words precede the tab; the second test runs only for those found.
        let found: Vec<String> = (1..=words.len())
            .map(|n| format!("holds(words, ?{n}) AND instr(words, ?{n}) < instr(words, char(9))"))
            .collect();
        let found = found.join(" AND ");
        let sql = format!(
            "SELECT {} FROM search {ORDERED_JOIN} customer ON customer.id = search.customer_id
              WHERE {found} ORDER BY search.code_key, search.customer_id LIMIT {most}",
            *CUSTOMER
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let customers = statement.query_map(rusqlite::params_from_iter(words), customer)?;
        Ok(customers.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the customers with exactly this name, or with this telephone number.
    pub fn customers_like(
        &self,
        name: &str,
        phones: &[String],
        most: u32,
    ) -> Result<Vec<Customer>> {
        let mut alike = Vec::new();
        let by_name = format!(
            "SELECT {} FROM customer WHERE name_key = ?1 AND name = ?2 ORDER BY id LIMIT {most}",
            *CUSTOMER
        );
        let mut statement = self.conn.prepare_cached(&by_name)?;
        for found in statement.query_map(params![search_key::name_key(name), name], customer)? {
            alike.push(found?);
        }
        let by_phone = format!(
            "SELECT {} FROM phone JOIN customer ON customer.id = phone.customer_id
              WHERE phone.number = ?1 ORDER BY customer.code_key, customer.id LIMIT {most}",
            *CUSTOMER
        );
        let mut statement = self.conn.prepare_cached(&by_phone)?;
        for key in phones.iter().map(|phone| search_key::phone_key(phone)) {
            for found in statement.query_map([&key], customer)? {
                let found = found?;
                if alike.iter().all(|known: &Customer| known.id != found.id) {
                    alike.push(found);
                }
            }
        }
        Ok(alike)
    }

    /// Returns the number behind the highest made code (`C001`), zero if there is none.
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
        let id = CustomerId::new(self.insert(customer)?);
        self.mark_customer_dirty(id, CustomerPart::all());
        Ok(id)
    }

    /// Writes a customer over the one with the same identity.
    pub fn update_customer(&self, customer: &Customer) -> Result<()> {
        self.mark_customer_dirty(customer.id, CustomerPart::all());
        self.update(customer)
    }

    /// Returns the dated changes of a household, oldest first.
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
        self.mark_customer_dirty(customer, CustomerPart::JARS);
        let of_the_day = params![customer, Iso(change.from)];
        self.keep_rows("household_change", "customer_id = ?1 AND from_day = ?2", of_the_day)?;
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

    /// Returns whether a customer came from a file, and was not added by hand.
    pub fn is_imported(&self, customer: CustomerId) -> Result<bool> {
        self.write_changes()?;
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT EXISTS (SELECT 1 FROM change JOIN action ON action.id = change.action_id
                             WHERE {} AND action.deed = ?2)",
            is_of_row("change", "'customer'", "?1")
        ))?;
        let kind = ActionKind::Imported.key();
        Ok(statement.query_row(params![customer, kind], |row| row.get(0))?)
    }

    /// Returns the times away of a customer, oldest first.
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

    /// Returns the periods that end on `since` or later and in which nobody is there, of all customers.
    pub fn absences(&self, since: Day) -> Result<BTreeMap<CustomerId, Vec<Period>>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT customer_id, from_day, to_day FROM away
              WHERE people IS NULL AND to_day >= ?1 ORDER BY customer_id, from_day",
        )?;
        gather_absences(statement.query([Iso(since)])?)
    }

    /// Returns all periods in which nobody is there, of these customers.
    pub fn absences_of(
        &self,
        customers: impl Iterator<Item = CustomerId>,
    ) -> Result<BTreeMap<CustomerId, Vec<Period>>> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT customer_id, from_day, to_day FROM away
              WHERE people IS NULL AND customer_id {} ORDER BY customer_id, from_day",
            in_list("?1")
        ))?;
        let customers = list_value(customers.map(|customer| customer.number()));
        gather_absences(statement.query([customers])?)
    }

    /// Writes a time away.
    pub fn insert_away(&self, customer: CustomerId, away: &Away) -> Result<()> {
        self.mark_customer_dirty(customer, CustomerPart::JARS);
        self.conn
            .prepare_cached(
                "INSERT INTO away (customer_id, from_day, to_day, people) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![customer, Iso(away.period.from), Iso(away.period.to), away.people])?;
        Ok(())
    }

    /// Returns the household of a customer on a day.
    pub fn household_on(&self, customer: &Customer, day: Day) -> Result<Household> {
        let changes = self.household_changes(customer.id)?;
        let current = changes.iter().rev().find(|change| change.from <= day);
        Ok(current.map_or(customer.household, |change| change.household))
    }
}

/// Returns the periods of the rows by customer; those of one customer come one after the other.
fn gather_absences(mut rows: Rows) -> Result<BTreeMap<CustomerId, Vec<Period>>> {
    let mut absences: BTreeMap<CustomerId, Vec<Period>> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let period = Period { from: day(row, 1)?, to: day(row, 2)? };
        absences.entry(row.get(0)?).or_default().push(period);
    }
    Ok(absences)
}
