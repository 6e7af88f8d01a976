//! Prices of a unit by customer, by quantity and from a day on.
//!
//! The rule: a customer's own price comes before a general one; of several, the one with the largest least
//! quantity that the delivered quantity reaches; of those, the newest that holds on the day. Where none holds, it
//! is the price of the product. A recorded delivery keeps its price whatever changes later.

use super::day::Day;
use super::id::{CustomerId, PriceId, ProductId};
use super::money::Money;
use super::quantity::Quantity;
use std::collections::BTreeMap;

/// One price.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Price {
    /// Given by the store.
    pub id: PriceId,
    /// The product.
    pub product: ProductId,
    /// The customer; `None` is everybody.
    pub customer: Option<CustomerId>,
    /// The least quantity for which it holds; zero is any.
    pub least: Quantity,
    /// The first day on which it holds.
    pub from: Day,
    /// The price of a unit; `None` ends the earlier price for the same customer and least quantity.
    pub amount: Option<Money>,
}

/// The rule by which a price applies.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PriceBasis {
    /// The customer's own, from this quantity on.
    Own(Quantity),
    /// The one for everybody, from this quantity on.
    General(Quantity),
    /// The one of the product.
    Product,
}

/// The prices of a unit of one product for one customer on one day, by quantity.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnitPrices {
    /// The customer's own prices, each with its least quantity.
    own: Vec<(Quantity, Money)>,
    /// The prices for everybody, each with its least quantity.
    general: Vec<(Quantity, Money)>,
    /// The price of the product.
    product: Money,
}

impl UnitPrices {
    /// Returns the prices without a day: that of the customer's jar, if it has one, and that of the product.
    pub fn undated(of_jar: Option<Money>, product: Money) -> Self {
        let own = of_jar.map(|price| (Quantity::ZERO, price)).into_iter().collect();
        Self { own, general: Vec::new(), product }
    }

    /// Returns the prices with those that hold on a day; `prices` are in the order of their days.
    pub fn on<'a>(mut self, day: Day, prices: impl Iterator<Item = &'a Price>) -> Self {
        for price in prices.filter(|price| price.from <= day) {
            let steps = if price.customer.is_some() { &mut self.own } else { &mut self.general };
            steps.retain(|(least, _)| *least != price.least);
            steps.extend(price.amount.map(|amount| (price.least, amount)));
        }
        self
    }

    /// Returns the price of a unit where this quantity is delivered; a returned quantity counts like a delivered one.
    pub fn of(&self, quantity: Quantity) -> Money {
        self.explained(quantity).0
    }

    /// Returns the price of a unit where this quantity is delivered, with the rule by which it applies.
    pub fn explained(&self, quantity: Quantity) -> (Money, PriceBasis) {
        let quantity = quantity.max(-quantity);
        let step = |steps: &[(Quantity, Money)]| {
            let reached = steps.iter().filter(|(least, _)| *least <= quantity);
            reached.max_by_key(|(least, _)| *least).copied()
        };
        match (step(&self.own), step(&self.general)) {
            (Some((least, price)), _) => (price, PriceBasis::Own(least)),
            (None, Some((least, price))) => (price, PriceBasis::General(least)),
            (None, None) => (self.product, PriceBasis::Product),
        }
    }
}

/// Prices by product and customer.
#[derive(Debug, Default)]
pub struct PriceBook(BTreeMap<(ProductId, Option<CustomerId>), Vec<Price>>);

impl PriceBook {
    /// Returns the book of these prices.
    pub fn new(mut prices: Vec<Price>) -> Self {
        prices.sort_by_key(|price| (price.from, price.id));
        let mut book: BTreeMap<_, Vec<Price>> = BTreeMap::new();
        for price in prices {
            book.entry((price.product, price.customer)).or_default().push(price);
        }
        Self(book)
    }

    /// Returns the prices of a product for everybody or for one customer, in the order of their days.
    pub fn of(&self, product: ProductId, customer: Option<CustomerId>) -> &[Price] {
        self.0.get(&(product, customer)).map(Vec::as_slice).unwrap_or_default()
    }

    /// Returns the prices that hold for a customer on a day, over those without a day.
    pub fn on(
        &self,
        day: Day,
        (customer, product): (CustomerId, ProductId),
        undated: UnitPrices,
    ) -> UnitPrices {
        let all = self.of(product, None).iter().chain(self.of(product, Some(customer)));
        undated.on(day, all)
    }

    /// Returns the price of a product for everybody and any quantity on a day.
    pub fn general(&self, day: Day, product: ProductId, of_product: Money) -> Money {
        let general = self.of(product, None).iter();
        UnitPrices::undated(None, of_product).on(day, general).of(Quantity::ZERO)
    }

    /// Returns the next price of a product for everybody and any quantity after a day, with its first day.
    pub fn next(&self, day: Day, product: ProductId) -> Option<(Day, Money)> {
        let mut later = self.of(product, None).iter().filter(|price| price.from > day);
        later.find_map(|price| Some((price.from, price.amount.filter(|_| price.least.is_zero())?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::parse_iso;
    use proptest::prelude::*;

    const RICE: ProductId = ProductId::new(1);
    const WU: CustomerId = CustomerId::new(7);

    fn day(n: u64) -> Day {
        parse_iso("2026-03-01").unwrap() + chrono::Days::new(n)
    }

    fn price(id: i64, own: bool, least: i64, from: u64, amount: Option<i64>) -> Price {
        Price {
            id: PriceId::new(id),
            product: RICE,
            customer: own.then_some(WU),
            least: Quantity::whole(least),
            from: day(from),
            amount: amount.map(Money::from_minor),
        }
    }

    /// Returns the price by looking through all prices for the first that the rule prefers.
    fn slowly(prices: &[Price], (jar, product): (Option<i64>, i64), on: Day, quantity: i64) -> i64 {
        let mut all = prices.to_vec();
        all.extend(
            jar.map(|amount| Price { from: Day::MIN, ..price(0, true, 0, 0, Some(amount)) }),
        );
        let is_replaced = |old: &Price| {
            all.iter().any(|new| {
                (new.customer, new.least) == (old.customer, old.least)
                    && new.from <= on
                    && (new.from, new.id) > (old.from, old.id)
            })
        };
        let mut in_force: Vec<&Price> = all
            .iter()
            .filter(|price| price.from <= on && price.least <= Quantity::whole(quantity))
            .filter(|price| price.amount.is_some() && !is_replaced(price))
            .collect();
        in_force.sort_by_key(|price| (price.customer.is_some(), price.least));
        in_force.last().and_then(|price| price.amount).map_or(product, Money::minor)
    }

    proptest! {
        #[test]
        fn the_price_is_the_first_that_the_rule_prefers(
            rows in prop::collection::vec(
                (any::<bool>(), 0..4_i64, 0..6_u64, prop::option::weighted(0.8, 1..50_i64)), 0..12),
            jar in prop::option::of(1..50_i64),
            on in 0..6_u64,
            quantity in 0..5_i64,
        ) {
            let rows = (1..).zip(&rows);
            let prices: Vec<Price> = rows
                .map(|(id, &(own, least, from, amount))| price(id, own, least, from, amount))
                .collect();
            let undated = UnitPrices::undated(jar.map(Money::from_minor), Money::from_minor(100));
            let found = PriceBook::new(prices.clone()).on(day(on), (WU, RICE), undated);
            let expected = slowly(&prices, (jar, 100), day(on), quantity);
            prop_assert_eq!(found.of(Quantity::whole(quantity)).minor(), expected);
            prop_assert_eq!(found.of(-Quantity::whole(quantity)).minor(), expected);
        }
    }

    #[test]
    fn the_next_price_is_for_everybody_and_any_quantity() {
        let prices = [
            price(1, false, 50, 1, Some(15)),
            price(2, true, 0, 1, Some(14)),
            price(3, false, 0, 3, Some(17)),
            price(4, false, 0, 2, None),
        ];
        let book = PriceBook::new(prices.to_vec());
        assert_eq!(book.next(day(0), RICE), Some((day(3), Money::from_minor(17))));
        assert_eq!(book.next(day(3), RICE), None);
        assert_eq!(book.general(day(3), RICE, Money::from_minor(16)), Money::from_minor(17));
    }
}
