//! Quantities of goods, rates of use, and the one reader of the numbers that people type.
//!
//! Money, quantities and rates are whole numbers of a small unit. They differ only in how many
//! digits stand behind the point, so one reader (here) and one printer (in [`super::money`]) serve
//! all three, and they can never disagree about what a number looks like.

mod measure;
mod number;

use std::fmt;

use crate::domain::money::{Decimal, Money, amount, divide_rounded};

pub(in crate::domain) use number::{at_least, half_width, parse_decimal};

/// Why a text is no number that we take. Every variant carries what a sentence about it needs.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum NumberError {
    /// Nothing but blanks was given.
    #[error("a number is missing")]
    Empty,
    /// The text is no decimal number, or its thousands groups are wrong.
    #[error("`{text}` is not a number")]
    NotANumber {
        /// The text as it was typed, without surrounding blanks.
        text: String,
    },
    /// There are more digits behind the point than this kind of number has.
    #[error("`{text}` has more than {allowed} decimals")]
    TooManyDecimals {
        /// The text as it was typed, without surrounding blanks.
        text: String,
        /// Maximum number of decimals; 0 allows no decimal point.
        allowed: u8,
    },
    /// A comma stands where decimals begin, which could as well part thousands.
    #[error("`{text}` has a decimal comma")]
    DecimalComma {
        /// The text as it was typed, without surrounding blanks.
        text: String,
    },
    /// The quantity is in a unit that cannot be converted into that of the product.
    #[error("`{text}` is not in {unit}")]
    OtherUnit {
        /// The text as it was typed, without surrounding blanks.
        text: String,
        /// The unit of the product.
        unit: String,
    },
    /// The number is beyond the largest that we take.
    #[error("`{text}` is too large")]
    TooLarge {
        /// The text as it was typed, without surrounding blanks.
        text: String,
    },
    /// No currency of ISO 4217 has this code.
    #[error("`{text}` is not a currency code")]
    UnknownCurrency {
        /// The text as it was typed, without surrounding blanks.
        text: String,
    },
    /// The number is below zero, or is zero where only more than zero makes sense.
    #[error("`{text}` is too small")]
    Negative {
        /// The text as it was typed, without surrounding blanks.
        text: String,
    },
}

/// An amount of goods, in thousandths of the product's unit: 4.5 kg is 4500.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Quantity(i64);

amount!(Quantity);

impl Quantity {
    const DIGITS: u8 = 3;

    /// The quantity of this many thousandths of the unit.
    pub const fn from_thousandths(thousandths: i64) -> Quantity {
        Quantity(thousandths)
    }

    /// The quantity of this many whole units.
    pub const fn whole(units: i64) -> Quantity {
        Quantity(units.saturating_mul(1000))
    }

    /// Returns the quantity in thousandths of the unit.
    pub const fn thousandths(self) -> i64 {
        self.0
    }

    /// Reads `15`, `4.5`, `-0.125`, `1,240` or `1 240`: up to three decimals, up to [`Self::MAX`].
    pub fn parse(text: &str) -> Result<Quantity, NumberError> {
        parse_decimal(text, Self::DIGITS, Self::MAX.0).map(Quantity)
    }

    /// Reads as [`Self::parse`] does, and refuses zero and less as [`NumberError::Negative`].
    pub fn parse_positive(text: &str) -> Result<Quantity, NumberError> {
        at_least(1, Self::parse(text)?.0, text).map(Quantity)
    }

    /// Reads as [`Self::parse`] does, and refuses less than zero as [`NumberError::Negative`].
    pub fn parse_at_least_zero(text: &str) -> Result<Quantity, NumberError> {
        at_least(0, Self::parse(text)?.0, text).map(Quantity)
    }

    /// Returns the cost of this quantity at `price` per unit, rounded half away from zero to the minor unit.
    #[must_use]
    pub fn times(self, price: Money) -> Money {
        Money::from_minor(divide_rounded(i128::from(self.0) * i128::from(price.minor()), 1000))
    }

    /// Returns `parts` of the `of` equal parts of this quantity, rounded to the thousandth.
    #[must_use]
    pub fn parts_of(self, parts: u16, of: u16) -> Quantity {
        Quantity(divide_rounded(i128::from(self.0) * i128::from(parts), i128::from(of.max(1))))
    }

    /// For people, with a comma between the thousands: `27,280.5`.
    pub fn grouped(self) -> impl fmt::Display {
        Decimal::shortest(self.0, Self::DIGITS).in_groups()
    }

    /// The quantity in units, for estimates only: nothing stored or billed is computed from it.
    pub fn as_f64(self) -> f64 {
        self.0 as f64 / 1000.0
    }
}

/// Prints the shortest plain decimal: `15`, `4.5`, `-0.125`.
impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Decimal::shortest(self.0, Self::DIGITS).fmt(f)
    }
}

/// A rate of use that a person declared or pinned, in millionths of the product's unit a day.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Rate(i64);

impl Rate {
    /// The largest rate that `parse_positive` takes: a million units a day.
    pub const MAX: Rate = Rate(1_000_000_000_000);
    /// The smallest rate that is more than none.
    pub const LEAST: Rate = Rate(1);
    const DIGITS: u8 = 6;

    /// The rate of this many millionths of the unit a day.
    pub const fn from_millionths(millionths: i64) -> Rate {
        Rate(millionths)
    }

    /// The daily rate that uses up `a_month` in a month of 30.4375 days, which is 365.25 / 12.
    pub fn from_monthly(a_month: Quantity) -> Rate {
        // A thousandth is 1,000 millionths, and 30.4375 days are 304,375 ten-thousandths of a day.
        Rate(divide_rounded(i128::from(a_month.0) * 1000 * 10_000, 304_375))
    }

    /// Returns the rate in millionths of the unit per day.
    pub const fn millionths(self) -> i64 {
        self.0
    }

    /// Reads `0.52` units a day: up to six decimals, more than zero, up to [`Self::MAX`].
    pub fn parse_positive(text: &str) -> Result<Rate, NumberError> {
        let millionths = parse_decimal(text, Self::DIGITS, Self::MAX.0)?;
        at_least(1, millionths, text).map(Rate)
    }

    /// The rate in units a day, for forecasts.
    pub fn per_day(self) -> f64 {
        self.0 as f64 / 1_000_000.0
    }
}

/// Prints the shortest plain decimal of units a day: `0.52`.
impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Decimal::shortest(self.0, Self::DIGITS).fmt(f)
    }
}

/// Reads a number of people or days.
pub fn parse_count(text: &str) -> Result<u16, NumberError> {
    let number = parse_whole(text, 0, u16::MAX.into())?;
    u16::try_from(number).map_err(|_| NumberError::TooLarge { text: text.to_owned() })
}

/// Reads a whole number from `least` to `most`.
pub fn parse_whole(text: &str, least: u32, most: u32) -> Result<u32, NumberError> {
    let thousandths = Quantity::parse_at_least_zero(text)?.thousandths();
    let text = text.to_owned();
    match u32::try_from(thousandths / 1000) {
        _ if thousandths % 1000 != 0 => Err(NumberError::TooManyDecimals { text, allowed: 0 }),
        Ok(number) if number < least => Err(NumberError::Negative { text }),
        Ok(number) if number <= most => Ok(number),
        Ok(_) | Err(_) => Err(NumberError::TooLarge { text }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn kilos(text: &str) -> Result<i64, NumberError> {
        Quantity::parse(text).map(Quantity::thousandths)
    }

    fn not_a_number(text: &str) -> Result<i64, NumberError> {
        Err(NumberError::NotANumber { text: text.trim().to_owned() })
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, thousandths) in [
            ("15", 15_000),
            (" +4.5 ", 4_500),
            ("-0.125", -125),
            ("1,240", 1_240_000),
            ("1 240 000.5", 1_240_000_500),
            ("007", 7_000),
            // C3
            (".5", 500),
            ("5.", 5_000),
            ("4.50000", 4_500),
            ("1\u{a0}240", 1_240_000),
            ("1\u{202f}240.5", 1_240_500),
            ("–5", -5_000),
        ] {
            assert_eq!(kilos(text), Ok(thousandths), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in
            ["-", ".", "1e3", "--3", "- 3", "1,,240", ",240", "1.240.000", "NaN", "五", "１a"]
        {
            assert_eq!(kilos(text), not_a_number(text), "{text}");
        }
        assert_eq!(kilos(" \u{3000}"), Err(NumberError::Empty));
    }

    // C3
    #[test]
    fn a_decimal_comma_is_refused_with_its_reason() {
        for text in ["1,5", "1,24", "12,40", "1,2400", "0,125", "1 240,000", "1.240,5", "1234,567"]
        {
            let expected = NumberError::DecimalComma { text: text.to_owned() };
            assert_eq!(kilos(text), Err(expected), "{text}");
        }
    }

    #[test]
    fn a_number_typed_with_an_input_method_is_the_same_number() {
        for (text, narrow) in [("１２", "12"), ("－1，240．5", "-1,240.5"), ("4。5", "4.5")] {
            assert_eq!(kilos(text), kilos(narrow), "{text}");
            assert!(kilos(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn a_number_too_long_or_too_fine_is_refused() {
        let text = "9".repeat(400);
        assert_eq!(kilos(&text), Err(NumberError::TooLarge { text }));
        assert_eq!(kilos("1,000,000,000"), Ok(Quantity::MAX.thousandths()));
        let text = "0.1234".to_owned();
        assert_eq!(kilos(&text), Err(NumberError::TooManyDecimals { text, allowed: 3 }));
    }

    #[test]
    fn zero_is_at_least_zero_but_not_positive() {
        let negative = |text: &str| Err(NumberError::Negative { text: text.to_owned() });
        assert_eq!(Quantity::parse_at_least_zero("0"), Ok(Quantity::ZERO));
        assert_eq!(Quantity::parse_at_least_zero("-1"), negative("-1"));
        assert_eq!(Quantity::parse_positive("-0"), negative("-0"));
        assert_eq!(Quantity::parse_positive("0.001"), Ok(Quantity(1)));
        assert_eq!(Rate::parse_positive("0"), Err(NumberError::Negative { text: "0".to_owned() }));
    }

    #[test]
    fn a_price_is_rounded_half_away_from_zero() {
        assert_eq!(Quantity(2_500).times(Money::from_minor(3)), Money::from_minor(8));
        assert_eq!(Quantity(-2_500).times(Money::from_minor(3)), Money::from_minor(-8));
        assert_eq!(Quantity::MAX.times(Money::MAX), Money::from_minor(i64::MAX));
        assert_eq!(Quantity::whole(15).parts_of(3, 10), Quantity(4_500));
    }

    #[test]
    fn a_month_is_a_twelfth_of_a_year_with_its_leap_days() {
        assert_eq!(Rate::from_monthly(Quantity(30_437)).to_string(), "0.999984");
        assert_eq!(Rate::from_monthly(Quantity::whole(487)).to_string(), "16");
        assert_eq!(Rate::parse_positive("0.52").map(Rate::per_day), Ok(0.52));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

        #[test]
        fn every_quantity_reads_back_as_it_is_printed(thousandths in -1_000_000_000_000..=1_000_000_000_000_i64) {
            let quantity = Quantity(thousandths);
            prop_assert_eq!(Quantity::parse(&quantity.to_string()), Ok(quantity));
        }

        #[test]
        fn no_text_makes_the_reader_panic(text in "[-+0-9.,  ０-９。a]{0,30}") {
            let _ = Quantity::parse(&text);
        }
    }
}
