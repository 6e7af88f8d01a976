//! Learning from all jars of the shop: from time to time its priors are refitted, and then the
//! forecasts that depend on them are refreshed, a few customers at a time.
//!
//! Learning is not a change made by a user: it has no line in the journal, and no undo. It runs in
//! the background, never as part of a command.

use super::derived::DerivedRefresher;
use super::{App, Result};
use crate::domain::Day;
use crate::domain::forecast::default_prior::Factory;
use crate::domain::forecast::pooled_stats::{Census, Counted, Open};
use crate::domain::forecast::prior::{self, Prior, ProductKind};
use crate::domain::forecast::quantiles::Errors;
use crate::domain::id::{CustomerId, ProductId};
use crate::domain::product::Product;
use crate::domain::progress::{Progress, ProgressFn, Work};
use crate::domain::views::Learning;
use crate::store::{self, Tx};
use std::collections::BTreeMap;

/// Number of fitting rounds. A census evaluates the learned data with the priors in force, so it is
/// repeated with the refitted ones to let them converge.
const ROUNDS: usize = 3;

/// Number of customers whose forecasts are refreshed in one transaction: a part of a second.
const PIECE: u32 = 250;

impl App {
    /// Learns from the deliveries since the last fit, if there are enough of them, and refreshes
    /// the forecasts of at most `most` customers. Returns whether some are still to be refreshed.
    ///
    /// The priors are fitted before the file is locked for writing. If another process is writing
    /// the file, nothing is written until the next call, so that nobody waits for long.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn learn(&mut self, most: u32) -> Result<bool> {
        let today = self.clock.today;
        if self.store.is_read_only() {
            return Ok(false);
        }
        let fitted = self.store.read(|tx| {
            let learning = tx.learning()?;
            Ok::<_, super::Error>(match learning.refreshed {
                Some(_) => Some(None),
                None if is_due(&learning, today, tx.newest_lot()?) => {
                    Some(Some(fitted(tx, learning, today)?))
                }
                None => None,
            })
        })?;
        let Some(fitted) = fitted else { return Ok(false) };
        let more = self.store.write_if_free(|tx| {
            fitted.iter().try_for_each(|fitted| put(tx, fitted))?;
            refresh_page(tx, today, most)
        })?;
        Ok(more.unwrap_or(false))
    }

    /// Learns at once from all deliveries, and refreshes every forecast: in pieces, so that another program
    /// that writes meanwhile never waits for long.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn learn_all(&mut self) -> Result<()> {
        match self.learn_in_pieces() {
            // The learned data is damaged; it can be learned again from the deliveries.
            Err(super::Error::Store(store::Error::Damaged(_) | store::Error::Constraint(_))) => {
                self.store.write(|tx| Ok::<_, super::Error>(tx.clear_learning()?))?;
                self.learn_in_pieces()
            }
            done => done,
        }
    }

    fn learn_in_pieces(&mut self) -> Result<()> {
        let today = self.clock.today;
        // Jars not refreshed yet may have no learned data, as in a file of an older format.
        self.refresh_pages()?;
        let fitted = self.store.read(|tx| fitted(tx, tx.learning()?, today))?;
        self.store.write(|tx| put(tx, &fitted))?;
        self.refresh_pages()
    }

    fn refresh_pages(&mut self) -> Result<()> {
        let today = self.clock.today;
        while self.store.write(|tx| refresh_page(tx, today, PIECE))? {}
        Ok(())
    }
}

/// Fits the priors and refreshes every forecast.
pub(super) fn learn_all(tx: &Tx, today: Day, watch: ProgressFn<'_>) -> Result<()> {
    match refit_all(tx, today, watch) {
        // The learned data is damaged; it can be learned again from the deliveries.
        Err(super::Error::Store(store::Error::Damaged(_) | store::Error::Constraint(_))) => {
            tx.clear_learning()?;
            refit_all(tx, today, watch)
        }
        done => done,
    }
}

fn refit_all(tx: &Tx, today: Day, watch: ProgressFn<'_>) -> Result<()> {
    let refresh_all = || -> Result<()> {
        while refresh_page(tx, today, super::derived::PAGE)? {
            Progress::of(Work::Customers, 0, None).report(watch)?;
        }
        Ok(())
    };
    // Jars not refreshed yet may have no learned data, as in a file of an older format.
    refresh_all()?;
    put(tx, &fitted(tx, tx.learning()?, today)?)?;
    refresh_all()
}

/// Returns whether a refit is due. A shop that has never learned waits for enough lots, not for a
/// week.
fn is_due(learning: &Learning, today: Day, lots: i64) -> bool {
    prior::is_due((learning.fitted_on.unwrap_or(today), learning.lots), (today, lots))
}

/// Refreshes the forecasts of the next `most` customers; returns whether others come after them.
fn refresh_page(tx: &Tx, today: Day, most: u32) -> Result<bool> {
    let mut learning = tx.learning()?;
    let Some(last) = learning.refreshed else { return Ok(false) };
    let shop = tx.shop()?;
    let follower = DerivedRefresher::new(tx, &shop)?;
    let page = tx.customer_ids_after(last, most)?;
    for customer in &page {
        follower.refresh_forecasts(*customer, &mut |foreseen, knowledge| {
            foreseen.count_errors(knowledge, today, &mut learning.counting);
        })?;
    }
    // A page that is not full is the last one.
    let full = page.len() as u64 >= u64::from(most);
    learning.refreshed = page.last().copied().filter(|_| full);
    tx.put_learning(&learning)?;
    Ok(learning.refreshed.is_some())
}

/// The refitted priors and usual prices by product, and the new state of learning.
struct Fitted {
    priors: Vec<(ProductId, Prior, Option<f64>)>,
    learning: Learning,
}

/// Stores the fit; afterwards every forecast has to be refreshed.
fn put(tx: &Tx, fitted: &Fitted) -> Result<()> {
    for (product, prior, price) in &fitted.priors {
        tx.put_prior(*product, prior, *price)?;
    }
    Ok(tx.put_learning(&fitted.learning)?)
}

/// Fits the priors to the learned data of all jars.
fn fitted(tx: &Tx, learning: Learning, today: Day) -> Result<Fitted> {
    let (mut kinds, mut priors): (Vec<ProductKind>, Vec<Prior>) = (Vec::new(), Vec::new());
    let mut places: BTreeMap<_, Fitting> = BTreeMap::new();
    let mut firsts: Vec<Product> = Vec::new();
    for (product, _) in tx.products()? {
        let known = firsts.iter().position(|first| first.is_used_like(&product));
        let kind = known.unwrap_or(kinds.len());
        let id = product.id;
        if kind == kinds.len() {
            kinds.push(ProductKind::new(Factory::of_product(&product)));
            let known = tx.prior(id)?;
            priors
                .push(known.map_or_else(|| Prior::of_product(&product, None), |(prior, _)| prior));
            firsts.push(product);
        }
        places.insert(id, Fitting { kind, paid: 0.0, sum: 0.0 });
    }
    for round in 0..ROUNDS {
        kinds.iter_mut().for_each(|kind| kind.census = Census::default());
        tx.each_taught(|product, taught, paid| {
            let Some(fitting) = places.get_mut(&product) else { return };
            let (Some(kind), Some(prior)) = (kinds.get_mut(fitting.kind), priors.get(fitting.kind))
            else {
                return;
            };
            if round == 0 {
                kind.lots.count += taught.learned.all.weight + 1.0;
                kind.lots.sizes += taught.learned.all.l + taught.size;
                fitting.count(paid);
            }
            // Current absences are not looked up: they concern a few days of a few jars.
            let days = (today - taught.since).num_days().max(0) as f64;
            let counted = Counted {
                learned: &taught.learned,
                open: Some(Open { size: taught.size, days }),
                people: taught.people,
                looked: taught.looked,
                said: taught.said,
            };
            kind.census.add(counted, prior, &kind.factory);
        })?;
        priors = prior::refit(&kinds);
    }
    // Nothing is learned of a kind that was never delivered, not even the usual quantity.
    let brought = |kind: usize| kinds.get(kind).is_some_and(|kind| kind.lots.count > 0.0);
    let of_product = |(product, fitting): (ProductId, Fitting)| {
        let prior = priors.get(fitting.kind).filter(|_| brought(fitting.kind))?;
        Some((product, *prior, fitting.price()))
    };
    let priors = places.into_iter().filter_map(of_product).collect();
    // Errors are counted while forecasts are refreshed, so these are from the last refresh.
    let counted = learning.counting.counts().iter().any(|count| *count > 0);
    let learning = Learning {
        fitted_on: Some(today),
        lots: tx.newest_lot()?,
        errors: if counted { learning.counting } else { learning.errors },
        counting: Errors::default(),
        refreshed: Some(CustomerId::new(0)),
    };
    Ok(Fitted { priors, learning })
}

/// The state of a product while the priors are fitted.
struct Fitting {
    kind: usize,
    /// Number of its jars with a paid price, and (in `sum`) the sum of their mean log prices.
    paid: f64,
    sum: f64,
}

impl Fitting {
    fn count(&mut self, paid: Option<f64>) {
        if let Some(paid) = paid {
            self.paid += 1.0;
            self.sum += paid;
        }
    }

    /// Returns the natural logarithm of the usual price of a unit, or `None` if nothing was paid.
    fn price(&self) -> Option<f64> {
        (self.paid > 0.0).then(|| self.sum / self.paid)
    }
}
