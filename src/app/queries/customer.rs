//! Customers: pages of their list, and finding the ones that a text means.

use crate::app::accounts::accounts_on;
use crate::app::error::Passthrough;
use crate::app::{App, Error, Result, find};
use crate::domain::customer::{Customer, Household};
use crate::domain::id::CustomerId;
use crate::domain::query::{CustomerCursor, CustomerQuery, IncludeFormer, Page, PageDirection};
use crate::domain::views::CustomerRow;
use crate::domain::{Day, search_key};
use crate::store::Tx;

/// Number of customers that are read at a time.
const AT_ONCE: u32 = 500;

impl App {
    /// Returns a window of a list of customers: at most `most` rows next to a place in it. A window
    /// before a place returns the nearest row first.
    pub fn customers(
        &self,
        list: &CustomerQuery,
        window: (Option<&CustomerCursor>, PageDirection),
        most: u32,
    ) -> Result<Vec<CustomerRow>> {
        let day = self.today();
        self.store.read(|tx| accounts_on(tx, day, tx.customer_rows(list, window, most, day)?))
    }

    /// Gives `f` every row of a list of customers, in its order. Holds a few of them at a time; the first error
    /// ends it.
    ///
    /// # Errors
    /// Returns the error of `f`, or an error if the file cannot be read.
    pub fn each_customer<E: From<Error>>(
        &self,
        list: &CustomerQuery,
        mut f: impl FnMut(&CustomerRow) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let day = self.today();
        let read = |tx: &Tx| -> std::result::Result<(), Passthrough<E>> {
            let mut place = None;
            loop {
                let window = (place.as_ref(), PageDirection::After);
                let rows = accounts_on(tx, day, tx.customer_rows(list, window, AT_ONCE, day)?)?;
                rows.iter().try_for_each(|row| f(row).map_err(Passthrough))?;
                match rows.last() {
                    Some(last) if rows.len() == AT_ONCE as usize => {
                        place = Some(CustomerCursor::of(last, list.sorted.by));
                    }
                    Some(_) | None => return Ok(()),
                }
            }
        };
        self.store.read(read).map_err(|Passthrough(error)| error)
    }

    /// Returns the page of a list on which a customer is in the middle, and up to one row more than
    /// `most`; `None` if the list does not have the customer.
    pub fn customers_around(
        &self,
        list: &CustomerQuery,
        id: CustomerId,
        most: usize,
    ) -> Result<Option<(Page<CustomerCursor>, Vec<CustomerRow>)>> {
        let Some(customer) = self.store.read(|tx| Ok::<_, Error>(tx.customer(id)?))? else {
            return Ok(None);
        };
        let limit = |most: usize| u32::try_from(most).unwrap_or(u32::MAX).saturating_add(1);
        // Few are found by the code of another.
        let by_code = CustomerQuery { query: customer.code, ..list.clone() };
        let rows = self.customers(&by_code, (None, PageDirection::After), limit(most))?;
        let Some(row) = rows.iter().find(|row| row.customer.id == id) else { return Ok(None) };
        let cursor = |row: &CustomerRow| CustomerCursor::of(row, list.sorted.by);
        let (here, half) = (cursor(row), most / 2);
        let before = self.customers(list, (Some(&here), PageDirection::Before), limit(half))?;
        let before = before.get(half).map(cursor);
        let rows = self.customers(list, (before.as_ref(), PageDirection::After), limit(most))?;
        Ok(Some((Page::Again(before), rows)))
    }

    /// Returns a customer.
    ///
    /// # Errors
    /// If there is none.
    pub fn customer(&self, id: CustomerId) -> Result<Customer> {
        self.store.read(|tx| find::customer(tx, id))
    }

    /// Returns the first customers that match a query, by code; an empty query matches none.
    pub fn find_customers(&self, query: &str, most: u32) -> Result<Vec<Customer>> {
        if query.is_empty() {
            return Ok(Vec::new());
        }
        let list = CustomerQuery { query: query.to_owned(), ..CustomerQuery::default() };
        let rows = self.customers(&list, (None, PageDirection::After), most)?;
        Ok(rows.into_iter().map(|row| row.customer).collect())
    }

    /// Returns every customer of a list, in no order.
    pub fn customers_in(&self, list: &CustomerQuery) -> Result<Vec<CustomerId>> {
        self.store.read(|tx| Ok(tx.customers_in(list)?))
    }

    /// Counts the customers, with or without those who have left.
    pub fn count_customers(&self, left: IncludeFormer) -> Result<u32> {
        self.store.read(|tx| Ok(tx.count_customers(left)?))
    }

    /// Returns the number of former customers that match a query.
    pub fn count_former(&self, query: &str) -> Result<u32> {
        self.store.read(|tx| Ok(tx.count_former(query)?))
    }

    /// Finds the customers to whom a person refers by a code, `#id`, a part of a name, its pinyin
    /// or initials, or digits of a telephone: the one with that very code or identity, else all
    /// that fit, no more than `most`.
    pub fn customers_meant(&self, who: &str, most: u32) -> Result<Vec<Customer>> {
        self.store.read(|tx| {
            let identity = who.strip_prefix('#').and_then(|number| number.parse().ok());
            let exact = match identity {
                Some(number) => tx.customer(CustomerId::new(number))?,
                None => tx.customer_with_code(who)?,
            };
            match (exact, search_key::search_words(who)) {
                (Some(customer), _) => Ok(vec![customer]),
                (None, words) if words.is_empty() => Ok(Vec::new()),
                (None, words) => Ok(tx.customers_called(&words, most)?),
            }
        })
    }

    /// Returns a customer's household on a day.
    ///
    /// # Errors
    /// If there is no such customer.
    pub fn household_on(&self, customer: CustomerId, day: Day) -> Result<Household> {
        self.store.read(|tx| Ok(tx.household_on(&find::customer(tx, customer)?, day)?))
    }
}
