//! Every question: reads of one moment that give a report.

use super::derived::DerivedRefresher;
use super::follow_up_queries::to_look_after;
use super::receivables::owing;
use super::rounds::to_deliver;
use super::{App, Result, customers, products};
use crate::domain::customer::{Customer, Household};
use crate::domain::id::{CustomerId, ProductId};
use crate::domain::product::Product;
use crate::domain::query::{CustomerQuery, IncludeFormer, JarQuery, PageDirection};
use crate::domain::refusal::Refusal;
use crate::domain::views::{CustomerRow, DeliveryFilter, DeliveryRow, JarRow};
use crate::domain::{Day, Quantity, search_key};
use crate::reports::round::Stop;
use crate::reports::today::{SILENT_AFTER, by_customer};
use crate::reports::{ForecastExplanation, Today};
use crate::store::{CustomerPlace, JarPlace};
use chrono::Days;

/// Who needs nothing for so many days is not visited only because somebody is near.
const JOIN_WITHIN: u64 = 10;

impl App {
    /// The morning list of today.
    ///
    /// # Errors
    /// If the file cannot be read; so it is for every read here.
    pub fn morning(&self) -> Result<Today> {
        let day = self.today();
        self.store.read(|tx| {
            let shop = tx.shop()?;
            let deliver = to_deliver(tx, day, &shop.areas)?;
            let look_after = to_look_after(tx, day, Some(day))?;
            Ok(Today::new(day, deliver, owing(tx, &shop, day)?, look_after))
        })
    }

    /// Stops that could join the rounds through these areas today: there is room in their jars, their
    /// windows close only later but soon, and they take deliveries today. The first `most` jars that
    /// close.
    pub fn could_join(&self, areas: &[String], most: u32) -> Result<Vec<Stop>> {
        let today = self.today();
        self.store.read(|tx| {
            let shop = tx.shop()?;
            let until = today.checked_add_days(Days::new(JOIN_WITHIN)).unwrap_or(today);
            let mut jars = tx.jars_with_room((today, until), areas, most)?;
            jars.retain(|jar| shop.delivers_on(today, jar.weekdays));
            let customers = by_customer(jars);
            Ok(customers.values().filter_map(|jars| Stop::of_jars(jars, today)).collect())
        })
    }

    /// A window of a list of customers: at most `most` rows beside a place in it. A window before a
    /// place gives the nearest row first.
    pub fn customers(
        &self,
        list: &CustomerQuery,
        window: (Option<&CustomerPlace>, PageDirection),
        most: u32,
    ) -> Result<Vec<CustomerRow>> {
        self.store.read(|tx| Ok(tx.customer_rows(list, window, most, self.today())?))
    }

    /// Every customer of a list, in no order.
    pub fn customers_in(&self, list: &CustomerQuery) -> Result<Vec<CustomerId>> {
        self.store.read(|tx| Ok(tx.customers_in(list)?))
    }

    /// How many customers there are.
    pub fn count_customers(&self, left: IncludeFormer) -> Result<u32> {
        self.store.read(|tx| Ok(tx.count_customers(left)?))
    }

    /// The customers that a person means by a code, `#id`, a part of a name, its pinyin or initials,
    /// or digits of a telephone: the one with that very code or identity, else all that fit, no more
    /// than `most`.
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

    /// A customer's household as it is on a day.
    ///
    /// # Errors
    /// If there is no such customer.
    pub fn household_on(&self, customer: CustomerId, day: Day) -> Result<Household> {
        self.store.read(|tx| Ok(tx.household_on(&customers::find(tx, customer)?, day)?))
    }

    /// Every product with its stock, by name.
    pub fn products(&self) -> Result<Vec<(Product, Quantity)>> {
        self.store.read(|tx| Ok(tx.products()?))
    }

    /// The jars that are likely empty before a day, or all, the first one first.
    pub fn jars(&self, before: Option<Day>) -> Result<Vec<JarRow>> {
        self.store.read(|tx| Ok(tx.jar_rows(before)?))
    }

    /// A window of a list of jars, in the order of the list or, before a place, in backward order.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn jars_in(
        &self,
        list: &JarQuery,
        window: (Option<&JarPlace>, PageDirection),
        most: u32,
    ) -> Result<Vec<JarRow>> {
        self.store.read(|tx| Ok(tx.jar_window(list, window, most)?))
    }

    /// The first `most` jars of which the use has changed beyond chance, the oldest change first.
    pub fn changed_jars(&self, most: u32) -> Result<Vec<JarRow>> {
        self.store.read(|tx| Ok(tx.changed_jars(most)?))
    }

    /// How many jars are used at another rate than before.
    pub fn count_changed_jars(&self) -> Result<u32> {
        self.store.read(|tx| Ok(tx.count_changed_jars()?))
    }

    /// Since when the use of a jar has changed beyond chance.
    ///
    /// # Errors
    /// If it has not, or if there is no such jar.
    pub fn changed_since(&self, customer: CustomerId, product: ProductId) -> Result<Day> {
        let why = self.why(customer, product)?;
        let change = why.row.and_then(|row| row.change);
        let (name, product) = (why.who.name, why.product.name);
        Ok(change.ok_or(Refusal::NothingToReview { name, product })?.since)
    }

    /// Why a customer's jar of a product is forecast as it is.
    ///
    /// # Errors
    /// If there is no such jar.
    pub fn why(&self, customer: CustomerId, product: ProductId) -> Result<ForecastExplanation> {
        let day = self.today();
        self.store.read(|tx| {
            let (customer, product) =
                (customers::find(tx, customer)?, products::find(tx, product)?);
            let no_jar =
                || Refusal::NoJar { name: customer.name.clone(), product: product.name.clone() };
            let jar = tx.jar_of(customer.id, product.id)?.ok_or_else(no_jar)?;
            let row = tx.jar_row(jar.id)?;
            let shop = tx.shop()?;
            let foreseen = DerivedRefresher::new(tx, &shop)?.forecast(&customer, &jar)?;
            let seen = row.as_ref().filter(|row| row.seen);
            let since = row.as_ref().map_or(day, |row| row.anchor);
            let mut away = tx.times_away(customer.id)?;
            away.retain(|away| away.period.to >= since);
            Ok(ForecastExplanation {
                who: (&customer).into(),
                household: tx.household_on(&customer, day)?,
                level: row.as_ref().map(|row| row.level_on(day)),
                seen_by: seen
                    .map(|row| tx.seen_by(jar.id, row.anchor))
                    .transpose()?
                    .unwrap_or_default(),
                others: foreseen.map(|(foreseen, _)| foreseen.others),
                product,
                jar,
                row,
                away,
                day,
            })
        })
    }

    /// The deliveries that a filter lets through, by day.
    pub fn deliveries(&self, filter: &DeliveryFilter) -> Result<Vec<DeliveryRow>> {
        self.store.read(|tx| Ok(tx.delivery_rows(filter)?))
    }
}

pub(super) fn silent_before(today: Day) -> Day {
    today.checked_sub_days(Days::new(SILENT_AFTER)).unwrap_or(today)
}
