//! The goods of the sample shop: what they cost, and the stock that comes in every week.

use super::super::Result;
use super::dice::Dice;
use super::words::SampleWords;
use crate::domain::id::ProductId;
use crate::domain::product::{MoveReason, Product, StockMove};
use crate::domain::{Day, Money, Quantity, Rate};
use crate::store::Tx;
use chrono::Days;

/// One product: the numbers of it that do not depend on a language.
struct Good {
    /// For one unit, today.
    price: i64,
    cost: i64,
    pack: i64,
    /// Millionths of a unit for one adult a day.
    appetite: i64,
    child: u16,
    elder: u16,
}

const fn good(price: i64, cost: i64, pack: i64, appetite: i64, child: u16, elder: u16) -> Good {
    Good { price, cost, pack, appetite, child, elder }
}

/// Rice, oil, noodles, eggs and gas.
const GOODS: [Good; 5] = [
    good(58, 44, 5, 180_000, 500, 700),
    good(96, 74, 1, 30_000, 400, 800),
    good(64, 47, 1, 60_000, 600, 600),
    good(7, 5, 10, 700_000, 700, 800),
    good(780, 610, 1, 5_500, 300, 900),
];

/// Percentage of customers who come first for each product.
pub(super) const CHOICE: [usize; 5] = [62, 10, 8, 8, 12];

/// Index of the product that runs short, so that the demo has something to reorder.
const SHORT: usize = 1;

/// The products, and what went out of the store room in each week of the shop.
pub(super) struct SampleGoods {
    pub(super) products: Vec<Product>,
    today: Day,
    begun: Day,
    went: Vec<Vec<Quantity>>,
}

impl SampleGoods {
    pub(super) fn new(words: &SampleWords, begun: Day, today: Day) -> Self {
        let products = GOODS.iter().zip(words.products).zip(1_i64..).map(|((good, named), id)| {
            let (name, unit, kind) = named;
            let price = Money::from_minor(good.price);
            Product {
                kind: kind.to_owned(),
                cost: Money::from_minor(good.cost),
                pack: Some(Quantity::whole(good.pack)),
                appetite: Some(Rate::from_millionths(good.appetite)),
                child: good.child,
                elder: good.elder,
                ..Product::new(ProductId::new(id), name.to_owned(), unit.to_owned(), price)
            }
        });
        let products: Vec<_> = products.collect();
        let weeks = usize::try_from((today - begun).num_days() / 7 + 1).unwrap_or(1);
        let went = vec![vec![Quantity::ZERO; weeks]; products.len()];
        Self { products, today, begun, went }
    }

    /// Returns the price of a product on a day: prices rose by about 3 % each year.
    pub(super) fn price_on(&self, product: &Product, day: Day) -> Money {
        let years = ((self.today - day).num_days() / 365).max(0);
        Money::from_minor((product.price.minor() * (1000 - 28 * years) + 500) / 1000)
    }

    /// Returns the cost of a unit on a day, in the same proportion to its price as today.
    pub(super) fn cost_on(&self, product: &Product, day: Day) -> Option<Money> {
        let price = product.price.minor();
        let cost = self.price_on(product, day).minor() * product.cost.minor() + price / 2;
        product.known_cost().map(|_| Money::from_minor(cost / price.max(1)))
    }

    /// Notes that goods went out.
    pub(super) fn take(&mut self, product: ProductId, quantity: Quantity, day: Day) {
        let week = usize::try_from((day - self.begun).num_days() / 7).unwrap_or(0);
        let place = self.products.iter().position(|known| known.id == product);
        let weeks = place.and_then(|place| self.went.get_mut(place));
        if let Some(sum) = weeks.and_then(|weeks| weeks.get_mut(week)) {
            *sum += quantity;
        }
    }

    /// Writes the products, with the level at which to buy more: four days' use.
    pub(super) fn write_products(&self, tx: &Tx) -> Result<()> {
        for (place, product) in self.products.iter().enumerate() {
            let floor = packs(product, self.weekly_use(place) * 4.0 / 7.0);
            tx.insert_product(&Product { reorder: Some(floor), ..product.clone() })?;
        }
        Ok(())
    }

    /// Writes what came in: each week what it needs, so that a few days' use is always there.
    pub(super) fn write_stock(&self, tx: &Tx, dice: &mut Dice) -> Result<()> {
        for (place, product) in self.products.iter().enumerate() {
            self.write_moves(tx, dice, place, product)?;
        }
        Ok(())
    }

    fn write_moves(&self, tx: &Tx, dice: &mut Dice, place: usize, product: &Product) -> Result<()> {
        let weeks = self.went.get(place).map(Vec::as_slice).unwrap_or_default();
        let mut stock = Quantity::ZERO;
        for (week, went) in weeks.iter().enumerate() {
            let last = week + 1 == weeks.len();
            // This week may have only begun, so that the last one has to end with little already.
            let scarce = place == SHORT && week + 2 >= weeks.len();
            let days = if scarce { 1.5 } else { dice.float(5.0, 8.0) };
            let usual = if last { self.weekly_use(place) } else { went.as_f64() };
            let wanted = packs(product, went.as_f64() + usual * days / 7.0);
            let on = self.begun + Days::new(week as u64 * 7);
            let cost = self.cost_on(product, on);
            let came = |quantity, reason, cost| {
                tx.insert_stock_move(&StockMove { product: product.id, on, quantity, cost, reason })
            };
            if wanted > stock {
                let (reason, cost) = match week {
                    0 => (MoveReason::Opening, None),
                    _ => (MoveReason::Received, cost),
                };
                came(wanted - stock, reason, cost)?;
                stock = wanted;
            }
            stock -= *went;
            // Twice a year the store room is counted, and a sack is torn or was given away.
            let pack = product.pack.unwrap_or(Quantity::whole(1));
            if week % 26 == 25 && stock > pack + pack {
                came(-pack, MoveReason::Counted, None)?;
                stock -= pack;
            }
        }
        Ok(())
    }

    /// Returns the mean quantity that leaves stock in a week, over the last eight complete weeks.
    fn weekly_use(&self, place: usize) -> f64 {
        let weeks = self.went.get(place).map(Vec::as_slice).unwrap_or_default();
        let recent: Vec<_> = weeks.iter().rev().skip(1).take(8).collect();
        recent.iter().map(|week| week.as_f64()).sum::<f64>() / recent.len().max(1) as f64
    }
}

/// Rounds a number of units down to whole packs, at least one.
pub(super) fn whole_packs(product: &Product, units: f64) -> Quantity {
    let pack = product.pack.unwrap_or(Quantity::whole(1)).thousandths();
    let count = (units * 1000.0 / pack as f64).floor().max(1.0) as i64;
    Quantity::from_thousandths(count * pack)
}

/// Rounds a number of units up to whole packs, at least one.
pub(super) fn packs(product: &Product, units: f64) -> Quantity {
    let pack = product.pack.unwrap_or(Quantity::whole(1)).thousandths();
    let count = (units * 1000.0 / pack as f64).ceil().max(1.0) as i64;
    Quantity::from_thousandths(count * pack)
}
