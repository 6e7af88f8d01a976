//! The list of customers, as windows of one total order.

use super::super::super::Result;
use super::super::Tx;
use super::super::contact::last_mood;
use super::super::customers::{CUSTOMER, column_count, customer};
use super::super::derived::{STANDING, standing};
use super::super::search::SearchCondition;
use super::super::values::maybe_day;
use super::window::SelectBuilder;
use crate::domain::Day;
use crate::domain::customer::Household;
use crate::domain::day::iso;
use crate::domain::id::CustomerId;
use crate::domain::query::{
    CustomerBy, CustomerCursor, CustomerQuery, IncludeFormer, PageDirection, SortBy, SortDirection,
};
use crate::domain::search_key;
use crate::domain::views::CustomerRow;
use std::collections::HashSet;

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
        let words = search_key::search_words(&list.query);
        let read = |listing| self.window_of_customers(listing, list, window, most, on);
        match list.sorted.by {
            CustomerBy::Code => {
                self.searched_in_order(&words, |sought| read(listing(list, sought)))
            }
            CustomerBy::People => match self.all_who_hold(&words)? {
                few @ SearchCondition::Few(_) => read(listing(list, &few)),
                sought => {
                    let mut rows = read(listing(list, &sought).of_unchanged_households())?;
                    rows.extend(read(listing(list, &sought).of_changed_households())?);
                    Ok(nearest(rows, list.sorted, window.1, most))
                }
            },
            _ => self.searched(&words, |sought| read(listing(list, sought))),
        }
    }

    fn window_of_customers(
        &self,
        mut listing: SelectBuilder,
        list: &CustomerQuery,
        window: (Option<&CustomerCursor>, PageDirection),
        most: u32,
        on: Day,
    ) -> Result<Vec<CustomerRow>> {
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

    /// Returns every customer of a list, in no particular order.
    pub fn customers_in(&self, list: &CustomerQuery) -> Result<Vec<CustomerId>> {
        let sought = self.all_who_hold(&search_key::search_words(&list.query))?;
        if sought != SearchCondition::All {
            return self.customers_of(&listing(list, &sought));
        }
        // An index has all identities, and another one those who have left: no customer is read.
        let ids = |sql| -> Result<Vec<CustomerId>> {
            let mut statement = self.conn.prepare_cached(sql)?;
            let ids = statement.query_map([], |row| row.get(0))?;
            Ok(ids.collect::<rusqlite::Result<_>>()?)
        };
        let mut all = ids("SELECT id FROM customer")?;
        if list.left == IncludeFormer::Without {
            let former = ids("SELECT id FROM customer WHERE left_on IS NOT NULL")?;
            let former: HashSet<CustomerId> = former.into_iter().collect();
            all.retain(|customer| !former.contains(customer));
        }
        Ok(all)
    }

    /// Returns the number of former customers that match a query.
    pub fn count_former(&self, query: &str) -> Result<u32> {
        let sought = self.all_who_hold(&search_key::search_words(query))?;
        let with = CustomerQuery { left: IncludeFormer::With, ..CustomerQuery::default() };
        let mut listing = listing(&with, &sought);
        listing.only("customer.left_on IS NOT NULL");
        let sql = listing.all("count(*)");
        let mut statement = self.conn.prepare_cached(&sql)?;
        Ok(statement.query_row(listing.values().as_slice(), |row| row.get(0))?)
    }

    /// Returns the number of customers; those who have left are counted only on request.
    pub fn count_customers(&self, left: IncludeFormer) -> Result<u32> {
        let sql = match left {
            IncludeFormer::With => "SELECT count(*) FROM customer",
            // All, and those who have left, are counted without reading a row.
            IncludeFormer::Without => {
                "SELECT (SELECT count(*) FROM customer)
                      - (SELECT count(*) FROM customer WHERE left_on IS NOT NULL)"
            }
        };
        Ok(self.conn.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
    }
}

fn listing(list: &CustomerQuery, sought: &SearchCondition) -> SelectBuilder {
    let mut listing = SelectBuilder::of_customers(sought, list.sorted);
    if list.left == IncludeFormer::Without {
        listing.only("customer.left_on IS NULL");
    }
    listing
}

/// Returns the first `most` of the rows of several windows from one place, in the order of a window.
fn nearest(
    mut rows: Vec<CustomerRow>,
    sorted: SortBy<CustomerBy>,
    window: PageDirection,
    most: u32,
) -> Vec<CustomerRow> {
    rows.sort_by_cached_key(|row| CustomerCursor::of(row, sorted.by));
    let is_downwards = sorted.direction == SortDirection::Descending;
    if is_downwards != (window == PageDirection::Before) {
        rows.reverse();
    }
    rows.truncate(most as usize);
    rows
}

fn household(text: &str) -> Option<Household> {
    let mut numbers = text.split(' ').map(str::parse);
    let mut next = || numbers.next()?.ok();
    Some(Household { adults: next()?, children: next()?, elders: next()? })
}
