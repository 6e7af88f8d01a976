//! Accuracy of past forecasts: the history of the shop is replayed day by day.

use crate::app::error::Passthrough;
use crate::app::{App, Error, Result};
use crate::domain::forecast::backtest::{Hindsight, Home, Judged};
use crate::domain::id::{CustomerId, JarId};
use crate::reports::Accuracy;
use crate::store::Tx;
use std::collections::HashMap;

/// A forecast interval, with its customer and product.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct JudgedRow<'a> {
    /// The customer's code.
    pub customer: &'a str,
    /// The product's name.
    pub product: &'a str,
    /// The forecast and its outcome.
    pub judged: &'a Judged,
}

impl App {
    /// Computes the accuracy of the shop's forecasts until today.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn accuracy(&self) -> Result<Accuracy> {
        self.accuracy_of(|_| Ok::<_, Error>(()))
    }

    /// Computes the same as [`Self::accuracy`] and calls `take` with every interval, in the order
    /// in which they ended, then with those that have not ended. Stops at the first error.
    ///
    /// # Errors
    /// Returns the error of `take`, or an error if the file cannot be read.
    pub fn accuracy_of<E: From<Error>>(
        &self,
        mut take: impl FnMut(JudgedRow<'_>) -> std::result::Result<(), E>,
    ) -> std::result::Result<Accuracy, E> {
        let today = self.today();
        let look = |tx: &Tx| -> std::result::Result<Accuracy, Passthrough<E>> {
            let (mut hindsight, labels, numbers) = begin(tx)?;
            let mut accuracy = Accuracy::default();
            let mut judged: Vec<Judged> = Vec::new();
            let mut give = |judged: &mut Vec<Judged>| -> std::result::Result<(), Passthrough<E>> {
                for judged in judged.drain(..) {
                    accuracy.add(&judged);
                    let Some((customer, product)) = labels.of(judged.jar) else { continue };
                    take(JudgedRow { customer, product, judged: &judged }).map_err(Passthrough)?;
                }
                Ok(())
            };
            tx.each_told(today, |on, jar, told| {
                if let Some(jar) = numbers.get(&jar) {
                    hindsight.tell(on, *jar, told, &mut |one| judged.push(*one));
                    give(&mut judged)?;
                }
                Ok::<_, Passthrough<E>>(())
            })?;
            hindsight.finish(&mut |one| judged.push(*one));
            give(&mut judged)?;
            Ok(accuracy)
        };
        self.store.read(look).map_err(|Passthrough(error)| error)
    }
}

/// Customer codes and product names of the jars.
struct Labels {
    codes: Vec<String>,
    names: Vec<String>,
    jars: Vec<(usize, usize)>,
}

impl Labels {
    fn of(&self, jar: usize) -> Option<(&str, &str)> {
        let (home, product) = self.jars.get(jar)?;
        Some((self.codes.get(*home)?, self.names.get(*product)?))
    }
}

/// Builds the shop before its first day, with the labels and the numbers of its jars.
fn begin(tx: &Tx) -> Result<(Hindsight, Labels, HashMap<JarId, usize>)> {
    let products: Vec<_> = tx.products()?.into_iter().map(|(product, _)| product).collect();
    let places: HashMap<_, _> = products.iter().map(|product| product.id).zip(0..).collect();
    let names = products.iter().map(|product| product.name.clone()).collect();
    let mut hindsight = Hindsight::new(tx.shop()?.service_level, products);

    let (mut homes, mut codes) = (HashMap::<CustomerId, (usize, Home)>::new(), Vec::new());
    tx.each_household(|customer, code, household| {
        homes.insert(customer, (codes.len(), Home { household, ..Home::default() }));
        codes.push(code);
    })?;
    tx.each_household_change(|customer, change| {
        if let Some((_, home)) = homes.get_mut(&customer) {
            home.changes.push(change);
        }
    })?;
    tx.each_away(|customer, away| {
        if let Some((_, home)) = homes.get_mut(&customer) {
            home.away.push(away);
        }
    })?;
    let customers: HashMap<CustomerId, usize> =
        homes.iter().map(|(customer, (number, _))| (*customer, *number)).collect();
    let mut in_order: Vec<(usize, Home)> = homes.into_values().collect();
    in_order.sort_by_key(|(number, _)| *number);
    in_order.into_iter().for_each(|(_, home)| hindsight.add_home(home));

    let (mut numbers, mut jars) = (HashMap::new(), Vec::new());
    tx.every_jar(|jar| {
        let places = (customers.get(&jar.customer), places.get(&jar.product));
        let (Some(home), Some(product)) = places else { return };
        numbers.insert(jar.id, jars.len());
        jars.push((*home, *product));
        hindsight.add_jar(*home, *product, jar);
    })?;
    Ok((hindsight, Labels { codes, names, jars }, numbers))
}
