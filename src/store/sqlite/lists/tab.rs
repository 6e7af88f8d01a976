//! Customers who owe, and customers who have paid ahead.

use super::super::super::{Error, Result};
use super::super::Tx;
use super::super::derived::{open_debts, standing};
use super::super::dialect::{ORDERED_JOIN, list_value};
use super::super::search::SearchCondition;
use super::super::tab::{ENTRY, entry};
use super::super::values::{Iso, maybe_day, parsed};
use super::window::SelectBuilder;
use super::{LABEL, first_word, label};
use crate::domain::day::iso;
use crate::domain::id::CustomerId;
use crate::domain::payday::Payday;
use crate::domain::promise::PromisedPayment;
use crate::domain::query::{CustomerCursor, PageDirection, SortBy, TabQuery};
use crate::domain::tab::Entry;
use crate::domain::views::{AccountStatus, TabRow};
use crate::domain::{Day, search_key};
use rusqlite::Row;
use std::collections::BTreeSet;

/// The columns of a tab behind those of the customer's label. Of several open promises the one with the
/// last day counts. The plus leads the engine to the index of the rules, where few customers have a promise,
/// and not to that of all due days.
pub(super) const ACCOUNT: &str =
    "customer.phones, customer.payday, standing.balance, standing.open, standing.last_delivery, standing.last_contact,
    coalesce(customer.debt_limit, (SELECT credit_limit FROM shop)) AS credit_limit,
    standing.settled_times, standing.settled_on_time, standing.settled_late_days, standing.first_entry,
    (SELECT max(+due_on) FROM follow_up WHERE follow_up.customer_id = customer.id
        AND follow_up.rule = 'promise' AND follow_up.stage = 'open'
        AND NOT EXISTS (SELECT 1 FROM promise_met WHERE follow_up_id = follow_up.id)) AS promised,
    (SELECT amount FROM follow_up WHERE follow_up.customer_id = customer.id
        AND follow_up.rule = 'promise' AND follow_up.stage = 'open'
        AND NOT EXISTS (SELECT 1 FROM promise_met WHERE follow_up_id = follow_up.id)
      ORDER BY +due_on DESC, id DESC LIMIT 1) AS promised_amount";

pub(super) fn owing_row(row: &Row) -> rusqlite::Result<TabRow> {
    owing_row_from(row, 0)
}

/// Returns the row in the columns from `first` on.
fn owing_row_from(row: &Row, first: usize) -> rusqlite::Result<TabRow> {
    Ok(TabRow {
        who: label(row, first)?,
        phone: first_word(row.get_ref(first + 5)?.as_str()?),
        payday: parsed(row, first + 6, Payday::parse)?,
        standing: standing(row, first + 7)?,
        promised: match maybe_day(row, first + 16)? {
            Some(by) => Some(PromisedPayment { by, amount: row.get(first + 17)? }),
            None => None,
        },
        trust: None,
        has_complaint: false,
    })
}

fn listing(list: &TabQuery, sought: &SearchCondition) -> SelectBuilder {
    let mut listing = SelectBuilder::of_tabs(sought, list.sorted);
    if let Some(due_by) = list.due_by {
        listing.only("standing.oldest_due <= :due_by");
        listing.bind("due_by", iso(due_by).to_string());
    }
    if let Some(on) = list.on {
        listing.only(
            "NOT EXISTS (SELECT 1 FROM entry
                 WHERE entry.customer_id = standing.customer_id AND entry.day > :on)",
        );
        listing.bind("on", iso(on).to_string());
    }
    listing
}

impl Tx<'_> {
    /// Returns a window of a list of tabs: the first `most` rows after a place, or the last `most`
    /// before one in backward order. A list of a past state has only those whose standing today is
    /// the same as it was then.
    pub fn tab_rows(
        &self,
        list: &TabQuery,
        window: (Option<&CustomerCursor>, PageDirection),
        most: u32,
    ) -> Result<Vec<TabRow>> {
        self.searched(&search_key::search_words(&list.query), |sought| {
            let mut listing = listing(list, sought);
            let select = format!("{LABEL}, {ACCOUNT}");
            let sql = listing.window(&select, window, most);
            let mut statement = self.conn.prepare_cached(&sql)?;
            let rows = statement.query_map(listing.values().as_slice(), owing_row)?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// Returns every customer of a list of tabs, in no particular order.
    pub fn tabs_in(&self, list: &TabQuery) -> Result<Vec<CustomerId>> {
        let sought = self.all_who_hold(&search_key::search_words(&list.query))?;
        let list = TabQuery { sorted: SortBy::default(), ..list.clone() };
        self.customers_of(&listing(&list, &sought).of_standings())
    }

    /// Passes to `job` the balance and the open debts of every customer whose balance is not zero, or only of those with
    /// a debt that is due by a day.
    pub fn each_uneven(
        &self,
        due_by: Option<Day>,
        mut job: impl FnMut(AccountStatus),
    ) -> Result<()> {
        // Both are read from their indexes alone; whoever has no due day has credit.
        let owing =
            "SELECT balance, open FROM standing WHERE oldest_due <= coalesce(?1, '9999-12-31')";
        let credit = "SELECT balance, '' FROM standing WHERE ?1 IS NULL AND balance < 0";
        for sql in [owing, credit] {
            let mut statement = self.conn.prepare_cached(sql)?;
            let mut rows = statement.query([due_by.map(Iso)])?;
            while let Some(row) = rows.next()? {
                let (balance, open) = (row.get(0)?, parsed(row, 1, open_debts)?);
                job(AccountStatus { balance, open, ..AccountStatus::default() });
            }
        }
        Ok(())
    }

    /// Returns the customers with an open debt that is due by `due_by`, the oldest due day first.
    pub fn owing_rows(&self, due_by: Day) -> Result<Vec<TabRow>> {
        let sql = format!(
            "SELECT {LABEL}, {ACCOUNT}
               FROM standing JOIN customer ON customer.id = standing.customer_id
              WHERE standing.oldest_due <= ?1 ORDER BY standing.oldest_due, customer.code_key, customer.id"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let rows = statement.query_map([Iso(due_by)], owing_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Passes to `f` every customer whose balance is not zero, the oldest due day first, and those
    /// of one day by code. Stops at the first error.
    ///
    /// # Errors
    /// If the file cannot be read, or the first error that `f` returns.
    pub fn each_uneven_row<E: From<Error>>(
        &self,
        mut f: impl FnMut(TabRow) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        // A cross join keeps to the index of the due days, so that only those of one day are
        // sorted.
        let sql = format!(
            "SELECT {LABEL}, {ACCOUNT}
               FROM standing {ORDERED_JOIN} customer ON customer.id = standing.customer_id
              WHERE standing.balance <> 0
              ORDER BY coalesce(standing.oldest_due, '9999-12-31'), customer.code_key, customer.id"
        );
        let mut statement = self.conn.prepare_cached(&sql).map_err(Error::from)?;
        let mut rows = statement.query([]).map_err(Error::from)?;
        while let Some(row) = rows.next().map_err(Error::from)? {
            f(owing_row(row).map_err(Error::from)?)?;
        }
        Ok(())
    }

    /// Gives `look` the tabs of these customers, each with its entries until a day.
    pub fn each_tab_until(
        &self,
        customers: &BTreeSet<CustomerId>,
        until: Day,
        mut look: impl FnMut(TabRow, Vec<Entry>),
    ) -> Result<()> {
        // Cross joins keep the order of the customers: their tabs and their entries are read side by side.
        let wanted = "json_each(?1) AS wanted";
        let tabs = format!(
            "SELECT customer.id, {LABEL}, {ACCOUNT}
               FROM {wanted}
               {ORDERED_JOIN} customer ON customer.id = wanted.value
               {ORDERED_JOIN} standing ON standing.customer_id = customer.id"
        );
        let entries = format!(
            "SELECT {ENTRY}
               FROM {wanted}
               {ORDERED_JOIN} entry ON entry.customer_id = wanted.value AND entry.day <= ?2"
        );
        let ids = list_value(customers.iter().map(|id| id.number()));
        let mut entries = self.conn.prepare_cached(&entries)?;
        let mut entries = entries.query_map((&ids, Iso(until)), entry)?.peekable();
        let mut tabs = self.conn.prepare_cached(&tabs)?;
        let mut tabs = tabs.query([&ids])?;
        while let Some(row) = tabs.next()? {
            let customer: CustomerId = row.get(0)?;
            let mut theirs = Vec::new();
            let is_theirs = |next: &rusqlite::Result<Entry>| {
                next.as_ref().map_or(true, |entry| entry.customer <= customer)
            };
            while let Some(next) = entries.next_if(is_theirs) {
                let next = next?;
                // Entries of a customer without a tab are left out.
                if next.customer == customer {
                    theirs.push(next);
                }
            }
            look(owing_row_from(row, 1)?, theirs);
        }
        Ok(())
    }

    /// Returns whether any tab has an entry after a day.
    pub fn has_entries_after(&self, day: Day) -> Result<bool> {
        let sql = "SELECT 1 FROM entry WHERE day > ?1";
        Ok(self.conn.prepare_cached(sql)?.exists([Iso(day)])?)
    }

    /// Returns those of some customers whose tab has an entry after a day.
    pub fn with_entries_after(
        &self,
        customers: &BTreeSet<CustomerId>,
        day: Day,
    ) -> Result<BTreeSet<CustomerId>> {
        let sql = "SELECT wanted.value FROM json_each(?1) AS wanted
              WHERE EXISTS (SELECT 1 FROM entry WHERE customer_id = wanted.value AND day > ?2)";
        let ids = list_value(customers.iter().map(|id| id.number()));
        let mut statement = self.conn.prepare_cached(sql)?;
        let later = statement.query_map((ids, Iso(day)), |row| row.get(0))?;
        Ok(later.collect::<rusqlite::Result<_>>()?)
    }

    /// Returns the customers whose tab has an entry after a day.
    pub fn customers_with_entries_after(&self, day: Day) -> Result<BTreeSet<CustomerId>> {
        // Gathered here: asked for them without doubles, the engine reads every entry in their
        // order.
        let mut statement =
            self.conn.prepare_cached("SELECT customer_id FROM entry WHERE day > ?1")?;
        let ids = statement.query_map([Iso(day)], |row| row.get(0))?;
        Ok(ids.collect::<rusqlite::Result<_>>()?)
    }
}
