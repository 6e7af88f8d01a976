//! Prices of the goods in rows: those that hold for the customer on the day of the delivery.

use super::Result;
use crate::domain::Day;
use crate::domain::id::CustomerId;
use crate::domain::price::{PriceBook, UnitPrices};
use crate::domain::product::Product;
use crate::domain::views::{DeliveryRow, Goods, JarRow};
use crate::store::Tx;
use std::collections::BTreeSet;

/// A row with goods for a customer.
pub(super) trait PricedRow {
    /// Returns the customer.
    fn buyer(&self) -> CustomerId;

    /// Returns the day on which the goods are delivered, if a list is read on `today`.
    fn delivery_day(&self, today: Day) -> Day;

    /// Returns the goods.
    fn priced_goods(&mut self) -> impl Iterator<Item = &mut Goods>;
}

impl PricedRow for DeliveryRow {
    fn buyer(&self) -> CustomerId {
        self.who.id
    }

    fn delivery_day(&self, today: Day) -> Day {
        self.closed_on.unwrap_or(self.planned_for.max(today))
    }

    fn priced_goods(&mut self) -> impl Iterator<Item = &mut Goods> {
        self.lines.iter_mut().map(|line| &mut line.goods)
    }
}

impl PricedRow for JarRow {
    fn buyer(&self) -> CustomerId {
        self.who.id
    }

    fn delivery_day(&self, today: Day) -> Day {
        today
    }

    fn priced_goods(&mut self) -> impl Iterator<Item = &mut Goods> {
        std::iter::once(&mut self.goods)
    }
}

/// Returns the rows with the prices that hold on the days of their deliveries.
pub(super) fn prices_on<R: PricedRow>(tx: &Tx, today: Day, mut rows: Vec<R>) -> Result<Vec<R>> {
    if rows.is_empty() || !tx.has_prices()? {
        return Ok(rows);
    }
    let buyers: BTreeSet<CustomerId> = rows.iter().map(R::buyer).collect();
    let book = price_book(tx, &buyers.into_iter().collect::<Vec<_>>())?;
    for row in &mut rows {
        let (buyer, day) = (row.buyer(), row.delivery_day(today));
        for goods in row.priced_goods() {
            goods.prices = book.on(day, (buyer, goods.product), goods.prices.clone());
        }
    }
    Ok(rows)
}

/// Returns the prices for everybody and those of these customers.
pub(super) fn price_book(tx: &Tx, customers: &[CustomerId]) -> Result<PriceBook> {
    Ok(PriceBook::new(tx.prices_for(customers)?))
}

/// Returns the prices of a product for a customer on a day.
pub(super) fn unit_prices(
    tx: &Tx,
    customer: CustomerId,
    product: &Product,
    day: Day,
) -> Result<UnitPrices> {
    let of_jar = tx.jar_of(customer, product.id)?.and_then(|jar| jar.price);
    let undated = UnitPrices::undated(of_jar, product.price);
    Ok(price_book(tx, &[customer])?.on(day, (customer, product.id), undated))
}
