//! Formats prices: a customer's own ones, and why one applies.

use super::Localizer;
use crate::domain::price::PriceBasis;
use crate::domain::views::PriceRow;
use crate::domain::{Day, Money, Quantity};

impl Localizer {
    /// Returns the prices of a customer, one after the other: `rice 38 a kg, from 10 kg on, from 1 Apr`.
    pub fn own_prices(&self, prices: &[PriceRow], today: Day) -> String {
        let own: Vec<String> = prices.iter().filter_map(|row| self.own_price(row, today)).collect();
        own.join(&self.text("between-rules"))
    }

    /// Returns a price; `None` for one that has ended.
    fn own_price(&self, row: &PriceRow, today: Day) -> Option<String> {
        let is_ahead = row.price.from > today;
        let product = ("product", row.product.as_str().into());
        let first = match row.price.amount {
            Some(amount) => {
                let price = ("price", self.money(amount).into());
                self.format("own-price", &[product, price, ("unit", row.unit.as_str().into())])
            }
            None if is_ahead => self.format("own-price-ends", &[product]),
            None => return None,
        };
        let least = row.price.least.is_positive().then(|| {
            let least = self.quantity(row.price.least, &row.unit);
            self.format("own-price-least", &[("least", least.into())])
        });
        let from = is_ahead.then(|| {
            self.format("own-price-from", &[("day", self.short_day(row.price.from).into())])
        });
        let parts: Vec<String> = std::iter::once(first).chain(least).chain(from).collect();
        Some(self.list(&parts))
    }

    /// Returns which price applies and why; `None` for the usual price of the product.
    pub(super) fn why_price(
        &self,
        (price, basis): (Money, PriceBasis),
        unit: &str,
    ) -> Option<String> {
        let (key, least) = match basis {
            PriceBasis::Product => return None,
            PriceBasis::Own(Quantity::ZERO) => ("why-price-own", Quantity::ZERO),
            PriceBasis::Own(least) => ("why-price-own-least", least),
            PriceBasis::General(Quantity::ZERO) => ("why-price-general", Quantity::ZERO),
            PriceBasis::General(least) => ("why-price-general-least", least),
        };
        let args = [
            ("price", self.money(price).into()),
            ("unit", unit.into()),
            ("least", self.quantity(least, unit).into()),
        ];
        Some(self.format(key, &args))
    }
}
