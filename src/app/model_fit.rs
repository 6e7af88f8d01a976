//! What the shop learns from all its jars: now and then its priors are fitted anew, and then the
//! forecasts that follow from them are made again, a few customers at a time.
//!
//! Nothing of this is a change that anybody made: it has no line in the journal, and no undo. It runs
//! beside the work of the day, never inside it.

use super::derived::DerivedRefresher;
use super::{App, Result};
use crate::domain::Day;
use crate::domain::forecast::default_prior::Factory;
use crate::domain::forecast::pooled_stats::{Census, Counted, Open};
use crate::domain::forecast::prior::{self, Prior, ProductKind};
use crate::domain::forecast::quantiles::Errors;
use crate::domain::id::{CustomerId, ProductId};
use crate::domain::product::Product;
use crate::domain::progress::{Progress, ProgressFn, Work, no_progress};
use crate::domain::views::Learning;
use crate::store::{self, Tx};
use std::collections::BTreeMap;

/// A census looks at what was learned with the priors in force: so often it is taken until these are
/// what it gives.
const ROUNDS: usize = 3;

impl App {
    /// Learns from what was brought since this was done last, if that is enough, and refreshes the
    /// forecasts of at most `most` customers. Tells whether some are still to be refreshed.
    ///
    /// The priors are fitted before the file is taken to write, and a file that somebody else is writing
    /// is left alone until this is called again: nobody waits for long.
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

    /// Learns at once from all that was brought, and refreshes every forecast.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn learn_all(&mut self) -> Result<()> {
        let today = self.clock.today;
        self.store.write(|tx| learn_all(tx, today, &no_progress))
    }
}

/// Fits the priors and refreshes every forecast.
pub(super) fn learn_all(tx: &Tx, today: Day, watch: ProgressFn<'_>) -> Result<()> {
    match refit_all(tx, today, watch) {
        // What was learned before is nonsense, and can be learned again from what was brought.
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
    // What is still to be refreshed may have taught nothing yet, as in a file of an older format.
    refresh_all()?;
    put(tx, &fitted(tx, tx.learning()?, today)?)?;
    refresh_all()
}

/// A shop that has never learned waits for enough lots, not for a week.
fn is_due(learning: &Learning, today: Day, lots: i64) -> bool {
    prior::is_due((learning.fitted_on.unwrap_or(today), learning.lots), (today, lots))
}

/// Refreshes the forecasts of the next customers; tells whether others come after them.
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

/// What the priors come to by what all jars have taught.
struct Fitted {
    priors: Vec<(ProductId, Prior, Option<f64>)>,
    learning: Learning,
}

/// Keeps it; from then on every forecast is to be refreshed.
fn put(tx: &Tx, fitted: &Fitted) -> Result<()> {
    for (product, prior, price) in &fitted.priors {
        tx.put_prior(*product, prior, *price)?;
    }
    Ok(tx.put_learning(&fitted.learning)?)
}

/// Fits the priors to what all jars have taught.
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
            // Who is away now is not looked up: it is a few days of a few jars.
            let days = (today - taught.since).num_days().max(0) as f64;
            let counted = Counted {
                learned: &taught.learned,
                open: Some(Open { size: taught.size, days }),
                people: taught.people,
                looked: taught.looked,
            };
            kind.census.add(counted, prior, &kind.factory);
        })?;
        priors = prior::refit(&kinds);
    }
    // Of a kind that was never brought nothing was learned, not even how much is usual.
    let brought = |kind: usize| kinds.get(kind).is_some_and(|kind| kind.lots.count > 0.0);
    let of_product = |(product, fitting): (ProductId, Fitting)| {
        let prior = priors.get(fitting.kind).filter(|_| brought(fitting.kind))?;
        Some((product, *prior, fitting.price()))
    };
    let priors = places.into_iter().filter_map(of_product).collect();
    // Errors are counted while forecasts are refreshed, so they are those of the last time.
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

/// A product while the priors are fitted.
struct Fitting {
    kind: usize,
    /// How many of its jars paid for it, and the sum of their mean logarithms.
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

    /// The logarithm of what is usually paid for a unit.
    fn price(&self) -> Option<f64> {
        (self.paid > 0.0).then(|| self.sum / self.paid)
    }
}
