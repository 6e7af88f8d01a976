//! The credit limit of a customer: an amount of their own, or none at all. A customer without one has that of
//! the shop.

use super::action::NamedGoods;
use super::money::{Currency, Money};
use super::quantity::{NumberError, Quantity};

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

/// The amount by which a charge would exceed a credit limit, and what would not.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LimitExcess {
    /// The balance before the charge.
    pub balance: Money,
    /// The limit.
    pub limit: Money,
    /// The largest amount that can be charged; zero if there is none.
    pub room: Money,
    /// The amount that has to be paid now for the whole charge.
    pub part: Money,
    /// The largest quantity that can be delivered, of a delivery of one product.
    pub goods: Option<NamedGoods>,
}

impl LimitExcess {
    /// Returns the excess of a charge of an amount, of which a part is paid at once; `None` if the balance stays
    /// within the limit, or is no larger than before.
    pub fn of(
        limit: Option<Money>,
        balance: Money,
        (amount, paid): (Money, Money),
    ) -> Option<Self> {
        let after = balance + amount - paid;
        let limit = limit.filter(|limit| after > *limit && after > balance)?;
        let part = after - limit;
        let room = (amount - part).max(Money::ZERO);
        Some(Self { balance, limit, room, part: part + paid, goods: None })
    }
}

/// Returns the largest part of a quantity that costs no more than an amount, in whole units if the quantity is.
pub fn affordable(room: Money, price: Money, wanted: Quantity) -> Quantity {
    if wanted.times(price) <= room {
        return wanted;
    }
    let (room, price) = (i128::from(room.minor()), i128::from(price.minor()));
    let thousandths = (room.max(0) * 1000).checked_div(price).unwrap_or(0);
    let thousandths = i64::try_from(thousandths).unwrap_or(0);
    let is_whole = wanted.thousandths() % 1000 == 0;
    Quantity::from_thousandths(if is_whole { thousandths / 1000 * 1000 } else { thousandths })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_charge_beyond_the_limit_names_what_fits() {
        let money = Money::from_minor;
        let of = |balance, amount, paid| {
            LimitExcess::of(Some(money(1000)), money(balance), (money(amount), money(paid)))
                .map(|excess| (excess.room.minor(), excess.part.minor()))
        };
        assert_eq!((of(900, 100, 0), of(900, 240, 140)), (None, None));
        assert_eq!((of(900, 240, 0), of(900, 240, 40)), (Some((100, 140)), Some((140, 140))));
        // Already beyond it: nothing fits, and nothing is owed more if all of it is paid.
        assert_eq!((of(1200, 50, 0), of(1200, 50, 50)), (Some((0, 250)), None));
        let kg = Quantity::whole;
        assert_eq!(affordable(money(100), money(42), kg(15)), kg(2));
        assert_eq!(
            affordable(money(100), money(42), Quantity::from_thousandths(2_500)).thousandths(),
            2_380
        );
        assert_eq!(affordable(money(-5), money(42), kg(15)), Quantity::ZERO);
        assert_eq!(affordable(money(0), money(0), kg(15)), kg(15));
    }

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
