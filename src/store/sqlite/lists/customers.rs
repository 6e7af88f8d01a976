//! The list of customers, as windows of one total order.

use super::super::super::Result;
use super::super::Tx;
use super::super::contact::last_mood;
use super::super::customers::{CUSTOMER, column_count, customer};
use super::super::derived::{STANDING, standing};
use super::super::values::maybe_day;
use super::window::SelectBuilder;
use crate::domain::Day;
use crate::domain::customer::Household;
use crate::domain::day::iso;
use crate::domain::id::CustomerId;
use crate::domain::query::{
    CustomerBy, CustomerCursor, CustomerQuery, IncludeFormer, PageDirection, SortBy,
};
use crate::domain::search_key;
use crate::domain::views::CustomerRow;

/// The first likely empty day, the household as it is on the day of the list, and the last mood.
const AS_IT_IS: &str = "standing.next_empty AS next_empty,
    (SELECT adults || ' ' || children || ' ' || elders FROM household_change
      WHERE household_change.customer_id = customer.id AND from_day <= :day
      ORDER BY from_day DESC LIMIT 1) AS household,
    (SELECT mood FROM contact WHERE contact.customer_id = customer.id
      ORDER BY day DESC, id DESC LIMIT 1) AS last_mood";

impl Tx<'_> {
    /// Returns a window of a list of customers: the first `most` rows after a place, or the last
    /// `most` before one in backward order. Their people are counted on a day, and sorted by balance
    /// they are as on that day.
    pub fn customer_rows(
        &self,
        list: &CustomerQuery,
        window: (Option<&CustomerCursor>, PageDirection),
        most: u32,
        on: Day,
    ) -> Result<Vec<CustomerRow>> {
        let mut listing = listing(list, list.sorted);
        listing.bind("day", iso(on).to_string());
        if list.sorted.by == CustomerBy::Balance && self.has_entries_after(on)? {
            listing.by_balance_then();
        }
        let select = format!("{}, {STANDING}, {AS_IT_IS}", *CUSTOMER);
        let sql = listing.window(&select, window, most);
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map(listing.values().as_slice(), |row| {
            let customer = customer(row)?;
            let changed: Option<String> = row.get("household")?;
            let household = changed.as_deref().and_then(household).unwrap_or(customer.household);
            Ok(CustomerRow {
                household,
                standing: standing(row, column_count())?,
                next_empty: maybe_day(row, "next_empty")?,
                last_mood: last_mood(row)?,
                customer,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns every customer of a list, by code.
    pub fn customers_in(&self, list: &CustomerQuery) -> Result<Vec<CustomerId>> {
        let mut listing = listing(list, SortBy::default());
        let sql = listing.window("customer.id", (None, PageDirection::After), u32::MAX);
        let mut statement = self.conn.prepare_cached(&sql)?;
        let ids = statement.query_map(listing.values().as_slice(), |row| row.get(0))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the number of former customers that match a query.
    pub fn count_former(&self, query: &str) -> Result<u32> {
        let list = CustomerQuery {
            query: query.to_owned(),
            left: IncludeFormer::With,
            ..CustomerQuery::default()
        };
        let mut listing = listing(&list, SortBy::default());
        listing.only("customer.left_on IS NOT NULL");
        let ids = listing.window("customer.id", (None, PageDirection::After), u32::MAX);
        let sql = format!("SELECT count(*) FROM ({ids})");
        let mut statement = self.conn.prepare_cached(&sql)?;
        Ok(statement.query_row(listing.values().as_slice(), |row| row.get(0))?)
    }

    /// Returns the number of customers; those who have left are counted only on request.
    pub fn count_customers(&self, left: IncludeFormer) -> Result<u32> {
        let sql = match left {
            IncludeFormer::With => "SELECT count(*) FROM customer",
            IncludeFormer::Without => "SELECT count(*) FROM customer WHERE left_on IS NULL",
        };
        Ok(self.conn.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
    }
}

fn listing(list: &CustomerQuery, sorted: SortBy<CustomerBy>) -> SelectBuilder {
    let mut listing = SelectBuilder::of_customers(&search_key::search_words(&list.query), sorted);
    if list.left == IncludeFormer::Without {
        listing.only("customer.left_on IS NULL");
    }
    listing
}

fn household(text: &str) -> Option<Household> {
    let mut numbers = text.split(' ').map(str::parse);
    let mut next = || numbers.next()?.ok();
    Some(Household { adults: next()?, children: next()?, elders: next()? })
}
