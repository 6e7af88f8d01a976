//! Buying: what the jars will ask for in the coming days, and what of it is not there yet.
//!
//! A jar is filled on the last day of its window, or on the day that was promised, and again whenever
//! the usual quantity is used up. How much that comes to is unsure; jars are used up without regard to
//! each other, so what is unsure of all of them grows only with the root of their number.

use crate::domain::id::ProductId;
use crate::domain::product::Product;
use crate::domain::views::PurchaseDemand;
use crate::domain::{Day, Money, Quantity};
use chrono::Days;
use std::collections::BTreeMap;

/// The 90 % quantile of the normal distribution.
const ONE_IN_TEN: f64 = 1.2816;

/// Purchase need of one product.
#[derive(Clone, PartialEq, Debug)]
pub struct ToBuy {
    /// The product, with what is on order.
    pub product: Product,
    /// Stock.
    pub stock: Quantity,
    /// Need at the 10%, 50% and 90% quantiles.
    pub need: [Quantity; 3],
    /// The first day on which the rounds are likely to need more than what is there and on order.
    pub by: Option<Day>,
}

impl ToBuy {
    /// Missing part of the low, likely and high need, in whole packs where the product has a pack.
    pub fn missing(&self) -> [Quantity; 3] {
        let there = self.stock.max(Quantity::ZERO) + self.product.on_order.unwrap_or_default();
        self.need.map(|need| in_packs(&self.product, need - there))
    }
}

/// Returns a missing quantity in whole packs where the product has a pack; zero if nothing is missing.
fn in_packs(product: &Product, missing: Quantity) -> Quantity {
    let pack = product.pack.map_or(1, Quantity::thousandths).max(1);
    let missing = missing.max(Quantity::ZERO).thousandths();
    Quantity::from_thousandths(missing.saturating_add(pack - 1) / pack * pack)
}

/// Need of one product, accumulated jar by jar.
#[derive(Clone, Debug)]
struct Need {
    /// Units by day, from today on.
    by_day: Vec<f64>,
    /// Variance of the sum.
    variance: f64,
}

/// The needs of the coming days, from today on.
#[derive(Clone, Debug)]
pub struct Buying {
    today: Day,
    days: usize,
    needs: BTreeMap<ProductId, Need>,
}

impl Buying {
    /// The needs of so many days, today being the first.
    pub fn new(today: Day, days: u16) -> Self {
        Self { today, days: days.into(), needs: BTreeMap::new() }
    }

    /// The last of the days.
    pub fn until(&self) -> Day {
        self.today + Days::new(self.days.saturating_sub(1) as u64)
    }

    /// Counts what was promised and not brought yet: what is late is needed today.
    pub fn promise(&mut self, product: ProductId, on: Day, quantity: Quantity) {
        let day = (on - self.today).num_days().max(0) as usize;
        self.need(product, day, quantity.as_f64());
    }

    /// Counts a jar and its next lots.
    pub fn add(&mut self, jar: &PurchaseDemand) {
        let (usual, cycle) = (jar.usual.as_f64(), jar.cycle());
        let first = jar.lots(self.today, self.days).next();
        // As much faster or slower as the jar may be used than is likely.
        let lasts = |day: Day| ((day - jar.anchor).num_days() as f64).max(1.0);
        let pace = |day: Day| (lasts(jar.likely) / lasts(day)).clamp(0.2, 5.0);
        let lots = |pace: f64| {
            let left = first.map_or(0.0, |first| self.days as f64 - first as f64);
            if left <= 0.0 { 0.0 } else { 1.0 + (left - 1.0).max(0.0) / cycle * pace }
        };
        let spread = (lots(pace(jar.low)) - lots(pace(jar.high))) * usual / (2.0 * ONE_IN_TEN);
        for day in jar.lots(self.today, self.days) {
            self.need(jar.product, day, usual);
        }
        if let Some(need) = self.needs.get_mut(&jar.product) {
            need.variance += spread * spread;
        }
    }

    fn need(&mut self, product: ProductId, day: usize, units: f64) {
        let empty = || Need { by_day: vec![0.0; self.days], variance: 0.0 };
        let need = self.needs.entry(product).or_insert_with(empty);
        if let Some(sum) = need.by_day.get_mut(day) {
            *sum += units;
        }
    }

    /// Returns the purchase needs of these products, in their order.
    pub fn of(&self, products: Vec<(Product, Quantity)>) -> Vec<ToBuy> {
        products.into_iter().map(|(product, stock)| self.to_buy(product, stock)).collect()
    }

    /// Returns what buying costs by day: goods are bought in whole packs on the day from which the stock and the orders
    /// no longer cover what is needed. An order is paid by then.
    pub fn costs(&self, products: &[(Product, Quantity)]) -> Vec<(Day, Money)> {
        let costs = products.iter().flat_map(|(product, stock)| {
            let needs = self.needs.get(&product.id).map(|need| need.by_day.as_slice());
            let there = *stock.max(&Quantity::ZERO) + product.on_order.unwrap_or_default();
            let (mut needed, mut there) = (0.0, there);
            self.today.iter_days().zip(needs.unwrap_or_default()).filter_map(move |(day, units)| {
                needed += *units;
                let missing = Quantity::from_thousandths((needed * 1e3).round() as i64) - there;
                let bought = in_packs(product, missing);
                there += bought;
                (!bought.is_zero()).then(|| (day, bought.times(product.cost)))
            })
        });
        costs.collect()
    }

    fn to_buy(&self, product: Product, stock: Quantity) -> ToBuy {
        let Some(need) = self.needs.get(&product.id) else {
            return ToBuy { product, stock, need: [Quantity::ZERO; 3], by: None };
        };
        let ordered = product.on_order.unwrap_or_default().as_f64();
        // An order without an expected day counts as available from today.
        let arrives = product.arrives_on.unwrap_or(self.today);
        let mut needed = 0.0;
        let short = self.today.iter_days().zip(&need.by_day).find(|(day, units)| {
            needed += *units;
            let there = stock.max(Quantity::ZERO).as_f64();
            needed > there + if *day >= arrives { ordered } else { 0.0 } + 1e-9
        });
        let likely: f64 = need.by_day.iter().sum();
        let unsure = ONE_IN_TEN * need.variance.sqrt();
        let quantity =
            |units: f64| Quantity::from_thousandths((units.max(0.0) * 1e3).round() as i64);
        let needs = [likely - unsure, likely, likely + unsure].map(quantity);
        ToBuy { product, stock, need: needs, by: short.map(|(day, _)| day) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::CustomerId;
    use crate::domain::price::UnitPrices;

    const RICE: ProductId = ProductId::new(1);

    fn day(n: u64) -> Day {
        Day::from_ymd_opt(2026, 3, 1).unwrap_or_default() + Days::new(n)
    }

    fn rice(stock: i64, on_order: Option<i64>, arrives: Option<u64>) -> (Product, Quantity) {
        let mut product = Product::new(RICE, "rice".into(), "kg".into(), Money::ZERO);
        product.pack = Some(Quantity::whole(15));
        product.on_order = on_order.map(Quantity::whole);
        product.arrives_on = arrives.map(day);
        (product, Quantity::whole(stock))
    }

    /// A jar that is filled with 10 kg every ten days, the first time on a day.
    fn jar(first: u64) -> PurchaseDemand {
        PurchaseDemand {
            customer: CustomerId::new(1),
            prices: UnitPrices::undated(None, Money::from_minor(16)),
            product: RICE,
            anchor: day(0),
            low: day(8),
            likely: day(10),
            high: day(12),
            next: day(first),
            promised: None,
            usual: Quantity::whole(10),
            rate: 1.0,
        }
    }

    fn buy(jars: &[PurchaseDemand], product: (Product, Quantity)) -> ToBuy {
        let mut buying = Buying::new(day(0), 21);
        jars.iter().for_each(|jar| buying.add(jar));
        buying.of(vec![product]).remove(0)
    }

    #[test]
    fn a_jar_is_filled_by_its_window_and_whenever_a_lot_is_used_up() {
        let to_buy = buy(&[jar(4)], rice(12, None, None));
        // On the days 4 and 14; on the second only 2 kg are left.
        assert_eq!((to_buy.need[1], to_buy.by), (Quantity::whole(20), Some(day(14))));
        assert_eq!(to_buy.missing()[1], Quantity::whole(15));
    }

    #[test]
    fn what_is_unsure_of_many_jars_grows_with_the_root_of_their_number() {
        let spread = |jars: usize| {
            let to_buy = buy(&vec![jar(4); jars], rice(0, None, None));
            (to_buy.need[2] - to_buy.need[1]).as_f64()
        };
        // 16 more days at 10/8 of the pace and at 10/12: (1.25 - 0.8333) * 1.6 lots of 10 kg, halved.
        assert!((spread(1) - 3.333).abs() < 1e-3, "{}", spread(1));
        assert!((spread(100) - 33.333).abs() < 1e-2, "{}", spread(100));
    }

    #[test]
    fn what_is_on_order_counts_from_the_day_on_which_it_comes() {
        let by = |arrives| buy(&[jar(4)], rice(0, Some(30), arrives)).by;
        assert_eq!((by(None), by(Some(4)), by(Some(5))), (None, None, Some(day(4))));
        let late = buy(&[jar(4)], rice(0, Some(30), Some(5)));
        assert_eq!(late.missing(), [Quantity::ZERO; 3]);
    }

    #[test]
    fn what_is_promised_is_needed_on_its_day_and_the_next_lot_after_it() {
        let mut buying = Buying::new(day(0), 21);
        buying.promise(RICE, day(2), Quantity::whole(30));
        buying.add(&PurchaseDemand { promised: Some(day(2)), ..jar(4) });
        let to_buy = buying.of(vec![rice(0, None, None)]).remove(0);
        assert_eq!((to_buy.need[1], to_buy.by), (Quantity::whole(40), Some(day(2))));
    }

    #[test]
    fn buying_costs_whole_packs_on_the_days_on_which_stock_runs_out() {
        let mut buying = Buying::new(day(0), 30);
        buying.add(&jar(0));
        let (mut product, stock) = rice(12, None, None);
        product.cost = Money::from_minor(10);
        // 10 kg on the first day are there; the second 10 kg need a pack of 15, the third is in it.
        assert_eq!(
            buying.costs(&[(product, stock)]),
            [(day(10), Money::from_minor(150)), (day(20), Money::from_minor(150))]
        );
    }
}
