//! Preview of a visit: the forecast of each jar as it would be after it, while nothing is written yet.

use crate::app::derived::DerivedRefresher;
use crate::app::{App, Result, find};
use crate::domain::container::{Container, Holding};
use crate::domain::id::{CustomerId, ProductId};
use crate::domain::jar::Level;
use crate::domain::{Day, Quantity};

/// A visit that is being typed, as far as it changes jars.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VisitPreview {
    /// The customer.
    pub customer: CustomerId,
    /// The day of the visit.
    pub on: Day,
    /// The jars.
    pub jars: Vec<VisitedJar>,
}

/// A jar during a visit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct VisitedJar {
    /// The product in it.
    pub product: ProductId,
    /// Level that was seen, before anything was delivered.
    pub left: Option<Level>,
    /// Delivered quantity; zero if there was none.
    pub delivered: Quantity,
}

/// A jar after a visit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct JarAfter {
    /// The product in it.
    pub product: ProductId,
    /// Its capacity.
    pub capacity: Option<Quantity>,
    /// Level that was seen, in the unit of the product; `None` if it was not seen.
    pub left: Option<Quantity>,
    /// The likely empty day.
    pub likely: Day,
}

/// The household of a visit: its jars after it, and the containers that it holds before.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct VisitAfter {
    /// The jars.
    pub jars: Vec<JarAfter>,
    /// The returnable containers at home, by name.
    pub containers: Vec<Holding>,
    /// The kinds of containers of the shop, by name.
    pub container_kinds: Vec<Container>,
}

impl App {
    /// Returns the jars of a visit as they would be forecast after it, and the containers of the household. Goods
    /// without a jar, and jars of which nothing is known even then, are left out.
    ///
    /// # Errors
    /// If there is no such customer, or the file cannot be read.
    pub fn preview_visit(&self, visit: &VisitPreview) -> Result<VisitAfter> {
        self.store.read(|tx| {
            let customer = find::customer(tx, visit.customer)?;
            let shop = tx.shop()?;
            let refresher = DerivedRefresher::new(tx, &shop)?;
            let mut jars = Vec::new();
            for seen in &visit.jars {
                let Some(jar) = tx.jar_of(customer.id, seen.product)? else { continue };
                let left = seen.left.and_then(|left| left.in_jar(jar.capacity, jar.usual));
                let foreseen = refresher.forecast_after(&customer, &jar, Some((visit.on, seen)))?;
                jars.extend(foreseen.map(|foreseen| JarAfter {
                    product: seen.product,
                    capacity: jar.capacity,
                    left,
                    likely: foreseen.jar.forecast.likely,
                }));
            }
            Ok(VisitAfter {
                jars,
                containers: tx.holdings_of(customer.id, visit.on)?,
                container_kinds: tx.containers()?,
            })
        })
    }
}
