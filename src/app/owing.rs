//! Who owes: one tab, windows of all tabs, and their sums; on any day, as it was known then.

use super::{App, Result, customers};
use crate::domain::customer::Customer;
use crate::domain::day::DaysOff;
use crate::domain::id::CustomerId;
use crate::domain::list::{Direction, TabList, Window};
use crate::domain::rows::{OwingRow, Standing};
use crate::domain::shop::Shop;
use crate::domain::tab::{Statement, statement};
use crate::domain::{Day, fold};
use crate::reports::{Owed, OwingReport};
use crate::store::{CustomerPlace, Tx};

impl App {
    /// A customer's tab until today: every entry with the running balance, its due day, and what each
    /// payment settled.
    pub fn tab(&self, customer: CustomerId) -> Result<(Customer, Statement)> {
        self.store.read(|tx| {
            let (customer, shop) = (customers::there(tx, customer)?, tx.shop()?);
            let days_off = shop.days_off();
            let due_day = |day| shop.due_day(&customer.payday, day, &days_off);
            let statement = statement(tx.entries_of(customer.id)?, self.today(), due_day);
            Ok((customer, statement))
        })
    }

    /// Every tab that is not even, the oldest due day first, with its ageing.
    pub fn owing(&self) -> Result<OwingReport> {
        self.store.read(|tx| owing_report(tx, self.today()))
    }

    /// A window of a list of tabs: at most `most` rows beside a place in it. A window before a place
    /// gives the nearest row first.
    pub fn tabs(
        &self,
        list: &TabList,
        window: (Option<&CustomerPlace>, Window),
        most: u32,
    ) -> Result<Vec<OwingRow>> {
        let day = self.today();
        self.store.read(|tx| match tx.has_entries_after(day)? {
            false => Ok(tx.tab_rows(list, window, most)?),
            true => tabs_then(tx, day, list, window, most),
        })
    }

    /// Every customer of a list of tabs, in no order.
    pub fn tabs_in(&self, list: &TabList) -> Result<Vec<CustomerId>> {
        let day = self.today();
        self.store.read(|tx| match tx.has_entries_after(day)? {
            false => Ok(tx.tabs_in(list)?),
            true => {
                let all = tabs_then(tx, day, list, (None, Window::After), u32::MAX)?;
                Ok(all.into_iter().map(|row| row.who.id).collect())
            }
        })
    }

    /// What is owed in all, of the debts that are due by a day or of all, and by how many.
    pub fn owed(&self, due_by: Option<Day>) -> Result<Owed> {
        self.store.read(|tx| owed(tx, self.today(), due_by))
    }
}

/// What was owed in all on a day, without holding who owes it.
pub(super) fn owed(tx: &Tx, day: Day, due_by: Option<Day>) -> Result<Owed> {
    let mut owed = Owed::default();
    if tx.has_entries_after(day)? {
        let tabs = owing_report(tx, day)?.tabs;
        tabs.iter().for_each(|(row, _)| owed.add(&row.standing, due_by, day));
    } else {
        tx.each_uneven(|standing| owed.add(&standing, due_by, day))?;
    }
    Ok(owed)
}

/// Every tab that was not even at the end of a day.
pub(super) fn owing_report(tx: &Tx, day: Day) -> Result<OwingReport> {
    let shop = tx.shop()?;
    let uneven = |standing: &Standing| !standing.balance.is_zero();
    Ok(OwingReport::new(day, as_of(tx, &shop, day, tx.uneven_rows()?, uneven)?))
}

/// The tabs with money that was due by a day, as they stood on it.
pub(super) fn owing(tx: &Tx, shop: &Shop, day: Day) -> Result<Vec<OwingRow>> {
    let due = |standing: &Standing| standing.oldest_due().is_some_and(|due| due <= day);
    let mut rows = as_of(tx, shop, day, tx.owing_rows(day)?, due)?;
    rows.sort_by_key(|row| row.standing.oldest_due());
    Ok(rows)
}

/// A window of a list of tabs as they stood on a day in the past. That is a look back for which nothing
/// is kept, and so every tab is gone through.
fn tabs_then(
    tx: &Tx,
    day: Day,
    list: &TabList,
    (place, window): (Option<&CustomerPlace>, Window),
    most: u32,
) -> Result<Vec<OwingRow>> {
    let found = match fold::search_words(&list.query) {
        words if words.is_empty() => None,
        words => Some(tx.customers_holding(&words)?),
    };
    let upwards = match window {
        Window::After => list.sorted.direction,
        Window::Before => list.sorted.direction.reversed(),
    };
    let by = list.sorted.by;
    let rows = owing_report(tx, day)?.tabs.into_iter().map(|(row, _)| row);
    let mut rows: Vec<_> = rows
        .filter(|row| found.as_ref().is_none_or(|found| found.contains(&row.who.id)))
        .filter(|row| {
            list.due_by
                .is_none_or(|due_by| row.standing.oldest_due().is_some_and(|due| due <= due_by))
        })
        .map(|row| (CustomerPlace::of_tab(&row, by), row))
        .filter(|(at, _)| {
            place.is_none_or(|place| match upwards {
                Direction::Ascending => at > place,
                Direction::Descending => at < place,
            })
        })
        .collect();
    rows.sort_by(|(a, _), (b, _)| match upwards {
        Direction::Ascending => a.cmp(b),
        Direction::Descending => b.cmp(a),
    });
    rows.truncate(most as usize);
    Ok(rows.into_iter().map(|(_, row)| row).collect())
}

/// Takes rows back to a day: whoever has later entries stood otherwise then, so their standing is
/// worked out again from what was known, and they are in the list only if they were.
fn as_of(
    tx: &Tx,
    shop: &Shop,
    day: Day,
    mut rows: Vec<OwingRow>,
    belongs: impl Fn(&Standing) -> bool,
) -> Result<Vec<OwingRow>> {
    let later = tx.customers_with_entries_after(day)?;
    if later.is_empty() {
        return Ok(rows);
    }
    let days_off = shop.days_off();
    rows.retain(|row| !later.contains(&row.who.id));
    for customer in later {
        if let Some(row) = tx.owing_row(customer)? {
            let standing = standing_on(tx, shop, &row, day, &days_off)?;
            rows.extend(belongs(&standing).then_some(OwingRow { standing, ..row }));
        }
    }
    Ok(rows)
}

fn standing_on(
    tx: &Tx,
    shop: &Shop,
    row: &OwingRow,
    day: Day,
    days_off: &DaysOff,
) -> Result<Standing> {
    let due_day = |day| shop.due_day(&row.payday, day, days_off);
    let then = statement(tx.entries_of(row.who.id)?, day, due_day);
    let debts =
        then.lines.iter().filter(|line| line.entry.amount.is_positive() && !line.open.is_zero());
    let open = crate::domain::tab::by_due_day(
        debts.map(|line| (line.entry.on, line.open)).collect(),
        due_day,
    );
    Ok(Standing { balance: then.balance, open, ..row.standing.clone() })
}
