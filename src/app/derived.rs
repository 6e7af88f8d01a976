//! Data derived from the stored rows: search text, balances, due days and forecasts, recomputed
//! only for the customers whom the transaction touched.

mod parts;
mod promises;
mod side_effects;

use super::prices::unit_prices;
use super::{Result, SideNote, VisitedJar, find};
use crate::domain::customer::Customer;
use crate::domain::day::{DaysOff, Period};
use crate::domain::forecast::prior::Prior;
use crate::domain::forecast::quantiles::Quantiles;
use crate::domain::forecast::{JarForecast, JarHistory, Lot, ModelParams, forecast};
use crate::domain::id::{CustomerId, ProductId};
use crate::domain::jar::{Jar, ReadingKind};
use crate::domain::payment_record::PaymentHistory;
use crate::domain::product::Product;
use crate::domain::progress::{Progress, ProgressFn, Work};
use crate::domain::settlement::{by_due_day, open_debts};
use crate::domain::shop::Shop;
use crate::domain::skip::SkipNote;
use crate::domain::views::{AccountStatus, JarDelivery, JarReading};
use crate::domain::visit_days::{VisitDays, everybody_away};
use crate::domain::{Day, Money, Quantity, usage_log};
use crate::store::{CustomerPart, Dirty, Tx};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

pub(super) use side_effects::side_effects;

/// Number of customers held in memory at a time when all are refreshed.
pub(super) const PAGE: u32 = 1000;

/// Maximum number of kept promises that a refresh returns.
const KEPT: usize = 20;

/// Refreshes the derived data of everything that the transaction has touched so far, and returns the promises
/// that were kept by it.
pub(super) fn refresh(tx: &Tx, watch: ProgressFn<'_>) -> Result<Vec<SideNote>> {
    let dirty = tx.take_dirty();
    if dirty == Dirty::default() {
        return Ok(Vec::new());
    }
    let Dirty { customers, products, parts } = dirty;
    let shop = tx.shop()?;
    let follower = DerivedRefresher::new(tx, &shop)?;
    follower.refresh_parts(&parts, watch)?;
    let (all, mut kept) = (customers.len(), Vec::new());
    for (done, (customer, parts)) in customers.iter().enumerate() {
        Progress::of(Work::Customers, done, Some(all)).report(watch)?;
        let promises = follower.refresh_customer(*customer, *parts, UsageLog::Record)?;
        kept.extend(promises.into_iter().take(KEPT.saturating_sub(kept.len())));
    }
    for product in products {
        let others = tx.customers_with_jar_of(product)?;
        let has_jars = |parts: &CustomerPart| parts.contains(CustomerPart::JARS);
        let is_done = |one: &CustomerId| customers.get(one).is_some_and(has_jars);
        let others: Vec<_> = others.into_iter().filter(|one| !is_done(one)).collect();
        let all = others.len();
        for (done, customer) in others.into_iter().enumerate() {
            Progress::of(Work::Customers, done, Some(all)).report(watch)?;
            follower.refresh_jars_of(customer, product)?;
        }
    }
    Ok(kept)
}

/// Refreshes every customer, a page at a time.
pub(super) fn refresh_all(tx: &Tx, watch: ProgressFn<'_>) -> Result<()> {
    let shop = tx.shop()?;
    DerivedRefresher::new(tx, &shop)?.refresh_all(watch)
}

/// The shared inputs of the derived rows of customers and jars, in addition to their own rows.
pub(super) struct DerivedRefresher<'a> {
    tx: &'a Tx<'a>,
    pub(super) shop: &'a Shop,
    days_off: DaysOff,
    quantiles: Quantiles,
    /// Cache of the products read so far, with their learned priors.
    expected: RefCell<BTreeMap<ProductId, Rc<Expected>>>,
}

/// Choice of whether a refresh logs changed rates and empty jars.
#[derive(Clone, Copy, PartialEq, Eq)]
enum UsageLog {
    /// As what an action shows.
    Record,
    /// Not: the whole notebook is refreshed, or nobody did anything.
    Skip,
}

/// A product and the prior that applies to its jars.
struct Expected {
    product: Product,
    /// The learned prior, and the natural logarithm of the usual price of a unit; `None` before the
    /// first refit.
    learned: Option<(Prior, Option<f64>)>,
}

impl Expected {
    fn prior(&self, jar: &Jar) -> Prior {
        self.learned.map_or_else(
            || Prior::of_product(&self.product, jar.usual.or(jar.capacity).or(jar.monthly)),
            |learned| learned.0,
        )
    }
}

/// The forecast of a jar, with what else follows from its history.
pub(super) struct ForeseenJar {
    /// The forecast; there is room in the jar only after a skip.
    pub jar: JarForecast,
    /// The skip by which its window is moved.
    pub skip: Option<SkipNote>,
    /// The mean natural logarithm of the prices paid for a unit.
    price: Option<f64>,
}

impl<'a> DerivedRefresher<'a> {
    pub(super) fn new(tx: &'a Tx<'a>, shop: &'a Shop) -> Result<Self> {
        Ok(Self {
            tx,
            days_off: shop.days_off(),
            shop,
            quantiles: tx.learning()?.errors.quantiles(),
            expected: RefCell::default(),
        })
    }

    fn refresh_all(&self, watch: ProgressFn<'_>) -> Result<()> {
        let (mut last, mut done) = (CustomerId::new(0), 0);
        loop {
            Progress::of(Work::Customers, done, None).report(watch)?;
            let page = self.tx.customer_ids_after(last, PAGE)?;
            let Some(newest) = page.last() else {
                return Ok(());
            };
            last = *newest;
            done += page.len();
            page.into_iter().try_for_each(|customer| {
                self.refresh_customer(customer, CustomerPart::all(), UsageLog::Skip).map(drop)
            })?;
        }
    }

    fn refresh_customer(
        &self,
        id: CustomerId,
        parts: CustomerPart,
        log: UsageLog,
    ) -> Result<Vec<SideNote>> {
        // A customer whose creation was undone has no rows left to refresh.
        let Some(customer) = self.tx.customer(id)? else {
            return Ok(Vec::new());
        };
        if parts.contains(CustomerPart::SEARCH) {
            self.tx.put_search(&customer)?;
        }
        if parts.contains(CustomerPart::JARS) {
            self.foresee(&customer, &self.tx.jars_of(id)?, log, &mut |_, _| {})?;
        }
        if !parts.contains(CustomerPart::ACCOUNT) {
            self.tx.put_next_empty(id)?;
            return Ok(Vec::new());
        }
        self.tx.put_standing(id, &self.standing(&customer)?)?;
        self.refresh_promises(&customer)
    }

    /// Refreshes only the forecasts of a customer, and calls `look` with the forecast of each jar.
    pub(super) fn refresh_forecasts(
        &self,
        id: CustomerId,
        look: &mut impl FnMut(&JarForecast, &ModelParams),
    ) -> Result<()> {
        let Some(customer) = self.tx.customer(id)? else {
            return Ok(());
        };
        self.foresee(&customer, &self.tx.jars_of(id)?, UsageLog::Skip, look)?;
        Ok(self.tx.put_next_empty(id)?)
    }

    /// Refreshes only the forecasts of a customer's jars of one product.
    fn refresh_jars_of(&self, id: CustomerId, product: ProductId) -> Result<()> {
        let Some(customer) = self.tx.customer(id)? else {
            return Ok(());
        };
        let mut jars = self.tx.jars_of(id)?;
        jars.retain(|jar| jar.product == product);
        self.foresee(&customer, &jars, UsageLog::Record, &mut |_, _| {})?;
        Ok(self.tx.put_next_empty(id)?)
    }

    /// Logs what the open action shows of the rate of a jar, and that it was found empty, before the forecast
    /// that it is compared with is written over.
    fn log(&self, jar: &Jar, after: &JarForecast) -> Result<()> {
        let Some(before) = self.tx.logged_forecast(jar.id)? else { return Ok(()) };
        if let Some(change) = usage_log::rate_change(&before, &after.forecast) {
            self.tx.log_rate(jar.id, &change)?;
        }
        if let Some(found) = usage_log::run_out(&before, after) {
            self.tx.log_run_out(jar.id, &found)?;
        }
        Ok(())
    }

    fn foresee(
        &self,
        customer: &Customer,
        jars: &[Jar],
        log: UsageLog,
        look: &mut impl FnMut(&JarForecast, &ModelParams),
    ) -> Result<()> {
        let away = everybody_away(&self.tx.times_away(customer.id)?);
        let days = self.visit_days(customer, &away);
        for jar in jars {
            let seen = self.forecast(customer, jar)?;
            let foreseen = seen.as_ref().map(|seen| &seen.jar);
            let skip = seen.as_ref().and_then(|seen| seen.skip.as_ref());
            let latest =
                foreseen.and_then(|foreseen| days.bring_by(jar.strategy, &foreseen.forecast, skip));
            if let (UsageLog::Record, Some(foreseen)) = (log, foreseen) {
                self.log(jar, foreseen)?;
            }
            self.tx.put_forecast((jar.id, customer.id), foreseen, (latest, skip))?;
            let taught = seen.as_ref().map(|seen| (&seen.jar.taught, seen.price));
            self.tx.put_taught(jar.id, taught)?;
            if let Some(foreseen) = foreseen {
                let prior = self.expected(jar.product)?.prior(jar);
                look(foreseen, &self.knowledge(&prior));
            }
        }
        Ok(())
    }

    /// Returns the days on which a customer can be visited who is away in these periods.
    pub(super) fn visit_days<'b>(
        &'b self,
        customer: &Customer,
        away: &'b [Period],
    ) -> VisitDays<'b> {
        VisitDays { shop: self.shop, weekdays: customer.weekdays, away }
    }

    fn knowledge<'b>(&'b self, prior: &'b Prior) -> ModelParams<'b> {
        ModelParams { prior, quantiles: &self.quantiles }
    }

    /// Returns a product with its learned prior, if there is one, from the cache or the file.
    ///
    /// # Errors
    /// If the product does not exist or the file cannot be read.
    fn expected(&self, product: ProductId) -> Result<Rc<Expected>> {
        if let Some(expected) = self.expected.borrow().get(&product) {
            return Ok(Rc::clone(expected));
        }
        let there = find::product(self.tx, product)?;
        let learned = self.tx.prior(product)?;
        let expected = Rc::new(Expected { product: there, learned });
        self.expected.borrow_mut().insert(product, Rc::clone(&expected));
        Ok(expected)
    }

    pub(super) fn standing(&self, customer: &Customer) -> Result<AccountStatus> {
        let balance = self.tx.balance(customer.id)?;
        let newest_first: Vec<(Day, Money)> =
            self.tx.with_newest_entries((customer.id, None), |entries| {
                open_debts(entries, balance).collect()
            })?;
        let (last_delivery, last_contact) = self.tx.last_days(customer.id)?;
        Ok(AccountStatus {
            balance,
            open: by_due_day(newest_first, |day| {
                self.shop.due_day(&customer.payday, day, &self.days_off)
            }),
            last_delivery,
            last_contact,
            limit: self.shop.credit_limit_of(customer),
            history: self.payment_history(customer)?,
        })
    }

    fn payment_history(&self, customer: &Customer) -> Result<PaymentHistory> {
        let due_day = |day| self.shop.due_day(&customer.payday, day, &self.days_off);
        Ok(PaymentHistory::of(self.tx.owed_changes(customer.id)?, due_day))
    }

    /// Forecasts when a jar runs out; returns `None` for a customer who has left, or a retired product.
    pub(super) fn forecast(&self, customer: &Customer, jar: &Jar) -> Result<Option<ForeseenJar>> {
        self.forecast_after(customer, jar, None)
    }

    /// Forecasts when a jar runs out after a visit of a day that is not recorded.
    pub(super) fn forecast_after(
        &self,
        customer: &Customer,
        jar: &Jar,
        visit: Option<(Day, &VisitedJar)>,
    ) -> Result<Option<ForeseenJar>> {
        if customer.left.is_some() {
            return Ok(None);
        }
        let expected = self.expected(jar.product)?;
        if expected.product.retired_on.is_some() {
            return Ok(None);
        }
        let (prior, usual) = (expected.prior(jar), expected.learned.and_then(|(_, usual)| usual));
        let (mut readings, mut brought) = self.tx.history_of(jar)?;
        if let Some((on, visit)) = visit {
            let prices = unit_prices(self.tx, customer.id, &expected.product, on)?;
            let price = prices.of(visit.delivered);
            add_visit(jar, (on, price, visit), &mut readings, &mut brought);
        }
        let paid: Vec<f64> = brought
            .iter()
            .filter(|lot| lot.price.is_positive())
            .map(|lot| (lot.price.minor() as f64).ln())
            .collect();
        let delivered: Vec<Lot> = (brought.iter())
            .map(|&JarDelivery { on, quantity, price, early, cut_down }| {
                let usual = usual.filter(|_| price.is_positive());
                let price = usual.map_or(1.0, |usual| ((price.minor() as f64).ln() - usual).exp());
                Lot { on, quantity, price, early, cut_down }
            })
            .collect();
        let of = |kinds: &[ReadingKind]| -> Vec<(Day, Quantity)> {
            let readings = readings.iter().filter(|reading| kinds.contains(&reading.kind));
            readings.map(|reading| (reading.on, reading.level)).collect()
        };
        let history = JarHistory {
            jar,
            product: &expected.product,
            household: customer.household,
            changes: &self.tx.household_changes(customer.id)?,
            away: &self.tx.times_away(customer.id)?,
            readings: &of(&[ReadingKind::Seen, ReadingKind::Rough]),
            rough: &of(&[ReadingKind::Rough]).into_iter().map(|(on, _)| on).collect::<Vec<_>>(),
            enough: &of(&[ReadingKind::Enough]),
            delivered: &delivered,
        };
        let price = (!paid.is_empty()).then(|| paid.iter().sum::<f64>() / paid.len() as f64);
        let foreseen = forecast(&history, &self.knowledge(&prior), self.shop.service_level);
        let Some(mut foreseen) = foreseen else { return Ok(None) };
        let skips = self.tx.skips_of(customer.id)?;
        let skip = SkipNote::of(&skips, jar.product, foreseen.forecast.anchor);
        if let Some(skip) = &skip {
            foreseen.forecast.earliest = foreseen.forecast.earliest.max(skip.ends());
        }
        Ok(Some(ForeseenJar { jar: foreseen, skip, price }))
    }
}

/// Adds a visit to the history of a jar, in the place of its day.
fn add_visit(
    jar: &Jar,
    (on, price, visit): (Day, Money, &VisitedJar),
    readings: &mut Vec<JarReading>,
    brought: &mut Vec<JarDelivery>,
) {
    let left = visit.left.and_then(|left| Some((left, left.in_jar(jar.capacity, jar.usual)?)));
    if let Some((left, level)) = left {
        let place = readings.partition_point(|reading| reading.on <= on);
        readings.insert(place, JarReading { on, level, kind: left.kind() });
    }
    if visit.delivered.is_positive() {
        let place = brought.partition_point(|lot| lot.on <= on);
        brought.insert(
            place,
            JarDelivery { on, quantity: visit.delivered, price, early: false, cut_down: false },
        );
    }
}
