//! Debts of customers: one tab, windows of all tabs, and their sums, on any day as it was known
//! then.

use crate::app::accounts::{each_account_on, each_balance_on};
use crate::app::error::Passthrough;
use crate::app::trust::{trust_score, with_marks};
use crate::app::{App, Error, Result, find};
use crate::domain::customer::Customer;
use crate::domain::id::CustomerId;
use crate::domain::query::CustomerCursor;
use crate::domain::query::{PageDirection, SortDirection, TabQuery};
use crate::domain::shop::Shop;
use crate::domain::tab::{Ageing, Statement, statement};
use crate::domain::views::{AccountStatus, TabRow};
use crate::domain::{Day, search_key};
use crate::reports::stop_order::WalkingOrder;
use crate::reports::{DueTab, Owed, ageing};
use crate::store::{self, Tx};

impl App {
    /// Returns a customer's tab until today: every entry with the running balance, its due day, and
    /// the debts that each payment settled.
    pub fn tab(&self, customer: CustomerId) -> Result<(Customer, Statement)> {
        self.store.read(|tx| {
            let (customer, statement) = tab_on(tx, customer, self.today())?;
            let mut rows = tx.standings_of(&[customer.id])?.into_iter();
            let promised = rows.find_map(|row| row.promised);
            let trust = trust_score(tx, customer.id, self.today())?;
            Ok((customer, Statement { promised, trust, ..statement }))
        })
    }

    /// Calls `f` with every tab whose balance is not zero, its trust grade and its ageing, by oldest due day and
    /// then by code, and returns the sums. Stops at the first error.
    ///
    /// # Errors
    /// Returns the error of `f`, or an error if the file cannot be read.
    pub fn each_tab<E: From<Error>>(
        &self,
        mut f: impl FnMut(&TabRow, Ageing) -> std::result::Result<(), E>,
    ) -> std::result::Result<Owed, E> {
        let mut f = |row: &TabRow, ageing| f(row, ageing).map_err(Passthrough);
        let day = self.today();
        self.store
            .read(|tx| {
                let (mut owed, broken) = (Owed::default(), tx.broken_promises(None, day)?);
                each_tab(tx, day, |mut row| {
                    owed.add(&row.standing, None, day);
                    row.grade(&broken, day);
                    f(&row, ageing(&row.standing, day))
                })?;
                Ok(owed)
            })
            .map_err(|Passthrough(error)| error)
    }

    /// Returns a window of a list of tabs: at most `most` rows next to a place in it. A window
    /// before a place returns the nearest row first.
    pub fn tabs(
        &self,
        list: &TabQuery,
        window: (Option<&CustomerCursor>, PageDirection),
        most: u32,
    ) -> Result<Vec<TabRow>> {
        let day = list.on.unwrap_or(self.today());
        self.store.read(|tx| {
            let tabs = match tx.has_entries_after(day)? {
                false => tx.tab_rows(&TabQuery { on: None, ..list.clone() }, window, most)?,
                true => tabs_then(tx, day, list, window, most)?,
            };
            with_marks(tx, tabs, day)
        })
    }

    /// Returns every customer of a list of tabs, in no order.
    pub fn tabs_in(&self, list: &TabQuery) -> Result<Vec<CustomerId>> {
        let day = list.on.unwrap_or(self.today());
        self.store.read(|tx| match tx.has_entries_after(day)? {
            false => Ok(tx.tabs_in(&TabQuery { on: None, ..list.clone() })?),
            true => {
                let all = tabs_then(tx, day, list, (None, PageDirection::After), u32::MAX)?;
                Ok(all.into_iter().map(|row| row.who.id).collect())
            }
        })
    }

    /// Returns the tabs to collect on a day, in walking order.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn due_tabs(&self, day: Day) -> Result<Vec<DueTab>> {
        self.store.read(|tx| {
            let shop = tx.shop()?;
            let days_off = shop.days_off();
            let order = WalkingOrder::new(&shop.areas);
            let rows = with_marks(tx, owing(tx, &shop, day)?, day)?.into_iter();
            let mut due: Vec<DueTab> =
                rows.filter_map(|row| DueTab::of(row, day, (&shop, &days_off))).collect();
            due.sort_by_cached_key(|one| order.key(&one.collection.owing.who));
            Ok(due)
        })
    }

    /// Returns the total of all debts, or of those due by a day, and the number of debtors.
    pub fn owed(&self, due_by: Option<Day>) -> Result<Owed> {
        self.store.read(|tx| owed(tx, self.today(), due_by))
    }
}

/// Returns a customer's tab as it stood at the end of a day, without promises.
pub(super) fn tab_on(tx: &Tx, customer: CustomerId, day: Day) -> Result<(Customer, Statement)> {
    let (customer, shop) = (find::customer(tx, customer)?, tx.shop()?);
    let days_off = shop.days_off();
    let due_day = |day| shop.due_day(&customer.payday, day, &days_off);
    let statement = statement(tx.entries_of(customer.id)?, day, due_day);
    let goods = tx.delivered_goods(customer.id)?;
    Ok((customer, Statement { goods, ..statement }))
}

/// Computes the total debt on a day, without holding all debtors in memory.
pub(super) fn owed(tx: &Tx, day: Day, due_by: Option<Day>) -> Result<Owed> {
    let mut owed = Owed::default();
    if tx.has_entries_after(day)? {
        each_balance_on(tx, &tx.shop()?, day, |row| {
            owed.add(&row.standing, due_by, day);
            Ok::<_, Error>(())
        })?;
    } else {
        tx.each_uneven(due_by, |standing| owed.add(&standing, due_by, day))?;
    }
    Ok(owed)
}

/// Calls `f` with every tab whose balance was not zero at the end of a day, in order and without grades. Only tabs
/// with later entries are held in memory, because their status is recomputed.
pub(super) fn each_tab<E: From<store::Error> + From<Error>>(
    tx: &Tx,
    day: Day,
    mut f: impl FnMut(TabRow) -> std::result::Result<(), E>,
) -> std::result::Result<(), E> {
    let later = tx.customers_with_entries_after(day)?;
    let mut then = Vec::new();
    each_account_on(tx, &tx.shop()?, day, &later, |row| {
        then.extend(Some(row).filter(|row| !row.standing.balance.is_zero()));
    })?;
    // Customers in credit have no due day and come last.
    let order = |row: &TabRow| {
        let due = row.standing.oldest_due();
        (due.is_none(), due, search_key::code_key(&row.who.code), row.who.id)
    };
    then.sort_by_cached_key(order);
    let mut then = then.into_iter().peekable();
    tx.each_uneven_row(|row| {
        if later.contains(&row.who.id) {
            return Ok(());
        }
        while let Some(earlier) = then.next_if(|one| order(one) < order(&row)) {
            f(earlier)?;
        }
        f(row)
    })?;
    then.try_for_each(f)
}

/// Returns the tabs with debts that were due by a day, as of that day.
pub(super) fn owing(tx: &Tx, shop: &Shop, day: Day) -> Result<Vec<TabRow>> {
    owing_by(tx, shop, (day, day))
}

/// Returns the tabs as of a day with debts that fall due by another.
pub(super) fn owing_by(tx: &Tx, shop: &Shop, (day, by): (Day, Day)) -> Result<Vec<TabRow>> {
    let due = |standing: &AccountStatus| standing.oldest_due().is_some_and(|due| due <= by);
    let mut rows = as_of(tx, shop, day, tx.owing_rows(by)?, due)?;
    rows.sort_by_key(|row| row.standing.oldest_due());
    Ok(rows)
}

/// Returns a window of a list of tabs as of a day in the past: tabs without later entries are read
/// as stored, the others are recomputed one by one. Their number in memory is bounded by a small
/// multiple of the window size.
fn tabs_then(
    tx: &Tx,
    day: Day,
    list: &TabQuery,
    (place, window): (Option<&CustomerCursor>, PageDirection),
    most: u32,
) -> Result<Vec<TabRow>> {
    let since = TabQuery { on: Some(day), ..list.clone() };
    let by = list.sorted.by;
    let at = |row: TabRow| (CustomerCursor::of_tab(&row, by), row);
    let mut rows: Vec<_> =
        tx.tab_rows(&since, (place, window), most)?.into_iter().map(at).collect();
    let upwards = match window {
        PageDirection::After => list.sorted.direction,
        PageDirection::Before => list.sorted.direction.reversed(),
    };
    let is_due = |standing: &AccountStatus| {
        let due_by = |by| standing.oldest_due().is_some_and(|due| due <= by);
        !standing.balance.is_zero() && list.due_by.is_none_or(due_by)
    };
    let beyond = |at: &CustomerCursor| {
        place.is_none_or(|place| match upwards {
            SortDirection::Ascending => at > place,
            SortDirection::Descending => at < place,
        })
    };
    let most = most as usize;
    let cut = |rows: &mut Vec<(CustomerCursor, TabRow)>| {
        rows.sort_by(|(a, _), (b, _)| match upwards {
            SortDirection::Ascending => a.cmp(b),
            SortDirection::Descending => b.cmp(a),
        });
        rows.truncate(most);
    };
    let mut later = tx.customers_with_entries_after(day)?;
    let words = search_key::search_words(&list.query);
    if !words.is_empty() {
        later = tx.holding(&later, &words)?;
    }
    each_account_on(tx, &tx.shop()?, day, &later, |row| {
        if is_due(&row.standing) {
            rows.extend(Some(at(row)).filter(|(at, _)| beyond(at)));
            if rows.len() > most.saturating_mul(2) {
                cut(&mut rows);
            }
        }
    })?;
    cut(&mut rows);
    Ok(rows.into_iter().map(|(_, row)| row).collect())
}

/// Returns the rows as of a day: the status of customers with later entries is recomputed from the
/// earlier entries, and they are included only if `belongs` accepts that status.
fn as_of(
    tx: &Tx,
    shop: &Shop,
    day: Day,
    mut rows: Vec<TabRow>,
    belongs: impl Fn(&AccountStatus) -> bool,
) -> Result<Vec<TabRow>> {
    let later = tx.customers_with_entries_after(day)?;
    if later.is_empty() {
        return Ok(rows);
    }
    rows.retain(|row| !later.contains(&row.who.id));
    each_account_on(tx, shop, day, &later, |row| {
        rows.extend(Some(row).filter(|row| belongs(&row.standing)));
    })?;
    Ok(rows)
}
