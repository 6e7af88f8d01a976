//! Customers who are found by words, for a page of a list in any order.
//!
//! A list shows a few rows at a time. Where many customers hold the words, the first of them are found by
//! looking at one customer after the other in the order of the list. Where that takes too long, the words of
//! all customers are looked through once, and those who hold the searched ones are remembered, a bit for
//! each, for the other pages and for the next letter, which only some of them can hold.

use super::super::Result;
use super::dialect::{self, list_value};
use super::{Revision, Store, Tx};
use crate::domain::id::CustomerId;
use memchr::memmem::Finder;
use rusqlite::{Connection, params_from_iter};
use std::collections::{BTreeSet, HashMap};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};

/// The most customers that are looked at one by one before all are looked through. Each is looked up.
const NEAR: u32 = 1_000;
/// The number of customers that are looked at in the time for one, where their words lie one after the other
/// in the order of the list.
const IN_ORDER: u32 = 10;
/// The most customers who are sorted for a page.
const FEW: u32 = 2_000;

/// The last search of a connection.
pub(super) struct Search {
    found: Arc<Mutex<Found>>,
    near: AtomicU32,
    few: AtomicU32,
}

/// The condition of a query that customers are found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum SearchCondition {
    /// Nothing is searched for.
    All,
    /// They are looked at one by one, up to a number.
    Near,
    /// They are among these few, as [`list_value`] gives them.
    Few(String),
    /// They are among those remembered.
    Many,
}

#[derive(Default)]
struct Found {
    words: Vec<Finder<'static>>,
    /// Number of customers who may still be looked at one by one, and whether there were more.
    left: u32,
    is_exhausted: bool,
    /// The words of those who are remembered, and the state of the file.
    known: Option<(Vec<String>, Revision)>,
    /// A bit for each customer who is remembered, 64 of them together.
    bits: HashMap<i64, u64>,
    count: usize,
}

impl Found {
    /// Returns whether a text holds every word.
    fn holds(&self, text: &[u8]) -> bool {
        self.words.iter().all(|word| word.find(text).is_some())
    }

    /// Returns whether a text holds every word, or there is no time left to look.
    fn look(&mut self, text: &[u8]) -> bool {
        match self.left.checked_sub(1) {
            Some(left) => self.left = left,
            None => self.is_exhausted = true,
        }
        self.is_exhausted || self.holds(text)
    }

    fn has(&self, customer: i64) -> bool {
        self.bits.get(&(customer >> 6)).is_some_and(|bits| bits >> (customer & 63) & 1 == 1)
    }

    fn remember(&mut self, customer: i64) {
        *self.bits.entry(customer >> 6).or_default() |= 1 << (customer & 63);
        self.count += 1;
    }

    /// Returns the customers who are remembered.
    fn customers(&self) -> Vec<i64> {
        let of = |(&above, &bits): (&i64, &u64)| {
            (0..64).filter(move |bit| bits >> bit & 1 == 1).map(move |bit| above << 6 | bit)
        };
        self.bits.iter().flat_map(of).collect()
    }

    /// Returns whether whoever holds these words is among those who are remembered in this state.
    fn covers(&self, words: &[String], state: Revision) -> bool {
        let is_part = |known: &String| words.iter().any(|word| word.contains(known));
        self.known.as_ref().is_some_and(|(known, then)| *then == state && known.iter().all(is_part))
    }
}

impl Search {
    /// Returns the search of a connection, with the functions by which queries use it: `looked(words)` and
    /// `found(customer_id)`.
    pub fn of(conn: &Connection) -> rusqlite::Result<Self> {
        let found = Arc::new(Mutex::new(Found::default()));
        let looked = Arc::clone(&found);
        dialect::register_condition(conn, "looked", move |words| {
            Ok(lock(&looked).look(words.as_bytes()?))
        })?;
        let known = Arc::clone(&found);
        dialect::register_condition(conn, "found", move |customer| {
            Ok(lock(&known).has(customer.as_i64()?))
        })?;
        Ok(Self::with(found))
    }

    /// Returns the search of a connection on which nobody searches.
    pub fn none() -> &'static Self {
        static NONE: LazyLock<Search> = LazyLock::new(|| Search::with(Arc::default()));
        &NONE
    }

    const fn with(found: Arc<Mutex<Found>>) -> Self {
        Self { found, near: AtomicU32::new(NEAR), few: AtomicU32::new(FEW) }
    }

    /// Sets how many customers are looked at one by one, and how many are sorted for a page.
    pub fn limit(&self, near: u32, few: u32) {
        self.near.store(near, Ordering::Relaxed);
        self.few.store(few, Ordering::Relaxed);
        *self.found() = Found::default();
    }

    fn near(&self) -> u32 {
        self.near.load(Ordering::Relaxed)
    }

    fn is_few(&self, count: usize) -> bool {
        u32::try_from(count).is_ok_and(|count| count <= self.few.load(Ordering::Relaxed))
    }

    fn found(&self) -> MutexGuard<'_, Found> {
        lock(&self.found)
    }

    /// Begins to look at customers one by one, if they are not known.
    fn begin(&self, words: &[String], most: u32, state: Revision) -> bool {
        let mut found = self.found();
        if found.known.as_ref().is_some_and(|(known, then)| known == words && *then == state) {
            return false;
        }
        found.words = words.iter().map(|word| Finder::new(word).into_owned()).collect();
        (found.left, found.is_exhausted) = (most, false);
        true
    }
}

fn lock(found: &Mutex<Found>) -> MutexGuard<'_, Found> {
    found.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Store {
    /// Searches as if the shop were larger or smaller: looks at so many customers one by one before all are
    /// looked through, and sorts no more than `few` for a page.
    pub fn limit_search(&self, near: u32, few: u32) {
        self.search.limit(near, few);
    }
}

impl SearchCondition {
    /// Returns the condition for the customer in a column; `None` if there is none. A parameter has the
    /// value of the condition, if it needs one.
    pub fn condition(&self, customer: &str, parameter: &str) -> Option<String> {
        match self {
            Self::All => None,
            Self::Near => Some(format!(
                "looked((SELECT words FROM search WHERE search.customer_id = {customer}))"
            )),
            Self::Few(_) => Some(format!("{customer} {}", dialect::in_list(parameter))),
            Self::Many => Some(format!("found({customer})")),
        }
    }

    /// Returns the value that the condition needs.
    pub fn value(&self) -> Option<&str> {
        match self {
            Self::Few(customers) => Some(customers),
            Self::All | Self::Near | Self::Many => None,
        }
    }
}

impl Tx<'_> {
    /// Returns the rows that `read` finds of customers who hold every word. It is called a second time where
    /// too many had to be looked at.
    pub(super) fn searched<T>(
        &self,
        words: &[String],
        read: impl Fn(&SearchCondition) -> Result<Vec<T>>,
    ) -> Result<Vec<T>> {
        self.searched_within(words, self.search.near(), read)
    }

    /// Does the same for a list in the order in which the words are stored.
    pub(super) fn searched_in_order<T>(
        &self,
        words: &[String],
        read: impl Fn(&SearchCondition) -> Result<Vec<T>>,
    ) -> Result<Vec<T>> {
        self.searched_within(words, self.search.near().saturating_mul(IN_ORDER), read)
    }

    fn searched_within<T>(
        &self,
        words: &[String],
        most: u32,
        read: impl Fn(&SearchCondition) -> Result<Vec<T>>,
    ) -> Result<Vec<T>> {
        if words.is_empty() {
            return read(&SearchCondition::All);
        }
        if self.search.begin(words, most, self.state()?) {
            let near = read(&SearchCondition::Near)?;
            if !self.search.found().is_exhausted {
                return Ok(near);
            }
        }
        read(&self.all_who_hold(words)?)
    }

    /// Returns all customers who hold every word, of which there may be none.
    pub(super) fn all_who_hold(&self, words: &[String]) -> Result<SearchCondition> {
        if words.is_empty() {
            return Ok(SearchCondition::All);
        }
        let state = self.state()?;
        if self.search.begin(words, 0, state) {
            self.look_through(words, state)?;
        }
        let found = self.search.found();
        Ok(match self.search.is_few(found.count) {
            true => SearchCondition::Few(list_value(found.customers().into_iter())),
            false => SearchCondition::Many,
        })
    }

    /// Remembers who holds the words: of all customers, or of those remembered who hold a part of them.
    fn look_through(&self, words: &[String], state: Revision) -> Result<()> {
        let mut before = std::mem::take(&mut *self.search.found());
        let mut next = Found {
            words: std::mem::take(&mut before.words),
            known: Some((words.to_vec(), state)),
            ..Found::default()
        };
        let is_part = before.covers(words, state);
        let few = is_part && self.search.is_few(before.count);
        let those = few.then(|| list_value(before.customers().into_iter()));
        let sql = match those {
            Some(_) => format!(
                "SELECT customer_id, words FROM search WHERE customer_id {}",
                dialect::in_list("?1")
            ),
            None => "SELECT customer_id, words FROM search".to_owned(),
        };
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(those))?;
        while let Some(row) = rows.next()? {
            let customer = row.get(0)?;
            let text = row.get_ref(1)?.as_bytes().map_err(rusqlite::Error::from)?;
            if (!is_part || before.has(customer)) && next.holds(text) {
                next.remember(customer);
            }
        }
        *self.search.found() = next;
        Ok(())
    }

    /// Returns those of some customers who hold every word.
    pub fn holding(
        &self,
        customers: &BTreeSet<CustomerId>,
        words: &[String],
    ) -> Result<BTreeSet<CustomerId>> {
        if !self.search.begin(words, u32::MAX, self.state()?) {
            let found = self.search.found();
            return Ok(customers.iter().filter(|id| found.has(id.number())).copied().collect());
        }
        let sql = format!(
            "SELECT customer_id FROM search WHERE customer_id {} AND looked(words)",
            dialect::in_list("?1")
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let ids = list_value(customers.iter().map(|id| id.number()));
        let ids = statement.query_map([ids], |row| row.get(0))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }
}
