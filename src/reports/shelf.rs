//! The store room: what is there, how fast it goes, how long it lasts, and what to buy.

use super::ToBuy;
use crate::domain::product::Product;
use crate::domain::{Day, Money, Quantity};

/// For how many days what was sold is counted.
pub const SOLD_DAYS: u64 = 30;

/// For the need of so many days, today being the first, goods are bought.
pub const NEED_DAYS: u16 = 14;

/// One product in the store room.
#[derive(Clone, PartialEq, Debug)]
pub struct Shelf {
    /// The product.
    pub product: Product,
    /// The next price for everybody, with its first day.
    pub next_price: Option<(Day, Money)>,
    /// Stock; negative when more was delivered than received.
    pub stock: Quantity,
    /// Quantity delivered in the last [`SOLD_DAYS`] days.
    pub sold: Quantity,
    /// For how many whole days it lasts while all jars are used as forecast; `None` if none is.
    pub days_left: Option<i64>,
    /// Likely need in the coming [`NEED_DAYS`] days.
    pub need: Quantity,
    /// Part of the need that is neither in stock nor on order, in whole packs.
    pub missing: Quantity,
    /// The first day on which the rounds likely need more than what is there by then.
    pub by: Option<Day>,
}

impl Shelf {
    /// A product, with what is to be bought of it, of which all jars together use `a_day` in a day.
    pub fn new(
        to_buy: ToBuy,
        sold: Quantity,
        a_day: f64,
        next_price: Option<(Day, Money)>,
    ) -> Self {
        let ([_, need, _], [_, missing, _]) = (to_buy.need, to_buy.missing());
        let ToBuy { product, stock, by, .. } = to_buy;
        let lasts = (stock.max(Quantity::ZERO).as_f64() / a_day).floor();
        // A float beyond the range of an integer becomes the nearest one: for ever.
        let days_left = (a_day > 0.0).then_some(lasts as i64);
        Self { product, next_price, stock, sold, days_left, need, missing, by }
    }

    /// Returns whether more should be bought.
    pub fn is_short(&self) -> bool {
        self.product.reorder.is_some_and(|reorder| self.stock <= reorder)
            || self.stock.is_negative()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::ProductId;

    #[test]
    fn stock_lasts_whole_days_and_for_ever_where_nobody_uses_it() {
        let rice = || Product::new(ProductId::new(1), "rice".into(), "kg".into(), Money::ZERO);
        let days = |stock, a_day| {
            let (stock, need) = (Quantity::whole(stock), [Quantity::ZERO; 3]);
            let to_buy = ToBuy { product: rice(), stock, need, by: None };
            Shelf::new(to_buy, Quantity::ZERO, a_day, None).days_left
        };
        assert_eq!(days(10, 3.0), Some(3));
        assert_eq!(days(-10, 3.0), Some(0));
        assert_eq!(days(10, 0.0), None);
        assert_eq!(days(i64::MAX / 1000, f64::MIN_POSITIVE), Some(i64::MAX));
    }
}
