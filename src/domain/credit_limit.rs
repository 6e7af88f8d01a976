//! The credit limit of a customer: an amount of their own, or none at all. A customer without one has that of
//! the shop.

use super::money::{Currency, Money};
use super::quantity::NumberError;

/// A customer's own credit limit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CreditLimit {
    /// The most that the tab may reach.
    Amount(Money),
    /// The tab may reach any amount, whatever the limit of the shop is.
    None,
}

impl CreditLimit {
    /// Word for no limit, as it is typed and stored in files.
    pub const NONE: &'static str = "none";

    /// Parses an amount, `none` or `不限`; an empty text or `shop` is the limit of the shop.
    ///
    /// # Errors
    /// If it is no amount of the currency, or below zero.
    pub fn parse(text: &str, currency: Currency) -> Result<Option<Self>, NumberError> {
        match text.trim() {
            "" | "shop" | "按店里" => Ok(None),
            Self::NONE | "不限" => Ok(Some(Self::None)),
            text => currency.parse_at_least_zero(text).map(|amount| Some(Self::Amount(amount))),
        }
    }

    /// Returns the amount; `None` is no limit.
    pub const fn amount(self) -> Option<Money> {
        match self {
            Self::Amount(amount) => Some(amount),
            Self::None => None,
        }
    }

    /// Returns the limit as the database keeps it: no limit is the largest amount that there is.
    pub const fn stored(self) -> Money {
        match self {
            Self::Amount(amount) => amount,
            Self::None => Money::MAX,
        }
    }

    /// Returns the limit that the database keeps as this amount.
    pub fn from_stored(amount: Money) -> Self {
        if amount >= Money::MAX { Self::None } else { Self::Amount(amount) }
    }

    /// Returns the text that [`CreditLimit::parse`] reads back.
    pub fn typed(self, currency: Currency) -> String {
        match self {
            Self::Amount(amount) => currency.plain(amount).to_string(),
            Self::None => Self::NONE.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // C5
    #[test]
    fn a_limit_is_an_amount_none_or_that_of_the_shop() {
        let twd = Currency::from_code("TWD").unwrap();
        let parse = |text: &str| CreditLimit::parse(text, twd);
        let amount = Money::from_minor(1000);
        assert_eq!(parse("1000"), Ok(Some(CreditLimit::Amount(amount))));
        assert_eq!(
            (parse("none"), parse("不限")),
            (Ok(Some(CreditLimit::None)), Ok(Some(CreditLimit::None)))
        );
        assert_eq!((parse(""), parse("shop")), (Ok(None), Ok(None)));
        assert!(parse("-1").is_err());
        for limit in [CreditLimit::None, CreditLimit::Amount(amount)] {
            assert_eq!(CreditLimit::from_stored(limit.stored()), limit);
            assert_eq!(parse(&limit.typed(twd)), Ok(Some(limit)));
        }
    }
}
