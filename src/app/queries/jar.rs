//! Jars: those that run out, pages of their list, and those used otherwise than before.

use crate::app::accounts::accounts_on;
use crate::app::error::Passthrough;
use crate::app::planning::stop_rules;
use crate::app::prices::prices_on;
use crate::app::{App, Error, Result, find};
use crate::domain::Day;
use crate::domain::customer::Customer;
use crate::domain::id::{CustomerId, ProductId};
use crate::domain::product::Product;
use crate::domain::query::JarCursor;
use crate::domain::query::{JarQuery, PageDirection};
use crate::domain::refusal::Refusal;
use crate::domain::shop::Shop;
use crate::domain::urgency::Urgency;
use crate::domain::views::{Goods, JarRow, UnknownJar};
use crate::reports::ReviewItem;
use crate::store::Tx;
use chrono::Days;

/// Number of jars that are read at a time.
const AT_ONCE: u32 = 500;

/// Number of days for which purchases without a jar are looked at.
const ONE_OFFS_WITHIN: Days = Days::new(180);

impl App {
    /// Returns the jars that are likely empty before a day, or all, the first one first.
    pub fn jars(&self, before: Option<Day>) -> Result<Vec<JarRow>> {
        self.store.read(|tx| accounts_on(tx, self.today(), tx.jar_rows(before)?))
    }

    /// Gives `f` the jars that are likely empty before a day, or all, the first one first, each with its state today
    /// ([`Self::jar_urgencies`]). Holds a few of them at a time; the first error ends it.
    ///
    /// # Errors
    /// Returns the error of `f`, or an error if the file cannot be read.
    pub fn each_jar<E: From<Error>>(
        &self,
        before: Option<Day>,
        mut f: impl FnMut(&JarRow, Option<Urgency>) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let today = self.today();
        let until = before.map(|before| before.pred_opt().unwrap_or(before));
        let list = JarQuery { until, ..JarQuery::default() };
        let read = |tx: &Tx| -> std::result::Result<(), Passthrough<E>> {
            let (shop, mut place) = (tx.shop()?, None);
            loop {
                let rows = tx.jar_window(&list, (place.as_ref(), PageDirection::After), AT_ONCE)?;
                let rows = accounts_on(tx, today, rows)?;
                let Some(last) = rows.last() else { return Ok(()) };
                place = Some(JarCursor::of(last));
                let states = urgencies(tx, &shop, &rows, today)?;
                for (row, state) in rows.iter().zip(states) {
                    f(row, state).map_err(Passthrough)?;
                }
            }
        };
        self.store.read(read).map_err(|Passthrough(error)| error)
    }

    /// Returns the jars without a forecast, by customer.
    pub fn unknown_jars(&self) -> Result<Vec<UnknownJar>> {
        self.store.read(|tx| Ok(tx.unknown_jars()?))
    }

    /// Counts the jars without a forecast.
    pub fn count_unknown_jars(&self) -> Result<u32> {
        self.store.read(|tx| Ok(tx.count_unknown_jars()?))
    }

    /// Returns a window of a list of jars, in the order of the list or, before a place, in backward
    /// order.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn jars_in(
        &self,
        list: &JarQuery,
        window: (Option<&JarCursor>, PageDirection),
        most: u32,
    ) -> Result<Vec<JarRow>> {
        let today = self.today();
        self.store.read(|tx| {
            prices_on(tx, today, accounts_on(tx, today, tx.jar_window(list, window, most)?)?)
        })
    }

    /// Returns the goods of a customer's jar with its usual quantity, if the customer has just one
    /// jar.
    ///
    /// # Errors
    /// If there is no such customer.
    pub fn only_jar(&self, customer: CustomerId) -> Result<Option<Goods>> {
        let page = self.customer_page(customer)?;
        let [jar] = page.jars.as_slice() else { return Ok(None) };
        Ok(Some(jar.goods()))
    }

    /// Returns the product of a customer's only jar.
    ///
    /// # Errors
    /// If the customer does not have exactly one jar; the refusal names them.
    pub fn only_product(&self, customer: &Customer) -> Result<Product> {
        self.store.read(|tx| {
            let jars = tx.jars_of(customer.id)?;
            let products = jars.iter().map(|jar| find::product(tx, jar.product));
            let mut products = products.collect::<Result<Vec<Product>>>()?;
            if products.iter().any(|product| product.retired_on.is_none()) {
                products.retain(|product| product.retired_on.is_none());
            }
            match (products.pop(), products.is_empty()) {
                (Some(only), true) => Ok(only),
                (last, _) => {
                    let jars = products.into_iter().chain(last).map(|one| one.name).collect();
                    Err(Refusal::WhichProduct { name: customer.name.clone(), jars }.into())
                }
            }
        })
    }

    /// Returns the state of each of these jars today: that of its planned delivery, or else that of a visit
    /// today. It is `None` while its window is closed or it is skipped.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn jar_urgencies(&self, rows: &[JarRow]) -> Result<Vec<Option<Urgency>>> {
        self.store.read(|tx| urgencies(tx, &tx.shop()?, rows, self.today()))
    }

    /// Returns the first `most` jars whose use has changed beyond chance, or whose newest interval was held back, the oldest first.
    pub fn changed_jars(&self, most: u32) -> Result<Vec<JarRow>> {
        self.store.read(|tx| accounts_on(tx, self.today(), tx.changed_jars(most)?))
    }

    /// Returns the first `most` questions about what the shop follows: the changed jars, then the goods without a
    /// jar that were bought regularly, the newest first.
    pub fn to_review(&self, most: u32) -> Result<Vec<ReviewItem>> {
        let since = self.today().checked_sub_days(ONE_OFFS_WITHIN).unwrap_or(Day::MIN);
        self.store.read(|tx| {
            let changed = tx.changed_jars(most)?;
            let mut items: Vec<ReviewItem> =
                changed.into_iter().map(|row| ReviewItem::Changed(Box::new(row))).collect();
            let rest = most.saturating_sub(u32::try_from(items.len()).unwrap_or(most));
            items
                .extend(tx.regular_one_offs(since, rest)?.into_iter().map(ReviewItem::BoughtAgain));
            Ok(items)
        })
    }

    /// Counts the jars whose rate of use has changed.
    pub fn count_changed_jars(&self) -> Result<u32> {
        self.store.read(|tx| Ok(tx.count_changed_jars()?))
    }

    /// Returns the day since which the use of a jar has changed beyond chance.
    ///
    /// # Errors
    /// If it has not, or if there is no such jar.
    pub fn changed_since(&self, customer: CustomerId, product: ProductId) -> Result<Day> {
        let why = self.why(customer, product)?;
        let change = why.row.and_then(|row| row.to_review());
        let (name, product) = (why.who.name, why.product.name);
        Ok(change.ok_or(Refusal::NothingToReview { name, product })?.since)
    }
}

/// Returns the states of these jars on a day.
fn urgencies(tx: &Tx, shop: &Shop, rows: &[JarRow], today: Day) -> Result<Vec<Option<Urgency>>> {
    let rules = stop_rules(tx, shop, rows.iter().map(|row| row.who.id))?;
    let planned = tx.planned_days(rows.iter().map(|row| row.who.id))?;
    let urgency = |row: &JarRow| {
        let planned = planned.get(&(row.who.id, row.goods.product));
        rules.jar_urgency(row, planned.copied(), today)
    };
    Ok(rows.iter().map(urgency).collect())
}
