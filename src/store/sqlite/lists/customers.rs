//! The list of customers, as windows of one total order.

use super::super::super::Result;
use super::super::Tx;
use super::super::customers::{CUSTOMER, customer};
use super::super::standing::{STANDING, standing};
use super::super::values::{Iso, maybe_day};
use crate::domain::Day;
use crate::domain::customer::Household;
use crate::domain::fold;
use crate::domain::id::CustomerId;
use crate::domain::rows::CustomerRow;
use rusqlite::types::ToSql;

/// A place in the list by code: between the customers, so that a window can begin at it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CustomerPlace {
    code_key: String,
    id: CustomerId,
}

impl CustomerPlace {
    /// Just at the row: a window after it begins with the next one, a window before it ends there.
    pub fn of(row: &CustomerRow) -> Self {
        Self { code_key: fold::code_key(&row.customer.code), id: row.customer.id }
    }
}

/// The household as it is on the day `?1`, and the first likely empty day.
const AS_IT_IS: &str = "
    (SELECT min(likely) FROM forecast WHERE forecast.customer_id = customer.id) AS next_empty,
    (SELECT adults || ' ' || children || ' ' || elders FROM household_change
      WHERE household_change.customer_id = customer.id AND from_day <= ?1
      ORDER BY from_day DESC LIMIT 1) AS household";

impl Tx<'_> {
    /// Customers by code whose name, sound, code, telephone, area, tags or address hold all these
    /// folded words: the first `most` after a place, or the last `most` before one in backward order.
    /// Those who have left are among them only if asked for.
    pub fn customer_rows(
        &self,
        words: &[String],
        with_left: bool,
        window: (Option<&CustomerPlace>, Window),
        most: u32,
        on: Day,
    ) -> Result<Vec<CustomerRow>> {
        let day = Iso(on);
        let mut values: Vec<&dyn ToSql> = vec![&day];
        let mut wanted = vec!["1".to_owned()];
        if !with_left {
            wanted.push("customer.left_on IS NULL".to_owned());
        }
        for word in words {
            values.push(word);
            let n = values.len();
            wanted.push(format!("instr(search.words, ?{n}) > 0"));
        }
        let (place, direction) = window;
        let (beyond, order) = match direction {
            Window::After => (">", "ASC"),
            Window::Before => ("<", "DESC"),
        };
        if let Some(place) = place {
            values.push(&place.code_key);
            values.push(&place.id);
            let n = values.len();
            wanted.push(format!("(customer.code_key, customer.id) {beyond} (?{}, ?{n})", n - 1));
        }
        let found = if words.is_empty() {
            "customer"
        } else {
            "search JOIN customer ON customer.id = search.customer_id"
        };
        let sql = format!(
            "SELECT {CUSTOMER}, {STANDING}, {AS_IT_IS}
               FROM {found} JOIN standing ON standing.customer_id = customer.id
              WHERE {} ORDER BY customer.code_key {order}, customer.id {order} LIMIT {most}",
            wanted.join(" AND ")
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map(values.as_slice(), |row| {
            let customer = customer(row)?;
            let changed: Option<String> = row.get(29)?;
            let household = changed.as_deref().and_then(household).unwrap_or(customer.household);
            Ok(CustomerRow {
                household,
                standing: standing(row, 24)?,
                next_empty: maybe_day(row, 28)?,
                customer,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// How many customers there are, those who have left among them only if asked for.
    pub fn count_customers(&self, with_left: bool) -> Result<u32> {
        let sql = "SELECT count(*) FROM customer WHERE ?1 OR left_on IS NULL";
        Ok(self.conn.prepare_cached(sql)?.query_row([with_left], |row| row.get(0))?)
    }
}

/// Which way a window opens from its place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Window {
    /// Towards the end of the list.
    After,
    /// Towards its beginning, the nearest first.
    Before,
}

fn household(text: &str) -> Option<Household> {
    let mut numbers = text.split(' ').map(str::parse);
    let mut next = || numbers.next()?.ok();
    Some(Household { adults: next()?, children: next()?, elders: next()? })
}
