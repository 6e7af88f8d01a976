//! Customers: pages of their list, and finding the ones that a text means.

use crate::app::{App, Result, find};
use crate::domain::customer::{Customer, Household};
use crate::domain::id::CustomerId;
use crate::domain::query::CustomerPlace;
use crate::domain::query::{CustomerQuery, IncludeFormer, PageDirection};
use crate::domain::views::CustomerRow;
use crate::domain::{Day, search_key};

impl App {
    /// Returns a window of a list of customers: at most `most` rows next to a place in it. A window
    /// before a place returns the nearest row first.
    pub fn customers(
        &self,
        list: &CustomerQuery,
        window: (Option<&CustomerPlace>, PageDirection),
        most: u32,
    ) -> Result<Vec<CustomerRow>> {
        self.store.read(|tx| Ok(tx.customer_rows(list, window, most, self.today())?))
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
