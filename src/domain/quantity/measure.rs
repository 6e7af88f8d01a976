//! Quantities with their unit behind them: `2 jugs`, `3kg`, `8斤`, `半斤`.

use super::{NumberError, Quantity, at_least, half_width};
use crate::domain::day::chinese_count;

/// Units of weight in grams, and of volume in millilitres.
const MEASURES: [(Measure, &[(&str, i64)]); 2] = [
    (
        Measure::Weight,
        &[
            ("kg", 1000),
            ("公斤", 1000),
            ("千克", 1000),
            ("斤", 500),
            ("两", 50),
            ("g", 1),
            ("克", 1),
            ("t", 1_000_000),
            ("吨", 1_000_000),
        ],
    ),
    (Measure::Volume, &[("l", 1000), ("升", 1000), ("ml", 1), ("毫升", 1)]),
];

/// A kind of units that can be converted into each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Measure {
    Weight,
    Volume,
}

impl Quantity {
    /// Reads a number of `unit`, which may be written: `3`, `3 kg`, `2 jugs`, `八斤半`, `半桶`; another
    /// unit of the same measure is converted (`500g` of kg is 0.5), any other is refused.
    pub fn parse_in(text: &str, unit: &str) -> Result<Quantity, NumberError> {
        let narrow = half_width(text);
        let typed = narrow.as_deref().unwrap_or(text).trim();
        let (number, own) = match split_unit(typed) {
            ("", _) => return Self::parse(text),
            (number, "") => (number, unit),
            (number, own) => (number, own),
        };
        let (own, half) = own.strip_suffix('半').map_or((own, 0), |own| (own, 500));
        let Some((times, parts)) = conversion(own, unit) else {
            let (text, unit) = (text.trim().to_owned(), unit.to_owned());
            // `1o` is a slip of the hand and no unit.
            return Err(match measure(own) {
                Some(_) => NumberError::OtherUnit { text, unit },
                None => NumberError::NotANumber { text },
            });
        };
        let number = counted(number).map_err(|error| match error {
            NumberError::NotANumber { .. } => NumberError::NotANumber { text: typed.to_owned() },
            error => error,
        })?;
        // What is not a multiple of a thousandth would be rounded, so it is refused.
        let amount = (number.0 + half).checked_mul(times);
        let amount = amount.ok_or_else(|| NumberError::TooLarge { text: typed.to_owned() })?;
        match (amount % parts, amount / parts) {
            (0, exact) if exact.abs() <= Self::MAX.0 => Ok(Self(exact)),
            (0, _) => Err(NumberError::TooLarge { text: typed.to_owned() }),
            _ => {
                Err(NumberError::TooManyDecimals { text: typed.to_owned(), allowed: Self::DIGITS })
            }
        }
    }

    /// Reads as [`Self::parse_in`] does, and refuses zero and less as [`NumberError::Negative`].
    pub fn parse_positive_in(text: &str, unit: &str) -> Result<Quantity, NumberError> {
        at_least(1, Self::parse_in(text, unit)?.0, text).map(Quantity)
    }

    /// Reads as [`Self::parse_in`] does, and refuses less than zero as [`NumberError::Negative`].
    pub fn parse_at_least_zero_in(text: &str, unit: &str) -> Result<Quantity, NumberError> {
        at_least(0, Self::parse_in(text, unit)?.0, text).map(Quantity)
    }

    /// Returns the weight in kilograms of this quantity in a unit; a litre counts as a kilogram, and what is counted
    /// in pieces weighs nothing that is known.
    pub fn kilograms(self, unit: &str) -> Self {
        let grams = measure(unit.trim()).map_or(0, |(_, size)| size);
        Self::from_thousandths(self.thousandths().saturating_mul(grams) / 1000)
    }
}

/// Splits `3 kg` into `3` and `kg`, and `八斤半` into `八` and `斤半`.
fn split_unit(text: &str) -> (&str, &str) {
    let numeral = |char: char| {
        char.is_ascii_digit()
            || "+-., ".contains(char)
            || "半一二两兩三四五六七八九十".contains(char)
    };
    let unit = text.trim_start_matches(numeral);
    // 两 counts before a unit, and is one behind a number.
    match (unit, text.strip_suffix('两')) {
        ("" | "半", Some(number)) if !number.is_empty() => (number, "两"),
        _ => (text.strip_suffix(unit).unwrap_or(text).trim_end(), unit),
    }
}

/// Reads a number in digits, or in Chinese with a half: `3`, `两`, `半`.
fn counted(number: &str) -> Result<Quantity, NumberError> {
    if number == "半" {
        return Ok(Quantity(500));
    }
    match chinese_count(number) {
        Some(count) if !number.is_ascii() => Ok(Quantity::whole(count.into())),
        Some(_) | None => Quantity::parse(number),
    }
}

/// Returns the fraction by which a number of `from` becomes a number of `to`.
fn conversion(from: &str, to: &str) -> Option<(i64, i64)> {
    let (from, to) = (from.to_lowercase(), to.trim().to_lowercase());
    let plural = from.strip_prefix(&to).is_some_and(|ending| matches!(ending, "" | "s" | "es"));
    if plural || (from == "个" && !to.is_empty() && measure(&to).is_none()) {
        return Some((1, 1));
    }
    let ((kind, size), (other, parts)) = (measure(&from)?, measure(&to)?);
    (kind == other).then_some((size, parts))
}

fn measure(unit: &str) -> Option<(Measure, i64)> {
    let unit = unit.to_lowercase();
    MEASURES.iter().find_map(|(kind, units)| {
        units.iter().find(|(name, _)| *name == unit).map(|(_, size)| (*kind, *size))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, unit: &str) -> Result<i64, NumberError> {
        Quantity::parse_in(text, unit).map(Quantity::thousandths)
    }

    // B10, C3
    #[test]
    fn a_quantity_may_have_its_unit_behind_it() {
        for (text, unit, thousandths) in [
            ("2", "jug", 2_000),
            ("2 jug", "jug", 2_000),
            ("2 Jugs", "jug", 2_000),
            ("3kg", "kg", 3_000),
            ("3公斤", "kg", 3_000),
            ("８ 斤", "斤", 8_000),
            ("8斤", "kg", 4_000),
            ("2kg", "斤", 4_000),
            ("500 g", "kg", 500),
            ("750ml", "L", 750),
            ("半", "桶", 500),
            ("半桶", "桶", 500),
            ("两桶", "桶", 2_000),
            ("2个", "桶", 2_000),
            ("八斤半", "斤", 8_500),
            ("一斤", "斤", 1_000),
            ("3两", "斤", 300),
            ("1,240 kg", "kg", 1_240_000),
            ("-1 kg", "kg", -1_000),
        ] {
            assert_eq!(read(text, unit), Ok(thousandths), "{text} of {unit}");
        }
    }

    // B10
    #[test]
    fn a_unit_of_another_measure_is_refused_and_nothing_is_rounded() {
        for (text, unit) in [("3 L", "kg"), ("3kg", "jug"), ("2 ml", "jug")] {
            let expected = NumberError::OtherUnit { text: text.to_owned(), unit: unit.to_owned() };
            assert_eq!(read(text, unit), Err(expected));
        }
        assert!(matches!(read("0.5g", "kg"), Err(NumberError::TooManyDecimals { .. })));
        assert!(matches!(read("999999999t", "g"), Err(NumberError::TooLarge { .. })));
        assert!(matches!(read("1,5 kg", "kg"), Err(NumberError::DecimalComma { .. })));
        assert_eq!(read("", "kg"), Err(NumberError::Empty));
        assert_eq!(read("1o", "kg"), Err(NumberError::NotANumber { text: "1o".to_owned() }));
        assert_eq!(read("x", "kg"), Err(NumberError::NotANumber { text: "x".to_owned() }));
    }
}
