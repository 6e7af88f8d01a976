//! Money in whole minor units, the shop's one currency, and the sums and digits of all amounts.
//!
//! No float is ever involved: an amount is a count of the smallest coin, and the currency only says
//! where the point goes when a person reads or types it.

mod sign;

use std::borrow::Cow;
use std::fmt;

use crate::domain::quantity::{NumberError, at_least, parse_decimal};
use sign::without_sign;

/// Gives an amount its zero, its signs and its sums: the same for money and for quantities.
///
/// Sums saturate. An amount that a person types is at most 10^12, so nine million of the largest
/// fit before a sum can reach the end of an `i64`. A sum that did would stay at the end, where it
/// is plainly absurd; wrapping would make a debt a credit, and a panic would take down the screen.
macro_rules! amount {
    ($Amount:ident) => {
        impl $Amount {
            /// Nothing at all.
            pub const ZERO: $Amount = $Amount(0);
            /// The largest amount that `parse` takes: 10^12 of the smallest unit. Nothing beyond it is
            /// stored, so that 64 bits hold the sum of nine million of the largest. A crafted file may hold
            /// more: sums of amounts stay at the end of the range, and a sum in SQL ends with an error.
            pub const MAX: $Amount = $Amount(1_000_000_000_000);
            /// The smallest amount that is more than nothing.
            pub const LEAST: $Amount = $Amount(1);
            /// The largest amount the other way.
            pub const MIN: $Amount = $Amount(-1_000_000_000_000);

            /// Returns whether this is zero.
            pub const fn is_zero(self) -> bool {
                self.0 == 0
            }

            /// Returns whether this is negative.
            pub const fn is_negative(self) -> bool {
                self.0 < 0
            }

            /// Returns whether this is positive.
            pub const fn is_positive(self) -> bool {
                self.0 > 0
            }

            /// The amount without its sign.
            #[must_use]
            pub const fn abs(self) -> $Amount {
                $Amount(self.0.saturating_abs())
            }
        }

        impl std::ops::Add for $Amount {
            type Output = $Amount;
            fn add(self, other: $Amount) -> $Amount {
                $Amount(self.0.saturating_add(other.0))
            }
        }

        impl std::ops::Sub for $Amount {
            type Output = $Amount;
            fn sub(self, other: $Amount) -> $Amount {
                $Amount(self.0.saturating_sub(other.0))
            }
        }

        impl std::ops::Neg for $Amount {
            type Output = $Amount;
            fn neg(self) -> $Amount {
                $Amount(self.0.saturating_neg())
            }
        }

        impl std::ops::AddAssign for $Amount {
            fn add_assign(&mut self, other: $Amount) {
                *self = *self + other;
            }
        }

        impl std::ops::SubAssign for $Amount {
            fn sub_assign(&mut self, other: $Amount) {
                *self = *self - other;
            }
        }

        impl std::iter::Sum for $Amount {
            fn sum<I: Iterator<Item = $Amount>>(amounts: I) -> $Amount {
                amounts.fold($Amount::ZERO, |sum, amount| sum + amount)
            }
        }
    };
}
pub(super) use amount;

/// An amount of the shop's money, in minor units of its currency: cents for CNY, dollars for TWD.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Money(i64);

amount!(Money);

impl Money {
    /// The amount of this many minor units.
    pub const fn from_minor(minor: i64) -> Money {
        Money(minor)
    }

    /// Returns the amount in minor units.
    pub const fn minor(self) -> i64 {
        self.0
    }
}

/// The currencies in use of ISO 4217, by how many digits stand behind the point.
///
/// ISO gives the Taiwan dollar two, but nobody has paid in its cents for decades, so a shop there
/// counts whole dollars. Metals, test codes and baskets such as the SDR are left out: they have no
/// minor unit, and no shop sells rice for them.
const CURRENCIES: [(u8, &str); 4] = [
    (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF TWD UGX UYI VND VUV XAF XOF XPF"),
    (
        2,
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD \
     CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL \
     GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR \
     LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD \
     PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC \
     SYP SZL THB TJS TMT TOP TRY TTD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW \
     ZWG",
    ),
    (3, "BHD IQD JOD KWD LYD OMR TND"),
    (4, "CLF UYW"),
];

/// A currency of ISO 4217, and how its amounts are read and printed.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Currency {
    code: [u8; 3],
    digits: u8,
}

impl Currency {
    /// The currency with this three-letter code, in either case; else [`NumberError::UnknownCurrency`].
    pub fn from_code(code: &str) -> Result<Currency, NumberError> {
        let code = code.trim();
        for (digits, codes) in CURRENCIES {
            let found = codes.split(' ').find(|known| known.eq_ignore_ascii_case(code));
            if let Some(&[a, b, c]) = found.map(str::as_bytes) {
                return Ok(Currency { code: [a, b, c], digits });
            }
        }
        Err(NumberError::UnknownCurrency { text: code.to_owned() })
    }

    /// The three capital letters of ISO 4217.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.code).unwrap_or_default()
    }

    /// Returns the sign that is written before an amount: `¥`, `NT$`, or the code with a blank.
    pub fn sign(&self) -> Cow<'static, str> {
        sign::sign_before(self.code())
    }

    /// Returns the number of decimals: 0 for TWD and JPY, 2 for CNY.
    pub const fn digits(self) -> u8 {
        self.digits
    }

    /// Reads `42.50`, `-3`, `+3`, `1,240` or `1 240`, up to [`Money::MAX`]; the currency's own sign, code or
    /// name may stand around it: `¥20`, `20元`, `NT$ 240`.
    ///
    /// More decimals than the currency has are refused, not rounded: `42.505` is a slip of the hand.
    pub fn parse(self, text: &str) -> Result<Money, NumberError> {
        let number = without_sign(text, self.code());
        let parsed = parse_decimal(&number, self.digits, Money::MAX.0).map(Money);
        parsed.map_err(|error| match error {
            NumberError::NotANumber { .. } => {
                NumberError::NotANumber { text: text.trim().to_owned() }
            }
            error => error,
        })
    }

    /// Reads as [`Self::parse`] does, and refuses zero and less as [`NumberError::Negative`].
    pub fn parse_positive(self, text: &str) -> Result<Money, NumberError> {
        at_least(1, self.parse(text)?.0, text).map(Money)
    }

    /// Reads as [`Self::parse`] does, and refuses less than zero as [`NumberError::Negative`].
    pub fn parse_at_least_zero(self, text: &str) -> Result<Money, NumberError> {
        at_least(0, self.parse(text)?.0, text).map(Money)
    }

    /// Prints `-1240.50`, as exports do: every decimal, no groups, whatever the language.
    pub fn plain(self, money: Money) -> impl fmt::Display {
        Decimal::plain(money.0, self.digits)
    }

    /// Prints `-1,240.50`, as screens do: with a comma between the thousands.
    pub fn grouped(self, money: Money) -> impl fmt::Display {
        Decimal::grouped(money.0, self.digits)
    }
}

/// Divides by a positive number, rounds halves away from zero and stays inside an `i64`.
pub(super) fn divide_rounded(numerator: i128, denominator: i128) -> i64 {
    let half = numerator.signum() * (denominator / 2);
    let rounded = (numerator + half) / denominator;
    i64::try_from(rounded).unwrap_or(if rounded < 0 { i64::MIN } else { i64::MAX })
}

/// A number of units of 10^-`digits`, ready to be printed without touching the heap.
pub(super) struct Decimal {
    value: i64,
    digits: u8,
    between_groups: Option<u8>,
}

impl Decimal {
    /// Every digit, nothing between them: `1240.50`.
    pub(super) fn plain(value: i64, digits: u8) -> Decimal {
        Decimal { value, digits, between_groups: None }
    }

    /// Returns the number with a comma between the thousands: `1,240.50`.
    pub(super) fn grouped(value: i64, digits: u8) -> Decimal {
        Decimal::plain(value, digits).in_groups()
    }

    /// Returns the same number with a comma between the thousands.
    pub(super) fn in_groups(self) -> Decimal {
        Decimal { between_groups: Some(b','), ..self }
    }

    /// No zeros at the end of the decimals: `1240.5`.
    pub(super) fn shortest(mut value: i64, mut digits: u8) -> Decimal {
        while digits > 0 && value % 10 == 0 {
            value /= 10;
            digits -= 1;
        }
        Decimal::plain(value, digits)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The longest number is 19 digits, 6 gaps, a sign and a point. It is written backwards.
        let mut buffer = [b'0'; 32];
        let mut start = buffer.len();
        let mut slots = buffer.iter_mut().rev();
        let mut put = |byte: u8| {
            if let Some(slot) = slots.next() {
                *slot = byte;
                start -= 1;
            }
        };
        let mut rest = self.value.unsigned_abs();
        for _ in 0..self.digits {
            put(b'0' + (rest % 10) as u8);
            rest /= 10;
        }
        if self.digits > 0 {
            put(b'.');
        }
        for place in 1.. {
            put(b'0' + (rest % 10) as u8);
            rest /= 10;
            if rest == 0 {
                break;
            }
            if let (0, Some(gap)) = (place % 3, self.between_groups) {
                put(gap);
            }
        }
        if self.value < 0 {
            put(b'-');
        }
        let written = buffer.get(start..).unwrap_or_default();
        f.pad(std::str::from_utf8(written).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn currency(code: &str) -> Currency {
        Currency::from_code(code).unwrap_or(Currency { code: *b"???", digits: 9 })
    }

    #[test]
    fn a_currency_is_found_in_either_case_with_its_digits() {
        for (code, digits) in
            [("TWD", 0), ("JPY", 0), ("CNY", 2), ("KWD", 3), ("CLF", 4), ("ZWG", 2)]
        {
            let lower = code.to_lowercase();
            assert_eq!((currency(&lower).code(), currency(&lower).digits()), (code, digits));
        }
    }

    #[test]
    fn a_code_that_is_no_currency_is_refused() {
        for text in ["", "XXX", "CN", "CNY USD", "元"] {
            let error = NumberError::UnknownCurrency { text: text.to_owned() };
            assert_eq!(Currency::from_code(text), Err(error));
        }
    }

    #[test]
    fn a_shop_without_cents_refuses_decimals() {
        let text = "42.50".to_owned();
        assert_eq!(currency("CNY").parse(&text), Ok(Money(4250)));
        assert_eq!(
            currency("TWD").parse(&text),
            Err(NumberError::TooManyDecimals { text, allowed: 0 })
        );
    }

    #[test]
    fn amounts_are_printed_plain_for_files_and_grouped_for_people() {
        let cny = currency("CNY");
        assert_eq!(cny.plain(Money(-124_050)).to_string(), "-1240.50");
        assert_eq!(cny.grouped(Money(-124_050)).to_string(), "-1,240.50");
        assert_eq!(cny.plain(Money(-5)).to_string(), "-0.05");
        assert_eq!(currency("TWD").grouped(Money(100)).to_string(), "100");
        assert_eq!(currency("TWD").grouped(Money(1_000_000)).to_string(), "1,000,000");
        assert_eq!(format!("{:>8}|", cny.plain(Money(50))), "    0.50|");
    }

    #[test]
    fn a_sum_stays_at_the_end_instead_of_turning_its_sign() {
        assert_eq!(Money(i64::MAX) + Money(1), Money(i64::MAX));
        assert_eq!(-Money(i64::MIN), Money(i64::MAX));
        assert_eq!([Money(2), Money(-5)].into_iter().sum::<Money>().abs(), Money(3));
        assert_eq!(
            currency("CLF").grouped(Money(i64::MIN)).to_string(),
            "-922,337,203,685,477.5808"
        );
    }

    #[test]
    fn only_more_than_zero_is_positive() {
        let negative = |text: &str| Err(NumberError::Negative { text: text.to_owned() });
        assert_eq!(currency("TWD").parse_positive(" 0 "), negative("0"));
        assert_eq!(currency("TWD").parse_at_least_zero("-3"), negative("-3"));
        assert_eq!(currency("TWD").parse_positive("+3"), Ok(Money(3)));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

        #[test]
        fn every_amount_reads_back_as_it_is_printed(minor in -1_000_000_000_000..=1_000_000_000_000_i64) {
            for code in ["TWD", "CNY", "KWD", "CLF"] {
                let (currency, money) = (currency(code), Money(minor));
                prop_assert_eq!(currency.parse(&currency.plain(money).to_string()), Ok(money));
                prop_assert_eq!(currency.parse(&currency.grouped(money).to_string()), Ok(money));
            }
        }
    }
}
